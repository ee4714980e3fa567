//! A server with the demo on a database of its own, and everybody who can ask it something.

pub mod persona;
pub mod samples;

pub use persona::Persona;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::access::{Actor, Grant, Role, Scope};
use domain::attendance::{MarkAttendance, Presence};
use domain::clock::FixedClock;
use domain::command::{
    AccountIdentity, ChangeAccess, Command, CreateAccount, Envelope, Identity, VERSION,
};
use domain::ids::{AccountId, DeviceId, EnvelopeId, ProjectId, ShiftId};
use domain::label::Name;
use domain::project::CreateProject;
use domain::shift::{CloseShift, ReopenShift};
use domain::sync::{JoinAnswer, JoinRequest};
pub use scratch::{Scratch, engines};
use serde_json::{Value, json};
use server::config::Settings;
use server::demo;
use server::router::router;
use server::state::AppState;
use sqlx::{AnyPool, Row};
use std::collections::HashMap;
use std::sync::Arc;
use store::{By, Password, Store, Tablet};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;
use tower::ServiceExt;
use uuid::Uuid;

/// Where the server believes to be.
pub const HOST: &str = "radionica.test";

/// A server, its database, and the sessions of the personas.
pub struct World {
    pub store: Store,
    pub raw: AnyPool,
    pub router: Router,
    tokens: HashMap<Persona, String>,
    pub scratch: Scratch,
}

/// The server of the demo at 16:10 in Belgrade on 31 May 2021.
pub async fn world(engine: &str) -> World {
    world_with(engine, |_| None).await
}

/// The same with other settings.
pub async fn world_with(engine: &str, settings: impl Fn(&str) -> Option<String>) -> World {
    let scratch = Scratch::new(engine).await;
    let url = scratch.url();
    let site = scratch.folder().join("site");
    std::fs::create_dir_all(site.join("pkg")).expect("a folder");
    let now = "2021-05-31T14:10:00Z".parse().expect("an instant");
    let store = Store::open(url, Arc::new(FixedClock(now))).await.expect("the store opens");
    demo::load(&store, 0, None, |_, _| ()).await.expect("the demo fits");
    extras(&store).await;
    let settings = Settings::from_source(|name| match name {
        "RADIONICA_SITE" => Some(site.to_string_lossy().into_owned()),
        name => settings(name),
    })
    .expect("settings");
    let router = router(AppState::new(store.clone(), settings));
    let raw = AnyPool::connect(url).await.expect("a second connection");
    let mut tokens = HashMap::from([(Persona::Expired, "0".repeat(64))]);
    for persona in Persona::ALL {
        if let Some(login) = persona.login() {
            let password = Password(demo::PASSWORD.into());
            let signed_in = store.sign_in(login, &password, "test").await.expect(login);
            tokens.insert(persona, signed_in.token);
        }
    }
    World { store, raw, router, tokens, scratch }
}

/// Another project with its donor, and an account that may nothing.
async fn extras(store: &Store) {
    let name = || Name::new("Other", "Други");
    let project = ProjectId(Uuid::from_u128(0xA));
    let other = CreateProject {
        project,
        code: "OTHER".into(),
        title: name(),
        funder: name(),
        programme: name(),
        implementer: name(),
        reference: "OTHER/1".into(),
        from: "2021-01-01".parse().unwrap(),
        to: "2021-12-31".parse().unwrap(),
    };
    operate(store, Command::CreateProject(other)).await;
    let grant = Grant { role: Role::Donor, scope: Scope::Project(project) };
    for (n, login, grant) in [(0xB, "other-donor", Some(grant)), (0xC, "powerless", None)] {
        account(store, n, login).await;
        if let Some(grant) = grant {
            let account = AccountId(Uuid::from_u128(n));
            operate(store, Command::GrantAccess(ChangeAccess::of(account, grant))).await;
        }
    }
}

/// Sets an account up with the demo's password.
pub async fn account(store: &Store, n: u128, login: &str) -> AccountId {
    let account = AccountId(Uuid::from_u128(n));
    let create = CreateAccount { account, code: login.to_uppercase(), language: None };
    let identity = Identity::Account(AccountIdentity {
        login: login.into(),
        name: format!("Name of {login}"),
    });
    let password = Some(Password(demo::PASSWORD.into()));
    store
        .change(By::Operator, Command::CreateAccount(create), Some(identity), password)
        .await
        .expect(login);
    account
}

/// A browser that has become a tablet: its cookie's value, and the tablet.
pub async fn enrolled(store: &Store, device: DeviceId) -> (String, Tablet) {
    let code = store.new_device_code(&Actor::Operator, device).await.expect("a code");
    let token = store.enrol_device(&code.code, "test").await.expect("a tablet").token;
    let tablet = store.tablet(&token).await.expect("an answer").expect("a tablet");
    (token, tablet)
}

/// An account that proved itself there with the demo's password.
pub async fn join(store: &Store, tablet: Tablet, login: &str) -> JoinAnswer {
    let (login, password) = (login.to_owned(), demo::PASSWORD.to_owned());
    let asked = JoinRequest::Password { login, password };
    store.join_device(tablet, asked, "test").await.expect("a member")
}

