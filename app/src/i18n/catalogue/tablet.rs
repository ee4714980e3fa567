//! The tablet in the workshop: today's shifts, the register, what was made, closing, sending.

texts! {
    // Days, centres and shifts.
    TITLE: "Tablet", "Таблет", "الجهاز اللوحي";
    SHIFTS: "Shifts", "Смене", "المناوبات";
    CHOOSE_SHIFT: "Choose a shift", "Изаберите смену", "يرجى اختيار مناوبة";
    EARLIER_NOT_LOGGED: "Earlier, not logged", "Раније, није евидентирано", "سابقة، غير مسجّلة";
    REFRESH: "Load again", "Учитај поново", "إعادة التحميل";
    TODAYS_SHIFTS: "Today’s shifts", "Данашње смене", "مناوبات اليوم";
    NO_SHIFT_TODAY: "There is no shift today.", "Данас нема смена.", "لا توجد مناوبة اليوم.";
    NO_SHIFT_YESTERDAY:
        "There was no shift yesterday.",
        "Јуче није било смена.",
        "لم تكن هناك مناوبة أمس.";
    NO_SHIFT_HINT:
        "If one should be here, ask your manager to plan it.",
        "Ако би требало да је има, замолите руководиоца да је упише у план.",
        "إذا كان يجب أن تكون هنا مناوبة فيرجى طلب تخطيطها من مدير المركز.";
    NO_CENTRE_TRAININGS: "Trainings", "Обуке", "التدريبات";
    NO_CENTRE:
        "Your account has no centre yet. Ask your coordinator.",
        "Ваш налог још нема центар. Обратите се координатору.",
        "لا مركز لهذا الحساب بعد. يرجى التواصل مع المنسّق.";
    BACK_TO_SHIFTS: "All shifts", "Све смене", "كل المناوبات";
    CAPACITY: "Places: {n}", "Места: {n}", "الأماكن: {n}";
    SHIFT_FULL:
        "All places are taken. You can still add somebody.",
        "Сва места су попуњена. Ипак можете додати особу.",
        "كل الأماكن مشغولة. لا تزال إضافة شخص ممكنة.";
    OVER_CAPACITY:
        "Places: {capacity}, over by {n}",
        "Места: {capacity}, преко тога: {n}",
        "الأماكن: {capacity}، الزيادة: {n}";
    SHIFT_UNKNOWN:
        "This tablet does not know this shift. Go back to the shifts and choose again.",
        "Овај таблет не познаје ову смену. Вратите се на смене и изаберите поново.",
        "هذه المناوبة غير معروفة على هذا الجهاز اللوحي. يرجى الرجوع إلى المناوبات والاختيار مجددًا.";

    // The register.
    REGISTER: "Register", "Списак", "كشف الحضور";
    MARKED_OF_TOTAL:
        "{marked} of {total} marked",
        "Означено: {marked} од {total}",
        "العلامات: {marked} من {total}";
    EMPTY_REGISTER:
        "Nobody is enrolled. Add those who are here, or count them.",
        "Нико није уписан. Додајте оне који су ту или их пребројте.",
        "لا أحد مقيّد. يرجى إضافة من حضر أو إدخال التعداد.";
    TAP_HINT:
        "Tap a person who is here. Tap again: not here. Once more: not marked.",
        "Додирните особу која је ту. Други додир: није ту. Трећи: није означено.",
        "نقرة على الشخص: حضور. نقرة ثانية: غياب. نقرة ثالثة: بلا علامة.";
    /// The name of a tile: alias and code, and the mark.
    TILE_NAME: "{person}, {mark}", "{person}, {mark}", "{person}، {mark}";
    WALK_IN: "walk-in", "без уписа", "حضور بلا تسجيل مسبق";
    ALL_PRESENT: "All present", "Сви су ту", "حضور الجميع";
    ALL_PRESENT_HINT:
        "Marks everybody who is not marked yet as present.",
        "Означава да су ту сви који још нису означени.",
        "توضع علامة حضور لكل من هو بلا علامة.";

    // Undo: the last action in words.
    UNDO: "Undo", "Поништи", "تراجع";
    UNDO_ACTION: "Undo: {action}", "Поништи: {action}", "تراجع: {action}";
    UNDONE: "Undone: {action}", "Поништено: {action}", "تم التراجع: {action}";
    NOTHING_TO_UNDO: "Nothing to undo", "Нема шта да се поништи", "لا شيء للتراجع عنه";
    DONE_PRESENT: "{alias} present", "{alias}: ту је", "{alias}: حضور";
    DONE_ABSENT: "{alias} absent", "{alias}: није ту", "{alias}: غياب";
    DONE_UNMARK: "{alias} not marked", "{alias}: без ознаке", "{alias}: بلا علامة";
    DONE_ALL_PRESENT: "all present", "сви су ту", "حضور الجميع";
    DONE_REST_ABSENT: "the rest absent", "остали нису ту", "غياب الباقين";
    DONE_WALK_IN: "{alias} added", "додата особа: {alias}", "إضافة {alias}";
    DONE_OUTPUT: "{quantity} added", "додато: {quantity}", "إضافة: {quantity}";
    DONE_VOID: "{quantity} withdrawn", "повучено: {quantity}", "سحب: {quantity}";
    DONE_CLOSE: "shift closed", "смена закључена", "إغلاق المناوبة";
    DONE_DID_NOT_HAPPEN: "shift did not happen", "смена није одржана", "المناوبة لم تُعقد";
    DONE_NOTE: "note added", "додата белешка", "إضافة مذكرة";
    DONE_HAND_OVER: "handed over to {code}", "предато: {code}", "تسليم إلى {code}";
    DONE_REOPEN: "shift opened again", "смена поново отворена", "إعادة فتح المناوبة";

    // Adding a walk-in.
    ADD_WALK_IN: "Add a walk-in", "Додај особу без уписа", "إضافة حضور بلا تسجيل مسبق";
    WALK_IN_TITLE:
        "Who came without being enrolled?",
        "Ко је дошао без уписа?",
        "من حضر بلا تسجيل مسبق؟";
    ALIAS: "Alias (optional)", "Надимак (није обавезно)", "اسم مستعار (اختياري)";
    ALIAS_HINT:
        "A code is made on the spot. An alias helps you to find the person again; do not write a full name.",
        "Шифра се прави на лицу места. Надимак помаже да особу поново нађете; не уписујте пуно име.",
        "يُنشأ الرمز في الحال. يساعد الاسم المستعار على العثور على الشخص لاحقًا؛ يرجى عدم كتابة الاسم الكامل.";
    SEX: "Sex", "Пол", "الجنس";
    BIRTH_YEAR:
        "Year of birth (optional)",
        "Година рођења (није обавезно)",
        "سنة الميلاد (اختياري)";
    BIRTH_YEAR_HINT:
        "About is enough, for instance 2004.",
        "Довољно је отприлике, на пример 2004.",
        "تكفي السنة التقريبية، مثل 2004.";
    ADD_PERSON: "Add and mark as present", "Додај и означи да је ту", "إضافة مع علامة حضور";
    KNOWN_PEOPLE: "Known in this centre", "Познати у овом центру", "معروفون في هذا المركز";
    FIND_PERSON:
        "Find by alias or code",
        "Нађи по надимку или шифри",
        "بحث بالاسم المستعار أو الرمز";
    MORE_MATCHES:
        "There are more: write more of the alias or code.",
        "Има их још: упишите још део надимка или шифре.",
        "هناك نتائج أخرى: يرجى كتابة جزء أكبر من الاسم المستعار أو الرمز.";
    NEW_PERSON: "New in this centre", "Нова особа у центру", "شخص جديد في هذا المركز";
    SEX_MISSING:
        "Choose one, also “not disclosed”.",
        "Изаберите једно, макар и „није наведен”.",
        "يرجى اختيار واحد، ولو «لم يُذكر».";
    CODE_HINT:
        "This is the person’s code. With it you find the person again.",
        "Ово је шифра особе. По њој је поново налазите.",
        "هذا رمز الشخص. به يمكن العثور على الشخص مجددًا.";
    ADD_ANOTHER: "Add another person", "Додај још једну особу", "إضافة شخص آخر";

    // People who are counted, not named.
    HEADCOUNT: "Headcount", "Пребројани", "التعداد";
    HEADCOUNT_HELP:
        "People who are not named",
        "Људи који се не уписују поименце",
        "أشخاص لا تُذكر أسماؤهم";
    HEADCOUNT_ADD: "One more", "Још један", "زيادة واحد";
    HEADCOUNT_LESS: "One fewer", "Један мање", "إنقاص واحد";

    // Languages.
    LANGUAGE_NOBODY: "{language}: nobody", "{language}: нико", "{language}: لا أحد";
    REACHED_THROUGH:
        "{people}: through {interpreter}",
        "{people}: преко {interpreter}",
        "{people}: عبر {interpreter}";
    INTERPRETED: "{alias} interpreted", "Преводи: {alias}", "الترجمة عبر {alias}";

    // What was made.
    OUTPUTS: "Made in this shift", "Израђено у овој смени", "إنتاج هذه المناوبة";
    PLUS: "+{n}", "+{n}", "‎+{n}";
    NUMBER_PAD: "Number pad", "Бројчаник", "لوحة الأرقام";
    DELETE_DIGIT: "Delete the last digit", "Обриши последњу цифру", "حذف آخر رقم";
    ADD_QUANTITY: "Add {n}", "Додај {n}", "إضافة {n}";
    OUTPUT_TOTAL:
        "Total of the shift: {quantity}",
        "Укупно у смени: {quantity}",
        "مجموع المناوبة: {quantity}";
    ENTRY_LIST: "Entries", "Уноси", "الإدخالات";
    VOID_ENTRY: "Withdraw this entry", "Повуци овај унос", "سحب هذا الإدخال";
    TAKE_BACK: "Take back", "Повуци", "سحب";

    // Closing, not happening, opening again.
    CLOSE_SHIFT: "Close the shift", "Закључи смену", "إغلاق المناوبة";
    SUMMARY_TITLE: "Is this right?", "Да ли је овако?", "هل هذا صحيح؟";
    SUMMARY_PRESENT: "Present", "Присутни", "حضور";
    SUMMARY_ABSENT: "Absent", "Одсутни", "غياب";
    SUMMARY_NOT_MARKED: "Not marked", "Неозначени", "بلا علامة";
    SUMMARY_WALK_INS: "Walk-ins", "Дошли без уписа", "حضور بلا تسجيل مسبق";
    SUMMARY_HEADCOUNT: "Counted", "Пребројани", "التعداد";
    SUMMARY_CONTACTS: "Contacts together", "Контаката укупно", "مجموع مرات الحضور";
    SUMMARY_NOTHING_MADE: "nothing", "ништа", "لا شيء";
    NOT_MARKED_MEANS:
        "Not marked does not mean absent. Go back if you know who was here.",
        "„Није означено” не значи да особа није била ту. Вратите се ако знате ко је био.",
        "«بلا علامة» لا تعني الغياب. يرجى الرجوع إذا كان معروفًا من حضر.";
    MARK_REST_ABSENT: "Mark the rest as absent", "Означи да остали нису ту", "علامة غياب للباقين";
    CLOSE_NOW: "Close", "Закључи", "إغلاق";
    CLOSE_ANYWAY: "Close anyway", "Ипак закључи", "إغلاق على أي حال";
    BACK_TO_REGISTER: "Back to the register", "Назад на списак", "رجوع إلى كشف الحضور";
    CLOSED_AT: "Closed at {time}", "Закључена у {time}", "أُغلقت الساعة {time}";
    REOPEN: "Open again", "Отвори поново", "إعادة فتح";
    REOPEN_HINT:
        "Open the shift again if something is missing or wrong.",
        "Отворите смену поново ако нешто недостаје или није тачно.",
        "يرجى إعادة فتح المناوبة إذا كان هناك نقص أو خطأ.";
    DID_NOT_HAPPEN: "Did not happen", "Није одржана", "لم تُعقد";
    DID_NOT_HAPPEN_TITLE: "The shift did not happen", "Смена није одржана", "المناوبة لم تُعقد";
    CHOOSE_REASON: "Why?", "Зашто?", "ما السبب؟";
    REASON_MISSING: "Choose a reason.", "Изаберите разлог.", "يرجى اختيار سبب.";
    REMARK: "Remark (optional)", "Напомена (није обавезно)", "ملاحظة (اختياري)";
    REMARK_HINT: "Please write no names.", "Молимо, не пишите имена.", "يرجى عدم كتابة أسماء.";
    SAVE_NOT_HAPPENED: "Save: did not happen", "Сачувај: није одржана", "حفظ: لم تُعقد";
    NOT_HAPPENED_BUT_ENTRIES:
        "People or pieces are entered for this shift. Withdraw them first, or close the shift.",
        "За ову смену су унети људи или комади. Прво их повуците или закључите смену.",
        "أُدخل لهذه المناوبة أشخاص أو قطع. يرجى سحبها أولًا، أو إغلاق المناوبة.";

    // Saving and sending.
    ALL_SENT: "Everything is sent", "Све је послато", "تم إرسال كل شيء";
    NOT_SENT: "Not sent yet", "Још није послато", "لم يُرسل بعد";
    OFFLINE:
        "No connection. Go on working: everything is saved on this tablet and sent later.",
        "Нема везе. Наставите с радом: све се чува на овом таблету и шаље касније.",
        "لا يوجد اتصال. يمكن متابعة العمل: يُحفظ كل شيء على هذا الجهاز اللوحي ويُرسل لاحقًا.";
    SEND_NOW: "Send now", "Пошаљи сада", "إرسال الآن";
    SENDING_TITLE: "Saving and sending", "Чување и слање", "الحفظ والإرسال";
    NO_CONNECTION: "No connection", "Нема везе", "لا يوجد اتصال";
    LAST_SENT: "Last sent at {time}", "Последње слање у {time}", "آخر إرسال الساعة {time}";
    HELD: "Waits for the manager", "Чека руководиоца", "في انتظار مدير المركز";
    HELD_HINT:
        "This entry is kept. Your manager looks at it and decides.",
        "Овај унос је сачуван. Руководилац ће га погледати и одлучити.",
        "هذا الإدخال محفوظ. سيراجعه مدير المركز ويقرر.";
    REFUSED: "Not accepted", "Није прихваћено", "مرفوض";
    REFUSED_HINT:
        "This entry is kept for the record but does not count.",
        "Овај унос је сачуван у евиденцији, али се не рачуна.",
        "هذا الإدخال محفوظ للتوثيق لكنه لا يُحتسب.";
    ONLY_HERE_HINT:
        "It is only on this tablet: leave the page open and tell your coordinator.",
        "Налази се само на овом таблету: не затварајте страницу и јавите координатору.",
        "هذا موجود على هذا الجهاز اللوحي فقط: يرجى ترك الصفحة مفتوحة وإبلاغ المنسّق.";
    SIGN_IN_TO_SEND:
        "Sign in to send what is saved on this tablet.",
        "Пријавите се да бисте послали оно што је сачувано на овом таблету.",
        "يرجى تسجيل الدخول لإرسال ما هو محفوظ على هذا الجهاز اللوحي.";
    CANNOT_SAVE:
        "This browser cannot save anything. Leave the page open until everything is sent.",
        "Овај прегледач не може ништа да сачува. Не затварајте страницу док се све не пошаље.",
        "لا يستطيع هذا المتصفح حفظ أي شيء. يرجى ترك الصفحة مفتوحة حتى إرسال كل شيء.";
    STORAGE_FULL:
        "The tablet’s memory is full. Send what is saved, then free some space.",
        "Меморија таблета је пуна. Пошаљите сачувано, па ослободите простор.",
        "ذاكرة الجهاز اللوحي ممتلئة. يرجى إرسال ما هو محفوظ ثم إخلاء بعض المساحة.";
    CLOCK_WRONG:
        "The tablet’s clock is off by {minutes} minutes. Entries are still put at the right time.",
        "Сат таблета одступа (минута: {minutes}). Уноси се ипак бележе у право време.",
        "ساعة الجهاز اللوحي غير مضبوطة (الفرق بالدقائق: {minutes}). ومع ذلك تُسجّل الإدخالات في وقتها الصحيح.";
    NEW_VERSION: "A new version is ready.", "Спремна је нова верзија.", "هناك إصدار جديد جاهز.";
    UPDATE_NOW: "Load it now", "Учитај је сада", "تحميله الآن";
    READY_OFFLINE:
        "This tablet works without a connection.",
        "Овај таблет ради и без везе.",
        "يعمل هذا الجهاز اللوحي دون اتصال.";
    NOT_READY_OFFLINE:
        "Not ready yet for work without a connection. Leave the page open a moment.",
        "Још није спремно за рад без везе. Оставите страницу отворену још мало.",
        "غير جاهز بعد للعمل دون اتصال. يرجى ترك الصفحة مفتوحة قليلًا.";

    // Loading, errors, nothing there.
    LOADING_SHIFTS: "Loading the shifts…", "Учитавају се смене…", "جارٍ تحميل المناوبات…";
    FIRST_TIME: "The first time takes longest: after that this page opens without a network, too.",
        "Први пут траје најдуже: после тога се ова страница отвара и без мреже.",
        "المرة الأولى هي الأطول: بعدها تُفتح هذه الصفحة من دون شبكة أيضًا.";
    LOAD_FAILED: "The shifts could not be loaded.", "Смене нису учитане.", "تعذّر تحميل المناوبات.";
}

