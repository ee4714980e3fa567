//! The outbox: what was entered on this tablet and is not acknowledged yet.
//!
//! An envelope is turned into bytes once, when it is made, and keeps them through every try, so
//! that the server knows a repeated one again. The queue is in memory. A browser's database can
//! take its place: whatever happens to an entry goes through [`Outbox::push`],
//! [`Outbox::settle`], [`Outbox::refused`] and [`Outbox::since`], and an entry has a sequence of
//! its own to be kept under, because ids are no order.

use domain::command::{Envelope, Identity};
use domain::fault::Fault;
use domain::ids::AccountId;
use domain::sync::{Outcome, SyncItem, SyncRequest};
use serde_json::value::{RawValue, to_raw_value};
use std::collections::VecDeque;
use std::sync::Arc;

/// The most entries in one request.
pub const BATCH_MAX: usize = 200;

/// An envelope with its bytes.
#[derive(Debug)]
pub struct Entry {
    /// Its place in the order of making.
    pub sequence: u64,
    /// What was made.
    pub envelope: Envelope,
    /// What travels beside it.
    pub identity: Option<Identity>,
    bytes: Box<RawValue>,
}

/// What became of an entry that does not count (yet).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The server keeps it, and a manager decides.
    Held,
    /// The server keeps it and will never apply it.
    Rejected,
    /// The server did not even keep it: it is on this tablet only.
    OnlyHere,
}

/// An entry that the server did not apply.
#[derive(Debug, Clone)]
pub struct NotTaken {
    /// What was made.
    pub entry: Arc<Entry>,
    /// Why it does not count (yet).
    pub fault: Fault,
    /// What became of it.
    pub fate: Fate,
}

impl PartialEq for NotTaken {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.entry, &other.entry)
    }
}

/// What waits, what was acknowledged since the last snapshot, and what was not taken.
#[derive(Debug)]
pub struct Outbox {
    /// Whose entries these are, once a snapshot has told.
    account: Option<AccountId>,
    next: u64,
    batch: usize,
    queue: VecDeque<Arc<Entry>>,
    sent: Vec<(i64, Arc<Entry>)>,
    not_taken: Vec<NotTaken>,
}

impl Default for Outbox {
    fn default() -> Self {
        let (queue, sent, not_taken) = Default::default();
        Self { account: None, next: 0, batch: BATCH_MAX, queue, sent, not_taken }
    }
}

impl Outbox {
    /// Takes an envelope in and fixes its bytes.
    pub fn push(&mut self, envelope: Envelope, identity: Option<Identity>) {
        // An envelope is plain data and always has a JSON form; should it not have one, the
        // server refuses `null`, and the entry ends in the list of what was not taken.
        let bytes = to_raw_value(&envelope).unwrap_or_else(|_| RawValue::NULL.to_owned());
        let entry = Entry { sequence: self.next, envelope, identity, bytes };
        self.next += 1;
        self.queue.push_back(Arc::new(entry));
    }

    /// How many entries wait.
    pub fn len(&self) -> usize {
        self.queue.len()
    }

    /// How many entries are on this tablet only, and would go with the page.
    pub fn only_here(&self) -> usize {
        self.len() + self.not_taken.iter().filter(|n| n.fate == Fate::OnlyHere).count()
    }

    /// Whether a snapshot that was made for `account` fits to what is in here: the first one
    /// says whose page this is, and nobody else's is shown afterwards.
    pub fn is_of(&mut self, account: Option<AccountId>) -> bool {
        if self.account.is_none() {
            self.account = account;
        }
        self.account == account
    }

    /// The next request: how many entries it carries, and its body. `None` when nothing waits.
    pub fn request(&self) -> Option<(usize, String)> {
        let envelopes: Vec<SyncItem<&RawValue>> = self
            .queue
            .iter()
            .take(self.batch)
            .map(|e| SyncItem {
                envelope: &*e.bytes,
                identity: e.identity.clone(),
                sealed: None,
                account: None,
            })
            .collect();
        let count = envelopes.len();
        let request = SyncRequest { account: self.account, cursor: None, envelopes };
        let body = serde_json::to_string(&request).ok()?;
        (count > 0).then_some((count, body))
    }

    /// Takes the answer to a request that carried the first `count` entries; returns how many of
    /// them were not taken. `None`, and nothing changes, when the answer does not fit.
    pub fn settle(&mut self, count: usize, outcomes: Vec<Outcome>) -> Option<usize> {
        if outcomes.len() != count || count > self.queue.len() {
            return None;
        }
        self.batch = BATCH_MAX;
        let before = self.not_taken.len();
        for (entry, outcome) in self.queue.drain(..count).zip(outcomes) {
            match outcome {
                Outcome::Applied { seq } | Outcome::Repeat { seq } => self.sent.push((seq, entry)),
                Outcome::Held { fault } => {
                    self.not_taken.push(NotTaken { entry, fault, fate: Fate::Held });
                }
                Outcome::Rejected { fault } => {
                    self.not_taken.push(NotTaken { entry, fault, fate: Fate::Rejected });
                }
            }
        }
        Some(self.not_taken.len() - before)
    }

    /// The server refused a whole request for what it carried: fewer entries next time, so that
    /// the one at fault is found; alone, it is set aside and the others go on.
    ///
    /// Returns whether an entry was set aside.
    pub fn refused(&mut self, count: usize, fault: Fault) -> bool {
        if count > 1 {
            self.batch = (count / 2).max(1);
            return false;
        }
        let Some(entry) = self.queue.pop_front() else { return false };
        self.not_taken.push(NotTaken { entry, fault, fate: Fate::OnlyHere });
        true
    }

