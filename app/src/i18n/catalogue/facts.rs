//! The page of a centre's facts.

texts! {
    TITLE: "Facts about the centre", "Подаци о центру";
    INTRO:
        "What holds from which day on, and where it is known from. Nothing is overwritten: reports of an earlier day say what held then.",
        "Шта важи од ког дана и одакле се то зна. Ништа се не преписује: извештаји за ранији дан говоре шта је тада важило.";
    ADDRESS: "Address", "Адреса";
    /// An address on one line.
    STREET_PLACE: "{street}, {place}", "{street}, {place}";
    NONE: "Nothing is recorded yet.", "Још ништа није забележено.";
    VALUE: "Record", "Податак";
    HOLDS: "Holds", "Важење";
    HOLDS_TODAY: "Holds today", "Важи данас";
    HOLDS_LATER: "Will hold", "Важиће";
    HELD_EARLIER: "Held earlier", "Важило је раније";
    REPLACED: "Corrected by a later record", "Исправљено каснијим податком";
    OPEN_END: "until further notice", "до даљег";
    ADD_OF: "Add a record: {fact}", "Додај податак: {fact}";
    HOLDS_FROM: "Holds from", "Важи од";
    SOURCE: "Source: publication or office, year", "Извор: публикација или служба, година";
    PLACES: "Number of places", "Број места";
    STREET_EN: "Street and number (English)", "Улица и број (енглески)";
    STREET_SR: "Street and number (Serbian, Cyrillic)", "Улица и број (ћирилицом)";
    PLACE_EN: "Place (English)", "Место (енглески)";
    PLACE_SR: "Place (Serbian, Cyrillic)", "Место (ћирилицом)";
    SAVED: "The record is saved.", "Податак је сачуван.";
}

plurals! {}
