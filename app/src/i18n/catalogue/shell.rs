//! The frame around every page: head, navigation, foot, and the pages for when something is wrong.

texts! {
    PRODUCT: "Radionica", "Радионица", "راديونيتسا";
    DESCRIPTION:
        "Attendance and output of workshops in reception and asylum centres.",
        "Присуство и учинак радионица у прихватним центрима и центрима за азил.",
        "الحضور والإنتاج في ورش مراكز الاستقبال ومراكز اللجوء.";
    /// The title of a browser window.
    PAGE_TITLE: "{page} – Radionica", "{page} – Радионица", "{page} – راديونيتسا";
    SKIP: "Skip to the content", "Пређи на садржај", "الانتقال إلى المحتوى";
    NAVIGATION: "Main navigation", "Главна навигација", "التنقل الرئيسي";
    /// The pages above this one.
    CRUMBS: "You are here", "Овде сте", "مسار الصفحة";
    MENU: "Menu", "Мени", "القائمة";
    NAV_TABLET: "Tablet", "Таблет", "الجهاز اللوحي";
    NAV_CENTRES: "All centres", "Сви центри", "كل المراكز";
    NAV_REPORTS: "Reports", "Извештаји", "التقارير";
    SIGN_IN: "Sign in", "Пријава", "تسجيل الدخول";
    SIGN_OUT: "Sign out", "Одјава", "تسجيل الخروج";
    LANGUAGE: "Language", "Језик", "اللغة";
    FOOTER:
        "No export, log or address of this system names a person.",
        "Ниједан извоз, запис ни адреса овог система не садржи име особе.",
        "لا يرد اسم أي شخص في أي تصدير أو سجل أو عنوان في هذا النظام.";
    FOOTER_TIME:
        "Days are those of Belgrade.",
        "Дани су по београдском времену.",
        "الأيام محسوبة بتوقيت بلغراد.";
    ERROR_TITLE: "Something went wrong", "Нешто није у реду", "حدث خطأ";
    ERROR_TEXT:
        "The page could not be shown. Nothing that you entered is lost. Try again; if it stays, tell your coordinator.",
        "Страница не може да се прикаже. Ништа што сте унели није изгубљено. Покушајте поново; ако се понови, јавите координатору.",
        "تعذّر عرض الصفحة. لم يُفقد أي شيء مما أُدخل. يرجى إعادة المحاولة؛ وإذا تكرر الخطأ فيرجى إبلاغ المنسّق.";
    NOT_FOUND_TITLE: "There is no such page", "Таква страница не постоји", "لا توجد صفحة كهذه";
    NOT_FOUND_TEXT:
        "The address may be mistyped, or the page may have moved.",
        "Можда је адреса погрешно уписана или је страница премештена.",
        "ربما كُتب العنوان خطأً أو نُقلت الصفحة.";
    NO_ACCESS_TITLE:
        "This page is not open to you",
        "Ова страница вам није доступна",
        "هذه الصفحة غير متاحة لهذا الحساب";
    NO_ACCESS_TEXT:
        "Your account has no access to it. If you need it for your work, ask your coordinator.",
        "Ваш налог нема приступ. Ако вам је потребна за рад, обратите се координатору.",
        "لا يملك هذا الحساب صلاحية الوصول إليها. إذا كانت لازمة للعمل فيرجى التواصل مع المنسّق.";
    OFFLINE_TITLE: "No connection", "Нема везе", "لا يوجد اتصال";
    OFFLINE_TEXT:
        "This page needs a connection. The tablet page works without one.",
        "За ову страницу је потребна веза. Страница за таблет ради и без ње.",
        "تحتاج هذه الصفحة إلى اتصال. صفحة الجهاز اللوحي تعمل دون اتصال.";
    TO_START: "To the start page", "На почетну страницу", "إلى صفحة البداية";
    NO_SCRIPT:
        "This page works without JavaScript, but the tablet page needs it. Switch it on in the browser.",
        "Ова страница ради и без скрипти, али су за страницу за таблет потребне. Укључите их у прегледачу.",
        "تعمل هذه الصفحة دون برامج نصية، لكن صفحة الجهاز اللوحي تحتاج إليها. يرجى تفعيلها في المتصفح.";

    /// At the desk, when the network is lost.
    OFFLINE: "No connection to the server.", "Нема везе са сервером.", "لا يوجد اتصال بالخادم.";
    OFFLINE_STAYS:
        "The page stays as it was last. It goes on by itself when the connection is back.",
        "Страница остаје каква је последња била. Наставиће сама када се веза врати.",
        "تبقى الصفحة على آخر حال لها. وتتابع العمل تلقائيًا عند عودة الاتصال.";
}

plurals! {
    REVIEW_BADGE:
        ["{n} entry to review", "{n} entries to review"],
        ["{n} унос за проверу", "{n} уноса за проверу", "{n} уноса за проверу"],
        [
            "لا إدخالات للمراجعة",
            "إدخال واحد للمراجعة",
            "إدخالان للمراجعة",
            "{n} إدخالات للمراجعة",
            "{n} إدخالًا للمراجعة",
            "{n} إدخال للمراجعة",
        ];
}
