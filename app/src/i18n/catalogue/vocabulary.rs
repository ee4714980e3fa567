//! The field's words: states, kinds, sexes, ages, roles, reasons, units, languages.

texts! {
    /// A shift whose time has not come.
    SHIFT_TO_COME: "To come", "Предстоји";
    /// A shift that has begun and is neither closed nor over.
    SHIFT_RUNNING: "Running", "У току";
    /// A shift that is over without having been closed.
    SHIFT_NOT_LOGGED: "Not logged", "Није евидентирана";
    SHIFT_CLOSED: "Closed", "Закључена";
    SHIFT_DID_NOT_HAPPEN: "Did not happen", "Није одржана";

    SEX_FEMALE: "Female", "Женски";
    SEX_MALE: "Male", "Мушки";
    SEX_OTHER: "Other", "Другачији";
    SEX_NOT_DISCLOSED: "Not disclosed", "Није наведен";
    /// People counted, not one person's sex.
    FEMALES: "Women and girls", "Жене и девојчице";
    MALES: "Men and boys", "Мушкарци и дечаци";
    OTHER_SEX: "Other sex", "Другачији пол";
    SEX_UNKNOWN_PEOPLE: "Sex not known", "Непознат пол";
    CHILDREN: "Children (0–17)", "Деца (0–17)";
    RESIDENTS: "Residents", "Станари";
    /// Why somebody may drop out of a workshop.
    RISK_ABSENCES: "Absent three times in a row", "Три узастопна изостанка";
    RISK_GONE_QUIET: "Has gone quiet", "Дуго се не појављује";
    RISK_WAITING: "Has waited long for a place", "Дуго чека на место";

    AGE: "Age", "Узраст";
    AGE_0_4: "0–4", "0–4";
    AGE_5_11: "5–11", "5–11";
    AGE_12_17: "12–17", "12–17";
    AGE_18_59: "18–59", "18–59";
    AGE_60_PLUS: "60+", "60+";
    AGE_UNKNOWN: "Not known", "Непознат";

    ROLE_FACILITATOR: "Facilitator", "Водитељ радионице";
    ROLE_MANAGER: "Centre manager", "Руководилац центра";
    ROLE_COORDINATOR: "Coordinator", "Координатор";
    ROLE_DONOR: "Donor", "Донатор";

    CENTRE_KIND: "Kind of centre", "Врста центра";
    CENTRE_ASYLUM: "Asylum centre", "Центар за азил";
    CENTRE_RECEPTION: "Reception centre", "Прихватни центар";
    CENTRE_OPEN: "Open", "Отворен";
    CENTRE_CLOSED: "Closed", "Затворен";

    ACTIVITY_SEWING: "Sewing and tailoring", "Кројење и шивење";
    ACTIVITY_CARPENTRY: "Carpentry", "Столарија";
    ACTIVITY_SPORTS: "Sports", "Спорт";
    ACTIVITY_TRAINING: "Training", "Обука";
    ACTIVITY_LANGUAGE: "Language course", "Курс језика";
    ACTIVITY_COOKING: "Cooking", "Кување";
    ACTIVITY_ART: "Art and crafts", "Ликовно и ручни рад";
    ACTIVITY_MUSIC: "Music", "Музика";
    ACTIVITY_OTHER: "Other", "Друго";

    /// One unit, as the label of a column or a choice.
    UNIT_PIECE: "piece", "комад";
    UNIT_METRE: "metre", "метар";
    UNIT_KILOGRAM: "kilogram", "килограм";
    UNIT_LITRE: "litre", "литар";

    /// Why a shift did not happen.
    REASON_NO_FACILITATOR: "No facilitator", "Нема водитеља";
    REASON_NOBODY_CAME: "Nobody came", "Нико није дошао";
    REASON_ROOM: "Room not available", "Просторија није доступна";
    REASON_MATERIAL: "Material missing", "Нема материјала";
    REASON_HEALTH: "Health or quarantine rules", "Здравствене мере или карантин";
    REASON_HOLIDAY: "Holiday", "Празник";
    REASON_TRANSFER: "Transfer of residents", "Премештај корисника центра";
    REASON_OTHER: "Other", "Друго";

    /// A mark on the register. Serbian says "is here", which depends on nobody's sex.
    MARK_PRESENT: "Present", "Ту је";
    MARK_ABSENT: "Absent", "Није ту";
    MARK_NOT_MARKED: "Not marked", "Није означено";

    /// How well somebody knows a language.
    LEVEL_UNDERSTANDS: "understands", "разуме";
    LEVEL_SPEAKS: "speaks", "говори";
    LEVEL_INTERPRETS: "interprets", "преводи";

    /// Names of languages: small letters in Serbian, as in running text. ISO 639-3 `eng`.
    LANGUAGE_ENG: "English", "енглески";
    /// ISO 639-3 `srp`.
    LANGUAGE_SRP: "Serbian", "српски";
    /// ISO 639-3 `ara`.
    LANGUAGE_ARA: "Arabic", "арапски";
    /// ISO 639-3 `prs`.
    LANGUAGE_PRS: "Dari", "дари";
    /// ISO 639-3 `pes`.
    LANGUAGE_PES: "Persian (Farsi)", "персијски (фарси)";
    /// ISO 639-3 `pus`.
    LANGUAGE_PUS: "Pashto", "пашту";
    /// ISO 639-3 `urd`.
    LANGUAGE_URD: "Urdu", "урду";
    /// ISO 639-3 `kmr`.
    LANGUAGE_KMR: "Kurdish (Kurmanji)", "курдски (курманџи)";
    /// ISO 639-3 `ckb`.
    LANGUAGE_CKB: "Kurdish (Sorani)", "курдски (сорани)";
    /// ISO 639-3 `tur`.
    LANGUAGE_TUR: "Turkish", "турски";
    /// ISO 639-3 `fra`.
    LANGUAGE_FRA: "French", "француски";
    /// ISO 639-3 `som`.
    LANGUAGE_SOM: "Somali", "сомалијски";
    /// A language whose code has no name here.
    LANGUAGE_OTHER: "another language ({code})", "други језик ({code})";

    /// What an entry was, in the list of entries to review: one for each kind of command.
    ENTRY_CREATE_CENTRE: "New centre", "Нов центар";
    ENTRY_RECORD_CENTRE_KIND: "Kind of centre", "Врста центра";
    ENTRY_RECORD_CENTRE_STATUS: "Status of centre", "Статус центра";
    ENTRY_RECORD_CENTRE_CAPACITY: "Capacity of centre", "Капацитет центра";
    ENTRY_RECORD_OCCUPANCY: "Number of people housed", "Број смештених";
    ENTRY_CREATE_WORKSHOP: "New workshop", "Нова радионица";
    ENTRY_RECORD_WORKSHOP_CAPACITY: "Places in a workshop", "Број места у радионици";
    ENTRY_ADD_PRODUCT: "New product", "Нов производ";
    ENTRY_ADD_ROOM: "New room", "Нова просторија";
    ENTRY_RECORD_ROOM_CAPACITY: "People in a room", "Број људи у просторији";
    ENTRY_CREATE_SCHEDULE: "Schedule", "Распоред";
    ENTRY_END_SCHEDULE: "End of a schedule", "Крај распореда";
    ENTRY_CLOSE_DAYS: "Closed days", "Затворени дани";
    ENTRY_REOPEN_DAYS: "Days opened again", "Дани поново отворени";
    ENTRY_SHARE_WORKSHOP: "Workshop in a project", "Радионица у пројекту";
    ENTRY_CREATE_PROJECT: "New project", "Нов пројекат";
    ENTRY_REGISTER_PERSON: "New participant", "Нов учесник";
    ENTRY_RECORD_LANGUAGE: "Language of a participant", "Језик учесника";
    ENTRY_RECORD_IDENTITY: "Identity of a participant", "Идентитет учесника";
    ENTRY_ENROL: "Enrolment", "Упис";
    ENTRY_END_ENROLMENT: "End of an enrolment", "Крај уписа";
    ENTRY_PLAN_SHIFT: "Planned shift", "Планирана смена";
    ENTRY_MOVE_SHIFT: "Shift moved", "Смена премештена";
    ENTRY_UNASSIGN_FACILITATOR: "Facilitator taken out", "Водитељ уклоњен";
    ENTRY_ASSIGN_FACILITATOR: "Facilitator of a shift", "Водитељ смене";
    ENTRY_MARK_ATTENDANCE: "Attendance mark", "Ознака присуства";
    ENTRY_RECORD_HEADCOUNT: "Headcount", "Број пребројаних";
    ENTRY_RECORD_OUTPUT: "Pieces made", "Израђени комади";
    ENTRY_VOID_OUTPUT: "Withdrawn entry", "Повлачење уноса";
    ENTRY_CLOSE_SHIFT: "Closing of a shift", "Закључење смене";
    ENTRY_REOPEN_SHIFT: "Opening a shift again", "Поновно отварање смене";
    ENTRY_CANCEL_SHIFT: "Shift that did not happen", "Смена која није одржана";
    ENTRY_CREATE_ACCOUNT: "New account", "Нов налог";
    ENTRY_GRANT_ACCESS: "Access given", "Додељен приступ";
    ENTRY_REVOKE_ACCESS: "Access withdrawn", "Одузет приступ";
    ENTRY_DISABLE_ACCOUNT: "Account switched off", "Искључен налог";
    ENTRY_ENABLE_ACCOUNT: "Account switched on", "Укључен налог";
    ENTRY_RESET_PASSWORD: "New password", "Нова лозинка";
    ENTRY_ADD_ONE_OFF_SHIFT: "Shift added on the spot", "Смена додата на лицу места";
    ENTRY_RECORD_INTERPRETING: "Somebody interpreted", "Неко је преводио";
    ENTRY_VOID_INTERPRETING: "Interpreting taken back", "Превођење повучено";
    ENTRY_RECORD_ACCOUNT_LANGUAGE: "Language of the staff", "Језик особља";
    ENTRY_NOTE_SHIFT: "Note about a shift", "Белешка о смени";
    ENTRY_HAND_OVER_SHIFT: "Shift handed over", "Предаја смене";
    ENTRY_ADD_DEVICE: "New tablet", "Нов таблет";
    ENTRY_REVOKE_DEVICE: "Tablet revoked", "Опозван таблет";
    ENTRY_RESET_PIN: "New PIN", "Нов ПИН";
    ENTRY_RELEASE_ENTRY: "Entry taken in", "Примљен унос";
    ENTRY_DISMISS_ENTRY: "Entry set aside", "Одложен унос";
    ENTRY_RECORD_CENTRE_ADDRESS: "Address of centre", "Адреса центра";
    ENTRY_ADD_RECIPIENT: "New recipient", "Нов прималац";
    ENTRY_HAND_OUT: "Hand-out", "Подела";
    ENTRY_VOID_HAND_OUT: "Hand-out taken back", "Повучена подела";
    ENTRY_DESCRIBE_PERSON: "Correction about a participant", "Исправка података о учеснику";
    ENTRY_RECORD_STAY: "Arrival, transfer or departure", "Долазак, премештај или одлазак";
    ENTRY_RECORD_CONSENT: "Consent", "Сагласност";
    ENTRY_WITHDRAW_CONSENT: "Consent withdrawn", "Повучена сагласност";
    ENTRY_RECORD_FUNCTIONING: "Answers about functioning", "Одговори о функционисању";
    ENTRY_ASK_OF_PEOPLE: "What a project asks of participants", "Шта пројекат тражи од учесника";
    ENTRY_LOOK_AT_IDENTITY: "Look at an identity", "Увид у идентитет";
    ENTRY_MERGE_PEOPLE: "Two records joined", "Спојена два записа";
    ENTRY_ERASE_PERSON: "Identity erased", "Избрисан идентитет";
    ENTRY_RETAIN_UNTIL: "Until when identities are kept", "До када се чувају идентитети";
    ENTRY_KEEP_APART: "Two different people", "Две различите особе";
    ENTRY_UNDO_MERGE: "Records separated again", "Записи поново раздвојени";
    ENTRY_JOIN_WAITING_LIST: "On the waiting list", "На листи чекања";
    ENTRY_LEAVE_WAITING_LIST: "Off the waiting list", "Скинуто са листе чекања";
    ENTRY_OFFER_PLACE: "Place offered", "Понуђено место";
    ENTRY_DECLINE_OFFER: "Offer declined", "Одбијена понуда";
    ENTRY_ISSUE_CARD: "Card for a participant", "Картица учесника";
    ENTRY_ACCEPT_FIGURE: "Doubtful figure accepted", "Прихваћен сумњив податак";
    ENTRY_RECORD_PROGRESS: "Progress in a training", "Напредак у обуци";
    ENTRY_REVOKE_CARD: "Card of a participant ended", "Картица учесника укинута";
    /// An entry that could not be read.
    ENTRY_UNREADABLE: "Entry that could not be read", "Унос који није могао да се прочита";
}

plurals! {
    PIECES: ["{n} piece", "{n} pieces"], ["{n} комад", "{n} комада", "{n} комада"];
    METRES: ["{n} metre", "{n} metres"], ["{n} метар", "{n} метра", "{n} метара"];
    KILOGRAMS:
        ["{n} kilogram", "{n} kilograms"],
        ["{n} килограм", "{n} килограма", "{n} килограма"];
    LITRES: ["{n} litre", "{n} litres"], ["{n} литар", "{n} литра", "{n} литара"];
}
