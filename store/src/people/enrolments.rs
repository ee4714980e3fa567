//! Who takes part in a workshop or a shift, and who waits.

use super::search::Folded;
use super::{label, workshops_of};
use crate::Store;
use crate::apply::{Target, group, workshop_at};
use crate::error::StoreError;
use crate::place::{CentreOf, centre_of};
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Actor, Place};
use domain::fault::{Fault, Noun};
use domain::ids::{EnrolmentId, PersonId, ShiftId, WorkshopId};
use domain::overview::{
    Choice, EnrolledRow, Enrolments, GroupPage, PeopleFilter, PersonLabel, PersonRow, WaitingRow,
};
use domain::person::PersonCode;
use domain::shift::Slot;
use domain::waiting::check_place;
use sqlx::AnyConnection;

/// The most people that a form lists to choose from.
const OTHERS_MAX: usize = 500;
/// The most shifts to choose from.
const SHIFTS_MAX: i64 = 60;

impl Store {
    /// Who takes part in a workshop of a centre, by its code, or in one of its shifts; in the first
    /// workshop when none is named.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre; [`Fault::Unknown`].
    pub async fn enrolments(
        &self,
        actor: &Actor,
        code: &str,
        workshop: Option<&str>,
        shift: Option<ShiftId>,
    ) -> Result<Enrolments, StoreError> {
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centre = centre_of(db, actor, Action::Manage, code).await?;
        let today = self.clock().today();
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let workshops = workshops_of(db, centre.key).await?;
        let group = match chosen(&workshops, workshop)? {
            None => None,
            Some(chosen) => Some(page(db, &centre, chosen, shift, today, sees).await?),
        };
        Ok(Enrolments { centre: centre.choice, today, workshops, group })
    }

    /// The workshop and the shift that [`Store::enrolments`] is about, without who is in them.
    ///
    /// # Errors
    /// As [`Store::enrolments`]; also [`Fault::Unknown`] where the centre has no workshop.
    pub async fn group_of(
        &self,
        actor: &Actor,
        code: &str,
        workshop: Option<&str>,
        shift: Option<ShiftId>,
    ) -> Result<(WorkshopId, Option<(ShiftId, Slot)>), StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let workshops = workshops_of(&mut db, centre.key).await?;
        let unknown = Fault::Unknown { noun: Noun::Workshop };
        let (id, _) = chosen(&workshops, workshop)?.ok_or(unknown)?;
        let (key, _) = workshop_at(&mut db, id).await?;
        Ok((id, target(&mut db, key, shift).await?.1))
    }

    /// Whether somebody who is enrolled now finds a place: one that is neither taken nor offered to
    /// somebody else.
    ///
    /// # Errors
    /// [`Fault::Clash`] when none is left; [`Fault::NotAllowed`] for whoever does not manage the
    /// workshop; [`Fault::Unknown`].
    pub async fn place_left(
        &self,
        actor: &Actor,
        workshop: WorkshopId,
        shift: Option<ShiftId>,
        person: Option<PersonId>,
    ) -> Result<(), StoreError> {
        let mut db = self.db().begin_read().await?;
        let key = managed(&mut db, actor, workshop).await?;
        let (target, shift) = target(&mut db, key, shift).await?;
        let today = self.clock().today();
        let group = group(&mut db, target, today).await?;
        let own = sqlx::query(
            "select l.seq from waiting l join person p on p.seq = l.person
             join offer o on o.waiting = l.seq left join shift s on s.seq = l.shift
             where p.id = $1 and l.workshop = $2 and coalesce(s.id, '') = $3
               and l.ended is null and o.until_day >= $4 limit 1",
        )
        .bind(person.map(|id| id.to_string()).unwrap_or_default())
        .bind(key)
        .bind(shift.map(|(id, _)| id.to_string()).unwrap_or_default())
        .bind(today.to_string())
        .fetch_optional(&mut *db)
        .await?;
        let others = group.offered - i64::from(own.is_some());
        Ok(check_place(group.capacity, group.enrolled + others)?)
    }

    /// The last day of an enrolment that is ended now: today, or its first day if that is to come.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the workshop; [`Fault::Unknown`].
    pub async fn enrolment_ends(
        &self,
        actor: &Actor,
        id: EnrolmentId,
    ) -> Result<NaiveDate, StoreError> {
        let mut db = self.db().begin_read().await?;
        let row = sqlx::query(
            "select e.seq, e.from_day, w.id as workshop from enrolment e
             join workshop w on w.seq = e.workshop where e.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Enrolment })?;
        let row = Reader::new("enrolment", &row);
        managed(&mut db, actor, row.parse("workshop")?).await?;
        Ok(self.clock().today().max(row.day("from_day")?))
    }

    /// The one who lives in a centre and is named by code, or by an alias that nobody else has there.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre; [`Fault::Unknown`] when nobody,
    /// or more than one, is called that.
    pub async fn person_named(
        &self,
        actor: &Actor,
        centre: &str,
        named: &str,
    ) -> Result<PersonId, StoreError> {
        let found = self.people_of(actor, centre, &PeopleFilter::default(), Some(named)).await?;
        let unknown = Fault::Unknown { noun: Noun::Person };
        if named.trim().is_empty() {
            return Err(unknown.into());
        }
        let sought = Folded::of(named);
        let code = PersonCode::parse(named).ok();
        let same = |row: &&PersonRow| {
            let alias = row.label.alias.as_deref().map(Folded::of);
            code.as_ref() == Some(&row.label.code) || alias.is_some_and(|own| own.is_same(&sought))
        };
        let mut fits = found.people.iter().filter(same);
        match (fits.next(), fits.next()) {
            (Some(one), None) => Ok(one.id),
            _ => Err(unknown.into()),
        }
    }
}

