//! Sentences of the tablet that are put together from what stands on the board.

use crate::i18n::catalogue::{common, tablet as texts, vocabulary};
use crate::i18n::labels::{band_label, unit_count};
use crate::i18n::{Locale, Text};
use chrono::{Datelike, NaiveDate};
use domain::attendance::Presence;
use domain::command::Command;
use domain::person::{AgeBand, LanguageLevel, Sex};
use domain::shift::Slot;
use domain::snapshot::{PersonBrief, ProductBrief};

/// `Mon 31 May`.
pub fn short_day(locale: Locale, day: NaiveDate) -> String {
    format!("{} {}", locale.weekday_short(day.weekday()), locale.day_month(day))
}

/// `10:00–12:00`, with the day before it where that is not plain.
pub fn slot(locale: Locale, slot: &Slot, with_day: bool) -> String {
    let time = locale.time_span(slot.start, slot.end());
    if with_day { pair(locale, &short_day(locale, slot.day), &time) } else { time }
}

/// Two parts on one line.
pub fn pair(locale: Locale, first: &str, second: &str) -> String {
    locale.fill(&common::PAIR, &[("first", &first), ("second", &second)])
}

/// A label and its value.
pub fn labelled(locale: Locale, label: &str, value: &str) -> String {
    locale.fill(&common::LABELLED, &[("label", &label), ("value", &value)])
}

/// The word for a mark.
pub fn presence_label(presence: Presence) -> &'static Text {
    match presence {
        Presence::Present => &vocabulary::MARK_PRESENT,
        Presence::Absent => &vocabulary::MARK_ABSENT,
        Presence::Unmarked => &vocabulary::MARK_NOT_MARKED,
    }
}

/// The value of `data-mark` for a mark.
pub fn presence_code(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "present",
        Presence::Absent => "absent",
        Presence::Unmarked => "unmarked",
    }
}

/// What was done to a mark.
pub fn marked(locale: Locale, alias: &str, presence: Presence) -> String {
    let text = match presence {
        Presence::Present => &texts::DONE_PRESENT,
        Presence::Absent => &texts::DONE_ABSENT,
        Presence::Unmarked => &texts::DONE_UNMARK,
    };
    locale.fill(text, &[("alias", &alias)])
}

/// The head of a headcount's column.
pub fn people_label(sex: Sex) -> &'static Text {
    match sex {
        Sex::Female => &vocabulary::FEMALES,
        Sex::Male => &vocabulary::MALES,
        Sex::Other => &vocabulary::OTHER_SEX,
        Sex::NotDisclosed => &vocabulary::SEX_UNKNOWN_PEOPLE,
    }
}

/// A cell of the headcount: `Women and girls · 5–11`.
pub fn cell(locale: Locale, sex: Sex, band: AgeBand) -> String {
    pair(locale, &locale.text(people_label(sex)), &locale.text(band_label(band)))
}

/// What was done to a count.
pub fn counted(locale: Locale, sex: Sex, band: AgeBand, people: i64) -> String {
    labelled(locale, &cell(locale, sex, band), &locale.number(people))
}

/// `25 pieces · Canvas face masks`; what is no good says so.
pub fn quantity(locale: Locale, product: &ProductBrief, quantity: i64, rejected: bool) -> String {
    let count = locale.count(unit_count(product.unit), quantity);
    let line = pair(locale, &count, &locale.name(&product.name.en, &product.name.sr));
    if rejected { pair(locale, &line, &locale.text(&common::REJECTED)) } else { line }
}

/// What was done to the outputs.
pub fn made(
    locale: Locale,
    text: &Text,
    product: &ProductBrief,
    amount: i64,
    rejected: bool,
) -> String {
    locale.fill(text, &[("quantity", &quantity(locale, product, amount, rejected))])
}

/// What stands on a person's tile beside the alias, if anything: who interprets, who walked in.
pub fn flag(locale: Locale, person: &PersonBrief, registered: bool) -> Option<String> {
    let languages: Vec<String> = person
        .languages
        .iter()
        .filter(|(_, level)| *level == LanguageLevel::Interprets)
        .map(|(code, _)| language(locale, code))
        .collect();
    if !languages.is_empty() {
        let interprets = locale.text(&vocabulary::LEVEL_INTERPRETS);
        return Some(labelled(locale, &interprets, &languages.join(", ")));
    }
    (!registered).then(|| locale.text(&texts::WALK_IN).into_owned())
}

