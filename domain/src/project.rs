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

/// Where a project stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectState {
    /// Its first day is to come.
    Planned,
    /// It runs.
    Ongoing,
    /// Its last day is over.
    Completed,
}

impl ProjectState {
    /// Where a project of these days stands.
    pub fn on(day: NaiveDate, from: NaiveDate, to: NaiveDate) -> Self {
        if day < from {
            Self::Planned
        } else if day <= to {
            Self::Ongoing
        } else {
            Self::Completed
        }
    }

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Ongoing => "ongoing",
            Self::Completed => "completed",
        }
    }
}

/// Says of a project what the coordination of the field asks for (who does what, where, when and
/// for whom), and whom to ask. The latest one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribeProject {
    /// Which project.
    pub project: ProjectId,
    /// The kind of organisation that carries it out, e.g. an international organisation.
    pub organisation_type: Name,
    /// The sector (IASC cluster), e.g. protection.
    pub sector: Name,
    /// The part of the sector.
    pub subsector: Name,
    /// How it is done, e.g. in person.
    pub modality: Name,
    /// For whom, e.g. asylum seekers and migrants.
    pub beneficiaries: Name,
    /// The office that answers a donor's questions: a place and never a person.
    pub contact: Name,
}

impl DescribeProject {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        self.organisation_type.check("organisation_type")?;
        self.sector.check("sector")?;
        self.subsector.check("subsector")?;
        self.modality.check("modality")?;
        self.beneficiaries.check("beneficiaries")?;
        self.contact.check("contact")
    }
}
