//! A small board for the tests: one shift, two people enrolled, one product.

use domain::board::{Board, Register};
use domain::command::{Command, Envelope, VERSION};
use domain::ids::{
    DeviceId, EnrolmentId, EnvelopeId, OutputId, PersonId, ProductId, ShiftId, WorkshopId,
};
use domain::label::Name;
use domain::output::RecordOutput;
use domain::person::PersonCode;
use domain::shift::{Progress, Slot, parse_hhmm};
use domain::snapshot::{
    EnrolmentBrief, PersonBrief, ProductBrief, ShiftBrief, Snapshot, WorkshopBrief,
};
use domain::workshop::{Activity, Unit};
use uuid::Uuid;

pub const SHIFT: ShiftId = ShiftId(Uuid::from_u128(10));
pub const ZORA: PersonId = PersonId(Uuid::from_u128(1));
pub const AMINA: PersonId = PersonId(Uuid::from_u128(2));
pub const MASK: ProductId = ProductId(Uuid::from_u128(30));
const SEWING: WorkshopId = WorkshopId(Uuid::from_u128(20));

/// An id for an output.
pub fn output(n: u128) -> OutputId {
    OutputId(Uuid::from_u128(n))
}

/// A board and the number of envelopes that it took.
pub struct Sample {
    board: Board,
    taken: u128,
}

impl Sample {
    pub fn new() -> Self {
        let day = "2021-05-31".parse().expect("a day");
        let start = parse_hhmm("10:00").expect("a time");
        let person = |id: PersonId, alias: &str| PersonBrief {
            id,
            code: PersonCode::of(id.0),
            alias: Some(alias.to_owned()),
            languages: vec![],
            gone: false,
            cards: vec![],
        };
        let enrolment = |person: PersonId| EnrolmentBrief {
            id: EnrolmentId(person.0),
            person,
            workshop: SEWING,
            shift: None,
            from: day,
            to: None,
        };
        let board = Board::new(Snapshot {
            account: None,
            now: "2021-05-31T08:00:00Z".parse().expect("an instant"),
            head: 1,
            centres: vec![],
            centre: None,
            workshops: vec![WorkshopBrief {
                id: SEWING,
                code: "KRN-SEW".into(),
                title: Name::new("Mask sewing", "Шивење маски"),
                activity: Activity::Sewing,
                products: vec![ProductBrief {
                    id: MASK,
                    name: Name::new("Masks", "Маске"),
                    unit: Unit::Piece,
                }],
                minutes: 120,
            }],
            shifts: vec![ShiftBrief {
                id: SHIFT,
                workshop: SEWING,
                slot: Slot { day, start, minutes: 120 },
                progress: Progress::Open,
                capacity: Some(2),
                one_off: false,
                languages: Vec::new(),
                room: None,
            }],
            people: vec![person(ZORA, "Zora"), person(AMINA, "Amina")],
            enrolments: vec![enrolment(ZORA), enrolment(AMINA)],
            marks: vec![],
            headcounts: vec![],
            outputs: vec![],
            ..Snapshot::default()
        });
        Self { board, taken: 0 }
    }

    pub fn register(&self) -> &Register {
        self.board.register(SHIFT).expect("the shift")
    }

    /// Carries a command out, all at the same instant: what replaces what must decide.
    pub fn take(&mut self, command: Command) -> EnvelopeId {
        self.taken += 1;
        let envelope = Envelope {
            v: VERSION,
            // Falling ids: an order of ids must not decide either.
            id: EnvelopeId(Uuid::from_u128(1000 - self.taken)),
            at: "2021-05-31T08:30:00Z".parse().expect("an instant"),
            offset: 0,
            device: DeviceId(Uuid::from_u128(1)),
            command,
        };
        self.board.take(&envelope, None);
        envelope.id
    }

    pub fn make(&mut self, output: OutputId, quantity: i64) {
        let made = RecordOutput { output, shift: SHIFT, product: MASK, quantity, rejected: false };
        self.take(Command::RecordOutput(made));
    }
}
