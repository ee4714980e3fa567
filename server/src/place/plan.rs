//! The forms of the plan: workshops, rooms and closed days, schedules, and single shifts.
//!
//! What speaks against a shift is asked of the store before it is planned: without a reason the form
//! comes back with it.

use super::Asked;
use super::facts::{day, name, word};
use super::stock::id;
use app::ui::form::Typed;
use chrono::{NaiveDate, NaiveTime};
use domain::access::Action;
use domain::clock::days_that_can_be_meant;
use domain::command::{Command, Identity, RecordAccountLanguage};
use domain::fault::{Fault, Noun};
use domain::ids::{
    AccountId, ClosureId, InterpretingId, ProductId, RoomId, ScheduleId, ShiftId, WorkshopId,
};
use domain::label::check_code;
use domain::pattern::{Pattern, WEEKS_MAX, weekday};
use domain::plan::{
    AddRoom, CloseDays, CreateSchedule, Despite, EndSchedule, MoveShift, RULE_MAX,
    RecordRoomCapacity, ReopenDays, STARTS_MAX, monday_of, parse_week, week_code,
};
use domain::shift::{
    AssignFacilitator, CancelShift, PlanShift, RecordInterpreting, ReopenShift, Slot,
    UnassignFacilitator, VoidInterpreting, parse_hhmm,
};
use domain::workshop::{
    AddProduct, CAPACITY_MAX, CreateWorkshop, RecordWorkshopCapacity, SHIFT_MINUTES_MAX,
};
use store::{Proposal, StoreError};
use uuid::Uuid;

/// The forms of `/centres/CODE/workshops`; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn workshops(asked: &Asked<'_>) -> Result<String, StoreError> {
    let centre = asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    match typed.get("do") {
        "workshop" => {
            let workshop = WorkshopId(Uuid::now_v7());
            let create = CreateWorkshop {
                workshop,
                centre: Some(centre),
                code: code(typed)?,
                title: name(typed, ["name_en", "name_sr"])?,
                activity: word(typed.get("activity"))?,
                minutes: minutes(typed)?,
            };
            let people = typed.number("people", CAPACITY_MAX)?;
            let from = asked.today();
            let places = people.map(|people| {
                Command::RecordWorkshopCapacity(RecordWorkshopCapacity { workshop, from, people })
            });
            asked.make_all(Command::CreateWorkshop(create), places).await?;
            Ok("done=workshop".to_owned())
        }
        "places" => {
            let places = RecordWorkshopCapacity {
                workshop: id(typed, "workshop", Noun::Workshop)?,
                from: day(typed)?,
                people: people(typed)?,
            };
            asked.make(Command::RecordWorkshopCapacity(places)).await?;
            Ok("done=places".to_owned())
        }
        "product" => {
            let product = AddProduct {
                product: ProductId(Uuid::now_v7()),
                workshop: id(typed, "workshop", Noun::Workshop)?,
                code: code(typed)?,
                name: name(typed, ["name_en", "name_sr"])?,
                unit: word(typed.get("unit"))?,
            };
            asked.make(Command::AddProduct(product)).await?;
            Ok("done=product".to_owned())
        }
        _ => Err(Fault::malformed().into()),
    }
}

/// The forms of `/centres/CODE/rooms`; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn rooms(asked: &Asked<'_>) -> Result<String, StoreError> {
    let centre = asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    match typed.get("do") {
        "room" => {
            let room = RoomId(Uuid::now_v7());
            let name = name(typed, ["name_en", "name_sr"])?;
            let add = AddRoom { room, centre, code: code(typed)?, name };
            let from = asked.today();
            let places = typed.number("people", CAPACITY_MAX)?.map(|people| {
                Command::RecordRoomCapacity(RecordRoomCapacity { room, from, people })
            });
            asked.make_all(Command::AddRoom(add), places).await?;
            Ok("done=room".to_owned())
        }
        "places" => {
            let places = RecordRoomCapacity {
                room: id(typed, "room", Noun::Room)?,
                from: day(typed)?,
                people: people(typed)?,
            };
            asked.make(Command::RecordRoomCapacity(places)).await?;
            Ok("done=places".to_owned())
        }
        "close" => {
            let close = CloseDays {
                closure: ClosureId(Uuid::now_v7()),
                centre,
                room: room(typed)?,
                from: day(typed)?,
                to: day_of(typed.get("to"))?,
                reason: word(typed.get("reason"))?,
            };
            asked.make(Command::CloseDays(close)).await?;
            Ok("done=closed".to_owned())
        }
        "open" => {
            let closure = id(typed, "closure", Noun::Closure)?;
            asked.make(Command::ReopenDays(ReopenDays { closure })).await?;
            Ok("done=opened".to_owned())
        }
        _ => Err(Fault::malformed().into()),
    }
}

