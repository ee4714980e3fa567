//! Closing a period: whether it may be closed or opened again, its row, and what it keeps from
//! changing.

use super::about;
use super::memory::Memory;
use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use chrono::NaiveDate;
use domain::clock::days_that_can_be_meant;
use domain::command::Command;
use domain::fault::Fault;
use domain::ids::CentreId;
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
    // Words about a shift, and who has it in hand, change no figure.
    if let Command::NoteShift(_) | Command::HandOverShift(_) = command {
        return Ok(());
    }
    if let Some(shift) = command.shift() {
        let Some(shift) = memory.shift(db, shift).await? else { return Ok(()) };
        return day_is_open(db, memory, door, shift.place.centre, shift.slot.day).await;
    }
    let day = match command {
        Command::PlanShift(c) | Command::AddOneOffShift(c) => Some(c.day),
        Command::MoveShift(c) => Some(c.day),
        Command::RecordOccupancy(c) => Some(c.day),
        Command::CloseDays(c) => Some(c.from),
        Command::EndSchedule(c) => Some(c.to),
        // Who was registered is part of a figure.
        Command::Enrol(c) => c.shift.is_none().then_some(c.from),
        Command::EndEnrolment(c) => c.to.succ_opt(),
        Command::VoidOutput(_) | Command::VoidInterpreting(_) => None,
        _ => return Ok(()),
    };
    let Some(body) = about::body(command) else { return Ok(()) };
    let Some(place) = about::place_of(db, &body).await? else { return Ok(()) };
    let mut centre = place.centre.and_then(|id| id.parse().ok());
    // A shift that exists: the day on which it is must be open as well.
    if let Some(shift) = place.shift.and_then(|id| id.parse().ok())
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
