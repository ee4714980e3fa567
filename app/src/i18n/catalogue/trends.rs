//! The trends: figures over time, split and compared.

texts! {
    TITLE: "Trends", "Кретања";
    BESIDE: "Compare with", "Упореди са";
    BESIDE_NOTHING: "nothing", "ничим";
    BESIDE_BEFORE: "the period before", "претходним периодом";
    BESIDE_LAST_YEAR: "the same a year earlier", "истим периодом претходне године";
    NEW_PEOPLE: "New people", "Нове особе";
    RETENTION: "Here again", "Поново дошли";
    NO_SHOWS: "No-shows", "Изостанци";
    HOURS: "Hours of workshops", "Сати радионица";
    WHOLE: "The whole period", "Цео период";
    BY_PIECES: "Piece by piece", "По деловима";
    MEASURE: "Figure", "Податак";
    PERIOD: "Period", "Период";
    GROUP: "Group", "Група";
    NOT_RECORDED: "Not recorded", "Није забележено";
    NOBODY_ASSIGNED: "Nobody in charge", "Нико није задужен";
    /// How to read a chart.
    KEY_RANGE:
        "A hollow part stands for people who were counted without a name and may be the same ones.",
        "Шупљи део стубца су особе које су само пребројане, а могу бити исте.";
    KEY_BESIDE: "Line across a column: {period}", "Црта преко стубца: {period}";
    /// For a screen reader.
    CHART: "{what}: from {min} to {max}. The table has each number.", "{what}: од {min} до {max}. Сваки број је у табели.";
    CHART_EMPTY: "{what}: nothing to show.", "{what}: нема шта да се прикаже.";
    NOTHING: "Nothing was planned in this period.", "У овом периоду ништа није било планирано.";
    RANGE_WHY:
        "Different people are a range where some were counted without a name: at least those known by name or everybody of the largest session, at most all of them together.",
        "Број различитих особа је распон када су неки само пребројани: најмање они познати поименично или сви са највеће смене, највише сви заједно.";
    OVERLAP:
        "These groups overlap: somebody can be in several of them, so they do not add up.",
        "Ове групе се преклапају: неко може бити у више њих, па се не сабирају.";
    LOAD_NOT_MERIT:
        "Facilitators are told apart to share out the work, not to rank them.",
        "Водитељи су раздвојени ради расподеле посла, а не ради поређења.";
    BEFORE_VALUE: "before: {value}", "раније: {value}";
    QUARTER: "Q{n}", "{n}. кв";
    COMPARE_CENTRES: "Centres beside each other", "Центри један поред другог";
}

plurals! {}
