//! Backups: everything but the keys in one file, the keys in another.
//!
//! Whatever identifies somebody is sealed with a key of its own. A backup holds what is sealed and
//! never the keys; those lie in one file that each backup writes anew. So a backup of last year forgets
//! whom the organisation forgot since: today's keys do not open it.
//!
//! The file is an SQLite database whichever engine it came from. What the journal makes is left out:
//! whoever opens it writes those tables anew.

use crate::db::Db;
use crate::error::StoreError;
use crate::journal::{self, Head};
use crate::rebuild;
use crate::row::{Reader, places};
use crate::upkeep::What;
use crate::{By, Store};
use chrono::{DateTime, Utc};
use domain::clock::Clock;
use domain::command::Command;
use domain::ids::PersonId;
use domain::registry::ErasePerson;
use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

/// How a column is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
}

/// What a backup holds besides the journal: each table with its columns, numbers marked. Sessions, codes and counts of failures end by themselves.
const TABLES: &[(&str, &str)] = &[
    ("vault", "subject sealed"),
    ("credential", "account login password"),
    (
        "review",
        "bytes_hash received_at actor verdict fault command centre shift settled settled_by \
         settled_at number# awaits",
    ),
    ("device_credential", "device token_hash created_at seen_at handed_in_at"),
    ("device_member", "device account token_hash created_at"),
    ("calendar", "kind subject token_hash created_at"),
    ("token_secret", "token secret_hash used_on"),
    ("export", "id account report query audience entry# sha256 made_at seal findable#"),
    ("told", "id project# entry# inputs difference touched fates"),
];

/// Tables that are in neither file: what ends by itself, and what is computed again.
#[cfg(test)]
const LEFT_OUT: &[&str] = &["projection", "session", "sign_in_failure", "one_time_code", "upkeep"];

/// Entries copied at a time.
const BATCH: i64 = 2_000;

/// The keys of a backup: what opens the vault, and whom the organisation has forgotten.
#[derive(Serialize, Deserialize)]
struct Keys {
    /// When they were written.
    made_at: DateTime<Utc>,
    /// The last entry of the journal then.
    head: String,
    /// Subject, kind and key.
    keys: Vec<(String, String, String)>,
    /// The key pair to which tablets seal.
    organisation: Option<(String, String)>,
    /// People who were erased: a restored older backup erases them again.
    erased: Vec<PersonId>,
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Entries of the journal.
    pub entries: i64,
    /// `seq:hash` of the last one: what `journal check --expect` takes.
    pub head: String,
}

/// What became of a backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Entries of the journal.
    pub entries: i64,
    /// Values of the vault for which there is no key any more: they are gone.
    pub forgotten: usize,
    /// People who were erased after the backup was made, and are erased again.
    pub erased_again: usize,
}

impl Store {
    /// Writes a backup of one state of the database, and the keys.
    ///
    /// # Errors
    /// [`StoreError::Address`] when the file is there already; others when a file cannot be written
    /// or the database failed.
    pub async fn backup(&self, file: &Path, keys: &Path) -> Result<Backup, StoreError> {
        if file.exists() {
            return Err(StoreError::Address(format!(
                "{} is there already: choose another name, or move it away",
                file.display()
            )));
        }
        for folder in [file, keys].into_iter().filter_map(Path::parent) {
            std::fs::create_dir_all(folder).map_err(machine)?;
        }
        // Under another name until it is whole: a backup that was cut off must not pass for one.
        let part = file.with_extension("part");
        let _ = std::fs::remove_file(&part);
        let made = self.write_backup(&part, keys).await;
        match made {
            Ok(backup) => {
                std::fs::rename(&part, file).map_err(machine)?;
                self.done(What::Backup, backup.entries, 0).await?;
                Ok(backup)
            }
            Err(error) => {
                let _ = std::fs::remove_file(&part);
                Err(error)
            }
        }
    }

    async fn write_backup(&self, file: &Path, keys: &Path) -> Result<Backup, StoreError> {
        let mut ours = self.db().begin_read().await?;
        let copy = Db::open(&format!("sqlite://{}?mode=rwc", file.display()), true).await?;
        let mut theirs = copy.begin_write().await?;
        let head = copy_journal(&mut ours, &mut theirs).await?;
        // The vault refers to its keys: in the backup they are there by name only.
        let secrets = keys_of(&mut ours).await?;
        for (subject, kind, _) in &secrets {
            put_key(&mut theirs, subject, kind, "").await?;
        }
        for (table, columns) in TABLES.iter().copied() {
            copy_table(&mut ours, &mut theirs, table, columns).await?;
        }
        theirs.commit().await?;
        let secrets = Keys {
            made_at: self.clock().now(),
            head: head.to_string(),
            keys: secrets,
            organisation: organisation(&mut ours).await?,
            erased: erased(&mut ours).await?,
        };
        copy.scrub().await?;
        copy.close().await;
        write_keys(keys, &secrets)?;
        Ok(Backup { entries: head.seq, head: head.to_string() })
    }

