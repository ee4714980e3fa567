//! What was logged of shifts, typed in from paper and corrected at the desk, and its history.

use crate::support::*;
use domain::access::Actor;
use domain::attendance::Presence;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::output::RecordOutput;
use domain::overview::{JournalQuery, ShiftLog};
use domain::person::{AgeBand, PersonCode, Sex};
use domain::registry::MergePeople;
use domain::shift::{EndEnrolment, Enrol, Reason, ShiftState};
use store::{By, SheetOf, Store, TypedCourse, TypedLog, TypedShift};
use uuid::Uuid;

fn code(person: domain::ids::PersonId) -> PersonCode {
    PersonCode::of(person.0)
}

fn nothing(shift: domain::ids::ShiftId) -> TypedShift {
    TypedShift {
        shift,
        marks: vec![],
        made: vec![],
        headcount: vec![],
        course: TypedCourse::HeldIfLogged,
    }
}

async fn log(world: &World, actor: &Actor) -> ShiftLog {
    world.store.shift_log(actor, "KRN", SheetOf::Shift(TEN)).await.expect("the log")
}

/// Types in as the page's form does, in a sending of its own; how many entries that made.
async fn type_in(world: &World, actor: &Actor, typed: TypedLog) -> Result<usize, Fault> {
    send(&world.store, actor, &TypedLog { form: Uuid::now_v7(), ..typed }).await
}

async fn send(store: &Store, actor: &Actor, typed: &TypedLog) -> Result<usize, Fault> {
    store.type_in(actor, "KRN", typed).await.map_err(Fault::from)
}

fn masks(n: u128, quantity: i64) -> Command {
    let output = id(n);
    Command::RecordOutput(RecordOutput {
        output,
        shift: TEN,
        product: MASK,
        quantity,
        rejected: false,
    })
}

fn mark_of(log: &ShiftLog, person: domain::ids::PersonId) -> Option<Presence> {
    let place = log.sheet.people.iter().position(|one| one.label.code == code(person));
    place.and_then(|place| log.marks[place][0])
}

