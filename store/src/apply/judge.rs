//! Whether a command may be applied now: permission first, then the rules that need what is
//! stored. Reads only.

use crate::error::StoreError;
use crate::row::Reader;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Actor, Grant, Place, Scope};
use domain::command::{Command, Envelope, Identity};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, PersonId, ProjectId, ShiftId, WorkshopId};
use domain::person::PersonCode;
use domain::shift::{Enrol, Progress, Slot};
use sqlx::{AnyConnection, Row};

/// A shift as far as judging needs it.
struct Shift {
    key: i64,
    workshop_key: i64,
    place: Place,
    slot: Slot,
    progress: Progress,
}

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
    let made = envelope.corrected().min(now);
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

/// Finds where a thing stands, then asks whether the actor may.
struct Door<'a> {
    actor: &'a Actor,
    command: &'a Command,
}

impl Door<'_> {
    fn at(&self, place: Place) -> Result<(), StoreError> {
        if self.actor.may(self.command.action(), place) {
            Ok(())
        } else {
            Err(Fault::NotAllowed.into())
        }
    }

    async fn at_centre(&self, db: &mut AnyConnection, id: CentreId) -> Result<(), StoreError> {
        known(db, ID_CENTRE, &id.to_string(), Noun::Centre).await?;
        self.at(Place::centre(id))
    }

    /// The workshop's inner key.
    async fn at_workshop(&self, db: &mut AnyConnection, id: WorkshopId) -> Result<i64, StoreError> {
        let row = sqlx::query(
            "select w.seq, c.id as centre from workshop w left join centre c on c.seq = w.centre
             where w.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Workshop })?;
        let row = Reader::new("workshop", &row);
        self.at(Place::workshop(id, row.parse_opt("centre")?))?;
        row.number("seq")
    }

    async fn at_shift(&self, db: &mut AnyConnection, id: ShiftId) -> Result<Shift, StoreError> {
        let row = sqlx::query(
            "select s.seq, s.workshop as workshop_key, w.id as workshop, c.id as centre,
                    s.day, s.start, s.minutes, s.progress, s.closed_at, s.reason
             from shift s join workshop w on w.seq = s.workshop
             left join centre c on c.seq = s.centre where s.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Shift })?;
        let row = Reader::new("shift", &row);
        let place = Place::workshop(row.parse("workshop")?, row.parse_opt("centre")?);
        self.at(place)?;
        Ok(Shift {
            key: row.number("seq")?,
            workshop_key: row.number("workshop_key")?,
            place,
            slot: row.slot()?,
            progress: row.progress()?,
        })
    }

    async fn at_person(&self, db: &mut AnyConnection, id: PersonId) -> Result<(), StoreError> {
        let row = sqlx::query(
            "select c.id as centre from person p left join centre c on c.seq = p.centre
             where p.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Person })?;
        match Reader::new("person", &row).parse_opt("centre")? {
            Some(centre) => self.at(Place::centre(centre)),
            None => self.at_any_workshop_without_centre(db).await,
        }
    }

    /// People without a centre belong to the trainings: whoever may act in one of those may.
    async fn at_any_workshop_without_centre(
        &self,
        db: &mut AnyConnection,
    ) -> Result<(), StoreError> {
        if self.actor.may(self.command.action(), Place::ORGANISATION) {
            return Ok(());
        }
        let rows =
            sqlx::query("select id from workshop where centre is null").fetch_all(db).await?;
        for row in &rows {
            let id = Reader::new("workshop", row).parse("id")?;
            if self.actor.may(self.command.action(), Place::workshop(id, None)) {
                return Ok(());
            }
        }
        Err(Fault::NotAllowed.into())
    }
}

