//! The command line: exit codes, and faults of one line that say what to do.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Output, Stdio};

fn radionica(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_radionica"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("DATABASE_URL", "sqlite://data/r.db")
        .env("RADIONICA_CLOCK_START", "2021-05-31T16:10:00+02:00")
        .stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    radionica(folder, arguments).output().expect("it starts")
}

#[track_caller]
fn done(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert_eq!(errors, "");
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[track_caller]
fn failed(output: &Output, code: i32, words: &str) {
    let errors = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(code), "{errors}");
    assert!(errors.starts_with("radionica: ") && errors.lines().count() == 1, "{errors}");
    assert!(errors.contains(words), "{words} in {errors}");
}

#[test]
fn the_demo_loads_once_and_never_over_something_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = done(&run(folder.path(), &["demo"]));
    assert!(first.starts_with("The demo is loaded.") && first.contains("manager-krn"), "{first}");
    assert!(first.contains(server::demo::PASSWORD));
    let again = done(&run(folder.path(), &["demo"]));
    assert!(again.starts_with("The demo is already in this database."), "{again}");

    let other = tempfile::tempdir().expect("a folder");
    let add = ["user", "add", "head", "--name", "Head", "--code", "C-9", "--role", "coordinator"];
    let added = done(&run(other.path(), &add));
    assert!(added.contains("Its password, which is not shown again: "), "{added}");
    failed(&run(other.path(), &["demo"]), 1, "other data");
}

#[test]
fn accounts_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let add = |more: &[&str]| {
        let mut arguments = vec!["user", "add", "newone", "--name", "New One", "--code", "F-9"];
        arguments.extend(more);
        run(folder.path(), &arguments)
    };
    failed(&add(&["--role", "manager"]), 2, "--centre");
    failed(&add(&["--role", "donor", "--centre", "KRN"]), 2, "--project");
    failed(&add(&["--role", "boss"]), 2, "boss");
    failed(&add(&["--role", "manager", "--centre", "NOPE"]), 1, "centre");
    failed(&add(&["--role", "manager", "--centre", "KRN", "--language", "tlh"]), 2, "--language");
    let both = ["--role", "facilitator", "--centre", "KRN", "--centre", "OBR"];
    let mut command =
        radionica(
            folder.path(),
            &[
                &[
                    "user",
                    "add",
                    "newone",
                    "--name",
                    "New One",
                    "--code",
                    "F-9",
                    "--password-stdin",
                ][..],
                &both,
            ]
            .concat(),
        );
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"a long passphrase\n").unwrap();
    let added = done(&child.wait_with_output().unwrap());
    assert_eq!(added, "newone is set up.\n");
    let list = done(&run(folder.path(), &["user", "list"]));
    assert!(list.contains("newone\tF-9\ton\tfacilitator of KRN, facilitator of OBR"), "{list}");
    failed(&add(&both), 1, "in use");
    assert_eq!(
        done(&run(folder.path(), &["user", "disable", "newone"])),
        "newone is switched off.\n"
    );
    assert!(done(&run(folder.path(), &["user", "list"])).contains("newone\tF-9\toff"));
    assert_eq!(
        done(&run(folder.path(), &["user", "enable", "newone"])),
        "newone is switched on.\n"
    );
    failed(&run(folder.path(), &["user", "disable", "ghost"]), 1, "account");
    let weak = radionica(folder.path(), &["user", "reset", "newone"])
        .env("RADIONICA_PASSWORD", "short")
        .output()
        .unwrap();
    failed(&weak, 1, "10");
    done(&run(folder.path(), &["user", "reset", "newone"]));
    let check = done(&run(folder.path(), &["journal", "check"]));
    assert!(check.ends_with("All agree.\n"), "{check}");
}

