//! The manager's page of a centre: the figures of a day and of a month.

texts! {
    TITLE: "Centre", "Центар", "المركز";
    DAY_TITLE: "The day: {date}", "Дан: {date}", "اليوم المحدد: {date}";
    TODAY_TITLE: "Today: {date}", "Данас: {date}", "اليوم: {date}";
    YESTERDAY_TITLE: "Yesterday: {date}", "Јуче: {date}", "أمس: {date}";
    DAY_BEFORE_TITLE: "The day before: {date}", "Дан раније: {date}", "اليوم السابق: {date}";
    AHEAD: "The week ahead", "Наредна недеља", "الأسبوع القادم";
    MONTH_TITLE: "The month: {month}", "Месец: {month}", "الشهر: {month}";
    PREVIOUS_DAY: "Previous day", "Претходни дан", "اليوم السابق";
    NEXT_DAY: "Next day", "Следећи дан", "اليوم التالي";
    TO_TODAY: "To today", "На данас", "إلى اليوم الحالي";

    // Figures.
    PLANNED: "Planned shifts", "Планиране смене", "المناوبات المخططة";
    HELD_SHIFTS: "Held", "Одржане", "عُقدت";
    NOT_LOGGED: "Not logged", "Нису евидентиране", "غير مسجّلة";
    DID_NOT_HAPPEN: "Did not happen", "Нису одржане", "لم تُعقد";
    CONTACTS: "Contacts", "Контакти", "مرات الحضور";
    OF_THEM_COUNTED:
        "of them counted without a name: {n}",
        "од тога само пребројани: {n}",
        "منها تعداد بلا أسماء: {n}";
    PIECES: "Pieces made", "Израђено комада", "القطع المنتجة";
    DIFFERENT_PEOPLE: "Different people", "Различите особе", "أشخاص مختلفون";
    /// Stands below a range.
    DIFFERENT_PEOPLE_RANGE_WHY:
        "People who were counted without a name may be the same ones.",
        "Међу онима који су само пребројани могу бити исте особе.",
        "قد يكون بعض من جرى عدّهم بلا أسماء هم الأشخاص أنفسهم.";
    ATTENDANCE_RATE: "Attendance rate", "Стопа присуства", "نسبة الحضور";
    ENROLLED: "Enrolled", "Уписани", "المقيّدون في الورشة";
    OCCUPANCY_NEVER:
        "No number of people housed is recorded.",
        "Број смештених није забележен.",
        "لم يُسجّل أي عدد للمقيمين.";
    CHILDREN_HOUSED: "of them children: {n}", "од тога деце: {n}", "منهم أطفال: {n}";

    // What was made.
    OUTPUTS: "What was made", "Шта је израђено", "ما أُنتج";

    // Shifts of the day.
    SHIFTS: "Shifts", "Смене", "المناوبات";
    SHIFTS_ON: "Shifts on {date}", "Смене за дан {date}", "مناوبات {date}";
    SHIFT_TIME: "Time", "Време", "الوقت";
    FACILITATOR: "Facilitator", "Водитељ", "الميسّر";
    PRESENT: "Present", "Присутни", "الحضور";
    REMINDER_TITLE: "As a message to copy", "Као порука за копирање", "كرسالة للنسخ";
    REMINDER:
        "Please log these shifts on the tablet, or bring the sheet:",
        "Молимо евидентирајте ове смене на таблету или донесите списак:",
        "يرجى تسجيل هذه المناوبات على الجهاز اللوحي أو إحضار الورقة:";
    NOT_LOGGED_TITLE:
        "Shifts that nobody logged",
        "Смене које нико није евидентирао",
        "مناوبات لم يسجّلها أحد";
    NOT_LOGGED_NONE:
        "Every shift so far is logged.",
        "Све досадашње смене су евидентиране.",
        "جميع المناوبات حتى الآن مسجّلة.";
    NOT_LOGGED_ASK_SHORT: "ask the facilitators", "питајте водитеље", "يرجى سؤال الميسّرين";
    NOBODY_ASSIGNED: "nobody assigned", "нико није одређен", "لم يُعيّن أحد";


    // Entries that wait.
    REVIEW_TITLE: "Entries to review", "Уноси за проверу", "إدخالات للمراجعة";
    REVIEW_HELP:
        "These entries are kept but do not count until somebody decides.",
        "Ови уноси су сачувани, али се не рачунају док неко не одлучи.",
        "هذه الإدخالات محفوظة لكنها لا تُحسب حتى يُتخذ قرار بشأنها.";
    REVIEW_NONE: "Nothing to review.", "Нема уноса за проверу.", "لا شيء للمراجعة.";
    REVIEW_HELD: "Waits", "Чека", "في الانتظار";
    REVIEW_REJECTED: "Refused", "Одбијено", "مرفوض";

    // Why an entry waits, and what a manager can do about it.
    WHY_UNKNOWN:
        "Something that it builds on has not arrived here yet.",
        "Нешто на шта се ослања овде још није стигло.",
        "شيء يعتمد عليه الإدخال لم يصل إلى هنا بعد.";
    DO_WAIT_FOR_TABLET:
        "It is taken in by itself when that arrives: ask the facilitator to send the rest.",
        "Прихвата се сам када то стигне: замолите водитеља да пошаље остало.",
        "يُقبل تلقائيًا عند وصول ذلك: يرجى الطلب من الميسّر إرسال الباقي.";
    WHY_OTHER_CENTRE:
        "It speaks of something that belongs to another centre.",
        "Односи се на нешто што припада другом центру.",
        "يخص الإدخال شيئًا يتبع مركزًا آخر.";
    DO_ENTER_THERE:
        "If it is right, take it in, or have it entered in that centre.",
        "Ако је тачно, прихватите или нека се унесе у том центру.",
        "إن كان صحيحًا، فيرجى قبوله أو طلب إدخاله في ذلك المركز.";
    WHY_CODE_TAKEN:
        "The code was already in use.",
        "Шифра је већ била заузета.",
        "كان الرمز مستخدمًا من قبل.";
    DO_OTHER_CODE:
        "Have it entered with another code.",
        "Нека се унесе са другом шифром.",
        "يرجى طلب إدخاله برمز آخر.";
    WHY_EXISTS:
        "The same was already there.",
        "Исто је већ постојало.",
        "كان الشيء نفسه موجودًا من قبل.";
    DO_NOTHING: "Nothing needs to be done.", "Ништа не треба радити.", "لا يلزم فعل أي شيء.";
    WHY_SHIFT_CLOSED:
        "The shift was already closed when this was entered.",
        "Смена је већ била закључена када је ово унето.",
        "كانت المناوبة قد أُغلقت عند هذا الإدخال.";
    WHY_SHIFT_DID_NOT_HAPPEN:
        "The shift was marked as not held.",
        "За смену је стајало да није одржана.",
        "كانت على المناوبة علامة أنها لم تُعقد.";
    DO_TAKE_IN:
        "If it is right, take it in.",
        "Ако је тачно, прихватите.",
        "إن كان صحيحًا، فيرجى قبوله.";
    DO_CORRECT:
        "If you know better, correct it.",
        "Ако знате тачно, исправите.",
        "إن كانت لديك معلومة أدق، فيرجى تصحيحه.";
    WHY_SHIFT_OPEN:
        "The shift was already open.",
        "Смена је већ била отворена.",
        "كانت المناوبة مفتوحة من قبل.";
    WHY_PERIOD_CLOSED:
        "It came after the period of its shift was closed.",
        "Стигло је пошто је период смене закључен.",
        "وصل بعد إغلاق فترة المناوبة.";
    WHY_SHIFT_NOT_STARTED:
        "It was entered before the day of the shift.",
        "Унето је пре дана смене.",
        "تم الإدخال قبل يوم المناوبة.";
    DO_CHECK_TABLET_DAY:
        "Check the date of the tablet; if the entry is right, take it in.",
        "Проверите датум на таблету; ако је унос тачан, прихватите.",
        "يرجى التحقق من تاريخ الجهاز اللوحي؛ إن كان الإدخال صحيحًا، فيرجى قبوله.";
    WHY_VERSION:
        "The tablet has another version than the server.",
        "Таблет и сервер имају различите верзије.",
        "إصدار الجهاز اللوحي يختلف عن إصدار الخادم.";
    DO_RELOAD_TABLET:
        "Reload its page while it is connected, then enter this again.",
        "Учитајте страницу на њему док има везе, па унесите поново.",
        "يرجى إعادة تحميل صفحته أثناء الاتصال، ثم تكرار الإدخال.";
    WHY_NOT_ALLOWED:
        "The account had no right to enter this here.",
        "Налог није имао право да ово овде унесе.",
        "لم يكن للحساب حق إدخال هذا هنا.";
    DO_ASK_COORDINATOR:
        "If it is right, take it in; for the next time, ask the coordinator for access.",
        "Ако је тачно, прихватите; за следећи пут тражите приступ од координатора.",
        "إن كان صحيحًا، فيرجى قبوله؛ وللمرة القادمة يرجى طلب صلاحية الوصول من المنسّق.";
    WHY_VOIDED:
        "The entry was already withdrawn.",
        "Унос је већ био повучен.",
        "كان الإدخال قد سُحب من قبل.";
    WHY_UNREADABLE:
        "It could not be used as it came.",
        "Није могло да се употреби како је стигло.",
        "تعذر استخدامه كما وصل.";
    DO_ENTER_AGAIN:
        "Have it entered once more.",
        "Нека се унесе још једном.",
        "يرجى طلب إدخاله مرة أخرى.";

    // Why a figure is empty.
    EMPTY_NOBODY_REGISTERED:
        "Nobody was enrolled, so there is no rate.",
        "Нико није био уписан, па нема стопе.",
        "لم يكن لأحد قيد في الورشة، لذلك لا توجد نسبة.";
    EMPTY_NO_OCCUPANCY:
        "No number of people housed was entered for that day.",
        "За тај дан није унет број смештених.",
        "لم يُدخل عدد المقيمين لذلك اليوم.";
    EMPTY_NO_CAPACITY:
        "No capacity is known for that day.",
        "За тај дан није познат капацитет.",
        "السعة غير معروفة لذلك اليوم.";
    EMPTY_NO_SHIFTS:
        "No shift was planned.",
        "Ниједна смена није планирана.",
        "لم تُخطط أي مناوبة.";
    EMPTY_NOTHING_HELD: "No shift was held.", "Ниједна смена није одржана.", "لم تُعقد أي مناوبة.";
    EMPTY_NOTHING_MADE: "Nothing was made.", "Ништа није израђено.", "لم يُنتج شيء.";
    PRELIMINARY:
        "Not final: some shifts are not closed.",
        "Није коначно: неке смене нису закључене.",
        "غير نهائي: بعض المناوبات لم تُغلق.";
}

plurals! {
    SHIFTS_COUNT:
        ["{n} shift", "{n} shifts"],
        ["{n} смена", "{n} смене", "{n} смена"],
        ["لا توجد مناوبات", "مناوبة واحدة", "مناوبتان", "{n} مناوبات", "{n} مناوبة", "{n} مناوبة"];
    NOT_LOGGED_COUNT:
        ["{n} shift was not logged", "{n} shifts were not logged"],
        [
            "{n} смена није евидентирана",
            "{n} смене нису евидентиране",
            "{n} смена није евидентирано",
        ],
        [
            "لا توجد مناوبات غير مسجّلة",
            "مناوبة واحدة غير مسجّلة",
            "مناوبتان غير مسجّلتين",
            "{n} مناوبات غير مسجّلة",
            "{n} مناوبة غير مسجّلة",
            "{n} مناوبة غير مسجّلة",
        ];
    HOUSED:
        ["{n} person housed", "{n} people housed"],
        ["{n} смештена особа", "{n} смештене особе", "{n} смештених особа"],
        ["لا يوجد مقيمون", "مقيم واحد", "مقيمان", "{n} مقيمين", "{n} مقيمًا", "{n} مقيم"];
}
