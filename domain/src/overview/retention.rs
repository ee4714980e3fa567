//! Whose identity may be erased because the time of every project they took part in is over.

use super::{Choice, PersonLabel};
use crate::ids::PersonId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a purge of a centre would erase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purge {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// Who is due, the longest first.
    pub due: Vec<DueRow>,
    /// How many left and are not due yet.
    pub kept: i64,
}

/// Somebody whose identity is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueRow {
    /// Who.
    pub id: PersonId,
    /// Their code, and what they are called if the reader may know it.
    pub label: PersonLabel,
    /// When they left.
    pub departed: NaiveDate,
    /// The projects they took part in, with the last day of each.
    pub projects: Vec<(Choice, NaiveDate)>,
}
