//! A database of release 0.1.0 is carried over when it is opened: its journal is the truth.

use crate::support::*;
use domain::attendance::Presence;
use domain::command::{ChangeAccess, Command, OfAccount};
use domain::output::RecordOutput;
use domain::shift::{CancelShift, Reason, ReopenShift};
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, AssertSqlSafe, Executor, Row};

/// The tables of 0.1.0 that hold something, each behind those that it refers to.
const TABLES: [&str; 24] = [
    "journal",
    "account",
    "access",
    "centre",
    "centre_kind",
    "centre_status",
    "centre_capacity",
    "occupancy",
    "project",
    "workshop",
    "workshop_capacity",
    "product",
    "share",
    "person",
    "person_language",
    "shift",
    "shift_facilitator",
    "enrolment",
    "attendance",
    "headcount",
    "output",
    "vault_key",
    "vault",
    "credential",
];

/// A database with the schema of 0.1.0 and what that release would have written of the same
/// entries: the same rows, without what it did not know.
async fn as_of_first_release(engine: &str, now: &World) -> (Scratch, AnyPool) {
    let scratch = Scratch::new(engine).await;
    let url = scratch.url();
    let first = include_str!("../../../migrations/0001_first_working_day.sql");
    let migrations = scratch.folder().join("migrations");
    std::fs::create_dir(&migrations).unwrap();
    std::fs::write(migrations.join("0001_first_working_day.sql"), first).unwrap();
    let raw = AnyPool::connect(url).await.unwrap();
    Migrator::new(migrations).await.unwrap().run(&raw).await.unwrap();
    for table in TABLES {
        let columns = columns(engine, &raw, table).await;
        let select = if engine == "sqlite" {
            let pairs: Vec<String> = columns.iter().map(|c| format!("'{c}', {c}")).collect();
            format!("select json_object({}) as line from {table}", pairs.join(", "))
        } else {
            format!("select cast(row_to_json(t) as text) as line from {table} t")
        };
        let insert = if engine == "sqlite" {
            let values: Vec<String> =
                columns.iter().map(|c| format!("json_extract($1, '$.{c}')")).collect();
            format!("insert into {table} ({}) select {}", columns.join(", "), values.join(", "))
        } else {
            format!(
                "insert into {table} select * from json_populate_record(null::{table}, $1::json)"
            )
        };
        for row in sqlx::query(AssertSqlSafe(select)).fetch_all(&now.raw).await.unwrap() {
            let line: String = row.try_get("line").unwrap();
            sqlx::query(AssertSqlSafe(insert.clone())).bind(line).execute(&raw).await.unwrap();
        }
    }
    let head = sqlx::query("select seq, hash from journal_head").fetch_one(&now.raw).await.unwrap();
    sqlx::query("update journal_head set seq = $1, hash = $2")
        .bind(head.try_get::<i64, _>("seq").unwrap())
        .bind(head.try_get::<String, _>("hash").unwrap())
        .execute(&raw)
        .await
        .unwrap();
    (scratch, raw)
}

async fn columns(engine: &str, raw: &AnyPool, table: &str) -> Vec<String> {
    let sql = if engine == "sqlite" {
        format!("select name from pragma_table_info('{table}')")
    } else {
        format!(
            "select cast(column_name as text) as name from information_schema.columns
             where table_name = '{table}' and table_schema = 'public' order by ordinal_position"
        )
    };
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(raw).await.unwrap();
    rows.iter().map(|row| row.try_get("name").unwrap()).collect()
}

