//! What stands in a cell, however people write it: words in English and Serbian in both scripts,
//! dates, numbers, countries, languages.

use super::columns::plain;
use super::table::Cell;
use app::i18n::Locale;
use app::i18n::countries::countries;
use app::ui::desk::{LANGUAGES, language_choices};
use chrono::{NaiveDate, NaiveTime};
use domain::attendance::Presence;
use domain::import::{DayOrder, Trouble};
use domain::person::Sex;
use domain::registry::Separation;
use domain::shift::parse_hhmm;
use std::collections::HashMap;

/// A text; nothing in an empty cell.
///
/// # Errors
/// [`Trouble::Letters`] where the encoding did not know a letter.
pub fn text(cell: &Cell) -> Result<Option<String>, Trouble> {
    let text = cell.shown();
    if text.contains('\u{fffd}') {
        return Err(Trouble::Letters);
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Digits of Arabic and Persian as those of the rest of the file.
fn western(text: &str) -> String {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        c => c,
    };
    text.chars().map(digit).collect()
}

/// A whole number from 0 on, also with thousands set apart.
///
/// # Errors
/// [`Trouble::NoNumber`].
pub fn number(cell: &Cell) -> Result<Option<i64>, Trouble> {
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Number(number) if *number >= 0.0 && number.fract() == 0.0 && *number < 1e9 => {
            return Ok(Some(*number as i64));
        }
        Cell::Text(text) => western(text),
        _ => return Err(Trouble::NoNumber),
    };
    let parts: Vec<&str> = text.split(['.', ',', ' ', '\u{a0}', '\u{202f}', '’', '\'']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let thousands =
        parts.len() == 1 || (parts[0].len() <= 3 && parts[1..].iter().all(|part| part.len() == 3));
    match parts.iter().all(digits) && thousands {
        true => parts.concat().parse().map(Some).map_err(|_| Trouble::NoNumber),
        // 34,0 and 34.0 are written by programs.
        false => match parts.as_slice() {
            [whole, zeros]
                if digits(whole) && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') =>
            {
                whole.parse().map(Some).map_err(|_| Trouble::NoNumber)
            }
            _ => Err(Trouble::NoNumber),
        },
    }
}

/// The names of months as [`plain`] writes their beginnings.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &["may", "maj"],
    &["jun"],
    &["jul"],
    &["aug", "avg"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec"],
];

fn month_of(word: &str) -> Option<u32> {
    let word = plain(word);
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u32::try_from(at + 1).ok()
}

/// The parts of a date written with numbers, and what stands between them; with a time of day behind
/// it, if any.
fn parts_of(text: &str) -> Option<([&str; 3], char)> {
    let text = text.trim_end_matches('.');
    let between = text.chars().find(|c| matches!(c, '.' | '/' | '-'))?;
    let parts: Vec<&str> = text.split(between).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let c = c.split(['T', ' ']).next().unwrap_or(c).trim_end_matches('.');
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    [*a, *b, c].iter().all(|part| digits(part)).then_some(([*a, *b, c], between))
}

/// A date. `order` says which number is the day where `/` or `-` stands between them.
///
/// # Errors
/// [`Trouble::NoDay`]; [`Trouble::ShortYear`] for a year of two digits.
pub fn day(cell: &Cell, order: DayOrder) -> Result<Option<NaiveDate>, Trouble> {
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Day(day) => return Ok(Some(*day)),
        Cell::Text(text) => western(text),
        Cell::Number(_) | Cell::Time(_) => return Err(Trouble::NoDay),
    };
    let of = |year: &str, month: Option<u32>, day: &str| {
        let year: i32 = match year.len() {
            4 => year.parse().map_err(|_| Trouble::NoDay)?,
            1 | 2 => return Err(Trouble::ShortYear),
            _ => return Err(Trouble::NoDay),
        };
        let day = day.parse().map_err(|_| Trouble::NoDay)?;
        let month = month.ok_or(Trouble::NoDay)?;
        NaiveDate::from_ymd_opt(year, month, day).map(Some).ok_or(Trouble::NoDay)
    };
    if let Some(([a, b, c], between)) = parts_of(&text) {
        let month = |text: &str| text.parse().ok();
        return match (a.len(), between, order) {
            (4, ..) => of(a, month(b), c),
            (_, '.', _) | (_, _, DayOrder::DayFirst) => of(c, month(b), a),
            _ => of(c, month(a), b),
        };
    }
    // 31 May 2021, 31. мај 2021., May 31, 2021
    let words: Vec<&str> =
        text.split([' ', '.', ',', '-', '/']).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [day, month, year] if month_of(month).is_some() => of(year, month_of(month), day),
        [month, day, year] => of(year, month_of(month), day),
        _ => Err(Trouble::NoDay),
    }
}

