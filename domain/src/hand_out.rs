//! What was handed out of what was made, and to whom: organisations and places, never persons.

use crate::fault::Fault;
use crate::ids::{CentreId, HandOutId, ProductId, RecipientId};
use crate::label::Name;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most of a product in one hand-out.
pub const HAND_OUT_MAX: i64 = 100_000;

/// Adds a recipient of a centre: an organisation or a place, not a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddRecipient {
    /// Its id.
    pub recipient: RecipientId,
    /// The centre that hands out to it.
    pub centre: CentreId,
    /// Its name.
    pub name: Name,
}

/// So much of a product was handed out to a recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOut {
    /// Its id.
    pub hand_out: HandOutId,
    /// Of which product, of a workshop of the recipient's centre.
    pub product: ProductId,
    /// To whom.
    pub recipient: RecipientId,
    /// On which reporting day.
    pub day: NaiveDate,
    /// How much, in the product's unit: 1 to [`HAND_OUT_MAX`].
    pub quantity: i64,
}

impl HandOut {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        if (1..=HAND_OUT_MAX).contains(&self.quantity) {
            Ok(())
        } else {
            Err(Fault::out_of_range("quantity", 1, HAND_OUT_MAX))
        }
    }
}

/// A hand-out that did not happen as entered: it counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoidHandOut {
    /// Which one.
    pub hand_out: HandOutId,
}
