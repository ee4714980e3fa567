//! Months and days of the week; [`mod@crate::i18n::format`] puts them together.

texts! {
    JANUARY: "January", "јануар", "يناير";
    FEBRUARY: "February", "фебруар", "فبراير";
    MARCH: "March", "март", "مارس";
    APRIL: "April", "април", "أبريل";
    MAY: "May", "мај", "مايو";
    JUNE: "June", "јун", "يونيو";
    JULY: "July", "јул", "يوليو";
    AUGUST: "August", "август", "أغسطس";
    SEPTEMBER: "September", "септембар", "سبتمبر";
    OCTOBER: "October", "октобар", "أكتوبر";
    NOVEMBER: "November", "новембар", "نوفمبر";
    DECEMBER: "December", "децембар", "ديسمبر";

    MONDAY: "Monday", "понедељак", "الاثنين";
    TUESDAY: "Tuesday", "уторак", "الثلاثاء";
    WEDNESDAY: "Wednesday", "среда", "الأربعاء";
    THURSDAY: "Thursday", "четвртак", "الخميس";
    FRIDAY: "Friday", "петак", "الجمعة";
    SATURDAY: "Saturday", "субота", "السبت";
    SUNDAY: "Sunday", "недеља", "الأحد";

    MON: "Mon", "пон", "اثنين";
    TUE: "Tue", "уто", "ثلاثاء";
    WED: "Wed", "сре", "أربعاء";
    THU: "Thu", "чет", "خميس";
    FRI: "Fri", "пет", "جمعة";
    SAT: "Sat", "суб", "سبت";
    SUN: "Sun", "нед", "أحد";
}

plurals! {}
