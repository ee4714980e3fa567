//! The pages of the plan: workshops, rooms, schedules, the week.

texts! {
    TITLE: "Plan of the week", "План недеље", "خطة الأسبوع";
    OWN_TITLE: "My week", "Моја недеља", "أسبوعي";
    OWN_INTRO:
        "The shifts you are in charge of, in all centres.",
        "Смене које водите, у свим центрима.",
        "المناوبات المسندة إليك، في جميع المراكز.";
    WEEK_OF: "Week from {from} to {to}", "Недеља од {from} до {to}", "الأسبوع من {from} إلى {to}";
    EARLIER_WEEK: "Earlier week", "Претходна недеља", "الأسبوع السابق";
    LATER_WEEK: "Later week", "Следећа недеља", "الأسبوع التالي";
    THIS_WEEK: "This week", "Ова недеља", "هذا الأسبوع";
    ANY_DAY: "A day of the week", "Дан у недељи", "يوم من الأسبوع";
    NO_SHIFTS: "No shifts", "Нема смена", "لا توجد مناوبات";
    NOTHING_PLANNED:
        "Nothing is planned in this week",
        "У овој недељи ништа није планирано",
        "لا شيء مخطط في هذا الأسبوع";
    NOTHING_PLANNED_WHAT:
        "Make a schedule, or add a single shift below.",
        "Направите распоред, или додајте једну смену испод.",
        "يرجى إنشاء جدول، أو إضافة مناوبة واحدة أدناه.";
    ALL_WORKSHOPS: "All workshops", "Све радионице", "جميع الورش";
    ALL_STAFF: "All facilitators", "Сви водитељи", "جميع الميسّرين";
    CLOSED_FROM: "Closed {days}: {reason}", "Затворено {days}: {reason}", "مغلق {days}: {reason}";
    ENROLLED_OF: "Enrolled: {n} of {total}", "Уписано: {n} од {total}", "القيود: {n} من {total}";
    ENROLLED: "Enrolled: {n}", "Уписано: {n}", "القيود: {n}";
    NOBODY_LEADS: "No facilitator", "Без водитеља", "بلا ميسّر";
    OVER_CAPACITY:
        "More enrolled than places",
        "Уписаних више него места",
        "القيود أكثر من الأماكن";
    CHANGE_SCHEDULE:
        "Change this and all that follow",
        "Измени ову и све наредне",
        "تغيير هذه المناوبة وكل ما يليها";
    ONLY_THIS:
        "What you change here changes this shift only.",
        "Овде се мења само ова смена.",
        "التغيير هنا يخص هذه المناوبة وحدها.";
    OPEN_ON_TABLET: "Open on the tablet", "Отвори на таблету", "فتح على الجهاز اللوحي";
    BACK_TO_WEEK: "Back to the week", "Назад на недељу", "العودة إلى الأسبوع";

    CLASH_ROOM_TAKEN:
        "The room is taken at that time",
        "Просторија је тада заузета",
        "القاعة مشغولة في ذلك الوقت";
    CLASH_ROOM_SMALL:
        "The room takes fewer people than the workshop",
        "Просторија прима мање људи него радионица",
        "القاعة تتسع لعدد من الأشخاص أقل مما تتسع له الورشة";
    CLASH_BUSY:
        "The facilitator has another shift at that time",
        "Водитељ тада има другу смену",
        "لدى الميسّر مناوبة أخرى في ذلك الوقت";
    CLASH_CLOSED: "Closed on that day", "Тог дана је затворено", "مغلق في ذلك اليوم";
    CLASH_NO_PLACE: "No place is left", "Нема слободних места", "لم يبق مكان شاغر";
    DESPITE: "Why all the same", "Зашто ипак", "سبب التخطيط رغم ذلك";
    DESPITE_CHOOSE: "Choose a reason", "Изаберите разлог", "يرجى اختيار سبب";
    DESPITE_SHARED: "Both groups share it", "Обе групе то деле", "المجموعتان تتشاركان";
    DESPITE_SMALL: "The group will be smaller", "Група ће бити мања", "ستكون المجموعة أصغر";
    DESPITE_AGREED:
        "Agreed with those concerned",
        "Договорено са онима кога се тиче",
        "بالاتفاق مع المعنيين";
    DESPITE_OTHER: "Another reason", "Други разлог", "سبب آخر";
    PLANNED_DESPITE:
        "Planned all the same: {reason}",
        "Ипак планирано: {reason}",
        "مخططة رغم ذلك: {reason}";

    MOVE: "Move or change", "Премести или измени", "نقل أو تغيير";
    START: "Begins at", "Почиње у", "تبدأ في";
    MINUTES: "Length in minutes", "Трајање у минутима", "المدة بالدقائق";
    ROOM: "Room", "Просторија", "القاعة";
    NO_ROOM: "No room", "Без просторије", "بلا قاعة";
    SAVE_MOVE: "Save this shift", "Сачувај ову смену", "حفظ هذه المناوبة";
    MOVED: "The shift is changed.", "Смена је измењена.", "تم تغيير المناوبة.";
    CANNOT_MOVE:
        "This shift has begun, is over, or something is logged of it: it stays where it is.",
        "Смена је почела, завршена је или је у њој нешто евидентирано: остаје где јесте.",
        "هذه المناوبة بدأت أو انتهت أو سُجّل فيها شيء: تبقى في مكانها.";
    FACILITATORS: "Facilitators", "Водитељи", "الميسّرون";
    ASSIGN: "Put in charge", "Одреди за водитеља", "تعيين ميسّر";
    ASSIGNED: "The facilitator is put in charge.", "Водитељ је одређен.", "تم تعيين الميسّر.";
    UNASSIGN: "Take out", "Уклони", "إزالة";
    UNASSIGN_WHO: "Take {code} out", "Уклони {code}", "إزالة {code}";
    UNASSIGNED: "The facilitator is taken out.", "Водитељ је уклоњен.", "تمت إزالة الميسّر.";
    CANCEL: "It will not happen", "Неће се одржати", "لن تُعقد";
    CANCEL_REMARK: "Remark (optional)", "Напомена (није обавезно)", "ملاحظة (اختيارية)";
    SAVE_CANCEL: "Save: will not happen", "Сачувај: неће се одржати", "حفظ: لن تُعقد";
    CANCELLED: "The shift will not happen.", "Смена се неће одржати.", "لن تُعقد المناوبة.";
    REOPEN: "Plan it again", "Планирај поново", "إعادة إلى الخطة";
    REOPENED:
        "The shift is planned again.",
        "Смена је поново планирана.",
        "أُعيدت المناوبة إلى الخطة.";
    ADD: "Add a single shift", "Додај појединачну смену", "إضافة مناوبة واحدة";
    SAVE_ADD: "Add the shift", "Додај смену", "إضافة المناوبة";
    ADDED: "The shift is added.", "Смена је додата.", "تمت إضافة المناوبة.";

    CALENDAR: "In a calendar program", "У програму за календар", "في برنامج تقويم";
    CALENDAR_WHAT:
        "A secret address under which a calendar program reads these shifts. It names no participants. Whoever knows it can read them: a new address ends the old one.",
        "Тајна адреса са које програм за календар чита ове смене. У њој нема имена учесника. Ко је зна, може да их чита: нова адреса поништава стару.",
        "عنوان سري يقرأ منه برنامج التقويم هذه المناوبات. لا يذكر أسماء المشاركين. كل من يعرفه يمكنه قراءتها: العنوان الجديد يبطل القديم.";
    CALENDAR_SINCE:
        "An address exists since {date}.",
        "Адреса постоји од {date}",
        "يوجد عنوان منذ {date}.";
    CALENDAR_NEW: "Make an address", "Направи адресу", "إنشاء عنوان";
    CALENDAR_AGAIN: "Make a new address", "Направи нову адресу", "إنشاء عنوان جديد";
    CALENDAR_END: "End the address", "Поништи адресу", "إبطال العنوان";
    CALENDAR_MADE:
        "This is the address. It is shown only now: copy it.",
        "Ово је адреса. Приказује се само сада: копирајте је.",
        "هذا هو العنوان. لن يُعرض إلا الآن: يرجى نسخه.";
    CALENDAR_ENDED: "The address is ended.", "Адреса је поништена.", "تم إبطال العنوان.";
    CALENDAR_ADDRESS: "Address of the calendar", "Адреса календара", "عنوان التقويم";

    WORKSHOPS: "Workshops", "Радионице", "الورش";
    WORKSHOPS_INTRO:
        "What is done in the centre, what it makes and how many people it takes at once.",
        "Шта се ради у центру, шта се израђује и колико људи стаје одједном.",
        "ما يجري في المركز، وما يُنتج فيه، وكم شخصًا تتسع له الورشة في وقت واحد.";
    NO_WORKSHOPS: "No workshops yet", "Још нема радионица", "لا توجد ورش بعد";
    NEW_WORKSHOP: "New workshop", "Нова радионица", "ورشة جديدة";
    CODE: "Code", "Шифра", "الرمز";
    NAME_EN: "Name in English", "Назив на енглеском", "الاسم بالإنجليزية";
    NAME_SR:
        "Name in Serbian, Cyrillic",
        "Назив на српском, ћирилицом",
        "الاسم بالصربية، بالحروف السيريلية";
    ACTIVITY: "Activity", "Активност", "النشاط";
    PEOPLE: "People at once", "Људи одједном", "عدد الأشخاص في وقت واحد";
    PEOPLE_OPTIONAL:
        "People at once (empty: no limit)",
        "Људи одједном (празно: без ограничења)",
        "عدد الأشخاص في وقت واحد (فارغ: بلا حد)";
    NO_LIMIT: "no limit", "без ограничења", "بلا حد";
    SAVE_WORKSHOP: "Add the workshop", "Додај радионицу", "إضافة الورشة";
    WORKSHOP_SAVED:
        "The workshop is added. Next: a schedule.",
        "Радионица је додата. Следеће: распоред.",
        "تمت إضافة الورشة. الخطوة التالية: جدول.";
    PRODUCTS: "Products", "Производи", "المنتجات";
    NEW_PRODUCT: "New product of a workshop", "Нов производ радионице", "منتج جديد لورشة";
    UNIT: "Counted in", "Броји се у", "وحدة العدّ";
    SAVE_PRODUCT: "Add the product", "Додај производ", "إضافة المنتج";
    PRODUCT_SAVED: "The product is added.", "Производ је додат.", "تمت إضافة المنتج.";
    NEW_PLACES: "Places in a workshop", "Места у радионици", "الأماكن في ورشة";
    FROM_DAY: "From day", "Од дана", "ابتداءً من يوم";
    SAVE_PLACES: "Save the places", "Сачувај број места", "حفظ عدد الأماكن";
    PLACES_SAVED: "The number of people is saved.", "Број људи је сачуван.", "تم حفظ عدد الأشخاص.";
    FROM_ON: "{n} from {date}", "{n} од {date}", "{n} ابتداءً من {date}";

    ROOMS: "Rooms and closed days", "Просторије и затворени дани", "القاعات والأيام المغلقة";
    ROOMS_INTRO:
        "Rooms with how many people may be in them at once, and the days on which the centre or a room is closed.",
        "Просторије са бројем људи који у њима сме да буде одједном, и дани када је центар или просторија затворена.",
        "القاعات مع عدد الأشخاص المسموح به فيها في وقت واحد، والأيام التي يكون فيها المركز أو إحدى القاعات مغلقًا.";
    NO_ROOMS: "No rooms yet", "Још нема просторија", "لا توجد قاعات بعد";
    ROOM_LIST: "Rooms", "Просторије", "القاعات";
    NEW_ROOM: "New room", "Нова просторија", "قاعة جديدة";
    SAVE_ROOM: "Add the room", "Додај просторију", "إضافة القاعة";
    ROOM_SAVED: "The room is added.", "Просторија је додата.", "تمت إضافة القاعة.";
    NEW_ROOM_PLACES: "People in a room", "Људи у просторији", "عدد الأشخاص في قاعة";
    CLOSURES: "Closed days", "Затворени дани", "الأيام المغلقة";
    NO_CLOSURES: "No closed days", "Нема затворених дана", "لا توجد أيام مغلقة";
    CLOSE: "Close days", "Затвори дане", "إغلاق أيام";
    CLOSE_WHAT:
        "Shifts on these days that are not logged will not happen, with this reason. It can be undone.",
        "Смене у тим данима које нису евидентиране неће се одржати, са овим разлогом. То се може поништити.",
        "المناوبات غير المسجّلة في هذه الأيام لن تُعقد، لهذا السبب. يمكن التراجع عن ذلك.";
    WHOLE_CENTRE: "The whole centre", "Цео центар", "المركز كله";
    WHAT_CLOSES: "What is closed", "Шта је затворено", "ما يُغلق";
    FIRST_DAY: "First day", "Први дан", "أول يوم";
    LAST_DAY: "Last day", "Последњи дан", "آخر يوم";
    REASON: "Reason", "Разлог", "السبب";
    SAVE_CLOSE: "Close", "Затвори", "إغلاق";
    CLOSED: "The days are closed.", "Дани су затворени.", "تم إغلاق الأيام.";
    OPEN_AGAIN: "Open again", "Отвори поново", "إعادة الفتح";
    OPEN_AGAIN_OF: "Open again: {days}", "Отвори поново: {days}", "إعادة الفتح: {days}";
    OPENED: "The days are open again.", "Дани су поново отворени.", "أُعيد فتح الأيام.";
    OPENED_STATE: "opened again", "поново отворено", "أُعيد الفتح";

    SCHEDULES: "Schedules", "Распореди", "الجداول";
    SCHEDULES_INTRO:
        "A schedule makes the shifts of a workshop by itself, eight weeks ahead.",
        "Распоред сам прави смене радионице, осам недеља унапред.",
        "ينشئ الجدول مناوبات الورشة تلقائيًا، لثمانية أسابيع مقبلة.";
    NO_SCHEDULES: "No schedules yet", "Још нема распореда", "لا توجد جداول بعد";
    NEW_SCHEDULE: "New schedule", "Нов распоред", "جدول جديد";
    CHANGE_TITLE: "Change a schedule", "Измена распореда", "تغيير جدول";
    CHANGE_WHAT:
        "The schedule ends the day before, and continues from that day on as entered here. What was logged stays.",
        "Распоред се завршава дан раније и од тог дана наставља како је овде унето. Што је евидентирано, остаје.",
        "ينتهي الجدول في اليوم السابق، ويستمر ابتداءً من ذلك اليوم كما هو مُدخل هنا. ما سُجّل يبقى.";
    WEEKDAYS: "Weekdays", "Дани у недељи", "أيام الأسبوع";
    EVERY: "Every how many weeks", "На колико недеља", "التكرار كل كم أسبوع";
    MONTHLY: "or once a month", "или једном месечно", "أو مرة في الشهر";
    MONTHLY_NO: "Not monthly", "Не месечно", "ليس شهريًا";
    NTH_1: "first", "први пут", "الأول";
    NTH_2: "second", "други пут", "الثاني";
    NTH_3: "third", "трећи пут", "الثالث";
    NTH_4: "fourth", "четврти пут", "الرابع";
    NTH_LAST: "last", "последњи пут", "الأخير";
    STARTS:
        "Beginnings, e.g. 08:00, 10:00",
        "Почеци, нпр. 08:00, 10:00",
        "أوقات البداية، مثلًا 08:00, 10:00";
    LAST_DAY_OPTIONAL:
        "Last day (empty: without an end)",
        "Последњи дан (празно: без краја)",
        "آخر يوم (فارغ: بلا نهاية)";
    SAVE_SCHEDULE: "Make the schedule", "Направи распоред", "إنشاء الجدول";
    SAVE_CHANGE: "Change from that day on", "Измени од тог дана", "تغيير ابتداءً من ذلك اليوم";
    END: "End", "Заврши", "إنهاء";
    END_AFTER: "End after day", "Заврши после дана", "إنهاء بعد يوم";
    ENDED:
        "The schedule is ended. Its later shifts that nobody touched are off the plan.",
        "Распоред је завршен. Његове касније смене које нико није дирао скинуте су са плана.",
        "تم إنهاء الجدول. أُزيلت من الخطة مناوباته اللاحقة التي لم يغيّرها أحد.";
    WITHOUT_END: "without an end", "без краја", "بلا نهاية";
    IS_OVER: "over", "завршено", "انتهى";
    NEXT_ON: "Next: {date}", "Следећа: {date}", "التالية: {date}";
    SEE_WEEK: "See the week", "Погледај недељу", "عرض الأسبوع";
    CHANGE: "Change", "Измени", "تغيير";
    EVERY_WEEK: "every week: {days}", "сваке недеље: {days}", "كل أسبوع: {days}";
    EVERY_WEEKS:
        "every {n} weeks: {days}",
        "на сваких {n} недеља: {days}",
        "كل عدد {n} من الأسابيع: {days}";
    EVERY_DAY: "every day", "сваког дана", "كل يوم";
    EVERY_MONTH:
        "every month, {nth} {day}",
        "сваког месеца, {nth} {day}",
        "كل شهر، يوم {day} {nth}";
    WHEN: "When", "Када", "متى";
    STAFF: "Staff and languages", "Особље и језици", "العاملون واللغات";
    STAFF_INTRO:
        "What the facilitators speak. Every shift then tells who is reached in which language, through whom, and which language nobody covers.",
        "Шта говоре водитељи. Тако свака смена каже ко је на ком језику обухваћен, преко кога, и који језик нико не покрива.",
        "اللغات التي يتحدث بها الميسّرون. وبذلك تبيّن كل مناوبة من يمكن الوصول إليه وبأي لغة وعن طريق من، وأي لغة لا يغطيها أحد.";
    NO_STAFF: "Nobody works here yet", "Овде још нико не ради", "لا يعمل أحد هنا بعد";
    LANGUAGES: "Languages", "Језици", "اللغات";
    NEW_LANGUAGE: "Add or change a language", "Додај или измени језик", "إضافة لغة أو تغييرها";
    LANGUAGE: "Language", "Језик", "اللغة";
    LEVEL: "How well", "Колико добро", "مستوى الإتقان";
    SAVE_LANGUAGE: "Save the language", "Сачувај језик", "حفظ اللغة";
    LANGUAGE_SAVED: "The language is saved.", "Језик је сачуван.", "تم حفظ اللغة.";
    BRIDGE_UNSTAFFED:
        "The languages of the facilitators are not known.",
        "Језици водитеља нису познати.",
        "لغات الميسّرين غير معروفة.";
    INTERPRETED_UNDO:
        "{who}: did not interpret after all",
        "{who}: ипак не преводи",
        "{who}: التراجع عن تسجيل الترجمة";
    INTERPRETED_SAVED:
        "Saved: who interpreted.",
        "Сачувано: ко је преводио.",
        "تم الحفظ: من تولّى الترجمة.";
    WORKSHOP_FIRST: "Add a workshop first.", "Прво додајте радионицу.", "يرجى إضافة ورشة أولًا.";
}

