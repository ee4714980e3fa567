//! The manager's page of the shared tablets of a centre.

texts! {
    TITLE: "Tablets", "Таблети";
    INTRO:
        "Facilitators share these tablets. A tablet works without a connection for days; it belongs to this centre and can be revoked.",
        "Водитељи деле ове таблете. Таблет данима ради и без везе; припада овом центру и може да се опозове.";
    NONE: "There is no shared tablet here yet.", "Овде још нема заједничког таблета.";
    NONE_TEXT:
        "Add one below: you get a code to type into the tablet.",
        "Додајте га испод: добићете шифру која се укуцава на таблету.";
    LIST: "Tablets of this centre", "Таблети овог центра";

    // The state of a tablet.
    IN_USE: "In use", "У употреби";
    WAITS: "Waits for its code", "Чека шифру";
    NEEDS_CODE: "Needs a new code", "Потребна је нова шифра";
    REVOKED: "Revoked", "Опозван";
    ADDED: "Added", "Додат";
    ENROLLED: "In use since", "У употреби од";
    SEEN: "Last sync", "Последња размена";
    SEEN_NEVER: "not yet", "још није";
    CODE_UNTIL: "Code valid until", "Шифра важи до";
    REVOKED_AT: "Revoked on", "Опозван дана";
    HANDED_IN: "Handed in what it still held", "Предао је оно што је још имао";
    HANDED_IN_NOT: "not yet: it has not been online since", "још није: од тада није био на вези";
    /// A day and a time.
    AT: "{date}, {time}", "{date}, {time}";

    // Members.
    MEMBERS: "People who use it", "Ко га користи";
    MEMBERS_NONE:
        "Nobody has signed in on it yet.",
        "Још се нико није пријавио на њему.";
    RESET_PIN: "Reset PIN", "Нови ПИН";
    RESET_PIN_OF: "Reset PIN of {account} on {tablet}", "Нови ПИН за {account} на таблету {tablet}";

    // What can be done.
    ADD_TITLE: "Add a tablet", "Додај таблет";
    ADD_CODE: "Label to write on the tablet", "Ознака која ће писати на таблету";
    ADD_CODE_HINT:
        "Capital letters, digits and hyphens. It tells the tablets of the organisation apart.",
        "Велика латинична слова, цифре и цртице. По њој се разликују таблети организације.";
    ADD: "Add and show the code", "Додај и прикажи шифру";
    NEW_CODE: "New code", "Нова шифра";
    NEW_CODE_OF: "New code for {tablet}", "Нова шифра за {tablet}";
    REVOKE: "Revoke…", "Опозови…";
    REVOKE_OF: "Revoke {tablet}…", "Опозови таблет {tablet}…";
    REVOKE_WHAT:
        "When the tablet is online next, it hands in once what it still holds. Those entries wait here for your decision. Then it wipes itself. Until it is online, nothing changes on it.",
        "Када таблет следећи пут буде на вези, једном предаје оно што још има. Ти уноси чекају овде на вашу одлуку. Затим се таблет сам обрише. Док није на вези, на њему се ништа не мења.";
    REVOKE_FOR_GOOD:
        "This cannot be undone. If the tablet is found again, add it as a new one.",
        "Ово не може да се поништи. Ако се таблет пронађе, додајте га као нов.";
    REVOKE_BUTTON: "Revoke {tablet} now", "Опозови таблет {tablet}";
    REVOKE_DONE: "The tablet is revoked.", "Таблет је опозван.";

    // A one-time code.
    CODE_TITLE: "Code for {tablet}", "Шифра за {tablet}";
    PIN_TITLE: "Code for a new PIN of {account}", "Шифра за нов ПИН: {account}";
    CODE_ONCE:
        "It is shown only once. It can be used one time, until {until}.",
        "Приказује се само једном. Може да се употреби једном, и то до: {until}";
    CODE_STEP_OPEN:
        "On the tablet, open the tablet page of this address.",
        "На таблету отворите страницу за таблет на овој адреси.";
    CODE_STEP_TYPE:
        "Choose “{button}” and type the code.",
        "Изаберите „{button}“ и укуцајте шифру.";
    CODE_STEP_JOIN:
        "Each facilitator then signs in there once and chooses a PIN.",
        "Сваки водитељ се затим једном пријави на њему и изабере ПИН.";
    PIN_STEP_OPEN:
        "On {tablet}, choose {account} and then “{button}”.",
        "На таблету {tablet} изаберите {account}, па „{button}“.";
    PIN_STEP_TYPE:
        "Type the code and choose a new PIN. Nothing that was entered is lost.",
        "Укуцајте шифру и изаберите нов ПИН. Ништа од унетог се не губи.";

    // Rescue files.
    RESCUE_TITLE: "Take in a rescue file", "Преузми датотеку за спасавање";
    RESCUE_WHAT:
        "A tablet that can no longer send writes what it holds into a file. Entries of the centre’s facilitators are taken in; all others wait for a decision. Taking a file in twice changes nothing.",
        "Таблет који више не може да шаље уписује све што има у датотеку. Уноси водитеља овог центра се преузимају; остали чекају одлуку. Ако се иста датотека преузме два пута, ништа се не мења.";
    RESCUE_FILE: "Rescue file", "Датотека за спасавање";
    RESCUE_PASSPHRASE: "Passphrase", "Лозинка датотеке";
    RESCUE_PASSPHRASE_HINT:
        "Only if one was chosen on the tablet.",
        "Само ако је изабрана на таблету.";
    RESCUE_BUTTON: "Take in", "Преузми";
    RESCUE_DONE: "The rescue file was taken in.", "Датотека за спасавање је преузета.";
    RESCUE_TAKEN: "taken in", "преузето";
    RESCUE_REPEATED: "were there already", "већ је постојало";
    RESCUE_HELD: "wait for a decision", "чека одлуку";
    RESCUE_REFUSED: "refused, kept", "одбијено, сачувано";
    RESCUE_UNREADABLE:
        "This file cannot be opened: it is damaged, of another organisation, or the passphrase is another one. Nothing was changed.",
        "Датотека не може да се отвори: оштећена је, припада другој организацији или је лозинка друга. Ништа није промењено.";
    RESCUE_TOO_LARGE:
        "The file is larger than {megabytes} MB. Nothing was changed.",
        "Датотека је већа од {megabytes} MB. Ништа није промењено.";
}

plurals! {
    RESCUE_ENTRIES:
        ["{n} entry in the file", "{n} entries in the file"],
        ["{n} унос у датотеци", "{n} уноса у датотеци", "{n} уноса у датотеци"];
}
