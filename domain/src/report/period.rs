//! How a period is cut: into days, weeks, months, quarters, years, or not at all.

use crate::clock::{month, month_of};
use crate::fault::Fault;
use crate::plan::monday_of;
use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// How finely a report that adds up over time is cut. Weeks run from Monday to Sunday, quarters
/// and years are those of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A row a reporting day.
    Day,
    /// A row a week.
    Week,
    /// A row a calendar month.
    #[default]
    Month,
    /// A row a calendar quarter.
    Quarter,
    /// A row a calendar year.
    Year,
    /// One row for the whole period.
    Whole,
}

/// First and last day.
pub type Days = (NaiveDate, NaiveDate);

/// The most pieces that a period is cut into.
pub const PIECES_MAX: i64 = 400;

impl Step {
    /// All steps, from the finest on.
    pub const ALL: [Self; 6] =
        [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year, Self::Whole];

    /// The code in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Whole => "whole",
        }
    }

    /// Reads a code back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// The whole piece of the calendar that a day lies in; `None` for [`Step::Whole`].
    pub fn around(self, day: NaiveDate) -> Option<Days> {
        let months =
            |first: u32, last: u32| Some((month(day.year(), first)?.0, month(day.year(), last)?.1));
        match self {
            Self::Day => Some((day, day)),
            Self::Week => Some((monday_of(day), monday_of(day) + Duration::days(6))),
            Self::Month => Some(month_of(day)),
            Self::Quarter => {
                let first = day.month0() / 3 * 3 + 1;
                months(first, first + 2)
            }
            Self::Year => months(1, 12),
            Self::Whole => None,
        }
    }

    /// The pieces of a period in order: without a gap, the first and the last cut off where the
    /// period begins and ends.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] for more than [`PIECES_MAX`].
    pub fn pieces(self, (from, to): Days) -> Result<Vec<Days>, Fault> {
        let mut pieces = Vec::new();
        let mut next = Some(from);
        while let Some(first) = next.filter(|first| *first <= to) {
            if pieces.len() as i64 == PIECES_MAX {
                return Err(Fault::out_of_range("step", 1, PIECES_MAX));
            }
            let last = self.around(first).map_or(to, |(_, last)| last.min(to));
            pieces.push((first, last));
            next = last.succ_opt();
        }
        Ok(pieces)
    }

    /// The period of the same kind that ended the day before a period began: the calendar's where
    /// the period is whole pieces of it, else as many days.
    pub fn before(self, (from, to): Days) -> Days {
        let last = from.pred_opt().unwrap_or(from);
        let whole = self.around(from).is_some_and(|(first, _)| first == from)
            && self.around(to).is_some_and(|(_, end)| end == to);
        if whole && let Ok(pieces) = self.pieces((from, to)) {
            let back = |first: NaiveDate| {
                let day = first.pred_opt().unwrap_or(first);
                self.around(day).map_or(day, |(first, _)| first)
            };
            return (pieces.iter().fold(from, |first, _| back(first)), last);
        }
        (last - (to - from), last)
    }
}

/// The code of a month, quarter or year in addresses: `2021-05`, `2021-Q2`, `2021`; `None` for days
/// that are no such piece.
pub fn piece_code((from, to): Days) -> Option<String> {
    let step = [Step::Month, Step::Quarter, Step::Year]
        .into_iter()
        .find(|step| step.around(from) == Some((from, to)))?;
    let year = from.year();
    Some(match step {
        Step::Month => format!("{year}-{:02}", from.month()),
        Step::Quarter => format!("{year}-Q{}", from.month0() / 3 + 1),
        _ => year.to_string(),
    })
}

/// Reads such a code back.
pub fn piece_of(code: &str) -> Option<Days> {
    let (year, part) = code.split_once('-').map_or((code, None), |(year, part)| (year, Some(part)));
    let year: i32 = year.parse().ok().filter(|year| (1990..=2100).contains(year))?;
    match part {
        None => Step::Year.around(NaiveDate::from_ymd_opt(year, 1, 1)?),
        Some(part) => match part.strip_prefix('Q') {
            Some(quarter) => {
                let quarter = quarter.parse::<u32>().ok().filter(|n| (1..=4).contains(n))?;
                Step::Quarter.around(NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1)?)
            }
            None => month(year, part.parse().ok()?),
        },
    }
}

