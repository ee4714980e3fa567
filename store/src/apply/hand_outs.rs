//! What is handed out: whether it may be recorded, and its rows.

use super::places::{Door, ID_CENTRE, ID_HAND_OUT, ID_RECIPIENT, is_new, known};
use super::project::Sql;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::Place;
use domain::clock::check_come;
use domain::fault::{Fault, Noun};
use domain::hand_out::{AddRecipient, HandOut, VoidHandOut};
use domain::ids::CentreId;
use sqlx::AnyConnection;

pub(super) async fn may_add_recipient(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &AddRecipient,
) -> Result<(), StoreError> {
    known(db, ID_CENTRE, &c.centre.to_string(), Noun::Centre).await?;
    door.at(Place::centre(c.centre))?;
    is_new(db, ID_RECIPIENT, &c.recipient.to_string(), Noun::Recipient).await
}

/// Handing out more than was made is no fault: the shift that made it may not be logged yet.
pub(super) async fn may_hand_out(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &HandOut,
) -> Result<(), StoreError> {
    const RECIPIENT: &str =
        "select r.seq, c.id as centre from recipient r join centre c on c.seq = r.centre
         where r.id = $1";
    const PRODUCT: &str =
        "select p.seq, c.id as centre from product p join workshop w on w.seq = p.workshop
         left join centre c on c.seq = w.centre where p.id = $1";
    let recipient = c.recipient.to_string();
    let centre = centre_of(db, RECIPIENT, &recipient, Noun::Recipient).await?;
    door.at(Place { centre, ..Place::ORGANISATION })?;
    let made_at = centre_of(db, PRODUCT, &c.product.to_string(), Noun::Product).await?;
    if made_at != centre {
        return Err(Fault::OtherCentre { noun: Noun::Product }.into());
    }
    check_come(c.day, today)?;
    is_new(db, ID_HAND_OUT, &c.hand_out.to_string(), Noun::HandOut).await
}

pub(super) async fn may_void(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &VoidHandOut,
) -> Result<(), StoreError> {
    const HAND_OUT: &str =
        "select h.seq, c.id as centre from hand_out h join recipient r on r.seq = h.recipient
         join centre c on c.seq = r.centre where h.id = $1";
    let centre = centre_of(db, HAND_OUT, &c.hand_out.to_string(), Noun::HandOut).await?;
    door.at(Place { centre, ..Place::ORGANISATION })
}

/// The centre that a thing belongs to, if any.
async fn centre_of(
    db: &mut AnyConnection,
    sql: &'static str,
    id: &str,
    noun: Noun,
) -> Result<Option<CentreId>, StoreError> {
    let row = sqlx::query(sql).bind(id).fetch_optional(db).await?;
    let row = row.ok_or(Fault::Unknown { noun })?;
    Reader::new("hand_out", &row).parse_opt("centre")
}

pub(super) fn add_recipient(seq: i64, c: &AddRecipient) -> Sql {
    sqlx::query(
        "insert into recipient (seq, id, centre, name_en, name_sr)
         select cast($1 as integer), $2, seq, $3, $4 from centre where id = $5",
    )
    .bind(seq)
    .bind(c.recipient.to_string())
    .bind(c.name.en.clone())
    .bind(c.name.sr.clone())
    .bind(c.centre.to_string())
}

pub(super) fn hand_out(seq: i64, c: &HandOut) -> Sql {
    sqlx::query(
        "insert into hand_out (seq, id, product, recipient, day, quantity)
         select cast($1 as integer), $2, p.seq, r.seq, $3, cast($4 as bigint)
         from product p, recipient r where p.id = $5 and r.id = $6",
    )
    .bind(seq)
    .bind(c.hand_out.to_string())
    .bind(c.day.to_string())
    .bind(c.quantity)
    .bind(c.product.to_string())
    .bind(c.recipient.to_string())
}

/// Taken back twice is taken back.
pub(super) fn void(seq: i64, c: &VoidHandOut) -> Sql {
    sqlx::query("update hand_out set voided = coalesce(voided, cast($1 as integer)) where id = $2")
        .bind(seq)
        .bind(c.hand_out.to_string())
}
