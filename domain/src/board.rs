//! The tablet's picture of a centre: one snapshot, and the envelopes made since.
//!
//! [`Board`] starts from a [`Snapshot`] and takes [`Envelope`]s one by one; the same rules as in
//! the store decide what stands. Nothing here knows of a page or a network.

use crate::attendance::{Fact, Presence, Standing, standing};
use crate::command::{Command, Envelope, Identity};
use crate::ids::{
    AccountId, CentreId, EnrolmentId, EnvelopeId, OutputId, PersonId, ProductId, ShiftId,
    WorkshopId,
};
use crate::label::Name;
use crate::person::{AgeBand, LanguageLevel, PersonCode, Sex};
use crate::shift::{Progress, Slot};
use crate::workshop::{Activity, Unit};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What a tablet needs of one centre, as the server knew it at one journal entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The server's clock when it was taken.
    pub now: DateTime<Utc>,
    /// The journal's last entry that it holds.
    pub head: i64,
    /// Whom it was made for; `None` for the command line.
    pub account: Option<AccountId>,
    /// The centres that this account may log in, in the order of their codes.
    pub centres: Vec<CentreBrief>,
    /// The centre that this snapshot is of; `None` for workshops without a centre.
    pub centre: Option<CentreId>,
    /// Workshops of the centre.
    pub workshops: Vec<WorkshopBrief>,
    /// Shifts from 7 days back to 14 days ahead, in the order of time.
    pub shifts: Vec<ShiftBrief>,
    /// Active people.
    pub people: Vec<PersonBrief>,
    /// Enrolments that touch those shifts.
    pub enrolments: Vec<EnrolmentBrief>,
    /// Marks of those shifts.
    pub marks: Vec<MarkBrief>,
    /// Headcounts of those shifts.
    pub headcounts: Vec<HeadcountBrief>,
    /// Output entries of those shifts.
    pub outputs: Vec<OutputBrief>,
}

/// A centre to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreBrief {
    /// Its id; `None` stands for workshops without a centre, which have no code and no name.
    pub id: Option<CentreId>,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Name,
}

/// A workshop as the tablet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopBrief {
    /// Its id.
    pub id: WorkshopId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Name,
    /// What is done.
    pub activity: Activity,
    /// What it makes.
    pub products: Vec<ProductBrief>,
}

/// A product to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductBrief {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: Name,
    /// What it is counted in.
    pub unit: Unit,
}

/// A shift as the tablet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftBrief {
    /// Its id.
    pub id: ShiftId,
    /// Its workshop.
    pub workshop: WorkshopId,
    /// When it takes place.
    pub slot: Slot,
    /// What has been recorded of its course.
    pub progress: Progress,
    /// How many people it takes at once on its day, if that is limited.
    pub capacity: Option<i64>,
}

/// A person as the tablet shows them. No birth date, no document, no contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonBrief {
    /// Their id.
    pub id: PersonId,
    /// Their code.
    pub code: PersonCode,
    /// What they are called, if known.
    pub alias: Option<String>,
    /// Their languages (ISO 639-3).
    pub languages: Vec<(String, LanguageLevel)>,
}

/// An enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentBrief {
    /// Its id.
    pub id: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// In which workshop.
    pub workshop: WorkshopId,
    /// For which shift only.
    pub shift: Option<ShiftId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl EnrolmentBrief {
    /// Whether it holds for a shift.
    pub fn covers(&self, shift: ShiftId, workshop: WorkshopId, day: NaiveDate) -> bool {
        self.workshop == workshop
            && self.shift.is_none_or(|only| only == shift)
            && self.from <= day
            && self.to.is_none_or(|to| day <= to)
    }
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkBrief {
    /// At which shift.
    pub shift: ShiftId,
    /// Who.
    pub person: PersonId,
    /// The fact.
    pub fact: Fact<Presence>,
}

/// A headcount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadcountBrief {
    /// At which shift.
    pub shift: ShiftId,
    /// Their sex.
    pub sex: Sex,
    /// Their age.
    pub band: AgeBand,
    /// The fact.
    pub fact: Fact<i64>,
}

/// An output entry that is not voided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputBrief {
    /// Its id.
    pub id: OutputId,
    /// At which shift.
    pub shift: ShiftId,
    /// Which product.
    pub product: ProductId,
    /// How much.
    pub quantity: i64,
}

/// One shift with everything recorded of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// The shift.
    pub shift: ShiftBrief,
    /// The people on the list: enrolled first, then walk-ins.
    pub people: Vec<PersonId>,
    registered: usize,
    marks: HashMap<PersonId, Vec<Fact<Presence>>>,
    counts: BTreeMap<(Sex, AgeBand), Vec<Fact<i64>>>,
    outputs: Vec<OutputBrief>,
}

