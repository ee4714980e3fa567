//! What was entered on this tablet, and what became of it.
//!
//! The tablet's database is the truth (`app/browser/database.ts`): an entry is there before it is
//! painted as done, and leaves only on the server's own answer for it. This is its image in the
//! page, so that the board and the list of what waits need not ask the database at each tap.

use super::bridge::{KeptEntries, SettledEntry};
use domain::command::{Envelope, Identity};
use domain::fault::Fault;
use domain::ids::EnvelopeId;
use std::collections::HashSet;
use std::sync::Arc;

/// What was made, with what travels beside it.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was made.
    pub envelope: Envelope,
    /// What identifies somebody.
    pub identity: Option<Identity>,
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// On its way into the tablet's database.
    Saving,
    /// The database did not take it: it is in this page only.
    Unsaved,
    /// Saved here, waits to be sent.
    Waiting,
    /// The server applied it, as this journal entry.
    Sent(i64),
    /// The server keeps it, and a manager decides.
    Held(Fault),
    /// The server keeps it and will not apply it.
    Refused(Fault),
    /// The server did not even keep it: it is on this tablet only.
    Aside(Fault),
}

impl Fate {
    /// Whether the server does not have it.
    pub fn is_unsent(&self) -> bool {
        matches!(self, Self::Saving | Self::Unsaved | Self::Waiting | Self::Aside(_))
    }

    fn of(state: u8, seq: Option<i64>, fault: Option<Fault>) -> Self {
        let fault = || fault.unwrap_or(Fault::Internal);
        match (state, seq) {
            (1, Some(seq)) => Self::Sent(seq),
            (2, _) => Self::Held(fault()),
            (3, _) => Self::Refused(fault()),
            (4, _) => Self::Aside(fault()),
            _ => Self::Waiting,
        }
    }
}

/// An entry as the page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The entry.
    pub entry: Arc<Entry>,
    /// What became of it.
    pub fate: Fate,
    /// Its place in the database, once it is there.
    n: Option<u64>,
}

/// The entries of an account, oldest first.
#[derive(Debug, Default)]
pub struct Outbox {
    entries: Vec<Listed>,
    saving: HashSet<EnvelopeId>,
    damaged: usize,
}

impl Outbox {
    /// What the database holds, in the place of all that was known of it. What is only in this
    /// page stays.
    pub fn restore(&mut self, kept: KeptEntries) {
        self.damaged = kept.damaged;
        let here = |listed: &Listed| matches!(listed.fate, Fate::Saving | Fate::Unsaved);
        let only_here: Vec<_> = self.entries.drain(..).filter(here).collect();
        self.entries = kept
            .mine
            .into_iter()
            .map(|k| Listed {
                entry: Arc::new(Entry { envelope: k.envelope.into(), identity: k.identity }),
                fate: Fate::of(k.state, k.seq, k.fault),
                n: Some(k.n),
            })
            .collect();
        let known: HashSet<_> = self.entries.iter().map(|l| l.entry.envelope.id).collect();
        let unknown = |listed: &Listed| !known.contains(&listed.entry.envelope.id);
        self.entries.extend(only_here.into_iter().filter(unknown));
        let saving = |listed: &&Listed| here(listed);
        self.saving = self.entries.iter().filter(saving).map(|l| l.entry.envelope.id).collect();
    }

    /// Forgets what the database has: it is locked. What is only in this page stays.
    pub fn forget_saved(&mut self) {
        self.restore(KeptEntries::default());
    }

    /// Takes in what was just made; it is not saved yet.
    pub fn push(&mut self, envelope: Envelope, identity: Option<Identity>) -> Arc<Entry> {
        self.saving.insert(envelope.id);
        let entry = Arc::new(Entry { envelope, identity });
        self.entries.push(Listed { entry: entry.clone(), fate: Fate::Saving, n: None });
        entry
    }

    /// The database has taken entries, at these places.
    pub fn saved(&mut self, entries: &[Arc<Entry>], places: &[u64]) {
        for (entry, n) in entries.iter().zip(places) {
            self.change(entry, Fate::Waiting, Some(*n));
        }
    }

    /// The database took nothing: the server has them already, or only this page.
    pub fn not_saved(&mut self, entries: &[Arc<Entry>], settled: Option<Vec<SettledEntry>>) {
        let mut settled = settled.unwrap_or_default().into_iter();
        for entry in entries {
            let fate = settled.next().map(|s| Fate::of(s.state, s.seq, s.fault));
            self.change(entry, fate.unwrap_or(Fate::Unsaved), None);
        }
    }

    fn change(&mut self, entry: &Arc<Entry>, fate: Fate, n: Option<u64>) {
        if fate != Fate::Unsaved {
            self.saving.remove(&entry.envelope.id);
        }
        if let Some(listed) = self.entries.iter_mut().rev().find(|l| Arc::ptr_eq(&l.entry, entry)) {
            (listed.fate, listed.n) = (fate, n);
        }
    }

    /// The server has answered for entries; how many of them were not applied, who were not
    /// known as such before.
    pub fn settle(&mut self, settled: Vec<SettledEntry>) -> usize {
        let mut not_applied = 0;
        for SettledEntry { n, state, seq, fault } in settled {
            let known = self.entries.iter_mut().find(|l| l.n.is_some() && l.n == n);
            let Some(listed) = known else {
                // One that cannot be read here; or another member's, which a new look sorts out.
                self.damaged += usize::from(state >= 2);
                not_applied += usize::from(state >= 2);
                continue;
            };
            let fate = Fate::of(state, seq, fault);
            not_applied += usize::from(!matches!(fate, Fate::Sent(_)) && listed.fate != fate);
            listed.fate = fate;
        }
        not_applied
    }

