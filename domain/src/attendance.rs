//! Attendance and headcounts: facts that supersede each other.
//!
//! A mark is a fact about (shift, person), a count is one about (shift, sex, age band). A fact
//! names the fact that it replaces, if its maker saw one: that one is superseded, whatever the
//! clocks say. Time decides only between facts that did not know of each other. So any order
//! of arrival ends in the same picture.

use crate::fault::Fault;
use crate::ids::{EnvelopeId, PersonId, ShiftId};
use crate::person::{AgeBand, Sex};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What a mark says. No mark at all, or [`Presence::Unmarked`], is a third state, never absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Was there.
    Present,
    /// Was not there.
    Absent,
    /// A mark taken back.
    Unmarked,
}

/// Marks a person at a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkAttendance {
    /// Which shift.
    pub shift: ShiftId,
    /// Who.
    pub person: PersonId,
    /// The mark.
    pub presence: Presence,
    /// The mark that its maker saw and replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EnvelopeId>,
}

/// The most people that one cell of a headcount holds.
pub const HEADCOUNT_MAX: i64 = 5_000;

/// Sets how many people of a sex and age band were there without being named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordHeadcount {
    /// Which shift.
    pub shift: ShiftId,
    /// Their sex.
    pub sex: Sex,
    /// Their age.
    pub band: AgeBand,
    /// How many, 0 to [`HEADCOUNT_MAX`].
    pub people: i64,
    /// The count that its maker saw and replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EnvelopeId>,
}

impl RecordHeadcount {
    /// # Errors
    /// [`Fault::OutOfRange`] for a number of people outside its range.
    pub fn check(&self) -> Result<(), Fault> {
        if (0..=HEADCOUNT_MAX).contains(&self.people) {
            Ok(())
        } else {
            Err(Fault::out_of_range("people", 0, HEADCOUNT_MAX))
        }
    }
}

/// One of several facts about the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<V> {
    /// The envelope that states it.
    pub id: EnvelopeId,
    /// When it was made, corrected by the maker's known offset.
    pub at: DateTime<Utc>,
    /// The fact that it replaces.
    pub replaces: Option<EnvelopeId>,
    /// What it says.
    pub value: V,
}

/// The fact that stands, and whether others disagree with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a, V> {
    /// The fact that counts.
    pub fact: &'a Fact<V>,
    /// Whether a fact that did not know of it says something else.
    pub disputed: bool,
}

/// The facts about one thing that no other one replaces. Should facts replace each other in a
/// circle, all of them are taken, so that nothing is lost.
pub fn unreplaced<V>(facts: &[Fact<V>]) -> Vec<&Fact<V>> {
    let replaced = |id| facts.iter().any(|f| f.id != id && f.replaces == Some(id));
    let open: Vec<&Fact<V>> = facts.iter().filter(|f| !replaced(f.id)).collect();
    if open.is_empty() { facts.iter().collect() } else { open }
}

/// Which of the facts about one thing stands.
///
/// Among those that no other one replaces, the latest (by corrected time, ties by id) stands.
/// `None` only when there are no facts.
pub fn standing<V: PartialEq>(facts: &[Fact<V>]) -> Option<Standing<'_, V>> {
    let open = unreplaced(facts);
    let fact = open.iter().copied().max_by_key(|f| (f.at, f.id))?;
    let disputed = open.iter().any(|f| f.value != fact.value);
    Some(Standing { fact, disputed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn fact(id: u128, at: i64, replaces: Option<u128>, value: Presence) -> Fact<Presence> {
        Fact {
            id: EnvelopeId(Uuid::from_u128(id)),
            at: DateTime::from_timestamp(at, 0).expect("in range"),
            replaces: replaces.map(|id| EnvelopeId(Uuid::from_u128(id))),
            value,
        }
    }

    #[test]
    fn a_correction_stands_whatever_the_clock_says() {
        use Presence::*;
        let facts = [fact(1, 1000, None, Present), fact(2, 5, Some(1), Absent)];
        let stands = standing(&facts).expect("there are facts");
        assert_eq!((stands.fact.value, stands.disputed), (Absent, false));
    }

    #[test]
    fn between_two_that_did_not_know_of_each_other_the_later_stands_and_it_is_shown() {
        use Presence::*;
        let facts = [fact(1, 10, None, Present), fact(2, 20, None, Absent)];
        let stands = standing(&facts).expect("there are facts");
        assert_eq!((stands.fact.value, stands.disputed), (Absent, true));
        let agree = [fact(1, 10, None, Present), fact(2, 20, None, Present)];
        assert!(!standing(&agree).expect("there are facts").disputed);
    }

    #[test]
    fn no_fact_is_no_mark() {
        assert_eq!(standing::<Presence>(&[]), None);
    }

    prop_compose! {
        fn facts()(rows in prop::collection::vec((0i64..4, prop::option::of(0usize..8), 0..3usize), 1..8))
            -> Vec<Fact<Presence>> {
            let values = [Presence::Present, Presence::Absent, Presence::Unmarked];
            rows.iter().enumerate().map(|(i, (at, replaces, value))| {
                fact(i as u128, *at, replaces.map(|r| r as u128), values[*value])
            }).collect()
        }
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(
            (sorted, shuffled) in facts().prop_flat_map(|f| (Just(f.clone()), Just(f).prop_shuffle()))
        ) {
            let a = standing(&sorted).expect("not empty");
            let b = standing(&shuffled).expect("not empty");
            prop_assert_eq!((a.fact, a.disputed), (b.fact, b.disputed));
        }
    }
}
