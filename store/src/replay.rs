//! Proof that the tables are what the journal says, and the store as it was.

use crate::apply::{Memory, project};
use crate::db::Db;
use crate::error::StoreError;
use crate::journal::{self, Head};
use crate::upkeep::What;
use crate::{CheckReport, Store};
use domain::clock::Clock;
use domain::command::Envelope;
use futures::TryStreamExt;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::sync::Arc;

/// Every projected table, behind those that it refers to, with the columns that are compared, in
/// the order of its key. A test compares this list with the database's own.
pub(crate) const PROJECTED: &[(&str, &str)] = &[
    ("account", "seq,id,code,language,disabled,disabled_at"),
    ("account_language", "seq,account,language,level"),
    ("access", "seq,account,role,scope,place,revoked,revoked_at,from_day,to_day"),
    ("token", "seq,id,account,until_day,revoked"),
    ("centre", "seq,id,code,name_en,name_sr,adm1_en,adm1_sr,adm1_code,adm2_en,adm2_sr"),
    ("centre_kind", "seq,centre,from_day,kind,source"),
    ("centre_status", "seq,centre,from_day,status,source"),
    ("centre_capacity", "seq,centre,from_day,places,source"),
    ("centre_address", "seq,centre,from_day,street_en,street_sr,place_en,place_sr,source"),
    ("centre_position", "seq,centre,from_day,latitude,longitude,source"),
    ("occupancy", "seq,id,centre,day,total,children,female,male,girls,boys,source,cells"),
    (
        "project",
        "seq,id,code,title_en,title_sr,funder_en,funder_sr,programme_en,programme_sr,\
         implementer_en,implementer_sr,reference,from_day,to_day,asks,\
         retain_until",
    ),
    (
        "project_description",
        "seq,project,organisation_type_en,organisation_type_sr,sector_en,sector_sr,subsector_en,\
         subsector_sr,modality_en,modality_sr,beneficiaries_en,beneficiaries_sr,contact_en,\
         contact_sr",
    ),
    (
        "indicator",
        "seq,id,project,code,title_en,title_sr,definition_en,definition_sr,unit_en,unit_sr,\
         source_en,source_sr,level,measure,activity,baseline",
    ),
    ("target", "seq,indicator,from_day,to_day,value"),
    ("indicator_value", "seq,id,indicator,from_day,to_day,value"),
    ("workshop", "seq,id,centre,code,title_en,title_sr,activity,minutes"),
    ("workshop_capacity", "seq,workshop,from_day,people"),
    ("room", "seq,id,centre,code,name_en,name_sr"),
    ("room_capacity", "seq,room,from_day,people"),
    ("schedule", "seq,id,workshop,rule,from_day,to_day,starts,minutes,room,facilitators,despite"),
    ("closure", "seq,id,centre,room,from_day,to_day,reason,reopened"),
    ("product", "seq,id,workshop,code,name_en,name_sr,unit"),
    ("share", "seq,workshop,project,from_day,to_day"),
    (
        "person",
        "seq,id,code,centre,kind,sex,born,told_years,told_on,nationality,changed,separation,\
         first_centre,departed,same_as,erased",
    ),
    ("stay", "seq,person,day,centre,from_centre"),
    ("consent", "seq,id,person,purpose,on_day,version,language,guardian,withdrawn_on"),
    ("card", "seq,id,code,person,revoked"),
    ("functioning", "seq,person,on_day,answers"),
    ("look", "seq,person"),
    ("merge", "seq,id,kept,other,undone"),
    ("apart", "seq,one,other"),
    ("person_language", "seq,person,language,level"),
    (
        "shift",
        "seq,id,workshop,centre,day,start,minutes,progress,closed_at,reason,one_off,schedule,room,\
         changed,withdrawn,despite",
    ),
    ("shift_facilitator", "seq,shift,account"),
    ("enrolment", "seq,id,person,workshop,shift,from_day,to_day,changed,despite"),
    ("progress", "seq,enrolment,on_day,percent,completed"),
    ("waiting", "seq,id,person,workshop,shift,ended,ended_by"),
    ("offer", "seq,id,waiting,until_day"),
    ("attendance", "seq,id,shift,person,presence,made_at,replaces,stands,disputed"),
    ("headcount", "seq,id,shift,sex,band,people,made_at,replaces,stands,disputed"),
    ("output", "seq,id,shift,product,quantity,voided,made_at,rejected"),
    ("course", "seq,id,shift,progress,reason,made_at,replaces,stands,disputed"),
    ("note", "seq,id,shift"),
    ("acceptance", "seq,id,shift,doubt,value"),
    ("interpreting", "seq,id,shift,person,voided"),
    (
        "handover",
        "seq,id,shift,giver,taker,listed,present,absent,walk_ins,headcount,made,unsent,made_at",
    ),
    ("device", "seq,id,code,centre,revoked"),
    ("recipient", "seq,id,centre,name_en,name_sr"),
    ("hand_out", "seq,id,product,recipient,day,quantity,voided"),
    ("period_close", "seq,centre,closed_to"),
    ("entry", "seq,kind,centre,shift,person"),
];

