//! Two tablets of two facilitators, offline at the same shifts: whichever sends first, in whatever
//! portions, however often, the database ends the same, and so do the tablets.

use crate::support::*;
use domain::attendance::{MarkAttendance, RecordHeadcount};
use domain::attendance::{Presence, Presence::*};
use domain::board::Board;
use domain::command::{Command, Envelope, Identity};
use domain::ids::*;
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, Sex};
use domain::shift::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sqlx::Row;
use std::collections::HashSet;
use store::{By, Submission};
use uuid::Uuid;

/// Whose tablets they are.
const ACCOUNTS: [AccountId; 2] = [FACILITATOR, MANAGER];
/// A shift that both know, one that each adds on the spot, and one of a day to come.
const SHIFTS: [ShiftId; 4] = [TEN, shift(0), shift(1), shift(2)];
/// Two that both know, one of another centre, one whom each registers, and one whom nobody does.
const PEOPLE: [PersonId; 6] = [AMINA, LEJLA, AZAR, person_id(0), person_id(1), person_id(2)];
/// The most taps, and so the range of what they may point at.
const MOST: usize = 16;

const fn shift(n: u128) -> ShiftId {
    ShiftId(Uuid::from_u128(400 + n))
}

const fn person_id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(500 + n))
}

/// A tap on one of the tablets. `of` may point at any tap, whether it fits or not.
#[derive(Debug, Clone)]
struct Tap {
    tablet: usize,
    shift: usize,
    minute: i64,
    of: Option<usize>,
    does: Does,
}

#[derive(Debug, Clone)]
enum Does {
    Mark { person: usize, presence: Presence },
    Count { people: i64 },
    Make { quantity: i64 },
    Void,
    Close,
    Reopen,
    Cancel,
    Note,
}

fn tap() -> impl Strategy<Value = Tap> {
    let presence = prop::sample::select(vec![Present, Absent, Unmarked]);
    let does = prop_oneof![
        8 => (0..PEOPLE.len(), presence).prop_map(|(person, presence)| Does::Mark { person, presence }),
        2 => (0..40i64).prop_map(|people| Does::Count { people }),
        3 => (1..90i64).prop_map(|quantity| Does::Make { quantity }),
        2 => Just(Does::Void),
        2 => Just(Does::Close),
        1 => Just(Does::Reopen),
        1 => Just(Does::Cancel),
        1 => Just(Does::Note),
    ];
    let shift = prop_oneof![4 => Just(0usize), 2 => Just(1), 2 => Just(2), 1 => Just(3)];
    (0..2usize, shift, 0..5i64, prop::option::of(0..MOST), does)
        .prop_map(|(tablet, shift, minute, of, does)| Tap { tablet, shift, minute, of, does })
}

/// What travels, with the number of the tablet that it comes from.
#[derive(Debug, Clone)]
struct Sent {
    tablet: usize,
    envelope: Envelope,
    identity: Option<Identity>,
}

impl Sent {
    fn submission(&self) -> Submission {
        Submission { identity: self.identity.clone(), ..submission(&self.envelope) }
    }
}

/// First each tablet's own shift and person, then the taps.
fn sent(taps: &[Tap]) -> Vec<Sent> {
    let mut all = Vec::new();
    for tablet in 0..2 {
        let new = person(person_id(tablet as u128), Some(KRN), Sex::Female, 1990);
        let added = PlanShift {
            shift: shift(tablet as u128),
            workshop: SEW,
            day: day("2021-05-31"),
            start: parse_hhmm("11:00").expect("a time"),
            minutes: 60,
            schedule: None,
            room: None,
            despite: None,
        };
        let commands =
            [(Command::AddOneOffShift(added), None), (new, alias(&format!("New {tablet}")))];
        for (n, (command, identity)) in commands.into_iter().enumerate() {
            let envelope =
                envelope((10 * tablet + n) as u128 + 9_000, "2021-05-31T09:59:00Z", command);
            all.push(Sent { tablet, envelope, identity });
        }
    }
    all.extend(taps.iter().enumerate().map(|(n, tap)| {
        let text = matches!(tap.does, Does::Note | Does::Cancel);
        let identity = text.then(|| Identity::Remark(format!("Remark {n}")));
        let minute = format!("2021-05-31T10:{:02}:00Z", tap.minute);
        let envelope = envelope(number(n), &minute, command(n, tap));
        Sent { tablet: tap.tablet, envelope, identity }
    }));
    all
}

