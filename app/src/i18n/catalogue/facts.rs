//! The page of a centre's facts.

texts! {
    TITLE: "Facts about the centre", "Подаци о центру", "معلومات عن المركز";
    INTRO:
        "What holds from which day on, and where it is known from. Nothing is overwritten: reports of an earlier day say what held then.",
        "Шта важи од ког дана и одакле се то зна. Ништа се не преписује: извештаји за ранији дан говоре шта је тада важило.",
        "ما يسري ومن أي يوم يسري، ومن أين عُرف. لا يُستبدل شيء: تقارير يوم سابق تذكر ما كان ساريًا حينها.";
    ADDRESS: "Address", "Адреса", "العنوان";
    POSITION: "Position on the map", "Положај на мапи", "الموقع على الخريطة";
    /// A latitude and a longitude on one line.
    NORTH_EAST: "{latitude}, {longitude}", "{latitude}, {longitude}", "{latitude}، {longitude}";
    NOT_TOLD: "not told", "није наведено", "غير مذكور";
    LATITUDE: "Latitude (degrees, WGS 84)", "Географска ширина (степени, WGS 84)", "خط العرض (بالدرجات، WGS 84)";
    LONGITUDE: "Longitude (degrees, WGS 84)", "Географска дужина (степени, WGS 84)", "خط الطول (بالدرجات، WGS 84)";
    POSITION_HINT:
        "Up to six decimals, e.g. 44.84 and 20.5. Both empty: from this day on it is not told.",
        "До шест децимала, нпр. 44,84 и 20,5. Оба празна: од овог дана се не наводи.",
        "حتى ست منازل عشرية، مثلًا 44.84 و20.5. كلاهما فارغ: لا يُذكر الموقع ابتداءً من هذا اليوم.";
    /// An address on one line.
    STREET_PLACE: "{street}, {place}", "{street}, {place}", "{street}، {place}";
    NONE: "Nothing is recorded yet.", "Још ништа није забележено.", "لم يُسجّل شيء بعد.";
    VALUE: "Record", "Податак", "المعلومة";
    HOLDS: "Holds", "Важење", "السريان";
    HOLDS_TODAY: "Holds today", "Важи данас", "سارية اليوم";
    HOLDS_LATER: "Will hold", "Важиће", "ستسري لاحقًا";
    HELD_EARLIER: "Held earlier", "Важило је раније", "كانت سارية سابقًا";
    REPLACED: "Corrected by a later record", "Исправљено каснијим податком", "صُحّحت بمعلومة لاحقة";
    OPEN_END: "until further notice", "до даљег", "حتى إشعار آخر";
    ADD_OF: "Add a record: {fact}", "Додај податак: {fact}", "إضافة معلومة: {fact}";
    HOLDS_FROM: "Holds from", "Важи од", "سارية من";
    SOURCE:
        "Source: publication or office, year",
        "Извор: публикација или служба, година",
        "المصدر: المنشور أو الجهة، السنة";
    PLACES: "Number of places", "Број места", "عدد الأماكن";
    STREET_EN:
        "Street and number (English)",
        "Улица и број (енглески)",
        "الشارع والرقم (بالإنجليزية)";
    STREET_SR:
        "Street and number (Serbian, Cyrillic)",
        "Улица и број (ћирилицом)",
        "الشارع والرقم (بالصربية، بالحروف السيريلية)";
    PLACE_EN: "Place (English)", "Место (енглески)", "البلدة (بالإنجليزية)";
    PLACE_SR:
        "Place (Serbian, Cyrillic)",
        "Место (ћирилицом)",
        "البلدة (بالصربية، بالحروف السيريلية)";
    SAVED: "The record is saved.", "Податак је сачуван.", "تم حفظ المعلومة.";
}

plurals! {}
