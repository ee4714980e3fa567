//! Closing a period: months whose figures change no more by themselves.

texts! {
    TITLE: "Periods", "Периоди", "الفترات";
    INTRO:
        "Close a month once its figures are right. Entries that come late then wait for your approval.",
        "Закључите месец када су подаци тачни. Уноси који закасне тада чекају ваше одобрење.",
        "يرجى إغلاق الشهر متى صحّت أرقامه. عندئذ تنتظر الإدخالات المتأخرة الموافقة.";
    CLOSED_TO:
        "Closed up to and including {date}",
        "Закључено закључно са: {date}",
        "مغلقة حتى {date} ضمنًا";
    ALL_OPEN: "No period is closed yet", "Још ниједан период није закључен", "لا توجد فترة مغلقة بعد";
    MONTH: "Month", "Месец", "الشهر";
    HELD: "Held", "Одржане", "عُقدت";
    NOT_LOGGED: "Not logged", "Нису евидентиране", "غير مسجّلة";
    STATE_CLOSED: "closed", "закључен", "مغلق";
    STATE_OPEN: "open", "отворен", "مفتوح";
    RUNS: "not over yet", "још траје", "لم ينته بعد";
    CLOSE: "Close up to the end of {month}", "Закључи до краја месеца: {month}", "إغلاق حتى نهاية الشهر: {month}";
    LEFT_OPEN:
        "Shifts that nobody logged stay so: log them first, or say that they did not happen.",
        "Смене које нико није евидентирао остају такве: прво их евидентирајте или означите да нису одржане.",
        "تبقى المناوبات غير المسجّلة كما هي: يرجى تسجيلها أولًا أو الإشارة إلى أنها لم تُعقد.";
    REOPEN: "Open again", "Поново отвори", "إعادة فتح";
    REOPEN_FROM: "From which month on", "Од ког месеца", "ابتداءً من أي شهر";
    REOPEN_HINT:
        "All months from there on are open again. The journal keeps who did it and why.",
        "Сви месеци од тог надаље поново су отворени. Дневник чува ко је то урадио и зашто.",
        "تُفتح من جديد كل الأشهر ابتداءً منه. يحفظ سجل العمليات مَن فعل ذلك ولماذا.";
    WHY: "Why", "Зашто", "السبب";
    DONE_CLOSED: "The period is closed.", "Период је закључен.", "تم إغلاق الفترة.";
    DONE_REOPENED: "The period is open again.", "Период је поново отворен.", "أعيد فتح الفترة.";
}

plurals! {
    WAITING:
        ["{n} entry waits for a decision", "{n} entries wait for a decision"],
        ["{n} унос чека одлуку", "{n} уноса чекају одлуку", "{n} уноса чека одлуку"],
        [
            "لا إدخال ينتظر قرارًا",
            "إدخال واحد ينتظر قرارًا",
            "إدخالان ينتظران قرارًا",
            "{n} إدخالات تنتظر قرارًا",
            "{n} إدخالًا ينتظر قرارًا",
            "{n} إدخال ينتظر قرارًا",
        ];
}
