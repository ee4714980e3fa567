//! The journal to be read: with filters, a page at a time, newest first.
//!
//! `entry` says of each entry what it was about, so that a page is found by an index, however long
//! the journal is; what it says is read from the journal itself.

use crate::Store;
use crate::error::StoreError;
use crate::organisation::{CENTRES, choices};
use crate::place::centre_of;
use crate::review::{beside, choice, person_label, said};
use crate::row::{Reader, stored};
use chrono::{NaiveDate, NaiveTime};
use domain::access::{Action, Actor, Place};
use domain::clock;
use domain::command::Envelope;
use domain::fault::{Fault, Noun};
use domain::overview::{Details, JournalPage, JournalQuery, JournalRow};
use domain::person::PersonCode;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};

/// Entries on a page.
const PAGE: i64 = 50;
/// Entries about one shift that its page shows.
const OF_SHIFT: i64 = 500;

/// What every row is read from; the conditions follow.
const ROWS: &str = "select e.seq, e.kind, j.received_at, j.actor, j.entry, a.code as account,
        c.code as centre, p.id as person, s.day, s.start, s.minutes, w.code, w.title_en, w.title_sr
 from journal j join entry e on e.seq = j.seq left join account a on a.id = j.actor
 left join centre c on c.seq = e.centre left join person p on p.seq = e.person left join shift s on s.seq = e.shift
 left join workshop w on w.seq = s.workshop where ";

/// Conditions, with the values of their places.
#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Value>,
}

enum Value {
    Number(i64),
    Text(String),
}

impl Conditions {
    /// `{}` in the condition stands for the value.
    fn add(&mut self, condition: &str, value: Value) {
        self.values.push(value);
        self.sql.push(condition.replace("{}", &format!("${}", self.values.len())));
    }
}

impl Store {
    /// A page of the journal of a centre, or of the whole organisation.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not decide about the entries there; [`Fault::Unknown`]
    /// for a centre, an account, a shift or a participant that is not there; [`Fault::OutOfRange`]
    /// for what is no code of a participant; [`Fault::PeriodReversed`], [`Fault::BadDay`].
    pub async fn journal_page(
        &self,
        actor: &Actor,
        of: Option<&str>,
        asked: JournalQuery,
    ) -> Result<JournalPage, StoreError> {
        let mut db = self.db().begin_read_by_values().await?;
        let db = &mut *db;
        let mut conditions = Conditions::default();
        let own = match of {
            Some(code) => Some(centre_of(db, actor, Action::Review, code).await?),
            None if actor.may(Action::Review, Place::ORGANISATION) => None,
            None => return Err(Fault::NotAllowed.into()),
        };
        // The narrowest comes first: its index also gives the order.
        let mut by_entry = true;
        if let Some(shift) = &asked.shift {
            let key = key(db, "select seq from shift where id = $1", shift, Noun::Shift).await?;
            conditions.add("e.shift = {}", Value::Number(key));
        }
        if let Some(person) = &asked.person {
            let code = PersonCode::parse(person)?.to_string();
            let key =
                key(db, "select seq from person where code = $1", &code, Noun::Person).await?;
            conditions.add("e.person = {}", Value::Number(key));
        }
        let centre = match (&own, &asked.centre) {
            (Some(own), _) => Some(own.key),
            (None, Some(code)) => {
                let sql = "select seq from centre where code = $1";
                Some(key(db, sql, code, Noun::Centre).await?)
            }
            (None, None) => None,
        };
        if let Some(centre) = centre {
            conditions.add("e.centre = {}", Value::Number(centre));
        }
        if let Some(kind) = &asked.kind {
            conditions.add("e.kind = {}", Value::Text(kind.clone()));
        }
        if let Some(account) = &asked.account {
            by_entry = !conditions.sql.is_empty();
            let id = account_id(db, account).await?;
            conditions.add("j.actor = {}", Value::Text(id));
        }
        let order = if by_entry { "e.seq" } else { "j.seq" };
        within(db, &asked, order, &mut conditions).await?;
        let sees = own
            .as_ref()
            .is_some_and(|centre| actor.may(Action::SeeRegister, Place::centre(centre.id)));
        let mut rows = page(db, conditions, order, PAGE + 1, sees).await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let next = rows.last().filter(|_| more).map(|row| row.seq);
        let centres = if own.is_none() { choices(db, CENTRES).await? } else { Vec::new() };
        let accounts = accounts(db, own.as_ref().map(|centre| centre.id.to_string())).await?;
        Ok(JournalPage {
            centre: own.map(|centre| centre.choice),
            asked,
            rows,
            next,
            centres,
            accounts,
        })
    }
}

/// Every entry about a shift, newest first.
pub(crate) async fn history_of(
    db: &mut AnyConnection,
    shift: i64,
    sees: bool,
) -> Result<Vec<JournalRow>, StoreError> {
    let mut conditions = Conditions::default();
    conditions.add("e.shift = {}", Value::Number(shift));
    page(db, conditions, "e.seq", OF_SHIFT, sees).await
}

