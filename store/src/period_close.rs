//! Up to when the figures of a centre are closed, and the page of its months.

use crate::Store;
use crate::error::StoreError;
use crate::overview::review_count;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::{Months, NaiveDate};
use domain::access::{Action, Actor, Place};
use domain::clock::month_of;
use domain::overview::{MonthState, Periods};
use domain::report::{Cell, ColumnId, Query, Report, Step};
use sqlx::AnyConnection;

/// Months that the page shows.
const MONTHS: u32 = 12;

/// The last day that is closed in a centre, by its inner key.
pub(crate) async fn closed_to(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<Option<NaiveDate>, StoreError> {
    let row = sqlx::query(
        "select seq, closed_to from period_close where centre = $1 order by seq desc limit 1",
    )
    .bind(centre)
    .fetch_optional(db)
    .await?;
    row.map(|row| Reader::new("period_close", &row).day("closed_to")).transpose()
}

impl Store {
    /// The last twelve months of a centre, with what is still open in each.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever sees no figures of the centre;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn periods(&self, actor: &Actor, code: &str) -> Result<Periods, StoreError> {
        let mut db = self.read().await?;
        let centre = centre_of(&mut db, actor, Action::SeeFigures, code).await?;
        let closed_to = closed_to(&mut db, centre.key).await?;
        let review = review_count(&mut db, &centre.id.to_string()).await?;
        drop(db);
        let today = self.clock().today();
        let (first, to) = month_of(today);
        let from = first.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(first);
        let query = Query { step: Step::Month, ..Query::period(from, to).in_centre(code) };
        let rows = self.rows_of(actor, Report::ActivitySummary, &query).await?;
        let mut months: Vec<MonthState> = rows.iter().filter_map(|row| month(row, today)).collect();
        months.reverse();
        let manages = actor.may(Action::Manage, Place::centre(centre.id));
        Ok(Periods { centre: centre.choice, closed_to, months, review, manages })
    }
}

fn month(row: &[Cell], today: NaiveDate) -> Option<MonthState> {
    let cell = |column| row.get(Report::ActivitySummary.place(column)?);
    let number = |column| match cell(column) {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    };
    let day = |column| match cell(column) {
        Some(Cell::Day(day)) => Some(*day),
        _ => None,
    };
    let to = day(ColumnId::PeriodEnd)?;
    Some(MonthState {
        from: day(ColumnId::PeriodStart)?,
        to,
        held: number(ColumnId::Held)?,
        did_not_happen: number(ColumnId::DidNotHappen)?,
        not_logged: number(ColumnId::NotLogged)?,
        over: to < today,
    })
}
