//! Records that look like one person.

use super::search::Folded;
use super::{Asking, rows};
use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use crate::vault;
use chrono::NaiveDate;
use domain::access::{Action, Actor, Place};
use domain::command::PersonIdentity;
use domain::fault::Fault;
use domain::overview::{Alike, Duplicates, Pair, PersonRow};
use domain::person::Sex;
use sqlx::AnyConnection;
use std::collections::{HashMap, HashSet};

/// The most pairs that are proposed at once.
const PAIRS_MAX: usize = 50;

/// A person as far as two are compared.
struct Compared {
    key: i64,
    name: Option<Folded>,
    birth_date: Option<NaiveDate>,
    sex: Sex,
    years: Option<i32>,
    nationality: Option<String>,
}

impl Store {
    /// Likely duplicates among those who live in a centre.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre, or may not see its register:
    /// aliases are what they are found by; [`Fault::Unknown`].
    pub async fn duplicates(&self, actor: &Actor, code: &str) -> Result<Duplicates, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        if !actor.may(Action::SeeRegister, Place::centre(centre.id)) {
            return Err(Fault::NotAllowed.into());
        }
        let today = self.clock().today();
        let people = compared(&mut db, centre.key, today).await?;
        let apart = apart(&mut db).await?;
        let mut found = pairs(&people);
        found.retain(|(one, other, _)| !apart.contains(&(*one, *other)));
        found.sort_by_key(|(one, other, reasons)| {
            (std::cmp::Reverse(weight(reasons)), *one, *other)
        });
        found.truncate(PAIRS_MAX);
        let mut keys: Vec<i64> = found.iter().flat_map(|(one, other, _)| [*one, *other]).collect();
        keys.sort_unstable();
        keys.dedup();
        let asking = Asking { today, sees: true, asks: &[] };
        let read = rows(&mut db, &keys, &asking).await?;
        let by_key: HashMap<i64, PersonRow> = keys.into_iter().zip(read).collect();
        let pair = |(one, other, mut reasons): (i64, i64, Vec<Alike>)| {
            let (one, other) = (by_key.get(&one)?.clone(), by_key.get(&other)?.clone());
            if one.languages.iter().any(|(l, _)| other.languages.iter().any(|(m, _)| l == m)) {
                reasons.push(Alike::Language);
            }
            Some(Pair { one, other, reasons })
        };
        Ok(Duplicates {
            centre: centre.choice,
            pairs: found.into_iter().filter_map(pair).collect(),
        })
    }
}

