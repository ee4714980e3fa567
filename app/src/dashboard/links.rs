//! The rows behind a figure: each figure of the page is a link to the report that it is folded
//! from, with the filters that make exactly this figure.

use crate::ui::address::Address;
use chrono::NaiveDate;
use domain::ids::ShiftId;
use domain::overview::PeriodFigures;
use domain::report::Report;
use domain::shift::ShiftState;

/// A report of one centre and period.
fn report(report: Report, centre: &str, from: NaiveDate, to: NaiveDate) -> Address {
    Address::new(format!("/reports/{}", report.name()))
        .with("centre", centre)
        .with("from", from)
        .with("to", to)
}

/// The shifts of a period, or those in one state.
pub fn shifts(centre: &str, period: &PeriodFigures, state: Option<ShiftState>) -> String {
    report(Report::SessionLog, centre, period.from, period.to)
        .with_some("state", state.map(ShiftState::code))
        .into_string()
}

/// The people of a period, by code.
pub fn people(centre: &str, period: &PeriodFigures) -> String {
    report(Report::PeopleReached, centre, period.from, period.to).into_string()
}

/// What was made, day by day.
pub fn outputs(centre: &str, from: NaiveDate, to: NaiveDate) -> String {
    report(Report::OutputProduction, centre, from, to).with("step", "day").into_string()
}

/// What was logged of a shift, with its history.
pub fn log(centre: &str, shift: ShiftId) -> String {
    Address::new(format!("/centres/{centre}/log")).with("shift", shift).into_string()
}

/// The page of another day.
pub fn day(centre: &str, day: NaiveDate) -> String {
    Address::new(format!("/centres/{centre}")).with("day", day).into_string()
}

/// The form that corrects an entry under review, at the entry's place in the page.
pub fn correct(centre: &str, day: NaiveDate, entry: &str, anchor: &str) -> String {
    let page = Address::new(format!("/centres/{centre}")).with("day", day).with("correct", entry);
    format!("{}#{anchor}", page.into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_leads_to_its_rows() {
        let first = "2021-05-01".parse().expect("a day");
        let last = "2021-05-31".parse().expect("a day");
        assert_eq!(
            outputs("KRN", first, last),
            "/reports/output-production?centre=KRN&from=2021-05-01&to=2021-05-31&step=day"
        );
        assert_eq!(day("KRN", last), "/centres/KRN?day=2021-05-31");
    }
}
