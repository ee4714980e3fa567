//! Donor projects: at a glance, and what head office sets for them.

texts! {
    TITLE: "Projects", "Пројекти", "المشاريع";
    INTRO:
        "What each project promised, and how far it is.",
        "Шта је сваки пројекат обећао и докле је стигао.",
        "ما وعد به كل مشروع، وإلى أين وصل.";
    NOTHING: "There are no projects yet.", "Још нема пројеката.", "لا توجد مشاريع بعد.";
    FUNDER: "Funder", "Финансијер", "الجهة الممولة";
    IMPLEMENTER: "Carried out by", "Спроводи", "الجهة المنفذة";
    REFERENCE: "Grant reference", "Ознака уговора", "مرجع المنحة";
    DURATION: "Duration", "Трајање", "المدة";
    STATE: "State", "Статус", "الحالة";
    PERIOD: "Period", "Период", "الفترة";
    SHOW: "Show", "Прикажи", "عرض";
    PROGRESS: "Progress", "Напредак", "التقدم";
    NO_INDICATORS:
        "No indicators are set for this project yet.",
        "За овај пројекат још нема индикатора.",
        "لم تُحدَّد مؤشرات لهذا المشروع بعد.";
    IN_PERIOD: "In the period", "У периоду", "في الفترة";
    SINCE_BEGINNING: "Since the beginning", "Од почетка", "منذ البداية";
    TARGET: "Target", "Циљ", "الهدف";
    OF_TARGET: "Of the target", "Од циља", "من الهدف";
    FORECAST: "At this pace by the end", "Овим темпом до краја", "بهذه الوتيرة حتى النهاية";
    FORECAST_OF: "{value}, {share} of the target", "{value}, {share} циља", "{value}، أي {share} من الهدف";
    FORECAST_ABOUT:
        "The forecast draws a straight line from the project’s first day through the period’s last one. It knows no seasons.",
        "Прогноза повлачи праву линију од првог дана пројекта кроз последњи дан периода. Не зна за годишња доба.",
        "يرسم التوقع خطًا مستقيمًا من أول يوم في المشروع عبر آخر يوم في الفترة. ولا يعرف المواسم.";
    DEFINITIONS: "What is counted", "Шта се рачуна", "ما الذي يُحسب";
    BASELINE_IS: "Before the project: {n}.", "Пре пројекта: {n}.", "قبل المشروع: {n}.";
    FROM_SOURCE: "Source: {source}.", "Извор: {source}.", "المصدر: {source}.";
    PEOPLE: "People reached", "Обухваћене особе", "الأشخاص الذين تم الوصول إليهم";
    NOBODY: "Nobody was reached in this period.", "У овом периоду нико није обухваћен.", "لم يُوصَل إلى أحد في هذه الفترة.";
    AGE: "Age", "Узраст", "العمر";
    AGE_0: "0–4", "0–4", "0–4";
    AGE_5: "5–11", "5–11", "5–11";
    AGE_12: "12–17", "12–17", "12–17";
    AGE_18: "18–59", "18–59", "18–59";
    AGE_60: "60+", "60+", "60+";
    EVERYBODY: "Everybody", "Сви", "الجميع";
    RANGE:
        "{least} to {most} different people: some were counted without a name and may be the same ones.",
        "Од {least} до {most} различитих особа: неки су само пребројани и могу бити исти.",
        "من {least} إلى {most} شخصًا مختلفًا: جرى عدّ بعضهم بلا أسماء وقد يكونون هم أنفسهم.";
    HIDDEN_WHY:
        "A dash stands where a number is hidden to protect people. Numbers from 1 to 4 are hidden, and so many others that no hidden one can be computed from what is shown here or in any other file.",
        "Цртица стоји где је број скривен ради заштите особа. Скривени су бројеви од 1 до 4, и онолико других да се ниједан скривени не може израчунати из онога што је приказано овде или у другој датотеци.",
        "تدل الشرطة على عدد أُخفي لحماية الأشخاص. تُخفى الأعداد من 1 إلى 4، ومعها أعداد أخرى كي لا يمكن حساب أي عدد مخفي مما يظهر هنا أو في أي ملف آخر.";
    HIDDEN: "What donors do not see", "Шта донатори не виде", "ما لا تراه الجهات المانحة";
    HIDDEN_ABOUT:
        "The figures above are whole: they stay inside the organisation. In a donor’s files of this period these cells are empty.",
        "Подаци изнад су потпуни: остају у организацији. У донаторским датотекама овог периода ова поља су празна.",
        "الأرقام أعلاه كاملة: تبقى داخل المنظمة. في ملفات الجهات المانحة لهذه الفترة تكون هذه الخانات فارغة.";
    HIDDEN_NOTHING:
        "Donors see all figures of this period.",
        "Донатори виде све податке овог периода.",
        "ترى الجهات المانحة كل أرقام هذه الفترة.";
    FIGURE: "Figure", "Податак", "الرقم";
    WHY_HIDDEN: "Why", "Зашто", "السبب";
    HIDDEN_SMALL: "smaller than 5", "мањи од 5", "أقل من 5";
    HIDDEN_COMPLEMENTARY:
        "a hidden number could be computed with it",
        "помоћу њега би се могао израчунати скривени број",
        "يمكن به حساب عدد مخفي";
    HIDDEN_ROW: "the total of its row is hidden", "скривен је збир реда", "مجموع صفه مخفي";
    PLACES: "Places", "Места", "الأماكن";
    NOTHING_HELD: "Nothing took place in this period.", "У овом периоду ништа није одржано.", "لم يُعقد شيء في هذه الفترة.";
    OUTPUTS: "Made", "Израђено", "الإنتاج";
    NOTHING_MADE: "Nothing was made in this period.", "У овом периоду ништа није израђено.", "لم يُنتج شيء في هذه الفترة.";
    QUANTITY: "Quantity", "Количина", "الكمية";
    FILES: "Files for this period", "Датотеке за овај период", "ملفات هذه الفترة";
    FILES_ABOUT:
        "Each is sealed: the page for checking files says years later whether one is genuine.",
        "Свака носи печат: страна за проверу датотека и годинама касније каже да ли је права.",
        "كل ملف مختوم: تبيّن صفحة التحقق بعد سنوات ما إذا كان أصليًا.";
    CHECK_FILE: "Check a file", "Провери датотеку", "التحقق من ملف";
    CHANGED: "Since your last file", "Од ваше последње датотеке", "منذ آخر ملف لكم";
    CHANGED_SINCE:
        "Your last file of this project and period is of {date}. Since then something was entered or corrected about these shifts of the period:",
        "Ваша последња датотека овог пројекта и периода је од {date} Од тада је нешто унето или исправљено о овим сменама периода:",
        "آخر ملف لكم من هذا المشروع وهذه الفترة بتاريخ {date}. منذ ذلك الحين أُدخل شيء أو صُحّح حول هذه المناوبات من الفترة:";
    SHIFTS_UNCHANGED:
        "Your last file of this project and period is of {date}. Since then nothing was entered about shifts of the period.",
        "Ваша последња датотека овог пројекта и периода је од {date} Од тада није унето ништа о сменама периода.",
        "آخر ملف لكم من هذا المشروع وهذه الفترة بتاريخ {date}. منذ ذلك الحين لم يُدخل شيء حول مناوبات الفترة.";
    OTHERWISE_CHANGED:
        "Figures can also change without an entry about a shift of the period, for example when somebody’s record is corrected or joined with another: comparing all figures tells which.",
        "Бројеви могу да се промене и без уноса о смени периода, на пример кад се запис о некој особи исправи или споји са другим: поређење свих бројева показује који.",
        "قد تتغير الأرقام أيضًا دون إدخال حول مناوبة من الفترة، مثلًا عند تصحيح سجل شخص أو دمجه مع سجل آخر: مقارنة كل الأرقام تبيّن أيها تغيّر.";
    ASK: "Whom to ask", "Кога питати", "من تسألون";
    ASK_NOBODY: "Head office has not named an office yet.", "Централа још није навела канцеларију.", "لم تحدد الإدارة المركزية مكتبًا بعد.";

    // Head office.
    DESCRIBE: "Describe the project", "Опишите пројекат", "وصف المشروع";
    DESCRIBED: "The description is saved.", "Опис је сачуван.", "حُفظ الوصف.";
    ORGANISATION_TYPE_EN: "Type of organisation (English)", "Врста организације (енглески)", "نوع المنظمة (بالإنجليزية)";
    ORGANISATION_TYPE_SR: "Type of organisation (Serbian)", "Врста организације (српски)", "نوع المنظمة (بالصربية)";
    SECTOR_EN: "Sector (English)", "Сектор (енглески)", "القطاع (بالإنجليزية)";
    SECTOR_SR: "Sector (Serbian)", "Сектор (српски)", "القطاع (بالصربية)";
    SUBSECTOR_EN: "Part of the sector (English)", "Део сектора (енглески)", "القطاع الفرعي (بالإنجليزية)";
    SUBSECTOR_SR: "Part of the sector (Serbian)", "Део сектора (српски)", "القطاع الفرعي (بالصربية)";
    MODALITY_EN: "How it is done (English)", "Начин рада (енглески)", "طريقة التنفيذ (بالإنجليزية)";
    MODALITY_SR: "How it is done (Serbian)", "Начин рада (српски)", "طريقة التنفيذ (بالصربية)";
    BENEFICIARIES_EN: "For whom (English)", "За кога (енглески)", "لمن (بالإنجليزية)";
    BENEFICIARIES_SR: "For whom (Serbian)", "За кога (српски)", "لمن (بالصربية)";
    CONTACT_EN: "Office that answers questions, no person (English)", "Канцеларија која одговара на питања, не особа (енглески)", "المكتب الذي يجيب عن الأسئلة، وليس شخصًا (بالإنجليزية)";
    CONTACT_SR: "Office that answers questions, no person (Serbian)", "Канцеларија која одговара на питања, не особа (српски)", "المكتب الذي يجيب عن الأسئلة، وليس شخصًا (بالصربية)";
    SAVE: "Save", "Сачувај", "حفظ";
    NEW_INDICATOR: "Add or define an indicator", "Додајте или дефинишите индикатор", "إضافة مؤشر أو تعريفه";
    WHICH: "Indicator", "Индикатор", "المؤشر";
    A_NEW_ONE: "A new one", "Нови", "مؤشر جديد";
    CODE: "Code, e.g. OP1.1", "Шифра", "الرمز";
    TITLE_EN: "Title (English)", "Назив (енглески)", "العنوان (بالإنجليزية)";
    TITLE_SR: "Title (Serbian)", "Назив (српски)", "العنوان (بالصربية)";
    DEFINITION_EN: "Definition (English)", "Дефиниција (енглески)", "التعريف (بالإنجليزية)";
    DEFINITION_SR: "Definition (Serbian)", "Дефиниција (српски)", "التعريف (بالصربية)";
    UNIT_EN: "Unit (English)", "Јединица (енглески)", "الوحدة (بالإنجليزية)";
    UNIT_SR: "Unit (Serbian)", "Јединица (српски)", "الوحدة (بالصربية)";
    SOURCE_EN: "Source (English)", "Извор (енглески)", "المصدر (بالإنجليزية)";
    SOURCE_SR: "Source (Serbian)", "Извор (српски)", "المصدر (بالصربية)";
    LEVEL: "Level", "Ниво", "المستوى";
    MEASURE: "What is counted", "Шта се рачуна", "ما الذي يُحسب";
    MEASURE_PEOPLE: "Different people", "Различите особе", "أشخاص مختلفون";
    MEASURE_CONTACTS: "Contacts", "Контакти", "مرات الحضور";
    MEASURE_SESSIONS: "Sessions held", "Одржане смене", "الجلسات المعقودة";
    MEASURE_HOURS: "Hours", "Сати", "الساعات";
    MEASURE_MADE: "Made of a product", "Израђено од једног производа", "ما أُنتج من منتج";
    MEASURE_COMPLETIONS: "Trainings completed", "Завршене обуке", "الدورات المكتملة";
    MEASURE_BY_HAND: "Entered by hand", "Уноси се ручно", "يُدخل يدويًا";
    ONLY_SEX: "Of the people only", "Од особа само", "من الأشخاص فقط";
    ONLY_AGES: "Only these ages (all where none is ticked)", "Само ови узрасти (сви ако ниједан није означен)", "هذه الأعمار فقط (الكل إن لم يُختر أي منها)";
    ONLY_ACTIVITY: "Only in workshops of the kind", "Само у радионицама врсте", "فقط في ورش من نوع";
    ALL_KINDS: "All kinds", "Све врсте", "كل الأنواع";
    OF_PRODUCT: "Product", "Производ", "المنتج";
    NO_PRODUCT: "None", "Ниједан", "لا شيء";
    BASELINE: "Value before the project", "Вредност пре пројекта", "القيمة قبل المشروع";
    DEFINE: "Save the indicator", "Сачувај индикатор", "حفظ المؤشر";
    PREVIEW: "Show what it would tell", "Прикажи шта би показао", "عرض ما سيدل عليه";
    WOULD_TELL:
        "It would tell {now} for {period}, and {ever} since the beginning. Nothing is saved yet.",
        "За период {period} показао би {now}, а од почетка {ever}. Још ништа није сачувано.",
        "سيدل على {now} للفترة {period}، وعلى {ever} منذ البداية. لم يُحفظ شيء بعد.";
    CHANGE: "Define anew", "Дефиниши изнова", "تعريف من جديد";
    DEFINED: "The indicator is saved. Its value stands in the table.", "Индикатор је сачуван. Његова вредност је у табели.", "حُفظ المؤشر. قيمته في الجدول.";
    SET_TARGET: "Set a target", "Одредите циљ", "تحديد هدف";
    TARGET_VALUE: "To be reached", "Треба постићи", "المطلوب بلوغه";
    TARGET_SET: "The target is set.", "Циљ је одређен.", "حُدد الهدف.";
    BY_HAND_HINT:
        "Donors see a value that is entered by hand as it is: nothing of it is hidden. Numbers of people from 1 to 4 must not be entered by hand.",
        "Донатори виде ручно унету вредност онакву каква јесте: ништа се од ње не скрива. Бројеви особа од 1 до 4 не смеју се уносити ручно.",
        "ترى الجهات المانحة القيمة المُدخلة يدويًا كما هي: لا يُخفى منها شيء. لا يجوز أن تُدخل يدويًا أعداد أشخاص من 1 إلى 4.";
    ENTER_VALUE: "Enter a value by hand", "Унесите вредност ручно", "إدخال قيمة يدويًا";
    VALUE: "Value", "Вредност", "القيمة";
    EVIDENCE: "Evidence: where it can be looked up", "Доказ: где се може проверити", "الدليل: أين يمكن التحقق";
    VALUE_ENTERED: "The value is entered.", "Вредност је унета.", "أُدخلت القيمة.";
}

plurals! {
    MORE_SHIFTS:
        ["and {n} more shift", "and {n} more shifts"],
        ["и још {n} смена", "и још {n} смене", "и још {n} смена"],
        [
            "ولا مناوبات أخرى",
            "ومناوبة أخرى واحدة",
            "ومناوبتان أخريان",
            "و{n} مناوبات أخرى",
            "و{n} مناوبة أخرى",
            "و{n} مناوبة أخرى",
        ];
}
