//! The journal as its readers see it.

use super::{Choice, Details};
use crate::shift::Slot;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Entries of the journal, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalPage {
    /// The centre; all of the organisation when missing.
    pub centre: Option<Choice>,
    /// What was asked for.
    pub asked: JournalQuery,
    /// The entries.
    pub rows: Vec<JournalRow>,
    /// Where the next page begins: the entries before this one.
    pub next: Option<i64>,
    /// The centres to choose from; none on the page of one.
    pub centres: Vec<Choice>,
    /// Codes of the accounts to choose from.
    pub accounts: Vec<String>,
}

/// Which entries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalQuery {
    /// Of this centre, by code.
    pub centre: Option<String>,
    /// Of this kind, by the command's name in JSON.
    pub kind: Option<String>,
    /// Made by this account, by code.
    pub account: Option<String>,
    /// About this shift, by its id.
    pub shift: Option<String>,
    /// About this participant, by code.
    pub person: Option<String>,
    /// Received on this reporting day or later.
    pub from: Option<NaiveDate>,
    /// Received on this reporting day or earlier.
    pub to: Option<NaiveDate>,
    /// Before this entry: where a page begins.
    pub before: Option<i64>,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalRow {
    /// Its number.
    pub seq: i64,
    /// The kind of command, as in JSON.
    pub kind: String,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Code of the account that made it; `None` for the command line.
    pub account: Option<String>,
    /// The centre that it was about, by code.
    pub centre: Option<String>,
    /// The shift that it was about.
    pub shift: Option<(Slot, Choice)>,
    /// What it says.
    pub details: Details,
    /// What the entry said in whose place it came.
    pub instead: Option<Details>,
}
