//! Workshops: what is done, for how long, for how many, with what products, for which projects.

use crate::fault::Fault;
use crate::ids::{CentreId, ProductId, ProjectId, WorkshopId};
use crate::label::{Name, check_code};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The kind of activity; decides the picture on the tablet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    /// Sewing and tailoring.
    Sewing,
    /// Carpentry.
    Carpentry,
    /// Sports and games.
    Sports,
    /// A course with enrolments and completions.
    Training,
    /// Language lessons.
    Language,
    /// Cooking.
    Cooking,
    /// Drawing, painting, crafts.
    Art,
    /// Music and dance.
    Music,
    /// Anything else.
    Other,
}

impl Activity {
    /// All, in the order of menus.
    pub const ALL: [Self; 9] = [
        Self::Sewing,
        Self::Carpentry,
        Self::Sports,
        Self::Training,
        Self::Language,
        Self::Cooking,
        Self::Art,
        Self::Music,
        Self::Other,
    ];
}

/// What a product is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Pieces.
    Piece,
    /// Metres.
    Metre,
    /// Kilograms.
    Kilogram,
    /// Litres.
    Litre,
}

/// The longest shift, in minutes.
pub const SHIFT_MINUTES_MAX: i64 = 24 * 60;
/// The largest group of a workshop.
pub const CAPACITY_MAX: i64 = 2_000;

/// Sets up a workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateWorkshop {
    /// Its id.
    pub workshop: WorkshopId,
    /// The centre it belongs to; a training may belong to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<CentreId>,
    /// Its code, e.g. `KRN-SEW`.
    pub code: String,
    /// Its title.
    pub title: Name,
    /// What is done.
    pub activity: Activity,
    /// The usual length of a shift in minutes, 1 to [`SHIFT_MINUTES_MAX`].
    pub minutes: i64,
}

impl CreateWorkshop {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_code(&self.code, "code")?;
        self.title.check("title")?;
        check_minutes(self.minutes)
    }
}

/// # Errors
/// [`Fault::OutOfRange`] for a length outside 1 to [`SHIFT_MINUTES_MAX`] minutes.
pub fn check_minutes(minutes: i64) -> Result<(), Fault> {
    if (1..=SHIFT_MINUTES_MAX).contains(&minutes) {
        Ok(())
    } else {
        Err(Fault::out_of_range("minutes", 1, SHIFT_MINUTES_MAX))
    }
}

/// From a day on, a workshop takes so many people at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordWorkshopCapacity {
    /// Which workshop.
    pub workshop: WorkshopId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// People at once, 1 to [`CAPACITY_MAX`].
    pub people: i64,
}

impl RecordWorkshopCapacity {
    /// # Errors
    /// [`Fault::OutOfRange`] for a group outside its range.
    pub fn check(&self) -> Result<(), Fault> {
        if (1..=CAPACITY_MAX).contains(&self.people) {
            Ok(())
        } else {
            Err(Fault::out_of_range("people", 1, CAPACITY_MAX))
        }
    }
}

/// Adds a product that a workshop makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddProduct {
    /// The product's id.
    pub product: ProductId,
    /// The workshop that makes it.
    pub workshop: WorkshopId,
    /// Its code, e.g. `MASK`.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// What it is counted in.
    pub unit: Unit,
}

impl AddProduct {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_code(&self.code, "code")?;
        self.name.check("name")
    }
}

/// From `from` to `to`, a workshop counts for a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareWorkshop {
    /// Which workshop.
    pub workshop: WorkshopId,
    /// For which project.
    pub project: ProjectId,
    /// The first day it counts.
    pub from: NaiveDate,
    /// The last day it counts; open when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}
