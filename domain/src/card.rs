//! Activity cards: what somebody carries to be marked quickly. A card names nobody; it has a code of
//! its own, so that one that was lost can be replaced.

use crate::fault::Fault;
use crate::ids::{CardId, PersonId};
use crate::person::{check_digit, digit_of, digits_of, in_groups};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// What a card's check character is moved by, so that no card's code reads as a person's.
const APART: u32 = 7;

/// The code of a card: `K` and eight characters in two groups, the last a check character, e.g.
/// `K-4MX7-Q2KD`. Made from the random bits of the card's id, in the alphabet of
/// [`crate::person::PersonCode`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardCode(String);

impl CardCode {
    /// The code that goes with an id.
    pub fn of(id: Uuid) -> Self {
        Self(format!("K-{}", in_groups(&digits_of(id), APART)))
    }

    /// Reads a code as typed or scanned: lower case, without hyphens, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] when it is no card's code or the check character does not fit.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let fault = || Fault::out_of_range("card", 9, 9);
        let mut signs = typed.trim().chars().filter(|c| !matches!(c, '-' | ' '));
        if !signs.next().is_some_and(|first| first.eq_ignore_ascii_case(&'k')) {
            return Err(fault());
        }
        let digits: Option<Vec<u8>> = signs.map(digit_of).collect();
        let digits = digits.filter(|digits| digits.len() == 8).ok_or_else(fault)?;
        let (check, body) = digits.split_last().ok_or_else(fault)?;
        if check_digit(body, APART) != *check {
            return Err(fault());
        }
        Ok(Self(format!("K-{}", in_groups(body, APART))))
    }

    /// The code as shown and stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as it stands in the picture that a scanner reads: without hyphens, so that a scanner
    /// set to another keyboard types it all the same.
    pub fn scanned(&self) -> String {
        self.0.replace('-', "")
    }
}

impl fmt::Display for CardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives somebody a card. The one that they had before stops working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueCard {
    /// Its id, from which its code is made.
    pub card: CardId,
    /// Whose.
    pub person: PersonId,
}

/// Ends the card that somebody has: it was lost, and there is no other yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeCard {
    /// Whose.
    pub person: PersonId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::PersonCode;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_reads_back_however_it_is_typed(bits: u128) {
            let code = CardCode::of(Uuid::from_u128(bits));
            prop_assert_eq!(CardCode::parse(&code.scanned().to_lowercase()), Ok(code.clone()));
            prop_assert_eq!(CardCode::parse(code.as_str()), Ok(code.clone()));
            // Neither whole nor without its first sign is it a person's.
            prop_assert!(PersonCode::parse(code.as_str()).is_err());
            prop_assert!(PersonCode::parse(&code.as_str()[2..]).is_err());
            prop_assert!(CardCode::parse(PersonCode::of(Uuid::from_u128(bits)).as_str()).is_err());
        }
    }
}
