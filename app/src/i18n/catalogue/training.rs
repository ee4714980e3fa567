//! Trainings without a centre.

texts! {
    TITLE: "Trainings", "Обуке", "التدريبات";
    INTRO:
        "Courses that belong to no centre. Their participants, such as officials, make progress and complete them.",
        "Курсеви који не припадају ниједном центру. Њихови учесници, као што су службеници, напредују и завршавају их.",
        "دورات لا تتبع أي مركز. يتقدّم فيها المشاركون، مثل الموظفين الرسميين، ويُتمّونها.";
    NONE: "There is no training yet", "Још нема обука", "لا يوجد تدريب بعد";
    NEW: "New training", "Нова обука", "تدريب جديد";
    SAVE: "Add the training", "Додај обуку", "إضافة التدريب";
    ADDED: "The training is there", "Обука је додата", "تمت إضافة التدريب";
    PARTICIPANTS: "Participants", "Учесници", "المشاركون";
    COMPLETED: "Completed", "Завршили", "إتمام التدريب";
    ONE_INTRO:
        "{participants}, {completed}",
        "{participants}, {completed}",
        "{participants}، {completed}";
    NOBODY: "Nobody is enrolled yet", "Још нико није уписан", "لا أحد مقيّد في التدريب بعد";
    REGISTER: "Register and enrol somebody", "Пријави и упиши особу", "تسجيل شخص وقيده في التدريب";
    REGISTER_SAVE: "Register and enrol", "Пријави и упиши", "تسجيل وقيد";
    REGISTERED: "Registered and enrolled", "Особа је пријављена и уписана", "تم التسجيل والقيد";
    KIND: "What they are", "Шта је та особа", "الصفة";
    FROM: "Takes part from", "Учествује од", "المشاركة من";
    PROGRESS: "Progress", "Напредак", "التقدّم";
    PERCENT: "Per cent done", "Процената урађено", "النسبة المئوية المنجزة";
    PERCENT_OF:
        "Per cent done by {person}",
        "Процената урађено, {person}",
        "النسبة المئوية المنجزة: {person}";
    COMPLETED_BY:
        "{person} completed the training",
        "{person}: обука је завршена",
        "{person}: تم إتمام التدريب";
    STANDS: "{n} % on {date}", "{n} % на дан {date}", "{n} % في {date}";
    NO_PROGRESS: "not begun", "није почела", "لم يبدأ";
    DONE: "completed", "завршена", "مكتمل";
    ON: "As of", "На дан", "بتاريخ";
    SAVE_PROGRESS: "Save what changed", "Сачувај измене", "حفظ التغييرات";
    PROGRESS_SAVED: "The progress is saved", "Напредак је сачуван", "تم حفظ التقدّم";
    END: "Leaves the training", "Напушта обуку", "ترك التدريب";
    ENDED: "They left the training", "Особа је напустила обуку", "تم تسجيل ترك التدريب";
    LEFT: "left on {date}", "отишла {date}", "ترك التدريب في {date}";
}

plurals! {
    PARTICIPANTS_COUNT:
        ["{n} participant", "{n} participants"],
        ["{n} учесник", "{n} учесника", "{n} учесника"],
        ["لا مشاركين", "مشارك واحد", "مشاركان", "{n} مشاركين", "{n} مشاركًا", "{n} مشارك"];
    COMPLETED_COUNT:
        ["{n} completed it", "{n} completed it"],
        ["завршио је {n}", "завршила су {n}", "завршило је {n}"],
        [
            "لم يُتمّه أحد",
            "أتمّه شخص واحد",
            "أتمّه شخصان",
            "أتمّه {n} أشخاص",
            "أتمّه {n} شخصًا",
            "أتمّه {n} شخص",
        ];
}
