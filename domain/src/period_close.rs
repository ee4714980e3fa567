//! Closing a period: what was reported of it changes no more by itself.
//!
//! Entries about closed days that come late are held for the manager's approval, never refused for
//! good; whoever wants to correct at the desk opens the period again, with a reason.

use crate::clock::check_day;
use crate::fault::Fault;
use crate::ids::CentreId;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Closes a centre's figures up to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosePeriod {
    /// Which centre.
    pub centre: CentreId,
    /// The last reporting day that is closed: the last of a calendar month.
    pub to: NaiveDate,
}

impl ClosePeriod {
    /// # Errors
    /// [`Fault::BadDay`], [`Fault::PeriodNotWhole`].
    pub fn check(&self) -> Result<(), Fault> {
        check_day(self.to)?;
        let next = self.to.succ_opt();
        if next.is_some_and(|next| next.day() == 1) { Ok(()) } else { Err(Fault::PeriodNotWhole) }
    }
}

/// Opens a centre's figures again from a day on. Why travels beside it, into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenPeriod {
    /// Which centre.
    pub centre: CentreId,
    /// The first reporting day that is open again: the first of a calendar month.
    pub from: NaiveDate,
}

impl ReopenPeriod {
    /// # Errors
    /// [`Fault::BadDay`], [`Fault::PeriodNotWhole`].
    pub fn check(&self) -> Result<(), Fault> {
        check_day(self.from)?;
        if self.from.day() == 1 { Ok(()) } else { Err(Fault::PeriodNotWhole) }
    }

    /// The last day that stays closed.
    pub fn closed_to(&self) -> NaiveDate {
        self.from.pred_opt().unwrap_or(NaiveDate::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn periods_are_whole_months() {
        let centre = CentreId(Uuid::from_u128(1));
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (to, fits) in [("2021-02-28", true), ("2020-02-28", false), ("2021-12-31", true)] {
            assert_eq!(ClosePeriod { centre, to: day(to) }.check().is_ok(), fits, "{to}");
        }
        let reopen = ReopenPeriod { centre, from: day("2021-05-01") };
        assert_eq!((reopen.check(), reopen.closed_to()), (Ok(()), day("2021-04-30")));
        let within = ReopenPeriod { centre, from: day("2021-05-02") };
        assert_eq!(within.check(), Err(Fault::PeriodNotWhole));
    }
}
