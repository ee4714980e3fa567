//! The course of a shift, what is logged beside it, and work by somebody who did not know.

use crate::support::*;
use domain::attendance::{Presence, RecordHeadcount};
use domain::command::{Command, Envelope, Identity};
use domain::fault::{Fault, Noun};
use domain::handover::{HandOverShift, Seen, SeenProduct};
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, Sex};
use domain::shift::{
    CancelShift, CloseShift, NoteShift, PlanShift, Progress, Reason, ReopenShift, parse_hhmm,
};
use domain::sync::Outcome;
use sqlx::Row;
use store::{By, Submission};

const BY: By = By::Account(FACILITATOR);

async fn send(world: &World, n: u128, when: &str, command: Command) -> Outcome {
    submit(world, BY, &envelope(n, when, command)).await
}

fn cancel(replaces: Option<u128>) -> Command {
    let replaces = replaces.map(id);
    Command::CancelShift(CancelShift { shift: TEN, reason: Reason::NobodyCame, replaces })
}

fn reopen(replaces: Option<u128>) -> Command {
    Command::ReopenShift(ReopenShift { shift: TEN, replaces: replaces.map(id) })
}

fn close_after(replaces: u128) -> Command {
    Command::CloseShift(CloseShift { shift: TEN, replaces: Some(id(replaces)) })
}

/// What the shift's columns say, and what is said of the course: progress, stands, disputed.
async fn course(world: &World) -> (String, Vec<(String, i64, i64)>) {
    let sql = "select progress || ' ' || coalesce(closed_at, '') || coalesce(reason, '') as line
               from shift where id = $1";
    let shift = sqlx::query(sql).bind(TEN.to_string()).fetch_one(&world.raw).await.unwrap();
    let sql = "select progress, stands, disputed from course order by id";
    let rows = sqlx::query(sql).fetch_all(&world.raw).await.unwrap();
    let said = rows.iter().map(|row| {
        let number = |column| row.try_get(column).unwrap();
        (row.try_get("progress").unwrap(), number("stands"), number("disputed"))
    });
    (shift.try_get("line").unwrap(), said.collect())
}

fn said(lines: &[(&str, i64, i64)]) -> Vec<(String, i64, i64)> {
    lines.iter().map(|(word, stands, disputed)| ((*word).into(), *stands, *disputed)).collect()
}

