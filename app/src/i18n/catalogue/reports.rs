//! Reports: their titles, filters, downloads, and the columns of each.
//!
//! A column has a short name (`COL_…`, the head of the table) and a sentence that explains it
//! (`ABOUT_…`, for the sheet of explanations and the data package).

texts! {
    TITLE: "Reports", "Извештаји", "التقارير";
    INTRO:
        "The same figures as on the screens, to look at and to download.",
        "Исти подаци као на екранима, за преглед и преузимање.",
        "الأرقام نفسها المعروضة على الشاشات، للاطلاع والتنزيل.";
    SESSION_LOG: "Session log", "Дневник смена", "سجل المناوبات";
    SESSION_LOG_ABOUT:
        "A row for each shift: when and where, how many came, what was made.",
        "По један ред за сваку смену: када и где, колико је људи дошло, шта је израђено.",
        "صف لكل مناوبة: متى وأين عُقدت، وكم شخصًا حضر، وما الذي أُنتج.";
    OUTPUT_PRODUCTION: "Output production", "Израђени производи", "الإنتاج";
    OUTPUT_PRODUCTION_ABOUT:
        "What was made in the period, by centre, workshop and product.",
        "Шта је израђено у периоду, по центрима, радионицама и производима.",
        "ما أُنتج في الفترة، حسب المركز والورشة والمنتج.";

    PEOPLE_REACHED: "People reached", "Обухваћене особе", "الأشخاص الذين تم الوصول إليهم";
    PEOPLE_REACHED_ABOUT:
        "A row for each person who came, by code; for work inside the organisation only.",
        "По један ред за сваку особу која је долазила, под шифром; само за рад унутар организације.",
        "صف لكل شخص حضر، بالرمز بدل الاسم؛ للعمل داخل المنظمة فقط.";
    ACTIVITY_SUMMARY: "Activity summary", "Преглед активности", "ملخص الأنشطة";
    ACTIVITY_SUMMARY_ABOUT:
        "What happened in each piece of the period: shifts, contacts, different people, what was made. Rows that are split by language or facilitator overlap and do not add up.",
        "Шта се догодило у сваком делу периода: смене, контакти, различите особе, израђени комади. Редови подељени по језику или водитељима се преклапају и не сабирају се.",
        "ما جرى في كل جزء من الفترة: المناوبات ومرات الحضور والأشخاص المختلفون وما أُنتج. الصفوف المقسّمة حسب اللغة أو الميسّر تتداخل ولا تُجمع.";
    ATTENDANCE: "Attendance", "Присуство", "الحضور";
    ATTENDANCE_ABOUT:
        "A row for each person expected or marked at a shift that was held, by code; for work inside the organisation only.",
        "По један ред за сваку очекивану или означену особу на одржаној смени, под шифром; само за рад унутар организације.",
        "صف لكل شخص كان متوقعًا أو وُضعت له علامة في مناوبة عُقدت، بالرمز بدل الاسم؛ للعمل داخل المنظمة فقط.";
    PARTICIPATION: "Participation", "Обухват станара", "المشاركة";
    PARTICIPATION_ABOUT:
        "Whom of those who live in the centre the activities reached, against the last occupancy that was recorded.",
        "Кога су од станара центра активности обухватиле, према последњој забележеној попуњености.",
        "من وصلت إليهم الأنشطة من المقيمين في المركز، مقارنة بآخر عدد مقيمين مسجّل.";
    DROPPING_OUT:
        "People who may drop out",
        "Особе које би могле да одустану",
        "أشخاص قد ينقطعون عن الورش";
    DROPPING_OUT_ABOUT:
        "Absent three times in a row, not seen for two weeks, or waiting for a place for two weeks; as of the last day of the period, or of today while it lasts.",
        "Три узастопна изостанка, две недеље без доласка или две недеље чекања на место; према последњем дану периода, а док он траје, према данашњем.",
        "غياب ثلاث مرات متتالية، أو عدم الحضور مدة أسبوعين، أو انتظار مكان مدة أسبوعين؛ حسب آخر يوم من الفترة، أو حسب اليوم الحالي ما دامت الفترة جارية.";
    DOUBTFUL_FIGURES: "Doubtful figures", "Сумњиви подаци", "أرقام مشكوك فيها";
    DOUBTFUL_FIGURES_ABOUT:
        "Figures of shifts that are hard to believe, with the reason, and when they were accepted.",
        "Подаци о сменама у које је тешко поверовати, са разлогом, и када су прихваћени.",
        "أرقام مناوبات يصعب تصديقها، مع السبب وتاريخ قبولها.";
    INTERNAL_ONLY: "Not for donors", "Није за донаторе", "ليس للجهات المانحة";

    // Filters.
    FILTERS: "What to include", "Шта да обухвати", "ما يشمله التقرير";
    FROM: "From", "Од", "من";
    TO: "To", "До", "إلى";
    FIRST_MONTH: "First month", "Први месец", "الشهر الأول";
    LAST_MONTH: "Last month", "Последњи месец", "الشهر الأخير";
    CENTRE: "Centre", "Центар", "المركز";
    ALL_CENTRES: "All centres", "Сви центри", "جميع المراكز";
    PROJECT: "Project", "Пројекат", "المشروع";
    ALL_PROJECTS: "All projects", "Сви пројекти", "جميع المشاريع";
    WORKSHOP: "Workshop", "Радионица", "الورشة";
    ALL_WORKSHOPS: "All workshops", "Све радионице", "جميع الورش";
    ALL_GROUPS: "All", "Сви", "الجميع";
    STATE: "State of the shifts", "Статус смена", "حالة المناوبات";
    ALL_STATES: "All states", "Сви статуси", "جميع الحالات";
    STEP: "A row for each", "Ред за сваки", "صف لكل";
    STEP_DAY: "day", "дан", "يوم";
    STEP_WEEK: "week", "недељу", "أسبوع";
    STEP_MONTH: "month", "месец", "شهر";
    STEP_QUARTER: "quarter", "квартал", "ربع سنة";
    STEP_YEAR: "year", "годину", "سنة";
    STEP_WHOLE: "whole period", "цео период", "الفترة كلها";
    BY: "Split by", "Подела по", "التقسيم حسب";
    BY_NOTHING: "nothing", "без поделе", "بلا تقسيم";
    BY_CENTRE: "centre", "центрима", "المركز";
    BY_WORKSHOP: "workshop", "радионицама", "الورشة";
    BY_SEX: "sex", "полу", "الجنس";
    BY_BAND: "age", "узрасту", "العمر";
    BY_LANGUAGE: "language", "језику", "اللغة";
    BY_FACILITATOR: "facilitator", "водитељима", "الميسّر";
    SHOW: "Show", "Прикажи", "عرض";
    WHOLE_MONTHS:
        "Your account sees whole calendar months, so that no one can be singled out.",
        "Ваш налог види целе календарске месеце, да нико не би могао да се издвоји.",
        "يعرض حسابك أشهرًا تقويمية كاملة، حتى لا يمكن تمييز شخص بعينه.";

    // Preview.
    /// The table shows a part only; the download holds all.
    FIRST_ROWS:
        "The first {n} rows of {total} are shown. The download holds all of them.",
        "Приказани су први редови: {n} од {total}. Преузета датотека садржи све.",
        "تُعرض الصفوف الأولى: {n} من {total}. يحتوي ملف التنزيل على جميعها.";
    NO_ROWS:
        "There is no row for this choice.",
        "За овај избор нема података.",
        "لا توجد صفوف لهذا الاختيار.";
    SUPPRESSED_NOTE:
        "Some figures are left empty to protect people in small groups; empty does not mean zero.",
        "Неке вредности су изостављене ради заштите људи у малим групама; празно не значи нула.",
        "تُركت بعض الأرقام فارغة لحماية الأشخاص في المجموعات الصغيرة؛ الخانة الفارغة لا تعني صفرًا.";
    SUPPRESSED_SESSIONS:
        "The split by sex and age is left empty in this report, because a single shift has few people. Totals are complete.",
        "Подела по полу и узрасту у овом извештају је изостављена, јер је у једној смени мало људи. Збирови су потпуни.",
        "تُرك التقسيم حسب الجنس والعمر فارغًا في هذا التقرير، لأن المناوبة الواحدة تضم عددًا قليلًا من الأشخاص. المجاميع كاملة.";
    /// Why a cell is empty: an unmarked empty cell never means zero.
    WHY_SUPPRESSED:
        "hidden to protect people",
        "скривено ради заштите људи",
        "محجوب لحماية الأشخاص";
    WHY_NOT_HELD:
        "not held or not logged",
        "није одржана или није евидентирана",
        "لم تُعقد أو غير مسجّلة";
    WHY_NOT_RECORDED: "not recorded", "није забележено", "غير مسجّل";
    WHY_NOT_APPLICABLE: "does not apply", "није применљиво", "لا ينطبق";
    WHY_ONLY_A_RANGE:
        "people were counted without a name, so only a range is known",
        "људи су само пребројани, па је познат само распон",
        "جرى عدّ أشخاص بلا أسماء، لذلك لا يُعرف سوى نطاق";
    WHY_STALE:
        "the occupancy is too old",
        "податак о попуњености је престар",
        "عدد المقيمين قديم جدًا";

    // Downloads.
    /// What a file of several is called where a report has its name.
    PACKAGE: "Several reports", "Више извештаја", "عدة تقارير";
    DOWNLOAD_PACKAGE: "Data package", "Пакет података", "حزمة بيانات";
    DOWNLOAD_PACKAGE_ABOUT:
        "CSV with a description of every column and the seal, for programs and archives.",
        "CSV са описом сваке колоне и печатом, за програме и архиве.",
        "CSV مع وصف كل عمود والختم، للبرامج والأرشيف.";
    DOWNLOAD_CSV: "CSV for machines", "CSV за машинску обраду", "CSV للمعالجة الآلية";
    DOWNLOAD_CSV_ABOUT:
        "Commas, decimal points and a row of HXL tags.",
        "Зарези, децималне тачке и ред са HXL ознакама.",
        "فواصل ونقاط عشرية وصف من وسوم HXL.";
    DOWNLOAD_CSV_EXCEL: "CSV for Excel", "CSV за Excel", "CSV لبرنامج Excel";
    DOWNLOAD_CSV_EXCEL_ABOUT:
        "Opens in Excel with the right letters and columns.",
        "Отвара се у програму Excel са исправним словима и колонама.",
        "يُفتح في برنامج Excel بالحروف والأعمدة الصحيحة.";
    DOWNLOAD_XLSX: "Excel workbook (XLSX)", "Excel радна свеска (XLSX)", "مصنف Excel (XLSX)";
    DOWNLOAD_XLSX_ABOUT:
        "With real numbers and dates, and a sheet that explains each column.",
        "Са правим бројевима и датумима, и листом који објашњава сваку колону.",
        "بأرقام وتواريخ حقيقية، مع ورقة تشرح كل عمود.";
    COLUMN_KEY: "Key", "Кључ", "المفتاح";
    /// The sheet of an XLSX file that explains the columns.
    SHEET_COLUMNS: "Columns", "Колоне", "الأعمدة";
    COLUMN_NAME: "Column", "Колона", "العمود";
    COLUMN_MEANING: "Meaning", "Значење", "المعنى";
    COLUMN_TAG: "HXL tag", "HXL ознака", "وسم HXL";

    // Columns of the session log.
    COL_SESSION_ID: "Session ID", "Ознака смене", "معرّف المناوبة";
    ABOUT_SESSION_ID:
        "Code of the shift; the same in every export.",
        "Шифра смене; иста у сваком извозу.",
        "رمز المناوبة؛ لا يتغير من تصدير إلى آخر.";
    COL_DATE: "Date", "Датум", "التاريخ";
    ABOUT_DATE:
        "Day of the shift, Belgrade time.",
        "Дан смене, по београдском времену.",
        "يوم المناوبة، بتوقيت بلغراد.";
    COL_START: "Start", "Почетак", "البداية";
    ABOUT_START:
        "Planned start, Belgrade time.",
        "Планирани почетак, по београдском времену.",
        "البداية المخططة، بتوقيت بلغراد.";
    COL_END: "End", "Крај", "النهاية";
    ABOUT_END:
        "Planned end, Belgrade time.",
        "Планирани крај, по београдском времену.",
        "النهاية المخططة، بتوقيت بلغراد.";
    COL_MINUTES: "Minutes", "Број минута", "الدقائق";
    ABOUT_MINUTES:
        "Length of the shift in minutes.",
        "Трајање смене у минутима.",
        "مدة المناوبة بالدقائق.";
    COL_STATUS: "Status", "Статус", "الحالة";
    ABOUT_STATUS:
        "Whether the shift was held, was not logged, or did not happen.",
        "Да ли је смена одржана, није евидентирана или није одржана.",
        "هل عُقدت المناوبة، أو لم تُسجّل، أو لم تُعقد.";
    COL_COUNTRY: "Country", "Држава", "البلد";
    ABOUT_COUNTRY:
        "Country code, ISO 3166-1, three letters.",
        "Шифра државе, ISO 3166-1, три слова.",
        "رمز البلد وفق ISO 3166-1، ثلاثة أحرف.";
    COL_ADM1: "District", "Округ", "المقاطعة";
    ABOUT_ADM1:
        "District, or the City of Belgrade.",
        "Округ или Град Београд.",
        "المقاطعة، أو مدينة بلغراد.";
    COL_ADM1_CODE: "District code", "Шифра округа", "رمز المقاطعة";
    ABOUT_ADM1_CODE:
        "Code of the district, ISO 3166-2.",
        "Шифра округа, ISO 3166-2.",
        "رمز المقاطعة وفق ISO 3166-2.";
    COL_ADM2: "Municipality", "Општина", "البلدية";
    ABOUT_ADM2:
        "Municipality that the centre lies in.",
        "Општина у којој је центар.",
        "البلدية التي يقع فيها المركز.";
    COL_SITE: "Site", "Центар", "المركز";
    ABOUT_SITE: "Name of the centre.", "Назив центра.", "اسم المركز.";
    COL_SITE_CODE: "Site code", "Шифра центра", "رمز المركز";
    ABOUT_SITE_CODE: "Code of the centre.", "Шифра центра.", "رمز المركز.";
    COL_SITE_TYPE: "Site type", "Врста центра", "نوع المركز";
    ABOUT_SITE_TYPE:
        "Kind of the centre on the day of the shift.",
        "Врста центра на дан смене.",
        "نوع المركز في يوم المناوبة.";
    COL_ORGANISATION: "Organisation", "Организација", "المنظمة";
    ABOUT_ORGANISATION:
        "Organisation that runs the activity.",
        "Организација која спроводи активност.",
        "المنظمة التي تنفذ النشاط.";
    COL_FUNDER: "Funder", "Финансијер", "الجهة الممولة";
    ABOUT_FUNDER:
        "Who pays for the project.",
        "Ко финансира пројекат.",
        "الجهة التي تموّل المشروع.";
    COL_PROGRAMME: "Programme", "Програм", "البرنامج";
    ABOUT_PROGRAMME:
        "Programme that the project belongs to.",
        "Програм коме пројекат припада.",
        "البرنامج الذي يتبعه المشروع.";
    COL_PROJECT: "Project", "Пројекат", "المشروع";
    ABOUT_PROJECT: "Name of the project.", "Назив пројекта.", "اسم المشروع.";
    COL_PROJECT_CODE: "Project code", "Шифра пројекта", "رمز المشروع";
    ABOUT_PROJECT_CODE: "Code of the project.", "Шифра пројекта.", "رمز المشروع.";
    COL_WORKSHOP: "Workshop", "Радионица", "الورشة";
    ABOUT_WORKSHOP: "Name of the workshop.", "Назив радионице.", "اسم الورشة.";
    COL_WORKSHOP_CODE: "Workshop code", "Шифра радионице", "رمز الورشة";
    ABOUT_WORKSHOP_CODE: "Code of the workshop.", "Шифра радионице.", "رمز الورشة.";
    COL_ACTIVITY: "Activity type", "Врста активности", "نوع النشاط";
    ABOUT_ACTIVITY:
        "Kind of activity, such as carpentry or sports.",
        "Врста активности, на пример столарија или спорт.",
        "نوع النشاط، مثل النجارة أو الرياضة.";
    COL_FACILITATORS: "Facilitators", "Водитељи", "الميسّرون";
    ABOUT_FACILITATORS:
        "How many facilitators; no names.",
        "Колико је водитеља; без имена.",
        "عدد الميسّرين؛ بلا أسماء.";
    COL_REGISTERED: "Registered", "Уписани", "المقيّدون في الورشة";
    ABOUT_REGISTERED:
        "People enrolled before the shift began.",
        "Људи уписани пре почетка смене.",
        "الأشخاص المقيّدون في الورشة قبل بداية المناوبة.";
    COL_CONTACTS: "Contacts", "Контакти", "مرات الحضور";
    ABOUT_CONTACTS:
        "One person at one shift: enrolled people who came, walk-ins and counted people.",
        "Једна особа на једној смени: уписани који су дошли, дошли без уписа и пребројани.",
        "شخص واحد في مناوبة واحدة: المقيّدون الذين حضروا، ومن حضروا بلا تسجيل مسبق، ومن شملهم التعداد.";
    COL_CONTACTS_FEMALE: "Contacts, female", "Контакти, женски пол", "مرات الحضور، إناث";
    ABOUT_CONTACTS_FEMALE:
        "Contacts with women and girls.",
        "Контакти са женама и девојчицама.",
        "مرات حضور النساء والفتيات.";
    COL_CONTACTS_MALE: "Contacts, male", "Контакти, мушки пол", "مرات الحضور، ذكور";
    ABOUT_CONTACTS_MALE:
        "Contacts with men and boys.",
        "Контакти са мушкарцима и дечацима.",
        "مرات حضور الرجال والفتيان.";
    COL_CONTACTS_OTHER: "Contacts, other sex", "Контакти, другачији пол", "مرات الحضور، جنس آخر";
    ABOUT_CONTACTS_OTHER:
        "Contacts with people of another sex.",
        "Контакти са особама другачијег пола.",
        "مرات حضور أشخاص من جنس آخر.";
    COL_CONTACTS_SEX_UNKNOWN:
        "Contacts, sex not known",
        "Контакти, непознат пол",
        "مرات الحضور، الجنس غير معروف";
    ABOUT_CONTACTS_SEX_UNKNOWN:
        "Contacts with people whose sex is not disclosed or not recorded.",
        "Контакти са особама чији пол није наведен или забележен.",
        "مرات حضور أشخاص لم يُفصح عن جنسهم أو لم يُسجّل.";
    COL_CONTACTS_CHILDREN: "Contacts, children", "Контакти, деца", "مرات الحضور، أطفال";
    ABOUT_CONTACTS_CHILDREN:
        "Contacts with people under 18.",
        "Контакти са млађима од 18 година.",
        "مرات حضور من هم دون سن 18.";
    COL_CONTACTS_ADULTS: "Contacts, adults", "Контакти, одрасли", "مرات الحضور، بالغون";
    ABOUT_CONTACTS_ADULTS:
        "Contacts with people of 18 and over.",
        "Контакти са особама од 18 и више година.",
        "مرات حضور من هم في سن 18 فما فوق.";
    COL_CONTACTS_AGE_UNKNOWN:
        "Contacts, age not known",
        "Контакти, непознат узраст",
        "مرات الحضور، العمر غير معروف";
    ABOUT_CONTACTS_AGE_UNKNOWN:
        "Contacts with people whose age is not known.",
        "Контакти са особама чији узраст није познат.",
        "مرات حضور أشخاص عمرهم غير معروف.";
    COL_WALK_INS: "Walk-ins", "Дошли без уписа", "حضور بلا تسجيل مسبق";
    ABOUT_WALK_INS:
        "People who came without being enrolled.",
        "Људи који су дошли, а нису били уписани.",
        "الأشخاص الذين حضروا دون قيد في الورشة.";
    COL_NO_SHOWS: "No-shows", "Нису дошли", "الغياب";
    ABOUT_NO_SHOWS:
        "People enrolled and marked as absent.",
        "Уписани за које је означено да нису ту.",
        "الأشخاص المقيّدون الذين وُضعت لهم علامة غياب.";
    COL_REPORTED: "Reported", "Евидентирано", "يوم التسجيل";
    ABOUT_REPORTED:
        "Day on which the shift was closed.",
        "Дан када је смена закључена.",
        "اليوم الذي أُغلقت فيه المناوبة.";
    COL_PIECES: "Pieces made", "Израђено комада", "القطع المنتجة";
    ABOUT_PIECES:
        "Pieces of all products made in the shift.",
        "Комади свих производа израђених у смени.",
        "قطع جميع المنتجات التي أُنتجت في المناوبة.";
    COL_REJECTED: "Rejected", "Неисправно", "التالف";
    ABOUT_REJECTED:
        "Made and found to be no good, in the same unit; not among what was made.",
        "Израђено, али неисправно, у истој јединици; не рачуна се у израђено.",
        "ما أُنتج وتبيّن أنه تالف، بالوحدة نفسها؛ لا يُحسب ضمن ما أُنتج.";
    COL_SUPPRESSED: "Suppressed cells", "Скривене вредности", "الخانات المحجوبة";
    ABOUT_SUPPRESSED:
        "How many cells of the row are left empty to protect people.",
        "Колико је поља у реду изостављено ради заштите људи.",
        "عدد خانات الصف التي تُركت فارغة لحماية الأشخاص.";

    // Columns of the output production, as far as they are not above.
    COL_PERIOD_START: "Period start", "Почетак периода", "بداية الفترة";
    ABOUT_PERIOD_START: "First day of the period.", "Први дан периода.", "أول يوم من الفترة.";
    COL_PERIOD_END: "Period end", "Крај периода", "نهاية الفترة";
    ABOUT_PERIOD_END: "Last day of the period.", "Последњи дан периода.", "آخر يوم من الفترة.";
    COL_PRODUCT: "Product", "Производ", "المنتج";
    ABOUT_PRODUCT: "Name of the product.", "Назив производа.", "اسم المنتج.";
    COL_PRODUCT_CODE: "Product code", "Шифра производа", "رمز المنتج";
    ABOUT_PRODUCT_CODE: "Code of the product.", "Шифра производа.", "رمز المنتج.";
    COL_UNIT: "Unit", "Јединица", "الوحدة";
    ABOUT_UNIT:
        "Unit that the quantity is given in.",
        "Јединица у којој је дата количина.",
        "الوحدة المستخدمة للكمية.";
    COL_QUANTITY: "Quantity", "Количина", "الكمية";
    ABOUT_QUANTITY:
        "How much was made in the period; withdrawn entries do not count.",
        "Колико је израђено у периоду; повучени уноси се не рачунају.",
        "الكمية المنتجة في الفترة؛ الإدخالات المسحوبة لا تُحسب.";
    COL_MATERIAL: "Material", "Материјал", "المادة";
    ABOUT_MATERIAL: "Material that was used.", "Материјал који је утрошен.", "المادة المستخدمة.";
    COL_MATERIAL_UNIT: "Material unit", "Јединица материјала", "وحدة المادة";
    ABOUT_MATERIAL_UNIT:
        "Unit that the material is measured in.",
        "Јединица у којој се мери материјал.",
        "الوحدة التي تُقاس بها المادة.";
    COL_MATERIAL_USED: "Material used", "Утрошено материјала", "كمية المادة المستخدمة";
    ABOUT_MATERIAL_USED:
        "How much of the material was used.",
        "Колико је материјала утрошено.",
        "مقدار ما استُخدم من المادة.";

    // Columns of the people reached, as far as they are not above.
    COL_PERSON_CODE: "Person code", "Шифра особе", "رمز الشخص";
    ABOUT_PERSON_CODE:
        "Random code of the participant; it says nothing about the person.",
        "Насумична шифра учесника; не говори ништа о особи.",
        "رمز عشوائي للمشارك؛ لا يدل على أي شيء عن الشخص.";
    COL_SEX: "Sex", "Пол", "الجنس";
    ABOUT_SEX:
        "Sex of the participant as recorded.",
        "Пол учесника како је забележен.",
        "جنس المشارك كما سُجّل.";
    COL_BAND: "Age band", "Узрасна група", "الفئة العمرية";
    ABOUT_BAND:
        "Age band at the first attendance in the period.",
        "Узрасна група при првом доласку у периоду.",
        "الفئة العمرية عند أول حضور في الفترة.";

    // Columns of the summary, of participation and of who may drop out, as far as not above.
    COL_GROUP: "Group", "Група", "المجموعة";
    ABOUT_GROUP:
        "What the row is split by: a code or a word.",
        "По чему је ред подељен: шифра или реч.",
        "ما قُسّم الصف حسبه: رمز أو كلمة.";
    COL_PLANNED: "Shifts planned", "Планирано смена", "المناوبات المخططة";
    ABOUT_PLANNED:
        "Shifts of the plan, whatever became of them.",
        "Смене из плана, без обзира на исход.",
        "مناوبات الخطة، مهما كان مآلها.";
    COL_HELD: "Shifts held", "Одржано смена", "المناوبات التي عُقدت";
    ABOUT_HELD:
        "Shifts that were closed, even with nobody there.",
        "Закључене смене, и оне на које нико није дошао.",
        "المناوبات المغلقة، حتى إن لم يحضر أحد.";
    COL_DID_NOT_HAPPEN: "Shifts that did not happen", "Неодржано смена", "المناوبات التي لم تُعقد";
    ABOUT_DID_NOT_HAPPEN:
        "Shifts that were called off.",
        "Смене које су отказане.",
        "المناوبات التي أُلغيت.";
    COL_NOT_LOGGED: "Shifts not logged", "Неевидентирано смена", "المناوبات غير المسجّلة";
    ABOUT_NOT_LOGGED:
        "Shifts that are over and that nobody closed; their figures are missing here.",
        "Смене које су прошле, а нико их није закључио; њихови подаци овде недостају.",
        "المناوبات التي انتهت ولم يغلقها أحد؛ أرقامها غير موجودة هنا.";
    COL_HEADCOUNT: "Counted without a name", "Пребројано без имена", "تعداد بلا أسماء";
    ABOUT_HEADCOUNT:
        "Contacts with people who were counted and not marked by name.",
        "Контакти са особама које су пребројане, а нису поименично означене.",
        "مرات حضور أشخاص شملهم التعداد ولم توضع لهم علامة بالاسم.";
    COL_ATTENDED: "Registered who came", "Уписани који су дошли", "المقيّدون الذين حضروا";
    ABOUT_ATTENDED:
        "Registered people who were present; by the number of registered people it is the attendance rate.",
        "Уписани који су били присутни; подељено бројем уписаних даје стопу присуства.",
        "المقيّدون في الورشة الذين حضروا؛ بالقسمة على عدد المقيّدين تنتج نسبة الحضور.";
    COL_PEOPLE: "Different people", "Различитих особа", "أشخاص مختلفون";
    ABOUT_PEOPLE:
        "Each counted once, however often they came; empty where some were counted without a name.",
        "Свако је рачунат једном, ма колико пута дошао; празно ако су неки само пребројани.",
        "يُحسب كل شخص مرة واحدة مهما تكرر حضوره؛ تبقى الخانة فارغة إن جرى عدّ بعض الأشخاص بلا أسماء.";
    COL_PEOPLE_LEAST:
        "Different people, at least",
        "Различитих особа, најмање",
        "أشخاص مختلفون، على الأقل";
    ABOUT_PEOPLE_LEAST:
        "Those known by name, or everybody of the largest session.",
        "Особе познате поименично, или сви са највеће смене.",
        "المعروفون بالاسم، أو جميع من كانوا في أكبر مناوبة.";
    COL_PEOPLE_MOST:
        "Different people, at most",
        "Различитих особа, највише",
        "أشخاص مختلفون، على الأكثر";
    ABOUT_PEOPLE_MOST:
        "Those known by name, and everybody who was counted.",
        "Особе познате поименично и сви који су пребројани.",
        "المعروفون بالاسم، وجميع من شملهم التعداد.";
    COL_NEW_PEOPLE: "New people", "Нових особа", "أشخاص جدد";
    ABOUT_NEW_PEOPLE:
        "Known by name, and here for the first time ever as far as the filters look. An activity summary by centre or workshop looks at each of them apart.",
        "Познате поименично, а дошле први пут уопште, у оквиру изабраних филтера. Преглед активности по центрима или радионицама гледа сваки центар или радионицу засебно.",
        "معروفون بالاسم، وحضروا لأول مرة على الإطلاق في حدود ما تشمله عوامل التصفية. ملخص الأنشطة حسب المركز أو الورشة ينظر إلى كل منها على حدة.";
    COL_PEOPLE_BEFORE:
        "People of the period before",
        "Особа у претходном периоду",
        "أشخاص الفترة السابقة";
    ABOUT_PEOPLE_BEFORE:
        "Different people, known by name, of the period before this one.",
        "Различите особе, познате поименично, из претходног периода.",
        "الأشخاص المختلفون المعروفون بالاسم في الفترة التي تسبق هذه الفترة.";
    COL_RETAINED: "Of them here again", "Од њих поново дошло", "منهم من حضر مجددًا";
    ABOUT_RETAINED:
        "Of the people of the period before, those who came again; by their number it is the retention.",
        "Од особа из претходног периода, оне које су поново дошле; подељено њиховим бројем даје задржавање.",
        "من حضروا مجددًا من أشخاص الفترة السابقة؛ بالقسمة على عدد أولئك الأشخاص تنتج نسبة الاستمرار.";
    COL_HOUSED: "Living here", "Станара", "المقيمون في المركز";
    ABOUT_HOUSED:
        "How many of the group lived in the centre, by the last occupancy up to the end of the period.",
        "Колико је особа из групе живело у центру, према последњој попуњености до краја периода.",
        "عدد المقيمين في المركز من هذه المجموعة، حسب آخر عدد مقيمين سُجّل حتى نهاية الفترة.";
    COL_HOUSED_ON: "Occupancy of", "Попуњеност на дан", "تاريخ عدد المقيمين";
    ABOUT_HOUSED_ON:
        "The day of that occupancy.",
        "Дан те попуњености.",
        "اليوم الذي يعود إليه عدد المقيمين.";
    COL_HOUSED_AGE: "Its age in days", "Старост у данима", "عمر عدد المقيمين بالأيام";
    ABOUT_HOUSED_AGE:
        "Days between that day and the end of the period; after seven it measures nothing.",
        "Дана од тог дана до краја периода; после седам дана више ничему не служи.",
        "عدد الأيام بين ذلك اليوم ونهاية الفترة؛ بعد سبعة أيام لا يصلح للقياس.";
    COL_WAS_REGISTERED: "Enrolled before", "Уписан раније", "قيد مسبق";
    ABOUT_WAS_REGISTERED:
        "1 for somebody who was enrolled before the start, 0 for a walk-in.",
        "1 за особу уписану пре почетка, 0 за долазак без уписа.",
        "1 لمن كان له قيد قبل البداية؛ 0 للحضور بلا تسجيل مسبق.";
    COL_PRESENCE: "Presence", "Долазак", "حالة الحضور";
    ABOUT_PRESENCE:
        "Present, absent or not marked; not marked is not absent.",
        "Присутан, одсутан или неозначен; неозначен није исто што и одсутан.",
        "حضور أو غياب أو بلا علامة؛ عدم وجود علامة ليس غيابًا.";
    COL_RISK: "Why", "Зашто", "لماذا";
    ABOUT_RISK:
        "Why the person may drop out of the workshop.",
        "Зашто би особа могла да одустане од радионице.",
        "لماذا قد ينقطع الشخص عن الورشة.";
    COL_DOUBT: "Reason", "Разлог", "السبب";
    ABOUT_DOUBT:
        "Why the figure is doubted. What is usual are the 60 days before the shift; the same number is doubted at the fifth shift in a row, then once a week.",
        "Зашто је податак сумњив. Мерило је 60 дана пре смене; исти број је сумњив у петој узастопној смени, а затим једном недељно.",
        "سبب الشك في الرقم. المعيار هو الأيام الستون التي تسبق المناوبة؛ ويُشك في الرقم المتكرر في المناوبة الخامسة على التوالي، ثم مرة كل أسبوع.";
    COL_VALUE: "Figure", "Податак", "الرقم";
    ABOUT_VALUE:
        "The doubted figure: pieces, marks or children.",
        "Сумњив податак: комади, ознаке или деца.",
        "الرقم المشكوك فيه: قطع أو علامات أو أطفال.";
    COL_USUAL: "Measured by", "Мерило", "المعيار";
    ABOUT_USUAL:
        "Shifts in a row, pieces that would be usual, or children who live in the centre.",
        "Узастопне смене, уобичајен број комада или деца која живе у центру.",
        "مناوبات متتالية، أو عدد القطع المعتاد، أو الأطفال المقيمون في المركز.";
    COL_ACCEPTED: "Accepted", "Прихваћено", "تاريخ القبول";
    ABOUT_ACCEPTED:
        "The day on which somebody accepted the figure as it is.",
        "Дан када је неко прихватио податак такав какав је.",
        "اليوم الذي قُبل فيه الرقم كما هو.";
    COL_SINCE: "Since", "Од дана", "منذ";
    ABOUT_SINCE:
        "The first absence, the last day on which they came, or the day on which they began to wait.",
        "Први изостанак, последњи дан доласка или дан од ког чека.",
        "أول غياب، أو آخر يوم حضور، أو اليوم الذي بدأ فيه الانتظار.";
    COL_HOW_MANY: "Absences or days", "Изостанака или дана", "مرات الغياب أو الأيام";
    ABOUT_HOW_MANY:
        "Absences in a row, or days without coming or of waiting.",
        "Узастопни изостанци, или дани без доласка, односно чекања.",
        "مرات الغياب المتتالية، أو أيام عدم الحضور أو الانتظار.";
}

plurals! {
    ROWS_SHOWN:
        ["{n} row", "{n} rows"],
        ["{n} ред", "{n} реда", "{n} редова"],
        ["لا توجد صفوف", "صف واحد", "صفان", "{n} صفوف", "{n} صفًا", "{n} صف"];
}
