//! Two tablets at one shift: whatever order their envelopes come in, however often, by their own
//! hand or told by the server, both end with the same picture.
#![allow(clippy::expect_used)]

use chrono::{DateTime, Duration, Utc};
use domain::attendance::{Fact, MarkAttendance, Presence, RecordHeadcount};
use domain::board::Board;
use domain::command::{Command, Envelope, Identity, VERSION};
use domain::ids::*;
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, PersonCode, Sex};
use domain::shift::{
    CancelShift, CloseShift, NoteShift, Progress, Reason, ReopenShift, Slot, parse_hhmm,
};
use domain::snapshot::*;
use proptest::prelude::*;
use uuid::Uuid;

const SHIFTS: [ShiftId; 2] = [ShiftId(Uuid::from_u128(10)), ShiftId(Uuid::from_u128(11))];
const SEWING: WorkshopId = WorkshopId(Uuid::from_u128(20));
const MASK: ProductId = ProductId(Uuid::from_u128(30));
const PRESENCES: [Presence; 3] = [Presence::Present, Presence::Absent, Presence::Unmarked];
const CELLS: [(Sex, AgeBand); 2] = [(Sex::Female, AgeBand::To11), (Sex::Male, AgeBand::To11)];
/// Two enrolled, one who walks in.
const PEOPLE: [PersonId; 3] =
    [PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(3))];

/// What one tap does. `of` points anywhere into the list of both tablets' taps, also at another
/// kind of tap or at itself: whatever a program may send must end in one picture.
#[derive(Debug, Clone)]
enum Does {
    Mark { person: usize, presence: usize, of: Option<usize> },
    Count { cell: usize, people: i64, of: Option<usize> },
    Make { quantity: i64 },
    Void { of: usize },
    Close { of: Option<usize> },
    Reopen { of: Option<usize> },
    Cancel { of: Option<usize> },
    Note,
}

/// A tap on one of the two tablets.
#[derive(Debug, Clone)]
struct Tap {
    tablet: usize,
    shift: usize,
    /// Minutes after ten; they repeat, so that the id must decide.
    minute: i64,
    /// How far the tablet's clock runs ahead, in minutes.
    ahead: i64,
    does: Does,
}

const MOST: usize = 14;

fn does() -> impl Strategy<Value = Does> {
    let of = || prop::option::of(0..MOST);
    prop_oneof![
        6 => (0..3usize, 0..3usize, of())
            .prop_map(|(person, presence, of)| Does::Mark { person, presence, of }),
        3 => (0..2usize, 0..40i64, of())
            .prop_map(|(cell, people, of)| Does::Count { cell, people, of }),
        2 => (1..100i64).prop_map(|quantity| Does::Make { quantity }),
        2 => (0..MOST).prop_map(|of| Does::Void { of }),
        2 => of().prop_map(|of| Does::Close { of }),
        1 => of().prop_map(|of| Does::Reopen { of }),
        1 => of().prop_map(|of| Does::Cancel { of }),
        1 => Just(Does::Note),
    ]
}

fn taps() -> impl Strategy<Value = Vec<Tap>> {
    let tap = (0..2usize, 0..2usize, 0..6i64, prop_oneof![4 => Just(0i64), 1 => 0..90i64], does());
    let tap = tap.prop_map(|(tablet, shift, minute, ahead, does)| Tap {
        tablet,
        shift,
        minute,
        ahead,
        does,
    });
    prop::collection::vec(tap, 1..MOST)
}

/// Duplicated and shuffled: indices into the taps.
fn arrival(taps: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..taps, 0..taps)
        .prop_map(move |twice| (0..taps).chain(twice).collect::<Vec<_>>())
        .prop_shuffle()
}

fn id(n: usize) -> Uuid {
    Uuid::from_u128(1_000 + n as u128)
}

