//! Activity cards: whether one may be issued or ended, and its rows.

use super::places::*;
use super::project::one_row;
use crate::error::StoreError;
use domain::card::{CardCode, IssueCard, RevokeCard};
use domain::fault::{Fault, Noun};
use domain::ids::PersonId;
use sqlx::AnyConnection;

const ID_CARD: &str = "select seq from card where id = $1";
const CODE_CARD: &str = "select seq from card where code = $1";
const OF_PERSON: &str = "select c.seq from card c join person p on p.seq = c.person
 where p.id = $1 and c.revoked is null";

pub(super) async fn may_issue(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &IssueCard,
) -> Result<(), StoreError> {
    door.at_person(db, c.person).await?;
    if super::people::is_erased(db, c.person).await? {
        return Err(Fault::Erased.into());
    }
    is_new(db, ID_CARD, &c.card.to_string(), Noun::Card).await?;
    is_free(db, CODE_CARD, CardCode::of(c.card.0).as_str(), Noun::Card).await
}

pub(super) async fn may_revoke(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &RevokeCard,
) -> Result<(), StoreError> {
    door.at_person(db, c.person).await?;
    known(db, OF_PERSON, &c.person.to_string(), Noun::Card).await.map(drop)
}

/// The person's cards until now end.
pub(super) async fn end(
    db: &mut AnyConnection,
    seq: i64,
    person: PersonId,
) -> Result<(), StoreError> {
    sqlx::query(
        "update card set revoked = cast($1 as integer) where revoked is null
           and person = (select seq from person where id = $2)",
    )
    .bind(seq)
    .bind(person.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// The person's cards end, and tablets are told.
pub(super) async fn revoke(
    db: &mut AnyConnection,
    seq: i64,
    person: PersonId,
) -> Result<(), StoreError> {
    end(db, seq, person).await?;
    // Tablets know the record that is used for the person.
    let told = sqlx::query(
        "update person set changed = $1
         where seq = (select coalesce(same_as, seq) from person where id = $2)",
    )
    .bind(seq)
    .bind(person.to_string())
    .execute(db)
    .await?;
    one_row(told, seq)
}

pub(super) async fn issue(
    db: &mut AnyConnection,
    seq: i64,
    c: &IssueCard,
) -> Result<(), StoreError> {
    revoke(db, seq, c.person).await?;
    let wrote = sqlx::query(
        "insert into card (seq, id, code, person)
         select cast($1 as integer), $2, $3, seq from person where id = $4",
    )
    .bind(seq)
    .bind(c.card.to_string())
    .bind(CardCode::of(c.card.0).as_str().to_owned())
    .bind(c.person.to_string())
    .execute(db)
    .await?;
    one_row(wrote, seq)
}
