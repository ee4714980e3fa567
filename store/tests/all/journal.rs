//! The journal proves the tables: every kind of damage is found, on both engines.

use crate::support::*;
use domain::access::{Grant, Role, Scope};
use domain::attendance::{Presence, RecordHeadcount};
use domain::card::IssueCard;
use domain::centre::{
    CentreStatus, Position, RecordCentreAddress, RecordCentreCapacity, RecordCentrePosition,
    RecordCentreStatus,
};
use domain::command::{
    ChangeAccess, Command, Identity, OfAccount, RecordAccountLanguage, RecordLanguage,
};
use domain::device::AddDevice;
use domain::fault::Fault;
use domain::hand_out::{AddRecipient, HandOut};
use domain::handover::{HandOverShift, Seen};
use domain::indicator::{DefineIndicator, Level, Measure, RecordIndicatorValue, SetTarget};
use domain::label::Name;
use domain::occupancy::RecordOccupancy;
use domain::output::RecordOutput;
use domain::period_close::ClosePeriod;
use domain::person::{AgeBand, LanguageLevel, Sex};
use domain::plan::{AddRoom, CloseDays, CreateSchedule, RecordRoomCapacity};
use domain::project::DescribeProject;
use domain::registry::{
    Difficulty, Functioning, KeepApart, LookAtIdentity, MergePeople, Purpose, RecordConsent,
    RecordFunctioning, RecordStay, Stay,
};
use domain::report::doubt::{AcceptFigure, Doubt};
use domain::report::{Cell, Query, Report};
use domain::shift::{AssignFacilitator, NoteShift, Reason, RecordInterpreting, parse_hhmm};
use domain::training::RecordProgress;
use domain::waiting::{JoinWaitingList, OfferPlace};
use domain::workshop::RecordWorkshopCapacity;
use futures::TryStreamExt;
use sqlx::AssertSqlSafe;

