//! Participants as the journal knows them: a random code and what counting needs.
//!
//! Alias, birth date and contact are not here: they are in the vault.

use crate::fault::Fault;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// Sex as recorded (UNHCR: female, male, other, not disclosed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
    /// Other.
    Other,
    /// Not asked or not disclosed.
    NotDisclosed,
}

impl Sex {
    /// All values, in the order of tables and forms.
    pub const ALL: [Self; 4] = [Self::Female, Self::Male, Self::Other, Self::NotDisclosed];
}

/// UNHCR's age bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AgeBand {
    /// 0 to 4 years.
    #[serde(rename = "0-4")]
    To4,
    /// 5 to 11 years.
    #[serde(rename = "5-11")]
    To11,
    /// 12 to 17 years.
    #[serde(rename = "12-17")]
    To17,
    /// 18 to 59 years.
    #[serde(rename = "18-59")]
    To59,
    /// 60 years and more.
    #[serde(rename = "60+")]
    From60,
    /// Not known.
    #[serde(rename = "unknown")]
    Unknown,
}

impl AgeBand {
    /// All bands, youngest first, unknown last.
    pub const ALL: [Self; 6] =
        [Self::To4, Self::To11, Self::To17, Self::To59, Self::From60, Self::Unknown];

    /// The band of an age in completed years.
    pub fn of(age: Option<i32>) -> Self {
        match age {
            Some(..5) => Self::To4,
            Some(5..12) => Self::To11,
            Some(12..18) => Self::To17,
            Some(18..60) => Self::To59,
            Some(60..) => Self::From60,
            None => Self::Unknown,
        }
    }

    /// Whether these are children (0 to 17); `None` when the age is not known.
    pub fn is_child(self) -> Option<bool> {
        match self {
            Self::To4 | Self::To11 | Self::To17 => Some(true),
            Self::To59 | Self::From60 => Some(false),
            Self::Unknown => None,
        }
    }
}

/// What is known of somebody's age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Age {
    /// A birth year, 1900 to 2100.
    Born(i32),
    /// An age in completed years (0 to 120) as told on a day.
    Told {
        /// Completed years.
        years: i32,
        /// The day it was told.
        on: NaiveDate,
    },
}

impl Age {
    /// The age in years to report on `day`.
    ///
    /// From a birth year it is the year's difference (the day within the year is not known);
    /// from a told age, the full years since are added. Never below 0.
    pub fn on(self, day: NaiveDate) -> i32 {
        match self {
            Self::Born(year) => (day.year() - year).max(0),
            Self::Told { years, on } => {
                let before = (day.month(), day.day()) < (on.month(), on.day());
                (years + day.year() - on.year() - i32::from(before)).max(0)
            }
        }
    }

    /// # Errors
    /// [`Fault::OutOfRange`] for a birth year or an age outside its range.
    pub fn check(self) -> Result<(), Fault> {
        match self {
            Self::Born(1900..=2100) | Self::Told { years: 0..=120, .. } => Ok(()),
            Self::Born(_) => Err(Fault::out_of_range("born", 1900, 2100)),
            Self::Told { .. } => Err(Fault::out_of_range("years", 0, 120)),
        }
    }
}

/// How well somebody knows a language; ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageLevel {
    /// Follows what is said.
    Understands,
    /// Speaks it.
    Speaks,
    /// Interprets for others.
    Interprets,
}

/// Judges a language: three lower-case letters (ISO 639-3).
///
/// # Errors
/// [`Fault::OutOfRange`] naming `language`.
pub fn check_language(code: &str) -> Result<(), Fault> {
    let fits = code.len() == 3 && code.bytes().all(|b| b.is_ascii_lowercase());
    if fits { Ok(()) } else { Err(Fault::out_of_range("language", 3, 3)) }
}

/// Judges a nationality: three upper-case letters (ISO 3166-1 alpha-3); `XXA` is stateless and
/// `XXX` unknown, as in travel documents (ICAO 9303).
///
/// # Errors
/// [`Fault::OutOfRange`] naming `nationality`.
pub fn check_nationality(code: &str) -> Result<(), Fault> {
    let fits = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    if fits { Ok(()) } else { Err(Fault::out_of_range("nationality", 3, 3)) }
}

