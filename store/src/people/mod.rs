//! The registry of people: lists, one person, who takes part and who waits, likely duplicates.
//!
//! Aliases are opened from the vault, and only for who may see the register.

mod cards;
mod enrolments;
mod list;
mod page;
mod pairs;
mod retention;
mod search;

pub use cards::CardsOf;
pub use page::PersonOf;

use crate::error::StoreError;
use crate::row::{Reader, padded_keys, places};
use crate::vault;
use chrono::NaiveDate;
use domain::command::PersonIdentity;
use domain::ids::WorkshopId;
use domain::overview::{Choice, PersonLabel, PersonRow};
use domain::person::{LanguageLevel, PersonCode};
use domain::registry::{KnownOf, PersonFact, Purpose};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{HashMap, HashSet};

/// What the rows of a list are read for.
pub(crate) struct Asking<'a> {
    /// Today's reporting day.
    pub(crate) today: NaiveDate,
    /// Whether the reader may see aliases.
    pub(crate) sees: bool,
    /// What is missing when it is not known.
    pub(crate) asks: &'a [PersonFact],
}

/// The rows of `sql`, in which `{}` stands for the list of keys.
async fn of_keys(
    db: &mut AnyConnection,
    sql: &str,
    keys: &[i64],
) -> Result<Vec<AnyRow>, StoreError> {
    let keys = padded_keys(keys);
    let sql = sql.replace("{}", &places(1, keys.len()));
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for key in keys {
        query = query.bind(key);
    }
    Ok(query.fetch_all(db).await?)
}

/// People by their inner keys, in that order.
pub(crate) async fn rows(
    db: &mut AnyConnection,
    keys: &[i64],
    asking: &Asking<'_>,
) -> Result<Vec<PersonRow>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut languages = languages(db, keys).await?;
    let mut workshops = workshops(db, keys, asking.today).await?;
    let asked = |fact| asking.asks.contains(&fact);
    let answered = match asked(PersonFact::Functioning) {
        true => {
            having(db, "select distinct person as seq from functioning where person in ({})", keys)
                .await?
        }
        false => HashSet::new(),
    };
    let consents = match asked(PersonFact::Consent) {
        true => consents(db, keys).await?,
        false => HashSet::new(),
    };
    let found = of_keys(
        db,
        "select p.seq, p.id, p.sex, p.born, p.told_years, p.told_on, p.nationality, p.departed,
                p.separation, case when p.erased is null then 0 else 1 end as erased, k.secret,
                v.sealed
         from person p left join vault v on v.subject = p.id
         left join vault_key k on k.subject = p.id where p.seq in ({})",
        keys,
    )
    .await?;
    let mut by_key = HashMap::with_capacity(found.len());
    for row in &found {
        let row = Reader::new("person", row);
        let key = row.number("seq")?;
        let languages = languages.remove(&key).unwrap_or_default();
        let (sex, separation) = (row.word("sex")?, row.word_opt("separation")?);
        let years = row.age()?.map(|age| age.on(asking.today));
        let nationality: Option<String> = row.get("nationality")?;
        let known = KnownOf {
            sex,
            years,
            nationality: nationality.is_some(),
            language: !languages.is_empty(),
            separation: separation.is_some(),
            functioning: answered.contains(&key),
            consent: consents.contains(&key),
        };
        let person = PersonRow {
            id: row.parse("id")?,
            label: label(&row, asking.sees)?,
            sex,
            years,
            nationality,
            languages,
            workshops: workshops.remove(&key).unwrap_or_default(),
            departed: row.parse_opt("departed")?,
            erased: row.number("erased")? == 1,
            separation,
            missing: known.missing(asking.asks),
        };
        by_key.insert(key, person);
    }
    Ok(keys.iter().filter_map(|key| by_key.remove(key)).collect())
}

/// Somebody as a list names them, from the columns `id`, `secret` and `sealed`.
pub(crate) fn label(row: &Reader<'_>, sees: bool) -> Result<PersonLabel, StoreError> {
    let id = row.text("id")?;
    let identity: Option<PersonIdentity> = if sees { vault::beside(row, &id)? } else { None };
    let id: domain::ids::PersonId = row.parse("id")?;
    Ok(PersonLabel { code: PersonCode::of(id.0), alias: identity.and_then(|one| one.alias) })
}

