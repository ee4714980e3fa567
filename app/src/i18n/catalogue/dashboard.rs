//! The manager's page of a centre: the figures of a day and of a month.

texts! {
    TITLE: "Centre", "Центар";
    DAY_TITLE: "The day: {date}", "Дан: {date}";
    TODAY_TITLE: "Today: {date}", "Данас: {date}";
    YESTERDAY_TITLE: "Yesterday: {date}", "Јуче: {date}";
    DAY_BEFORE_TITLE: "The day before: {date}", "Дан раније: {date}";
    AHEAD: "The week ahead", "Наредна недеља";
    MONTH_TITLE: "The month: {month}", "Месец: {month}";
    PREVIOUS_DAY: "Previous day", "Претходни дан";
    NEXT_DAY: "Next day", "Следећи дан";
    TO_TODAY: "To today", "На данас";

    // Figures.
    PLANNED: "Planned shifts", "Планиране смене";
    HELD_SHIFTS: "Held", "Одржане";
    NOT_LOGGED: "Not logged", "Нису евидентиране";
    DID_NOT_HAPPEN: "Did not happen", "Нису одржане";
    CONTACTS: "Contacts", "Контакти";
    OF_THEM_COUNTED: "of them counted without a name: {n}", "од тога само пребројани: {n}";
    PIECES: "Pieces made", "Израђено комада";
    DIFFERENT_PEOPLE: "Different people", "Различите особе";
    /// Stands below a range.
    DIFFERENT_PEOPLE_RANGE_WHY:
        "People who were counted without a name may be the same ones.",
        "Међу онима који су само пребројани могу бити исте особе.";
    ATTENDANCE_RATE: "Attendance rate", "Стопа присуства";
    ENROLLED: "Enrolled", "Уписани";
    OCCUPANCY_NEVER:
        "No number of people housed is recorded.",
        "Број смештених није забележен.";
    CHILDREN_HOUSED: "of them children: {n}", "од тога деце: {n}";

    // What was made.
    OUTPUTS: "What was made", "Шта је израђено";

    // Shifts of the day.
    SHIFTS: "Shifts", "Смене";
    SHIFTS_ON: "Shifts on {date}", "Смене за дан {date}";
    SHIFT_TIME: "Time", "Време";
    FACILITATOR: "Facilitator", "Водитељ";
    PRESENT: "Present", "Присутни";
    NOT_LOGGED_TITLE: "Shifts that nobody logged", "Смене које нико није евидентирао";
    NOT_LOGGED_NONE: "Every shift so far is logged.", "Све досадашње смене су евидентиране.";
    NOT_LOGGED_ASK_SHORT: "ask the facilitators", "питајте водитеље";
    NOBODY_ASSIGNED: "nobody assigned", "нико није одређен";


    // Entries that wait.
    REVIEW_TITLE: "Entries to review", "Уноси за проверу";
    REVIEW_HELP:
        "These entries are kept but do not count until somebody decides.",
        "Ови уноси су сачувани, али се не рачунају док неко не одлучи.";
    REVIEW_NONE: "Nothing to review.", "Нема уноса за проверу.";
    REVIEW_HELD: "Waits", "Чека";
    REVIEW_REJECTED: "Refused", "Одбијено";

    // Why an entry waits, and what a manager can do about it.
    WHY_UNKNOWN:
        "Something that it builds on has not arrived here yet.",
        "Нешто на шта се ослања овде још није стигло.";
    DO_WAIT_FOR_TABLET:
        "It is taken in by itself when that arrives: ask the facilitator to send the rest.",
        "Прихвата се сам када то стигне: замолите водитеља да пошаље остало.";
    WHY_OTHER_CENTRE:
        "It speaks of something that belongs to another centre.",
        "Односи се на нешто што припада другом центру.";
    DO_ENTER_THERE:
        "If it is right, take it in, or have it entered in that centre.",
        "Ако је тачно, прихватите или нека се унесе у том центру.";
    WHY_CODE_TAKEN: "The code was already in use.", "Шифра је већ била заузета.";
    DO_OTHER_CODE: "Have it entered with another code.", "Нека се унесе са другом шифром.";
    WHY_EXISTS: "The same was already there.", "Исто је већ постојало.";
    DO_NOTHING: "Nothing needs to be done.", "Ништа не треба радити.";
    WHY_SHIFT_CLOSED:
        "The shift was already closed when this was entered.",
        "Смена је већ била закључена када је ово унето.";
    WHY_SHIFT_DID_NOT_HAPPEN:
        "The shift was marked as not held.",
        "За смену је стајало да није одржана.";
    DO_TAKE_IN: "If it is right, take it in.", "Ако је тачно, прихватите.";
    DO_CORRECT: "If you know better, correct it.", "Ако знате тачно, исправите.";
    WHY_SHIFT_OPEN: "The shift was already open.", "Смена је већ била отворена.";
    WHY_SHIFT_NOT_STARTED:
        "It was entered before the day of the shift.",
        "Унето је пре дана смене.";
    DO_CHECK_TABLET_DAY:
        "Check the date of the tablet; if the entry is right, take it in.",
        "Проверите датум на таблету; ако је унос тачан, прихватите.";
    WHY_VERSION:
        "The tablet has another version than the server.",
        "Таблет и сервер имају различите верзије.";
    DO_RELOAD_TABLET:
        "Reload its page while it is connected, then enter this again.",
        "Учитајте страницу на њему док има везе, па унесите поново.";
    WHY_NOT_ALLOWED:
        "The account had no right to enter this here.",
        "Налог није имао право да ово овде унесе.";
    DO_ASK_COORDINATOR:
        "If it is right, take it in; for the next time, ask the coordinator for access.",
        "Ако је тачно, прихватите; за следећи пут тражите приступ од координатора.";
    WHY_VOIDED: "The entry was already withdrawn.", "Унос је већ био повучен.";
    WHY_UNREADABLE: "It could not be used as it came.", "Није могло да се употреби како је стигло.";
    DO_ENTER_AGAIN: "Have it entered once more.", "Нека се унесе још једном.";

    // Why a figure is empty.
    EMPTY_NOBODY_REGISTERED:
        "Nobody was enrolled, so there is no rate.",
        "Нико није био уписан, па нема стопе.";
    EMPTY_NO_OCCUPANCY:
        "No number of people housed was entered for that day.",
        "За тај дан није унет број смештених.";
    EMPTY_NO_CAPACITY: "No capacity is known for that day.", "За тај дан није познат капацитет.";
    EMPTY_NO_SHIFTS: "No shift was planned.", "Ниједна смена није планирана.";
    EMPTY_NOTHING_HELD: "No shift was held.", "Ниједна смена није одржана.";
    EMPTY_NOTHING_MADE: "Nothing was made.", "Ништа није израђено.";
    PRELIMINARY:
        "Not final: some shifts are not closed.",
        "Није коначно: неке смене нису закључене.";
}

plurals! {
    SHIFTS_COUNT: ["{n} shift", "{n} shifts"], ["{n} смена", "{n} смене", "{n} смена"];
    NOT_LOGGED_COUNT:
        ["{n} shift was not logged", "{n} shifts were not logged"],
        [
            "{n} смена није евидентирана",
            "{n} смене нису евидентиране",
            "{n} смена није евидентирано"
        ];
    HOUSED:
        ["{n} person housed", "{n} people housed"],
        ["{n} смештена особа", "{n} смештене особе", "{n} смештених особа"];
}
