//! Whom of the residents the activities reached: shares with what they were taken of.
//!
//! A share is told only against an occupancy that was recorded for the period or at most
//! [`STALE_DAYS`] before its end. It can be more than the whole: people came and went, and whoever
//! was counted without a name may have been counted several times.

use crate::report::period::Days;
use crate::suppression::Why;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Days after which an occupancy is too old to measure a period by.
pub const STALE_DAYS: i64 = 7;

/// Of whom a share is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// Everybody who lives in the centre.
    Residents,
    /// Children, 0 to 17.
    Children,
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
}

impl Share {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Residents, Self::Children, Self::Female, Self::Male];

    /// The language-free code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Residents => "residents",
            Self::Children => "children",
            Self::Female => "f",
            Self::Male => "m",
        }
    }
}

/// How many people of a group lived in a centre, when that was, and how many days before the end
/// of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Housed {
    /// People.
    pub people: i64,
    /// The reporting day of which they are told.
    pub day: NaiveDate,
    /// Days from there to the end of the period, or to today where the period runs on.
    pub age: i64,
}

/// What a period is measured by: the last occupancy up to its end.
///
/// # Errors
/// [`Why::NotRecorded`] where none is known, or not of this group; [`Why::Stale`] for one that is
/// older than [`STALE_DAYS`].
pub fn housed(
    last: Option<(NaiveDate, Option<i64>)>,
    (_, to): Days,
    today: NaiveDate,
) -> Result<Housed, Why> {
    let (day, people) = last.ok_or(Why::NotRecorded)?;
    let age = (to.min(today) - day).num_days();
    if age > STALE_DAYS {
        return Err(Why::Stale);
    }
    Ok(Housed { people: people.ok_or(Why::NotRecorded)?, day, age })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_and_stale_numbers_measure_nothing() {
        let day = |n| NaiveDate::from_ymd_opt(2021, 5, n).expect("a day");
        let may = (day(1), day(31));
        let known = Housed { people: 50, day: day(28), age: 3 };
        assert_eq!(housed(Some((day(28), Some(50))), may, day(31)), Ok(known));
        assert_eq!(housed(Some((day(24), Some(50))), may, day(31)).map(|one| one.age), Ok(7));
        assert_eq!(housed(Some((day(23), Some(50))), may, day(31)), Err(Why::Stale));
        // The month runs on: what counts is today.
        assert_eq!(housed(Some((day(8), Some(50))), may, day(10)).map(|one| one.age), Ok(2));
        assert_eq!(housed(Some((day(28), None)), may, day(31)), Err(Why::NotRecorded));
        assert_eq!(housed(None, may, day(31)), Err(Why::NotRecorded));
    }
}
