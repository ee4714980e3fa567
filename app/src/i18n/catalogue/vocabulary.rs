//! The field's words: states, kinds, sexes, ages, roles, reasons, units, languages.

texts! {
    /// A shift whose time has not come.
    SHIFT_TO_COME: "To come", "Предстоји", "قادمة";
    /// A shift that has begun and is neither closed nor over.
    SHIFT_RUNNING: "Running", "У току", "جارية";
    /// A shift that is over without having been closed.
    SHIFT_NOT_LOGGED: "Not logged", "Није евидентирана", "غير مسجّلة";
    SHIFT_CLOSED: "Closed", "Закључена", "مغلقة";
    SHIFT_DID_NOT_HAPPEN: "Did not happen", "Није одржана", "لم تُعقد";

    SEX_FEMALE: "Female", "Женски", "أنثى";
    SEX_MALE: "Male", "Мушки", "ذكر";
    SEX_OTHER: "Other", "Другачији", "غير ذلك";
    SEX_NOT_DISCLOSED: "Not disclosed", "Није наведен", "لم يُذكر";
    /// People counted, not one person's sex.
    FEMALES: "Women and girls", "Жене и девојчице", "النساء والفتيات";
    MALES: "Men and boys", "Мушкарци и дечаци", "الرجال والفتيان";
    OTHER_SEX: "Other sex", "Другачији пол", "جنس آخر";
    SEX_UNKNOWN_PEOPLE: "Sex not known", "Непознат пол", "الجنس غير معروف";
    CHILDREN: "Children (0–17)", "Деца (0–17)", "الأطفال (0–17)";
    RESIDENTS: "Residents", "Станари", "المقيمون";
    /// Why somebody may drop out of a workshop.
    RISK_ABSENCES:
        "Absent three times in a row",
        "Три узастопна изостанка",
        "غياب ثلاث مرات متتالية";
    RISK_GONE_QUIET: "Has gone quiet", "Дуго се не појављује", "انقطاع منذ مدة";
    RISK_WAITING: "Has waited long for a place", "Дуго чека на место", "انتظار مكان منذ مدة طويلة";

    AGE: "Age", "Узраст", "العمر";
    AGE_0_4: "0–4", "0–4", "0–4";
    AGE_5_11: "5–11", "5–11", "5–11";
    AGE_12_17: "12–17", "12–17", "12–17";
    AGE_18_59: "18–59", "18–59", "18–59";
    AGE_60_PLUS: "60+", "60+", "60 فأكثر";
    AGE_UNKNOWN: "Not known", "Непознат", "غير معروف";

    ROLE_FACILITATOR: "Facilitator", "Водитељ радионице", "ميسّر";
    ROLE_MANAGER: "Centre manager", "Руководилац центра", "مدير المركز";
    ROLE_COORDINATOR: "Coordinator", "Координатор", "المنسّق";
    ROLE_DONOR: "Donor", "Донатор", "الجهة المانحة";

    CENTRE_KIND: "Kind of centre", "Врста центра", "نوع المركز";
    CENTRE_ASYLUM: "Asylum centre", "Центар за азил", "مركز لجوء";
    CENTRE_RECEPTION: "Reception centre", "Прихватни центар", "مركز استقبال";
    CENTRE_OPEN: "Open", "Отворен", "مفتوح";
    CENTRE_CLOSED: "Closed", "Затворен", "مغلق";

    ACTIVITY_SEWING: "Sewing and tailoring", "Кројење и шивење", "الخياطة والتفصيل";
    ACTIVITY_CARPENTRY: "Carpentry", "Столарија", "النجارة";
    ACTIVITY_SPORTS: "Sports", "Спорт", "الرياضة";
    ACTIVITY_TRAINING: "Training", "Обука", "التدريب";
    ACTIVITY_LANGUAGE: "Language course", "Курс језика", "دورة لغة";
    ACTIVITY_COOKING: "Cooking", "Кување", "الطبخ";
    ACTIVITY_ART: "Art and crafts", "Ликовно и ручни рад", "الفنون والأشغال اليدوية";
    ACTIVITY_MUSIC: "Music", "Музика", "الموسيقى";
    ACTIVITY_OTHER: "Other", "Друго", "نشاط آخر";

    /// One unit, as the label of a column or a choice.
    UNIT_PIECE: "piece", "комад", "قطعة";
    UNIT_METRE: "metre", "метар", "متر";
    UNIT_KILOGRAM: "kilogram", "килограм", "كيلوغرام";
    UNIT_LITRE: "litre", "литар", "لتر";

    /// Why a shift did not happen.
    REASON_NO_FACILITATOR: "No facilitator", "Нема водитеља", "لا يوجد ميسّر";
    REASON_NOBODY_CAME: "Nobody came", "Нико није дошао", "لم يحضر أحد";
    REASON_ROOM: "Room not available", "Просторија није доступна", "القاعة غير متاحة";
    REASON_MATERIAL: "Material missing", "Нема материјала", "نقص المواد";
    REASON_HEALTH:
        "Health or quarantine rules",
        "Здравствене мере или карантин",
        "تدابير صحية أو حجر صحي";
    REASON_HOLIDAY: "Holiday", "Празник", "عطلة";
    REASON_TRANSFER: "Transfer of residents", "Премештај корисника центра", "نقل المقيمين";
    REASON_OTHER: "Other", "Друго", "سبب آخر";

    /// A mark on the register. Serbian says "is here", which depends on nobody's sex.
    MARK_PRESENT: "Present", "Ту је", "حضور";
    MARK_ABSENT: "Absent", "Није ту", "غياب";
    MARK_NOT_MARKED: "Not marked", "Није означено", "بلا علامة";

    /// How well somebody knows a language.
    LEVEL_UNDERSTANDS: "understands", "разуме", "فهم";
    LEVEL_SPEAKS: "speaks", "говори", "تحدّث";
    LEVEL_INTERPRETS: "interprets", "преводи", "ترجمة";

    /// Names of languages: small letters in Serbian, as in running text. ISO 639-3 `eng`.
    LANGUAGE_ENG: "English", "енглески", "الإنجليزية";
    /// ISO 639-3 `srp`.
    LANGUAGE_SRP: "Serbian", "српски", "الصربية";
    /// ISO 639-3 `ara`.
    LANGUAGE_ARA: "Arabic", "арапски", "العربية";
    /// ISO 639-3 `prs`.
    LANGUAGE_PRS: "Dari", "дари", "الدارية";
    /// ISO 639-3 `pes`.
    LANGUAGE_PES: "Persian (Farsi)", "персијски (фарси)", "الفارسية";
    /// ISO 639-3 `pus`.
    LANGUAGE_PUS: "Pashto", "пашту", "البشتو";
    /// ISO 639-3 `urd`.
    LANGUAGE_URD: "Urdu", "урду", "الأردية";
    /// ISO 639-3 `kmr`.
    LANGUAGE_KMR: "Kurdish (Kurmanji)", "курдски (курманџи)", "الكردية (الكرمانجية)";
    /// ISO 639-3 `ckb`.
    LANGUAGE_CKB: "Kurdish (Sorani)", "курдски (сорани)", "الكردية (السورانية)";
    /// ISO 639-3 `tur`.
    LANGUAGE_TUR: "Turkish", "турски", "التركية";
    /// ISO 639-3 `fra`.
    LANGUAGE_FRA: "French", "француски", "الفرنسية";
    /// ISO 639-3 `som`.
    LANGUAGE_SOM: "Somali", "сомалијски", "الصومالية";
    /// A language whose code has no name here.
    LANGUAGE_OTHER: "another language ({code})", "други језик ({code})", "لغة أخرى ({code})";

    /// What an entry was, in the list of entries to review: one for each kind of command.
    ENTRY_CREATE_CENTRE: "New centre", "Нов центар", "مركز جديد";
    ENTRY_RECORD_CENTRE_KIND: "Kind of centre", "Врста центра", "نوع المركز";
    ENTRY_RECORD_CENTRE_STATUS: "Status of centre", "Статус центра", "حالة المركز";
    ENTRY_RECORD_CENTRE_CAPACITY: "Capacity of centre", "Капацитет центра", "سعة المركز";
    ENTRY_RECORD_OCCUPANCY: "Number of people housed", "Број смештених", "عدد المقيمين";
    ENTRY_CREATE_WORKSHOP: "New workshop", "Нова радионица", "ورشة جديدة";
    ENTRY_RECORD_WORKSHOP_CAPACITY:
        "Places in a workshop",
        "Број места у радионици",
        "عدد الأماكن في ورشة";
    ENTRY_ADD_PRODUCT: "New product", "Нов производ", "منتج جديد";
    ENTRY_ADD_ROOM: "New room", "Нова просторија", "قاعة جديدة";
    ENTRY_RECORD_ROOM_CAPACITY: "People in a room", "Број људи у просторији", "عدد الأشخاص في قاعة";
    ENTRY_CREATE_SCHEDULE: "Schedule", "Распоред", "جدول";
    ENTRY_END_SCHEDULE: "End of a schedule", "Крај распореда", "نهاية جدول";
    ENTRY_CLOSE_DAYS: "Closed days", "Затворени дани", "أيام مغلقة";
    ENTRY_REOPEN_DAYS: "Days opened again", "Дани поново отворени", "إعادة فتح أيام";
    ENTRY_SHARE_WORKSHOP: "Workshop in a project", "Радионица у пројекту", "ورشة ضمن مشروع";
    ENTRY_CREATE_PROJECT: "New project", "Нов пројекат", "مشروع جديد";
    ENTRY_REGISTER_PERSON: "New participant", "Нов учесник", "شخص جديد";
    ENTRY_RECORD_LANGUAGE: "Language of a participant", "Језик учесника", "لغة شخص";
    ENTRY_RECORD_IDENTITY: "Identity of a participant", "Идентитет учесника", "هوية شخص";
    ENTRY_ENROL: "Enrolment", "Упис", "قيد";
    ENTRY_END_ENROLMENT: "End of an enrolment", "Крај уписа", "نهاية قيد";
    ENTRY_PLAN_SHIFT: "Planned shift", "Планирана смена", "مناوبة مخطّطة";
    ENTRY_MOVE_SHIFT: "Shift moved", "Смена премештена", "نقل مناوبة";
    ENTRY_UNASSIGN_FACILITATOR: "Facilitator taken out", "Водитељ уклоњен", "إزالة ميسّر";
    ENTRY_ASSIGN_FACILITATOR: "Facilitator of a shift", "Водитељ смене", "ميسّر مناوبة";
    ENTRY_MARK_ATTENDANCE: "Attendance mark", "Ознака присуства", "علامة حضور أو غياب";
    ENTRY_RECORD_HEADCOUNT: "Headcount", "Број пребројаних", "تعداد";
    ENTRY_RECORD_OUTPUT: "Pieces made", "Израђени комади", "قطع منتجة";
    ENTRY_VOID_OUTPUT: "Withdrawn entry", "Повлачење уноса", "سحب إدخال";
    ENTRY_CLOSE_SHIFT: "Closing of a shift", "Закључење смене", "إغلاق مناوبة";
    ENTRY_REOPEN_SHIFT: "Opening a shift again", "Поновно отварање смене", "إعادة فتح مناوبة";
    ENTRY_CANCEL_SHIFT: "Shift that did not happen", "Смена која није одржана", "مناوبة لم تُعقد";
    ENTRY_CREATE_ACCOUNT: "New account", "Нов налог", "حساب جديد";
    ENTRY_GRANT_ACCESS: "Access given", "Додељен приступ", "منح صلاحية وصول";
    ENTRY_REVOKE_ACCESS: "Access withdrawn", "Одузет приступ", "سحب صلاحية وصول";
    ENTRY_DISABLE_ACCOUNT: "Account switched off", "Искључен налог", "إيقاف حساب";
    ENTRY_ENABLE_ACCOUNT: "Account switched on", "Укључен налог", "تفعيل حساب";
    ENTRY_RESET_PASSWORD: "New password", "Нова лозинка", "كلمة مرور جديدة";
    ENTRY_ADD_ONE_OFF_SHIFT:
        "Shift added on the spot",
        "Смена додата на лицу места",
        "مناوبة أُضيفت في الحال";
    ENTRY_RECORD_INTERPRETING: "Somebody interpreted", "Неко је преводио", "تسجيل ترجمة";
    ENTRY_VOID_INTERPRETING: "Interpreting taken back", "Превођење повучено", "سحب ترجمة";
    ENTRY_RECORD_ACCOUNT_LANGUAGE: "Language of the staff", "Језик особља", "لغة العاملين";
    ENTRY_NOTE_SHIFT: "Note about a shift", "Белешка о смени", "مذكرة عن مناوبة";
    ENTRY_HAND_OVER_SHIFT: "Shift handed over", "Предаја смене", "تسليم مناوبة";
    ENTRY_ADD_DEVICE: "New tablet", "Нов таблет", "جهاز لوحي جديد";
    ENTRY_REVOKE_DEVICE: "Tablet revoked", "Опозван таблет", "سحب اعتماد جهاز لوحي";
    ENTRY_RESET_PIN: "New PIN", "Нов ПИН", "رمز PIN جديد";
    ENTRY_RELEASE_ENTRY: "Entry taken in", "Примљен унос", "قبول إدخال";
    ENTRY_DISMISS_ENTRY: "Entry set aside", "Одложен унос", "تنحية إدخال";
    ENTRY_RECORD_CENTRE_ADDRESS: "Address of centre", "Адреса центра", "عنوان المركز";
    ENTRY_RECORD_CENTRE_POSITION:
        "Position of centre on the map",
        "Положај центра на мапи",
        "موقع المركز على الخريطة";
    ENTRY_ADD_RECIPIENT: "New recipient", "Нов прималац", "جهة مستلمة جديدة";
    ENTRY_HAND_OUT: "Hand-out", "Подела", "تسليم منتجات";
    ENTRY_VOID_HAND_OUT: "Hand-out taken back", "Повучена подела", "سحب تسليم منتجات";
    ENTRY_DESCRIBE_PERSON:
        "Correction about a participant",
        "Исправка података о учеснику",
        "تصحيح بيانات شخص";
    ENTRY_RECORD_STAY:
        "Arrival, transfer or departure",
        "Долазак, премештај или одлазак",
        "وصول أو نقل أو مغادرة";
    ENTRY_RECORD_CONSENT: "Consent", "Сагласност", "موافقة";
    ENTRY_WITHDRAW_CONSENT: "Consent withdrawn", "Повучена сагласност", "سحب موافقة";
    ENTRY_RECORD_FUNCTIONING:
        "Answers about functioning",
        "Одговори о функционисању",
        "إجابات عن الأداء الوظيفي";
    ENTRY_ASK_OF_PEOPLE:
        "What a project asks of participants",
        "Шта пројекат тражи од учесника",
        "ما يطلبه مشروع من المشاركين";
    ENTRY_LOOK_AT_IDENTITY: "Look at an identity", "Увид у идентитет", "اطّلاع على هوية";
    ENTRY_MERGE_PEOPLE: "Two records joined", "Спојена два записа", "دمج سجلّين";
    ENTRY_ERASE_PERSON: "Identity erased", "Избрисан идентитет", "محو هوية";
    ENTRY_RETAIN_UNTIL:
        "Until when identities are kept",
        "До када се чувају идентитети",
        "مدة حفظ الهويات";
    ENTRY_KEEP_APART: "Two different people", "Две различите особе", "شخصان مختلفان";
    ENTRY_UNDO_MERGE: "Records separated again", "Записи поново раздвојени", "إعادة فصل السجلّين";
    ENTRY_JOIN_WAITING_LIST: "On the waiting list", "На листи чекања", "إضافة إلى قائمة الانتظار";
    ENTRY_LEAVE_WAITING_LIST:
        "Off the waiting list",
        "Скинуто са листе чекања",
        "إزالة من قائمة الانتظار";
    ENTRY_OFFER_PLACE: "Place offered", "Понуђено место", "عرض مكان";
    ENTRY_DECLINE_OFFER: "Offer declined", "Одбијена понуда", "رفض عرض";
    ENTRY_ISSUE_CARD: "Card for a participant", "Картица учесника", "بطاقة شخص";
    ENTRY_ACCEPT_FIGURE:
        "Doubtful figure accepted",
        "Прихваћен сумњив податак",
        "قبول رقم مشكوك فيه";
    ENTRY_CLOSE_PERIOD: "Period closed", "Период закључен", "إغلاق فترة";
    ENTRY_REOPEN_PERIOD: "Period opened again", "Период поново отворен", "إعادة فتح فترة";
    ENTRY_DESCRIBE_PROJECT: "Project described", "Пројекат описан", "وصف مشروع";
    ENTRY_DEFINE_INDICATOR: "Indicator defined", "Индикатор дефинисан", "تعريف مؤشر";
    ENTRY_SET_TARGET: "Target of an indicator", "Циљ индикатора", "هدف مؤشر";
    ENTRY_RECORD_INDICATOR_VALUE:
        "Value of an indicator entered by hand",
        "Вредност индикатора унета ручно",
        "قيمة مؤشر أُدخلت يدويًا";
    ENTRY_MAKE_TOKEN: "Access for a program", "Приступ за програм", "وصول برنامج";
    ENTRY_REVOKE_TOKEN: "Access of a program ended", "Укинут приступ програма", "إنهاء وصول برنامج";
    ENTRY_RECORD_PROGRESS: "Progress in a training", "Напредак у обуци", "التقدم في تدريب";
    ENTRY_REVOKE_CARD: "Card of a participant ended", "Картица учесника укинута", "إنهاء بطاقة شخص";
    /// An entry that could not be read.
    ENTRY_UNREADABLE:
        "Entry that could not be read",
        "Унос који није могао да се прочита",
        "إدخال تعذّرت قراءته";
}

plurals! {
    PIECES:
        ["{n} piece", "{n} pieces"],
        ["{n} комад", "{n} комада", "{n} комада"],
        ["{n} قطعة", "قطعة واحدة", "قطعتان", "{n} قطع", "{n} قطعة", "{n} قطعة"];
    METRES:
        ["{n} metre", "{n} metres"],
        ["{n} метар", "{n} метра", "{n} метара"],
        ["{n} متر", "متر واحد", "متران", "{n} أمتار", "{n} مترًا", "{n} متر"];
    KILOGRAMS:
        ["{n} kilogram", "{n} kilograms"],
        ["{n} килограм", "{n} килограма", "{n} килограма"],
        [
            "{n} كيلوغرام",
            "كيلوغرام واحد",
            "كيلوغرامان",
            "{n} كيلوغرامات",
            "{n} كيلوغرامًا",
            "{n} كيلوغرام",
        ];
    LITRES:
        ["{n} litre", "{n} litres"],
        ["{n} литар", "{n} литра", "{n} литара"],
        ["{n} لتر", "لتر واحد", "لتران", "{n} لترات", "{n} لترًا", "{n} لتر"];
}
