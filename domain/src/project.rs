//! Donor projects.

use crate::fault::Fault;
use crate::ids::ProjectId;
use crate::label::{Name, check_code, check_label};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Sets up a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateProject {
    /// Its id.
    pub project: ProjectId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Name,
    /// Who pays.
    pub funder: Name,
    /// The programme that it is part of.
    pub programme: Name,
    /// Who carries it out.
    pub implementer: Name,
    /// The funder's reference of the grant.
    pub reference: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl CreateProject {
    /// # Errors
    /// A fault that names the field out of its range, or [`Fault::PeriodReversed`].
    pub fn check(&self) -> Result<(), Fault> {
        check_code(&self.code, "code")?;
        self.title.check("title")?;
        self.funder.check("funder")?;
        self.programme.check("programme")?;
        self.implementer.check("implementer")?;
        check_label(&self.reference, "reference")?;
        if self.to < self.from { Err(Fault::PeriodReversed) } else { Ok(()) }
    }
}
