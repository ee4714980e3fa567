//! When the journal was last checked and the last backup made.

use crate::Store;
use crate::error::StoreError;
use crate::row::{Reader, stored};
use chrono::Timelike;
use domain::access::{Action, Actor, Place};
use domain::clock::belgrade;
use domain::fault::Fault;
use domain::overview::{Done, Upkeep};
use sqlx::AnyConnection;

/// The hours of the night, on Belgrade's wall clock, in which the journal is checked.
const NIGHT: std::ops::Range<u32> = 2..5;
/// Hours after which the next night checks again.
const AGAIN_HOURS: i64 = 20;

/// What is kept up.
#[derive(Clone, Copy)]
pub(crate) enum What {
    Check,
    Backup,
}

impl What {
    fn word(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Backup => "backup",
        }
    }
}

impl Store {
    /// The state of the journal and of the backups.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not administer the organisation.
    pub async fn upkeep(&self, actor: &Actor) -> Result<Upkeep, StoreError> {
        if !actor.may(Action::Administer, Place::ORGANISATION) {
            return Err(Fault::NotAllowed.into());
        }
        let entries = self.last_entry().await?;
        let mut db = self.read().await?;
        Ok(Upkeep {
            entries,
            check: last(&mut db, What::Check).await?,
            backup: last(&mut db, What::Backup).await?,
            now: self.clock().now(),
        })
    }

    /// Checks the journal once a night. Answers how many rows and entries do not agree, if it was
    /// time.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn check_at_night(&self) -> Result<Option<usize>, StoreError> {
        let now = self.clock().now();
        let done = last(&mut *self.read().await?, What::Check).await?;
        let recent = done.is_some_and(|done| (now - done.at).num_hours() < AGAIN_HOURS);
        if recent || !NIGHT.contains(&belgrade(now).hour()) {
            return Ok(None);
        }
        Ok(Some(self.check(None).await?.problems.len()))
    }

    /// Remembers that something was done now.
    pub(crate) async fn done(
        &self,
        what: What,
        entries: i64,
        problems: usize,
    ) -> Result<(), StoreError> {
        let mut tx = self.db().begin_write().await?;
        sqlx::query(
            "insert into upkeep (what, at, entries, problems) values ($1, $2, $3, $4)
             on conflict (what) do update set at = excluded.at, entries = excluded.entries,
                 problems = excluded.problems",
        )
        .bind(what.word())
        .bind(stored(self.clock().now()))
        .bind(entries)
        .bind(i64::try_from(problems).unwrap_or(i64::MAX))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

async fn last(db: &mut AnyConnection, what: What) -> Result<Option<Done>, StoreError> {
    let row = sqlx::query("select at, entries, problems from upkeep where what = $1")
        .bind(what.word())
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        let row = Reader::new("upkeep", &row);
        let (at, entries) = (row.instant("at")?, row.number("entries")?);
        Ok(Done { at, entries, problems: row.number("problems")? })
    })
    .transpose()
}
