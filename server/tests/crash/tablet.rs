//! A tablet: a list of envelopes made beforehand, sent until each is answered.

use crate::http::Connection;
use crate::work::Entry;
use domain::ids::AccountId;
use domain::sync::{Outcome, SyncAnswer};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use server::demo;
use std::collections::VecDeque;
use std::net::SocketAddr;

/// Lengths of a batch: mostly what was tapped since the last one, sometimes a long silence.
const BATCHES: [usize; 8] = [1, 1, 1, 2, 3, 5, 8, 20];
/// With fewer left, killing stops.
const MUCH: usize = 20;

/// How a tablet's work came to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The connection broke: nobody knows what became of the last batch.
    Broken,
    /// Nothing is left to send.
    Empty,
}

/// A tablet.
pub struct Tablet {
    pub login: &'static str,
    pub account: AccountId,
    pub entries: Vec<Entry>,
    /// Those that were sent and not answered, when the connection broke.
    pub in_doubt: Vec<usize>,
    waiting: VecDeque<usize>,
    cookie: String,
    rng: StdRng,
}

impl Tablet {
    pub fn new(login: &'static str, account: AccountId, entries: Vec<Entry>, seed: u64) -> Self {
        let waiting = (0..entries.len()).collect();
        let rng = StdRng::seed_from_u64(seed);
        Self { login, account, entries, in_doubt: Vec::new(), waiting, cookie: String::new(), rng }
    }

    pub fn sign_in(&mut self, address: SocketAddr) {
        let form = format!("login={}&password={}", self.login, demo::PASSWORD);
        let kind = "application/x-www-form-urlencoded";
        let mut connection = Connection::open(address).expect("the server answers");
        let answer = connection.post("/session", kind, "", &form).expect("an answer");
        let cookie = answer.head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            let session = value.starts_with("radionica_session=");
            (name.eq_ignore_ascii_case("set-cookie") && session).then(|| value.split(';').next())?
        });
        self.cookie = cookie.unwrap_or_else(|| panic!("no session: {}", answer.head)).to_owned();
    }

    pub fn has_much_to_send(&self) -> bool {
        self.waiting.len() > MUCH
    }

    /// How many entries were acknowledged, and how many of them not applied but kept.
    pub fn acknowledged(&self) -> (usize, usize) {
        let outcomes = self.entries.iter().filter_map(|entry| entry.outcome.as_ref());
        let kept = outcomes.clone().filter(|outcome| outcome.seq().is_none()).count();
        (outcomes.count(), kept)
    }

    /// Sends until nothing is left or the connection breaks; calls `heard` at each answer.
    pub fn work(&mut self, address: SocketAddr, heard: &impl Fn()) -> Ended {
        let Ok(mut connection) = Connection::open(address) else { return Ended::Broken };
        loop {
            let batch = self.next_batch();
            if batch.is_empty() {
                return Ended::Empty;
            }
            let items: Vec<String> = batch.iter().map(|n| self.entries[*n].send()).collect();
            let (account, items) = (self.account, items.join(","));
            let body = format!(r#"{{"account":"{account}","envelopes":[{items}]}}"#);
            let kind = "application/json";
            let Ok(answer) = connection.post("/api/v1/sync", kind, &self.cookie, &body) else {
                self.in_doubt = batch;
                return Ended::Broken;
            };
            heard();
            assert_eq!(answer.status, 200, "{}: {}", self.login, answer.body);
            let answer: SyncAnswer = serde_json::from_str(&answer.body).expect("an answer");
            assert_eq!(answer.outcomes.len(), batch.len());
            for (n, outcome) in batch.iter().zip(answer.outcomes) {
                self.entries[*n].hear(outcome);
            }
            self.waiting.retain(|n| self.entries[*n].outcome.is_none());
        }
    }

    /// What was in doubt goes again as it was, or together with what follows; sometimes an entry
    /// goes again that was answered long ago.
    fn next_batch(&mut self) -> Vec<usize> {
        let again = self.in_doubt.len();
        self.in_doubt.clear();
        let fresh = *BATCHES.choose(&mut self.rng).expect("not empty");
        let length = if again > 0 && self.rng.random() { again } else { fresh };
        let mut batch: Vec<usize> = self.waiting.iter().copied().take(length).collect();
        if !batch.is_empty() && self.rng.random_ratio(1, 10) {
            let old = self.rng.random_range(0..self.entries.len());
            if self.entries[old].outcome.is_some() {
                batch.push(old);
            }
        }
        batch
    }
}

impl Entry {
    /// The item of a request; the envelope's bytes are the same each time.
    fn send(&mut self) -> String {
        self.sent += 1;
        match &self.identity {
            Some(identity) => {
                let identity = serde_json::to_string(identity).expect("JSON");
                format!(r#"{{"envelope":{},"identity":{identity}}}"#, self.bytes)
            }
            None => format!(r#"{{"envelope":{}}}"#, self.bytes),
        }
    }

    /// Hears what became of it: the first time anything that can be true, then the same for ever.
    fn hear(&mut self, outcome: Outcome) {
        let id = self.id;
        match (&self.outcome, self.row, &outcome) {
            // In the journal since before it was sent this time: the same entry, never another.
            (_, Some(seq), Outcome::Repeat { seq: told }) => assert_eq!(*told, seq, "{id}"),
            (_, Some(seq), other) => panic!("{id} is entry {seq}, but was answered {other:?}"),
            (None, None, Outcome::Repeat { .. }) if self.sent == 1 => {
                panic!("{id} was sent for the first time, but was answered {outcome:?}")
            }
            (None, None, _) => {}
            (Some(first), None, told) => match (first.seq(), told) {
                (Some(seq), _) => assert_eq!(*told, Outcome::Repeat { seq }, "{id}"),
                // Held for something that has come meanwhile, and taken since.
                (None, Outcome::Repeat { .. }) => assert!(matches!(first, Outcome::Held { .. })),
                (None, told) => assert_eq!(told, first, "{id}"),
            },
        }
        self.outcome = Some(outcome);
    }
}
