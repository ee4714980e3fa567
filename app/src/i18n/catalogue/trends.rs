//! The trends: figures over time, split and compared.

texts! {
    TITLE: "Trends", "Кретања", "الاتجاهات";
    BESIDE: "Compare with", "Упореди са", "المقارنة مع";
    BESIDE_NOTHING: "nothing", "ничим", "لا شيء";
    BESIDE_BEFORE: "the period before", "претходним периодом", "الفترة السابقة";
    BESIDE_LAST_YEAR:
        "the same a year earlier",
        "истим периодом претходне године",
        "الفترة نفسها من السنة السابقة";
    NEW_PEOPLE: "New people", "Нове особе", "أشخاص جدد";
    RETENTION: "Here again", "Поново дошли", "من حضروا مجددًا";
    NO_SHOWS: "No-shows", "Изостанци", "الغياب";
    HOURS: "Hours of workshops", "Сати радионица", "ساعات الورش";
    WHOLE: "The whole period", "Цео период", "الفترة كلها";
    BY_PIECES: "Piece by piece", "По деловима", "حسب أجزاء الفترة";
    MEASURE: "Figure", "Податак", "الرقم";
    PERIOD: "Period", "Период", "الفترة";
    GROUP: "Group", "Група", "المجموعة";
    NOT_RECORDED: "Not recorded", "Није забележено", "غير مسجّل";
    NOBODY_ASSIGNED: "Nobody in charge", "Нико није задужен", "لم يُعيّن أحد";
    /// How to read a chart.
    KEY_RANGE:
        "A hollow part stands for people who were counted without a name and may be the same ones.",
        "Шупљи део стубца су особе које су само пребројане, а могу бити исте.",
        "الجزء المفرّغ يمثل أشخاصًا جرى عدّهم بلا أسماء وقد يكونون هم الأشخاص أنفسهم.";
    KEY_BESIDE:
        "Line across a column: {period}",
        "Црта преко стубца: {period}",
        "خط عبر العمود: {period}";
    /// For a screen reader.
    CHART:
        "{what}: from {min} to {max}. The table has each number.",
        "{what}: од {min} до {max}. Сваки број је у табели.",
        "{what}: من {min} إلى {max}. كل الأرقام في الجدول.";
    CHART_EMPTY:
        "{what}: nothing to show.",
        "{what}: нема шта да се прикаже.",
        "{what}: لا شيء للعرض.";
    NOTHING:
        "Nothing was planned in this period.",
        "У овом периоду ништа није било планирано.",
        "لم يُخطط شيء في هذه الفترة.";
    RANGE_WHY:
        "Different people are a range where some were counted without a name: at least those known by name or everybody of the largest session, at most all of them together.",
        "Број различитих особа је распон када су неки само пребројани: најмање они познати поименично или сви са највеће смене, највише сви заједно.",
        "عدد الأشخاص المختلفين نطاق حيث جرى عدّ بعضهم بلا أسماء: على الأقل المعروفون بالاسم أو جميع من كانوا في أكبر مناوبة، وعلى الأكثر كلهم معًا.";
    OVERLAP:
        "These groups overlap: somebody can be in several of them, so they do not add up.",
        "Ове групе се преклапају: неко може бити у више њих, па се не сабирају.",
        "هذه المجموعات تتداخل: قد يكون الشخص في أكثر من واحدة منها، لذلك لا تُجمع.";
    LOAD_NOT_MERIT:
        "Facilitators are told apart to share out the work, not to rank them.",
        "Водитељи су раздвојени ради расподеле посла, а не ради поређења.",
        "يُعرض كل ميسّر على حدة لتوزيع العمل، لا لترتيب الميسّرين.";
    BEFORE_VALUE: "before: {value}", "раније: {value}", "سابقًا: {value}";
    QUARTER: "Q{n}", "{n}. кв", "الربع {n}";
    COMPARE_CENTRES:
        "Centres beside each other",
        "Центри један поред другог",
        "المراكز جنبًا إلى جنب";
}

plurals! {}
