//! Figures that are hard to believe.

texts! {
    TITLE: "Doubtful figures", "Сумњиви подаци";
    INTRO:
        "Figures to ask about. They count as they are until somebody corrects them.",
        "Подаци за које треба питати. Рачунају се како јесу док их неко не исправи.";
    NOTHING: "No figure of this period is hard to believe.", "Ниједан податак из овог периода није сумњив.";
    SAME_EVERY_TIME:
        "{value} pieces, the same in {usual} shifts in a row.",
        "Комада: {value}, исто у узастопним сменама: {usual}.";
    TOO_MUCH:
        "{value} pieces; for so many people and hours about {usual} would be usual.",
        "Комада: {value}; за толико људи и сати уобичајено је око {usual}.";
    NOBODY_THERE:
        "{value} pieces were made, and nobody was there.",
        "Израђено комада: {value}, а нико није био присутан.";
    AT_NIGHT:
        "{value} marks, all made at once in the night.",
        "Ознака: {value}, све унете одједном током ноћи.";
    MORE_CHILDREN:
        "{value} children were there; {usual} live in the centre.",
        "Присутне деце: {value}; у центру их живи {usual}.";
    CORRECT: "Correct it in the shift", "Исправите у смени";
    REMARK: "Why it is right", "Зашто је тачно";
    ACCEPT: "Accept the figure", "Прихвати податак";
    ACCEPTED: "Accepted", "Прихваћено";
    ACCEPTED_ON: "Accepted on {date}", "Прихваћено {date}";
    ACCEPTED_DONE: "The figure was accepted.", "Податак је прихваћен.";
    /// Why a figure is doubted, in short.
    DOUBT_SAME_EVERY_TIME: "The same every time", "Сваки пут исто";
    DOUBT_TOO_MUCH: "More than usual", "Више него обично";
    DOUBT_NOBODY_THERE: "Made by nobody", "Нико није био ту";
    DOUBT_AT_NIGHT: "Marked at night", "Унето ноћу";
    DOUBT_MORE_CHILDREN: "More children than live here", "Више деце него станара";
}

plurals! {}
