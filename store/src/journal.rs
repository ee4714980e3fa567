//! The journal: every applied envelope, in one gapless sequence, chained by hashes.

use crate::error::StoreError;
use crate::row::{Reader, in_powers, places, stored};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, AssertSqlSafe};

/// The most entries that one statement writes.
const TOGETHER: usize = 64;

/// The end of the journal: the last entry's number and hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: String,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

/// One entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) seq: i64,
    pub(crate) id: String,
    pub(crate) actor: String,
    pub(crate) received_at: String,
    pub(crate) bytes: String,
    pub(crate) hash: String,
}

impl Entry {
    pub(crate) fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.number("seq")?,
            id: row.text("id")?,
            actor: row.text("actor")?,
            received_at: row.text("received_at")?,
            bytes: row.text("entry")?,
            hash: row.text("hash")?,
        })
    }

    /// `SHA-256(previous hash ‖ seq ‖ id ‖ actor ‖ received_at ‖ the envelope's bytes)`, with a zero
    /// byte between: who made a change and when it arrived are as hard to rewrite as the change.
    pub(crate) fn chained(&self, previous: &str) -> String {
        let mut hash = Sha256::new();
        for part in [previous, &self.seq.to_string(), &self.id, &self.actor, &self.received_at] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.update(self.bytes.as_bytes());
        hex::encode(hash.finalize())
    }
}

/// Takes the write lock and reads the head: the first statement of every writing transaction,
/// so that every check after it sees a settled state.
pub(crate) async fn lock(connection: &mut AnyConnection) -> Result<Head, StoreError> {
    let row = sqlx::query("update journal_head set seq = seq where id = 1 returning seq, hash")
        .fetch_one(connection)
        .await?;
    let row = Reader::new("journal_head", &row);
    Ok(Head { seq: row.number("seq")?, hash: row.text("hash")? })
}

/// The next entry; moves the head in memory. [`save`] writes both.
pub(crate) fn next(
    head: &mut Head,
    id: String,
    actor: String,
    received_at: DateTime<Utc>,
    bytes: &str,
) -> Entry {
    let mut entry = Entry {
        seq: head.seq + 1,
        id,
        actor,
        received_at: stored(received_at),
        bytes: bytes.to_owned(),
        hash: String::new(),
    };
    entry.hash = entry.chained(&head.hash);
    *head = Head { seq: entry.seq, hash: entry.hash.clone() };
    entry
}

/// Writes the new entries and the head at the end of a transaction.
pub(crate) async fn save(
    connection: &mut AnyConnection,
    entries: &[Entry],
    head: &Head,
) -> Result<(), StoreError> {
    for part in in_powers(entries, TOGETHER) {
        append(connection, part).await?;
    }
    sqlx::query("update journal_head set seq = $1, hash = $2 where id = 1")
        .bind(head.seq)
        .bind(head.hash.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

async fn append(connection: &mut AnyConnection, entries: &[Entry]) -> Result<(), StoreError> {
    let rows: Vec<_> = (0..entries.len()).map(|n| format!("({})", places(6 * n + 1, 6))).collect();
    let mut query = sqlx::query(AssertSqlSafe(format!(
        "insert into journal (seq, id, actor, received_at, entry, hash) values {}",
        rows.join(",")
    )));
    for entry in entries {
        query = query
            .bind(entry.seq)
            .bind(entry.id.clone())
            .bind(entry.actor.clone())
            .bind(entry.received_at.clone())
            .bind(entry.bytes.clone())
            .bind(entry.hash.clone());
    }
    query.execute(connection).await?;
    Ok(())
}

/// The entry that an envelope's id made, if any: its number and its bytes.
pub(crate) async fn find(
    connection: &mut AnyConnection,
    id: &str,
) -> Result<Option<(i64, String)>, StoreError> {
    let row = sqlx::query("select seq, entry from journal where id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        let row = Reader::new("journal", &row);
        Ok((row.number("seq")?, row.text("entry")?))
    })
    .transpose()
}

/// The entries after `after`, in order, at most `limit`.
pub(crate) async fn page(
    connection: &mut AnyConnection,
    after: i64,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    let rows = sqlx::query("select * from journal where seq > $1 order by seq limit $2")
        .bind(after)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Entry::read(&Reader::new("journal", row))).collect()
}