/// The forms of `/centres/CODE/schedules`; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit; [`Fault::Clash`] for what speaks against it.
pub(super) async fn schedules(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    match typed.get("do") {
        "schedule" => {
            let schedule = ScheduleId(Uuid::now_v7());
            let follows = match typed.get("follows") {
                "" => None,
                _ => Some(id(typed, "follows", Noun::Schedule)?),
            };
            let create = CreateSchedule {
                schedule,
                workshop: id(typed, "workshop", Noun::Workshop)?,
                rule: rule(typed)?,
                from: day(typed)?,
                to: Some(typed.get("to")).filter(|to| !to.is_empty()).map(day_of).transpose()?,
                starts: starts(typed)?,
                minutes: minutes(typed)?,
                room: room(typed)?,
                facilitators: facilitators(typed)?,
                follows,
                despite: reason(typed)?,
            };
            // So that a field that does not fit is named before anything is asked of the plan.
            create.check()?;
            let days = (create.from, create.to);
            let slots = asked.store.slots(&create.rule, days, &create.starts, create.minutes)?;
            let proposal = Proposal {
                shift: None,
                workshop: create.workshop,
                slots,
                room: create.room,
                facilitators: create.facilitators.clone(),
                instead_of: follows,
            };
            nothing_against(asked, create.despite, &proposal).await?;
            asked.make(Command::CreateSchedule(create)).await?;
            Ok(format!("made={schedule}"))
        }
        "end" => {
            let schedule = id(typed, "schedule", Noun::Schedule)?;
            let to = day(typed)?;
            asked.make(Command::EndSchedule(EndSchedule { schedule, to })).await?;
            Ok("done=ended".to_owned())
        }
        _ => Err(Fault::malformed().into()),
    }
}

/// The forms of `/centres/CODE/plan`, about single shifts; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit; [`Fault::Clash`] for what speaks against it.
pub(super) async fn shifts(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    if typed.get("do") == "add" {
        return add(asked).await;
    }
    let shift: ShiftId = id(typed, "shift", Noun::Shift)?;
    let (done, remark) = match typed.get("do") {
        "move" => return move_shift(asked, shift).await,
        "assign" => {
            let account = id(typed, "account", Noun::Account)?;
            let despite = reason(typed)?;
            let now = asked.store.shift_now(asked.actor, shift).await?;
            let proposal = Proposal {
                shift: Some(shift),
                workshop: now.workshop,
                slots: vec![now.slot],
                room: None,
                facilitators: vec![account],
                instead_of: None,
            };
            nothing_against(asked, despite, &proposal).await?;
            let assign = AssignFacilitator { shift, account, despite };
            asked.make(Command::AssignFacilitator(assign)).await?;
            return Ok(format!("{}&done=assigned", typed.get("at")));
        }
        "interpreted" => {
            let person = id(typed, "who", Noun::Person)?;
            let interpreting = InterpretingId(Uuid::now_v7());
            let record = RecordInterpreting { interpreting, shift, person };
            asked.make(Command::RecordInterpreting(record)).await?;
            return Ok(format!("{}&done=interpreted", typed.get("at")));
        }
        "uninterpreted" => {
            let interpreting = id(typed, "who", Noun::Interpreting)?;
            let void = VoidInterpreting { interpreting };
            asked.make(Command::VoidInterpreting(void)).await?;
            return Ok(format!("{}&done=interpreted", typed.get("at")));
        }
        "unassign" => {
            let account = id(typed, "account", Noun::Account)?;
            let out = UnassignFacilitator { shift, account };
            asked.make(Command::UnassignFacilitator(out)).await?;
            return Ok(format!("{}&done=unassigned", typed.get("at")));
        }
        "cancel" => {
            let reason = word(typed.get("reason"))?;
            let replaces = asked.store.shift_now(asked.actor, shift).await?.said;
            let remark = Some(typed.get("remark")).filter(|text| !text.is_empty());
            let remark = remark.map(|text| Identity::Remark(text.to_owned()));
            (Command::CancelShift(CancelShift { shift, reason, replaces }), remark)
        }
        "reopen" => {
            let replaces = asked.store.shift_now(asked.actor, shift).await?.said;
            (Command::ReopenShift(ReopenShift { shift, replaces }), None)
        }
        _ => return Err(Fault::malformed().into()),
    };
    let said = if matches!(done, Command::CancelShift(_)) { "cancelled" } else { "reopened" };
    asked.make_with(done, remark).await?;
    Ok(format!("{}&done={said}", typed.get("at")))
}