    /// Restores a backup into an empty database and opens it: the keys open what they still open,
    /// and whoever was erased since the backup was made is erased again.
    ///
    /// # Errors
    /// [`StoreError::Address`] when there is no such file, or the database is not empty; others when
    /// a file cannot be read or the database failed.
    pub async fn restore(
        url: &str,
        file: &Path,
        keys: &Path,
        clock: Arc<dyn Clock>,
    ) -> Result<(Self, Restored), StoreError> {
        let secrets = read_keys(keys)?;
        // A copy, because opening a database brings it up to this version.
        let folder = tempfile::tempdir().map_err(machine)?;
        let copied = folder.path().join("backup.db");
        std::fs::copy(file, &copied).map_err(|error| {
            StoreError::Address(format!("{} cannot be read: {error}", file.display()))
        })?;
        let backup = Db::open(&format!("sqlite://{}", copied.display()), false).await?;
        let target = Db::open(url, true).await?;
        let restored = fill(&target, &backup, &secrets).await;
        backup.close().await;
        let (entries, forgotten) = match restored {
            Ok(done) => done,
            Err(error) => {
                target.close().await;
                return Err(error);
            }
        };
        rebuild::bring_up(&target).await?;
        let store = Self::over(target, clock, None);
        let erased_again = store.erase_again(&secrets.erased).await?;
        Ok((store, Restored { entries, forgotten, erased_again }))
    }

    /// Erases those of a list who are there and not erased.
    async fn erase_again(&self, people: &[PersonId]) -> Result<usize, StoreError> {
        let mut changes = Vec::new();
        for person in people {
            let row = sqlx::query("select seq from person where id = $1 and erased is null")
                .bind(person.to_string())
                .fetch_optional(&mut *self.read().await?)
                .await?;
            if row.is_some() {
                changes.push((Command::ErasePerson(ErasePerson { person: *person }), None));
            }
        }
        let number = changes.len();
        self.change_whole(By::Operator, changes).await?;
        Ok(number)
    }
}

/// Writes everything in one transaction; answers the entries and how many values are forgotten.
async fn fill(target: &Db, backup: &Db, secrets: &Keys) -> Result<(i64, usize), StoreError> {
    let mut ours = target.begin_write().await?;
    if journal::lock(&mut ours).await?.seq > 0 {
        return Err(StoreError::Address(
            "this database is not empty: restore into a new one (another DATABASE_URL)".to_owned(),
        ));
    }
    let mut theirs = backup.begin_read().await?;
    let head = copy_journal(&mut theirs, &mut ours).await?;
    let known: HashMap<&str, &str> = secrets
        .keys
        .iter()
        .map(|(subject, _, secret)| (subject.as_str(), secret.as_str()))
        .collect();
    let named = keys_of(&mut theirs).await?;
    for (subject, kind, _) in &named {
        put_key(&mut ours, subject, kind, known.get(subject.as_str()).unwrap_or(&"")).await?;
    }
    for (table, columns) in TABLES.iter().copied() {
        copy_table(&mut theirs, &mut ours, table, columns).await?;
    }
    let gone = sqlx::query(
        "delete from vault where subject in (select subject from vault_key where secret = '')",
    )
    .execute(&mut *ours)
    .await?;
    sqlx::query("delete from vault_key where secret = ''").execute(&mut *ours).await?;
    if let Some((secret, public)) = &secrets.organisation {
        sqlx::query("insert into organisation_key (id, secret, public) values (1, $1, $2)")
            .bind(secret.as_str())
            .bind(public.as_str())
            .execute(&mut *ours)
            .await?;
    }
    // Whatever version wrote them: the tables are to be written from the journal.
    sqlx::query("update projection set version = 0 where id = 1").execute(&mut *ours).await?;
    ours.commit().await?;
    Ok((head.seq, usize::try_from(gone.rows_affected()).unwrap_or(usize::MAX)))
}

async fn copy_journal(
    from: &mut AnyConnection,
    to: &mut AnyConnection,
) -> Result<Head, StoreError> {
    let mut last = 0;
    loop {
        let entries = journal::page(from, last, BATCH).await?;
        let Some(end) = entries.last() else { break };
        last = end.seq;
        let head = Head { seq: end.seq, hash: end.hash.clone() };
        journal::save(to, &entries, &head).await?;
    }
    // As it stands, even if it does not fit: `journal check` is to find that in the copy as well.
    let row =
        sqlx::query("select seq, hash from journal_head where id = 1").fetch_one(from).await?;
    let head = Head { seq: row.try_get("seq")?, hash: row.try_get("hash")? };
    journal::save(to, &[], &head).await?;
    Ok(head)
}

