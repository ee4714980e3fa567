//! Which figures of published tables of people are hidden, and the proof that it is enough.
//!
//! The rule (our conventions for small counts of people): values from 1 to k - 1 are hidden, true
//! zeros are shown; then so much more is hidden that everything shown, together with what
//! everybody knows of the figures, leaves at least three whole values for every hidden one.
//!
//! Unique people do not add up: who came in May and in June is one person of the quarter. So the
//! base cells are the unknowns of a system of linear relations ("a month is at most its quarter",
//! "a quarter is at most the sum of its months"), a published figure is a sum of unknowns, and what
//! a hidden figure can be is a question to whole-number programming:
//!
//! * [`Model`] holds unknowns, relations and figures; the true values always satisfy it.
//! * [`protect`] says what becomes of every figure, release after release; [`protect_after`] of
//!   those that come after what was published already.
//! * [`audit`] computes anew what a pattern gives away, whoever made it.
//!
//! A figure counts as safe only with whole solutions in hand that were checked in whole numbers:
//! where the solver fails or stops at a limit, a figure may be hidden without need, never the
//! other way round. All limits are sizes and counts, so the same model has the same pattern on
//! every machine.

mod audit;
mod grow;
mod local;
mod model;
mod pattern;
mod protect;
mod prover;
mod system;

pub use audit::{Audit, Interval, audit};
pub use model::{Figure, Model, Rules, Sense};
pub use pattern::{Fate, Pattern};
pub use protect::{protect, protect_after};
