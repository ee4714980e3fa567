//! Whom of the residents the activities reached.

texts! {
    TITLE: "Who was reached", "Обухват станара", "من تم الوصول إليهم";
    BY_WORKSHOP: "Workshop by workshop", "По радионицама", "حسب الورش";
    NOTHING_HELD:
        "No shift was held in this period.",
        "У овом периоду није одржана ниједна смена.",
        "لم تُعقد أي مناوبة في هذه الفترة.";
    /// By what a share was measured.
    MEASURED:
        "Living here on {date}, {age}",
        "Станари на дан {date}, {age}",
        "المقيمون هنا في {date}، {age}";
    LAST_DAY: "the last day of the period", "последњег дана периода", "آخر يوم من الفترة";
    NO_OCCUPANCY:
        "No share can be given: how many of them lived here is not recorded for this period.",
        "Удео се не може дати: за овај период није забележено колико их је живело овде.",
        "لا يمكن حساب نسبة: لم يُسجّل لهذه الفترة كم منهم كانوا مقيمين هنا.";
    STALE:
        "No share can be given: the last number of residents is more than seven days older than the end of the period.",
        "Удео се не може дати: последњи број станара је више од седам дана старији од краја периода.",
        "لا يمكن حساب نسبة: آخر عدد للمقيمين أقدم من نهاية الفترة بأكثر من سبعة أيام.";
    RECORD_OCCUPANCY: "Record the occupancy", "Забележите попуњеност", "تسجيل عدد المقيمين";
    RANGE_WHY:
        "A range: some were counted without a name and may be the same ones. At least those known by name or everybody of the largest session, at most all of them together.",
        "Распон: неки су само пребројани, а могу бити исте особе. Најмање они познати поименично или сви са највеће смене, највише сви заједно.",
        "نطاق: جرى عدّ بعض الأشخاص بلا أسماء وقد يكونون هم الأشخاص أنفسهم. على الأقل المعروفون بالاسم أو جميع من كانوا في أكبر مناوبة، وعلى الأكثر كلهم معًا.";
    WHOLE_WHY:
        "People come and go, so that more can be reached in a period than live here on one day; such a share is shown as 100%.",
        "Људи долазе и одлазе, па у периоду може бити обухваћено више особа него што их једног дана живи овде; такав удео се приказује као 100 %.",
        "يأتي أشخاص ويغادر آخرون، لذلك قد يتم الوصول في الفترة إلى عدد أكبر ممن يقيمون هنا في يوم واحد؛ تُعرض هذه النسبة على أنها 100%.";
}

plurals! {
    DAYS_BEFORE_END:
        ["{n} day before the end of the period", "{n} days before the end of the period"],
        ["{n} дан пре краја периода", "{n} дана пре краја периода", "{n} дана пре краја периода"],
        [
            "آخر يوم من الفترة",
            "قبل نهاية الفترة بيوم واحد",
            "قبل نهاية الفترة بيومين",
            "{n} أيام قبل نهاية الفترة",
            "{n} يومًا قبل نهاية الفترة",
            "{n} يوم قبل نهاية الفترة",
        ];
}
