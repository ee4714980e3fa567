//! The words for what files hold, and for what is wrong in them.

use super::{band_label, fault_text, sex_label};
use crate::i18n::catalogue::{common, import as texts, occupancy, people};
use crate::i18n::{Locale, Text};
use domain::import::{ImportField, Trouble, Unreadable};

/// What a column may hold.
pub fn field_label(locale: Locale, field: ImportField) -> String {
    let text = match field {
        ImportField::Code => &texts::FIELD_CODE,
        ImportField::Reference => &texts::FIELD_REFERENCE,
        ImportField::Alias => &people::ALIAS,
        ImportField::Sex => &people::SEX,
        ImportField::BirthYear => &texts::FIELD_BIRTH_YEAR,
        ImportField::BirthDate => &people::BIRTH_DATE,
        ImportField::Age => &texts::FIELD_AGE,
        ImportField::AgeOn => &texts::FIELD_AGE_ON,
        ImportField::Nationality => &people::NATIONALITY,
        ImportField::Languages => &people::LANGUAGES,
        ImportField::Separation => &people::SEPARATION,
        ImportField::Arrival => &texts::FIELD_ARRIVAL,
        ImportField::Departure => &texts::FIELD_DEPARTURE,
        ImportField::Contact => &people::CONTACT,
        ImportField::Guardian => &people::GUARDIAN_NAME,
        ImportField::Workshop => &common::WORKSHOP,
        ImportField::From => &texts::FIELD_FROM,
        ImportField::To => &texts::FIELD_TO,
        ImportField::Day => &texts::FIELD_DAY,
        ImportField::Start => &texts::FIELD_START,
        ImportField::Minutes => &texts::FIELD_MINUTES,
        ImportField::Presence => &texts::FIELD_PRESENCE,
        ImportField::Total => &texts::FIELD_TOTAL,
        ImportField::Children => &occupancy::CHILDREN,
        ImportField::Females => &occupancy::FEMALE,
        ImportField::Males => &occupancy::MALE,
        ImportField::Girls => &occupancy::GIRLS,
        ImportField::Boys => &occupancy::BOYS,
        ImportField::Source => &occupancy::SOURCE,
        ImportField::Cell(sex, band) => {
            let (sex, band) = (locale.text(sex_label(sex)), locale.text(band_label(band)));
            return locale.fill(&texts::FIELD_CELL, &[("sex", &sex), ("band", &band)]);
        }
    };
    locale.text(text).into_owned()
}

/// Why a file cannot be read.
pub fn unreadable_label(why: Unreadable) -> &'static Text {
    match why {
        Unreadable::Empty => &texts::EMPTY,
        Unreadable::Format => &texts::FORMAT,
        Unreadable::TooLarge => &texts::TOO_LARGE,
    }
}

/// What is wrong with a row.
pub fn trouble_text(locale: Locale, trouble: &Trouble) -> String {
    let text = match trouble {
        Trouble::Missing => &texts::MISSING,
        Trouble::TooManyCells => &texts::TOO_MANY_CELLS,
        Trouble::Letters => &texts::LETTERS,
        Trouble::NoDay => &texts::NO_DAY,
        Trouble::ShortYear => &texts::SHORT_YEAR,
        Trouble::NoTime => &texts::NO_TIME,
        Trouble::NoNumber => &texts::NO_NUMBER,
        Trouble::NoWord => &texts::NO_WORD,
        Trouble::NoCountry => &texts::NO_COUNTRY,
        Trouble::NoLanguage => &texts::NO_LANGUAGE,
        Trouble::NoCode => &texts::NO_CODE,
        Trouble::Nobody => &texts::NOBODY,
        Trouble::Several => &texts::SEVERAL,
        Trouble::Elsewhere => &texts::ELSEWHERE,
        Trouble::Erased => &texts::ERASED,
        Trouble::SameAs(row) => return locale.fill(&texts::SAME_AS, &[("row", row)]),
        Trouble::AgesDiffer => &texts::AGES_DIFFER,
        Trouble::Reversed => &texts::REVERSED,
        Trouble::NoWorkshop => &texts::NO_WORKSHOP,
        Trouble::NoPlace => &texts::NO_PLACE,
        Trouble::NoShift => &texts::NO_SHIFT,
        Trouble::WhichShift => &texts::WHICH_SHIFT,
        Trouble::ShiftClosed => &texts::SHIFT_CLOSED,
        Trouble::DidNotHappen => &texts::DID_NOT_HAPPEN,
        Trouble::ToCome => &texts::TO_COME,
        Trouble::Fault(fault) => return fault_text(locale, fault),
    };
    locale.text(text).into_owned()
}
