//! Shared tablets over HTTP: enrolling, joining, sending, being revoked.

use crate::support::Persona::*;
use crate::support::*;
use axum::body::Body;
use axum::http::{Method, Request};
use domain::attendance::{MarkAttendance, Presence};
use domain::command::Command;
use domain::device::{AddDevice, OfDevice, ResetPin};
use domain::ids::{AccountId, DeviceId, EnvelopeId};
use serde_json::{Value, json};
use store::By;
use uuid::Uuid;

const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0xDE));

/// A tablet's browser: its cookie, and the token of the member who has it in hand.
struct Browser<'a> {
    world: &'a World,
    cookie: String,
    member: Option<String>,
}

impl Browser<'_> {
    async fn ask(&self, method: Method, path: &str, body: Value) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", HOST)
            .header("origin", format!("http://{HOST}"))
            .header("content-type", "application/json")
            .header("cookie", format!("radionica_device={}", self.cookie));
        if let Some(token) = &self.member {
            request = request.header("x-radionica-member", token);
        }
        self.world.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    async fn sync(&self, items: Vec<Value>, cursor: Option<Value>) -> Answer {
        let mut body = json!({ "envelopes": items });
        if let Some(cursor) = cursor {
            body["cursor"] = cursor;
        }
        self.ask(Method::POST, "/api/v1/sync", body).await
    }
}

/// Adds the tablet T-KRN-1; its one-time code.
async fn added(world: &World) -> String {
    let (device, centre) = (DEVICE, demo_id("centre", "KRN"));
    operate(&world.store, Command::AddDevice(AddDevice { device, centre, code: "T-KRN-1".into() }))
        .await;
    world.store.new_device_code(&domain::access::Actor::Operator, DEVICE).await.unwrap().code
}