/// Which number is the day, as far as dates with `/` or `-` tell: one above 12 is no month. `None`
/// where some could be read both ways and none tells.
pub fn order_of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Option<DayOrder> {
    let (mut seen, mut day_first, mut month_first) = (false, false, false);
    for cell in cells {
        let Cell::Text(text) = cell else { continue };
        let text = western(text);
        let Some(([a, b, _], between)) = parts_of(&text) else { continue };
        if between == '.' || a.len() == 4 {
            continue;
        }
        let above = |part: &str| part.parse::<u32>().is_ok_and(|n| n > 12);
        seen = true;
        day_first |= above(a);
        month_first |= above(b);
    }
    match (seen, day_first, month_first) {
        (true, false, false) => None,
        (_, false, true) => Some(DayOrder::MonthFirst),
        _ => Some(DayOrder::DayFirst),
    }
}

/// A time of day: `9:00`, `09.00`, `9h`.
///
/// # Errors
/// [`Trouble::NoTime`].
pub fn time(cell: &Cell) -> Result<Option<NaiveTime>, Trouble> {
    let of = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).ok_or(Trouble::NoTime);
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Time(minutes) => return of(minutes / 60, minutes % 60).map(Some),
        Cell::Number(hour) if hour.fract() == 0.0 && (0.0..24.0).contains(hour) => {
            return of(*hour as u32, 0).map(Some);
        }
        Cell::Text(text) => western(text),
        Cell::Number(_) | Cell::Day(_) => return Err(Trouble::NoTime),
    };
    let text = text.trim_end_matches(['h', 'H', ' ']).replace('.', ":");
    let padded = if text.contains(':') { format!("{text:0>5}") } else { format!("{text:0>2}:00") };
    parse_hhmm(&padded).map(Some).ok_or(Trouble::NoTime)
}

/// Looks a word up among lists of words.
fn among<T: Copy>(cell: &Cell, lists: &[(T, &[&str])]) -> Result<Option<T>, Trouble> {
    let shown = cell.shown();
    if shown.is_empty() {
        return Ok(None);
    }
    let word = plain(&western(&shown));
    let is = |known: &&str| *known == word || *known == shown;
    let found = lists.iter().find(|(_, words)| words.iter().any(is));
    found.map(|(value, _)| Some(*value)).ok_or(Trouble::NoWord)
}

/// Sex.
///
/// # Errors
/// [`Trouble::NoWord`].
pub fn sex(cell: &Cell) -> Result<Option<Sex>, Trouble> {
    among(
        cell,
        &[
            (
                Sex::Female,
                &[
                    "f",
                    "female",
                    "woman",
                    "girl",
                    "w",
                    "z",
                    "zensko",
                    "zenski",
                    "zena",
                    "devojcica",
                    "أنثى",
                    "انثى",
                ],
            ),
            (Sex::Male, &["m", "male", "man", "boy", "musko", "muski", "muskarac", "decak", "ذكر"]),
            (Sex::Other, &["o", "other", "x", "drugo", "ostalo"]),
            (
                Sex::NotDisclosed,
                &[
                    "u",
                    "unknown",
                    "na",
                    "notdisclosed",
                    "undisclosed",
                    "n",
                    "nepoznato",
                    "-",
                    "?",
                    "/",
                ],
            ),
        ],
    )
}