#[tokio::test]
async fn the_course_of_a_shift_is_never_held_and_the_latest_stands() {
    for engine in engines() {
        let world = furnished(engine).await;
        // Nothing to open again: said all the same, and nothing disagrees.
        assert!(send(&world, 1, "2021-05-31T09:00:00Z", reopen(None)).await.seq().is_some());
        assert_eq!(course(&world).await, ("open ".into(), said(&[("open", 1, 0)])), "{engine}");
        // Closed by somebody who saw that.
        assert!(send(&world, 2, "2021-05-31T10:00:00Z", close_after(1)).await.seq().is_some());
        let closed = "closed 2021-05-31T10:00:00.000Z";
        assert_eq!(
            course(&world).await,
            (closed.into(), said(&[("open", 0, 0), ("closed", 1, 0)]))
        );
        // Closed by another one as well: they agree, and the later instant counts.
        assert!(send(&world, 3, "2021-05-31T10:05:00Z", close(TEN)).await.seq().is_some());
        let later = "closed 2021-05-31T10:05:00.000Z";
        let both = [("open", 0, 0), ("closed", 0, 0), ("closed", 1, 0)];
        assert_eq!(course(&world).await, (later.into(), said(&both)));
        // "Did not happen", made before by somebody who knew of nothing: shown, does not stand.
        assert!(send(&world, 4, "2021-05-31T09:30:00Z", cancel(None)).await.seq().is_some());
        let three = [("open", 0, 0), ("closed", 0, 0), ("closed", 1, 1), ("did_not_happen", 0, 0)];
        assert_eq!(course(&world).await, (later.into(), said(&three)));
        // And one that replaces what stands.
        assert!(send(&world, 5, "2021-05-31T08:00:00Z", cancel(Some(3))).await.seq().is_some());
        let (shift, all) = course(&world).await;
        assert_eq!(
            (shift.as_str(), all[1].1, all[1].2),
            (closed, 1, 1),
            "an older closing is left"
        );
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn either_order_of_two_tablets_ends_in_the_same_course() {
    for engine in engines() {
        let mut pictures = Vec::new();
        let sent = [
            envelope(1, "2021-05-31T10:00:00Z", close(TEN)),
            envelope(2, "2021-05-31T10:01:00Z", reopen(Some(1))),
            envelope(3, "2021-05-31T09:50:00Z", cancel(None)),
        ];
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let world = furnished(engine).await;
            for n in order {
                assert!(submit(&world, BY, &sent[n]).await.seq().is_some());
            }
            pictures.push(course(&world).await);
            assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
        }
        assert_eq!(pictures[0].0, "open ");
        assert!(pictures.iter().all(|picture| *picture == pictures[0]), "{engine}: {pictures:?}");
    }
}

#[tokio::test]
async fn work_by_somebody_who_did_not_know_is_taken_in_whenever_it_was_made() {
    for engine in engines() {
        let world = furnished(engine).await;
        assert!(send(&world, 1, "2021-05-31T10:00:00Z", close(TEN)).await.seq().is_some());
        let work = |n: u128| {
            let (sex, band) = (Sex::Male, AgeBand::To11);
            let output = id(200 + n);
            [
                mark(TEN, AMINA, Presence::Present),
                Command::RecordHeadcount(RecordHeadcount {
                    shift: TEN,
                    sex,
                    band,
                    people: 3,
                    replaces: None,
                }),
                Command::RecordOutput(RecordOutput {
                    output,
                    shift: TEN,
                    product: MASK,
                    quantity: 5,
                    rejected: false,
                }),
                Command::VoidOutput(VoidOutput { output }),
            ]
        };
        for (n, when) in [(100, "2021-05-31T09:59:00Z"), (110, "2021-05-31T10:01:00Z")] {
            for (place, command) in work(n).into_iter().enumerate() {
                let outcome = send(&world, n + place as u128, when, command).await;
                assert!(matches!(outcome, Outcome::Applied { .. }), "{engine}: {outcome:?}");
            }
        }
        assert!(send(&world, 2, "2021-05-31T10:02:00Z", cancel(Some(1))).await.seq().is_some());
        for (place, command) in work(120).into_iter().enumerate() {
            let outcome = send(&world, 120 + place as u128, "2021-05-31T10:03:00Z", command).await;
            assert!(matches!(outcome, Outcome::Applied { .. }), "{engine}: {outcome:?}");
        }
        assert_eq!((rows(&world, "attendance").await, rows(&world, "output").await), (3, 3));
        assert_eq!(rows(&world, "review").await, 0);
        // What has not come yet still waits.
        let early = send(&world, 3, "2021-05-30T10:00:00Z", close(TEN)).await;
        assert_eq!(early, Outcome::Held { fault: Fault::ShiftNotStarted });
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn an_output_taken_back_twice_is_taken_back() {
    for engine in engines() {
        let world = furnished(engine).await;
        let (output, product) = (id(80), MASK);
        let made = Command::RecordOutput(RecordOutput {
            output,
            shift: TEN,
            product,
            quantity: 5,
            rejected: false,
        });
        send(&world, 1, "2021-05-31T09:00:00Z", made).await;
        let void = || Command::VoidOutput(VoidOutput { output });
        let first = send(&world, 2, "2021-05-31T09:01:00Z", void()).await;
        let second = send(&world, 3, "2021-05-31T09:02:00Z", void()).await;
        assert!(matches!(second, Outcome::Applied { .. }), "{engine}: {second:?}");
        let row = sqlx::query("select cast(voided as bigint) as voided from output")
            .fetch_one(&world.raw)
            .await
            .unwrap();
        assert_eq!(row.try_get::<Option<i64>, _>("voided").unwrap(), first.seq());
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

fn one_off(shift: u128, workshop: domain::ids::WorkshopId) -> Command {
    Command::AddOneOffShift(PlanShift {
        shift: id(shift),
        workshop,
        day: day("2021-05-31"),
        start: parse_hhmm("15:00").unwrap(),
        minutes: 45,
        schedule: None,
        room: None,
        despite: None,
    })
}

#[tokio::test]
async fn a_shift_can_be_added_on_the_spot_where_one_logs() {
    for engine in engines() {
        let world = furnished(engine).await;
        assert!(send(&world, 1, "2021-05-31T13:00:00Z", one_off(45, SEW)).await.seq().is_some());
        let elsewhere = send(&world, 2, "2021-05-31T13:00:00Z", one_off(46, WOOD)).await;
        assert_eq!(elsewhere, Outcome::Rejected { fault: Fault::NotAllowed }, "{engine}");
        let twice = send(&world, 3, "2021-05-31T13:00:00Z", one_off(45, SEW)).await;
        let there = Fault::AlreadyExists { noun: Noun::Shift };
        assert_eq!(twice, Outcome::Rejected { fault: there });
        let planned = envelope(4, "2021-05-31T13:00:00Z", plan(id(47), SEW, "2021-05-31", "16:00"));
        let refused = Outcome::Rejected { fault: Fault::NotAllowed };
        assert_eq!(submit(&world, BY, &planned).await, refused, "the plan is the manager's");
        let tap = mark(id(45), AMINA, Presence::Present);
        assert!(send(&world, 5, "2021-05-31T13:10:00Z", tap).await.seq().is_some());
        let snapshot = world.store.snapshot(&signed_in(&world, "facilitator").await, None).await;
        let shifts = snapshot.unwrap().shifts;
        let one_offs: Vec<_> = shifts.iter().filter(|s| s.one_off).map(|s| s.id).collect();
        assert_eq!((one_offs, shifts.len()), (vec![id(45)], 3));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_note_keeps_its_text_in_the_vault_and_shows_it_to_who_may_see_the_register() {
    for engine in engines() {
        let world = furnished(engine).await;
        let note = |n| envelope(n, "2021-05-31T09:00:00Z", note_of_ten());
        let beside = |envelope: &Envelope, identity| {
            let sent = Submission { identity, ..submission(envelope) };
            let store = world.store.clone();
            async move { store.submit(BY, vec![sent]).await.unwrap().remove(0) }
        };
        let bare = beside(&note(1), None).await;
        let malformed = Outcome::Rejected { fault: Fault::malformed() };
        assert_eq!(bare, malformed, "{engine}: a note without a text");
        let text = || Some(Identity::Remark("Amina brought her sister".into()));
        assert!(beside(&note(2), text()).await.seq().is_some());
        let beside_a_mark =
            envelope(3, "2021-05-31T09:00:00Z", mark(TEN, AMINA, Presence::Present));
        assert_eq!(beside(&beside_a_mark, text()).await, malformed);
        let actor = signed_in(&world, "facilitator").await;
        let notes = world.store.snapshot(&actor, None).await.unwrap().notes;
        assert_eq!(notes.len(), 1);
        assert_eq!((notes[0].id, notes[0].shift), (id(2), TEN));
        assert_eq!(notes[0].text.as_deref(), Some("Amina brought her sister"));
        // Erased, the note stays and says nothing any more.
        for sql in
            ["delete from vault where subject = $1", "delete from vault_key where subject = $1"]
        {
            let subject = domain::ids::EnvelopeId(uuid::Uuid::from_u128(2)).to_string();
            sqlx::query(sql).bind(subject).execute(&world.raw).await.unwrap();
        }
        let notes = world.store.snapshot(&actor, None).await.unwrap().notes;
        assert_eq!(notes[0].text, None);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

fn note_of_ten() -> Command {
    Command::NoteShift(NoteShift { shift: TEN })
}

#[tokio::test]
async fn a_shift_is_handed_over_by_its_giver_to_somebody_who_logs_there() {
    for engine in engines() {
        let world = furnished(engine).await;
        let seen = Seen {
            listed: 2,
            present: 1,
            absent: 1,
            walk_ins: 0,
            headcount: 4,
            made: vec![SeenProduct { product: MASK, quantity: 12 }],
            unsent: 3,
        };
        let hand = |from, to| {
            let seen = seen.clone();
            Command::HandOverShift(HandOverShift { shift: TEN, from, to, seen })
        };
        let when = "2021-05-31T09:00:00Z";
        assert!(send(&world, 1, when, hand(FACILITATOR, MANAGER)).await.seq().is_some());
        let rejected = |fault| Outcome::Rejected { fault };
        assert_eq!(
            send(&world, 2, when, hand(MANAGER, FACILITATOR)).await,
            rejected(Fault::OtherAccount),
            "{engine}: in nobody else's name"
        );
        for stranger in [DONOR, COORDINATOR, NOBODY] {
            let n = 10 + stranger.0.as_u128();
            let outcome = send(&world, n, when, hand(FACILITATOR, stranger)).await;
            assert_eq!(outcome, rejected(Fault::NotAllowed), "{engine}: {stranger}");
        }
        let unknown = Outcome::Held { fault: Fault::Unknown { noun: Noun::Account } };
        assert_eq!(send(&world, 3, when, hand(FACILITATOR, id(999))).await, unknown);
        let sql = "select made, listed, headcount, unsent, made_at from handover";
        let row = sqlx::query(sql).fetch_one(&world.raw).await.unwrap();
        let made: String = row.try_get("made").unwrap();
        assert_eq!(serde_json::from_str::<Vec<SeenProduct>>(&made).unwrap(), seen.made);
        let number = |column| row.try_get::<i64, _>(column).unwrap();
        assert_eq!((number("listed"), number("headcount"), number("unsent")), (2, 4, 3));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_snapshot_tells_what_was_said_of_the_course() {
    for engine in engines() {
        let world = furnished(engine).await;
        send(&world, 1, "2021-05-31T10:00:00Z", close(TEN)).await;
        send(&world, 2, "2021-05-31T10:01:00Z", cancel(Some(1))).await;
        let actor = signed_in(&world, "facilitator").await;
        let snapshot = world.store.snapshot(&actor, None).await.unwrap();
        let said: Vec<_> = snapshot.courses.iter().map(|c| (c.shift, c.fact.value)).collect();
        let closed = Progress::Closed { at: at("2021-05-31T10:00:00Z") };
        let cancelled = Progress::DidNotHappen { reason: Reason::NobodyCame };
        assert_eq!(said, [(TEN, closed), (TEN, cancelled)], "{engine}");
        let board = domain::board::Board::new(snapshot);
        let stands = board.register(TEN).unwrap().course().unwrap();
        assert_eq!((stands.fact.id, stands.fact.value, stands.disputed), (id(2), cancelled, false));
    }
}
