//! An attacker with everything that a donor can download computes no hidden number; and does so as soon
//! as only the small ones are hidden.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::process::{Command as Process, Output};
use support::Persona::*;
use support::*;

const PROJECT: &str = "EU-RSPMM2";
const INDICATORS: &str = "project,code,measure,sex,bands,activity,from
EU-RSPMM2,OC1.1,completions,,,,2019-07-01
EU-RSPMM2,OP1.1,people,,,,2019-07-01
EU-RSPMM2,OP1.2,people,f,,,2019-07-01
";

/// Every report of people, by month, quarter and year, in all and in each centre.
async fn download(world: &World, who: Persona, folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let (from, to) = ("2021-01-01", "2021-12-31");
    let save = async |file: String, path: String| {
        let answer = world.get(who, &path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        std::fs::write(folder.join(file), &answer.body).unwrap();
    };
    let log = format!("/api/v1/reports/session-log.csv?from={from}&to={to}&project={PROJECT}");
    save(format!("session-log--{from}--{to}.csv"), log).await;
    for step in ["month", "quarter", "year"] {
        for (report, centres) in [
            ("people-by-sex-and-age", &["", "KRN", "OBR", "SID"][..]),
            ("five-w", &["", "KRN", "OBR", "SID"][..]),
            ("indicator-progress", &[""][..]),
        ] {
            for centre in centres {
                let path = format!(
                    "/api/v1/reports/{report}.csv?from={from}&to={to}&step={step}\
                     &project={PROJECT}&centre={centre}"
                );
                let name = format!("{report}--{from}--{to}--{step}--{centre}");
                save(format!("{}.csv", name.trim_end_matches('-')), path).await;
            }
        }
    }
}

fn attack(arguments: &[&str], folder: &Path) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut python = Process::new(root.join(".venv/bin/python"));
    python.arg(root.join("tools/attack.py")).args(arguments).arg(folder);
    python.output().expect("python runs")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_hidden_can_be_computed() {
    let world = world("sqlite").await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("indicators.csv"), INDICATORS).unwrap();
    download(&world, Donor, &folder.path().join("donor")).await;
    download(&world, Coordinator, &folder.path().join("whole")).await;
    for (arguments, about) in [(&[][..], "as published"), (&["--planted"][..], "only small ones")] {
        let found = attack(arguments, folder.path());
        let said = String::from_utf8_lossy(&found.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&found.stderr).into_owned();
        assert!(found.status.success(), "{about}: {said}{wrong}");
    }
}
