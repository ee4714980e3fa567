//! People who may drop out of a workshop.

texts! {
    TITLE: "May drop out", "Могли би да одустану", "احتمال الانقطاع";
    INTRO:
        "People to ask after, before they are gone.",
        "Особе за које треба питати пре него што одустану.",
        "أشخاص ينبغي السؤال عنهم قبل أن ينقطعوا.";
    NOBODY:
        "Nobody is about to drop out.",
        "Нико није пред одустајањем.",
        "لا أحد يوشك على الانقطاع.";
    NOBODY_MORE:
        "Nobody was absent three times in a row, stayed away for two weeks or waits that long for a place.",
        "Нико није изостао три пута заредом, нити две недеље не долази или чека на место.",
        "لم يغب أحد ثلاث مرات متتالية، ولم ينقطع أحد أسبوعين، ولا ينتظر أحد مكانًا كل هذه المدة.";
    PERSON: "Person", "Особа", "الشخص";
    ABSENCES_WHAT:
        "Enrolled, and marked absent at the last three shifts or more.",
        "Уписани, а на последње три смене или више нису дошли.",
        "لهم قيد في الورشة، مع علامة غياب في آخر ثلاث مناوبات أو أكثر.";
    QUIET_WHAT:
        "Enrolled, and not seen for two weeks while shifts were held.",
        "Уписани, а две недеље нису виђени иако је смена било.",
        "لهم قيد في الورشة، ولم يحضروا منذ أسبوعين مع أن مناوبات عُقدت.";
    WAITING_WHAT:
        "In a waiting list for two weeks or more.",
        "На листи чекања две недеље или дуже.",
        "في قائمة الانتظار منذ أسبوعين أو أكثر.";
    ABSENT_SINCE: "Absent since", "Изостаје од дана", "غياب منذ";
    LAST_SEEN: "Last seen", "Последњи долазак", "آخر حضور";
    WAITS_SINCE: "Waits since", "Чека од дана", "انتظار منذ";
    ABSENCES: "Absences", "Изостанака", "مرات الغياب";
    DAYS: "Days", "Дана", "الأيام";
}

plurals! {}