/// Whether somebody was there.
///
/// # Errors
/// [`Trouble::NoWord`].
pub fn presence(cell: &Cell) -> Result<Option<Presence>, Trouble> {
    among(
        cell,
        &[
            (
                Presence::Present,
                &[
                    "1", "x", "y", "yes", "p", "present", "true", "d", "da", "prisutan",
                    "prisutna", "prisutno", "+", "✓", "✔", "√",
                ],
            ),
            (
                Presence::Absent,
                &[
                    "0", "no", "a", "absent", "false", "n", "ne", "odsutan", "odsutna", "odsutno",
                    "-", "–", "✗", "✘",
                ],
            ),
        ],
    )
}

/// With whom a child is. Yes and no answer the question whether it is alone.
///
/// # Errors
/// [`Trouble::NoWord`].
pub fn separation(cell: &Cell) -> Result<Option<Separation>, Trouble> {
    among(
        cell,
        &[
            (
                Separation::Accompanied,
                &[
                    "accompanied",
                    "withfamily",
                    "withparents",
                    "no",
                    "ne",
                    "0",
                    "sapratnjom",
                    "uzroditelje",
                    "saporodicom",
                ],
            ),
            (Separation::Separated, &["separated", "razdvojen", "razdvojena", "razdvojeno"]),
            (
                Separation::Unaccompanied,
                &[
                    "unaccompanied",
                    "uasc",
                    "alone",
                    "yes",
                    "da",
                    "1",
                    "x",
                    "bezpratnje",
                    "sam",
                    "sama",
                ],
            ),
        ],
    )
}

/// What people call those of a country, where it is not its name: those whom the centres know.
const PEOPLES: &[(&str, &[&str])] = &[
    ("AFG", &["afghan", "afgan", "avganistanac", "avganistanka", "avganistan", "af"]),
    ("SYR", &["syrian", "syrianarabrepublic", "sirijac", "sirijka", "sy"]),
    ("IRQ", &["iraqi", "iracanin", "iracanka", "iq"]),
    ("IRN", &["iranian", "iranac", "iranka", "islamicrepublicofiran", "ir"]),
    ("PAK", &["pakistani", "pakistanac", "pakistanka", "pk"]),
    ("BGD", &["bangladeshi", "bd"]),
    ("SOM", &["somali", "somalijac", "somalijka", "so"]),
    ("MAR", &["moroccan", "marokanac", "marokanka", "ma"]),
    ("DZA", &["algerian", "alzirac", "alzirka", "dz"]),
    ("TUN", &["tunisian", "tn"]),
    ("EGY", &["egyptian", "egipcanin", "eg"]),
    ("PSE", &["palestinian", "palestinac", "palestinka", "ps", "stateofpalestine"]),
    ("TUR", &["turkish", "turcin", "turkinja", "turkiye", "tr"]),
    ("BDI", &["burundian", "bi"]),
    ("COD", &["drc", "drcongo", "cd"]),
    ("CUB", &["cuban", "cu"]),
    ("IND", &["indian", "in"]),
    ("NPL", &["nepali", "nepalese", "np"]),
    ("RUS", &["russian", "russianfederation", "ru"]),
    ("UKR", &["ukrainian", "ua"]),
    ("ERI", &["eritrean", "er"]),
    ("ETH", &["ethiopian", "et"]),
    ("SDN", &["sudanese", "sd"]),
    ("YEM", &["yemeni", "ye"]),
    ("LBY", &["libyan", "ly"]),
    ("XXA", &["stateless", "bezdrzavljanstva", "apatrid"]),
    ("XXX", &["unknown", "nepoznato", "na"]),
];

