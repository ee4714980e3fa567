//! The page of what was made and what was handed out.

texts! {
    TITLE: "Made and handed out", "Израђено и подељено", "الإنتاج والتسليم";
    INTRO:
        "What the workshops of the centre made until today, what was handed out of it, and what should be left.",
        "Шта су радионице центра израдиле до данас, шта је од тога подељено и колико треба да је преостало.",
        "ما أنتجته ورش المركز حتى اليوم، وما تم تسليمه منه، وما يُفترض أن يكون قد بقي.";
    BALANCE: "Stock", "Стање", "المخزون";
    MADE: "Made", "Израђено", "ما أُنتج";
    MADE_HELP:
        "Shifts that are not closed do not count yet.",
        "Смене које нису закључене још се не рачунају.",
        "المناوبات غير المغلقة لا تُحسب بعد.";
    HANDED_OUT: "Handed out", "Подељено", "ما تم تسليمه";
    LEFT: "Left", "Преостало", "المتبقي";
    /// More was handed out than made: by whose end, and how much more.
    SHORT:
        "By {date}, {n} more were handed out than made.",
        "До {date} подељено је {n} више него што је израђено.",
        "حتى {date} زاد ما تم تسليمه على ما أُنتج بمقدار {n}.";
    SHORT_TITLE:
        "More was handed out than made",
        "Подељено је више него што је израђено",
        "ما تم تسليمه أكثر مما أُنتج";
    SHORT_WHAT:
        "The hand-out is saved. Check its number and day, and whether a shift is still not logged.",
        "Подела је сачувана. Проверите број и дан, и да ли нека смена још није евидентирана.",
        "تم حفظ التسليم. يرجى التحقق من العدد واليوم، ومما إذا كانت هناك مناوبة غير مسجّلة بعد.";
    NO_PRODUCTS:
        "The workshops of this centre have no products yet.",
        "Радионице овог центра још немају производе.",
        "ليس لورش هذا المركز منتجات بعد.";
    HAND_OUT: "Hand something out", "Упиши поделу", "تسجيل تسليم";
    TO_WHOM: "To whom", "Коме", "الجهة المستلمة";
    QUANTITY: "How much", "Колико", "الكمية";
    SAVE: "Save the hand-out", "Сачувај поделу", "حفظ التسليم";
    SAVED: "The hand-out is saved.", "Подела је сачувана.", "تم حفظ التسليم.";
    NO_RECIPIENTS:
        "Add a recipient first: an organisation or a place that receives what was made.",
        "Прво додајте примаоца: организацију или место које прима израђено.",
        "يرجى أولًا إضافة جهة مستلمة: منظمة أو مكان يستلم ما أُنتج.";
    RECIPIENTS: "Recipients", "Примаоци", "الجهات المستلمة";
    ADD_RECIPIENT: "Add a recipient", "Додај примаоца", "إضافة جهة مستلمة";
    RECIPIENT_WHAT:
        "An organisation or a place, never a person: for instance a pharmacy, a school, another centre.",
        "Организација или место, никада особа: на пример апотека, школа, други центар.",
        "منظمة أو مكان، وليس شخصًا أبدًا: مثلًا صيدلية أو مدرسة أو مركز آخر.";
    NAME_EN: "Name in English", "Назив на енглеском", "الاسم بالإنجليزية";
    NAME_SR:
        "Name in Serbian (Cyrillic)",
        "Назив на српском (ћирилицом)",
        "الاسم بالصربية (بالحروف السيريلية)";
    RECIPIENT_SAVED: "The recipient is added.", "Прималац је додат.", "تمت إضافة الجهة المستلمة.";
    MONTH: "Handed out in {month}", "Подељено: {month}", "ما تم تسليمه في {month}";
    NONE:
        "Nothing was handed out in this month.",
        "У овом месецу ништа није подељено.",
        "لم يتم تسليم أي شيء في هذا الشهر.";
    /// Who and when.
    VOID: "Take back", "Повуци", "سحب";
    VOID_OF: "Take back: {what}, {date}", "Повуци: {what}, {date}", "سحب: {what}، {date}";
    VOIDED: "Taken back", "Повучено", "مسحوب";
    VOID_DONE:
        "The hand-out is taken back and counts no more.",
        "Подела је повучена и више се не рачуна.",
        "تم سحب التسليم ولم يعد محسوبًا.";
}

plurals! {}
