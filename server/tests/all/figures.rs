//! The figures of the reports against an independent calculation: plain Python over exported rows.

use crate::support::Persona::*;
use crate::support::*;
use chrono::{Duration, NaiveDate};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{Command, PersonKind, RegisterPerson};
use domain::ids::*;
use domain::output::RecordOutput;
use domain::person::{Age, AgeBand, Sex};
use domain::registry::MergePeople;
use domain::shift::{CancelShift, CloseShift, EndEnrolment, Enrol, PlanShift, Reason, parse_hhmm};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use std::path::Path;
use std::process::Command as Process;
use uuid::Uuid;

const PLACES: [(&str, &str, Option<&str>); 3] = [
    ("KRN", "KRN-SEW", Some("MASK")),
    ("OBR", "OBR-WOOD", Some("FIGURINE")),
    ("SID", "SID-SPORT", None),
];

/// Half a year as life is: busy and empty weeks, walk-ins, absences, unmarked people, headcounts,
/// shifts that did not happen or that nobody logged, people who leave, two records that are one.
async fn half_a_year(world: &World, rng: &mut StdRng) {
    let first: NaiveDate = "2020-12-01".parse().unwrap();
    for (n, (centre, workshop, product)) in PLACES.into_iter().enumerate() {
        let workshop: WorkshopId = demo_id("workshop", workshop);
        let mut people: Vec<PersonId> = Vec::new();
        for _ in 0..25 {
            let person = PersonId(Uuid::from_u128(rng.random()));
            people.push(person);
            let age = rng.random_bool(0.9).then(|| Age::Born(rng.random_range(1950..2019)));
            let register = RegisterPerson {
                person,
                centre: Some(demo_id("centre", centre)),
                kind: PersonKind::Resident,
                sex: *Sex::ALL.choose(rng).unwrap(),
                age,
                nationality: None,
            };
            operate(&world.store, Command::RegisterPerson(register)).await;
            if rng.random_bool(0.6) {
                let enrolment = EnrolmentId(Uuid::from_u128(rng.random()));
                let from = first + Duration::days(rng.random_range(0..150));
                let enrol = Enrol { enrolment, person, workshop, shift: None, from, despite: None };
                operate(&world.store, Command::Enrol(enrol)).await;
                if rng.random_bool(0.3) {
                    let to = from + Duration::days(rng.random_range(1..60));
                    operate(&world.store, Command::EndEnrolment(EndEnrolment { enrolment, to }))
                        .await;
                }
            }
        }
        let mut day = first;
        while day < "2021-05-31".parse().unwrap() {
            day += Duration::days(if rng.random_bool(0.1) { 25 } else { rng.random_range(1..8) });
            one_shift(
                world,
                rng,
                workshop,
                day.min("2021-05-30".parse().unwrap()),
                &people,
                product,
            )
            .await;
        }
        let merge = MergePeople {
            merge: MergeId(Uuid::from_u128(rng.random())),
            kept: people[0],
            other: people[1 + n],
        };
        operate(&world.store, Command::MergePeople(merge)).await;
    }
}

async fn one_shift(
    world: &World,
    rng: &mut StdRng,
    workshop: WorkshopId,
    day: NaiveDate,
    people: &[PersonId],
    product: Option<&str>,
) {
    let shift = ShiftId(Uuid::from_u128(rng.random()));
    let start = parse_hhmm(["08:15", "10:00", "16:30"].choose(rng).unwrap()).unwrap();
    let minutes = *[60, 90, 120].choose(rng).unwrap();
    let plan = PlanShift {
        shift,
        workshop,
        day,
        start,
        minutes,
        schedule: None,
        room: None,
        despite: None,
    };
    operate(&world.store, Command::PlanShift(plan)).await;
    match rng.random_range(0..10) {
        0 => {
            let reason = Reason::HealthRules;
            let cancel = CancelShift { shift, reason, replaces: None };
            return operate(&world.store, Command::CancelShift(cancel)).await;
        }
        1 => return,
        _ => {}
    }
    let marked = rng.random_range(0..10);
    for person in people.sample(rng, marked).copied().collect::<Vec<_>>() {
        let presence = if rng.random_bool(0.7) { Presence::Present } else { Presence::Absent };
        let mark = MarkAttendance { shift, person, presence, replaces: None };
        operate(&world.store, Command::MarkAttendance(mark)).await;
    }
    if rng.random_bool(0.3) {
        let count = RecordHeadcount {
            shift,
            sex: *[Sex::Female, Sex::Male].choose(rng).unwrap(),
            band: *AgeBand::ALL.choose(rng).unwrap(),
            people: rng.random_range(1..20),
            replaces: None,
        };
        operate(&world.store, Command::RecordHeadcount(count)).await;
    }
    if let Some(code) = product {
        let made = RecordOutput {
            output: OutputId(Uuid::from_u128(rng.random())),
            shift,
            product: demo_id("product", code),
            quantity: rng.random_range(1..40),
            rejected: rng.random_bool(0.1),
        };
        operate(&world.store, Command::RecordOutput(made)).await;
    }
    operate(&world.store, Command::CloseShift(CloseShift { shift, replaces: None })).await;
}

