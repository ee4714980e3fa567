//! Whether a command may be applied now: permission first, then the rules that need what is
//! stored. Reads only.

use super::cards;
use super::grants::grant_key;
use super::hand_outs;
use super::indicators;
use super::languages;
use super::memory::Memory;
use super::people;
use super::period_close;
use super::places::*;
use super::plan;
use super::tablets;
use super::tokens;
use super::training;
use super::waiting;
use crate::By;
use crate::error::StoreError;
use crate::permissions::Permissions;
use crate::row::Reader;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Actor, Place};
use domain::clock::{check_come, reporting_day};
use domain::command::{Command, Envelope, Identity};
use domain::fault::{Fault, Noun};
use domain::handover::HandOverShift;
use domain::ids::PersonId;
use domain::person::PersonCode;
use domain::shift::Enrol;
use sqlx::{AnyConnection, Row};

/// An envelope with what its judgement depends on.
pub(super) struct Case<'a> {
    pub(super) envelope: &'a Envelope,
    /// Who made it.
    pub(super) maker: By,
    /// Whose permission counts: the maker's, or that of who takes it in for them.
    pub(super) actor: &'a Actor,
    /// Whether a manager takes it in after the door did not.
    pub(super) releasing: bool,
    pub(super) now: DateTime<Utc>,
    pub(super) identity: Option<&'a Identity>,
}

/// # Errors
/// [`StoreError::Fault`] with the reason why not.
pub(super) async fn judge(
    db: &mut AnyConnection,
    memory: &mut Memory,
    case: &Case<'_>,
) -> Result<(), StoreError> {
    let command = &case.envelope.command;
    let door = Door { actor: case.actor, action: command.action(), releasing: case.releasing };
    door.anywhere()?;
    rules(db, memory, case, &door).await?;
    period_close::is_open(db, memory, &door, command).await
}