plurals! {
    LANGUAGE_NOT_KNOWN:
        ["Language not known: {n} person", "Language not known: {n} people"],
        ["Непознат језик: {n} особа", "Непознат језик: {n} особе", "Непознат језик: {n} особа"],
        [
            "اللغة غير معروفة: لا أحد",
            "اللغة غير معروفة: شخص واحد",
            "اللغة غير معروفة: شخصان",
            "اللغة غير معروفة: {n} أشخاص",
            "اللغة غير معروفة: {n} شخصًا",
            "اللغة غير معروفة: {n} شخص",
        ];
    SHIFTS_MADE:
        [
            "{n} shift is planned by it from today on.",
            "{n} shifts are planned by it from today on.",
        ],
        [
            "По њему је од данас планирана {n} смена.",
            "По њему су од данас планиране {n} смене.",
            "По њему је од данас планирано {n} смена.",
        ],
        [
            "لا توجد مناوبات مخططة بموجبه ابتداءً من اليوم.",
            "مناوبة واحدة مخططة بموجبه ابتداءً من اليوم.",
            "مناوبتان مخططتان بموجبه ابتداءً من اليوم.",
            "{n} مناوبات مخططة بموجبه ابتداءً من اليوم.",
            "{n} مناوبة مخططة بموجبه ابتداءً من اليوم.",
            "{n} مناوبة مخططة بموجبه ابتداءً من اليوم.",
        ];
    SHIFTS_AHEAD:
        ["{n} shift ahead", "{n} shifts ahead"],
        ["{n} смена испред", "{n} смене испред", "{n} смена испред"],
        [
            "لا توجد مناوبات قادمة",
            "مناوبة واحدة قادمة",
            "مناوبتان قادمتان",
            "{n} مناوبات قادمة",
            "{n} مناوبة قادمة",
            "{n} مناوبة قادمة",
        ];
    MINUTES_LONG:
        ["{n} minute", "{n} minutes"],
        ["{n} минут", "{n} минута", "{n} минута"],
        ["{n} دقيقة", "دقيقة واحدة", "دقيقتان", "{n} دقائق", "{n} دقيقة", "{n} دقيقة"];
}
