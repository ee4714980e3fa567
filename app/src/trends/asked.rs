//! What an address asks of the trends.

use crate::reports::Ask;
use chrono::{Datelike, Duration, NaiveDate};
use domain::fault::Fault;
use domain::report::period::Days;
use domain::report::{Query, Report, Step};
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

/// What a period is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// The period before.
    Before,
    /// The same a year earlier.
    LastYear,
}

impl Beside {
    /// All, in the order of menus.
    pub const ALL: [Self; 2] = [Self::Before, Self::LastYear];

    /// The code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::LastYear => "last-year",
        }
    }
}

/// The filters as they stand in the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Those of every report.
    pub ask: Ask,
    /// What the period is compared with.
    pub beside: Option<Beside>,
}

impl Asked {
    /// Reads the address.
    pub fn from_query(query: &ParamsMap) -> Self {
        let beside = query.get("beside");
        let beside = Beside::ALL.into_iter().find(|one| Some(one.code()) == beside.as_deref());
        Self { ask: Ask::from_query(query), beside }
    }

    /// What it means. Without days it is as much of the last time as can be taken in: eight weeks,
    /// when nothing else is asked for.
    ///
    /// # Errors
    /// As [`Ask::resolve`].
    pub fn query(&self, today: NaiveDate) -> Result<Query, Fault> {
        let no_days = self.ask.from.is_none() && self.ask.to.is_none();
        let mut query = self.ask.resolve(Report::ActivitySummary, today)?;
        if self.ask.step.is_none() {
            query.step = Step::Week;
        }
        if no_days {
            (query.from, query.to) = lately(query.step, today);
        }
        Ok(query)
    }

    /// The period that the one asked for is compared with.
    pub fn beside(&self, query: &Query) -> Option<Days> {
        let days = (query.from, query.to);
        match self.beside? {
            Beside::Before => Some(query.step.before(days)),
            Beside::LastYear => {
                // 29 February has no day a year before: the month's last one stands for it.
                let back = |day: NaiveDate| {
                    let year = day.year() - 1;
                    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
                };
                back(days.0).zip(back(days.1))
            }
        }
    }
}

/// The last pieces of the calendar up to the one that today lies in.
fn lately(step: Step, today: NaiveDate) -> Days {
    let pieces = match step {
        Step::Day => 14,
        Step::Week => 8,
        Step::Month => 12,
        Step::Quarter => 8,
        Step::Year => 5,
        Step::Whole => return (today - Duration::days(27), today),
    };
    let (mut from, to) = step.around(today).unwrap_or((today, today));
    for _ in 1..pieces {
        let before = from.pred_opt().unwrap_or(from);
        from = step.around(before).map_or(before, |(first, _)| first);
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_last_time_is_shown_unless_days_are_asked_for() {
        let of = |step: Option<&str>, from: Option<&str>| {
            let ask = Ask {
                step: step.map(String::from),
                from: from.map(String::from),
                ..Ask::default()
            };
            let query = Asked { ask, beside: None }.query(day("2021-05-31")).expect("a query");
            (query.step.code(), query.from.to_string(), query.to.to_string())
        };
        assert_eq!(of(None, None), ("week", "2021-04-12".into(), "2021-06-06".into()));
        assert_eq!(of(Some("month"), None), ("month", "2020-06-01".into(), "2021-05-31".into()));
        assert_eq!(
            of(Some("quarter"), None),
            ("quarter", "2019-07-01".into(), "2021-06-30".into())
        );
        assert_eq!(of(Some("whole"), None), ("whole", "2021-05-04".into(), "2021-05-31".into()));
        assert_eq!(of(None, Some("2021-05")), ("week", "2021-05-01".into(), "2021-05-31".into()));
    }

    #[test]
    fn a_period_is_compared() {
        let beside = |beside, from, to| {
            let query = Query { step: Step::Month, ..Query::period(day(from), day(to)) };
            Asked { ask: Ask::default(), beside }.beside(&query)
        };
        assert_eq!(beside(None, "2021-05-01", "2021-05-31"), None);
        assert_eq!(
            beside(Some(Beside::Before), "2021-05-01", "2021-05-31"),
            Some((day("2021-04-01"), day("2021-04-30")))
        );
        assert_eq!(
            beside(Some(Beside::LastYear), "2024-02-01", "2024-02-29"),
            Some((day("2023-02-01"), day("2023-02-28")))
        );
    }
}
