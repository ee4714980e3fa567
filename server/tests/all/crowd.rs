//! Many readers at once: whoever reads holds one connection and waits for no second one, so three
//! times as many as there are connections are all answered.

use crate::support::Persona::*;
use crate::support::*;
use futures::future::join_all;

/// Three times the connections of the readers.
const CROWD: usize = 24;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_answered_in_the_morning() {
    for engine in engines() {
        let world = world(engine).await;
        for page in [
            "/centres/KRN",
            "/centres/KRN/doubtful",
            "/centres/KRN/dropping-out",
            "/centres/KRN/participation",
            "/centres/KRN/periods",
            "/centres/KRN/log?workshop=KRN-SEW&week=2021-W22",
            "/centres/KRN/journal",
            "/centres/KRN/people",
            "/centres/KRN/plan",
            "/trends?centre=KRN&by=language",
            "/api/v1/reports/session-log.csv?from=2021-05-01&to=2021-05-31&centre=KRN",
        ] {
            let asked = (0..CROWD).map(|_| world.get(Manager, page));
            for answer in join_all(asked).await {
                assert_eq!(answer.status, 200, "{engine} {page}: {}", answer.text());
            }
        }
        let asked = (0..CROWD).map(|_| world.get(Coordinator, "/"));
        for answer in join_all(asked).await {
            assert_eq!(answer.status, 200, "{engine}: {}", answer.text());
        }
    }
}
