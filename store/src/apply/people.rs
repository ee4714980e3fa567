//! People after they were registered: whether something may be recorded of them, and its rows.

use super::kept::Kept;
use super::memory::Memory;
use super::places::*;
use super::project::{Sql, one_row};
use crate::error::StoreError;
use crate::row::{Reader, word};
use crate::vault;
use chrono::NaiveDate;
use domain::clock::check_come;
use domain::command::{Command, Envelope, RecordIdentity};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, PersonId};
use domain::person::Age;
use domain::registry::{
    AskOfPeople, DescribePerson, ErasePerson, KeepApart, LookAtIdentity, MergePeople,
    RecordConsent, RecordFunctioning, RecordStay, RetainUntil, Stay, UndoMerge, WithdrawConsent,
};
use serde::Serialize;
use sqlx::AnyConnection;

const ID_CONSENT: &str = "select seq from consent where id = $1";
const ID_MERGE: &str = "select seq from merge where id = $1";

/// Nothing is added to what was erased.
pub(super) async fn may_record_identity(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &RecordIdentity,
) -> Result<(), StoreError> {
    door.at_person(db, c.person).await?;
    if is_erased(db, c.person).await? { Err(Fault::Erased.into()) } else { Ok(()) }
}

pub(super) async fn may_erase(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &ErasePerson,
) -> Result<(), StoreError> {
    door.at_person(db, c.person).await?;
    if is_erased(db, c.person).await? { Err(Fault::AlreadyVoided.into()) } else { Ok(()) }
}

pub(super) async fn is_erased(
    db: &mut AnyConnection,
    person: PersonId,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select seq from person where id = $1 and erased is not null")
        .bind(person.to_string())
        .fetch_optional(db)
        .await?;
    Ok(row.is_some())
}

pub(super) fn erase(seq: i64, c: &ErasePerson) -> Sql {
    sqlx::query("update person set erased = cast($1 as integer), changed = $1 where id = $2")
        .bind(seq)
        .bind(c.person.to_string())
}

/// Erases what identifies a person from the vault, and from envelopes under review that brought it.
/// What else they say is still there to be decided about.
pub(super) async fn forget(db: &mut AnyConnection, person: PersonId) -> Result<(), StoreError> {
    vault::forget(db, &person.to_string()).await?;
    let rows = sqlx::query(
        "select distinct r.bytes_hash from review r join vault v on v.subject = r.bytes_hash
         where r.command in ('register_person', 'record_identity')",
    )
    .fetch_all(&mut *db)
    .await?;
    for row in &rows {
        let hash = Reader::new("review", row).text("bytes_hash")?;
        let Some(kept) = vault::get::<Kept>(db, &hash).await? else { continue };
        if kept.identity.is_none() && kept.sealed.is_none() {
            continue;
        }
        let about: Option<Envelope> = serde_json::from_str(&kept.envelope).ok();
        let named = about.and_then(|envelope| match envelope.command {
            Command::RegisterPerson(c) => Some(c.person),
            Command::RecordIdentity(c) => Some(c.person),
            _ => None,
        });
        if named == Some(person) {
            let without = Kept { identity: None, sealed: None, ..kept };
            // With a new key: the old one opens what was there.
            vault::forget(db, &hash).await?;
            vault::put(db, vault::Kind::Review, &hash, &without).await?;
        }
    }
    Ok(())
}

pub(super) async fn may_record_stay(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    today: NaiveDate,
    c: &RecordStay,
) -> Result<(), StoreError> {
    door.at_remembered(db, memory, c.person).await?;
    check_come(c.day, today)?;
    match c.stay {
        Stay::In { centre } => memory.centre(db, centre).await,
        Stay::Left => Ok(()),
    }
}

pub(super) async fn may_record_consent(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &RecordConsent,
) -> Result<(), StoreError> {
    door.at_person(db, c.person).await?;
    check_come(c.on, today)?;
    is_new(db, ID_CONSENT, &c.consent.to_string(), Noun::Consent).await?;
    let row = sqlx::query("select seq, born, told_years, told_on from person where id = $1")
        .bind(c.person.to_string())
        .fetch_one(db)
        .await?;
    c.check_guardian(Reader::new("person", &row).age()?)?;
    Ok(())
}

pub(super) async fn may_withdraw(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &WithdrawConsent,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select c.seq, p.id as person, c.on_day, c.withdrawn_on from consent c
         join person p on p.seq = c.person where c.id = $1",
    )
    .bind(c.consent.to_string())
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Consent })?;
    let row = Reader::new("consent", &row);
    door.at_person(db, row.parse("person")?).await?;
    check_come(c.on, today)?;
    if row.get::<Option<String>>("withdrawn_on")?.is_some() {
        return Err(Fault::AlreadyVoided.into());
    }
    if c.on < row.day("on_day")? { Err(Fault::PeriodReversed.into()) } else { Ok(()) }
}

