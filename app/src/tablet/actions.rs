//! What the facilitator can do at the open shift.
//!
//! Each action makes commands, puts them into envelopes, lets the board take them, and leaves the
//! rest to the outbox. It says what was done and remembers how to take it back.

use super::marks;
use super::state::Tablet;
use super::undo::{Done, Step, rename};
use super::{browser, words};
use crate::i18n::catalogue::tablet as texts;
use domain::attendance::{HEADCOUNT_MAX, Presence};
use domain::command::{
    Command, Envelope, Identity, PersonIdentity, PersonKind, RegisterPerson, VERSION,
};
use domain::ids::{DeviceId, EnvelopeId, OutputId, PersonId};
use domain::output::{QUANTITY_MAX, RecordOutput, VoidOutput};
use domain::person::{Age, AgeBand, PersonCode, Sex};
use domain::shift::{CancelShift, CloseShift, Progress, Reason, ReopenShift};
use domain::snapshot::{OutputBrief, ProductBrief};
use leptos::prelude::*;
use uuid::Uuid;

/// This browser's name in envelopes.
const DEVICE_KEY: &str = "radionica-device";

/// A command and what travels beside it.
type Entry = (Command, Option<Identity>);

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

    /// Adds somebody of the centre who walked in.
    pub fn add(self, person: PersonId) {
        let mark = self.with_register(|register| {
            (register.presence(person), marks::mark(register, person, Presence::Present))
        });
        let Some((before, command)) = mark.filter(|_| self.can_log()) else { return };
        let name = self.locale.fill(&texts::DONE_WALK_IN, &[("alias", &self.called(person))]);
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

    /// Adds what was made of a product.
    pub fn make(self, product: &ProductBrief, quantity: i64) {
        let Some(shift) = self.open.id.get_untracked().filter(|_| self.can_log()) else { return };
        if !(1..=QUANTITY_MAX).contains(&quantity) {
            return;
        }
        let output = OutputId(Uuid::now_v7());
        let made = RecordOutput { output, shift, product: product.id, quantity };
        let name = words::made(self.locale, &texts::DONE_OUTPUT, product, quantity);
        self.carry_out([(Command::RecordOutput(made), None)], Some(Step::Made(output)), name);
    }

    /// Takes an entry of what was made back.
    pub fn withdraw(self, entry: &OutputBrief, product: &ProductBrief) {
        if self.can_log() {
            let void = Command::VoidOutput(VoidOutput { output: entry.id });
            let name = words::made(self.locale, &texts::DONE_VOID, product, entry.quantity);
            let step = Step::Withdrew(entry.id, entry.product, entry.quantity);
            self.carry_out([(void, None)], Some(step), name);
        }
    }

    /// Closes the shift: it was held.
    pub fn close(self) {
        if let Some(shift) = self.open.id.get_untracked().filter(|_| self.can_log()) {
            let close = Command::CloseShift(CloseShift { shift, replaces: None });
            let name = self.locale.text(&texts::DONE_CLOSE).into();
            self.carry_out([(close, None)], Some(Step::Course(Progress::Open)), name);
        }
    }

    /// Says that the shift did not happen; also one of a day to come.
    pub fn cancel(self, reason: Reason, remark: Option<String>) {
        let open = self.with_register(|register| register.shift.progress == Progress::Open);
        let Some(shift) = self.open.id.get_untracked().filter(|_| open == Some(true)) else {
            return;
        };
        let cancel = Command::CancelShift(CancelShift { shift, reason, replaces: None });
        let name = self.locale.text(&texts::DONE_DID_NOT_HAPPEN).into();
        let entry = (cancel, remark.map(Identity::Remark));
        self.carry_out([entry], Some(Step::Course(Progress::Open)), name);
    }

    /// Opens a shift again that was closed, or marked as "did not happen".
    pub fn reopen(self) {
        let before = self.with_register(|register| register.shift.progress);
        let Some(before) = before.filter(|before| *before != Progress::Open) else { return };
        if let Some(shift) = self.open.id.get_untracked() {
            let reopen = Command::ReopenShift(ReopenShift { shift, replaces: None });
            let name = self.locale.text(&texts::DONE_REOPEN).into();
            self.carry_out([(reopen, None)], Some(Step::Course(before)), name);
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

    fn carry_out(self, entries: impl IntoIterator<Item = Entry>, step: Option<Step>, name: String) {
        let device = self.device();
        for (command, identity) in entries {
            let envelope = Envelope {
                v: VERSION,
                id: EnvelopeId(Uuid::now_v7()),
                at: self.clock.raw(),
                offset: self.clock.offset(),
                device,
                command,
            };
            self.board.update_value(|board| board.take(&envelope, identity.as_ref()));
            self.outbox.update_value(|outbox| outbox.push(envelope, identity));
        }
        if let (Some(step), Some(shift)) = (step, self.open.id.get_untracked()) {
            let done = Done { step, name: name.clone() };
            self.steps.update_value(|steps| steps.entry(shift).or_default().push(done));
        }
        self.show();
        self.open.said.set(name);
        self.send_soon();
    }

    /// This browser's id, made at first use.
    fn device(self) -> DeviceId {
        if let Some(device) = self.device.get_value() {
            return device;
        }
        let known = browser::recall(DEVICE_KEY).and_then(|id| id.parse().ok());
        let device = known.unwrap_or_else(|| {
            let new = DeviceId(Uuid::now_v7());
            browser::remember(DEVICE_KEY, &new.to_string());
            new
        });
        self.device.set_value(Some(device));
        device
    }
}