/// The rules of each command.
#[allow(clippy::too_many_lines)] // a line or two for each command, nothing else
async fn rules(
    db: &mut AnyConnection,
    memory: &mut Memory,
    case: &Case<'_>,
    door: &Door<'_>,
) -> Result<(), StoreError> {
    let made = case.envelope.made(case.now);
    match &case.envelope.command {
        Command::CreateCentre(c) => {
            door.at(Place::ORGANISATION)?;
            is_new(db, ID_CENTRE, &c.centre.to_string(), Noun::Centre).await?;
            is_free(db, CODE_CENTRE, &c.code, Noun::Centre).await
        }
        Command::RecordCentreKind(c) => door.at_centre(db, c.centre).await,
        Command::RecordCentreStatus(c) => door.at_centre(db, c.centre).await,
        Command::RecordCentreCapacity(c) => door.at_centre(db, c.centre).await,
        Command::RecordCentreAddress(c) => door.at_centre(db, c.centre).await,
        Command::RecordCentrePosition(c) => door.at_centre(db, c.centre).await,
        Command::AddRecipient(c) => hand_outs::may_add_recipient(db, door, c).await,
        Command::HandOut(c) => hand_outs::may_hand_out(db, door, reporting_day(case.now), c).await,
        Command::VoidHandOut(c) => hand_outs::may_void(db, door, c).await,
        Command::RecordOccupancy(c) => {
            door.at_centre(db, c.centre).await?;
            check_come(c.day, reporting_day(case.now))?;
            is_new(db, ID_OCCUPANCY, &c.occupancy.to_string(), Noun::Occupancy).await
        }
        Command::CreateProject(c) => {
            door.at(Place::ORGANISATION)?;
            is_new(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await?;
            is_free(db, CODE_PROJECT, &c.code, Noun::Project).await
        }
        Command::DescribeProject(c) => {
            door.at(Place::ORGANISATION)?;
            known(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await.map(drop)
        }
        Command::DefineIndicator(c) => {
            door.at(Place::ORGANISATION)?;
            indicators::may_define(db, c).await
        }
        Command::SetTarget(c) => {
            door.at(Place::ORGANISATION)?;
            indicators::may_set_target(db, c).await
        }
        Command::RecordIndicatorValue(c) => {
            door.at(Place::ORGANISATION)?;
            indicators::may_record(db, reporting_day(case.now), c).await
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
        Command::AddRoom(c) => plan::may_add_room(db, door, c).await,
        Command::RecordRoomCapacity(c) => plan::may_record_room_capacity(db, door, c).await,
        Command::CreateSchedule(c) => {
            plan::may_create_schedule(db, door, reporting_day(case.now), c).await
        }
        Command::EndSchedule(c) => plan::may_end_schedule(db, door, c).await,
        Command::CloseDays(c) => plan::may_close_days(db, door, c).await,
        Command::ReopenDays(c) => plan::may_reopen_days(db, door, c).await,
        Command::MoveShift(c) => plan::may_move(db, memory, door, reporting_day(case.now), c).await,
        Command::UnassignFacilitator(c) => plan::may_unassign(db, memory, door, c).await,
        Command::ShareWorkshop(c) => {
            door.at_workshop(db, c.workshop).await?;
            known(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await.map(drop)
        }
        Command::RegisterPerson(c) => {
            match c.centre {
                Some(centre) => {
                    memory.centre(db, centre).await?;
                    door.at(Place::centre(centre))?;
                }
                None => door.at_any_workshop_without_centre(db).await?,
            }
            // Whoever may not see a name gives none either.
            let blind = case.actor.scopes(Action::SeeRegister).is_empty();
            if case.identity.is_some() && blind && case.actor != &Actor::Operator {
                return Err(Fault::NotAllowed.into());
            }
            if memory.may_be_registered(c.person) {
                return Ok(());
            }
            is_new(db, ID_PERSON, &c.person.to_string(), Noun::Person).await?;
            let code = PersonCode::of(c.person.0);
            is_free(db, CODE_PERSON, code.as_str(), Noun::Person).await
        }
        Command::RecordLanguage(c) => door.at_remembered(db, memory, c.person).await,
        Command::RecordIdentity(c) => people::may_record_identity(db, door, c).await,
        Command::Enrol(c) => enrol(db, memory, door, c).await,
        Command::EndEnrolment(c) => {
            let from = door.at_enrolment(db, c.enrolment).await?;
            if c.to < from { Err(Fault::PeriodReversed.into()) } else { Ok(()) }
        }
        Command::RecordProgress(c) => {
            training::may_record(db, door, reporting_day(case.now), c).await
        }
        Command::DescribePerson(c) => door.at_remembered(db, memory, c.person).await,
        Command::RecordStay(c) => {
            people::may_record_stay(db, memory, door, reporting_day(case.now), c).await
        }
        Command::RecordConsent(c) => {
            people::may_record_consent(db, door, reporting_day(case.now), c).await
        }
        Command::WithdrawConsent(c) => {
            people::may_withdraw(db, door, reporting_day(case.now), c).await
        }
        Command::RecordFunctioning(c) => {
            people::may_record_functioning(db, door, reporting_day(case.now), c).await
        }
        Command::AskOfPeople(c) => {
            door.at(Place::ORGANISATION)?;
            known(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await.map(drop)
        }
        Command::RetainUntil(c) => {
            door.at(Place::ORGANISATION)?;
            known(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await.map(drop)
        }
        Command::LookAtIdentity(c) => door.at_person(db, c.person).await,
        Command::IssueCard(c) => cards::may_issue(db, door, c).await,
        Command::RevokeCard(c) => cards::may_revoke(db, door, c).await,
        Command::ErasePerson(c) => people::may_erase(db, door, c).await,
        Command::MergePeople(c) => people::may_merge(db, door, c).await,
        Command::UndoMerge(c) => people::may_undo_merge(db, door, c).await,
        Command::KeepApart(c) => {
            door.at_person(db, c.one).await?;
            door.at_person(db, c.other).await
        }
        Command::JoinWaitingList(c) => waiting::may_join(db, memory, door, c).await,
        Command::LeaveWaitingList(c) => waiting::may_leave(db, door, c).await,
        Command::OfferPlace(c) => waiting::may_offer(db, door, c).await,
        Command::DeclineOffer(c) => waiting::may_decline(db, door, c).await,
        Command::PlanShift(c) | Command::AddOneOffShift(c) => plan::may_plan(db, door, c).await,
        Command::AssignFacilitator(c) => {
            let shift = door.at_shift(db, memory, c.shift).await?;
            let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            if plan::is_assigned(db, shift.key, account).await? {
                Err(Fault::AlreadyExists { noun: Noun::Account }.into())
            } else {
                Ok(())
            }
        }
        Command::MarkAttendance(c) => {
            let shift = door.at_shift(db, memory, c.shift).await?;
            door.rule(shift.slot.has_come(made))?;
            takes_part(db, memory, door, &shift, c.person).await
        }
        Command::RecordHeadcount(c) => {
            let shift = door.at_shift(db, memory, c.shift).await?;
            door.rule(shift.slot.has_come(made))
        }
        Command::RecordOutput(c) => {
            let shift = door.at_shift(db, memory, c.shift).await?;
            door.rule(shift.slot.has_come(made))?;
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
                "select s.id as shift from output o join shift s on s.seq = o.shift
                 where o.id = $1",
            )
            .bind(c.output.to_string())
            .fetch_optional(&mut *db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Output })?;
            let shift = Reader::new("output", &row).parse("shift")?;
            door.at_shift(db, memory, shift).await.map(drop)
        }
        Command::CloseShift(c) => {
            let shift = door.at_shift(db, memory, c.shift).await?;
            door.rule(shift.slot.has_come(made))
        }
        // What is said of a shift's course is a fact: the projection decides what stands.
        Command::CancelShift(c) => door.at_shift(db, memory, c.shift).await.map(drop),
        Command::ReopenShift(c) => door.at_shift(db, memory, c.shift).await.map(drop),
        Command::RecordInterpreting(c) => {
            let shift = languages::may_interpret(db, memory, door, c).await?;
            door.rule(shift.slot.has_come(made))?;
            takes_part(db, memory, door, &shift, c.person).await
        }
        Command::VoidInterpreting(c) => languages::may_void(db, memory, door, c).await,
        Command::RecordAccountLanguage(c) => languages::may_record(db, door, c).await,
        Command::NoteShift(c) => door.at_shift(db, memory, c.shift).await.map(drop),
        Command::ClosePeriod(c) => {
            period_close::may_close(db, memory, door, reporting_day(case.now), c).await
        }
        Command::ReopenPeriod(c) => period_close::may_reopen(db, memory, door, c).await,
        Command::AcceptFigure(c) => door.at_shift(db, memory, c.shift).await.map(drop),
        Command::HandOverShift(c) => hand_over(db, memory, door, case, c).await,
        Command::CreateAccount(c) => {
            door.at(Place::ORGANISATION)?;
            is_new(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            is_free(db, CODE_ACCOUNT, &c.code, Noun::Account).await?;
            let Some(Identity::Account(identity)) = case.identity else {
                return Err(Fault::malformed().into());
            };
            is_free(db, LOGIN, &identity.login, Noun::Account).await
        }
        Command::GrantAccess(c) => {
            door.at(Place::ORGANISATION)?;
            let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            scope_exists(db, c.grant).await?;
            if grant_key(db, account, c.grant, Some(reporting_day(case.now))).await?.is_some() {
                return Err(Fault::AlreadyExists { noun: Noun::Grant }.into());
            }
            Ok(())
        }
        Command::RevokeAccess(c) => {
            door.at(Place::ORGANISATION)?;
            let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
            match grant_key(db, account, c.grant, Some(reporting_day(case.now))).await? {
                Some(_) => Ok(()),
                None => Err(Fault::Unknown { noun: Noun::Grant }.into()),
            }
        }
        Command::DisableAccount(c) | Command::EnableAccount(c) | Command::ResetPassword(c) => {
            door.at(Place::ORGANISATION)?;
            known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await.map(drop)
        }
        // A decision is judged by itself, with what it is about: super::review.
        Command::ReleaseEntry(_) | Command::DismissEntry(_) => {
            Err(StoreError::Machine("a decision is judged elsewhere".to_owned()))
        }
        Command::AddDevice(c) => tablets::may_add(db, door, c).await,
        Command::RevokeDevice(c) => tablets::may_revoke(db, door, c).await,
        Command::ResetPin(c) => tablets::may_reset_pin(db, door, c).await,
        Command::MakeToken(c) => tokens::may_make(db, case, c).await,
        Command::RevokeToken(c) => tokens::may_revoke(db, door, case, c).await,
    }
}

/// Only who hands over makes the receipt, and both must be able to log there.
async fn hand_over(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    case: &Case<'_>,
    c: &HandOverShift,
) -> Result<(), StoreError> {
    let shift = door.at_shift(db, memory, c.shift).await?;
    if case.maker != By::Operator && case.maker != By::Account(c.from) {
        return Err(Fault::OtherAccount.into());
    }
    for account in [c.from, c.to] {
        known(db, ID_ACCOUNT, &account.to_string(), Noun::Account).await?;
        let permissions = Permissions::of(db, By::Account(account)).await?;
        let logs = permissions.at(case.envelope.made(case.now)).may(Action::Log, shift.place);
        door.rule(if logs { Ok(()) } else { Err(Fault::NotAllowed) })?;
    }
    Ok(())
}

/// Somebody of another centre is a mistake that a manager looks at; whoever lived here on the day
/// of the shift took part in it rightly.
async fn takes_part(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    shift: &Shift,
    person: PersonId,
) -> Result<(), StoreError> {
    let unknown = Fault::Unknown { noun: Noun::Person };
    let person = memory.person(db, person).await?.ok_or(unknown)?;
    let elsewhere = shift.place.centre.is_some()
        && person.centre != shift.place.centre
        && people::lived(db, person.key, shift.slot.day).await? != shift.place.centre;
    door.rule(if elsewhere { Err(Fault::OtherCentre { noun: Noun::Person }) } else { Ok(()) })
}

async fn enrol(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    c: &Enrol,
) -> Result<(), StoreError> {
    let workshop = door.at_workshop(db, c.workshop).await?;
    is_new(db, ID_ENROLMENT, &c.enrolment.to_string(), Noun::Enrolment).await?;
    let (person, shift) = waiting::fits(db, memory, door, workshop, c.person, c.shift).await?;
    let there = count(
        sqlx::query(
            "select count(*) as n from enrolment
             where person = $1 and workshop = $2 and coalesce(shift, 0) = $3
               and (to_day is null or to_day >= $4)",
        )
        .bind(person)
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
