//! Tablets that belong to the organisation, shared by the facilitators of a centre.

use crate::fault::Fault;
use crate::ids::{AccountId, CentreId, DeviceId};
use crate::overview::Choice;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Adds a tablet to a centre. It becomes one when somebody types its one-time code there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddDevice {
    /// Its id.
    pub device: DeviceId,
    /// The centre it belongs to.
    pub centre: CentreId,
    /// What is written on it, e.g. `T-KRN-1`.
    pub code: String,
}

/// Something about one tablet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfDevice {
    /// Which tablet.
    pub device: DeviceId,
}

/// Lets a member of a tablet who forgot the PIN choose a new one there, by a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResetPin {
    /// On which tablet.
    pub device: DeviceId,
    /// Whose PIN.
    pub account: AccountId,
}

/// The letters and digits of a one-time code: none that look alike, no vowels that make words.
pub const ONE_TIME_ALPHABET: &[u8; 24] = b"23456789BCDFGHJKMPQRTVWX";
/// How many of them a one-time code has: 24⁸ is about 10¹¹ codes, of which few are alive.
pub const ONE_TIME_LENGTH: usize = 8;

/// Reads a one-time code as people type it: small letters, blanks and hyphens are forgiven.
///
/// # Errors
/// [`Fault::WrongCode`] when it can be no code.
pub fn check_one_time_code(typed: &str) -> Result<String, Fault> {
    let code: String =
        typed.chars().filter(|c| !matches!(c, '-' | ' ')).collect::<String>().to_ascii_uppercase();
    let fits =
        code.len() == ONE_TIME_LENGTH && code.bytes().all(|b| ONE_TIME_ALPHABET.contains(&b));
    if fits { Ok(code) } else { Err(Fault::WrongCode) }
}

/// The tablets of a centre, as its manager sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tablets {
    /// The centre.
    pub centre: Choice,
    /// Those in use first, by their codes; then those that were revoked.
    pub tablets: Vec<TabletRow>,
    /// The code that the next one may get.
    pub proposed: String,
}

/// A tablet in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabletRow {
    /// Its id.
    pub id: DeviceId,
    /// What is written on it.
    pub code: String,
    /// When it was added.
    pub added: DateTime<Utc>,
    /// Since when a browser is this tablet; none is yet when missing.
    pub enrolled: Option<DateTime<Utc>>,
    /// Until when the one-time code can be used that was made for it, if one waits.
    pub waits_until: Option<DateTime<Utc>>,
    /// When it last sent or asked something.
    pub seen: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked: Option<DateTime<Utc>>,
    /// When it handed in, after that, what it still held.
    pub handed_in: Option<DateTime<Utc>>,
    /// Who proved themselves on it.
    pub members: Vec<MemberRow>,
}

/// A member of a tablet in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The account.
    pub account: AccountId,
    /// Its code, e.g. `F-KRN-1`.
    pub code: String,
    /// Whether a manager may let them choose a new PIN: only facilitators.
    pub resettable: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(check_one_time_code(" 2345-bcdf").as_deref(), Ok("2345BCDF"));
        for bad in ["", "2345BCD", "2345BCDFG", "2345BCDO", "2345BCD1", "šđčćžšđč"] {
            assert_eq!(check_one_time_code(bad), Err(Fault::WrongCode), "{bad}");
        }
    }
}
