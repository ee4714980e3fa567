//! Figures that are hard to believe, for whoever can ask and decide.

use super::Choice;
use crate::ids::ShiftId;
use crate::report::doubt::Doubt;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// The doubtful figures of a centre in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubtful {
    /// The centre.
    pub centre: Choice,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Those to decide about first, the latest first.
    pub figures: Vec<DoubtfulRow>,
    /// Whether the reader may accept them.
    pub reviews: bool,
}

/// A doubtful figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtfulRow {
    /// The shift.
    pub shift: ShiftId,
    /// Its day.
    pub day: NaiveDate,
    /// When it began.
    pub start: NaiveTime,
    /// Its workshop.
    pub workshop: Choice,
    /// Why the figure is doubted.
    pub doubt: Doubt,
    /// The figure.
    pub value: i64,
    /// What it is measured by.
    pub usual: Option<i64>,
    /// The day on which it was accepted, if it was.
    pub accepted: Option<NaiveDate>,
}