/// A day's work, on which both releases agree but for one thing: 0.1.0 let the last that
/// arrived decide about the course of a shift, however long before it was made.
async fn worked(engine: &str) -> World {
    let world = furnished(engine).await;
    let by = store::By::Account(FACILITATOR);
    let (output, product) = (id(80), MASK);
    for (n, when, command) in [
        (1, "2021-05-31T09:00:00Z", mark(TEN, AMINA, Presence::Present)),
        (
            2,
            "2021-05-31T09:30:00Z",
            Command::RecordOutput(RecordOutput {
                output,
                shift: TEN,
                product,
                quantity: 25,
                rejected: false,
            }),
        ),
        (3, "2021-05-31T10:00:00Z", close(TEN)),
        (
            4,
            "2021-05-31T09:59:00Z",
            Command::ReopenShift(ReopenShift { shift: TEN, replaces: None }),
        ),
        (
            5,
            "2021-05-31T12:00:00Z",
            Command::CancelShift(CancelShift {
                shift: TWELVE,
                reason: Reason::NoMaterial,
                replaces: None,
            }),
        ),
    ] {
        assert!(submit(&world, by, &envelope(n, when, command)).await.seq().is_some());
    }
    let grant = domain::access::Grant {
        role: domain::access::Role::Manager,
        scope: domain::access::Scope::Centre(KRN),
    };
    let taken = ChangeAccess::of(MANAGER, grant);
    must(&world, Command::RevokeAccess(taken), None).await;
    must(&world, Command::DisableAccount(OfAccount { account: DONOR }), None).await;
    world
}

async fn lines(raw: &AnyPool, sql: &'static str) -> Vec<String> {
    let rows = sqlx::query(sql).fetch_all(raw).await.unwrap();
    rows.iter().map(|row| row.try_get("line").unwrap()).collect()
}

const WHAT_IS_NEW: &str = "
    select 'course ' || id || progress || coalesce(reason, '') || made_at
           || cast(stands as text) || cast(disputed as text) as line from course
    union all select 'shift ' || id || progress || coalesce(closed_at, '') from shift
    union all select 'output ' || id || made_at from output
    union all select 'account ' || disabled_at from account where disabled = 1
    union all select 'access ' || revoked_at from access where revoked is not null
    order by 1";

#[tokio::test]
async fn a_database_of_the_first_release_is_carried_over() {
    for engine in engines() {
        let now = worked(engine).await;
        let (scratch, raw) = as_of_first_release(engine, &now).await;
        let url = scratch.url();
        // What 0.1.0 made of entry 4.
        raw.execute("update shift set progress = 'open', closed_at = null where closed_at > ''")
            .await
            .unwrap();
        let store = open(url).await;
        let report = store.check(None).await.unwrap();
        assert_eq!(report.problems, Vec::<String>::new(), "{engine}");
        let new = lines(&raw, WHAT_IS_NEW).await;
        assert_eq!(new, lines(&now.raw, WHAT_IS_NEW).await, "{engine}");
        assert_eq!(new.iter().filter(|line| line.starts_with("course")).count(), 3);
        // The rest is there as it was: whoever could sign in can.
        let password = store::Password(PASSWORD.into());
        assert!(store.sign_in("facilitator", &password, "127.0.0.1").await.is_ok());
        store.close().await;

        // It is done once: what stands there afterwards is left alone.
        raw.execute("update shift set minutes = minutes + 1").await.unwrap();
        let store = open(url).await;
        assert_eq!(store.check(None).await.unwrap().problems.len(), 3, "{engine}");
    }
}

#[tokio::test]
async fn a_journal_that_cannot_be_projected_leaves_the_database_as_it_was() {
    for engine in engines() {
        let now = worked(engine).await;
        let (scratch, raw) = as_of_first_release(engine, &now).await;
        let url = scratch.url();
        raw.execute("update journal set entry = 'x' where seq = 20").await.unwrap();
        let before = lines(&raw, "select id as line from shift order by 1").await;
        let clock = std::sync::Arc::new(domain::clock::FixedClock(at("2021-05-31T14:10:00Z")));
        let refused = store::Store::open(url, clock).await.map(drop).unwrap_err();
        assert!(refused.to_string().contains("journal.entry, row 20"), "{engine}: {refused}");
        assert_eq!(lines(&raw, "select id as line from shift order by 1").await, before);
    }
}
