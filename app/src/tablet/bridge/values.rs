//! What goes over the bridge, and how it is read.

use super::Failed;
use crate::tablet::made::Made;
use crate::tablet::wire::{Decode, fields};
use domain::command::Identity;
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId, DeviceId};
use domain::snapshot::Snapshot;
use serde::Serialize;
use serde_json::Value;

/// This browser as a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id, for envelopes.
    pub id: DeviceId,
    /// What is written on an enrolled tablet; missing on one that is not enrolled.
    pub code: Option<String>,
}

/// Somebody who signed in on this tablet once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// Its code.
    pub code: String,
    /// Its name, once the PIN was right.
    pub name: Option<String>,
}

/// What was shown last.
#[derive(Debug, Clone)]
pub struct Last {
    /// The centre; `None` for the trainings without one.
    pub centre: Option<CentreId>,
}

/// What this tablet is.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The device.
    pub device: Device,
    /// Its members, on an enrolled tablet.
    pub members: Vec<Member>,
    /// The centre that was shown last.
    pub last: Option<Last>,
    /// The server's clock minus this one, in milliseconds, as last known.
    pub offset: i64,
    /// When sending last succeeded, by the server's clock.
    pub sent: Option<chrono::DateTime<chrono::Utc>>,
    /// How many entries of all accounts wait here.
    pub unsent: usize,
}

/// An entry as it stands in the tablet's database.
#[derive(Debug, Clone)]
pub struct KeptEntry {
    /// Its place in the order of making.
    pub n: u64,
    /// What was made.
    pub envelope: Made,
    /// What travels beside it, where the PIN gives it back.
    pub identity: Option<Identity>,
    /// See [`SettledEntry::state`].
    pub state: u8,
    /// See [`SettledEntry::seq`].
    pub seq: Option<i64>,
    /// See [`SettledEntry::fault`].
    pub fault: Option<Fault>,
}

/// What became of an entry.
#[derive(Debug, Clone)]
pub struct SettledEntry {
    /// Its place; none of one that the database did not take.
    pub n: Option<u64>,
    /// 0 waiting, 1 sent, 2 held, 3 refused, 4 set aside: `state` in `app/browser/database.ts`.
    pub state: u8,
    /// The journal entry that it made.
    pub seq: Option<i64>,
    /// Why it does not count (yet).
    pub fault: Option<Fault>,
}

/// The entries of an account on this tablet.
#[derive(Debug, Clone, Default)]
pub struct KeptEntries {
    /// How many of other accounts wait here.
    pub foreign: usize,
    /// The account's own, oldest first.
    pub mine: Vec<KeptEntry>,
    /// How many of its own cannot be read and were not applied.
    pub damaged: usize,
}

/// A centre as far as it is known.
pub struct Loaded {
    /// The whole picture and the changes since, oldest first; none when nothing is known.
    pub pictures: Vec<Snapshot>,
    /// What was entered here.
    pub entries: KeptEntries,
    /// The clock's offset, when the server was asked just now.
    pub offset: Option<i64>,
    /// Why the server gave nothing newer.
    pub failed: Option<Failed>,
}

/// What became of envelopes that were to be kept.
pub enum Keeping {
    /// In the database, at these places.
    Places(Vec<u64>),
    /// The database took nothing; the server has them.
    Settled(Vec<SettledEntry>),
    /// Only the page has them: `full` or `failed`.
    Trouble(String),
}

/// How sending went.
pub struct Sent {
    /// What became of entries, by their places.
    pub settled: Vec<SettledEntry>,
    /// What changed in the centre.
    pub changes: Option<Snapshot>,
    /// The tablet was revoked.
    pub revoked: bool,
    /// The clock's offset.
    pub offset: Option<i64>,
    /// Why it stopped, if it did.
    pub failed: Option<Failed>,
    /// How many entries of other accounts wait here.
    pub foreign: usize,
}

/// A try with a PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// It was wrong, or too early: so many milliseconds until the next try.
    pub wait: Option<i64>,
    /// It was right: the member's name.
    pub name: Option<String>,
}

/// How safely the browser keeps the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Storage {
    /// Whether the browser promised not to throw it away.
    pub kept: bool,
    /// Bytes that are left.
    pub left: i64,
}

/// What to keep of an envelope.
#[derive(Serialize)]
pub struct ToKeep<'a> {
    /// The envelope's JSON: from here on its bytes.
    pub bytes: String,
    /// What travels beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<&'a Identity>,
}

fields! {
    Failed { status, fault }
    Device { id, code }
    Member { account, code, name }
    Last { centre }
    Beginning { device, members, last, offset, sent, unsent }
    KeptEntry { n, envelope, identity, state, seq, fault }
    SettledEntry { n, state, seq, fault }
    Loaded { pictures, entries, offset, failed }
    Sent { settled, changes, revoked, offset, failed, foreign }
    Tried { wait, name }
    Storage { kept, left }
}

/// An entry that cannot be read is sent all the same, and counted when it was not applied.
impl Decode for KeptEntries {
    fn decode(value: &Value) -> Option<Self> {
        let mut entries = Self { foreign: Decode::decode(&value["foreign"])?, ..Self::default() };
        for item in value["mine"].as_array()? {
            match KeptEntry::decode(item) {
                Some(entry) => entries.mine.push(entry),
                None => entries.damaged += usize::from(item["state"].as_i64() >= Some(2)),
            }
        }
        Some(entries)
    }
}

impl Decode for Keeping {
    fn decode(value: &Value) -> Option<Self> {
        let trouble: Option<String> = Decode::decode(&value["trouble"])?;
        Some(match (value.get("places"), value.get("settled"), trouble) {
            (Some(places), _, _) => Self::Places(Decode::decode(places)?),
            (_, Some(settled), _) => Self::Settled(Decode::decode(settled)?),
            (_, _, trouble) => Self::Trouble(trouble?),
        })
    }
}
