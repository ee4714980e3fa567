//! Programs with an access token: reports and seals as their account sees them, and nothing else.

use crate::support::Persona::*;
use crate::support::*;
use axum::body::Body;
use axum::http::{Method, Request};
use domain::command::{ChangeAccess, Command, OfAccount};
use domain::ids::{AccountId, TokenId};
use domain::token::{DIGITS, PREFIX};
use server::router::Route;

const MAY: &str = "from=2021-05-01&to=2021-05-31";
const PAGE: &str = "/tokens";
const ADD: &str = "do=add&label=Figures+at+night&day=2021-08-29";

/// The secret that stands in a page.
fn secret_in(text: &str) -> Option<String> {
    let at = text.find(PREFIX)?;
    text.get(at..at + PREFIX.len() + DIGITS).map(str::to_owned)
}

/// Makes a token on the page.
async fn made(world: &World, who: Persona) -> String {
    let page = world.form(who, PAGE, ADD).await;
    assert_eq!(page.status, 200, "{who:?}: {}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    secret_in(&page.text()).expect("a secret")
}

fn with(secret: &str, method: Method, path: &str) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path).header("host", HOST);
    request.header("authorization", format!("Bearer {secret}"))
}

async fn get(world: &World, secret: &str, path: &str) -> Answer {
    world.send(with(secret, Method::GET, path).body(Body::empty()).unwrap()).await
}