/// A world with at least one row in every projected table.
async fn full(engine: &str) -> World {
    let world = furnished(engine).await;
    let (by, label) = (store::By::Account(DONOR), "Figures at night".to_owned());
    world.store.make_token(by, DONOR, label, day("2021-08-29")).await.expect("a token");
    let from = day("2021-05-01");
    let source = || "field report".to_owned();
    for command in [
        Command::AddDevice(AddDevice { device: id(310), centre: KRN, code: "T-KRN-1".into() }),
        Command::RecordCentreStatus(RecordCentreStatus {
            centre: KRN,
            from,
            status: CentreStatus::Open,
            source: source(),
        }),
        Command::RecordCentreCapacity(RecordCentreCapacity {
            centre: KRN,
            from,
            places: 1000,
            source: source(),
        }),
        Command::RecordCentreAddress(RecordCentreAddress {
            centre: KRN,
            from,
            street: Name::new("Street", "Улица"),
            place: Name::new("Belgrade", "Београд"),
            source: source(),
        }),
        Command::RecordCentrePosition(RecordCentrePosition {
            centre: KRN,
            from,
            position: Some(Position { latitude: 44_840_000, longitude: 20_500_000 }),
            source: source(),
        }),
        Command::AddRecipient(AddRecipient {
            recipient: id(301),
            centre: KRN,
            name: Name::new("Pharmacy", "Апотека"),
        }),
        Command::HandOut(HandOut {
            hand_out: id(302),
            product: MASK,
            recipient: id(301),
            day: day("2021-05-31"),
            quantity: 5,
        }),
        Command::RecordOccupancy(RecordOccupancy {
            occupancy: id(300),
            centre: KRN,
            day: day("2021-05-31"),
            total: 148,
            children: Some(50),
            female: None,
            male: None,
            girls: None,
            boys: None,
            cells: vec![],
            source: source(),
        }),
        Command::AddRoom(AddRoom {
            room: id(320),
            centre: KRN,
            code: "KRN-A".into(),
            name: Name::new("Hall", "Сала"),
        }),
        Command::RecordRoomCapacity(RecordRoomCapacity { room: id(320), from, people: 2 }),
        Command::CreateSchedule(CreateSchedule {
            schedule: id(321),
            workshop: WOOD,
            rule: "FREQ=WEEKLY;BYDAY=TU".into(),
            from: day("2021-06-01"),
            to: Some(day("2021-06-15")),
            starts: vec![parse_hhmm("10:00").unwrap()],
            minutes: 90,
            room: None,
            facilitators: vec![FACILITATOR],
            follows: None,
            despite: None,
        }),
        Command::CloseDays(CloseDays {
            closure: id(322),
            centre: OBR,
            room: None,
            from: day("2021-06-08"),
            to: day("2021-06-08"),
            reason: Reason::Holiday,
        }),
        Command::RecordWorkshopCapacity(RecordWorkshopCapacity { workshop: SEW, from, people: 2 }),
        Command::RecordLanguage(RecordLanguage {
            person: AMINA,
            language: "ara".into(),
            level: LanguageLevel::Speaks,
        }),
        Command::AssignFacilitator(AssignFacilitator {
            shift: TEN,
            account: FACILITATOR,
            despite: None,
        }),
        Command::RecordAccountLanguage(RecordAccountLanguage {
            account: FACILITATOR,
            language: "eng".into(),
            level: LanguageLevel::Speaks,
        }),
        Command::RecordInterpreting(RecordInterpreting {
            interpreting: id(330),
            shift: TEN,
            person: AMINA,
        }),
        Command::RecordStay(RecordStay {
            person: AMINA,
            day: day("2021-05-02"),
            stay: Stay::In { centre: KRN },
        }),
        Command::RecordConsent(RecordConsent {
            consent: id(340),
            person: AMINA,
            purpose: Purpose::Photo,
            on: day("2021-05-02"),
            version: "2021-01".into(),
            language: "ara".into(),
            guardian: None,
        }),
        Command::RecordFunctioning(RecordFunctioning {
            person: AMINA,
            on: day("2021-05-02"),
            answers: vec![(Functioning::Seeing, Difficulty::Some)],
        }),
        Command::LookAtIdentity(LookAtIdentity { person: AMINA }),
        Command::RecordProgress(RecordProgress {
            enrolment: id(70),
            on: day("2021-05-31"),
            percent: 40,
            completed: false,
        }),
        Command::IssueCard(IssueCard { card: id(341), person: AMINA }),
        Command::ClosePeriod(ClosePeriod { centre: KRN, to: day("2021-03-31") }),
        Command::KeepApart(KeepApart { one: AMINA, other: LEJLA }),
        person(id(53), Some(KRN), Sex::Female, 1990),
        person(id(54), Some(KRN), Sex::Female, 1991),
        Command::MergePeople(MergePeople { merge: id(341), kept: AMINA, other: id(53) }),
        Command::JoinWaitingList(JoinWaitingList {
            waiting: id(342),
            person: id(54),
            workshop: SEW,
            shift: Some(TEN),
        }),
        Command::OfferPlace(OfferPlace {
            offer: id(343),
            waiting: id(342),
            until: day("2021-05-31"),
        }),
        mark(TEN, AMINA, Presence::Present),
        Command::RecordHeadcount(RecordHeadcount {
            shift: TEN,
            sex: Sex::Male,
            band: AgeBand::To11,
            people: 12,
            replaces: None,
        }),
        Command::RecordOutput(RecordOutput {
            output: id(80),
            shift: TEN,
            product: MASK,
            quantity: 25,
            rejected: false,
        }),
        close(TEN),
        Command::HandOverShift(HandOverShift {
            shift: TEN,
            from: FACILITATOR,
            to: MANAGER,
            seen: Seen { listed: 2, present: 1, ..Seen::default() },
        }),
    ] {
        must(&world, command, None).await;
    }
    let text = Some(Identity::Remark("Thread ran out".into()));
    for command in project_commands() {
        let evidence = matches!(command, Command::RecordIndicatorValue(_));
        must(&world, command, text.clone().filter(|_| evidence)).await;
    }
    must(&world, Command::NoteShift(NoteShift { shift: TEN }), text.clone()).await;
    let (doubt, value) = (Doubt::TooMuch, 400);
    must(&world, Command::AcceptFigure(AcceptFigure { shift: TEN, doubt, value }), text).await;
    world
}

