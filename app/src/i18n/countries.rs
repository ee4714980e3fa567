//! Nationalities: ISO 3166-1 alpha-3 with the names of the field, and the codes of travel documents
//! for those who have none (ICAO 9303). `XKX` is used by the EU and the UN for Kosovo (this
//! designation is without prejudice to positions on status).

use super::Locale;

/// Code, English, Serbian and Arabic name; by the English name, what is no country last.
const COUNTRIES: &[(&str, &str, &str, &str)] = &[
    ("AFG", "Afghanistan", "Авганистан", "أفغانستان"),
    ("ALB", "Albania", "Албанија", "ألبانيا"),
    ("DZA", "Algeria", "Алжир", "الجزائر"),
    ("AND", "Andorra", "Андора", "أندورا"),
    ("AGO", "Angola", "Ангола", "أنغولا"),
    ("ATG", "Antigua and Barbuda", "Антигва и Барбуда", "أنتيغوا وبربودا"),
    ("ARG", "Argentina", "Аргентина", "الأرجنتين"),
    ("ARM", "Armenia", "Јерменија", "أرمينيا"),
    ("AUS", "Australia", "Аустралија", "أستراليا"),
    ("AUT", "Austria", "Аустрија", "النمسا"),
    ("AZE", "Azerbaijan", "Азербејџан", "أذربيجان"),
    ("BHS", "Bahamas", "Бахами", "جزر البهاما"),
    ("BHR", "Bahrain", "Бахреин", "البحرين"),
    ("BGD", "Bangladesh", "Бангладеш", "بنغلاديش"),
    ("BRB", "Barbados", "Барбадос", "بربادوس"),
    ("BLR", "Belarus", "Белорусија", "بيلاروس"),
    ("BEL", "Belgium", "Белгија", "بلجيكا"),
    ("BLZ", "Belize", "Белизе", "بليز"),
    ("BEN", "Benin", "Бенин", "بنين"),
    ("BTN", "Bhutan", "Бутан", "بوتان"),
    ("BOL", "Bolivia", "Боливија", "بوليفيا"),
    ("BIH", "Bosnia and Herzegovina", "Босна и Херцеговина", "البوسنة والهرسك"),
    ("BWA", "Botswana", "Боцвана", "بوتسوانا"),
    ("BRA", "Brazil", "Бразил", "البرازيل"),
    ("BRN", "Brunei", "Брунеј", "بروناي"),
    ("BGR", "Bulgaria", "Бугарска", "بلغاريا"),
    ("BFA", "Burkina Faso", "Буркина Фасо", "بوركينا فاسو"),
    ("BDI", "Burundi", "Бурунди", "بوروندي"),
    ("CPV", "Cabo Verde", "Зеленортска Острва", "كابو فيردي"),
    ("KHM", "Cambodia", "Камбоџа", "كمبوديا"),
    ("CMR", "Cameroon", "Камерун", "الكاميرون"),
    ("CAN", "Canada", "Канада", "كندا"),
    ("CAF", "Central African Republic", "Централноафричка Република", "جمهورية أفريقيا الوسطى"),
    ("TCD", "Chad", "Чад", "تشاد"),
    ("CHL", "Chile", "Чиле", "تشيلي"),
    ("CHN", "China", "Кина", "الصين"),
    ("COL", "Colombia", "Колумбија", "كولومبيا"),
    ("COM", "Comoros", "Комори", "جزر القمر"),
    ("COG", "Congo", "Конго", "الكونغو"),
    ("COD", "Congo (Democratic Republic)", "ДР Конго", "جمهورية الكونغو الديمقراطية"),
    ("CRI", "Costa Rica", "Костарика", "كوستاريكا"),
    ("CIV", "Côte d’Ivoire", "Обала Слоноваче", "كوت ديفوار"),
    ("HRV", "Croatia", "Хрватска", "كرواتيا"),
    ("CUB", "Cuba", "Куба", "كوبا"),
    ("CYP", "Cyprus", "Кипар", "قبرص"),
    ("CZE", "Czechia", "Чешка", "التشيك"),
    ("DNK", "Denmark", "Данска", "الدانمرك"),
    ("DJI", "Djibouti", "Џибути", "جيبوتي"),
    ("DMA", "Dominica", "Доминика", "دومينيكا"),
    ("DOM", "Dominican Republic", "Доминиканска Република", "جمهورية الدومينيكان"),
    ("ECU", "Ecuador", "Еквадор", "الإكوادور"),
    ("EGY", "Egypt", "Египат", "مصر"),
    ("SLV", "El Salvador", "Салвадор", "السلفادور"),
    ("GNQ", "Equatorial Guinea", "Екваторијална Гвинеја", "غينيا الاستوائية"),
    ("ERI", "Eritrea", "Еритреја", "إريتريا"),
    ("EST", "Estonia", "Естонија", "إستونيا"),
    ("SWZ", "Eswatini", "Есватини", "إسواتيني"),
    ("ETH", "Ethiopia", "Етиопија", "إثيوبيا"),
    ("FJI", "Fiji", "Фиџи", "فيجي"),
    ("FIN", "Finland", "Финска", "فنلندا"),
    ("FRA", "France", "Француска", "فرنسا"),
    ("GAB", "Gabon", "Габон", "الغابون"),
    ("GMB", "Gambia", "Гамбија", "غامبيا"),
    ("GEO", "Georgia", "Грузија", "جورجيا"),
    ("DEU", "Germany", "Немачка", "ألمانيا"),
    ("GHA", "Ghana", "Гана", "غانا"),
    ("GRC", "Greece", "Грчка", "اليونان"),
    ("GRD", "Grenada", "Гренада", "غرينادا"),
    ("GTM", "Guatemala", "Гватемала", "غواتيمالا"),
    ("GIN", "Guinea", "Гвинеја", "غينيا"),
    ("GNB", "Guinea-Bissau", "Гвинеја Бисао", "غينيا بيساو"),
    ("GUY", "Guyana", "Гвајана", "غيانا"),
    ("HTI", "Haiti", "Хаити", "هايتي"),
    ("HND", "Honduras", "Хондурас", "هندوراس"),
    ("HUN", "Hungary", "Мађарска", "هنغاريا"),
    ("ISL", "Iceland", "Исланд", "آيسلندا"),
    ("IND", "India", "Индија", "الهند"),
    ("IDN", "Indonesia", "Индонезија", "إندونيسيا"),
    ("IRN", "Iran", "Иран", "إيران"),
    ("IRQ", "Iraq", "Ирак", "العراق"),
    ("IRL", "Ireland", "Ирска", "أيرلندا"),
    ("ISR", "Israel", "Израел", "إسرائيل"),
    ("ITA", "Italy", "Италија", "إيطاليا"),
    ("JAM", "Jamaica", "Јамајка", "جامايكا"),
    ("JPN", "Japan", "Јапан", "اليابان"),
    ("JOR", "Jordan", "Јордан", "الأردن"),
    ("KAZ", "Kazakhstan", "Казахстан", "كازاخستان"),
    ("KEN", "Kenya", "Кенија", "كينيا"),
    ("KIR", "Kiribati", "Кирибати", "كيريباتي"),
    ("KWT", "Kuwait", "Кувајт", "الكويت"),
    ("KGZ", "Kyrgyzstan", "Киргистан", "قيرغيزستان"),
    ("LAO", "Laos", "Лаос", "لاوس"),
    ("LVA", "Latvia", "Летонија", "لاتفيا"),
    ("LBN", "Lebanon", "Либан", "لبنان"),
    ("LSO", "Lesotho", "Лесото", "ليسوتو"),
    ("LBR", "Liberia", "Либерија", "ليبيريا"),
    ("LBY", "Libya", "Либија", "ليبيا"),
    ("LIE", "Liechtenstein", "Лихтенштајн", "ليختنشتاين"),
    ("LTU", "Lithuania", "Литванија", "ليتوانيا"),
    ("LUX", "Luxembourg", "Луксембург", "لوكسمبورغ"),
    ("MDG", "Madagascar", "Мадагаскар", "مدغشقر"),
    ("MWI", "Malawi", "Малави", "ملاوي"),
    ("MYS", "Malaysia", "Малезија", "ماليزيا"),
    ("MDV", "Maldives", "Малдиви", "جزر المالديف"),
    ("MLI", "Mali", "Мали", "مالي"),
    ("MLT", "Malta", "Малта", "مالطا"),
    ("MHL", "Marshall Islands", "Маршалска Острва", "جزر مارشال"),
    ("MRT", "Mauritania", "Мауританија", "موريتانيا"),
    ("MUS", "Mauritius", "Маурицијус", "موريشيوس"),
    ("MEX", "Mexico", "Мексико", "المكسيك"),
    ("FSM", "Micronesia", "Микронезија", "ميكرونيزيا"),
    ("MDA", "Moldova", "Молдавија", "مولدوفا"),
    ("MCO", "Monaco", "Монако", "موناكو"),
    ("MNG", "Mongolia", "Монголија", "منغوليا"),
    ("MNE", "Montenegro", "Црна Гора", "الجبل الأسود"),
    ("MAR", "Morocco", "Мароко", "المغرب"),
    ("MOZ", "Mozambique", "Мозамбик", "موزمبيق"),
    ("MMR", "Myanmar", "Мјанмар", "ميانمار"),
    ("NAM", "Namibia", "Намибија", "ناميبيا"),
    ("NRU", "Nauru", "Науру", "ناورو"),
    ("NPL", "Nepal", "Непал", "نيبال"),
    ("NLD", "Netherlands", "Холандија", "هولندا"),
    ("NZL", "New Zealand", "Нови Зеланд", "نيوزيلندا"),
    ("NIC", "Nicaragua", "Никарагва", "نيكاراغوا"),
    ("NER", "Niger", "Нигер", "النيجر"),
    ("NGA", "Nigeria", "Нигерија", "نيجيريا"),
    ("PRK", "North Korea", "Северна Кореја", "كوريا الشمالية"),
    ("MKD", "North Macedonia", "Северна Македонија", "مقدونيا الشمالية"),
    ("NOR", "Norway", "Норвешка", "النرويج"),
    ("OMN", "Oman", "Оман", "عمان"),
    ("PAK", "Pakistan", "Пакистан", "باكستان"),
    ("PLW", "Palau", "Палау", "بالاو"),
    ("PSE", "Palestine", "Палестина", "فلسطين"),
    ("PAN", "Panama", "Панама", "بنما"),
    ("PNG", "Papua New Guinea", "Папуа Нова Гвинеја", "بابوا غينيا الجديدة"),
    ("PRY", "Paraguay", "Парагвај", "باراغواي"),
    ("PER", "Peru", "Перу", "بيرو"),
    ("PHL", "Philippines", "Филипини", "الفلبين"),
    ("POL", "Poland", "Пољска", "بولندا"),
    ("PRT", "Portugal", "Португалија", "البرتغال"),
    ("QAT", "Qatar", "Катар", "قطر"),
    ("ROU", "Romania", "Румунија", "رومانيا"),
    ("RUS", "Russia", "Русија", "روسيا"),
    ("RWA", "Rwanda", "Руанда", "رواندا"),
    ("KNA", "Saint Kitts and Nevis", "Сент Китс и Невис", "سانت كيتس ونيفيس"),
    ("LCA", "Saint Lucia", "Света Луција", "سانت لوسيا"),
    (
        "VCT",
        "Saint Vincent and the Grenadines",
        "Сент Винсент и Гренадини",
        "سانت فنسنت وجزر غرينادين",
    ),
    ("WSM", "Samoa", "Самоа", "ساموا"),
    ("SMR", "San Marino", "Сан Марино", "سان مارينو"),
    ("STP", "São Tomé and Príncipe", "Сао Томе и Принципе", "ساو تومي وبرينسيبي"),
    ("SAU", "Saudi Arabia", "Саудијска Арабија", "المملكة العربية السعودية"),
    ("SEN", "Senegal", "Сенегал", "السنغال"),
    ("SRB", "Serbia", "Србија", "صربيا"),
    ("SYC", "Seychelles", "Сејшели", "سيشل"),
    ("SLE", "Sierra Leone", "Сијера Леоне", "سيراليون"),
    ("SGP", "Singapore", "Сингапур", "سنغافورة"),
    ("SVK", "Slovakia", "Словачка", "سلوفاكيا"),
    ("SVN", "Slovenia", "Словенија", "سلوفينيا"),
    ("SLB", "Solomon Islands", "Соломонова Острва", "جزر سليمان"),
    ("SOM", "Somalia", "Сомалија", "الصومال"),
    ("ZAF", "South Africa", "Јужна Африка", "جنوب أفريقيا"),
    ("KOR", "South Korea", "Јужна Кореја", "كوريا الجنوبية"),
    ("SSD", "South Sudan", "Јужни Судан", "جنوب السودان"),
    ("ESP", "Spain", "Шпанија", "إسبانيا"),
    ("LKA", "Sri Lanka", "Шри Ланка", "سريلانكا"),
    ("SDN", "Sudan", "Судан", "السودان"),
    ("SUR", "Suriname", "Суринам", "سورينام"),
    ("SWE", "Sweden", "Шведска", "السويد"),
    ("CHE", "Switzerland", "Швајцарска", "سويسرا"),
    ("SYR", "Syria", "Сирија", "سوريا"),
    ("TWN", "Taiwan", "Тајван", "تايوان"),
    ("TJK", "Tajikistan", "Таџикистан", "طاجيكستان"),
    ("TZA", "Tanzania", "Танзанија", "تنزانيا"),
    ("THA", "Thailand", "Тајланд", "تايلاند"),
    ("TLS", "Timor-Leste", "Источни Тимор", "تيمور - ليشتي"),
    ("TGO", "Togo", "Того", "توغو"),
    ("TON", "Tonga", "Тонга", "تونغا"),
    ("TTO", "Trinidad and Tobago", "Тринидад и Тобаго", "ترينيداد وتوباغو"),
    ("TUN", "Tunisia", "Тунис", "تونس"),
    ("TUR", "Türkiye", "Турска", "تركيا"),
    ("TKM", "Turkmenistan", "Туркменистан", "تركمانستان"),
    ("TUV", "Tuvalu", "Тувалу", "توفالو"),
    ("UGA", "Uganda", "Уганда", "أوغندا"),
    ("UKR", "Ukraine", "Украјина", "أوكرانيا"),
    ("ARE", "United Arab Emirates", "Уједињени Арапски Емирати", "الإمارات العربية المتحدة"),
    ("GBR", "United Kingdom", "Уједињено Краљевство", "المملكة المتحدة"),
    ("USA", "United States", "Сједињене Америчке Државе", "الولايات المتحدة"),
    ("URY", "Uruguay", "Уругвај", "أورغواي"),
    ("UZB", "Uzbekistan", "Узбекистан", "أوزبكستان"),
    ("VUT", "Vanuatu", "Вануату", "فانواتو"),
    ("VAT", "Vatican City", "Ватикан", "الفاتيكان"),
    ("VEN", "Venezuela", "Венецуела", "فنزويلا"),
    ("VNM", "Viet Nam", "Вијетнам", "فيتنام"),
    ("ESH", "Western Sahara", "Западна Сахара", "الصحراء الغربية"),
    ("YEM", "Yemen", "Јемен", "اليمن"),
    ("ZMB", "Zambia", "Замбија", "زامبيا"),
    ("ZWE", "Zimbabwe", "Зимбабве", "زيمبابوي"),
    ("XKX", "Kosovo*", "Косово*", "كوسوفو*"),
    ("XXA", "Stateless", "Без држављанства", "بلا جنسية"),
    ("XXX", "Not known", "Непознато", "غير معروف"),
];

