//! Closing a period: whether it may be closed or opened again, its row, and what it keeps from
//! changing.

use super::about;
use super::memory::Memory;
use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::clock::days_that_can_be_meant;
use domain::command::Command;
use domain::fault::Fault;
use domain::ids::{CentreId, ClosureId};
use domain::period_close::{ClosePeriod, ReopenPeriod};
use sqlx::AnyConnection;

/// Only days that are over, and not twice.
pub(super) async fn may_close(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    today: NaiveDate,
    c: &ClosePeriod,
) -> Result<(), StoreError> {
    door.at_centre(db, c.centre).await?;
    if c.to >= today {
        let (min, _) = days_that_can_be_meant();
        return Err(Fault::BadDay { min, max: today.pred_opt().unwrap_or(today) }.into());
    }
    let closed = memory.closed_to(db, c.centre).await?;
    if closed.is_some_and(|to| to >= c.to) { Err(Fault::PeriodClosed.into()) } else { Ok(()) }
}

/// Only what is closed.
pub(super) async fn may_reopen(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    c: &ReopenPeriod,
) -> Result<(), StoreError> {
    door.at_centre(db, c.centre).await?;
    let (min, _) = days_that_can_be_meant();
    match memory.closed_to(db, c.centre).await? {
        Some(to) if c.from <= to => Ok(()),
        closed => Err(Fault::BadDay { min, max: closed.unwrap_or(min) }.into()),
    }
}

/// The last row of a centre says up to when it is closed.
pub(super) fn record(seq: i64, centre: CentreId, closed_to: NaiveDate) -> Sql {
    sqlx::query(
        "insert into period_close (seq, centre, closed_to)
         select cast($1 as integer), seq, $2 from centre where id = $3",
    )
    .bind(seq)
    .bind(closed_to.to_string())
    .bind(centre.to_string())
}

/// Whether what a command changes lies on an open day. A manager may take in what came late.
pub(super) async fn is_open(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    command: &Command,
) -> Result<(), StoreError> {
    // The first day that changes, besides that of a shift which the command names.
    let day = match command {
        Command::MarkAttendance(_)
        | Command::RecordHeadcount(_)
        | Command::RecordOutput(_)
        | Command::VoidOutput(_)
        | Command::CloseShift(_)
        | Command::ReopenShift(_)
        | Command::CancelShift(_)
        | Command::RecordInterpreting(_)
        | Command::VoidInterpreting(_)
        | Command::AssignFacilitator(_)
        | Command::UnassignFacilitator(_) => None,
        Command::PlanShift(c) | Command::AddOneOffShift(c) => Some(c.day),
        Command::MoveShift(c) => Some(c.day),
        // From there on it makes shifts, and those of the schedule that it follows leave the plan.
        Command::CreateSchedule(c) => Some(c.from),
        // The shifts of its last day stay.
        Command::EndSchedule(c) => c.to.succ_opt(),
        Command::CloseDays(c) => Some(c.from),
        Command::ReopenDays(c) => first_closed(db, c.closure).await?,
        Command::RecordOccupancy(c) => Some(c.day),
        // Who was registered is part of a figure.
        Command::Enrol(c) => c.shift.is_none().then_some(c.from),
        Command::EndEnrolment(c) => c.to.succ_opt(),
        // Words about a shift, who has it in hand and who believes a figure change none.
        Command::NoteShift(_)
        | Command::HandOverShift(_)
        | Command::AcceptFigure(_)
        // What is recorded of people, of centres and of projects is not the period's: the report
        // `what-changed` tells what it changes.
        | Command::RegisterPerson(_)
        | Command::DescribePerson(_)
        | Command::RecordLanguage(_)
        | Command::RecordIdentity(_)
        | Command::RecordStay(_)
        | Command::RecordConsent(_)
        | Command::WithdrawConsent(_)
        | Command::RecordFunctioning(_)
        | Command::MergePeople(_)
        | Command::UndoMerge(_)
        | Command::KeepApart(_)
        | Command::ErasePerson(_)
        | Command::RecordCentreKind(_)
        | Command::RecordCentreStatus(_)
        | Command::RecordCentreCapacity(_)
        | Command::RecordCentreAddress(_)
        | Command::RecordCentrePosition(_)
        | Command::ShareWorkshop(_)
        | Command::CreateProject(_)
        | Command::DescribeProject(_)
        | Command::DefineIndicator(_)
        | Command::SetTarget(_)
        | Command::RecordIndicatorValue(_)
        | Command::AskOfPeople(_)
        | Command::RetainUntil(_)
        // Trainings are in no centre.
        | Command::RecordProgress(_)
        // The rest is in no figure of a day that donors are told.
        | Command::CreateCentre(_)
        | Command::CreateWorkshop(_)
        | Command::RecordWorkshopCapacity(_)
        | Command::AddProduct(_)
        | Command::AddRoom(_)
        | Command::RecordRoomCapacity(_)
        | Command::AddRecipient(_)
        | Command::HandOut(_)
        | Command::VoidHandOut(_)
        | Command::LookAtIdentity(_)
        | Command::JoinWaitingList(_)
        | Command::LeaveWaitingList(_)
        | Command::OfferPlace(_)
        | Command::DeclineOffer(_)
        | Command::IssueCard(_)
        | Command::RevokeCard(_)
        | Command::ClosePeriod(_)
        | Command::ReopenPeriod(_)
        | Command::CreateAccount(_)
        | Command::RecordAccountLanguage(_)
        | Command::GrantAccess(_)
        | Command::RevokeAccess(_)
        | Command::DisableAccount(_)
        | Command::EnableAccount(_)
        | Command::ResetPassword(_)
        | Command::AddDevice(_)
        | Command::RevokeDevice(_)
        | Command::ResetPin(_)
        | Command::MakeToken(_)
        | Command::RevokeToken(_)
        | Command::ReleaseEntry(_)
        | Command::DismissEntry(_) => return Ok(()),
    };
    // Most commands say their shift at once: nothing is asked that is not remembered.
    let (mut shift, mut centre) = (command.shift(), None);
    if shift.is_none() {
        let Some(body) = about::body(command) else { return Ok(()) };
        let Some(place) = about::place_of(db, &body).await? else { return Ok(()) };
        shift = place.shift.and_then(|id| id.parse().ok());
        centre = place.centre.and_then(|id| id.parse().ok());
    }
    // A shift that exists: the day on which it is must be open as well.
    if let Some(shift) = shift
        && let Some(shift) = memory.shift(db, shift).await?
    {
        centre = shift.place.centre;
        day_is_open(db, memory, door, centre, shift.slot.day).await?;
    }
    match day {
        Some(day) => day_is_open(db, memory, door, centre, day).await,
        None => Ok(()),
    }
}

/// The first of the days that a closure closes.
async fn first_closed(
    db: &mut AnyConnection,
    id: ClosureId,
) -> Result<Option<NaiveDate>, StoreError> {
    let row = sqlx::query("select seq, from_day from closure where id = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    row.map(|row| Reader::new("closure", &row).day("from_day")).transpose()
}

async fn day_is_open(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    centre: Option<CentreId>,
    day: NaiveDate,
) -> Result<(), StoreError> {
    let Some(centre) = centre else { return Ok(()) };
    let closed = memory.closed_to(db, centre).await?;
    door.rule(if closed.is_some_and(|to| day <= to) { Err(Fault::PeriodClosed) } else { Ok(()) })
}
