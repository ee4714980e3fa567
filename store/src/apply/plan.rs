//! The plan: whether a change to it may be made, and its rows.

use super::memory::Memory;
use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use crate::recurrence;
use crate::row::{Reader, stored_time, word};
use chrono::{Duration, NaiveDate};
use domain::access::Place;
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, CentreId, RoomId, ScheduleId, ShiftId};
use domain::plan::{
    AddRoom, CloseDays, CreateSchedule, EndSchedule, MoveShift, RecordRoomCapacity, ReopenDays,
    SCHEDULE_BACK_DAYS,
};
use domain::shift::{PlanShift, UnassignFacilitator, hhmm};
use sqlx::{AnyConnection, Row};

const ID_ROOM: &str = "select seq from room where id = $1";
const CODE_ROOM: &str = "select seq from room where code = $1";
const ID_SCHEDULE: &str = "select seq from schedule where id = $1";
const ID_CLOSURE: &str = "select seq from closure where id = $1";

/// The condition that nothing was logged of a shift that is open, for a query in which it is called
/// `shift`.
pub(crate) fn untouched(shift: &str) -> String {
    let facts = ["attendance", "headcount", "output", "note", "handover", "interpreting"];
    let none =
        |fact| format!(" and not exists (select 1 from {fact} f where f.shift = {shift}.seq)");
    let mut condition = format!("{shift}.progress = 'open'");
    condition.extend(facts.map(none));
    condition
}

pub(super) async fn may_add_room(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &AddRoom,
) -> Result<(), StoreError> {
    door.at_centre(db, c.centre).await?;
    is_new(db, ID_ROOM, &c.room.to_string(), Noun::Room).await?;
    is_free(db, CODE_ROOM, &c.code, Noun::Room).await
}

pub(super) async fn may_record_room_capacity(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &RecordRoomCapacity,
) -> Result<(), StoreError> {
    let centre = centre_of_room(db, c.room).await?;
    door.at(Place::centre(centre))
}

pub(super) async fn may_create_schedule(
    db: &mut AnyConnection,
    door: &Door<'_>,
    today: NaiveDate,
    c: &CreateSchedule,
) -> Result<(), StoreError> {
    door.at_workshop(db, c.workshop).await?;
    is_new(db, ID_SCHEDULE, &c.schedule.to_string(), Noun::Schedule).await?;
    let min = today - Duration::days(SCHEDULE_BACK_DAYS);
    let max = today + Duration::days(366);
    if !(min..=max).contains(&c.from) {
        return Err(Fault::BadDay { min, max }.into());
    }
    recurrence::days(&c.rule, c.from, c.from, c.from)?;
    let centre = centre_of_workshop(db, c.workshop).await?;
    in_centre(db, c.room, centre).await?;
    for account in &c.facilitators {
        known(db, ID_ACCOUNT, &account.to_string(), Noun::Account).await?;
    }
    let Some(before) = c.follows else { return Ok(()) };
    if workshop_of_schedule(db, before).await? == c.workshop.to_string() {
        Ok(())
    } else {
        Err(Fault::Unknown { noun: Noun::Schedule }.into())
    }
}

pub(super) async fn may_end_schedule(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &EndSchedule,
) -> Result<(), StoreError> {
    let workshop = workshop_of_schedule(db, c.schedule).await?;
    let workshop = workshop.parse().map_err(|_| Fault::Unknown { noun: Noun::Workshop })?;
    door.at_workshop(db, workshop).await.map(drop)
}

pub(super) async fn may_close_days(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &CloseDays,
) -> Result<(), StoreError> {
    door.at_centre(db, c.centre).await?;
    is_new(db, ID_CLOSURE, &c.closure.to_string(), Noun::Closure).await?;
    in_centre(db, c.room, Some(c.centre)).await
}

pub(super) async fn may_reopen_days(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &ReopenDays,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select c.id as centre, x.reopened from closure x join centre c on c.seq = x.centre
         where x.id = $1",
    )
    .bind(c.closure.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Closure })?;
    let row = Reader::new("closure", &row);
    door.at(Place::centre(row.parse("centre")?))?;
    match row.get::<Option<i64>>("reopened")? {
        Some(_) => Err(Fault::AlreadyVoided.into()),
        None => Ok(()),
    }
}