const ID_CENTRE: &str = "select seq from centre where id = $1";
const ID_OCCUPANCY: &str = "select seq from occupancy where id = $1";
const ID_PROJECT: &str = "select seq from project where id = $1";
const ID_WORKSHOP: &str = "select seq from workshop where id = $1";
const ID_PRODUCT: &str = "select seq from product where id = $1";
const ID_PERSON: &str = "select seq from person where id = $1";
const ID_ENROLMENT: &str = "select seq from enrolment where id = $1";
const ID_SHIFT: &str = "select seq from shift where id = $1";
const ID_OUTPUT: &str = "select seq from output where id = $1";
const ID_ACCOUNT: &str = "select seq from account where id = $1";
const CODE_CENTRE: &str = "select seq from centre where code = $1";
const CODE_PROJECT: &str = "select seq from project where code = $1";
const CODE_WORKSHOP: &str = "select seq from workshop where code = $1";
const CODE_PERSON: &str = "select seq from person where code = $1";
const CODE_ACCOUNT: &str = "select seq from account where code = $1";
const LOGIN: &str = "select 1 as seq from credential where login = $1";

/// The inner key of a thing that must be there.
async fn known(
    db: &mut AnyConnection,
    sql: &'static str,
    id: &str,
    noun: Noun,
) -> Result<i64, StoreError> {
    let row = sqlx::query(sql).bind(id).fetch_optional(db).await?;
    let row = row.ok_or(Fault::Unknown { noun })?;
    Ok(row.try_get("seq")?)
}

async fn is_new(
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

async fn is_free(
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

fn count(row: sqlx::any::AnyRow) -> Result<i64, StoreError> {
    Ok(row.try_get("n")?)
}

async fn scope_exists(db: &mut AnyConnection, grant: Grant) -> Result<(), StoreError> {
    match grant.scope {
        Scope::Organisation => Ok(()),
        Scope::Centre(id) => known(db, ID_CENTRE, &id.to_string(), Noun::Centre).await.map(drop),
        Scope::Workshop(id) => {
            known(db, ID_WORKSHOP, &id.to_string(), Noun::Workshop).await.map(drop)
        }
        Scope::Project(id) => known(db, ID_PROJECT, &id.to_string(), Noun::Project).await.map(drop),
    }
}

/// What a kept envelope was about, as far as it can be read.
#[derive(Default)]
pub(super) struct About {
    pub(super) command: Option<String>,
    pub(super) centre: Option<String>,
    pub(super) shift: Option<String>,
}

/// Looks for the command's name, its shift and its centre in bytes that may be anything.
pub(super) async fn about(db: &mut AnyConnection, bytes: &str) -> Result<About, StoreError> {
    let Ok(json) = serde_json::from_str::<serde_json::Value>(bytes) else {
        return Ok(About::default());
    };
    let Some((name, body)) = json["command"].as_object().and_then(|c| c.iter().next()) else {
        return Ok(About::default());
    };
    // Only a name that we know: anything else could be somebody's.
    let command = KNOWN.contains(&name.as_str()).then(|| name.clone());
    let id = |field: &str| body[field].as_str().and_then(|t| t.parse::<ProjectId>().ok());
    let mut about = About { command, ..About::default() };
    if let Some(id) = id("shift") {
        let row = sqlx::query(
            "select s.id, c.id as centre from shift s left join centre c on c.seq = s.centre
             where s.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *db)
        .await?;
        if let Some(row) = row {
            about.shift = row.try_get("id")?;
            about.centre = row.try_get("centre")?;
        }
    } else if let Some(id) = id("centre") {
        let row = sqlx::query("select id from centre where id = $1")
            .bind(id.to_string())
            .fetch_optional(db)
            .await?;
        about.centre = row.map(|row| row.try_get("id")).transpose()?;
    }
    Ok(about)
}

/// The commands by their names in JSON; a test compares them with the enum.
pub(super) const KNOWN: [&str; 30] = [
    "create_centre",
    "record_centre_kind",
    "record_centre_status",
    "record_centre_capacity",
    "record_occupancy",
    "create_workshop",
    "record_workshop_capacity",
    "add_product",
    "share_workshop",
    "create_project",
    "register_person",
    "record_language",
    "record_identity",
    "enrol",
    "end_enrolment",
    "plan_shift",
    "assign_facilitator",
    "mark_attendance",
    "record_headcount",
    "record_output",
    "void_output",
    "close_shift",
    "reopen_shift",
    "cancel_shift",
    "create_account",
    "grant_access",
    "revoke_access",
    "disable_account",
    "enable_account",
    "reset_password",
];

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
