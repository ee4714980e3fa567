//! Whether a command may be applied now: permission first, then the rules that need what is
//! stored. Reads only.

use super::places::*;
use super::tablets;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Actor, Place};
use domain::command::{Command, Envelope, Identity};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, PersonId};
use domain::person::PersonCode;
use domain::shift::{Enrol, Progress};
use sqlx::{AnyConnection, Row};

/// # Errors
/// [`StoreError::Fault`] with the reason why not.
pub(super) async fn judge(
    db: &mut AnyConnection,
    actor: &Actor,
    envelope: &Envelope,
    now: DateTime<Utc>,
    identity: Option<&Identity>,
) -> Result<(), StoreError> {
    let command = &envelope.command;
    // Whoever may do this nowhere learns nothing about what exists.
    if actor.scopes(command.action()).is_empty() {
        return Err(Fault::NotAllowed.into());
    }
    let made = envelope.made(now);
    let door = Door { actor, command };
    match command {
        Command::CreateCentre(c) => {
            door.at(Place::ORGANISATION)?;
            is_new(db, ID_CENTRE, &c.centre.to_string(), Noun::Centre).await?;
            is_free(db, CODE_CENTRE, &c.code, Noun::Centre).await
        }
        Command::RecordCentreKind(c) => door.at_centre(db, c.centre).await,
        Command::RecordCentreStatus(c) => door.at_centre(db, c.centre).await,
        Command::RecordCentreCapacity(c) => door.at_centre(db, c.centre).await,
        Command::RecordOccupancy(c) => {
            door.at_centre(db, c.centre).await?;
            is_new(db, ID_OCCUPANCY, &c.occupancy.to_string(), Noun::Occupancy).await
        }
        Command::CreateProject(c) => {
            door.at(Place::ORGANISATION)?;
            is_new(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await?;
            is_free(db, CODE_PROJECT, &c.code, Noun::Project).await
        }
        Command::CreateWorkshop(c) => {
            match c.centre {
                Some(centre) => door.at_centre(db, centre).await?,
                None => door.at(Place::ORGANISATION)?,
            }
            is_new(db, ID_WORKSHOP, &c.workshop.to_string(), Noun::Workshop).await?;
            is_free(db, CODE_WORKSHOP, &c.code, Noun::Workshop).await
        }
        Command::RecordWorkshopCapacity(c) => door.at_workshop(db, c.workshop).await.map(drop),
        Command::AddProduct(c) => {
            let key = door.at_workshop(db, c.workshop).await?;
            is_new(db, ID_PRODUCT, &c.product.to_string(), Noun::Product).await?;
            let taken = count(
                sqlx::query("select count(*) as n from product where workshop = $1 and code = $2")
                    .bind(key)
                    .bind(c.code.as_str())
                    .fetch_one(db)
                    .await?,
            )?;
            if taken == 0 { Ok(()) } else { Err(Fault::CodeTaken { noun: Noun::Product }.into()) }
        }
        Command::ShareWorkshop(c) => {
            door.at_workshop(db, c.workshop).await?;
            known(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await.map(drop)
        }
        Command::RegisterPerson(c) => {
            match c.centre {
                Some(centre) => door.at_centre(db, centre).await?,
                None => door.at_any_workshop_without_centre(db).await?,
            }
            is_new(db, ID_PERSON, &c.person.to_string(), Noun::Person).await?;
            let code = PersonCode::of(c.person.0);
            is_free(db, CODE_PERSON, code.as_str(), Noun::Person).await
        }
        Command::RecordLanguage(c) => door.at_person(db, c.person).await,
        Command::RecordIdentity(c) => door.at_person(db, c.person).await,
        Command::Enrol(c) => enrol(db, &door, c).await,
        Command::EndEnrolment(c) => {
            let row = sqlx::query(
                "select w.id as workshop, c.id as centre, e.from_day, e.to_day
                 from enrolment e join workshop w on w.seq = e.workshop
                 left join centre c on c.seq = w.centre where e.id = $1",
            )
            .bind(c.enrolment.to_string())
            .fetch_optional(db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Enrolment })?;
            let row = Reader::new("enrolment", &row);
            door.at(Place::workshop(row.parse("workshop")?, row.parse_opt("centre")?))?;
            if c.to < row.day("from_day")? { Err(Fault::PeriodReversed.into()) } else { Ok(()) }
        }
        Command::PlanShift(c) => {
            door.at_workshop(db, c.workshop).await?;
            is_new(db, ID_SHIFT, &c.shift.to_string(), Noun::Shift).await
        }
        Command::AssignFacilitator(c) => {
            let shift = door.at_shift(db, c.shift).await?;
            let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            let there = count(
                sqlx::query(
                    "select count(*) as n from shift_facilitator
                     where shift = $1 and account = $2",
                )
                .bind(shift.key)
                .bind(account)
                .fetch_one(db)
                .await?,
            )?;
            if there == 0 {
                Ok(())
            } else {
                Err(Fault::AlreadyExists { noun: Noun::Account }.into())
            }
        }
        Command::MarkAttendance(c) => {
            let shift = door.at_shift(db, c.shift).await?;
            shift.slot.has_come(made)?;
            shift.progress.takes_work_of(made)?;
            takes_part(db, &shift, c.person).await
        }
        Command::RecordHeadcount(c) => {
            let shift = door.at_shift(db, c.shift).await?;
            shift.slot.has_come(made)?;
            Ok(shift.progress.takes_work_of(made)?)
        }
        Command::RecordOutput(c) => {
            let shift = door.at_shift(db, c.shift).await?;
            shift.slot.has_come(made)?;
            shift.progress.takes_work_of(made)?;
            is_new(db, ID_OUTPUT, &c.output.to_string(), Noun::Output).await?;
            let row = sqlx::query("select workshop from product where id = $1")
                .bind(c.product.to_string())
                .fetch_optional(db)
                .await?
                .ok_or(Fault::Unknown { noun: Noun::Product })?;
            if Reader::new("product", &row).number("workshop")? == shift.workshop_key {
                Ok(())
            } else {
                Err(Fault::Unknown { noun: Noun::Product }.into())
            }
        }
        Command::VoidOutput(c) => {
            let row = sqlx::query(
                "select s.id as shift, o.voided from output o join shift s on s.seq = o.shift
                 where o.id = $1",
            )
            .bind(c.output.to_string())
            .fetch_optional(&mut *db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Output })?;
            let row = Reader::new("output", &row);
            let shift = door.at_shift(db, row.parse("shift")?).await?;
            shift.progress.takes_work_of(made)?;
            match row.get::<Option<i64>>("voided")? {
                None => Ok(()),
                Some(_) => Err(Fault::AlreadyVoided.into()),
            }
        }
        Command::CloseShift(c) => {
            let shift = door.at_shift(db, c.shift).await?;
            shift.slot.has_come(made)?;
            is_open(shift.progress)
        }
        Command::CancelShift(c) => is_open(door.at_shift(db, c.shift).await?.progress),
        Command::ReopenShift(c) => match door.at_shift(db, c.shift).await?.progress {
            Progress::Open => Err(Fault::ShiftOpen.into()),
            Progress::Closed { .. } | Progress::DidNotHappen { .. } => Ok(()),
        },
        Command::CreateAccount(c) => {
            door.at(Place::ORGANISATION)?;
            is_new(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            is_free(db, CODE_ACCOUNT, &c.code, Noun::Account).await?;
            let Some(Identity::Account(identity)) = identity else {
                return Err(Fault::malformed().into());
            };
            is_free(db, LOGIN, &identity.login, Noun::Account).await
        }
        Command::GrantAccess(c) => {
            door.at(Place::ORGANISATION)?;
            let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            scope_exists(db, c.grant).await?;
            if super::project::grant_key(db, account, c.grant).await?.is_some() {
                return Err(Fault::AlreadyExists { noun: Noun::Grant }.into());
            }
            Ok(())
        }
        Command::RevokeAccess(c) => {
            door.at(Place::ORGANISATION)?;
            let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            match super::project::grant_key(db, account, c.grant).await? {
                Some(_) => Ok(()),
                None => Err(Fault::Unknown { noun: Noun::Grant }.into()),
            }
        }
        Command::DisableAccount(c) | Command::EnableAccount(c) | Command::ResetPassword(c) => {
            door.at(Place::ORGANISATION)?;
            known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await.map(drop)
        }
        Command::AddOneOffShift(_)
        | Command::NoteShift(_)
        | Command::HandOverShift(_)
        | Command::ReleaseEntry(_)
        | Command::DismissEntry(_) => Err(Fault::UnsupportedVersion.into()),
        Command::AddDevice(c) => tablets::may_add(db, &door, c).await,
        Command::RevokeDevice(c) => tablets::may_revoke(db, &door, c).await,
        Command::ResetPin(c) => tablets::may_reset_pin(db, &door, c).await,
    }
}

fn is_open(progress: Progress) -> Result<(), StoreError> {
    match progress {
        Progress::Open => Ok(()),
        Progress::Closed { .. } => Err(Fault::ShiftClosed.into()),
        Progress::DidNotHappen { .. } => Err(Fault::ShiftDidNotHappen.into()),
    }
}

/// Somebody of another centre is a mistake that a manager looks at.
async fn takes_part(
    db: &mut AnyConnection,
    shift: &Shift,
    person: PersonId,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select c.id as centre from person p left join centre c on c.seq = p.centre
         where p.id = $1",
    )
    .bind(person.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Person })?;
    let centre: Option<CentreId> = Reader::new("person", &row).parse_opt("centre")?;
    if shift.place.centre.is_some() && centre != shift.place.centre {
        return Err(Fault::OtherCentre { noun: Noun::Person }.into());
    }
    Ok(())
}

