//! Files that left the organisation, each with its seal, and the key that seals.

use crate::error::StoreError;
use crate::row::{Reader, stored};
use crate::{By, Store};
use chrono::{DateTime, Utc};
use domain::access::{Action, Actor, Place};
use domain::overview::FileMade;
use domain::report::period::Days;
use domain::report::{Query, Report};
use domain::suppression::Audience;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use uuid::Uuid;

/// What the sealing key is made for; another purpose makes another key.
const SEALING: &str = "sealed exports, 1";
/// Files that are offered to be compared with.
const OFFERED: usize = 50;
/// Files that are looked through for one, from the latest back.
const LOOKED_THROUGH: i64 = 1_000;

/// The end of the journal: its last entry and that entry's hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The number of the entry; 0 for an empty journal.
    pub entry: i64,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

/// A file that was made.
#[derive(Debug, Clone)]
pub struct Export {
    /// Which report, by its name; [`domain::report::PACKAGE`] for several in one file.
    pub report: &'static str,
    /// What was asked.
    pub query: Query,
    /// For whom.
    pub audience: Audience,
    /// The last entry that it was made from.
    pub entry: i64,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The seal as JSON.
    pub seal: String,
    /// Whether the seal may be found by the hash: not of a file without a row, whose bytes anybody
    /// can guess.
    pub findable: bool,
}

/// The word for an audience in the table.
fn word(audience: Audience) -> &'static str {
    match audience {
        Audience::Internal => "internal",
        Audience::Donor => "donor",
    }
}

/// Reads files, the latest first, that were made for an audience, or all: the last one of each entry
/// and project, in the order of entries.
fn files(rows: &[AnyRow], audience: Option<Audience>) -> Result<Vec<FileMade>, StoreError> {
    let mut made = BTreeMap::new();
    for row in rows {
        let row = Reader::new("export", row);
        let made_for: String = row.text("audience")?;
        if audience.is_some_and(|audience| made_for != word(audience)) {
            continue;
        }
        let query: Query = row.json("query")?;
        made.entry((row.number("entry")?, query.project)).or_insert(row.instant("made_at")?);
    }
    let files = made.into_iter();
    Ok(files.map(|((entry, project), made)| FileMade { entry, made, project }).collect())
}

