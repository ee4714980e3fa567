//! What changed for a tablet since it was told last.

use crate::Store;
use crate::error::StoreError;
use crate::row::Reader;
use crate::snapshot::{places, read};
use domain::access::Actor;
use domain::clock::reporting_day;
use domain::fault::Fault;
use domain::snapshot::Snapshot;
use domain::sync::Cursor;
use sqlx::AnyConnection;

impl Store {
    /// What changed of a centre since a cursor was taken: `since` says so. The whole snapshot
    /// where changes alone cannot tell it: around another day, after a change of what there is
    /// (centres, workshops, products, capacities) or of what the reader may, or when the cursor
    /// is not of this journal.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] when the reader has no access there (any more).
    pub async fn changes(&self, actor: &Actor, cursor: &Cursor) -> Result<Snapshot, StoreError> {
        let key = self.public_key().await?;
        let mut db = self.db().begin_read().await?;
        let places = places(&mut db, actor).await?;
        let place = places.iter().find(|p| p.brief.id == cursor.centre);
        let place = place.ok_or(Fault::NotAllowed)?;
        let now = self.clock().now();
        let told = reporting_day(now) == cursor.day && is_told(&mut db, actor, cursor.head).await?;
        let since = told.then_some(cursor.head);
        let mut news = read(&mut db, actor, now, place, since).await?;
        if since.is_none() {
            news.centres = places.iter().map(|p| p.brief.clone()).collect();
        }
        Ok(Snapshot { key: Some(key), ..news })
    }
}

/// Whether the changes after an entry tell everything that happened since.
async fn is_told(db: &mut AnyConnection, actor: &Actor, head: i64) -> Result<bool, StoreError> {
    let account = actor.account().map(|id| id.to_string()).unwrap_or_default();
    let row = sqlx::query(
        "select seq, cast((select coalesce(max(n), 0) from (
             select max(seq) as n from centre
             union all select max(seq) from workshop
             union all select max(seq) from workshop_capacity
             union all select max(seq) from product
             union all select max(seq) from account_language
             union all select max(x.seq) from access x join account a on a.seq = x.account
                       where a.id = $1
             union all select max(x.revoked) from access x join account a on a.seq = x.account
                       where a.id = $1
         ) newest) as bigint) as structure from journal_head",
    )
    .bind(account)
    .fetch_one(db)
    .await?;
    let row = Reader::new("journal_head", &row);
    Ok((row.number("structure")?..=row.number("seq")?).contains(&head))
}
