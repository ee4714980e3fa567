//! An attacker with everything that a donor can download computes no hidden number; and does so as soon
//! as only the small ones are hidden.

use crate::support::Persona::*;
use crate::support::*;
use chrono::{Datelike, Duration, Months, NaiveDate};
use domain::access::{Grant, Role, Scope};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{ChangeAccess, Command, PersonKind, RegisterPerson};
use domain::ids::{AccountId, IndicatorId, PersonId, ProjectId, ShiftId, WorkshopId};
use domain::indicator::{DefineIndicator, Level, Measure};
use domain::label::Name;
use domain::person::{Age, AgeBand, Sex};
use domain::project::CreateProject;
use domain::shift::{CloseShift, PlanShift, ReopenShift, parse_hhmm};
use domain::workshop::{Activity, CreateWorkshop, ShareWorkshop};
use scratch::Numbers;
use std::path::Path;
use std::process::{Command as Process, Output};
use store::By;
use uuid::Uuid;

/// What is attacked: a project in a year.
struct Target {
    project: &'static str,
    year: i32,
    centres: &'static [&'static str],
    /// The logframe, as the attacker knows it.
    indicators: &'static str,
    donor: Persona,
}

const DEMO: Target = Target {
    project: "EU-RSPMM2",
    year: 2021,
    centres: &["", "KRN", "OBR", "SID"],
    indicators: "project,code,measure,sex,bands,activity,from
EU-RSPMM2,OC1.1,completions,,,,2019-07-01
EU-RSPMM2,OP1.1,people,,,,2019-07-01
EU-RSPMM2,OP1.2,people,f,,,2019-07-01
EU-RSPMM2,SEWERS,people,f,18-59,sewing,2019-07-01
",
    donor: Donor,
};

const YEAR: Target = Target {
    project: "YEAR",
    year: 2020,
    centres: &["", "KRN", "OBR"],
    indicators: "project,code,measure,sex,bands,activity,from
YEAR,P1,people,,,,2020-01-01
YEAR,P2,people,f,,,2020-01-01
",
    donor: OtherDonor,
};

/// Four months of three workshops, two of which are in one centre, with indicators of one kind of
/// workshop; some people are counted without a name.
const MIXED: Target = Target {
    project: "MIXED",
    year: 2020,
    centres: &["", "KRN", "OBR"],
    indicators: "project,code,measure,sex,bands,activity,from
MIXED,P1,people,,,,2020-01-01
MIXED,P2,people,f,,,2020-01-01
MIXED,P3,people,,,sewing,2020-01-01
MIXED,P4,people,m,,language,2020-01-01
",
    donor: OtherDonor,
};