/// A shift may belong to a schedule of its workshop and stand in a room of its centre.
pub(super) async fn may_plan(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &PlanShift,
) -> Result<(), StoreError> {
    door.at_workshop(db, c.workshop).await?;
    is_new(db, ID_SHIFT, &c.shift.to_string(), Noun::Shift).await?;
    if c.room.is_some() {
        let centre = centre_of_workshop(db, c.workshop).await?;
        in_centre(db, c.room, centre).await?;
    }
    match c.schedule {
        Some(id) if workshop_of_schedule(db, id).await? != c.workshop.to_string() => {
            Err(Fault::Unknown { noun: Noun::Schedule }.into())
        }
        _ => Ok(()),
    }
}

/// What has begun, or has something logged, stays where it is: others may be entering it.
pub(super) async fn may_move(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    today: NaiveDate,
    c: &MoveShift,
) -> Result<(), StoreError> {
    let shift = door.at_shift(db, memory, c.shift).await?;
    in_centre(db, c.room, shift.place.centre).await?;
    if c.day < today {
        let (_, max) = domain::clock::days_that_can_be_meant();
        return Err(Fault::BadDay { min: today, max }.into());
    }
    let sql = format!(
        "select seq from shift where seq = $1 and withdrawn = 0 and {}",
        untouched("shift")
    );
    let untouched =
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(shift.key).fetch_optional(db).await?;
    if untouched.is_some() && shift.slot.day >= today {
        Ok(())
    } else {
        Err(Fault::ShiftLogged.into())
    }
}

pub(super) async fn may_unassign(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    c: &UnassignFacilitator,
) -> Result<(), StoreError> {
    let shift = door.at_shift(db, memory, c.shift).await?;
    let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
    if is_assigned(db, shift.key, account).await? {
        Ok(())
    } else {
        Err(Fault::Unknown { noun: Noun::Account }.into())
    }
}

/// Whether an account is in charge of a shift, by their inner keys.
pub(super) async fn is_assigned(
    db: &mut AnyConnection,
    shift: i64,
    account: i64,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select seq from shift_facilitator where shift = $1 and account = $2")
        .bind(shift)
        .bind(account)
        .fetch_optional(db)
        .await?;
    Ok(row.is_some())
}

