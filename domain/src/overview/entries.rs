//! Entries under review, whole, as a manager reads them.

use super::Choice;
use crate::command::Command;
use crate::fault::{Fault, Verdict};
use crate::ids::{AccountId, DeviceId, ShiftId};
use crate::person::PersonCode;
use crate::review;
use crate::shift::Slot;
use crate::workshop::Unit;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An entry that was held or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewEntry {
    /// SHA-256 of its bytes: what a decision names it by, together with who sent it.
    pub hash: String,
    /// Who sent it; `None` for the command line.
    pub maker: Option<AccountId>,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Code of the account that sent it; `None` for the command line.
    pub account: Option<String>,
    /// Held or refused.
    pub verdict: Verdict,
    /// Why.
    pub fault: Fault,
    /// The kind of command, as in JSON; `None` when it could not be read.
    pub command: Option<String>,
    /// The shift that it was about, if it could be found.
    pub shift: Option<(Slot, Choice)>,
    /// Everything that it says.
    pub details: Details,
}

impl ReviewEntry {
    /// Whether it is worth the try to take it in: what waits may have become right, some of what
    /// was refused is a manager's to judge, and what release 0.1.0 refused for being taken back
    /// twice is no fault any more.
    pub fn may_be_taken_in(&self) -> bool {
        self.verdict == Verdict::Held
            || self.fault.may_be_released()
            || self.fault == Fault::AlreadyVoided
    }

    /// Whether it can be taken in with another shift, person or number.
    pub fn may_be_corrected(&self) -> bool {
        let said = self.details.said.as_ref();
        said.is_some_and(|command| review::Parts::of(command).is_some())
            && !matches!(self.fault, Fault::SameIdOtherBytes | Fault::AlreadyExists { .. })
    }
}

/// Everything that an entry says, as far as it could be read and its reader may see it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// When it was made, by its maker's corrected clock.
    pub made_at: Option<DateTime<Utc>>,
    /// The device that made it.
    pub device: Option<DeviceId>,
    /// The code of that, if it is a shared tablet.
    pub tablet: Option<String>,
    /// The change.
    pub said: Option<Command>,
    /// The person that it names.
    pub person: Option<PersonLabel>,
    /// The workshop that it names.
    pub workshop: Option<Choice>,
    /// The product that it names.
    pub product: Option<(Choice, Unit)>,
    /// The codes of the accounts that it names.
    pub accounts: Vec<String>,
    /// The remark beside it; only for who may see the register.
    pub remark: Option<String>,
    /// Its bytes as they came; of what could not be read only for who may see the register.
    pub raw: Option<String>,
}

/// Somebody as a list names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLabel {
    /// The code.
    pub code: PersonCode,
    /// What the person is called; only for who may see the register, and only if known.
    pub alias: Option<String>,
}

impl PersonLabel {
    /// The key by which lists are in the order of aliases, whoever has none last, by code.
    pub fn by_name(&self) -> (bool, Option<String>, PersonCode) {
        let alias = self.alias.as_ref().map(|alias| alias.to_lowercase());
        (alias.is_none(), alias, self.code.clone())
    }
}

/// What the form offers that corrects an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correcting {
    /// The entry's hash.
    pub entry: String,
    /// The shifts of its centre around the day it was made, in the order of time.
    pub shifts: Vec<ShiftChoice>,
}

/// A shift to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftChoice {
    /// Its id.
    pub id: ShiftId,
    /// When it takes place.
    pub slot: Slot,
    /// Its workshop.
    pub workshop: Choice,
}
