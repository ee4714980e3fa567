//! Projected tables written anew from the journal, when a newer version of the projection
//! says more, or says it otherwise, than the one that wrote them.

use crate::apply::{Memory, project};
use crate::db::Db;
use crate::error::StoreError;
use crate::journal;
use crate::replay::{BATCH, PROJECTED};
use crate::row::Reader;
use domain::command::Envelope;
use sqlx::{AnyConnection, AssertSqlSafe};

/// The version of the projection: raised when the tables of an existing journal change.
///
/// 1: release 0.1.0. 2: the course of a shift as facts, when outputs were made, since when
/// somebody may no longer do something. 3: where somebody was registered. 4: what each entry was
/// about. 5: which entry ended a place in a waiting list.
const VERSION: i64 = 5;

/// Brings the projected tables up to this version of the projection.
///
/// In one transaction, so that a start that is cut off leaves everything as it was and the next
/// one does it again; behind the lock of every writer, so that two starts at once do it once.
///
/// # Errors
/// When the database failed, or when an entry of the journal cannot be projected.
pub(crate) async fn bring_up(db: &Db) -> Result<(), StoreError> {
    let mut tx = db.begin_write().await?;
    let head = journal::lock(&mut tx).await?;
    let row =
        sqlx::query("select version from projection where id = 1").fetch_one(&mut *tx).await?;
    let version = Reader::new("projection", &row).number("version")?;
    if version >= VERSION {
        return Ok(());
    }
    if head.seq > 0 {
        tracing::info!(entries = head.seq, "the tables are written anew from the journal");
        rewrite(&mut tx).await?;
    }
    sqlx::query("update projection set version = $1 where id = 1")
        .bind(VERSION)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

async fn rewrite(db: &mut AnyConnection) -> Result<(), StoreError> {
    // Each table stands behind those that it refers to.
    for (table, _) in PROJECTED.iter().rev() {
        sqlx::query(AssertSqlSafe(format!("delete from {table}"))).execute(&mut *db).await?;
    }
    let mut last = 0;
    loop {
        let entries = journal::page(db, last, BATCH).await?;
        if entries.is_empty() {
            return Ok(());
        }
        let mut memory = Memory::new(last);
        let mut read = Vec::with_capacity(entries.len());
        for entry in &entries {
            last = entry.seq;
            let unreadable = |column| StoreError::Corrupt {
                table: "journal",
                column,
                row: entry.seq.to_string(),
            };
            let envelope: Envelope =
                serde_json::from_str(&entry.bytes).map_err(|_| unreadable("entry"))?;
            let received_at = entry.received_at.parse().map_err(|_| unreadable("received_at"))?;
            read.push((entry.seq, received_at, envelope));
        }
        let envelopes: Vec<_> = read.iter().map(|(_, _, envelope)| envelope).collect();
        memory.read_ahead(db, &envelopes).await?;
        for (seq, received_at, envelope) in &read {
            project(db, &mut memory, *seq, *received_at, envelope).await?;
            memory.follow(&envelope.command);
        }
        memory.save(db).await?;
    }
}