/// Somebody who is enrolled in the sewing workshop and was not there on the last three days.
async fn three_absences(world: &World) {
    let person = PersonId(Uuid::from_u128(987_654_000));
    let workshop: WorkshopId = demo_id("workshop", "KRN-SEW");
    let register = RegisterPerson {
        person,
        centre: Some(demo_id("centre", "KRN")),
        kind: PersonKind::Resident,
        sex: Sex::Female,
        age: Some(Age::Born(1990)),
        nationality: None,
    };
    operate(&world.store, Command::RegisterPerson(register)).await;
    let enrolment = EnrolmentId(Uuid::from_u128(987_654_000));
    let from = "2021-05-01".parse().unwrap();
    let enrol = Enrol { enrolment, person, workshop, shift: None, from, despite: None };
    operate(&world.store, Command::Enrol(enrol)).await;
    for n in 28..=30 {
        let shift = ShiftId(Uuid::from_u128(987_654_000 + n));
        let plan = PlanShift {
            shift,
            workshop,
            day: format!("2021-05-{n}").parse().unwrap(),
            start: parse_hhmm("19:00").unwrap(),
            minutes: 60,
            schedule: None,
            room: None,
            despite: None,
        };
        let mark = MarkAttendance { shift, person, presence: Presence::Absent, replaces: None };
        operate(&world.store, Command::PlanShift(plan)).await;
        operate(&world.store, Command::MarkAttendance(mark)).await;
        operate(&world.store, Command::CloseShift(CloseShift { shift, replaces: None })).await;
    }
}

