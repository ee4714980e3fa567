//! The tablet by itself: who opens it, what waits, leaving nothing behind, practising.

texts! {
    // Who opens an enrolled tablet.
    WHO_ARE_YOU: "Who are you?", "Ко сте ви?";
    TABLET_CODE: "Tablet {code}", "Таблет {code}";
    PIN: "PIN", "ПИН";
    PIN_OF: "PIN of {code}", "ПИН за {code}";
    PIN_HINT: "4 to 8 digits", "Од 4 до 8 цифара";
    PIN_WRONG: "This is not the PIN. Try again.", "Ово није тај ПИН. Покушајте поново.";
    PIN_WAIT:
        "This is not the PIN. The next try is possible in {time}.",
        "Ово није тај ПИН. Следећи покушај могућ је за {time}.";
    PIN_FORM: "A PIN has 4 to 8 digits.", "ПИН има од 4 до 8 цифара.";
    PINS_DIFFER: "The two are not the same.", "Два уноса нису иста.";
    OPEN_TABLET: "Open", "Отвори";
    SOMEBODY_ELSE: "Somebody else", "Неко други";
    FORGOT_PIN: "I forgot my PIN", "Заборављен ПИН";
    FORGOT_PIN_HINT:
        "Ask your manager for a code, or use your password. Nothing that you entered is lost.",
        "Затражите шифру од руководиоца или употребите лозинку. Ништа што сте унели није изгубљено.";
    JOIN_TITLE: "First time on this tablet", "Први пут на овом таблету";
    JOIN_HINT:
        "Once with the network; then you open this tablet with a PIN, also without it.",
        "Једном је потребна веза; после тога отварате овај таблет ПИН-ом, и без везе.";
    ONE_TIME_CODE: "Code from the manager", "Шифра од руководиоца";
    WITH_PASSWORD: "With the password", "Лозинком";
    WITH_CODE: "With a code from the manager", "Шифром од руководиоца";
    GO_ON: "Go on", "Даље";
    CHOOSE_PIN: "Choose a PIN", "Изаберите ПИН";
    CHOOSE_PIN_HINT:
        "It opens this tablet and protects the names on it. It never leaves the tablet.",
        "Њиме се отвара овај таблет и штите имена на њему. Никада не напушта таблет.";
    PIN_AGAIN: "The same PIN again", "Исти ПИН још једном";
    SAVE_PIN: "Save the PIN", "Сачувај ПИН";
    ENROL: "Make this a tablet of the centre", "Упиши овај таблет у центар";
    ENROL_HINT:
        "Your manager has a code for it. Then facilitators share it, each with a PIN.",
        "Руководилац има шифру за то. Затим га водитељи деле, сваки са својим ПИН-ом.";
    ENROL_NOW: "Enrol the tablet", "Упиши таблет";
    LOCK: "Lock or change person", "Закључај или промени особу";
    WORKS_HERE: "Open as {name}", "Отворено: {name}";
    NAMELESS:
        "Names come back with the network: without a PIN this tablet keeps none.",
        "Имена се враћају са везом: без ПИН-а их овај таблет не чува.";
    REVOKED_TITLE: "This tablet was revoked", "Овај таблет је опозван";
    REVOKED_HINT:
        "What was entered on it is with the server, and a manager looks at it. No name is left here.",
        "Што је на њему унето послато је серверу и руководилац ће погледати. Овде није остало ниједно име.";
    REVOKED_LEFT:
        "Some entries could not be handed in. Save a rescue file and give it to your manager.",
        "Неки уноси нису предати. Сачувајте датотеку за спасавање и дајте је руководиоцу.";

    // Where things stand.
    STATUS_OFFLINE: "Offline", "Без везе";
    STATUS_ONLINE: "Online", "На вези";
    STATUS_SAVING: "Saving…", "Чува се…";
    STATUS_UNSAVED: "Not saved!", "Није сачувано!";
    WAITING: "Waiting to be sent", "Чека слање";
    WAITING_HINT:
        "Saved on this tablet. It goes by itself when there is a connection.",
        "Сачувано на овом таблету. Шаље се само кад има везе.";
    SENT: "Sent", "Послато";
    NOTHING_HERE: "Nothing was entered here lately.", "У последње време овде ништа није унето.";
    UNSAVED: "Not saved on this tablet", "Није сачувано на овом таблету";
    UNSAVED_HINT:
        "It is in this page only: leave the page open. It is tried again by itself.",
        "Налази се само на овој страници: не затварајте је. Покушава се поново.";
    NOT_PERSISTENT:
        "This browser does not promise to keep what is saved. Install the page, or send often.",
        "Овај прегледач не обећава да ће чувати сачувано. Инсталирајте страницу или често шаљите.";
    SHORT_OF_ROOM:
        "The tablet’s memory is almost full. Free some space.",
        "Меморија таблета је скоро пуна. Ослободите простор.";
    RESCUE: "Save a rescue file", "Сачувај датотеку за спасавање";
    RESCUE_HINT:
        "It holds everything that is not sent. Only your organisation can open it, or whoever knows the passphrase. Give it to your manager.",
        "Садржи све што није послато. Може да је отвори само ваша организација, или онај ко зна лозинку. Дајте је руководиоцу.";
    PASSPHRASE: "Passphrase (optional)", "Лозинка (није обавезно)";
    PASSPHRASE_SHORT:
        "A passphrase has at least 12 characters, or none.",
        "Лозинка има најмање 12 знакова, или ниједан.";
    RESCUE_FAILED:
        "The file could not be made: this tablet was never connected.",
        "Датотека није направљена: овај таблет никада није био на вези.";
    SIGN_OUT_KEEPS:
        "It stays on this tablet and is sent when you sign in here again.",
        "Остаје на овом таблету и шаље се када се овде поново пријавите.";

    // Notes, shifts on the spot, handing over.
    NOTES: "Notes", "Белешке";
    NOTE: "Note about the shift", "Белешка о смени";
    ADD_NOTE: "Add the note", "Додај белешку";
    NOTE_HIDDEN: "A note; its text is not on this tablet.", "Белешка; њен текст није на овом таблету.";
    ADD_SHIFT: "Add a shift", "Додај смену";
    ADD_SHIFT_TITLE: "Which workshop, from now on?", "Која радионица, од овог тренутка?";
    ADD_SHIFT_HINT: "For a shift that is not in the plan.", "За смену које нема у плану.";
    ONE_OFF: "added on the spot", "додата на лицу места";
    HAND_OVER: "Hand over", "Предај смену";
    HAND_OVER_TITLE: "Hand over the shift", "Предаја смене";
    HAND_OVER_HINT:
        "Look at it together. Both confirm with the PIN.",
        "Погледајте заједно. Обоје потврђују ПИН-ом.";
    HAND_OVER_NEEDS:
        "For this the tablet must be enrolled, and the other facilitator must have opened it once.",
        "За то таблет мора бити уписан, а други водитељ га је морао бар једном отворити.";
    HAND_OVER_TO: "Who takes over?", "Ко преузима?";
    YOUR_PIN: "PIN of who hands over", "ПИН онога ко предаје";
    THEIR_PIN: "PIN of who takes over", "ПИН онога ко преузима";
    UNSENT: "Not sent yet", "Још није послато";
    CONFIRM: "Both confirm", "Обоје потврђују";

    // Practising.
    PRACTISE: "Practise", "Вежбај";
    PRACTICE: "Practice: nothing here counts or leaves the tablet.", "Вежба: ништа се не рачуна и не напушта таблет.";
    END_PRACTICE: "End the practice", "Заврши вежбу";
    PRACTICE_WORKSHOP: "Practice workshop", "Радионица за вежбу";
    PRACTICE_PRODUCT: "Practice piece", "Комад за вежбу";
}

plurals! {
    FOREIGN_COUNT:
        [
            "{n} entry of another account waits here. It is sent when its owner signs in.",
            "{n} entries of other accounts wait here. They are sent when their owners sign in."
        ],
        [
            "Овде чека {n} унос са другог налога. Биће послат када се његов власник пријави.",
            "Овде чекају {n} уноса са других налога. Биће послати када се њихови власници пријаве.",
            "Овде чека {n} уноса са других налога. Биће послати када се њихови власници пријаве."
        ];
    SECONDS: ["{n} second", "{n} seconds"], ["{n} секунду", "{n} секунде", "{n} секунди"];
    MINUTES: ["{n} minute", "{n} minutes"], ["{n} минут", "{n} минута", "{n} минута"];
    RESCUED:
        ["A file with {n} entry was saved.", "A file with {n} entries was saved."],
        [
            "Сачувана је датотека са {n} уносом.",
            "Сачувана је датотека са {n} уноса.",
            "Сачувана је датотека са {n} уноса."
        ];
}
