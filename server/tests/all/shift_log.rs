//! The register of shifts at the desk as its form is sent: twice, with what does not fit, and with
//! people who were counted without a sex; and a shift that is added twice.

use crate::support::Persona::Manager;
use crate::support::*;
use domain::access::Actor;
use domain::overview::ShiftLog;
use domain::person::{AgeBand, PersonCode, Sex};
use domain::shift::ShiftState;
use sqlx::Row;
use store::SheetOf;
use uuid::Uuid;

const LOG: &str = "/centres/KRN/log";
const WEEK: &str = "workshop=KRN-SEW&week=2021-W22";

/// The week of the demo, and the place of the shift in it that nobody logged.
async fn week(world: &World) -> (ShiftLog, usize) {
    let monday = "2021-05-31".parse().expect("a day");
    let of = SheetOf::Week("KRN-SEW", monday);
    let log = world.store.shift_log(&Actor::Operator, "KRN", of).await.expect("the log");
    let open = log.logged.iter().position(|one| one.state == ShiftState::NotLogged);
    let place = open.expect("a shift that nobody logged");
    (log, place)
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let before = format!(r#"name="{name}" value=""#);
    let (_, after) = page.split_once(&before).unwrap_or_else(|| panic!("no {name}: {page}"));
    after.split('"').next().expect("its end")
}

/// The form of a page about one shift, as far as it is hidden.
async fn drawn(world: &World, query: &str, shift: impl std::fmt::Display) -> String {
    let page = world.get(Manager, &format!("{LOG}?{query}")).await.text();
    let (form, seen) = (hidden(&page, "form"), hidden(&page, "seen"));
    let at = query.replace('=', "%3D").replace('&', "%26");
    format!("do=log&at={at}&form={form}&seen={seen}&shifts={shift}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_is_taken_once() {
    for engine in engines() {
        let world = world(engine).await;
        let (log, place) = week(&world).await;
        let (shift, product) = (log.sheet.shifts[place].id, &log.sheet.products[0].0.code);
        let form = drawn(&world, WEEK, shift).await;
        let masks = |n: i64| format!("{form}&g0.{product}={n}&r0.{product}=");
        let saved = world.form(Manager, LOG, &masks(25)).await;
        let done = format!("{LOG}?{WEEK}&done=saved");
        assert_eq!((saved.status.as_u16(), saved.location()), (303, done.as_str()), "{engine}");
        let entries = world.entries().await;
        let again = world.form(Manager, LOG, &masks(25)).await;
        assert_eq!((again.status.as_u16(), again.location()), (303, done.as_str()), "{engine}");
        assert_eq!(world.entries().await, entries, "{engine}: nothing was written");
        // The page from before, with something else typed in: it comes back with what stands now.
        let other = world.form(Manager, LOG, &masks(99)).await;
        assert_eq!(other.status, 409, "{engine}");
        let page = other.text();
        assert!(page.contains("was entered meanwhile: nothing was saved."), "{engine}");
        assert!(!page.contains(r#"value="99""#), "{engine}");
        assert_ne!(hidden(&page, "seen"), log.seen.to_string(), "{engine}");
        assert_eq!(world.entries().await, entries, "{engine}");
        let of = SheetOf::Shift(shift);
        let now = world.store.shift_log(&Actor::Operator, "KRN", of).await.expect("the log");
        assert_eq!(now.logged[0].made[0], (25, 0), "{engine}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_in_the_grid_is_marked() {
    let world = world("sqlite").await;
    let (log, place) = week(&world).await;
    let (shift, product) = (log.sheet.shifts[place].id, &log.sheet.products[0].0.code);
    let form = drawn(&world, WEEK, shift).await;
    let before = world.entries().await;
    let nobody = PersonCode::of(Uuid::from_u128(999));
    let number = format!("g0.{product}");
    for (typed, field, text) in [
        ("w1=XYZ&w1.0=present".to_owned(), "w1", "Nobody has this code"),
        (format!("w0={nobody}&w0.0=present"), "w0", "Nobody has this code"),
        (format!("{number}=many"), number.as_str(), "Value: enter a value from 0 to"),
    ] {
        let refused = world.form(Manager, LOG, &format!("{form}&{typed}")).await;
        assert_eq!(refused.status, 422, "{typed}");
        let page = refused.text();
        assert!(page.contains("Correct what is marked"), "{typed}");
        for said in [text, &format!(r#"id="log-{field}-error""#)] {
            assert!(page.contains(said), "{typed}: {said}");
        }
        assert!(page.contains(&format!(r#"aria-describedby="log-{field}-error""#)), "{typed}");
    }
    // What the page has no field for is said at its top.
    let refused = world.form(Manager, LOG, &format!("{form}&m0.XYZ=present")).await;
    assert_eq!(refused.status, 422);
    let page = refused.text();
    assert!(page.contains("Nobody has this code") && !page.contains("Correct what is marked"));
    let unknown = world.form(Manager, LOG, &form.replace("form=", "form=x")).await;
    assert_eq!(unknown.status, 400, "a form of no page");
    assert_eq!(world.entries().await, before, "nothing changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_counted_without_a_sex_are_seen_and_corrected() {
    for engine in engines() {
        let world = world(engine).await;
        let (log, place) = week(&world).await;
        let shift = log.sheet.shifts[place].id;
        let query = format!("shift={shift}");
        let counted = async |sex| {
            let of = SheetOf::Shift(shift);
            let log = world.store.shift_log(&Actor::Operator, "KRN", of).await.expect("the log");
            log.logged[0].counted(sex, AgeBand::To11)
        };
        for (typed, undisclosed, other) in [
            ("h0.not_disclosed.5-11=3&h0.other.5-11=1", 3, 1),
            ("h0.not_disclosed.5-11=2&h0.other.5-11=&why=Counted+twice", 2, 0),
        ] {
            let form = drawn(&world, &query, shift).await;
            let saved = world.form(Manager, LOG, &format!("{form}&{typed}")).await;
            assert_eq!(saved.status, 303, "{engine}: {}", saved.text());
            assert_eq!(counted(Sex::NotDisclosed).await, undisclosed, "{engine}");
            assert_eq!(counted(Sex::Other).await, other, "{engine}");
            let page = world.get(Manager, saved.location()).await.text();
            for field in ["h0.not_disclosed.5-11", "h0.other.5-11"] {
                assert!(page.contains(&format!(r#"name="{field}""#)), "{engine}: {field}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shift_that_is_added_twice_is_one() {
    for engine in engines() {
        let world = world(engine).await;
        let plan = "/centres/KRN/plan";
        let page = world.get(Manager, &format!("{plan}?week=2021-W22")).await.text();
        let row = sqlx::query("select id from workshop where code = 'KRN-SEW'");
        let workshop: String = row.fetch_one(&world.raw).await.unwrap().get("id");
        let form = format!(
            "do=add&form={}&at=week%3D2021-W22&workshop={workshop}&day=2021-06-01&minutes=60&room=",
            hidden(&page, "form"),
        );
        let first = world.form(Manager, plan, &format!("{form}&start=18%3A00")).await;
        assert_eq!(first.status, 303, "{engine}: {}", first.text());
        let entries = world.entries().await;
        let again = world.form(Manager, plan, &format!("{form}&start=18%3A00")).await;
        assert_eq!((again.status.as_u16(), again.location()), (303, first.location()), "{engine}");
        assert_eq!(world.entries().await, entries, "{engine}");
        // Whoever goes back and types another hour adds another shift.
        let other = world.form(Manager, plan, &format!("{form}&start=19%3A00")).await;
        assert_eq!(other.status, 303, "{engine}");
        assert_ne!(other.location(), first.location(), "{engine}");
    }
}
