//! Handing a shift over: two facilitators looked at one summary and confirmed it, each with the
//! PIN. The receipt says what they saw.

use crate::attendance::HEADCOUNT_MAX;
use crate::fault::Fault;
use crate::ids::{AccountId, ProductId, ShiftId};
use crate::output::QUANTITY_MAX;
use serde::{Deserialize, Serialize};

/// The most products that one receipt lists.
const PRODUCTS_MAX: usize = 100;
/// The largest number of a receipt.
const COUNT_MAX: i64 = 1_000_000;

/// Hands a shift over. A receipt: it changes no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOverShift {
    /// Which shift.
    pub shift: ShiftId,
    /// Who hands over, and makes the entry.
    pub from: AccountId,
    /// Who takes over.
    pub to: AccountId,
    /// What both saw.
    pub seen: Seen,
}

/// The summary that both saw.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// People on the list.
    pub listed: i64,
    /// Marked present.
    pub present: i64,
    /// Marked absent.
    pub absent: i64,
    /// Present without an enrolment.
    pub walk_ins: i64,
    /// Counted without being named.
    pub headcount: i64,
    /// What was made, a line for each product.
    pub made: Vec<SeenProduct>,
    /// Entries that waited on the tablet to be sent.
    pub unsent: i64,
}

/// How much of a product both saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenProduct {
    /// Which product.
    pub product: ProductId,
    /// How much, in its unit.
    pub quantity: i64,
}

impl HandOverShift {
    /// # Errors
    /// [`Fault::OutOfRange`]: a number outside its range, or one account on both sides.
    pub fn check(&self) -> Result<(), Fault> {
        if self.from == self.to {
            return Err(Fault::out_of_range("to", 1, 1));
        }
        let seen = &self.seen;
        let counts = [seen.listed, seen.present, seen.absent, seen.walk_ins, seen.unsent];
        if counts.iter().any(|n| !(0..=COUNT_MAX).contains(n)) {
            return Err(Fault::out_of_range("seen", 0, COUNT_MAX));
        }
        if !(0..=HEADCOUNT_MAX * 100).contains(&seen.headcount) {
            return Err(Fault::out_of_range("headcount", 0, HEADCOUNT_MAX * 100));
        }
        if seen.made.len() > PRODUCTS_MAX {
            return Err(Fault::out_of_range("made", 0, PRODUCTS_MAX as i64));
        }
        let most = QUANTITY_MAX * 1_000;
        if seen.made.iter().any(|made| !(0..=most).contains(&made.quantity)) {
            return Err(Fault::out_of_range("quantity", 0, most));
        }
        Ok(())
    }
}
