//! The projection of a shift's course: what closes it, opens it again, or says that it did not
//! happen. Facts like marks, so that any order of arrival ends in the same picture.

use super::facts::{Known, restate, save};
use super::project::one_row;
use crate::error::StoreError;
use crate::row::{Reader, stored, word};
use chrono::{DateTime, Utc};
use domain::command::Envelope;
use domain::ids::{EnvelopeId, ShiftId};
use domain::shift::Reason;
use sqlx::AnyConnection;

/// What a fact says of the course: the word of the progress, and the reason. The instant is the
/// fact's own, so two who closed a shift apart from each other do not disagree.
#[derive(Clone, PartialEq)]
pub(super) struct Said {
    progress: String,
    reason: Option<String>,
}

impl Said {
    pub(super) fn closed() -> Self {
        Self { progress: "closed".to_owned(), reason: None }
    }

    pub(super) fn open() -> Self {
        Self { progress: "open".to_owned(), reason: None }
    }

    pub(super) fn did_not_happen(reason: Reason) -> Result<Self, StoreError> {
        Ok(Self { progress: "did_not_happen".to_owned(), reason: Some(word(reason)?) })
    }
}

/// Inserts what was said, says anew what stands, and lets the shift follow it.
pub(super) async fn course(
    db: &mut AnyConnection,
    seq: i64,
    envelope: &Envelope,
    made: DateTime<Utc>,
    (shift, replaces): (ShiftId, Option<EnvelopeId>),
    said: Said,
) -> Result<(), StoreError> {
    let rows = sqlx::query(
        "select c.seq, c.id, c.progress, c.reason, c.made_at, c.replaces, c.stands, c.disputed
         from course c join shift s on s.seq = c.shift where s.id = $1",
    )
    .bind(shift.to_string())
    .fetch_all(&mut *db)
    .await?;
    let mut facts = Vec::with_capacity(rows.len() + 1);
    for row in &rows {
        let row = Reader::new("course", row);
        let said = Said { progress: row.text("progress")?, reason: row.get("reason")? };
        facts.push(Known::read(&row, said)?);
    }
    facts.push(Known::new(seq, envelope.id, made, replaces, said.clone()));
    let new = restate(&mut facts)?;
    let inserted = sqlx::query(
        "insert into course (seq, id, shift, progress, reason, made_at, replaces, stands, disputed)
         select cast($1 as integer), $2, seq, $3, $4, $5, $6, cast($7 as bigint),
                cast($8 as bigint)
         from shift where id = $9",
    )
    .bind(seq)
    .bind(envelope.id.to_string())
    .bind(said.progress)
    .bind(said.reason)
    .bind(stored(made))
    .bind(replaces.map(|id| id.to_string()))
    .bind(new.stands)
    .bind(new.disputed)
    .bind(shift.to_string())
    .execute(&mut *db)
    .await?;
    one_row(inserted, seq)?;
    save(db, RESTATE, &mut facts, seq).await?;
    let Some(stands) = facts.iter().find(|known| known.stands()) else { return Ok(()) };
    let said = &stands.fact.value;
    let closed_at = (said.progress == "closed").then(|| stored(stands.fact.at));
    let updated =
        sqlx::query("update shift set progress = $1, closed_at = $2, reason = $3 where id = $4")
            .bind(said.progress.clone())
            .bind(closed_at)
            .bind(said.reason.clone())
            .bind(shift.to_string())
            .execute(db)
            .await?;
    one_row(updated, seq)
}

const RESTATE: &str = "update course set stands = $1, disputed = $2 where seq = $3";