/// The code under which people speak of a participant: eight characters in two groups, the last
/// a check character, e.g. `4MX7-Q2KD`.
///
/// Made from the random bits of the person's id, so that a tablet can make it offline; it says
/// nothing about the person. Crockford's base 32: no I, L, O, U.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonCode(String);

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl PersonCode {
    /// The code that goes with an id.
    ///
    /// Takes 35 of the id's last, random bits: among 10,000 people two codes collide with a
    /// probability of 0.15 %; the door holds the second.
    pub fn of(id: Uuid) -> Self {
        Self(in_groups(&digits_of(id), 0))
    }

    /// Reads a code as typed: lower case, without the hyphen, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] when it is no code or the check character does not fit.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let fault = || Fault::out_of_range("code", 8, 8);
        let signs = typed.chars().filter(|c| !matches!(c, '-' | ' '));
        let digits: Option<Vec<u8>> = signs.map(digit_of).collect();
        let digits = digits.ok_or_else(fault)?;
        let (check, body) = digits.split_last().ok_or_else(fault)?;
        if body.len() != 7 || check_digit(body, 0) != *check {
            return Err(fault());
        }
        Ok(Self(in_groups(body, 0)))
    }

    /// The code as shown and stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The 35 last, random bits of an id as seven signs of Crockford's alphabet.
pub(crate) fn digits_of(id: Uuid) -> Vec<u8> {
    let bits = id.as_u128() as u64;
    (0..7).rev().map(|i| ((bits >> (5 * i)) & 31) as u8).collect()
}

/// A sign as typed; nothing where it is none of Crockford's alphabet.
pub(crate) fn digit_of(typed: char) -> Option<u8> {
    let c = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    CROCKFORD.iter().position(|&known| char::from(known) == c).map(|digit| digit as u8)
}

/// Seven signs and their check character, in two groups.
pub(crate) fn in_groups(body: &[u8], apart: u32) -> String {
    let mut text = String::with_capacity(9);
    for (i, digit) in body.iter().chain([&check_digit(body, apart)]).enumerate() {
        if i == 4 {
            text.push('-');
        }
        text.push(char::from(CROCKFORD[usize::from(*digit)]));
    }
    text
}

/// Weighted sum modulo 31 (a prime above the number of places), moved by `apart`: finds every single
/// wrong character but 0 for Z, and every swap of neighbours but of those two.
pub(crate) fn check_digit(digits: &[u8], apart: u32) -> u8 {
    let sum: u32 = digits.iter().zip(2u32..).map(|(&d, weight)| u32::from(d) * weight).sum();
    ((sum + apart) % 31) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn ages_and_bands() {
        assert_eq!(Age::Born(2010).on(day("2021-05-31")), 11);
        let told = Age::Told { years: 17, on: day("2021-05-01") };
        assert_eq!(told.on(day("2022-04-30")), 17);
        assert_eq!(told.on(day("2022-05-01")), 18);
        assert_eq!(told.on(day("2020-01-01")), 15);
        let bands = [0, 4, 5, 11, 12, 17, 18, 59, 60, 120].map(|age| AgeBand::of(Some(age)));
        use AgeBand::*;
        assert_eq!(bands, [To4, To4, To11, To11, To17, To17, To59, To59, From60, From60]);
        assert_eq!(AgeBand::of(None), Unknown);
        assert!(Age::Born(1899).check().is_err());
        assert!(Age::Told { years: 121, on: day("2021-05-01") }.check().is_err());
    }

    proptest! {
        #[test]
        fn a_code_reads_back_however_it_is_typed(bits: u128) {
            let code = PersonCode::of(Uuid::from_u128(bits));
            let typed = code.as_str().to_lowercase().replace('-', " ");
            prop_assert_eq!(PersonCode::parse(&typed), Ok(code));
        }

        #[test]
        fn a_wrong_character_is_found(bits: u128, place in 0usize..7, other in 0usize..31) {
            let code = PersonCode::of(Uuid::from_u128(bits)).as_str().replace('-', "");
            let mut bytes = code.into_bytes();
            // Z stands for 31, which the check cannot tell from 0.
            prop_assume!(bytes[place] != CROCKFORD[other] && bytes[place] != b'Z');
            bytes[place] = CROCKFORD[other];
            let typed = String::from_utf8(bytes).expect("ASCII");
            prop_assert!(PersonCode::parse(&typed).is_err());
        }
    }

    #[test]
    fn languages_and_nationalities_are_iso_codes() {
        assert!(check_language("ara").is_ok() && check_nationality("SYR").is_ok());
        for bad in ["", "ar", "ARA", "arab", "ар"] {
            assert!(check_language(bad).is_err(), "{bad}");
        }
        for bad in ["", "SY", "syr", "SYRI"] {
            assert!(check_nationality(bad).is_err(), "{bad}");
        }
    }
}
