//! The tablet by itself: who opens it, what waits, leaving nothing behind, practising.

texts! {
    // Who opens an enrolled tablet.
    WHO_ARE_YOU: "Who are you?", "Ко сте ви?", "من أنت؟";
    TABLET_CODE: "Tablet {code}", "Таблет {code}", "الجهاز اللوحي {code}";
    PIN: "PIN", "ПИН", "رمز PIN";
    PIN_OF: "PIN of {code}", "ПИН за {code}", "رمز PIN للحساب {code}";
    PIN_HINT: "4 to 8 digits", "Од 4 до 8 цифара", "من 4 إلى 8 أرقام";
    PIN_WRONG:
        "This is not the PIN. Try again.",
        "Ово није тај ПИН. Покушајте поново.",
        "رمز PIN غير صحيح. يرجى إعادة المحاولة.";
    PIN_WAIT:
        "This is not the PIN. The next try is possible in {time}.",
        "Ово није тај ПИН. Следећи покушај могућ је за {time}.",
        "رمز PIN غير صحيح. المحاولة التالية ممكنة بعد {time}.";
    PIN_FORM:
        "A PIN has 4 to 8 digits.",
        "ПИН има од 4 до 8 цифара.",
        "يتكوّن رمز PIN من 4 إلى 8 أرقام.";
    PINS_DIFFER: "The two are not the same.", "Два уноса нису иста.", "الرمزان غير متطابقين.";
    OPEN_TABLET: "Open", "Отвори", "فتح";
    SOMEBODY_ELSE: "Somebody else", "Неко други", "شخص آخر";
    FORGOT_PIN: "I forgot my PIN", "Заборављен ПИН", "نسيان رمز PIN";
    FORGOT_PIN_HINT:
        "Ask your manager for a code, or use your password. Nothing that you entered is lost.",
        "Затражите шифру од руководиоца или употребите лозинку. Ништа што сте унели није изгубљено.",
        "يرجى طلب رمز من مدير المركز أو استخدام كلمة المرور. لم يُفقد أي شيء مما أُدخل.";
    JOIN_TITLE:
        "First time on this tablet",
        "Први пут на овом таблету",
        "أول مرة على هذا الجهاز اللوحي";
    JOIN_HINT:
        "Once with the network; then you open this tablet with a PIN, also without it.",
        "Једном је потребна веза; после тога отварате овај таблет ПИН-ом, и без везе.",
        "الاتصال لازم مرة واحدة؛ بعدها يُفتح هذا الجهاز اللوحي برمز PIN، حتى دون اتصال.";
    ONE_TIME_CODE: "Code from the manager", "Шифра од руководиоца", "رمز من مدير المركز";
    WITH_PASSWORD: "With the password", "Лозинком", "بكلمة المرور";
    WITH_CODE: "With a code from the manager", "Шифром од руководиоца", "برمز من مدير المركز";
    GO_ON: "Go on", "Даље", "متابعة";
    CHOOSE_PIN: "Choose a PIN", "Изаберите ПИН", "يرجى اختيار رمز PIN";
    CHOOSE_PIN_HINT:
        "It opens this tablet and protects the names on it. It never leaves the tablet.",
        "Њиме се отвара овај таблет и штите имена на њему. Никада не напушта таблет.",
        "يفتح هذا الجهاز اللوحي ويحمي الأسماء المحفوظة عليه. ولا يغادر الجهاز أبدًا.";
    PIN_AGAIN: "The same PIN again", "Исти ПИН још једном", "رمز PIN نفسه مرة أخرى";
    SAVE_PIN: "Save the PIN", "Сачувај ПИН", "حفظ رمز PIN";
    ENROL:
        "Make this a tablet of the centre",
        "Упиши овај таблет у центар",
        "جعل هذا الجهاز اللوحي من أجهزة المركز";
    ENROL_HINT:
        "Your manager has a code for it. Then facilitators share it, each with a PIN.",
        "Руководилац има шифру за то. Затим га водитељи деле, сваки са својим ПИН-ом.",
        "لدى مدير المركز رمز لذلك. ثم يتشارك الميسّرون الجهاز، ولكل منهم رمز PIN.";
    ENROL_NOW: "Enrol the tablet", "Упиши таблет", "تسجيل الجهاز اللوحي";
    LOCK: "Lock or change person", "Закључај или промени особу", "قفل أو تغيير الشخص";
    WORKS_HERE: "Open as {name}", "Отворено: {name}", "مفتوح باسم {name}";
    NAMELESS:
        "Names come back with the network: without a PIN this tablet keeps none.",
        "Имена се враћају са везом: без ПИН-а их овај таблет не чува.",
        "تعود الأسماء مع الاتصال: دون رمز PIN لا يحتفظ هذا الجهاز اللوحي بأي اسم.";
    REVOKED_TITLE:
        "This tablet was revoked",
        "Овај таблет је опозван",
        "سُحب اعتماد هذا الجهاز اللوحي";
    REVOKED_HINT:
        "What was entered on it is with the server, and a manager looks at it. No name is left here.",
        "Што је на њему унето послато је серверу и руководилац ће погледати. Овде није остало ниједно име.",
        "ما أُدخل عليه موجود لدى الخادم، وسيراجعه مدير المركز. لم يبقَ أي اسم هنا.";
    REVOKED_LEFT:
        "Some entries could not be handed in. Save a rescue file and give it to your manager.",
        "Неки уноси нису предати. Сачувајте датотеку за спасавање и дајте је руководиоцу.",
        "تعذّر تسليم بعض الإدخالات. يرجى حفظ ملف إنقاذ وتسليمه إلى مدير المركز.";

    // Where things stand.
    STATUS_OFFLINE: "Offline", "Без везе", "دون اتصال";
    STATUS_ONLINE: "Online", "На вези", "متصل";
    STATUS_SAVING: "Saving…", "Чува се…", "جارٍ الحفظ…";
    STATUS_UNSAVED: "Not saved!", "Није сачувано!", "لم يُحفظ!";
    WAITING: "Waiting to be sent", "Чека слање", "في انتظار الإرسال";
    WAITING_HINT:
        "Saved on this tablet. It goes by itself when there is a connection.",
        "Сачувано на овом таблету. Шаље се само кад има везе.",
        "محفوظ على هذا الجهاز اللوحي. يُرسل تلقائيًا عند توفر الاتصال.";
    SENT: "Sent", "Послато", "تم الإرسال";
    NOTHING_HERE:
        "Nothing was entered here lately.",
        "У последње време овде ништа није унето.",
        "لم يُدخل شيء هنا مؤخرًا.";
    UNSAVED:
        "Not saved on this tablet",
        "Није сачувано на овом таблету",
        "غير محفوظ على هذا الجهاز اللوحي";
    UNSAVED_HINT:
        "It is in this page only: leave the page open. It is tried again by itself.",
        "Налази се само на овој страници: не затварајте је. Покушава се поново.",
        "موجود في هذه الصفحة فقط: يرجى ترك الصفحة مفتوحة. تُعاد المحاولة تلقائيًا.";
    NOT_PERSISTENT:
        "This browser does not promise to keep what is saved. Install the page, or send often.",
        "Овај прегледач не обећава да ће чувати сачувано. Инсталирајте страницу или често шаљите.",
        "لا يضمن هذا المتصفح الاحتفاظ بما هو محفوظ. يرجى تثبيت الصفحة أو الإرسال كثيرًا.";
    SHORT_OF_ROOM:
        "The tablet’s memory is almost full. Free some space.",
        "Меморија таблета је скоро пуна. Ослободите простор.",
        "ذاكرة الجهاز اللوحي شبه ممتلئة. يرجى إخلاء بعض المساحة.";
    RESCUE: "Save a rescue file", "Сачувај датотеку за спасавање", "حفظ ملف إنقاذ";
    RESCUE_HINT:
        "It holds everything that is not sent. Only your organisation can open it, or whoever knows the passphrase. Give it to your manager.",
        "Садржи све што није послато. Може да је отвори само ваша организација, или онај ко зна лозинку. Дајте је руководиоцу.",
        "يحتوي على كل ما لم يُرسل. لا يمكن فتحه إلا من منظمتكم، أو ممن يعرف عبارة المرور. يرجى تسليمه إلى مدير المركز.";
    PASSPHRASE: "Passphrase (optional)", "Лозинка (није обавезно)", "عبارة المرور (اختياري)";
    PASSPHRASE_SHORT:
        "A passphrase has at least 12 characters, or none.",
        "Лозинка има најмање 12 знакова, или ниједан.",
        "تتكوّن عبارة المرور من 12 حرفًا على الأقل، أو تُترك فارغة.";
    RESCUE_FAILED:
        "The file could not be made: this tablet was never connected.",
        "Датотека није направљена: овај таблет никада није био на вези.",
        "تعذّر إنشاء الملف: لم يتصل هذا الجهاز اللوحي قط.";
    SIGN_OUT_KEEPS:
        "It stays on this tablet and is sent when you sign in here again.",
        "Остаје на овом таблету и шаље се када се овде поново пријавите.",
        "يبقى على هذا الجهاز اللوحي ويُرسل عند تسجيل الدخول هنا مجددًا.";

    // Notes, shifts on the spot, handing over.
    NOTES: "Notes", "Белешке", "المذكرات";
    NOTE: "Note about the shift", "Белешка о смени", "مذكرة عن المناوبة";
    ADD_NOTE: "Add the note", "Додај белешку", "إضافة المذكرة";
    NOTE_HIDDEN:
        "A note; its text is not on this tablet.",
        "Белешка; њен текст није на овом таблету.",
        "مذكرة؛ نصها ليس على هذا الجهاز اللوحي.";
    ADD_SHIFT: "Add a shift", "Додај смену", "إضافة مناوبة";
    ADD_SHIFT_TITLE:
        "Which workshop, from now on?",
        "Која радионица, од овог тренутка?",
        "أي ورشة، ابتداءً من الآن؟";
    ADD_SHIFT_HINT:
        "For a shift that is not in the plan.",
        "За смену које нема у плану.",
        "لمناوبة غير موجودة في الخطة.";
    ONE_OFF: "added on the spot", "додата на лицу места", "أُضيفت في الحال";
    HAND_OVER: "Hand over", "Предај смену", "تسليم";
    HAND_OVER_TITLE: "Hand over the shift", "Предаја смене", "تسليم المناوبة";
    HAND_OVER_HINT:
        "Look at it together. Both confirm with the PIN.",
        "Погледајте заједно. Обоје потврђују ПИН-ом.",
        "يرجى الاطّلاع عليها معًا. يؤكد الطرفان برمز PIN.";
    HAND_OVER_NEEDS:
        "For this the tablet must be enrolled, and the other facilitator must have opened it once.",
        "За то таблет мора бити уписан, а други водитељ га је морао бар једном отворити.",
        "لهذا يجب أن يكون الجهاز اللوحي مسجّلًا، وأن يكون الميسّر الآخر قد فتحه مرة.";
    HAND_OVER_TO: "Who takes over?", "Ко преузима?", "من يستلم؟";
    YOUR_PIN: "PIN of who hands over", "ПИН онога ко предаје", "رمز PIN لمن يسلّم";
    THEIR_PIN: "PIN of who takes over", "ПИН онога ко преузима", "رمز PIN لمن يستلم";
    UNSENT: "Not sent yet", "Још није послато", "لم يُرسل بعد";
    CONFIRM: "Both confirm", "Обоје потврђују", "تأكيد من الطرفين";

    // Practising.
    PRACTISE: "Practise", "Вежбај", "تجربة";
    PRACTICE:
        "Practice: nothing here counts or leaves the tablet.",
        "Вежба: ништа се не рачуна и не напушта таблет.",
        "تجربة: لا يُحتسب شيء هنا ولا يغادر الجهاز اللوحي.";
    END_PRACTICE: "End the practice", "Заврши вежбу", "إنهاء التجربة";
    PRACTICE_WORKSHOP: "Practice workshop", "Радионица за вежбу", "ورشة تجريبية";
    PRACTICE_PRODUCT: "Practice piece", "Комад за вежбу", "قطعة تجريبية";
}

