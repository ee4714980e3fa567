//! Reports and the pages made of them: rights, suppression, figures; on both engines.

use crate::support::*;
use domain::access::{Actor, Grant, Role, Scope};
use domain::attendance::{Presence, RecordHeadcount};
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::output::RecordOutput;
use domain::person::{AgeBand, Sex};
use domain::report::{Cell, ColumnId, Query, Report, Step};
use domain::shift::ShiftState;
use domain::suppression::Why;
use futures::TryStreamExt;

fn actor(role: Role, scope: Scope) -> Actor {
    Actor::Account { id: id(1), grants: vec![Grant { role, scope }] }
}

fn may() -> Query {
    Query::period(day("2021-05-01"), day("2021-05-31"))
}

/// A shift of one registered woman, one absent girl, a walk-in and three boys counted.
async fn logged(engine: &str) -> World {
    let world = furnished(engine).await;
    must(&world, person(id(53), Some(KRN), Sex::Male, 2010), alias("Hamid")).await;
    let counted = RecordHeadcount {
        shift: TEN,
        sex: Sex::Male,
        band: AgeBand::To11,
        people: 3,
        replaces: None,
    };
    for command in [
        mark(TEN, AMINA, Presence::Present),
        mark(TEN, LEJLA, Presence::Absent),
        mark(TEN, id(53), Presence::Present),
        Command::RecordHeadcount(counted),
        Command::RecordOutput(RecordOutput {
            output: id(80),
            shift: TEN,
            product: MASK,
            quantity: 20,
            rejected: false,
        }),
        Command::RecordOutput(RecordOutput {
            output: id(81),
            shift: TEN,
            product: MASK,
            quantity: 5,
            rejected: false,
        }),
        Command::RecordOutput(RecordOutput {
            output: id(82),
            shift: TEN,
            product: MASK,
            quantity: 3,
            rejected: true,
        }),
        close(TEN),
    ] {
        must(&world, command, None).await;
    }
    world
}

async fn rows(
    world: &World,
    actor: &Actor,
    report: Report,
    query: &Query,
) -> Result<Vec<Vec<Cell>>, Fault> {
    let made = world.store.report(actor, report, query).await.map_err(|e| e.fault())?;
    Ok(made.rows.try_collect().await.expect("rows"))
}

fn cell(row: &[Cell], column: ColumnId) -> Cell {
    let place = Report::SessionLog.columns().iter().position(|c| c.id == column).unwrap();
    row[place].clone()
}

#[tokio::test]
async fn the_session_log_counts_by_the_rules() {
    for engine in engines() {
        let world = logged(engine).await;
        let query = may().in_centre("KRN");
        let manager = actor(Role::Manager, Scope::Centre(KRN));
        let log = rows(&world, &manager, Report::SessionLog, &query).await.unwrap();
        assert_eq!(log.len(), 2, "{engine}");
        let number = |column| match cell(&log[0], column) {
            Cell::Number(n) => n,
            other => panic!("{column:?} is {other:?}"),
        };
        use ColumnId::*;
        assert_eq!(number(Registered), 2);
        assert_eq!(number(Contacts), 5, "one registered, one walk-in, three counted");
        assert_eq!((number(WalkIns), number(NoShows), number(Pieces)), (1, 1, 25));
        assert_eq!(number(Rejected), 3, "and not among what was made");
        let made = rows(&world, &manager, Report::OutputProduction, &query).await.unwrap();
        let columns = Report::OutputProduction.columns();
        let of = |id| made[0][columns.iter().position(|c| c.id == id).unwrap()].clone();
        assert_eq!((of(Quantity), of(Rejected)), (Cell::Number(25), Cell::Number(3)));
        assert_eq!((number(ContactsFemale), number(ContactsMale)), (1, 4));
        assert_eq!((number(ContactsChildren), number(ContactsAdults)), (4, 1));
        assert_eq!(number(Suppressed), 0);
        assert_eq!(cell(&log[0], ProjectCode), Cell::Text("EU-1".into()));
        // The 12:00 shift was not logged: its figures are empty with a reason, never zero.
        assert_eq!(cell(&log[1], Contacts), Cell::Empty(Why::NotHeld));
        assert_eq!(cell(&log[1], Registered), Cell::Empty(Why::NotHeld));
    }
}

