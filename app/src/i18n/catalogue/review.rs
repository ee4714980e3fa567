//! What a manager decides: entries under review, disagreements, notes and receipts.

texts! {
    ELSEWHERE_TITLE:
        "Entries that belong to no centre",
        "Уноси који не припадају ниједном центру",
        "إدخالات لا تتبع أي مركز";
    // What an entry says, a word each.
    MADE: "Entered", "Унето", "وقت الإدخال";
    RECEIVED: "Received", "Примљено", "وقت الاستلام";
    FROM_WHOM: "By", "Ко је унео", "صاحب الإدخال";
    TABLET: "Tablet", "Таблет", "الجهاز اللوحي";
    PERSON: "Participant", "Учесник", "المشارك";
    MARK: "Mark", "Ознака", "العلامة";
    COUNTED: "Counted", "Пребројано", "التعداد";
    MADE_PRODUCT: "Made", "Израђено", "ما أُنتج";
    REASON: "Reason", "Разлог", "السبب";
    REMARK: "Remark", "Напомена", "ملاحظة";
    LANGUAGE: "Language", "Језик", "اللغة";
    WORKSHOP: "Workshop", "Радионица", "الورشة";
    SHIFT: "Shift", "Смена", "المناوبة";
    SHIFT_UNKNOWN: "not known here", "овде није позната", "غير معروفة هنا";
    FROM_DAY: "From", "Од", "من";
    TO_DAY: "To", "До", "إلى";
    ACCOUNTS: "Accounts", "Налози", "الحسابات";
    ROLE: "Role", "Улога", "الدور";
    VALUE: "Value", "Вредност", "القيمة";
    PROGRESS: "Progress", "Напредак", "التقدم";
    SEX: "Sex", "Пол", "الجنس";
    NOT_YOURS_TO_SEE:
        "Only the centre’s manager sees what was sent.",
        "Само руководилац центра види шта је послато.",
        "لا يرى ما أُرسل إلا مدير المركز.";
    AS_SENT: "As it was sent", "Како је послато", "كما أُرسل";

    // What can be decided.
    TAKE_IN: "Take it in", "Прихвати", "قبول";
    SET_ASIDE: "Set aside", "Остави по страни", "تنحية";
    CORRECT: "Correct and take in", "Исправи и прихвати", "تصحيح وقبول";
    CORRECT_TITLE: "Corrected by you", "Ваша исправка", "تصحيحك";
    CORRECT_HELP:
        "A new entry is made in your name, and this one is set aside.",
        "Прави се нов унос у ваше име, а овај остаје по страни.",
        "يُنشأ إدخال جديد باسمك، ويُنحّى هذا الإدخال.";
    CHOOSE_SHIFT: "Choose the shift", "Изаберите смену", "اختيار المناوبة";
    PERSON_CODE: "Code of the participant", "Шифра учесника", "رمز المشارك";
    PERSON_CODE_HINT:
        "As on the register, eight characters",
        "Као на списку, осам знакова",
        "كما في كشف الحضور، ثمانية أحرف أو أرقام";
    HOW_MANY: "How many", "Колико", "العدد";
    LEAVE_FORM: "Do not correct", "Одустани од исправке", "ترك بلا تصحيح";

    // What became of it.
    DONE_RELEASED:
        "The entry is taken in and counts.",
        "Унос је прихваћен и рачуна се.",
        "تم قبول الإدخال وهو محسوب.";
    DONE_DISMISSED:
        "The entry is set aside. It stays kept and does not count.",
        "Унос је остављен по страни. Остаје сачуван и не рачуна се.",
        "تمت تنحية الإدخال. يبقى محفوظًا ولا يُحسب.";
    DONE_CORRECTED:
        "Your correction counts; the entry is set aside.",
        "Рачуна се ваша исправка; унос је остављен по страни.",
        "يُحسب تصحيحك؛ وتمت تنحية الإدخال.";
    REFUSED_TITLE: "Nothing was changed", "Ништа није промењено", "لم يتغير شيء";
    REFUSED_UNKNOWN:
        "Something that the entry builds on is not known here.",
        "Нешто на шта се унос ослања овде није познато.",
        "شيء يعتمد عليه الإدخال غير معروف هنا.";
    REFUSED_SHIFT:
        "The shift is not known here. Choose one.",
        "Смена овде није позната. Изаберите једну.",
        "المناوبة غير معروفة هنا. يرجى اختيار مناوبة.";
    REFUSED_PERSON:
        "There is no participant with this code. Check it on the register.",
        "Нема учесника са овом шифром. Проверите је на списку.",
        "لا يوجد مشارك بهذا الرمز. يرجى التحقق منه في كشف الحضور.";
    REFUSED_NUMBER:
        "The number is outside its range.",
        "Број је ван дозвољеног опсега.",
        "العدد خارج النطاق المسموح به.";
    REFUSED_SETTLED:
        "Somebody has decided about this entry already.",
        "О овом уносу је већ неко одлучио.",
        "سبق أن اتُّخذ قرار بشأن هذا الإدخال.";
    REFUSED_EXISTS: "The same is already there.", "Исто већ постоји.", "الشيء نفسه موجود من قبل.";
    REFUSED_NOT_ALLOWED:
        "Your account may not take this in here.",
        "Ваш налог не може ово овде да прихвати.",
        "لا يحق لحسابك قبول هذا هنا.";
    REFUSED_OTHER_CENTRE:
        "The participant belongs to another centre.",
        "Учесник припада другом центру.",
        "المشارك يتبع مركزًا آخر.";
    REFUSED_UNREADABLE:
        "The entry cannot be read, so it cannot be taken in.",
        "Унос не може да се прочита, па не може ни да се прихвати.",
        "تتعذر قراءة الإدخال، لذلك لا يمكن قبوله.";
    REFUSED_NOT_STARTED:
        "The shift lies on a day that has not come.",
        "Смена је тек предстојећег дана.",
        "المناوبة في يوم لم يأت بعد.";

    // Disagreements.
    DISAGREEMENTS: "Entries that disagree", "Уноси који се не слажу", "إدخالات متعارضة";
    DISAGREEMENTS_HELP:
        "All of them are kept. What counts is marked; correct it on the tablet if it is wrong.",
        "Сви су сачувани. Означено је шта се рачуна; ако је погрешно, исправите на таблету.",
        "جميعها محفوظة. ما يُحسب عليه علامة؛ إن كان خطأً فيرجى تصحيحه على الجهاز اللوحي.";
    ABOUT_MARK:
        "Two marks of one participant; neither maker knew of the other",
        "Две ознаке истог учесника; ниједан није знао за другу",
        "علامتان لمشارك واحد؛ لم يُعرف عند وضع أي منهما بوجود الأخرى";
    ABOUT_HEADCOUNT:
        "Two headcounts; neither maker knew of the other",
        "Два бројања; ниједно није знало за друго",
        "تعدادان؛ لم يُعرف عند إدخال أي منهما بوجود الآخر";
    ABOUT_COURSE:
        "Closed for one, not for the other",
        "За једног закључена, за другог не",
        "مغلقة عند أحد الطرفين، وغير مغلقة عند الآخر";
    ABOUT_AFTER_CLOSING: "Entered after the closing", "Унето после закључења", "إدخال بعد الإغلاق";
    ABOUT_DID_NOT_HAPPEN:
        "Entries at a shift that did not happen",
        "Уноси на смени која није одржана",
        "إدخالات في مناوبة لم تُعقد";
    SAID: "What was entered", "Шта је унето", "ما أُدخل";
    COUNTS: "Counts", "Рачуна се", "هل يُحسب";
    COUNTS_YES: "counts", "рачуна се", "يُحسب";
    COUNTS_NO: "does not count", "не рачуна се", "لا يُحسب";
    OPENED_AGAIN: "Opened again", "Поново отворена", "أُعيد فتحها";
    DID_NOT_HAPPEN_BECAUSE:
        "Did not happen: {reason}",
        "Није одржана: {reason}",
        "لم تُعقد: {reason}";

    // Beside a shift of the day.
    NOTE: "Note", "Белешка", "مذكرة";
    NOTE_HIDDEN:
        "There is a note; its text is not shown here.",
        "Постоји белешка; њен текст се овде не приказује.",
        "توجد مذكرة؛ نصها لا يُعرض هنا.";
    HANDED_OVER:
        "Handed over: {from} → {to}, {time}",
        "Предаја: {from} → {to}, {time}",
        "تسليم المناوبة: {from} ← {to}، {time}";
    SEEN:
        "both saw: {present} present, {absent} not here, {unmarked} not marked, {headcount} counted",
        "виђено: ту је {present}, није ту {absent}, без ознаке {unmarked}, пребројано {headcount}",
        "ما رآه الطرفان: حضور {present}، غياب {absent}، بلا علامة {unmarked}، تعداد {headcount}";
    SEEN_UNSENT: "not sent yet: {n}", "још није послато: {n}", "لم يُرسل بعد: {n}";
}

plurals! {
    DISAGREEMENT_COUNT:
        ["{n} disagreement", "{n} disagreements"],
        ["{n} неслагање", "{n} неслагања", "{n} неслагања"],
        ["لا يوجد تعارض", "تعارض واحد", "تعارضان", "{n} تعارضات", "{n} تعارضًا", "{n} تعارض"];
}
