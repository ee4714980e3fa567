//! Words that every page uses.

texts! {
    CHANGE: "Change", "Измени", "تغيير";
    CLOSE_DIALOG: "Close", "Затвори", "إغلاق";
    BACK: "Back", "Назад", "رجوع";
    SEARCH: "Search", "Претрага", "بحث";
    SHOW: "Show", "Прикажи", "إظهار";
    HIDE: "Hide", "Сакриј", "إخفاء";
    ALL_OPTION: "All", "Све", "الكل";
    TRY_AGAIN: "Try again", "Покушај поново", "إعادة المحاولة";
    COMMAND_LINE: "command line", "командна линија", "سطر الأوامر";
    ENTERED: "Entered", "Унето", "الإدخال";
    ENTERED_BY: "{who}, {when}", "{who}, {when}", "{who}، {when}";
    EARLIER_MONTH: "Earlier month", "Претходни месец", "الشهر السابق";
    LATER_MONTH: "Later month", "Следећи месец", "الشهر التالي";
    NOT_SAVED:
        "This was not saved. Correct what is marked and save again.",
        "Није сачувано. Исправите означено и сачувајте поново.",
        "لم يتم الحفظ. يرجى تصحيح ما عليه علامة ثم الحفظ مجددًا.";
    NOT_KNOWN: "not known", "непознато", "غير معروف";
    /// In place of a figure that cannot be given; the reason stands beside it.
    NO_FIGURE: "no figure", "нема податка", "لا يوجد رقم";
    TOTAL: "Total", "Укупно", "المجموع";
    TODAY: "Today", "Данас", "اليوم";
    YESTERDAY: "Yesterday", "Јуче", "أمس";
    DAY: "Day", "Дан", "يوم";
    FROM: "From", "Од", "من";
    TO: "To", "До", "إلى";
    PERIOD: "Period", "Период", "الفترة";
    CENTRE: "Centre", "Центар", "المركز";
    WORKSHOP: "Workshop", "Радионица", "الورشة";
    SHIFT: "Shift", "Смена", "المناوبة";
    FACILITATOR: "Facilitator", "Водитељ", "الميسّر";
    PRODUCT: "Product", "Производ", "المنتج";
    /// Pieces that are no good.
    REJECTED: "Rejected", "Неисправно", "تالف";
    ATTENDANCE: "Attendance", "Присуство", "الحضور";
    HEADCOUNT: "Headcount", "Пребројани", "التعداد";
    STATUS: "Status", "Статус", "الحالة";
    QUANTITY: "Quantity", "Количина", "الكمية";
    SOURCE: "Source", "Извор", "المصدر";
    CODE: "Code", "Шифра", "الرمز";
    REMARK: "Remark", "Напомена", "ملاحظة";
    /// A rate with what it was computed from.
    RATE:
        "{percent} ({part} of {whole})",
        "{percent} ({part} од {whole})",
        "{percent} ({part} من {whole})";
    /// A part with its whole.
    OF: "{part} of {whole}", "{part} од {whole}", "{part} من {whole}";
    /// Two parts of a heading, both as they are: a workshop and its centre, a day and a time.
    PAIR: "{first} · {second}", "{first} · {second}", "{first} · {second}";
    /// A label and its value on one line.
    LABELLED: "{label}: {value}", "{label}: {value}", "{label}: {value}";
    /// A span of values, for instance of an estimate.
    RANGE: "{min}–{max}", "{min}–{max}", "{min}–{max}";
}

plurals! {
    PEOPLE:
        ["{n} person", "{n} people"],
        ["{n} особа", "{n} особе", "{n} особа"],
        ["لا أحد", "شخص واحد", "شخصان", "{n} أشخاص", "{n} شخصًا", "{n} شخص"];
    CONTACTS:
        ["{n} contact", "{n} contacts"],
        ["{n} контакт", "{n} контакта", "{n} контаката"],
        [
            "لا مرات حضور",
            "مرة حضور واحدة",
            "مرتا حضور",
            "{n} مرات حضور",
            "{n} مرة حضور",
            "{n} مرة حضور",
        ];
    PLACES:
        ["{n} place", "{n} places"],
        ["{n} место", "{n} места", "{n} места"],
        ["لا أماكن", "مكان واحد", "مكانان", "{n} أماكن", "{n} مكانًا", "{n} مكان"];
    ENTRIES:
        ["{n} entry", "{n} entries"],
        ["{n} унос", "{n} уноса", "{n} уноса"],
        ["لا إدخالات", "إدخال واحد", "إدخالان", "{n} إدخالات", "{n} إدخالًا", "{n} إدخال"];
    RESULTS:
        ["{n} result", "{n} results"],
        ["{n} резултат", "{n} резултата", "{n} резултата"],
        ["لا نتائج", "نتيجة واحدة", "نتيجتان", "{n} نتائج", "{n} نتيجة", "{n} نتيجة"];
}
