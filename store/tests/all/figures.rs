//! Summaries, participation, risks and doubts: what they are split by, what they refuse, and that
//! nothing is accepted twice; on both engines.

use crate::support::*;
use domain::access::Actor;
use domain::attendance::{Presence, RecordHeadcount};
use domain::clock::FixedClock;
use domain::command::{Command, Identity, RecordLanguage};
use domain::fault::{Fault, Noun};
use domain::ids::{PersonId, ProjectId, WorkshopId};
use domain::label::Name;
use domain::occupancy::RecordOccupancy;
use domain::output::RecordOutput;
use domain::person::{AgeBand, LanguageLevel, Sex};
use domain::report::doubt::{AcceptFigure, Doubt};
use domain::report::dropping_out::Risk;
use domain::report::participation::Share;
use domain::report::{Cell, ColumnId, GROUP_UNKNOWN, Query, Report, Split, Step};
use domain::shift::AssignFacilitator;
use domain::suppression::Why;
use domain::waiting::{DeclineOffer, JoinWaitingList, LeaveWaitingList, OfferPlace};
use domain::workshop::{Activity, CreateWorkshop, ShareWorkshop};
use std::sync::Arc;
use store::{By, Store};

const OPERATOR: Actor = Actor::Operator;

fn may() -> Query {
    Query { step: Step::Whole, ..Query::period(day("2021-05-01"), day("2021-05-31")) }
}

async fn rows_of(world: &World, report: Report, query: &Query) -> Vec<Vec<Cell>> {
    world.store.rows_of(&OPERATOR, report, query).await.unwrap()
}

fn number(report: Report, row: &[Cell], column: ColumnId) -> Option<i64> {
    match &row[report.place(column).unwrap()] {
        Cell::Number(n) => Some(*n),
        _ => None,
    }
}