/// Whether days are a whole month, quarter or year of the calendar.
pub fn is_of_the_calendar((from, to): Days) -> bool {
    [Step::Month, Step::Quarter, Step::Year]
        .into_iter()
        .any(|step| step.around(from) == Some((from, to)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(from: &str, to: &str) -> Days {
        (from.parse().expect("a day"), to.parse().expect("a day"))
    }

    #[test]
    fn codes_come_back() {
        for step in Step::ALL {
            assert_eq!(Step::from_code(step.code()), Some(step));
        }
    }

    #[test]
    fn pieces_of_the_calendar() {
        for (step, period, pieces) in [
            (
                Step::Week,
                days("2021-05-27", "2021-06-08"),
                vec![
                    days("2021-05-27", "2021-05-30"),
                    days("2021-05-31", "2021-06-06"),
                    days("2021-06-07", "2021-06-08"),
                ],
            ),
            (
                Step::Quarter,
                days("2021-02-10", "2021-12-31"),
                vec![
                    days("2021-02-10", "2021-03-31"),
                    days("2021-04-01", "2021-06-30"),
                    days("2021-07-01", "2021-09-30"),
                    days("2021-10-01", "2021-12-31"),
                ],
            ),
            (Step::Whole, days("2021-02-10", "2024-02-29"), vec![days("2021-02-10", "2024-02-29")]),
            (
                Step::Year,
                days("2023-07-01", "2024-06-30"),
                vec![days("2023-07-01", "2023-12-31"), days("2024-01-01", "2024-06-30")],
            ),
        ] {
            assert_eq!(step.pieces(period), Ok(pieces), "{step:?}");
        }
        assert!(Step::Day.pieces(days("2021-01-01", "2022-12-31")).is_err());
    }

    #[test]
    fn pieces_have_codes() {
        for (code, from, to) in [
            ("2021-05", "2021-05-01", "2021-05-31"),
            ("2021-Q2", "2021-04-01", "2021-06-30"),
            ("2021", "2021-01-01", "2021-12-31"),
        ] {
            assert_eq!(piece_of(code), Some(days(from, to)));
            assert_eq!(piece_code(days(from, to)).as_deref(), Some(code));
        }
        for bad in ["", "21", "2021-13", "2021-Q5", "2021-Q", "2021-", "2021-05-01", "x"] {
            assert_eq!(piece_of(bad), None, "{bad}");
        }
        assert_eq!(piece_code(days("2021-05-02", "2021-05-31")), None);
    }

    #[test]
    fn what_a_period_is_compared_with() {
        for (step, period, before) in [
            (Step::Month, days("2021-05-01", "2021-05-31"), days("2021-04-01", "2021-04-30")),
            (Step::Month, days("2021-03-01", "2021-05-31"), days("2020-12-01", "2021-02-28")),
            (Step::Month, days("2021-05-01", "2021-05-20"), days("2021-04-11", "2021-04-30")),
            (Step::Quarter, days("2021-04-01", "2021-06-30"), days("2021-01-01", "2021-03-31")),
            (Step::Year, days("2021-01-01", "2021-12-31"), days("2020-01-01", "2020-12-31")),
            (Step::Week, days("2021-05-31", "2021-06-06"), days("2021-05-24", "2021-05-30")),
            (Step::Whole, days("2021-05-11", "2021-05-20"), days("2021-05-01", "2021-05-10")),
        ] {
            assert_eq!(step.before(period), before, "{step:?} {period:?}");
        }
    }

    proptest! {
        /// Pieces follow each other without a gap and cover the period, however it is cut.
        #[test]
        fn pieces_cover_the_period(start in 0i64..20_000, length in 0i64..390, n in 0usize..6) {
            let from = NaiveDate::from_ymd_opt(1995, 1, 1).expect("a day") + Duration::days(start);
            let to = from + Duration::days(length);
            let pieces = Step::ALL[n].pieces((from, to)).expect("few enough");
            prop_assert_eq!(pieces.first().map(|p| p.0), Some(from));
            prop_assert_eq!(pieces.last().map(|p| p.1), Some(to));
            for pair in pieces.windows(2) {
                prop_assert_eq!(pair[0].1.succ_opt(), Some(pair[1].0));
            }
            let (first, last) = Step::ALL[n].before((from, to));
            prop_assert!(first <= last);
            prop_assert_eq!(last.succ_opt(), Some(from));
        }
    }
}