#[tokio::test]
async fn a_sheet_of_paper_is_typed_in_and_closes_its_shift() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = signed_in(&world, "manager").await;
        let before = log(&world, &manager).await;
        assert_eq!(before.logged[0].state, ShiftState::NotLogged, "{engine}");
        assert!(before.logs && before.history.iter().all(|row| row.kind != "mark_attendance"));
        let typed = TypedLog {
            seen: before.seen,
            shifts: vec![TypedShift {
                marks: vec![
                    (code(AMINA), Some(Presence::Present)),
                    (code(LEJLA), Some(Presence::Absent)),
                ],
                made: vec![("MASK".into(), 25, 2)],
                headcount: vec![(Sex::Female, AgeBand::To11, 3), (Sex::Male, AgeBand::To11, 0)],
                ..nothing(TEN)
            }],
            ..TypedLog::default()
        };
        // Two marks, two outputs, a headcount, the closing.
        assert_eq!(type_in(&world, &manager, typed.clone()).await, Ok(6), "{engine}");
        let after = log(&world, &manager).await;
        assert_eq!(after.logged[0].state, ShiftState::Closed, "{engine}");
        assert_eq!(after.logged[0].made, [(25, 2)]);
        assert_eq!(after.logged[0].counted(Sex::Female, AgeBand::To11), 3);
        assert_eq!(mark_of(&after, AMINA), Some(Presence::Present));
        assert_eq!(mark_of(&after, LEJLA), Some(Presence::Absent));
        // The same once more changes nothing.
        let again = TypedLog { seen: after.seen, ..typed };
        assert_eq!(type_in(&world, &manager, again).await, Ok(0), "{engine}");
        let dashboard = world.store.dashboard(&manager, "KRN", None).await.unwrap();
        assert!(dashboard.disagreements.is_empty(), "{engine}: {:?}", dashboard.disagreements);
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn a_correction_needs_a_reason_and_says_what_it_replaces() {
    for engine in engines() {
        let world = furnished(engine).await;
        let first = envelope(900, "2021-05-31T10:00:00Z", mark(TEN, AMINA, Presence::Present));
        submit(&world, By::Account(FACILITATOR), &first).await;
        must(&world, close(TEN), None).await;
        let manager = signed_in(&world, "manager").await;
        let seen = log(&world, &manager).await.seen;
        let absent = |why: &str| TypedLog {
            seen,
            shifts: vec![TypedShift {
                marks: vec![(code(AMINA), Some(Presence::Absent))],
                ..nothing(TEN)
            }],
            why: why.to_owned(),
            ..TypedLog::default()
        };
        let missing = Fault::Missing { field: "why".into() };
        assert_eq!(type_in(&world, &manager, absent("")).await, Err(missing), "{engine}");
        assert_eq!(mark_of(&log(&world, &manager).await, AMINA), Some(Presence::Present));
        // The mark, the closing behind it, and why.
        let done = type_in(&world, &manager, absent("The wrong row was ticked")).await;
        assert_eq!(done, Ok(3), "{engine}");
        let after = log(&world, &manager).await;
        assert_eq!(mark_of(&after, AMINA), Some(Presence::Absent), "{engine}");
        let of_mark: Vec<_> =
            after.history.iter().filter(|row| row.kind == "mark_attendance").collect();
        assert_eq!(of_mark.len(), 2, "{engine}");
        assert_eq!(of_mark[0].account.as_deref(), Some("MANAGER"), "{engine}: the newest first");
        let before = of_mark[0].instead.as_ref().and_then(|before| before.said.clone());
        assert_eq!(before, Some(mark(TEN, AMINA, Presence::Present)), "{engine}");
        let why = after.history.iter().find(|row| row.kind == "note_shift").unwrap();
        assert_eq!(why.details.remark.as_deref(), Some("The wrong row was ticked"), "{engine}");
        // Neither a dispute nor work that somebody did who did not know of the closing.
        let dashboard = world.store.dashboard(&manager, "KRN", None).await.unwrap();
        assert!(dashboard.disagreements.is_empty(), "{engine}: {:?}", dashboard.disagreements);
    }
}

#[tokio::test]
async fn what_came_since_the_page_was_drawn_is_not_overwritten() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = signed_in(&world, "manager").await;
        let seen = log(&world, &manager).await.seen;
        // A tablet hands in both marks while the manager types one.
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, mark(TEN, LEJLA, Presence::Present), None).await;
        let typed = TypedLog {
            seen,
            shifts: vec![TypedShift {
                marks: vec![(code(AMINA), Some(Presence::Absent)), (code(LEJLA), None)],
                ..nothing(TEN)
            }],
            ..TypedLog::default()
        };
        type_in(&world, &manager, typed).await.expect("taken in");
        let after = log(&world, &manager).await;
        // Lejla's was left as it was shown; about Amina's both are told.
        assert_eq!(mark_of(&after, LEJLA), Some(Presence::Present), "{engine}");
        let dashboard = world.store.dashboard(&manager, "KRN", None).await.unwrap();
        assert_eq!(dashboard.disagreements.len(), 1, "{engine}");
    }
}

