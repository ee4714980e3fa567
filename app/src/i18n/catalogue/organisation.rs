//! Head office: centres and projects.

texts! {
    TITLE: "Centres and projects", "Центри и пројекти", "المراكز والمشاريع";
    INTRO:
        "What the organisation consists of. What is added stays; dated facts about a centre stand on its own page.",
        "Од чега се организација састоји. Што је додато остаје; датирани подаци о центру стоје на његовој страници.",
        "ما تتكون منه المنظمة. ما يُضاف يبقى؛ والبيانات المؤرخة عن المركز في صفحته.";
    NO_CENTRES: "No centre yet", "Још нема центара", "لا توجد مراكز بعد";
    NO_PROJECTS: "No project yet", "Још нема пројеката", "لا توجد مشاريع بعد";
    CENTRES: "Centres", "Центри", "المراكز";
    PROJECTS: "Projects", "Пројекти", "المشاريع";
    NEW_CENTRE: "New centre", "Нов центар", "مركز جديد";
    NEW_PROJECT: "New project", "Нов пројекат", "مشروع جديد";
    COUNTS_FOR: "A workshop counts for a project", "Радионица се рачуна за пројекат", "ورشة تُحتسب لمشروع";
    CODE: "Code", "Шифра", "الرمز";
    NAME_EN: "Name in English", "Назив на енглеском", "الاسم بالإنجليزية";
    NAME_SR: "Name in Serbian (Cyrillic)", "Назив на српском (ћирилица)", "الاسم بالصربية (السيريلية)";
    AREA_EN: "District in English", "Округ на енглеском", "المنطقة بالإنجليزية";
    AREA_SR: "District in Serbian (Cyrillic)", "Округ на српском (ћирилица)", "المنطقة بالصربية (السيريلية)";
    AREA_CODE: "Code of the district (ISO 3166-2, e.g. RS-00)", "Шифра округа (ISO 3166-2, нпр. RS-00)", "رمز المنطقة (ISO 3166-2، مثلًا RS-00)";
    TOWN_EN: "Municipality in English", "Општина на енглеском", "البلدية بالإنجليزية";
    TOWN_SR: "Municipality in Serbian (Cyrillic)", "Општина на српском (ћирилица)", "البلدية بالصربية (السيريلية)";
    KIND: "Kind", "Врста", "النوع";
    SINCE: "Since", "Од", "منذ";
    SOURCE: "Source", "Извор", "المصدر";
    ADD_CENTRE: "Add the centre", "Додај центар", "إضافة المركز";
    FUNDER: "Funder", "Финансијер", "الجهة الممولة";
    FUNDER_EN: "Funder in English", "Финансијер на енглеском", "الجهة الممولة بالإنجليزية";
    FUNDER_SR: "Funder in Serbian (Cyrillic)", "Финансијер на српском (ћирилица)", "الجهة الممولة بالصربية (السيريلية)";
    PROGRAMME_EN: "Programme in English", "Програм на енглеском", "البرنامج بالإنجليزية";
    PROGRAMME_SR: "Programme in Serbian (Cyrillic)", "Програм на српском (ћирилица)", "البرنامج بالصربية (السيريلية)";
    IMPLEMENTER_EN: "Carried out by, in English", "Спроводи, на енглеском", "الجهة المنفذة بالإنجليزية";
    IMPLEMENTER_SR: "Carried out by, in Serbian (Cyrillic)", "Спроводи, на српском (ћирилица)", "الجهة المنفذة بالصربية (السيريلية)";
    REFERENCE: "Reference of the grant", "Број уговора", "مرجع المنحة";
    FIRST_DAY: "First day", "Први дан", "أول يوم";
    LAST_DAY: "Last day", "Последњи дан", "آخر يوم";
    ADD_PROJECT: "Add the project", "Додај пројекат", "إضافة المشروع";
    WORKSHOPS: "Workshops that count", "Радионице које се рачунају", "الورش المحتسبة";
    OPEN_END: "Last day (empty: open)", "Последњи дан (празно: отворено)", "آخر يوم (فارغ: مفتوح)";
    LET_COUNT: "Let it count", "Рачунај", "احتساب الورشة";
    ADDED: "Added.", "Додато.", "تمت الإضافة.";
}

plurals! {}
