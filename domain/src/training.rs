//! Trainings: workshops that are followed rather than attended. Instead of presence they have
//! progress and completion.

use crate::clock::check_day;
use crate::fault::Fault;
use crate::ids::EnrolmentId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Records how far somebody is in a training. The latest day stands; of one day the latest entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordProgress {
    /// Which enrolment.
    pub enrolment: EnrolmentId,
    /// The day it holds of; not in the future, and not before the enrolment began.
    pub on: NaiveDate,
    /// How much of the training is done, in per cent, 0 to 100.
    pub percent: i64,
    /// Whether the training is completed: what it asks for at its end is fulfilled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub completed: bool,
}

impl RecordProgress {
    /// # Errors
    /// [`Fault::BadDay`]; [`Fault::OutOfRange`] naming `percent`, which is 100 once it is completed.
    pub fn check(&self) -> Result<(), Fault> {
        check_day(self.on)?;
        let least = if self.completed { 100 } else { 0 };
        let fits = (least..=100).contains(&self.percent);
        if fits { Ok(()) } else { Err(Fault::out_of_range("percent", least, 100)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_is_completed_is_done() {
        let of = |percent, completed| {
            let enrolment = EnrolmentId(Uuid::nil());
            let on = NaiveDate::from_ymd_opt(2021, 5, 31).expect("a day");
            RecordProgress { enrolment, on, percent, completed }.check()
        };
        assert_eq!(of(0, false), Ok(()));
        assert_eq!(of(100, true), Ok(()));
        assert_eq!(of(101, false), Err(Fault::out_of_range("percent", 0, 100)));
        assert_eq!(of(-1, false), Err(Fault::out_of_range("percent", 0, 100)));
        assert_eq!(of(99, true), Err(Fault::out_of_range("percent", 100, 100)));
    }
}
