//! The page of a centre's occupancy.

use super::Choice;
use crate::occupancy::OccupancyCell;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A centre's occupancy in the calendar month of a day, and what the form of that day begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OccupancyMonth {
    /// The centre.
    pub centre: Choice,
    /// The day that the form is for.
    pub day: NaiveDate,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// The days of the month that have come, newest first; those without an entry as well.
    pub days: Vec<OccupancyDay>,
    /// The last day with an entry before the form's day, and what stands for it.
    pub before: Option<(NaiveDate, OccupancyEntry)>,
}

impl OccupancyMonth {
    /// What stands for the form's day.
    pub fn standing(&self) -> Option<&OccupancyEntry> {
        self.days.iter().find(|one| one.day == self.day)?.standing()
    }
}

/// What was recorded of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OccupancyDay {
    /// The reporting day.
    pub day: NaiveDate,
    /// Everybody on the day before, if that is recorded.
    pub before: Option<i64>,
    /// The entries, newest first: the first stands; none is a gap.
    pub entries: Vec<OccupancyEntry>,
}

impl OccupancyDay {
    /// What stands; nothing in a gap.
    pub fn standing(&self) -> Option<&OccupancyEntry> {
        self.entries.first()
    }

    /// How many more people than on the day before, if both are recorded.
    pub fn change(&self) -> Option<i64> {
        Some(self.standing()?.total - self.before?)
    }
}

/// An entry of a day's occupancy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OccupancyEntry {
    /// Everybody.
    pub total: i64,
    /// Children, if known.
    pub children: Option<i64>,
    /// Women and girls, if known.
    pub female: Option<i64>,
    /// Men and boys, if known.
    pub male: Option<i64>,
    /// Girls, if known.
    pub girls: Option<i64>,
    /// Boys, if known.
    pub boys: Option<i64>,
    /// The split by sex and age, as far as it is known.
    pub cells: Vec<OccupancyCell>,
    /// Where the numbers come from.
    pub source: String,
    /// Code of the account that entered it; none at the command line.
    pub account: Option<String>,
    /// When it came in.
    pub at: DateTime<Utc>,
}
