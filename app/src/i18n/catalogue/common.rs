//! Words that every page uses.

texts! {
    CHANGE: "Change", "Измени";
    CLOSE_DIALOG: "Close", "Затвори";
    BACK: "Back", "Назад";
    SEARCH: "Search", "Претрага";
    SHOW: "Show", "Прикажи";
    HIDE: "Hide", "Сакриј";
    ALL_OPTION: "All", "Све";
    TRY_AGAIN: "Try again", "Покушај поново";
    COMMAND_LINE: "command line", "командна линија";
    ENTERED: "Entered", "Унето";
    ENTERED_BY: "{who}, {when}", "{who}, {when}";
    EARLIER_MONTH: "Earlier month", "Претходни месец";
    LATER_MONTH: "Later month", "Следећи месец";
    NOT_SAVED:
        "This was not saved. Correct what is marked and save again.",
        "Није сачувано. Исправите означено и сачувајте поново.";
    NOT_KNOWN: "not known", "непознато";
    /// In place of a figure that cannot be given; the reason stands beside it.
    NO_FIGURE: "no figure", "нема податка";
    TOTAL: "Total", "Укупно";
    TODAY: "Today", "Данас";
    YESTERDAY: "Yesterday", "Јуче";
    DAY: "Day", "Дан";
    FROM: "From", "Од";
    TO: "To", "До";
    PERIOD: "Period", "Период";
    CENTRE: "Centre", "Центар";
    WORKSHOP: "Workshop", "Радионица";
    SHIFT: "Shift", "Смена";
    FACILITATOR: "Facilitator", "Водитељ";
    PRODUCT: "Product", "Производ";
    /// Pieces that are no good.
    REJECTED: "Rejected", "Неисправно";
    ATTENDANCE: "Attendance", "Присуство";
    HEADCOUNT: "Headcount", "Пребројани";
    STATUS: "Status", "Статус";
    QUANTITY: "Quantity", "Количина";
    SOURCE: "Source", "Извор";
    CODE: "Code", "Шифра";
    REMARK: "Remark", "Напомена";
    /// A rate with what it was computed from.
    RATE: "{percent} ({part} of {whole})", "{percent} ({part} од {whole})";
    /// A part with its whole.
    OF: "{part} of {whole}", "{part} од {whole}";
    /// Two parts of a heading, both as they are: a workshop and its centre, a day and a time.
    PAIR: "{first} · {second}", "{first} · {second}";
    /// A label and its value on one line.
    LABELLED: "{label}: {value}", "{label}: {value}";
    /// A span of values, for instance of an estimate.
    RANGE: "{min}–{max}", "{min}–{max}";
}

plurals! {
    PEOPLE: ["{n} person", "{n} people"], ["{n} особа", "{n} особе", "{n} особа"];
    CONTACTS:
        ["{n} contact", "{n} contacts"],
        ["{n} контакт", "{n} контакта", "{n} контаката"];
    PLACES: ["{n} place", "{n} places"], ["{n} место", "{n} места", "{n} места"];
    ENTRIES: ["{n} entry", "{n} entries"], ["{n} унос", "{n} уноса", "{n} уноса"];
    RESULTS: ["{n} result", "{n} results"], ["{n} резултат", "{n} резултата", "{n} резултата"];
}
