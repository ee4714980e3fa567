//! The projection of a receipt.

use super::project::Sql;
use crate::error::StoreError;
use crate::row::stored;
use chrono::{DateTime, Utc};
use domain::command::Envelope;
use domain::handover::HandOverShift;

/// One row with what both saw.
pub(super) fn hand_over(
    seq: i64,
    envelope: &Envelope,
    made: DateTime<Utc>,
    c: &HandOverShift,
) -> Result<Sql, StoreError> {
    let seen = &c.seen;
    let list = serde_json::to_string(&seen.made).map_err(|e| StoreError::Machine(e.to_string()))?;
    Ok(sqlx::query(
        "insert into handover (seq, id, shift, giver, taker, listed, present, absent, walk_ins,
                               headcount, made, unsent, made_at)
         select cast($1 as integer), $2, s.seq, g.seq, t.seq, cast($3 as bigint),
                cast($4 as bigint), cast($5 as bigint), cast($6 as bigint), cast($7 as bigint),
                $8, cast($9 as bigint), $10
         from shift s, account g, account t where s.id = $11 and g.id = $12 and t.id = $13",
    )
    .bind(seq)
    .bind(envelope.id.to_string())
    .bind(seen.listed)
    .bind(seen.present)
    .bind(seen.absent)
    .bind(seen.walk_ins)
    .bind(seen.headcount)
    .bind(list)
    .bind(seen.unsent)
    .bind(stored(made))
    .bind(c.shift.to_string())
    .bind(c.from.to_string())
    .bind(c.to.to_string()))
}
