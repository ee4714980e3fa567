//! What the facilitator can do at the open shift.
//!
//! Each action makes commands, puts them into envelopes, lets the board take them, and has them
//! saved in the tablet's database. It says what was done and remembers how to take it back.

use super::bridge::Member;
use super::state::{Tablet, after_paint};
use super::undo::{Done, Step, rename};
use super::{handover, marks, words};
use crate::i18n::catalogue::tablet as texts;
use chrono::Timelike;
use domain::attendance::{HEADCOUNT_MAX, Presence};
use domain::clock::belgrade;
use domain::command::{
    Command, Envelope, Identity, PersonIdentity, PersonKind, RegisterPerson, VERSION,
};
use domain::handover::HandOverShift;
use domain::ids::{EnvelopeId, InterpretingId, OutputId, PersonId, ShiftId};
use domain::output::{QUANTITY_MAX, RecordOutput, VoidOutput};
use domain::person::{Age, AgeBand, PersonCode, Sex};
use domain::shift::{NoteShift, PlanShift, Progress, Reason, RecordInterpreting, VoidInterpreting};
use domain::snapshot::{OutputBrief, ProductBrief, WorkshopBrief};
use leptos::prelude::*;
use uuid::Uuid;

/// A command and what travels beside it.
type Made = (Command, Option<Identity>);

impl Tablet {
    /// Whether entries can be made in the open shift now: it is open, and its day has come.
    pub fn can_log(self) -> bool {
        let now = self.clock.now();
        self.with_register(|register| {
            register.shift.progress == Progress::Open && register.shift.slot.has_come(now).is_ok()
        })
        .unwrap_or(false)
    }

    /// The tap on a person: marks them with what comes next.
    pub fn tap(self, person: PersonId) {
        let made = self.can_log().then(|| {
            self.with_register(|register| {
                let before = register.presence(person);
                let after = marks::after_tap(before);
                (before, after, marks::mark(register, person, after))
            })
        });
        let Some((before, after, command)) = made.flatten() else { return };
        let name = words::marked(self.locale, &self.called(person), after);
        self.carry_out([(command, None)], Some(Step::Marks(vec![(person, before)])), name);
    }

    /// Marks everybody who is not marked yet; one step to undo.
    pub fn mark_rest(self, presence: Presence) {
        let rest = self.with_register(|register| marks::mark_rest(register, presence));
        let Some(rest) = rest.filter(|rest| self.can_log() && !rest.is_empty()) else { return };
        let before = rest.iter().map(|(person, _)| (*person, Presence::Unmarked)).collect();
        let text = match presence {
            Presence::Present => &texts::DONE_ALL_PRESENT,
            _ => &texts::DONE_REST_ABSENT,
        };
        let entries = rest.into_iter().map(|(_, command)| (command, None));
        self.carry_out(entries, Some(Step::Marks(before)), self.locale.text(text).into());
    }

    /// Marks whoever has the card, or the code, that was scanned or typed; answers whether there is
    /// anybody. Once more is no news.
    pub fn scan(self, typed: &str) -> bool {
        let person = self.with_board(|board| board.person_of(typed));
        if let Some(person) = person {
            self.add(person);
        }
        person.is_some()
    }

    /// Marks somebody of the centre as present, whether they walked in or were expected.
    pub fn add(self, person: PersonId) {
        let mark = self.with_register(|register| {
            let expected = register.is_registered(person);
            let mark = marks::mark(register, person, Presence::Present);
            (register.presence(person), expected, mark)
        });
        let Some((before, expected, command)) = mark.filter(|_| self.can_log()) else { return };
        let alias = self.called(person);
        if before == Presence::Present {
            let said = words::marked(self.locale, &alias, before);
            return self.open.said.set(said);
        }
        let name = match expected {
            true => words::marked(self.locale, &alias, Presence::Present),
            false => self.locale.fill(&texts::DONE_WALK_IN, &[("alias", &alias)]),
        };
        self.carry_out([(command, None)], Some(Step::Marks(vec![(person, before)])), name);
    }

