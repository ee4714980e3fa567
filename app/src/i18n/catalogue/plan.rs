//! The pages of the plan: workshops, rooms, schedules, the week.

texts! {
    TITLE: "Plan of the week", "План недеље";
    OWN_TITLE: "My week", "Моја недеља";
    OWN_INTRO: "The shifts you are in charge of, in all centres.", "Смене које водите, у свим центрима.";
    WEEK_OF: "Week from {from} to {to}", "Недеља од {from} до {to}";
    EARLIER_WEEK: "Earlier week", "Претходна недеља";
    LATER_WEEK: "Later week", "Следећа недеља";
    THIS_WEEK: "This week", "Ова недеља";
    ANY_DAY: "A day of the week", "Дан у недељи";
    NO_SHIFTS: "No shifts", "Нема смена";
    NOTHING_PLANNED: "Nothing is planned in this week", "У овој недељи ништа није планирано";
    NOTHING_PLANNED_WHAT:
        "Make a schedule, or add a single shift below.",
        "Направите распоред, или додајте једну смену испод.";
    ALL_WORKSHOPS: "All workshops", "Све радионице";
    ALL_STAFF: "All facilitators", "Сви водитељи";
    CLOSED_FROM: "Closed {days}: {reason}", "Затворено {days}: {reason}";
    ENROLLED_OF: "Enrolled: {n} of {total}", "Уписано: {n} од {total}";
    ENROLLED: "Enrolled: {n}", "Уписано: {n}";
    NOBODY_LEADS: "No facilitator", "Без водитеља";
    OVER_CAPACITY: "More enrolled than places", "Уписаних више него места";
    CHANGE_SCHEDULE: "Change this and all that follow", "Измени ову и све наредне";
    ONLY_THIS: "What you change here changes this shift only.", "Овде се мења само ова смена.";
    OPEN_ON_TABLET: "Open on the tablet", "Отвори на таблету";
    BACK_TO_WEEK: "Back to the week", "Назад на недељу";

    CLASH_ROOM_TAKEN: "The room is taken at that time", "Просторија је тада заузета";
    CLASH_ROOM_SMALL: "The room takes fewer people than the workshop", "Просторија прима мање људи него радионица";
    CLASH_BUSY: "The facilitator has another shift at that time", "Водитељ тада има другу смену";
    CLASH_CLOSED: "Closed on that day", "Тог дана је затворено";
    CLASH_NO_PLACE: "No place is left", "Нема слободних места";
    DESPITE: "Why all the same", "Зашто ипак";
    DESPITE_CHOOSE: "Choose a reason", "Изаберите разлог";
    DESPITE_SHARED: "Both groups share it", "Обе групе то деле";
    DESPITE_SMALL: "The group will be smaller", "Група ће бити мања";
    DESPITE_AGREED: "Agreed with those concerned", "Договорено са онима кога се тиче";
    DESPITE_OTHER: "Another reason", "Други разлог";
    PLANNED_DESPITE: "Planned all the same: {reason}", "Ипак планирано: {reason}";

    MOVE: "Move or change", "Премести или измени";
    START: "Begins at", "Почиње у";
    MINUTES: "Length in minutes", "Трајање у минутима";
    ROOM: "Room", "Просторија";
    NO_ROOM: "No room", "Без просторије";
    SAVE_MOVE: "Save this shift", "Сачувај ову смену";
    MOVED: "The shift is changed.", "Смена је измењена.";
    CANNOT_MOVE:
        "This shift has begun, is over, or something is logged of it: it stays where it is.",
        "Смена је почела, завршена је или је у њој нешто евидентирано: остаје где јесте.";
    FACILITATORS: "Facilitators", "Водитељи";
    ASSIGN: "Put in charge", "Одреди за водитеља";
    ASSIGNED: "The facilitator is put in charge.", "Водитељ је одређен.";
    UNASSIGN: "Take out", "Уклони";
    UNASSIGN_WHO: "Take {code} out", "Уклони {code}";
    UNASSIGNED: "The facilitator is taken out.", "Водитељ је уклоњен.";
    CANCEL: "It will not happen", "Неће се одржати";
    CANCEL_REMARK: "Remark (optional)", "Напомена (није обавезно)";
    SAVE_CANCEL: "Save: will not happen", "Сачувај: неће се одржати";
    CANCELLED: "The shift will not happen.", "Смена се неће одржати.";
    REOPEN: "Plan it again", "Планирај поново";
    REOPENED: "The shift is planned again.", "Смена је поново планирана.";
    ADD: "Add a single shift", "Додај појединачну смену";
    SAVE_ADD: "Add the shift", "Додај смену";
    ADDED: "The shift is added.", "Смена је додата.";

    CALENDAR: "In a calendar program", "У програму за календар";
    CALENDAR_WHAT:
        "A secret address under which a calendar program reads these shifts. It names no participants. Whoever knows it can read them: a new address ends the old one.",
        "Тајна адреса са које програм за календар чита ове смене. У њој нема имена учесника. Ко је зна, може да их чита: нова адреса поништава стару.";
    CALENDAR_SINCE: "An address exists since {date}.", "Адреса постоји од {date}";
    CALENDAR_NEW: "Make an address", "Направи адресу";
    CALENDAR_AGAIN: "Make a new address", "Направи нову адресу";
    CALENDAR_END: "End the address", "Поништи адресу";
    CALENDAR_MADE: "This is the address. It is shown only now: copy it.", "Ово је адреса. Приказује се само сада: копирајте је.";
    CALENDAR_ENDED: "The address is ended.", "Адреса је поништена.";
    CALENDAR_ADDRESS: "Address of the calendar", "Адреса календара";

    WORKSHOPS: "Workshops", "Радионице";
    WORKSHOPS_INTRO:
        "What is done in the centre, what it makes and how many people it takes at once.",
        "Шта се ради у центру, шта се израђује и колико људи стаје одједном.";
    NO_WORKSHOPS: "No workshops yet", "Још нема радионица";
    NEW_WORKSHOP: "New workshop", "Нова радионица";
    CODE: "Code", "Шифра";
    NAME_EN: "Name in English", "Назив на енглеском";
    NAME_SR: "Name in Serbian, Cyrillic", "Назив на српском, ћирилицом";
    ACTIVITY: "Activity", "Активност";
    PEOPLE: "People at once", "Људи одједном";
    PEOPLE_OPTIONAL: "People at once (empty: no limit)", "Људи одједном (празно: без ограничења)";
    NO_LIMIT: "no limit", "без ограничења";
    SAVE_WORKSHOP: "Add the workshop", "Додај радионицу";
    WORKSHOP_SAVED: "The workshop is added. Next: a schedule.", "Радионица је додата. Следеће: распоред.";
    PRODUCTS: "Products", "Производи";
    NEW_PRODUCT: "New product of a workshop", "Нов производ радионице";
    UNIT: "Counted in", "Броји се у";
    SAVE_PRODUCT: "Add the product", "Додај производ";
    PRODUCT_SAVED: "The product is added.", "Производ је додат.";
    NEW_PLACES: "Places in a workshop", "Места у радионици";
    FROM_DAY: "From day", "Од дана";
    SAVE_PLACES: "Save the places", "Сачувај број места";
    PLACES_SAVED: "The number of people is saved.", "Број људи је сачуван.";
    FROM_ON: "{n} from {date}", "{n} од {date}";

    ROOMS: "Rooms and closed days", "Просторије и затворени дани";
    ROOMS_INTRO:
        "Rooms with how many people may be in them at once, and the days on which the centre or a room is closed.",
        "Просторије са бројем људи који у њима сме да буде одједном, и дани када је центар или просторија затворена.";
    NO_ROOMS: "No rooms yet", "Још нема просторија";
    ROOM_LIST: "Rooms", "Просторије";
    NEW_ROOM: "New room", "Нова просторија";
    SAVE_ROOM: "Add the room", "Додај просторију";
    ROOM_SAVED: "The room is added.", "Просторија је додата.";
    NEW_ROOM_PLACES: "People in a room", "Људи у просторији";
    CLOSURES: "Closed days", "Затворени дани";
    NO_CLOSURES: "No closed days", "Нема затворених дана";
    CLOSE: "Close days", "Затвори дане";
    CLOSE_WHAT:
        "Shifts on these days that are not logged will not happen, with this reason. It can be undone.",
        "Смене у тим данима које нису евидентиране неће се одржати, са овим разлогом. То се може поништити.";
    WHOLE_CENTRE: "The whole centre", "Цео центар";
    WHAT_CLOSES: "What is closed", "Шта је затворено";
    FIRST_DAY: "First day", "Први дан";
    LAST_DAY: "Last day", "Последњи дан";
    REASON: "Reason", "Разлог";
    SAVE_CLOSE: "Close", "Затвори";
    CLOSED: "The days are closed.", "Дани су затворени.";
    OPEN_AGAIN: "Open again", "Отвори поново";
    OPEN_AGAIN_OF: "Open again: {days}", "Отвори поново: {days}";
    OPENED: "The days are open again.", "Дани су поново отворени.";
    OPENED_STATE: "opened again", "поново отворено";

    SCHEDULES: "Schedules", "Распореди";
    SCHEDULES_INTRO:
        "A schedule makes the shifts of a workshop by itself, eight weeks ahead.",
        "Распоред сам прави смене радионице, осам недеља унапред.";
    NO_SCHEDULES: "No schedules yet", "Још нема распореда";
    NEW_SCHEDULE: "New schedule", "Нов распоред";
    CHANGE_TITLE: "Change a schedule", "Измена распореда";
    CHANGE_WHAT:
        "The schedule ends the day before, and continues from that day on as entered here. What was logged stays.",
        "Распоред се завршава дан раније и од тог дана наставља како је овде унето. Што је евидентирано, остаје.";
    WEEKDAYS: "Weekdays", "Дани у недељи";
    EVERY: "Every how many weeks", "На колико недеља";
    MONTHLY: "or once a month", "или једном месечно";
    MONTHLY_NO: "Not monthly", "Не месечно";
    NTH_1: "first", "први пут";
    NTH_2: "second", "други пут";
    NTH_3: "third", "трећи пут";
    NTH_4: "fourth", "четврти пут";
    NTH_LAST: "last", "последњи пут";
    STARTS: "Beginnings, e.g. 08:00, 10:00", "Почеци, нпр. 08:00, 10:00";
    LAST_DAY_OPTIONAL: "Last day (empty: without an end)", "Последњи дан (празно: без краја)";
    SAVE_SCHEDULE: "Make the schedule", "Направи распоред";
    SAVE_CHANGE: "Change from that day on", "Измени од тог дана";
    END: "End", "Заврши";
    END_AFTER: "End after day", "Заврши после дана";
    ENDED: "The schedule is ended. Its later shifts that nobody touched are off the plan.", "Распоред је завршен. Његове касније смене које нико није дирао скинуте су са плана.";
    WITHOUT_END: "without an end", "без краја";
    IS_OVER: "over", "завршено";
    NEXT_ON: "Next: {date}", "Следећа: {date}";
    SEE_WEEK: "See the week", "Погледај недељу";
    CHANGE: "Change", "Измени";
    EVERY_WEEK: "every week: {days}", "сваке недеље: {days}";
    EVERY_WEEKS: "every {n} weeks: {days}", "на сваких {n} недеља: {days}";
    EVERY_DAY: "every day", "сваког дана";
    EVERY_MONTH: "every month, {nth} {day}", "сваког месеца, {nth} {day}";
    WHEN: "When", "Када";
    STAFF: "Staff and languages", "Особље и језици";
    STAFF_INTRO:
        "What the facilitators speak. Every shift then tells who is reached in which language, through whom, and which language nobody covers.",
        "Шта говоре водитељи. Тако свака смена каже ко је на ком језику обухваћен, преко кога, и који језик нико не покрива.";
    NO_STAFF: "Nobody works here yet", "Овде још нико не ради";
    LANGUAGES: "Languages", "Језици";
    NEW_LANGUAGE: "Add or change a language", "Додај или измени језик";
    LANGUAGE: "Language", "Језик";
    LEVEL: "How well", "Колико добро";
    SAVE_LANGUAGE: "Save the language", "Сачувај језик";
    LANGUAGE_SAVED: "The language is saved.", "Језик је сачуван.";
    BRIDGE_UNSTAFFED:
        "The languages of the facilitators are not known.",
        "Језици водитеља нису познати.";
    INTERPRETED_UNDO: "{who}: did not interpret after all", "{who}: ипак не преводи";
    INTERPRETED_SAVED: "Saved: who interpreted.", "Сачувано: ко је преводио.";
    WORKSHOP_FIRST: "Add a workshop first.", "Прво додајте радионицу.";
}

plurals! {
    LANGUAGE_NOT_KNOWN:
        ["Language not known: {n} person", "Language not known: {n} people"],
        ["Непознат језик: {n} особа", "Непознат језик: {n} особе", "Непознат језик: {n} особа"];
    SHIFTS_MADE:
        ["{n} shift is planned by it from today on.", "{n} shifts are planned by it from today on."],
        ["По њему је од данас планирана {n} смена.", "По њему су од данас планиране {n} смене.", "По њему је од данас планирано {n} смена."];
    SHIFTS_AHEAD: ["{n} shift ahead", "{n} shifts ahead"], ["{n} смена испред", "{n} смене испред", "{n} смена испред"];
    MINUTES_LONG: ["{n} minute", "{n} minutes"], ["{n} минут", "{n} минута", "{n} минута"];
}
