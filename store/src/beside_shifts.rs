//! What stands beside the shifts of a day: notes, and receipts of who handed them over.

use crate::Store;
use crate::error::StoreError;
use crate::review::product;
use crate::row::Reader;
use crate::vault;
use chrono::{DateTime, NaiveDate, Utc};
use domain::command::Envelope;
use domain::handover::{Seen, SeenProduct};
use domain::overview::{Handover, Made, ShiftNote, ShiftRow};
use sqlx::AnyConnection;

impl Store {
    /// Puts the notes and receipts of a centre's day to its shifts; the text of a note only when
    /// the reader sees the register.
    pub(crate) async fn put_beside(
        &self,
        shifts: &mut [ShiftRow],
        centre: i64,
        day: NaiveDate,
        sees: bool,
    ) -> Result<(), StoreError> {
        let mut db = self.read().await?;
        let mut notes = notes(&mut db, centre, day, sees).await?;
        let mut handovers = handovers(&mut db, centre, day).await?;
        for shift in shifts {
            let id = shift.id.to_string();
            shift.notes = notes.extract_if(.., |(of, _)| *of == id).map(|n| n.1).collect();
            shift.handovers = handovers.extract_if(.., |(of, _)| *of == id).map(|h| h.1).collect();
        }
        Ok(())
    }
}

/// Notes, and the remarks beside "did not happen" where that stands.
async fn notes(
    db: &mut AnyConnection,
    centre: i64,
    day: NaiveDate,
    sees: bool,
) -> Result<Vec<(String, ShiftNote)>, StoreError> {
    let rows = sqlx::query(
        // From the shifts of the day on both ways: joined from the whole, all years would be read.
        "select n.seq, n.id, n.shift, j.entry, j.received_at, a.code, k.secret, v.sealed
         from (select x.seq, x.id, s.id as shift, 0 as remark
               from shift s join note x on x.shift = s.seq
               where s.centre = $1 and s.day = $2
               union all
               select x.seq, x.id, s.id as shift, 1 as remark
               from shift s join course x on x.shift = s.seq
               where s.centre = $1 and s.day = $2 and x.progress = 'did_not_happen'
                 and x.stands = 1) n
         join journal j on j.seq = n.seq left join account a on a.id = j.actor
         left join vault v on v.subject = n.id left join vault_key k on k.subject = n.id
         where n.remark = 0 or v.sealed is not null
         order by n.seq",
    )
    .bind(centre)
    .bind(day.to_string())
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("note", row);
            let text = if sees { vault::beside(&row, &row.text("id")?)? } else { None };
            let note = ShiftNote { account: row.get("code")?, made_at: made_at(&row)?, text };
            Ok((row.text("shift")?, note))
        })
        .collect()
}

/// When the entry of a row with the columns `entry` and `received_at` of the journal was made.
fn made_at(row: &Reader<'_>) -> Result<DateTime<Utc>, StoreError> {
    let envelope: Envelope = row.json("entry")?;
    Ok(envelope.made(row.instant("received_at")?))
}

async fn handovers(
    db: &mut AnyConnection,
    centre: i64,
    day: NaiveDate,
) -> Result<Vec<(String, Handover)>, StoreError> {
    let rows = sqlx::query(
        "select h.seq, s.id as shift, g.code as giver, t.code as taker, h.listed, h.present,
                h.absent, h.walk_ins, h.headcount, h.made, h.unsent, h.made_at
         from shift s join handover h on h.shift = s.seq join account g on g.seq = h.giver
         join account t on t.seq = h.taker
         where s.centre = $1 and s.day = $2 order by h.seq",
    )
    .bind(centre)
    .bind(day.to_string())
    .fetch_all(&mut *db)
    .await?;
    let mut handovers = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("handover", row);
        let made: Vec<SeenProduct> = row.json("made")?;
        let mut named = Vec::with_capacity(made.len());
        for one in &made {
            // A product that is not known here was none of the shift's.
            if let Some((product, unit)) = product(db, &one.product.to_string()).await? {
                named.push(Made { product, unit, quantity: one.quantity });
            }
        }
        let seen = Seen {
            listed: row.number("listed")?,
            present: row.number("present")?,
            absent: row.number("absent")?,
            walk_ins: row.number("walk_ins")?,
            headcount: row.number("headcount")?,
            unsent: row.number("unsent")?,
            made,
        };
        let (giver, taker, made_at) =
            (row.text("giver")?, row.text("taker")?, row.instant("made_at")?);
        let receipt = Handover { giver, taker, made_at, seen, made: named };
        handovers.push((row.text("shift")?, receipt));
    }
    Ok(handovers)
}