/// A project described, an indicator counted by hand with a target and a value.
fn project_commands() -> [Command; 4] {
    let name = || Name::new("Words", "Речи");
    let (from, to) = (day("2021-01-01"), day("2021-12-31"));
    [
        Command::DescribeProject(DescribeProject {
            project: EU,
            organisation_type: name(),
            sector: name(),
            subsector: name(),
            modality: name(),
            beneficiaries: name(),
            contact: name(),
        }),
        Command::DefineIndicator(DefineIndicator {
            indicator: id(350),
            project: EU,
            code: "OC1".into(),
            title: name(),
            definition: name(),
            unit: name(),
            source: name(),
            level: Level::Outcome,
            measure: Measure::ByHand,
            activity: None,
            baseline: 0,
        }),
        Command::SetTarget(SetTarget { indicator: id(350), from, to, value: 80 }),
        Command::RecordIndicatorValue(RecordIndicatorValue {
            indicator: id(350),
            from,
            to,
            value: 61,
        }),
    ]
}

const ONE_CELL_EACH: &[(&str, &str)] = &[
    ("device", "code = 'X'"),
    ("token", "until_day = '2021-12-31'"),
    ("account", "code = 'X'"),
    ("account_language", "level = 'interprets'"),
    ("interpreting", "person = person + 1"),
    ("access", "role = 'donor'"),
    ("centre", "name_en = 'X'"),
    ("centre_kind", "from_day = '1999-01-01'"),
    ("centre_status", "status = 'closed'"),
    ("centre_capacity", "places = places + 1"),
    ("centre_address", "place_sr = 'X'"),
    ("centre_position", "latitude = latitude + 1"),
    ("recipient", "name_en = 'X'"),
    ("hand_out", "quantity = quantity + 1"),
    ("occupancy", "cells = '[]'"),
    ("project", "reference = 'X'"),
    ("project_description", "contact_en = 'X'"),
    ("indicator", "baseline = baseline + 1"),
    ("target", "value = value + 1"),
    ("indicator_value", "value = value + 1"),
    ("workshop", "minutes = minutes + 1"),
    ("workshop_capacity", "people = people + 1"),
    ("room", "code = 'X'"),
    ("room_capacity", "people = people + 1"),
    ("schedule", "rule = 'FREQ=DAILY'"),
    ("closure", "reason = 'other'"),
    ("product", "unit = 'kilogram'"),
    ("share", "to_day = '2021-05-30'"),
    ("person", "sex = 'other'"),
    ("person_language", "level = 'interprets'"),
    ("stay", "day = '2021-05-03'"),
    ("card", "revoked = 7"),
    ("progress", "percent = 41"),
    ("consent", "purpose = 'record'"),
    ("functioning", "answers = '[]'"),
    ("look", "person = person + 1"),
    ("merge", "undone = 1"),
    ("apart", "other = other + 1"),
    ("waiting", "ended = 'left'"),
    ("offer", "until_day = '2021-06-30'"),
    ("shift", "minutes = minutes + 1"),
    ("shift_facilitator", "shift = shift + 1"),
    ("enrolment", "from_day = '2021-05-02'"),
    ("attendance", "presence = 'absent'"),
    ("headcount", "people = people + 1"),
    ("output", "quantity = quantity + 1"),
    ("course", "progress = 'open'"),
    ("note", "id = 'X'"),
    ("acceptance", "value = value + 1"),
    ("period_close", "closed_to = '2021-02-28'"),
    ("entry", "kind = 'X'"),
    ("handover", "present = present + 1"),
];

