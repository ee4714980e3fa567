//! Files that are asked for on a page: whose they are, what becomes of them, who may fetch them.

use crate::support::Persona::{self, *};
use crate::support::*;
use domain::access::{Grant, Role, Scope};
use domain::command::{ChangeAccess, Command};
use domain::ids::{AccountId, CentreId};
use futures::future::join_all;
use serde_json::Value;
use server::config::Settings;
use server::router::router;
use server::state::AppState;
use std::time::Duration;

const MAY: &str = "from=2021-05-01&to=2021-05-31";
/// Half a century in several reports: it takes a while, also without a shift in most of its months.
const LONG: &str = "file=package.zip&reports=session-log,attendance,people-reached,output-production\
                    &from=1990-01-01&to=2039-12-31";

async fn ask(world: &World, who: Persona, form: &str) -> Answer {
    world.form(who, "/api/v1/files", form).await
}

async fn files(world: &World, who: Persona) -> Vec<Value> {
    world.get(who, "/api/v1/files").await.json().as_array().unwrap().clone()
}

/// Waits until a file is in a state, and answers it.
async fn until(world: &World, who: Persona, id: &str, state: &str) -> Value {
    for _ in 0..3_000 {
        let all = files(world, who).await;
        let file = all.iter().find(|file| file["id"] == id).unwrap_or_else(|| panic!("no {id}"));
        if file["state"] == state {
            return file.clone();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{id} is never {state}");
}

fn id(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_made_and_fetched_by_who_asked_for_it() {
    for engine in engines() {
        let world = world(engine).await;
        for (who, file, query) in [
            (Donor, "session-log.csv", "&project=EU-RSPMM2"),
            (Manager, "session-log.csv", "&centre=KRN&profile=excel"),
            (Donor, "package.zip", "&reports=five-w,people-by-sex-and-age&project=EU-RSPMM2"),
            (Coordinator, "monthly-summary.xlsx", ""),
        ] {
            let asked = ask(&world, who, &format!("file={file}&{MAY}{query}")).await;
            assert_eq!(asked.status, 202, "{engine} {who:?} {file}: {}", asked.text());
            let id = id(&asked);
            let told = until(&world, who, &id, "there").await;
            assert!(told["said"].as_str().unwrap().contains("17:10"), "an hour later: {told}");
            let made = world.get(who, &format!("/api/v1/files/{id}")).await;
            let plain = world.get(who, &format!("/api/v1/reports/{file}?{MAY}{query}")).await;
            for name in ["content-type", "content-disposition", "content-language", "cache-control"]
            {
                assert_eq!(made.header(name), plain.header(name), "{file} {name}");
            }
            // A workbook has other bytes each time.
            if !file.ends_with("xlsx") {
                assert_eq!(made.body, plain.body, "{engine} {who:?} {file}");
                // Each making has a seal of its own, and both say the same of the bytes.
                let files = async |answer: &Answer| {
                    let link = answer.header("link").trim_start_matches('<').to_owned();
                    let seal = world.get(Nobody, link.split('>').next().unwrap()).await.json();
                    (seal["files"].clone(), seal["parameters"].clone())
                };
                assert_eq!(files(&made).await, files(&plain).await, "{engine} {file}");
            }
            // Nobody else learns that there is one, and it stays when they try to end it.
            for other in Persona::ALL.into_iter().filter(|other| *other != who) {
                let status = if matches!(other, Nobody | Expired) { 401 } else { 404 };
                let answer = world.get(other, &format!("/api/v1/files/{id}")).await;
                assert_eq!(answer.status, status, "{other:?}");
                world.form(other, "/reports", &format!("do=end&file={id}")).await;
            }
            assert_eq!(world.get(who, &format!("/api/v1/files/{id}")).await.status, 200);
            // The page shows it, and takes it away.
            let page = world.get(who, "/reports").await.text();
            assert!(page.contains(&format!("data-file=\"{id}\" data-state=\"there\"")), "{page}");
            let ended = world.form(who, "/reports", &format!("do=end&file={id}")).await;
            assert_eq!((ended.status.as_u16(), ended.location()), (303, "/reports"));
            assert_eq!(world.get(who, &format!("/api/v1/files/{id}")).await.status, 404);
            assert!(!world.get(who, "/reports").await.text().contains(&id));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_be_had_is_not_made() {
    let world = world("sqlite").await;
    for (who, form, status, code) in [
        (Nobody, format!("file=session-log.csv&{MAY}"), 401, "not_signed_in"),
        (Facilitator, format!("file=session-log.csv&{MAY}"), 403, "not_allowed"),
        (Powerless, format!("file=session-log.csv&{MAY}"), 403, "not_allowed"),
        (Donor, format!("file=attendance.csv&{MAY}"), 403, "not_allowed"),
        (
            Donor,
            "file=session-log.csv&from=2021-05-02&to=2021-05-31".into(),
            400,
            "period_not_whole",
        ),
        (OtherDonor, format!("file=five-w.csv&{MAY}&project=EU-RSPMM2"), 403, "not_allowed"),
        (OtherManager, format!("file=session-log.csv&{MAY}&centre=KRN"), 403, "not_allowed"),
        (Coordinator, format!("file=secrets.csv&{MAY}"), 404, "unknown"),
        (Coordinator, format!("file=session-log.pdf&{MAY}"), 400, "unsupported_format"),
        (Coordinator, "file=session-log.csv&from=yesterday".into(), 400, "malformed"),
        (Coordinator, MAY.into(), 400, "malformed"),
    ] {
        let answer = ask(&world, who, &form).await;
        assert_eq!(answer.status.as_u16(), status, "{who:?} {form}: {}", answer.text());
        assert_eq!(answer.fault().as_deref(), Some(code), "{who:?} {form}");
        assert!(answer.json()["said"].as_str().is_some_and(|said| said.len() > 15), "in words");
        if who != Nobody {
            assert!(files(&world, who).await.is_empty(), "{who:?} {form}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_see_less_meanwhile_does_not_get_it() {
    let world = world("sqlite").await;
    let account: AccountId = demo_id("account", "manager-krn");
    let manager = |code: &str| {
        let scope = Scope::Centre(demo_id::<CentreId>("centre", code));
        ChangeAccess::of(account, Grant { role: Role::Manager, scope })
    };
    operate(&world.store, Command::GrantAccess(manager("OBR"))).await;
    let both = id(&ask(&world, Manager, &format!("file=session-log.csv&{MAY}")).await);
    let krn = id(&ask(&world, Manager, &format!("file=session-log.csv&{MAY}&centre=KRN")).await);
    until(&world, Manager, &both, "there").await;
    until(&world, Manager, &krn, "there").await;
    let fetched = async |id: &str| world.get(Manager, &format!("/api/v1/files/{id}")).await;
    assert_eq!(
        (fetched(&both).await.status, fetched(&krn).await.status.as_u16()),
        (200.try_into().unwrap(), 200)
    );
    operate(&world.store, Command::RevokeAccess(manager("OBR"))).await;
    let refused = fetched(&both).await;
    assert_eq!((refused.status.as_u16(), refused.fault().as_deref()), (403, Some("not_allowed")));
    operate(&world.store, Command::RevokeAccess(manager("KRN"))).await;
    assert_eq!(fetched(&krn).await.status, 403);
}

/// The proof that nobody is exposed takes longer than anybody stands and waits.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_waits_for_the_proof() {
    let mut world = world("sqlite").await;
    let impatient = world.store.clone().impatient(Duration::ZERO);
    world.router = router(AppState::new(impatient, Settings::from_source(|_| None).unwrap()));
    let query = format!("{MAY}&project=EU-RSPMM2");
    let busy =
        world.get(Donor, &format!("/api/v1/reports/people-by-sex-and-age.csv?{query}")).await;
    assert_eq!(busy.fault().as_deref(), Some("unavailable"));
    let asked = ask(&world, Donor, &format!("file=people-by-sex-and-age.csv&{query}")).await;
    assert_eq!(asked.status, 202, "{}", asked.text());
    until(&world, Donor, &id(&asked), "there").await;
    let file = world.get(Donor, &format!("/api/v1/files/{}", id(&asked))).await;
    assert_eq!(file.status, 200);
    assert!(file.text().lines().count() > 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_rows_are_not_ready_offers_the_file() {
    let mut world = world("sqlite").await;
    let impatient = world.store.clone().impatient(Duration::ZERO);
    world.router = router(AppState::new(impatient, Settings::from_source(|_| None).unwrap()));
    let page = world.get(Donor, &format!("/reports/people-by-sex-and-age?{MAY}")).await;
    assert_eq!(page.status, 503);
    let text = page.text();
    assert!(text.contains("The figures are not ready yet"), "{text}");
    assert!(text.contains("/api/v1/reports/people-by-sex-and-age.xlsx?"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_only_so_many_at_once() {
    let world = world("sqlite").await;
    // All at once: an answer may take almost as long as the file.
    let answers = join_all((0..5).map(|_| ask(&world, Coordinator, LONG))).await;
    let (asked, refused): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| answer.status == 202);
    let asked: Vec<String> = asked.iter().map(id).collect();
    let [fifth] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!((asked.len(), fifth.status.as_u16()), (4, 429));
    assert_eq!(fifth.fault().as_deref(), Some("unavailable"));
    assert!(fifth.json()["said"].as_str().unwrap().contains("cancel one"));
    // Somebody else is not kept from theirs; it waits for its turn.
    let other = ask(&world, Manager, &format!("file=session-log.csv&{MAY}")).await;
    assert_eq!(other.status, 202);
    for id in asked {
        // Days are counted, never more than there are.
        let file = files(&world, Coordinator).await.into_iter().find(|file| file["id"] == id);
        let file = file.unwrap();
        assert!(file["done"].as_i64() <= file["of"].as_i64(), "{file}");
        world.form(Coordinator, "/reports", &format!("do=end&file={id}")).await;
    }
    until(&world, Manager, &id(&other), "there").await;
    assert!(files(&world, Coordinator).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_asked_for_by_a_form() {
    let world = world("sqlite").await;
    // A donor's form sends months.
    let form = "do=package&reports=session-log&reports=people-by-sex-and-age&from=2021-04&to=2021-05\
                &centre=&project=EU-RSPMM2&step=month";
    let sent = world.form(Donor, "/reports", form).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let id = sent.location().strip_prefix("/reports?asked=").expect("its id").to_owned();
    until(&world, Donor, &id, "there").await;
    let package = world.get(Donor, &format!("/api/v1/files/{id}")).await;
    assert_eq!(
        package.header("content-disposition"),
        "attachment; filename=\"radionica-package-EU-RSPMM2-2021-04-01--2021-05-31.zip\""
    );
    let page = world.get(Donor, &format!("/reports?asked={id}")).await.text();
    assert!(page.contains("2 reports in one package") && page.contains("<details open"), "{page}");

    for (who, form, status, said) in [
        (Donor, "do=package&from=2021-05&to=2021-05", 422, "Choose at least one report."),
        (
            Donor,
            "do=package&reports=indicator-progress&reports=five-w&from=2021-05&to=2021-05&centre=KRN",
            403,
            "Indicators are told of a whole project",
        ),
        (
            Donor,
            "do=package&reports=session-log&reports=five-w&from=2021-06&to=2021-05",
            400,
            "The period ends before it begins",
        ),
        (Manager, "do=package&reports=five-w&from=1.5.2021&to=", 400, "This"),
        (Manager, "do=something", 400, ""),
    ] {
        let answer = world.form(who, "/reports", form).await;
        assert_eq!(answer.status.as_u16(), status, "{form}");
        let text = answer.text();
        assert!(text.contains("role=\"alert\"") && text.contains(said), "{form}: {text}");
    }
    // What was typed stays.
    let form = "do=package&from=2021-03&to=2021-04&centre=OBR&step=quarter";
    let page = world.form(Donor, "/reports", form).await.text();
    assert!(
        page.contains("value=\"2021-03\"") && page.contains("value=\"OBR\" selected"),
        "{page}"
    );
    assert!(!page.contains("value=\"five-w\" checked"), "{page}");
    assert_eq!(world.form(Nobody, "/reports", form).await.location(), "/sign-in?next=%2Freports");
    assert_eq!(world.form(Facilitator, "/reports", "do=package&reports=five-w").await.status, 403);
}
