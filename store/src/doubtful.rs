//! The page of doubtful figures: the report, what is to decide first.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use chrono::{Duration, NaiveDate};
use domain::access::{Action, Actor, Place};
use domain::overview::{Choice, Doubtful, DoubtfulRow};
use domain::report::{Cell, Query, Report, Term};
use std::cmp::Reverse;

/// Days that the page looks back when nothing else is asked for.
const DAYS: i64 = 31;

impl Store {
    /// The doubtful figures of a centre in a period; the last 31 days when missing.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever sees no figures of the centre;
    /// [`domain::fault::Fault::Unknown`]; those of a period.
    pub async fn doubtful(
        &self,
        actor: &Actor,
        code: &str,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<Doubtful, StoreError> {
        let centre = centre_of(&mut *self.read().await?, actor, Action::SeeFigures, code).await?;
        let today = self.clock().today();
        let (from, to) = period.unwrap_or((today - Duration::days(DAYS), today));
        let query = Query::period(from, to).in_centre(code);
        let rows = self.rows_of(actor, Report::DoubtfulFigures, &query).await?;
        let mut figures: Vec<DoubtfulRow> = rows.iter().filter_map(|row| read(row)).collect();
        figures.sort_by_key(|one| (one.accepted.is_some(), Reverse((one.day, one.start))));
        let reviews = actor.may(Action::Review, Place::centre(centre.id));
        Ok(Doubtful { centre: centre.choice, from, to, figures, reviews })
    }
}

fn read(row: &[Cell]) -> Option<DoubtfulRow> {
    match row {
        [
            Cell::Text(shift),
            Cell::Day(day),
            Cell::Time(start),
            _,
            Cell::Text(code),
            Cell::Name(name),
            Cell::Term(Term::Doubt(doubt)),
            Cell::Number(value),
            usual,
            accepted,
        ] => Some(DoubtfulRow {
            shift: shift.parse().ok()?,
            day: *day,
            start: *start,
            workshop: Choice { code: code.clone(), name: name.clone() },
            doubt: *doubt,
            value: *value,
            usual: if let Cell::Number(n) = usual { Some(*n) } else { None },
            accepted: if let Cell::Day(day) = accepted { Some(*day) } else { None },
        }),
        _ => None,
    }
}