async fn save(world: &World, folder: &Path, file: &str, path: &str) {
    let answer = world.get(Coordinator, path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    std::fs::write(folder.join(file), answer.text()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_report_agrees_with_plain_python() {
    for engine in engines() {
        let world = world(engine).await;
        half_a_year(&world, &mut StdRng::seed_from_u64(20_210_531)).await;
        three_absences(&world).await;
        let folder = tempfile::tempdir().unwrap();
        let all = "from=2020-01-01&to=2021-12-31";
        for report in ["session-log", "attendance"] {
            let path = format!("/api/v1/reports/{report}.csv?{all}");
            save(&world, folder.path(), &format!("{report}.csv"), &path).await;
        }
        let (from, to) = ("2021-01-01", "2021-05-31");
        let asks = [
            ("activity-summary", "month", ""),
            ("activity-summary", "week", ""),
            ("activity-summary", "quarter", "centre"),
            ("activity-summary", "month", "workshop"),
            ("activity-summary", "month", "sex"),
            ("activity-summary", "month", "age"),
            ("activity-summary", "year", "centre"),
            ("activity-summary", "whole", ""),
            ("participation", "month", ""),
            ("participation", "whole", ""),
            ("output-production", "week", ""),
            ("output-production", "quarter", ""),
            ("people-reached", "", ""),
            ("dropping-out", "", ""),
            ("people-by-sex-and-age", "month", ""),
            ("people-by-sex-and-age", "quarter", ""),
            ("people-by-sex-and-age", "whole", ""),
            ("monthly-summary", "month", ""),
            ("monthly-summary", "quarter", ""),
            ("five-w", "month", ""),
            ("five-w", "whole", ""),
        ];
        // An age is the one at the first attendance in a piece: each piece by itself, and the month
        // with which the first one of the trends is compared.
        std::fs::create_dir(folder.path().join("ages")).unwrap();
        for (from, to) in [
            ("2020-12-01", "2020-12-31"),
            ("2021-01-01", "2021-01-31"),
            ("2021-02-01", "2021-02-28"),
            ("2021-03-01", "2021-03-31"),
            ("2021-04-01", "2021-04-30"),
            ("2021-05-01", "2021-05-31"),
            ("2021-01-01", "2021-03-31"),
            ("2021-04-01", "2021-05-31"),
            ("2021-01-01", "2021-05-31"),
        ] {
            let path = format!("/api/v1/reports/attendance.csv?from={from}&to={to}");
            save(&world, folder.path(), &format!("ages/{from}--{to}.csv"), &path).await;
        }
        for (report, step, by) in asks {
            let name = [report, from, to, step, by].join("--");
            let name = name.trim_end_matches('-');
            let path =
                format!("/api/v1/reports/{report}.csv?from={from}&to={to}&step={step}&by={by}");
            save(&world, folder.path(), &format!("{name}.csv"), &path).await;
        }
        // On the last day there was a shift, which says who is enrolled.
        let absences = "dropping-out--2021-01-01--2021-05-30.csv";
        let path = "/api/v1/reports/dropping-out.csv?from=2021-01-01&to=2021-05-30";
        save(&world, folder.path(), absences, path).await;
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let check = || {
            let mut python = Process::new("python3");
            python.arg(root.join("tools/check_figures.py")).arg(folder.path());
            python.output().expect("python3 runs")
        };
        let found = check();
        let said = String::from_utf8_lossy(&found.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&found.stderr).into_owned();
        assert!(found.status.success(), "{engine}: {said}{wrong}");
        assert!(said.contains("figures agree"), "{engine}: {said}");

        // Somebody who is missing is found.
        let listed = std::fs::read_to_string(folder.path().join(absences)).unwrap();
        let (others, missing): (Vec<&str>, Vec<&str>) =
            listed.split_inclusive("\r\n").partition(|row| !row.contains(r#","absences","#));
        assert!(!missing.is_empty(), "{engine}: {listed}");
        std::fs::write(folder.path().join(absences), others.concat()).unwrap();
        assert!(!check().status.success(), "{engine}");
        std::fs::write(folder.path().join(absences), listed).unwrap();
        assert!(check().status.success(), "{engine}");

        // A figure that is off by one is found.
        let file = folder.path().join(format!("activity-summary--{from}--{to}--whole.csv"));
        let text = std::fs::read_to_string(&file).unwrap();
        let (head, row) = text.trim_end().rsplit_once("\r\n").unwrap();
        let mut cells: Vec<String> = row.split(',').map(String::from).collect();
        cells[12] = (cells[12].parse::<i64>().unwrap() + 1).to_string();
        std::fs::write(&file, format!("{head}\r\n{}\r\n", cells.join(","))).unwrap();
        assert!(!check().status.success(), "{engine}");
    }
}

/// The first address on a page that begins and ends so, as a browser would ask for it.
fn link(page: &str, begins: &str, holds: &str) -> Option<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut links = links.map(|link| link.replace("&amp;", "&"));
    links.find(|link| link.starts_with(begins) && link.contains(holds))
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_open_what_is_behind_them() {
    let world = world("sqlite").await;
    let page = async |who, path: &str| {
        let answer = world.get(who, path).await;
        assert_eq!(answer.status, 200, "{path}");
        answer.text()
    };
    let may = "centre=KRN&from=2021-05-01&to=2021-05-31";
    let made = page(Manager, &format!("/reports/output-production?{may}&step=day")).await;
    let shifts = link(&made, "/reports/session-log?", "&state=closed").expect("its shifts");
    assert!(shifts.contains("centre=KRN") && shifts.contains("workshop=KRN-SEW"), "{shifts}");
    let shifts = page(Manager, &shifts).await;
    let shift = link(&shifts, "/centres/KRN/log?shift=", "").expect("a shift");
    page(Manager, &shift).await;

    let people = page(Manager, &format!("/reports/people-reached?{may}")).await;
    let person = link(&people, "/centres/KRN/journal?person=", "").expect("a person");
    let code = person.rsplit('=').next().unwrap();
    assert!(page(Manager, &person).await.contains(code), "{person}");

    let asked = "/reports/output-production?project=EU-RSPMM2&from=2021-05&to=2021-05";
    let told = page(Donor, asked).await;
    assert!(told.contains("KRN-SEW"), "{told}");
    assert_eq!(link(&told, "/reports/session-log?", "&state="), None, "nothing of one workshop");
}