#[tokio::test]
async fn a_donor_sees_totals_and_no_split() {
    for engine in engines() {
        let world = logged(engine).await;
        let donor = actor(Role::Donor, Scope::Project(EU));
        let log = rows(&world, &donor, Report::SessionLog, &may()).await.unwrap();
        assert_eq!(log.len(), 2, "{engine}: only workshops of the project");
        assert_eq!(cell(&log[0], ColumnId::Contacts), Cell::Number(5));
        assert_eq!(cell(&log[0], ColumnId::Pieces), Cell::Number(25));
        let hidden = [
            ColumnId::Registered,
            ColumnId::ContactsFemale,
            ColumnId::ContactsMale,
            ColumnId::ContactsOther,
            ColumnId::ContactsSexUnknown,
            ColumnId::ContactsChildren,
            ColumnId::ContactsAdults,
            ColumnId::ContactsAgeUnknown,
            ColumnId::WalkIns,
            ColumnId::NoShows,
        ];
        for column in hidden {
            assert_eq!(cell(&log[0], column), Cell::Empty(Why::Suppressed), "{column:?}");
        }
        assert_eq!(cell(&log[0], ColumnId::Suppressed), Cell::Number(hidden.len() as i64));
    }
}

#[tokio::test]
async fn who_may_ask_for_what() {
    for engine in engines() {
        let world = logged(engine).await;
        let donor = actor(Role::Donor, Scope::Project(EU));
        let stranger = actor(Role::Donor, Scope::Project(id(31)));
        let manager = actor(Role::Manager, Scope::Centre(KRN));
        let facilitator = actor(Role::Facilitator, Scope::Centre(KRN));
        let coordinator = actor(Role::Coordinator, Scope::Organisation);
        let project = |code: &str| Query { project: Some(code.into()), ..may() };
        let part = Query::period(day("2021-05-02"), day("2021-05-31"));
        let by_day = Query { step: Step::Day, ..may() };
        let of_two = Actor::Account {
            id: id(1),
            grants: [EU, id(32)]
                .map(|project| Grant { role: Role::Donor, scope: Scope::Project(project) })
                .into(),
        };
        must(&world, crate::support::project(id(32), "EU-3"), None).await;
        let missing = Fault::Missing { field: "project".into() };
        let cases: [(&Actor, Report, Query, Result<usize, Fault>); 16] = [
            (&coordinator, Report::SessionLog, may(), Ok(3)),
            (&manager, Report::SessionLog, may(), Ok(2)),
            (&manager, Report::SessionLog, may().in_centre("OBR"), Err(Fault::NotAllowed)),
            (&manager, Report::PeopleReached, may(), Ok(2)),
            (&facilitator, Report::SessionLog, may(), Err(Fault::NotAllowed)),
            (&stranger, Report::SessionLog, may(), Err(Fault::NotAllowed)),
            (&stranger, Report::SessionLog, project("EU-1"), Err(Fault::NotAllowed)),
            (&donor, Report::SessionLog, project("EU-1"), Ok(2)),
            (&of_two, Report::SessionLog, project("EU-1"), Ok(2)),
            (&of_two, Report::SessionLog, may(), Err(missing)),
            (&donor, Report::SessionLog, project("EU-2"), Err(Fault::NotAllowed)),
            (&donor, Report::PeopleReached, may(), Err(Fault::NotAllowed)),
            (&donor, Report::SessionLog, part, Err(Fault::PeriodNotWhole)),
            (&donor, Report::OutputProduction, by_day, Err(Fault::NotAllowed)),
            (&donor, Report::OutputProduction, may(), Ok(1)),
            (
                &coordinator,
                Report::SessionLog,
                project("EU-2"),
                Err(Fault::Unknown { noun: Noun::Project }),
            ),
        ];
        for (actor, report, query, expected) in cases {
            let found = rows(&world, actor, report, &query).await.map(|r| r.len());
            assert_eq!(found, expected, "{engine}: {actor:?} {report:?} {query:?}");
        }
        for (report, hides) in [(Report::SessionLog, true), (Report::OutputProduction, false)] {
            let preview = world.store.preview(&donor, report, &may()).await.unwrap();
            assert_eq!(preview.suppressed, hides, "{engine}: only what hides cells says so");
        }
        assert_eq!(world.store.centres(&coordinator).await.unwrap().len(), 2);
        assert_eq!(world.store.centres(&manager).await.unwrap().len(), 1);
        for actor in [&donor, &facilitator] {
            let refused = world.store.centres(actor).await.unwrap_err().fault();
            assert_eq!(refused, Fault::NotAllowed);
            let refused = world.store.dashboard(actor, "KRN", None).await.unwrap_err().fault();
            assert_eq!(refused, Fault::NotAllowed);
        }
        let refused = world.store.dashboard(&manager, "OBR", None).await.unwrap_err().fault();
        assert_eq!(refused, Fault::NotAllowed);
    }
}

