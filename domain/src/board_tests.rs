//! The board as a facilitator would use it.

use super::*;
use crate::attendance::MarkAttendance;
use crate::command::{PersonIdentity, RegisterPerson, VERSION};
use crate::ids::{DeviceId, EnrolmentId, OutputId};
use crate::output::{RecordOutput, VoidOutput};
use crate::shift::{CloseShift, ReopenShift, parse_hhmm};
use uuid::Uuid;

const SHIFT: ShiftId = ShiftId(Uuid::from_u128(10));
const SEWING: WorkshopId = WorkshopId(Uuid::from_u128(20));
const MASK: ProductId = ProductId(Uuid::from_u128(30));

fn person(n: u128, alias: &str) -> PersonBrief {
    let id = PersonId(Uuid::from_u128(n));
    let alias = Some(alias.to_owned());
    PersonBrief {
        id,
        code: PersonCode::of(id.0),
        alias,
        languages: vec![],
        gone: false,
        cards: vec![],
    }
}

fn day() -> NaiveDate {
    "2021-05-31".parse().expect("a day")
}

fn board() -> Board {
    let slot = Slot { day: day(), start: parse_hhmm("10:00").expect("a time"), minutes: 120 };
    let enrol = |n: u128| EnrolmentBrief {
        id: EnrolmentId(Uuid::from_u128(100 + n)),
        person: PersonId(Uuid::from_u128(n)),
        workshop: SEWING,
        shift: Some(SHIFT),
        from: day(),
        to: None,
    };
    Board::new(Snapshot {
        now: "2021-05-31T14:00:00Z".parse().expect("an instant"),
        head: 1,
        account: None,
        centres: vec![],
        centre: None,
        workshops: vec![],
        shifts: vec![ShiftBrief {
            id: SHIFT,
            workshop: SEWING,
            slot,
            progress: Progress::Open,
            capacity: Some(2),
            one_off: false,
            languages: Vec::new(),
            room: None,
        }],
        people: vec![person(1, "Zora"), person(2, "Amina"), person(3, "Lejla")],
        enrolments: vec![enrol(1), enrol(2)],
        marks: vec![],
        headcounts: vec![],
        outputs: vec![],
        ..Snapshot::default()
    })
}

fn envelope(id: u128, command: Command) -> Envelope {
    Envelope {
        v: VERSION,
        id: EnvelopeId(Uuid::from_u128(id)),
        at: "2021-05-31T10:00:00Z".parse().expect("an instant"),
        offset: 0,
        device: DeviceId(Uuid::from_u128(1)),
        command,
    }
}

fn mark(id: u128, who: u128, presence: Presence, replaces: Option<u128>) -> Envelope {
    envelope(
        id,
        Command::MarkAttendance(MarkAttendance {
            shift: SHIFT,
            person: PersonId(Uuid::from_u128(who)),
            presence,
            replaces: replaces.map(|id| EnvelopeId(Uuid::from_u128(id))),
        }),
    )
}

fn tally(board: &Board) -> Tally {
    board.register(SHIFT).expect("the shift").tally()
}

#[test]
fn two_women_twenty_five_masks_and_the_shift_is_closed() {
    let mut board = board();
    let names: Vec<_> = board.register(SHIFT).expect("the shift").people.clone();
    assert_eq!(names, [PersonId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(1))]);
    board.take(&mark(1001, 1, Presence::Present, None), None);
    assert_eq!((tally(&board).present, tally(&board).unmarked), (1, 1));
    board.take(&mark(1002, 2, Presence::Present, None), None);
    let made = RecordOutput {
        output: OutputId(Uuid::from_u128(50)),
        shift: SHIFT,
        product: MASK,
        quantity: 25,
        rejected: false,
    };
    board.take(&envelope(1003, Command::RecordOutput(made)), None);
    board.take(
        &envelope(1004, Command::CloseShift(CloseShift { shift: SHIFT, replaces: None })),
        None,
    );
    let register = board.register(SHIFT).expect("the shift");
    assert_eq!(register.made(MASK), 25);
    assert_eq!(register.tally().contacts(), 2);
    assert!(matches!(register.shift.progress, Progress::Closed { .. }));
}

#[test]
fn everything_can_be_taken_back() {
    let mut board = board();
    board.take(&mark(1001, 1, Presence::Present, None), None);
    board.take(&mark(1002, 1, Presence::Unmarked, Some(1001)), None);
    assert_eq!((tally(&board).present, tally(&board).unmarked), (0, 2));
    let output = OutputId(Uuid::from_u128(50));
    let made = RecordOutput { output, shift: SHIFT, product: MASK, quantity: 25, rejected: false };
    board.take(&envelope(1003, Command::RecordOutput(made)), None);
    board.take(&envelope(1004, Command::VoidOutput(VoidOutput { output })), None);
    assert_eq!(board.register(SHIFT).expect("the shift").made(MASK), 0);
    board.take(
        &envelope(1005, Command::CloseShift(CloseShift { shift: SHIFT, replaces: None })),
        None,
    );
    board.take(
        &envelope(1006, Command::ReopenShift(ReopenShift { shift: SHIFT, replaces: None })),
        None,
    );
    let progress = board.register(SHIFT).expect("the shift").shift.progress;
    assert_eq!(progress, Progress::Open);
}

#[test]
fn an_envelope_taken_twice_changes_nothing_more() {
    let mut once = board();
    let tap = mark(1001, 1, Presence::Present, None);
    once.take(&tap, None);
    let mut twice = once.clone();
    twice.take(&tap, None);
    assert_eq!(once, twice);
}

#[test]
fn a_walk_in_gets_a_code_and_stands_last() {
    let mut board = board();
    let new = PersonId(Uuid::from_u128(77));
    let register = RegisterPerson {
        person: new,
        centre: None,
        kind: Default::default(),
        sex: Sex::Female,
        age: None,
        nationality: None,
    };
    let identity =
        Identity::Person(PersonIdentity { alias: Some("Hana".into()), ..Default::default() });
    board.take(&envelope(1000, Command::RegisterPerson(register)), Some(&identity));
    board.take(&mark(1001, 77, Presence::Present, None), None);
    let register = board.register(SHIFT).expect("the shift");
    assert_eq!(register.people.last(), Some(&new));
    assert!(!register.is_registered(new));
    assert_eq!(register.tally().walk_ins, 1);
    let person = board.person(new).expect("registered");
    assert_eq!((person.alias.as_deref(), &person.code), (Some("Hana"), &PersonCode::of(new.0)));
    assert_eq!(board.others(SHIFT).len(), 1, "Lejla can still be added");
}

#[test]
fn whoever_is_gone_stays_on_lists_and_is_offered_for_none() {
    let mut board = board();
    let gone = |n, alias| PersonBrief { gone: true, ..person(n, alias) };
    let people = vec![gone(2, "Amina"), gone(3, "Lejla")];
    board.merge(Snapshot { since: Some(1), people, ..Snapshot::default() });
    assert!(board.others(SHIFT).is_empty(), "Lejla is not offered any more");
    let listed = &board.register(SHIFT).expect("a register").people;
    assert_eq!(listed.len(), 2, "Amina is still enrolled here");
}
