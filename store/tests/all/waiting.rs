//! What waits for something unknown is tried again by itself.

use crate::support::*;
use domain::attendance::Presence;
use domain::command::{Command, Envelope, Identity};
use domain::fault::{Fault, Noun};
use domain::output::{RecordOutput, VoidOutput};
use domain::person::Sex;
use domain::shift::{NoteShift, PlanShift, parse_hhmm};
use domain::sync::Outcome;
use store::{By, Submission};

const BY: By = By::Account(FACILITATOR);
const WHEN: &str = "2021-05-31T13:30:00Z";

fn one_off(shift: u128) -> Command {
    Command::AddOneOffShift(PlanShift {
        shift: id(shift),
        workshop: SEW,
        day: day("2021-05-31"),
        start: parse_hhmm("15:00").unwrap(),
        minutes: 45,
        schedule: None,
        room: None,
        despite: None,
    })
}

fn made(output: u128, shift: u128) -> Command {
    let (output, shift) = (id(output), id(shift));
    Command::RecordOutput(RecordOutput {
        output,
        shift,
        product: MASK,
        quantity: 7,
        rejected: false,
    })
}

fn void(output: u128) -> Command {
    Command::VoidOutput(VoidOutput { output: id(output) })
}

fn unknown(noun: Noun) -> Outcome {
    Outcome::Held { fault: Fault::Unknown { noun } }
}

async fn send(world: &World, n: u128, command: Command) -> Outcome {
    submit(world, BY, &envelope(n, WHEN, command)).await
}

#[tokio::test]
async fn a_mark_waits_for_its_shift_and_then_for_its_person() {
    for engine in engines() {
        let world = furnished(engine).await;
        let tap = mark(id(45), id(55), Presence::Present);
        assert_eq!(send(&world, 1, tap.clone()).await, unknown(Noun::Shift), "{engine}");
        assert!(send(&world, 2, one_off(45)).await.seq().is_some());
        // Now it is the person that is not known.
        assert_eq!(send(&world, 1, tap.clone()).await, unknown(Noun::Person));
        let new = person(id(55), Some(KRN), Sex::Female, 1990);
        let seq = send(&world, 3, new).await.seq().expect("applied");
        assert_eq!(send(&world, 1, tap).await, Outcome::Repeat { seq: seq + 1 });
        assert_eq!((rows(&world, "review").await, rows(&world, "attendance").await), (0, 1));
        let kept = "vault where subject in (select subject from vault_key where kind = 'review')";
        assert_eq!(rows(&world, kept).await, 0, "nothing is kept twice");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_was_made_and_taken_back_arrives_backwards() {
    for engine in engines() {
        let world = furnished(engine).await;
        let note = Command::NoteShift(NoteShift { shift: id(45) });
        let noted = Submission {
            identity: Some(Identity::Remark("Thread ran out".into())),
            ..submission(&envelope(1, WHEN, note))
        };
        assert_eq!(
            world.store.submit(BY, vec![noted]).await.unwrap(),
            [unknown(Noun::Shift)],
            "{engine}"
        );
        assert_eq!(send(&world, 2, void(80)).await, unknown(Noun::Output));
        assert_eq!(send(&world, 3, made(80, 45)).await, unknown(Noun::Shift));
        assert_eq!(send(&world, 4, close(id(45))).await, unknown(Noun::Shift));
        assert_eq!(send(&world, 5, void(81)).await, unknown(Noun::Output));
        let before = world.store.check(None).await.unwrap().entries;
        assert!(send(&world, 6, one_off(45)).await.seq().is_some());
        // The shift, and then in the order of arrival: the note, the output, the closing; and
        // the taking back that waited for the output. The other one waits on.
        assert_eq!(world.store.check(None).await.unwrap().entries, before + 5, "{engine}");
        assert_eq!(rows(&world, "review").await, 1);
        assert_eq!(rows(&world, "output where voided is not null").await, 1);
        assert_eq!(rows(&world, "shift where progress = 'closed'").await, 1);
        let notes = world.store.snapshot(&signed_in(&world, "facilitator").await, None).await;
        assert_eq!(notes.unwrap().notes[0].text.as_deref(), Some("Thread ran out"));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_outcomes_of_one_request_say_what_became_of_each_in_the_end() {
    for engine in engines() {
        let world = furnished(engine).await;
        let batch: [Envelope; 4] = [
            envelope(1, WHEN, mark(id(45), AMINA, Presence::Present)),
            envelope(2, WHEN, mark(id(46), AMINA, Presence::Present)),
            envelope(3, WHEN, void(99)),
            envelope(4, WHEN, one_off(45)),
        ];
        let outcomes = world.store.submit(BY, batch.iter().map(submission).collect()).await;
        let outcomes = outcomes.unwrap();
        let shift = outcomes[3].seq().expect("applied");
        assert_eq!(outcomes[0], Outcome::Applied { seq: shift + 1 }, "{engine}");
        assert_eq!(outcomes[1], unknown(Noun::Shift));
        assert_eq!(outcomes[2], unknown(Noun::Output));
        let again = world.store.submit(BY, batch.iter().map(submission).collect()).await.unwrap();
        assert_eq!(again[0], Outcome::Repeat { seq: shift + 1 });
        assert_eq!(rows(&world, "review").await, 2);
    }
}

#[tokio::test]
async fn what_turns_out_to_be_somebody_elses_is_refused_when_it_is_tried_again() {
    for engine in engines() {
        let world = furnished(engine).await;
        let tap = mark(id(47), AMINA, Presence::Present);
        assert_eq!(send(&world, 1, tap.clone()).await, unknown(Noun::Shift), "{engine}");
        must(&world, plan(id(47), WOOD, "2021-05-31", "10:00"), None).await;
        assert_eq!(send(&world, 1, tap).await, Outcome::Rejected { fault: Fault::NotAllowed });
        assert_eq!((rows(&world, "review").await, rows(&world, "attendance").await), (1, 0));
    }
}

#[tokio::test]
async fn a_stranger_cannot_bring_somebody_elses_waiting_entry_in_another_name() {
    for engine in engines() {
        let world = furnished(engine).await;
        // The same bytes wait for two who sent them; the entry is made once, and in the name of
        // the one who may.
        let tap = envelope(1, WHEN, mark(id(45), AMINA, Presence::Present));
        assert_eq!(submit(&world, By::Account(COORDINATOR), &tap).await.seq(), None, "{engine}");
        assert_eq!(submit(&world, BY, &tap).await, unknown(Noun::Shift));
        assert!(send(&world, 2, one_off(45)).await.seq().is_some());
        let sql = "journal where actor = '00000000-0000-0000-0000-00000000003c'";
        assert_eq!(rows(&world, sql).await, 2);
        assert_eq!(rows(&world, "review").await, 1, "the other one is still refused");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
