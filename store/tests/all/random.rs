//! Random working days: whatever order things arrive in, the picture is the same, and the
//! journal proves it.

use crate::support::*;
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{Command, Envelope};
use domain::ids::{EnvelopeId, PersonId, ShiftId};
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, Sex};
use domain::shift::{CancelShift, CloseShift, PlanShift, Reason, ReopenShift, parse_hhmm};
use domain::sync::Outcome;
use proptest::prelude::*;
use sqlx::Row;
use store::By;
use uuid::Uuid;

const BY: By = By::Account(FACILITATOR);
/// The last is registered on the way.
const PEOPLE: [PersonId; 3] = [AMINA, LEJLA, PersonId(Uuid::from_u128(55))];
/// The last is added on the way.
const SHIFTS: [ShiftId; 2] = [TEN, ShiftId(Uuid::from_u128(45))];
const PRESENCES: [Presence; 3] = [Presence::Present, Presence::Absent, Presence::Unmarked];

/// One tap, with the minute it was made in; `replaces` points back into the list.
#[derive(Debug, Clone)]
struct Tap {
    shift: usize,
    replaces: Option<usize>,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Mark { person: usize, presence: usize },
    Headcount { people: i64 },
    Made { quantity: i64 },
    Void { back: usize },
    Close,
    Reopen,
    Cancel { reason: usize },
}

fn tap() -> impl Strategy<Value = Tap> {
    let what = prop_oneof![
        6 => (0usize..3, 0usize..3).prop_map(|(person, presence)| What::Mark { person, presence }),
        2 => (0i64..60).prop_map(|people| What::Headcount { people }),
        2 => (-1i64..200).prop_map(|quantity| What::Made { quantity }),
        2 => (1usize..6).prop_map(|back| What::Void { back }),
        1 => Just(What::Close),
        1 => Just(What::Reopen),
        1 => (0usize..2).prop_map(|reason| What::Cancel { reason }),
    ];
    (0usize..2, prop::option::of(1usize..5), what).prop_map(|(shift, replaces, what)| Tap {
        shift,
        replaces,
        what,
    })
}

/// The envelopes of a list of taps, after those that make the last shift and the last person.
/// Minutes repeat, so that ties by id occur.
fn envelopes(taps: &[Tap]) -> Vec<Envelope> {
    let number = |n: usize| 10_000 + n as u128;
    let before = |n: usize, back: Option<usize>| {
        back.and_then(|b| n.checked_sub(b)).map(|n| EnvelopeId(Uuid::from_u128(number(n))))
    };
    let make = |(n, tap): (usize, &Tap)| {
        let (shift, replaces) = (SHIFTS[tap.shift], before(n, tap.replaces));
        let command = match tap.what {
            What::Mark { person, presence } => Command::MarkAttendance(MarkAttendance {
                shift,
                person: PEOPLE[person],
                presence: PRESENCES[presence],
                replaces,
            }),
            What::Headcount { people } => Command::RecordHeadcount(RecordHeadcount {
                shift,
                sex: Sex::Male,
                band: AgeBand::To11,
                people,
                replaces,
            }),
            What::Made { quantity } => Command::RecordOutput(RecordOutput {
                output: id(number(n)),
                shift,
                product: MASK,
                quantity,
                rejected: false,
            }),
            What::Void { back } => {
                let output = id(number(n.saturating_sub(back)));
                Command::VoidOutput(VoidOutput { output })
            }
            What::Close => Command::CloseShift(CloseShift { shift, replaces }),
            What::Reopen => Command::ReopenShift(ReopenShift { shift, replaces }),
            What::Cancel { reason } => {
                let reason = [Reason::HealthRules, Reason::NoRoom][reason];
                Command::CancelShift(CancelShift { shift, reason, replaces })
            }
        };
        envelope(number(n), &format!("2021-05-31T10:{:02}:00Z", (n / 3) % 60), command)
    };
    let added = Command::AddOneOffShift(PlanShift {
        shift: SHIFTS[1],
        workshop: SEW,
        day: day("2021-05-31"),
        start: parse_hhmm("11:00").expect("a time"),
        minutes: 60,
        schedule: None,
        room: None,
        despite: None,
    });
    let new = person(PEOPLE[2], Some(KRN), Sex::Female, 1990);
    let first = [(1, added), (2, new)];
    let first = first.map(|(n, command)| envelope(n, "2021-05-31T09:59:00Z", command));
    first.into_iter().chain(taps.iter().enumerate().map(make)).collect()
}

/// Everything that stands and everything that waits, without the order in which it arrived.
async fn picture(world: &World) -> Vec<String> {
    let sql = "
        select 'mark ' || id || presence || cast(stands as text) || cast(disputed as text) as line
        from attendance
        union all select 'count ' || id || cast(people as text) || cast(stands as text)
               || cast(disputed as text) from headcount
        union all select 'course ' || id || progress || coalesce(reason, '')
               || cast(stands as text) || cast(disputed as text) from course
        union all select 'shift ' || id || progress || coalesce(closed_at, '')
               || coalesce(reason, '') from shift
        union all select 'output ' || id || case when voided is null then '' else 'voided' end
        from output
        union all select 'review ' || bytes_hash || fault from review
        order by 1";
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
fn the_order_of_arrival_does_not_matter_and_nothing_counts_twice() {
    let taps = || prop::collection::vec(tap(), 1..24);
    on_each_engine(
        || {
            taps().prop_flat_map(|taps| {
                let sent = envelopes(&taps);
                // Some arrive twice.
                let twice = [&sent[..], &sent[sent.len() / 2..]].concat();
                (Just(sent), Just(twice).prop_shuffle())
            })
        },
        |engine, (sent, shuffled)| {
            block(async {
                let (a, b) = (furnished(engine).await, furnished(engine).await);
                for envelope in sent {
                    submit(&a, BY, envelope).await;
                }
                // In requests of several, as tablets send them.
                for some in shuffled.chunks(3) {
                    b.store.submit(BY, some.iter().map(submission).collect()).await.unwrap();
                }
                for world in [&a, &b] {
                    prop_assert_eq!(problems(world).await, Vec::<String>::new());
                }
                prop_assert_eq!(picture(&a).await, picture(&b).await);
                Ok(())
            })
        },
    );
}