async fn move_shift(asked: &Asked<'_>, shift: ShiftId) -> Result<String, StoreError> {
    let typed = asked.typed;
    let moved = MoveShift {
        shift,
        day: day(typed)?,
        start: time(typed)?,
        minutes: minutes(typed)?,
        room: room(typed)?,
        despite: reason(typed)?,
    };
    let now = asked.store.shift_now(asked.actor, shift).await?;
    let slot = Slot { day: moved.day, start: moved.start, minutes: moved.minutes };
    let proposal = Proposal {
        shift: Some(shift),
        workshop: now.workshop,
        slots: vec![slot],
        room: moved.room,
        facilitators: now.facilitators,
        instead_of: None,
    };
    nothing_against(asked, moved.despite, &proposal).await?;
    let week = week_code(monday_of(moved.day));
    asked.make(Command::MoveShift(moved)).await?;
    // To the week in which it is now.
    Ok(format!("week={week}&shift={shift}&done=moved"))
}

async fn add(asked: &Asked<'_>) -> Result<String, StoreError> {
    let typed = asked.typed;
    let shift = ShiftId(asked.once()?);
    let new = PlanShift {
        shift,
        workshop: id(typed, "workshop", Noun::Workshop)?,
        day: day(typed)?,
        start: time(typed)?,
        minutes: minutes(typed)?,
        schedule: None,
        room: room(typed)?,
        despite: reason(typed)?,
    };
    let facilitators = facilitators(typed)?;
    let proposal = Proposal {
        shift: Some(shift),
        workshop: new.workshop,
        slots: vec![Slot { day: new.day, start: new.start, minutes: new.minutes }],
        room: new.room,
        facilitators: facilitators.clone(),
        instead_of: None,
    };
    nothing_against(asked, new.despite, &proposal).await?;
    let week = week_code(monday_of(new.day));
    let assign = facilitators.into_iter().map(|account| {
        Command::AssignFacilitator(AssignFacilitator { shift, account, despite: None })
    });
    asked.add_once(Command::PlanShift(new), assign).await?;
    Ok(format!("week={week}&shift={shift}&done=added"))
}

/// The form of `/centres/CODE/staff`: what somebody of the staff speaks; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn staff(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    let known = RecordAccountLanguage {
        account: id(typed, "account", Noun::Account)?,
        language: typed.get("language").to_owned(),
        level: word(typed.get("level"))?,
    };
    asked.make(Command::RecordAccountLanguage(known)).await?;
    Ok("done=language".to_owned())
}

