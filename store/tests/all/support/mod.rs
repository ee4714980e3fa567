//! A database of its own for every test, on both engines, and a small centre to work in.

use chrono::{DateTime, Utc};
use domain::access::{Grant, Role, Scope};
use domain::attendance::{MarkAttendance, Presence};
use domain::centre::{CentreKind, CreateCentre, RecordCentreKind};
use domain::clock::FixedClock;
use domain::command::{
    AccountIdentity, ChangeAccess, Command, CreateAccount, Envelope, Identity, PersonIdentity,
    RegisterPerson, VERSION,
};
use domain::ids::*;
use domain::label::Name;
use domain::person::{Age, Sex};
use domain::project::CreateProject;
use domain::shift::{CloseShift, Enrol, PlanShift, parse_hhmm};
use domain::sync::Outcome;
use domain::workshop::{Activity, AddProduct, CreateWorkshop, ShareWorkshop, Unit};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
pub use scratch::{Scratch, engines};
use sqlx::AnyPool;
use std::sync::Arc;
use store::{By, Password, Store, Submission};
use uuid::Uuid;

pub const PASSWORD: &str = "correct horse battery";

/// A store and a second way into its database.
pub struct World {
    pub store: Store,
    pub raw: AnyPool,
    pub url: String,
    _scratch: Scratch,
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

pub fn id<T: From<Uuid>>(n: u128) -> T {
    T::from(Uuid::from_u128(n))
}

/// The store on a database; the clock stands at 16:10 in Belgrade on 31 May 2021.
pub async fn open(url: &str) -> Store {
    let clock = Arc::new(FixedClock(at("2021-05-31T14:10:00Z")));
    Store::open(url, clock).await.expect("the store opens")
}

/// An empty store on an engine.
pub async fn empty(engine: &str) -> World {
    let scratch = Scratch::new(engine).await;
    let url = scratch.url().to_owned();
    let store = open(&url).await;
    let raw = AnyPool::connect(&url).await.expect("a second connection");
    World { store, raw, url, _scratch: scratch }
}

pub const KRN: CentreId = CentreId(Uuid::from_u128(1));
pub const OBR: CentreId = CentreId(Uuid::from_u128(2));
pub const SEW: WorkshopId = WorkshopId(Uuid::from_u128(10));
pub const WOOD: WorkshopId = WorkshopId(Uuid::from_u128(11));
pub const MASK: ProductId = ProductId(Uuid::from_u128(20));
pub const EU: ProjectId = ProjectId(Uuid::from_u128(30));
pub const TEN: ShiftId = ShiftId(Uuid::from_u128(40));
pub const TWELVE: ShiftId = ShiftId(Uuid::from_u128(41));
pub const WOODEN: ShiftId = ShiftId(Uuid::from_u128(42));
pub const AMINA: PersonId = PersonId(Uuid::from_u128(50));
pub const LEJLA: PersonId = PersonId(Uuid::from_u128(51));
pub const AZAR: PersonId = PersonId(Uuid::from_u128(52));
pub const FACILITATOR: AccountId = AccountId(Uuid::from_u128(60));
pub const MANAGER: AccountId = AccountId(Uuid::from_u128(61));
pub const DONOR: AccountId = AccountId(Uuid::from_u128(62));
pub const COORDINATOR: AccountId = AccountId(Uuid::from_u128(63));
pub const NOBODY: AccountId = AccountId(Uuid::from_u128(64));

pub fn centre(id: CentreId, code: &str, en: &str, sr: &str) -> Command {
    Command::CreateCentre(CreateCentre {
        centre: id,
        code: code.into(),
        name: Name::new(en, sr),
        adm1: Name::new("City of Belgrade", "Град Београд"),
        adm1_code: "RS-00".into(),
        adm2: Name::new(en, sr),
    })
}

pub fn plan(shift: ShiftId, workshop: WorkshopId, on: &str, start: &str) -> Command {
    Command::PlanShift(PlanShift {
        shift,
        workshop,
        day: day(on),
        start: parse_hhmm(start).expect("a time"),
        minutes: 120,
        schedule: None,
        room: None,
        despite: None,
    })
}

pub fn mark(shift: ShiftId, person: PersonId, presence: Presence) -> Command {
    Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces: None })
}

pub fn close(shift: ShiftId) -> Command {
    Command::CloseShift(CloseShift { shift, replaces: None })
}

pub fn person(id: PersonId, centre: Option<CentreId>, sex: Sex, born: i32) -> Command {
    Command::RegisterPerson(RegisterPerson {
        person: id,
        centre,
        kind: Default::default(),
        sex,
        age: Some(Age::Born(born)),
        nationality: Some("SYR".into()),
    })
}

pub fn alias(text: &str) -> Option<Identity> {
    Some(Identity::Person(PersonIdentity { alias: Some(text.into()), ..Default::default() }))
}

pub fn enrol(n: u128, person: PersonId, workshop: WorkshopId, shift: Option<ShiftId>) -> Command {
    let from = day("2021-05-01");
    Command::Enrol(Enrol { enrolment: id(n), person, workshop, shift, from, despite: None })
}

/// A project of 2021.
pub fn project(project: ProjectId, code: &str) -> Command {
    Command::CreateProject(CreateProject {
        project,
        code: code.into(),
        title: Name::new("Project", "Пројекат"),
        funder: Name::new("European Union", "Европска унија"),
        programme: Name::new("Programme", "Програм"),
        implementer: Name::new("Organisation", "Организација"),
        reference: format!("REF-{code}"),
        from: day("2021-01-01"),
        to: day("2021-12-31"),
    })
}

