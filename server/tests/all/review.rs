//! Entries under review on the manager's page, and what each persona can decide about them.

use crate::support::Persona::*;
use crate::support::*;
use axum::http::{Method, StatusCode};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{Command, Envelope};
use domain::ids::{AccountId, CentreId, PersonId, ShiftId, WorkshopId};
use domain::output::RecordOutput;
use domain::person::{AgeBand, PersonCode, Sex};
use domain::shift::{NoteShift, PlanShift, parse_hhmm};
use sha2::{Digest, Sha256};
use sqlx::Row;
use store::{By, Submission};
use uuid::Uuid;

const BACK: &str = "%2Fcentres%2FKRN%3Fday%3D2021-05-31";
const ROUTES: [&str; 3] = ["/review/release", "/review/dismiss", "/review/correct"];

fn person() -> PersonId {
    PersonId(Uuid::from_u128(0x51))
}

fn shift() -> ShiftId {
    ShiftId(Uuid::from_u128(0x52))
}

fn facilitator() -> AccountId {
    demo_id("account", "dragojla")
}

/// A shift of Krnjača, and somebody who lives there and is called Nour.
async fn prepared(engine: &str) -> World {
    let world = world(engine).await;
    let centre: CentreId = demo_id("centre", "KRN");
    let workshop: WorkshopId = demo_id("workshop", "KRN-SEW");
    let new = domain::command::RegisterPerson {
        person: person(),
        centre: Some(centre),
        kind: Default::default(),
        sex: Sex::Female,
        age: None,
        nationality: None,
    };
    let nour = domain::command::Identity::Person(domain::command::PersonIdentity {
        alias: Some("Nour".into()),
        ..Default::default()
    });
    let register = Command::RegisterPerson(new);
    world.store.change(By::Operator, register, Some(nour), None).await.expect("somebody");
    let day = "2021-05-31".parse().unwrap();
    let start = parse_hhmm("07:00").unwrap();
    let plan = PlanShift {
        shift: shift(),
        workshop,
        day,
        start,
        minutes: 60,
        schedule: None,
        room: None,
        despite: None,
    };
    operate(&world.store, Command::PlanShift(plan)).await;
    world
}

fn mark(shift: ShiftId) -> Command {
    let (person, presence) = (person(), Presence::Present);
    Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces: None })
}

/// Sends an entry of Krnjača's facilitator that is not taken in; its hash.
async fn kept(world: &World, envelope: &Envelope) -> String {
    let bytes = serde_json::to_string(envelope).unwrap();
    let hash = hex::encode(Sha256::digest(bytes.as_bytes()));
    let sent = Submission { bytes, ..Submission::default() };
    let outcome = world.store.submit(By::Account(facilitator()), vec![sent]).await.unwrap();
    assert_eq!(outcome[0].seq(), None);
    hash
}

/// A mark that was made the day before its shift.
async fn early(world: &World) -> String {
    let mut envelope = envelope(mark(shift()));
    envelope.at = "2021-05-30T10:00:00Z".parse().unwrap();
    kept(world, &envelope).await
}

fn body(entry: &str, more: &str) -> String {
    format!("entry={entry}&maker={}&back={BACK}{more}", facilitator())
}

async fn count(world: &World, what: &str) -> i64 {
    let sql = format!("select cast(count(*) as bigint) as n from {what}");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_one(&world.raw).await.unwrap();
    row.try_get("n").unwrap()
}

const MARKS: &str = "attendance a join person p on p.seq = a.person where p.id = '00000000-0000-0000-0000-000000000051'";