/// Where most people in the centres come from: offered first.
const FREQUENT: &[&str] =
    &["AFG", "SYR", "PAK", "IRQ", "IRN", "BGD", "SOM", "MAR", "DZA", "TUN", "BDI", "IND"];

/// The name of a nationality's country; the code itself where it has no name here.
pub fn country(locale: Locale, code: &str) -> String {
    match COUNTRIES.iter().find(|(known, ..)| *known == code) {
        Some((.., ar)) if locale == Locale::Ar => (*ar).to_owned(),
        Some((_, en, sr, _)) => locale.name(en, sr),
        None => code.to_owned(),
    }
}

/// All nationalities to choose from: the frequent ones first, then by name in the reader's language.
pub fn countries(locale: Locale) -> Vec<(String, String)> {
    let named = |code: &str| (code.to_owned(), country(locale, code));
    let mut rest: Vec<_> = COUNTRIES
        .iter()
        .filter(|(code, ..)| !FREQUENT.contains(code) && !code.starts_with("XX"))
        .map(|(code, ..)| named(code))
        .collect();
    rest.sort_by_cached_key(|(_, name)| sorting(name));
    let last = ["XXA", "XXX"].map(named);
    FREQUENT.iter().map(|code| named(code)).chain(rest).chain(last).collect()
}

