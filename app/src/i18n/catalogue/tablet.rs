//! The tablet in the workshop: today's shifts, the register, what was made, closing, sending.

texts! {
    // Days, centres and shifts.
    TITLE: "Tablet", "Таблет";
    SHIFTS: "Shifts", "Смене";
    CHOOSE_SHIFT: "Choose a shift", "Изаберите смену";
    EARLIER_NOT_LOGGED: "Earlier, not logged", "Раније, није евидентирано";
    REFRESH: "Load again", "Учитај поново";
    TODAY: "Today", "Данас";
    YESTERDAY: "Yesterday", "Јуче";
    TODAYS_SHIFTS: "Today’s shifts", "Данашње смене";
    YESTERDAYS_SHIFTS: "Yesterday’s shifts", "Јучерашње смене";
    SHIFTS_OF_DAY: "Shifts: {date}", "Смене: {date}";
    NO_SHIFT_TODAY: "There is no shift today.", "Данас нема смена.";
    NO_SHIFT_YESTERDAY: "There was no shift yesterday.", "Јуче није било смена.";
    NO_SHIFT_HINT:
        "If one should be here, ask your manager to plan it.",
        "Ако би требало да је има, замолите руководиоца да је упише у план.";
    CHOOSE_CENTRE: "Choose a centre", "Изаберите центар";
    CHANGE_CENTRE: "Change the centre", "Промени центар";
    NO_CENTRE_TRAININGS: "Trainings", "Обуке";
    NO_CENTRE:
        "Your account has no centre yet. Ask your coordinator.",
        "Ваш налог још нема центар. Обратите се координатору.";
    OPEN_SHIFT: "Open the shift", "Отвори смену";
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
    TAP_AGAIN: "Tap again to change it.", "Додирните поново да промените.";
    /// What a screen reader says for a row of the register.
    PERSON_MARK: "{alias}: {mark}", "{alias}: {mark}";
    /// The name of a tile: alias and code, and the mark.
    TILE_NAME: "{person}, {mark}", "{person}, {mark}";
    ENROLLED: "Enrolled", "Уписани";
    WALK_IN: "walk-in", "без уписа";
    WALK_INS: "Walk-ins", "Дошли без уписа";
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
    DONE_HEADCOUNT: "counted: {n}", "пребројано: {n}";
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
    CODE_MADE: "Code: {code}", "Шифра: {code}";
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
    HEADCOUNT_SET: "Save the count", "Сачувај број";

    // Languages.
    LANGUAGE_NOBODY: "{language}: nobody", "{language}: нико";
    REACHED_THROUGH: "{people}: through {interpreter}", "{people}: преко {interpreter}";
    INTERPRETED: "{alias} interpreted", "Преводи: {alias}";

    // What was made.
    OUTPUTS: "Made in this shift", "Израђено у овој смени";
    OUTPUT_PRODUCT: "What was made?", "Шта је израђено?";
    NO_PRODUCTS: "This workshop makes no products.", "Ова радионица не израђује производе.";
    PLUS: "+{n}", "+{n}";
    QUANTITY: "Quantity", "Количина";
    NUMBER_PAD: "Number pad", "Бројчаник";
    DELETE_DIGIT: "Delete the last digit", "Обриши последњу цифру";
    CLEAR_NUMBER: "Clear", "Обриши све";
    ADD_QUANTITY: "Add {n}", "Додај {n}";
    OUTPUT_TOTAL: "Total of the shift: {quantity}", "Укупно у смени: {quantity}";
    ENTRY_LIST: "Entries", "Уноси";
    NO_ENTRIES: "Nothing entered yet", "Још ништа није унето";
    /// An entry of the list: how much, when.
    ENTRY_AT: "{quantity} at {time}", "{quantity} у {time}";
    VOID_ENTRY: "Withdraw this entry", "Повуци овај унос";
    TAKE_BACK: "Take back", "Повуци";
    VOID_CONFIRM: "Withdraw {quantity}?", "Да повучемо унос: {quantity}?";
    VOIDED: "Withdrawn", "Повучено";
    VOID_HINT:
        "A withdrawn entry stays in the list but no longer counts.",
        "Повучен унос остаје на листи, али се више не рачуна.";

    // Closing, not happening, opening again.
    CLOSE_SHIFT: "Close the shift", "Закључи смену";
    SUMMARY_TITLE: "Is this right?", "Да ли је овако?";
    SUMMARY_PRESENT: "Present", "Присутни";
    SUMMARY_ABSENT: "Absent", "Одсутни";
    SUMMARY_NOT_MARKED: "Not marked", "Неозначени";
    SUMMARY_WALK_INS: "Walk-ins", "Дошли без уписа";
    SUMMARY_HEADCOUNT: "Counted", "Пребројани";
    SUMMARY_CONTACTS: "Contacts together", "Контаката укупно";
    SUMMARY_MADE: "Made", "Израђено";
    SUMMARY_NOTHING_MADE: "nothing", "ништа";
    NOT_MARKED_MEANS:
        "Not marked does not mean absent. Go back if you know who was here.",
        "„Није означено” не значи да особа није била ту. Вратите се ако знате ко је био.";
    MARK_REST_ABSENT: "Mark the rest as absent", "Означи да остали нису ту";
    CLOSE_NOW: "Close", "Закључи";
    CLOSE_ANYWAY: "Close anyway", "Ипак закључи";
    BACK_TO_REGISTER: "Back to the register", "Назад на списак";
    CLOSED_AT: "Closed at {time}", "Закључена у {time}";
    SHIFT_IS_CLOSED: "The shift is closed. Thank you!", "Смена је закључена. Хвала!";
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
    SAVED_HERE: "Saved on this tablet", "Сачувано на овом таблету";
    SENDING: "Sending…", "Шаље се…";
    ALL_SENT: "Everything is sent", "Све је послато";
    NOT_SENT: "Not sent yet", "Још није послато";
    OFFLINE:
        "No connection. Go on working: everything is saved on this tablet and sent later.",
        "Нема везе. Наставите с радом: све се чува на овом таблету и шаље касније.";
    ONLINE_AGAIN: "The connection is back.", "Веза је поново успостављена.";
    SEND_NOW: "Send now", "Пошаљи сада";
    SENDING_TITLE: "Saving and sending", "Чување и слање";
    NO_CONNECTION: "No connection", "Нема везе";
    SEND_FAILED:
        "Sending did not work. It will be tried again by itself.",
        "Слање није успело. Биће аутоматски поновљено.";
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
    OTHER_ACCOUNT:
        "Entries of another account are saved here. They are sent when its owner signs in.",
        "Овде су сачувани уноси са другог налога. Биће послати када се његов власник пријави.";
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
    SHOWING_SAVED:
        "Without a connection: as this tablet last saw it, {when}.",
        "Без везе: стање које је таблет последњи пут видео, {when}.";
    NEVER_LOADED:
        "This tablet has not loaded this centre yet. It needs a connection once.",
        "Овај таблет још није учитао овај центар. Једном му је потребна веза.";

    // Languages: can everybody be reached?
    LANGUAGES: "Languages", "Језици";
    EVERYBODY_REACHED: "Everybody here can be spoken to.", "Са свима се може разговарати.";
    THROUGH_INTERPRETER: "{alias} interprets: {languages}", "{alias} преводи: {languages}";
    NOBODY_COVERS: "Nobody here covers: {languages}", "Нико овде не покрива: {languages}";
    LANGUAGE_HINT:
        "Counted are those marked as present and the facilitator.",
        "Рачунају се они за које је означено да су ту и водитељ.";
    SPEAKS: "Speaks: {languages}", "Говори: {languages}";
    LANGUAGES_UNKNOWN: "Languages not known: {aliases}", "Језици нису познати: {aliases}";
}

