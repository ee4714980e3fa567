//! Which column holds what, by its heading.

use any_ascii::any_ascii;
use app::i18n::latin::latin;
use domain::import::{ImportField, ImportKind};
use domain::person::{AgeBand, Sex};
use std::collections::HashSet;

/// A word as it is compared: in Latin letters without marks, without blanks and signs.
pub fn plain(text: &str) -> String {
    let latin = latin(text).to_lowercase().replace('đ', "dj");
    any_ascii(&latin).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The headings by which a field is known, as [`plain`] writes them, in English and Serbian.
fn words(field: ImportField) -> &'static [&'static str] {
    use ImportField::*;
    match field {
        Code => &["code", "personcode", "radionicacode", "sifra", "kod"],
        Reference => &[
            "reference",
            "ref",
            "id",
            "no",
            "nr",
            "number",
            "casenumber",
            "caseid",
            "case",
            "rb",
            "redbr",
            "rednibroj",
            "broj",
            "brojdosijea",
            "oznaka",
        ],
        Alias => &["alias", "name", "firstname", "calledname", "ime", "nadimak", "imeiprezime"],
        Sex => &["sex", "gender", "pol", "mz"],
        BirthYear => &[
            "birthyear",
            "yearofbirth",
            "yob",
            "born",
            "godinarodjenja",
            "godrodjenja",
            "godiste",
            "rodjen",
            "rodjena",
        ],
        BirthDate => &["birthdate", "dateofbirth", "dob", "birthday", "datumrodjenja"],
        Age => &["age", "years", "ageyears", "godine", "starost", "uzrast", "godina"],
        AgeOn => &["ageon", "ageasof", "dateofage", "starostnadan", "godinenadan"],
        Nationality => &[
            "nationality",
            "country",
            "countryoforigin",
            "origin",
            "citizenship",
            "drzavljanstvo",
            "drzava",
            "drzavaporekla",
            "zemlja",
            "zemljaporekla",
            "poreklo",
        ],
        Languages => &["language", "languages", "speaks", "jezik", "jezici", "govori"],
        Separation => &[
            "separation",
            "accompanied",
            "unaccompanied",
            "uasc",
            "pratnja",
            "bezpratnje",
            "statusdeteta",
        ],
        Arrival => &[
            "arrival",
            "arrived",
            "arrivaldate",
            "dateofarrival",
            "dolazak",
            "datumdolaska",
            "stigao",
            "prijem",
            "datumprijema",
        ],
        Departure => &[
            "departure",
            "left",
            "departuredate",
            "dateofdeparture",
            "odlazak",
            "datumodlaska",
            "otisao",
        ],
        Contact => &["contact", "phone", "telephone", "mobile", "telefon", "kontakt", "mobilni"],
        Guardian => &["guardian", "staratelj", "starateljica"],
        Workshop => {
            &["workshop", "activity", "workshopcode", "radionica", "aktivnost", "sifraradionice"]
        }
        From => &[
            "from",
            "start",
            "startdate",
            "enrolled",
            "since",
            "od",
            "pocetak",
            "upisan",
            "datumupisa",
        ],
        To => &["to", "until", "end", "enddate", "do", "kraj", "zavrsetak"],
        Day => &["date", "day", "datum", "dan"],
        Start => &["start", "time", "starttime", "begins", "pocetak", "vreme", "sat"],
        Minutes => &["minutes", "duration", "length", "trajanje", "minuti", "minuta"],
        Presence => {
            &["presence", "present", "attendance", "attended", "prisustvo", "prisutan", "prisutna"]
        }
        Total => &[
            "total",
            "all",
            "people",
            "occupancy",
            "ukupno",
            "svi",
            "broj",
            "popunjenost",
            "brojljudi",
        ],
        Children => &["children", "minors", "deca", "maloletni"],
        Females => {
            &["female", "females", "women", "womenandgirls", "zene", "zensko", "zeneidevojcice"]
        }
        Males => &["male", "males", "men", "menandboys", "muskarci", "musko", "muskarciidecaci"],
        Girls => &["girls", "devojcice"],
        Boys => &["boys", "decaci"],
        Source => &["source", "izvor"],
        Cell(..) => &[],
    }
}

/// The words of a sex at the head of a cell's column, and those of an age band behind it.
fn is_cell(sex: Sex, band: AgeBand, heading: &str) -> bool {
    let sexes: &[&str] = match sex {
        Sex::Female => &["female", "females", "women", "f", "zensko", "zene", "z"],
        Sex::Male => &["male", "males", "men", "m", "musko", "muskarci"],
        Sex::Other => &["other", "drugo", "ostali"],
        Sex::NotDisclosed => &["undisclosed", "unknown", "notdisclosed", "nepoznato"],
    };
    let bands: &[&str] = match band {
        AgeBand::To4 => &["04"],
        AgeBand::To11 => &["511"],
        AgeBand::To17 => &["1217"],
        AgeBand::To59 => &["1859"],
        AgeBand::From60 => &["60", "60plus"],
        AgeBand::Unknown => &["unknown", "nepoznato"],
    };
    sexes.iter().any(|sex| heading.strip_prefix(sex).is_some_and(|rest| bands.contains(&rest)))
}

/// The field that a heading speaks of, if it is known.
pub fn recognised(kind: ImportKind, heading: &str) -> Option<ImportField> {
    let heading = plain(heading);
    kind.fields().into_iter().find(|field| match field {
        ImportField::Cell(sex, band) => is_cell(*sex, *band, &heading),
        field => words(*field).contains(&heading.as_str()) || plain(&field.word()) == heading,
    })
}

/// The column of each field, by the headings: the first that speaks of it.
pub fn guess(kind: ImportKind, headings: &[String]) -> Vec<(ImportField, usize)> {
    let mut seen = HashSet::new();
    let found = headings.iter().enumerate().filter_map(|(column, heading)| {
        let field = recognised(kind, heading)?;
        seen.insert(field).then_some((field, column))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ImportField::*;

    #[test]
    fn headings_are_known_in_both_languages_and_scripts() {
        let of = |heading| recognised(ImportKind::People, heading);
        for (heading, field) in [
            ("Sex", Sex),
            ("Пол", Sex),
            ("POL", Sex),
            ("Datum rođenja", BirthDate),
            ("Датум рођења", BirthDate),
            ("Year of birth", BirthYear),
            ("Država porekla", Nationality),
            ("birth-year", BirthYear),
            ("Redni broj", Reference),
            ("Ime", Alias),
        ] {
            assert_eq!(of(heading), Some(field), "{heading}");
        }
        assert_eq!(of("Remarks"), None);
        let occupancy = |heading| recognised(ImportKind::Occupancy, heading);
        use domain::person::{AgeBand, Sex as S};
        assert_eq!(occupancy("Female 0-4"), Some(Cell(S::Female, AgeBand::To4)));
        assert_eq!(occupancy("мушко 60+"), Some(Cell(S::Male, AgeBand::From60)));
        assert_eq!(occupancy("Female"), Some(Females));
        assert_eq!(recognised(ImportKind::Attendance, "Radionica"), Some(Workshop));
    }

    #[test]
    fn the_first_column_of_a_field_is_taken() {
        let headings = ["Name", "Sex", "Gender", ""].map(str::to_owned);
        assert_eq!(guess(ImportKind::People, &headings), [(Alias, 0), (Sex, 1)]);
    }
}
