//! Signing in and out.

texts! {
    TITLE: "Sign in", "Пријава";
    INTRO:
        "Use the account that your coordinator gave you.",
        "Користите налог који сте добили од координатора.";
    USER_NAME: "User name", "Корисничко име";
    PASSWORD: "Password", "Лозинка";
    BUTTON: "Sign in", "Пријави ме";
    WRONG:
        "The user name or the password is wrong. Check both and try again.",
        "Корисничко име или лозинка нису тачни. Проверите и покушајте поново.";
    INCOMPLETE: "Enter your user name and your password.", "Унесите корисничко име и лозинку.";
    DISABLED:
        "This account is switched off. Ask your manager or the coordinator.",
        "Овај налог је искључен. Обратите се руководиоцу центра или координатору.";
    SESSION_ENDED:
        "You were signed out because some time has passed. Sign in again.",
        "Одјављени сте јер је прошло неко време. Пријавите се поново.";
    SIGNED_OUT: "You are signed out.", "Одјављени сте.";
    SIGN_OUT_ANYWAY: "Sign out anyway", "Ипак ме одјави";
    FORGOTTEN:
        "Forgotten your password? The coordinator can give you a new one.",
        "Заборавили сте лозинку? Нову вам може дати координатор.";
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
}
