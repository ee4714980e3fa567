//! What cannot be right is refused with its fault: nothing changes, nothing breaks, and no answer
//! speaks of the database.

use crate::support::Persona::{self, *};
use crate::support::*;
use axum::body::Body;
use axum::http::Method;
use domain::person::PersonCode;
use serde_json::{Value, json};
use uuid::Uuid;

/// An answer with a fault that tells nothing more.
#[track_caller]
fn is_fault(answer: &Answer, status: u16, code: &str, about: &str) {
    assert_eq!(answer.status.as_u16(), status, "{about}: {}", answer.text());
    assert_eq!(answer.fault().as_deref(), Some(code), "{about}: {}", answer.text());
    no_sql(&answer.text());
}

#[track_caller]
fn no_sql(text: &str) {
    let lower = text.to_lowercase();
    for word in
        ["insert into", "sqlx", "sqlite", "postgres", "constraint", "syntax error", "panicked"]
    {
        assert!(!lower.contains(word), "{word} in {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_are_no_request() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    let deep = "[".repeat(100_000);
    for (body, line, column) in [
        ("", 1, 0),
        ("{", 1, 1),
        ("[]", 1, 2),
        ("null", 1, 4),
        ("{\"envelopes\":{}}", 1, 14),
        ("{\"envelopes\":[],\n\"extra\":1}", 2, 8),
        ("{\"envelopes\":[]}\n\nx", 3, 1),
        (&deep, 1, 100_000),
    ] {
        let answer = world.sync(Facilitator, body.to_owned()).await;
        is_fault(&answer, 400, "malformed", &body[..body.len().min(80)]);
        let fault = &answer.json()["fault"];
        assert_eq!(fault["line"], line, "{fault} {body:.80}");
        assert!(fault["column"].as_i64().expect("a column") <= column + 1, "{fault}");
    }
    let answer = world.sync(Facilitator, vec![b'"', 0xff, 0xfe, b'"']).await;
    is_fault(&answer, 400, "malformed", "not UTF-8");
    for kind in ["text/plain", "", "application/x-www-form-urlencoded", "application/json5"] {
        let answer = world.post(Facilitator, "/api/v1/sync", kind, "{\"envelopes\":[]}").await;
        is_fault(&answer, 415, "unsupported_format", kind);
    }
    let many = json!({ "envelopes": vec![json!({"envelope": {}}); 501] }).to_string();
    is_fault(&world.sync(Facilitator, many).await, 413, "too_large", "501 envelopes");
    assert_eq!(world.entries().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_are_too_long() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    for path in ["/session", "/session/end", "/language", "/api/v1/sync"] {
        for who in [Nobody, Facilitator] {
            let long = vec![b'a'; 10 << 20];
            let told = world
                .request(who, Method::POST, path)
                .header("content-type", "application/json")
                .header("content-length", long.len())
                .body(Body::from(long.clone()))
                .unwrap();
            is_fault(&world.send(told).await, 413, "too_large", path);
            // In pieces, without saying how much comes.
            let pieces: Vec<Result<_, std::io::Error>> =
                long.chunks(1 << 16).map(|piece| Ok(piece.to_vec())).collect();
            let body = Body::from_stream(futures::stream::iter(pieces));
            let untold = world.request(who, Method::POST, path).body(body).unwrap();
            is_fault(&world.send(untold).await, 413, "too_large", path);
        }
    }
    assert_eq!(world.entries().await, before);
}

/// The two shifts of 31 May that are open: one here, one in another centre.
struct Shifts {
    here: Value,
    there: Value,
}

fn shifts() -> Shifts {
    let id = |name: &str| json!(server::demo::id("shift", name));
    Shifts { here: id("KRN-SEW/2021-05-31/10"), there: id("SID-SPORT/2021-05-31") }
}

fn item(command: Value) -> Value {
    json!({"envelope": {
        "v": 1, "id": Uuid::now_v7(), "at": "2021-05-31T10:00:00Z", "offset": 0,
        "device": Uuid::from_u128(1), "command": command,
    }})
}

fn with(item: Value, path: &str, value: Value) -> Value {
    let mut changed = item;
    *changed.pointer_mut(path).expect(path) = value;
    changed
}

#[tokio::test(flavor = "multi_thread")]
async fn envelopes_that_cannot_be_right() {
    for engine in engines() {
        let world = world(engine).await;
        let Shifts { here, there } = shifts();
        let woman = json!(server::demo::id("person", "KRN/0"));
        let man = json!(server::demo::id("person", "OBR/0"));
        let mark = |shift: &Value, person: &Value| {
            item(json!({"mark_attendance":
                {"shift": shift, "person": person, "presence": "present"}}))
        };
        let count = |people: Value| {
            item(json!({"record_headcount":
                {"shift": here, "sex": "female", "band": "5-11", "people": people}}))
        };
        let good = || mark(&here, &woman);
        let mut second = good();
        second["identity"] = json!({"person": {"alias": "Nobody-here", "phone": "1"}});
        let mut beside = good();
        beside["identity"] = json!({"remark": "does not belong to a mark"});
        let mut account = item(json!({"create_account": {"account": Uuid::now_v7(), "code": "X"}}));
        account["identity"] = json!({"account": {"login": "evil", "name": "Evil"}});
        let old = with(good(), "/envelope/command/mark_attendance/presence", json!("here"));
        let mut extra = good();
        extra["envelope"]["extra"] = json!(1);
        let cases = vec![
            (json!(7), "rejected", "malformed"),
            (json!({}), "rejected", "malformed"),
            (json!({"envelope": {}, "more": 1}), "rejected", "malformed"),
            (json!({"envelope": null}), "rejected", "malformed"),
            (good()["envelope"].clone(), "rejected", "malformed"),
            (extra, "rejected", "malformed"),
            (old, "rejected", "malformed"),
            (with(good(), "/envelope/v", json!(2)), "held", "unsupported_version"),
            (with(good(), "/envelope/id", json!("x")), "rejected", "malformed"),
            (with(good(), "/envelope/at", json!("2021-02-30T10:00:00Z")), "rejected", "malformed"),
            (with(good(), "/envelope/offset", json!(1.5)), "rejected", "malformed"),
            (
                with(good(), "/envelope/command", json!({"drop_tables": {}})),
                "rejected",
                "malformed",
            ),
            (second, "rejected", "malformed"),
            (beside, "rejected", "malformed"),
            (account, "rejected", "not_allowed"),
            (count(json!(-1)), "rejected", "out_of_range"),
            (count(json!(5_001)), "rejected", "out_of_range"),
            (count(json!(1.5)), "rejected", "malformed"),
            (count(json!("1")), "rejected", "malformed"),
            (count(json!(1e30)), "rejected", "malformed"),
            (mark(&here, &man), "held", "other_centre"),
            (mark(&there, &woman), "rejected", "not_allowed"),
            (mark(&json!(Uuid::now_v7()), &woman), "held", "unknown"),
            (mark(&here, &json!(Uuid::now_v7())), "held", "unknown"),
            (
                item(json!({"register_person": {
                    "person": woman, "centre": server::demo::id("centre", "KRN"), "sex": "female",
                }})),
                "rejected",
                "already_exists",
            ),
            (
                item(json!({"register_person": {
                    "person": Uuid::now_v7(), "sex": "female", "age": {"born": 1899},
                    "centre": server::demo::id("centre", "KRN"),
                }})),
                "rejected",
                "out_of_range",
            ),
        ];
        let before = world.entries().await;
        for (bad, outcome, code) in cases {
            // Its neighbours are taken.
            let neighbours = [good(), good()];
            let body = json!({ "envelopes": [&neighbours[0], &bad, &neighbours[1]] });
            let answer = world.sync(Facilitator, body.to_string()).await;
            let about = format!("{engine}: {bad}: {}", answer.text());
            assert_eq!(answer.status, 200, "{about}");
            let outcomes = &answer.json()["outcomes"];
            assert_eq!(outcomes[0]["outcome"], "applied", "{about}");
            assert_eq!(outcomes[2]["outcome"], "applied", "{about}");
            assert_eq!(outcomes[1]["outcome"], outcome, "{about}");
            assert_eq!(outcomes[1]["fault"]["code"], code, "{about}");
            assert!(!answer.text().contains("Nobody-here"), "{about}");
            no_sql(&answer.text());
        }
        assert_eq!(world.entries().await - before, 2 * 26, "{engine}");

        // The same id with other bytes.
        let one = good();
        let other = with(one.clone(), "/envelope/offset", json!(5));
        let answer = world.sync(Facilitator, json!({"envelopes": [one, other]}).to_string()).await;
        assert_eq!(answer.json()["outcomes"][0]["outcome"], "applied");
        assert_eq!(answer.json()["outcomes"][1]["fault"]["code"], "same_id_other_bytes");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_a_filter_leaves_the_form_with_the_other_filters() {
    let world = world("sqlite").await;
    let nobody = PersonCode::of(Uuid::from_u128(999));
    let reversed = "from=2021-05-31&to=2021-05-01";
    let (swap, kind) = ("swap the two days", "value=\"close_shift\" selected");
    for (page, status, said, kept) in [
        (format!("/centres/KRN/doubtful?{reversed}"), 400, swap, "name=\"from\""),
        (format!("/centres/KRN/journal?kind=close_shift&{reversed}"), 400, swap, kind),
        (
            "/centres/KRN/journal?kind=close_shift&person=ABC".into(),
            422,
            "Nobody has this code",
            kind,
        ),
        ("/centres/KRN/journal?person=ABC".into(), 422, "Nobody has this code", "value=\"ABC\""),
        (format!("/journal?kind=close_shift&person={nobody}"), 404, "No such entry", kind),
    ] {
        let answer = world.get(Coordinator, &page).await;
        let text = answer.text();
        assert_eq!(answer.status.as_u16(), status, "{page}");
        assert!(text.contains(said) && text.contains(kept), "{page}: {text}");
    }
    // What no filter mends is refused as ever.
    assert_eq!(world.get(Coordinator, "/centres/NOPE/journal").await.status, 404);
    assert_eq!(world.get(Facilitator, "/centres/KRN/journal").await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_cannot_be_right() {
    let world = world("sqlite").await;
    let may = "from=2021-05-01&to=2021-05-31";
    let report = "/api/v1/reports/session-log.csv";
    let long = "x".repeat(60_000);
    let cases: Vec<(Persona, String, u16, &str)> = vec![
        (Facilitator, "/api/v1/snapshot?centre=KRN".into(), 400, "malformed"),
        (Facilitator, "/api/v1/snapshot?center=1".into(), 400, "malformed"),
        (Facilitator, format!("/api/v1/snapshot?centre={}", Uuid::nil()), 404, "unknown"),
        (Manager, report.into(), 400, "malformed"),
        (Manager, format!("{report}?from=2021-05-01&to=2021-05-32"), 400, "malformed"),
        (Manager, format!("{report}?{may}&sort=name"), 400, "malformed"),
        (Manager, format!("{report}?{may}&state=' or 1=1 --"), 400, "malformed"),
        (Manager, format!("{report}?from=2021-05-31&to=2021-05-01"), 400, "period_reversed"),
        (Manager, format!("{report}?from=0001-01-01&to=9999-12-31"), 400, "bad_day"),
        (Manager, format!("{report}?from=1990-01-01&to=2100-12-31"), 422, "out_of_range"),
        (Coordinator, format!("{report}?{may}&centre=NOPE"), 404, "unknown"),
        (Coordinator, format!("{report}?{may}&centre=KRN' or '1'='1"), 404, "unknown"),
        (Coordinator, format!("{report}?{may}&workshop={long}"), 404, "unknown"),
        (Donor, format!("{report}?from=2021-05-02&to=2021-05-31"), 400, "period_not_whole"),
        (Donor, format!("{report}?{may}&workshop=KRN-SEW"), 403, "not_allowed"),
        (Donor, format!("{report}?{may}&project=NOPE"), 403, "not_allowed"),
        (Manager, format!("/api/v1/reports/secrets.csv?{may}"), 404, "unknown"),
        (Manager, format!("/api/v1/reports/session-log.ods?{may}"), 400, "unsupported_format"),
        (Manager, format!("/api/v1/reports/session-log?{may}"), 404, "not_found"),
        (Manager, "/api/fn/dashboard".into(), 400, "malformed"),
        (Manager, "/api/fn/dashboard?code=KRN&day=31.5.2021".into(), 400, "malformed"),
        (Manager, "/api/fn/dashboard?code=KRN&day=-262143-01-01".into(), 400, "bad_day"),
        (Coordinator, "/api/fn/dashboard?code=NOPE".into(), 404, "unknown"),
        (Coordinator, "/api/v2/sync".into(), 404, "not_found"),
        (Coordinator, "/api/fn/drop".into(), 404, "not_found"),
        (Nobody, "/pkg/nothing.wasm".into(), 404, "not_found"),
    ];
    for (who, path, status, code) in cases {
        let uri = path.replace(' ', "%20");
        let answer = world.get(who, &uri).await;
        is_fault(&answer, status, code, &path[..path.len().min(100)]);
    }
    for (method, path) in [
        (Method::GET, "/api/v1/sync"),
        (Method::DELETE, "/api/v1/snapshot"),
        (Method::GET, "/session"),
        (Method::POST, "/tablet"),
        (Method::POST, "/nowhere"),
    ] {
        let request = world.request(Manager, method.clone(), path).body(Body::empty()).unwrap();
        is_fault(&world.send(request).await, 405, "not_found", &format!("{method} {path}"));
    }
    for path in ["/nowhere", "/centres", "/%00", "/..%2f..%2fetc/passwd", "/pkg/../../secret"] {
        let answer = world.get(Nobody, path).await;
        assert_eq!(answer.status, 404, "{path}");
        no_sql(&answer.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_cannot_be_right_say_so() {
    let world = world("sqlite").await;
    for (path, statuses) in [
        ("/centres/NOPE", &[404][..]),
        ("/centres/%3Cscript%3Ealert(1)%3C%2Fscript%3E", &[404]),
        ("/centres/KRN?day=31.5.2021", &[200, 400]),
        ("/reports/secrets", &[404]),
        ("/reports/session-log?from=x&to=y", &[200, 400]),
    ] {
        let answer = world.get(Coordinator, path).await;
        assert!(statuses.contains(&answer.status.as_u16()), "{path}: {}", answer.status);
        assert!(answer.header("content-type").starts_with("text/html"), "{path}");
        assert!(!answer.text().contains("<script>alert"), "{path}");
        no_sql(&answer.text());
    }
}