/// The register in numbers. Unmarked people stay unmarked: partial never looks complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// People on the list.
    pub listed: usize,
    /// Of them enrolled before the start.
    pub registered: usize,
    /// Marked present.
    pub present: usize,
    /// Marked absent.
    pub absent: usize,
    /// Not marked.
    pub unmarked: usize,
    /// Present without an enrolment.
    pub walk_ins: usize,
    /// People counted without being named.
    pub headcount: i64,
}

impl Tally {
    /// One person at one session, each counted: present and headcount.
    pub fn contacts(&self) -> i64 {
        self.present as i64 + self.headcount
    }
}

impl Register {
    fn new(shift: ShiftBrief) -> Self {
        Self {
            shift,
            people: Vec::new(),
            registered: 0,
            marks: HashMap::new(),
            counts: BTreeMap::new(),
            outputs: Vec::new(),
        }
    }

    /// The mark that stands for a person; `None` when there is none at all.
    pub fn mark(&self, person: PersonId) -> Option<Standing<'_, Presence>> {
        self.marks.get(&person).and_then(|facts| standing(facts))
    }

    /// What stands for a person.
    pub fn presence(&self, person: PersonId) -> Presence {
        self.mark(person).map_or(Presence::Unmarked, |mark| mark.fact.value)
    }

    /// The headcount that stands for a sex and age band.
    pub fn count(&self, sex: Sex, band: AgeBand) -> Option<Standing<'_, i64>> {
        self.counts.get(&(sex, band)).and_then(|facts| standing(facts))
    }

    /// Whether the person was enrolled, as opposed to walked in.
    pub fn is_registered(&self, person: PersonId) -> bool {
        self.people[..self.registered].contains(&person)
    }

    /// The output entries that count, oldest first.
    pub fn outputs(&self) -> &[OutputBrief] {
        &self.outputs
    }

    /// How much of a product was made, in its unit.
    pub fn made(&self, product: ProductId) -> i64 {
        self.outputs.iter().filter(|o| o.product == product).map(|o| o.quantity).sum()
    }

    /// The register in numbers.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally {
            listed: self.people.len(),
            registered: self.registered,
            headcount: self.counts.values().filter_map(|f| standing(f)).map(|s| s.fact.value).sum(),
            ..Tally::default()
        };
        for (place, person) in self.people.iter().enumerate() {
            match self.presence(*person) {
                Presence::Present => {
                    tally.present += 1;
                    tally.walk_ins += usize::from(place >= self.registered);
                }
                Presence::Absent => tally.absent += 1,
                Presence::Unmarked => tally.unmarked += 1,
            }
        }
        tally
    }
}

/// A centre as a tablet knows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    /// The snapshot's centre.
    pub centre: Option<CentreId>,
    /// The centres that may be chosen.
    pub centres: Vec<CentreBrief>,
    workshops: HashMap<WorkshopId, WorkshopBrief>,
    people: HashMap<PersonId, PersonBrief>,
    enrolments: Vec<EnrolmentBrief>,
    order: Vec<ShiftId>,
    registers: HashMap<ShiftId, Register>,
}

impl Board {
    /// The board that a snapshot shows.
    pub fn new(snapshot: Snapshot) -> Self {
        let mut board = Self {
            centre: snapshot.centre,
            centres: snapshot.centres,
            workshops: snapshot.workshops.into_iter().map(|w| (w.id, w)).collect(),
            people: snapshot.people.into_iter().map(|p| (p.id, p)).collect(),
            enrolments: snapshot.enrolments,
            order: snapshot.shifts.iter().map(|s| s.id).collect(),
            registers: snapshot.shifts.into_iter().map(|s| (s.id, Register::new(s))).collect(),
        };
        for mark in snapshot.marks {
            board.add_mark(mark.shift, mark.person, mark.fact);
        }
        for count in snapshot.headcounts {
            board.add_count(count.shift, (count.sex, count.band), count.fact);
        }
        for output in snapshot.outputs {
            if let Some(register) = board.registers.get_mut(&output.shift) {
                register.outputs.push(output);
            }
        }
        for shift in board.order.clone() {
            board.list_people(shift);
        }
        board
    }

