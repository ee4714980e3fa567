//! Report files: nobody named, forms that open, answers that add up.

use crate::support::Persona::*;
use crate::support::*;
use domain::report::Report;
use serde_json::Value;

/// Aliases and names of the demo.
const NAMES: [&str; 18] = [
    "Zahra",
    "Fatima",
    "Maryam",
    "Laila",
    "Shirin",
    "Hanan",
    "Nasrin",
    "Rania",
    "Roya",
    "Amina",
    "Nour",
    "Azar",
    "Bilal",
    "Mohamed",
    "Dragojla",
    "Ocokoljić",
    "dragojla",
    "canvas came",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_export_and_no_report_page_names_anybody() {
    let world = world("sqlite").await;
    for who in [Manager, OtherManager, Donor, Coordinator] {
        for report in Report::ALL {
            for file in ["csv", "json", "zip"] {
                for language in ["en", "sr-Latn", "sr-Cyrl"] {
                    let path = format!(
                        "/api/v1/reports/{}.{file}?from=2021-05-01&to=2021-05-31&language={language}",
                        report.name()
                    );
                    nobody_in(&world.get(who, &path).await.text(), &path);
                }
            }
            let reports: Vec<&str> = Report::ALL
                .into_iter()
                .filter(|report| (who != Donor || report.for_donors()) && !report.compares())
                .map(Report::name)
                .collect();
            let path = format!(
                "/api/v1/reports/package.zip?from=2021-05-01&to=2021-05-31&reports={}",
                reports.join(",")
            );
            let package = world.get(who, &path).await;
            assert_eq!(package.status, 200, "{who:?} {path}");
            nobody_in(&package.text(), &path);
            let page = format!("/reports/{}?from=2021-05-01&to=2021-05-31", report.name());
            if who != Manager {
                // A manager's own page shows her own name, not these.
                nobody_in(&world.get(who, &page).await.text(), &page);
            }
        }
    }
}

fn nobody_in(text: &str, about: &str) {
    for name in NAMES {
        assert!(!text.contains(name), "{name} in {about}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_two_profiles_hold_the_same_rows() {
    for engine in engines() {
        let world = world(engine).await;
        let base = "/api/v1/reports/session-log.csv?from=2021-05-01&to=2021-05-31&centre=KRN";
        let machine = world.get(Manager, base).await;
        let excel = world.get(Manager, &format!("{base}&profile=excel&language=sr-Cyrl")).await;
        assert_eq!(machine.header("content-type"), "text/csv; charset=utf-8; header=present");
        assert_eq!(
            machine.header("content-disposition"),
            "attachment; filename=\"radionica-session-log-KRN-2021-05-01--2021-05-31.csv\""
        );
        assert_eq!(excel.header("content-language"), "sr-Cyrl");
        let machine = rows(&machine.text(), b',');
        let excel = excel.text();
        let excel = rows(excel.strip_prefix('\u{feff}').expect("a byte order mark"), b';');
        // Header, hashtags, and a row for each shift; no hashtags for Excel.
        assert_eq!((machine.len(), excel.len()), (86, 85), "{engine}");
        for (one, other) in machine[2..].iter().zip(&excel[1..]) {
            assert_eq!((&one[0], &one[1], &one[33]), (&other[0], &other[1], &other[33]));
        }
        assert_eq!((&machine[2][10], &excel[1][10]), (&"Krnjača".into(), &"Крњача".into()));
        assert_eq!(machine[2][20], "sewing");
        assert!(!excel[1][20].is_ascii(), "words for people: {}", excel[1][20]);
    }
}

fn rows(text: &str, separator: u8) -> Vec<Vec<String>> {
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "lines end with CR LF");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| record.expect("equal lengths").iter().map(str::to_owned).collect())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn json_says_the_same_as_csv() {
    let world = world("sqlite").await;
    let query = "from=2021-05-01&to=2021-05-31";
    let json = world.get(Coordinator, &format!("/api/v1/reports/session-log.json?{query}")).await;
    let csv = world.get(Coordinator, &format!("/api/v1/reports/session-log.csv?{query}")).await;
    let csv = rows(&csv.text(), b',');
    let json: Vec<Value> = serde_json::from_slice(&json.body).expect("an array");
    assert_eq!(json.len(), csv.len() - 2);
    let columns = Report::SessionLog.columns();
    for (object, row) in json.iter().zip(&csv[2..]) {
        assert_eq!(object.as_object().map(|o| o.len()), Some(columns.len()));
        for (column, cell) in columns.iter().zip(row) {
            let value = match &object[column.id.key()] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(&value, cell, "{}", column.id.key());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_in_may_adds_up_to_its_month() {
    let world = world("sqlite").await;
    let quantity = async |step: &str| -> i64 {
        let path = format!(
            "/api/v1/reports/output-production.json?from=2021-05-01&to=2021-05-31&step={step}"
        );
        let rows = world.get(Coordinator, &path).await.json();
        rows.as_array().expect("rows").iter().map(|r| r["quantity"].as_i64().expect("n")).sum()
    };
    let (day, month, whole) =
        (quantity("day").await, quantity("month").await, quantity("whole").await);
    assert!(day > 0);
    assert_eq!((day, day), (month, whole));
}
