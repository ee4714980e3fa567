//! The plan: schedules make shifts, closed days call them off, and what was logged stays.

use crate::support::*;
use chrono::NaiveDate;
use domain::attendance::Presence;
use domain::command::{Command, RecordAccountLanguage, RecordLanguage};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, RoomId, ScheduleId, ShiftId};
use domain::label::Name;
use domain::overview::{PlannedShift, Week};
use domain::period_close::ClosePeriod;
use domain::person::LanguageLevel;
use domain::plan::{
    AddRoom, Clash, CloseDays, CreateSchedule, Despite, EndSchedule, MoveShift, RecordRoomCapacity,
    ReopenDays,
};
use domain::review::SettleEntry;
use domain::shift::{
    AssignFacilitator, CancelShift, Progress, Reason, RecordInterpreting, Slot,
    UnassignFacilitator, VoidInterpreting, hhmm, parse_hhmm,
};
use domain::sync::Cursor;
use domain::workshop::RecordWorkshopCapacity;
use std::sync::Arc;
use store::{By, Calendar, Proposal, Store};

const HALL: u128 = 500;
const SCHEDULE: u128 = 510;

async fn change(world: &World, command: Command) -> Result<i64, Fault> {
    let manager = By::Account(MANAGER);
    world.store.change(manager, command, None, None).await.map_err(|error| error.fault())
}

fn hall() -> Command {
    Command::AddRoom(AddRoom {
        room: id(HALL),
        centre: KRN,
        code: "KRN-A".into(),
        name: Name::new("Hall", "Сала"),
    })
}

/// Sewing on Mondays and Wednesdays from Tuesday 1 June 2021 on, at ten and at twelve.
fn sewing() -> CreateSchedule {
    CreateSchedule {
        schedule: id(SCHEDULE),
        workshop: SEW,
        rule: "FREQ=WEEKLY;BYDAY=MO,WE".into(),
        from: day("2021-06-01"),
        to: None,
        starts: vec![parse_hhmm("10:00").unwrap(), parse_hhmm("12:00").unwrap()],
        minutes: 90,
        room: Some(id(HALL)),
        facilitators: vec![FACILITATOR],
        follows: None,
        despite: None,
    }
}

async fn week(world: &World, monday: &str) -> Week {
    let manager = signed_in(world, "manager").await;
    world.store.week(&manager, "KRN", day(monday)).await.expect("a week")
}

/// The shifts of a week as `Wed 10:00`, with a word for those that do not happen.
fn said(week: &Week) -> Vec<String> {
    let one = |shift: &PlannedShift| {
        let off = if shift.progress == Progress::Open { "" } else { " off" };
        format!("{} {}{off}", shift.slot.day.format("%a"), hhmm(shift.slot.start))
    };
    week.shifts.iter().map(one).collect()
}

fn shift_of(week: &Week, said: &str) -> ShiftId {
    let found = week.shifts.iter().find(|shift| {
        format!("{} {}", shift.slot.day.format("%a"), hhmm(shift.slot.start)) == said
    });
    found.expect("a shift").id
}

async fn planned(engine: &str) -> World {
    let world = furnished(engine).await;
    change(&world, hall()).await.expect("a room");
    change(&world, Command::CreateSchedule(sewing())).await.expect("a schedule");
    world
}