fn number(n: usize) -> u128 {
    10_000 + n as u128
}

fn command(n: usize, tap: &Tap) -> Command {
    let shift = SHIFTS[tap.shift];
    let replaces = tap.of.map(|n| EnvelopeId(Uuid::from_u128(number(n))));
    match tap.does {
        Does::Mark { person, presence } => {
            let person = PEOPLE[person];
            Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces })
        }
        Does::Count { people } => {
            let (sex, band) = (Sex::Male, AgeBand::To11);
            Command::RecordHeadcount(RecordHeadcount { shift, sex, band, people, replaces })
        }
        Does::Make { quantity } => {
            let (output, product) = (id(number(n)), MASK);
            Command::RecordOutput(RecordOutput {
                output,
                shift,
                product,
                quantity,
                rejected: false,
            })
        }
        Does::Void => {
            let output = id(number(tap.of.unwrap_or(MOST)));
            Command::VoidOutput(VoidOutput { output })
        }
        Does::Close => Command::CloseShift(CloseShift { shift, replaces }),
        Does::Reopen => Command::ReopenShift(ReopenShift { shift, replaces }),
        Does::Cancel => {
            let reason = Reason::HealthRules;
            Command::CancelShift(CancelShift { shift, reason, replaces })
        }
        Does::Note => Command::NoteShift(NoteShift { shift }),
    }
}

/// How everything arrives: an order with some of it doubled, and where a request ends.
type Arrival = (Vec<usize>, Vec<bool>);

/// Reordered without any respect for who made what after what.
fn any_order(sent: usize) -> impl Strategy<Value = Arrival> {
    let order = prop::collection::vec(0..sent, 0..sent / 2)
        .prop_map(move |twice| (0..sent).chain(twice).collect::<Vec<_>>())
        .prop_shuffle();
    (order, prop::collection::vec(any::<bool>(), 2 * sent))
}

async fn arrive(world: &World, sent: &[Sent], (order, ends): &Arrival) {
    let mut request: Vec<&Sent> = Vec::new();
    for (n, end) in order.iter().zip(ends) {
        let next = &sent[*n];
        // A request comes from one tablet.
        if *end || request.first().is_some_and(|first| first.tablet != next.tablet) {
            submit_all(world, &std::mem::take(&mut request)).await;
        }
        request.push(next);
    }
    submit_all(world, &request).await;
}

async fn submit_all(world: &World, request: &[&Sent]) {
    if let Some(first) = request.first() {
        let by = By::Account(ACCOUNTS[first.tablet]);
        let submissions = request.iter().map(|sent| sent.submission()).collect();
        world.store.submit(by, submissions).await.expect("an answer");
    }
}

/// Every row that the tablets' work makes, and every entry that still waits, by the ids of the
/// envelopes: the journal's numbers tell the order of arrival, nothing else may.
async fn tables(world: &World) -> Vec<String> {
    let sql = "
        with stands as (
            select 'mark' as what, a.id, a.shift, p.id || ' ' || a.presence as says, a.made_at,
                   a.replaces, a.stands, a.disputed
            from attendance a join person p on p.seq = a.person
            union all
            select 'count', id, shift, sex || ' ' || band || ' ' || cast(people as text), made_at,
                   replaces, stands, disputed
            from headcount
            union all
            select 'course', id, shift, progress || ' ' || coalesce(reason, ''), made_at, replaces,
                   stands, disputed
            from course)
        select f.what || ' ' || f.id || ' ' || s.id || ' ' || f.says || ' ' || f.made_at || ' '
               || coalesce(f.replaces, '') || ' ' || cast(f.stands as text)
               || cast(f.disputed as text) as line
        from stands f join shift s on s.seq = f.shift
        union all
        select 'shift ' || id || ' ' || progress || ' ' || coalesce(closed_at, '') || ' '
               || coalesce(reason, '') from shift
        union all
        select 'output ' || o.id || ' ' || s.id || ' ' || cast(o.quantity as text)
               || case when o.voided is null then '' else ' voided' end
        from output o join shift s on s.seq = o.shift
        union all
        select 'note ' || n.id || ' ' || s.id from note n join shift s on s.seq = n.shift
        union all
        select 'person ' || id from person
        union all
        select 'waits ' || bytes_hash || ' ' || actor || ' ' || verdict || ' ' || fault
        from review
        order by 1";
    let rows = sqlx::query(sql).fetch_all(&world.raw).await.expect("the tables");
    rows.iter().map(|row| row.try_get("line").expect("a line")).collect()
}