#[tokio::test]
async fn a_form_that_comes_twice_makes_nothing_twice() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = signed_in(&world, "manager").await;
        let typed = TypedLog {
            form: id(500),
            seen: log(&world, &manager).await.seen,
            shifts: vec![TypedShift {
                marks: vec![(code(AMINA), Some(Presence::Present))],
                made: vec![("MASK".into(), 25, 1)],
                headcount: vec![(Sex::Female, AgeBand::To11, 3)],
                ..nothing(TEN)
            }],
            why: "From paper".into(),
        };
        // A mark, two outputs, a headcount, the closing, and why.
        assert_eq!(send(&world.store, &manager, &typed).await, Ok(6), "{engine}");
        let head = log(&world, &manager).await.seen;
        // In the same instant, and when the page of a lost answer is loaded again a minute later.
        let later = world.store.at(at("2021-05-31T14:11:00Z"));
        for store in [&world.store, &later] {
            assert_eq!(send(store, &manager, &typed).await, Ok(6), "{engine}");
        }
        assert_eq!(log(&world, &manager).await.seen, head, "{engine}: nothing was written");
        // Neither does a tablet that hands something in between the two change the answer.
        must(&world, masks(501, 7), None).await;
        assert_eq!(send(&later, &manager, &typed).await, Ok(6), "{engine}");
        assert_eq!(log(&world, &manager).await.logged[0].made, [(32, 1)], "{engine}");
        // Whoever goes back and types something else does not add to it unawares.
        let mut other = TypedLog { form: id(502), ..typed };
        other.shifts[0].made = vec![("MASK".into(), 26, 1)];
        assert_eq!(send(&later, &manager, &other).await, Err(Fault::EnteredSince), "{engine}");
        assert_eq!(log(&world, &manager).await.logged[0].made, [(32, 1)], "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn pieces_that_came_since_the_page_was_drawn_are_not_added_to() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = signed_in(&world, "manager").await;
        let seen = log(&world, &manager).await.seen;
        must(&world, masks(501, 25), None).await;
        let typed = |seen, good, rejected| TypedLog {
            seen,
            shifts: vec![TypedShift {
                marks: vec![(code(AMINA), Some(Presence::Present))],
                made: vec![("MASK".into(), good, rejected)],
                ..nothing(TEN)
            }],
            ..TypedLog::default()
        };
        let before = log(&world, &manager).await.seen;
        let refused = type_in(&world, &manager, typed(seen, 25, 0)).await;
        assert_eq!(refused, Err(Fault::EnteredSince), "{engine}");
        assert_eq!(log(&world, &manager).await.seen, before, "{engine}: not even the mark");
        // From the fresh page the same is the mark and the closing, and no pieces.
        assert_eq!(type_in(&world, &manager, typed(before, 25, 0)).await, Ok(2), "{engine}");
        // What was not touched is in nobody's way: rejected pieces beside the good ones.
        assert_eq!(type_in(&world, &manager, typed(seen, 0, 2)).await.map(drop), Ok(()));
        assert_eq!(log(&world, &manager).await.logged[0].made, [(25, 2)], "{engine}");
    }
}

#[tokio::test]
async fn a_correction_reaches_every_record_of_a_person() {
    for engine in engines() {
        let world = furnished(engine).await;
        let twin = id(55);
        must(&world, person(twin, Some(KRN), Sex::Female, 1990), alias("Amena")).await;
        for one in [AMINA, twin] {
            must(&world, mark(TEN, one, Presence::Present), None).await;
        }
        let merge = MergePeople { merge: id(600), kept: AMINA, other: twin };
        must(&world, Command::MergePeople(merge), None).await;
        let manager = signed_in(&world, "manager").await;
        let typed = TypedLog {
            seen: log(&world, &manager).await.seen,
            shifts: vec![TypedShift {
                marks: vec![(code(AMINA), Some(Presence::Absent))],
                ..nothing(TEN)
            }],
            why: "The wrong row was ticked".into(),
            ..TypedLog::default()
        };
        // Both marks, the closing, and why.
        assert_eq!(type_in(&world, &manager, typed).await, Ok(4), "{engine}");
        let after = log(&world, &manager).await;
        assert_eq!(mark_of(&after, AMINA), Some(Presence::Absent), "{engine}");
        let dashboard = world.store.dashboard(&manager, "KRN", None).await.unwrap();
        assert!(dashboard.disagreements.is_empty(), "{engine}: {:?}", dashboard.disagreements);
    }
}

