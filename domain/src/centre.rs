//! Centres: kind, status and capacity are dated records with a source, not properties.

use crate::fault::Fault;
use crate::ids::CentreId;
use crate::label::{Name, check_code, check_label};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a centre is for, in Serbia's asylum system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreKind {
    /// For asylum seekers.
    AsylumCentre,
    /// For reception and transit.
    ReceptionCentre,
}

/// Whether a centre takes people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreStatus {
    /// Takes people in.
    Open,
    /// Closed.
    Closed,
}

/// Sets up a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateCentre {
    /// Its id.
    pub centre: CentreId,
    /// Its short code, e.g. `KRN`.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// First-level area: district or the City of Belgrade.
    pub adm1: Name,
    /// ISO 3166-2 code of the first-level area, e.g. `RS-00`.
    pub adm1_code: String,
    /// Second-level area: municipality.
    pub adm2: Name,
}

impl CreateCentre {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_code(&self.code, "code")?;
        check_code(&self.adm1_code, "adm1_code")?;
        self.name.check("name")?;
        self.adm1.check("adm1")?;
        self.adm2.check("adm2")
    }
}

/// From a day on, a centre is of this kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreKind {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The kind.
    pub kind: CentreKind,
    /// Where it is known from: a publication and its year.
    pub source: String,
}

/// From a day on, a centre is open or closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreStatus {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The status.
    pub status: CentreStatus,
    /// Where it is known from.
    pub source: String,
}

/// From a day on, a centre stands here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreAddress {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Street and number.
    pub street: Name,
    /// Town or village.
    pub place: Name,
    /// Where it is known from.
    pub source: String,
}

impl RecordCentreAddress {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        self.street.check("street")?;
        self.place.check("place")?;
        check_label(&self.source, "source")
    }
}

/// The most places that a centre can have.
pub const CENTRE_CAPACITY_MAX: i64 = 100_000;

/// From a day on, a centre has so many places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreCapacity {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Places, 0 to [`CENTRE_CAPACITY_MAX`].
    pub places: i64,
    /// Where it is known from.
    pub source: String,
}

impl RecordCentreCapacity {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_label(&self.source, "source")?;
        if (0..=CENTRE_CAPACITY_MAX).contains(&self.places) {
            Ok(())
        } else {
            Err(Fault::out_of_range("places", 0, CENTRE_CAPACITY_MAX))
        }
    }
}