/// A key that sorts names as readers of Serbian and English expect, near enough for a list: the
/// letters that Unicode puts behind Z stand beside those that they are made of, and Cyrillic in the
/// order of its own alphabet.
fn sorting(name: &str) -> String {
    const CYRILLIC: &str = "абвгдђежзијклљмнњопрстћуфхцчџш";
    name.to_lowercase()
        .chars()
        .flat_map(|c| match c {
            'č' | 'ć' => vec!['c', '~'],
            'š' => vec!['s', '~'],
            'ž' => vec!['z', '~'],
            'đ' => vec!['d', '~'],
            'ü' => vec!['u'],
            'ô' => vec!['o'],
            'ã' => vec!['a'],
            c => match CYRILLIC.chars().position(|letter| letter == c) {
                Some(place) => vec![char::from(b'A' + place as u8)],
                None => vec![c],
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::person::check_nationality;

    #[test]
    fn every_country_is_there_once_with_a_code_that_the_door_takes() {
        for locale in Locale::ALL {
            let all = countries(locale);
            assert_eq!(all.len(), COUNTRIES.len());
            for (n, (code, name)) in all.iter().enumerate() {
                assert!(check_nationality(code).is_ok(), "{code}");
                assert!(all[..n].iter().all(|(other, _)| other != code), "{code} twice");
                assert!(!name.is_empty());
            }
        }
        assert_eq!(country(Locale::En, "SYR"), "Syria");
        assert_eq!(country(Locale::SrLatn, "PAK"), "Pakistan");
        assert_eq!(country(Locale::SrCyrl, "QQQ"), "QQQ");
    }

    #[test]
    fn names_stand_in_the_order_of_their_alphabet() {
        let place = |locale, code: &str| {
            countries(locale).iter().position(|(known, _)| known == code).expect("listed")
        };
        assert!(place(Locale::SrLatn, "TCD") < place(Locale::SrLatn, "DNK"), "Čad before Danska");
        assert!(place(Locale::SrCyrl, "HRV") < place(Locale::SrCyrl, "TCD"), "Хрватска before Чад");
        assert!(place(Locale::En, "CIV") < place(Locale::En, "HRV"), "Côte before Croatia");
    }
}
