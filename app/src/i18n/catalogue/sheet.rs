//! The attendance sheet on paper.

texts! {
    TITLE: "Attendance sheet", "Списак присутних";
    HOW:
        "Print this page: it is laid out for paper. What is ticked is typed in on the tablet afterwards.",
        "Одштампајте ову страницу: прилагођена је папиру. Означено се после уноси на таблету.";
    NAMED: "How people are named", "Како су људи наведени";
    NAMED_BOTH: "Code and alias", "Шифра и надимак";
    NAMED_CODE: "Code only", "Само шифра";
    NAMED_ALIAS: "Alias only", "Само надимак";
    ALIAS: "Alias", "Надимак";
    NO_SHIFTS: "No shift is planned for this week", "За ову недељу није планирана ниједна смена";
    OPENS: "Opens the shift on the tablet", "Отвара смену на таблету";
    TYPE_IN: "The code opens this shift on the tablet: type in there what is ticked here.", "Код отвара ову смену на таблету: тамо унесите оно што је овде означено.";
    WEEK_HOW: "Tick who was there. A code opens its shift on the tablet.", "Означите ко је био ту. Код отвара своју смену на таблету.";
    SIGNED: "Facilitator", "Водитељ";
    SHEET_OF_WEEK: "Sheet of the week", "Списак за недељу";
}

plurals! {}
