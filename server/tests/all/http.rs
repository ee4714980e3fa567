//! Signing in and out, headers, origins, languages, files.

use crate::support::Persona::*;
use crate::support::*;
use axum::body::Body;
use axum::http::{Method, Request};
use domain::command::{Command, OfAccount};
use domain::ids::AccountId;
use serde_json::json;

fn https(name: &str) -> Option<String> {
    (name == "RADIONICA_PUBLIC_URL").then(|| format!("https://{HOST}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_and_out() {
    let world = world("sqlite").await;
    let right = format!("password={}", server::demo::PASSWORD);
    for (login, next, target) in [
        ("dragojla", "", "/tablet"),
        ("manager-krn", "", "/centres/KRN"),
        ("donor", "", "/reports"),
        ("coordinator", "", "/"),
        (" Manager-KRN ", "%2Freports%3Fa%3Db", "/reports?a=b"),
        ("manager-krn", "%2F%2Fevil.example", "/centres/KRN"),
        ("manager-krn", "https%3A%2F%2Fevil.example", "/centres/KRN"),
    ] {
        let form = format!("login={login}&{right}&next={next}");
        let answer = world.form(Nobody, "/session", &form).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, target), "{form}");
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("radionica_session="), "{cookie}");
        assert!(cookie.ends_with("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax"), "{cookie}");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    for (form, target) in [
        ("login=dragojla&password=wrong", "/sign-in?fault=wrong_credentials"),
        (
            "login=nobody&password=wrong&next=%2Ftablet",
            "/sign-in?fault=wrong_credentials&next=%2Ftablet",
        ),
        ("login=dragojla", "/sign-in?fault=malformed"),
        ("", "/sign-in?fault=malformed"),
    ] {
        let answer = world.form(Nobody, "/session", form).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, target), "{form}");
        assert_eq!(answer.header("set-cookie"), "");
    }

    assert_eq!(world.get(Manager, "/api/fn/viewer").await.status, 200);
    let answer = world.form(Manager, "/session/end", "").await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/sign-in?done=signed_out"));
    assert!(answer.header("set-cookie").starts_with("radionica_session=; Path=/; Max-Age=0;"));
    assert_eq!(
        world.get(Manager, "/api/fn/viewer").await.fault().as_deref(),
        Some("session_expired")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_passwords_comes_to_an_end() {
    let world = world("sqlite").await;
    let mut last = String::new();
    for _ in 0..6 {
        let answer = world.form(Nobody, "/session", "login=donor&password=guess").await;
        last = answer.location().to_owned();
    }
    assert!(last.starts_with("/sign-in?fault=too_many_tries&minutes="), "{last}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_account_is_out_at_once() {
    let world = world("sqlite").await;
    let account: AccountId = demo_id("account", "manager-krn");
    operate(&world.store, Command::DisableAccount(OfAccount { account })).await;
    let answer = world.get(Manager, "/centres/KRN").await;
    assert_eq!(answer.status, 303);
    assert!(
        answer.location().contains("fault=session_expired")
            || answer.location().contains("fault=account_disabled")
    );
    let form = format!("login=manager-krn&password={}", server::demo::PASSWORD);
    let answer = world.form(Nobody, "/session", &form).await;
    assert_eq!(answer.location(), "/sign-in?fault=account_disabled");
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_carries_the_headers() {
    let plain = world("sqlite").await;
    let secure = world_with("sqlite", https).await;
    std::fs::write(plain.scratch.folder().join("site/pkg/radionica.js"), "1").unwrap();
    for path in ["/healthz", "/tablet", "/nowhere", "/api/v1/sync", "/pkg/radionica.js", "/"] {
        let answer = plain.get(Nobody, path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
        let answer = secure.get(Nobody, path).await;
        assert_eq!(answer.header("strict-transport-security"), "max-age=31536000", "{path}");
    }
    let form = format!("login=donor&password={}", server::demo::PASSWORD);
    let request = secure
        .request(Nobody, Method::POST, "/session")
        .header("origin", "https://evil.example")
        .header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(secure.send(request.body(form.clone().into()).unwrap()).await.status, 403);
    let request = Request::post("/session")
        .header("host", "127.0.0.1:3000")
        .header("origin", format!("https://{HOST}"))
        .header("content-type", "application/x-www-form-urlencoded");
    let answer = secure.send(request.body(form.into()).unwrap()).await;
    assert_eq!(answer.status, 303);
    assert!(answer.header("set-cookie").ends_with("; Secure"));
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_from_elsewhere_change_nothing() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    for path in ["/session", "/session/end", "/language", "/api/v1/sync", "/nowhere"] {
        for (name, value) in [
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("x-nothing", "neither"),
        ] {
            let token = world.request(Manager, Method::GET, "/").body(()).unwrap();
            let request = Request::post(path)
                .header("host", HOST)
                .header("cookie", token.headers()["cookie"].clone())
                .header("content-type", "application/json")
                .header(name, value);
            let answer = world.send(request.body(Body::from("{\"envelopes\":[]}")).unwrap()).await;
            assert_eq!(answer.status, 403, "{path} {name}: {value}");
            assert_eq!(answer.fault().as_deref(), Some("bad_origin"));
        }
    }
    assert_eq!(world.entries().await, before);
    assert_eq!(world.get(Manager, "/api/fn/viewer").await.status, 200, "still signed in");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_chosen_and_kept() {
    let world = world("sqlite").await;
    for (form, target, tag) in [
        ("locale=sr-Cyrl&back=%2Ftablet%3Fshift%3D1", "/tablet?shift=1", "sr-Cyrl"),
        ("locale=sr&back=%2F%2Fevil.example", "/", "sr-Latn"),
        ("locale=tlh&back=%2Freports", "/reports", ""),
    ] {
        let answer = world.form(Nobody, "/language", form).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, target), "{form}");
        let cookie = answer.header("set-cookie");
        if tag.is_empty() {
            assert_eq!(cookie, "");
        } else {
            assert!(cookie.starts_with(&format!("radionica_locale={tag}; ")), "{cookie}");
            assert!(cookie.contains("Max-Age=31536000"), "{cookie}");
        }
    }
    for (name, value, lang) in [
        ("accept-language", "sr-RS,sr;q=0.9,en;q=0.8", "sr-Latn"),
        ("cookie", "radionica_locale=sr-Cyrl", "sr-Cyrl"),
        ("accept-language", "de", "en"),
    ] {
        for path in ["/sign-in", "/tablet", "/nowhere"] {
            let request = Request::get(path).header("host", HOST).header(name, value);
            let answer = world.send(request.body(Body::empty()).unwrap()).await;
            assert!(answer.text().contains(&format!("lang=\"{lang}\"")), "{path} {value}");
            assert_eq!(answer.header("vary").to_lowercase(), "cookie, accept-language");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sites_files() {
    let world = world("sqlite").await;
    let site = world.scratch.folder().join("site");
    std::fs::write(site.join("pkg/radionica.wasm"), "plain").unwrap();
    std::fs::write(site.join("pkg/radionica.wasm.br"), "brotli").unwrap();
    std::fs::write(site.join("pkg/radionica.wasm.gz"), "gzip").unwrap();
    std::fs::write(site.join("worker.js"), "1").unwrap();
    std::fs::write(world.scratch.folder().join("secret"), "s").unwrap();
    for (accept, encoding, text) in
        [("br, gzip", "br", "brotli"), ("gzip", "gzip", "gzip"), ("identity", "", "plain")]
    {
        let request = world
            .request(Nobody, Method::GET, "/pkg/radionica.wasm")
            .header("accept-encoding", accept);
        let answer = world.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status.as_u16(), answer.text().as_str()), (200, text));
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(answer.header("content-type"), "application/wasm");
        // Its name changes with its contents.
        assert_eq!(answer.header("cache-control"), "max-age=31536000, immutable");
        let date = answer.header("last-modified");
        let again = world
            .request(Nobody, Method::GET, "/pkg/radionica.wasm")
            .header("if-modified-since", date);
        assert_eq!(world.send(again.body(Body::empty()).unwrap()).await.status, 304);
    }
    let worker = world.get(Nobody, "/worker.js").await;
    assert_eq!(worker.header("content-type"), "text/javascript");
    assert_eq!(worker.header("cache-control"), "no-cache", "it names all others");
    assert!(worker.header("content-security-policy").starts_with("default-src 'self'"));
    for outside in ["/../secret", "/%2e%2e/secret", "/pkg/..%2f..%2fsecret"] {
        assert_eq!(world.get(Nobody, outside).await.status, 404, "{outside}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_says_how_it_is() {
    let world = world("sqlite").await;
    assert_eq!(world.get(Nobody, "/healthz").await.text(), "ok\n");
    assert_eq!(world.get(Nobody, "/readyz").await.status, 200);
    world.store.clone().close().await;
    assert_eq!(world.get(Nobody, "/healthz").await.status, 200);
    let answer = world.get(Nobody, "/readyz").await;
    assert_eq!((answer.status.as_u16(), answer.fault().as_deref()), (503, Some("unavailable")));
    let answer = world.get(Manager, "/api/v1/snapshot").await;
    assert_eq!((answer.status.as_u16(), answer.fault().as_deref()), (503, Some("unavailable")));
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_go_only_in_their_makers_name() {
    let world = world("sqlite").await;
    let snapshot = world.get(Facilitator, "/api/v1/snapshot").await.json();
    let account = snapshot["account"].as_str().expect("whose it is").to_owned();
    let before = world.entries().await;
    let body = json!({ "account": account, "envelopes": [] }).to_string();
    assert_eq!(world.sync(Facilitator, body.clone()).await.status, 200);
    let other = world.sync(OtherFacilitator, body).await;
    assert_eq!((other.status.as_u16(), other.fault().as_deref()), (409, Some("other_account")));
    assert_eq!(world.entries().await, before);
}
