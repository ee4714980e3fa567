//! What the tablets have to send: made beforehand, from the seed alone.

use crate::tablet::Tablet;
use chrono::{DateTime, Duration, Utc};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::clock::FixedClock;
use domain::command::*;
use domain::ids::*;
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, Sex};
use domain::shift::{CancelShift, CloseShift, PlanShift, Reason, ReopenShift, parse_hhmm};
use domain::sync::Outcome;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use scratch::Scratch;
use server::demo;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use store::{By, Store};
use uuid::Uuid;

/// Envelopes that a tablet has to send: a database lives for as many kills as they last.
const ENTRIES: usize = 200;
const SHIFTS: usize = 6;
const PEOPLE: usize = 12;
/// Who works where, each account on as many tablets as [`EACH`] says: at Krnjača eight tablets
/// stand at the same shifts.
const WHO: [(&str, usize); 3] = [("dragojla", 0), ("manager-krn", 0), ("f-obr", 1)];
const EACH: usize = 4;
const PLACES: [(&str, &str, &str); 2] =
    [("KRN", "KRN-SEW", "MASK"), ("OBR", "OBR-WOOD", "FIGURINE")];

/// An envelope with what its tablet knows of it.
pub struct Entry {
    pub id: EnvelopeId,
    pub bytes: String,
    pub identity: Option<Identity>,
    /// How often it was sent.
    pub sent: usize,
    /// The latest answer.
    pub outcome: Option<Outcome>,
    /// The journal's entry, since it was first seen there.
    pub row: Option<i64>,
}

/// Shifts and people to work with.
pub struct Work {
    places: Vec<Place>,
}

struct Place {
    centre: CentreId,
    product: ProductId,
    shifts: Vec<ShiftId>,
    people: Vec<PersonId>,
}

fn demo_id<T: From<Uuid>>(noun: &str, name: &str) -> T {
    T::from(demo::id(noun, name))
}

fn any_id<T: From<Uuid>>(rng: &mut StdRng) -> T {
    T::from(Uuid::from_u128(rng.random()))
}

/// A database with the demo and with shifts of the tablets' own.
pub fn prepare(engine: &str) -> (Scratch, Work) {
    let run = tokio::runtime::Runtime::new().expect("a runtime");
    run.block_on(async {
        // Below target/: /tmp is in memory on some machines.
        let scratch = Scratch::new_in(engine, Path::new(env!("CARGO_TARGET_TMPDIR"))).await;
        let now = "2021-05-31T14:00:00Z".parse().expect("an instant");
        let store =
            Store::open(scratch.url(), Arc::new(FixedClock(now))).await.expect("the store opens");
        demo::load(&store, 0, None, |_, _| ()).await.expect("the demo fits");
        let mut places = Vec::new();
        for (centre, workshop, product) in PLACES {
            let place = Place {
                centre: demo_id("centre", centre),
                product: demo_id("product", product),
                shifts: (0..SHIFTS)
                    .map(|n| demo_id("shift", &format!("crash/{centre}/{n}")))
                    .collect(),
                people: (0..PEOPLE)
                    .map(|n| demo_id("person", &format!("crash/{centre}/{n}")))
                    .collect(),
            };
            for command in place.commands(demo_id("workshop", workshop)) {
                store.change(By::Operator, command, None, None).await.expect("applied");
            }
            places.push(place);
        }
        store.close().await;
        (scratch, Work { places })
    })
}

impl Place {
    fn commands(&self, workshop: WorkshopId) -> Vec<Command> {
        let day = "2021-05-31".parse().expect("a day");
        let start = parse_hhmm("10:00").expect("a time");
        let plan = |shift: &ShiftId| {
            Command::PlanShift(PlanShift {
                shift: *shift,
                workshop,
                day,
                start,
                minutes: 120,
                schedule: None,
                room: None,
                despite: None,
            })
        };
        let register = |person: &PersonId| Command::RegisterPerson(self.person(*person));
        self.shifts.iter().map(plan).chain(self.people.iter().map(register)).collect()
    }

    fn person(&self, person: PersonId) -> RegisterPerson {
        let centre = Some(self.centre);
        let (kind, sex) = (PersonKind::Resident, Sex::Female);
        RegisterPerson { person, centre, kind, sex, age: None, nationality: None }
    }
}

impl Work {
    /// The tablets with all that they will ever send.
    pub fn tablets(&self, rng: &mut StdRng) -> Vec<Tablet> {
        let mut tablets = Vec::new();
        for (login, place) in WHO {
            for _ in 0..EACH {
                let mut list = List::new(&self.places[place], StdRng::seed_from_u64(rng.random()));
                while list.entries.len() < ENTRIES {
                    list.tap();
                }
                let account = demo_id("account", login);
                tablets.push(Tablet::new(login, account, list.entries, rng.random()));
            }
        }
        tablets
    }
}