/// Two centres, two workshops, three shifts of 31 May, three people, five accounts.
pub async fn furnished(engine: &str) -> World {
    let world = empty(engine).await;
    let workshop = |id, centre, code: &str, activity| {
        Command::CreateWorkshop(CreateWorkshop {
            workshop: id,
            centre: Some(centre),
            code: code.into(),
            title: Name::new("Workshop", "Радионица"),
            activity,
            minutes: 120,
        })
    };
    let share = |workshop| {
        let from = day("2021-01-01");
        Command::ShareWorkshop(ShareWorkshop { workshop, project: EU, from, to: None })
    };
    let kind = RecordCentreKind {
        centre: OBR,
        from: day("2020-01-01"),
        kind: CentreKind::ReceptionCentre,
        source: "field report".into(),
    };
    let product = AddProduct {
        product: MASK,
        workshop: SEW,
        code: "MASK".into(),
        name: Name::new("Face mask", "Маска"),
        unit: Unit::Piece,
    };
    let later = RecordCentreKind {
        from: day("2021-06-16"),
        kind: CentreKind::AsylumCentre,
        ..kind.clone()
    };
    for command in [
        centre(KRN, "KRN", "Krnjača", "Крњача"),
        centre(OBR, "OBR", "Obrenovac", "Обреновац"),
        Command::RecordCentreKind(kind),
        Command::RecordCentreKind(later),
        project(EU, "EU-1"),
        workshop(SEW, KRN, "KRN-SEW", Activity::Sewing),
        workshop(WOOD, OBR, "OBR-WOOD", Activity::Carpentry),
        share(SEW),
        Command::AddProduct(product),
        plan(TEN, SEW, "2021-05-31", "10:00"),
        plan(TWELVE, SEW, "2021-05-31", "12:00"),
        plan(WOODEN, WOOD, "2021-05-31", "10:00"),
    ] {
        must(&world, command, None).await;
    }
    must(&world, person(AMINA, Some(KRN), Sex::Female, 1990), alias("Amina")).await;
    must(&world, person(LEJLA, Some(KRN), Sex::Female, 2006), alias("Lejla")).await;
    must(&world, person(AZAR, Some(OBR), Sex::Male, 1995), alias("Azar")).await;
    must(&world, enrol(70, AMINA, SEW, None), None).await;
    must(&world, enrol(71, LEJLA, SEW, Some(TEN)), None).await;
    let org = Scope::Organisation;
    account(&world, FACILITATOR, "facilitator", Some((Role::Facilitator, Scope::Centre(KRN))))
        .await;
    account(&world, MANAGER, "manager", Some((Role::Manager, Scope::Centre(KRN)))).await;
    account(&world, DONOR, "donor", Some((Role::Donor, Scope::Project(EU)))).await;
    account(&world, COORDINATOR, "coordinator", Some((Role::Coordinator, org))).await;
    account(&world, NOBODY, "nobody", None).await;
    world
}

async fn account(world: &World, id: AccountId, login: &str, grant: Option<(Role, Scope)>) {
    let create = CreateAccount { account: id, code: login.to_uppercase(), language: None };
    let identity = AccountIdentity { login: login.into(), name: format!("The {login}") };
    let (store, password) = (&world.store, Password(PASSWORD.into()));
    store
        .change(
            By::Operator,
            Command::CreateAccount(create),
            Some(Identity::Account(identity)),
            Some(password),
        )
        .await
        .expect("an account");
    if let Some((role, scope)) = grant {
        let grant = Grant { role, scope };
        must(world, Command::GrantAccess(ChangeAccess::of(id, grant)), None).await;
    }
}

/// Applies a command as the operator.
pub async fn must(world: &World, command: Command, identity: Option<Identity>) -> i64 {
    let text = format!("{command:?}");
    world.store.change(By::Operator, command, identity, None).await.expect(&text)
}

/// An envelope as a tablet would make it.
pub fn envelope(n: u128, when: &str, command: Command) -> Envelope {
    Envelope { v: VERSION, id: id(n), at: at(when), offset: 0, device: id(900), command }
}

pub fn submission(envelope: &Envelope) -> Submission {
    let bytes = serde_json::to_string(envelope).expect("JSON");
    Submission { bytes, ..Submission::default() }
}

/// Submits one envelope.
pub async fn submit(world: &World, by: By, envelope: &Envelope) -> Outcome {
    let outcomes = world.store.submit(by, vec![submission(envelope)]).await.expect("an answer");
    outcomes.into_iter().next().expect("one outcome")
}

/// Who it is after signing in, and what they may do.
pub async fn signed_in(world: &World, login: &str) -> domain::access::Actor {
    let signed = world.store.sign_in(login, &Password(PASSWORD.into()), "127.0.0.1").await;
    world.store.session(&signed.expect("signs in").token).await.expect("a session").1
}

/// How many rows a table has.
pub async fn rows(world: &World, table: &str) -> i64 {
    use sqlx::Row;
    let sql = format!("select cast(count(*) as bigint) as n from {table}");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_one(&world.raw).await.expect("a count");
    row.try_get("n").expect("a number")
}

/// Everything that `journal check` finds wrong.
pub async fn problems(world: &World) -> Vec<String> {
    world.store.check(None).await.expect("a check").problems
}

/// Runs a property on an engine; PostgreSQL gets fewer cases, since each makes a database.
pub fn on_each_engine<S: Strategy>(
    strategy: impl Fn() -> S,
    property: impl Fn(&str, &S::Value) -> Result<(), TestCaseError>,
) {
    for engine in engines() {
        let cases = if engine == "sqlite" { 24 } else { 6 };
        let config = Config { cases, failure_persistence: None, ..Config::default() };
        TestRunner::new(config)
            .run(&strategy(), |value| property(engine, &value))
            .unwrap_or_else(|error| panic!("{engine}: {error}"));
    }
}

pub fn block<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(future)
}
