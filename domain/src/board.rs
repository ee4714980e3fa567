//! The tablet's picture of a centre: one snapshot, and the envelopes made since.
//!
//! [`Board`] starts from a [`Snapshot`], takes [`Envelope`]s one by one and merges the changes that
//! the server tells; the same rules as in the store decide what stands. Nothing here knows of a page or a network.

use crate::attendance::{Fact, Presence, Standing, standing};
use crate::bridge::{Bridge, Expected, bridge};
use crate::command::{Command, Envelope, Identity};
use crate::ids::{
    CentreId, EnvelopeId, InterpretingId, OutputId, PersonId, ProductId, ShiftId, WorkshopId,
};
use crate::person::{AgeBand, PersonCode, Sex};
use crate::shift::{PlanShift, Progress, Slot};
use crate::snapshot::{
    CentreBrief, EnrolmentBrief, InterpretingBrief, NoteBrief, OutputBrief, PersonBrief,
    ShiftBrief, Snapshot, WorkshopBrief,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap, HashSet};

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
    course: Vec<Fact<Progress>>,
    outputs: Vec<OutputBrief>,
    notes: Vec<NoteBrief>,
    interpreted: Vec<InterpretingBrief>,
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
            course: Vec::new(),
            outputs: Vec::new(),
            notes: Vec::new(),
            interpreted: Vec::new(),
        }
    }

    /// Whether nothing was entered of it.
    fn is_untouched(&self) -> bool {
        self.marks.is_empty()
            && self.counts.is_empty()
            && self.course.is_empty()
            && self.outputs.is_empty()
            && self.notes.is_empty()
            && self.interpreted.is_empty()
    }

    /// How the facilitators reach those who are expected: on the list and not marked absent.
    pub fn bridge(&self, board: &Board) -> Bridge<PersonId> {
        let expected = self.people.iter().filter(|id| self.presence(**id) != Presence::Absent);
        let people: Vec<_> = expected
            .filter_map(|id| board.person(*id))
            .map(|person| Expected { who: person.id, languages: &person.languages })
            .collect();
        bridge(&people, &self.shift.languages)
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

    /// What stands of the shift's course; `None` when nothing was said of it yet.
    pub fn course(&self) -> Option<Standing<'_, Progress>> {
        standing(&self.course)
    }

    /// Whether the person was enrolled, as opposed to walked in.
    pub fn is_registered(&self, person: PersonId) -> bool {
        self.people[..self.registered].contains(&person)
    }

    /// The output entries that count, oldest first.
    pub fn outputs(&self) -> &[OutputBrief] {
        &self.outputs
    }

    /// Notes about the shift, oldest first.
    pub fn notes(&self) -> &[NoteBrief] {
        &self.notes
    }

    /// Who interpreted, oldest first.
    pub fn interpreted(&self) -> &[InterpretingBrief] {
        &self.interpreted
    }

    /// How much of a product was made, in its unit, without what was rejected.
    pub fn made(&self, product: ProductId) -> i64 {
        let made = self.outputs.iter().filter(|o| o.product == product && !o.rejected);
        made.map(|o| o.quantity).sum()
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
    /// Outputs that were taken back, remembered in case one of them comes (again) afterwards.
    voided: HashSet<OutputId>,
    uninterpreted: HashSet<InterpretingId>,
}

/// Who states a fact. The server's word of its time stands, because it lets no clock run ahead of
/// its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    ByTablet,
    ByServer,
}

impl Board {
    /// The board that a whole snapshot shows.
    pub fn new(snapshot: Snapshot) -> Self {
        let mut board = Self { centre: snapshot.centre, ..Self::default() };
        board.merge(snapshot);
        board
    }

    /// Takes in what the server tells: a whole snapshot's content, or the changes since one.
    ///
    /// Where both speak of one fact, the server's word stands, whichever comes first.
    pub fn merge(&mut self, news: Snapshot) {
        if news.since.is_none() {
            self.centres = news.centres;
        }
        self.workshops.extend(news.workshops.into_iter().map(|w| (w.id, w)));
        let mut touched: Vec<ShiftId> = Vec::new();
        // Somebody's enrolment or alias may stand in any list.
        let all = !news.people.is_empty() || !news.enrolments.is_empty();
        self.people.extend(news.people.into_iter().map(|p| (p.id, p)));
        for enrolment in news.enrolments {
            self.enrolments.retain(|known| known.id != enrolment.id);
            self.enrolments.push(enrolment);
        }
        for shift in news.shifts {
            touched.push(shift.id);
            self.put_shift(shift);
        }
        for shift in news.gone {
            self.drop_shift(shift);
        }
        for mark in news.marks {
            touched.push(mark.shift);
            self.add_mark(mark.shift, mark.person, mark.fact, Told::ByServer);
        }
        for course in news.courses {
            self.add_course(course.shift, course.fact, Told::ByServer);
        }
        for count in news.headcounts {
            let cell = (count.sex, count.band);
            self.add_count(count.shift, cell, count.fact, Told::ByServer);
        }
        for output in news.outputs {
            self.add_output(output);
        }
        for voided in news.voided {
            self.void_output(voided);
        }
        for note in news.notes {
            self.add_note(note);
        }
        for one in news.interpreted {
            self.add_interpreting(one);
        }
        for one in news.uninterpreted {
            self.void_interpreting(one);
        }
        if all {
            touched.clone_from(&self.order);
        }
        touched.sort_unstable();
        touched.dedup();
        for shift in touched {
            self.list_people(shift);
        }
    }

