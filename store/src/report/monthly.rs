//! R2: the monthly summary, a row for each piece of the period, centre and workshop.

use super::summary::{New, Row, summed};
use super::{Request, Window};
use crate::Store;
use crate::error::StoreError;
use crate::overview::{occupancy, places};
use domain::indicator::per_mille;
use domain::person::Sex;
use domain::report::participation::{Housed, housed};
use domain::report::period::Days;
use domain::report::session::{code_or_none, name_or_none};
use domain::report::{Cell, ColumnId, Query, Report, Split};
use domain::suppression::Why;
use std::collections::HashMap;

/// How a centre was filled at the end of a piece.
#[derive(Clone, Copy)]
struct Filled {
    housed: Result<Housed, Why>,
    beds: Option<i64>,
}

/// The rows, by days, then by workshop.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let by = Some(Split::Workshop);
    let request = Request { query: Query { by, ..request.query.clone() }, ..request };
    let people = store.people().await?;
    let is_of = |sex: Sex| {
        let people = people.clone();
        move |person: &i64| people.by_key.get(person).is_some_and(|known| known.sex == sex)
    };
    let (women, men) = (is_of(Sex::Female), is_of(Sex::Male));
    let columns = Report::MonthlySummary.columns();
    let tell = |row: &Row<'_>| {
        let cells = columns.iter().map(|column| {
            cell(&request, row, column.id, |sex| match sex {
                Sex::Female => row.sum.named().iter().filter(|one| women(one)).count(),
                _ => row.sum.named().iter().filter(|one| men(one)).count(),
            })
        });
        (row.centre_key(&request), row.days, cells.collect::<Vec<Cell>>())
    };
    // New is who never came to any workshop, not who tries another one.
    let told = summed(store, &request, New::Ever, tell).await?;
    let mut filled: HashMap<(i64, Days), Filled> = HashMap::new();
    let today = store.clock().today();
    let mut db = store.read().await?;
    let mut rows = Vec::with_capacity(told.len());
    for (centre, days, mut cells) in told {
        if let Some(centre) = centre {
            let known = match filled.get(&(centre, days)) {
                Some(known) => *known,
                None => {
                    let day = days.1.min(today);
                    let last = occupancy(&mut db, centre, day).await?;
                    let last = last.map(|one| (one.day, Some(one.total)));
                    let beds = places(&mut db, centre, day).await?;
                    let known = Filled { housed: housed(last, days, today), beds };
                    filled.insert((centre, days), known);
                    known
                }
            };
            for (column, cell) in columns.iter().zip(&mut cells) {
                if let Some(told) = known.cell(column.id) {
                    *cell = told;
                }
            }
        }
        rows.push(cells);
    }
    Ok(rows)
}

impl Filled {
    fn cell(self, column: ColumnId) -> Option<Cell> {
        let beds = || self.beds.map_or(Cell::Empty(Why::NotRecorded), Cell::Number);
        Some(match (column, self.housed) {
            (ColumnId::Beds, _) => beds(),
            (ColumnId::Housed, Ok(known)) => Cell::Number(known.people),
            (ColumnId::HousedOn, Ok(known)) => Cell::Day(known.day),
            (ColumnId::OccupancyRate, Ok(known)) => {
                let share = self.beds.and_then(|beds| per_mille(known.people, beds));
                share.map_or(Cell::Empty(Why::NotRecorded), Cell::Decimal)
            }
            (ColumnId::Housed | ColumnId::HousedOn | ColumnId::OccupancyRate, Err(why)) => {
                Cell::Empty(why)
            }
            _ => return None,
        })
    }
}

fn cell(request: &Request, row: &Row<'_>, column: ColumnId, of_sex: impl Fn(Sex) -> usize) -> Cell {
    let centre = row.centre_key(request).and_then(|key| request.refs.centres.get(&key));
    let project = request.project.and_then(|key| request.refs.projects.get(&key));
    let figures = &row.sum.figures;
    let share =
        |part, whole| per_mille(part, whole).map_or(Cell::Empty(Why::NotApplicable), Cell::Decimal);
    let count = |n: usize| Cell::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let (least, most) = row.sum.people();
    match column {
        ColumnId::Country => Cell::Text("SRB".to_owned()),
        ColumnId::Adm1 => name_or_none(centre.map(|one| one.adm1.clone())),
        ColumnId::ProjectCode => code_or_none(project.map(|one| &one.code)),
        // Ninety minutes are one and a half hours: minutes to a tenth of an hour.
        ColumnId::Hours => Cell::Decimal((row.sum.minutes + 3) / 6),
        // Who was counted without a name has no sex here: no share of a range is known.
        ColumnId::PeopleFemale | ColumnId::PeopleMale if least != most => {
            Cell::Empty(Why::OnlyARange)
        }
        ColumnId::PeopleFemale => count(of_sex(Sex::Female)),
        ColumnId::PeopleMale => count(of_sex(Sex::Male)),
        ColumnId::AttendanceRate => share(figures.attended, figures.registered),
        ColumnId::NoShowRate => share(figures.no_shows, figures.registered),
        ColumnId::Suppressed => Cell::Number(0),
        column => row.cell(request, column),
    }
}