/// Some months of workshops: few people, who come and stay away and move on, so that many numbers are
/// small.
async fn enter(world: &World, target: &Target, months: u32) {
    let is_mixed = target.project == MIXED.project;
    let id = |n: u128| Uuid::from_u128(0xF000 + n);
    let name = || Name::new("A year", "Година");
    let from = day(2020, 1, 1);
    let to = from + Months::new(months) - Duration::days(1);
    let project = ProjectId(id(0));
    let mut all = vec![Command::CreateProject(CreateProject {
        project,
        code: target.project.into(),
        title: name(),
        funder: name(),
        programme: name(),
        implementer: name(),
        reference: "YEAR/1".into(),
        from,
        to,
    })];
    let grant = Grant { role: Role::Donor, scope: Scope::Project(project) };
    let account = AccountId(Uuid::from_u128(0xB));
    all.push(Command::GrantAccess(ChangeAccess::of(account, grant)));
    let indicators = [
        ("P1", None, None),
        ("P2", Some(Sex::Female), None),
        ("P3", None, Some(Activity::Sewing)),
        ("P4", Some(Sex::Male), Some(Activity::Language)),
    ];
    let indicators = indicators.into_iter().take(if is_mixed { 4 } else { 2 });
    for (n, (code, sex, activity)) in indicators.enumerate() {
        all.push(Command::DefineIndicator(DefineIndicator {
            indicator: IndicatorId(id(10 + n as u128)),
            project,
            code: code.into(),
            title: name(),
            definition: name(),
            unit: name(),
            source: name(),
            level: Level::Output,
            measure: Measure::People { sex, bands: Vec::new() },
            activity,
            baseline: 0,
        }));
    }
    let mut numbers = Numbers::new(7);
    let mut of_krnjaca = Vec::new();
    let mut shifts = 0;
    let workshops =
        [("KRN", Activity::Sewing), ("OBR", Activity::Sewing), ("KRN", Activity::Language)];
    let workshops = workshops.into_iter().take(if is_mixed { 3 } else { 2 });
    for (place, (centre, activity)) in workshops.enumerate() {
        let place = place as u128;
        let is_again = activity == Activity::Language;
        let centre = demo_id("centre", centre);
        let workshop = WorkshopId(id(20 + place));
        all.push(Command::CreateWorkshop(CreateWorkshop {
            workshop,
            centre: Some(centre),
            code: format!("YEAR-{place}"),
            title: name(),
            activity,
            minutes: 60,
        }));
        let share = ShareWorkshop { workshop, project, from, to: Some(to) };
        all.push(Command::ShareWorkshop(share));
        let people: Vec<PersonId> = match is_again {
            true => of_krnjaca.clone(),
            false => (0..24).map(|n| PersonId(id(100 + 100 * place + n))).collect(),
        };
        for person in people.iter().filter(|_| !is_again) {
            let sex = if numbers.within(0..3) == 0 { Sex::Male } else { Sex::Female };
            all.push(Command::RegisterPerson(RegisterPerson {
                person: *person,
                centre: Some(centre),
                kind: PersonKind::Resident,
                sex,
                age: Some(Age::Born(1950 + numbers.within(0..64) as i32)),
                nationality: None,
            }));
        }
        let mut on = from;
        while on <= to {
            shifts += 1;
            let shift = ShiftId(id(1_000 + shifts));
            all.push(Command::PlanShift(PlanShift {
                shift,
                workshop,
                day: on,
                start: parse_hhmm(if is_again { "12:00" } else { "10:00" }).unwrap(),
                minutes: 60,
                schedule: None,
                room: None,
                despite: None,
            }));
            // Over the year one after the other comes for the first time, and for the last.
            let first = on.ordinal0() as usize * 12 / 366;
            for person in people.iter().skip(first).take(if is_again { 4 } else { 12 }) {
                if numbers.within(0..3) > 0 {
                    let (person, presence) = (*person, Presence::Present);
                    let mark = MarkAttendance { shift, person, presence, replaces: None };
                    all.push(Command::MarkAttendance(mark));
                }
            }
            if is_mixed && numbers.within(0..4) == 0 {
                let people = 1 + numbers.within(0..12);
                let (sex, band) = (Sex::Male, AgeBand::To11);
                let count = RecordHeadcount { shift, sex, band, people, replaces: None };
                all.push(Command::RecordHeadcount(count));
            }
            all.push(Command::CloseShift(CloseShift { shift, replaces: None }));
            on += Duration::days((9 + numbers.within(0..9)) * if is_again { 2 } else { 1 });
        }
        of_krnjaca = if place == 0 { people } else { of_krnjaca };
    }
    let changes = all.into_iter().map(|command| (command, None)).collect();
    world.store.change_whole(By::Operator, changes).await.expect("a year");
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// Every report of people, by month, quarter and year, in all and in each centre.
async fn download(world: &World, target: &Target, who: Persona, folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let Target { project, year, centres, .. } = target;
    let (from, to) = (format!("{year}-01-01"), format!("{year}-12-31"));
    let save = async |file: String, path: String| {
        let answer = world.get(who, &path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        std::fs::write(folder.join(file), &answer.body).unwrap();
    };
    let log = format!("/api/v1/reports/session-log.csv?from={from}&to={to}&project={project}");
    save(format!("session-log--{from}--{to}.csv"), log).await;
    for step in ["month", "quarter", "year"] {
        for (report, centres) in [
            ("people-by-sex-and-age", *centres),
            ("five-w", *centres),
            ("indicator-progress", &[""][..]),
        ] {
            for centre in centres {
                let path = format!(
                    "/api/v1/reports/{report}.csv?from={from}&to={to}&step={step}\
                     &project={project}&centre={centre}"
                );
                let name = format!("{report}--{from}--{to}--{step}--{centre}");
                save(format!("{}.csv", name.trim_end_matches('-')), path).await;
            }
        }
    }
}

fn attack(arguments: &[&str], folder: &Path) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut python = Process::new(root.join(".venv/bin/python"));
    python.arg(root.join("tools/attack.py")).args(arguments).arg(folder);
    python.output().expect("python runs")
}

async fn attacked(world: &World, target: &Target, folder: &Path) {
    download(world, target, target.donor, &folder.join("donor")).await;
    download(world, target, Coordinator, &folder.join("whole")).await;
    for (arguments, about) in [(&[][..], "as published"), (&["--planted"][..], "only small ones")] {
        let found = attack(arguments, folder);
        let said = String::from_utf8_lossy(&found.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&found.stderr).into_owned();
        assert!(found.status.success(), "{about}: {said}{wrong}");
    }
}

async fn attacked_once(world: &World, target: &Target) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("indicators.csv"), target.indicators).unwrap();
    attacked(world, target, folder.path()).await;
}

