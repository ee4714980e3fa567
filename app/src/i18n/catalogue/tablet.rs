//! The tablet in the workshop: today's shifts, the register, what was made, closing, sending.

texts! {
    // Days, centres and shifts.
    TITLE: "Tablet", "Таблет";
    SHIFTS: "Shifts", "Смене";
    CHOOSE_SHIFT: "Choose a shift", "Изаберите смену";
    EARLIER_NOT_LOGGED: "Earlier, not logged", "Раније, није евидентирано";
    REFRESH: "Load again", "Учитај поново";
    TODAYS_SHIFTS: "Today’s shifts", "Данашње смене";
    NO_SHIFT_TODAY: "There is no shift today.", "Данас нема смена.";
    NO_SHIFT_YESTERDAY: "There was no shift yesterday.", "Јуче није било смена.";
    NO_SHIFT_HINT:
        "If one should be here, ask your manager to plan it.",
        "Ако би требало да је има, замолите руководиоца да је упише у план.";
    NO_CENTRE_TRAININGS: "Trainings", "Обуке";
    NO_CENTRE:
        "Your account has no centre yet. Ask your coordinator.",
        "Ваш налог још нема центар. Обратите се координатору.";
    BACK_TO_SHIFTS: "All shifts", "Све смене";
    CAPACITY: "Places: {n}", "Места: {n}";
    SHIFT_FULL:
        "All places are taken. You can still add somebody.",
        "Сва места су попуњена. Ипак можете додати особу.";
    OVER_CAPACITY: "Places: {capacity}, over by {n}", "Места: {capacity}, преко тога: {n}";
    SHIFT_UNKNOWN:
        "This tablet does not know this shift. Go back to the shifts and choose again.",
        "Овај таблет не познаје ову смену. Вратите се на смене и изаберите поново.";

    // The register.
    REGISTER: "Register", "Списак";
    MARKED_OF_TOTAL: "{marked} of {total} marked", "Означено: {marked} од {total}";
    EMPTY_REGISTER:
        "Nobody is enrolled. Add those who are here, or count them.",
        "Нико није уписан. Додајте оне који су ту или их пребројте.";
    TAP_HINT:
        "Tap a person who is here. Tap again: not here. Once more: not marked.",
        "Додирните особу која је ту. Други додир: није ту. Трећи: није означено.";
    /// The name of a tile: alias and code, and the mark.
    TILE_NAME: "{person}, {mark}", "{person}, {mark}";
    WALK_IN: "walk-in", "без уписа";
    ALL_PRESENT: "All present", "Сви су ту";
    ALL_PRESENT_HINT:
        "Marks everybody who is not marked yet as present.",
        "Означава да су ту сви који још нису означени.";

    // Undo: the last action in words.
    UNDO: "Undo", "Поништи";
    UNDO_ACTION: "Undo: {action}", "Поништи: {action}";
    UNDONE: "Undone: {action}", "Поништено: {action}";
    NOTHING_TO_UNDO: "Nothing to undo", "Нема шта да се поништи";
    DONE_PRESENT: "{alias} present", "{alias}: ту је";
    DONE_ABSENT: "{alias} absent", "{alias}: није ту";
    DONE_UNMARK: "{alias} not marked", "{alias}: без ознаке";
    DONE_ALL_PRESENT: "all present", "сви су ту";
    DONE_REST_ABSENT: "the rest absent", "остали нису ту";
    DONE_WALK_IN: "{alias} added", "додата особа: {alias}";
    DONE_OUTPUT: "{quantity} added", "додато: {quantity}";
    DONE_VOID: "{quantity} withdrawn", "повучено: {quantity}";
    DONE_CLOSE: "shift closed", "смена закључена";
    DONE_DID_NOT_HAPPEN: "shift did not happen", "смена није одржана";
    DONE_NOTE: "note added", "додата белешка";
    DONE_HAND_OVER: "handed over to {code}", "предато: {code}";
    DONE_REOPEN: "shift opened again", "смена поново отворена";

    // Adding a walk-in.
    ADD_WALK_IN: "Add a walk-in", "Додај особу без уписа";
    WALK_IN_TITLE: "Who came without being enrolled?", "Ко је дошао без уписа?";
    ALIAS: "Alias (optional)", "Надимак (није обавезно)";
    ALIAS_HINT:
        "A code is made on the spot. An alias helps you to find the person again; do not write a full name.",
        "Шифра се прави на лицу места. Надимак помаже да особу поново нађете; не уписујте пуно име.";
    SEX: "Sex", "Пол";
    BIRTH_YEAR: "Year of birth (optional)", "Година рођења (није обавезно)";
    BIRTH_YEAR_HINT: "About is enough, for instance 2004.", "Довољно је отприлике, на пример 2004.";
    ADD_PERSON: "Add and mark as present", "Додај и означи да је ту";
    KNOWN_PEOPLE: "Known in this centre", "Познати у овом центру";
    FIND_PERSON: "Find by alias or code", "Нађи по надимку или шифри";
    MORE_MATCHES:
        "There are more: write more of the alias or code.",
        "Има их још: упишите још део надимка или шифре.";
    NEW_PERSON: "New in this centre", "Нова особа у центру";
    SEX_MISSING: "Choose one, also “not disclosed”.", "Изаберите једно, макар и „није наведен”.";
    CODE_HINT:
        "This is the person’s code. With it you find the person again.",
        "Ово је шифра особе. По њој је поново налазите.";
    ADD_ANOTHER: "Add another person", "Додај још једну особу";

    // People who are counted, not named.
    HEADCOUNT: "Headcount", "Пребројани";
    HEADCOUNT_HELP: "People who are not named", "Људи који се не уписују поименце";
    HEADCOUNT_ADD: "One more", "Још један";
    HEADCOUNT_LESS: "One fewer", "Један мање";

    // Languages.
    LANGUAGE_NOBODY: "{language}: nobody", "{language}: нико";
    REACHED_THROUGH: "{people}: through {interpreter}", "{people}: преко {interpreter}";
    INTERPRETED: "{alias} interpreted", "Преводи: {alias}";

    // What was made.
    OUTPUTS: "Made in this shift", "Израђено у овој смени";
    PLUS: "+{n}", "+{n}";
    NUMBER_PAD: "Number pad", "Бројчаник";
    DELETE_DIGIT: "Delete the last digit", "Обриши последњу цифру";
    ADD_QUANTITY: "Add {n}", "Додај {n}";
    OUTPUT_TOTAL: "Total of the shift: {quantity}", "Укупно у смени: {quantity}";
    ENTRY_LIST: "Entries", "Уноси";
    VOID_ENTRY: "Withdraw this entry", "Повуци овај унос";
    TAKE_BACK: "Take back", "Повуци";

    // Closing, not happening, opening again.
    CLOSE_SHIFT: "Close the shift", "Закључи смену";
    SUMMARY_TITLE: "Is this right?", "Да ли је овако?";
    SUMMARY_PRESENT: "Present", "Присутни";
    SUMMARY_ABSENT: "Absent", "Одсутни";
    SUMMARY_NOT_MARKED: "Not marked", "Неозначени";
    SUMMARY_WALK_INS: "Walk-ins", "Дошли без уписа";
    SUMMARY_HEADCOUNT: "Counted", "Пребројани";
    SUMMARY_CONTACTS: "Contacts together", "Контаката укупно";
    SUMMARY_NOTHING_MADE: "nothing", "ништа";
    NOT_MARKED_MEANS:
        "Not marked does not mean absent. Go back if you know who was here.",
        "„Није означено” не значи да особа није била ту. Вратите се ако знате ко је био.";
    MARK_REST_ABSENT: "Mark the rest as absent", "Означи да остали нису ту";
    CLOSE_NOW: "Close", "Закључи";
    CLOSE_ANYWAY: "Close anyway", "Ипак закључи";
    BACK_TO_REGISTER: "Back to the register", "Назад на списак";
    CLOSED_AT: "Closed at {time}", "Закључена у {time}";
    REOPEN: "Open again", "Отвори поново";
    REOPEN_HINT:
        "Open the shift again if something is missing or wrong.",
        "Отворите смену поново ако нешто недостаје или није тачно.";
    DID_NOT_HAPPEN: "Did not happen", "Није одржана";
    DID_NOT_HAPPEN_TITLE: "The shift did not happen", "Смена није одржана";
    CHOOSE_REASON: "Why?", "Зашто?";
    REASON_MISSING: "Choose a reason.", "Изаберите разлог.";
    REMARK: "Remark (optional)", "Напомена (није обавезно)";
    REMARK_HINT: "Please write no names.", "Молимо, не пишите имена.";
    SAVE_NOT_HAPPENED: "Save: did not happen", "Сачувај: није одржана";
    NOT_HAPPENED_BUT_ENTRIES:
        "People or pieces are entered for this shift. Withdraw them first, or close the shift.",
        "За ову смену су унети људи или комади. Прво их повуците или закључите смену.";

    // Saving and sending.
    ALL_SENT: "Everything is sent", "Све је послато";
    NOT_SENT: "Not sent yet", "Још није послато";
    OFFLINE:
        "No connection. Go on working: everything is saved on this tablet and sent later.",
        "Нема везе. Наставите с радом: све се чува на овом таблету и шаље касније.";
    SEND_NOW: "Send now", "Пошаљи сада";
    SENDING_TITLE: "Saving and sending", "Чување и слање";
    NO_CONNECTION: "No connection", "Нема везе";
    LAST_SENT: "Last sent at {time}", "Последње слање у {time}";
    HELD: "Waits for the manager", "Чека руководиоца";
    HELD_HINT:
        "This entry is kept. Your manager looks at it and decides.",
        "Овај унос је сачуван. Руководилац ће га погледати и одлучити.";
    REFUSED: "Not accepted", "Није прихваћено";
    REFUSED_HINT:
        "This entry is kept for the record but does not count.",
        "Овај унос је сачуван у евиденцији, али се не рачуна.";
    ONLY_HERE_HINT:
        "It is only on this tablet: leave the page open and tell your coordinator.",
        "Налази се само на овом таблету: не затварајте страницу и јавите координатору.";
    SIGN_IN_TO_SEND:
        "Sign in to send what is saved on this tablet.",
        "Пријавите се да бисте послали оно што је сачувано на овом таблету.";
    CANNOT_SAVE:
        "This browser cannot save anything. Leave the page open until everything is sent.",
        "Овај прегледач не може ништа да сачува. Не затварајте страницу док се све не пошаље.";
    STORAGE_FULL:
        "The tablet’s memory is full. Send what is saved, then free some space.",
        "Меморија таблета је пуна. Пошаљите сачувано, па ослободите простор.";
    CLOCK_WRONG:
        "The tablet’s clock is off by {minutes} minutes. Entries are still put at the right time.",
        "Сат таблета одступа (минута: {minutes}). Уноси се ипак бележе у право време.";
    NEW_VERSION: "A new version is ready.", "Спремна је нова верзија.";
    UPDATE_NOW: "Load it now", "Учитај је сада";
    READY_OFFLINE: "This tablet works without a connection.", "Овај таблет ради и без везе.";
    NOT_READY_OFFLINE:
        "Not ready yet for work without a connection. Leave the page open a moment.",
        "Још није спремно за рад без везе. Оставите страницу отворену још мало.";

    // Loading, errors, nothing there.
    LOADING_SHIFTS: "Loading the shifts…", "Учитавају се смене…";
    LOAD_FAILED: "The shifts could not be loaded.", "Смене нису учитане.";
}

