//! What an address asks of a report.

use crate::ui::form::Typed;
use chrono::NaiveDate;
use domain::clock;
use domain::fault::Fault;
use domain::report::{Query, Report, Split, Step};
use domain::shift::ShiftState;
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

/// The filters as they stand in the address: typed by anybody, so not yet believed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The first day, or its month.
    pub from: Option<String>,
    /// The last day, or its month.
    pub to: Option<String>,
    /// Code of a centre.
    pub centre: Option<String>,
    /// Code of a project.
    pub project: Option<String>,
    /// Code of a workshop.
    pub workshop: Option<String>,
    /// Code of a state.
    pub state: Option<String>,
    /// Code of a step.
    pub step: Option<String>,
    /// Code of a split.
    pub by: Option<String>,
    /// Code of the only group of the split.
    pub of: Option<String>,
    /// The entry of the journal that is compared with.
    pub since: Option<String>,
}

/// The first and the last day that a period may touch.
const DAYS: (Option<NaiveDate>, Option<NaiveDate>) =
    (NaiveDate::from_ymd_opt(1990, 1, 1), NaiveDate::from_ymd_opt(2100, 12, 31));

impl Ask {
    /// Reads the address; a field that was left empty asks for nothing.
    pub fn from_query(query: &ParamsMap) -> Self {
        Self::of(|name| query.get(name))
    }

    /// Reads a form in the same way.
    pub fn from_form(typed: &Typed) -> Self {
        Self::of(|name| Some(typed.get(name).to_owned()))
    }

    fn of(known: impl Fn(&str) -> Option<String>) -> Self {
        let field = |name| known(name).filter(|value| !value.is_empty());
        Self {
            from: field("from"),
            to: field("to"),
            centre: field("centre"),
            project: field("project"),
            workshop: field("workshop"),
            state: field("state"),
            step: field("step"),
            by: field("by"),
            of: field("of"),
            since: field("since"),
        }
    }

    /// What it means: without days this month, with one day its month from or up to there.
    /// Filters that a report does not know are left out, as they are from its form.
    ///
    /// # Errors
    /// [`Fault::BadDay`] or [`Fault::Malformed`] for what cannot be read; whether the reader may
    /// ask for it is for the store to say.
    pub fn resolve(&self, report: Report, today: NaiveDate) -> Result<Query, Fault> {
        let from = self.from.as_deref().map(|text| day_or_month(text, First)).transpose()?;
        let to = self.to.as_deref().map(|text| day_or_month(text, Last)).transpose()?;
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => (from, clock::month_of(from).1),
            (None, Some(to)) => (clock::month_of(to).0, to),
            (None, None) => clock::month_of(today),
        };
        let state = match self.state.as_deref() {
            Some(code) if report == Report::SessionLog => {
                Some(ShiftState::from_code(code).ok_or(Fault::malformed())?)
            }
            _ => None,
        };
        let step = match self.step.as_deref() {
            Some(code) if report.has_steps() => Step::from_code(code).ok_or(Fault::malformed())?,
            _ => Step::default(),
        };
        let by = self.by.as_deref().map(|code| Split::from_code(code).ok_or(Fault::malformed()));
        let by = by.transpose()?.filter(|by| report.takes(Some(*by), self.of.as_deref()));
        let since = self.since.as_deref().filter(|_| report.compares());
        let since = since.map(|entry| entry.parse().map_err(|_| Fault::malformed())).transpose()?;
        Ok(Query {
            from,
            to,
            centre: self.centre.clone(),
            project: self.project.clone(),
            workshop: self.workshop.clone(),
            state,
            step,
            by,
            of: by.and(self.of.clone()),
            since,
            since_at: None,
        })
    }
}

/// Which day of a month is meant, where only the month stands.
enum End {
    First,
    Last,
}
use End::{First, Last};

/// Reads `2021-05-31`, or `2021-05` as its first or last day.
fn day_or_month(text: &str, end: End) -> Result<NaiveDate, Fault> {
    let day = match text.len() {
        7 => format!("{text}-01").parse().ok().map(|first| match end {
            First => first,
            Last => clock::month_of(first).1,
        }),
        10 => text.parse().ok(),
        _ => None,
    };
    let (Some(min), Some(max)) = DAYS else { return Err(Fault::Internal) };
    day.filter(|day| (min..=max).contains(day)).ok_or(Fault::BadDay { min, max })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn period(from: Option<&str>, to: Option<&str>) -> Result<(String, String), Fault> {
        let ask = Ask { from: from.map(String::from), to: to.map(String::from), ..Ask::default() };
        let query = ask.resolve(Report::SessionLog, day("2021-05-31"))?;
        Ok((query.from.to_string(), query.to.to_string()))
    }

    #[test]
    fn a_period_is_completed() {
        for (from, to, first, last) in [
            (None, None, "2021-05-01", "2021-05-31"),
            (Some("2021-04-12"), None, "2021-04-12", "2021-04-30"),
            (None, Some("2021-04-12"), "2021-04-01", "2021-04-12"),
            (Some("2021-02"), Some("2021-02"), "2021-02-01", "2021-02-28"),
            (Some("2021-12"), Some("2021-12-24"), "2021-12-01", "2021-12-24"),
        ] {
            assert_eq!(period(from, to), Ok((first.into(), last.into())), "{from:?} {to:?}");
        }
    }

    #[test]
    fn rubbish_is_refused() {
        for bad in ["", "2021", "2021-13", "2021-02-30", "1021-02-03", "+021-05-01", "31.5.2021."] {
            let fault = period(Some(bad), None);
            assert!(matches!(fault, Err(Fault::BadDay { .. })), "{bad}: {fault:?}");
        }
        let ask = Ask { state: Some("open".into()), ..Ask::default() };
        let fault = ask.resolve(Report::SessionLog, day("2021-05-31"));
        assert_eq!(fault, Err(Fault::malformed()));
    }

    #[test]
    fn filters_of_other_reports_are_left_out() {
        let ask = Ask {
            state: Some("closed".into()),
            step: Some("day".into()),
            centre: Some("KRN".into()),
            ..Ask::default()
        };
        let today = day("2021-05-31");
        let log = ask.resolve(Report::SessionLog, today).expect("a query");
        assert_eq!((log.state, log.step), (Some(ShiftState::Closed), Step::Month));
        let made = ask.resolve(Report::OutputProduction, today).expect("a query");
        assert_eq!((made.state, made.step), (None, Step::Day));
        let people = ask.resolve(Report::PeopleReached, today).expect("a query");
        assert_eq!((people.state, people.step), (None, Step::Month));
        assert_eq!(people.centre.as_deref(), Some("KRN"));
    }
}