/// The envelopes in the journal.
async fn taken(world: &World) -> HashSet<EnvelopeId> {
    let rows = sqlx::query("select id from journal").fetch_all(&world.raw).await.expect("rows");
    rows.iter().map(|row| row.try_get::<String, _>("id").unwrap().parse().unwrap()).collect()
}

/// What a tablet shows that has fetched everything.
async fn shown(world: &World) -> Board {
    let actor = signed_in(world, "facilitator").await;
    Board::new(world.store.snapshot(&actor, Some(KRN)).await.expect("a snapshot"))
}

/// The registers in words; entries that add up in the order of their ids.
fn registers(board: &Board) -> Vec<String> {
    let mut lines = Vec::new();
    for shift in [TEN, shift(0), shift(1)] {
        let register = board.register(shift).expect("the shift");
        let mut outputs = register.outputs().to_vec();
        outputs.sort_by_key(|output| output.id);
        let mut notes = register.notes().to_vec();
        notes.sort_by_key(|note| note.id);
        lines.push(format!("{:?} {:?}", register.shift.progress, register.course()));
        lines.push(format!("{:?} {outputs:?} {notes:?}", register.tally()));
        for person in &register.people {
            lines.push(format!("{:?} {:?}", board.person(*person), register.mark(*person)));
        }
        lines.push(format!("{:?}", register.count(Sex::Male, AgeBand::To11)));
    }
    lines
}

#[test]
fn two_tablets_end_alike_in_whatever_order_their_entries_arrive() {
    for engine in engines() {
        let cases = if engine == "sqlite" { 16 } else { 5 };
        let config = Config { cases, failure_persistence: None, ..Config::default() };
        let inputs = prop::collection::vec(tap(), 1..MOST).prop_flat_map(|taps| {
            let sent = sent(&taps);
            let n = sent.len();
            (Just(sent), any_order(n), any_order(n))
        });
        let run = tokio::runtime::Runtime::new().expect("a runtime");
        TestRunner::new(config)
            .run(&inputs, |(sent, one, other)| {
                run.block_on(async {
                    let (a, b) = (furnished(engine).await, furnished(engine).await);
                    for world in [&a, &b] {
                        let tomorrow = plan(SHIFTS[3], SEW, "2021-06-01", "10:00");
                        must(world, tomorrow, None).await;
                    }
                    let mut own = shown(&a).await;
                    arrive(&a, &sent, &one).await;
                    arrive(&b, &sent, &other).await;
                    prop_assert_eq!(problems(&a).await, Vec::<String>::new());
                    prop_assert_eq!(problems(&b).await, Vec::<String>::new());
                    prop_assert_eq!(tables(&a).await, tables(&b).await);
                    let (seen, also) = (shown(&a).await, shown(&b).await);
                    prop_assert_eq!(registers(&seen), registers(&also));
                    // And as a tablet that made all of it would show it, without any server.
                    let taken = taken(&a).await;
                    for sent in sent.iter().filter(|s| taken.contains(&s.envelope.id)) {
                        own.take(&sent.envelope, sent.identity.as_ref());
                    }
                    prop_assert_eq!(registers(&own), registers(&seen));
                    Ok(())
                })
            })
            .unwrap_or_else(|error| panic!("{engine}: {error}"));
    }
}