/// Vault and operational tables, which the journal does not hold, and the journal itself.
#[cfg(test)]
pub(crate) const NOT_PROJECTED: &[&str] = &[
    "projection",
    "journal",
    "journal_head",
    "vault_key",
    "vault",
    "credential",
    "session",
    "sign_in_failure",
    "review",
    "organisation_key",
    "one_time_code",
    "device_credential",
    "device_member",
    "calendar",
    "token_secret",
    "upkeep",
    "export",
    "told",
];

/// Entries replayed in one transaction.
pub(crate) const BATCH: i64 = 5_000;
/// Problems named one by one; the rest is counted.
const PROBLEMS_MAX: usize = 20;

impl Store {
    /// Replays the journal into an empty temporary database, compares every row of every
    /// projected table, and verifies the chain of hashes. `expect` is a `SEQ:HASH` known from
    /// elsewhere: it proves that nothing up to there was cut off or rewritten.
    ///
    /// # Errors
    /// When a database failed; what does not agree is in the report.
    pub async fn check(&self, expect: Option<&str>) -> Result<CheckReport, StoreError> {
        let folder = tempfile::tempdir().map_err(|e| StoreError::Machine(e.to_string()))?;
        let copy =
            Db::open(&format!("sqlite://{}", folder.path().join("replay.db").display()), true)
                .await?;
        let mut ours = self.read().await?;
        let mut report = CheckReport { entries: 0, head: String::new(), rows: 0, problems: vec![] };

        let head = replay(&mut ours, &copy, None, &mut report.problems).await?;
        report.entries = head.seq;
        let stored = sqlx::query("select seq, hash from journal_head where id = 1")
            .fetch_one(&mut *ours)
            .await?;
        let stored = Head { seq: stored.try_get("seq")?, hash: stored.try_get("hash")? };
        report.head = stored.to_string();
        if stored != head {
            report.problems.push(format!(
                "the journal ends at {} but its head says {}: entries are missing or were rewritten",
                head.seq, stored.seq
            ));
        }
        if let Some(expect) = expect {
            check_expected(&mut ours, expect, &mut report.problems).await?;
        }
        let mut theirs = copy.begin_read().await?;
        for (table, columns) in PROJECTED.iter().copied() {
            compare(&mut ours, &mut theirs, table, columns, &mut report).await?;
        }
        drop(theirs);
        copy.close().await;
        if report.problems.len() > PROBLEMS_MAX {
            let more = report.problems.len() - PROBLEMS_MAX;
            report.problems.truncate(PROBLEMS_MAX);
            report.problems.push(format!("and {more} more"));
        }
        drop(ours);
        self.done(What::Check, report.entries, report.problems.len()).await?;
        Ok(report)
    }

