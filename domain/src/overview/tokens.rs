//! The access tokens of an account.

use crate::ids::TokenId;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What an account sees of its tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokensPage {
    /// Today's reporting day.
    pub today: NaiveDate,
    /// Its tokens, newest first.
    pub tokens: Vec<TokenRow>,
}

/// A token in a list. Its secret is known to its holder only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    /// Its id.
    pub id: TokenId,
    /// What it is for; missing where that was lost.
    pub label: Option<String>,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// The last reporting day on which it works.
    pub until: NaiveDate,
    /// The last reporting day on which it was used.
    pub used_on: Option<NaiveDate>,
    /// When it was revoked.
    pub revoked: Option<DateTime<Utc>>,
}

/// Whether a token works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenState {
    /// It does.
    Works,
    /// Its last day is over.
    Expired,
    /// It was revoked.
    Revoked,
}

impl TokenRow {
    /// Whether it works on a day.
    pub fn state(&self, today: NaiveDate) -> TokenState {
        match self.revoked {
            Some(_) => TokenState::Revoked,
            None if self.until < today => TokenState::Expired,
            None => TokenState::Works,
        }
    }
}