async fn copy_table(
    from: &mut AnyConnection,
    to: &mut AnyConnection,
    table: &str,
    columns: &str,
) -> Result<(), StoreError> {
    let columns: Vec<(&str, Kind)> = columns
        .split_whitespace()
        .map(|column| match column.strip_suffix('#') {
            Some(column) => (column, Kind::Number),
            None => (column, Kind::Text),
        })
        .collect();
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let insert = format!("insert into {table} ({names}) values ({})", places(1, columns.len()));
    let rows: Vec<AnyRow> =
        sqlx::query(AssertSqlSafe(format!("select {names} from {table}"))).fetch_all(from).await?;
    for row in &rows {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        for (name, kind) in &columns {
            query = match kind {
                Kind::Text => query.bind(row.try_get::<Option<String>, _>(*name)?),
                Kind::Number => query.bind(row.try_get::<Option<i64>, _>(*name)?),
            };
        }
        query.execute(&mut *to).await?;
    }
    Ok(())
}

/// Subject, kind and key of everything in the vault.
async fn keys_of(db: &mut AnyConnection) -> Result<Vec<(String, String, String)>, StoreError> {
    let rows = sqlx::query("select subject, kind, secret from vault_key order by subject")
        .fetch_all(db)
        .await?;
    let read = |row| {
        let row = Reader::new("vault_key", row);
        Ok((row.text("subject")?, row.text("kind")?, row.text("secret")?))
    };
    rows.iter().map(read).collect()
}

async fn put_key(
    db: &mut AnyConnection,
    subject: &str,
    kind: &str,
    secret: &str,
) -> Result<(), StoreError> {
    sqlx::query("insert into vault_key (subject, kind, secret) values ($1, $2, $3)")
        .bind(subject)
        .bind(kind)
        .bind(secret)
        .execute(db)
        .await?;
    Ok(())
}

async fn organisation(db: &mut AnyConnection) -> Result<Option<(String, String)>, StoreError> {
    let row = sqlx::query("select secret, public from organisation_key").fetch_optional(db).await?;
    row.map(|row| {
        let row = Reader::new("organisation_key", &row);
        Ok((row.text("secret")?, row.text("public")?))
    })
    .transpose()
}

async fn erased(db: &mut AnyConnection) -> Result<Vec<PersonId>, StoreError> {
    let rows = sqlx::query("select seq, id from person where erased is not null order by seq")
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| Reader::new("person", row).parse("id")).collect()
}

/// Replaces the file of the keys, readable for its owner only.
fn write_keys(path: &Path, keys: &Keys) -> Result<(), StoreError> {
    let text = serde_json::to_vec(keys).map_err(|e| StoreError::Machine(e.to_string()))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file =
        tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(machine)?;
    file.write_all(&text).and_then(|()| file.as_file().sync_all()).map_err(machine)?;
    file.persist(path).map_err(|error| machine(error.error))?;
    Ok(())
}

fn read_keys(path: &Path) -> Result<Keys, StoreError> {
    let refused = |why: String| {
        StoreError::Address(format!("the keys in {} cannot be read: {why}", path.display()))
    };
    let text = std::fs::read(path).map_err(|error| refused(error.to_string()))?;
    serde_json::from_slice(&text).map_err(|_| refused("this is no file of keys".to_owned()))
}

fn machine(error: std::io::Error) -> StoreError {
    StoreError::Machine(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replay::NOT_PROJECTED;
    use sqlx::{AssertSqlSafe, Row};
    use std::collections::BTreeSet;

    #[test]
    fn every_table_is_in_a_backup_or_left_out_for_a_reason() {
        let copied: Vec<&str> = TABLES.iter().map(|(table, _)| *table).collect();
        let apart = ["journal", "journal_head", "vault_key", "organisation_key"];
        for table in NOT_PROJECTED {
            let places = [copied.contains(table), apart.contains(table), LEFT_OUT.contains(table)];
            assert_eq!(places.iter().filter(|there| **there).count(), 1, "{table}");
        }
    }

    #[tokio::test]
    async fn every_column_of_them_is_copied() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("t.db").display());
        let db = Db::open(&url, true).await.expect("a database");
        for (table, columns) in TABLES {
            let sql = format!("select name from pragma_table_info('{table}')");
            let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(db.readers()).await;
            let rows = rows.expect("columns");
            let there: BTreeSet<String> = rows.iter().map(|row| row.get("name")).collect();
            let copied =
                columns.split_whitespace().map(|name| name.trim_end_matches('#').to_owned());
            assert_eq!(copied.collect::<BTreeSet<_>>(), there, "{table}");
        }
    }
}