fn text(report: Report, row: &[Cell], column: ColumnId) -> Option<String> {
    match &row[report.place(column).unwrap()] {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Two women at the closed shift of ten o'clock; one speaks Arabic, of the other nothing is known.
async fn held(engine: &str) -> World {
    let world = furnished(engine).await;
    let speaks = |language: &str, level| {
        Command::RecordLanguage(RecordLanguage { person: AMINA, language: language.into(), level })
    };
    for command in [
        speaks("ara", LanguageLevel::Speaks),
        speaks("eng", LanguageLevel::Understands),
        mark(TEN, AMINA, Presence::Present),
        mark(TEN, LEJLA, Presence::Present),
        close(TEN),
    ] {
        must(&world, command, None).await;
    }
    world
}

#[tokio::test]
async fn languages_are_those_that_somebody_knows_best() {
    for engine in engines() {
        let world = held(engine).await;
        let query = Query { by: Some(Split::Language), ..may() };
        let report = Report::ActivitySummary;
        let rows = rows_of(&world, report, &query).await;
        let told: Vec<_> = rows
            .iter()
            .map(|row| {
                (text(report, row, ColumnId::Group), number(report, row, ColumnId::Contacts))
            })
            .collect();
        assert_eq!(told, [(None, Some(1)), (Some("ara".into()), Some(1))], "{engine}");
        // Shifts and hours belong to nobody's language.
        assert!(rows.iter().all(|row| number(report, row, ColumnId::Minutes).is_none()));
        let led = Query { by: Some(Split::Facilitator), ..may() };
        let rows = rows_of(&world, report, &led).await;
        let minutes: i64 =
            rows.iter().filter_map(|row| number(report, row, ColumnId::Minutes)).sum();
        assert_eq!(minutes, 120, "{engine}: the one shift that was held");
    }
}

/// The rows behind a group add up to its figures.
#[tokio::test]
async fn a_group_opens_its_own_rows() {
    for engine in engines() {
        let world = held(engine).await;
        for (by, of, contacts) in [
            (Split::Sex, "f", 2),
            (Split::Sex, "m", 0),
            (Split::Band, "12-17", 1),
            (Split::Band, "18-59", 1),
            (Split::Language, "ara", 1),
            (Split::Language, GROUP_UNKNOWN, 1),
            (Split::Facilitator, GROUP_UNKNOWN, 2),
        ] {
            let query = Query { by: Some(by), of: Some(of.into()), ..may() };
            let came = rows_of(&world, Report::Attendance, &query).await;
            assert_eq!(came.len(), contacts, "{engine} {by:?} {of}");
            let people = rows_of(&world, Report::PeopleReached, &query).await;
            assert_eq!(people.len(), contacts, "{engine} {by:?} {of}");
        }
        let query = |by, of: &str| Query { by: Some(by), of: Some(of.into()), ..may() };
        let fault = async |report, query: &Query| {
            world.store.rows_of(&OPERATOR, report, query).await.map(drop).map_err(|e| e.fault())
        };
        let nobody = fault(Report::SessionLog, &query(Split::Facilitator, "F-ELSEWHERE-1")).await;
        assert_eq!(nobody, Err(Fault::Unknown { noun: Noun::Account }), "{engine}");
        for (report, query) in [
            (Report::Attendance, query(Split::Sex, "x")),
            (Report::Attendance, query(Split::Language, "Arabic; drop")),
            (Report::Attendance, query(Split::Centre, "KRN")),
            (Report::SessionLog, query(Split::Sex, "f")),
            (Report::ActivitySummary, query(Split::Sex, "f")),
            (Report::Attendance, Query { of: Some("f".into()), ..may() }),
        ] {
            let refused = fault(report, &query).await;
            let refused =
                matches!(refused, Err(Fault::Malformed { .. } | Fault::OutOfRange { .. }));
            assert!(refused, "{engine} {report:?} {query:?}");
        }
    }
}

#[tokio::test]
async fn only_the_summary_is_split() {
    let world = held("sqlite").await;
    let query = Query { by: Some(Split::Sex), ..may() };
    for report in Report::ALL {
        let found = world.store.rows_of(&OPERATOR, report, &query).await;
        assert_eq!(found.is_ok(), report == Report::ActivitySummary, "{report:?}");
    }
    let long = Query { step: Step::Day, ..Query::period(day("2019-01-01"), day("2021-05-31")) };
    let refused = world.store.rows_of(&OPERATOR, Report::ActivitySummary, &long).await;
    assert!(matches!(refused.map_err(|e| e.fault()), Err(Fault::OutOfRange { .. })));
}

#[tokio::test]
async fn a_share_is_measured_or_refused() {
    for engine in engines() {
        let world = held(engine).await;
        let report = Report::Participation;
        let query = may().in_centre("KRN");
        let share = |rows: &[Vec<Cell>], share: Share| {
            let place = Share::ALL.iter().position(|one| *one == share).unwrap();
            rows[place].clone()
        };
        let rows = rows_of(&world, report, &query).await;
        let housed = report.place(ColumnId::Housed).unwrap();
        assert_eq!(rows.len(), 4, "{engine}");
        assert_eq!(share(&rows, Share::Female)[housed], Cell::Empty(Why::NotRecorded));

        let occupancy = |n, on: &str, female| {
            Command::RecordOccupancy(RecordOccupancy {
                occupancy: id(n),
                centre: KRN,
                day: day(on),
                total: 10,
                children: None,
                female,
                male: None,
                girls: None,
                boys: None,
                cells: vec![],
                source: "count".into(),
            })
        };
        must(&world, occupancy(901, "2021-05-20", Some(4)), None).await;
        let rows = rows_of(&world, report, &query).await;
        assert_eq!(share(&rows, Share::Female)[housed], Cell::Empty(Why::Stale), "{engine}");
        must(&world, occupancy(902, "2021-05-29", Some(5)), None).await;
        let rows = rows_of(&world, report, &query).await;
        let women = share(&rows, Share::Female);
        let of = |column| number(report, &women, column);
        assert_eq!(of(ColumnId::People), Some(2), "{engine}");
        assert_eq!((of(ColumnId::Housed), of(ColumnId::HousedAge)), (Some(5), Some(2)));
        assert_eq!(share(&rows, Share::Children)[housed], Cell::Empty(Why::NotRecorded));

        // Counted without a name: a range, never a false exact number.
        let counted = RecordHeadcount {
            shift: TWELVE,
            sex: Sex::Female,
            band: AgeBand::To59,
            people: 3,
            replaces: None,
        };
        must(&world, Command::RecordHeadcount(counted), None).await;
        must(&world, close(TWELVE), None).await;
        let women = share(&rows_of(&world, report, &query).await, Share::Female);
        let people = report.place(ColumnId::People).unwrap();
        assert_eq!(women[people], Cell::Empty(Why::OnlyARange), "{engine}");
        let range = [ColumnId::PeopleLeast, ColumnId::PeopleMost];
        assert_eq!(range.map(|column| number(report, &women, column)), [Some(3), Some(5)]);
    }
}

#[tokio::test]
async fn who_is_at_risk_is_told_by_code() {
    for engine in engines() {
        let world = furnished(engine).await;
        for (n, on) in [(971, "2021-05-10"), (972, "2021-05-11"), (973, "2021-05-12")] {
            must(&world, plan(id(n), SEW, on, "18:00"), None).await;
            must(&world, mark(id(n), AMINA, Presence::Absent), None).await;
            must(&world, close(id(n)), None).await;
        }
        let report = Report::DroppingOut;
        let query = Query::period(day("2021-05-31"), day("2021-05-31")).in_centre("KRN");
        let found = rows_of(&world, report, &query).await;
        let risk = Cell::Term(domain::report::Term::Risk(Risk::Absences));
        assert_eq!(found.len(), 1, "{engine}: {found:?}");
        assert_eq!(found[0][report.place(ColumnId::Risk).unwrap()], risk, "{engine}");
        assert_eq!(number(report, &found[0], ColumnId::HowMany), Some(3));
        let page = world.store.dropping_out(&OPERATOR, "KRN").await.unwrap();
        assert_eq!(page.people[0].id, AMINA);
        // Whoever sees figures and no register gets no alias.
        let sees_no_register = signed_in(&world, "coordinator").await;
        let page = world.store.dropping_out(&sees_no_register, "KRN").await.unwrap();
        assert_eq!(page.people[0].label.alias, None, "{engine}");
        // The same, seen from an earlier day.
        let early = Query::period(day("2021-05-11"), day("2021-05-11")).in_centre("KRN");
        assert_eq!(rows_of(&world, report, &early).await.len(), 0, "{engine}");
    }
}

#[tokio::test]
async fn days_to_come_make_nobody_quiet() {
    for engine in engines() {
        let world = furnished(engine).await;
        for (n, on) in [(971, "2021-05-10"), (972, "2021-05-11"), (973, "2021-05-12")] {
            must(&world, plan(id(n), SEW, on, "18:00"), None).await;
            if n == 971 {
                must(&world, mark(id(n), AMINA, Presence::Present), None).await;
            }
            must(&world, close(id(n)), None).await;
        }
        let report = Report::DroppingOut;
        // Today is 31 May, and the period goes on for a month.
        for to in ["2021-05-31", "2021-06-30"] {
            let query = Query::period(day("2021-05-01"), day(to)).in_centre("KRN");
            let found = rows_of(&world, report, &query).await;
            assert_eq!(found.len(), 1, "{engine} {to}: {found:?}");
            let risk = Cell::Term(domain::report::Term::Risk(Risk::GoneQuiet));
            assert_eq!(found[0][report.place(ColumnId::Risk).unwrap()], risk, "{engine} {to}");
            assert_eq!(number(report, &found[0], ColumnId::HowMany), Some(21), "{engine} {to}");
        }
    }
}

#[tokio::test]
async fn who_waited_on_an_earlier_day_is_told_afterwards() {
    for engine in engines() {
        let world = furnished(engine).await;
        let wait = |n, person| {
            let (waiting, workshop, shift) = (id(n), SEW, None);
            Command::JoinWaitingList(JoinWaitingList { waiting, person, workshop, shift })
        };
        for n in [100, 101] {
            must(&world, person(id(n), Some(KRN), Sex::Female, 1990), None).await;
        }
        for (n, who) in [(800, LEJLA), (801, id(100)), (802, id(101))] {
            must(&world, wait(n, who), None).await;
        }
        // On 20 June one leaves the list, one declines a place, and one is enrolled.
        let clock = Arc::new(FixedClock(at("2021-06-20T08:00:00Z")));
        let later = Store::open(&world.url, clock).await.expect("opens");
        let (offer, waiting) = (id(901), id(801));
        for command in [
            Command::LeaveWaitingList(LeaveWaitingList { waiting: id(800) }),
            Command::OfferPlace(OfferPlace { offer, waiting, until: day("2021-06-30") }),
            Command::DeclineOffer(DeclineOffer { offer }),
            enrol(711, id(101), SEW, None),
        ] {
            let text = format!("{command:?}");
            later.change(By::Operator, command, None, None).await.expect(&text);
        }
        let report = Report::DroppingOut;
        let waited = async |on: &str| {
            let query = Query::period(day(on), day(on)).in_centre("KRN");
            let found = later.rows_of(&OPERATOR, report, &query).await.unwrap();
            let days = found.iter().map(|row| number(report, row, ColumnId::HowMany));
            days.collect::<Vec<_>>()
        };
        let nobody = Vec::<Option<i64>>::new();
        assert_eq!(waited("2021-06-13").await, nobody, "{engine}: not long yet");
        assert_eq!(waited("2021-06-19").await, [Some(19), Some(19), Some(19)], "{engine}");
        assert_eq!(waited("2021-06-20").await, nobody, "{engine}");
        later.close().await;
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn a_doubted_figure_is_accepted_once_and_doubted_again_when_it_changes() {
    for engine in engines() {
        let world = held(engine).await;
        for n in 0..6u128 {
            let shift = id(950 + n);
            must(&world, plan(shift, SEW, &format!("2021-05-{:02}", 10 + n), "18:00"), None).await;
            must(&world, mark(shift, AMINA, Presence::Present), None).await;
            let quantity = if n == 5 { 400 } else { 20 + n as i64 };
            let made = RecordOutput {
                output: id(960 + n),
                shift,
                product: MASK,
                quantity,
                rejected: false,
            };
            must(&world, Command::RecordOutput(made), None).await;
            must(&world, close(shift), None).await;
        }
        let doubted = async || world.store.doubtful(&OPERATOR, "KRN", None).await.unwrap().figures;
        let found = doubted().await;
        assert_eq!(found.len(), 1, "{engine}: {found:?}");
        let one = &found[0];
        assert_eq!((one.doubt, one.value, one.accepted), (Doubt::TooMuch, 400, None), "{engine}");

        let accept = AcceptFigure { shift: one.shift, doubt: one.doubt, value: one.value };
        let accept = Command::AcceptFigure(accept);
        let reason = || Some(Identity::Remark("Two machines were lent".into()));
        let facilitator = By::Account(FACILITATOR);
        for (by, identity, fault) in
            [(By::Operator, None, Fault::malformed()), (facilitator, reason(), Fault::NotAllowed)]
        {
            let refused = world.store.change_whole(by, vec![(accept.clone(), identity)]).await;
            assert_eq!(refused.map_err(|e| e.fault()), Err(fault), "{engine}");
        }
        must(&world, accept, reason()).await;
        let found = doubted().await;
        assert_eq!(found[0].accepted, Some(day("2021-05-31")), "{engine}");

        let more = RecordOutput {
            output: id(969),
            shift: found[0].shift,
            product: MASK,
            quantity: 1,
            rejected: false,
        };
        must(&world, Command::RecordOutput(more), None).await;
        let found = doubted().await;
        assert_eq!((found[0].value, found[0].accepted), (401, None), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

/// A shift of the sewing workshop that was held, to which one person came.
async fn sewn(world: &World, n: u128, on: &str, who: PersonId, masks: i64) {
    let shift = id(n);
    must(world, plan(shift, SEW, on, "18:00"), None).await;
    must(world, mark(shift, who, Presence::Present), None).await;
    let made = RecordOutput {
        output: id(n + 500),
        shift,
        product: MASK,
        quantity: masks,
        rejected: false,
    };
    must(world, Command::RecordOutput(made), None).await;
    must(world, close(shift), None).await;
}

/// The doubted figures: their day, the figure, and what it is measured by.
async fn doubted(world: &World, query: &Query) -> Vec<(Cell, Option<i64>, Option<i64>)> {
    let report = Report::DoubtfulFigures;
    let on = report.place(ColumnId::Date).unwrap();
    let of = |row: &Vec<Cell>| {
        let figures = [ColumnId::Value, ColumnId::Usual].map(|one| number(report, row, one));
        (row[on].clone(), figures[0], figures[1])
    };
    rows_of(world, report, query).await.iter().map(of).collect()
}

#[tokio::test]
async fn a_shift_is_doubted_alike_whatever_is_asked_for() {
    for engine in engines() {
        let world = furnished(engine).await;
        // Few in winter; in spring the same every week, and then more than in winter, which is long
        // ago.
        let shifts = [
            ("2021-01-04", 4),
            ("2021-01-11", 5),
            ("2021-01-18", 6),
            ("2021-01-25", 5),
            ("2021-02-01", 4),
            ("2021-02-08", 5),
            ("2021-02-15", 6),
            ("2021-04-20", 25),
            ("2021-04-27", 25),
            ("2021-05-04", 25),
            ("2021-05-11", 25),
            ("2021-05-18", 25),
            ("2021-05-25", 25),
            ("2021-05-26", 40),
        ];
        for (n, (on, masks)) in (3_000..).zip(shifts) {
            sewn(&world, n, on, AMINA, masks).await;
        }
        let second: ProjectId = id(31);
        must(&world, project(second, "EU-2"), None).await;
        let from = day("2021-05-20");
        let share = ShareWorkshop { workshop: SEW, project: second, from, to: None };
        must(&world, Command::ShareWorkshop(share), None).await;

        let fifth = (Cell::Day(day("2021-05-18")), Some(25), Some(5));
        let sixth = (Cell::Day(day("2021-05-25")), Some(25), Some(6));
        let until_may = |from| Query::period(day(from), day("2021-05-31"));
        for (query, expected) in [
            (until_may("2021-01-01"), vec![fifth.clone(), sixth.clone()]),
            (until_may("2021-05-01"), vec![fifth, sixth.clone()]),
            (until_may("2021-05-25"), vec![sixth.clone()]),
            (until_may("2021-05-26"), vec![]),
            // It counts for the project only since the 20th.
            (Query { project: Some("EU-2".into()), ..until_may("2021-05-01") }, vec![sixth]),
        ] {
            assert_eq!(doubted(&world, &query).await, expected, "{engine} {query:?}");
        }
    }
}

#[tokio::test]
async fn who_has_come_of_age_is_no_child_in_a_longer_period_either() {
    for engine in engines() {
        let world = furnished(engine).await;
        let young: PersonId = id(3_100);
        must(&world, person(young, Some(KRN), Sex::Female, 2003), None).await;
        for (n, counted, on) in
            [(3_110, "2020-12-28", "2020-12-29"), (3_111, "2021-01-04", "2021-01-05")]
        {
            let nobody = RecordOccupancy {
                occupancy: id(n + 10),
                centre: KRN,
                day: day(counted),
                total: 10,
                children: Some(0),
                female: None,
                male: None,
                girls: None,
                boys: None,
                cells: vec![],
                source: "count".into(),
            };
            must(&world, Command::RecordOccupancy(nobody), None).await;
            sewn(&world, n, on, young, 20).await;
        }
        let winter = Query::period(day("2020-12-01"), day("2021-01-31"));
        let at_17 = (Cell::Day(day("2020-12-29")), Some(1), Some(0));
        assert_eq!(doubted(&world, &winter).await, [at_17], "{engine}");
        let january = Query::period(day("2021-01-01"), day("2021-01-31"));
        assert_eq!(doubted(&world, &january).await, [], "{engine}");
    }
}

#[tokio::test]
async fn nobody_is_new_again_with_another_facilitator_or_in_another_workshop() {
    for engine in engines() {
        let world = furnished(engine).await;
        let knitting: WorkshopId = id(12);
        let workshop = CreateWorkshop {
            workshop: knitting,
            centre: Some(KRN),
            code: "KRN-KNIT".into(),
            title: Name::new("Knitting", "Плетење"),
            activity: Activity::Sewing,
            minutes: 120,
        };
        must(&world, Command::CreateWorkshop(workshop), None).await;
        for (n, workshop, on, who, account) in [
            (3_200, SEW, "2021-04-05", AMINA, FACILITATOR),
            (3_201, knitting, "2021-05-03", AMINA, MANAGER),
            (3_202, knitting, "2021-05-04", LEJLA, MANAGER),
        ] {
            let shift = id(n);
            let assign = AssignFacilitator { shift, account, despite: None };
            must(&world, plan(shift, workshop, on, "18:00"), None).await;
            must(&world, Command::AssignFacilitator(assign), None).await;
            must(&world, mark(shift, who, Presence::Present), None).await;
            must(&world, close(shift), None).await;
        }
        let (trends, monthly) = (Report::ActivitySummary, Report::MonthlySummary);
        for from in ["2021-04-01", "2021-05-01"] {
            for (report, by, column, code, new) in [
                (trends, Some(Split::Facilitator), ColumnId::Group, "MANAGER", 1),
                // The trends of a workshop tell who is new there, the monthly summary who is at all.
                (trends, Some(Split::Workshop), ColumnId::Group, "KRN-KNIT", 2),
                (monthly, None, ColumnId::WorkshopCode, "KRN-KNIT", 1),
            ] {
                let period = Query::period(day(from), day("2021-05-31"));
                let query = Query { step: Step::Month, by, ..period };
                let rows = rows_of(&world, report, &query).await;
                let begins = report.place(ColumnId::PeriodStart).unwrap();
                let row = rows.iter().find(|row| {
                    row[begins] == Cell::Day(day("2021-05-01"))
                        && text(report, row, column).as_deref() == Some(code)
                });
                let told = number(report, row.unwrap(), ColumnId::NewPeople);
                assert_eq!(told, Some(new), "{engine} {from} {report:?} {by:?}");
            }
        }
    }
}
