//! Entries that were held or refused, and what a manager decides about them.

use crate::fault::Fault;
use crate::ids::AccountId;
use serde::{Deserialize, Serialize};

/// Decides about an entry under review: to take it in after all, or to set it aside.
///
/// Taking it in judges it once more, and forgives what is a manager's to forgive
/// ([`Fault::may_be_released`]); the entry then stands in the journal as its maker made it,
/// directly after this decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettleEntry {
    /// SHA-256 of the entry's bytes, in hexadecimal.
    pub entry: String,
    /// Who sent it; `None` for the command line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maker: Option<AccountId>,
}

impl SettleEntry {
    /// # Errors
    /// [`Fault::OutOfRange`] naming `entry` when it is no SHA-256.
    pub fn check(&self) -> Result<(), Fault> {
        let fits = self.entry.len() == 64
            && self.entry.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if fits { Ok(()) } else { Err(Fault::out_of_range("entry", 64, 64)) }
    }
}