async fn run(world: &World, sql: String) {
    let done = sqlx::query(AssertSqlSafe(sql.clone())).execute(&world.raw).await;
    assert!(done.unwrap_or_else(|e| panic!("{sql}: {e}")).rows_affected() > 0, "{sql}");
}

#[tokio::test]
async fn one_altered_cell_in_any_table_is_found() {
    for engine in engines() {
        let world = full(engine).await;
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
        for (table, change) in ONE_CELL_EACH.iter().copied() {
            let copy = format!("create table keep_{table} as select * from {table}");
            sqlx::query(AssertSqlSafe(copy)).execute(&world.raw).await.unwrap();
            let first = format!("(select max(seq) from {table})");
            run(&world, format!("update {table} set {change} where seq = {first}")).await;
            let found = problems(&world).await;
            assert!(found.len() == 1 && found[0].starts_with(table), "{engine} {table}: {found:?}");
            let column = change.split(' ').next().unwrap();
            let back = format!("(select k.{column} from keep_{table} k where k.seq = {table}.seq)");
            run(&world, format!("update {table} set {column} = {back}")).await;
            assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine} {table} put back");
        }
    }
}

#[tokio::test]
async fn a_missing_and_an_extra_row_are_found() {
    for engine in engines() {
        let world = full(engine).await;
        run(&world, "delete from output".into()).await;
        assert_eq!(problems(&world).await.len(), 1, "{engine}");
        let extra = "insert into output (seq, id, shift, product, quantity)
             select 9999, 'x', s.seq, p.seq, 7 from shift s, product p limit 1";
        run(&world, extra.into()).await;
        assert_eq!(problems(&world).await.len(), 2, "{engine}");
    }
}

#[tokio::test]
async fn one_altered_byte_of_the_journal_is_found() {
    for engine in engines() {
        for change in [
            "entry = replace(entry, 'Krnjača', 'Krnjaca') where seq = 1",
            "actor = 'somebody' where seq = 2",
            "received_at = '2020-01-01T00:00:00.000Z' where seq = 3",
            "hash = replace(hash, substr(hash, 1, 1), 'x') where seq = 4",
        ] {
            let world = full(engine).await;
            run(&world, format!("update journal set {change}")).await;
            let found = problems(&world).await;
            assert!(found.iter().any(|p| p.contains("chain")), "{engine} {change}: {found:?}");
        }
    }
}

#[tokio::test]
async fn a_journal_that_was_cut_off_is_found() {
    for engine in engines() {
        let world = full(engine).await;
        let head = world.store.check(None).await.unwrap().head;
        assert_eq!(world.store.check(Some(&head)).await.unwrap().problems, Vec::<String>::new());
        run(&world, "delete from journal where seq = (select max(seq) from journal)".into()).await;
        assert!(!problems(&world).await.is_empty(), "{engine}");
        // Even when the head and the tables are made to fit, the head known elsewhere tells.
        let last = "select seq from journal order by seq desc limit 1";
        let hash = "select hash from journal order by seq desc limit 1";
        run(&world, format!("update journal_head set seq = ({last}), hash = ({hash})")).await;
        run(&world, "delete from acceptance".into()).await;
        run(&world, format!("delete from entry where seq > ({last})")).await;
        assert_eq!(problems(&world).await, Vec::<String>::new());
        let found = world.store.check(Some(&head)).await.unwrap().problems;
        assert!(found[0].contains("cut off"), "{engine}: {found:?}");
    }
}

#[tokio::test]
async fn a_gap_in_the_journal_is_found() {
    for engine in engines() {
        let world = full(engine).await;
        run(&world, "delete from journal where seq = 20".into()).await;
        let found = problems(&world).await;
        assert!(found.iter().any(|p| p.contains("entry 20 is missing")), "{engine}: {found:?}");
    }
}