plurals! {
    PRESENT_COUNT:
        ["{n} present", "{n} present"],
        ["{n} особа је ту", "{n} особе су ту", "{n} особа је ту"];
    ABSENT_COUNT:
        ["{n} absent", "{n} absent"],
        ["{n} особа није ту", "{n} особе нису ту", "{n} особа није ту"];
    HEADCOUNT_COUNT:
        ["{n} person counted", "{n} people counted"],
        ["{n} пребројана особа", "{n} пребројане особе", "{n} пребројаних особа"];
    NOT_MARKED_WARNING:
        ["{n} person is not marked.", "{n} people are not marked."],
        ["{n} особа није означена.", "{n} особе нису означене.", "{n} особа није означено."];
    UNSENT_COUNT:
        ["{n} entry not sent yet", "{n} entries not sent yet"],
        ["{n} унос још није послат", "{n} уноса још нису послата", "{n} уноса још није послато"];
    SENDING_COUNT:
        ["Sending {n} entry…", "Sending {n} entries…"],
        ["Шаље се {n} унос…", "Шаљу се {n} уноса…", "Шаље се {n} уноса…"];
    NOT_TAKEN_COUNT:
        ["{n} entry does not count", "{n} entries do not count"],
        ["{n} унос се не рачуна", "{n} уноса се не рачунају", "{n} уноса се не рачуна"];
}
