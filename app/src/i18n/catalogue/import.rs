//! Taking files in.

texts! {
    TITLE: "Import", "Увоз";
    INTRO:
        "Lists that were kept elsewhere. A file is read and checked first; nothing changes before you say so.",
        "Спискови који су вођени негде другде. Датотека се прво чита и проверава; ништа се не мења док то не кажете.";
    WHAT: "What stands in a row", "Шта стоји у једном реду";
    PEOPLE: "A person", "Особа";
    PEOPLE_NEEDS: "Whatever is known of them: no column is needed.", "Шта год се о њој зна: ниједна колона није обавезна.";
    ENROLMENTS: "An enrolment in a workshop", "Упис у радионицу";
    ENROLMENTS_NEEDS:
        "Who (code, number in your list, or alias) and the workshop.",
        "Ко (шифра, број у вашем списку или надимак) и радионица.";
    OCCUPANCY: "A day’s occupancy of the centre", "Број људи у центру једног дана";
    OCCUPANCY_NEEDS: "The date, and how many people.", "Датум и број људи.";
    ATTENDANCE: "Somebody’s attendance in the past", "Нечије присуство у прошлости";
    ATTENDANCE_NEEDS: "Who, the workshop, and the date.", "Ко, радионица и датум.";
    FILE: "File", "Датотека";
    FILE_HINT:
        "CSV or text in any encoding, or XLSX; at most 50,000 rows and 16 MB.",
        "CSV или текст у било ком кодирању, или XLSX; највише 50.000 редова и 16 MB.";
    READ: "Read the file", "Прочитај датотеку";
    WAITS: "The file {file} waits here", "Датотека {file} чека овде";
    CONTINUE: "Go on with it", "Настави са њом";
    GONE:
        "This file does not wait here any more. Bring it again.",
        "Ова датотека више не чека овде. Донесите је поново.";
    TWICE:
        "Two columns cannot both hold this: {field}. Choose one of them.",
        "Две колоне не могу да садрже исто: {field}. Изаберите једну.";
    EMPTY: "The file is empty, or has nothing below its headings.", "Датотека је празна или нема ништа испод заглавља.";
    FORMAT:
        "The file is neither text nor a workbook. Save it as XLSX or CSV.",
        "Датотека није ни текст ни радна свеска. Сачувајте је као XLSX или CSV.";
    TOO_LARGE:
        "The file is too large: at most 50,000 rows, 200 columns and 16 MB. Divide it.",
        "Датотека је превелика: највише 50.000 редова, 200 колона и 16 MB. Поделите је.";
    COLUMNS: "What the columns hold", "Шта колоне садрже";
    COLUMN: "Column", "Колона";
    COLUMN_NUMBER: "Column {n}", "Колона {n}";
    EXAMPLES: "Examples", "Примери";
    HOLDS: "Holds", "Садржи";
    HOLDS_HEARD: "{heading} holds", "{heading} садржи";
    NOTHING: "nothing that is taken in", "ништа што се увози";
    CHECK: "Check the file", "Провери датотеку";
    CHECK_HINT: "Every row is checked; nothing is written.", "Проверава се сваки ред; ништа се не уписује.";
    DAY_ORDER: "Dates such as 01/02/2021", "Датуми као 01/02/2021";
    DAY_FIRST: "the day stands first", "дан стоји први";
    MONTH_FIRST: "the month stands first", "месец стоји први";
    TOLD_ON: "Ages are as of", "Узраст важи на дан";
    WORKSHOP_FOR_ALL: "Workshop", "Радионица";
    BY_COLUMN: "as the column says", "како каже колона";
    FROM_FOR_ALL: "Enrolled from, where no column says", "Уписани од, где колона не каже";
    FULL: "Where no place is left", "Где нема више места";
    FULL_STOPS: "it is a problem of the row", "то је проблем реда";
    NO_REFERENCE:
        "No column holds the number by which your list knows a person. A row that is changed later counts as somebody else then.",
        "Ниједна колона не садржи број под којим ваш списак води особу. Ред који се касније промени тада важи као неко други.";
    ATTENDANCE_CLOSES:
        "A shift that is not on the plan is added where the row says when it began. Open shifts of the past are closed behind their marks.",
        "Смена која није у плану додаје се где ред каже када је почела. Отворене прошле смене затварају се после уноса.";
    READING: "How the file is read", "Како се датотека чита";
    READ_AGAIN: "Read it like this", "Прочитај је овако";
    DISCARD: "Put the file away", "Склони датотеку";
    ENCODING: "Encoding", "Кодирање";
    SEPARATOR: "Between the cells", "Између поља";
    COMMA: "comma", "зарез";
    SEMICOLON: "semicolon", "тачка-зарез";
    TAB: "tab", "табулатор";
    BAR: "vertical bar", "усправна црта";
    SHEET: "Sheet", "Лист";
    HEADING_ROW: "Row of the headings", "Ред са заглављима";
    CHECKING: "The file is being checked", "Датотека се проверава";
    WRITING: "The file is being taken in", "Датотека се увози";
    WORKING_HINT:
        "You can leave this page: the work goes on.",
        "Можете да напустите ову страницу: посао се наставља.";
    LOOK_AGAIN: "Look how far it is", "Погледај докле је стигло";
    ALL_FITS: "Nothing is wrong in this file", "У овој датотеци ништа није погрешно";
    NOTHING_NEW: "This file changes nothing: everything is here already", "Ова датотека ништа не мења: све је већ ту";
    PROBLEMS_TITLE: "Problems", "Проблеми";
    PROBLEMS_HINT:
        "Nothing was written. Mend these rows in the file and bring it again, or change below what the columns hold.",
        "Ништа није уписано. Исправите ове редове у датотеци и донесите је поново, или доле промените шта колоне садрже.";
    FIRST_ONLY: "The first {n} are shown; the file has all of them.", "Приказано је првих {n}; у датотеци су сви.";
    DOWNLOAD: "Download the problems", "Преузми проблеме";
    ROW: "Row", "Ред";
    VALUE: "What stands there", "Шта тамо стоји";
    TROUBLE: "What is wrong", "Шта није у реду";
    NO_VALUE: "–", "–";
    DONE: "The file was taken in", "Датотека је увезена";
    SEE: "See what is here now", "Погледај шта је сада овде";
    ANOTHER: "Another file", "Друга датотека";

    FIELD_REFERENCE: "Number in your list", "Број у вашем списку";
    FIELD_CODE: "Code of Radionica", "Шифра Радионице";
    FIELD_BIRTH_YEAR: "Year of birth", "Година рођења";
    FIELD_AGE: "Age in years", "Узраст у годинама";
    FIELD_AGE_ON: "Day on which the age was told", "Дан када је узраст речен";
    FIELD_ARRIVAL: "Day of arrival", "Дан доласка";
    FIELD_DEPARTURE: "Day of departure", "Дан одласка";
    FIELD_FROM: "First day", "Први дан";
    FIELD_TO: "Last day", "Последњи дан";
    FIELD_DAY: "Date", "Датум";
    FIELD_START: "Beginning of the shift", "Почетак смене";
    FIELD_MINUTES: "Length in minutes", "Трајање у минутима";
    FIELD_PRESENCE: "Present or absent", "Присуство или одсуство";
    FIELD_TOTAL: "Everybody", "Сви";
    FIELD_CELL: "{sex}, {band}", "{sex}, {band}";

    MISSING: "Nothing stands here, and it is needed", "Овде ништа не стоји, а потребно је";
    TOO_MANY_CELLS: "The row has more cells than there are headings", "Ред има више поља него што има заглавља";
    LETTERS: "Letters that cannot be read: choose another encoding", "Слова која не могу да се прочитају: изаберите друго кодирање";
    NO_DAY: "This is no date", "Ово није датум";
    SHORT_YEAR: "Write the year with four digits", "Напишите годину са четири цифре";
    NO_TIME: "This is no time of day", "Ово није време у дану";
    NO_NUMBER: "This is no whole number", "Ово није цео број";
    NO_WORD: "This word is not known here", "Ова реч овде није позната";
    NO_COUNTRY: "This is no country", "Ово није држава";
    NO_LANGUAGE: "This language is not known", "Овај језик није познат";
    NO_CODE: "This is no code, or one with a mistake", "Ово није шифра, или је са грешком";
    NOBODY: "Nobody here is called that", "Овде се нико не зове тако";
    SEVERAL: "More than one person here is called that: use the code", "Више особа овде се зове тако: употребите шифру";
    ELSEWHERE: "This person lives in another centre", "Ова особа живи у другом центру";
    ERASED: "This person was erased: take the row out", "Ова особа је избрисана: уклоните ред";
    SAME_AS: "The same as row {row}", "Исто као ред {row}";
    AGES_DIFFER: "Age, year and date of birth do not fit together", "Узраст, година и датум рођења се не слажу";
    REVERSED: "The last day is before the first", "Последњи дан је пре првог";
    NO_WORKSHOP: "There is no such workshop in this centre", "У овом центру нема такве радионице";
    NO_PLACE: "No place is left in this workshop", "У овој радионици нема више места";
    NO_SHIFT: "There is no shift on this day: say when it began", "Тог дана нема смене: наведите када је почела";
    WHICH_SHIFT: "There are several shifts on this day: say when it began", "Тог дана има више смена: наведите када је почела";
    SHIFT_CLOSED: "The shift is closed and says otherwise: correct it there", "Смена је затворена и каже другачије: исправите тамо";
    DID_NOT_HAPPEN: "This shift did not happen", "Ова смена није одржана";
    TO_COME: "This day is to come", "Овај дан тек долази";
}

plurals! {
    ROWS: ["{n} row", "{n} rows"], ["{n} ред", "{n} реда", "{n} редова"];
    NEW: ["{n} new", "{n} new"], ["{n} нови", "{n} нова", "{n} нових"];
    CHANGED: ["{n} changed", "{n} changed"], ["{n} измењен", "{n} измењена", "{n} измењених"];
    SAME: ["{n} as it is", "{n} as they are"], ["{n} без промене", "{n} без промене", "{n} без промене"];
    WRITE:
        ["Take in this {n} row", "Take in these {n} rows"],
        ["Увези овај {n} ред", "Увези ова {n} реда", "Увези ових {n} редова"];
    PROBLEMS:
        ["{n} problem was found", "{n} problems were found"],
        ["Пронађен је {n} проблем", "Пронађена су {n} проблема", "Пронађено је {n} проблема"];
}
