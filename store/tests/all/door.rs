//! The door: outcomes, permissions, rules; on both engines.

use crate::support::*;
use domain::attendance::{MarkAttendance, Presence};
use domain::command::{Command, Identity};
use domain::fault::{Fault, Noun};
use domain::output::{RecordOutput, VoidOutput};
use domain::person::Sex;
use domain::shift::{CancelShift, Reason};
use domain::sync::Outcome;
use sqlx::Row;
use store::{By, Submission};

const BY: By = By::Account(FACILITATOR);

fn made(n: u128, quantity: i64) -> Command {
    Command::RecordOutput(RecordOutput {
        output: id(n),
        shift: TEN,
        product: MASK,
        quantity,
        rejected: false,
    })
}

#[tokio::test]
async fn the_story_of_one_shift() {
    for engine in engines() {
        let world = furnished(engine).await;
        for (n, command) in [
            (1000, mark(TEN, AMINA, Presence::Present)),
            (1001, mark(TEN, LEJLA, Presence::Present)),
            (1002, made(80, 25)),
            (1003, close(TEN)),
        ] {
            let outcome = submit(&world, BY, &envelope(n, "2021-05-31T10:00:00Z", command)).await;
            assert!(matches!(outcome, Outcome::Applied { .. }), "{engine}: {outcome:?}");
        }
        let actor = signed_in(&world, "manager").await;
        let page = world.store.dashboard(&actor, "KRN", None).await.expect("a dashboard");
        assert_eq!(page.figures.contacts, 2, "{engine}");
        assert_eq!(page.figures.attendance, Some((2, 2)));
        assert_eq!(page.figures.pieces, 25);
        assert_eq!(page.not_logged.len(), 1, "12:00 was not logged");
        assert_eq!(page.outputs[0].days.last().map(|d| d.1), Some(25));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_same_envelope_twice_changes_nothing_and_other_bytes_are_refused() {
    for engine in engines() {
        let world = furnished(engine).await;
        let first = envelope(1000, "2021-05-31T10:00:00Z", mark(TEN, AMINA, Presence::Present));
        let Outcome::Applied { seq } = submit(&world, BY, &first).await else { panic!("{engine}") };
        assert_eq!(submit(&world, BY, &first).await, Outcome::Repeat { seq });
        let other = envelope(1000, "2021-05-31T10:00:00Z", mark(TEN, AMINA, Presence::Absent));
        let refused = Outcome::Rejected { fault: Fault::SameIdOtherBytes };
        assert_eq!(submit(&world, BY, &other).await, refused);
        assert_eq!(submit(&world, BY, &other).await, refused, "kept once, answered again");
        assert_eq!((rows(&world, "attendance").await, rows(&world, "review").await), (1, 1));
    }
}

#[tokio::test]
async fn one_request_that_says_a_thing_twice_is_told_twice_that_it_is_there() {
    for engine in engines() {
        let world = furnished(engine).await;
        let when = "2021-05-31T08:05:00Z";
        let new = envelope(1, when, person(id(59), Some(KRN), Sex::Male, 1999));
        let mark = envelope(2, when, mark(TEN, AMINA, Presence::Present));
        let both = [&new, &mark].map(submission);
        let twice = || [both.clone(), both.clone()].concat();
        let first = world.store.submit(BY, twice()).await.unwrap();
        let seqs: Vec<_> = first.iter().map(Outcome::seq).collect();
        assert!(matches!(first[..2], [Outcome::Applied { .. }, Outcome::Applied { .. }]));
        assert_eq!(seqs[..2], seqs[2..], "{engine}: {first:?}");
        let again = world.store.submit(BY, twice()).await.unwrap();
        let repeats: Vec<_> =
            seqs.iter().map(|seq| Outcome::Repeat { seq: seq.unwrap() }).collect();
        assert_eq!(again, repeats, "{engine}");
        assert_eq!((rows(&world, "attendance").await, rows(&world, "review").await), (1, 0));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_rejected_neighbour_stops_nobody() {
    for engine in engines() {
        let world = furnished(engine).await;
        let good = |n, who| {
            submission(&envelope(n, "2021-05-31T10:00:00Z", mark(TEN, who, Presence::Present)))
        };
        let poison = Submission {
            bytes: r#"{"v":1,"id":"x","alias":"Azar"}"#.into(),
            ..Submission::default()
        };
        let batch = vec![good(1, AMINA), poison, good(2, LEJLA)];
        let outcomes = world.store.submit(BY, batch).await.expect("an answer");
        assert!(matches!(outcomes[0], Outcome::Applied { .. }), "{engine}");
        assert!(matches!(outcomes[1], Outcome::Rejected { fault: Fault::Malformed { .. } }));
        assert!(matches!(outcomes[2], Outcome::Applied { .. }));
        let actor = signed_in(&world, "manager").await;
        let review = world.store.dashboard(&actor, "KRN", None).await.unwrap().review;
        assert_eq!(review.len(), 1, "{engine}: the sender's manager sees it");
        assert!(matches!(review[0].fault, Fault::Malformed { .. }));
        assert_eq!(review[0].account.as_deref(), Some("FACILITATOR"));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn faults_of_the_rules() {
    for engine in engines() {
        let world = furnished(engine).await;
        let unknown = |noun| Outcome::Held { fault: Fault::Unknown { noun } };
        let range = |field: &'static str, min, max| Outcome::Rejected {
            fault: Fault::out_of_range(field, min, max),
        };
        let cases = [
            (mark(id(999), AMINA, Presence::Present), unknown(Noun::Shift)),
            (mark(TEN, id(999), Presence::Present), unknown(Noun::Person)),
            (
                mark(TEN, AZAR, Presence::Present),
                Outcome::Held { fault: Fault::OtherCentre { noun: Noun::Person } },
            ),
            (made(80, 0), range("quantity", 1, 100_000)),
            (made(80, -3), range("quantity", 1, 100_000)),
            (Command::VoidOutput(VoidOutput { output: id(999) }), unknown(Noun::Output)),
            (mark(WOODEN, AZAR, Presence::Present), Outcome::Rejected { fault: Fault::NotAllowed }),
            (
                person(AMINA, Some(KRN), Sex::Female, 1990),
                Outcome::Rejected { fault: Fault::AlreadyExists { noun: Noun::Person } },
            ),
            (person(id(998), Some(KRN), Sex::Female, 1800), range("born", 1900, 2100)),
        ];
        let before = world.store.check(None).await.unwrap();
        for (n, (command, expected)) in cases.into_iter().enumerate() {
            let sent = envelope(2000 + n as u128, "2021-05-31T10:00:00Z", command);
            assert_eq!(submit(&world, BY, &sent).await, expected, "{engine}: {sent:?}");
        }
        let after = world.store.check(None).await.unwrap();
        assert_eq!((before.head, after.problems), (after.head, vec![]), "{engine}");
    }
}

#[tokio::test]
async fn nothing_that_identifies_somebody_is_outside_the_vault() {
    for engine in engines() {
        let world = furnished(engine).await;
        let cancel = Command::CancelShift(CancelShift {
            shift: TWELVE,
            reason: Reason::Other,
            replaces: None,
        });
        let mut sent = submission(&envelope(1, "2021-05-31T10:00:00Z", cancel));
        sent.identity = Some(Identity::Remark("Amina was ill".into()));
        world.store.submit(BY, vec![sent]).await.expect("an answer");
        let poison = Submission { bytes: r#"{"alias":"Amina"}"#.into(), ..Submission::default() };
        world.store.submit(BY, vec![poison]).await.expect("an answer");
        let tables = if engine == "sqlite" {
            "select name as t from sqlite_master where type = 'table'"
        } else {
            "select cast(table_name as text) as t from information_schema.tables
             where table_schema = 'public'"
        };
        for table in sqlx::query(tables).fetch_all(&world.raw).await.unwrap() {
            let table: String = table.try_get("t").unwrap();
            if table.starts_with("sqlite_") || table == "_sqlx_migrations" || table == "credential"
            {
                continue;
            }
            let text = dump(&world, &table).await;
            for name in ["Amina", "Azar", "The donor", "correct horse"] {
                assert!(!text.contains(name), "{engine}: {name} is in {table}");
            }
        }
        let kept = world.store.session("nonsense").await.map(drop).unwrap_err();
        assert_eq!(kept.fault(), Fault::SessionExpired);
    }
}

/// All text of a table.
async fn dump(world: &World, table: &str) -> String {
    let mut text = String::new();
    let sql = format!("select * from {table}");
    for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&world.raw).await.unwrap() {
        for column in 0..row.len() {
            if let Ok(Some(value)) = row.try_get::<Option<String>, _>(column) {
                text.push_str(&value);
                text.push('\n');
            }
        }
    }
    text
}

#[tokio::test]
async fn a_correction_names_what_it_replaces_and_two_tablets_disagree_in_sight() {
    for engine in engines() {
        let world = furnished(engine).await;
        let first = envelope(1, "2021-05-31T10:00:00Z", mark(TEN, AMINA, Presence::Present));
        submit(&world, BY, &first).await;
        let correction = MarkAttendance {
            shift: TEN,
            person: AMINA,
            presence: Presence::Absent,
            replaces: Some(first.id),
        };
        // The corrector's clock is an hour slow: it stands all the same.
        let second = envelope(2, "2021-05-31T09:00:00Z", Command::MarkAttendance(correction));
        submit(&world, BY, &second).await;
        assert_eq!(standing(&world).await, vec![("absent".into(), 0)], "{engine}");
        let stranger = envelope(3, "2021-05-31T10:30:00Z", mark(TEN, AMINA, Presence::Present));
        submit(&world, BY, &stranger).await;
        assert_eq!(standing(&world).await, vec![("present".into(), 1)]);
        assert_eq!(rows(&world, "attendance").await, 3, "nothing is lost");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

async fn standing(world: &World) -> Vec<(String, i64)> {
    let sql = "select presence, disputed from attendance where stands = 1";
    let rows = sqlx::query(sql).fetch_all(&world.raw).await.unwrap();
    rows.iter().map(|r| (r.try_get("presence").unwrap(), r.try_get("disputed").unwrap())).collect()
}

#[tokio::test]
async fn a_wild_clock_harms_nobody() {
    for engine in engines() {
        let world = furnished(engine).await;
        let mut wild = envelope(1, "2021-05-31T10:00:00Z", close(TEN));
        wild.at = chrono::DateTime::<chrono::Utc>::MAX_UTC;
        assert!(submit(&world, BY, &wild).await.seq().is_some(), "{engine}");
        let mut past = envelope(2, "2021-05-31T10:00:00Z", mark(TWELVE, AMINA, Presence::Present));
        past.at = chrono::DateTime::<chrono::Utc>::MIN_UTC;
        let held = Outcome::Held { fault: Fault::ShiftNotStarted };
        assert_eq!(submit(&world, BY, &past).await, held, "not on that day");
        let mut ahead = envelope(3, "2035-01-01T00:00:00Z", mark(TWELVE, AMINA, Presence::Present));
        ahead.offset = i64::MAX;
        assert!(submit(&world, BY, &ahead).await.seq().is_some());
        let actor = signed_in(&world, "manager").await;
        let page = world.store.dashboard(&actor, "KRN", None).await.expect("a dashboard");
        assert_eq!(page.figures.shifts(domain::shift::ShiftState::Closed), 1);
        let sql = "select closed_at as at from shift where closed_at is not null
                   union all select made_at from attendance";
        for row in sqlx::query(sql).fetch_all(&world.raw).await.unwrap() {
            // The moment it was received, by the test's clock.
            assert_eq!(row.try_get::<String, _>("at").unwrap(), "2021-05-31T14:10:00.000Z");
        }
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn whoever_may_enter_nothing_leaves_nothing_and_refuses_nothing_for_others() {
    for engine in engines() {
        let world = furnished(engine).await;
        let tap = envelope(1, "2021-05-31T10:00:00Z", mark(TEN, AMINA, Presence::Present));
        let refused = Outcome::Rejected { fault: Fault::NotAllowed };
        for stranger in [DONOR, NOBODY] {
            assert_eq!(submit(&world, By::Account(stranger), &tap).await, refused, "{engine}");
        }
        assert_eq!(rows(&world, "review").await, 0);
        // Refused for one, it is judged anew for the one who made it.
        let elsewhere = envelope(2, "2021-05-31T10:00:00Z", mark(WOODEN, AZAR, Presence::Present));
        assert_eq!(submit(&world, BY, &elsewhere).await, refused);
        assert_eq!(rows(&world, "review").await, 1);
        assert!(submit(&world, By::Operator, &elsewhere).await.seq().is_some());
        assert!(submit(&world, BY, &tap).await.seq().is_some());
    }
}

#[tokio::test]
async fn many_at_once_share_commits_and_keep_their_order() {
    for engine in engines() {
        let world = furnished(engine).await;
        let mut waiting = Vec::new();
        for n in 0..50u128 {
            let store = world.store.clone();
            waiting.push(tokio::spawn(async move {
                let batch = [AMINA, LEJLA].map(|who| {
                    let tap = mark(TEN, who, Presence::Present);
                    submission(&envelope(
                        5000 + n * 2 + who.0.as_u128() % 2,
                        "2021-05-31T10:00:00Z",
                        tap,
                    ))
                });
                store.submit(BY, batch.to_vec()).await.expect("an answer")
            }));
        }
        for answer in waiting {
            assert!(answer.await.unwrap().iter().all(|o| o.seq().is_some()), "{engine}");
        }
        assert_eq!(rows(&world, "attendance").await, 100);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
