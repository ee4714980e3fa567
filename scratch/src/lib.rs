//! What tests need: a database of its own for each, on either engine, gone when the test is over, and
//! numbers that look as if they came by chance.
#![allow(clippy::expect_used)] // only tests use it, and a test without a database has failed

use sqlx::{AnyPool, Executor};
use std::ops::Range;
use std::path::Path;
use tempfile::TempDir;
use uuid::Uuid;

/// The engines to test on: always SQLite, and PostgreSQL where `TEST_POSTGRES_URL` names a
/// cluster. In CI it must.
pub fn engines() -> Vec<&'static str> {
    match std::env::var("TEST_POSTGRES_URL") {
        Ok(_) => vec!["sqlite", "postgres"],
        Err(_) if std::env::var("CI").is_ok() => panic!("TEST_POSTGRES_URL is not set"),
        Err(_) => vec!["sqlite"],
    }
}

/// A database with nothing in it, not even tables, and an empty folder beside it. Both are removed
/// when this is dropped, so that a thousand tests need the room of a few.
pub struct Scratch {
    url: String,
    folder: TempDir,
    /// The cluster and the database's name in it.
    postgres: Option<(String, String)>,
}

impl Scratch {
    /// A new one on an engine, `sqlite` or `postgres`.
    ///
    /// # Panics
    /// Where none can be made.
    pub async fn new(engine: &str) -> Self {
        Self::new_in(engine, &std::env::temp_dir()).await
    }

    /// A new one, whose folder is made in this one: the usual is in memory on some machines.
    ///
    /// # Panics
    /// Where none can be made.
    pub async fn new_in(engine: &str, place: &Path) -> Self {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir_in(place).expect("a folder");
        if engine == "sqlite" {
            let url = format!("sqlite://{}?mode=rwc", folder.path().join("test.db").display());
            return Self { url, folder, postgres: None };
        }
        let cluster = std::env::var("TEST_POSTGRES_URL").expect("a cluster");
        let name = format!("t_{}", Uuid::new_v4().simple());
        run(&cluster, format!("create database {name}")).await.expect("a database");
        let (base, query) = cluster.split_once('?').unwrap_or((&cluster, ""));
        let host = &base[..base.rfind('/').expect("a database in the address")];
        let url = format!("{host}/{name}?{query}");
        Self { url, folder, postgres: Some((cluster, name)) }
    }

    /// Its address, as in `DATABASE_URL`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The folder beside it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let Some((cluster, name)) = self.postgres.take() else { return };
        // A thread of its own: a test's runtime may be what drops this, and cannot wait.
        let removed = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(run(&cluster, format!("drop database {name} with (force)")))
        })
        .join();
        // A panic here would hide why the test failed.
        if !matches!(removed, Ok(Ok(()))) {
            eprintln!("a test's database stays behind: {removed:?}");
        }
    }
}

async fn run(cluster: &str, statement: String) -> Result<(), sqlx::Error> {
    let admin = AnyPool::connect(cluster).await?;
    let done = admin.execute(sqlx::AssertSqlSafe(statement)).await;
    admin.close().await;
    done.map(drop)
}

/// Numbers that look as if they came by chance, and are the same on every machine (Knuth's MMIX).
pub struct Numbers(u64);

impl Numbers {
    /// Those of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next one, in a range that is not empty and spans less than 2³¹.
    pub fn within(&mut self, range: Range<i64>) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let span = u64::try_from(range.end - range.start).expect("a range");
        range.start + i64::try_from((self.0 >> 33) % span).expect("a number")
    }
}
