//! Nationalities: ISO 3166-1 alpha-3 with the names of the field, and the codes of travel documents
//! for those who have none (ICAO 9303). `XKX` is used by the EU and the UN for Kosovo (this
//! designation is without prejudice to positions on status).

use super::Locale;

/// Code, English name, Serbian name; by the English name, what is no country last.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AFG", "Afghanistan", "Авганистан"),
    ("ALB", "Albania", "Албанија"),
    ("DZA", "Algeria", "Алжир"),
    ("AND", "Andorra", "Андора"),
    ("AGO", "Angola", "Ангола"),
    ("ATG", "Antigua and Barbuda", "Антигва и Барбуда"),
    ("ARG", "Argentina", "Аргентина"),
    ("ARM", "Armenia", "Јерменија"),
    ("AUS", "Australia", "Аустралија"),
    ("AUT", "Austria", "Аустрија"),
    ("AZE", "Azerbaijan", "Азербејџан"),
    ("BHS", "Bahamas", "Бахами"),
    ("BHR", "Bahrain", "Бахреин"),
    ("BGD", "Bangladesh", "Бангладеш"),
    ("BRB", "Barbados", "Барбадос"),
    ("BLR", "Belarus", "Белорусија"),
    ("BEL", "Belgium", "Белгија"),
    ("BLZ", "Belize", "Белизе"),
    ("BEN", "Benin", "Бенин"),
    ("BTN", "Bhutan", "Бутан"),
    ("BOL", "Bolivia", "Боливија"),
    ("BIH", "Bosnia and Herzegovina", "Босна и Херцеговина"),
    ("BWA", "Botswana", "Боцвана"),
    ("BRA", "Brazil", "Бразил"),
    ("BRN", "Brunei", "Брунеј"),
    ("BGR", "Bulgaria", "Бугарска"),
    ("BFA", "Burkina Faso", "Буркина Фасо"),
    ("BDI", "Burundi", "Бурунди"),
    ("CPV", "Cabo Verde", "Зеленортска Острва"),
    ("KHM", "Cambodia", "Камбоџа"),
    ("CMR", "Cameroon", "Камерун"),
    ("CAN", "Canada", "Канада"),
    ("CAF", "Central African Republic", "Централноафричка Република"),
    ("TCD", "Chad", "Чад"),
    ("CHL", "Chile", "Чиле"),
    ("CHN", "China", "Кина"),
    ("COL", "Colombia", "Колумбија"),
    ("COM", "Comoros", "Комори"),
    ("COG", "Congo", "Конго"),
    ("COD", "Congo (Democratic Republic)", "ДР Конго"),
    ("CRI", "Costa Rica", "Костарика"),
    ("CIV", "Côte d’Ivoire", "Обала Слоноваче"),
    ("HRV", "Croatia", "Хрватска"),
    ("CUB", "Cuba", "Куба"),
    ("CYP", "Cyprus", "Кипар"),
    ("CZE", "Czechia", "Чешка"),
    ("DNK", "Denmark", "Данска"),
    ("DJI", "Djibouti", "Џибути"),
    ("DMA", "Dominica", "Доминика"),
    ("DOM", "Dominican Republic", "Доминиканска Република"),
    ("ECU", "Ecuador", "Еквадор"),
    ("EGY", "Egypt", "Египат"),
    ("SLV", "El Salvador", "Салвадор"),
    ("GNQ", "Equatorial Guinea", "Екваторијална Гвинеја"),
    ("ERI", "Eritrea", "Еритреја"),
    ("EST", "Estonia", "Естонија"),
    ("SWZ", "Eswatini", "Есватини"),
    ("ETH", "Ethiopia", "Етиопија"),
    ("FJI", "Fiji", "Фиџи"),
    ("FIN", "Finland", "Финска"),
    ("FRA", "France", "Француска"),
    ("GAB", "Gabon", "Габон"),
    ("GMB", "Gambia", "Гамбија"),
    ("GEO", "Georgia", "Грузија"),
    ("DEU", "Germany", "Немачка"),
    ("GHA", "Ghana", "Гана"),
    ("GRC", "Greece", "Грчка"),
    ("GRD", "Grenada", "Гренада"),
    ("GTM", "Guatemala", "Гватемала"),
    ("GIN", "Guinea", "Гвинеја"),
    ("GNB", "Guinea-Bissau", "Гвинеја Бисао"),
    ("GUY", "Guyana", "Гвајана"),
    ("HTI", "Haiti", "Хаити"),
    ("HND", "Honduras", "Хондурас"),
    ("HUN", "Hungary", "Мађарска"),
    ("ISL", "Iceland", "Исланд"),
    ("IND", "India", "Индија"),
    ("IDN", "Indonesia", "Индонезија"),
    ("IRN", "Iran", "Иран"),
    ("IRQ", "Iraq", "Ирак"),
    ("IRL", "Ireland", "Ирска"),
    ("ISR", "Israel", "Израел"),
    ("ITA", "Italy", "Италија"),
    ("JAM", "Jamaica", "Јамајка"),
    ("JPN", "Japan", "Јапан"),
    ("JOR", "Jordan", "Јордан"),
    ("KAZ", "Kazakhstan", "Казахстан"),
    ("KEN", "Kenya", "Кенија"),
    ("KIR", "Kiribati", "Кирибати"),
    ("KWT", "Kuwait", "Кувајт"),
    ("KGZ", "Kyrgyzstan", "Киргистан"),
    ("LAO", "Laos", "Лаос"),
    ("LVA", "Latvia", "Летонија"),
    ("LBN", "Lebanon", "Либан"),
    ("LSO", "Lesotho", "Лесото"),
    ("LBR", "Liberia", "Либерија"),
    ("LBY", "Libya", "Либија"),
    ("LIE", "Liechtenstein", "Лихтенштајн"),
    ("LTU", "Lithuania", "Литванија"),
    ("LUX", "Luxembourg", "Луксембург"),
    ("MDG", "Madagascar", "Мадагаскар"),
    ("MWI", "Malawi", "Малави"),
    ("MYS", "Malaysia", "Малезија"),
    ("MDV", "Maldives", "Малдиви"),
    ("MLI", "Mali", "Мали"),
    ("MLT", "Malta", "Малта"),
    ("MHL", "Marshall Islands", "Маршалска Острва"),
    ("MRT", "Mauritania", "Мауританија"),
    ("MUS", "Mauritius", "Маурицијус"),
    ("MEX", "Mexico", "Мексико"),
    ("FSM", "Micronesia", "Микронезија"),
    ("MDA", "Moldova", "Молдавија"),
    ("MCO", "Monaco", "Монако"),
    ("MNG", "Mongolia", "Монголија"),
    ("MNE", "Montenegro", "Црна Гора"),
    ("MAR", "Morocco", "Мароко"),
    ("MOZ", "Mozambique", "Мозамбик"),
    ("MMR", "Myanmar", "Мјанмар"),
    ("NAM", "Namibia", "Намибија"),
    ("NRU", "Nauru", "Науру"),
    ("NPL", "Nepal", "Непал"),
    ("NLD", "Netherlands", "Холандија"),
    ("NZL", "New Zealand", "Нови Зеланд"),
    ("NIC", "Nicaragua", "Никарагва"),
    ("NER", "Niger", "Нигер"),
    ("NGA", "Nigeria", "Нигерија"),
    ("PRK", "North Korea", "Северна Кореја"),
    ("MKD", "North Macedonia", "Северна Македонија"),
    ("NOR", "Norway", "Норвешка"),
    ("OMN", "Oman", "Оман"),
    ("PAK", "Pakistan", "Пакистан"),
    ("PLW", "Palau", "Палау"),
    ("PSE", "Palestine", "Палестина"),
    ("PAN", "Panama", "Панама"),
    ("PNG", "Papua New Guinea", "Папуа Нова Гвинеја"),
    ("PRY", "Paraguay", "Парагвај"),
    ("PER", "Peru", "Перу"),
    ("PHL", "Philippines", "Филипини"),
    ("POL", "Poland", "Пољска"),
    ("PRT", "Portugal", "Португалија"),
    ("QAT", "Qatar", "Катар"),
    ("ROU", "Romania", "Румунија"),
    ("RUS", "Russia", "Русија"),
    ("RWA", "Rwanda", "Руанда"),
    ("KNA", "Saint Kitts and Nevis", "Сент Китс и Невис"),
    ("LCA", "Saint Lucia", "Света Луција"),
    ("VCT", "Saint Vincent and the Grenadines", "Сент Винсент и Гренадини"),
    ("WSM", "Samoa", "Самоа"),
    ("SMR", "San Marino", "Сан Марино"),
    ("STP", "São Tomé and Príncipe", "Сао Томе и Принципе"),
    ("SAU", "Saudi Arabia", "Саудијска Арабија"),
    ("SEN", "Senegal", "Сенегал"),
    ("SRB", "Serbia", "Србија"),
    ("SYC", "Seychelles", "Сејшели"),
    ("SLE", "Sierra Leone", "Сијера Леоне"),
    ("SGP", "Singapore", "Сингапур"),
    ("SVK", "Slovakia", "Словачка"),
    ("SVN", "Slovenia", "Словенија"),
    ("SLB", "Solomon Islands", "Соломонова Острва"),
    ("SOM", "Somalia", "Сомалија"),
    ("ZAF", "South Africa", "Јужна Африка"),
    ("KOR", "South Korea", "Јужна Кореја"),
    ("SSD", "South Sudan", "Јужни Судан"),
    ("ESP", "Spain", "Шпанија"),
    ("LKA", "Sri Lanka", "Шри Ланка"),
    ("SDN", "Sudan", "Судан"),
    ("SUR", "Suriname", "Суринам"),
    ("SWE", "Sweden", "Шведска"),
    ("CHE", "Switzerland", "Швајцарска"),
    ("SYR", "Syria", "Сирија"),
    ("TWN", "Taiwan", "Тајван"),
    ("TJK", "Tajikistan", "Таџикистан"),
    ("TZA", "Tanzania", "Танзанија"),
    ("THA", "Thailand", "Тајланд"),
    ("TLS", "Timor-Leste", "Источни Тимор"),
    ("TGO", "Togo", "Того"),
    ("TON", "Tonga", "Тонга"),
    ("TTO", "Trinidad and Tobago", "Тринидад и Тобаго"),
    ("TUN", "Tunisia", "Тунис"),
    ("TUR", "Türkiye", "Турска"),
    ("TKM", "Turkmenistan", "Туркменистан"),
    ("TUV", "Tuvalu", "Тувалу"),
    ("UGA", "Uganda", "Уганда"),
    ("UKR", "Ukraine", "Украјина"),
    ("ARE", "United Arab Emirates", "Уједињени Арапски Емирати"),
    ("GBR", "United Kingdom", "Уједињено Краљевство"),
    ("USA", "United States", "Сједињене Америчке Државе"),
    ("URY", "Uruguay", "Уругвај"),
    ("UZB", "Uzbekistan", "Узбекистан"),
    ("VUT", "Vanuatu", "Вануату"),
    ("VAT", "Vatican City", "Ватикан"),
    ("VEN", "Venezuela", "Венецуела"),
    ("VNM", "Viet Nam", "Вијетнам"),
    ("ESH", "Western Sahara", "Западна Сахара"),
    ("YEM", "Yemen", "Јемен"),
    ("ZMB", "Zambia", "Замбија"),
    ("ZWE", "Zimbabwe", "Зимбабве"),
    ("XKX", "Kosovo*", "Косово*"),
    ("XXA", "Stateless", "Без држављанства"),
    ("XXX", "Not known", "Непознато"),
];

/// Where most people in the centres come from: offered first.
const FREQUENT: &[&str] =
    &["AFG", "SYR", "PAK", "IRQ", "IRN", "BGD", "SOM", "MAR", "DZA", "TUN", "BDI", "IND"];

/// The name of a nationality's country; the code itself where it has no name here.
pub fn country(locale: Locale, code: &str) -> String {
    match COUNTRIES.iter().find(|(known, ..)| *known == code) {
        Some((_, en, sr)) => locale.name(en, sr),
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
