//! Who may do what where, as head office sets it.

use super::{Choice, TokenRow};
use crate::access::Grant;
use crate::ids::AccountId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// All accounts, in the order of their codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPage {
    /// The accounts.
    pub accounts: Vec<AccountAccess>,
    /// Centres for which somebody can be a manager or a facilitator.
    pub centres: Vec<Choice>,
    /// Workshops without a centre, for their facilitators.
    pub workshops: Vec<Choice>,
    /// Projects for their donors.
    pub projects: Vec<Choice>,
    /// The access tokens that work today, by the codes of their accounts.
    pub tokens: Vec<HeldToken>,
}

/// An access token with whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldToken {
    /// The account's code.
    pub account: String,
    /// The token.
    pub token: TokenRow,
}

/// An account with what it may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountAccess {
    /// Its id.
    pub account: AccountId,
    /// Its code.
    pub code: String,
    /// The name it signs in with.
    pub login: String,
    /// Who it is; missing where that was erased.
    pub name: Option<String>,
    /// Whether it is switched off.
    pub disabled: bool,
    /// Its permissions that hold or will hold, in the order in which they were given.
    pub held: Vec<HeldGrant>,
}

/// A permission of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldGrant {
    /// What and where.
    pub grant: Grant,
    /// The place by name; none for the whole organisation.
    pub place: Option<Choice>,
    /// The first day it holds, if not from the beginning.
    pub from: Option<NaiveDate>,
    /// The last day it holds, if it ends.
    pub to: Option<NaiveDate>,
}
