//! The coordinator's page over all centres.

texts! {
    TITLE: "All centres", "Сви центри";
    INTRO: "How the centres stand on {date}.", "Стање у центрима на дан {date}";
    KIND: "Kind", "Врста";
    STATUS: "Status", "Статус";
    CAPACITY: "Capacity", "Капацитет";
    OCCUPANCY: "People housed", "Број смештених";
    OCCUPANCY_RATE: "Occupancy", "Попуњеност";
    OCCUPANCY_LAST: "{n} on {date}", "{n} ({date})";
    NOT_LOGGED: "Not logged", "Нису евидентиране";
    CLOSED_SINCE: "Closed since {date}", "Затворен од {date}";
    /// Since when each value holds, and where it is known from.
    SOURCES: "Sources", "Извори";
    VALUE_SINCE: "{value} since {date}", "{value} од {date}";
    VALUE_SOURCE: "{value} ({source})", "{value} ({source})";
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
}
