//! People who may drop out of a workshop.

texts! {
    TITLE: "May drop out", "Могли би да одустану";
    INTRO:
        "People to ask after, before they are gone.",
        "Особе за које треба питати пре него што одустану.";
    NOBODY: "Nobody is about to drop out.", "Нико није пред одустајањем.";
    NOBODY_MORE:
        "Nobody was absent three times in a row, stayed away for two weeks or waits that long for a place.",
        "Нико није изостао три пута заредом, нити две недеље не долази или чека на место.";
    PERSON: "Person", "Особа";
    ABSENCES_WHAT:
        "Enrolled, and marked absent at the last three shifts or more.",
        "Уписани, а на последње три смене или више нису дошли.";
    QUIET_WHAT:
        "Enrolled, and not seen for two weeks while shifts were held.",
        "Уписани, а две недеље нису виђени иако је смена било.";
    WAITING_WHAT:
        "In a waiting list for two weeks or more.",
        "На листи чекања две недеље или дуже.";
    ABSENT_SINCE: "Absent since", "Изостаје од дана";
    LAST_SEEN: "Last seen", "Последњи долазак";
    WAITS_SINCE: "Waits since", "Чека од дана";
    ABSENCES: "Absences", "Изостанака";
    DAYS: "Days", "Дана";
}

plurals! {}
