//! What is told otherwise than before: the rows of one report at two times, compared cell by cell.

use super::{Cell, Column, ColumnId, ColumnKind, Protection, Report, Term};
use crate::suppression::{Audience, Why};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What says which row of a report it is, whatever its figures are.
const KEYS: [ColumnId; 8] = [
    ColumnId::SessionId,
    ColumnId::PeriodStart,
    ColumnId::PeriodEnd,
    ColumnId::ProjectCode,
    ColumnId::SiteCode,
    ColumnId::WorkshopCode,
    ColumnId::ProductCode,
    ColumnId::IndicatorCode,
];

/// The columns of a report that hold figures to be compared: none that an audience is never told.
fn figures(report: Report, audience: Audience) -> impl Iterator<Item = (usize, ColumnId)> {
    let columns = report.columns().iter().enumerate();
    let is_told = move |column: &Column| {
        audience == Audience::Internal || column.protection != Protection::People
    };
    let told = columns.filter(move |(_, column)| is_told(column)).filter(|(_, column)| {
        let number = matches!(column.kind, ColumnKind::Number | ColumnKind::Decimal);
        // Where a centre lies is no figure; how much is hidden is told with every row.
        let other = [ColumnId::Suppressed, ColumnId::Latitude, ColumnId::Longitude];
        number && !other.contains(&column.id)
    });
    told.map(|(place, column)| (place, column.id))
}

/// A row of one report, as [`Report::WhatChanged`] needs it.
struct Row<'a> {
    report: Report,
    cells: &'a [Cell],
}