pub(super) async fn may_record_functioning(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &RecordFunctioning,
) -> Result<(), StoreError> {
    door.at_person(db, c.person).await?;
    Ok(check_come(c.on, today)?)
}

/// Both must be the actor's to manage. The other record may not be merged elsewhere already, nor
/// be what the kept one is merged into.
pub(super) async fn may_merge(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &MergePeople,
) -> Result<(), StoreError> {
    for person in [c.kept, c.other] {
        door.at_person(db, person).await?;
    }
    is_new(db, ID_MERGE, &c.merge.to_string(), Noun::Merge).await?;
    let (kept, other) = (root(db, c.kept).await?, root(db, c.other).await?);
    if other.1 || kept.0 == other.0 { Err(Fault::SamePerson.into()) } else { Ok(()) }
}

/// The inner key of the record that is used for a person, and whether that is another one.
async fn root(db: &mut AnyConnection, person: PersonId) -> Result<(i64, bool), StoreError> {
    let row = sqlx::query("select seq, same_as from person where id = $1")
        .bind(person.to_string())
        .fetch_optional(db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Person })?;
    let row = Reader::new("person", &row);
    let instead: Option<i64> = row.get("same_as")?;
    Ok((instead.unwrap_or(row.number("seq")?), instead.is_some()))
}

pub(super) async fn may_undo_merge(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &UndoMerge,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select m.seq, k.id as kept, m.undone from merge m join person k on k.seq = m.kept
         where m.id = $1",
    )
    .bind(c.merge.to_string())
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Merge })?;
    let row = Reader::new("merge", &row);
    door.at_person(db, row.parse("kept")?).await?;
    if row.get::<Option<i64>>("undone")?.is_some() {
        return Err(Fault::AlreadyVoided.into());
    }
    Ok(())
}

/// Where somebody lived on a day.
pub(super) async fn lived(
    db: &mut AnyConnection,
    person: i64,
    day: NaiveDate,
) -> Result<Option<CentreId>, StoreError> {
    let row = sqlx::query(
        "select p.seq, c.id as centre from person p left join centre c on c.seq = coalesce(
             (select s.centre from stay s where s.person = p.seq and s.day <= $2
              and s.centre is not null order by s.day desc, s.seq desc limit 1), p.first_centre)
         where p.seq = $1",
    )
    .bind(person)
    .bind(day.to_string())
    .fetch_one(db)
    .await?;
    Reader::new("person", &row).parse_opt("centre")
}

pub(super) fn describe(seq: i64, c: &DescribePerson) -> Result<Sql, StoreError> {
    let (born, told_years, told_on) = age_columns(c.age);
    Ok(sqlx::query(
        "update person set sex = $1, born = $2, told_years = $3, told_on = $4, nationality = $5,
                separation = $6, changed = $7 where id = $8",
    )
    .bind(word(c.sex)?)
    .bind(born)
    .bind(told_years)
    .bind(told_on)
    .bind(c.nationality.clone())
    .bind(c.separation.map(word).transpose()?)
    .bind(seq)
    .bind(c.person.to_string()))
}

/// The columns `born`, `told_years`, `told_on`.
pub(super) fn age_columns(age: Option<Age>) -> (Option<i64>, Option<i64>, Option<String>) {
    match age {
        None => (None, None, None),
        Some(Age::Born(year)) => (Some(i64::from(year)), None, None),
        Some(Age::Told { years, on }) => (None, Some(i64::from(years)), Some(on.to_string())),
    }
}

/// Writes a stay, and what stands of where the person lives.
pub(super) async fn stay(
    db: &mut AnyConnection,
    seq: i64,
    c: &RecordStay,
) -> Result<(), StoreError> {
    let centre = match c.stay {
        Stay::In { centre } => Some(centre.to_string()),
        Stay::Left => None,
    };
    let wrote = sqlx::query(
        "insert into stay (seq, person, day, centre, from_centre)
         select cast($1 as integer), seq, $2, (select seq from centre where id = $3), centre
         from person where id = $4",
    )
    .bind(seq)
    .bind(c.day.to_string())
    .bind(centre)
    .bind(c.person.to_string())
    .execute(&mut *db)
    .await?;
    one_row(wrote, seq)?;
    let stands = sqlx::query(
        "update person set changed = $1,
             centre = coalesce((select s.centre from stay s where s.person = person.seq
                 and s.centre is not null order by s.day desc, s.seq desc limit 1), first_centre),
             departed = (select case when s.centre is null then s.day end from stay s
                 where s.person = person.seq order by s.day desc, s.seq desc limit 1)
         where id = $2",
    )
    .bind(seq)
    .bind(c.person.to_string())
    .execute(db)
    .await?;
    one_row(stands, seq)
}

