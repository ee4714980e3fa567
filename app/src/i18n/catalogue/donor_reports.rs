//! The reports that donors get beside the session log and the outputs: titles and columns.

texts! {
    MONTHLY_SUMMARY: "Monthly summary", "Месечни преглед", "الملخص الشهري";
    MONTHLY_SUMMARY_ABOUT:
        "Sessions, hours, contacts and people of each workshop, period by period, with how full the centre was.",
        "Смене, сати, контакти и особе сваке радионице, период по период, уз попуњеност центра.",
        "الجلسات والساعات ومرات الحضور والأشخاص في كل ورشة، فترة بعد فترة، مع عدد المقيمين في المركز.";
    PEOPLE_BY_SEX_AND_AGE:
        "People by sex and age",
        "Особе по полу и старости",
        "الأشخاص حسب الجنس والعمر";
    PEOPLE_BY_SEX_AND_AGE_ABOUT:
        "Different people of each period, in all centres and in each. Centres do not add up to the whole, nor months to the quarter: somebody may be in several. By sex and age stand people known by code; whoever was counted without a name widens the range of the total.",
        "Различите особе сваког периода, у свим центрима и у сваком посебно. Центри се не сабирају у целину, ни месеци у квартал: иста особа може бити у више њих. По полу и старости стоје особе познате под шифром; ко је само пребројан, шири распон збира.",
        "الأشخاص المختلفون في كل فترة، في جميع المراكز وفي كل مركز. لا يساوي مجموع المراكز الكل، ولا مجموع الأشهر ربع السنة: قد يكون الشخص نفسه في أكثر من واحد. حسب الجنس والعمر يظهر المعروفون بالرمز؛ ومن عُدّ بلا اسم يوسّع مدى المجموع.";
    INDICATOR_PROGRESS: "Indicator progress", "Напредак индикатора", "تقدم المؤشرات";
    INDICATOR_PROGRESS_ABOUT:
        "Each indicator of a project with its baseline, target and values, as the logframe asks for it.",
        "Сваки индикатор пројекта са полазном вредношћу, циљем и вредностима, како тражи логички оквир.",
        "كل مؤشر من مؤشرات المشروع مع قيمته الأساسية وهدفه وقيمه، كما يتطلب الإطار المنطقي.";
    FIVE_W: "Who does what, where, when, for whom", "Ко, шта, где, када и за кога", "من يفعل ماذا وأين ومتى ولمن";
    FIVE_W_ABOUT:
        "The project in each centre, in the form that coordination in the field asks for (5W).",
        "Пројекат у сваком центру, у облику који тражи координација на терену.",
        "المشروع في كل مركز، بالشكل الذي يطلبه التنسيق الميداني.";
    SUPPRESSED_CELLS:
        "Small numbers of people are hidden, and so many others that the hidden ones cannot be computed. An empty cell never means zero.",
        "Мали бројеви особа су скривени, а уз њих и онолико других да се скривени не могу израчунати. Празно поље никада не значи нулу.",
        "أُخفيت الأعداد الصغيرة من الأشخاص، ومعها أعداد أخرى كي لا يمكن حسابها. الخانة الفارغة لا تعني صفرًا أبدًا.";
    WHY_NOT_OVER:
        "the period is not over",
        "период није завршен",
        "الفترة لم تنتهِ بعد";
    WHY_QUARTERLY:
        "told at the end of a quarter",
        "саопштава се на крају квартала",
        "يُذكر في نهاية الربع";

    PROJECT_PLANNED: "To come", "Предстоји", "لم يبدأ";
    PROJECT_ONGOING: "Ongoing", "У току", "جارٍ";
    PROJECT_COMPLETED: "Completed", "Завршен", "مكتمل";
    LEVEL_OUTPUT: "Output", "Резултат", "مخرَج";
    LEVEL_OUTCOME: "Outcome", "Исход", "نتيجة";
    LEVEL_IMPACT: "Impact", "Утицај", "أثر";

    COL_COUNTRY_NAME: "Country name", "Назив земље", "اسم البلد";
    ABOUT_COUNTRY_NAME: "The country in which it takes place.", "Земља у којој се одвија.", "البلد الذي يجري فيه.";
    COL_HOURS: "Hours", "Сати", "الساعات";
    ABOUT_HOURS:
        "Hours of the sessions held, to a tenth.",
        "Сати одржаних смена, на једну децималу.",
        "ساعات الجلسات المعقودة، بدقة عُشر ساعة.";
    COL_ATTENDANCE_RATE: "Attendance, %", "Присуство, %", "نسبة الحضور، %";
    ABOUT_ATTENDANCE_RATE:
        "Registered people who came, in per cent of the registered; empty where nobody was registered.",
        "Пријављене особе које су дошле, у процентима пријављених; празно ако нико није био пријављен.",
        "المسجلون الذين حضروا، كنسبة مئوية من المسجلين؛ تبقى فارغة إن لم يُسجَّل أحد.";
    COL_NO_SHOW_RATE: "No-shows, %", "Изостанци, %", "نسبة الغياب، %";
    ABOUT_NO_SHOW_RATE:
        "Registered people marked absent, in per cent of the registered.",
        "Пријављене особе означене као одсутне, у процентима пријављених.",
        "المسجلون الذين وُضعت لهم علامة غياب، كنسبة مئوية من المسجلين.";
    COL_BEDS: "Places", "Места", "الأماكن";
    ABOUT_BEDS:
        "Places of the centre at the end of the period.",
        "Места у центру на крају периода.",
        "عدد الأماكن في المركز في نهاية الفترة.";
    COL_OCCUPANCY_RATE: "Occupancy, %", "Попуњеност, %", "نسبة الإشغال، %";
    ABOUT_OCCUPANCY_RATE:
        "People who lived in the centre, in per cent of its places.",
        "Особе које су живеле у центру, у процентима места.",
        "المقيمون في المركز، كنسبة مئوية من أماكنه.";
    COL_PEOPLE_FEMALE: "Women and girls", "Жене и девојчице", "النساء والفتيات";
    ABOUT_PEOPLE_FEMALE:
        "Different women and girls known by code, of any age.",
        "Различите жене и девојчице познате под шифром, свих узраста.",
        "النساء والفتيات المختلفات المعروفات بالرمز، من أي عمر.";
    COL_PEOPLE_MALE: "Men and boys", "Мушкарци и дечаци", "الرجال والفتيان";
    ABOUT_PEOPLE_MALE:
        "Different men and boys known by code, of any age.",
        "Различити мушкарци и дечаци познати под шифром, свих узраста.",
        "الرجال والفتيان المختلفون المعروفون بالرمز، من أي عمر.";
    COL_FEMALE_0: "Girls 0–4", "Девојчице 0–4", "فتيات 0–4";
    ABOUT_FEMALE_0:
        "Different girls of 0 to 4 years; everybody counted once, at the age of their first attendance in the period.",
        "Различите девојчице од 0 до 4 године; свако је рачунат једном, са узрастом при првом доласку у периоду.",
        "فتيات مختلفات من 0 إلى 4 سنوات؛ يُحسب كل شخص مرة واحدة، بعمره عند أول حضور في الفترة.";
    COL_FEMALE_5: "Girls 5–11", "Девојчице 5–11", "فتيات 5–11";
    ABOUT_FEMALE_5: "Different girls of 5 to 11 years.", "Различите девојчице од 5 до 11 година.", "فتيات مختلفات من 5 إلى 11 سنة.";
    COL_FEMALE_12: "Girls 12–17", "Девојке 12–17", "فتيات 12–17";
    ABOUT_FEMALE_12: "Different girls of 12 to 17 years.", "Различите девојке од 12 до 17 година.", "فتيات مختلفات من 12 إلى 17 سنة.";
    COL_FEMALE_18: "Women 18–59", "Жене 18–59", "نساء 18–59";
    ABOUT_FEMALE_18: "Different women of 18 to 59 years.", "Различите жене од 18 до 59 година.", "نساء مختلفات من 18 إلى 59 سنة.";
    COL_FEMALE_60: "Women 60+", "Жене 60+", "نساء 60+";
    ABOUT_FEMALE_60: "Different women of 60 years and more.", "Различите жене од 60 и више година.", "نساء مختلفات من 60 سنة فأكثر.";
    COL_MALE_0: "Boys 0–4", "Дечаци 0–4", "فتيان 0–4";
    ABOUT_MALE_0: "Different boys of 0 to 4 years.", "Различити дечаци од 0 до 4 године.", "فتيان مختلفون من 0 إلى 4 سنوات.";
    COL_MALE_5: "Boys 5–11", "Дечаци 5–11", "فتيان 5–11";
    ABOUT_MALE_5: "Different boys of 5 to 11 years.", "Различити дечаци од 5 до 11 година.", "فتيان مختلفون من 5 إلى 11 سنة.";
    COL_MALE_12: "Boys 12–17", "Младићи 12–17", "فتيان 12–17";
    ABOUT_MALE_12: "Different boys of 12 to 17 years.", "Различити младићи од 12 до 17 година.", "فتيان مختلفون من 12 إلى 17 سنة.";
    COL_MALE_18: "Men 18–59", "Мушкарци 18–59", "رجال 18–59";
    ABOUT_MALE_18: "Different men of 18 to 59 years.", "Различити мушкарци од 18 до 59 година.", "رجال مختلفون من 18 إلى 59 سنة.";
    COL_MALE_60: "Men 60+", "Мушкарци 60+", "رجال 60+";
    ABOUT_MALE_60: "Different men of 60 years and more.", "Различити мушкарци од 60 и више година.", "رجال مختلفون من 60 سنة فأكثر.";
    COL_OTHER_SEX: "Another sex", "Други пол", "جنس آخر";
    ABOUT_OTHER_SEX:
        "Different people of another sex, of any age.",
        "Различите особе другог пола, свих узраста.",
        "أشخاص مختلفون من جنس آخر، من أي عمر.";
    COL_SEX_OR_AGE_UNKNOWN: "Sex or age unknown", "Пол или узраст непознат", "الجنس أو العمر غير معروف";
    ABOUT_SEX_OR_AGE_UNKNOWN:
        "Different people of whom the sex, or of women and men the age, is not recorded.",
        "Различите особе којима пол, или женама и мушкарцима узраст, није забележен.",
        "أشخاص مختلفون لم يُسجَّل جنسهم، أو لم يُسجَّل عمرهم.";
    COL_DISABLED: "With a disability", "Са инвалидитетом", "ذوو إعاقة";
    ABOUT_DISABLED:
        "Of them those whose answers to the Washington Group short set say so; who was not asked is not among them.",
        "Од њих, особе чији одговори на кратки упитник Вашингтонске групе то показују; ко није питан, није међу њима.",
        "منهم من تدل إجاباتهم على أسئلة مجموعة واشنطن القصيرة على ذلك؛ ومن لم يُسأل ليس بينهم.";
    COL_UASC: "Unaccompanied or separated", "Без пратње или одвојена деца", "أطفال غير مصحوبين أو منفصلون";
    ABOUT_UASC:
        "Of them children without their parents or earlier caregivers.",
        "Од њих, деца без родитеља или ранијих старатеља.",
        "منهم أطفال بلا والديهم أو من كان يرعاهم.";

    COL_INDICATOR_CODE: "Indicator code", "Шифра индикатора", "رمز المؤشر";
    ABOUT_INDICATOR_CODE: "Its code in the logframe.", "Шифра у логичком оквиру.", "رمزه في الإطار المنطقي.";
    COL_INDICATOR: "Indicator", "Индикатор", "المؤشر";
    ABOUT_INDICATOR: "What the project promised.", "Шта је пројекат обећао.", "ما وعد به المشروع.";
    COL_LEVEL: "Level", "Ниво", "المستوى";
    ABOUT_LEVEL:
        "Whether it tells what was done, what it changed, or what that led to.",
        "Да ли говори шта је урађено, шта се променило или до чега је то довело.",
        "هل يدل على ما أُنجز، أم على ما تغيّر، أم على ما أدى إليه ذلك.";
    COL_INDICATOR_UNIT: "Counted in", "Јединица индикатора", "وحدة المؤشر";
    ABOUT_INDICATOR_UNIT: "What its values are counted in.", "У чему се изражавају вредности.", "الوحدة التي تُحسب بها قيمه.";
    COL_BASELINE: "Baseline", "Полазна вредност", "القيمة الأساسية";
    ABOUT_BASELINE: "Its value before the project.", "Вредност пре пројекта.", "قيمته قبل المشروع.";
    COL_TARGET: "Target", "Циљ", "الهدف";
    ABOUT_TARGET:
        "What is to be reached in this period; where none is set for it, by the end of the project.",
        "Шта треба постићи у овом периоду; ако за њега није одређено, до краја пројекта.",
        "ما ينبغي بلوغه في هذه الفترة؛ وإن لم يُحدَّد لها هدف، فبنهاية المشروع.";
    COL_ACTUAL: "In the period", "У периоду", "في الفترة";
    ABOUT_ACTUAL:
        "Its value in this period. People are those known by code; whoever was counted without a name comes on top.",
        "Вредност у овом периоду. Особе су оне познате по шифри; ко је пребројан без имена, долази преко тога.",
        "قيمته في هذه الفترة. الأشخاص هم المعروفون بالرمز؛ ومن أُحصي دون اسم يضاف إليهم.";
    COL_CUMULATIVE: "Since the beginning", "Од почетка", "منذ البداية";
    ABOUT_CUMULATIVE:
        "Its value from the first day of the project to the end of this period; people are counted once.",
        "Вредност од првог дана пројекта до краја овог периода; особе се рачунају једном.",
        "قيمته من أول يوم في المشروع حتى نهاية هذه الفترة؛ يُحسب كل شخص مرة واحدة.";
    COL_PROGRESS: "Of the target, %", "Од циља, %", "من الهدف، %";
    ABOUT_PROGRESS:
        "The value in per cent of the target: of a target of the period the value in it, else the value since the beginning.",
        "Вредност у процентима циља: код циља за период вредност у њему, иначе вредност од почетка.",
        "القيمة كنسبة مئوية من الهدف: إن كان الهدف للفترة فقيمتها، وإلا فالقيمة منذ البداية.";
    COL_SOURCE: "Source", "Извор", "المصدر";
    ABOUT_SOURCE: "Where the figure comes from.", "Одакле податак потиче.", "مصدر الرقم.";

    COL_ORGANISATION_TYPE: "Type of organisation", "Врста организације", "نوع المنظمة";
    ABOUT_ORGANISATION_TYPE: "What kind of organisation carries it out.", "Која врста организације спроводи пројекат.", "نوع المنظمة التي تنفذه.";
    COL_SECTOR: "Sector", "Сектор", "القطاع";
    ABOUT_SECTOR: "The sector that it belongs to.", "Сектор коме припада.", "القطاع الذي ينتمي إليه.";
    COL_SUBSECTOR: "Part of the sector", "Део сектора", "القطاع الفرعي";
    ABOUT_SUBSECTOR: "The part of the sector.", "Део сектора коме припада.", "الجزء من القطاع.";
    COL_MODALITY: "How", "Начин рада", "طريقة التنفيذ";
    ABOUT_MODALITY: "How it is done.", "Како се спроводи.", "كيف يُنفَّذ.";
    COL_PROJECT_STATUS: "State of the project", "Статус пројекта", "حالة المشروع";
    ABOUT_PROJECT_STATUS:
        "Whether the project is to come, runs or is over when the report is made.",
        "Да ли пројекат предстоји, траје или је завршен када је извештај направљен.",
        "هل المشروع لم يبدأ أم جارٍ أم انتهى عند إعداد التقرير.";
    COL_ACTIVITIES: "Kinds of activity", "Врсте активности", "أنواع الأنشطة";
    ABOUT_ACTIVITIES: "The kinds of the workshops, as codes.", "Врсте радионица, као шифре.", "أنواع الورش، بالرموز.";
    COL_WORKSHOPS: "Workshops", "Радионице", "الورش";
    ABOUT_WORKSHOPS: "Workshops that took place.", "Радионице које су одржане.", "الورش التي عُقدت.";
    COL_LATITUDE: "Latitude", "Географска ширина", "خط العرض";
    ABOUT_LATITUDE:
        "Where the centre lay on the last day: degrees north of the equator (WGS 84).",
        "Где се центар налазио последњег дана: степени северно од екватора (WGS 84).",
        "موقع المركز في اليوم الأخير: درجات شمال خط الاستواء (WGS 84).";
    COL_LONGITUDE: "Longitude", "Географска дужина", "خط الطول";
    ABOUT_LONGITUDE:
        "Where the centre lay on the last day: degrees east of Greenwich (WGS 84).",
        "Где се центар налазио последњег дана: степени источно од Гринича (WGS 84).",
        "موقع المركز في اليوم الأخير: درجات شرق غرينتش (WGS 84).";
    COL_BENEFICIARIES: "For whom", "За кога", "لمن";
    ABOUT_BENEFICIARIES: "Whom it is for.", "Коме је намењено.", "الفئة المستفيدة.";
    COL_TARGETED: "People to be reached", "Планирано особа", "الأشخاص المستهدفون";
    ABOUT_TARGETED:
        "Different people whom the project is to reach in exactly these days; only where it works in one place.",
        "Различите особе које пројекат треба да обухвати управо у овим данима; само ако ради на једном месту.",
        "الأشخاص المختلفون الذين يستهدفهم المشروع في هذه الأيام بالضبط؛ فقط إن كان يعمل في مكان واحد.";
}

plurals! {}
