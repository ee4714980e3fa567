//! Reports: their titles, filters, downloads, and the columns of each.
//!
//! A column has a short name (`COL_…`, the head of the table) and a sentence that explains it
//! (`ABOUT_…`, for the sheet of explanations and the data package).

texts! {
    TITLE: "Reports", "Извештаји";
    INTRO:
        "The same figures as on the screens, to look at and to download.",
        "Исти подаци као на екранима, за преглед и преузимање.";
    SESSION_LOG: "Session log", "Дневник смена";
    SESSION_LOG_ABOUT:
        "A row for each shift: when and where, how many came, what was made.",
        "По један ред за сваку смену: када и где, колико је људи дошло, шта је израђено.";
    OUTPUT_PRODUCTION: "Output production", "Израђени производи";
    OUTPUT_PRODUCTION_ABOUT:
        "What was made in the period, by centre, workshop and product.",
        "Шта је израђено у периоду, по центрима, радионицама и производима.";

    PEOPLE_REACHED: "People reached", "Обухваћене особе";
    PEOPLE_REACHED_ABOUT:
        "A row for each person who came, by code; for work inside the organisation only.",
        "По један ред за сваку особу која је долазила, под шифром; само за рад унутар организације.";
    ACTIVITY_SUMMARY: "Activity summary", "Преглед активности";
    ACTIVITY_SUMMARY_ABOUT:
        "What happened in each piece of the period: shifts, contacts, different people, what was made. Rows that are split by language or facilitator overlap and do not add up.",
        "Шта се догодило у сваком делу периода: смене, контакти, различите особе, израђени комади. Редови подељени по језику или водитељима се преклапају и не сабирају се.";
    ATTENDANCE: "Attendance", "Присуство";
    ATTENDANCE_ABOUT:
        "A row for each person expected or marked at a shift that was held, by code; for work inside the organisation only.",
        "По један ред за сваку очекивану или означену особу на одржаној смени, под шифром; само за рад унутар организације.";
    PARTICIPATION: "Participation", "Обухват станара";
    PARTICIPATION_ABOUT:
        "Whom of those who live in the centre the activities reached, against the last occupancy that was recorded.",
        "Кога су од станара центра активности обухватиле, према последњој забележеној попуњености.";
    DROPPING_OUT: "People who may drop out", "Особе које би могле да одустану";
    DROPPING_OUT_ABOUT:
        "Absent three times in a row, not seen for two weeks, or waiting for a place for two weeks; as of the last day of the period.",
        "Три узастопна изостанка, две недеље без доласка или две недеље чекања на место; према последњем дану периода.";
    DOUBTFUL_FIGURES: "Doubtful figures", "Сумњиви подаци";
    DOUBTFUL_FIGURES_ABOUT:
        "Figures of shifts that are hard to believe, with the reason, and when they were accepted.",
        "Подаци о сменама у које је тешко поверовати, са разлогом, и када су прихваћени.";
    INTERNAL_ONLY: "Not for donors", "Није за донаторе";

    // Filters.
    FILTERS: "What to include", "Шта да обухвати";
    FROM: "From", "Од";
    TO: "To", "До";
    FIRST_MONTH: "First month", "Први месец";
    LAST_MONTH: "Last month", "Последњи месец";
    CENTRE: "Centre", "Центар";
    ALL_CENTRES: "All centres", "Сви центри";
    PROJECT: "Project", "Пројекат";
    ALL_PROJECTS: "All projects", "Сви пројекти";
    WORKSHOP: "Workshop", "Радионица";
    ALL_WORKSHOPS: "All workshops", "Све радионице";
    STATE: "State of the shifts", "Статус смена";
    ALL_STATES: "All states", "Сви статуси";
    STEP: "A row for each", "Ред за сваки";
    STEP_DAY: "day", "дан";
    STEP_WEEK: "week", "недељу";
    STEP_MONTH: "month", "месец";
    STEP_QUARTER: "quarter", "квартал";
    STEP_YEAR: "year", "годину";
    STEP_WHOLE: "whole period", "цео период";
    BY: "Split by", "Подела по";
    BY_NOTHING: "nothing", "без поделе";
    BY_CENTRE: "centre", "центрима";
    BY_WORKSHOP: "workshop", "радионицама";
    BY_SEX: "sex", "полу";
    BY_BAND: "age", "узрасту";
    BY_LANGUAGE: "language", "језику";
    BY_FACILITATOR: "facilitator", "водитељима";
    SHOW: "Show", "Прикажи";
    WHOLE_MONTHS:
        "Your account sees whole calendar months, so that no one can be singled out.",
        "Ваш налог види целе календарске месеце, да нико не би могао да се издвоји.";

    // Preview.
    /// The table shows a part only; the download holds all.
    FIRST_ROWS:
        "The first {n} rows of {total} are shown. The download holds all of them.",
        "Приказани су први редови: {n} од {total}. Преузета датотека садржи све.";
    NO_ROWS: "There is no row for this choice.", "За овај избор нема података.";
    SUPPRESSED_NOTE:
        "Some figures are left empty to protect people in small groups; empty does not mean zero.",
        "Неке вредности су изостављене ради заштите људи у малим групама; празно не значи нула.";
    SUPPRESSED_SESSIONS:
        "The split by sex and age is left empty in this report, because a single shift has few people. Totals are complete.",
        "Подела по полу и узрасту у овом извештају је изостављена, јер је у једној смени мало људи. Збирови су потпуни.";
    /// Why a cell is empty: an unmarked empty cell never means zero.
    WHY_SUPPRESSED: "hidden to protect people", "скривено ради заштите људи";
    WHY_NOT_HELD: "not held or not logged", "није одржана или није евидентирана";
    WHY_NOT_RECORDED: "not recorded", "није забележено";
    WHY_NOT_APPLICABLE: "does not apply", "није применљиво";
    WHY_ONLY_A_RANGE:
        "people were counted without a name, so only a range is known",
        "људи су само пребројани, па је познат само распон";
    WHY_STALE: "the occupancy is too old", "податак о попуњености је престар";

    // Downloads.
    DOWNLOAD_CSV: "CSV for machines", "CSV за машинску обраду";
    DOWNLOAD_CSV_ABOUT:
        "Commas, decimal points and a row of HXL tags.",
        "Зарези, децималне тачке и ред са HXL ознакама.";
    DOWNLOAD_CSV_EXCEL: "CSV for Excel", "CSV за Excel";
    DOWNLOAD_CSV_EXCEL_ABOUT:
        "Opens in Excel with the right letters and columns.",
        "Отвара се у програму Excel са исправним словима и колонама.";
    DOWNLOAD_XLSX: "Excel workbook (XLSX)", "Excel радна свеска (XLSX)";
    DOWNLOAD_XLSX_ABOUT:
        "With real numbers and dates, and a sheet that explains each column.",
        "Са правим бројевима и датумима, и листом који објашњава сваку колону.";
    COLUMN_KEY: "Key", "Кључ";
    /// The sheet of an XLSX file that explains the columns.
    SHEET_COLUMNS: "Columns", "Колоне";
    COLUMN_NAME: "Column", "Колона";
    COLUMN_MEANING: "Meaning", "Значење";
    COLUMN_TAG: "HXL tag", "HXL ознака";

    // Columns of the session log.
    COL_SESSION_ID: "Session ID", "Ознака смене";
    ABOUT_SESSION_ID:
        "Code of the shift; the same in every export.",
        "Шифра смене; иста у сваком извозу.";
    COL_DATE: "Date", "Датум";
    ABOUT_DATE: "Day of the shift, Belgrade time.", "Дан смене, по београдском времену.";
    COL_START: "Start", "Почетак";
    ABOUT_START: "Planned start, Belgrade time.", "Планирани почетак, по београдском времену.";
    COL_END: "End", "Крај";
    ABOUT_END: "Planned end, Belgrade time.", "Планирани крај, по београдском времену.";
    COL_MINUTES: "Minutes", "Број минута";
    ABOUT_MINUTES: "Length of the shift in minutes.", "Трајање смене у минутима.";
    COL_STATUS: "Status", "Статус";
    ABOUT_STATUS:
        "Whether the shift was held, was not logged, or did not happen.",
        "Да ли је смена одржана, није евидентирана или није одржана.";
    COL_COUNTRY: "Country", "Држава";
    ABOUT_COUNTRY:
        "Country code, ISO 3166-1, three letters.",
        "Шифра државе, ISO 3166-1, три слова.";
    COL_ADM1: "District", "Округ";
    ABOUT_ADM1: "District, or the City of Belgrade.", "Округ или Град Београд.";
    COL_ADM1_CODE: "District code", "Шифра округа";
    ABOUT_ADM1_CODE: "Code of the district, ISO 3166-2.", "Шифра округа, ISO 3166-2.";
    COL_ADM2: "Municipality", "Општина";
    ABOUT_ADM2: "Municipality that the centre lies in.", "Општина у којој је центар.";
    COL_SITE: "Site", "Центар";
    ABOUT_SITE: "Name of the centre.", "Назив центра.";
    COL_SITE_CODE: "Site code", "Шифра центра";
    ABOUT_SITE_CODE: "Code of the centre.", "Шифра центра.";
    COL_SITE_TYPE: "Site type", "Врста центра";
    ABOUT_SITE_TYPE: "Kind of the centre on the day of the shift.", "Врста центра на дан смене.";
    COL_ORGANISATION: "Organisation", "Организација";
    ABOUT_ORGANISATION:
        "Organisation that runs the activity.",
        "Организација која спроводи активност.";
    COL_FUNDER: "Funder", "Финансијер";
    ABOUT_FUNDER: "Who pays for the project.", "Ко финансира пројекат.";
    COL_PROGRAMME: "Programme", "Програм";
    ABOUT_PROGRAMME: "Programme that the project belongs to.", "Програм коме пројекат припада.";
    COL_PROJECT: "Project", "Пројекат";
    ABOUT_PROJECT: "Name of the project.", "Назив пројекта.";
    COL_PROJECT_CODE: "Project code", "Шифра пројекта";
    ABOUT_PROJECT_CODE: "Code of the project.", "Шифра пројекта.";
    COL_WORKSHOP: "Workshop", "Радионица";
    ABOUT_WORKSHOP: "Name of the workshop.", "Назив радионице.";
    COL_WORKSHOP_CODE: "Workshop code", "Шифра радионице";
    ABOUT_WORKSHOP_CODE: "Code of the workshop.", "Шифра радионице.";
    COL_ACTIVITY: "Activity type", "Врста активности";
    ABOUT_ACTIVITY:
        "Kind of activity, such as carpentry or sports.",
        "Врста активности, на пример столарија или спорт.";
    COL_FACILITATORS: "Facilitators", "Водитељи";
    ABOUT_FACILITATORS: "How many facilitators; no names.", "Колико је водитеља; без имена.";
    COL_REGISTERED: "Registered", "Уписани";
    ABOUT_REGISTERED: "People enrolled before the shift began.", "Људи уписани пре почетка смене.";
    COL_CONTACTS: "Contacts", "Контакти";
    ABOUT_CONTACTS:
        "One person at one shift: enrolled people who came, walk-ins and counted people.",
        "Једна особа на једној смени: уписани који су дошли, дошли без уписа и пребројани.";
    COL_CONTACTS_FEMALE: "Contacts, female", "Контакти, женски пол";
    ABOUT_CONTACTS_FEMALE: "Contacts with women and girls.", "Контакти са женама и девојчицама.";
    COL_CONTACTS_MALE: "Contacts, male", "Контакти, мушки пол";
    ABOUT_CONTACTS_MALE: "Contacts with men and boys.", "Контакти са мушкарцима и дечацима.";
    COL_CONTACTS_OTHER: "Contacts, other sex", "Контакти, другачији пол";
    ABOUT_CONTACTS_OTHER:
        "Contacts with people of another sex.",
        "Контакти са особама другачијег пола.";
    COL_CONTACTS_SEX_UNKNOWN: "Contacts, sex not known", "Контакти, непознат пол";
    ABOUT_CONTACTS_SEX_UNKNOWN:
        "Contacts with people whose sex is not disclosed or not recorded.",
        "Контакти са особама чији пол није наведен или забележен.";
    COL_CONTACTS_CHILDREN: "Contacts, children", "Контакти, деца";
    ABOUT_CONTACTS_CHILDREN: "Contacts with people under 18.", "Контакти са млађима од 18 година.";
    COL_CONTACTS_ADULTS: "Contacts, adults", "Контакти, одрасли";
    ABOUT_CONTACTS_ADULTS:
        "Contacts with people of 18 and over.",
        "Контакти са особама од 18 и више година.";
    COL_CONTACTS_AGE_UNKNOWN: "Contacts, age not known", "Контакти, непознат узраст";
    ABOUT_CONTACTS_AGE_UNKNOWN:
        "Contacts with people whose age is not known.",
        "Контакти са особама чији узраст није познат.";
    COL_WALK_INS: "Walk-ins", "Дошли без уписа";
    ABOUT_WALK_INS:
        "People who came without being enrolled.",
        "Људи који су дошли, а нису били уписани.";
    COL_NO_SHOWS: "No-shows", "Нису дошли";
    ABOUT_NO_SHOWS:
        "People enrolled and marked as absent.",
        "Уписани за које је означено да нису ту.";
    COL_REPORTED: "Reported", "Евидентирано";
    ABOUT_REPORTED: "Day on which the shift was closed.", "Дан када је смена закључена.";
    COL_PIECES: "Pieces made", "Израђено комада";
    ABOUT_PIECES:
        "Pieces of all products made in the shift.",
        "Комади свих производа израђених у смени.";
    COL_REJECTED: "Rejected", "Неисправно";
    ABOUT_REJECTED:
        "Made and found to be no good, in the same unit; not among what was made.",
        "Израђено, али неисправно, у истој јединици; не рачуна се у израђено.";
    COL_SUPPRESSED: "Suppressed cells", "Скривене вредности";
    ABOUT_SUPPRESSED:
        "How many cells of the row are left empty to protect people.",
        "Колико је поља у реду изостављено ради заштите људи.";

    // Columns of the output production, as far as they are not above.
    COL_PERIOD_START: "Period start", "Почетак периода";
    ABOUT_PERIOD_START: "First day of the period.", "Први дан периода.";
    COL_PERIOD_END: "Period end", "Крај периода";
    ABOUT_PERIOD_END: "Last day of the period.", "Последњи дан периода.";
    COL_PRODUCT: "Product", "Производ";
    ABOUT_PRODUCT: "Name of the product.", "Назив производа.";
    COL_PRODUCT_CODE: "Product code", "Шифра производа";
    ABOUT_PRODUCT_CODE: "Code of the product.", "Шифра производа.";
    COL_UNIT: "Unit", "Јединица";
    ABOUT_UNIT: "Unit that the quantity is given in.", "Јединица у којој је дата количина.";
    COL_QUANTITY: "Quantity", "Количина";
    ABOUT_QUANTITY:
        "How much was made in the period; withdrawn entries do not count.",
        "Колико је израђено у периоду; повучени уноси се не рачунају.";
    COL_MATERIAL: "Material", "Материјал";
    ABOUT_MATERIAL: "Material that was used.", "Материјал који је утрошен.";
    COL_MATERIAL_UNIT: "Material unit", "Јединица материјала";
    ABOUT_MATERIAL_UNIT:
        "Unit that the material is measured in.",
        "Јединица у којој се мери материјал.";
    COL_MATERIAL_USED: "Material used", "Утрошено материјала";
    ABOUT_MATERIAL_USED: "How much of the material was used.", "Колико је материјала утрошено.";

    // Columns of the people reached, as far as they are not above.
    COL_PERSON_CODE: "Person code", "Шифра особе";
    ABOUT_PERSON_CODE:
        "Random code of the participant; it says nothing about the person.",
        "Насумична шифра учесника; не говори ништа о особи.";
    COL_SEX: "Sex", "Пол";
    ABOUT_SEX: "Sex of the participant as recorded.", "Пол учесника како је забележен.";
    COL_BAND: "Age band", "Узрасна група";
    ABOUT_BAND:
        "Age band at the first attendance in the period.",
        "Узрасна група при првом доласку у периоду.";

    // Columns of the summary, of participation and of who may drop out, as far as not above.
    COL_GROUP: "Group", "Група";
    ABOUT_GROUP:
        "What the row is split by: a code or a word.",
        "По чему је ред подељен: шифра или реч.";
    COL_PLANNED: "Shifts planned", "Планирано смена";
    ABOUT_PLANNED:
        "Shifts of the plan, whatever became of them.",
        "Смене из плана, без обзира на исход.";
    COL_HELD: "Shifts held", "Одржано смена";
    ABOUT_HELD:
        "Shifts that were closed, even with nobody there.",
        "Закључене смене, и оне на које нико није дошао.";
    COL_DID_NOT_HAPPEN: "Shifts that did not happen", "Неодржано смена";
    ABOUT_DID_NOT_HAPPEN: "Shifts that were called off.", "Смене које су отказане.";
    COL_NOT_LOGGED: "Shifts not logged", "Неевидентирано смена";
    ABOUT_NOT_LOGGED:
        "Shifts that are over and that nobody closed; their figures are missing here.",
        "Смене које су прошле, а нико их није закључио; њихови подаци овде недостају.";
    COL_HEADCOUNT: "Counted without a name", "Пребројано без имена";
    ABOUT_HEADCOUNT:
        "Contacts with people who were counted and not marked by name.",
        "Контакти са особама које су пребројане, а нису поименично означене.";
    COL_ATTENDED: "Registered who came", "Уписани који су дошли";
    ABOUT_ATTENDED:
        "Registered people who were present; by the number of registered people it is the attendance rate.",
        "Уписани који су били присутни; подељено бројем уписаних даје стопу присуства.";
    COL_PEOPLE: "Different people", "Различитих особа";
    ABOUT_PEOPLE:
        "Each counted once, however often they came; empty where some were counted without a name.",
        "Свако је рачунат једном, ма колико пута дошао; празно ако су неки само пребројани.";
    COL_PEOPLE_LEAST: "Different people, at least", "Различитих особа, најмање";
    ABOUT_PEOPLE_LEAST:
        "Those known by name, or everybody of the largest session.",
        "Особе познате поименично, или сви са највеће смене.";
    COL_PEOPLE_MOST: "Different people, at most", "Различитих особа, највише";
    ABOUT_PEOPLE_MOST:
        "Those known by name, and everybody who was counted.",
        "Особе познате поименично и сви који су пребројани.";
    COL_NEW_PEOPLE: "New people", "Нових особа";
    ABOUT_NEW_PEOPLE:
        "Known by name, and here for the first time ever as far as the filters look.",
        "Познате поименично, а дошле први пут уопште, у оквиру изабраних филтера.";
    COL_PEOPLE_BEFORE: "People of the period before", "Особа у претходном периоду";
    ABOUT_PEOPLE_BEFORE:
        "Different people, known by name, of the period before this one.",
        "Различите особе, познате поименично, из претходног периода.";
    COL_RETAINED: "Of them here again", "Од њих поново дошло";
    ABOUT_RETAINED:
        "Of the people of the period before, those who came again; by their number it is the retention.",
        "Од особа из претходног периода, оне које су поново дошле; подељено њиховим бројем даје задржавање.";
    COL_HOUSED: "Living here", "Станара";
    ABOUT_HOUSED:
        "How many of the group lived in the centre, by the last occupancy up to the end of the period.",
        "Колико је особа из групе живело у центру, према последњој попуњености до краја периода.";
    COL_HOUSED_ON: "Occupancy of", "Попуњеност на дан";
    ABOUT_HOUSED_ON: "The day of that occupancy.", "Дан те попуњености.";
    COL_HOUSED_AGE: "Its age in days", "Старост у данима";
    ABOUT_HOUSED_AGE:
        "Days between that day and the end of the period; after seven it measures nothing.",
        "Дана од тог дана до краја периода; после седам дана више ничему не служи.";
    COL_WAS_REGISTERED: "Enrolled before", "Уписан раније";
    ABOUT_WAS_REGISTERED:
        "1 for somebody who was enrolled before the start, 0 for a walk-in.",
        "1 за особу уписану пре почетка, 0 за долазак без уписа.";
    COL_PRESENCE: "Presence", "Долазак";
    ABOUT_PRESENCE:
        "Present, absent or not marked; not marked is not absent.",
        "Присутан, одсутан или неозначен; неозначен није исто што и одсутан.";
    COL_RISK: "Why", "Зашто";
    ABOUT_RISK:
        "Why the person may drop out of the workshop.",
        "Зашто би особа могла да одустане од радионице.";
    COL_DOUBT: "Reason", "Разлог";
    ABOUT_DOUBT: "Why the figure is doubted.", "Зашто је податак сумњив.";
    COL_VALUE: "Figure", "Податак";
    ABOUT_VALUE:
        "The doubted figure: pieces, marks or children.",
        "Сумњив податак: комади, ознаке или деца.";
    COL_USUAL: "Measured by", "Мерило";
    ABOUT_USUAL:
        "Shifts in a row, pieces that would be usual, or children who live in the centre.",
        "Узастопне смене, уобичајен број комада или деца која живе у центру.";
    COL_ACCEPTED: "Accepted", "Прихваћено";
    ABOUT_ACCEPTED:
        "The day on which somebody accepted the figure as it is.",
        "Дан када је неко прихватио податак такав какав је.";
    COL_SINCE: "Since", "Од дана";
    ABOUT_SINCE:
        "The first absence, the last day on which they came, or the day on which they began to wait.",
        "Први изостанак, последњи дан доласка или дан од ког чека.";
    COL_HOW_MANY: "Absences or days", "Изостанака или дана";
    ABOUT_HOW_MANY:
        "Absences in a row, or days without coming or of waiting.",
        "Узастопни изостанци, или дани без доласка, односно чекања.";
}

plurals! {
    ROWS_SHOWN: ["{n} row", "{n} rows"], ["{n} ред", "{n} реда", "{n} редова"];
}