fn envelope(n: usize, tap: &Tap) -> Envelope {
    let shift = SHIFTS[tap.shift];
    let fact = |of: &Option<usize>| of.map(|n| EnvelopeId(id(n)));
    let command = match &tap.does {
        Does::Mark { person, presence, of } => Command::MarkAttendance(MarkAttendance {
            shift,
            person: PEOPLE[*person],
            presence: PRESENCES[*presence],
            replaces: fact(of),
        }),
        Does::Count { cell, people, of } => Command::RecordHeadcount(RecordHeadcount {
            shift,
            sex: CELLS[*cell].0,
            band: CELLS[*cell].1,
            people: *people,
            replaces: fact(of),
        }),
        Does::Make { quantity } => Command::RecordOutput(RecordOutput {
            output: OutputId(id(n)),
            shift,
            product: MASK,
            quantity: *quantity,
            rejected: false,
        }),
        Does::Void { of } => Command::VoidOutput(VoidOutput { output: OutputId(id(*of)) }),
        Does::Close { of } => Command::CloseShift(CloseShift { shift, replaces: fact(of) }),
        Does::Reopen { of } => Command::ReopenShift(ReopenShift { shift, replaces: fact(of) }),
        Does::Cancel { of } => {
            let reason = Reason::HealthRules;
            Command::CancelShift(CancelShift { shift, reason, replaces: fact(of) })
        }
        Does::Note => Command::NoteShift(NoteShift { shift }),
    };
    Envelope {
        v: VERSION,
        id: EnvelopeId(id(n)),
        at: ten() + Duration::minutes(tap.minute + tap.ahead),
        offset: 0,
        device: DeviceId(Uuid::from_u128(tap.tablet as u128)),
        command,
    }
}

/// Every tap is received at this instant: what a clock says to be later counts as made then.
fn received() -> DateTime<Utc> {
    ten() + Duration::minutes(30)
}

fn ten() -> DateTime<Utc> {
    "2021-05-31T08:00:00Z".parse().expect("an instant")
}

fn board() -> Board {
    let day = "2021-05-31".parse().expect("a day");
    let shift = |id| ShiftBrief {
        id,
        workshop: SEWING,
        slot: Slot { day, start: parse_hhmm("10:00").expect("a time"), minutes: 120 },
        progress: Progress::Open,
        capacity: None,
        one_off: false,
        languages: Vec::new(),
        room: None,
    };
    let person = |id: PersonId| {
        let (code, alias) = (PersonCode::of(id.0), Some(format!("Alias {id}")));
        PersonBrief { id, code, alias, languages: vec![], gone: false, cards: vec![] }
    };
    let enrol = |n: usize| EnrolmentBrief {
        id: EnrolmentId(id(500 + n)),
        person: PEOPLE[n],
        workshop: SEWING,
        shift: None,
        from: day,
        to: None,
    };
    Board::new(Snapshot {
        day,
        shifts: SHIFTS.map(shift).to_vec(),
        people: PEOPLE.map(person).to_vec(),
        enrolments: vec![enrol(0), enrol(1)],
        ..Snapshot::default()
    })
}

/// Everything that a facilitator sees of the shifts, and why it stands. Entries that add up are
/// listed as they came; here in the order of their ids.
fn picture(board: &Board) -> Vec<String> {
    let mut lines = Vec::new();
    for shift in SHIFTS {
        let register = board.register(shift).expect("the shift");
        let mut outputs = register.outputs().to_vec();
        outputs.sort_by_key(|output| output.id);
        let mut notes = register.notes().to_vec();
        notes.sort_by_key(|note| note.id);
        lines.push(format!("{:?} {:?}", register.shift.progress, register.course()));
        lines.push(format!("{:?} {:?}", register.tally(), register.people));
        lines.push(format!("{} {outputs:?} {notes:?}", register.made(MASK)));
        lines.extend(PEOPLE.map(|person| format!("{person} {:?}", register.mark(person))));
        lines.extend(CELLS.map(|(sex, band)| format!("{sex:?} {:?}", register.count(sex, band))));
    }
    lines
}

fn take(board: &mut Board, n: usize, taps: &[Tap]) {
    let envelope = envelope(n, &taps[n]);
    let text = Identity::Remark(format!("Note {n}"));
    let beside = text.goes_with(&envelope.command).then_some(&text);
    board.take(&envelope, beside);
}

