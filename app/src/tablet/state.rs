//! What the tablet knows, and what of it is on the screen.
//!
//! The [`Board`] is one snapshot and the envelopes made since; it is kept aside from the signals.
//! After each change [`Tablet::show`] compares what the signals show with what the board says
//! and sets those that differ, so that a tap repaints one tile and the sums, whatever their
//! number.

use super::bridge::{Device, Failure, Member, Storage};
use super::clock::TabletClock;
use super::outbox::Outbox;
use super::undo::Done;
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use domain::attendance::Presence;
use domain::board::{Board, Register, Tally};
use domain::bridge::Bridge;
use domain::ids::{AccountId, CentreId, PersonId, ShiftId};
use domain::person::{AgeBand, Sex};
use domain::shift::Progress;
use domain::snapshot::{
    CentreBrief, InterpretingBrief, NoteBrief, OutputBrief, ShiftBrief, WorkshopBrief,
};
use leptos::prelude::*;
use std::collections::HashMap;
use std::time::Duration;

/// What the whole page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is known yet: also what the server renders.
    Loading,
    /// The first snapshot could not be had.
    Failed(Failure),
    /// The account has no centre.
    NoCentre,
    /// An enrolled tablet that waits for a PIN.
    Locked,
    /// A centre and its shifts.
    Shown,
    /// The tablet was revoked, and holds nothing any more.
    Revoked,
}

/// What stands beside the list of shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// No shift is chosen.
    Nothing,
    /// The address names a shift that is not on the board.
    Unknown,
    /// A shift.
    Shift(ShiftId),
}

/// How sending goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sending {
    /// Nothing waits.
    Saved,
    /// So many entries are on their way.
    Running(usize),
    /// The last try failed; so many wait for the next one.
    Failed(usize, Failure),
}

/// Whether what was entered is in the tablet's database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// All of it.
    Done,
    /// Some is on its way.
    Running,
    /// The database took something not: `full` when there is no room.
    Failed {
        /// Whether there is no room.
        full: bool,
    },
}

/// A mark as a tile shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The mark.
    pub presence: Presence,
    /// Whether it is in the tablet's database, or from the server.
    pub saved: bool,
}

/// Everything that the page knows.
#[derive(Clone, Copy)]
pub struct Tablet {
    /// The language of the page.
    pub locale: Locale,
    /// The time.
    pub clock: TabletClock,
    /// What the whole page shows.
    pub phase: RwSignal<Phase>,
    /// What stands beside the list.
    pub pane: RwSignal<Pane>,
    /// The centres to choose from.
    pub centres: RwSignal<Vec<CentreBrief>>,
    /// The centre that is shown.
    pub centre: RwSignal<Option<CentreId>>,
    /// All shifts of the centre, in the order of time.
    pub shifts: RwSignal<Vec<ShiftBrief>>,
    /// The shift that is open.
    pub open: OpenShift,
    /// How sending goes.
    pub sending: RwSignal<Sending>,
    /// Entries that are on their way into the tablet's database, or that it did not take.
    pub saving: RwSignal<Saving>,
    /// Grows with each change of what waits and what became of it.
    pub listed: RwSignal<u32>,
    /// How many entries of other accounts wait here.
    pub foreign: RwSignal<usize>,
    /// When sending last succeeded, by the server's clock.
    pub last_sent: RwSignal<Option<DateTime<Utc>>>,
    /// Why the last refresh brought nothing.
    pub stale: RwSignal<Option<Failure>>,
    /// Whether what is shown lacks the names, because no PIN protects them here.
    pub nameless: RwSignal<bool>,
    /// How safely the browser keeps the database.
    pub storage: RwSignal<Option<Storage>>,
    /// Whether the page would open without the network.
    pub ready: RwSignal<bool>,
    /// Whether a new version waits.
    pub version: RwSignal<bool>,
    /// Whether this is practice: nothing leaves the page.
    pub practice: RwSignal<bool>,
    /// Who may open this tablet with a PIN.
    pub members: RwSignal<Vec<Member>>,
    /// Who has opened it.
    pub who: RwSignal<Option<Member>>,
    /// This browser as a device.
    pub device: RwSignal<Option<Device>>,
    /// Grows with each snapshot.
    pub loaded: RwSignal<u32>,
    /// Whose entries are made: who is signed in, or has opened the tablet.
    pub(super) account: StoredValue<Option<AccountId>>,
    pub(super) board: StoredValue<Board>,
    pub(super) outbox: StoredValue<Outbox>,
    pub(super) steps: StoredValue<HashMap<ShiftId, Vec<Done>>>,
    pub(super) line: StoredValue<super::sync::Line>,
}