async fn compared(
    db: &mut AnyConnection,
    centre: i64,
    today: NaiveDate,
) -> Result<Vec<Compared>, StoreError> {
    let rows = sqlx::query(
        "select p.seq, p.id, p.sex, p.born, p.told_years, p.told_on, p.nationality, k.secret,
                v.sealed
         from person p join vault v on v.subject = p.id join vault_key k on k.subject = p.id
         where p.centre = $1 and p.same_as is null and p.departed is null order by p.seq",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("person", row);
        let identity: PersonIdentity = vault::beside(&row, &row.text("id")?)?.unwrap_or_default();
        Ok(Compared {
            key: row.number("seq")?,
            name: identity.alias.map(|alias| Folded::of(&alias)).filter(|name| !name.is_empty()),
            birth_date: identity.birth_date,
            sex: row.word("sex")?,
            years: row.age()?.map(|age| age.on(today)),
            nationality: row.get("nationality")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Pairs that somebody said are two people.
async fn apart(db: &mut AnyConnection) -> Result<HashSet<(i64, i64)>, StoreError> {
    let rows = sqlx::query("select seq, one, other from apart").fetch_all(db).await?;
    let mut apart = HashSet::new();
    for row in &rows {
        let row = Reader::new("apart", row);
        let (one, other) = (row.number("one")?, row.number("other")?);
        apart.insert((one.min(other), one.max(other)));
    }
    Ok(apart)
}

/// Only those are compared of whom the first consonants of the alias, or the birth date, are the
/// same: ten thousand people make fifty million pairs.
fn pairs(people: &[Compared]) -> Vec<(i64, i64, Vec<Alike>)> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, person) in people.iter().enumerate() {
        if let Some(name) = &person.name {
            blocks.entry(format!("name {}", name.block())).or_default().push(place);
        }
        if let Some(born) = person.birth_date {
            blocks.entry(format!("born {born}")).or_default().push(place);
        }
    }
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for block in blocks.into_values() {
        for (n, one) in block.iter().enumerate() {
            for other in &block[n + 1..] {
                if !seen.insert((*one, *other)) {
                    continue;
                }
                let (one, other) = (&people[*one], &people[*other]);
                if let Some(reasons) = alike(one, other) {
                    found.push((one.key, other.key, reasons));
                }
            }
        }
    }
    found
}

/// Why two records look like one person, if they do: by the birth date, or by the alias together
/// with the age. What is known of both and differs speaks against it.
fn alike(one: &Compared, other: &Compared) -> Option<Vec<Alike>> {
    let told = |sex| sex != Sex::NotDisclosed;
    if told(one.sex) && told(other.sex) && one.sex != other.sex {
        return None;
    }
    let both = one.nationality.as_ref().zip(other.nationality.as_ref());
    if both.is_some_and(|(a, b)| a != b && a != "XXX" && b != "XXX") {
        return None;
    }
    let apart = one.years.zip(other.years).map(|(a, b)| a.abs_diff(b));
    if apart.is_some_and(|years| years > 1) {
        return None;
    }
    let mut reasons = Vec::new();
    if let Some((a, b)) = one.name.as_ref().zip(other.name.as_ref()) {
        if a.is_same(b) {
            reasons.push(Alike::SameAlias);
        } else if a.sounds_like(b) {
            reasons.push(Alike::AliasSounds);
        }
    }
    if one.birth_date.is_some() && one.birth_date == other.birth_date {
        reasons.push(Alike::BirthDate);
    }
    if reasons.is_empty() {
        return None;
    }
    if apart.is_some() {
        reasons.push(Alike::Age);
    }
    if both.is_some_and(|(a, b)| a == b) {
        reasons.push(Alike::Nationality);
    }
    // An alias that merely sounds alike is shared by many.
    (reasons.len() > 1).then_some(reasons)
}

fn weight(reasons: &[Alike]) -> u32 {
    let one = |reason: &Alike| match reason {
        Alike::BirthDate => 8,
        Alike::SameAlias => 4,
        Alike::AliasSounds => 2,
        Alike::Age | Alike::Nationality | Alike::Language => 1,
    };
    reasons.iter().map(one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(key: i64, alias: &str, sex: Sex, years: Option<i32>, from: &str) -> Compared {
        let name = Some(Folded::of(alias)).filter(|name| !name.is_empty());
        let nationality = Some(from.to_owned()).filter(|from| !from.is_empty());
        Compared { key, name, birth_date: None, sex, years, nationality }
    }

    #[test]
    fn pairs_are_proposed_with_their_reasons() {
        let mohamed = person(1, "Mohamed", Sex::Male, Some(24), "SOM");
        let same = person(2, "محمد", Sex::Male, Some(25), "SOM");
        let reasons = alike(&mohamed, &same);
        assert_eq!(reasons, Some(vec![Alike::AliasSounds, Alike::Age, Alike::Nationality]));
        for other in [
            person(3, "Mohamed", Sex::Female, Some(24), "SOM"),
            person(4, "Mohamed", Sex::Male, Some(40), "SOM"),
            person(5, "Mohamed", Sex::Male, Some(24), "SYR"),
            person(6, "Bilal", Sex::Male, Some(24), "SOM"),
            person(7, "Muhamad", Sex::NotDisclosed, None, ""),
        ] {
            assert_eq!(alike(&mohamed, &other), None, "{}", other.key);
        }
    }

    #[test]
    fn only_blocks_are_compared_and_nobody_twice() {
        let people = [
            person(1, "Amina", Sex::Female, Some(20), "SYR"),
            person(2, "Amena", Sex::Female, Some(20), "SYR"),
            person(3, "Bilal", Sex::Male, Some(20), "SYR"),
            person(4, "", Sex::Male, Some(20), "SYR"),
        ];
        let found = pairs(&people);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0, found[0].1), (1, 2));
    }
}
