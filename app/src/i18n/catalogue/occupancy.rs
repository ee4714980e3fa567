//! The page of a centre's occupancy.

texts! {
    TITLE: "People housed", "Смештени", "عدد المقيمين";
    INTRO:
        "One entry a day. Enter what is known; what stays empty is not known.",
        "Један унос дневно. Унесите шта је познато; што остане празно, није познато.",
        "إدخال واحد في اليوم. يرجى إدخال ما هو معروف؛ ما يبقى فارغًا فهو غير معروف.";
    OTHER_DAY: "Another day", "Други дан", "يوم آخر";
    AS_BEFORE: "As on {date}", "Као {date}", "كما في {date}";
    FILLED:
        "Filled in as on {date}. Change what is different and save.",
        "Попуњено је стање од {date} Измените шта је друкчије и сачувајте.",
        "مُلئت الخانات كما في {date}. يرجى تغيير ما اختلف ثم الحفظ.";
    STANDS:
        "This day is entered. Saving again corrects it; the earlier entry stays in the history.",
        "Овај дан је унет. Ново чување га исправља; ранији унос остаје у историји.",
        "هذا اليوم مُدخل. الحفظ مرة أخرى يصححه؛ ويبقى الإدخال السابق في السجل.";
    TOTAL: "Everybody", "Укупно људи", "العدد الكلي";
    TOTAL_HINT:
        "May stay empty when the table below is filled in: then it is its sum.",
        "Може да остане празно ако је табела испод попуњена: тада је то њен збир.",
        "يمكن أن يبقى فارغًا إذا مُلئ الجدول أدناه: عندئذ يكون مجموع الجدول.";
    CHILDREN: "Of them children (0–17)", "Од тога деце (0–17)", "منهم أطفال (0–17)";
    FEMALE: "Women and girls", "Жене и девојчице", "النساء والفتيات";
    MALE: "Men and boys", "Мушкарци и дечаци", "الرجال والفتيان";
    GIRLS: "Girls (0–17)", "Девојчице (0–17)", "الفتيات (0–17)";
    BOYS: "Boys (0–17)", "Дечаци (0–17)", "الفتيان (0–17)";
    GRID: "By sex and age", "По полу и узрасту", "حسب الجنس والعمر";
    GRID_HINT:
        "Cells that stay empty are not known. What follows from the table need not be typed above.",
        "Поља која остану празна нису позната. Оно што следи из табеле не мора да се уноси изнад.",
        "الخانات التي تبقى فارغة غير معروفة. ما يُستنتج من الجدول لا يلزم إدخاله أعلاه.";
    /// A cell of the table, for those who hear it.
    CELL: "{sex}, {band}", "{sex}, {band}", "{sex}، {band}";
    SOURCE: "Where the numbers come from", "Одакле су подаци", "مصدر الأرقام";
    SOURCE_DEFAULT: "Count at the centre", "Пребројавање у центру", "تعداد في المركز";
    SAVE: "Save the day", "Сачувај дан", "حفظ اليوم";
    SAVED: "Saved: {date}.", "Сачувано: {date}", "تم الحفظ: {date}.";
    GAP: "No entry", "Нема уноса", "لا يوجد إدخال";
    ENTER: "Enter", "Унеси", "إدخال";
    ENTER_DAY: "Enter {date}", "Унеси: {date}", "إدخال {date}";
    CORRECT: "Correct", "Исправи", "تصحيح";
    CORRECT_DAY: "Correct {date}", "Исправи: {date}", "تصحيح {date}";
    CHANGE: "To the day before", "Према претходном дану", "مقارنة باليوم السابق";
    NO_CHANGE: "the day before is not entered", "претходни дан није унет", "اليوم السابق غير مُدخل";
    /// Who and when.
    HISTORY_ITEM: "{by}: {said}", "{by}: {said}", "{by}: {said}";
    /// What a correction changed.
    FROM_TO: "{label} {from} → {to}", "{label} {from} → {to}", "{label} {from} ← {to}";
    SAME: "the same numbers", "исти бројеви", "الأرقام نفسها";
    SOURCE_CHANGED: "source: {source}", "извор: {source}", "المصدر: {source}";
    NOT_COME:
        "No day of this month has come yet.",
        "Ниједан дан овог месеца још није дошао.",
        "لم يأت بعد أي يوم من هذا الشهر.";
}

plurals! {
    GAPS:
        ["{n} day without an entry", "{n} days without an entry"],
        ["{n} дан без уноса", "{n} дана без уноса", "{n} дана без уноса"],
        [
            "لا توجد أيام بلا إدخال",
            "يوم واحد بلا إدخال",
            "يومان بلا إدخال",
            "{n} أيام بلا إدخال",
            "{n} يومًا بلا إدخال",
            "{n} يوم بلا إدخال",
        ];
    HISTORY:
        ["{n} earlier entry", "{n} earlier entries"],
        ["{n} ранији унос", "{n} ранија уноса", "{n} ранијих уноса"],
        [
            "لا توجد إدخالات سابقة",
            "إدخال سابق واحد",
            "إدخالان سابقان",
            "{n} إدخالات سابقة",
            "{n} إدخالًا سابقًا",
            "{n} إدخال سابق",
        ];
}
