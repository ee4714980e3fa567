//! Access tokens: secrets by which a program fetches the reports that an account may see, and
//! nothing else.
//!
//! The journal knows that a token was made, for whom and until when. What it is for travels beside
//! the command into the vault, and the secret itself is kept nowhere: only its hash is.

use crate::clock::days_that_can_be_meant;
use crate::fault::Fault;
use crate::ids::{AccountId, TokenId};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// How every secret begins, so that it is known where it should not be.
pub const PREFIX: &str = "radionica_";
/// The hexadecimal digits that follow: 256 random bits.
pub const DIGITS: usize = 64;
/// The most days that a token works, counted from today.
pub const DAYS_MAX: u64 = 365;
/// The days that a form proposes.
pub const DAYS_PROPOSED: u64 = 90;
/// The most tokens of an account that work at once.
pub const TOKENS_MAX: i64 = 20;

/// Makes a token. Its secret and what it is for travel beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeToken {
    /// Its id.
    pub token: TokenId,
    /// Whose.
    pub account: AccountId,
    /// The last reporting day on which it works.
    pub until: NaiveDate,
}

/// Something about one token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfToken {
    /// Which token.
    pub token: TokenId,
}

/// Judges the last day of a token: today at the earliest, and at most [`DAYS_MAX`] later.
///
/// # Errors
/// [`Fault::BadDay`].
pub fn check_until(until: NaiveDate, today: NaiveDate) -> Result<(), Fault> {
    let max = after(today, DAYS_MAX);
    if (today..=max).contains(&until) { Ok(()) } else { Err(Fault::BadDay { min: today, max }) }
}

/// So many days after a day, or the last that can be meant.
pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(days_that_can_be_meant().1)
}

/// Whether a text can be the secret of a token.
pub fn is_secret(text: &str) -> bool {
    text.strip_prefix(PREFIX).is_some_and(|digits| {
        digits.len() == DIGITS
            && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_works_a_year_at_most() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let today = day("2021-05-31");
        for good in ["2021-05-31", "2021-06-01", "2022-05-31"] {
            assert_eq!(check_until(day(good), today), Ok(()), "{good}");
        }
        for bad in ["2021-05-30", "2022-06-01", "2100-01-01"] {
            let fault = Fault::BadDay { min: today, max: day("2022-05-31") };
            assert_eq!(check_until(day(bad), today), Err(fault), "{bad}");
        }
        assert_eq!(after(NaiveDate::MAX, 1), days_that_can_be_meant().1);
    }

    #[test]
    fn a_secret_has_its_form() {
        let digits = "0123456789abcdef".repeat(4);
        assert!(is_secret(&format!("{PREFIX}{digits}")));
        for bad in [
            "",
            PREFIX,
            digits.as_str(),
            &format!("{PREFIX}{}", &digits[1..]),
            &format!("{PREFIX}{digits}0"),
            &format!("{PREFIX}{}", digits.to_uppercase()),
            &format!("RADIONICA_{digits}"),
        ] {
            assert!(!is_secret(bad), "{bad}");
        }
    }
}
