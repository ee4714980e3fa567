//! The database: SQLite or PostgreSQL behind one driver, one set of migrations.

use crate::error::StoreError;
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::Migrator;
use sqlx::{Any, AnyConnection, AnyPool, Executor, Transaction};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// How often the write-ahead log is tried to be emptied while somebody reads.
const SCRUB_TRIES: u32 = 10;
/// How long to wait between two tries.
const SCRUB_WAIT: Duration = Duration::from_millis(100);
/// How long a statement waits for another connection's lock, in milliseconds.
const BUSY_TIMEOUT: &str = "pragma busy_timeout = 10000";

/// Which database it is; the SQL is the same, a few settings are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// The pools: many readers, one writer's connection.
#[derive(Clone)]
pub(crate) struct Db {
    engine: Engine,
    readers: AnyPool,
    writer: AnyPool,
    /// Whether something was erased whose bytes may still lie in the files.
    to_scrub: Arc<AtomicBool>,
}

impl Db {
    /// Connects and applies the migrations.
    ///
    /// An SQLite file is made only when asked: a mistyped address must not pass for an empty
    /// database.
    pub(crate) async fn open(url: &str, make: bool) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let (engine, url) = address(url, make)?;
        let writer = connect(engine, &url, 1).await?;
        MIGRATIONS.run(&writer).await?;
        if engine == Engine::Sqlite {
            // What a stopped server left in its log may hold what was erased.
            writer.execute("pragma wal_checkpoint(truncate)").await?;
        }
        let readers = connect(engine, &url, 8).await?;
        Ok(Self { engine, readers, writer, to_scrub: Arc::default() })
    }

    pub(crate) fn readers(&self) -> &AnyPool {
        &self.readers
    }

    /// A transaction on the one writing connection. SQLite takes its lock at once, so that a
    /// check and the write after it see the same state; PostgreSQL takes it with the first
    /// statement on `journal_head`.
    pub(crate) async fn begin_write(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(match self.engine {
            Engine::Sqlite => self.writer.begin_with("begin immediate").await?,
            Engine::Postgres => self.writer.begin().await?,
        })
    }

    /// A transaction that sees one state of the database throughout.
    pub(crate) async fn begin_read(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let mut tx = self.readers.begin().await?;
        if self.engine == Engine::Postgres {
            tx.execute("set transaction isolation level repeatable read read only").await?;
        }
        Ok(tx)
    }

    /// The same for statements whose best plan depends on the values in them: a kind of entry may be
    /// every second one, or one in a million.
    pub(crate) async fn begin_read_by_values(
        &self,
    ) -> Result<Transaction<'static, Any>, StoreError> {
        let mut tx = self.begin_read().await?;
        if self.engine == Engine::Postgres {
            tx.execute("set local plan_cache_mode = force_custom_plan").await?;
        }
        Ok(tx)
    }

    /// Removes the bytes of what was erased from the database's own files: SQLite has overwritten
    /// them in its pages (`secure_delete`), so its write-ahead log is emptied; PostgreSQL writes the
    /// vault's tables anew. PostgreSQL's own log and copies made before are beyond reach.
    ///
    /// Nobody's writing waits for a reader longer than [`SCRUB_TRIES`] times [`SCRUB_WAIT`]; what is
    /// left then is done by [`Db::scrub_rest`].
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        self.to_scrub.store(true, Ordering::Relaxed);
        match self.engine {
            Engine::Sqlite => self.empty_log().await?,
            Engine::Postgres => {
                self.wait_for_readers().await?;
                for statement in ["vacuum full vault", "vacuum full vault_key"] {
                    self.writer.execute(statement).await?;
                }
            }
        }
        self.to_scrub.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Scrubs what an earlier try had to leave.
    pub(crate) async fn scrub_rest(&self) -> Result<(), StoreError> {
        if self.to_scrub.load(Ordering::Relaxed) { self.scrub().await } else { Ok(()) }
    }

    /// Waits until nobody reads PostgreSQL as it was before: what an older reader could still see is
    /// written into the new tables as well. Older are also those whose snapshot, like that of the
    /// rewriting itself, holds back for a change that is still going on, in any database of the
    /// server.
    async fn wait_for_readers(&self) -> Result<(), StoreError> {
        let row = self
            .writer
            .fetch_one(
                "select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) as n",
            )
            .await?;
        let now: i64 = sqlx::Row::try_get(&row, "n")?;
        for n in 0..SCRUB_TRIES {
            if n > 0 {
                tokio::time::sleep(SCRUB_WAIT).await;
            }
            // A backend's own number has 32 bits.
            let free = sqlx::query(
                "select 1 as n
                 where cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) >= $1
                   and not exists (select 1 from pg_stat_activity
                       where datname = current_database() and pid <> pg_backend_pid()
                         and backend_xmin is not null
                         and cast(cast(backend_xmin as text) as bigint) < ($1 & 4294967295))",
            )
            .bind(now)
            .fetch_optional(&self.writer)
            .await?;
            if free.is_some() {
                return Ok(());
            }
        }
        Err(StoreError::Machine("somebody reads the database as it was before".to_owned()))
    }

    async fn empty_log(&self) -> Result<(), StoreError> {
        let mut writer = self.writer.acquire().await?;
        writer.execute("pragma busy_timeout = 0").await?;
        let mut emptied = false;
        for n in 0..SCRUB_TRIES {
            if n > 0 {
                tokio::time::sleep(SCRUB_WAIT).await;
            }
            let row = writer.fetch_one("pragma wal_checkpoint(truncate)").await?;
            if sqlx::Row::try_get::<i64, _>(&row, 0)? == 0 {
                emptied = true;
                break;
            }
        }
        writer.execute(BUSY_TIMEOUT).await?;
        match emptied {
            true => Ok(()),
            false => Err(StoreError::Machine("readers kept the write-ahead log open".to_owned())),
        }
    }

    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Reads `DATABASE_URL`; makes the folder of an SQLite file, or looks whether the file is there.
