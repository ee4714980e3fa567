//! Progress in trainings: whether it may be recorded, and its row.

use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use chrono::NaiveDate;
use domain::clock::check_come;
use domain::fault::Fault;
use domain::training::RecordProgress;
use sqlx::AnyConnection;

pub(super) async fn may_record(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &RecordProgress,
) -> Result<(), StoreError> {
    let from = door.at_enrolment(db, c.enrolment).await?;
    check_come(c.on, today)?;
    if c.on < from { Err(Fault::PeriodReversed.into()) } else { Ok(()) }
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
