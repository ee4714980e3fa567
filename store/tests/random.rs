//! Random working days: whatever order things arrive in, the picture is the same, and the
//! journal proves it.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod support;

use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{Command, Envelope};
use domain::ids::{EnvelopeId, PersonId};
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, Sex};
use domain::shift::{CancelShift, Reason, ReopenShift};
use domain::sync::Outcome;
use proptest::prelude::*;
use sqlx::Row;
use store::By;
use support::*;
use uuid::Uuid;

const BY: By = By::Account(FACILITATOR);
const PEOPLE: [PersonId; 2] = [AMINA, LEJLA];
const PRESENCES: [Presence; 3] = [Presence::Present, Presence::Absent, Presence::Unmarked];

/// One tap, with the minute it was made in; `replaces` points back into the list.
#[derive(Debug, Clone)]
enum Tap {
    Mark { person: usize, presence: usize, replaces: Option<usize> },
    Headcount { people: i64, replaces: Option<usize> },
    Made { quantity: i64 },
    Void { back: usize },
    Close,
    Reopen,
    Cancel,
}

fn tap() -> impl Strategy<Value = Tap> {
    let back = || prop::option::of(1usize..5);
    prop_oneof![
        6 => mark_tap(),
        2 => (0i64..60, back()).prop_map(|(people, replaces)| Tap::Headcount { people, replaces }),
        2 => (-1i64..200).prop_map(|quantity| Tap::Made { quantity }),
        1 => (1usize..6).prop_map(|back| Tap::Void { back }),
        1 => Just(Tap::Close),
        1 => Just(Tap::Reopen),
        1 => Just(Tap::Cancel),
    ]
}

fn mark_tap() -> impl Strategy<Value = Tap> {
    (0usize..2, 0usize..3, prop::option::of(1usize..5))
        .prop_map(|(person, presence, replaces)| Tap::Mark { person, presence, replaces })
}

/// The envelopes of a list of taps. Minutes repeat, so that ties by id occur.
fn envelopes(taps: &[Tap]) -> Vec<Envelope> {
    let number = |n: usize| 10_000 + n as u128;
    let before = |n: usize, back: Option<usize>| {
        back.and_then(|b| n.checked_sub(b)).map(|n| EnvelopeId(Uuid::from_u128(number(n))))
    };
    let make = |(n, tap): (usize, &Tap)| {
        let command = match tap {
            Tap::Mark { person, presence, replaces } => Command::MarkAttendance(MarkAttendance {
                shift: TEN,
                person: PEOPLE[*person],
                presence: PRESENCES[*presence],
                replaces: before(n, *replaces),
            }),
            Tap::Headcount { people, replaces } => Command::RecordHeadcount(RecordHeadcount {
                shift: TEN,
                sex: Sex::Male,
                band: AgeBand::To11,
                people: *people,
                replaces: before(n, *replaces),
            }),
            Tap::Made { quantity } => Command::RecordOutput(RecordOutput {
                output: id(number(n)),
                shift: TEN,
                product: MASK,
                quantity: *quantity,
            }),
            Tap::Void { back } => {
                let output = id(number(n.saturating_sub(*back)));
                Command::VoidOutput(VoidOutput { output })
            }
            Tap::Close => close(TEN),
            Tap::Reopen => Command::ReopenShift(ReopenShift { shift: TEN, replaces: None }),
            Tap::Cancel => {
                let reason = Reason::HealthRules;
                Command::CancelShift(CancelShift { shift: TEN, reason, replaces: None })
            }
        };
        envelope(number(n), &format!("2021-05-31T10:{:02}:00Z", (n / 3) % 60), command)
    };
    taps.iter().enumerate().map(make).collect()
}

/// What stands, without the order in which it arrived.
async fn picture(world: &World) -> Vec<String> {
    let sql = "select a.id || a.presence || cast(a.stands as text) || cast(a.disputed as text)
                      as line from attendance a order by 1";
    let rows = sqlx::query(sql).fetch_all(&world.raw).await.unwrap();
    rows.iter().map(|row| row.try_get("line").unwrap()).collect()
}

#[test]
fn a_replay_equals_what_happened_and_doubled_requests_change_nothing() {
    on_each_engine(
        || prop::collection::vec(tap(), 1..40),
        |engine, taps| {
            block(async {
                let world = furnished(engine).await;
                let all = envelopes(taps);
                let mut outcomes = Vec::new();
                for envelope in &all {
                    outcomes.push(submit(&world, BY, envelope).await);
                }
                let first = world.store.check(None).await.unwrap();
                prop_assert_eq!(&first.problems, &Vec::<String>::new());
                let again: Vec<_> = all.iter().map(submission).collect();
                let repeated = world.store.submit(BY, again).await.unwrap();
                for (before, after) in outcomes.iter().zip(&repeated) {
                    match before {
                        Outcome::Applied { seq } => {
                            prop_assert_eq!(after, &Outcome::Repeat { seq: *seq });
                        }
                        kept => prop_assert_eq!(after, kept),
                    }
                }
                prop_assert_eq!(world.store.check(None).await.unwrap(), first);
                Ok(())
            })
        },
    );
}

#[test]
fn the_order_of_arrival_of_marks_does_not_matter() {
    let marks = || prop::collection::vec(mark_tap(), 1..16);
    on_each_engine(
        || {
            marks().prop_flat_map(|taps| {
                (Just(envelopes(&taps)), Just(envelopes(&taps)).prop_shuffle())
            })
        },
        |engine, (sent, shuffled)| {
            block(async {
                let (a, b) = (furnished(engine).await, furnished(engine).await);
                for (world, order) in [(&a, sent), (&b, shuffled)] {
                    for envelope in order {
                        prop_assert!(submit(world, BY, envelope).await.seq().is_some());
                    }
                    prop_assert_eq!(problems(world).await, Vec::<String>::new());
                }
                prop_assert_eq!(picture(&a).await, picture(&b).await);
                Ok(())
            })
        },
    );
}
