//! Words that every page uses.

texts! {
    SAVE: "Save", "Сачувај";
    ADD: "Add", "Додај";
    CHANGE: "Change", "Измени";
    CANCEL: "Cancel", "Откажи";
    CLOSE_DIALOG: "Close", "Затвори";
    BACK: "Back", "Назад";
    NEXT: "Next", "Даље";
    CONFIRM: "Confirm", "Потврди";
    YES: "Yes", "Да";
    NO: "No", "Не";
    SEARCH: "Search", "Претрага";
    SHOW: "Show", "Прикажи";
    SHOW_MORE: "Show more", "Прикажи још";
    HIDE: "Hide", "Сакриј";
    DETAILS: "Details", "Детаљи";
    ALL_OPTION: "All", "Све";
    TRY_AGAIN: "Try again", "Покушај поново";
    RELOAD: "Reload the page", "Учитај страницу поново";
    LOADING: "Loading…", "Учитава се…";
    LOAD_FAILED:
        "This could not be loaded. Check the connection and try again.",
        "Учитавање није успело. Проверите везу и покушајте поново.";
    COMMAND_LINE: "command line", "командна линија";
    ENTERED: "Entered", "Унето";
    ENTERED_BY: "{who}, {when}", "{who}, {when}";
    EARLIER_MONTH: "Earlier month", "Претходни месец";
    LATER_MONTH: "Later month", "Следећи месец";
    SAVED: "Saved", "Сачувано";
    NOT_SAVED:
        "This was not saved. Correct what is marked and save again.",
        "Није сачувано. Исправите означено и сачувајте поново.";
    NOTHING_HERE: "Nothing here yet", "Овде још нема ничега";
    OPTIONAL: "optional", "није обавезно";
    REQUIRED: "required", "обавезно";
    NOT_KNOWN: "not known", "непознато";
    /// In place of a figure that cannot be given; the reason stands beside it.
    NO_FIGURE: "no figure", "нема податка";
    TOTAL: "Total", "Укупно";
    TODAY: "Today", "Данас";
    YESTERDAY: "Yesterday", "Јуче";
    TOMORROW: "Tomorrow", "Сутра";
    DAY: "Day", "Дан";
    WEEK: "Week", "Недеља";
    MONTH: "Month", "Месец";
    YEAR: "Year", "Година";
    DATE: "Date", "Датум";
    TIME: "Time", "Време";
    FROM: "From", "Од";
    TO: "To", "До";
    PERIOD: "Period", "Период";
    CENTRE: "Centre", "Центар";
    WORKSHOP: "Workshop", "Радионица";
    SHIFT: "Shift", "Смена";
    FACILITATOR: "Facilitator", "Водитељ";
    PARTICIPANT: "Participant", "Учесник";
    PRODUCT: "Product", "Производ";
    /// Pieces that are no good.
    REJECTED: "Rejected", "Неисправно";
    PROJECT: "Project", "Пројекат";
    INDICATOR: "Indicator", "Показатељ";
    TARGET: "Target", "Циљ";
    ATTENDANCE: "Attendance", "Присуство";
    ATTENDANCE_RATE: "Attendance rate", "Стопа присуства";
    CONTACT: "Contact", "Контакт";
    INDIVIDUALS_REACHED: "Individuals reached", "Обухваћене особе";
    WALK_INS: "Walk-ins", "Дошли без уписа";
    HEADCOUNT: "Headcount", "Пребројани";
    OCCUPANCY: "Occupancy", "Попуњеност";
    PEOPLE_HOUSED: "People housed", "Број смештених";
    BASELINE: "Baseline", "Полазна вредност";
    STATUS: "Status", "Статус";
    QUANTITY: "Quantity", "Количина";
    UNIT: "Unit", "Јединица";
    SOURCE: "Source", "Извор";
    /// The source of a figure: a document or an office, with the year.
    SOURCE_YEAR: "Source: {source}, {year}", "Извор: {source}, {year}.";
    NAME: "Name", "Назив";
    CODE: "Code", "Шифра";
    REASON: "Reason", "Разлог";
    REMARK: "Remark", "Напомена";
    /// A rate with what it was computed from.
    RATE: "{percent} ({part} of {whole})", "{percent} ({part} од {whole})";
    /// A part with its whole.
    OF: "{part} of {whole}", "{part} од {whole}";
    /// Two parts of a heading, both as they are: a workshop and its centre, a day and a time.
    PAIR: "{first} · {second}", "{first} · {second}";
    /// A label and its value on one line.
    LABELLED: "{label}: {value}", "{label}: {value}";
    /// A span of values, for instance of an estimate.
    RANGE: "{min}–{max}", "{min}–{max}";
    LAST_CHANGED: "Last changed: {when}", "Последња измена: {when}";
    SORTED_UP: "sorted upwards", "поређано растуће";
    SORTED_DOWN: "sorted downwards", "поређано опадајуће";
    SORT_BY: "Sort by: {column}", "Поређај по: {column}";
    CHART_TABLE: "The chart as a table", "Графикон као табела";
    OPENS_NEW_WINDOW: "opens in a new window", "отвара се у новом прозору";
}

plurals! {
    DAYS: ["{n} day", "{n} days"], ["{n} дан", "{n} дана", "{n} дана"];
    HOURS: ["{n} hour", "{n} hours"], ["{n} сат", "{n} сата", "{n} сати"];
    MINUTES: ["{n} minute", "{n} minutes"], ["{n} минут", "{n} минута", "{n} минута"];
    SECONDS: ["{n} second", "{n} seconds"], ["{n} секунда", "{n} секунде", "{n} секунди"];
    PEOPLE: ["{n} person", "{n} people"], ["{n} особа", "{n} особе", "{n} особа"];
    DIFFERENT_PEOPLE:
        ["{n} person", "{n} different people"],
        ["{n} особа", "{n} различите особе", "{n} различитих особа"];
    CONTACTS:
        ["{n} contact", "{n} contacts"],
        ["{n} контакт", "{n} контакта", "{n} контаката"];
    SHIFTS: ["{n} shift", "{n} shifts"], ["{n} смена", "{n} смене", "{n} смена"];
    WORKSHOPS:
        ["{n} workshop", "{n} workshops"],
        ["{n} радионица", "{n} радионице", "{n} радионица"];
    CENTRES: ["{n} centre", "{n} centres"], ["{n} центар", "{n} центра", "{n} центара"];
    PLACES: ["{n} place", "{n} places"], ["{n} место", "{n} места", "{n} места"];
    ENTRIES: ["{n} entry", "{n} entries"], ["{n} унос", "{n} уноса", "{n} уноса"];
    ROWS: ["{n} row", "{n} rows"], ["{n} ред", "{n} реда", "{n} редова"];
    RESULTS: ["{n} result", "{n} results"], ["{n} резултат", "{n} резултата", "{n} резултата"];
}
