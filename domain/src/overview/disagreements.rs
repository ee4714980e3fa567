//! What a manager should look at although it was taken in: facts that disagree, and work on
//! shifts that were over for somebody else.

use super::{Choice, PersonLabel};
use crate::attendance::Presence;
use crate::handover::Seen;
use crate::ids::{DeviceId, ShiftId};
use crate::person::{AgeBand, Sex};
use crate::shift::{Progress, Slot};
use crate::workshop::Unit;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Something that two entries see differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    /// At which shift.
    pub shift: ShiftId,
    /// When that takes place.
    pub slot: Slot,
    /// Its workshop.
    pub workshop: Choice,
    /// What it is about.
    pub about: About,
    /// What was said, oldest first.
    pub statements: Vec<Statement>,
}

impl Disagreement {
    /// When the last of it was made.
    pub fn at(&self) -> Option<DateTime<Utc>> {
        self.statements.iter().map(|statement| statement.made_at).max()
    }
}

/// What a disagreement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Two marks of one person, whose makers did not know of each other.
    Mark,
    /// Two such headcounts of one sex and age band.
    Headcount,
    /// Two such entries about the course of the shift.
    Course,
    /// Work that was made after the shift was closed.
    AfterClosing,
    /// Work on a shift that is said not to have happened.
    DidNotHappen,
}

/// What one entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What.
    pub said: Said,
    /// Code of the account that made it; `None` for the command line.
    pub account: Option<String>,
    /// When it was made, by the maker's corrected clock.
    pub made_at: DateTime<Utc>,
    /// The device that made it.
    pub device: DeviceId,
    /// The code of that, if it is a shared tablet.
    pub tablet: Option<String>,
    /// Whether it counts.
    pub stands: bool,
}

/// What can be said of a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A mark.
    Mark(PersonLabel, Presence),
    /// A headcount.
    Headcount(Sex, AgeBand, i64),
    /// What became of the shift.
    Course(Progress),
    /// So much of a product was made.
    Made(Made),
}

/// So much of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The product.
    pub product: Choice,
    /// What it is counted in.
    pub unit: Unit,
    /// How much.
    pub quantity: i64,
}

/// A note about a shift, or the remark beside "did not happen".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftNote {
    /// Code of the account that made it; `None` for the command line.
    pub account: Option<String>,
    /// When it was made, by the maker's corrected clock.
    pub made_at: DateTime<Utc>,
    /// What it says; missing where it was erased, or is not for this reader.
    pub text: Option<String>,
}

/// A receipt: a shift that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Code of the account that handed over.
    pub giver: String,
    /// Code of the account that took over.
    pub taker: String,
    /// When, by the maker's corrected clock.
    pub made_at: DateTime<Utc>,
    /// What both saw; the products are in `made`.
    pub seen: Seen,
    /// What was made, as both saw it.
    pub made: Vec<Made>,
}
