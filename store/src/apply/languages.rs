//! What the staff speaks, and who interpreted: whether it may be recorded, and its rows.

use super::memory::Memory;
use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use crate::row::{Reader, word};
use domain::access::Place;
use domain::command::RecordAccountLanguage;
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, ShiftId};
use domain::shift::{RecordInterpreting, VoidInterpreting};
use sqlx::AnyConnection;

const ID_INTERPRETING: &str = "select seq from interpreting where id = $1";

/// Whoever manages a centre where the account works may say what it speaks.
pub(super) async fn may_record(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &RecordAccountLanguage,
) -> Result<(), StoreError> {
    let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
    if door.at(Place::ORGANISATION).is_ok() {
        return Ok(());
    }
    let rows = sqlx::query(
        "select x.seq, c.id as centre from access x left join workshop w on w.id = x.place
         join centre c on c.id = x.place or c.seq = w.centre
         where x.account = $1 and x.revoked is null",
    )
    .bind(account)
    .fetch_all(db)
    .await?;
    for row in &rows {
        let centre: CentreId = Reader::new("access", row).parse("centre")?;
        if door.at(Place::centre(centre)).is_ok() {
            return Ok(());
        }
    }
    Err(Fault::NotAllowed.into())
}

pub(super) async fn may_interpret(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    c: &RecordInterpreting,
) -> Result<Shift, StoreError> {
    let shift = door.at_shift(db, memory, c.shift).await?;
    is_new(db, ID_INTERPRETING, &c.interpreting.to_string(), Noun::Interpreting).await?;
    Ok(shift)
}

pub(super) async fn may_void(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    c: &VoidInterpreting,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select s.id as shift from interpreting i join shift s on s.seq = i.shift where i.id = $1",
    )
    .bind(c.interpreting.to_string())
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Interpreting })?;
    let shift: ShiftId = Reader::new("interpreting", &row).parse("shift")?;
    door.at_shift(db, memory, shift).await.map(drop)
}

pub(super) fn record(seq: i64, c: &RecordAccountLanguage) -> Result<Sql, StoreError> {
    Ok(sqlx::query(
        "insert into account_language (seq, account, language, level)
         select cast($1 as integer), seq, $2, $3 from account where id = $4",
    )
    .bind(seq)
    .bind(c.language.clone())
    .bind(word(c.level)?)
    .bind(c.account.to_string()))
}

pub(super) fn interpret(seq: i64, c: &RecordInterpreting) -> Sql {
    sqlx::query(
        "insert into interpreting (seq, id, shift, person)
         select cast($1 as integer), $2, s.seq, p.seq from shift s, person p
         where s.id = $3 and p.id = $4",
    )
    .bind(seq)
    .bind(c.interpreting.to_string())
    .bind(c.shift.to_string())
    .bind(c.person.to_string())
}

/// Taken back twice is taken back.
pub(super) fn void(seq: i64, c: &VoidInterpreting) -> Sql {
    sqlx::query(
        "update interpreting set voided = coalesce(voided, cast($1 as integer)) where id = $2",
    )
    .bind(seq)
    .bind(c.interpreting.to_string())
}