fn report(file: &str, more: &str) -> String {
    format!("/api/v1/reports/{file}?{MAY}{more}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_gets_what_its_account_sees() {
    for engine in engines() {
        let world = world(engine).await;
        let donor = made(&world, Donor).await;
        let path = report("people-by-sex-and-age.csv", "&project=EU-RSPMM2");
        let file = get(&world, &donor, &path).await;
        assert_eq!(file.status, 200, "{engine}: {}", file.text());
        assert_eq!(file.text(), world.get(Donor, &path).await.text(), "{engine}: suppressed");
        assert_ne!(file.text(), world.get(Coordinator, &path).await.text(), "{engine}");
        assert_eq!(file.header("set-cookie"), "", "{engine}");
        for (path, status) in [
            (report("session-log.csv", "&project=OTHER"), 403),
            (report("people-reached.csv", ""), 403),
            (report("session-log.csv", "&workshop=KRN-SEW"), 403),
            (report("no-such-report.csv", ""), 404),
            (report("session-log/datapackage.json", "&project=EU-RSPMM2"), 200),
            (report("five-w.zip", "&project=EU-RSPMM2"), 200),
            ("/api/v1/seals/key.json".to_owned(), 200),
        ] {
            let answer = get(&world, &donor, &path).await;
            assert_eq!(answer.status, status, "{engine} {path}: {}", answer.text());
        }
        let link = file.header("link").to_owned();
        let seal = link.trim_start_matches('<').split_once('>').unwrap().0.to_owned();
        assert_eq!(get(&world, &donor, &seal).await.status, 200, "{engine}");
        let head = with(&donor, Method::HEAD, &path).body(Body::empty()).unwrap();
        assert_eq!(world.send(head).await.status, 200, "{engine}");

        let manager = made(&world, Manager).await;
        let own = get(&world, &manager, &report("session-log.csv", "&centre=KRN")).await;
        assert_eq!(own.status, 200, "{engine}");
        let other = get(&world, &manager, &report("session-log.csv", "&centre=OBR")).await;
        assert_eq!(other.status, 403, "{engine}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_opens_nothing_else() {
    let world = world("sqlite").await;
    let secret = made(&world, Coordinator).await;
    let before = world.entries().await;
    let mut paths: Vec<(Method, String)> = Route::ALL
        .iter()
        .filter(|route| !route.takes_token())
        .map(|route| {
            let path = route.path().replace("{code}", "KRN").replace("{file}", "x.ics");
            (route.method(), path.replace("{id}", "x").replace("{person}", "x"))
        })
        .collect();
    for page in ["/", "/reports", "/access", "/tablet", "/tokens", "/verify", "/api/fn/access"] {
        paths.push((Method::GET, page.to_owned()));
    }
    let path = report("session-log.csv", "");
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
        paths.push((method, path.clone()));
    }
    // A cookie beside it opens nothing more.
    let session = world.request(Coordinator, Method::GET, "/").body(()).unwrap();
    let session = session.headers()["cookie"].clone();
    for (method, path) in paths {
        for cookie in [None, Some(session.clone())] {
            let mut request = with(&secret, method.clone(), &path)
                .header("origin", format!("http://{HOST}"))
                .header("content-type", "application/x-www-form-urlencoded");
            if let Some(cookie) = cookie {
                request = request.header("cookie", cookie);
            }
            let answer = world.send(request.body(Body::empty()).unwrap()).await;
            let about = format!("{method} {path}: {}", answer.text());
            assert_eq!(answer.status, 403, "{about}");
            assert_eq!(answer.fault().as_deref(), Some("token_not_taken"), "{about}");
        }
    }
    // Nor in an address, where logs would keep it.
    for path in [format!("{path}&token={secret}"), format!("{path}&access_token={secret}")] {
        let answer = world.get(Nobody, &path).await;
        assert_eq!(answer.status, 401, "{path}");
    }
    assert_eq!(world.entries().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_work_any_more_is_refused() {
    for engine in engines() {
        let world = world(engine).await;
        let path = report("session-log.csv", "&project=EU-RSPMM2");
        let revoked = made(&world, Donor).await;
        let id = token_on(&world, Donor).await;
        let other = world.form(OtherDonor, PAGE, &format!("do=revoke&token={id}")).await;
        assert_eq!(other.status, 403, "{engine}: somebody else's");
        assert_eq!(get(&world, &revoked, &path).await.status, 200, "{engine}");
        let done = world.form(Donor, PAGE, &format!("do=revoke&token={id}")).await;
        assert_eq!((done.status.as_u16(), done.location()), (303, "/tokens?done=revoked"));

        let expired = made(&world, Donor).await;
        let sql = "update token set until_day = '2021-05-30' where revoked is null";
        sqlx::query(sql).execute(&world.raw).await.unwrap();

        let nonsense = format!("{PREFIX}{}", "0".repeat(DIGITS));
        for secret in [revoked.as_str(), &expired, &nonsense, "x", ""] {
            for path in [path.as_str(), "/api/v1/seals/key.json"] {
                let answer = get(&world, secret, path).await;
                assert_eq!(answer.status, 401, "{engine} {path}: {}", answer.text());
                assert_eq!(answer.fault().as_deref(), Some("wrong_token"), "{engine}");
                assert!(answer.header("www-authenticate").starts_with("Bearer"), "{engine}");
            }
        }
        assert_eq!(world.get(Nobody, &path).await.fault().as_deref(), Some("not_signed_in"));

        let off = made(&world, Donor).await;
        let account: AccountId = demo_id("account", "donor");
        operate(&world.store, Command::DisableAccount(OfAccount { account })).await;
        let answer = get(&world, &off, &path).await;
        assert_eq!(answer.fault().as_deref(), Some("account_disabled"), "{engine}");
        operate(&world.store, Command::EnableAccount(OfAccount { account })).await;
        assert_eq!(get(&world, &off, &path).await.status, 200, "{engine}");
        let project = demo_id("project", "EU-RSPMM2");
        let scope = domain::access::Scope::Project(project);
        let grant = domain::access::Grant { role: domain::access::Role::Donor, scope };
        operate(&world.store, Command::RevokeAccess(ChangeAccess::of(account, grant))).await;
        assert_eq!(get(&world, &off, &path).await.fault().as_deref(), Some("not_allowed"));
    }
}

/// The id of the one token that works in the list of an account.
async fn token_on(world: &World, who: Persona) -> TokenId {
    let text = world.get(who, PAGE).await.text();
    let (_, rest) = text.split_once("name=\"token\" value=\"").expect("a token that works");
    rest.split('"').next().unwrap().parse().expect("an id")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_shows_a_secret_once_and_head_office_sees_all_tokens() {
    for engine in engines() {
        let world = world(engine).await;
        let secret = made(&world, Donor).await;
        let page = world.get(Donor, PAGE).await.text();
        assert!(page.contains("Figures at night") && !page.contains(&secret), "{engine}");
        assert_eq!(secret_in(&world.get(OtherDonor, PAGE).await.text()), None, "{engine}");
        let access = world.get(Coordinator, "/access").await.text();
        assert!(access.contains("Figures at night") && !access.contains(PREFIX), "{engine}");
        let id = token_on(&world, Donor).await;
        let end = format!("do=revoke-token&token={id}");
        for who in [Manager, Facilitator, OtherDonor, Powerless] {
            assert_eq!(world.form(who, "/access", &end).await.status, 403, "{engine} {who:?}");
        }
        assert_eq!(world.form(Coordinator, "/access", &end).await.status, 303, "{engine}");
        let gone = get(&world, &secret, "/api/v1/seals/key.json").await;
        assert_eq!(gone.status, 401, "{engine}");

        let before = world.entries().await;
        for (who, form, status) in [
            (Donor, "do=add&label=&day=2021-08-29", 422),
            (Donor, "do=add&label=x&day=", 422),
            (Donor, "do=add&label=x&day=2021-05-30", 400),
            (Donor, "do=add&label=x&day=2022-06-01", 400),
            (Donor, "do=revoke&token=x", 400),
            (Donor, "do=revoke&token=00000000-0000-0000-0000-000000000001", 404),
            (Donor, "", 400),
            (Facilitator, ADD, 403),
            (Powerless, ADD, 403),
            (Nobody, ADD, 303),
            (Expired, ADD, 303),
        ] {
            let answer = world.form(who, PAGE, form).await;
            assert_eq!(answer.status, status, "{engine} {who:?} {form}");
            assert_eq!(secret_in(&answer.text()), None, "{engine} {who:?} {form}");
        }
        assert_eq!(world.entries().await, before, "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_comes_to_an_end() {
    let world = world("sqlite").await;
    let wrong = format!("{PREFIX}{}", "0".repeat(DIGITS));
    let mut last = None;
    for _ in 0..6 {
        last = get(&world, &wrong, "/api/v1/seals/key.json").await.fault();
    }
    assert_eq!(last.as_deref(), Some("too_many_tries"));
}