#[tokio::test(flavor = "multi_thread")]
async fn only_who_reviews_the_centre_decides() {
    for engine in engines() {
        let world = prepared(engine).await;
        for who in Persona::ALL {
            let entry = early(&world).await;
            let before = world.entries().await;
            for route in ROUTES {
                let more = if route == "/review/correct" {
                    format!("&shift={}&person=&number=", shift())
                } else {
                    String::new()
                };
                // The first decision stands, so a manager's release is what is seen.
                let answer = world.form(who, route, &body(&entry, &more)).await;
                let about = format!("{engine}: {who:?} {route}: {}", answer.location());
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{about}");
                let wanted = match (who, route) {
                    (Nobody, _) => "/sign-in?fault=not_signed_in",
                    (Expired, _) => "/sign-in?fault=session_expired",
                    (Manager | Coordinator, "/review/release") => "done=released#review",
                    (Manager | Coordinator, "/review/dismiss") => "fault=settled#review",
                    // Released, it is no longer kept to be corrected.
                    (_, "/review/correct") if matches!(who, Manager | Coordinator) => {
                        "fault=unknown_entry#review"
                    }
                    _ => "fault=not_allowed#review",
                };
                assert!(answer.location().contains(wanted), "{about}");
                let address = answer.location();
                assert!(!address.contains("Nour") && !address.contains(&person().to_string()));
            }
            let added = if matches!(who, Manager | Coordinator) { 2 } else { 0 };
            assert_eq!(world.entries().await - before, added, "{engine}: {who:?}");
        }
        let found = world.store.check(None).await.expect("a check");
        assert_eq!(found.problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_come_from_a_page_of_this_server_and_lead_back_to_one() {
    let world = prepared("sqlite").await;
    let entry = early(&world).await;
    for route in ROUTES {
        let mut foreign = world
            .request(Manager, Method::POST, route)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body(&entry, "").into())
            .unwrap();
        foreign.headers_mut().insert("origin", "https://evil.example".parse().unwrap());
        assert_eq!(world.send(foreign).await.fault().as_deref(), Some("bad_origin"), "{route}");
        for broken in ["", "entry=1", &body(&entry, "").replace("maker=", "maker=x")] {
            let answer = world.form(Manager, route, broken).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{route} {broken}");
        }
        let elsewhere = body(&entry, "").replace(BACK, "https%3A%2F%2Fevil.example");
        let location = world.form(Donor, route, &elsewhere).await;
        assert!(location.location().starts_with("/?"), "{}", location.location());
        let no_hash = body("x", "");
        assert!(world.form(Manager, route, &no_hash).await.location().contains("fault="));
    }
    assert_eq!(count(&world, "review where settled is not null").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_read_whole_decided_and_gone_from_the_list() {
    for engine in engines() {
        let world = prepared(engine).await;
        let entry = early(&world).await;
        let page = world.get(Manager, "/centres/KRN?day=2021-05-31").await.text();
        let code = PersonCode::of(person().0).to_string();
        let short = format!("id=\"entry-{}\"", &entry[..12]);
        for part in [
            &short,
            "Attendance mark",
            "Nour",
            &code,
            "Present",
            "F-KRN-1",
            "07:00–08:00",
            "Take it in",
        ] {
            assert!(page.contains(part), "{engine}: {part}");
        }
        // Head office decides too, by code.
        let office = world.get(Coordinator, "/centres/KRN?day=2021-05-31").await.text();
        assert!(office.contains(&short) && office.contains(&code), "{engine}");
        assert!(!office.contains("Nour") && !office.contains("Correct and take in"));
        let answer = world.form(Manager, "/review/dismiss", &body(&entry, "")).await;
        assert_eq!(
            answer.location(),
            "/centres/KRN?day=2021-05-31&done=dismissed#review",
            "{engine}"
        );
        let page = world.get(Manager, "/centres/KRN?day=2021-05-31&done=dismissed").await.text();
        assert!(!page.contains(&short) && page.contains("The entry is set aside."), "{engine}");
        assert_eq!(count(&world, MARKS).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_is_one_step() {
    for engine in engines() {
        let world = prepared(engine).await;
        let nowhere = ShiftId(Uuid::from_u128(0x99));
        let entry = kept(&world, &envelope(mark(nowhere))).await;
        let form = format!("/centres/KRN?day=2021-05-31&correct={entry}");
        let page = world.get(Manager, &form).await.text();
        let option = format!("value=\"{}\"", shift());
        for part in ["action=\"/review/correct\"", &option, "id=\"correct-person\""] {
            assert!(page.contains(part), "{engine}: {part}");
        }
        assert!(!page.contains("id=\"correct-number\""));
        let correct = |more: String| {
            let (world, entry) = (&world, entry.clone());
            async move { world.form(Manager, "/review/correct", &body(&entry, &more)).await }
        };
        let code = PersonCode::of(person().0).to_string().to_lowercase();
        for (more, fault) in [
            (format!("&shift={}&person=0000-0001", shift()), "unknown_person"),
            (format!("&shift={}&person=x", shift()), "unknown_person"),
            (format!("&shift=x&person={code}"), "unknown_shift"),
            (format!("&shift={nowhere}&person={code}"), "unknown_shift"),
        ] {
            let answer = correct(more.clone()).await;
            let wanted = format!("&correct={entry}&fault={fault}#review");
            assert!(answer.location().ends_with(&wanted), "{more}: {}", answer.location());
        }
        let page = world.get(Manager, &format!("{form}&fault=unknown_person")).await.text();
        assert!(page.contains("There is no participant with this code."), "{engine}");
        assert!(page.contains("aria-invalid=\"true\""), "{engine}");
        assert_eq!(count(&world, MARKS).await, 0, "{engine}: nothing happened yet");
        let answer = correct(format!("&shift={}&person={code}", shift())).await;
        assert!(answer.location().ends_with("&done=corrected#review"), "{}", answer.location());
        assert_eq!(count(&world, MARKS).await, 1, "{engine}");
        assert_eq!(count(&world, "review where settled = 'dismissed'").await, 1);
        let twice = correct(format!("&shift={}&person={code}", shift())).await;
        assert!(twice.location().contains("fault=settled"), "{}", twice.location());
        assert_eq!(count(&world, MARKS).await, 1, "{engine}: once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_out_of_range_is_put_right() {
    for engine in engines() {
        let world = prepared(engine).await;
        let output = RecordOutput {
            output: Uuid::from_u128(0x77).into(),
            shift: shift(),
            product: demo_id("product", "MASK"),
            quantity: 0,
            rejected: false,
        };
        let count_of = RecordHeadcount {
            shift: shift(),
            sex: Sex::Male,
            band: AgeBand::To11,
            people: 9_999,
            replaces: None,
        };
        for (command, number, what) in [
            (Command::RecordOutput(output), 25, "output where quantity = 25 and voided is null"),
            (Command::RecordHeadcount(count_of), 12, "headcount where people = 12"),
        ] {
            let entry = kept(&world, &envelope(command)).await;
            let before = count(&world, what).await;
            let page = world.get(Manager, &format!("/centres/KRN?correct={entry}")).await.text();
            assert!(page.contains("id=\"correct-number\""), "{engine}");
            let wrong = body(&entry, &format!("&shift={}&number=-1", shift()));
            let answer = world.form(Manager, "/review/correct", &wrong).await;
            assert!(answer.location().contains("fault=out_of_range"), "{}", answer.location());
            let right = body(&entry, &format!("&shift={}&number={number}", shift()));
            let answer = world.form(Manager, "/review/correct", &right).await;
            assert!(answer.location().contains("done=corrected"), "{}", answer.location());
            assert_eq!(count(&world, what).await - before, 1, "{engine}: {what}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_shows_disagreements_and_notes() {
    for engine in engines() {
        let world = prepared(engine).await;
        world.tell(Facilitator, &[mark(shift())]).await;
        let (person, presence) = (person(), Presence::Absent);
        let absent = MarkAttendance { shift: shift(), person, presence, replaces: None };
        world
            .tell(
                Manager,
                &[
                    Command::MarkAttendance(absent),
                    Command::NoteShift(NoteShift { shift: shift() }),
                ],
            )
            .await;
        let page = world.get(Manager, "/centres/KRN?day=2021-05-31").await.text();
        for part in [
            "Entries that disagree",
            "1 disagreement",
            "Two marks of one participant",
            "Nour",
            "does not count",
            "Thread ran out",
        ] {
            assert!(page.contains(part), "{engine}: {part}");
        }
        let office = world.get(Coordinator, "/centres/KRN?day=2021-05-31").await.text();
        for part in ["Nour", "Thread ran out"] {
            assert!(!office.contains(part), "{engine}: {part}");
        }
        assert!(office.contains("There is a note; its text is not shown here."));
    }
}