fn address(url: &str, make: bool) -> Result<(Engine, String), StoreError> {
    let refused = |why: String| StoreError::Address(why);
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok((Engine::Postgres, url.to_owned()));
    }
    let Some(path) = url.strip_prefix("sqlite://") else {
        return Err(refused(
            "DATABASE_URL must begin with sqlite:// or postgres:// (for example sqlite://data/radionica.db)"
                .to_owned(),
        ));
    };
    let file = path.split('?').next().unwrap_or_default();
    if file.is_empty() || file == ":memory:" {
        return Err(refused("DATABASE_URL must name a file after sqlite://".to_owned()));
    }
    if !make && !Path::new(file).is_file() {
        return Err(refused(format!(
            "there is no database at {file}: correct DATABASE_URL, or begin one with radionica serve"
        )));
    }
    if let Some(folder) = Path::new(file).parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| {
            refused(format!("the folder {} cannot be made: {error}", folder.display()))
        })?;
    }
    let mode = if path.contains('?') { "" } else { "?mode=rwc" };
    Ok((Engine::Sqlite, format!("{url}{mode}")))
}

async fn connect(engine: Engine, url: &str, size: u32) -> Result<AnyPool, StoreError> {
    let pool = AnyPoolOptions::new()
        .max_connections(size)
        .acquire_timeout(Duration::from_secs(15))
        .after_connect(move |connection, _| Box::pin(prepare(engine, connection)))
        .connect(url)
        .await?;
    Ok(pool)
}

/// `wal_autocheckpoint` is raised because checkpoints are what a waiting tablet feels: measured,
/// the 99th percentile of a write falls from 9.6 to 0.7 ms. PostgreSQL plans each statement once for
/// each connection: planned anew each time, the more carefully the longer the tables are, a page of
/// sixty statements took half as long again ([`Db::begin_read_by_values`] is the exception).
async fn prepare(engine: Engine, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    let settings: &[&'static str] = match engine {
        Engine::Sqlite => &[
            BUSY_TIMEOUT,
            "pragma journal_mode = wal",
            "pragma synchronous = full",
            "pragma foreign_keys = on",
            "pragma wal_autocheckpoint = 10000",
            "pragma cache_size = -8000",
            // What is deleted is overwritten: an erased key must not lie about in free pages.
            "pragma secure_delete = on",
        ],
        Engine::Postgres => &["set timezone = 'UTC'", "set plan_cache_mode = force_generic_plan"],
    };
    for setting in settings {
        connection.execute(*setting).await?;
    }
    Ok(())
}
