//! The frame around every page: head, navigation, foot, and the pages for when something is wrong.

texts! {
    PRODUCT: "Radionica", "Радионица";
    DESCRIPTION:
        "Attendance and output of workshops in reception and asylum centres.",
        "Присуство и учинак радионица у прихватним центрима и центрима за азил.";
    /// The title of a browser window.
    PAGE_TITLE: "{page} – Radionica", "{page} – Радионица";
    SKIP: "Skip to the content", "Пређи на садржај";
    NAVIGATION: "Main navigation", "Главна навигација";
    /// The pages above this one.
    CRUMBS: "You are here", "Овде сте";
    MENU: "Menu", "Мени";
    NAV_TABLET: "Tablet", "Таблет";
    NAV_CENTRES: "All centres", "Сви центри";
    NAV_REPORTS: "Reports", "Извештаји";
    SIGN_IN: "Sign in", "Пријава";
    SIGN_OUT: "Sign out", "Одјава";
    LANGUAGE: "Language", "Језик";
    FOOTER:
        "No export, log or address of this system names a person.",
        "Ниједан извоз, запис ни адреса овог система не садржи име особе.";
    FOOTER_TIME: "Days are those of Belgrade.", "Дани су по београдском времену.";
    ERROR_TITLE: "Something went wrong", "Нешто није у реду";
    ERROR_TEXT:
        "The page could not be shown. Nothing that you entered is lost. Try again; if it stays, tell your coordinator.",
        "Страница не може да се прикаже. Ништа што сте унели није изгубљено. Покушајте поново; ако се понови, јавите координатору.";
    NOT_FOUND_TITLE: "There is no such page", "Таква страница не постоји";
    NOT_FOUND_TEXT:
        "The address may be mistyped, or the page may have moved.",
        "Можда је адреса погрешно уписана или је страница премештена.";
    NO_ACCESS_TITLE: "This page is not open to you", "Ова страница вам није доступна";
    NO_ACCESS_TEXT:
        "Your account has no access to it. If you need it for your work, ask your coordinator.",
        "Ваш налог нема приступ. Ако вам је потребна за рад, обратите се координатору.";
    OFFLINE_TITLE: "No connection", "Нема везе";
    OFFLINE_TEXT:
        "This page needs a connection. The tablet page works without one.",
        "За ову страницу је потребна веза. Страница за таблет ради и без ње.";
    TO_START: "To the start page", "На почетну страницу";
    NO_SCRIPT:
        "This page works without JavaScript, but the tablet page needs it. Switch it on in the browser.",
        "Ова страница ради и без скрипти, али су за страницу за таблет потребне. Укључите их у прегледачу.";

    /// At the desk, when the network is lost.
    OFFLINE: "No connection to the server.", "Нема везе са сервером.";
    OFFLINE_STAYS:
        "The page stays as it was last. It goes on by itself when the connection is back.",
        "Страница остаје каква је последња била. Наставиће сама када се веза врати.";
}

plurals! {
    REVIEW_BADGE:
        ["{n} entry to review", "{n} entries to review"],
        ["{n} унос за проверу", "{n} уноса за проверу", "{n} уноса за проверу"];
}