    /// Whether the entry that this envelope made is not saved yet.
    pub fn is_saving(&self, id: EnvelopeId) -> bool {
        self.saving.contains(&id)
    }

    /// What is only in this page, for another try.
    pub fn unsaved(&self) -> Vec<Arc<Entry>> {
        let unsaved = |listed: &&Listed| listed.fate == Fate::Unsaved;
        self.entries.iter().filter(unsaved).map(|l| l.entry.clone()).collect()
    }

    /// How many entries the server does not have.
    pub fn unsent(&self) -> usize {
        self.entries.iter().filter(|l| l.fate.is_unsent()).count()
    }

    /// How many would go with the page.
    pub fn at_risk(&self) -> usize {
        self.saving.len()
    }

    /// What a picture up to the journal entry `head` does not hold, in the order of making. What
    /// the server did not apply is no part of the picture.
    pub fn since(&self, head: i64) -> impl Iterator<Item = &Arc<Entry>> {
        let counts = move |listed: &&Listed| match listed.fate {
            Fate::Saving | Fate::Unsaved | Fate::Waiting => true,
            Fate::Sent(seq) => seq > head,
            Fate::Held(_) | Fate::Refused(_) | Fate::Aside(_) => false,
        };
        self.entries.iter().filter(counts).map(|listed| &listed.entry)
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> &[Listed] {
        &self.entries
    }

    /// How many entries cannot be read, and were not applied.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// Whether something waits for a manager.
    pub fn has_held(&self) -> bool {
        self.entries.iter().any(|l| matches!(l.fate, Fate::Held(_)))
    }

    /// What was not applied (yet), oldest first.
    pub fn not_taken(&self) -> impl Iterator<Item = &Listed> {
        self.entries
            .iter()
            .filter(|l| matches!(l.fate, Fate::Held(_) | Fate::Refused(_) | Fate::Aside(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::command::{Command, VERSION};
    use domain::ids::{DeviceId, ShiftId};
    use domain::shift::CloseShift;
    use uuid::Uuid;

    fn envelope(n: u128) -> Envelope {
        Envelope {
            v: VERSION,
            id: EnvelopeId(Uuid::from_u128(n)),
            at: "2026-11-24T10:00:00Z".parse().expect("an instant"),
            offset: 7,
            device: DeviceId(Uuid::from_u128(1)),
            command: Command::CloseShift(CloseShift {
                shift: ShiftId(Uuid::from_u128(n)),
                replaces: None,
            }),
        }
    }

    fn outbox(n: u128) -> (Outbox, Vec<Arc<Entry>>) {
        let mut outbox = Outbox::default();
        let entries = (0..n).map(|n| outbox.push(envelope(n), None)).collect();
        (outbox, entries)
    }

    fn settled(n: u64, state: u8, seq: Option<i64>) -> SettledEntry {
        SettledEntry { n: Some(n), state, seq, fault: Some(Fault::ShiftNotStarted) }
    }

    fn since(outbox: &Outbox, head: i64) -> Vec<u128> {
        outbox.since(head).map(|e| e.envelope.id.0.as_u128()).collect()
    }

    #[test]
    fn an_entry_is_done_when_it_is_saved_and_gone_when_the_picture_holds_it() {
        let (mut outbox, entries) = outbox(3);
        assert_eq!((outbox.at_risk(), outbox.unsent()), (3, 3));
        assert!(outbox.is_saving(entries[0].envelope.id));
        outbox.saved(&entries, &[11, 12, 13]);
        assert_eq!((outbox.at_risk(), outbox.unsent()), (0, 3));
        assert!(!outbox.is_saving(entries[0].envelope.id));
        assert_eq!(outbox.settle(vec![settled(11, 1, Some(1)), settled(12, 1, Some(2))]), 0);
        assert_eq!(outbox.unsent(), 1);
        assert_eq!(since(&outbox, 1), [1, 2]);
        assert_eq!(since(&outbox, 2), [2]);
    }

    #[test]
    fn what_is_not_applied_is_kept_and_counted_once() {
        let (mut outbox, entries) = outbox(3);
        outbox.saved(&entries, &[1, 2, 3]);
        let answer = || vec![settled(1, 2, None), settled(2, 1, Some(5)), settled(3, 3, None)];
        assert_eq!(outbox.settle(answer()), 2);
        assert_eq!(outbox.settle(answer()), 0, "asked again, nothing is new");
        assert!(outbox.has_held());
        assert_eq!(outbox.not_taken().count(), 2);
        assert_eq!(outbox.unsent(), 0);
        // A manager has taken the held one in.
        assert_eq!(outbox.settle(vec![settled(1, 1, Some(9))]), 0);
        assert_eq!(outbox.not_taken().count(), 1);
        assert!(!outbox.has_held());
    }

    #[test]
    fn what_the_database_refuses_stays_in_the_page_or_is_with_the_server() {
        let (mut outbox, entries) = outbox(2);
        outbox.not_saved(&entries[..1], None);
        outbox.not_saved(&entries[1..], Some(vec![settled(0, 1, Some(4))]));
        assert_eq!((outbox.at_risk(), outbox.unsent()), (1, 1));
        assert_eq!(outbox.unsaved(), entries[..1]);
        // Coming back from the database does not lose it.
        outbox.restore(KeptEntries::default());
        assert_eq!(outbox.unsaved(), entries[..1]);
        outbox.saved(&entries[..1], &[7]);
        assert_eq!((outbox.at_risk(), outbox.unsent()), (0, 1));
    }
}
