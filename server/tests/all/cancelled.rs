//! A file that is cancelled while it is made: the work stops, and nothing of it stays on the disk.
//!
//! Alone in its program, since it counts what the program holds open.

use crate::support::Persona::*;
use crate::support::*;
use futures::future::{join, join_all};
use serde_json::Value;
use std::time::Duration;

/// Half a century in several reports: it takes a while, also without a shift in most of its months.
const LONG: &str = "file=package.zip&reports=session-log,attendance,people-reached,output-production\
                    &from=1990-01-01&to=2039-12-31";

/// Files that are open and have no name, as those are that are being made.
fn unnamed() -> usize {
    let open = std::fs::read_dir("/proc/self/fd").expect("what is open");
    let targets = open.filter_map(|link| std::fs::read_link(link.ok()?.path()).ok());
    targets.filter(|target| target.to_string_lossy().ends_with("(deleted)")).count()
}

async fn files(world: &World) -> Vec<Value> {
    world.get(Coordinator, "/api/v1/files").await.json().as_array().unwrap().clone()
}

async fn soon(world: &World, about: &str, what: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    for _ in 0..3_000 {
        let files = files(world).await;
        if what(&files) {
            return files;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("{about}: {:?}, {} files", files(world).await, unnamed());
}

fn in_state(files: &[Value], state: &str) -> usize {
    files.iter().filter(|file| file["state"] == state).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_cancelled_stops_and_leaves_nothing() {
    for engine in engines() {
        let world = world(engine).await;
        let before = unnamed();
        // Two are made at once, days are counted, and the third waits.
        let begun = |file: &Value| file["state"] == "working" && file["done"].as_i64() > Some(0);
        let both = |files: &[Value]| {
            files.iter().filter(|file| begun(file)).count() == 2 && in_state(files, "waiting") == 1
        };
        // Asked for at once: an answer may take almost as long as the file.
        let asked = join_all((0..3).map(|_| world.form(Coordinator, "/api/v1/files", LONG)));
        let end = async |id: &Value| {
            let form = format!("do=end&file={}", id.as_str().unwrap());
            assert_eq!(world.form(Coordinator, "/reports", &form).await.status, 303);
        };
        let ended = async {
            let all = soon(&world, "two are made", both).await;
            assert!(unnamed() >= before + 2, "{engine}: each has its file");
            end(&all.iter().find(|file| begun(file)).unwrap()["id"]).await;
            // Its place is free once its work has ended: the third begins.
            let two = |files: &[Value]| files.len() == 2 && in_state(files, "working") == 2;
            for file in soon(&world, "the third begins", two).await {
                end(&file["id"]).await;
            }
        };
        join(asked, ended).await;
        let gone = |files: &[Value]| files.is_empty() && unnamed() == before;
        soon(&world, "all are gone", gone).await;
        // Nothing was handed out, so nothing is sealed.
        let sealed = "select cast(count(*) as bigint) as n from export";
        let row = sqlx::query(sealed).fetch_one(&world.raw).await.unwrap();
        assert_eq!(sqlx::Row::get::<i64, _>(&row, "n"), 0, "{engine}");
        // Connections came back: everybody is answered.
        assert_eq!(world.get(Coordinator, "/reports/session-log").await.status, 200);
    }
}
