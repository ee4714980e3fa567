//! The pieces of the calendar that donors are told of, and their order.

use chrono::NaiveDate;
use domain::report::period::{Days, Step};

/// At the ends of quarters and years it is told how many people came since the project began. Each
/// further total of the same people is one more equation, and with those of all months little else
/// could be shown (docs/decisions.md).
pub(super) fn is_quarter_or_year(days: Days) -> bool {
    Step::Month.around(days.0) != Some(days)
}

/// Whole pieces of the calendar from the one that a day lies in, as far as they are over.
fn whole_pieces(step: Step, first: NaiveDate, today: NaiveDate) -> Vec<Days> {
    let begin = step.around(first).map_or(first, |(from, _)| from);
    let mut all = Vec::new();
    let mut next = step.around(begin);
    while let Some((from, to)) = next.filter(|(_, to)| *to <= today) {
        all.push((from, to));
        next = to.succ_opt().and_then(|day| step.around(day));
    }
    all
}

/// Months, quarters and years in the order in which they are published: by their last day, the
/// shorter ones first.
pub(super) fn pieces(first: NaiveDate, today: NaiveDate) -> Vec<Days> {
    let steps = [Step::Month, Step::Quarter, Step::Year];
    let mut all: Vec<Days> =
        steps.into_iter().flat_map(|step| whole_pieces(step, first, today)).collect();
    all.sort_by_key(|(from, to)| (*to, *to - *from));
    all
}

pub(super) fn is_within(part: Days, whole: Days) -> bool {
    whole.0 <= part.0 && part.1 <= whole.1
}