impl Row<'_> {
    fn cell(&self, column: ColumnId) -> Option<&Cell> {
        self.cells.get(self.report.place(column)?)
    }

    fn text(&self, column: ColumnId) -> Option<&str> {
        match self.cell(column)? {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    fn day(&self, column: ColumnId) -> Option<NaiveDate> {
        match self.cell(column)? {
            Cell::Day(day) => Some(*day),
            _ => None,
        }
    }

    fn key(&self) -> Vec<String> {
        let known = |column| match self.cell(column) {
            Some(Cell::Text(text)) => text.clone(),
            Some(Cell::Day(day)) => day.to_string(),
            _ => String::new(),
        };
        KEYS.map(known).into()
    }

    /// The row of [`Report::WhatChanged`] that says so of one figure.
    fn changed(&self, figure: ColumnId, before: &Cell, now: &Cell) -> Vec<Cell> {
        let none = Cell::Empty(Why::NotApplicable);
        let text = |column| self.text(column).map(|text| Cell::Text(text.to_owned()));
        // A shift is of one day.
        let day = |column| self.day(column).or(self.day(ColumnId::Date)).map(Cell::Day);
        let columns = Report::WhatChanged.columns().iter();
        let cells = columns.map(|column| match column.id {
            ColumnId::Compared => Some(Cell::Term(Term::Report(self.report))),
            ColumnId::Figure => Some(Cell::Term(Term::Figure(figure))),
            ColumnId::PeriodStart | ColumnId::PeriodEnd => day(column.id),
            ColumnId::Item => text(ColumnId::ProductCode).or(text(ColumnId::IndicatorCode)),
            ColumnId::Before => Some(before.clone()),
            ColumnId::Now => Some(now.clone()),
            ColumnId::Change => Some(change(before, now)),
            // It is counted when the row goes out.
            ColumnId::Suppressed => Some(Cell::Number(0)),
            other => text(other),
        });
        cells.map(|cell| cell.unwrap_or(none.clone())).collect()
    }
}

fn key(report: Report, cells: &[Cell]) -> Vec<String> {
    Row { report, cells }.key()
}

/// By how much a figure changed. What is hidden in one of the two is hidden here; what was not told
/// for another reason has no change.
fn change(before: &Cell, now: &Cell) -> Cell {
    let hidden = Cell::Empty(Why::Suppressed);
    match (before, now) {
        (Cell::Number(before), Cell::Number(now)) => Cell::Number(now - before),
        (Cell::Decimal(before), Cell::Decimal(now)) => Cell::Decimal(now - before),
        _ if *before == hidden || *now == hidden => hidden,
        _ => Cell::Empty(Why::NotApplicable),
    }
}

/// The rows of [`Report::WhatChanged`] about one report: a row for each figure that is not what it
/// was, in the order of the rows that are told now, then those that are not told any more. A row
/// that is not there is as good as one without any figure.
pub fn changes(
    report: Report,
    audience: Audience,
    before: &[Vec<Cell>],
    now: &[Vec<Cell>],
) -> Vec<Vec<Cell>> {
    let mut told: HashMap<Vec<String>, &Vec<Cell>> =
        before.iter().map(|cells| (key(report, cells), cells)).collect();
    let mut changed = Vec::new();
    let mut compare = |before: Option<&Vec<Cell>>, now: Option<&Vec<Cell>>| {
        let Some(either) = now.or(before) else { return };
        for (place, figure) in figures(report, audience) {
            let none = Cell::Empty(Why::NotRecorded);
            let of = |cells: Option<&Vec<Cell>>| {
                cells.and_then(|cells| cells.get(place)).unwrap_or(&none).clone()
            };
            let (before, now) = (of(before), of(now));
            if before != now && !(is_nothing(&before) && is_nothing(&now)) {
                changed.push(Row { report, cells: either }.changed(figure, &before, &now));
            }
        }
    };
    for cells in now {
        compare(told.remove(&key(report, cells)), Some(cells));
    }
    for cells in before.iter().filter(|cells| told.contains_key(&key(report, cells))) {
        compare(Some(cells), None);
    }
    changed
}

/// Whether a cell says that there is nothing: not held, not recorded, or zero.
fn is_nothing(cell: &Cell) -> bool {
    match cell {
        Cell::Number(0) | Cell::Decimal(0) => true,
        Cell::Empty(why) => *why != Why::Suppressed,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const R3: Report = Report::PeopleBySexAndAge;

    /// A row of R3 of a centre in May.
    fn people(centre: &str, women: Cell, all: Cell) -> Vec<Cell> {
        let day = |text: &str| Cell::Day(text.parse().expect("a day"));
        let cells = R3.columns().iter().map(|column| match column.id {
            ColumnId::PeriodStart => day("2021-05-01"),
            ColumnId::PeriodEnd => day("2021-05-31"),
            ColumnId::SiteCode => Cell::Text(centre.into()),
            ColumnId::Female18 => women.clone(),
            ColumnId::People => all.clone(),
            _ => Cell::Number(0),
        });
        cells.collect()
    }

    /// What is told of each change: centre, figure, before, now, by how much.
    fn told(before: &[Vec<Cell>], now: &[Vec<Cell>]) -> Vec<[Cell; 5]> {
        let columns = [
            ColumnId::SiteCode,
            ColumnId::Figure,
            ColumnId::Before,
            ColumnId::Now,
            ColumnId::Change,
        ];
        let place = |column| Report::WhatChanged.place(column).expect("a column");
        let rows = changes(R3, Audience::Donor, before, now);
        rows.iter().map(|row| columns.map(|column| row[place(column)].clone())).collect()
    }

    fn centre(code: &str) -> Cell {
        Cell::Text(code.into())
    }

    const WOMEN: Cell = Cell::Term(Term::Figure(ColumnId::Female18));
    const PEOPLE: Cell = Cell::Term(Term::Figure(ColumnId::People));
    const HIDDEN: Cell = Cell::Empty(Why::Suppressed);
    const NONE: Cell = Cell::Empty(Why::NotRecorded);
    const fn n(value: i64) -> Cell {
        Cell::Number(value)
    }

    #[test]
    fn each_figure_that_is_another_has_a_row() {
        let before = [people("KRN", n(12), n(30)), people("OBR", n(7), n(9))];
        let now = [people("KRN", n(13), n(29)), people("OBR", n(7), n(9))];
        assert_eq!(
            told(&before, &now),
            [
                [centre("KRN"), WOMEN, n(12), n(13), n(1)],
                [centre("KRN"), PEOPLE, n(30), n(29), n(-1)]
            ]
        );
        assert_eq!(told(&now, &now), [] as [[Cell; 5]; 0]);
    }

    #[test]
    fn what_is_hidden_in_one_of_both_has_no_change() {
        let before = [people("KRN", n(5), n(30))];
        let now = [people("KRN", HIDDEN, n(30))];
        assert_eq!(told(&before, &now), [[centre("KRN"), WOMEN, n(5), HIDDEN, HIDDEN]]);
        assert_eq!(told(&now, &before), [[centre("KRN"), WOMEN, HIDDEN, n(5), HIDDEN]]);
        assert_eq!(told(&now, &now), [] as [[Cell; 5]; 0]);
    }

    #[test]
    fn a_row_may_come_or_go() {
        let (one, none) = ([people("KRN", n(5), n(8))], []);
        let change = Cell::Empty(Why::NotApplicable);
        let comes = [
            [centre("KRN"), WOMEN, NONE, n(5), change.clone()],
            [centre("KRN"), PEOPLE, NONE, n(8), change.clone()],
        ];
        let goes = [
            [centre("KRN"), WOMEN, n(5), NONE, change.clone()],
            [centre("KRN"), PEOPLE, n(8), NONE, change],
        ];
        assert_eq!(told(&none, &one), comes);
        assert_eq!(told(&one, &none), goes);
        // Nobody is the same as no row.
        assert_eq!(told(&none, &[people("KRN", n(0), n(0))]), [] as [[Cell; 5]; 0]);
    }

    #[test]
    fn no_two_rows_of_a_report_are_taken_for_one() {
        for report in Report::COMPARED {
            let known = report.columns().iter().filter(|column| KEYS.contains(&column.id)).count();
            assert!(known >= 1, "{report:?} has nothing to tell its rows by");
            assert!(figures(report, Audience::Donor).count() > 0, "{report:?} has no figures");
        }
    }
}
