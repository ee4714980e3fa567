//! What a row of the activity summary is of: its group, and its days.

use crate::i18n::Locale;
use crate::i18n::catalogue::trends as texts;
use crate::i18n::labels::group_of;
use chrono::{Datelike, NaiveDate};
use domain::report::{Cell, ColumnId, GROUP_UNKNOWN, Report, Split, Step};

/// A cell of a row.
pub fn cell(row: &[Cell], column: ColumnId) -> Option<&Cell> {
    row.get(Report::ActivitySummary.place(column)?)
}

/// The days of a row.
pub fn days(row: &[Cell]) -> Option<(NaiveDate, NaiveDate)> {
    match (cell(row, ColumnId::PeriodStart)?, cell(row, ColumnId::PeriodEnd)?) {
        (Cell::Day(from), Cell::Day(to)) => Some((*from, *to)),
        _ => None,
    }
}

/// The group of a row in words.
pub fn name(locale: Locale, by: Option<Split>, row: &[Cell]) -> String {
    let named = |column| match cell(row, column) {
        Some(Cell::Name(name)) => Some(locale.name(&name.en, &name.sr)),
        _ => None,
    };
    let group = cell(row, ColumnId::Group);
    let code = match group {
        Some(Cell::Text(code)) => Some(code.as_str()),
        _ => None,
    };
    match (by, group) {
        (Some(Split::Centre), _) => named(ColumnId::Site),
        (Some(Split::Workshop), _) => {
            let title = named(ColumnId::Workshop);
            title.map(|title| code.map_or(title.clone(), |code| format!("{title} ({code})")))
        }
        (Some(by), Some(Cell::Term(term))) => Some(group_of(locale, by, term.code())),
        (Some(by), _) => Some(group_of(locale, by, code.unwrap_or(GROUP_UNKNOWN))),
        (None, _) => None,
    }
    .unwrap_or_else(|| locale.text(&texts::NOT_RECORDED).into_owned())
}

/// The short name of a piece below its column, and the year where a new one begins.
pub fn short(locale: Locale, step: Step, from: NaiveDate, first: bool) -> (String, Option<String>) {
    let year = from.year().to_string();
    let new_year = first || (from.month() == 1 && from.day() <= 7);
    let label = match step {
        Step::Day | Step::Week => {
            let (day, month) = (from.day(), from.month());
            if locale.is_serbian() { format!("{day}.{month}.") } else { format!("{day}/{month}") }
        }
        Step::Month => locale.month(from.month()).chars().take(3).collect(),
        Step::Quarter => locale.fill(&texts::QUARTER, &[("n", &(from.month0() / 3 + 1))]),
        Step::Year => return (year, None),
        Step::Whole => return (locale.day_month(from), Some(year)),
    };
    (label, new_year.then_some(year))
}