    /// Registers somebody who walked in and is not known, and marks them present.
    pub fn register(
        self,
        alias: Option<String>,
        sex: Sex,
        born: Option<i32>,
    ) -> Option<PersonCode> {
        if !self.can_log() {
            return None;
        }
        let person = PersonId(Uuid::now_v7());
        let code = PersonCode::of(person.0);
        let centre = self.with_board(|board| board.centre);
        // Who takes part in a workshop without a centre lives in none.
        let kind = if centre.is_some() { PersonKind::Resident } else { PersonKind::Official };
        let age = born.map(Age::Born);
        let new = RegisterPerson { person, centre, kind, sex, age, nationality: None };
        let called = alias.clone().unwrap_or_else(|| code.to_string());
        let identity = alias.map(|alias| {
            Identity::Person(PersonIdentity { alias: Some(alias), ..PersonIdentity::default() })
        });
        let mark =
            self.with_register(|register| marks::mark(register, person, Presence::Present))?;
        let name = self.locale.fill(&texts::DONE_WALK_IN, &[("alias", &called)]);
        let step = Step::Marks(vec![(person, Presence::Unmarked)]);
        let entries = [(Command::RegisterPerson(new), identity), (mark, None)];
        self.carry_out(entries, Some(step), name);
        Some(code)
    }

    /// Sets how many people of a sex and age are there without being named.
    pub fn count(self, sex: Sex, band: AgeBand, people: i64) {
        let people = people.clamp(0, HEADCOUNT_MAX);
        let count = self.with_register(|register| {
            (marks::counted(register, sex, band), marks::count(register, sex, band, people))
        });
        let Some((before, command)) = count.filter(|(before, _)| *before != people) else { return };
        if self.can_log() {
            let name = words::counted(self.locale, sex, band, people);
            self.carry_out([(command, None)], Some(Step::Count(sex, band, before)), name);
        }
    }

    /// Adds what was made of a product, or what of it is no good.
    pub fn make(self, product: &ProductBrief, quantity: i64, rejected: bool) {
        let Some(shift) = self.open.id.get_untracked().filter(|_| self.can_log()) else { return };
        if !(1..=QUANTITY_MAX).contains(&quantity) {
            return;
        }
        let output = OutputId(Uuid::now_v7());
        let made = RecordOutput { output, shift, product: product.id, quantity, rejected };
        let name = words::made(self.locale, &texts::DONE_OUTPUT, product, quantity, rejected);
        self.carry_out([(Command::RecordOutput(made), None)], Some(Step::Made(output)), name);
    }

    /// Takes an entry of what was made back.
    pub fn withdraw(self, entry: &OutputBrief, product: &ProductBrief) {
        if self.can_log() {
            let void = Command::VoidOutput(VoidOutput { output: entry.id });
            let name = words::made(
                self.locale,
                &texts::DONE_VOID,
                product,
                entry.quantity,
                entry.rejected,
            );
            let step = Step::Withdrew(entry.id, entry.product, entry.quantity, entry.rejected);
            self.carry_out([(void, None)], Some(step), name);
        }
    }

    /// Closes the shift: it was held.
    pub fn close(self) {
        if let Some(close) = self.with_register(marks::close).filter(|_| self.can_log()) {
            let name = self.locale.text(&texts::DONE_CLOSE).into();
            self.carry_out([(close, None)], Some(Step::Course(Progress::Open)), name);
        }
    }

    /// Says that the shift did not happen; also one of a day to come.
    pub fn cancel(self, reason: Reason, remark: Option<String>) {
        let cancel = self.with_register(|register| {
            let open = register.shift.progress == Progress::Open;
            open.then(|| marks::cancel(register, reason))
        });
        let Some(cancel) = cancel.flatten() else { return };
        let name = self.locale.text(&texts::DONE_DID_NOT_HAPPEN).into();
        let entry = (cancel, remark.map(Identity::Remark));
        self.carry_out([entry], Some(Step::Course(Progress::Open)), name);
    }

    /// Opens a shift again that was closed, or marked as "did not happen".
    pub fn reopen(self) {
        let reopen = self.with_register(|register| {
            let before = register.shift.progress;
            (before != Progress::Open).then(|| (before, marks::reopen(register)))
        });
        if let Some((before, reopen)) = reopen.flatten() {
            let name = self.locale.text(&texts::DONE_REOPEN).into();
            self.carry_out([(reopen, None)], Some(Step::Course(before)), name);
        }
    }

