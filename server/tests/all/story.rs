//! The story that must always work, over HTTP: a facilitator logs a shift, the manager sees the
//! day, the donor downloads the month.

use crate::support::Persona::*;
use crate::support::*;
use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn the_story() {
    for engine in engines() {
        let world = world(engine).await;

        // The facilitator signs in by the form and lands on the tablet.
        let form = format!("login=Dragojla&password={}&next=", server::demo::PASSWORD);
        let answer = world.form(Nobody, "/session", &form).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/tablet"));
        let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        assert!(cookie.starts_with("radionica_session="), "{cookie}");

        // She sees today's four shifts.
        let request =
            world.request(Nobody, Method::GET, "/api/v1/snapshot").header("cookie", &cookie);
        let snapshot = world.send(request.body(Body::empty()).unwrap()).await.json();
        let today: Vec<&Value> = snapshot["shifts"]
            .as_array()
            .expect("shifts")
            .iter()
            .filter(|shift| shift["slot"]["day"] == "2021-05-31")
            .collect();
        let starts: Vec<_> = today.iter().map(|s| s["slot"]["start"].as_str().unwrap()).collect();
        assert_eq!(starts, ["08:00", "10:00", "12:00", "14:00"], "{engine}");
        let ten = today[1];
        assert_eq!(ten["progress"]["is"], "open");
        assert_eq!(ten["capacity"], 2);
        let enrolled: Vec<&Value> = snapshot["enrolments"]
            .as_array()
            .expect("enrolments")
            .iter()
            .filter(|enrolment| enrolment["shift"] == ten["id"])
            .collect();
        assert_eq!(enrolled.len(), 2);

        // She taps both women, enters 25 masks, and closes the shift.
        let shift = &ten["id"];
        let mask = &snapshot["workshops"][0]["products"][0]["id"];
        let mut commands: Vec<Value> = enrolled
            .iter()
            .map(|enrolment| {
                let person = &enrolment["person"];
                json!({"mark_attendance":
                    {"shift": shift, "person": person, "presence": "present"}})
            })
            .collect();
        let output = Uuid::now_v7();
        commands.push(json!({"record_output":
            {"output": output, "shift": shift, "product": mask, "quantity": 25}}));
        commands.push(json!({"close_shift": {"shift": shift}}));
        let envelopes: Vec<Value> = commands
            .into_iter()
            .map(|command| {
                json!({"envelope": {
                    "v": 1, "id": Uuid::now_v7(), "at": "2021-05-31T10:00:00Z", "offset": -1500,
                    "device": Uuid::from_u128(7), "command": command,
                }})
            })
            .collect();
        let body = json!({ "envelopes": envelopes }).to_string();
        let request = world
            .request(Nobody, Method::POST, "/api/v1/sync")
            .header("cookie", &cookie)
            .header("content-type", "application/json");
        let answer = world.send(request.body(body.clone().into()).unwrap()).await.json();
        let outcomes = answer["outcomes"].as_array().expect("outcomes");
        assert!(outcomes.iter().all(|o| o["outcome"] == "applied"), "{engine}: {answer}");
        assert_eq!(answer["now"], "2021-05-31T14:10:00Z");

        // Sent again, because the answer was lost: nothing changes.
        let before = world.entries().await;
        let again = world.sync(Facilitator, body).await.json();
        let repeats = again["outcomes"].as_array().expect("outcomes");
        assert!(repeats.iter().all(|o| o["outcome"] == "repeat"), "{again}");
        assert_eq!(world.entries().await, before);

        // The manager sees the day reach 100, and the shift that nobody logged.
        let page = world.get(Manager, "/centres/KRN").await.text();
        assert!(page.contains("Krnjača"));
        let dashboard = world.get(Manager, "/api/fn/dashboard?code=KRN").await.json();
        assert_eq!(dashboard["figures"]["pieces"], 100);
        assert_eq!(dashboard["figures"]["attendance"], json!([8, 8]));
        let forgotten = dashboard["not_logged"].as_array().expect("rows");
        assert_eq!(forgotten.len(), 1);
        assert_eq!(forgotten[0]["slot"], json!({"day":"2021-05-28","start":"14:00","minutes":120}));

        // The donor downloads the month.
        let path = "/api/v1/reports/session-log.csv?from=2021-05-01&to=2021-05-31";
        let file = world.get(Donor, path).await;
        assert_eq!(
            file.header("content-disposition"),
            "attachment; filename=\"radionica-session-log-2021-05-01--2021-05-31.csv\""
        );
        let mut reader = csv::Reader::from_reader(&file.body[..]);
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("CSV");
        let (tags, rows) = rows.split_first().expect("hashtags");
        let column = |tag: &str| tags.iter().position(|t| t == tag).expect("a column");
        let last_day: Vec<_> = rows
            .iter()
            .filter(|row| {
                &row[column("#date+occurred")] == "2021-05-31"
                    && &row[column("#loc+facility+code")] == "KRN"
            })
            .collect();
        let sum = |tag: &str| -> i64 {
            last_day.iter().map(|row| row[column(tag)].parse::<i64>().expect("a number")).sum()
        };
        assert_eq!(last_day.len(), 4);
        assert_eq!((sum("#output+contacts+num"), sum("#output+made+num")), (8, 100));
        for row in rows {
            for tag in ["#output+contacts+f+num", "#output+contacts+children+num"] {
                assert_eq!(&row[column(tag)], "", "no split points at anybody");
            }
        }
        assert!(sum("#meta+suppressed") > 0);
        assert!(file.text().contains("Krnjača") && file.text().contains("Šid"));
    }
}