    /// Takes one envelope that was made on this tablet. A command that does not concern the
    /// board changes nothing; an envelope taken twice changes nothing more.
    pub fn take(&mut self, envelope: &Envelope, identity: Option<&Identity>) {
        let at = envelope.corrected();
        match &envelope.command {
            Command::MarkAttendance(mark) => {
                let fact =
                    Fact { id: envelope.id, at, replaces: mark.replaces, value: mark.presence };
                self.add_mark(mark.shift, mark.person, fact);
                // Only somebody new changes the list.
                let listed = |register: &Register| register.people.contains(&mark.person);
                if !self.registers.get(&mark.shift).is_some_and(listed) {
                    self.list_people(mark.shift);
                }
            }
            Command::RecordHeadcount(count) => {
                let fact =
                    Fact { id: envelope.id, at, replaces: count.replaces, value: count.people };
                self.add_count(count.shift, (count.sex, count.band), fact);
            }
            Command::RecordOutput(made) => {
                if let Some(register) = self.registers.get_mut(&made.shift)
                    && register.outputs.iter().all(|o| o.id != made.output)
                {
                    register.outputs.push(OutputBrief {
                        id: made.output,
                        shift: made.shift,
                        product: made.product,
                        quantity: made.quantity,
                    });
                }
            }
            Command::VoidOutput(void) => {
                for register in self.registers.values_mut() {
                    register.outputs.retain(|o| o.id != void.output);
                }
            }
            Command::CloseShift(close) => self.progress(close.shift, Progress::Closed { at }),
            Command::ReopenShift(reopen) => self.progress(reopen.shift, Progress::Open),
            Command::CancelShift(cancel) => {
                self.progress(cancel.shift, Progress::DidNotHappen { reason: cancel.reason });
            }
            Command::RegisterPerson(new) => {
                let alias = match identity {
                    Some(Identity::Person(person)) => person.alias.clone(),
                    _ => None,
                };
                let code = PersonCode::of(new.person.0);
                let languages = Vec::new();
                let person = PersonBrief { id: new.person, code, alias, languages };
                self.people.entry(new.person).or_insert(person);
            }
            Command::RecordLanguage(known) => {
                if let Some(person) = self.people.get_mut(&known.person) {
                    person.languages.retain(|(language, _)| *language != known.language);
                    person.languages.push((known.language.clone(), known.level));
                }
            }
            _ => {}
        }
    }

    /// The shifts of a day, in the order of time.
    pub fn shifts_on(&self, day: NaiveDate) -> Vec<&ShiftBrief> {
        self.shifts().filter(|shift| shift.slot.day == day).collect()
    }

    /// All shifts, in the order of time.
    pub fn shifts(&self) -> impl Iterator<Item = &ShiftBrief> {
        self.order.iter().filter_map(|id| self.registers.get(id)).map(|r| &r.shift)
    }

    /// A shift with everything recorded of it.
    pub fn register(&self, shift: ShiftId) -> Option<&Register> {
        self.registers.get(&shift)
    }

    /// A workshop.
    pub fn workshop(&self, id: WorkshopId) -> Option<&WorkshopBrief> {
        self.workshops.get(&id)
    }

    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&PersonBrief> {
        self.people.get(&id)
    }

    /// People of the centre who are not on a shift's list, by alias and code: to be added as
    /// walk-ins.
    pub fn others(&self, shift: ShiftId) -> Vec<&PersonBrief> {
        let listed = self.registers.get(&shift).map_or(&[][..], |r| &r.people[..]);
        let mut others: Vec<_> = self.people.values().filter(|p| !listed.contains(&p.id)).collect();
        others.sort_by(|a, b| by_alias(a, b));
        others
    }

    fn progress(&mut self, shift: ShiftId, progress: Progress) {
        if let Some(register) = self.registers.get_mut(&shift) {
            register.shift.progress = progress;
        }
    }

    fn add_mark(&mut self, shift: ShiftId, person: PersonId, fact: Fact<Presence>) {
        if let Some(register) = self.registers.get_mut(&shift) {
            push_once(register.marks.entry(person).or_default(), fact);
        }
    }

    fn add_count(&mut self, shift: ShiftId, cell: (Sex, AgeBand), fact: Fact<i64>) {
        if let Some(register) = self.registers.get_mut(&shift) {
            push_once(register.counts.entry(cell).or_default(), fact);
        }
    }

    /// Enrolled people by alias, then those who are marked without an enrolment, as they came.
    fn list_people(&mut self, shift: ShiftId) {
        let Some(register) = self.registers.get(&shift) else { return };
        let brief = &register.shift;
        let mut enrolled: Vec<&PersonBrief> = self
            .enrolments
            .iter()
            .filter(|e| e.covers(shift, brief.workshop, brief.slot.day))
            .filter_map(|e| self.people.get(&e.person))
            .collect();
        enrolled.sort_by(|a, b| by_alias(a, b));
        enrolled.dedup_by_key(|p| p.id);
        let mut people: Vec<PersonId> = enrolled.iter().map(|p| p.id).collect();
        let registered = people.len();
        let mut came: Vec<(EnvelopeId, PersonId)> = register
            .marks
            .iter()
            .filter(|(person, _)| !people.contains(person))
            .filter_map(|(person, facts)| Some((facts.iter().map(|f| f.id).min()?, *person)))
            .collect();
        came.sort_unstable();
        people.extend(came.into_iter().map(|(_, person)| person));
        if let Some(register) = self.registers.get_mut(&shift) {
            register.people = people;
            register.registered = registered;
        }
    }
}

fn by_alias(a: &PersonBrief, b: &PersonBrief) -> std::cmp::Ordering {
    let key = |p: &PersonBrief| (p.alias.is_none(), p.alias.as_ref().map(|t| t.to_lowercase()));
    key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code))
}

fn push_once<V>(facts: &mut Vec<Fact<V>>, fact: Fact<V>) {
    if facts.iter().all(|known| known.id != fact.id) {
        facts.push(fact);
    }
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
