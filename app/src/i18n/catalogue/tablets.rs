//! The manager's page of the shared tablets of a centre.

texts! {
    TITLE: "Tablets", "Таблети", "الأجهزة اللوحية";
    INTRO:
        "Facilitators share these tablets. A tablet works without a connection for days; it belongs to this centre and can be revoked.",
        "Водитељи деле ове таблете. Таблет данима ради и без везе; припада овом центру и може да се опозове.",
        "يتشارك الميسّرون هذه الأجهزة اللوحية. يعمل الجهاز اللوحي أيامًا دون اتصال؛ وهو يتبع هذا المركز ويمكن سحب اعتماده.";
    NONE:
        "There is no shared tablet here yet.",
        "Овде још нема заједничког таблета.",
        "لا يوجد هنا جهاز لوحي مشترك بعد.";
    NONE_TEXT:
        "Add one below: you get a code to type into the tablet.",
        "Додајте га испод: добићете шифру која се укуцава на таблету.",
        "يرجى إضافة جهاز أدناه: سيظهر رمز لكتابته على الجهاز اللوحي.";
    LIST: "Tablets of this centre", "Таблети овог центра", "الأجهزة اللوحية لهذا المركز";

    // The state of a tablet.
    IN_USE: "In use", "У употреби", "في الاستخدام";
    WAITS: "Waits for its code", "Чека шифру", "في انتظار الرمز";
    NEEDS_CODE: "Needs a new code", "Потребна је нова шифра", "بحاجة إلى رمز جديد";
    REVOKED: "Revoked", "Опозван", "سُحب اعتماده";
    ADDED: "Added", "Додат", "تاريخ الإضافة";
    ENROLLED: "In use since", "У употреби од", "في الاستخدام منذ";
    SEEN: "Last sync", "Последња размена", "آخر مزامنة";
    SEEN_NEVER: "not yet", "још није", "ليس بعد";
    CODE_UNTIL: "Code valid until", "Шифра важи до", "الرمز صالح حتى";
    REVOKED_AT: "Revoked on", "Опозван дана", "تاريخ سحب الاعتماد";
    HANDED_IN:
        "Handed in what it still held",
        "Предао је оно што је још имао",
        "تم إرسال ما بقي فيه";
    HANDED_IN_NOT:
        "not yet: it has not been online since",
        "још није: од тада није био на вези",
        "ليس بعد: لم يتصل منذ ذلك الحين";
    /// A day and a time.
    AT: "{date}, {time}", "{date}, {time}", "{date}، {time}";

    // Members.
    MEMBERS: "People who use it", "Ко га користи", "مستخدمو هذا الجهاز";
    MEMBERS_NONE:
        "Nobody has signed in on it yet.",
        "Још се нико није пријавио на њему.",
        "لم يُسجّل أحد الدخول عليه بعد.";
    RESET_PIN: "Reset PIN", "Нови ПИН", "إعادة تعيين رمز PIN";
    RESET_PIN_OF:
        "Reset PIN of {account} on {tablet}",
        "Нови ПИН за {account} на таблету {tablet}",
        "إعادة تعيين رمز PIN للحساب {account} على {tablet}";

    // What can be done.
    ADD_TITLE: "Add a tablet", "Додај таблет", "إضافة جهاز لوحي";
    ADD_CODE:
        "Label to write on the tablet",
        "Ознака која ће писати на таблету",
        "علامة تُكتب على الجهاز اللوحي";
    ADD_CODE_HINT:
        "Capital letters, digits and hyphens. It tells the tablets of the organisation apart.",
        "Велика латинична слова, цифре и цртице. По њој се разликују таблети организације.",
        "حروف لاتينية كبيرة وأرقام وشرطات. بها تتميّز أجهزة المنظمة اللوحية بعضها عن بعض.";
    ADD: "Add and show the code", "Додај и прикажи шифру", "إضافة وإظهار الرمز";
    NEW_CODE: "New code", "Нова шифра", "رمز جديد";
    NEW_CODE_OF: "New code for {tablet}", "Нова шифра за {tablet}", "رمز جديد للجهاز {tablet}";
    REVOKE: "Revoke…", "Опозови…", "سحب الاعتماد…";
    REVOKE_OF: "Revoke {tablet}…", "Опозови таблет {tablet}…", "سحب اعتماد {tablet}…";
    REVOKE_WHAT:
        "When the tablet is online next, it hands in once what it still holds. Those entries wait here for your decision. Then it wipes itself. Until it is online, nothing changes on it.",
        "Када таблет следећи пут буде на вези, једном предаје оно што још има. Ти уноси чекају овде на вашу одлуку. Затим се таблет сам обрише. Док није на вези, на њему се ништа не мења.",
        "عندما يتصل الجهاز اللوحي في المرة القادمة، يرسل مرة واحدة ما بقي فيه. وتنتظر تلك الإدخالات هنا قرارك. ثم يمحو الجهاز محتواه بنفسه. وما دام دون اتصال، فلا يتغير فيه شيء.";
    REVOKE_FOR_GOOD:
        "This cannot be undone. If the tablet is found again, add it as a new one.",
        "Ово не може да се поништи. Ако се таблет пронађе, додајте га као нов.",
        "لا يمكن التراجع عن ذلك. إذا عُثر على الجهاز اللوحي، يرجى إضافته كجهاز جديد.";
    REVOKE_BUTTON: "Revoke {tablet} now", "Опозови таблет {tablet}", "سحب اعتماد {tablet} الآن";
    REVOKE_DONE: "The tablet is revoked.", "Таблет је опозван.", "تم سحب اعتماد الجهاز اللوحي.";

    // A one-time code.
    CODE_TITLE: "Code for {tablet}", "Шифра за {tablet}", "رمز الجهاز {tablet}";
    PIN_TITLE:
        "Code for a new PIN of {account}",
        "Шифра за нов ПИН: {account}",
        "رمز لتعيين رمز PIN جديد للحساب {account}";
    CODE_ONCE:
        "It is shown only once. It can be used one time, until {until}.",
        "Приказује се само једном. Може да се употреби једном, и то до: {until}",
        "يظهر مرة واحدة فقط. ويمكن استخدامه مرة واحدة، حتى {until}.";
    CODE_STEP_OPEN:
        "On the tablet, open the tablet page of this address.",
        "На таблету отворите страницу за таблет на овој адреси.",
        "على الجهاز اللوحي، يرجى فتح صفحة الجهاز اللوحي في هذا العنوان.";
    CODE_STEP_TYPE:
        "Choose “{button}” and type the code.",
        "Изаберите „{button}“ и укуцајте шифру.",
        "يرجى اختيار «{button}» وكتابة الرمز.";
    CODE_STEP_JOIN:
        "Each facilitator then signs in there once and chooses a PIN.",
        "Сваки водитељ се затим једном пријави на њему и изабере ПИН.",
        "بعد ذلك يُسجّل كل ميسّر الدخول هناك مرة واحدة ويختار رمز PIN.";
    PIN_STEP_OPEN:
        "On {tablet}, choose {account} and then “{button}”.",
        "На таблету {tablet} изаберите {account}, па „{button}“.",
        "على {tablet}، يرجى اختيار {account} ثم «{button}».";
    PIN_STEP_TYPE:
        "Type the code and choose a new PIN. Nothing that was entered is lost.",
        "Укуцајте шифру и изаберите нов ПИН. Ништа од унетог се не губи.",
        "يرجى كتابة الرمز واختيار رمز PIN جديد. لا يضيع شيء مما أُدخل.";

    // Rescue files.
    RESCUE_TITLE: "Take in a rescue file", "Преузми датотеку за спасавање", "استيراد ملف إنقاذ";
    RESCUE_WHAT:
        "A tablet that can no longer send writes what it holds into a file. Entries of the centre’s facilitators are taken in; all others wait for a decision. Taking a file in twice changes nothing.",
        "Таблет који више не може да шаље уписује све што има у датотеку. Уноси водитеља овог центра се преузимају; остали чекају одлуку. Ако се иста датотека преузме два пута, ништа се не мења.",
        "الجهاز اللوحي الذي لم يعد قادرًا على الإرسال يكتب ما فيه في ملف. تُستورد إدخالات ميسّري هذا المركز؛ وينتظر ما سواها قرارًا. استيراد الملف نفسه مرتين لا يغيّر شيئًا.";
    RESCUE_FILE: "Rescue file", "Датотека за спасавање", "ملف الإنقاذ";
    RESCUE_PASSPHRASE: "Passphrase", "Лозинка датотеке", "عبارة المرور";
    RESCUE_PASSPHRASE_HINT:
        "Only if one was chosen on the tablet.",
        "Само ако је изабрана на таблету.",
        "فقط إذا تم اختيار عبارة على الجهاز اللوحي.";
    RESCUE_BUTTON: "Take in", "Преузми", "استيراد";
    RESCUE_DONE:
        "The rescue file was taken in.",
        "Датотека за спасавање је преузета.",
        "تم استيراد ملف الإنقاذ.";
    RESCUE_TAKEN: "taken in", "преузето", "تم استيرادها";
    RESCUE_REPEATED: "were there already", "већ је постојало", "كانت موجودة من قبل";
    RESCUE_HELD: "wait for a decision", "чека одлуку", "تنتظر قرارًا";
    RESCUE_REFUSED: "refused, kept", "одбијено, сачувано", "مرفوضة، محفوظة";
    RESCUE_UNREADABLE:
        "This file cannot be opened: it is damaged, of another organisation, or the passphrase is another one. Nothing was changed.",
        "Датотека не може да се отвори: оштећена је, припада другој организацији или је лозинка друга. Ништа није промењено.",
        "لا يمكن فتح هذا الملف: فهو تالف، أو يخص منظمة أخرى، أو عبارة المرور غير مطابقة. لم يتغير شيء.";
    RESCUE_TOO_LARGE:
        "The file is larger than {megabytes} MB. Nothing was changed.",
        "Датотека је већа од {megabytes} MB. Ништа није промењено.",
        "الملف أكبر من {megabytes} MB. لم يتغير شيء.";
}

plurals! {
    RESCUE_ENTRIES:
        ["{n} entry in the file", "{n} entries in the file"],
        ["{n} унос у датотеци", "{n} уноса у датотеци", "{n} уноса у датотеци"],
        [
            "لا إدخالات في الملف",
            "إدخال واحد في الملف",
            "إدخالان في الملف",
            "{n} إدخالات في الملف",
            "{n} إدخالًا في الملف",
            "{n} إدخال في الملف",
        ];
}