/// The ways to write things of which there are many, each with its code.
pub struct Names {
    countries: HashMap<String, String>,
    languages: HashMap<String, &'static str>,
}

impl Names {
    /// Those of both languages.
    pub fn new() -> Self {
        let mut all = HashMap::new();
        for locale in [Locale::En, Locale::SrCyrl] {
            for (code, name) in countries(locale) {
                all.insert(plain(&name), code.clone());
                all.insert(plain(&code), code);
            }
        }
        for (code, words) in PEOPLES {
            all.extend(words.iter().map(|word| ((*word).to_owned(), (*code).to_owned())));
        }
        let mut languages = HashMap::new();
        for locale in [Locale::En, Locale::SrCyrl] {
            let named = language_choices(locale).into_iter().map(|(_, name)| name);
            for (code, name) in LANGUAGES.into_iter().zip(named) {
                languages.insert(code.to_owned(), code);
                languages.insert(plain(&name), code);
            }
        }
        let more = [
            ("ar", "ara"),
            ("en", "eng"),
            ("sr", "srp"),
            ("fa", "pes"),
            ("farsi", "pes"),
            ("persian", "pes"),
            ("dari", "prs"),
            ("ps", "pus"),
            ("pashto", "pus"),
            ("pushto", "pus"),
            ("pastu", "pus"),
            ("ur", "urd"),
            ("ku", "kmr"),
            ("kurdish", "kmr"),
            ("kurdski", "kmr"),
            ("kurmanji", "kmr"),
            ("sorani", "ckb"),
            ("tr", "tur"),
            ("fr", "fra"),
            ("so", "som"),
            ("somalski", "som"),
            ("persijski", "pes"),
            ("arapskijezik", "ara"),
        ];
        languages.extend(more.map(|(word, code)| (word.to_owned(), code)));
        Self { countries: all, languages }
    }

    /// A nationality by its code or its name.
    ///
    /// # Errors
    /// [`Trouble::NoCountry`].
    pub fn country(&self, cell: &Cell) -> Result<Option<String>, Trouble> {
        match cell.shown() {
            text if text.is_empty() => Ok(None),
            text => self.countries.get(&plain(&text)).cloned().map(Some).ok_or(Trouble::NoCountry),
        }
    }