#[tokio::test]
async fn the_report_as_it_was_then() {
    for engine in engines() {
        let world = full(engine).await;
        let query = Query::period(day("2021-05-01"), day("2021-05-31"));
        let pieces = |store: store::Store| {
            let query = query.clone();
            async move {
                let operator = domain::access::Actor::Operator;
                let report = store.report(&operator, Report::OutputProduction, &query).await;
                let rows: Vec<Vec<Cell>> = report.unwrap().rows.try_collect().await.unwrap();
                rows.iter().map(|row| row[10].clone()).collect::<Vec<_>>()
            }
        };
        assert_eq!(pieces(world.store.clone()).await, [Cell::Number(25)], "{engine}");
        let last = world.store.check(None).await.unwrap().entries;
        // The closing, the receipt, four entries about a project, the note and what was accepted.
        let before = world.store.as_of(last - 8).await.expect("as of");
        assert_eq!(pieces(before).await, [], "{engine}: the shift was not closed yet");
        let refused = world.store.as_of(last + 1).await.map(drop).unwrap_err().fault();
        assert!(matches!(refused, Fault::OutOfRange { .. }));
    }
}

#[tokio::test]
async fn permissions_can_be_given_taken_and_given_again() {
    for engine in engines() {
        let world = furnished(engine).await;
        let grant = Grant { role: Role::Facilitator, scope: Scope::Centre(OBR) };
        let change = || ChangeAccess::of(FACILITATOR, grant);
        must(&world, Command::GrantAccess(change()), None).await;
        must(&world, Command::RevokeAccess(change()), None).await;
        must(&world, Command::GrantAccess(change()), None).await;
        must(&world, Command::DisableAccount(OfAccount { account: FACILITATOR }), None).await;
        must(&world, Command::EnableAccount(OfAccount { account: FACILITATOR }), None).await;
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

/// The journals of all releases stay readable for ever: every command once, those of a release
/// after those of the one before.
#[tokio::test]
async fn the_journals_of_all_releases_are_replayed() {
    let releases = [
        include_str!("fixtures/journal-0.1.0.jsonl"),
        include_str!("fixtures/journal-0.2.0.jsonl"),
        include_str!("fixtures/journal-0.3.0.jsonl"),
    ];
    // The error of an unknown variant lists the known ones.
    let error = serde_json::from_str::<Command>(r#"{"?":{}}"#).expect_err("unknown").to_string();
    for name in error.split('`').skip(3).step_by(2) {
        let line = format!(r#""command":{{"{name}""#);
        assert!(releases.iter().any(|release| release.contains(&line)), "{name} is in no journal");
    }
    for engine in engines() {
        let world = empty(engine).await;
        for line in releases.iter().flat_map(|release| release.lines()) {
            let (login, name) = (line[37..49].to_owned(), "Dragojla".to_owned());
            let account = Identity::Account(domain::command::AccountIdentity { login, name });
            let note = Identity::Remark("Thread ran out".into());
            let sent = store::Submission {
                bytes: line.to_owned(),
                identity: if line.contains("create_account") {
                    Some(account)
                } else {
                    let remarked = [
                        "note_shift",
                        "accept_figure",
                        "reopen_period",
                        "record_indicator_value",
                        "make_token",
                    ];
                    remarked.iter().any(|name| line.contains(name)).then_some(note)
                },
                password: if line.contains("make_token") {
                    let secret = format!("{}{}", domain::token::PREFIX, "a".repeat(64));
                    Some(store::Password(secret))
                } else {
                    (line.contains("create_account") || line.contains("reset_password"))
                        .then(|| store::Password(PASSWORD.into()))
                },
                ..store::Submission::default()
            };
            if line.contains("reset_pin") {
                let member = "insert into device_member (device, account, token_hash, created_at)
                     select d.id, a.id, 'x', '2021-05-31T12:00:00.000Z' from device d, account a
                     where a.code = 'F-1'";
                run(&world, member.into()).await;
            }
            let outcome = world.store.submit(store::By::Operator, vec![sent]).await.unwrap();
            // Made before the shift's day: these wait for the decisions that follow.
            let early = line.contains(r#""at":"2021-05-30"#);
            assert_eq!(outcome[0].seq().is_none(), early, "{engine}: {line}: {outcome:?}");
        }
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}