fn mark(n: u128) -> Value {
    let mark = MarkAttendance {
        shift: demo_id("shift", "KRN-SEW/2021-05-31/10"),
        person: demo_id("person", "KRN/1"),
        presence: Presence::Present,
        replaces: None,
    };
    let mut envelope = envelope(Command::MarkAttendance(mark));
    envelope.id = EnvelopeId(Uuid::from_u128(n));
    serde_json::to_value(envelope).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_becomes_a_tablet_and_facilitators_join() {
    for engine in engines() {
        let world = world(engine).await;
        let code = added(&world).await;
        for wrong in ["", "2345", "2222-2222"] {
            let body = json!({ "code": wrong }).to_string();
            let answer = world.post(Nobody, "/api/v1/device", "application/json", body).await;
            assert_eq!(
                (answer.status.as_u16(), answer.fault().as_deref()),
                (401, Some("wrong_code"))
            );
            assert_eq!(answer.header("set-cookie"), "");
        }
        let body = json!({ "code": code.to_lowercase() }).to_string();
        let path = "/api/v1/device";
        let answer = world.post(Nobody, path, "application/json", body.clone()).await;
        assert_eq!(answer.status, 200, "{engine}: {}", answer.text());
        let centre: domain::ids::CentreId = demo_id("centre", "KRN");
        let told = json!({ "device": DEVICE, "code": "T-KRN-1", "centre": centre });
        assert_eq!(answer.json(), told);
        assert_eq!(answer.header("cache-control"), "no-store");
        let cookie = answer.header("set-cookie").to_owned();
        let kept = "; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax";
        assert!(cookie.starts_with("radionica_device=") && cookie.ends_with(kept), "{cookie}");
        let again = world.post(Nobody, path, "application/json", body).await;
        assert_eq!(again.fault().as_deref(), Some("wrong_code"), "a code is used once");

        let cookie = cookie["radionica_device=".len()..].split(';').next().unwrap().to_owned();
        let mut tablet = Browser { world: &world, cookie, member: None };
        let path = "/api/v1/device/members";
        let with = |login: &str, password: &str| json!({ "password": { "login": login, "password": password } });
        for (asked, fault) in [
            (with("dragojla", "wrong"), "wrong_credentials"),
            (with("donor", server::demo::PASSWORD), "not_allowed"),
            (json!({ "code": { "code": "2222-2222" } }), "wrong_code"),
            (json!({}), "malformed"),
        ] {
            let answer = tablet.ask(Method::POST, path, asked).await;
            assert_eq!(answer.fault().as_deref(), Some(fault));
        }
        let own = with("dragojla", server::demo::PASSWORD);
        let answer = tablet.ask(Method::POST, path, own).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let joined = answer.json();
        assert_eq!(joined["code"], "F-KRN-1");
        let account = joined["account"].clone();

        // Whose it is stands at the item, and changes are for the member in whose hand it is.
        let item = |n, account: &Value| json!({ "envelope": mark(n), "account": account });
        let stranger = json!(AccountId(Uuid::from_u128(0xAAAA)));
        let sent = vec![item(1, &account), item(2, &stranger), json!({ "envelope": mark(3) })];
        let day = "2021-05-31";
        let cursor = json!({ "centre": centre, "head": world.entries().await, "day": day });
        let answer = tablet.sync(sent.clone(), Some(cursor.clone())).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let outcomes = answer.json()["outcomes"].clone();
        assert_eq!(outcomes[0]["outcome"], "applied", "{outcomes}");
        for held in [1, 2] {
            assert_eq!(outcomes[held]["outcome"], "held");
            assert_eq!(outcomes[held]["fault"]["code"], "not_a_member");
        }
        assert!(answer.json().get("changes").is_none(), "nobody has it in hand");
        assert!(answer.header("set-cookie").starts_with("radionica_device="), "kept for longer");

        tablet.member = joined["token"].as_str().map(str::to_owned);
        let answer = tablet.sync(sent, Some(cursor)).await.json();
        assert_eq!(answer["outcomes"][0]["outcome"], "repeat");
        assert_eq!(answer["outcomes"][1], outcomes[1], "kept once, answered again");
        let changes = &answer["changes"];
        assert_eq!(changes["marks"].as_array().unwrap().len(), 1, "{changes}");
        assert_eq!(changes["account"], account);
        assert!(changes["since"].is_i64() && changes["workshops"] == json!([]));
        let whole = tablet.ask(Method::GET, "/api/v1/snapshot", json!(null)).await;
        assert_eq!(whole.json()["account"], account);
        assert_eq!(whole.json()["key"].as_str().unwrap().len(), 87);
        tablet.member = Some("0".repeat(64));
        let refused = tablet.ask(Method::GET, "/api/v1/snapshot", json!(null)).await;
        assert_eq!(refused.fault().as_deref(), Some("not_a_member"));
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_tablet_hands_in_once_and_is_told() {
    for engine in engines() {
        let world = world(engine).await;
        added(&world).await;
        let (cookie, enrolled) = enrolled(&world.store, DEVICE).await;
        let member = join(&world.store, enrolled, "dragojla").await;
        let account = json!(member.account);
        let tablet = Browser { world: &world, cookie, member: Some(member.token) };
        let item = |n| json!({ "envelope": mark(n), "account": account });
        assert_eq!(
            tablet.sync(vec![item(1)], None).await.json()["outcomes"][0]["outcome"],
            "applied"
        );
        operate(&world.store, Command::RevokeDevice(OfDevice { device: DEVICE })).await;
        let day = "2021-05-31";
        let cursor = json!({ "centre": member_centre(), "head": 1, "day": day });
        let answer = tablet.sync(vec![item(1), item(2)], Some(cursor)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let answer = answer.json();
        assert_eq!(answer["revoked"], true);
        assert!(answer.get("changes").is_none());
        assert_eq!(answer["outcomes"][0]["outcome"], "repeat");
        assert_eq!(answer["outcomes"][1]["fault"]["code"], "device_revoked");
        for (method, path) in
            [(Method::GET, "/api/v1/snapshot"), (Method::POST, "/api/v1/device/members")]
        {
            let body = json!({ "password": { "login": "dragojla", "password": "x" } });
            let answer = tablet.ask(method, path, body).await;
            assert_eq!(answer.fault().as_deref(), Some("device_revoked"), "{path}");
        }
        let sql = "update device_credential set handed_in_at = '2021-05-31T13:59:00.000Z'";
        sqlx::query(sql).execute(&world.raw).await.unwrap();
        let answer = tablet.sync(vec![item(3)], None).await;
        assert_eq!(
            (answer.status.as_u16(), answer.fault().as_deref()),
            (403, Some("device_revoked"))
        );
    }
}

fn member_centre() -> domain::ids::CentreId {
    demo_id("centre", "KRN")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_pin_is_set_anew_by_a_code() {
    for engine in engines() {
        let world = world(engine).await;
        added(&world).await;
        let (cookie, enrolled) = enrolled(&world.store, DEVICE).await;
        let old = join(&world.store, enrolled, "dragojla").await;
        let manager = join(&world.store, enrolled, "manager-krn").await;
        let by = By::Account(manager.account);
        let code = world.store.reset_pin(by, DEVICE, old.account).await.expect("a code").code;
        let mut tablet = Browser { world: &world, cookie, member: Some(old.token) };
        let asked = json!({ "code": { "code": code } });
        let answer = tablet.ask(Method::POST, "/api/v1/device/members", asked).await;
        assert_eq!(answer.json()["account"], json!(old.account), "{engine}");
        let snapshot = tablet.ask(Method::GET, "/api/v1/snapshot", json!(null)).await;
        assert_eq!(snapshot.fault().as_deref(), Some("not_a_member"), "the old token has ended");
        tablet.member = answer.json()["token"].as_str().map(str::to_owned);
        let snapshot = tablet.ask(Method::GET, "/api/v1/snapshot", json!(null)).await;
        assert_eq!(snapshot.status, 200);
        // A code must not open more than its giver may.
        let reset = Command::ResetPin(ResetPin { device: DEVICE, account: manager.account });
        let refused = world.store.change(by, reset, None, None).await.expect_err("a manager's");
        assert_eq!(refused.fault(), domain::fault::Fault::NotAllowed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_that_ended_needs_a_new_code() {
    let world = world("sqlite").await;
    added(&world).await;
    let (first, _) = enrolled(&world.store, DEVICE).await;
    let (second, _) = enrolled(&world.store, DEVICE).await;
    let status = async |cookie: &str| {
        let tablet = Browser { world: &world, cookie: cookie.into(), member: None };
        let answer = tablet.sync(vec![], None).await;
        (answer.status.as_u16(), answer.fault())
    };
    assert_eq!(status(&first).await, (401, Some("session_expired".into())));
    assert_eq!(status("nonsense'--").await, (401, Some("session_expired".into())));
    assert_eq!(status(&second).await, (200, None));
    // The second lock against other sites holds for a tablet, too.
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/v1/sync")
        .header("host", HOST)
        .header("origin", "https://evil.example")
        .header("content-type", "application/json")
        .header("cookie", format!("radionica_device={second}"));
    let answer = world.send(request.body(Body::from(r#"{"envelopes":[]}"#)).unwrap()).await;
    assert_eq!(answer.fault().as_deref(), Some("bad_origin"));
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_not_guessed() {
    let world = world("sqlite").await;
    let mut faults = Vec::new();
    for n in 0..41 {
        let code = format!("2222-22{}{}", n / 7 + 2, n % 7 + 2);
        let body = json!({ "code": code }).to_string();
        let answer = world.post(Nobody, "/api/v1/device", "application/json", body).await;
        faults.push(answer.fault().unwrap());
    }
    assert_eq!(faults[39..], ["wrong_code".to_owned(), "too_many_tries".to_owned()]);
}