async fn enrol(db: &mut AnyConnection, door: &Door<'_>, c: &Enrol) -> Result<(), StoreError> {
    let workshop = door.at_workshop(db, c.workshop).await?;
    is_new(db, ID_ENROLMENT, &c.enrolment.to_string(), Noun::Enrolment).await?;
    let row = sqlx::query(
        "select p.seq, p.centre as lives, w.centre as place
         from person p, workshop w where p.id = $1 and w.seq = $2",
    )
    .bind(c.person.to_string())
    .bind(workshop)
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Person })?;
    let row = Reader::new("person", &row);
    let (lives, place): (Option<i64>, Option<i64>) = (row.get("lives")?, row.get("place")?);
    if place.is_some() && lives != place {
        return Err(Fault::OtherCentre { noun: Noun::Person }.into());
    }
    let shift = match c.shift {
        None => 0,
        Some(id) => {
            let shift = door.at_shift(db, id).await?;
            if shift.workshop_key != workshop {
                return Err(Fault::Unknown { noun: Noun::Shift }.into());
            }
            shift.key
        }
    };
    let there = count(
        sqlx::query(
            "select count(*) as n from enrolment
             where person = $1 and workshop = $2 and coalesce(shift, 0) = $3
               and (to_day is null or to_day >= $4)",
        )
        .bind(row.number("seq")?)
        .bind(workshop)
        .bind(shift)
        .bind(c.from.to_string())
        .fetch_one(db)
        .await?,
    )?;
    if there == 0 { Ok(()) } else { Err(Fault::AlreadyExists { noun: Noun::Enrolment }.into()) }
}
/// The capacity of a workshop on a day, if it is limited.
pub(crate) async fn capacity(
    db: &mut AnyConnection,
    workshop: i64,
    day: NaiveDate,
) -> Result<Option<i64>, StoreError> {
    let row = sqlx::query(
        "select people from workshop_capacity where workshop = $1 and from_day <= $2
         order by from_day desc, seq desc limit 1",
    )
    .bind(workshop)
    .bind(day.to_string())
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| row.try_get("people")).transpose()?)
}