#[tokio::test]
async fn a_walk_in_a_wrong_code_and_a_shift_that_did_not_happen() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = signed_in(&world, "manager").await;
        let seen = log(&world, &manager).await.seen;
        let typed = |person, course| TypedLog {
            seen,
            shifts: vec![TypedShift {
                marks: vec![(code(person), Some(Presence::Present))],
                course,
                ..nothing(TEN)
            }],
            ..TypedLog::default()
        };
        let nobody = typed(id(999), TypedCourse::HeldIfLogged);
        let unknown = Fault::Unknown { noun: Noun::Person };
        assert_eq!(type_in(&world, &manager, nobody).await, Err(unknown), "{engine}");
        let holiday = TypedCourse::DidNotHappen(Reason::Holiday);
        let both = typed(AMINA, holiday);
        assert_eq!(type_in(&world, &manager, both).await, Err(Fault::ShiftDidNotHappen));
        let walk_in = typed(AMINA, TypedCourse::Open);
        assert_eq!(type_in(&world, &manager, walk_in).await, Ok(1), "{engine}");
        let after = log(&world, &manager).await;
        assert_eq!(mark_of(&after, AMINA), Some(Presence::Present), "{engine}");
        assert_eq!(after.logged[0].state, ShiftState::NotLogged, "{engine}: left open");
        let called_off = TypedLog {
            seen: after.seen,
            shifts: vec![TypedShift { course: holiday, ..nothing(TEN) }],
            ..TypedLog::default()
        };
        assert_eq!(type_in(&world, &manager, called_off).await, Ok(1), "{engine}");
        let after = log(&world, &manager).await;
        assert_eq!(after.logged[0].reason, Some(Reason::Holiday), "{engine}");
    }
}

#[tokio::test]
async fn head_office_reads_by_codes_and_others_nothing() {
    for engine in engines() {
        let world = furnished(engine).await;
        let coordinator = signed_in(&world, "coordinator").await;
        let read = log(&world, &coordinator).await;
        assert!(!read.logs && read.sheet.people.iter().all(|one| one.label.alias.is_none()));
        let typed = TypedLog { seen: read.seen, shifts: vec![nothing(TEN)], ..TypedLog::default() };
        assert_eq!(type_in(&world, &coordinator, typed).await, Err(Fault::NotAllowed), "{engine}");
        for login in ["facilitator", "donor"] {
            let actor = signed_in(&world, login).await;
            let refused = world.store.shift_log(&actor, "KRN", SheetOf::Shift(TEN)).await;
            assert_eq!(refused.map(drop).map_err(Fault::from), Err(Fault::NotAllowed));
        }
        // A shift of another centre is not found from here.
        let manager = signed_in(&world, "manager").await;
        let elsewhere = world.store.shift_log(&manager, "KRN", SheetOf::Shift(WOODEN)).await;
        let unknown = Fault::Unknown { noun: Noun::Shift };
        assert_eq!(elsewhere.map(drop).map_err(Fault::from), Err(unknown), "{engine}");
    }
}

#[tokio::test]
async fn the_journal_is_read_by_what_it_is_about() {
    for engine in engines() {
        let world = furnished(engine).await;
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        let coordinator = signed_in(&world, "coordinator").await;
        let manager = signed_in(&world, "manager").await;
        let kinds = async |actor: &Actor, of: Option<&str>, asked: JournalQuery| {
            let page = world.store.journal_page(actor, of, asked).await.expect("a page");
            page.rows.into_iter().map(|row| row.kind).collect::<Vec<_>>()
        };
        let all = kinds(&coordinator, None, JournalQuery::default()).await;
        assert_eq!(all[..2], ["close_shift", "mark_attendance"], "{engine}");
        assert!(all.contains(&"create_account".to_owned()), "{engine}");
        let here = kinds(&manager, Some("KRN"), JournalQuery::default()).await;
        assert!(!here.contains(&"create_account".to_owned()), "{engine}: not of the centre");
        assert!(here.contains(&"enrol".to_owned()) && here.contains(&"plan_shift".to_owned()));
        let of_shift = JournalQuery { shift: Some(TEN.to_string()), ..JournalQuery::default() };
        let shift = kinds(&manager, Some("KRN"), of_shift.clone()).await;
        assert_eq!(shift[..2], ["close_shift", "mark_attendance"], "{engine}");
        assert!(shift.contains(&"plan_shift".to_owned()), "{engine}: {shift:?}");
        let of_person =
            JournalQuery { person: Some(code(AMINA).to_string()), ..JournalQuery::default() };
        let person = kinds(&manager, Some("KRN"), of_person).await;
        assert_eq!(person, ["mark_attendance", "enrol", "register_person"], "{engine}");
        let kind = JournalQuery { kind: Some("close_shift".into()), ..JournalQuery::default() };
        assert_eq!(kinds(&coordinator, None, kind).await, ["close_shift"], "{engine}");
        let by = JournalQuery { account: Some("FACILITATOR".into()), ..JournalQuery::default() };
        assert_eq!(kinds(&coordinator, None, by).await, Vec::<String>::new(), "{engine}");
        let before = JournalQuery { to: Some(day("2021-05-30")), ..JournalQuery::default() };
        assert_eq!(kinds(&coordinator, None, before).await, Vec::<String>::new(), "{engine}");
        let since = JournalQuery { from: Some(day("2021-05-31")), ..JournalQuery::default() };
        assert_eq!(kinds(&coordinator, None, since).await, all, "{engine}");
        // What is asked of another centre does not lead there.
        let elsewhere = JournalQuery { centre: Some("OBR".into()), ..JournalQuery::default() };
        assert_eq!(kinds(&manager, Some("KRN"), elsewhere).await, here, "{engine}");
        for login in ["facilitator", "donor", "manager"] {
            let actor = signed_in(&world, login).await;
            let refused = world.store.journal_page(&actor, None, JournalQuery::default()).await;
            let refused = refused.map(drop).map_err(Fault::from);
            assert_eq!(refused, Err(Fault::NotAllowed), "{engine} {login}");
        }
        let refused = world.store.journal_page(&manager, Some("OBR"), of_shift).await;
        assert_eq!(refused.map(drop).map_err(Fault::from), Err(Fault::NotAllowed));
    }
}

