//! A page is told when it would look otherwise, and nothing else.

use crate::support::Persona::*;
use crate::support::*;
use axum::body::{Body, BodyDataStream};
use axum::http::{Method, StatusCode, header};
use domain::command::Command;
use domain::ids::ShiftId;
use domain::output::RecordOutput;
use domain::shift::CloseShift;
use futures::StreamExt;
use std::time::Duration;
use tokio::time::timeout;
use tower::ServiceExt;
use uuid::Uuid;

async fn listen(world: &World, path: &str) -> BodyDataStream {
    let request = world.request(Manager, Method::GET, path).body(Body::empty()).unwrap();
    let response = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
    response.into_body().into_data_stream()
}

async fn hears(events: &mut BodyDataStream, within: Duration) -> Option<String> {
    let bytes = timeout(within, events.next()).await.ok()??.expect("the stream goes on");
    Some(String::from_utf8(bytes.to_vec()).unwrap())
}

const SOON: Duration = Duration::from_secs(10);
const A_WHILE: Duration = Duration::from_millis(700);

fn live(centre: &str, seen: i64) -> String {
    format!("/api/v1/centres/{centre}/live?day=2021-05-31&seen={seen}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_centre_is_told_and_no_other() {
    for engine in engines() {
        let world = world(engine).await;
        let head = world.store.last_entry().await.unwrap();
        let mut events = listen(&world, &live("KRN", head)).await;
        // Something at another centre.
        let other: ShiftId = demo_id("shift", "SID-SPORT/2021-05-28");
        let made = RecordOutput {
            output: domain::ids::OutputId(Uuid::from_u128(7)),
            shift: other,
            product: demo_id("product", "FIGURINE"),
            quantity: 1,
            rejected: false,
        };
        let _ =
            world.store.change(store::By::Operator, Command::RecordOutput(made), None, None).await;
        assert_eq!(hears(&mut events, A_WHILE).await, None, "{engine}");
        let shift: ShiftId = demo_id("shift", "KRN-SEW/2021-05-31/10");
        operate(&world.store, Command::CloseShift(CloseShift { shift, replaces: None })).await;
        let event = hears(&mut events, SOON).await.expect("told");
        assert_eq!(event, "event: changed\ndata: page\n\n", "{engine}: nothing is told but that");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_is_told_at_once() {
    let world = world("sqlite").await;
    let head = world.store.last_entry().await.unwrap();
    let mut events = listen(&world, &live("KRN", head - 1)).await;
    assert!(hears(&mut events, SOON).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_see_the_page_hears_nothing() {
    let world = world("sqlite").await;
    for (who, status) in [
        (Nobody, 401),
        (Expired, 401),
        (Facilitator, 403),
        (OtherManager, 403),
        (Donor, 403),
        (Powerless, 403),
    ] {
        assert_eq!(world.get(who, &live("KRN", 0)).await.status, status, "{who:?}");
    }
    assert_eq!(world.get(Coordinator, &live("NOPE", 0)).await.status, 404);
    assert_eq!(world.get(Manager, "/api/v1/centres/KRN/live").await.status, 400);
}