/// Turns the files of a folder into those of another project, and gives sessions other ids.
fn rename(folder: &Path, (from, to): (&str, &str), corrected: &[String]) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let mut text = std::fs::read_to_string(&path).unwrap().replace(from, to);
        for id in corrected {
            text = text.replace(id, &format!("{to}-{id}"));
        }
        std::fs::write(path, text).unwrap();
    }
}

/// Somebody was not there after all, in a shift of a month; answers in which.
async fn correct_month(world: &World, month: &str) -> String {
    let row = sqlx::query(
        "select s.id as shift, p.id as person from shift s
         join workshop w on w.seq = s.workshop
         join attendance a on a.shift = s.seq and a.stands = 1 and a.presence = 'present'
         join person p on p.seq = a.person
         where w.code like 'YEAR-%' and s.day like $1 order by s.seq, p.seq limit 1",
    )
    .bind(format!("{month}-%"))
    .fetch_one(&world.raw)
    .await
    .unwrap();
    let id = |column: &str| sqlx::Row::get::<String, _>(&row, column);
    let shift: ShiftId = id("shift").parse().unwrap();
    let person = id("person").parse().unwrap();
    let absent = MarkAttendance { shift, person, presence: Presence::Absent, replaces: None };
    operate(&world.store, Command::ReopenShift(ReopenShift { shift, replaces: None })).await;
    operate(&world.store, Command::MarkAttendance(absent)).await;
    operate(&world.store, Command::CloseShift(CloseShift { shift, replaces: None })).await;
    id("shift")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_hidden_can_be_computed() {
    let world = world("sqlite").await;
    let name = || Name::new("Women who sew", "Жене које шију");
    // Nothing but sewing is held at Krnjača, and sewing nowhere else.
    let of_krnjaca = DefineIndicator {
        indicator: IndicatorId(Uuid::from_u128(0xF0FF)),
        project: demo_id("project", DEMO.project),
        code: "SEWERS".into(),
        title: name(),
        definition: name(),
        unit: name(),
        source: name(),
        level: Level::Output,
        measure: Measure::People { sex: Some(Sex::Female), bands: vec![AgeBand::To59] },
        activity: Some(Activity::Sewing),
        baseline: 0,
    };
    operate(&world.store, Command::DefineIndicator(of_krnjaca)).await;
    attacked_once(&world, &DEMO).await;
}

/// Kinds of workshop and centres overlap, and a range tells of those without a name.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_hidden_of_mixed_workshops_can_be_computed() {
    let world = world("sqlite").await;
    enter(&world, &MIXED, 4).await;
    attacked_once(&world, &MIXED).await;
}

/// A year, and after corrections of single people the same year again: with the files of both times.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_hidden_of_a_year_can_be_computed() {
    let world = world("sqlite").await;
    enter(&world, &YEAR, 12).await;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let logframe = |text: &str| std::fs::write(folder.join("indicators.csv"), text).unwrap();
    logframe(YEAR.indicators);
    attacked(&world, &YEAR, folder).await;
    let mut corrected = Vec::new();
    for month in ["2020-02", "2020-06", "2020-11"] {
        corrected.push(correct_month(&world, month).await);
    }
    let names = (YEAR.project, "BEFORE");
    for of in ["donor", "whole"] {
        let (now, before) = (folder.join(of), folder.join(of).join("before"));
        std::fs::rename(&now, folder.join("then")).unwrap();
        std::fs::create_dir(&now).unwrap();
        std::fs::rename(folder.join("then"), &before).unwrap();
        rename(&before, names, &corrected);
    }
    let (head, lines) = YEAR.indicators.split_once('\n').unwrap();
    logframe(&format!("{head}\n{lines}{}", lines.replace(names.0, names.1)));
    attacked(&world, &YEAR, folder).await;
}
