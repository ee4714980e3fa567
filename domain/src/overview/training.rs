//! Trainings without a centre, and how far their participants are.

use super::{Choice, PersonLabel};
use crate::ids::{EnrolmentId, PersonId, WorkshopId};
use crate::person::Sex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A training in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingRow {
    /// Its id.
    pub id: WorkshopId,
    /// Its code and title.
    pub choice: Choice,
    /// How many were ever enrolled.
    pub participants: i64,
    /// How many of them completed it.
    pub completed: i64,
}

/// The trainings of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trainings {
    /// Today's reporting day.
    pub today: NaiveDate,
    /// By their codes.
    pub trainings: Vec<TrainingRow>,
}

/// Somebody in a training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// Their code, and what they are called if the reader may know it.
    pub label: PersonLabel,
    /// Sex.
    pub sex: Sex,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, once they left.
    pub to: Option<NaiveDate>,
    /// How far they are, in per cent, and the day it holds of.
    pub progress: Option<(i64, NaiveDate)>,
    /// Whether they completed it, on that day.
    pub completed: bool,
}

/// A training with its participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingPage {
    /// Its id.
    pub id: WorkshopId,
    /// Its code and title.
    pub training: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// By name.
    pub participants: Vec<Participant>,
}