#[test]
fn reports_as_files() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let may = ["--from", "2021-05-01", "--to", "2021-05-31"];
    let report =
        |more: &[&str]| run(folder.path(), &[&["report", "session-log"][..], &may, more].concat());
    let standard = done(&report(&["--centre", "KRN"]));
    assert_eq!(standard.lines().count(), 86);
    done(&report(&["--centre", "KRN", "-o", "krn.csv"]));
    assert_eq!(std::fs::read_to_string(folder.path().join("krn.csv")).unwrap(), standard);
    let donor = done(&report(&["--project", "EU-RSPMM2", "--as-donor", "--format", "json"]));
    let rows: Vec<serde_json::Value> = serde_json::from_str(&donor).expect("JSON");
    assert!(rows.iter().all(|row| row["contacts_female"].is_null()));
    assert!(rows.iter().any(|row| row["contacts"] == 2));
    let excel = done(&report(&["--format", "csv-excel", "--language", "sr-Cyrl"]));
    assert!(excel.starts_with("\u{feff}\"") && excel.contains("\"Крњача\""));
    // Before anything of May was logged, every shift of the plan is open.
    let head = done(&run(folder.path(), &["journal", "check"]));
    assert!(head.contains("Head: "));
    let then = done(&report(&["--as-of", "60"]));
    assert_eq!(then.lines().count(), 2, "{then}");

    // Several reports in one package, as the donor sees them, made again from the journal.
    let several = run(
        folder.path(),
        &[
            &["report", "five-w", "session-log", "--format", "package", "-o", "may.zip"][..],
            &may,
            &["--project", "EU-RSPMM2", "--as-donor"],
        ]
        .concat(),
    );
    done(&several);
    let genuine = done(&run(folder.path(), &["verify", "may.zip", "--again"]));
    assert!(genuine.contains("Report: package") && genuine.contains("the same bytes"), "{genuine}");
    assert!(genuine.contains("reports=session-log five-w"), "{genuine}");
    std::fs::remove_file(folder.path().join("may.zip")).unwrap();
    failed(&report(&["five-w"]), 2, "--format package");
    failed(&report(&["session-log", "--format", "package"]), 2, "twice");

    failed(&report(&["--as-donor"]), 2, "--project");
    done(&report(&["--format", "xlsx", "-o", "may.xlsx"]));
    assert!(std::fs::read(folder.path().join("may.xlsx")).unwrap().starts_with(b"PK"));
    failed(&report(&["--format", "pdf"]), 2, "csv-excel");
    failed(&report(&["--state", "lost"]), 2, "not_logged");
    failed(&report(&["-o", "no/such/folder/x.csv"]), 1, "cannot be written");
    failed(&report(&["--centre", "NOPE"]), 1, "centre");
    failed(
        &run(folder.path(), &["report", "secrets", "--from", "2021-05-01", "--to", "2021-05-31"]),
        2,
        "session-log",
    );
    failed(
        &run(folder.path(), &["report", "session-log", "--from", "1.5.2021", "--to", "2021-05-31"]),
        2,
        "--from",
    );
    failed(&run(folder.path(), &["report", "session-log"]), 2, "--from");
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "no half file: {left:?}");
}

#[test]
fn a_file_is_checked_with_a_key_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let may = ["--from", "2021-05-01", "--to", "2021-05-31"];
    let report = |more: &[&str]| {
        done(&run(folder.path(), &[&["report", "session-log"][..], &may, more].concat()))
    };
    report(&["--format", "package", "-o", "may.zip"]);
    report(&["--seal", "-o", "may.csv"]);
    let beside = folder.path().join("may.csv.seal.json");
    let seal = std::fs::read_to_string(&beside).expect("a seal");
    let said: serde_json::Value = serde_json::from_str(&seal).expect("JSON");
    let key = said["public_key"].as_str().expect("a key");

    // Elsewhere, where nothing is set and settings that are wrong do not matter.
    let elsewhere = tempfile::tempdir().expect("a folder");
    for name in ["may.zip", "may.csv"] {
        std::fs::copy(folder.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    std::fs::copy(&beside, elsewhere.path().join("seal.json")).unwrap();
    let verify = |arguments: &[&str]| {
        let mut command = radionica(elsewhere.path(), &[&["verify"][..], arguments].concat());
        command.env_remove("DATABASE_URL").env("RADIONICA_LISTEN", "here").output().unwrap()
    };
    let genuine = done(&verify(&["--key", key, "may.zip"]));
    assert!(genuine.starts_with("may.zip: genuine\n"), "{genuine}");
    done(&verify(&["--key", &key.to_uppercase(), "may.zip"]));
    done(&verify(&["--key", key, "may.csv", "--seal", "seal.json"]));
    failed(&verify(&["--key", key, "may.csv"]), 1, "--seal");
    assert!(!elsewhere.path().join("data").exists(), "no database is made");

    // The public key of RFC 8032, section 7.1, test 3.
    let other = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    failed(&verify(&["--key", other, "may.zip"]), 1, "another organisation");
    let again =
        "--again needs the organisation's journal, and --key does without it: leave one out";
    failed(&verify(&["--key", key, "may.zip", "--again"]), 2, again);
    for wrong in ["", "key", &key[1..], &"02".repeat(32)] {
        failed(&verify(&["--key", wrong, "may.zip"]), 2, "64 hexadecimal digits");
        failed(&verify(&["--key", wrong, "may.zip"]), 2, "key.json");
    }
    failed(&verify(&["--key", key, "june.zip"]), 1, "cannot be read");
}

#[test]
fn the_journal_is_compared_with_what_is_known() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let check = done(&run(folder.path(), &["journal", "check"]));
    let head = check.lines().find_map(|l| l.strip_prefix("Head: ")).expect("a head").to_owned();
    done(&run(folder.path(), &["journal", "check", "--expect", &head]));
    failed(&run(folder.path(), &["journal", "check", "--expect", "x"]), 2, "SEQ:HASH");
    let (seq, _) = head.split_once(':').unwrap();
    let other = format!("{seq}:{}", "0".repeat(64));
    failed(&run(folder.path(), &["journal", "check", "--expect", &other]), 1, "do not agree");
}