#[tokio::test]
async fn the_dashboard_and_the_file_agree() {
    for engine in engines() {
        let world = logged(engine).await;
        let manager = actor(Role::Manager, Scope::Centre(KRN));
        let page = world.store.dashboard(&manager, "KRN", None).await.unwrap();
        let query = may().in_centre("KRN");
        let log = rows(&world, &manager, Report::SessionLog, &query).await.unwrap();
        let sum = |column| {
            log.iter()
                .map(|row| match cell(row, column) {
                    Cell::Number(n) => n,
                    _ => 0,
                })
                .sum::<i64>()
        };
        assert_eq!(page.centre.month.contacts, sum(ColumnId::Contacts), "{engine}");
        assert_eq!(page.centre.month.pieces, sum(ColumnId::Pieces));
        assert_eq!(page.centre.month.walk_ins, sum(ColumnId::WalkIns));
        assert_eq!(page.centre.month.planned(), log.len() as i64);
        assert_eq!(page.centre.month.people, (5, 5), "two named and three of one session");
        let made = rows(&world, &manager, Report::OutputProduction, &query).await.unwrap();
        assert_eq!(made[0][10], Cell::Number(page.centre.month.pieces));
        let only = Query { state: Some(ShiftState::NotLogged), ..query };
        let late = rows(&world, &manager, Report::SessionLog, &only).await.unwrap();
        assert_eq!(late.len(), page.not_logged.len());
    }
}

#[tokio::test]
async fn a_centre_is_what_it_was_on_the_day() {
    for engine in engines() {
        let world = logged(engine).await;
        let coordinator = actor(Role::Coordinator, Scope::Organisation);
        let query = may().in_centre("OBR");
        let log = rows(&world, &coordinator, Report::SessionLog, &query).await.unwrap();
        let kind = domain::centre::CentreKind::ReceptionCentre;
        let expected = Cell::Term(domain::report::Term::Kind(kind));
        assert_eq!(cell(&log[0], ColumnId::SiteType), expected, "{engine}");
        let later =
            world.store.dashboard(&coordinator, "OBR", Some(day("2021-06-20"))).await.unwrap();
        let kind = later.centre.kind.expect("recorded").value;
        assert_eq!(kind, domain::centre::CentreKind::AsylumCentre);
    }
}

#[tokio::test]
async fn the_snapshot_holds_one_centre_and_no_more_than_is_needed() {
    for engine in engines() {
        let world = logged(engine).await;
        let facilitator = actor(Role::Facilitator, Scope::Centre(KRN));
        let snapshot = world.store.snapshot(&facilitator, None).await.unwrap();
        assert_eq!(snapshot.centre, Some(KRN), "{engine}");
        assert_eq!((snapshot.shifts.len(), snapshot.people.len()), (2, 3));
        assert_eq!((snapshot.marks.len(), snapshot.outputs.len()), (3, 3));
        let json = serde_json::to_string(&snapshot).unwrap();
        assert!(json.contains("Amina") && !json.contains("Azar") && !json.contains("1990"));
        let other = world.store.snapshot(&facilitator, Some(OBR)).await.unwrap_err().fault();
        assert_eq!(other, Fault::NotAllowed);
        let unknown = world.store.snapshot(&facilitator, Some(id(99))).await.unwrap_err().fault();
        assert_eq!(unknown, Fault::Unknown { noun: Noun::Centre });
        for role in
            [actor(Role::Donor, Scope::Project(EU)), actor(Role::Coordinator, Scope::Organisation)]
        {
            let refused = world.store.snapshot(&role, None).await.unwrap_err().fault();
            assert_eq!(refused, Fault::NotAllowed, "aliases are not for {role:?}");
        }
        let board = domain::board::Board::new(snapshot);
        let tally = board.register(TEN).unwrap().tally();
        assert_eq!((tally.present, tally.absent, tally.walk_ins, tally.headcount), (2, 1, 1, 3));
    }
}
