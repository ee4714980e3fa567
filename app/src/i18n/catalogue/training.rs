//! Trainings without a centre.

texts! {
    TITLE: "Trainings", "Обуке";
    INTRO:
        "Courses that belong to no centre. Their participants, such as officials, make progress and complete them.",
        "Курсеви који не припадају ниједном центру. Њихови учесници, као што су службеници, напредују и завршавају их.";
    NONE: "There is no training yet", "Још нема обука";
    NEW: "New training", "Нова обука";
    SAVE: "Add the training", "Додај обуку";
    ADDED: "The training is there", "Обука је додата";
    PARTICIPANTS: "Participants", "Учесници";
    COMPLETED: "Completed", "Завршили";
    ONE_INTRO: "{participants}, {completed}", "{participants}, {completed}";
    NOBODY: "Nobody is enrolled yet", "Још нико није уписан";
    REGISTER: "Register and enrol somebody", "Пријави и упиши особу";
    REGISTER_SAVE: "Register and enrol", "Пријави и упиши";
    REGISTERED: "Registered and enrolled", "Особа је пријављена и уписана";
    KIND: "What they are", "Шта је та особа";
    FROM: "Takes part from", "Учествује од";
    PROGRESS: "Progress", "Напредак";
    PERCENT: "Per cent done", "Процената урађено";
    PERCENT_OF: "Per cent done by {person}", "Процената урађено, {person}";
    COMPLETED_BY: "{person} completed the training", "{person}: обука је завршена";
    STANDS: "{n} % on {date}", "{n} % на дан {date}";
    NO_PROGRESS: "not begun", "није почела";
    DONE: "completed", "завршена";
    ON: "As of", "На дан";
    SAVE_PROGRESS: "Save what changed", "Сачувај измене";
    PROGRESS_SAVED: "The progress is saved", "Напредак је сачуван";
    END: "Leaves the training", "Напушта обуку";
    ENDED: "They left the training", "Особа је напустила обуку";
    LEFT: "left on {date}", "отишла {date}";
}

plurals! {
    PARTICIPANTS_COUNT:
        ["{n} participant", "{n} participants"],
        ["{n} учесник", "{n} учесника", "{n} учесника"];
    COMPLETED_COUNT:
        ["{n} completed it", "{n} completed it"],
        ["завршио је {n}", "завршила су {n}", "завршило је {n}"];
}
