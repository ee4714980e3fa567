//! What was logged of a shift, or of a workshop's shifts in a week, to be read, typed in from paper,
//! and corrected.

use super::{JournalRow, Sheet};
use crate::attendance::Presence;
use crate::person::{AgeBand, Sex};
use crate::shift::{Reason, ShiftState};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The register of shifts as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftLog {
    /// The shifts and their people: those expected, and those who were marked besides.
    pub sheet: Sheet,
    /// What was logged of each shift, in the order of the sheet.
    pub logged: Vec<Logged>,
    /// The marks of each person at each shift, in the orders of the sheet.
    pub marks: Vec<Vec<Option<Presence>>>,
    /// The last entry of the journal that is in it: what is changed is measured by that.
    pub seen: i64,
    /// Whether the reader may log here.
    pub logs: bool,
    /// The last day of the period that is closed in this centre.
    pub closed_to: Option<NaiveDate>,
    /// Of one shift: every entry about it, newest first.
    pub history: Vec<JournalRow>,
}

/// What was logged of one shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// What became of it.
    pub state: ShiftState,
    /// Why it did not happen.
    pub reason: Option<Reason>,
    /// Good and rejected pieces of each product, in the order of the sheet and in the product's
    /// unit.
    pub made: Vec<(i64, i64)>,
    /// People who were counted without being named.
    pub headcount: Vec<(Sex, AgeBand, i64)>,
}

impl Logged {
    /// How many of a sex and band were counted.
    pub fn counted(&self, sex: Sex, band: AgeBand) -> i64 {
        let cell = self.headcount.iter().find(|(s, b, _)| (*s, *b) == (sex, band));
        cell.map_or(0, |(_, _, people)| *people)
    }
}