/// The server as far as a tablet sees it: the changes after the first `since` of what it took.
fn changes(log: &[usize], since: usize, taps: &[Tap]) -> Snapshot {
    let mut news = Snapshot { since: Some(since as i64), ..Snapshot::default() };
    let voided = |n: usize| {
        log.iter().any(|v| matches!(taps[*v].does, Does::Void { of } if of == n && taken(of, taps)))
    };
    for n in log[since..].iter().copied() {
        let envelope = envelope(n, &taps[n]);
        let (id, at) = (envelope.id, envelope.made(received()));
        let course =
            |shift, replaces, value| CourseBrief { shift, fact: Fact { id, at, replaces, value } };
        match envelope.command {
            Command::MarkAttendance(c) => news.marks.push(MarkBrief {
                shift: c.shift,
                person: c.person,
                fact: Fact { id, at, replaces: c.replaces, value: c.presence },
            }),
            Command::RecordHeadcount(c) => news.headcounts.push(HeadcountBrief {
                shift: c.shift,
                sex: c.sex,
                band: c.band,
                fact: Fact { id, at, replaces: c.replaces, value: c.people },
            }),
            Command::RecordOutput(c) if !voided(n) => news.outputs.push(OutputBrief {
                id: c.output,
                shift: c.shift,
                product: c.product,
                quantity: c.quantity,
                rejected: false,
            }),
            Command::VoidOutput(c) => news.voided.push(c.output),
            Command::CloseShift(c) => {
                news.courses.push(course(c.shift, c.replaces, Progress::Closed { at }));
            }
            Command::ReopenShift(c) => {
                news.courses.push(course(c.shift, c.replaces, Progress::Open));
            }
            Command::CancelShift(c) => {
                let value = Progress::DidNotHappen { reason: c.reason };
                news.courses.push(course(c.shift, c.replaces, value));
            }
            Command::NoteShift(c) => {
                let text = Some(format!("Note {n}"));
                news.notes.push(NoteBrief { id, shift: c.shift, text });
            }
            _ => {}
        }
    }
    news
}

/// Whether an output of this number was ever made.
fn taken(n: usize, taps: &[Tap]) -> bool {
    matches!(taps.get(n), Some(Tap { does: Does::Make { .. }, .. }))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_in_which_envelopes_are_taken_does_not_matter(
        (taps, one, other) in taps().prop_flat_map(|taps| {
            let n = taps.len();
            (Just(taps), arrival(n), arrival(n))
        })
    ) {
        let (mut a, mut b) = (board(), board());
        for n in one {
            take(&mut a, n, &taps);
        }
        for n in other {
            take(&mut b, n, &taps);
        }
        prop_assert_eq!(picture(&a), picture(&b));
    }

    /// Each tablet works on its own, sends when it can, and is told what is new. Some answers are
    /// lost and told again; what is not sent yet is taken again on top of what the server said.
    #[test]
    fn two_tablets_that_the_server_tells_of_each_other_end_alike(
        taps in taps(),
        steps in prop::collection::vec((0..2usize, 1..6usize, 0..4usize, any::<bool>()), 0..12),
    ) {
        let own = |tablet| (0..taps.len()).filter(|n| taps[*n].tablet == tablet).collect();
        let own: [Vec<usize>; 2] = [0, 1].map(own);
        let mut boards = [board(), board()];
        let (mut made, mut sent, mut told) = ([0, 0], [0, 0], [0, 0]);
        let mut log: Vec<usize> = Vec::new();
        // In the end both have sent everything and heard everything.
        let end = [0, 1, 0].map(|tablet| (tablet, MOST, MOST, true));
        for (tablet, makes, sends, heard) in steps.into_iter().chain(end) {
            let last = own[tablet].len().min(made[tablet] + makes);
            for n in &own[tablet][made[tablet]..last] {
                take(&mut boards[tablet], *n, &taps);
            }
            made[tablet] = last;
            let last = made[tablet].min(sent[tablet] + sends);
            for n in &own[tablet][sent[tablet]..last] {
                if !log.contains(n) {
                    log.push(*n);
                }
            }
            if heard {
                sent[tablet] = last;
                boards[tablet].merge(changes(&log, told[tablet], &taps));
                for n in &own[tablet][last..made[tablet]] {
                    take(&mut boards[tablet], *n, &taps);
                }
                told[tablet] = log.len();
            }
        }
        prop_assert_eq!(picture(&boards[0]), picture(&boards[1]));
        let mut whole = board();
        whole.merge(changes(&log, 0, &taps));
        prop_assert_eq!(picture(&boards[0]), picture(&whole));
    }
}
