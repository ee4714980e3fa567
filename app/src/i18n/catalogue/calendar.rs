//! Months and days of the week; [`mod@crate::i18n::format`] puts them together.

texts! {
    JANUARY: "January", "јануар";
    FEBRUARY: "February", "фебруар";
    MARCH: "March", "март";
    APRIL: "April", "април";
    MAY: "May", "мај";
    JUNE: "June", "јун";
    JULY: "July", "јул";
    AUGUST: "August", "август";
    SEPTEMBER: "September", "септембар";
    OCTOBER: "October", "октобар";
    NOVEMBER: "November", "новембар";
    DECEMBER: "December", "децембар";

    MONDAY: "Monday", "понедељак";
    TUESDAY: "Tuesday", "уторак";
    WEDNESDAY: "Wednesday", "среда";
    THURSDAY: "Thursday", "четвртак";
    FRIDAY: "Friday", "петак";
    SATURDAY: "Saturday", "субота";
    SUNDAY: "Sunday", "недеља";

    MON: "Mon", "пон";
    TUE: "Tue", "уто";
    WED: "Wed", "сре";
    THU: "Thu", "чет";
    FRI: "Fri", "пет";
    SAT: "Sat", "суб";
    SUN: "Sun", "нед";
}

plurals! {}