#[tokio::test]
async fn a_long_journal_is_read_in_pages() {
    for engine in engines() {
        let world = furnished(engine).await;
        for n in 0..120 {
            let presence = if n % 2 == 0 { Presence::Present } else { Presence::Absent };
            must(&world, mark(TEN, AMINA, presence), None).await;
        }
        let manager = signed_in(&world, "manager").await;
        let mut asked = JournalQuery { shift: Some(TEN.to_string()), ..JournalQuery::default() };
        let mut numbers = Vec::new();
        loop {
            let page =
                world.store.journal_page(&manager, Some("KRN"), asked.clone()).await.unwrap();
            numbers.extend(page.rows.iter().map(|row| row.seq));
            match page.next {
                Some(next) => asked.before = Some(next),
                None => break,
            }
        }
        assert!(
            numbers.is_sorted_by(|one, other| one > other),
            "{engine}: newest first, once each"
        );
        let marks = rows(&world, "attendance").await;
        assert!(numbers.len() as i64 > marks && marks == 120, "{engine}: {}", numbers.len());
    }
}

#[tokio::test]
async fn a_closed_period_holds_what_comes_late() {
    use domain::period_close::{ClosePeriod, ReopenPeriod};
    use domain::review::SettleEntry;
    use domain::sync::Outcome;
    for engine in engines() {
        let world = furnished(engine).await;
        let april = id(77);
        must(&world, plan(april, SEW, "2021-04-20", "10:00"), None).await;
        let since = |n, person, from| match enrol(n, person, SEW, None) {
            Command::Enrol(place) => Command::Enrol(Enrol { from: day(from), ..place }),
            other => other,
        };
        must(&world, since(990, LEJLA, "2021-04-01"), None).await;
        must(&world, person(id(53), Some(KRN), Sex::Female, 1999), None).await;
        let change = async |who, command: Command, remark: Option<&str>| {
            let beside = remark.map(|text| domain::command::Identity::Remark(text.into()));
            let done = world.store.change(By::Account(who), command, beside, None).await;
            done.map(drop).map_err(Fault::from)
        };
        let close_to = |to: &str| Command::ClosePeriod(ClosePeriod { centre: KRN, to: day(to) });
        let still = change(MANAGER, close_to("2021-05-31"), None).await;
        assert!(matches!(still, Err(Fault::BadDay { .. })), "{engine}: May is not over: {still:?}");
        let part = change(MANAGER, close_to("2021-04-29"), None).await;
        assert_eq!(part, Err(Fault::PeriodNotWhole), "{engine}");
        assert_eq!(change(FACILITATOR, close_to("2021-04-30"), None).await, Err(Fault::NotAllowed));
        assert_eq!(change(MANAGER, close_to("2021-04-30"), None).await, Ok(()), "{engine}");
        assert_eq!(
            change(MANAGER, close_to("2021-04-30"), None).await,
            Err(Fault::PeriodClosed),
            "{engine}: twice"
        );
        // A tablet comes back with a mark of April.
        let late = envelope(901, "2021-04-20T09:00:00Z", mark(april, AMINA, Presence::Present));
        let held = Outcome::Held { fault: Fault::PeriodClosed };
        assert_eq!(submit(&world, By::Account(FACILITATOR), &late).await, held, "{engine}");
        assert_eq!(rows(&world, "attendance").await, 0, "{engine}");
        // What lies in May is taken in as ever.
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        // The manager approves it, and the period stays closed.
        let manager = signed_in(&world, "manager").await;
        let review = world.store.dashboard(&manager, "KRN", None).await.unwrap().review;
        let hash = review[0].hash.clone();
        let centre = world.store.review_centre(&hash, By::Account(FACILITATOR)).await.unwrap();
        assert_eq!(centre, Some(KRN), "{engine}");
        let entry = |centre| SettleEntry { entry: hash.clone(), maker: Some(FACILITATOR), centre };
        let elsewhere = change(MANAGER, Command::ReleaseEntry(entry(Some(OBR))), None).await;
        assert_eq!(elsewhere, Err(Fault::Unknown { noun: Noun::Entry }), "{engine}");
        let entry = entry(centre);
        assert_eq!(change(MANAGER, Command::ReleaseEntry(entry), None).await, Ok(()), "{engine}");
        assert_eq!(rows(&world, "attendance").await, 2, "{engine}");
        let at_desk = change(MANAGER, mark(april, LEJLA, Presence::Present), None).await;
        assert_eq!(at_desk, Err(Fault::PeriodClosed), "{engine}");
        let moved = change(MANAGER, plan(id(78), SEW, "2021-04-21", "10:00"), None).await;
        assert_eq!(moved, Err(Fault::PeriodClosed), "{engine}: no new shift there either");
        // Nor a place in the workshop that reaches back into it, or ends within it.
        let back = change(MANAGER, since(991, id(53), "2021-04-30"), None).await;
        assert_eq!(back, Err(Fault::PeriodClosed), "{engine}");
        let end =
            |to: &str| Command::EndEnrolment(EndEnrolment { enrolment: id(990), to: day(to) });
        let within = change(MANAGER, end("2021-04-29"), None).await;
        assert_eq!(within, Err(Fault::PeriodClosed), "{engine}");
        assert_eq!(change(MANAGER, end("2021-04-30"), None).await, Ok(()), "{engine}");
        assert_eq!(change(MANAGER, since(992, id(53), "2021-05-01"), None).await, Ok(()));
        // The decision stands among the entries of the centre.
        let kind = JournalQuery { kind: Some("release_entry".into()), ..JournalQuery::default() };
        let page = world.store.journal_page(&manager, Some("KRN"), kind).await.unwrap();
        assert_eq!(page.rows.len(), 1, "{engine}");
        let periods = world.store.periods(&manager, "KRN").await.unwrap();
        assert_eq!(periods.closed_to, Some(day("2021-04-30")), "{engine}");
        assert_eq!((periods.months.len(), periods.months[0].from), (12, day("2021-05-01")));
        assert_eq!(periods.months[1].not_logged, 1, "{engine}");
        // Open again, with a reason.
        let reopen =
            || Command::ReopenPeriod(ReopenPeriod { centre: KRN, from: day("2021-04-01") });
        assert_eq!(change(MANAGER, reopen(), None).await, Err(Fault::malformed()), "{engine}");
        assert_eq!(change(MANAGER, reopen(), Some("A sheet was found")).await, Ok(()), "{engine}");
        let at_desk = change(MANAGER, mark(april, LEJLA, Presence::Present), None).await;
        assert_eq!(at_desk, Ok(()), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}