#[test]
fn a_backup_is_written_and_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let made = done(&run(folder.path(), &["backup", "copies/may.db"]));
    assert!(made.contains("Keys: copies/radionica.keys"), "{made}");
    failed(&run(folder.path(), &["backup", "copies/may.db"]), 1, "there already");
    let report = ["report", "session-log", "--from", "2021-05-01", "--to", "2021-05-31"];
    let before = done(&run(folder.path(), &report));
    failed(&run(folder.path(), &["restore", "copies/may.db"]), 1, "not empty");

    let elsewhere = |arguments: &[&str]| {
        let mut command = radionica(folder.path(), arguments);
        command.env("DATABASE_URL", "sqlite://new/r.db").output().expect("it starts")
    };
    let restored = done(&elsewhere(&["restore", "copies/may.db"]));
    assert!(restored.contains("Erased again: 0\nValues without a key: 0"), "{restored}");
    assert_eq!(done(&elsewhere(&report)), before);
    let head = made.lines().find_map(|line| line.strip_prefix("Head: ")).expect("a head");
    done(&elsewhere(&["journal", "check", "--expect", head]));
    failed(&elsewhere(&["restore", "copies/june.db", "--keys", "nowhere"]), 1, "keys");
}

#[test]
fn wrong_calls_and_wrong_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(run(folder.path(), &[]).status.code(), Some(2));
    failed(&run(folder.path(), &["fly"]), 2, "fly");
    for help in
        [&["--help"][..], &["serve", "--help"], &["user", "add", "--help"], &["report", "--help"]]
    {
        assert!(done(&run(folder.path(), help)).contains("Usage: radionica"));
    }
    for (name, value) in [
        ("DATABASE_URL", "mysql://x"),
        ("RADIONICA_LISTEN", "here"),
        ("RADIONICA_CLOCK_START", "yesterday"),
        ("RADIONICA_PUBLIC_URL", "radionica"),
    ] {
        let output = radionica(folder.path(), &["serve"]).env(name, value).output().unwrap();
        failed(&output, 1, name);
    }
    let output = radionica(folder.path(), &["serve"]).env("RADIONICA_SITE", "nowhere").output();
    failed(&output.unwrap(), 1, "RADIONICA_SITE");
}

/// Starts it on a free port; the log up to the line with its address, and the rest to read.
fn serve(folder: &Path, host: &str) -> (Child, String, BufReader<ChildStderr>) {
    std::fs::create_dir(folder.join("site")).unwrap();
    let mut child = radionica(folder, &["serve"])
        .env("RADIONICA_SITE", "site")
        .env("RADIONICA_LISTEN", format!("{host}:0"))
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut log = BufReader::new(child.stderr.take().unwrap());
    let mut begin = String::new();
    while !begin.contains("listening on http://") {
        assert_ne!(log.read_line(&mut begin).unwrap(), 0, "it ended by itself: {begin}");
    }
    (child, begin, log)
}

fn end(mut child: Child) {
    let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(asked.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_demo_that_others_can_reach_is_warned_of() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let (child, begin, _) = serve(folder.path(), "0.0.0.0");
    end(child);
    assert!(begin.contains("passwords are public"), "{begin}");
}

#[test]
fn it_serves_and_ends_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let (child, begin, mut log) = serve(folder.path(), "127.0.0.1");
    let address = begin.trim().rsplit("http://").next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&address).unwrap();
    let request = "GET /readyz?secret=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    let idle = TcpStream::connect(&address).unwrap();
    end(child);
    drop(idle);
    let mut rest = String::new();
    log.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("path=\"/readyz\"") && !rest.contains("secret"), "{rest}");
    assert!(!rest.contains('\u{1b}'), "no colours in a file: {rest:?}");
}

#[test]
fn access_tokens_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    done(&run(folder.path(), &["demo"]));
    let add = |login, more: &[&str]| {
        let arguments = [&["token", "add", login, "--label", "Figures at night"][..], more];
        run(folder.path(), &arguments.concat())
    };
    let made = done(&add("donor", &[]));
    assert!(made.contains("works until 2021-08-29"), "{made}");
    let secret = made.lines().last().unwrap().rsplit(' ').next().unwrap();
    assert!(domain::token::is_secret(secret), "{made}");
    failed(&add("dragojla", &[]), 1, "may not do this");
    failed(&add("nobody", &[]), 1, "account");
    failed(&add("donor", &["--until", "2023-01-01"]), 1, "2022");
    failed(&add("donor", &["--until", "soon"]), 2, "--until");
    let list = done(&run(folder.path(), &["token", "list", "donor"]));
    assert!(list.contains("\tworks\t2021-08-29\tnever\tFigures at night"), "{list}");
    assert!(!list.contains(secret), "{list}");
    let id = list.split('\t').next().unwrap();
    let revoke = || run(folder.path(), &["token", "revoke", id]);
    assert_eq!(done(&revoke()), format!("The token {id} is revoked.\n"));
    let list = done(&run(folder.path(), &["token", "list", "donor"]));
    assert!(list.contains("\trevoked\t"), "{list}");
    failed(&run(folder.path(), &["token", "revoke", "x"]), 1, "not known");
}