/// A list that grows by a tap at a time.
struct List<'a> {
    place: &'a Place,
    rng: StdRng,
    device: DeviceId,
    entries: Vec<Entry>,
    outputs: Vec<OutputId>,
    marks: HashMap<(ShiftId, PersonId), EnvelopeId>,
}

impl<'a> List<'a> {
    fn new(place: &'a Place, mut rng: StdRng) -> Self {
        let device = any_id(&mut rng);
        let (entries, outputs, marks) = (Vec::new(), Vec::new(), HashMap::new());
        Self { place, rng, device, entries, outputs, marks }
    }

    fn tap(&mut self) {
        let shift = *self.place.shifts.choose(&mut self.rng).expect("shifts");
        match self.rng.random_range(0..100) {
            0..60 => self.mark(shift),
            60..75 => {
                let people = self.rng.random_range(0..40);
                let (sex, band, replaces) = (Sex::Male, AgeBand::To11, None);
                self.add(Command::RecordHeadcount(RecordHeadcount {
                    shift,
                    sex,
                    band,
                    people,
                    replaces,
                }));
            }
            75..85 => {
                let (output, product) = (any_id(&mut self.rng), self.place.product);
                let quantity = self.rng.random_range(1..30);
                self.outputs.push(output);
                self.add(Command::RecordOutput(RecordOutput {
                    output,
                    shift,
                    product,
                    quantity,
                    rejected: false,
                }));
            }
            85..88 => {
                if let Some(output) = self.outputs.pop() {
                    self.add(Command::VoidOutput(VoidOutput { output }));
                }
            }
            88..94 => self.close_and_reopen(shift),
            94..97 => self.walk_in(shift),
            97 => {
                // Nobody has registered this person, and nobody will: held.
                let person = any_id(&mut self.rng);
                let (presence, replaces) = (Presence::Present, None);
                self.add(Command::MarkAttendance(MarkAttendance {
                    shift,
                    person,
                    presence,
                    replaces,
                }));
            }
            98 => self.poison(),
            _ => {
                let reason = Reason::NoMaterial;
                let cancelled =
                    self.add(Command::CancelShift(CancelShift { shift, reason, replaces: None }));
                self.beside(Identity::Remark("The thread has run out.".into()));
                self.add(Command::ReopenShift(ReopenShift { shift, replaces: Some(cancelled) }));
            }
        }
    }

    fn mark(&mut self, shift: ShiftId) {
        let person = *self.place.people.choose(&mut self.rng).expect("people");
        let presence = if self.rng.random() { Presence::Present } else { Presence::Absent };
        let replaces = self.marks.get(&(shift, person)).copied();
        let id =
            self.add(Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces }));
        self.marks.insert((shift, person), id);
    }

    fn close_and_reopen(&mut self, shift: ShiftId) {
        let closed = self.add(Command::CloseShift(CloseShift { shift, replaces: None }));
        self.add(Command::ReopenShift(ReopenShift { shift, replaces: Some(closed) }));
    }

    fn walk_in(&mut self, shift: ShiftId) {
        let person = any_id(&mut self.rng);
        self.add(Command::RegisterPerson(self.place.person(person)));
        let alias = Some("Hana".to_owned());
        self.beside(Identity::Person(PersonIdentity { alias, ..PersonIdentity::default() }));
        let (presence, replaces) = (Presence::Present, None);
        self.add(Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces }));
    }

    /// An envelope that can never be applied must not stop those behind it.
    fn poison(&mut self) {
        self.add(Command::CloseShift(CloseShift { shift: self.place.shifts[0], replaces: None }));
        let entry = self.entries.last_mut().expect("just added");
        entry.bytes = entry.bytes.replace("close_shift", "fly_away");
    }

    fn beside(&mut self, identity: Identity) {
        self.entries.last_mut().expect("just added").identity = Some(identity);
    }

    fn add(&mut self, command: Command) -> EnvelopeId {
        let id = any_id(&mut self.rng);
        let begin: DateTime<Utc> = "2021-05-31T08:00:00Z".parse().expect("an instant");
        let at = begin + Duration::seconds(self.entries.len() as i64);
        let envelope = Envelope { v: VERSION, id, at, offset: 0, device: self.device, command };
        let bytes = serde_json::to_string(&envelope).expect("JSON");
        self.entries.push(Entry { id, bytes, identity: None, sent: 0, outcome: None, row: None });
        id
    }
}
