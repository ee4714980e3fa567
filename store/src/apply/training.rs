//! Progress in trainings: whether it may be recorded, and its row.

use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::Place;
use domain::clock::check_come;
use domain::fault::{Fault, Noun};
use domain::training::RecordProgress;
use sqlx::AnyConnection;

pub(super) async fn may_record(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &RecordProgress,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select e.seq, e.from_day, w.id as workshop, c.id as centre
         from enrolment e join workshop w on w.seq = e.workshop
         left join centre c on c.seq = w.centre where e.id = $1",
    )
    .bind(c.enrolment.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Enrolment })?;
    let row = Reader::new("enrolment", &row);
    door.at(Place::workshop(row.parse("workshop")?, row.parse_opt("centre")?))?;
    check_come(c.on, today)?;
    if c.on < row.day("from_day")? { Err(Fault::PeriodReversed.into()) } else { Ok(()) }
}

pub(super) fn record(seq: i64, c: &RecordProgress) -> Sql {
    sqlx::query(
        "insert into progress (seq, enrolment, on_day, percent, completed)
         select cast($1 as integer), seq, $2, cast($3 as bigint), cast($4 as bigint)
         from enrolment where id = $5",
    )
    .bind(seq)
    .bind(c.on.to_string())
    .bind(c.percent)
    .bind(i64::from(c.completed))
    .bind(c.enrolment.to_string())
}