/// The latest level of each language.
async fn languages(
    db: &mut AnyConnection,
    keys: &[i64],
) -> Result<HashMap<i64, Vec<(String, LanguageLevel)>>, StoreError> {
    let rows = of_keys(
        db,
        "select seq, person, language, level from person_language where person in ({})
         order by seq",
        keys,
    )
    .await?;
    latest_levels(&rows)
}

/// The latest level of each language of each person, from rows in the order of the journal.
pub(crate) fn latest_levels(
    rows: &[AnyRow],
) -> Result<HashMap<i64, Vec<(String, LanguageLevel)>>, StoreError> {
    let mut found: HashMap<i64, Vec<(String, LanguageLevel)>> = HashMap::new();
    for row in rows {
        let row = Reader::new("person_language", row);
        let known = found.entry(row.number("person")?).or_default();
        let language = row.text("language")?;
        known.retain(|(before, _)| *before != language);
        known.push((language, row.word("level")?));
    }
    Ok(found)
}

/// The workshops that somebody is enrolled in today or later, not for a single shift only.
async fn workshops(
    db: &mut AnyConnection,
    keys: &[i64],
    today: NaiveDate,
) -> Result<HashMap<i64, Vec<Choice>>, StoreError> {
    let rows = of_keys(
        db,
        "select e.seq, e.person, e.to_day, w.code, w.title_en, w.title_sr
         from enrolment e join workshop w on w.seq = e.workshop
         where e.shift is null and e.person in ({}) order by w.code",
        keys,
    )
    .await?;
    let mut found: HashMap<i64, Vec<Choice>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("enrolment", row);
        let to: Option<NaiveDate> = row.parse_opt("to_day")?;
        if to.is_none_or(|to| to >= today) {
            let known = found.entry(row.number("person")?).or_default();
            let workshop = workshop(&row)?;
            if !known.contains(&workshop) {
                known.push(workshop);
            }
        }
    }
    Ok(found)
}

/// A workshop from the columns `code`, `title_en`, `title_sr`.
fn workshop(row: &Reader<'_>) -> Result<Choice, StoreError> {
    Ok(Choice { code: row.text("code")?, name: row.name("title_en", "title_sr")? })
}

async fn having(
    db: &mut AnyConnection,
    sql: &str,
    keys: &[i64],
) -> Result<HashSet<i64>, StoreError> {
    let rows = of_keys(db, sql, keys).await?;
    rows.iter().map(|row| Reader::new("person", row).number("seq")).collect()
}

/// Of whom a consent to keep a record stands.
async fn consents(db: &mut AnyConnection, keys: &[i64]) -> Result<HashSet<i64>, StoreError> {
    let purpose = crate::row::word(Purpose::Record)?;
    let rows = of_keys(
        db,
        "select distinct person as seq, purpose from consent
         where withdrawn_on is null and person in ({})",
        keys,
    )
    .await?;
    let mut found = HashSet::new();
    for row in &rows {
        let row = Reader::new("consent", row);
        if row.text("purpose")? == purpose {
            found.insert(row.number("seq")?);
        }
    }
    Ok(found)
}

/// The workshops of a centre by their codes.
pub(crate) async fn workshops_of(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<Vec<(WorkshopId, Choice)>, StoreError> {
    let rows = sqlx::query(
        "select seq, id, code, title_en, title_sr from workshop where centre = $1 order by code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("workshop", row);
        Ok((row.parse("id")?, workshop(&row)?))
    };
    rows.iter().map(read).collect()
}

/// What the projects to which a centre's workshops belong today ask of people, each once.
pub(crate) async fn asks(
    db: &mut AnyConnection,
    centre: i64,
    today: NaiveDate,
) -> Result<Vec<PersonFact>, StoreError> {
    let rows = sqlx::query(
        "select distinct p.seq, p.asks from project p join share s on s.project = p.seq
         join workshop w on w.seq = s.workshop
         where w.centre = $1 and s.from_day <= $2 and (s.to_day is null or s.to_day >= $2)",
    )
    .bind(centre)
    .bind(today.to_string())
    .fetch_all(db)
    .await?;
    let mut asks: Vec<PersonFact> = Vec::new();
    for row in &rows {
        asks.extend(Reader::new("project", row).json::<Vec<PersonFact>>("asks")?);
    }
    asks.sort_unstable();
    asks.dedup();
    Ok(asks)
}
