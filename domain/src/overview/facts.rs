//! The page of a centre's facts: what it is, whether it is open, how many places it has, where it
//! stands, each dated and with its source.

use super::{Choice, Dated};
use crate::centre::{CentreKind, CentreStatus, Position};
use crate::ids::ProjectId;
use crate::label::Name;
use crate::registry::PersonFact;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The facts of a centre, each kind of them newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreFacts {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// Whether the reader may add records.
    pub administers: bool,
    /// What it is.
    pub kinds: Vec<Held<CentreKind>>,
    /// Whether it is open.
    pub statuses: Vec<Held<CentreStatus>>,
    /// Its places.
    pub capacities: Vec<Held<i64>>,
    /// Where it stands.
    pub addresses: Vec<Held<CentreAddress>>,
    /// Where it lies on the map, as far as that is told.
    pub positions: Vec<Held<Option<Position>>>,
    /// The projects to which its workshops belong, or belonged.
    pub projects: Vec<ProjectRules>,
}

/// What a project asks of people, and until when it keeps what identifies them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectRules {
    /// Its id.
    pub id: ProjectId,
    /// Its code and title.
    pub choice: Choice,
    /// What it asks.
    pub asks: Vec<PersonFact>,
    /// The last day on which identities are kept; for ever when missing.
    pub retain_until: Option<NaiveDate>,
}

/// Where a centre stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreAddress {
    /// Street and number.
    pub street: Name,
    /// Town or village.
    pub place: Name,
}

/// When a dated record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holds {
    /// From a day on that has not come.
    ToCome,
    /// Today.
    Today,
    /// Until a day that is over.
    Earlier,
    /// Never: a later record is dated on the same day.
    Replaced,
}

/// A dated record with the time in which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held<T> {
    /// The record.
    pub record: Dated<T>,
    /// The last day it holds; none until another record says otherwise.
    pub until: Option<NaiveDate>,
    /// When it holds, seen from today.
    pub holds: Holds,
}

impl<T> Held<T> {
    /// When each of some records holds, newest first. They come in the order in which they were
    /// recorded: of two that are dated on one day, the later recorded one holds.
    pub fn of(mut records: Vec<Dated<T>>, today: NaiveDate) -> Vec<Self> {
        records.sort_by_key(|record| record.from);
        let mut next: Option<NaiveDate> = None;
        let mut held = Vec::with_capacity(records.len());
        for record in records.into_iter().rev() {
            let from = record.from;
            let replaced = next == Some(from);
            let until = next.and_then(|next| next.pred_opt());
            let until = if replaced { None } else { until };
            let holds = match until {
                _ if replaced => Holds::Replaced,
                _ if from > today => Holds::ToCome,
                Some(until) if until < today => Holds::Earlier,
                _ => Holds::Today,
            };
            next = Some(from);
            held.push(Self { record, until, holds });
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records(days: &[u32]) -> Vec<Dated<usize>> {
        let day = |n: &u32| NaiveDate::from_yo_opt(2021, *n).expect("a day");
        let dated = |(value, n)| Dated { value, from: day(n), source: "test".into() };
        days.iter().enumerate().map(dated).collect()
    }

    #[test]
    fn a_record_holds_until_the_next_and_the_last_of_a_day_wins() {
        let today = NaiveDate::from_yo_opt(2021, 20).expect("a day");
        let held = Held::of(records(&[10, 30, 10, 5]), today);
        let said: Vec<_> = held.iter().map(|one| (one.record.value, one.holds)).collect();
        assert_eq!(
            said,
            [(1, Holds::ToCome), (2, Holds::Today), (0, Holds::Replaced), (3, Holds::Earlier)]
        );
        let until = |n: u32| NaiveDate::from_yo_opt(2021, n);
        assert_eq!(
            held.iter().map(|one| one.until).collect::<Vec<_>>(),
            [None, until(29), None, until(9)]
        );
    }

    proptest! {
        /// The page's rule is that of the reports: the last record up to a day, the later recorded
        /// one of a day.
        #[test]
        fn on_each_day_at_most_one_record_holds(
            days in proptest::collection::vec(1u32..60, 0..12),
            on in 1u32..60,
        ) {
            let today = NaiveDate::from_yo_opt(2021, on).expect("a day");
            let held = Held::of(records(&days), today);
            prop_assert_eq!(held.len(), days.len());
            let now: Vec<_> =
                held.iter().filter(|one| one.holds == Holds::Today).map(|one| one.record.value).collect();
            let last = days.iter().enumerate().filter(|(_, day)| **day <= on);
            let last = last.max_by_key(|(n, day)| (**day, *n)).map(|(n, _)| n);
            prop_assert_eq!(now, last.into_iter().collect::<Vec<_>>());
        }
    }
}
