//! What a file that is taken in is compared with, and ids that follow from what stands in it.
//!
//! Everything here is read; the changes themselves go through the door, all or none
//! ([`Store::change_watched`]).

use crate::Store;
use crate::error::StoreError;
use crate::occupancy::entries;
use crate::people::{latest_levels, workshops_of};
use crate::place::centre_of;
use crate::row::Reader;
use crate::vault;
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::attendance::Presence;
use domain::clock::days_that_can_be_meant;
use domain::command::PersonIdentity;
use domain::ids::{CentreId, EnrolmentId, EnvelopeId, PersonId, ShiftId, WorkshopId};
use domain::import::ImportPage;
use domain::overview::{Choice, OccupancyEntry};
use domain::person::{Age, LanguageLevel, PersonCode, Sex};
use domain::registry::Separation;
use domain::shift::{Progress, Slot};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sqlx::AnyConnection;
use std::collections::HashMap;
use uuid::Builder;

/// Somebody as a row of a file is compared with them.
#[derive(Clone)]
pub struct KnownPerson {
    /// Their id.
    pub id: PersonId,
    /// Whether they live in the centre, or did last.
    pub here: bool,
    /// Whether what identified them was erased.
    pub erased: bool,
    /// The record that is used instead, if this one is the same person.
    pub used: Option<PersonId>,
    /// Sex.
    pub sex: Sex,
    /// What is known of the age.
    pub age: Option<Age>,
    /// ISO 3166-1 alpha-3.
    pub nationality: Option<String>,
    /// Of a child: with whom it is.
    pub separation: Option<Separation>,
    /// The latest level of each language.
    pub languages: Vec<(String, LanguageLevel)>,
    /// What identifies them; empty for whoever does not live in the centre.
    pub identity: PersonIdentity,
    /// Arrivals (with the centre), and departures, by the day.
    pub stays: Vec<(NaiveDate, Option<CentreId>)>,
}

/// The people of the organisation.
#[derive(Clone, Default)]
pub struct KnownPeople {
    people: Vec<KnownPerson>,
    by_id: HashMap<PersonId, usize>,
    by_code: HashMap<PersonCode, usize>,
}

impl KnownPeople {
    fn add(&mut self, person: KnownPerson) {
        let place = self.people.len();
        self.by_id.insert(person.id, place);
        self.by_code.insert(PersonCode::of(person.id.0), place);
        self.people.push(person);
    }

    /// Somebody by their id.
    pub fn get(&self, id: PersonId) -> Option<&KnownPerson> {
        self.by_id.get(&id).map(|place| &self.people[*place])
    }

    /// Somebody by their code.
    pub fn of_code(&self, code: &PersonCode) -> Option<&KnownPerson> {
        self.by_code.get(code).map(|place| &self.people[*place])
    }

    /// Everybody.
    pub fn iter(&self) -> impl Iterator<Item = &KnownPerson> {
        self.people.iter()
    }
}

/// A workshop of the centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownWorkshop {
    /// Its id.
    pub id: WorkshopId,
    /// Its code and names.
    pub choice: Choice,
    /// The usual length of its shifts in minutes.
    pub minutes: i64,
    /// How many it takes, from a day on; oldest first.
    pub capacities: Vec<(NaiveDate, i64)>,
}

/// An enrolment in a workshop as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownEnrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// In which workshop.
    pub workshop: WorkshopId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, once it ended.
    pub to: Option<NaiveDate>,
}

/// A shift on the plan, with what was marked there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownShift {
    /// Its id.
    pub id: ShiftId,
    /// Which workshop.
    pub workshop: WorkshopId,
    /// When.
    pub slot: Slot,
    /// How it went.
    pub progress: Progress,
    /// The mark of each person that stands, with its entry.
    pub marks: HashMap<PersonId, (EnvelopeId, Presence)>,
}

/// Ids that follow from what stands in a file, so that taking it in twice makes nothing twice. They
/// are keyed with the organisation's secret: nobody else can tell from an id what it was made of.
pub struct ImportIds {
    key: Vec<u8>,
}

