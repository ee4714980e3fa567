//! The attendance sheet on paper.

texts! {
    TITLE: "Attendance sheet", "Списак присутних", "ورقة الحضور";
    HOW:
        "Print this page: it is laid out for paper. What is ticked is typed in on the tablet afterwards.",
        "Одштампајте ову страницу: прилагођена је папиру. Означено се после уноси на таблету.",
        "يرجى طباعة هذه الصفحة: فهي معدّة للورق. وما يوضع عليه علامة يُدخل بعد ذلك على الجهاز اللوحي.";
    NAMED: "How people are named", "Како су људи наведени", "طريقة ذكر الأشخاص";
    NAMED_BOTH: "Code and alias", "Шифра и надимак", "الرمز والاسم المستعار";
    NAMED_CODE: "Code only", "Само шифра", "الرمز فقط";
    NAMED_ALIAS: "Alias only", "Само надимак", "الاسم المستعار فقط";
    ALIAS: "Alias", "Надимак", "الاسم المستعار";
    NO_SHIFTS:
        "No shift is planned for this week",
        "За ову недељу није планирана ниједна смена",
        "لا توجد مناوبة مخطّطة لهذا الأسبوع";
    OPENS:
        "Opens the shift on the tablet",
        "Отвара смену на таблету",
        "يفتح المناوبة على الجهاز اللوحي";
    TYPE_IN:
        "The code opens this shift on the tablet: type in there what is ticked here.",
        "Код отвара ову смену на таблету: тамо унесите оно што је овде означено.",
        "يفتح الرمز هذه المناوبة على الجهاز اللوحي: يرجى هناك إدخال ما عليه علامة هنا.";
    WEEK_HOW:
        "Tick who was there. A code opens its shift on the tablet.",
        "Означите ко је био ту. Код отвара своју смену на таблету.",
        "يرجى وضع علامة لكل من حضر. كل رمز يفتح مناوبته على الجهاز اللوحي.";
    SIGNED: "Facilitator", "Водитељ", "الميسّر";
    SHEET_OF_WEEK: "Sheet of the week", "Списак за недељу", "ورقة الأسبوع";
}

plurals! {}
