//! What changed since a file: compared by others, sealed and made again, shown on its page.

use crate::support::Persona::*;
use crate::support::*;
use domain::command::Command;
use domain::ids::{MergeId, PersonId};
use domain::registry::MergePeople;
use domain::report::Report;
use sealed::Seal;
use server::sealing::{Again, again};
use sqlx::Row;
use std::path::Path;
use std::process::Command as Process;
use uuid::Uuid;

const MAY: &str = "from=2021-05-01&to=2021-05-31&project=EU-RSPMM2";

/// Takes every compared report as JSON into a folder; returns the entry that they were made from.
async fn take(world: &World, who: Persona, folder: &Path) -> i64 {
    let mut entry = 0;
    std::fs::create_dir_all(folder).unwrap();
    for report in Report::COMPARED {
        let path = format!("/api/v1/reports/{}.json?{MAY}", report.name());
        let file = world.get(who, &path).await;
        assert_eq!(file.status, 200, "{path}: {}", file.text());
        std::fs::write(folder.join(format!("{}.json", report.name())), &file.body).unwrap();
        entry = seal(world, &file).await.journal.seq;
    }
    entry
}

async fn seal(world: &World, file: &Answer) -> Seal {
    let link = file.header("link").to_owned();
    let address = link.trim_start_matches('<').split('>').next().unwrap();
    serde_json::from_str(&world.get(Nobody, address).await.text()).unwrap()
}

/// Two people of Krnjača who were present in one shift are found to be one.
async fn merge_two_who_were_there(world: &World) {
    let row = sqlx::query(
        "select one.id as one, other.id as other
         from attendance a join attendance b on b.shift = a.shift and b.person > a.person
         join person one on one.seq = a.person join person other on other.seq = b.person
         where a.stands = 1 and b.stands = 1 and a.presence = 'present' and b.presence = 'present'
           and one.same_as is null and other.same_as is null and one.sex = other.sex
         order by a.seq desc, b.seq limit 1",
    )
    .fetch_one(&world.raw)
    .await
    .unwrap();
    let id = |column: &str| Row::get::<String, _>(&row, column).parse::<PersonId>().unwrap();
    let merge = MergePeople { merge: MergeId(Uuid::now_v7()), kept: id("one"), other: id("other") };
    operate(&world.store, Command::MergePeople(merge)).await;
}

/// Files of nothing have the same bytes, whatever they are of: each has its own seal, and none is found
/// by who guesses the bytes.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_the_seal_of_somebody_elses_empty_file() {
    for engine in engines() {
        let world = world(engine).await;
        let january = "/api/v1/reports/session-log.json?from=2021-01-01&to=2021-01-31&project=";
        let other = world.get(Coordinator, &format!("{january}OTHER")).await;
        let own = world.get(Donor, &format!("{january}EU-RSPMM2")).await;
        assert_eq!(own.body, other.body, "{engine}: nothing was held in January");
        assert_eq!(seal(&world, &own).await.parameters["project"], "EU-RSPMM2", "{engine}");
        assert_eq!(seal(&world, &other).await.parameters["project"], "OTHER", "{engine}");
        let guessed = format!("/api/v1/seals/{}.json", sealed::Hash::of(&own.body));
        assert_eq!(world.get(Nobody, &guessed).await.status, 404, "{engine}");
        // Whole files of one thing are known by their hash, those of two that look the same are not.
        let may = format!("/api/v1/reports/output-production.csv?{MAY}");
        let first = world.get(Coordinator, &may).await;
        let known = format!("/api/v1/seals/{}.json", sealed::Hash::of(&first.body));
        assert_eq!(world.get(Nobody, &known).await.status, 200, "{engine}");
        let again = world.get(Donor, &may).await;
        assert_eq!(first.body, again.body, "{engine}");
        assert_eq!(world.get(Nobody, &known).await.status, 404, "{engine}: made for two audiences");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_is_what_two_downloads_differ_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for engine in engines() {
        let world = world(engine).await;
        for who in [Donor, Coordinator] {
            let folder = tempfile::tempdir().unwrap();
            let [before, now] = ["before", "now"].map(|name| folder.path().join(name));
            let entry = take(&world, who, &before).await;
            for _ in 0..3 {
                correct(&world).await;
            }
            if who == Coordinator {
                // Nothing is entered about their shifts, and yet their contacts are others.
                merge_two_who_were_there(&world).await;
            }
            take(&world, who, &now).await;
            let path = format!("/api/v1/reports/what-changed.json?{MAY}&since={entry}");
            let changed = world.get(who, &path).await;
            assert_eq!(changed.status, 200, "{engine} {who:?}: {}", changed.text());
            let file = folder.path().join("what-changed.json");
            std::fs::write(&file, &changed.body).unwrap();
            let mut python = Process::new("python3");
            python.arg(root.join("tools/check_changes.py")).args([&before, &now, &file]);
            let found = python.output().expect("python3 runs");
            let said = String::from_utf8_lossy(&found.stdout).into_owned();
            let wrong = String::from_utf8_lossy(&found.stderr).into_owned();
            assert!(found.status.success(), "{engine} {who:?}: {said}{wrong}");

            // Sealed with the entry that it was compared with, and made again when work went on.
            let seal = seal(&world, &changed).await;
            assert_eq!(seal.parameters["since"], entry.to_string(), "{engine} {who:?}");
            correct(&world).await;
            let Again::Made(made) = again(&world.store, &seal).await.unwrap() else {
                panic!("{engine} {who:?}: not made again")
            };
            assert_eq!(made.hash, sealed::Hash::of(&changed.body), "{engine} {who:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_offers_the_files_that_its_reader_may_compare_with() {
    for engine in engines() {
        let world = world(engine).await;
        let page = format!("/reports/what-changed?{MAY}");
        let none = world.get(Donor, &page).await;
        assert!(none.text().contains("No file was made yet"), "{engine}: {}", none.text());
        let folder = tempfile::tempdir().unwrap();
        let theirs = take(&world, Donor, folder.path()).await;
        correct(&world).await;
        let own = take(&world, Coordinator, folder.path()).await;
        correct(&world).await;
        let offers = |text: &str, entry: i64| text.contains(&format!("<option value=\"{entry}\""));
        let text = world.get(Donor, &page).await.text();
        assert!(offers(&text, theirs) && !offers(&text, own), "{engine}: {text}");
        assert!(text.contains(">Contacts<"), "{engine}: the last file is compared with");
        let text = world.get(Coordinator, &page).await.text();
        assert!(offers(&text, theirs) && offers(&text, own), "{engine}");
        // A donor's address that names an entry of which nobody was told.
        let refused = world.get(Donor, &format!("{page}&since={own}")).await;
        assert_eq!(refused.status, 403, "{engine}");
        assert!(!refused.text().contains(">Contacts<"), "{engine}");
        let file = format!("/api/v1/reports/what-changed.csv?{MAY}");
        for (query, status, code) in [
            (String::new(), 422, "missing"),
            ("&since=0".into(), 422, "out_of_range"),
            ("&since=x".into(), 400, "malformed"),
        ] {
            let answer = world.get(Coordinator, &format!("{file}{query}")).await;
            let said = (answer.status.as_u16(), answer.text().contains(code));
            assert_eq!(said, (status, true), "{engine} {query}: {}", answer.text());
        }
        let linked = world.get(Donor, "/projects/EU-RSPMM2?period=2021-05").await.text();
        assert!(linked.contains("/reports/what-changed?"), "{engine}: {linked}");
    }
}
