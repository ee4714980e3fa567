//! The months of a centre: what is still open in each, and which are closed.

use super::Choice;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The last months of a centre, the present one first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periods {
    /// The centre.
    pub centre: Choice,
    /// The last day that is closed.
    pub closed_to: Option<NaiveDate>,
    /// The months.
    pub months: Vec<MonthState>,
    /// Entries of the centre that wait for a decision.
    pub review: i64,
    /// Whether the reader may close and open periods.
    pub manages: bool,
}

/// A calendar month of a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthState {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Shifts that were held and closed.
    pub held: i64,
    /// Shifts that did not happen.
    pub did_not_happen: i64,
    /// Shifts that are over and were not logged.
    pub not_logged: i64,
    /// Whether it is over, so that it may be closed.
    pub over: bool,
}