impl Tablet {
    /// A tablet that knows nothing yet.
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            clock: TabletClock::default(),
            phase: RwSignal::new(Phase::Loading),
            pane: RwSignal::new(Pane::Nothing),
            centres: RwSignal::default(),
            centre: RwSignal::new(None),
            shifts: RwSignal::default(),
            open: OpenShift::default(),
            sending: RwSignal::new(Sending::Saved),
            saving: RwSignal::new(Saving::Done),
            listed: RwSignal::new(0),
            foreign: RwSignal::new(0),
            last_sent: RwSignal::new(None),
            stale: RwSignal::new(None),
            nameless: RwSignal::new(false),
            storage: RwSignal::new(None),
            ready: RwSignal::new(false),
            version: RwSignal::new(false),
            practice: RwSignal::new(false),
            members: RwSignal::default(),
            who: RwSignal::new(None),
            device: RwSignal::new(None),
            loaded: RwSignal::new(0),
            account: StoredValue::new(None),
            board: StoredValue::default(),
            outbox: StoredValue::default(),
            steps: StoredValue::default(),
            line: StoredValue::default(),
        }
    }

    /// Reads from the board; not tracked.
    pub fn with_board<R>(self, read: impl FnOnce(&Board) -> R) -> R {
        self.board.with_value(read)
    }

    /// Reads from the register of the open shift; not tracked.
    pub fn with_register<R>(self, read: impl FnOnce(&Register) -> R) -> Option<R> {
        let id = self.open.id.get_untracked()?;
        self.board.with_value(|board| board.register(id).map(read))
    }

    /// How many entries wait to be sent; not tracked.
    pub fn unsent(self) -> usize {
        self.outbox.try_with_value(Outbox::unsent).unwrap_or(0)
    }

    /// How many entries go from here as soon as they can; not tracked. A tablet of the organisation
    /// sends for all its members, whoever has opened it.
    pub fn waiting(self) -> usize {
        let foreign = if self.enrolled() { self.foreign.get_untracked() } else { 0 };
        self.unsent() + foreign
    }

    /// How many entries are in this page only, and would go with it; not tracked.
    pub fn at_risk(self) -> usize {
        self.outbox.try_with_value(Outbox::at_risk).unwrap_or(0)
    }

    /// Whether this is a tablet of the organisation; not tracked.
    pub fn enrolled(self) -> bool {
        self.device.with_untracked(|d| d.as_ref().is_some_and(|d| d.code.is_some()))
    }

    /// What a person is called: the alias, or the code.
    pub fn called(self, person: PersonId) -> String {
        self.with_board(|board| {
            board.person(person).map_or_else(String::new, |brief| {
                brief.alias.clone().unwrap_or_else(|| brief.code.to_string())
            })
        })
    }

    /// Puts a shift beside the list, or nothing.
    pub fn choose(self, shift: Option<ShiftId>) {
        let known = shift.filter(|id| self.with_board(|board| board.register(*id).is_some()));
        let pane = match (shift, known) {
            (None, _) => Pane::Nothing,
            (Some(_), None) => Pane::Unknown,
            (Some(_), Some(id)) => Pane::Shift(id),
        };
        // Before the rest, so that the tiles of the shift that is left are not redrawn first.
        set_if_new(self.pane, pane);
        if self.open.id.get_untracked() != known {
            super::bridge::working(known.is_some());
            self.open.id.set(known);
            self.open.said.set(String::new());
        }
        if known.is_none() {
            // Between shifts; a moment later, because the browser frees the lock by then.
            set_timeout(move || self.take_version(), Duration::from_millis(500));
        }
        self.show();
    }

    /// Brings the screen up to what the board says.
    pub fn show(self) {
        self.show_entries();
        self.board.with_value(|board| {
            if !self.shifts.with_untracked(|shown| board.shifts().eq(shown)) {
                self.shifts.set(board.shifts().cloned().collect());
            }
            let register = self.open.id.get_untracked().and_then(|id| board.register(id));
            if let Some(register) = register {
                self.open.show_sums(register, board);
                self.show_undo(register);
            }
        });
    }

    /// Of the open shift, what was entered: a tap shows this at once, and the rest when this has
    /// been painted.
    pub(super) fn show_entries(self) {
        self.with_register(|register| {
            self.outbox.with_value(|outbox| self.open.show_entries(register, outbox));
        });
    }

    fn show_undo(self, register: &Register) {
        let undo = self.steps.with_value(|steps| {
            let last = steps.get(&register.shift.id)?.last()?;
            last.step.reversible(register.shift.progress).then(|| last.name.clone())
        });
        set_if_new(self.open.undo, undo);
    }
}

