//! What the organisation consists of: its centres and the projects that pay for its workshops.

use super::Choice;
use crate::label::Name;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Centres and projects, in the order of their codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// The centres.
    pub centres: Vec<Choice>,
    /// The projects.
    pub projects: Vec<ProjectRow>,
    /// The workshops that can count for one.
    pub workshops: Vec<Choice>,
    /// Today's reporting day.
    pub today: NaiveDate,
}

/// A donor project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectRow {
    /// Its code and title.
    pub choice: Choice,
    /// Who pays.
    pub funder: Name,
    /// The funder's reference of the grant.
    pub reference: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The workshops that count for it, each with its first and last day.
    pub shares: Vec<(Choice, NaiveDate, Option<NaiveDate>)>,
}