    /// The store as it was after entry `seq`: reports of it are the reports as they were then.
    /// Identities are not in it.
    ///
    /// # Errors
    /// When a database failed, or [`domain::fault::Fault::OutOfRange`] for an entry that is not
    /// there.
    pub async fn as_of(&self, seq: i64) -> Result<Self, StoreError> {
        self.as_of_at(seq, self.clock().clone()).await
    }

    /// The same with another clock: what is to come, runs or is over is so by it.
    ///
    /// # Errors
    /// As [`Store::as_of`].
    pub async fn as_of_at(&self, seq: i64, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        let mut ours = self.read().await?;
        let head =
            sqlx::query("select seq from journal_head where id = 1").fetch_one(&mut *ours).await?;
        let last: i64 = head.try_get("seq")?;
        if seq < 1 || seq > last {
            return Err(domain::fault::Fault::out_of_range("as-of", 1, last).into());
        }
        let folder = tempfile::tempdir().map_err(|e| StoreError::Machine(e.to_string()))?;
        let copy =
            Db::open(&format!("sqlite://{}", folder.path().join("as-of.db").display()), true)
                .await?;
        let mut problems = Vec::new();
        replay(&mut ours, &copy, Some(seq), &mut problems).await?;
        match problems.into_iter().next() {
            Some(problem) => Err(StoreError::Machine(problem)),
            None => {
                let then = Self::over(copy, clock, Some(folder));
                // Without what is kept there: it may be this very store.
                let journal = Self { earlier: Arc::default(), ..self.clone() };
                Ok(Self { journal: Some(Box::new(journal)), ..then })
            }
        }
    }
}

/// Projects the journal's entries, up to `until`, into `copy`; verifies the chain on the way.
async fn replay(
    ours: &mut AnyConnection,
    copy: &Db,
    until: Option<i64>,
    problems: &mut Vec<String>,
) -> Result<Head, StoreError> {
    let mut head = Head { seq: 0, hash: "0".repeat(64) };
    loop {
        let room = until.map_or(BATCH, |until| (until - head.seq).min(BATCH));
        let entries = journal::page(ours, head.seq, room).await?;
        if entries.is_empty() {
            return Ok(head);
        }
        let mut tx = copy.begin_write().await?;
        let mut memory = Memory::new(head.seq);
        let read: Vec<_> = entries
            .iter()
            .map(|entry| serde_json::from_str::<Envelope>(&entry.bytes).ok())
            .collect();
        let envelopes: Vec<_> = read.iter().flatten().collect();
        memory.read_ahead(&mut tx, &envelopes).await?;
        for (entry, envelope) in entries.into_iter().zip(read) {
            let seq = entry.seq;
            if seq != head.seq + 1 {
                problems.push(format!("journal: entry {} is missing", head.seq + 1));
            }
            if entry.chained(&head.hash) != entry.hash {
                problems.push(format!("journal: entry {seq} does not fit the chain of hashes"));
            }
            match envelope {
                None => problems.push(format!("journal: entry {seq} cannot be read")),
                Some(envelope) => {
                    if envelope.id.to_string() != entry.id {
                        problems.push(format!("journal: entry {seq} is not of its id"));
                    }
                    let Ok(received_at) = entry.received_at.parse() else {
                        problems.push(format!("journal: entry {seq} has no instant"));
                        continue;
                    };
                    let projected = project(&mut tx, &mut memory, seq, received_at, &envelope);
                    if let Err(error) = projected.await {
                        problems.push(format!("journal: entry {seq} cannot be replayed: {error}"));
                    }
                    memory.follow(&envelope.command);
                }
            }
            head = Head { seq, hash: entry.hash };
        }
        memory.save(&mut tx).await?;
        tx.commit().await?;
    }
}