/// The days of arrival as numbers of entries, since these rise with time; and where the page begins.
async fn within(
    db: &mut AnyConnection,
    asked: &JournalQuery,
    order: &str,
    conditions: &mut Conditions,
) -> Result<(), StoreError> {
    if asked.from.zip(asked.to).is_some_and(|(from, to)| to < from) {
        return Err(Fault::PeriodReversed.into());
    }
    let start = |day: NaiveDate| stored(clock::instant(day, NaiveTime::MIN));
    if let Some(from) = asked.from {
        clock::check_day(from)?;
        let sql =
            "select seq from journal where received_at >= $1 order by received_at, seq limit 1";
        let first = edge(db, sql, start(from)).await?.unwrap_or(i64::from(i32::MAX));
        conditions.add(&format!("{order} >= {{}}"), Value::Number(first));
    }
    if let Some(after) = asked.to.and_then(|to| to.succ_opt()) {
        clock::check_day(after)?;
        let sql = "select seq from journal where received_at < $1
                   order by received_at desc, seq desc limit 1";
        let last = edge(db, sql, start(after)).await?.unwrap_or(0);
        conditions.add(&format!("{order} <= {{}}"), Value::Number(last));
    }
    let before = asked.before.unwrap_or(i64::from(i32::MAX)).clamp(0, i64::from(i32::MAX));
    conditions.add(&format!("{order} < {{}}"), Value::Number(before));
    Ok(())
}

async fn edge(
    db: &mut AnyConnection,
    sql: &'static str,
    at: String,
) -> Result<Option<i64>, StoreError> {
    let row = sqlx::query(sql).bind(at).fetch_optional(db).await?;
    row.map(|row| Reader::new("journal", &row).number("seq")).transpose()
}

async fn page(
    db: &mut AnyConnection,
    conditions: Conditions,
    order: &str,
    limit: i64,
    sees: bool,
) -> Result<Vec<JournalRow>, StoreError> {
    // Put together from the constants of this file.
    let sql = format!(
        "{ROWS} {} order by {order} desc limit ${}",
        conditions.sql.join(" and "),
        conditions.values.len() + 1
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for value in conditions.values {
        query = match value {
            Value::Number(number) => query.bind(number),
            Value::Text(text) => query.bind(text),
        };
    }
    let found = query.bind(limit).fetch_all(&mut *db).await?;
    let mut rows = Vec::with_capacity(found.len());
    for row in &found {
        rows.push(read(db, row, sees).await?);
    }
    Ok(rows)
}

async fn read(db: &mut AnyConnection, row: &AnyRow, sees: bool) -> Result<JournalRow, StoreError> {
    let row = Reader::new("journal", row);
    let received_at = row.instant("received_at")?;
    let envelope: Envelope = row.json("entry")?;
    let shift = match row.get::<Option<String>>("day")? {
        Some(_) => Some((row.slot()?, choice(&row)?)),
        None => None,
    };
    let replaces = envelope.command.replaces();
    let identity = if sees { beside(db, &envelope).await? } else { None };
    let mut details = said(db, envelope, received_at, identity, sees).await?;
    // The journal names nobody, so its bytes may be seen by whoever reads it.
    details.raw = Some(row.text("entry")?);
    if let (None, Some(person)) = (&details.person, row.parse_opt("person")?) {
        details.person = Some(person_label(db, person, sees).await?);
    }
    let instead = match replaces {
        Some(id) => replaced(db, id.to_string(), sees).await?,
        None => None,
    };
    Ok(JournalRow {
        seq: row.number("seq")?,
        kind: row.text("kind")?,
        received_at,
        account: row.get("account")?,
        centre: row.get("centre")?,
        shift,
        details,
        instead,
    })
}

/// What the entry said in whose place another came.
async fn replaced(
    db: &mut AnyConnection,
    id: String,
    sees: bool,
) -> Result<Option<Details>, StoreError> {
    let row = sqlx::query("select seq, received_at, entry from journal where id = $1")
        .bind(id)
        .fetch_optional(&mut *db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let row = Reader::new("journal", &row);
    let (received_at, envelope) = (row.instant("received_at")?, row.json("entry")?);
    said(db, envelope, received_at, None, sees).await.map(Some)
}

async fn key(
    db: &mut AnyConnection,
    sql: &'static str,
    of: &str,
    noun: Noun,
) -> Result<i64, StoreError> {
    let row = sqlx::query(sql).bind(of).fetch_optional(db).await?;
    let row = row.ok_or(Fault::Unknown { noun })?;
    Reader::new("journal", &row).number("seq")
}

async fn account_id(db: &mut AnyConnection, code: &str) -> Result<String, StoreError> {
    let row = sqlx::query("select seq, id from account where code = $1")
        .bind(code)
        .fetch_optional(db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Account })?;
    Reader::new("account", &row).text("id")
}

/// Codes of the accounts that ever had a permission in a centre; of all without one.
async fn accounts(
    db: &mut AnyConnection,
    centre: Option<String>,
) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "select distinct a.code from account a left join access x on x.account = a.seq
         left join workshop w on w.id = x.place left join centre c on c.seq = w.centre
         where $1 = '' or x.place = $1 or c.id = $1 order by a.code",
    )
    .bind(centre.unwrap_or_default())
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Reader::new("account", row).text("code")).collect()
}
