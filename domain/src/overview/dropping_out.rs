//! Who may drop out of a workshop, for whoever can ask them.

use super::{Choice, PersonLabel};
use crate::ids::PersonId;
use crate::report::dropping_out::Risk;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The people of a centre who may drop out, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DroppingOut {
    /// The centre.
    pub centre: Choice,
    /// The reporting day.
    pub day: NaiveDate,
    /// By kind of risk, the longest first.
    pub people: Vec<AtRiskRow>,
}

/// Somebody who may drop out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtRiskRow {
    /// The person.
    pub id: PersonId,
    /// Their code, and their alias for whoever may see the register.
    pub label: PersonLabel,
    /// The workshop.
    pub workshop: Choice,
    /// Why.
    pub risk: Risk,
    /// Since when.
    pub since: NaiveDate,
    /// Absences in a row, or days.
    pub how_many: i64,
}
