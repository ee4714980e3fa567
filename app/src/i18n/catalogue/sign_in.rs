//! Signing in and out.

texts! {
    TITLE: "Sign in", "Пријава";
    INTRO:
        "Use the account that your coordinator gave you.",
        "Користите налог који сте добили од координатора.";
    USER_NAME: "User name", "Корисничко име";
    PASSWORD: "Password", "Лозинка";
    SHOW_PASSWORD: "Show the password", "Прикажи лозинку";
    HIDE_PASSWORD: "Hide the password", "Сакриј лозинку";
    BUTTON: "Sign in", "Пријави ме";
    WORKING: "Signing in…", "Пријављивање…";
    WRONG:
        "The user name or the password is wrong. Check both and try again.",
        "Корисничко име или лозинка нису тачни. Проверите и покушајте поново.";
    INCOMPLETE: "Enter your user name and your password.", "Унесите корисничко име и лозинку.";
    MISSING_NAME: "Enter your user name.", "Унесите корисничко име.";
    MISSING_PASSWORD: "Enter your password.", "Унесите лозинку.";
    DISABLED:
        "This account is switched off. Ask your manager or the coordinator.",
        "Овај налог је искључен. Обратите се руководиоцу центра или координатору.";
    SESSION_ENDED:
        "You were signed out because some time has passed. Sign in again.",
        "Одјављени сте јер је прошло неко време. Пријавите се поново.";
    NOTHING_LOST:
        "What you entered on this tablet is kept and will be sent after you sign in.",
        "Оно што сте унели на овом таблету је сачувано и биће послато када се пријавите.";
    SIGNED_OUT: "You are signed out.", "Одјављени сте.";
    SIGN_OUT: "Sign out", "Одјава";
    SIGN_OUT_UNSENT_TITLE: "Not everything is sent yet", "Није још све послато";
    SIGN_OUT_ANYWAY: "Sign out anyway", "Ипак ме одјави";
    FORGOTTEN:
        "Forgotten your password? The coordinator can give you a new one.",
        "Заборавили сте лозинку? Нову вам може дати координатор.";
    DEMO_ACCOUNTS: "Accounts of the demonstration", "Налози за пробу";
    DEMO_NOTE:
        "These accounts open invented data only. Choose one:",
        "Ови налози отварају само измишљене податке. Изаберите један:";
}

plurals! {
    TOO_MANY:
        [
            "Too many tries. Wait {n} minute and try again.",
            "Too many tries. Wait {n} minutes and try again."
        ],
        [
            "Превише покушаја. Сачекајте {n} минут и покушајте поново.",
            "Превише покушаја. Сачекајте {n} минута и покушајте поново.",
            "Превише покушаја. Сачекајте {n} минута и покушајте поново."
        ];
    SIGN_OUT_UNSENT:
        [
            "{n} entry has not been sent from this tablet. It stays saved here until somebody signs in again.",
            "{n} entries have not been sent from this tablet. They stay saved here until somebody signs in again."
        ],
        [
            "Са овог таблета није послат {n} унос. Остаје сачуван овде док се неко поново не пријави.",
            "Са овог таблета нису послата {n} уноса. Остају сачувани овде док се неко поново не пријави.",
            "Са овог таблета није послато {n} уноса. Остају сачувани овде док се неко поново не пријави."
        ];
}
