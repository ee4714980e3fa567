//! Where a thing stands, whether it is there, and whether the actor may touch it.

use super::memory::Memory;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Actor, Grant, Place, Scope};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, EnrolmentId, PersonId, ShiftId, WorkshopId};
use domain::shift::Slot;
use sqlx::{AnyConnection, Row};

/// A shift as far as judging needs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    pub(super) key: i64,
    pub(super) workshop_key: i64,
    pub(super) place: Place,
    pub(super) slot: Slot,
    /// Whether it is off the plan.
    pub(super) withdrawn: bool,
}

/// Finds where a thing stands, then asks whether the actor may.
pub(super) struct Door<'a> {
    /// Whose permission counts: the maker's, or that of who takes the entry in for them.
    pub(super) actor: &'a Actor,
    pub(super) action: Action,
    /// Whether a manager takes in what the door did not: what is theirs to judge is forgiven.
    pub(super) releasing: bool,
}

impl Door<'_> {
    pub(super) fn at(&self, place: Place) -> Result<(), StoreError> {
        if self.may(place) { Ok(()) } else { Err(Fault::NotAllowed.into()) }
    }

    /// Head office logs nothing itself, but may take in what a facilitator logged.
    fn may(&self, place: Place) -> bool {
        let reviews = self.releasing && self.action.is_logged();
        self.actor.may(self.action, place) || (reviews && self.actor.may(Action::Review, place))
    }

    /// Whoever may do this nowhere learns nothing about what exists.
    pub(super) fn anywhere(&self) -> Result<(), StoreError> {
        let somewhere = |action| !self.actor.scopes(action).is_empty();
        let reviews = self.releasing && self.action.is_logged() && somewhere(Action::Review);
        if somewhere(self.action) || reviews { Ok(()) } else { Err(Fault::NotAllowed.into()) }
    }

    /// A rule that a manager may set aside by taking the entry in.
    pub(super) fn rule(&self, kept: Result<(), Fault>) -> Result<(), StoreError> {
        match kept {
            Err(fault) if !(self.releasing && fault.may_be_released()) => Err(fault.into()),
            _ => Ok(()),
        }
    }

    pub(super) async fn at_centre(
        &self,
        db: &mut AnyConnection,
        id: CentreId,
    ) -> Result<(), StoreError> {
        known(db, ID_CENTRE, &id.to_string(), Noun::Centre).await?;
        self.at(Place::centre(id))
    }

    /// The first day of an enrolment.
    pub(super) async fn at_enrolment(
        &self,
        db: &mut AnyConnection,
        id: EnrolmentId,
    ) -> Result<NaiveDate, StoreError> {
        let row = sqlx::query(
            "select e.seq, e.from_day, w.id as workshop, c.id as centre
             from enrolment e join workshop w on w.seq = e.workshop
             left join centre c on c.seq = w.centre where e.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Enrolment })?;
        let row = Reader::new("enrolment", &row);
        self.at(Place::workshop(row.parse("workshop")?, row.parse_opt("centre")?))?;
        row.day("from_day")
    }

    /// The workshop's inner key.
    pub(super) async fn at_workshop(
        &self,
        db: &mut AnyConnection,
        id: WorkshopId,
    ) -> Result<i64, StoreError> {
        let (key, place) = workshop(db, id).await?;
        self.at(place)?;
        Ok(key)
    }

    pub(super) async fn at_shift(
        &self,
        db: &mut AnyConnection,
        memory: &mut Memory,
        id: ShiftId,
    ) -> Result<Shift, StoreError> {
        let shift = memory.shift(db, id).await?.ok_or(Fault::Unknown { noun: Noun::Shift })?;
        self.at(shift.place)?;
        Ok(shift)
    }

    pub(super) async fn at_person(
        &self,
        db: &mut AnyConnection,
        id: PersonId,
    ) -> Result<(), StoreError> {
        let row = sqlx::query(
            "select c.id as centre from person p left join centre c on c.seq = p.centre
             where p.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Person })?;
        self.at_home(db, Reader::new("person", &row).parse_opt("centre")?).await
    }

    /// The same for somebody of whom many things are recorded at once.
    pub(super) async fn at_remembered(
        &self,
        db: &mut AnyConnection,
        memory: &mut Memory,
        id: PersonId,
    ) -> Result<(), StoreError> {
        let person = memory.person(db, id).await?.ok_or(Fault::Unknown { noun: Noun::Person })?;
        self.at_home(db, person.centre).await
    }

    async fn at_home(
        &self,
        db: &mut AnyConnection,
        centre: Option<CentreId>,
    ) -> Result<(), StoreError> {
        match centre {
            Some(centre) => self.at(Place::centre(centre)),
            None => self.at_any_workshop_without_centre(db).await,
        }
    }

    /// People without a centre belong to the trainings: whoever may act in one of those may.
    pub(super) async fn at_any_workshop_without_centre(
        &self,
        db: &mut AnyConnection,
    ) -> Result<(), StoreError> {
        if self.may(Place::ORGANISATION) {
            return Ok(());
        }
        let rows =
            sqlx::query("select id from workshop where centre is null").fetch_all(db).await?;
        for row in &rows {
            let id = Reader::new("workshop", row).parse("id")?;
            if self.may(Place::workshop(id, None)) {
                return Ok(());
            }
        }
        Err(Fault::NotAllowed.into())
    }
}

