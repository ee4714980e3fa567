//! Public labels: names of places, workshops, products and projects, and the codes for them.
//!
//! These stand in the journal and in exports. They name things of the organisation, never a
//! person: what names a person lives in the vault.

use crate::fault::Fault;
use serde::{Deserialize, Serialize};

/// A public name in both languages of the product.
///
/// Serbian is written in Cyrillic; the Latin form is derived from it (the other way round is
/// ambiguous: nj, lj, dž).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// English, 1 to 120 characters.
    pub en: String,
    /// Serbian in Cyrillic, 1 to 120 characters.
    pub sr: String,
}

/// The longest public label, in characters.
pub const LABEL_MAX: usize = 120;
/// The longest code of a centre, workshop, product or project, in characters.
pub const CODE_MAX: usize = 24;

impl Name {
    /// A name from its two forms; judged by [`Name::check`] when a command carries it.
    pub fn new(en: impl Into<String>, sr: impl Into<String>) -> Self {
        Self { en: en.into(), sr: sr.into() }
    }

    /// # Errors
    /// [`Fault::OutOfRange`] when a form is empty, too long or holds control characters.
    pub fn check(&self, field: &'static str) -> Result<(), Fault> {
        check_label(&self.en, field)?;
        check_label(&self.sr, field)
    }
}

/// Judges a public label: 1 to [`LABEL_MAX`] characters, no control characters, no blank ends.
///
/// # Errors
/// [`Fault::OutOfRange`] naming `field` and the allowed length.
pub fn check_label(text: &str, field: &'static str) -> Result<(), Fault> {
    let length = text.chars().count();
    let fits = (1..=LABEL_MAX).contains(&length)
        && text.trim() == text
        && !text.chars().any(char::is_control);
    if fits { Ok(()) } else { Err(Fault::out_of_range(field, 1, LABEL_MAX as i64)) }
}

/// Judges a code: 1 to [`CODE_MAX`] of `A–Z`, `0–9` and `-`, beginning with a letter or digit.
///
/// # Errors
/// [`Fault::OutOfRange`] naming `field` and the allowed length.
pub fn check_code(text: &str, field: &'static str) -> Result<(), Fault> {
    let fits = (1..=CODE_MAX).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-');
    if fits { Ok(()) } else { Err(Fault::out_of_range(field, 1, CODE_MAX as i64)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_upper_case_and_short() {
        for good in ["KRN", "KRN-SEW", "7", "EU-RPSM2"] {
            assert_eq!(check_code(good, "code"), Ok(()), "{good}");
        }
        for bad in ["", "krn", "-A", "A B", "Ш", "A234567890123456789012345"] {
            assert!(check_code(bad, "code").is_err(), "{bad}");
        }
    }

    #[test]
    fn labels_have_no_control_characters_and_no_blank_ends() {
        assert_eq!(check_label("Krnjača", "name"), Ok(()));
        for bad in ["", " a", "a ", "a\tb", "a\nb"] {
            assert!(check_label(bad, "name").is_err(), "{bad:?}");
        }
    }
}
