//! Taking files in.

texts! {
    TITLE: "Import", "Увоз", "الاستيراد";
    INTRO:
        "Lists that were kept elsewhere. A file is read and checked first; nothing changes before you say so.",
        "Спискови који су вођени негде другде. Датотека се прво чита и проверава; ништа се не мења док то не кажете.",
        "قوائم كانت تُحفظ في مكان آخر. يُقرأ الملف ويُفحص أولًا؛ ولا يتغير شيء قبل موافقتك.";
    WHAT: "What stands in a row", "Шта стоји у једном реду", "ما يحتويه كل صف";
    PEOPLE: "A person", "Особа", "شخص";
    PEOPLE_NEEDS:
        "Whatever is known of them: no column is needed.",
        "Шта год се о њој зна: ниједна колона није обавезна.",
        "كل ما هو معروف عنه: لا يلزم أي عمود.";
    ENROLMENTS: "An enrolment in a workshop", "Упис у радионицу", "قيد في ورشة";
    ENROLMENTS_NEEDS:
        "Who (code, number in your list, or alias) and the workshop.",
        "Ко (шифра, број у вашем списку или надимак) и радионица.",
        "الشخص (الرمز، أو الرقم في قائمتك، أو الاسم المستعار) والورشة.";
    OCCUPANCY:
        "A day’s occupancy of the centre",
        "Број људи у центру једног дана",
        "عدد المقيمين في المركز في يوم ما";
    OCCUPANCY_NEEDS:
        "The date, and how many people.",
        "Датум и број људи.",
        "التاريخ وعدد الأشخاص.";
    ATTENDANCE:
        "Somebody’s attendance in the past",
        "Нечије присуство у прошлости",
        "حضور شخص في الماضي";
    ATTENDANCE_NEEDS:
        "Who, the workshop, and the date.",
        "Ко, радионица и датум.",
        "الشخص والورشة والتاريخ.";
    FILE: "File", "Датотека", "الملف";
    FILE_HINT:
        "CSV or text in any encoding, or XLSX; at most 50,000 rows and 16 MB.",
        "CSV или текст у било ком кодирању, или XLSX; највише 50.000 редова и 16 MB.",
        "CSV أو نص بأي ترميز، أو XLSX؛ على الأكثر 50,000 صف و 16 MB.";
    READ: "Read the file", "Прочитај датотеку", "قراءة الملف";
    WAITS:
        "The file {file} waits here",
        "Датотека {file} чека овде",
        "الملف {file} في الانتظار هنا";
    CONTINUE: "Go on with it", "Настави са њом", "متابعة العمل عليه";
    GONE:
        "This file does not wait here any more. Bring it again.",
        "Ова датотека више не чека овде. Донесите је поново.",
        "لم يعد هذا الملف في الانتظار هنا. يرجى إحضاره من جديد.";
    TWICE:
        "Two columns cannot both hold this: {field}. Choose one of them.",
        "Две колоне не могу да садрже исто: {field}. Изаберите једну.",
        "لا يمكن أن يحتوي عمودان على الشيء نفسه: {field}. يرجى اختيار أحدهما.";
    EMPTY:
        "The file is empty, or has nothing below its headings.",
        "Датотека је празна или нема ништа испод заглавља.",
        "الملف فارغ، أو لا شيء فيه تحت العناوين.";
    FORMAT:
        "The file is neither text nor a workbook. Save it as XLSX or CSV.",
        "Датотека није ни текст ни радна свеска. Сачувајте је као XLSX или CSV.",
        "الملف ليس نصًا ولا مصنف جداول. يرجى حفظه بتنسيق XLSX أو CSV.";
    TOO_LARGE:
        "The file is too large: at most 50,000 rows, 200 columns and 16 MB. Divide it.",
        "Датотека је превелика: највише 50.000 редова, 200 колона и 16 MB. Поделите је.",
        "الملف كبير جدًا: على الأكثر 50,000 صف و 200 عمود و 16 MB. يرجى تقسيمه.";
    COLUMNS: "What the columns hold", "Шта колоне садрже", "ما تحتويه الأعمدة";
    COLUMN: "Column", "Колона", "العمود";
    COLUMN_NUMBER: "Column {n}", "Колона {n}", "العمود {n}";
    EXAMPLES: "Examples", "Примери", "أمثلة";
    HOLDS: "Holds", "Садржи", "يحتوي على";
    HOLDS_HEARD: "{heading} holds", "{heading} садржи", "{heading} يحتوي على";
    NOTHING: "nothing that is taken in", "ништа што се увози", "لا شيء يُستورد";
    CHECK: "Check the file", "Провери датотеку", "فحص الملف";
    CHECK_HINT:
        "Every row is checked; nothing is written.",
        "Проверава се сваки ред; ништа се не уписује.",
        "يُفحص كل صف؛ ولا يُكتب شيء.";
    DAY_ORDER: "Dates such as 01/02/2021", "Датуми као 01/02/2021", "تواريخ مثل 01/02/2021";
    DAY_FIRST: "the day stands first", "дан стоји први", "اليوم أولًا";
    MONTH_FIRST: "the month stands first", "месец стоји први", "الشهر أولًا";
    TOLD_ON: "Ages are as of", "Узраст важи на дан", "الأعمار بتاريخ";
    WORKSHOP_FOR_ALL: "Workshop", "Радионица", "الورشة";
    BY_COLUMN: "as the column says", "како каже колона", "حسب العمود";
    FROM_FOR_ALL:
        "Enrolled from, where no column says",
        "Уписани од, где колона не каже",
        "القيد ابتداءً من، حيث لا يذكره عمود";
    FULL: "Where no place is left", "Где нема више места", "حيث لم يبق أي مكان";
    FULL_STOPS: "it is a problem of the row", "то је проблем реда", "يُعدّ ذلك مشكلة في الصف";
    NO_REFERENCE:
        "No column holds the number by which your list knows a person. A row that is changed later counts as somebody else then.",
        "Ниједна колона не садржи број под којим ваш списак води особу. Ред који се касније промени тада важи као неко други.",
        "لا يحتوي أي عمود على الرقم الذي تعرف به قائمتك الشخص. عندئذ يُحسب الصف الذي يُعدّل لاحقًا شخصًا آخر.";
    ATTENDANCE_CLOSES:
        "A shift that is not on the plan is added where the row says when it began. Open shifts of the past are closed behind their marks.",
        "Смена која није у плану додаје се где ред каже када је почела. Отворене прошле смене затварају се после уноса.",
        "تُضاف المناوبة غير الموجودة في الخطة إذا ذكر الصف وقت بدئها. وتُغلق المناوبات الماضية المفتوحة بعد إدخال الحضور فيها.";
    READING: "How the file is read", "Како се датотека чита", "كيفية قراءة الملف";
    READ_AGAIN: "Read it like this", "Прочитај је овако", "قراءته بهذه الطريقة";
    DISCARD: "Put the file away", "Склони датотеку", "استبعاد الملف";
    ENCODING: "Encoding", "Кодирање", "الترميز";
    SEPARATOR: "Between the cells", "Између поља", "الفاصل بين الخلايا";
    COMMA: "comma", "зарез", "فاصلة";
    SEMICOLON: "semicolon", "тачка-зарез", "فاصلة منقوطة";
    TAB: "tab", "табулатор", "علامة جدولة";
    BAR: "vertical bar", "усправна црта", "خط عمودي";
    SHEET: "Sheet", "Лист", "الورقة";
    HEADING_ROW: "Row of the headings", "Ред са заглављима", "صف العناوين";
    CHECKING: "The file is being checked", "Датотека се проверава", "يجري فحص الملف";
    WRITING: "The file is being taken in", "Датотека се увози", "يجري استيراد الملف";
    WORKING_HINT:
        "You can leave this page: the work goes on.",
        "Можете да напустите ову страницу: посао се наставља.",
        "يمكن مغادرة هذه الصفحة: العمل مستمر.";
    LOOK_AGAIN: "Look how far it is", "Погледај докле је стигло", "عرض مدى التقدّم";
    ALL_FITS:
        "Nothing is wrong in this file",
        "У овој датотеци ништа није погрешно",
        "لا خطأ في هذا الملف";
    NOTHING_NEW:
        "This file changes nothing: everything is here already",
        "Ова датотека ништа не мења: све је већ ту",
        "لا يغيّر هذا الملف شيئًا: كل ما فيه موجود هنا بالفعل";
    PROBLEMS_TITLE: "Problems", "Проблеми", "المشكلات";
    PROBLEMS_HINT:
        "Nothing was written. Mend these rows in the file and bring it again, or change below what the columns hold.",
        "Ништа није уписано. Исправите ове редове у датотеци и донесите је поново, или доле промените шта колоне садрже.",
        "لم يُكتب شيء. يرجى إصلاح هذه الصفوف في الملف وإحضاره من جديد، أو تغيير ما تحتويه الأعمدة أدناه.";
    FIRST_ONLY:
        "The first {n} are shown; the file has all of them.",
        "Приказано је првих {n}; у датотеци су сви.",
        "تظهر هنا أول {n} منها؛ وفي الملف جميعها.";
    DOWNLOAD: "Download the problems", "Преузми проблеме", "تنزيل المشكلات";
    ROW: "Row", "Ред", "الصف";
    VALUE: "What stands there", "Шта тамо стоји", "المكتوب هناك";
    TROUBLE: "What is wrong", "Шта није у реду", "الخطأ";
    NO_VALUE: "–", "–", "–";
    DONE: "The file was taken in", "Датотека је увезена", "تم استيراد الملف";
    SEE: "See what is here now", "Погледај шта је сада овде", "عرض ما هو موجود هنا الآن";
    ANOTHER: "Another file", "Друга датотека", "ملف آخر";

    FIELD_REFERENCE: "Number in your list", "Број у вашем списку", "الرقم في قائمتك";
    FIELD_CODE: "Code of Radionica", "Шифра Радионице", "رمز راديونيتسا";
    FIELD_BIRTH_YEAR: "Year of birth", "Година рођења", "سنة الميلاد";
    FIELD_AGE: "Age in years", "Узраст у годинама", "العمر بالسنوات";
    FIELD_AGE_ON:
        "Day on which the age was told",
        "Дан када је узраст речен",
        "اليوم الذي ذُكر فيه العمر";
    FIELD_ARRIVAL: "Day of arrival", "Дан доласка", "يوم الوصول";
    FIELD_DEPARTURE: "Day of departure", "Дан одласка", "يوم المغادرة";
    FIELD_FROM: "First day", "Први дан", "اليوم الأول";
    FIELD_TO: "Last day", "Последњи дан", "اليوم الأخير";
    FIELD_DAY: "Date", "Датум", "التاريخ";
    FIELD_START: "Beginning of the shift", "Почетак смене", "بداية المناوبة";
    FIELD_MINUTES: "Length in minutes", "Трајање у минутима", "المدة بالدقائق";
    FIELD_PRESENCE: "Present or absent", "Присуство или одсуство", "حضور أو غياب";
    FIELD_TOTAL: "Everybody", "Сви", "الجميع";
    FIELD_CELL: "{sex}, {band}", "{sex}, {band}", "{sex}، {band}";

    MISSING:
        "Nothing stands here, and it is needed",
        "Овде ништа не стоји, а потребно је",
        "لا شيء مكتوب هنا، وهو مطلوب";
    TOO_MANY_CELLS:
        "The row has more cells than there are headings",
        "Ред има више поља него што има заглавља",
        "خلايا الصف أكثر من العناوين";
    LETTERS:
        "Letters that cannot be read: choose another encoding",
        "Слова која не могу да се прочитају: изаберите друго кодирање",
        "حروف لا يمكن قراءتها: يرجى اختيار ترميز آخر";
    NO_DAY: "This is no date", "Ово није датум", "هذا ليس تاريخًا";
    SHORT_YEAR:
        "Write the year with four digits",
        "Напишите годину са четири цифре",
        "يرجى كتابة السنة بأربعة أرقام";
    NO_TIME: "This is no time of day", "Ово није време у дану", "هذا ليس وقتًا من اليوم";
    NO_NUMBER: "This is no whole number", "Ово није цео број", "هذا ليس عددًا صحيحًا";
    NO_WORD:
        "This word is not known here",
        "Ова реч овде није позната",
        "هذه الكلمة غير معروفة هنا";
    NO_COUNTRY: "This is no country", "Ово није држава", "هذا ليس بلدًا";
    NO_LANGUAGE: "This language is not known", "Овај језик није познат", "هذه اللغة غير معروفة";
    NO_CODE:
        "This is no code, or one with a mistake",
        "Ово није шифра, или је са грешком",
        "هذا ليس رمزًا، أو هو رمز فيه خطأ";
    NOBODY: "Nobody here is called that", "Овде се нико не зове тако", "لا أحد هنا بهذا الاسم";
    SEVERAL:
        "More than one person here is called that: use the code",
        "Више особа овде се зове тако: употребите шифру",
        "أكثر من شخص هنا بهذا الاسم: يرجى استخدام الرمز";
    ELSEWHERE:
        "This person lives in another centre",
        "Ова особа живи у другом центру",
        "يقيم هذا الشخص في مركز آخر";
    ERASED:
        "This person was erased: take the row out",
        "Ова особа је избрисана: уклоните ред",
        "تم محو هذا الشخص: يرجى حذف الصف";
    SAME_AS: "The same as row {row}", "Исто као ред {row}", "مطابق للصف {row}";
    AGES_DIFFER:
        "Age, year and date of birth do not fit together",
        "Узраст, година и датум рођења се не слажу",
        "العمر والسنة وتاريخ الميلاد غير متوافقة";
    REVERSED:
        "The last day is before the first",
        "Последњи дан је пре првог",
        "اليوم الأخير قبل اليوم الأول";
    NO_WORKSHOP:
        "There is no such workshop in this centre",
        "У овом центру нема такве радионице",
        "لا توجد ورشة كهذه في هذا المركز";
    NO_PLACE:
        "No place is left in this workshop",
        "У овој радионици нема више места",
        "لم يبق أي مكان في هذه الورشة";
    NO_SHIFT:
        "There is no shift on this day: say when it began",
        "Тог дана нема смене: наведите када је почела",
        "لا توجد مناوبة في هذا اليوم: يرجى ذكر وقت بدئها";
    WHICH_SHIFT:
        "There are several shifts on this day: say when it began",
        "Тог дана има више смена: наведите када је почела",
        "توجد عدة مناوبات في هذا اليوم: يرجى ذكر وقت البدء";
    SHIFT_CLOSED:
        "The shift is closed and says otherwise: correct it there",
        "Смена је затворена и каже другачије: исправите тамо",
        "المناوبة مغلقة وفيها خلاف ذلك: يرجى التصحيح هناك";
    DID_NOT_HAPPEN: "This shift did not happen", "Ова смена није одржана", "هذه المناوبة لم تُعقد";
    TO_COME: "This day is to come", "Овај дан тек долази", "هذا اليوم لم يأتِ بعد";
}