impl Store {
    /// The end of the journal.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn position(&self) -> Result<Position, StoreError> {
        let row = sqlx::query("select seq, hash from journal_head where id = 1")
            .fetch_one(&mut *self.read().await?)
            .await?;
        let row = Reader::new("journal_head", &row);
        Ok(Position { entry: row.number("seq")?, hash: row.text("hash")? })
    }

    /// The hash of an entry, if there is one.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn hash_of(&self, entry: i64) -> Result<Option<String>, StoreError> {
        let row = sqlx::query("select hash from journal where seq = $1")
            .bind(entry)
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Reader::new("journal", &row).text("hash")).transpose()
    }

    /// The secret from which the organisation's sealing key is made: 32 bytes, the same for ever.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn sealing_seed(&self) -> Result<[u8; 32], StoreError> {
        let secret = self.secret_for(SEALING).await?;
        secret.try_into().map_err(|_| StoreError::Machine("a key of another length".to_owned()))
    }

    /// Keeps that a file was made, and by whom; answers by which id its seal is found.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn keep_export(&self, actor: &Actor, export: &Export) -> Result<Uuid, StoreError> {
        let id = Uuid::now_v7();
        let account = match By::from(actor) {
            By::Account(id) => Some(id.to_string()),
            By::Operator => None,
        };
        let query = serde_json::to_string(&export.query)
            .map_err(|error| StoreError::Machine(error.to_string()))?;
        let mut tx = self.db().begin_write().await?;
        sqlx::query(
            "insert into export
                 (id, account, report, query, audience, entry, sha256, made_at, seal, findable)
             values ($1, $2, $3, $4, $5, cast($6 as bigint), $7, $8, $9, cast($10 as bigint))",
        )
        .bind(id.to_string())
        .bind(account)
        .bind(export.report)
        .bind(query)
        .bind(word(export.audience))
        .bind(export.entry)
        .bind(export.sha256.clone())
        .bind(stored(export.made_at))
        .bind(export.seal.clone())
        .bind(i64::from(export.findable))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The files that an actor may compare with, of a project or of all: the latest entry first, of
    /// each entry and project the last one. Not those that compare themselves.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn files_to_compare(
        &self,
        actor: &Actor,
        project: Option<&str>,
    ) -> Result<Vec<FileMade>, StoreError> {
        let internal = !actor.scopes(Action::SeeFigures).is_empty();
        let refs = self.refs().await?;
        let granted: HashSet<&str> = refs
            .projects
            .values()
            .filter(|project| actor.may(Action::SeeProject, Place::project(project.id)))
            .map(|project| project.code.as_str())
            .collect();
        let rows = sqlx::query(
            "select entry, query, audience, made_at from export where report <> $1
             order by id desc limit $2",
        )
        .bind(Report::WhatChanged.name())
        .bind(LOOKED_THROUGH)
        .fetch_all(&mut *self.read().await?)
        .await?;
        let files = files(&rows, (!internal).then_some(Audience::Donor))?.into_iter().rev();
        let sees = |file: &FileMade| {
            internal || file.project.as_deref().is_some_and(|p| granted.contains(p))
        };
        Ok(files.filter(|file| sees(file) && file.is_of(project)).take(OFFERED).collect())
    }

    /// When the last file was made from an entry; for a project's donors where one is named.
    ///
    /// # Errors
    /// When the database failed.
    pub(crate) async fn last_made(
        &self,
        entry: i64,
        project: Option<&str>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let rows = sqlx::query(
            "select entry, query, audience, made_at from export
             where entry = $1 and report <> $2 order by id desc",
        )
        .bind(entry)
        .bind(Report::WhatChanged.name())
        .fetch_all(&mut *self.read().await?)
        .await?;
        let files = files(&rows, project.map(|_| Audience::Donor))?;
        let of_project = files.iter().filter(|file| file.is_of(project));
        Ok(of_project.map(|file| file.made).max())
    }

    /// The last file that an actor took of some days of a whole project, or of more days: the entry
    /// that it was made from, and when. None that compares; for donors only one that was made for
    /// donors, since they may compare with no other.
    ///
    /// # Errors
    /// When the database failed.
    pub(crate) async fn last_taken(
        &self,
        actor: &Actor,
        project: &str,
        (from, to): Days,
    ) -> Result<Option<(i64, DateTime<Utc>)>, StoreError> {
        let By::Account(account) = By::from(actor) else { return Ok(None) };
        let internal = !actor.scopes(Action::SeeFigures).is_empty();
        let rows = sqlx::query(
            "select entry, query, audience, made_at from export
             where account = $1 and report <> $2 order by id desc limit $3",
        )
        .bind(account.to_string())
        .bind(Report::WhatChanged.name())
        .bind(LOOKED_THROUGH)
        .fetch_all(&mut *self.read().await?)
        .await?;
        for row in &rows {
            let row = Reader::new("export", row);
            let made_for: String = row.text("audience")?;
            let query: Query = row.json("query")?;
            let whole = query.centre.is_none()
                && query.workshop.is_none()
                && query.state.is_none()
                && query.of.is_none();
            if query.project.as_deref() == Some(project)
                && whole
                && query.from <= from
                && to <= query.to
                && (internal || made_for == word(Audience::Donor))
            {
                return Ok(Some((row.number("entry")?, row.instant("made_at")?)));
            }
        }
        Ok(None)
    }

    /// The seal of a file by its hash, if it was made here and nothing else has the same bytes: two
    /// files that were asked for differently are told apart by their seals alone. A hash says nothing
    /// about a file to whoever does not have it, so nobody needs a permission to ask.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn seal_of(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        let rows = sqlx::query(
            "select id, seal, query, audience from export
             where sha256 = $1 and findable = 1 order by id",
        )
        .bind(sha256)
        .fetch_all(&mut *self.read().await?)
        .await?;
        let mut seal = None;
        let mut asked = BTreeSet::new();
        for row in &rows {
            let row = Reader::new("export", row);
            asked.insert((row.text("query")?, row.text("audience")?));
            if seal.is_none() {
                seal = Some(row.text("seal")?);
            }
        }
        Ok(seal.filter(|_| asked.len() == 1))
    }

    /// The seal of a file by the id that it was kept with.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn seal_by_id(&self, id: Uuid) -> Result<Option<String>, StoreError> {
        let row = sqlx::query("select id, seal from export where id = $1")
            .bind(id.to_string())
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Reader::new("export", &row).text("seal")).transpose()
    }
}
