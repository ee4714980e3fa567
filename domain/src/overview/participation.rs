//! Whom of the residents the activities of a centre reached.

use super::Choice;
use crate::report::participation::Share;
use crate::suppression::Why;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The participation at a centre in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// The centre.
    pub centre: Choice,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// All activities together.
    pub all: Vec<ShareRow>,
    /// The workshops that were held, each alone.
    pub workshops: Vec<(Choice, Vec<ShareRow>)>,
}

/// The share of a group that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareRow {
    /// Of whom.
    pub share: Share,
    /// Different people reached: the least and the most.
    pub reached: (i64, i64),
    /// How many of them lived in the centre, or why that cannot be told.
    pub housed: Result<i64, Why>,
    /// The day of the last occupancy, and how many days before the end of the period it is.
    pub measured: Option<(NaiveDate, i64)>,
}