    /// Takes over the aliases and notes that `before` knew and this board does not: what is kept
    /// of a centre without a PIN has none.
    pub fn recall_names(&mut self, before: &Self) {
        for (id, person) in &mut self.people {
            if person.alias.is_none() {
                person.alias = before.people.get(id).and_then(|known| known.alias.clone());
            }
        }
        for (id, register) in &mut self.registers {
            let Some(known) = before.registers.get(id) else { continue };
            for note in register.notes.iter_mut().filter(|note| note.text.is_none()) {
                let same = known.notes.iter().find(|known| known.id == note.id);
                note.text = same.and_then(|known| known.text.clone());
            }
        }
        for shift in self.order.clone() {
            self.list_people(shift);
        }
    }

    /// Takes one envelope that was made on this tablet. A command that does not concern the
    /// board changes nothing; an envelope taken twice changes nothing more.
    pub fn take(&mut self, envelope: &Envelope, identity: Option<&Identity>) {
        let at = envelope.corrected();
        match &envelope.command {
            Command::MarkAttendance(mark) => {
                let fact =
                    Fact { id: envelope.id, at, replaces: mark.replaces, value: mark.presence };
                self.add_mark(mark.shift, mark.person, fact, Told::ByTablet);
                // Only somebody new changes the list.
                let listed = |register: &Register| register.people.contains(&mark.person);
                if !self.registers.get(&mark.shift).is_some_and(listed) {
                    self.list_people(mark.shift);
                }
            }
            Command::RecordHeadcount(count) => {
                let fact =
                    Fact { id: envelope.id, at, replaces: count.replaces, value: count.people };
                self.add_count(count.shift, (count.sex, count.band), fact, Told::ByTablet);
            }
            Command::RecordOutput(made) => {
                self.add_output(OutputBrief {
                    id: made.output,
                    shift: made.shift,
                    product: made.product,
                    quantity: made.quantity,
                    rejected: made.rejected,
                });
            }
            Command::VoidOutput(void) => self.void_output(void.output),
            Command::RecordInterpreting(c) => {
                let (id, shift, person) = (c.interpreting, c.shift, c.person);
                self.add_interpreting(InterpretingBrief { id, shift, person });
            }
            Command::VoidInterpreting(c) => self.void_interpreting(c.interpreting),
            Command::CloseShift(c) => {
                let value = Progress::Closed { at };
                let fact = Fact { id: envelope.id, at, replaces: c.replaces, value };
                self.add_course(c.shift, fact, Told::ByTablet);
            }
            Command::ReopenShift(c) => {
                let value = Progress::Open;
                let fact = Fact { id: envelope.id, at, replaces: c.replaces, value };
                self.add_course(c.shift, fact, Told::ByTablet);
            }
            Command::CancelShift(c) => {
                let value = Progress::DidNotHappen { reason: c.reason };
                let fact = Fact { id: envelope.id, at, replaces: c.replaces, value };
                self.add_course(c.shift, fact, Told::ByTablet);
            }
            Command::RegisterPerson(new) => {
                let alias = match identity {
                    Some(Identity::Person(person)) => person.alias.clone(),
                    _ => None,
                };
                let code = PersonCode::of(new.person.0);
                let languages = Vec::new();
                let person = PersonBrief {
                    id: new.person,
                    code,
                    alias,
                    languages,
                    gone: false,
                    cards: Vec::new(),
                };
                self.people.entry(new.person).or_insert(person);
            }
            Command::AddOneOffShift(new) => self.plan(new),
            Command::NoteShift(note) => {
                let text = match identity {
                    Some(Identity::Remark(text)) => Some(text.clone()),
                    _ => None,
                };
                self.add_note(NoteBrief { id: envelope.id, shift: note.shift, text });
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

    /// All workshops, in the order of their codes.
    pub fn workshops(&self) -> Vec<&WorkshopBrief> {
        let mut all: Vec<_> = self.workshops.values().collect();
        all.sort_by(|a, b| a.code.cmp(&b.code));
        all
    }

    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&PersonBrief> {
        self.people.get(&id)
    }

    /// Whoever may be marked by a code that was typed or scanned: that of their card, or their own.
    /// Small letters, blanks and hyphens make no difference.
    pub fn person_of(&self, typed: &str) -> Option<PersonId> {
        let plain = |text: &str| -> String {
            let signs = text.chars().filter(char::is_ascii_alphanumeric);
            signs.map(|c| c.to_ascii_uppercase()).collect()
        };
        let sought = plain(typed);
        let is = |p: &&PersonBrief| p.cards.contains(&sought) || plain(p.code.as_str()) == sought;
        self.people.values().filter(|p| !p.gone).find(is).map(|p| p.id)
    }

    /// People of the centre who are not on a shift's list, by alias and code: to be added as
    /// walk-ins.
    pub fn others(&self, shift: ShiftId) -> Vec<&PersonBrief> {
        let listed = self.registers.get(&shift).map_or(&[][..], |r| &r.people[..]);
        let mut others: Vec<_> =
            self.people.values().filter(|p| !p.gone && !listed.contains(&p.id)).collect();
        others.sort_by(|a, b| by_alias(a, b));
        others
    }

    fn add_course(&mut self, shift: ShiftId, fact: Fact<Progress>, told: Told) {
        if let Some(register) = self.registers.get_mut(&shift) {
            put_fact(&mut register.course, fact, told);
            register.shift.progress = standing(&register.course)
                .map_or(register.shift.progress, |stands| stands.fact.value);
        }
    }

    /// A shift that was added on the spot: everybody enrolled in its workshop is on its list.
    fn plan(&mut self, new: &PlanShift) {
        if !self.registers.contains_key(&new.shift) {
            let slot = Slot { day: new.day, start: new.start, minutes: new.minutes };
            let (id, workshop) = (new.shift, new.workshop);
            let (progress, capacity) = (Progress::Open, None);
            self.put_shift(ShiftBrief {
                id,
                workshop,
                slot,
                progress,
                capacity,
                one_off: true,
                languages: Vec::new(),
                room: None,
            });
            self.list_people(id);
        }
    }

    /// Puts a shift in its place in the order of time, or brings a known one up to date.
    fn put_shift(&mut self, shift: ShiftBrief) {
        let id = shift.id;
        match self.registers.get_mut(&id) {
            Some(register) => {
                // Of its course this tablet may know more than the server does.
                let known = standing(&register.course).map(|stands| stands.fact.value);
                register.shift = shift;
                register.shift.progress = known.unwrap_or(register.shift.progress);
            }
            None => drop(self.registers.insert(id, Register::new(shift))),
        }
        self.order.retain(|known| *known != id);
        let slot = |id: &ShiftId| self.registers.get(id).map(|r| r.shift.slot);
        let place = self.order.partition_point(|known| slot(known) <= slot(&id));
        self.order.insert(place, id);
    }

    /// Takes a shift off, unless something was entered of it here: that is still to be sent, and
    /// brings the shift back.
    fn drop_shift(&mut self, id: ShiftId) {
        if self.registers.get(&id).is_some_and(Register::is_untouched) {
            self.registers.remove(&id);
            self.order.retain(|known| *known != id);
        }
    }

    fn add_output(&mut self, output: OutputBrief) {
        if !self.voided.contains(&output.id)
            && let Some(register) = self.registers.get_mut(&output.shift)
            && register.outputs.iter().all(|known| known.id != output.id)
        {
            register.outputs.push(output);
        }
    }

    fn void_output(&mut self, output: OutputId) {
        self.voided.insert(output);
        for register in self.registers.values_mut() {
            register.outputs.retain(|known| known.id != output);
        }
    }

    fn add_interpreting(&mut self, one: InterpretingBrief) {
        if !self.uninterpreted.contains(&one.id)
            && let Some(register) = self.registers.get_mut(&one.shift)
            && register.interpreted.iter().all(|known| known.id != one.id)
        {
            register.interpreted.push(one);
        }
    }

    fn void_interpreting(&mut self, id: InterpretingId) {
        self.uninterpreted.insert(id);
        for register in self.registers.values_mut() {
            register.interpreted.retain(|known| known.id != id);
        }
    }

    fn add_note(&mut self, note: NoteBrief) {
        let Some(register) = self.registers.get_mut(&note.shift) else { return };
        match register.notes.iter_mut().find(|known| known.id == note.id) {
            // An older copy may not know the text any more.
            Some(known) => known.text = note.text.or(known.text.take()),
            None => register.notes.push(note),
        }
    }

    fn add_mark(&mut self, shift: ShiftId, person: PersonId, fact: Fact<Presence>, told: Told) {
        if let Some(register) = self.registers.get_mut(&shift) {
            put_fact(register.marks.entry(person).or_default(), fact, told);
        }
    }

    fn add_count(&mut self, shift: ShiftId, cell: (Sex, AgeBand), fact: Fact<i64>, told: Told) {
        if let Some(register) = self.registers.get_mut(&shift) {
            put_fact(register.counts.entry(cell).or_default(), fact, told);
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

/// Adds a fact, or replaces the known one by what the server says of it.
fn put_fact<V>(facts: &mut Vec<Fact<V>>, fact: Fact<V>, told: Told) {
    match facts.iter_mut().find(|known| known.id == fact.id) {
        Some(known) if told == Told::ByServer => *known = fact,
        Some(_) => {}
        None => facts.push(fact),
    }
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
