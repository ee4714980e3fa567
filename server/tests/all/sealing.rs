//! Sealed files: genuine as long as no byte differs, made again from the journal, judged by others.

use crate::support::Persona::*;
use crate::support::*;
use axum::body::{Body, Bytes};
use axum::http::{Method, Request, header};
use domain::report::Report;
use futures::{StreamExt, stream};
use sealed::{Hash, PublicKey, SEAL_MAX, Seal, Verdict, verify};
use server::config::Settings;
use server::limits::{Turns, VERIFY_AT_ONCE, VERIFY_BODY_MAX, VERIFY_MAX};
use server::router::router;
use server::sealing::{Again, again};
use server::state::AppState;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command as Process;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::mpsc;
use tower::ServiceExt;

const MAY: &str = "from=2021-05-01&to=2021-05-31&project=EU-RSPMM2";

async fn key(world: &World) -> PublicKey {
    let said = world.get(Nobody, "/api/v1/seals/key.json").await.json();
    said["public_key"].as_str().unwrap().parse().unwrap()
}

fn seal_in(package: &[u8]) -> Seal {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    archive.by_name("seal.json").unwrap().read_to_string(&mut text).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn verdict(file: &[u8], sidecar: Option<&[u8]>, key: PublicKey) -> Verdict {
    verify(&mut Cursor::new(file), sidecar, &[key]).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_stays_genuine_and_is_made_again() {
    for engine in engines() {
        let world = world(engine).await;
        let key = key(&world).await;
        const ALL_FOR_DONORS: &str = "package.zip?reports=session-log,monthly-summary,\
             people-by-sex-and-age,output-production,indicator-progress,five-w";
        for (who, file) in [
            (Donor, "session-log.zip?"),
            (Donor, "people-by-sex-and-age.zip?"),
            (Donor, ALL_FOR_DONORS),
            (Manager, "session-log.zip?"),
            (Manager, "package.zip?reports=five-w&reports=session-log&centre=KRN&step=week"),
            (Coordinator, "attendance.zip?"),
            (Coordinator, ALL_FOR_DONORS),
        ] {
            let project = if who == Donor { MAY } else { "from=2021-05-01&to=2021-05-31" };
            let path = format!("/api/v1/reports/{file}&{project}").replace("?&", "?");
            let package = world.get(who, &path).await;
            assert_eq!(package.status, 200, "{engine} {path}: {}", package.text());
            assert_eq!(package.header("content-type"), "application/zip");
            let found = verdict(&package.body, None, key);
            assert!(matches!(found, Verdict::Genuine(_)), "{engine} {path}: {found:?}");
            let seal = seal_in(&package.body);
            assert_eq!(seal.audience == sealed::Audience::Donor, who == Donor, "{path}");
            // Work goes on, and an entry of that very period is corrected.
            correct(&world).await;
            let Again::Made(made) = again(&world.store, &seal).await.unwrap() else {
                panic!("{engine} {path}: not made again")
            };
            assert_eq!(made.hash, Hash::of(&package.body), "{engine} {path}: other bytes");
            let now = world.get(who, &path).await;
            assert_ne!(Hash::of(&now.body), made.hash, "{engine} {path}: the correction shows");
            // One byte that differs, anywhere, is found.
            for place in (0..package.body.len()).step_by(package.body.len() / 40) {
                let mut bytes = package.body.to_vec();
                bytes[place] ^= 1;
                let found = verdict(&bytes, None, key);
                assert!(!matches!(found, Verdict::Genuine(_)), "{engine} {path}: byte {place}");
            }
        }
    }
}

/// The names in a package, and what its seal says of its reports.
#[tokio::test(flavor = "multi_thread")]
async fn a_package_of_several_is_of_one_moment() {
    let world = world("sqlite").await;
    let path =
        format!("/api/v1/reports/package.zip?{MAY}&reports=five-w,session-log,monthly-summary");
    let package = world.get(Coordinator, &path).await;
    assert_eq!(
        package.header("content-disposition"),
        "attachment; filename=\"radionica-package-EU-RSPMM2-2021-05-01--2021-05-31.zip\""
    );
    let seal = seal_in(&package.body);
    assert_eq!(seal.report, "package");
    assert_eq!(seal.parameters["reports"], "session-log monthly-summary five-w");
    assert_eq!(seal.parameters["definitions"], "1 2 2");
    assert_eq!(seal.journal.seq, world.entries().await);
    let names: Vec<&str> = seal.files.iter().map(|file| file.name.as_str()).collect();
    let of = |report: &str| [format!("{report}.csv"), format!("{report}.csv-metadata.json")];
    let mut all: Vec<String> =
        ["session-log", "monthly-summary", "five-w"].into_iter().flat_map(of).collect();
    all.extend(["datapackage.json".to_owned(), "README.md".to_owned()]);
    assert_eq!(names, all);
    // Each table is the one of its report alone.
    for report in ["session-log", "monthly-summary", "five-w"] {
        let alone = world.get(Coordinator, &format!("/api/v1/reports/{report}.zip?{MAY}")).await;
        let mark = |seal: &Seal| {
            let name = format!("{report}.csv");
            seal.files.iter().find(|file| file.name == name).unwrap().sha256
        };
        assert_eq!(mark(&seal), mark(&seal_in(&alone.body)), "{report}");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(&package.body[..])).unwrap();
    let mut readme = String::new();
    archive.by_name("README.md").unwrap().read_to_string(&mut readme).unwrap();
    for report in ["session-log", "monthly-summary", "five-w"] {
        assert!(readme.contains(&format!("(`{report}.csv`)")), "{readme}");
    }
    let told = page(&world, &package.body, None).await;
    assert!(told.contains(">Genuine<") && told.contains("Several reports"), "{told}");
    let described =
        world.get(Donor, &path.replace("package.zip", "package/datapackage.json")).await;
    assert_eq!(described.json()["resources"].as_array().unwrap().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_holds_nothing_that_its_reader_may_not_have() {
    let world = world("sqlite").await;
    for (who, more, status, code) in [
        (Donor, "reports=session-log,attendance", 403, "not_allowed"),
        (Donor, "reports=session-log,indicator-progress&centre=KRN", 403, "not_allowed"),
        (Donor, "reports=session-log,five-w&step=week", 403, "not_allowed"),
        (OtherDonor, "reports=session-log,five-w", 403, "not_allowed"),
        (OtherManager, "reports=session-log,five-w&centre=KRN", 403, "not_allowed"),
        (Coordinator, "reports=session-log,five-w&workshop=KRN-SEW", 400, "malformed"),
        (Coordinator, "reports=session-log,five-w&state=closed", 400, "malformed"),
        (Coordinator, "reports=", 422, "missing"),
        (Coordinator, "reports=secrets", 404, "unknown"),
    ] {
        let answer = world.get(who, &format!("/api/v1/reports/package.zip?{MAY}&{more}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.fault().as_deref()),
            (status, Some(code)),
            "{who:?} {more}"
        );
    }
    // Two months are no piece of the calendar in which people are counted as a whole.
    let path = "/api/v1/reports/package.zip?from=2021-04-01&to=2021-05-31&step=whole\
                &reports=session-log,people-by-sex-and-age";
    assert_eq!(world.get(Donor, path).await.fault().as_deref(), Some("period_not_whole"));
}

/// A donor of one project need not name it, and their file says all the same whose it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_donors_only_project_is_in_the_seal() {
    let world = world("sqlite").await;
    let package =
        world.get(Donor, "/api/v1/reports/five-w.zip?from=2021-05-01&to=2021-05-31").await;
    let seal = seal_in(&package.body);
    assert_eq!(seal.parameters["project"], "EU-RSPMM2");
    let found = again(&world.store, &seal).await.unwrap();
    assert!(matches!(found, Again::Made(made) if made.hash == Hash::of(&package.body)));
}

/// 5W tells where a centre lies since its definition 2; the rows of 1 are those of a journal that
/// does not tell it. The monthly summary counts otherwise who is new, which donors are not told.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_an_older_definition_is_made_again_or_said_not_to_be() {
    let world = world("sqlite").await;
    for (who, report, ending, definition, made_again) in [
        (Coordinator, "five-w", "csv", 2, true),
        (Coordinator, "five-w", "csv", 1, true),
        (Coordinator, "five-w", "json", 1, true),
        (Coordinator, "five-w", "csv", 3, false),
        (Coordinator, "five-w", "zip", 1, false),
        (Coordinator, "five-w", "zip", 2, true),
        (Coordinator, "session-log", "csv", 1, true),
        (Coordinator, "session-log", "csv", 2, false),
        (Coordinator, "monthly-summary", "csv", 2, true),
        (Coordinator, "monthly-summary", "csv", 1, false),
        (Donor, "monthly-summary", "csv", 1, true),
    ] {
        let about = format!("{who:?}: {report}.{ending}, {definition}");
        let file = world.get(who, &format!("/api/v1/reports/{report}.{ending}?{MAY}")).await;
        let hash = Hash::of(&file.body);
        let seal = world.get(Nobody, &format!("/api/v1/seals/{hash}.json")).await;
        let mut seal: Seal = serde_json::from_slice(&seal.body).unwrap();
        seal.definition = definition;
        match again(&world.store, &seal).await.unwrap() {
            Again::Made(made) => assert!(made_again && made.hash == hash, "{about}"),
            other => assert!(!made_again, "{about}: {other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rewritten_journal_makes_nothing_again() {
    let world = world("sqlite").await;
    let package = world.get(Coordinator, &format!("/api/v1/reports/session-log.zip?{MAY}")).await;
    let seal = seal_in(&package.body);
    let rewritten = format!("update journal set hash = '{}' where seq = $1", "0".repeat(64));
    let done = sqlx::query(sqlx::AssertSqlSafe(rewritten)).bind(seal.journal.seq);
    done.execute(&world.raw).await.unwrap();
    let found = again(&world.store, &seal).await;
    assert!(!matches!(found, Ok(Again::Made(_))), "{found:?}");
    assert!(!world.store.check(None).await.unwrap().problems.is_empty());
}

fn upload(file: &[u8], seal: Option<&[u8]>) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, bytes) in [("file", Some(file)), ("seal", seal)] {
        let Some(bytes) = bytes else { continue };
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge--\r\n");
    ("multipart/form-data; boundary=edge".to_owned(), body)
}

async fn page(world: &World, file: &[u8], seal: Option<&[u8]>) -> String {
    let (kind, body) = upload(file, seal);
    let request = world.request(Nobody, Method::POST, "/verify");
    let request = request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap();
    let answer = world.send(request).await;
    assert!(answer.status == 200 || answer.status.is_client_error(), "{}", answer.text());
    answer.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_can_have_a_file_checked() {
    let world = world("sqlite").await;
    let key = key(&world).await;
    assert_eq!(world.get(Nobody, "/verify").await.status, 200, "without signing in");
    for (ending, profile) in [("csv", ""), ("csv", "&profile=excel"), ("xlsx", ""), ("json", "")] {
        let path = format!("/api/v1/reports/session-log.{ending}?{MAY}{profile}");
        let file = world.get(Donor, &path).await;
        let link = file.header(header::LINK).to_owned();
        let address = link.trim_start_matches('<').split_once('>').unwrap().0.to_owned();
        let by_hash = format!("/api/v1/seals/{}.json", Hash::of(&file.body));
        assert_eq!(world.get(Nobody, &by_hash).await.body, world.get(Nobody, &address).await.body);
        let seal = world.get(Nobody, &address).await;
        let found = verdict(&file.body, Some(&seal.body), key);
        assert!(matches!(found, Verdict::Genuine(_)), "{path}: {found:?}");
        let told = page(&world, &file.body, None).await;
        assert!(told.contains(">Genuine<"), "{path}: known by its hash");
        assert!(told.contains("a donor: small numbers"), "{path}");
        let changed =
            "/reports/what-changed?from=2021-05-01&amp;to=2021-05-31&amp;project=EU-RSPMM2";
        assert!(told.contains(changed), "{path}: {told}");
        let mut other = file.body.to_vec();
        let last = other.len() - 1;
        other[last] ^= 1;
        let told = page(&world, &other, None).await;
        assert!(told.contains("No seal is known") && !told.contains("what-changed"), "{path}");
        assert!(page(&world, &other, Some(&seal.body)).await.contains(">Changed<"), "{path}");
        let forged =
            String::from_utf8(seal.body.to_vec()).unwrap().replace("\"donor\"", "\"internal\"");
        let told = page(&world, &file.body, Some(forged.as_bytes())).await;
        assert!(told.contains("The seal was altered"), "{path}");
    }
    assert!(page(&world, b"hello", None).await.contains("No seal is known"));
    let nothing = page(&world, b"", None).await;
    assert!(!nothing.contains(">Genuine<") && nothing.contains("role=\"alert\""), "{nothing}");
    assert_eq!(world.get(Nobody, "/api/v1/seals/00.json").await.status, 404);
}

fn checking(world: &World, body: Body) -> Request<Body> {
    let request = world.request(Nobody, Method::POST, "/verify");
    let kind = "multipart/form-data; boundary=edge";
    request.header(header::CONTENT_TYPE, kind).body(body).unwrap()
}

/// A body of these pieces, and how many of them were asked for.
fn counted(pieces: Vec<Bytes>) -> (Body, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let pieces = stream::iter(pieces).map(move |piece| {
        count.fetch_add(1, Ordering::SeqCst);
        Ok::<_, std::io::Error>(piece)
    });
    (Body::from_stream(pieces), asked)
}

fn is_refused(answer: &Answer, status: u16, words: &str) {
    let text = answer.text();
    assert_eq!(answer.status, status, "{text}");
    assert!(answer.header(header::CONTENT_TYPE).starts_with("text/html"), "a page: {text}");
    assert!(text.contains("role=\"alert\"") && text.contains(words), "{words} in {text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn three_files_are_taken_in_at_once() {
    let mut world = world("sqlite").await;
    let settings = Settings::from_source(|_| None).unwrap();
    let mut state = AppState::new(world.store.clone(), settings);
    state.checks = Turns::new(VERIFY_AT_ONCE, Duration::from_millis(100));
    world.router = router(state);

    // What is read of a body says that its request has a place.
    let (read, mut begun) = mpsc::unbounded_channel();
    let (_, whole) = upload(b"hello", None);
    let head = Bytes::from(whole[..whole.len() - 12].to_vec());
    let mut held = Vec::new();
    for _ in 0..VERIFY_AT_ONCE {
        let (read, head) = (read.clone(), head.clone());
        let first = stream::once(async move {
            read.send(()).unwrap();
            Ok::<_, std::io::Error>(head)
        });
        let endless = Body::from_stream(first.chain(stream::pending()));
        held.push(tokio::spawn(world.router.clone().oneshot(checking(&world, endless))));
    }
    for _ in 0..VERIFY_AT_ONCE {
        begun.recv().await.unwrap();
    }
    let (body, asked) = counted(vec![Bytes::from(whole.clone())]);
    is_refused(&world.send(checking(&world, body)).await, 503, "The server is busy");
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nothing of it is read");
    // One that says that it is too large needs no turn to be refused.
    let (body, asked) = counted(vec![Bytes::from(whole.clone())]);
    let mut told = checking(&world, body);
    told.headers_mut().insert(header::CONTENT_LENGTH, (VERIFY_BODY_MAX + 1).into());
    is_refused(&world.send(told).await, 413, "too much at once");
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nothing of it is read");

    // Whoever goes away makes room.
    let gone = held.pop().unwrap();
    gone.abort();
    assert!(gone.await.unwrap_err().is_cancelled());
    assert!(page(&world, b"hello", None).await.contains("No seal is known"));
    assert!(page(&world, b"hello", None).await.contains("No seal is known"), "its place is free");
    for request in held {
        request.abort();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_to_check_is_not_taken_in() {
    let world = world("sqlite").await;
    let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
    let megabyte = Bytes::from(vec![b'x'; 1 << 20]);
    let many = (VERIFY_MAX >> 20) * 2;
    let mut pieces = vec![Bytes::from(head)];
    pieces.resize(many, megabyte.clone());
    let (body, asked) = counted(pieces);
    is_refused(&world.send(checking(&world, body)).await, 413, "too much at once");
    assert!(asked.load(Ordering::SeqCst) < (VERIFY_MAX >> 20) + 8, "the rest is not read");

    // A head without an end is kept in memory, so it may not be long.
    let mut pieces = vec![Bytes::from("--edge\r\nContent-Disposition: ")];
    pieces.resize(many, megabyte);
    let (body, asked) = counted(pieces);
    let answer = world.send(checking(&world, body)).await;
    assert!(answer.status.is_client_error(), "{}", answer.text());
    assert!(asked.load(Ordering::SeqCst) < 8, "the rest is not read");

    let long = vec![b' '; SEAL_MAX * 3];
    assert!(page(&world, b"hello", Some(&long)).await.contains("It cannot be read"));
    assert!(page(&world, b"hello", None).await.contains("No seal is known"));
}

/// What others say of every report: Frictionless, CSV on the web, HXL, LibreOffice.
#[tokio::test(flavor = "multi_thread")]
async fn outside_judges_accept_every_report() {
    let world = world("sqlite").await;
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for who in [Donor, Coordinator] {
        let sees = |report: &Report| who != Donor || report.for_donors();
        // Of what changed, what was corrected since the first file of all was made.
        let made = world.get(who, &format!("/api/v1/reports/session-log.zip?{MAY}")).await;
        let since = seal_in(&made.body).journal.seq;
        correct(&world).await;
        for report in Report::ALL.into_iter().filter(sees) {
            let since = if report.compares() { format!("&since={since}") } else { String::new() };
            let name = report.name();
            let mut python = Process::new(root.join(".venv/bin/python"));
            python.arg(root.join("tools/check_package.py"));
            for ending in ["zip", "xlsx"] {
                let path = format!("/api/v1/reports/{name}.{ending}?{MAY}{since}");
                let file = world.get(who, &path).await;
                assert_eq!(file.status, 200, "{path}");
                let target = folder.path().join(format!("{name}.{ending}"));
                std::fs::write(&target, &file.body).unwrap();
                python.arg(target);
            }
            let found = python.output().expect("python runs");
            let said = String::from_utf8_lossy(&found.stdout).into_owned();
            let wrong = String::from_utf8_lossy(&found.stderr).into_owned();
            assert!(found.status.success(), "{who:?} {name}: {said}{wrong}");
        }
        let reports: Vec<&str> = Report::ALL
            .into_iter()
            .filter(|report| sees(report) && !report.compares())
            .map(Report::name)
            .collect();
        let path = format!("/api/v1/reports/package.zip?{MAY}&reports={}", reports.join(","));
        let file = world.get(who, &path).await;
        assert_eq!(file.status, 200, "{path}");
        let target = folder.path().join("package.zip");
        std::fs::write(&target, &file.body).unwrap();
        let mut python = Process::new(root.join(".venv/bin/python"));
        let found = python.arg(root.join("tools/check_package.py")).arg(target).output().unwrap();
        let said = String::from_utf8_lossy(&found.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&found.stderr).into_owned();
        assert!(found.status.success(), "{who:?} package: {said}{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_described_at_an_address_of_its_own() {
    let world = world("sqlite").await;
    let path = format!("/api/v1/reports/five-w/datapackage.json?{MAY}");
    let described = world.get(Donor, &path).await.json();
    assert_eq!(described["profile"], "tabular-data-package");
    let fields = described["resources"][0]["schema"]["fields"].as_array().unwrap();
    assert_eq!(fields.len(), Report::FiveW.columns().len());
    assert_eq!(world.get(Nobody, &path).await.status, 401);
    assert_eq!(world.get(OtherDonor, &path).await.status, 403);
}