    /// Writes a note about the shift; it stays, whatever is undone.
    pub fn note(self, text: String) {
        if let Some(shift) = self.open.id.get_untracked() {
            let note = Command::NoteShift(NoteShift { shift });
            let name = self.locale.text(&texts::DONE_NOTE).into();
            self.carry_out([(note, Some(Identity::Remark(text)))], None, name);
        }
    }

    /// Says that somebody interpreted, or takes the record of it back.
    pub fn interpreted(self, person: PersonId, said: Option<InterpretingId>) {
        let Some(shift) = self.open.id.get_untracked().filter(|_| self.can_log()) else { return };
        let command = match said {
            Some(interpreting) => Command::VoidInterpreting(VoidInterpreting { interpreting }),
            None => {
                let interpreting = InterpretingId(Uuid::now_v7());
                Command::RecordInterpreting(RecordInterpreting { interpreting, shift, person })
            }
        };
        let alias = self.called(person);
        let name = self.locale.fill(&texts::INTERPRETED, &[("alias", &alias)]);
        self.carry_out([(command, None)], None, name);
    }

    /// Adds a shift on the spot, today from now on, and answers which.
    pub fn add_shift(self, workshop: &WorkshopBrief) -> ShiftId {
        let shift = ShiftId(Uuid::now_v7());
        let now = belgrade(self.clock.now());
        let minute = now.time().with_second(0).and_then(|time| time.with_nanosecond(0));
        let new = PlanShift {
            shift,
            workshop: workshop.id,
            day: now.date(),
            start: minute.unwrap_or_default(),
            minutes: if workshop.minutes > 0 { workshop.minutes } else { 60 },
            schedule: None,
            room: None,
            despite: None,
        };
        self.carry_out([(Command::AddOneOffShift(new), None)], None, String::new());
        shift
    }

    /// The receipt of a handover: both have seen and confirmed what stands.
    pub fn hand_over(self, to: &Member) {
        let from = self.account.get_value();
        let unsent = i64::try_from(self.unsent()).unwrap_or(i64::MAX);
        let seen = self.with_register(|register| handover::seen(register, unsent));
        if let (Some(shift), Some(from), Some(seen)) = (self.open.id.get_untracked(), from, seen) {
            let receipt = HandOverShift { shift, from, to: to.account, seen };
            let name = self.locale.fill(&texts::DONE_HAND_OVER, &[("code", &to.code)]);
            self.carry_out([(Command::HandOverShift(receipt), None)], None, name);
        }
    }

    /// Takes the last action at this shift back.
    pub fn undo(self) {
        let Some(shift) = self.open.id.get_untracked() else { return };
        let fresh = OutputId(Uuid::now_v7());
        let undone = self.with_register(|register| {
            self.steps.try_update_value(|steps| {
                let steps = steps.get_mut(&shift)?;
                let now = register.shift.progress;
                let done = steps.pop_if(|last| last.step.reversible(now))?;
                if let Step::Withdrew(old, ..) = done.step {
                    rename(steps, old, fresh);
                }
                Some((done.step.reverse(register, fresh), done.name))
            })
        });
        let Some((commands, name)) = undone.flatten().flatten() else { return };
        let said = self.locale.fill(&texts::UNDONE, &[("action", &name)]);
        self.carry_out(commands.into_iter().map(|command| (command, None)), None, said);
    }

    fn carry_out(self, made: impl IntoIterator<Item = Made>, step: Option<Step>, name: String) {
        let device = self.device.with_untracked(|device| device.as_ref().map(|d| d.id));
        let Some(device) = device else { return };
        let mut entries = Vec::new();
        for (command, identity) in made {
            let envelope = Envelope {
                v: VERSION,
                id: EnvelopeId(Uuid::now_v7()),
                at: self.clock.raw(),
                offset: self.clock.offset(),
                device,
                command,
            };
            self.board.update_value(|board| board.take(&envelope, identity.as_ref()));
            if !self.practice.get_untracked() {
                self.outbox.update_value(|outbox| entries.push(outbox.push(envelope, identity)));
            }
        }
        if let (Some(step), Some(shift)) = (step, self.open.id.get_untracked()) {
            let done = Done { step, name: name.clone() };
            self.steps.update_value(|steps| steps.entry(shift).or_default().push(done));
        }
        self.show_entries();
        after_paint(move || {
            self.show();
            self.show_saving();
            self.open.said.set(name);
        });
        if !entries.is_empty() {
            self.save(entries);
        }
    }
}
