//! The page of a centre's occupancy.

texts! {
    TITLE: "People housed", "Смештени";
    INTRO:
        "One entry a day. Enter what is known; what stays empty is not known.",
        "Један унос дневно. Унесите шта је познато; што остане празно, није познато.";
    OTHER_DAY: "Another day", "Други дан";
    AS_BEFORE: "As on {date}", "Као {date}";
    FILLED:
        "Filled in as on {date}. Change what is different and save.",
        "Попуњено је стање од {date} Измените шта је друкчије и сачувајте.";
    STANDS:
        "This day is entered. Saving again corrects it; the earlier entry stays in the history.",
        "Овај дан је унет. Ново чување га исправља; ранији унос остаје у историји.";
    TOTAL: "Everybody", "Укупно људи";
    TOTAL_HINT:
        "May stay empty when the table below is filled in: then it is its sum.",
        "Може да остане празно ако је табела испод попуњена: тада је то њен збир.";
    CHILDREN: "Of them children (0–17)", "Од тога деце (0–17)";
    FEMALE: "Women and girls", "Жене и девојчице";
    MALE: "Men and boys", "Мушкарци и дечаци";
    GIRLS: "Girls (0–17)", "Девојчице (0–17)";
    BOYS: "Boys (0–17)", "Дечаци (0–17)";
    GRID: "By sex and age", "По полу и узрасту";
    GRID_HINT:
        "Cells that stay empty are not known. What follows from the table need not be typed above.",
        "Поља која остану празна нису позната. Оно што следи из табеле не мора да се уноси изнад.";
    /// A cell of the table, for those who hear it.
    CELL: "{sex}, {band}", "{sex}, {band}";
    SOURCE: "Where the numbers come from", "Одакле су подаци";
    SOURCE_DEFAULT: "Count at the centre", "Пребројавање у центру";
    SAVE: "Save the day", "Сачувај дан";
    SAVED: "Saved: {date}.", "Сачувано: {date}";
    GAP: "No entry", "Нема уноса";
    ENTER: "Enter", "Унеси";
    ENTER_DAY: "Enter {date}", "Унеси: {date}";
    CORRECT: "Correct", "Исправи";
    CORRECT_DAY: "Correct {date}", "Исправи: {date}";
    CHANGE: "To the day before", "Према претходном дану";
    NO_CHANGE: "the day before is not entered", "претходни дан није унет";
    /// Who and when.
    HISTORY_ITEM: "{by}: {said}", "{by}: {said}";
    /// What a correction changed.
    FROM_TO: "{label} {from} → {to}", "{label} {from} → {to}";
    SAME: "the same numbers", "исти бројеви";
    SOURCE_CHANGED: "source: {source}", "извор: {source}";
    NOT_COME: "No day of this month has come yet.", "Ниједан дан овог месеца још није дошао.";
}

plurals! {
    GAPS: ["{n} day without an entry", "{n} days without an entry"],
        ["{n} дан без уноса", "{n} дана без уноса", "{n} дана без уноса"];
    HISTORY: ["{n} earlier entry", "{n} earlier entries"],
        ["{n} ранији унос", "{n} ранија уноса", "{n} ранијих уноса"];
}
