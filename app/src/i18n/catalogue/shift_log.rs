//! What was logged of shifts, typed in from paper and corrected at the desk.

texts! {
    TITLE: "What was logged", "Шта је евидентирано", "ما تم تسجيله";
    /// Above the grid of a week.
    TYPE_IN: "Type in from paper", "Унос са папира", "الإدخال من الورق";
    HOW:
        "Change what is wrong and save. What was there before stays in the history.",
        "Измените шта није тачно и сачувајте. Оно што је стајало остаје у историји.",
        "يرجى تصحيح ما هو خطأ ثم الحفظ. يبقى ما كان قبل ذلك في السجل التاريخي.";
    HOW_WEEK:
        "A column a shift. A shift in which anything is entered is closed as held.",
        "Смена је колона. Смена у коју је нешто унето закључује се као одржана.",
        "لكل مناوبة عمود. المناوبة التي يُدخل فيها شيء تُغلق على أنها عُقدت.";
    ONLY_READING:
        "You see what was logged. The centre’s manager corrects it.",
        "Видите шта је евидентирано. Исправља руководилац центра.",
        "يظهر هنا ما تم تسجيله. التصحيح من مهام مدير المركز.";
    IS_CLOSED:
        "These days belong to a closed period. Open the period again to correct them.",
        "Ови дани припадају закљученом периоду. За исправку поново отворите период.",
        "تنتمي هذه الأيام إلى فترة مغلقة. للتصحيح يرجى إعادة فتح الفترة.";
    NO_SHIFTS: "No shift in this week", "У овој недељи нема смена", "لا توجد مناوبة في هذا الأسبوع";
    WHO: "Participant", "Учесник", "المشارك";
    /// The field for somebody who is not on the list.
    WALK_IN: "Code of somebody not listed", "Шифра некога ко није на списку", "رمز شخص غير مدرج";
    COURSE: "The shift", "Смена", "المناوبة";
    HELD_IF_LOGGED: "was held, if anything is entered", "одржана је, ако је нешто унето", "عُقدت، إن أُدخل شيء";
    HELD: "was held", "одржана је", "عُقدت";
    STAYS: "stays as it is", "остаје како јесте", "تبقى كما هي";
    OPEN: "is not closed yet", "још није закључена", "لم تُغلق بعد";
    NOT_HELD: "did not happen: {reason}", "није одржана: {reason}", "لم تُعقد: {reason}";
    MARK_OF: "{who}: {shift}", "{who}: {shift}", "{who}: {shift}";
    WHY: "Why it is changed", "Зашто се мења", "سبب التغيير";
    WHY_HINT:
        "Needed where something changes that was logged before. Name nobody.",
        "Потребно где се мења нешто већ евидентирано. Не наводите имена.",
        "مطلوب عند تغيير ما سبق تسجيله. يرجى عدم ذكر أسماء.";
    SAVE: "Save", "Сачувај", "حفظ";
    SAVED: "Saved. The history tells what was changed.", "Сачувано. Историја каже шта је измењено.", "تم الحفظ. يبيّن السجل التاريخي ما تغيّر.";
    UNCHANGED: "Nothing was changed.", "Ништа није измењено.", "لم يتغيّر شيء.";
    HISTORY: "History", "Историја", "السجل التاريخي";
    NO_HISTORY: "Nothing was entered yet", "Још ништа није унето", "لم يُدخل شيء بعد";
    EARLIER_WEEK: "Earlier week", "Претходна недеља", "الأسبوع السابق";
    LATER_WEEK: "Later week", "Следећа недеља", "الأسبوع التالي";
    WEEK_FROM: "Week from {date}", "Недеља од {date}", "الأسبوع من {date}";
}

plurals! {}
