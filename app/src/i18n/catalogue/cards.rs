//! Activity cards.

texts! {
    TITLE: "Activity cards", "Картице за активности", "بطاقات الأنشطة";
    INTRO:
        "A card names nobody: a picture and a colour that its holder knows, and a code that a scanner reads at the workshop.",
        "На картици нема имена: слика и боја које власник зна, и шифра коју читач чита на радионици.",
        "لا تحمل البطاقة أي اسم: صورة ولون معروفان لدى حاملها، ورمز يقرؤه قارئ الرموز في الورشة.";
    ONE: "Activity card", "Картица за активности", "بطاقة الأنشطة";
    NONE_HERE:
        "Nobody is enrolled in this workshop",
        "Нико није уписан у ову радионицу",
        "لا أحد مقيّد في هذه الورشة";
    ISSUED:
        "The cards are ready to be printed",
        "Картице су спремне за штампу",
        "البطاقات جاهزة للطباعة";
    REPLACED:
        "There is a new card; the old one does not work any more",
        "Издата је нова картица; стара више не важи",
        "صدرت بطاقة جديدة؛ البطاقة القديمة لم تعد صالحة";
    ENDED: "The card does not work any more", "Картица више не важи", "البطاقة لم تعد صالحة";
    REPLACE: "Lost: a new card", "Изгубљена: нова картица", "مفقودة: بطاقة جديدة";
    END: "End the card", "Укини картицу", "إنهاء البطاقة";
    NO_CARD: "No card", "Без картице", "لا توجد بطاقة";
    WORKS: "{code}: works", "{code}: важи", "{code}: صالحة";
    WORKS_NOT: "{code}: does not work any more", "{code}: више не важи", "{code}: لم تعد صالحة";
    OPEN: "Issue, replace, print", "Издај, замени, штампај", "إصدار، استبدال، طباعة";
    PRINT_HINT:
        "Print this page in its own size, on stiff paper: eight cards a sheet, and behind them a list of whose they are.",
        "Одштампајте ову страницу у природној величини на тврђем папиру: осам картица на листу, а иза њих списак чије су.",
        "يرجى طباعة هذه الصفحة بحجمها الأصلي على ورق مقوّى: ثماني بطاقات في الورقة، وبعدها قائمة بأصحابها.";
    WHOSE: "Whose cards these are", "Чије су ове картице", "أصحاب هذه البطاقات";
    CARD: "Card", "Картица", "البطاقة";
    QR: "Code of the card {code}", "Код картице {code}", "رمز البطاقة {code}";
    SCAN: "Card or code", "Картица или шифра", "بطاقة أو رمز";
    UNKNOWN:
        "No card with this code, or one that was replaced",
        "Нема картице са овом шифром, или је замењена",
        "لا توجد بطاقة بهذا الرمز، أو تم استبدالها";
}

plurals! {
    ISSUE:
        ["Issue a card to the {n} person without one", "Issue cards to the {n} people without one"],
        [
            "Издај картицу за {n} особу која је нема",
            "Издај картице за {n} особе које их немају",
            "Издај картице за {n} особа које их немају",
        ],
        [
            "إصدار بطاقات (لا أحد بلا بطاقة)",
            "إصدار بطاقة (شخص واحد بلا بطاقة)",
            "إصدار بطاقتين (شخصان بلا بطاقة)",
            "إصدار بطاقات ({n} أشخاص بلا بطاقة)",
            "إصدار بطاقات ({n} شخصًا بلا بطاقة)",
            "إصدار بطاقات ({n} شخص بلا بطاقة)",
        ];
}
