//! The journal to be read.

texts! {
    TITLE: "Journal", "Дневник", "سجل العمليات";
    INTRO:
        "Every change, newest first: who, when, what, on which device. Nothing here can be changed.",
        "Свака промена, најновија прва: ко, када, шта, на ком уређају. Овде се ништа не може мењати.",
        "كل تغيير، الأحدث أولًا: مَن ومتى وماذا وعلى أي جهاز. لا يمكن تغيير شيء هنا.";
    NUMBER: "Number", "Број", "الرقم";
    WHAT: "What", "Шта", "ماذا";
    BY: "By", "Ко", "مَن";
    SAYS: "What it says", "Шта каже", "ما ورد فيه";
    /// What an entry said in whose place another came.
    INSTEAD: "in place of: {said}", "уместо: {said}", "بدلًا من: {said}";
    KIND: "Kind", "Врста", "النوع";
    PERSON: "Code of a participant", "Шифра учесника", "رمز مشارك";
    OF_SHIFT: "About one shift", "О једној смени", "عن مناوبة واحدة";
    SHOW: "Show", "Прикажи", "عرض";
    NONE: "No such entry", "Нема таквог уноса", "لا يوجد إدخال كهذا";
    OLDER: "Older entries", "Старији уноси", "إدخالات أقدم";
    NEWEST: "Newest entries", "Најновији уноси", "أحدث الإدخالات";
    ALL_KINDS: "All kinds", "Све врсте", "كل الأنواع";
    EVERYBODY: "Everybody", "Сви", "الجميع";
}

plurals! {}
