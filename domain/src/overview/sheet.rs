//! The attendance sheet on paper, of a shift or of a week.

use super::{Choice, PersonLabel};
use crate::ids::ShiftId;
use crate::shift::Slot;
use crate::workshop::Unit;
use serde::{Deserialize, Serialize};

/// Who is expected at one shift, or at those of a workshop in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The centre.
    pub centre: Choice,
    /// The workshop.
    pub workshop: Choice,
    /// Its products, with what each is counted in.
    pub products: Vec<(Choice, Unit)>,
    /// The shifts in the order of time.
    pub shifts: Vec<SheetShift>,
    /// Everybody who is expected at one of them, in the order of their names.
    pub people: Vec<SheetPerson>,
}

/// A shift on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetShift {
    /// Its id.
    pub id: ShiftId,
    /// When it is.
    pub slot: Slot,
    /// Where.
    pub room: Option<Choice>,
    /// Who is in charge, by code.
    pub facilitators: Vec<String>,
    /// How many people it takes, if that is limited.
    pub capacity: Option<i64>,
}

/// Somebody on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPerson {
    /// The code, and what they are called if the reader may know it.
    pub label: PersonLabel,
    /// The languages they know (ISO 639-3).
    pub languages: Vec<String>,
    /// At which of the shifts they are expected, by its place.
    pub at: Vec<bool>,
}
