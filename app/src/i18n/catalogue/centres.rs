//! The coordinator's page over all centres.

texts! {
    TITLE: "All centres", "Сви центри";
    INTRO: "How the centres stand on {date}.", "Стање у центрима на дан {date}";
    CENTRE: "Centre", "Центар";
    PLACE: "Place", "Место";
    KIND: "Kind", "Врста";
    STATUS: "Status", "Статус";
    CAPACITY: "Capacity", "Капацитет";
    /// Where a capacity comes from: every one has a source and a year.
    CAPACITY_SOURCE: "{capacity} ({source}, {year})", "{capacity} ({source}, {year}.)";
    CAPACITY_SINCE: "since {date}", "од {date}";
    CAPACITY_UNKNOWN: "not known", "непознат";
    OCCUPANCY: "People housed", "Број смештених";
    OCCUPANCY_RATE: "Occupancy", "Попуњеност";
    OCCUPANCY_NOT_ENTERED: "not entered for this day", "није унето за овај дан";
    OCCUPANCY_LAST: "{n} on {date}", "{n} ({date})";
    OVER_CAPACITY: "above capacity", "изнад капацитета";
    WORKSHOPS: "Workshops", "Радионице";
    SHIFTS_TODAY: "Shifts today", "Смене данас";
    NOT_LOGGED: "Not logged", "Нису евидентиране";
    CLOSED_SINCE: "Closed since {date}", "Затворен од {date}";
    KIND_SINCE: "{kind} since {date}", "{kind} од {date}";
    /// Since when each value holds, and where it is known from.
    SOURCES: "Sources", "Извори";
    VALUE_SINCE: "{value} since {date}", "{value} од {date}";
    VALUE_SOURCE: "{value} ({source})", "{value} ({source})";
    TO_DASHBOARD: "Open the centre", "Отвори центар";
    TO_TABLET: "Shifts on the tablet", "Смене на таблету";
    TO_REPORT: "Reports of the centre", "Извештаји центра";
    SHOW_CLOSED: "Show closed centres too", "Прикажи и затворене центре";
    NONE: "You have access to no centre yet.", "Још немате приступ ниједном центру.";

    /// The pages of a centre, by what one goes there for.
    PAGES_WORK: "Work", "Рад";
    PAGES_PEOPLE: "People", "Људи";
    PAGES_FIGURES: "Figures", "Подаци";
    PAGES_CENTRE: "The centre", "О центру";
}

plurals! {
    CAPACITY_PLACES:
        ["{n} place", "{n} places"],
        ["{n} место", "{n} места", "{n} места"];
    OPEN_CENTRES:
        ["{n} open centre", "{n} open centres"],
        ["{n} отворен центар", "{n} отворена центра", "{n} отворених центара"];
}