plurals! {
    PRESENT_COUNT:
        ["{n} present", "{n} present"],
        ["{n} особа је ту", "{n} особе су ту", "{n} особа је ту"];
    ABSENT_COUNT:
        ["{n} absent", "{n} absent"],
        ["{n} особа није ту", "{n} особе нису ту", "{n} особа није ту"];
    WALK_IN_COUNT:
        ["{n} walk-in", "{n} walk-ins"],
        ["{n} особа без уписа", "{n} особе без уписа", "{n} особа без уписа"];
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
    RETRY_IN:
        ["Next try in {n} second", "Next try in {n} seconds"],
        [
            "Следећи покушај за {n} секунду",
            "Следећи покушај за {n} секунде",
            "Следећи покушај за {n} секунди"
        ];
    HELD_COUNT:
        ["{n} entry waits for the manager", "{n} entries wait for the manager"],
        [
            "{n} унос чека руководиоца",
            "{n} уноса чекају руководиоца",
            "{n} уноса чека руководиоца"
        ];
    NOT_TAKEN_COUNT:
        ["{n} entry does not count", "{n} entries do not count"],
        ["{n} унос се не рачуна", "{n} уноса се не рачунају", "{n} уноса се не рачуна"];
    REFUSED_COUNT:
        ["{n} entry was not accepted", "{n} entries were not accepted"],
        [
            "{n} унос није прихваћен",
            "{n} уноса нису прихваћена",
            "{n} уноса није прихваћено"
        ];
}
