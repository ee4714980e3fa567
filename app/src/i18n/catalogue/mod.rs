//! The texts of the product, a module an area.
//!
//! Each module holds constants and two lists, `ALL` and `ALL_PLURALS`, from which the tests read.
//! How to add a text is told in [`super`].

/// Makes a documented constant of each line `NAME: "English", "српски", "العربية";` and the list
/// `ALL`.
macro_rules! texts {
    ($($(#[$attribute:meta])* $name:ident: $en:literal, $sr:literal, $ar:literal;)*) => {
        $(
            #[doc = concat!($en, " · ", $sr)]
            #[doc = ""]
            $(#[$attribute])*
            pub const $name: $crate::i18n::Text = $crate::i18n::Text { en: $en, sr: $sr, ar: $ar };
        )*

        /// Every text of this module with its name.
        pub const ALL: &[(&str, $crate::i18n::Text)] = &[$((stringify!($name), $name)),*];
    };
}

/// Makes a documented constant of each line `NAME: ["one", "other"], ["један", "неколико",
/// "остало"], ["صفر", "واحد", "اثنان", "قليل", "كثير", "آخر"];` and the list `ALL_PLURALS`.
macro_rules! plurals {
    ($(
        $(#[$attribute:meta])*
        $name:ident:
            [$one:literal, $other:literal $(,)?],
            [$jedan:literal, $dva:literal, $pet:literal $(,)?],
            [$($ar:literal),* $(,)?];
    )*) => {
        $(
            #[doc = concat!($other, " · ", $pet)]
            #[doc = ""]
            $(#[$attribute])*
            pub const $name: $crate::i18n::Plural = $crate::i18n::Plural {
                en: [$one, $other],
                sr: [$jedan, $dva, $pet],
                ar: [$($ar),*],
            };
        )*

        /// Every text with a number of this module with its name.
        pub const ALL_PLURALS: &[(&str, $crate::i18n::Plural)] =
            &[$((stringify!($name), $name)),*];
    };
}

pub mod access;
pub mod calendar;
pub mod cards;
pub mod centres;
pub mod changes;
pub mod common;
pub mod dashboard;
pub mod donor_reports;
pub mod doubtful;
pub mod dropping_out;
pub mod facts;
pub mod faults;
pub mod files;
pub mod import;
pub mod journal;
pub mod occupancy;
pub mod offline;
pub mod organisation;
pub mod participation;
pub mod people;
pub mod periods;
pub mod plan;
pub mod projects;
pub mod reports;
pub mod retention;
pub mod review;
pub mod sheet;
pub mod shell;
pub mod shift_log;
pub mod sign_in;
pub mod stock;
pub mod tablet;
pub mod tablets;
pub mod tokens;
pub mod training;
pub mod trends;
pub mod verify;
pub mod vocabulary;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::latin::latin;
    use crate::i18n::text::placeholders;
    use crate::i18n::{Plural, Text};
    use std::collections::BTreeSet;

    /// An area's name, its texts, its texts with a number.
    type Area = (&'static str, &'static [(&'static str, Text)], &'static [(&'static str, Plural)]);

    const AREAS: &[Area] = &[
        ("access", access::ALL, access::ALL_PLURALS),
        ("calendar", calendar::ALL, calendar::ALL_PLURALS),
        ("cards", cards::ALL, cards::ALL_PLURALS),
        ("centres", centres::ALL, centres::ALL_PLURALS),
        ("changes", changes::ALL, changes::ALL_PLURALS),
        ("common", common::ALL, common::ALL_PLURALS),
        ("dashboard", dashboard::ALL, dashboard::ALL_PLURALS),
        ("donor_reports", donor_reports::ALL, donor_reports::ALL_PLURALS),
        ("doubtful", doubtful::ALL, doubtful::ALL_PLURALS),
        ("dropping_out", dropping_out::ALL, dropping_out::ALL_PLURALS),
        ("facts", facts::ALL, facts::ALL_PLURALS),
        ("faults", faults::ALL, faults::ALL_PLURALS),
        ("files", files::ALL, files::ALL_PLURALS),
        ("import", import::ALL, import::ALL_PLURALS),
        ("journal", journal::ALL, journal::ALL_PLURALS),
        ("occupancy", occupancy::ALL, occupancy::ALL_PLURALS),
        ("offline", offline::ALL, offline::ALL_PLURALS),
        ("organisation", organisation::ALL, organisation::ALL_PLURALS),
        ("participation", participation::ALL, participation::ALL_PLURALS),
        ("people", people::ALL, people::ALL_PLURALS),
        ("periods", periods::ALL, periods::ALL_PLURALS),
        ("plan", plan::ALL, plan::ALL_PLURALS),
        ("projects", projects::ALL, projects::ALL_PLURALS),
        ("reports", reports::ALL, reports::ALL_PLURALS),
        ("retention", retention::ALL, retention::ALL_PLURALS),
        ("review", review::ALL, review::ALL_PLURALS),
        ("sheet", sheet::ALL, sheet::ALL_PLURALS),
        ("shell", shell::ALL, shell::ALL_PLURALS),
        ("shift_log", shift_log::ALL, shift_log::ALL_PLURALS),
        ("sign_in", sign_in::ALL, sign_in::ALL_PLURALS),
        ("stock", stock::ALL, stock::ALL_PLURALS),
        ("tablet", tablet::ALL, tablet::ALL_PLURALS),
        ("tablets", tablets::ALL, tablets::ALL_PLURALS),
        ("tokens", tokens::ALL, tokens::ALL_PLURALS),
        ("training", training::ALL, training::ALL_PLURALS),
        ("trends", trends::ALL, trends::ALL_PLURALS),
        ("verify", verify::ALL, verify::ALL_PLURALS),
        ("vocabulary", vocabulary::ALL, vocabulary::ALL_PLURALS),
    ];

    /// Words that Serbian leaves in Latin script.
    const LATIN_WORDS: &[&str] = &[
        "AIDA", "CSV", "Excel", "Fi", "HXL", "ID", "ISO", "JSON", "MB", "RS", "UTC", "UTF", "WGS",
        "Wi", "XLSX",
    ];

    /// Words that Arabic leaves in Latin script besides.
    const ARABIC_LATIN: &[&str] = &["PIN", "QR", "iCalendar"];

    /// The forms of every text in English, Serbian and Arabic, with `area::NAME`.
    fn entries() -> Vec<(String, [Vec<&'static str>; 3])> {
        let mut all = Vec::new();
        for (area, texts, plurals) in AREAS.iter().copied() {
            for (name, Text { en, sr, ar }) in texts {
                all.push((format!("{area}::{name}"), [vec![*en], vec![*sr], vec![*ar]]));
            }
            for (name, Plural { en, sr, ar }) in plurals {
                all.push((format!("{area}::{name}"), [en.to_vec(), sr.to_vec(), ar.to_vec()]));
            }
        }
        all
    }

    /// `text` without its placeholders.
    fn bare(text: &str) -> String {
        placeholders(text)
            .iter()
            .fold(text.to_owned(), |text, name| text.replace(&format!("{{{name}}}"), ""))
    }

    #[test]
    fn every_module_is_tested() {
        let modules: Vec<&str> = include_str!("mod.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
            .collect();
        let areas: Vec<&str> = AREAS.iter().map(|(name, ..)| *name).collect();
        assert_eq!(modules, areas);
    }

    /// By what names the areas go in a file: `use …::catalogue::{common, plan as texts};`.
    fn aliases(source: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for rest in source.split("catalogue::").skip(1) {
            let end = if rest.starts_with('{') { '}' } else { ';' };
            let list = rest.split(end).next().unwrap_or_default().trim_start_matches('{');
            for one in list.split(',').map(str::trim) {
                let (area, alias) = one.split_once(" as ").unwrap_or((one, one));
                // `catalogue::plan::TITLE` names its area in full.
                let area = area.split("::").next().unwrap_or_default();
                let alias = alias.split("::").next().unwrap_or_default();
                found.push((area.to_owned(), alias.to_owned()));
            }
        }
        found
    }

    fn sources(folder: &std::path::Path, all: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("catalogue") {
                sources(&path, all);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                all.push(std::fs::read_to_string(&path).expect("a file"));
            }
        }
    }

    #[test]
    fn no_text_is_left_unused() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        sources(&root.join("src"), &mut files);
        sources(&root.join("../server/src"), &mut files);
        let mut used = BTreeSet::new();
        for file in &files {
            let aliases = aliases(file);
            let words = file.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
            for word in words {
                if let Some((alias, name)) = word.rsplit_once("::") {
                    let alias = alias.rsplit("::").next().unwrap_or_default();
                    let areas = aliases.iter().filter(|(_, known)| known == alias);
                    used.extend(areas.map(|(area, _)| format!("{area}::{name}")));
                } else if word.starts_with("COL_") || word.starts_with("ABOUT_") {
                    // The macro of the columns names its area itself.
                    used.insert(format!("reports::{word}"));
                }
            }
        }
        let left: Vec<String> = entries()
            .into_iter()
            .map(|(name, ..)| name)
            .filter(|name| !used.contains(name))
            .collect();
        assert_eq!(left, Vec::<String>::new());
    }

    #[test]
    fn all_forms_have_the_same_placeholders() {
        for (name, forms) in entries() {
            // None, one and two may be said by the Arabic word alone.
            let counted = forms[2].len() == 6;
            let mut sets: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
            for (language, forms) in forms.iter().enumerate() {
                for (place, form) in forms.iter().enumerate() {
                    let mut set: BTreeSet<&str> = placeholders(form).into_iter().collect();
                    if counted && language == 2 && place < 3 {
                        set.insert("n");
                    }
                    sets.insert(set);
                }
            }
            assert_eq!(sets.len(), 1, "{name}: {sets:?}");
            for form in forms.iter().flatten() {
                for placeholder in placeholders(form) {
                    let fits = |c: char| c.is_ascii_lowercase() || c == '_';
                    assert!(!placeholder.is_empty() && placeholder.chars().all(fits), "{name}");
                }
                assert!(!bare(form).contains(['{', '}']), "{name}: a lone brace in {form}");
            }
        }
    }

    #[test]
    fn a_plural_has_its_number() {
        for (area, _, plurals) in AREAS.iter().copied() {
            for (name, plural) in plurals {
                assert!(placeholders(plural.en[0]).contains(&"n"), "{area}::{name}");
            }
        }
    }

    #[test]
    fn nothing_is_empty_or_ragged() {
        for (name, forms) in entries() {
            for form in forms.iter().flatten() {
                assert!(!form.is_empty() && form.trim() == *form, "{name}: “{form}”");
                assert!(!form.contains("  ") && !form.contains('\n'), "{name}: “{form}”");
                // ’ and „” or “”, which need no escaping either.
                assert!(!form.contains(['\'', '"', '<', '>', '&']), "{name}: “{form}”");
            }
        }
    }

    /// Save where a Serbian date or year, which brings its own full stop, ends the text.
    #[test]
    fn all_languages_end_alike() {
        let end = |form: &str| {
            let last = form.chars().last().map(|last| if last == '؟' { '?' } else { last });
            last.filter(|last| ".:?!…".contains(*last))
        };
        for (name, [en, sr, ar]) in entries() {
            for form in sr.iter().filter(|form| !form.trim_end_matches('.').ends_with('}')) {
                assert_eq!(end(en[0]), end(form), "{name}: “{}”, “{form}”", en[0]);
            }
            for form in ar {
                assert_eq!(end(en[0]), end(form), "{name}: “{}”, “{form}”", en[0]);
            }
        }
    }

    #[test]
    fn a_serbian_date_brings_its_own_full_stop() {
        for (name, [_, sr, _]) in entries() {
            for form in sr {
                assert!(!form.contains("date}."), "{name}: “{form}”");
            }
        }
    }

    #[test]
    fn english_has_no_cyrillic_letter() {
        for (name, [en, ..]) in entries() {
            for form in en {
                let cyrillic = form.chars().find(|c| ('\u{400}'..='\u{52f}').contains(c));
                assert_eq!(cyrillic, None, "{name}: “{form}”");
            }
        }
    }

    #[test]
    fn serbian_has_no_latin_letter() {
        for (name, [_, sr, _]) in entries() {
            for form in sr {
                for word in bare(form).split(|c: char| !c.is_alphabetic()) {
                    let latin = word.chars().any(|c| c < '\u{370}');
                    assert!(!latin || LATIN_WORDS.contains(&word), "{name}: “{word}” in “{form}”");
                }
            }
        }
    }

    #[test]
    fn serbian_has_only_letters_of_serbian() {
        for (name, [_, sr, _]) in entries() {
            for form in sr {
                let left = latin(form).chars().find(|c| ('\u{400}'..='\u{52f}').contains(c));
                assert_eq!(left, None, "{name}: “{form}”");
            }
        }
    }

    #[test]
    fn arabic_has_only_letters_of_arabic() {
        for (name, [.., ar]) in entries() {
            for form in ar {
                for word in bare(form).split(|c: char| !c.is_alphabetic()) {
                    let foreign = word.chars().any(|c| !('\u{600}'..='\u{6ff}').contains(&c));
                    let known = LATIN_WORDS.contains(&word) || ARABIC_LATIN.contains(&word);
                    assert!(!foreign || known, "{name}: “{word}” in “{form}”");
                }
            }
        }
    }

    #[test]
    fn no_name_stands_twice() {
        let names: Vec<String> = entries().into_iter().map(|(name, ..)| name).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
        assert!(names.len() > 400, "{} texts", names.len());
    }
}