#[tokio::test]
async fn a_schedule_makes_its_shifts_eight_weeks_ahead_and_once() {
    for engine in engines() {
        let world = planned(engine).await;
        assert_eq!(said(&week(&world, "2021-05-31").await)[2..], ["Wed 10:00", "Wed 12:00"]);
        let next = week(&world, "2021-06-07").await;
        assert_eq!(said(&next), ["Mon 10:00", "Mon 12:00", "Wed 10:00", "Wed 12:00"], "{engine}");
        let one = &next.shifts[0];
        assert_eq!(one.facilitators[0].id, FACILITATOR, "{engine}");
        assert_eq!(one.room.as_ref().map(|room| room.0), Some(id(HALL)), "{engine}");
        assert_eq!((one.slot.minutes, one.schedule), (90, Some(id(SCHEDULE))), "{engine}");
        // The horizon is 26 July, a Monday.
        assert_eq!(said(&week(&world, "2021-07-26").await), ["Mon 10:00", "Mon 12:00"]);
        let before = head(&world).await;
        world.store.plan_ahead().await.expect("planned");
        assert_eq!(head(&world).await, before, "{engine}: nothing is made twice");
        assert_eq!(problems(&world).await, Vec::<String>::new());

        // A day later there is a day more.
        let clock = Arc::new(domain::clock::FixedClock(at("2021-06-02T08:00:00Z")));
        let later = Store::open(&world.url, clock).await.expect("opens");
        later.plan_ahead().await.expect("planned");
        later.close().await;
        assert_eq!(said(&week(&world, "2021-07-26").await).len(), 4, "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

/// The server stood still for four years: more days than are made at a time.
#[tokio::test]
async fn a_schedule_goes_on_for_years() {
    for engine in engines() {
        let world = planned(engine).await;
        let every_day = CreateSchedule {
            schedule: id(SCHEDULE + 1),
            rule: "FREQ=DAILY".into(),
            starts: vec![parse_hhmm("09:00").unwrap()],
            minutes: 60,
            room: None,
            facilitators: vec![],
            ..sewing()
        };
        change(&world, Command::CreateSchedule(every_day)).await.expect("made");
        let clock = Arc::new(domain::clock::FixedClock(at("2025-06-02T08:00:00Z")));
        let later = Store::open(&world.url, clock).await.expect("opens");
        for day in ["2024-01-08", "2025-07-21"] {
            later.plan_ahead().await.expect("planned");
            let planned = said(&week(&world, day).await);
            let nines = planned.iter().filter(|said| said.ends_with("09:00")).count();
            assert_eq!(nines, 7, "{engine} {day}: {planned:?}");
        }
        let before = head(&world).await;
        later.plan_ahead().await.expect("planned");
        assert_eq!(head(&world).await, before, "{engine}: nothing is made twice");
        later.close().await;
    }
}

async fn head(world: &World) -> String {
    world.store.check(None).await.expect("a check").head
}

#[tokio::test]
async fn an_ended_schedule_leaves_what_somebody_touched() {
    for engine in engines() {
        let world = planned(engine).await;
        let next = week(&world, "2021-06-07").await;
        let kept = shift_of(&next, "Wed 12:00");
        let cancel = CancelShift { shift: kept, reason: Reason::NoMaterial, replaces: None };
        change(&world, Command::CancelShift(cancel)).await.expect("called off");
        let end = EndSchedule { schedule: id(SCHEDULE), to: day("2021-06-07") };
        change(&world, Command::EndSchedule(end)).await.expect("ended");
        let now = week(&world, "2021-06-07").await;
        assert_eq!(said(&now), ["Mon 10:00", "Mon 12:00", "Wed 12:00 off"], "{engine}");
        // Somebody works at one that is off the plan: it comes back.
        let gone = shift_of(&next, "Wed 10:00");
        let early = mark(gone, AMINA, Presence::Present);
        assert_eq!(change(&world, early).await, Err(Fault::ShiftNotStarted), "{engine}");
        let cancel = CancelShift { shift: gone, reason: Reason::NobodyCame, replaces: None };
        change(&world, Command::CancelShift(cancel)).await.expect("said of it");
        assert!(said(&week(&world, "2021-06-07").await).contains(&"Wed 10:00 off".to_owned()));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn this_and_all_that_follow_are_changed_together() {
    for engine in engines() {
        let world = planned(engine).await;
        let changed = CreateSchedule {
            schedule: id(SCHEDULE + 1),
            from: day("2021-06-09"),
            starts: vec![parse_hhmm("09:00").unwrap()],
            follows: Some(id(SCHEDULE)),
            ..sewing()
        };
        change(&world, Command::CreateSchedule(changed.clone())).await.expect("changed");
        let now = week(&world, "2021-06-07").await;
        assert_eq!(said(&now), ["Mon 10:00", "Mon 12:00", "Wed 09:00"], "{engine}");
        let manager = signed_in(&world, "manager").await;
        let schedules = world.store.schedules(&manager, "KRN").await.expect("a page").schedules;
        let old = schedules.iter().find(|one| one.id == id::<ScheduleId>(SCHEDULE)).unwrap();
        assert_eq!((old.to, old.ahead), (Some(day("2021-06-08")), 4), "{engine}");
        let foreign = CreateSchedule {
            schedule: id(SCHEDULE + 2),
            workshop: WOOD,
            room: None,
            follows: Some(id(SCHEDULE)),
            ..changed
        };
        let refused = world
            .store
            .change(By::Account(COORDINATOR), Command::CreateSchedule(foreign), None, None)
            .await;
        let unknown = Fault::Unknown { noun: Noun::Schedule };
        assert_eq!(refused.map_err(|e| e.fault()), Err(unknown), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn closed_days_call_shifts_off_and_give_them_back() {
    for engine in engines() {
        let world = planned(engine).await;
        let closure = CloseDays {
            closure: id(520),
            centre: KRN,
            room: None,
            from: day("2021-06-07"),
            to: day("2021-06-08"),
            reason: Reason::HealthRules,
        };
        change(&world, Command::CloseDays(closure.clone())).await.expect("closed");
        let now = week(&world, "2021-06-07").await;
        assert_eq!(
            said(&now),
            ["Mon 10:00 off", "Mon 12:00 off", "Wed 10:00", "Wed 12:00"],
            "{engine}"
        );
        assert_eq!(
            now.shifts[0].progress,
            Progress::DidNotHappen { reason: Reason::HealthRules },
            "{engine}"
        );
        // A schedule made afterwards knows of the closed days, and only of its own room's.
        let late = CreateSchedule {
            schedule: id(SCHEDULE + 3),
            rule: "FREQ=WEEKLY;BYDAY=TU".into(),
            room: None,
            to: Some(day("2021-06-20")),
            starts: vec![parse_hhmm("18:00").unwrap()],
            ..sewing()
        };
        change(&world, Command::CreateSchedule(late)).await.expect("a schedule");
        let now = week(&world, "2021-06-07").await;
        assert_eq!(said(&now)[2], "Tue 18:00 off", "{engine}");
        // What somebody said since stays said.
        let own = shift_of(&now, "Mon 12:00");
        let said_of_it = manager_said(&world, own).await;
        let cancel =
            CancelShift { shift: own, reason: Reason::NoFacilitator, replaces: Some(said_of_it) };
        change(&world, Command::CancelShift(cancel)).await.expect("said");
        let reopen = Command::ReopenDays(ReopenDays { closure: id(520) });
        change(&world, reopen.clone()).await.expect("opened");
        let now = week(&world, "2021-06-07").await;
        assert_eq!(
            said(&now),
            ["Mon 10:00", "Mon 12:00 off", "Tue 18:00", "Wed 10:00", "Wed 12:00"],
            "{engine}"
        );
        assert_eq!(change(&world, reopen).await, Err(Fault::AlreadyVoided), "{engine}");
        let of_room = CloseDays {
            closure: id(521),
            room: Some(id(HALL)),
            from: day("2021-06-07"),
            to: day("2021-06-09"),
            ..closure
        };
        change(&world, Command::CloseDays(of_room)).await.expect("closed");
        let now = week(&world, "2021-06-07").await;
        assert!(said(&now).contains(&"Tue 18:00".to_owned()), "{engine}: not in the room");
        assert!(said(&now).contains(&"Wed 10:00 off".to_owned()), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_plan_of_a_closed_month_changes_by_approval_only() {
    for engine in engines() {
        let world = furnished(engine).await;
        // As far back as a schedule may begin: 30 April 2021 is a Friday.
        let fridays = CreateSchedule {
            rule: "FREQ=WEEKLY;BYDAY=FR".into(),
            from: day("2021-04-30"),
            room: None,
            ..sewing()
        };
        change(&world, Command::CreateSchedule(fridays.clone())).await.expect("a schedule");
        must(&world, plan(id(77), SEW, "2021-04-20", "10:00"), None).await;
        let closure = CloseDays {
            closure: id(520),
            centre: KRN,
            room: None,
            from: day("2021-04-19"),
            to: day("2021-04-21"),
            reason: Reason::HealthRules,
        };
        change(&world, Command::CloseDays(closure)).await.expect("closed");
        let april = ClosePeriod { centre: KRN, to: day("2021-04-30") };
        change(&world, Command::ClosePeriod(april)).await.expect("closed");

        // The days are opened again: their shifts would be planned once more.
        let reopen = Command::ReopenDays(ReopenDays { closure: id(520) });
        assert_eq!(change(&world, reopen).await, Err(Fault::PeriodClosed), "{engine}");
        assert_eq!(said(&week(&world, "2021-04-19").await), ["Tue 10:00 off"], "{engine}");
        let manager = signed_in(&world, "manager").await;
        let review = world.store.dashboard(&manager, "KRN", None).await.unwrap().review;
        let entry = review[0].hash.clone();
        let entry = SettleEntry { entry, maker: Some(MANAGER), centre: Some(KRN) };
        change(&world, Command::ReleaseEntry(entry)).await.expect("taken in");
        assert_eq!(said(&week(&world, "2021-04-19").await), ["Tue 10:00"], "{engine}");

        let last = week(&world, "2021-04-26").await;
        let friday = shift_of(&last, "Fri 10:00");
        let instead = CreateSchedule {
            schedule: id(SCHEDULE + 1),
            starts: vec![parse_hhmm("09:00").unwrap()],
            follows: Some(id(SCHEDULE)),
            ..fridays
        };
        let end =
            |to: &str| Command::EndSchedule(EndSchedule { schedule: id(SCHEDULE), to: day(to) });
        for command in [
            Command::CreateSchedule(instead),
            Command::AssignFacilitator(AssignFacilitator {
                shift: friday,
                account: MANAGER,
                despite: None,
            }),
            Command::UnassignFacilitator(UnassignFacilitator {
                shift: friday,
                account: FACILITATOR,
            }),
            end("2021-04-29"),
        ] {
            let kind = command.kind();
            let held = change(&world, command).await;
            assert_eq!(held, Err(Fault::PeriodClosed), "{engine}: {kind}");
        }
        assert_eq!(rows(&world, "review where settled is null").await, 4, "{engine}");
        let still = week(&world, "2021-04-26").await;
        assert_eq!(said(&still), ["Fri 10:00", "Fri 12:00"], "{engine}");
        let leads: Vec<_> = still.shifts[0].facilitators.iter().map(|one| one.id).collect();
        assert_eq!(leads, [FACILITATOR], "{engine}");

        // What ends with the last closed day changes the days after it.
        change(&world, end("2021-04-30")).await.expect("ended");
        let may = week(&world, "2021-05-03").await;
        assert_eq!(said(&may), Vec::<String>::new(), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

/// The entry that stands about a shift's course.
async fn manager_said(world: &World, shift: ShiftId) -> domain::ids::EnvelopeId {
    let row: (String,) = sqlx::query_as(
        "select c.id from course c join shift s on s.seq = c.shift
         where s.id = $1 and c.stands = 1",
    )
    .bind(shift.to_string())
    .fetch_one(&world.raw)
    .await
    .expect("a course");
    row.0.parse().expect("an id")
}

fn moved(shift: ShiftId, on: &str, start: &str) -> MoveShift {
    MoveShift {
        shift,
        day: day(on),
        start: parse_hhmm(start).unwrap(),
        minutes: 60,
        room: None,
        despite: Some(Despite::Agreed),
    }
}

#[tokio::test]
async fn one_shift_moves_and_its_tablets_learn_of_it() {
    for engine in engines() {
        let world = planned(engine).await;
        let facilitator = signed_in(&world, "facilitator").await;
        let whole = world.store.snapshot(&facilitator, Some(KRN)).await.expect("a snapshot");
        let cursor = Cursor { centre: whole.centre, head: whole.head, day: whole.day };
        assert!(whole.shifts.iter().any(|shift| shift.room.is_some()), "{engine}");
        let next = week(&world, "2021-06-07").await;
        let one = shift_of(&next, "Mon 10:00");
        change(&world, Command::MoveShift(moved(one, "2021-06-08", "11:00"))).await.expect("moved");
        let far = shift_of(&next, "Mon 12:00");
        change(&world, Command::MoveShift(moved(far, "2021-07-08", "11:00"))).await.expect("moved");
        let end = EndSchedule { schedule: id(SCHEDULE), to: day("2021-06-08") };
        change(&world, Command::EndSchedule(end)).await.expect("ended");
        let news = world.store.changes(&facilitator, &cursor).await.expect("changes");
        assert_eq!(news.since, Some(whole.head), "{engine}: changes only");
        let told: Vec<_> = news.shifts.iter().map(|shift| (shift.id, shift.slot.day)).collect();
        assert_eq!(told, [(one, day("2021-06-08"))], "{engine}");
        assert!(news.gone.contains(&far), "{engine}: too far away");
        assert!(news.gone.contains(&shift_of(&next, "Wed 10:00")), "{engine}: off the plan");

        for (what, fault) in [
            (moved(one, "2021-05-30", "11:00"), "bad_day"),
            (MoveShift { room: Some(id(9)), ..moved(one, "2021-06-08", "11:00") }, "unknown"),
            (moved(id(9), "2021-06-08", "11:00"), "unknown"),
        ] {
            let refused = change(&world, Command::MoveShift(what)).await.expect_err("refused");
            assert_eq!(refused.code(), fault, "{engine}");
        }
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        let logged = Command::MoveShift(moved(TEN, "2021-06-08", "11:00"));
        assert_eq!(change(&world, logged).await, Err(Fault::ShiftLogged), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_in_the_way_is_said_and_nothing_is_refused() {
    for engine in engines() {
        let world = planned(engine).await;
        let manager = signed_in(&world, "manager").await;
        let from = day("2021-06-01");
        for command in [
            Command::RecordRoomCapacity(RecordRoomCapacity { room: id(HALL), from, people: 2 }),
            Command::RecordWorkshopCapacity(RecordWorkshopCapacity {
                workshop: SEW,
                from,
                people: 3,
            }),
        ] {
            change(&world, command).await.expect("recorded");
        }
        let slot = |on: &str, start: &str| Slot {
            day: day(on),
            start: parse_hhmm(start).unwrap(),
            minutes: 60,
        };
        let proposal = |slot: Slot, room: Option<RoomId>, who: Vec<AccountId>| Proposal {
            shift: None,
            workshop: SEW,
            slots: vec![slot],
            room,
            facilitators: who,
            instead_of: None,
        };
        let ask = async |one: Proposal| world.store.clashes(&manager, "KRN", &one).await.unwrap();
        let hall = Some(id(HALL));
        assert_eq!(
            ask(proposal(slot("2021-06-07", "11:00"), hall, vec![FACILITATOR])).await,
            [Clash::RoomTaken, Clash::RoomTooSmall, Clash::FacilitatorBusy],
            "{engine}"
        );
        assert_eq!(ask(proposal(slot("2021-06-07", "11:30"), None, vec![])).await, [], "{engine}");
        let mut instead = proposal(slot("2021-06-07", "11:00"), hall, vec![FACILITATOR]);
        instead.instead_of = Some(id(SCHEDULE));
        assert_eq!(ask(instead).await, [Clash::RoomTooSmall], "{engine}");
        let shown = week(&world, "2021-06-07").await;
        assert_eq!(shown.shifts[0].clashes, [Clash::RoomTooSmall], "{engine}");
        assert_eq!(shown.shifts[0].capacity, Some(3), "{engine}");

        let one = shown.shifts[0].id;
        let out =
            Command::UnassignFacilitator(UnassignFacilitator { shift: one, account: FACILITATOR });
        change(&world, out.clone()).await.expect("taken out");
        assert_eq!(week(&world, "2021-06-07").await.shifts[0].facilitators, [], "{engine}");
        let gone = change(&world, out).await;
        assert_eq!(gone, Err(Fault::Unknown { noun: Noun::Account }), "{engine}");
        let back = AssignFacilitator { shift: one, account: FACILITATOR, despite: None };
        change(&world, Command::AssignFacilitator(back)).await.expect("put in charge again");
        for login in ["facilitator", "donor", "nobody"] {
            let actor = signed_in(&world, login).await;
            let refused = world.store.week(&actor, "KRN", day("2021-06-07")).await;
            assert_eq!(refused.map_err(|e| e.fault()), Err(Fault::NotAllowed), "{engine}");
        }
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_schedule_that_cannot_be_is_refused() {
    for engine in engines() {
        let world = planned(engine).await;
        let other = |n: u128| CreateSchedule { schedule: id(600 + n), ..sewing() };
        let long_ago: NaiveDate = day("2021-04-01");
        for (schedule, fault) in [
            (CreateSchedule { rule: "FREQ=WEEKLY;BYDAY=XX".into(), ..other(1) }, "out_of_range"),
            (CreateSchedule { rule: "FREQ=SECONDLY".into(), ..other(2) }, "out_of_range"),
            (CreateSchedule { starts: vec![], ..other(3) }, "out_of_range"),
            (CreateSchedule { from: long_ago, ..other(4) }, "bad_day"),
            (CreateSchedule { to: Some(long_ago), ..other(5) }, "period_reversed"),
            (CreateSchedule { room: Some(id(1)), ..other(6) }, "unknown"),
            (CreateSchedule { facilitators: vec![id(1)], ..other(7) }, "unknown"),
            (sewing(), "already_exists"),
        ] {
            let refused = change(&world, Command::CreateSchedule(schedule)).await;
            assert_eq!(refused.expect_err("refused").code(), fault, "{engine}");
        }
    }
}

#[tokio::test]
async fn a_calendar_is_read_by_its_secret_and_ends_with_the_permission() {
    for engine in engines() {
        let world = planned(engine).await;
        let manager = signed_in(&world, "manager").await;
        let facilitator = signed_in(&world, "facilitator").await;
        let whole = world.store.new_calendar(&manager, Calendar::Centre("KRN")).await.unwrap();
        let own = world.store.new_calendar(&facilitator, Calendar::Own).await.unwrap();
        let shifts = async |token: &str| {
            world.store.calendar(token).await.map(|c| c.shifts.len()).map_err(|e| e.fault())
        };
        assert!(shifts(&whole).await.unwrap() > shifts(&own).await.unwrap(), "{engine}");
        assert_eq!(shifts(&own).await, Ok(32), "{engine}: two a day, on 16 days");
        let next = world.store.new_calendar(&facilitator, Calendar::Own).await.unwrap();
        assert_eq!(shifts(&own).await, Err(Fault::NotFound), "{engine}: the new one ends it");
        assert_eq!(shifts(&next).await, Ok(32), "{engine}");
        let disable = Command::DisableAccount(domain::command::OfAccount { account: FACILITATOR });
        must(&world, disable, None).await;
        assert_eq!(shifts(&next).await, Err(Fault::NotFound), "{engine}");
        world.store.end_calendar(&manager, Calendar::Centre("KRN")).await.unwrap();
        assert_eq!(shifts(&whole).await, Err(Fault::NotFound), "{engine}");
        let donor = signed_in(&world, "donor").await;
        for of in [Calendar::Own, Calendar::Centre("KRN")] {
            let refused = world.store.new_calendar(&donor, of).await.map_err(|e| e.fault());
            assert_eq!(refused, Err(Fault::NotAllowed), "{engine}");
        }
    }
}

#[tokio::test]
async fn a_shift_says_who_is_reached_through_whom_and_what_nobody_covers() {
    for engine in engines() {
        let world = planned(engine).await;
        let speaks = |person, language: &str, level| {
            Command::RecordLanguage(RecordLanguage { person, language: language.into(), level })
        };
        for command in [
            speaks(AMINA, "ara", LanguageLevel::Speaks),
            speaks(LEJLA, "ara", LanguageLevel::Interprets),
            speaks(LEJLA, "eng", LanguageLevel::Speaks),
        ] {
            must(&world, command, None).await;
        }
        let none = week(&world, "2021-05-31").await;
        let ten = |week: &Week| week.shifts.iter().find(|shift| shift.id == TEN).unwrap().clone();
        assert!(!ten(&none).bridge.unwrap().staffed, "{engine}: nothing is known of the staff");
        let staff = |level| {
            Command::RecordAccountLanguage(RecordAccountLanguage {
                account: FACILITATOR,
                language: "eng".into(),
                level,
            })
        };
        change(&world, staff(LanguageLevel::Understands)).await.expect("recorded");
        change(&world, staff(LanguageLevel::Speaks)).await.expect("the latest stands");
        let lead = AssignFacilitator { shift: TEN, account: FACILITATOR, despite: None };
        change(&world, Command::AssignFacilitator(lead)).await.expect("in charge");
        let bridge = ten(&week(&world, "2021-05-31").await).bridge.unwrap();
        assert_eq!(bridge.through.len(), 1, "{engine}");
        let one = &bridge.through[0];
        assert_eq!(one.who.alias.as_deref(), Some("Lejla"), "{engine}");
        assert_eq!(one.reaches[0].alias.as_deref(), Some("Amina"), "{engine}");
        // Head office sees codes.
        let coordinator = signed_in(&world, "coordinator").await;
        let theirs = world.store.week(&coordinator, "KRN", day("2021-05-31")).await.unwrap();
        assert_eq!(ten(&theirs).bridge.unwrap().through[0].who.alias, None, "{engine}");
        // The tablet is told what its own bridge needs.
        let facilitator = signed_in(&world, "facilitator").await;
        let told = world.store.snapshot(&facilitator, Some(KRN)).await.unwrap();
        let brief = told.shifts.iter().find(|shift| shift.id == TEN).unwrap();
        assert_eq!(brief.languages, [("eng".to_owned(), LanguageLevel::Speaks)], "{engine}");

        let record = RecordInterpreting { interpreting: id(700), shift: TEN, person: LEJLA };
        must(&world, Command::RecordInterpreting(record), None).await;
        assert_eq!(ten(&week(&world, "2021-05-31").await).interpreted, [(id(700), LEJLA)]);
        let void = VoidInterpreting { interpreting: id(700) };
        must(&world, Command::VoidInterpreting(void), None).await;
        assert_eq!(ten(&week(&world, "2021-05-31").await).interpreted, [], "{engine}");
        let refused = world
            .store
            .change(By::Account(FACILITATOR), staff(LanguageLevel::Interprets), None, None)
            .await;
        assert_eq!(refused.map_err(|e| e.fault()), Err(Fault::NotAllowed), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