/// The inner key of a workshop that the actor manages.
async fn managed(db: &mut AnyConnection, actor: &Actor, id: WorkshopId) -> Result<i64, StoreError> {
    let (key, place) = workshop_at(db, id).await?;
    if actor.may(Action::Manage, place) { Ok(key) } else { Err(Fault::NotAllowed.into()) }
}

/// The workshop of a code among those of a centre; the first when none is named.
fn chosen(
    workshops: &[(WorkshopId, Choice)],
    code: Option<&str>,
) -> Result<Option<(WorkshopId, Choice)>, Fault> {
    let Some(code) = code.filter(|code| !code.is_empty()) else {
        return Ok(workshops.first().cloned());
    };
    let known = workshops.iter().find(|(_, choice)| choice.code == code).cloned();
    known.map(Some).ok_or(Fault::Unknown { noun: Noun::Workshop })
}

/// What is asked about, and the shift if it is one.
async fn target(
    db: &mut AnyConnection,
    workshop: i64,
    shift: Option<ShiftId>,
) -> Result<(Target, Option<(ShiftId, Slot)>), StoreError> {
    let Some(id) = shift else { return Ok((Target { workshop, shift: None }, None)) };
    let row = sqlx::query(
        "select seq, day, start, minutes from shift where id = $1 and workshop = $2
         and withdrawn = 0",
    )
    .bind(id.to_string())
    .bind(workshop)
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Shift })?;
    let row = Reader::new("shift", &row);
    let slot = row.slot()?;
    Ok((Target { workshop, shift: Some((row.number("seq")?, slot.day)) }, Some((id, slot))))
}

async fn page(
    db: &mut AnyConnection,
    centre: &CentreOf,
    workshop: (WorkshopId, Choice),
    shift: Option<ShiftId>,
    today: NaiveDate,
    sees: bool,
) -> Result<GroupPage, StoreError> {
    let (key, _) = workshop_at(db, workshop.0).await?;
    let (target, shift) = target(db, key, shift).await?;
    let stands = group(db, target, today).await?;
    let people = enrolled(db, target, today, sees).await?;
    let others = others(db, centre.key, sees).await?;
    Ok(GroupPage {
        workshop,
        shift,
        shifts: shifts(db, key, today).await?,
        capacity: stands.capacity,
        enrolled: stands.enrolled,
        offered: stands.offered,
        people,
        waiting: waiting(db, target, sees).await?,
        others,
    })
}

