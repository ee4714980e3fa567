//! The state of the journal and of the backups.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What head office must know of the database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upkeep {
    /// Entries in the journal now.
    pub entries: i64,
    /// The last time the journal was replayed and compared.
    pub check: Option<Done>,
    /// The last backup.
    pub backup: Option<Done>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// When something was done, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// When.
    pub at: DateTime<Utc>,
    /// Entries of the journal then.
    pub entries: i64,
    /// Rows and entries that did not agree.
    pub problems: i64,
}

/// Hours after which a check or a backup is too old: a day and a night.
pub const STALE_HOURS: i64 = 36;

impl Done {
    /// Whether it was longer ago than [`STALE_HOURS`].
    pub fn is_stale(&self, now: DateTime<Utc>) -> bool {
        (now - self.at).num_hours() >= STALE_HOURS
    }
}