/// Makes a change as the operator.
pub async fn operate(store: &Store, command: Command) {
    let text = format!("{command:?}");
    store.change(By::Operator, command, None, None).await.expect(&text);
}

/// Somebody is marked after all in a closed shift, of the last day as long as anybody is left.
pub async fn correct(world: &World) {
    let row = sqlx::query(
        "select s.id as shift, p.id as person from shift s, person p
         where s.day >= '2021-05-24' and s.day <= '2021-05-31' and s.progress = 'closed' and p.same_as is null
           and p.centre = s.centre
           and not exists (select 1 from attendance a where a.shift = s.seq and a.person = p.seq)
         order by s.day desc, s.seq, p.seq limit 1",
    )
    .fetch_one(&world.raw)
    .await
    .unwrap();
    let id = |column: &str| Row::get::<String, _>(&row, column);
    let shift: ShiftId = id("shift").parse().unwrap();
    let person = id("person").parse().unwrap();
    let mark = MarkAttendance { shift, person, presence: Presence::Present, replaces: None };
    operate(&world.store, Command::ReopenShift(ReopenShift { shift, replaces: None })).await;
    operate(&world.store, Command::MarkAttendance(mark)).await;
    operate(&world.store, Command::CloseShift(CloseShift { shift, replaces: None })).await;
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The body as text; of a file that is none, as far as it is.
    pub fn text(&self) -> String {
        let packed = ["application/zip", "application/vnd"];
        if packed.iter().any(|kind| self.header(header::CONTENT_TYPE).starts_with(kind)) {
            return String::from_utf8_lossy(&self.body).into_owned();
        }
        String::from_utf8(self.body.to_vec()).expect("UTF-8")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// The code of the fault, when the answer is one.
    pub fn fault(&self) -> Option<String> {
        let json: Value = serde_json::from_slice(&self.body).ok()?;
        Some(json["fault"]["code"].as_str()?.to_owned())
    }

    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    pub fn location(&self) -> &str {
        self.header(header::LOCATION)
    }
}

impl World {
    /// Sends a request as it is. The body is read by another thread, as the server's threads take
    /// over from each other: a page that holds what only its own thread may drop fails here.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        let runtime = Handle::current();
        let read = move || runtime.block_on(to_bytes(body, 64 << 20));
        let body = spawn_blocking(read).await.expect("no panic").expect("a whole body");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// A request of a persona's browser.
    pub fn request(
        &self,
        who: Persona,
        method: Method,
        path: &str,
    ) -> axum::http::request::Builder {
        let mut request = Request::builder().method(method.clone()).uri(path).header("host", HOST);
        if method != Method::GET && method != Method::HEAD {
            request = request.header("origin", format!("http://{HOST}"));
        }
        if let Some(token) = self.tokens.get(&who) {
            request = request.header("cookie", format!("radionica_session={token}"));
        }
        request
    }

    pub async fn get(&self, who: Persona, path: &str) -> Answer {
        self.send(self.request(who, Method::GET, path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(
        &self,
        who: Persona,
        path: &str,
        kind: &str,
        body: impl Into<Body>,
    ) -> Answer {
        let request = self.request(who, Method::POST, path).header("content-type", kind);
        self.send(request.body(body.into()).unwrap()).await
    }

    pub async fn form(&self, who: Persona, path: &str, body: &str) -> Answer {
        self.post(who, path, "application/x-www-form-urlencoded", body.to_owned()).await
    }

    pub async fn sync(&self, who: Persona, body: impl Into<Body>) -> Answer {
        self.post(who, "/api/v1/sync", "application/json", body).await
    }

    /// Sends commands as a tablet would, each in an envelope of its own; the outcomes.
    pub async fn tell(&self, who: Persona, commands: &[Command]) -> Vec<Value> {
        let items: Vec<Value> = commands
            .iter()
            .map(|command| {
                let mut item = json!({ "envelope": envelope(command.clone()) });
                if matches!(
                    command,
                    Command::NoteShift(_)
                        | Command::AcceptFigure(_)
                        | Command::ReopenPeriod(_)
                        | Command::RecordIndicatorValue(_)
                ) {
                    item["identity"] = json!({ "remark": "Thread ran out" });
                }
                item
            })
            .collect();
        let answer = self.sync(who, json!({ "envelopes": items }).to_string()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.json()["outcomes"].as_array().expect("outcomes").clone()
    }

    /// Entries in the journal.
    pub async fn entries(&self) -> i64 {
        let sql = "select cast(count(*) as bigint) as n from journal";
        sqlx::query(sql).fetch_one(&self.raw).await.unwrap().try_get("n").unwrap()
    }
}

/// An envelope made now by a tablet.
pub fn envelope(command: Command) -> Envelope {
    Envelope {
        v: VERSION,
        id: EnvelopeId(Uuid::now_v7()),
        at: "2021-05-31T14:05:00Z".parse().expect("an instant"),
        offset: 0,
        device: DeviceId(Uuid::from_u128(0xD)),
        command,
    }
}

/// The id of a thing of the demo.
pub fn demo_id<T: From<Uuid>>(noun: &str, name: &str) -> T {
    T::from(demo::id(noun, name))
}