impl ImportIds {
    /// The id of these parts, in this order.
    pub fn id(&self, parts: &[&str]) -> uuid::Uuid {
        // A key of any length is taken.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) else {
            return uuid::Uuid::nil();
        };
        mac.update(b"radionica import");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        Builder::from_custom_bytes(bytes).into_uuid()
    }
}

impl Store {
    /// Where the ids of what is taken in come from.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn import_ids(&self) -> Result<ImportIds, StoreError> {
        Ok(ImportIds { key: self.secret_for("import").await? })
    }

    /// The page on which files are taken in.
    ///
    /// # Errors
    /// As [`Store::people_to_compare`].
    pub async fn import_page(&self, actor: &Actor, centre: &str) -> Result<ImportPage, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let workshops = workshops_of(&mut db, centre.key).await?;
        let workshops = workshops.into_iter().map(|(_, choice)| choice).collect();
        Ok(ImportPage { centre: centre.choice, workshops, file: None })
    }

    /// Everybody, those of a centre with what identifies them.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage the centre;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn people_to_compare(
        &self,
        actor: &Actor,
        centre: &str,
    ) -> Result<KnownPeople, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let mut identities = vault::people::<PersonIdentity>(&mut db, Some(centre.key)).await?;
        let levels =
            sqlx::query("select seq, person, language, level from person_language order by seq")
                .fetch_all(&mut *db)
                .await?;
        let mut languages = latest_levels(&levels)?;
        let mut stays = stays(&mut db).await?;
        let rows = sqlx::query(
            "select p.seq, p.id, p.centre, p.sex, p.born, p.told_years, p.told_on, p.nationality,
                    p.separation, u.id as used, case when p.erased is null then 0 else 1 end as erased
             from person p left join person u on u.seq = p.same_as order by p.seq",
        )
        .fetch_all(&mut *db)
        .await?;
        let mut known = KnownPeople::default();
        for row in &rows {
            let row = Reader::new("person", row);
            let key = row.number("seq")?;
            let lives: Option<i64> = row.get("centre")?;
            known.add(KnownPerson {
                id: row.parse("id")?,
                here: lives == Some(centre.key),
                erased: row.number("erased")? == 1,
                used: row.parse_opt("used")?,
                sex: row.word("sex")?,
                age: row.age()?,
                nationality: row.get("nationality")?,
                separation: row.word_opt("separation")?,
                languages: languages.remove(&key).unwrap_or_default(),
                identity: identities.remove(&row.text("id")?).unwrap_or_default(),
                stays: stays.remove(&key).unwrap_or_default(),
            });
        }
        Ok(known)
    }

    /// The workshops of a centre.
    ///
    /// # Errors
    /// As [`Store::people_to_compare`].
    pub async fn workshops_to_compare(
        &self,
        actor: &Actor,
        centre: &str,
    ) -> Result<Vec<KnownWorkshop>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let choices: HashMap<WorkshopId, Choice> =
            workshops_of(&mut db, centre.key).await?.into_iter().collect();
        let rows = sqlx::query(
            "select w.seq, w.id, w.minutes, c.from_day, c.people from workshop w
             left join workshop_capacity c on c.workshop = w.seq
             where w.centre = $1 order by w.code, c.from_day, c.seq",
        )
        .bind(centre.key)
        .fetch_all(&mut *db)
        .await?;
        let mut workshops: Vec<KnownWorkshop> = Vec::new();
        for row in &rows {
            let row = Reader::new("workshop", row);
            let id = row.parse("id")?;
            if workshops.last().is_none_or(|last| last.id != id) {
                let Some(choice) = choices.get(&id).cloned() else { continue };
                let minutes = row.number("minutes")?;
                workshops.push(KnownWorkshop { id, choice, minutes, capacities: Vec::new() });
            }
            if let (Some(from), Some(last)) = (row.parse_opt("from_day")?, workshops.last_mut()) {
                last.capacities.push((from, row.number("people")?));
            }
        }
        Ok(workshops)
    }

    /// Enrolments in the workshops of a centre, not for a single shift only.
    ///
    /// # Errors
    /// As [`Store::people_to_compare`].
    pub async fn enrolments_to_compare(
        &self,
        actor: &Actor,
        centre: &str,
    ) -> Result<Vec<KnownEnrolment>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let rows = sqlx::query(
            "select e.seq, e.id, p.id as person, w.id as workshop, e.from_day, e.to_day
             from enrolment e join person p on p.seq = e.person
             join workshop w on w.seq = e.workshop
             where w.centre = $1 and e.shift is null order by e.seq",
        )
        .bind(centre.key)
        .fetch_all(&mut *db)
        .await?;
        let read = |row| {
            let row = Reader::new("enrolment", row);
            Ok(KnownEnrolment {
                id: row.parse("id")?,
                person: row.parse("person")?,
                workshop: row.parse("workshop")?,
                from: row.day("from_day")?,
                to: row.parse_opt("to_day")?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// The shifts of a centre on the days of a period, with the marks that stand.
    ///
    /// # Errors
    /// As [`Store::people_to_compare`].
    pub async fn shifts_to_compare(
        &self,
        actor: &Actor,
        centre: &str,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<KnownShift>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let rows = sqlx::query(
            "select s.seq, s.id, s.day, s.start, s.minutes, s.progress, s.closed_at, s.reason,
                    w.id as workshop
             from shift s join workshop w on w.seq = s.workshop
             where s.centre = $1 and s.day >= $2 and s.day <= $3 and s.withdrawn = 0
             order by s.day, s.start, s.seq",
        )
        .bind(centre.key)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(&mut *db)
        .await?;
        let mut shifts = Vec::with_capacity(rows.len());
        let mut places = HashMap::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("shift", row);
            places.insert(row.number("seq")?, shifts.len());
            shifts.push(KnownShift {
                id: row.parse("id")?,
                workshop: row.parse("workshop")?,
                slot: row.slot()?,
                progress: row.progress()?,
                marks: HashMap::new(),
            });
        }
        let marks = sqlx::query(
            "select a.seq, a.id, a.shift, a.presence, p.id as person
             from attendance a join shift s on s.seq = a.shift join person p on p.seq = a.person
             where s.centre = $1 and s.day >= $2 and s.day <= $3 and a.stands = 1",
        )
        .bind(centre.key)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(&mut *db)
        .await?;
        for row in &marks {
            let row = Reader::new("attendance", row);
            if let Some(place) = places.get(&row.number("shift")?) {
                let mark = (row.parse("id")?, row.word("presence")?);
                shifts[*place].marks.insert(row.parse("person")?, mark);
            }
        }
        Ok(shifts)
    }

    /// What stands of each day's occupancy of a centre.
    ///
    /// # Errors
    /// As [`Store::people_to_compare`].
    pub async fn occupancy_to_compare(
        &self,
        actor: &Actor,
        centre: &str,
    ) -> Result<HashMap<NaiveDate, OccupancyEntry>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let (first, last) = days_that_can_be_meant();
        let days = entries(&mut db, centre.key, first, last).await?;
        Ok(days.into_iter().filter_map(|(day, all)| Some((day, all.into_iter().next()?))).collect())
    }
}

async fn stays(
    db: &mut AnyConnection,
) -> Result<HashMap<i64, Vec<(NaiveDate, Option<CentreId>)>>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, s.person, s.day, c.id as centre from stay s
         left join centre c on c.seq = s.centre order by s.day, s.seq",
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i64, Vec<(NaiveDate, Option<CentreId>)>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("stay", row);
        let stay = (row.day("day")?, row.parse_opt("centre")?);
        found.entry(row.number("person")?).or_default().push(stay);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_follows_from_its_parts_and_the_key() {
        let ids = ImportIds { key: b"one".to_vec() };
        assert_eq!(ids.id(&["a", "b"]), ids.id(&["a", "b"]));
        assert_ne!(ids.id(&["a", "b"]), ids.id(&["ab", ""]));
        assert_ne!(ids.id(&["a", "b"]), ImportIds { key: b"two".to_vec() }.id(&["a", "b"]));
    }
}
