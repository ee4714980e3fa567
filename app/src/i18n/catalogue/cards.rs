//! Activity cards.

texts! {
    TITLE: "Activity cards", "Картице за активности";
    INTRO:
        "A card names nobody: a picture and a colour that its holder knows, and a code that a scanner reads at the workshop.",
        "На картици нема имена: слика и боја које власник зна, и шифра коју читач чита на радионици.";
    ONE: "Activity card", "Картица за активности";
    NONE_HERE: "Nobody is enrolled in this workshop", "Нико није уписан у ову радионицу";
    ISSUED: "The cards are ready to be printed", "Картице су спремне за штампу";
    REPLACED: "There is a new card; the old one does not work any more", "Издата је нова картица; стара више не важи";
    ENDED: "The card does not work any more", "Картица више не важи";
    REPLACE: "Lost: a new card", "Изгубљена: нова картица";
    END: "End the card", "Укини картицу";
    NO_CARD: "No card", "Без картице";
    WORKS: "{code}: works", "{code}: важи";
    WORKS_NOT: "{code}: does not work any more", "{code}: више не важи";
    OPEN: "Issue, replace, print", "Издај, замени, штампај";
    PRINT_HINT:
        "Print this page in its own size, on stiff paper: eight cards a sheet, and behind them a list of whose they are.",
        "Одштампајте ову страницу у природној величини на тврђем папиру: осам картица на листу, а иза њих списак чије су.";
    WHOSE: "Whose cards these are", "Чије су ове картице";
    CARD: "Card", "Картица";
    QR: "Code of the card {code}", "Код картице {code}";
    SCAN: "Card or code", "Картица или шифра";
    UNKNOWN: "No card with this code, or one that was replaced", "Нема картице са овом шифром, или је замењена";
}

plurals! {
    ISSUE:
        ["Issue a card to the {n} person without one", "Issue cards to the {n} people without one"],
        [
            "Издај картицу за {n} особу која је нема",
            "Издај картице за {n} особе које их немају",
            "Издај картице за {n} особа које их немају"
        ];
}