    /// Languages by their codes or names, with anything between them.
    ///
    /// # Errors
    /// [`Trouble::NoLanguage`].
    pub fn languages(&self, cell: &Cell) -> Result<Vec<&'static str>, Trouble> {
        let shown = cell.shown();
        let mut found = Vec::new();
        for word in shown.split([',', ';', '/', '+', '|', '&', '\n']).map(plain) {
            if word.is_empty() {
                continue;
            }
            let code = *self.languages.get(&word).ok_or(Trouble::NoLanguage)?;
            if !found.contains(&code) {
                found.push(code);
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }

    #[test]
    fn dates_in_the_forms_of_the_region() {
        let expected: NaiveDate = "2021-05-31".parse().expect("a day");
        for text in [
            "2021-05-31",
            "2021-05-31T00:00:00",
            "2021-05-31 00:00:00",
            "2021/05/31",
            "31.05.2021",
            "31.5.2021.",
            "31. 5. 2021.",
            "31/05/2021",
            "31-5-2021",
            "31 May 2021",
            "31. maj 2021.",
            "31. мај 2021",
            "May 31, 2021",
            "31-May-2021",
            "٣١/٠٥/٢٠٢١",
        ] {
            assert_eq!(day(&cell(text), DayOrder::DayFirst), Ok(Some(expected)), "{text}");
        }
        assert_eq!(day(&cell("05/31/2021"), DayOrder::MonthFirst), Ok(Some(expected)));
        assert_eq!(day(&cell("31.05.2021"), DayOrder::MonthFirst), Ok(Some(expected)));
        for text in ["31.02.2021", "2021", "yesterday", "31.05", "13/13/2021", "44347", "1.1.20211"]
        {
            assert_eq!(day(&cell(text), DayOrder::DayFirst), Err(Trouble::NoDay), "{text}");
        }
        assert_eq!(day(&cell("31.5.21."), DayOrder::DayFirst), Err(Trouble::ShortYear));
        assert_eq!(day(&Cell::Empty, DayOrder::DayFirst), Ok(None));
    }

    #[test]
    fn the_order_of_day_and_month_is_found_where_a_date_tells() {
        let of = |texts: &[&str]| {
            let cells: Vec<Cell> = texts.iter().map(|text| cell(text)).collect();
            order_of(cells.iter())
        };
        assert_eq!(of(&["01/02/2021", "31/02/2021"]), Some(DayOrder::DayFirst));
        assert_eq!(of(&["01/02/2021", "02/28/2021"]), Some(DayOrder::MonthFirst));
        assert_eq!(of(&["01/02/2021"]), None);
        assert_eq!(of(&["01.02.2021", "2021-02-01", "x"]), Some(DayOrder::DayFirst));
    }

    #[test]
    fn numbers_as_people_and_programs_write_them() {
        for (text, n) in [
            ("148", 148),
            ("1.000", 1_000),
            ("1,000", 1_000),
            ("12 345", 12_345),
            ("34,0", 34),
            ("٥٠", 50),
        ] {
            assert_eq!(number(&cell(text)), Ok(Some(n)), "{text}");
        }
        assert_eq!(number(&Cell::Number(34.0)), Ok(Some(34)));
        for bad in ["-1", "3.5", "1,00,0", "about 30", "1.0000"] {
            let read = number(&cell(bad));
            assert!(read.is_err() || bad == "1.0000", "{bad}: {read:?}");
        }
        assert_eq!(number(&Cell::Number(3.5)), Err(Trouble::NoNumber));
    }

    #[test]
    fn words_in_both_languages() {
        for text in ["F", "female", "Ž", "Ж", "женско", "žensko", "أنثى"] {
            assert_eq!(sex(&cell(text)), Ok(Some(Sex::Female)), "{text}");
        }
        for text in ["m", "Male", "мушки", "muško", "M."] {
            assert_eq!(sex(&cell(text)), Ok(Some(Sex::Male)), "{text}");
        }
        assert_eq!(sex(&cell("femle")), Err(Trouble::NoWord));
        for text in ["x", "1", "Da", "prisutan", "✓"] {
            assert_eq!(presence(&cell(text)), Ok(Some(Presence::Present)), "{text}");
        }
        assert_eq!(presence(&cell("-")), Ok(Some(Presence::Absent)));
        assert_eq!(separation(&cell("bez pratnje")), Ok(Some(Separation::Unaccompanied)));
        let names = Names::new();
        for text in ["SYR", "Syria", "Sirija", "Сирија", "syrian", "SY"] {
            assert_eq!(names.country(&cell(text)), Ok(Some("SYR".into())), "{text}");
        }
        assert_eq!(names.country(&cell("Syrria")), Err(Trouble::NoCountry));
        assert_eq!(names.languages(&cell("arapski, English; fa")), Ok(vec!["ara", "eng", "pes"]));
        assert_eq!(names.languages(&cell("Klingon")), Err(Trouble::NoLanguage));
    }

    #[test]
    fn times_of_day() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for text in ["9:00", "09:00", "9.00", "9h", "9"] {
            assert_eq!(time(&cell(text)), Ok(at(9, 0)), "{text}");
        }
        assert_eq!(time(&Cell::Time(570)), Ok(at(9, 30)));
        assert_eq!(time(&cell("25:00")), Err(Trouble::NoTime));
        assert_eq!(time(&cell("morning")), Err(Trouble::NoTime));
    }
}