/// The inner key of a workshop, and where it stands.
pub(crate) async fn workshop(
    db: &mut AnyConnection,
    id: WorkshopId,
) -> Result<(i64, Place), StoreError> {
    let row = sqlx::query(
        "select w.seq, c.id as centre from workshop w left join centre c on c.seq = w.centre
         where w.id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Workshop })?;
    let row = Reader::new("workshop", &row);
    Ok((row.number("seq")?, Place::workshop(id, row.parse_opt("centre")?)))
}

pub(super) const ID_CENTRE: &str = "select seq from centre where id = $1";
pub(super) const ID_OCCUPANCY: &str = "select seq from occupancy where id = $1";
pub(super) const ID_RECIPIENT: &str = "select seq from recipient where id = $1";
pub(super) const ID_HAND_OUT: &str = "select seq from hand_out where id = $1";
pub(super) const ID_PROJECT: &str = "select seq from project where id = $1";
pub(super) const ID_WORKSHOP: &str = "select seq from workshop where id = $1";
pub(super) const ID_PRODUCT: &str = "select seq from product where id = $1";
pub(super) const ID_PERSON: &str = "select seq from person where id = $1";
pub(super) const ID_ENROLMENT: &str = "select seq from enrolment where id = $1";
pub(super) const ID_SHIFT: &str = "select seq from shift where id = $1";
pub(super) const ID_OUTPUT: &str = "select seq from output where id = $1";
pub(super) const ID_DEVICE: &str = "select seq from device where id = $1";
pub(super) const ID_ACCOUNT: &str = "select seq from account where id = $1";
pub(super) const ID_TOKEN: &str = "select seq from token where id = $1";
pub(super) const CODE_CENTRE: &str = "select seq from centre where code = $1";
pub(super) const CODE_PROJECT: &str = "select seq from project where code = $1";
pub(super) const CODE_WORKSHOP: &str = "select seq from workshop where code = $1";
pub(super) const CODE_PERSON: &str = "select seq from person where code = $1";
pub(super) const CODE_DEVICE: &str = "select seq from device where code = $1";
pub(super) const CODE_ACCOUNT: &str = "select seq from account where code = $1";
pub(super) const LOGIN: &str = "select 1 as seq from credential where login = $1";

/// The inner key of a thing that must be there.
pub(super) async fn known(
    db: &mut AnyConnection,
    sql: &'static str,
    id: &str,
    noun: Noun,
) -> Result<i64, StoreError> {
    let row = sqlx::query(sql).bind(id).fetch_optional(db).await?;
    let row = row.ok_or(Fault::Unknown { noun })?;
    Ok(row.try_get("seq")?)
}

pub(super) async fn is_new(
    db: &mut AnyConnection,
    sql: &'static str,
    id: &str,
    noun: Noun,
) -> Result<(), StoreError> {
    match sqlx::query(sql).bind(id).fetch_optional(db).await? {
        None => Ok(()),
        Some(_) => Err(Fault::AlreadyExists { noun }.into()),
    }
}

pub(super) async fn is_free(
    db: &mut AnyConnection,
    sql: &'static str,
    code: &str,
    noun: Noun,
) -> Result<(), StoreError> {
    match sqlx::query(sql).bind(code).fetch_optional(db).await? {
        None => Ok(()),
        Some(_) => Err(Fault::CodeTaken { noun }.into()),
    }
}

pub(super) fn count(row: sqlx::any::AnyRow) -> Result<i64, StoreError> {
    Ok(row.try_get("n")?)
}

pub(super) async fn scope_exists(db: &mut AnyConnection, grant: Grant) -> Result<(), StoreError> {
    match grant.scope {
        Scope::Organisation => Ok(()),
        Scope::Centre(id) => known(db, ID_CENTRE, &id.to_string(), Noun::Centre).await.map(drop),
        Scope::Workshop(id) => {
            known(db, ID_WORKSHOP, &id.to_string(), Noun::Workshop).await.map(drop)
        }
        Scope::Project(id) => known(db, ID_PROJECT, &id.to_string(), Noun::Project).await.map(drop),
    }
}
