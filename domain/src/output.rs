//! Outputs: entries that add up, good pieces and rejected ones apart; a correction voids an entry
//! and adds another.

use crate::fault::Fault;
use crate::ids::{OutputId, ProductId, ShiftId};
use serde::{Deserialize, Serialize};

/// The most that one entry holds, in the product's unit.
pub const QUANTITY_MAX: i64 = 100_000;

/// Adds what was made at a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordOutput {
    /// The entry's id.
    pub output: OutputId,
    /// At which shift.
    pub shift: ShiftId,
    /// Which product.
    pub product: ProductId,
    /// How much, in the product's unit: 1 to [`QUANTITY_MAX`].
    pub quantity: i64,
    /// Whether these are no good: they count apart, and never as made.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rejected: bool,
}

impl RecordOutput {
    /// # Errors
    /// [`Fault::OutOfRange`] for a quantity outside its range.
    pub fn check(&self) -> Result<(), Fault> {
        if (1..=QUANTITY_MAX).contains(&self.quantity) {
            Ok(())
        } else {
            Err(Fault::out_of_range("quantity", 1, QUANTITY_MAX))
        }
    }
}

/// Takes an entry back; it stays in the journal and counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoidOutput {
    /// Which entry.
    pub output: OutputId,
}
