//! The page of what was made and what was handed out.

texts! {
    TITLE: "Made and handed out", "Израђено и подељено";
    INTRO:
        "What the workshops of the centre made until today, what was handed out of it, and what should be left.",
        "Шта су радионице центра израдиле до данас, шта је од тога подељено и колико треба да је преостало.";
    BALANCE: "Stock", "Стање";
    MADE: "Made", "Израђено";
    MADE_HELP:
        "Shifts that are not closed do not count yet.",
        "Смене које нису закључене још се не рачунају.";
    HANDED_OUT: "Handed out", "Подељено";
    LEFT: "Left", "Преостало";
    /// More was handed out than made: by whose end, and how much more.
    SHORT:
        "By {date}, {n} more were handed out than made.",
        "До {date} подељено је {n} више него што је израђено.";
    SHORT_TITLE: "More was handed out than made", "Подељено је више него што је израђено";
    SHORT_WHAT:
        "The hand-out is saved. Check its number and day, and whether a shift is still not logged.",
        "Подела је сачувана. Проверите број и дан, и да ли нека смена још није евидентирана.";
    NO_PRODUCTS: "The workshops of this centre have no products yet.", "Радионице овог центра још немају производе.";
    HAND_OUT: "Hand something out", "Упиши поделу";
    TO_WHOM: "To whom", "Коме";
    QUANTITY: "How much", "Колико";
    SAVE: "Save the hand-out", "Сачувај поделу";
    SAVED: "The hand-out is saved.", "Подела је сачувана.";
    NO_RECIPIENTS:
        "Add a recipient first: an organisation or a place that receives what was made.",
        "Прво додајте примаоца: организацију или место које прима израђено.";
    RECIPIENTS: "Recipients", "Примаоци";
    ADD_RECIPIENT: "Add a recipient", "Додај примаоца";
    RECIPIENT_WHAT:
        "An organisation or a place, never a person: for instance a pharmacy, a school, another centre.",
        "Организација или место, никада особа: на пример апотека, школа, други центар.";
    NAME_EN: "Name in English", "Назив на енглеском";
    NAME_SR: "Name in Serbian (Cyrillic)", "Назив на српском (ћирилицом)";
    RECIPIENT_SAVED: "The recipient is added.", "Прималац је додат.";
    MONTH: "Handed out in {month}", "Подељено: {month}";
    NONE: "Nothing was handed out in this month.", "У овом месецу ништа није подељено.";
    /// Who and when.
    VOID: "Take back", "Повуци";
    VOID_OF: "Take back: {what}, {date}", "Повуци: {what}, {date}";
    VOIDED: "Taken back", "Повучено";
    VOID_DONE:
        "The hand-out is taken back and counts no more.",
        "Подела је повучена и више се не рачуна.";
}

plurals! {}