pub(super) fn consent(seq: i64, c: &RecordConsent) -> Result<Sql, StoreError> {
    Ok(sqlx::query(
        "insert into consent (seq, id, person, purpose, on_day, version, language, guardian)
         select cast($1 as integer), $2, seq, $3, $4, $5, $6, $7 from person where id = $8",
    )
    .bind(seq)
    .bind(c.consent.to_string())
    .bind(word(c.purpose)?)
    .bind(c.on.to_string())
    .bind(c.version.clone())
    .bind(c.language.clone())
    .bind(c.guardian.map(word).transpose()?)
    .bind(c.person.to_string()))
}

pub(super) fn withdraw(c: &WithdrawConsent) -> Sql {
    sqlx::query("update consent set withdrawn_on = $1 where id = $2")
        .bind(c.on.to_string())
        .bind(c.consent.to_string())
}

pub(super) fn functioning(seq: i64, c: &RecordFunctioning) -> Result<Sql, StoreError> {
    Ok(sqlx::query(
        "insert into functioning (seq, person, on_day, answers)
         select cast($1 as integer), seq, $2, $3 from person where id = $4",
    )
    .bind(seq)
    .bind(c.on.to_string())
    .bind(json(&c.answers)?)
    .bind(c.person.to_string()))
}

pub(super) fn ask(c: &AskOfPeople) -> Result<Sql, StoreError> {
    Ok(sqlx::query("update project set asks = $1 where id = $2")
        .bind(json(&c.asks)?)
        .bind(c.project.to_string()))
}

pub(super) fn retain(c: &RetainUntil) -> Sql {
    sqlx::query("update project set retain_until = $1 where id = $2")
        .bind(c.until.map(|day| day.to_string()))
        .bind(c.project.to_string())
}

pub(super) fn look(seq: i64, c: &LookAtIdentity) -> Sql {
    sqlx::query(
        "insert into look (seq, person) select cast($1 as integer), seq from person where id = $2",
    )
    .bind(seq)
    .bind(c.person.to_string())
}

pub(super) fn keep_apart(seq: i64, c: &KeepApart) -> Sql {
    sqlx::query(
        "insert into apart (seq, one, other)
         select cast($1 as integer), a.seq, b.seq from person a, person b
         where a.id = $2 and b.id = $3",
    )
    .bind(seq)
    .bind(c.one.to_string())
    .bind(c.other.to_string())
}

pub(super) async fn merge(
    db: &mut AnyConnection,
    seq: i64,
    c: &MergePeople,
) -> Result<(), StoreError> {
    let wrote = sqlx::query(
        "insert into merge (seq, id, kept, other)
         select cast($1 as integer), $2, k.seq, o.seq from person k, person o
         where k.id = $3 and o.id = $4",
    )
    .bind(seq)
    .bind(c.merge.to_string())
    .bind(c.kept.to_string())
    .bind(c.other.to_string())
    .execute(&mut *db)
    .await?;
    one_row(wrote, seq)?;
    settle(db, seq).await
}

pub(super) async fn undo_merge(
    db: &mut AnyConnection,
    seq: i64,
    c: &UndoMerge,
) -> Result<(), StoreError> {
    let undone = sqlx::query("update merge set undone = $1 where id = $2")
        .bind(seq)
        .bind(c.merge.to_string())
        .execute(&mut *db)
        .await?;
    one_row(undone, seq)?;
    settle(db, seq).await
}

/// Finds anew which record is used for everybody who is, or was until now, merged into another.
/// There are few merges, and a chain is as long as the mistakes about one person.
async fn settle(db: &mut AnyConnection, seq: i64) -> Result<(), StoreError> {
    let rows = sqlx::query("select seq, kept, other from merge where undone is null order by seq")
        .fetch_all(&mut *db)
        .await?;
    let mut into = std::collections::HashMap::new();
    for row in &rows {
        let row = Reader::new("merge", row);
        into.insert(row.number("other")?, row.number("kept")?);
    }
    let merged = sqlx::query(
        "select p.seq, p.same_as from person p where p.same_as is not null
         union select o.seq, o.same_as from merge m join person o on o.seq = m.other",
    )
    .fetch_all(&mut *db)
    .await?;
    for row in &merged {
        let row = Reader::new("person", row);
        let (person, before): (i64, Option<i64>) = (row.number("seq")?, row.get("same_as")?);
        let mut used = person;
        // A chain cannot be longer than there are merges: the door lets no circle in.
        for _ in 0..=into.len() {
            let Some(next) = into.get(&used) else { break };
            used = *next;
        }
        let now = (used != person).then_some(used);
        if now == before {
            continue;
        }
        let set = "update person set same_as = $1, changed = $2 where seq = $3";
        let set = sqlx::query(set).bind(now).bind(seq).bind(person).execute(&mut *db).await?;
        one_row(set, seq)?;
        // Whose list an enrolment stands on is told again.
        sqlx::query("update enrolment set changed = $1 where person = $2")
            .bind(seq)
            .bind(person)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::Machine(e.to_string()))
}
