//! The coordinator's page over all centres.

texts! {
    TITLE: "All centres", "Сви центри", "كل المراكز";
    INTRO:
        "How the centres stand on {date}.",
        "Стање у центрима на дан {date}",
        "وضع المراكز في {date}.";
    KIND: "Kind", "Врста", "النوع";
    STATUS: "Status", "Статус", "الحالة";
    CAPACITY: "Capacity", "Капацитет", "السعة";
    OCCUPANCY: "People housed", "Број смештених", "عدد المقيمين";
    OCCUPANCY_RATE: "Occupancy", "Попуњеност", "نسبة الإشغال";
    OCCUPANCY_LAST: "{n} on {date}", "{n} ({date})", "{n} في {date}";
    SIDE_BY_SIDE: "Side by side: {month}", "Упоредо: {month}", "جنبًا إلى جنب: {month}";
    NEVER_CHECKED:
        "The journal was not checked yet: the server does it by itself at night.",
        "Дневник још није проверен: сервер то ради сам ноћу.",
        "لم يُفحص سجل العمليات بعد: يفحصه الخادم تلقائيًا ليلًا.";
    CHECKED:
        "Checked on {date}: all {n} entries agree with the tables.",
        "Провера ({date}): свих {n} уноса слаже се са табелама.",
        "فُحص في {date}: كل الإدخالات ({n}) مطابقة للجداول.";
    CHECK_FAILED:
        "Checked on {date}: {n} rows or entries do not agree. Stop the server, keep this database and restore the last backup.",
        "Провера ({date}): не слаже се редова или уноса: {n}. Зауставите сервер, сачувајте ову базу и вратите последњу резервну копију.",
        "فُحص في {date}: صفوف أو إدخالات غير مطابقة: {n}. يرجى إيقاف الخادم وحفظ قاعدة البيانات هذه واستعادة آخر نسخة احتياطية.";
    NEVER_BACKED_UP:
        "No backup was made yet: run radionica backup.",
        "Резервна копија још није направљена: на серверу покрените команду за резервну копију.",
        "لم تُنشأ نسخة احتياطية بعد: يرجى تشغيل أمر النسخ الاحتياطي على الخادم.";
    BACKED_UP:
        "Last backup on {date}; entries since: {n}.",
        "Последња резервна копија: {date}; после ње унето: {n}.",
        "آخر نسخة احتياطية في {date}؛ الإدخالات بعدها: {n}.";
    NOT_LOGGED: "Not logged", "Нису евидентиране", "غير مسجّلة";
    CLOSED_SINCE: "Closed since {date}", "Затворен од {date}", "مغلق منذ {date}";
    /// Since when each value holds, and where it is known from.
    SOURCES: "Sources", "Извори", "المصادر";
    VALUE_SINCE: "{value} since {date}", "{value} од {date}", "{value} منذ {date}";
    VALUE_SOURCE: "{value} ({source})", "{value} ({source})", "{value} ({source})";
    NONE:
        "You have access to no centre yet.",
        "Још немате приступ ниједном центру.",
        "لا توجد بعد صلاحية وصول إلى أي مركز.";

    /// The pages of a centre, by what one goes there for.
    PAGES_WORK: "Work", "Рад", "العمل";
    PAGES_PEOPLE: "People", "Људи", "الأشخاص";
    PAGES_FIGURES: "Figures", "Подаци", "الأرقام";
    PAGES_CENTRE: "The centre", "О центру", "عن المركز";
}

plurals! {
    CAPACITY_PLACES:
        ["{n} place", "{n} places"],
        ["{n} место", "{n} места", "{n} места"],
        ["لا أماكن", "مكان واحد", "مكانان", "{n} أماكن", "{n} مكانًا", "{n} مكان"];
}