/// Lets pass what nothing speaks against, and what a reason is given for.
async fn nothing_against(
    asked: &Asked<'_>,
    despite: Option<Despite>,
    proposal: &Proposal,
) -> Result<(), StoreError> {
    if despite.is_some() {
        return Ok(());
    }
    let clashes = asked.store.clashes(asked.actor, asked.centre, proposal).await?;
    match clashes.first() {
        Some(clash) => Err(Fault::Clash { clash: *clash }.into()),
        None => Ok(()),
    }
}

fn code(typed: &Typed) -> Result<String, Fault> {
    check_code(typed.get("code"), "code")?;
    Ok(typed.get("code").to_owned())
}

fn minutes(typed: &Typed) -> Result<i64, Fault> {
    let minutes = typed.number("minutes", SHIFT_MINUTES_MAX)?;
    minutes.filter(|n| *n > 0).ok_or(Fault::out_of_range("minutes", 1, SHIFT_MINUTES_MAX))
}

fn people(typed: &Typed) -> Result<i64, Fault> {
    let people = typed.number("people", CAPACITY_MAX)?;
    people.filter(|n| *n > 0).ok_or(Fault::out_of_range("people", 1, CAPACITY_MAX))
}

fn room(typed: &Typed) -> Result<Option<RoomId>, Fault> {
    match typed.get("room") {
        "" => Ok(None),
        _ => id(typed, "room", Noun::Room).map(Some),
    }
}

fn facilitators(typed: &Typed) -> Result<Vec<AccountId>, Fault> {
    let unknown = |_| Fault::Unknown { noun: Noun::Account };
    typed.all("facilitators").into_iter().map(|id| id.parse().map_err(unknown)).collect()
}

pub(super) fn reason(typed: &Typed) -> Result<Option<Despite>, Fault> {
    Some(typed.get("despite")).filter(|word| !word.is_empty()).map(word).transpose()
}

fn time(typed: &Typed) -> Result<NaiveTime, Fault> {
    parse_hhmm(typed.get("start")).ok_or(Fault::out_of_range("start", 0, 23))
}

fn day_of(text: &str) -> Result<NaiveDate, Fault> {
    let (min, max) = days_that_can_be_meant();
    text.parse().map_err(|_| Fault::BadDay { min, max })
}

/// Times of day beside each other, in any order, each once.
fn starts(typed: &Typed) -> Result<Vec<NaiveTime>, Fault> {
    let bad = || Fault::out_of_range("starts", 1, STARTS_MAX as i64);
    let words = typed.get("starts").split([',', ';', ' ']).filter(|word| !word.is_empty());
    let read = |word: &str| {
        let padded = if word.len() == 4 { format!("0{word}") } else { word.to_owned() };
        parse_hhmm(&padded.replace('.', ":"))
    };
    let mut times = words.map(read).collect::<Option<Vec<_>>>().ok_or_else(bad)?;
    times.sort_unstable();
    times.dedup();
    Ok(times)
}

/// The rule that the boxes and the choice of a month say.
fn rule(typed: &Typed) -> Result<String, Fault> {
    let none = || Fault::out_of_range("rule", 1, RULE_MAX as i64);
    let days: Vec<_> = typed.all("days").into_iter().filter_map(weekday).collect();
    let pattern = match (typed.get("nth"), days.as_slice()) {
        (_, []) => return Err(none()),
        ("", _) => {
            let max = i64::from(WEEKS_MAX);
            let every = typed.number("every", max)?.filter(|n| *n > 0);
            let every = every.ok_or(Fault::out_of_range("every", 1, max))?;
            Pattern::Weekly { every: u32::try_from(every).unwrap_or(1), days }
        }
        (nth, [day]) => Pattern::Monthly { nth: nth.parse().map_err(|_| none())?, day: *day },
        // One weekday of the month, not several.
        (_, _) => return Err(none()),
    };
    Ok(pattern.rule())
}

/// Whether the query of a week says which.
pub fn names_a_week(at: &str) -> bool {
    parse_week(week_in(at)).is_some()
}

fn week_in(at: &str) -> &str {
    at.split('&').find_map(|part| part.strip_prefix("week=")).unwrap_or_default()
}