async fn shifts(
    db: &mut AnyConnection,
    workshop: i64,
    today: NaiveDate,
) -> Result<Vec<(ShiftId, Slot)>, StoreError> {
    let rows = sqlx::query(
        "select seq, id, day, start, minutes from shift
         where workshop = $1 and day >= $2 and withdrawn = 0 and progress <> 'did_not_happen'
         order by day, start limit $3",
    )
    .bind(workshop)
    .bind(today.to_string())
    .bind(SHIFTS_MAX)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("shift", row);
        Ok((row.parse("id")?, row.slot()?))
    };
    rows.iter().map(read).collect()
}

async fn enrolled(
    db: &mut AnyConnection,
    target: Target,
    today: NaiveDate,
    sees: bool,
) -> Result<Vec<EnrolledRow>, StoreError> {
    let day = target.shift.map_or(today, |(_, day)| day);
    let rows = sqlx::query(
        "select e.seq, e.id as enrolment, e.shift, e.from_day, e.to_day, e.despite, u.id, k.secret,
                v.sealed
         from enrolment e join person p on p.seq = e.person
         join person u on u.seq = coalesce(p.same_as, p.seq)
         left join vault v on v.subject = u.id left join vault_key k on k.subject = u.id
         where e.workshop = $1 and (e.to_day is null or e.to_day >= $2)
           and (e.shift is null and ($3 = 0 or e.from_day <= $2) or e.shift = $3)
         order by e.seq",
    )
    .bind(target.workshop)
    .bind(day.to_string())
    .bind(target.shift.map_or(0, |(key, _)| key))
    .fetch_all(db)
    .await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("enrolment", row);
        people.push(EnrolledRow {
            id: row.parse("enrolment")?,
            person: label(&row, sees)?,
            only: row.get::<Option<i64>>("shift")?.is_some(),
            from: row.day("from_day")?,
            to: row.parse_opt("to_day")?,
            despite: row.word_opt("despite")?,
        });
    }
    people.sort_by_cached_key(|one| one.person.by_name());
    Ok(people)
}

async fn waiting(
    db: &mut AnyConnection,
    target: Target,
    sees: bool,
) -> Result<Vec<WaitingRow>, StoreError> {
    let rows = sqlx::query(
        "select l.seq, l.id as waiting, p.id, k.secret, v.sealed, j.received_at, o.id as offer,
                o.until_day
         from waiting l join person p on p.seq = l.person join journal j on j.seq = l.seq
         left join vault v on v.subject = p.id left join vault_key k on k.subject = p.id
         left join offer o on o.waiting = l.seq
              and not exists (select 1 from offer n where n.waiting = l.seq and n.seq > o.seq)
         where l.workshop = $1 and coalesce(l.shift, 0) = $2 and l.ended is null order by l.seq",
    )
    .bind(target.workshop)
    .bind(target.shift.map_or(0, |(key, _)| key))
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("waiting", row);
        let offer = match row.parse_opt("offer")? {
            Some(id) => Some((id, row.day("until_day")?)),
            None => None,
        };
        Ok(WaitingRow {
            id: row.parse("waiting")?,
            person: label(&row, sees)?,
            person_id: row.parse("id")?,
            since: row.instant("received_at")?,
            offer,
        })
    };
    rows.iter().map(read).collect()
}

/// Everybody who lives in the centre; nobody where they are too many to choose from.
async fn others(
    db: &mut AnyConnection,
    centre: i64,
    sees: bool,
) -> Result<Vec<PersonLabel>, StoreError> {
    let rows = sqlx::query(
        "select p.seq, p.id, k.secret, v.sealed from person p
         left join vault v on v.subject = p.id left join vault_key k on k.subject = p.id
         where p.centre = $1 and p.departed is null and p.same_as is null limit $2",
    )
    .bind(centre)
    .bind(OTHERS_MAX as i64 + 1)
    .fetch_all(db)
    .await?;
    if rows.len() > OTHERS_MAX {
        return Ok(Vec::new());
    }
    let mut others: Vec<PersonLabel> = rows
        .iter()
        .map(|row| label(&Reader::new("person", row), sees))
        .collect::<Result<_, _>>()?;
    others.sort_by_cached_key(PersonLabel::by_name);
    Ok(others)
}