/// The signals of the shift that is open. They stay the same when another one is opened.
#[derive(Clone, Copy)]
pub struct OpenShift {
    /// Which shift.
    pub id: RwSignal<Option<ShiftId>>,
    /// The shift itself.
    pub brief: RwSignal<Option<ShiftBrief>>,
    /// Its workshop.
    pub workshop: RwSignal<Option<WorkshopBrief>>,
    /// Who is on the list.
    pub people: RwSignal<Vec<PersonId>>,
    /// The register in numbers.
    pub tally: RwSignal<Tally>,
    /// Who is reached in which language.
    pub bridge: RwSignal<Bridge<PersonId>>,
    /// Who interpreted.
    pub interpreted: RwSignal<Vec<InterpretingBrief>>,
    /// What was made, oldest first.
    pub outputs: RwSignal<Vec<OutputBrief>>,
    /// What Undo would take back, if it can.
    pub undo: RwSignal<Option<String>>,
    /// Notes about the shift, oldest first.
    pub notes: RwSignal<Vec<NoteBrief>>,
    /// What was done last, in words.
    pub said: RwSignal<String>,
    marks: StoredValue<HashMap<PersonId, ArcRwSignal<Shown>>>,
    counts: StoredValue<HashMap<(Sex, AgeBand), ArcRwSignal<i64>>>,
}

impl Default for OpenShift {
    fn default() -> Self {
        Self {
            id: RwSignal::new(None),
            brief: RwSignal::new(None),
            workshop: RwSignal::new(None),
            people: RwSignal::default(),
            tally: RwSignal::default(),
            bridge: RwSignal::default(),
            interpreted: RwSignal::default(),
            outputs: RwSignal::default(),
            undo: RwSignal::new(None),
            notes: RwSignal::default(),
            said: RwSignal::default(),
            marks: StoredValue::default(),
            counts: StoredValue::default(),
        }
    }
}

impl OpenShift {
    /// The mark of a person on the list.
    pub fn mark(self, person: PersonId) -> ArcRwSignal<Shown> {
        let mark = self.marks.with_value(|marks| marks.get(&person).cloned());
        let nothing = Shown { presence: Presence::Unmarked, saved: true };
        mark.unwrap_or_else(|| ArcRwSignal::new(nothing))
    }

    /// The number of people counted for a sex and age band.
    pub fn count(self, sex: Sex, band: AgeBand) -> ArcRwSignal<i64> {
        let count = self.counts.with_value(|counts| counts.get(&(sex, band)).cloned());
        count.unwrap_or_else(|| ArcRwSignal::new(0))
    }

    /// Whether the shift is open for entries as far as its course goes: tracked.
    pub fn is_open(self) -> bool {
        self.brief.with(|brief| brief.as_ref().is_some_and(|b| b.progress == Progress::Open))
    }

    fn show_entries(self, register: &Register, outbox: &Outbox) {
        self.marks.update_value(|marks| {
            for person in &register.people {
                let stands = register.mark(*person);
                let shown = Shown {
                    presence: stands.map_or(Presence::Unmarked, |mark| mark.fact.value),
                    saved: stands.is_none_or(|mark| !outbox.is_saving(mark.fact.id)),
                };
                match marks.get(person) {
                    Some(mark) if mark.get_untracked() == shown => {}
                    Some(mark) => mark.set(shown),
                    None => drop(marks.insert(*person, ArcRwSignal::new(shown))),
                }
            }
            if marks.len() > register.people.len() {
                marks.retain(|person, _| register.people.contains(person));
            }
        });
        self.counts.update_value(|counts| {
            for (sex, band) in Sex::ALL.iter().flat_map(|s| AgeBand::ALL.map(|band| (*s, band))) {
                let people = super::marks::counted(register, sex, band);
                let count = counts.entry((sex, band)).or_default();
                if count.get_untracked() != people {
                    count.set(people);
                }
            }
        });
        if self.people.with_untracked(|people| *people != register.people) {
            self.people.set(register.people.clone());
        }
        if self.outputs.with_untracked(|outputs| outputs != register.outputs()) {
            self.outputs.set(register.outputs().to_vec());
        }
        if self.notes.with_untracked(|notes| notes != register.notes()) {
            self.notes.set(register.notes().to_vec());
        }
    }

    fn show_sums(self, register: &Register, board: &Board) {
        set_if_new(self.brief, Some(register.shift.clone()));
        set_if_new(self.workshop, board.workshop(register.shift.workshop).cloned());
        set_if_new(self.bridge, register.bridge(board));
        set_if_new(self.interpreted, register.interpreted().to_vec());
        set_if_new(self.tally, register.tally());
    }
}

/// Does something when the browser has painted what was just set.
pub(super) fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Sets a signal whose value has changed; the others repaint nothing.
pub(super) fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|shown| *shown != value).unwrap_or(false) {
        signal.set(value);
    }
}