plurals! {
    PRESENT_COUNT:
        ["{n} present", "{n} present"],
        ["{n} особа је ту", "{n} особе су ту", "{n} особа је ту"],
        [
            "لا حضور",
            "حضور شخص واحد",
            "حضور شخصين",
            "حضور {n} أشخاص",
            "حضور {n} شخصًا",
            "حضور {n} شخص",
        ];
    ABSENT_COUNT:
        ["{n} absent", "{n} absent"],
        ["{n} особа није ту", "{n} особе нису ту", "{n} особа није ту"],
        [
            "لا غياب",
            "غياب شخص واحد",
            "غياب شخصين",
            "غياب {n} أشخاص",
            "غياب {n} شخصًا",
            "غياب {n} شخص",
        ];
    HEADCOUNT_COUNT:
        ["{n} person counted", "{n} people counted"],
        ["{n} пребројана особа", "{n} пребројане особе", "{n} пребројаних особа"],
        [
            "لا أحد في التعداد",
            "شخص واحد في التعداد",
            "شخصان في التعداد",
            "{n} أشخاص في التعداد",
            "{n} شخصًا في التعداد",
            "{n} شخص في التعداد",
        ];
    NOT_MARKED_WARNING:
        ["{n} person is not marked.", "{n} people are not marked."],
        ["{n} особа није означена.", "{n} особе нису означене.", "{n} особа није означено."],
        [
            "لا أحد بلا علامة.",
            "شخص واحد بلا علامة.",
            "شخصان بلا علامة.",
            "{n} أشخاص بلا علامة.",
            "{n} شخصًا بلا علامة.",
            "{n} شخص بلا علامة.",
        ];
    UNSENT_COUNT:
        ["{n} entry not sent yet", "{n} entries not sent yet"],
        ["{n} унос још није послат", "{n} уноса још нису послата", "{n} уноса још није послато"],
        [
            "لا إدخالات غير مرسلة",
            "إدخال واحد لم يُرسل بعد",
            "إدخالان لم يُرسلا بعد",
            "{n} إدخالات لم تُرسل بعد",
            "{n} إدخالًا لم يُرسل بعد",
            "{n} إدخال لم يُرسل بعد",
        ];
    SENDING_COUNT:
        ["Sending {n} entry…", "Sending {n} entries…"],
        ["Шаље се {n} унос…", "Шаљу се {n} уноса…", "Шаље се {n} уноса…"],
        [
            "جارٍ الإرسال…",
            "جارٍ إرسال إدخال واحد…",
            "جارٍ إرسال إدخالين…",
            "جارٍ إرسال {n} إدخالات…",
            "جارٍ إرسال {n} إدخالًا…",
            "جارٍ إرسال {n} إدخال…",
        ];
    NOT_TAKEN_COUNT:
        ["{n} entry does not count", "{n} entries do not count"],
        ["{n} унос се не рачуна", "{n} уноса се не рачунају", "{n} уноса се не рачуна"],
        [
            "كل الإدخالات محتسبة",
            "إدخال واحد لا يُحتسب",
            "إدخالان لا يُحتسبان",
            "{n} إدخالات لا تُحتسب",
            "{n} إدخالًا لا يُحتسب",
            "{n} إدخال لا يُحتسب",
        ];
}