/// The name of a language by its code of ISO 639-3.
pub fn language(locale: Locale, code: &str) -> String {
    let text = match code {
        "eng" => &vocabulary::LANGUAGE_ENG,
        "srp" => &vocabulary::LANGUAGE_SRP,
        "ara" => &vocabulary::LANGUAGE_ARA,
        "prs" => &vocabulary::LANGUAGE_PRS,
        "pes" => &vocabulary::LANGUAGE_PES,
        "pus" => &vocabulary::LANGUAGE_PUS,
        "urd" => &vocabulary::LANGUAGE_URD,
        "kmr" => &vocabulary::LANGUAGE_KMR,
        "ckb" => &vocabulary::LANGUAGE_CKB,
        "tur" => &vocabulary::LANGUAGE_TUR,
        "fra" => &vocabulary::LANGUAGE_FRA,
        "som" => &vocabulary::LANGUAGE_SOM,
        _ => return locale.fill(&vocabulary::LANGUAGE_OTHER, &[("code", &code)]),
    };
    locale.text(text).into_owned()
}

/// The kind of a command, as in its JSON: of those that a tablet makes.
pub fn kind(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::RegisterPerson(_) => "register_person",
        Command::MarkAttendance(_) => "mark_attendance",
        Command::RecordHeadcount(_) => "record_headcount",
        Command::RecordOutput(_) => "record_output",
        Command::VoidOutput(_) => "void_output",
        Command::CloseShift(_) => "close_shift",
        Command::ReopenShift(_) => "reopen_shift",
        Command::CancelShift(_) => "cancel_shift",
        Command::AddOneOffShift(_) => "add_one_off_shift",
        Command::NoteShift(_) => "note_shift",
        Command::RecordInterpreting(_) => "record_interpreting",
        Command::VoidInterpreting(_) => "void_interpreting",
        Command::HandOverShift(_) => "hand_over_shift",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tablet::sample::{AMINA, SHIFT};
    use domain::attendance::MarkAttendance;
    use domain::person::PersonCode;

    #[test]
    fn sentences_in_both_languages() {
        let day = "2021-05-31".parse().expect("a day");
        assert_eq!(short_day(Locale::En, day), "Mon 31 May");
        assert_eq!(short_day(Locale::SrLatn, day), "pon 31. maj");
        let said = counted(Locale::En, Sex::Female, AgeBand::To11, 12);
        assert_eq!(said, "Women and girls · 5–11: 12");
        assert_eq!(marked(Locale::SrCyrl, "Азар", Presence::Absent), "Азар: није ту");
    }

    #[test]
    fn a_tile_says_who_interprets_and_who_walked_in() {
        let mut person = PersonBrief {
            id: AMINA,
            code: PersonCode::of(AMINA.0),
            alias: None,
            languages: vec![("som".into(), LanguageLevel::Speaks)],
            gone: false,
            cards: vec![],
        };
        assert_eq!(flag(Locale::En, &person, true), None);
        assert_eq!(flag(Locale::En, &person, false).as_deref(), Some("walk-in"));
        person.languages.push(("ara".into(), LanguageLevel::Interprets));
        person.languages.push(("xyz".into(), LanguageLevel::Interprets));
        let flag = flag(Locale::En, &person, false);
        assert_eq!(flag.as_deref(), Some("interprets: Arabic, another language (xyz)"));
    }

    #[test]
    fn the_kind_of_a_command_is_that_of_its_json() {
        let presence = Presence::Present;
        let mark = MarkAttendance { shift: SHIFT, person: AMINA, presence, replaces: None };
        let mark = Command::MarkAttendance(mark);
        let json = serde_json::to_string(&mark).expect("JSON");
        let kind = kind(&mark).expect("a kind");
        assert!(json.starts_with(&format!("{{\"{kind}\":")), "{json}");
    }
}