    /// Puts what the server did not even keep back into the queue, to be tried again.
    pub fn try_refused_again(&mut self) {
        let (again, rest) = std::mem::take(&mut self.not_taken)
            .into_iter()
            .partition::<Vec<_>, _>(|not_taken| not_taken.fate == Fate::OnlyHere);
        self.not_taken = rest;
        self.queue.extend(again.into_iter().map(|not_taken| not_taken.entry));
        self.queue.make_contiguous().sort_by_key(|entry| entry.sequence);
    }

    /// What a snapshot up to the journal entry `head` does not hold, in the order of making.
    /// What it does hold is forgotten.
    pub fn since(&mut self, head: i64) -> Vec<Arc<Entry>> {
        self.sent.retain(|(seq, _)| *seq > head);
        let mut entries: Vec<Arc<Entry>> =
            self.sent.iter().map(|(_, entry)| entry).chain(&self.queue).cloned().collect();
        entries.sort_by_key(|entry| entry.sequence);
        entries
    }

    /// What was not taken, oldest first.
    pub fn not_taken(&self) -> &[NotTaken] {
        &self.not_taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::command::{Command, PersonIdentity, VERSION};
    use domain::ids::{DeviceId, EnvelopeId, ShiftId};
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

    fn outbox(n: u128) -> Outbox {
        let mut outbox = Outbox::default();
        (0..n).for_each(|n| outbox.push(envelope(n), None));
        outbox
    }

    fn ids(body: &str) -> Vec<Uuid> {
        let request: SyncRequest<Envelope> = serde_json::from_str(body).expect("a request");
        request.envelopes.iter().map(|item| item.envelope.id.0).collect()
    }

    fn applied(n: usize) -> Vec<Outcome> {
        (0..n).map(|n| Outcome::Applied { seq: n as i64 + 1 }).collect()
    }

    #[test]
    fn entries_leave_in_order_and_in_batches() {
        let mut outbox = outbox(450);
        let mut sent = Vec::new();
        let mut sizes = Vec::new();
        while let Some((count, body)) = outbox.request() {
            sizes.push(count);
            sent.extend(ids(&body));
            assert_eq!(outbox.settle(count, applied(count)), Some(0));
        }
        assert_eq!(sizes, [200, 200, 50]);
        assert_eq!(sent, (0..450).map(Uuid::from_u128).collect::<Vec<_>>());
    }

    #[test]
    fn the_bytes_stay_the_same_through_every_try() {
        let mut outbox = outbox(1);
        let identity =
            PersonIdentity { alias: Some("Азар".into()), ..PersonIdentity::default() };
        outbox.push(envelope(9), Some(Identity::Person(identity)));
        let first = outbox.request();
        outbox.push(envelope(10), None);
        let (_, body) = outbox.request().expect("a request");
        let (_, before) = first.expect("a request");
        assert!(body.starts_with(before.trim_end_matches("]}")), "{body}");
        assert!(body.contains(r#""identity":{"person":{"alias":"Азар"}}"#), "{body}");
    }

    #[test]
    fn what_is_not_taken_is_kept_and_stops_nobody() {
        let mut outbox = outbox(3);
        let outcomes = vec![
            Outcome::Held { fault: Fault::ShiftClosed },
            Outcome::Repeat { seq: 5 },
            Outcome::Rejected { fault: Fault::NotAllowed },
        ];
        assert_eq!(outbox.settle(3, outcomes), Some(2));
        assert_eq!(outbox.len(), 0);
        let kept: Vec<_> = outbox.not_taken().iter().map(|n| (n.fate, n.entry.sequence)).collect();
        assert_eq!(kept, [(Fate::Held, 0), (Fate::Rejected, 2)]);
        assert_eq!(outbox.only_here(), 0);
    }

    #[test]
    fn an_answer_that_does_not_fit_changes_nothing() {
        let mut outbox = outbox(2);
        assert_eq!(outbox.settle(2, applied(1)), None);
        assert_eq!(outbox.settle(3, applied(3)), None);
        assert_eq!(outbox.len(), 2);
    }

    #[test]
    fn a_refused_request_is_halved_until_the_entry_at_fault_is_found() {
        let mut outbox = outbox(5);
        let mut rounds = 0;
        while let Some((count, body)) = outbox.request() {
            rounds += 1;
            assert!(rounds < 20);
            if ids(&body).contains(&Uuid::from_u128(2)) {
                outbox.refused(count, Fault::malformed());
            } else {
                assert_eq!(outbox.settle(count, applied(count)), Some(0));
            }
        }
        let aside: Vec<u64> = outbox.not_taken().iter().map(|n| n.entry.sequence).collect();
        assert_eq!(aside, [2]);
        assert_eq!((outbox.len(), outbox.only_here()), (0, 1));
        outbox.push(envelope(5), None);
        outbox.try_refused_again();
        let (count, body) = outbox.request().expect("a request");
        assert_eq!((count, ids(&body)), (2, vec![Uuid::from_u128(2), Uuid::from_u128(5)]));
        assert!(outbox.not_taken().is_empty());
    }

    #[test]
    fn a_snapshot_is_completed_by_what_it_does_not_hold() {
        let mut outbox = outbox(3);
        assert_eq!(outbox.settle(2, applied(2)), Some(0));
        let since = |outbox: &mut Outbox, head| {
            outbox.since(head).iter().map(|e| e.sequence).collect::<Vec<_>>()
        };
        assert_eq!(since(&mut outbox, 1), [1, 2]);
        assert_eq!(since(&mut outbox, 2), [2]);
    }
}
