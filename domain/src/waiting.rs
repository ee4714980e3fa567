//! Who waits for a place, in order, and whom a free one is offered to.

use crate::fault::Fault;
use crate::ids::{OfferId, PersonId, ShiftId, WaitingId, WorkshopId};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// How long an offer is kept for somebody, in days: until the end of the last of them.
pub const OFFER_DAYS: i64 = 3;

/// Puts somebody at the end of the list of those who wait for a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinWaitingList {
    /// Its id.
    pub waiting: WaitingId,
    /// Who waits.
    pub person: PersonId,
    /// In which workshop.
    pub workshop: WorkshopId,
    /// For this shift only; for all shifts of the workshop when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<ShiftId>,
}

/// Takes somebody off the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveWaitingList {
    /// Which place in the list.
    pub waiting: WaitingId,
}

/// Offers a free place to somebody who waits. The door makes these by itself when a place frees
/// up; whoever enrols the person takes the offer up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferPlace {
    /// Its id.
    pub offer: OfferId,
    /// Whose turn it is.
    pub waiting: WaitingId,
    /// The last day it is kept for them.
    pub until: NaiveDate,
}

/// Says that an offer was declined: who declined waits no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclineOffer {
    /// Which offer.
    pub offer: OfferId,
}

/// The last day on which an offer of `today` is kept; for a single shift never after its day.
pub fn kept_until(today: NaiveDate, shift: Option<NaiveDate>) -> NaiveDate {
    let until = today + Duration::days(OFFER_DAYS);
    shift.map_or(until, |day| until.min(day))
}

/// How many places may be offered: what is free of `capacity` when those who are enrolled and
/// those to whom one is offered already are taken off. Without a capacity there is always room.
/// A group above its capacity offers nothing.
pub fn to_offer(capacity: Option<i64>, enrolled: i64, offered: i64, waiting: i64) -> i64 {
    let free = capacity.map_or(waiting, |capacity| capacity - enrolled - offered);
    free.clamp(0, waiting.max(0))
}

/// Whether an enrolment finds a place.
///
/// # Errors
/// [`Fault::Clash`] with [`crate::plan::Clash::NoPlace`].
pub fn check_place(capacity: Option<i64>, enrolled: i64) -> Result<(), Fault> {
    match capacity {
        Some(capacity) if enrolled >= capacity => {
            Err(Fault::Clash { clash: crate::plan::Clash::NoPlace })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_offer_ends_with_its_shift() {
        let day = |text: &str| text.parse().expect("a day");
        assert_eq!(kept_until(day("2021-05-31"), None), day("2021-06-03"));
        assert_eq!(kept_until(day("2021-05-31"), Some(day("2021-06-01"))), day("2021-06-01"));
        assert_eq!(kept_until(day("2021-05-31"), Some(day("2021-07-01"))), day("2021-06-03"));
    }

    proptest! {
        #[test]
        fn never_more_is_offered_than_is_free_or_waited_for(
            capacity in proptest::option::of(0i64..50),
            enrolled in 0i64..60,
            offered in 0i64..20,
            waiting in 0i64..20,
        ) {
            let n = to_offer(capacity, enrolled, offered, waiting);
            prop_assert!((0..=waiting).contains(&n));
            if let Some(capacity) = capacity {
                prop_assert!(n == 0 || enrolled + offered + n <= capacity);
                let all_served = n == waiting;
                prop_assert!(all_served || enrolled + offered + n >= capacity);
            } else {
                prop_assert_eq!(n, waiting);
            }
        }
    }
}
