//! The forms of the pages about a centre as a place.

use crate::support::Persona::*;
use crate::support::*;
use domain::access::Actor;
use domain::overview::OccupancyEntry;
use serde_json::json;
use uuid::Uuid;

const OCCUPANCY: &str = "/centres/KRN/occupancy";
const FACTS: &str = "/centres/KRN/facts";
const STOCK: &str = "/centres/KRN/stock";

async fn standing(world: &World) -> Option<OccupancyEntry> {
    let page = world.store.occupancy_month(&Actor::Operator, "KRN", None).await.unwrap();
    page.standing().cloned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_entered_and_corrected() {
    for engine in engines() {
        let world = world(engine).await;
        let form =
            "do=occupancy&day=2021-05-31&source=Count&female-18-59=40&male-5-11=8&male-unknown=2";
        let saved = world.form(Manager, OCCUPANCY, form).await;
        let done = format!("{OCCUPANCY}?day=2021-05-31&done=saved");
        assert_eq!((saved.status.as_u16(), saved.location()), (303, done.as_str()), "{engine}");
        let entry = standing(&world).await.expect("an entry");
        assert_eq!((entry.total, entry.female, entry.male), (50, Some(40), Some(10)), "{engine}");
        assert_eq!((entry.girls, entry.children), (Some(0), None), "two may be children");
        assert_eq!(entry.account.as_deref(), Some("M-KRN-1"));
        let page = world.get(Manager, &done).await.text();
        assert!(page.contains("Saved: 31 May 2021."), "{engine}");

        let form = "do=occupancy&day=2021-05-31&source=Count&total=51";
        assert_eq!(world.form(Coordinator, OCCUPANCY, form).await.status, 303);
        let entry = standing(&world).await.expect("an entry");
        assert_eq!((entry.total, entry.female, entry.cells.len()), (51, None, 0), "{engine}");
        let page = world.get(Manager, OCCUPANCY).await.text();
        assert!(page.contains("Everybody 50 → 51"), "{engine}: the history says what changed");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_said_at_its_field_and_kept() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    for (form, field, text) in [
        ("source=x", "total", "Total: enter a value from 0 to 100,000."),
        ("source=x&total=many", "total", "Total: enter"),
        ("source=x&total=10&children=11", "children", "Children: enter a value from 0 to 10."),
        ("source=x&total=10&female-0-4=11", "total", "enter a value from 11 to"),
        ("source=x&total=10&male-unknown=-1", "male-unknown", "enter a value from 0 to"),
        ("source=x&total=10&female=3&female-0-4=4", "female", "enter a value from 4 to 10"),
        ("source=&total=10", "source", "Source: enter a text of 1 to 120 characters."),
    ] {
        let form = format!("do=occupancy&day=2021-05-31&boys=7&{form}");
        let refused = world.form(Manager, OCCUPANCY, &form).await;
        assert_eq!(refused.status, 422, "{form}");
        let page = refused.text();
        let error = format!(r#"id="occupancy-{field}-error""#);
        assert!(page.contains(text) && page.contains(&error), "{form}: {page}");
        assert!(page.contains(
            r#"name="boys" type="text" inputmode="numeric" autocomplete="off" value="7""#
        ));
    }
    for (form, status) in
        [("day=2021-06-01&total=1&source=x", 400), ("day=x&total=1", 400), ("", 400)]
    {
        let refused = world.form(Manager, OCCUPANCY, &format!("do=occupancy&{form}")).await;
        assert_eq!(refused.status.as_u16(), status, "{form}");
        assert!(refused.text().contains(r#"role="alert""#), "{form}");
    }
    assert_eq!(world.entries().await, before, "nothing changed");
    let review = world.store.dashboard(&Actor::Operator, "KRN", None).await.unwrap().review;
    assert!(review.is_empty(), "and nothing waits for review");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_are_for_whoever_runs_the_centre() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    for who in [Facilitator, OtherFacilitator, OtherManager, Donor, OtherDonor, Powerless] {
        for (page, form) in [
            (OCCUPANCY, "do=occupancy&day=2021-05-31&total=1&source=x"),
            (FACTS, "do=capacity&day=2021-05-31&places=1&source=x"),
            (STOCK, "do=recipient&name_en=A&name_sr=А"),
        ] {
            assert_eq!(world.get(who, page).await.status, 403, "{who:?} {page}");
            assert_eq!(world.form(who, page, form).await.status, 403, "{who:?} {page}");
        }
    }
    for who in [Nobody, Expired] {
        let sent_on = world.form(who, OCCUPANCY, "do=occupancy").await;
        assert_eq!(sent_on.status, 303);
        assert!(sent_on.location().starts_with("/sign-in?"), "{who:?}");
        assert!(world.get(who, OCCUPANCY).await.location().starts_with("/sign-in?"));
    }
    assert_eq!(world.entries().await, before);
    assert_eq!(world.form(Coordinator, "/centres/XXX/occupancy", "do=occupancy").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn head_office_adds_a_fact_and_managers_read_it() {
    for engine in engines() {
        let world = world(engine).await;
        assert!(!world.get(Manager, FACTS).await.text().contains("<form class=\"card"));
        for form in [
            "do=kind&kind=reception_centre&day=2021-05-01&source=Office",
            "do=status&status=open&day=2021-05-01&source=Office",
            "do=capacity&places=900&day=2021-05-01&source=Office",
            "do=address&street_en=Street+1&street_sr=Улица+1&place_en=Belgrade&place_sr=Београд\
             &day=2021-05-01&source=Office",
        ] {
            assert_eq!(world.form(Manager, FACTS, form).await.status, 403, "{engine}: {form}");
            let saved = world.form(Coordinator, FACTS, form).await;
            let done = format!("{FACTS}?done=saved");
            assert_eq!((saved.status.as_u16(), saved.location()), (303, done.as_str()), "{form}");
        }
        let page = world.get(Manager, FACTS).await.text();
        assert!(page.contains("900 places") && page.contains("Street 1, Belgrade"), "{engine}");
        let before = world.entries().await;
        for (form, field) in [
            ("do=capacity&places=&day=2021-05-01&source=x", "capacity-places"),
            ("do=capacity&places=1&day=soon&source=x", "capacity-day"),
            ("do=capacity&places=1&day=2021-05-01&source=", "capacity-source"),
            ("do=address&street_en=A&street_sr=&day=2021-05-01&source=x", "address-street_sr"),
            ("do=position&latitude=&longitude=20&day=2021-05-01&source=x", "position-latitude"),
            ("do=position&latitude=44&longitude=&day=2021-05-01&source=x", "position-longitude"),
            ("do=position&latitude=91&longitude=0&day=2021-05-01&source=x", "position-latitude"),
            ("do=position&latitude=0&longitude=x&day=2021-05-01&source=x", "position-longitude"),
        ] {
            let refused = world.form(Coordinator, FACTS, form).await;
            assert!(matches!(refused.status.as_u16(), 400 | 422), "{form}");
            assert!(refused.text().contains(&format!(r#"id="{field}-error""#)), "{form}");
        }
        assert_eq!(world.form(Coordinator, FACTS, "do=steal").await.status, 400);
        assert_eq!(world.entries().await, before, "{engine}: nothing changed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_centre_lies_stands_in_the_report_until_it_is_emptied() {
    for engine in engines() {
        let world = world(engine).await;
        let report = "/api/v1/reports/five-w.json?from=2021-05-01&to=2021-05-31&centre=KRN";
        let lies = async |who| {
            let row = &world.get(who, report).await.json()[0];
            (row["latitude"].clone(), row["longitude"].clone())
        };
        assert_eq!(lies(Coordinator).await, (json!(44.84), json!(20.5)), "{engine}: the demo's");
        let typed = |latitude: &str, longitude: &str| {
            let day = "day=2021-05-20&source=Map";
            format!("do=position&latitude={latitude}&longitude={longitude}&{day}")
        };
        for (latitude, longitude) in [("44.844412", "20.5"), ("44%2C844412", "20%2C500000")] {
            let form = typed(latitude, longitude);
            assert_eq!(world.form(Manager, FACTS, &form).await.status, 403, "{engine}");
            assert_eq!(world.form(Coordinator, FACTS, &form).await.status, 303, "{engine}");
        }
        assert_eq!(lies(Manager).await, (json!(44.844412), json!(20.5)), "{engine}");
        let page = world.get(Manager, FACTS).await.text();
        assert!(page.contains("44.844412, 20.5"), "{engine}");
        let csv = world.get(Coordinator, &report.replace(".json", ".csv")).await.text();
        assert!(csv.contains(",44.844412,20.5,2021-05-01,"), "{engine}: {csv}");
        assert_eq!(world.form(Coordinator, FACTS, &typed("", "")).await.status, 303, "{engine}");
        assert_eq!(lies(Manager).await, (json!(null), json!(null)), "{engine}");
        assert!(world.get(Manager, FACTS).await.text().contains("not told"), "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_is_handed_out_than_was_made_and_taken_back() {
    for engine in engines() {
        let world = world(engine).await;
        let form = "do=recipient&name_en=Pharmacy&name_sr=Апотека";
        assert_eq!(world.form(Manager, STOCK, form).await.status, 303, "{engine}");
        let stock = world.store.stock(&Actor::Operator, "KRN", None).await.unwrap();
        let (product, recipient) = (stock.products[0].id, stock.recipients[0].id);
        let made = stock.products[0].balance.made;
        let drawn = Uuid::now_v7();
        let hand_out = |quantity: &str, day: &str| {
            let what = format!("product={product}&recipient={recipient}&quantity={quantity}");
            format!("do=hand-out&form={drawn}&{what}&day={day}")
        };
        let before = world.entries().await;
        for (form, field) in [
            (hand_out("0", "2021-05-31"), "quantity"),
            (hand_out("", "2021-05-31"), "quantity"),
            (hand_out("7", "2021-06-01"), "day"),
            ("do=hand-out&product=x&quantity=7&day=2021-05-31".to_owned(), "product"),
            (format!("do=hand-out&product={product}&quantity=7&day=2021-05-31"), "recipient"),
        ] {
            let refused = world.form(Manager, STOCK, &form).await;
            assert!(refused.status.is_client_error(), "{form}");
            assert!(refused.text().contains(&format!(r#"id="hand-out-{field}-error""#)), "{form}");
        }
        assert_eq!(world.entries().await, before, "{engine}: nothing changed");

        let form = hand_out(&(made + 3).to_string(), "2021-05-31");
        let saved = world.form(Manager, STOCK, &form).await;
        assert_eq!(saved.status, 303, "{engine}: never refused: {}", saved.text());
        let again = world.form(Manager, STOCK, &form).await;
        assert_eq!(again.location(), saved.location(), "{engine}: a double click");
        let page = world.get(Manager, saved.location()).await.text();
        assert!(page.contains("The hand-out is saved."), "{engine}");
        assert!(page.contains("By 31 May 2021, 3 more were handed out than made."), "{engine}");

        let stock = world.store.stock(&Actor::Operator, "KRN", None).await.unwrap();
        assert_eq!(stock.hand_outs.len(), 1, "{engine}");
        let void = format!("do=void&day=2021-05-31&hand_out={}", stock.hand_outs[0].id);
        let voided = world.form(Manager, STOCK, &void).await;
        let page = world.get(Manager, voided.location()).await.text();
        assert!(page.contains("Taken back") && !page.contains("more were handed out"), "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}