plurals! {
    FOREIGN_COUNT:
        [
            "{n} entry of another account waits here. It is sent when its owner signs in.",
            "{n} entries of other accounts wait here. They are sent when their owners sign in.",
        ],
        [
            "Овде чека {n} унос са другог налога. Биће послат када се његов власник пријави.",
            "Овде чекају {n} уноса са других налога. Биће послати када се њихови власници пријаве.",
            "Овде чека {n} уноса са других налога. Биће послати када се њихови власници пријаве.",
        ],
        [
            "لا إدخالات من حسابات أخرى هنا. لا شيء في انتظار الإرسال.",
            "هنا إدخال واحد من حساب آخر في الانتظار. يُرسل عند تسجيل دخول صاحب الحساب.",
            "هنا إدخالان من حسابات أخرى في الانتظار. يُرسلان عند تسجيل دخول أصحاب الحسابات.",
            "هنا {n} إدخالات من حسابات أخرى في الانتظار. تُرسل عند تسجيل دخول أصحاب الحسابات.",
            "هنا {n} إدخالًا من حسابات أخرى في الانتظار. تُرسل عند تسجيل دخول أصحاب الحسابات.",
            "هنا {n} إدخال من حسابات أخرى في الانتظار. تُرسل عند تسجيل دخول أصحاب الحسابات.",
        ];
    SECONDS:
        ["{n} second", "{n} seconds"],
        ["{n} секунду", "{n} секунде", "{n} секунди"],
        ["{n} ثانية", "ثانية واحدة", "ثانيتين", "{n} ثوانٍ", "{n} ثانية", "{n} ثانية"];
    MINUTES:
        ["{n} minute", "{n} minutes"],
        ["{n} минут", "{n} минута", "{n} минута"],
        ["{n} دقيقة", "دقيقة واحدة", "دقيقتين", "{n} دقائق", "{n} دقيقة", "{n} دقيقة"];
    RESCUED:
        ["A file with {n} entry was saved.", "A file with {n} entries was saved."],
        [
            "Сачувана је датотека са {n} уносом.",
            "Сачувана је датотека са {n} уноса.",
            "Сачувана је датотека са {n} уноса.",
        ],
        [
            "حُفظ ملف بلا إدخالات.",
            "حُفظ ملف فيه إدخال واحد.",
            "حُفظ ملف فيه إدخالان.",
            "حُفظ ملف فيه {n} إدخالات.",
            "حُفظ ملف فيه {n} إدخالًا.",
            "حُفظ ملف فيه {n} إدخال.",
        ];
}