plurals! {
    ROWS:
        ["{n} row", "{n} rows"],
        ["{n} ред", "{n} реда", "{n} редова"],
        ["لا صفوف", "صف واحد", "صفان", "{n} صفوف", "{n} صفًا", "{n} صف"];
    NEW:
        ["{n} new", "{n} new"],
        ["{n} нови", "{n} нова", "{n} нових"],
        [
            "لا صفوف جديدة",
            "صف جديد واحد",
            "صفان جديدان",
            "{n} صفوف جديدة",
            "{n} صفًا جديدًا",
            "{n} صف جديد",
        ];
    CHANGED:
        ["{n} changed", "{n} changed"],
        ["{n} измењен", "{n} измењена", "{n} измењених"],
        [
            "لا صفوف معدّلة",
            "صف معدّل واحد",
            "صفان معدّلان",
            "{n} صفوف معدّلة",
            "{n} صفًا معدّلًا",
            "{n} صف معدّل",
        ];
    SAME:
        ["{n} as it is", "{n} as they are"],
        ["{n} без промене", "{n} без промене", "{n} без промене"],
        [
            "لا صفوف دون تغيير",
            "صف واحد دون تغيير",
            "صفان دون تغيير",
            "{n} صفوف دون تغيير",
            "{n} صفًا دون تغيير",
            "{n} صف دون تغيير",
        ];
    WRITE:
        ["Take in this {n} row", "Take in these {n} rows"],
        ["Увези овај {n} ред", "Увези ова {n} реда", "Увези ових {n} редова"],
        [
            "لا صفوف للاستيراد",
            "استيراد هذا الصف",
            "استيراد هذين الصفين",
            "استيراد {n} صفوف",
            "استيراد {n} صفًا",
            "استيراد {n} صف",
        ];
    PROBLEMS:
        ["{n} problem was found", "{n} problems were found"],
        ["Пронађен је {n} проблем", "Пронађена су {n} проблема", "Пронађено је {n} проблема"],
        [
            "لم توجد أي مشكلة",
            "وُجدت مشكلة واحدة",
            "وُجدت مشكلتان",
            "وُجدت {n} مشكلات",
            "وُجدت {n} مشكلة",
            "وُجدت {n} مشكلة",
        ];
}