async fn centre_of_room(db: &mut AnyConnection, id: RoomId) -> Result<CentreId, StoreError> {
    let row = sqlx::query(
        "select c.id as centre from room r join centre c on c.seq = r.centre where r.id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Room })?;
    Reader::new("room", &row).parse("centre")
}

/// A room must be one of the centre.
async fn in_centre(
    db: &mut AnyConnection,
    room: Option<RoomId>,
    centre: Option<CentreId>,
) -> Result<(), StoreError> {
    let Some(room) = room else { return Ok(()) };
    if Some(centre_of_room(db, room).await?) == centre {
        Ok(())
    } else {
        Err(Fault::OtherCentre { noun: Noun::Room }.into())
    }
}

async fn centre_of_workshop(
    db: &mut AnyConnection,
    id: domain::ids::WorkshopId,
) -> Result<Option<CentreId>, StoreError> {
    let row = sqlx::query(
        "select c.id as centre from workshop w left join centre c on c.seq = w.centre
         where w.id = $1",
    )
    .bind(id.to_string())
    .fetch_one(db)
    .await?;
    Reader::new("workshop", &row).parse_opt("centre")
}

async fn workshop_of_schedule(
    db: &mut AnyConnection,
    id: ScheduleId,
) -> Result<String, StoreError> {
    let row = sqlx::query(
        "select w.id from schedule s join workshop w on w.seq = s.workshop where s.id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Schedule })?;
    Ok(row.try_get("id")?)
}

pub(super) fn add_room(seq: i64, c: &AddRoom) -> Sql {
    sqlx::query(
        "insert into room (seq, id, centre, code, name_en, name_sr)
         select cast($1 as integer), $2, seq, $3, $4, $5 from centre where id = $6",
    )
    .bind(seq)
    .bind(c.room.to_string())
    .bind(c.code.clone())
    .bind(c.name.en.clone())
    .bind(c.name.sr.clone())
    .bind(c.centre.to_string())
}

pub(super) fn room_capacity(seq: i64, c: &RecordRoomCapacity) -> Sql {
    sqlx::query(
        "insert into room_capacity (seq, room, from_day, people)
         select cast($1 as integer), seq, $2, cast($3 as bigint) from room where id = $4",
    )
    .bind(seq)
    .bind(c.from.to_string())
    .bind(c.people)
    .bind(c.room.to_string())
}

pub(super) fn create_schedule(seq: i64, c: &CreateSchedule) -> Result<Sql, StoreError> {
    let json = |list: Vec<String>| {
        serde_json::to_string(&list).map_err(|e| StoreError::Machine(e.to_string()))
    };
    let starts = json(c.starts.iter().map(|time| hhmm(*time)).collect())?;
    let facilitators = json(c.facilitators.iter().map(AccountId::to_string).collect())?;
    Ok(sqlx::query(
        "insert into schedule (seq, id, workshop, rule, from_day, to_day, starts, minutes, room,
                               facilitators, despite)
         select cast($1 as integer), $2, seq, $3, $4, $5, $6, cast($7 as bigint),
                (select seq from room where id = $8), $9, $10
         from workshop where id = $11",
    )
    .bind(seq)
    .bind(c.schedule.to_string())
    .bind(c.rule.clone())
    .bind(c.from.to_string())
    .bind(c.to.map(|day| day.to_string()))
    .bind(starts)
    .bind(c.minutes)
    .bind(c.room.map(|id| id.to_string()))
    .bind(facilitators)
    .bind(c.despite.map(word).transpose()?)
    .bind(c.workshop.to_string()))
}

/// A schedule ends, and its shifts after that day that nobody touched leave the plan.
pub(super) async fn end_schedule(
    db: &mut AnyConnection,
    seq: i64,
    schedule: ScheduleId,
    to: NaiveDate,
) -> Result<(), StoreError> {
    sqlx::query(
        "update schedule set to_day = $1 where id = $2 and (to_day is null or to_day > $1)",
    )
    .bind(to.to_string())
    .bind(schedule.to_string())
    .execute(&mut *db)
    .await?;
    let sql = format!(
        "update shift set withdrawn = 1, changed = $1
         where schedule = (select seq from schedule where id = $2) and day > $3 and withdrawn = 0
           and not exists (select 1 from enrolment e where e.shift = shift.seq) and {}",
        untouched("shift")
    );
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(seq)
        .bind(schedule.to_string())
        .bind(to.to_string())
        .execute(db)
        .await?;
    Ok(())
}

pub(super) fn close_days(seq: i64, c: &CloseDays) -> Result<Sql, StoreError> {
    Ok(sqlx::query(
        "insert into closure (seq, id, centre, room, from_day, to_day, reason)
         select cast($1 as integer), $2, seq, (select seq from room where id = $3), $4, $5, $6
         from centre where id = $7",
    )
    .bind(seq)
    .bind(c.closure.to_string())
    .bind(c.room.map(|id| id.to_string()))
    .bind(c.from.to_string())
    .bind(c.to.to_string())
    .bind(word(c.reason)?)
    .bind(c.centre.to_string()))
}

pub(super) fn reopen_days(seq: i64, c: &ReopenDays) -> Sql {
    sqlx::query(
        "update closure set reopened = coalesce(reopened, cast($1 as integer)) where id = $2",
    )
    .bind(seq)
    .bind(c.closure.to_string())
}

pub(super) fn move_shift(seq: i64, c: &MoveShift) -> Result<Sql, StoreError> {
    Ok(sqlx::query(
        "update shift set day = $1, start = $2, minutes = $3, changed = $4, despite = $5,
                          room = (select seq from room where id = $6) where id = $7",
    )
    .bind(c.day.to_string())
    .bind(stored_time(c.start))
    .bind(c.minutes)
    .bind(seq)
    .bind(c.despite.map(word).transpose()?)
    .bind(c.room.map(|id| id.to_string()))
    .bind(c.shift.to_string()))
}

pub(super) fn unassign(c: &UnassignFacilitator) -> Sql {
    sqlx::query(
        "delete from shift_facilitator where shift = (select seq from shift where id = $1)
           and account = (select seq from account where id = $2)",
    )
    .bind(c.shift.to_string())
    .bind(c.account.to_string())
}

/// Somebody works at a shift that was off the plan: it is back on it.
pub(super) async fn bring_back(
    db: &mut AnyConnection,
    memory: &mut Memory,
    seq: i64,
    id: ShiftId,
) -> Result<(), StoreError> {
    if memory.shift(db, id).await?.is_some_and(|shift| shift.withdrawn) {
        sqlx::query("update shift set withdrawn = 0, changed = $1 where id = $2")
            .bind(seq)
            .bind(id.to_string())
            .execute(db)
            .await?;
        memory.brought_back(id);
    }
    Ok(())
}