async fn check_expected(
    db: &mut AnyConnection,
    expect: &str,
    problems: &mut Vec<String>,
) -> Result<(), StoreError> {
    let Some((seq, hash)) = expect.split_once(':') else {
        problems.push(format!("{expect} is not of the form SEQ:HASH"));
        return Ok(());
    };
    let Ok(seq) = seq.parse::<i64>() else {
        problems.push(format!("{expect} is not of the form SEQ:HASH"));
        return Ok(());
    };
    let row =
        sqlx::query("select hash from journal where seq = $1").bind(seq).fetch_optional(db).await?;
    let found: Option<String> = row.map(|row| row.try_get("hash")).transpose()?;
    if found.as_deref() != Some(hash) {
        problems.push(format!(
            "entry {seq} is not the one that was expected: the journal was cut off or rewritten"
        ));
    }
    Ok(())
}

/// Walks both tables in the order of their key and names what differs.
async fn compare(
    ours: &mut AnyConnection,
    theirs: &mut AnyConnection,
    table: &'static str,
    columns: &'static str,
    report: &mut CheckReport,
) -> Result<(), StoreError> {
    let parts: Vec<String> =
        columns.split(',').map(|c| format!("coalesce(cast({c} as text), '∅')")).collect();
    // Table and column names are constants of this file.
    let sql =
        format!("select seq, {} as line from {table} order by seq", parts.join(" || '│' || "));
    let mut left = sqlx::query(AssertSqlSafe(sql.clone())).fetch(ours);
    let mut right = sqlx::query(AssertSqlSafe(sql)).fetch(theirs);
    let (mut a, mut b) = (left.try_next().await?, right.try_next().await?);
    loop {
        let key = |row: &Option<sqlx::any::AnyRow>| {
            row.as_ref().map(|row| row.try_get::<i64, _>("seq")).transpose()
        };
        let (ka, kb) = (key(&a)?, key(&b)?);
        match (ka, kb) {
            (None, None) => return Ok(()),
            (Some(x), Some(y)) if x == y => {
                let line = |row: &Option<sqlx::any::AnyRow>| {
                    row.as_ref().map(|row| row.try_get::<String, _>("line")).transpose()
                };
                if line(&a)? != line(&b)? {
                    report.problems.push(format!("{table}: row {x} is not what the journal says"));
                }
                report.rows += 1;
                a = left.try_next().await?;
                b = right.try_next().await?;
            }
            (Some(x), y) if y.is_none_or(|y| x < y) => {
                report.problems.push(format!("{table}: row {x} is not in the journal"));
                a = left.try_next().await?;
            }
            (_, Some(y)) => {
                report.problems.push(format!("{table}: row {y} is missing"));
                b = right.try_next().await?;
            }
            (Some(_), None) => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::AssertSqlSafe;
    use std::collections::{BTreeMap, BTreeSet};

    /// Every table is projected, vault or operational, and every column of a projected one is
    /// compared: a new column fails here until it is listed.
    #[tokio::test]
    async fn every_table_and_column_is_listed() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("t.db").display());
        let db = Db::open(&url, true).await.expect("a database");
        let rows = sqlx::query(
            "select name from sqlite_master where type = 'table'
             and name not like 'sqlite_%' and name not like '_sqlx%'",
        )
        .fetch_all(db.readers())
        .await
        .expect("tables");
        let there: BTreeSet<String> = rows.iter().map(|r| r.get("name")).collect();
        let listed: BTreeMap<&str, &str> = PROJECTED.iter().copied().collect();
        let known: BTreeSet<String> = listed
            .keys()
            .copied()
            .chain(NOT_PROJECTED.iter().copied())
            .map(str::to_owned)
            .collect();
        assert_eq!(there, known);
        for (table, columns) in listed {
            let sql = format!("select name from pragma_table_info('{table}')");
            let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(db.readers()).await;
            let there: Vec<String> = rows.expect("columns").iter().map(|r| r.get("name")).collect();
            assert_eq!(there.join(","), columns, "{table}");
        }
    }
}
