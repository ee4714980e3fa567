//! Figures that are hard to believe: rules of ours. They flag and never change anything; a manager
//! corrects the figure or accepts it with a remark.
//!
//! A shift is judged by what was known on its own day, whatever period is asked for: a figure that
//! was accepted is not followed by others only because another day has begun.

use crate::clock::belgrade;
use crate::fault::Fault;
use crate::ids::ShiftId;
use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike, Utc};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// Shifts in a row that make the same number before it is doubted: the last of them is. While it goes
/// on, the first shift of each ISO week is doubted as well.
pub const SAME_IN_A_ROW: usize = 5;
/// Shifts of the workshop that must be known before one is measured by them.
pub const KNOWN_SHIFTS: usize = 5;
/// How many times as much as usual is too much, for each person and hour.
pub const TIMES_AS_MUCH: i64 = 3;
/// Seconds in which a whole register is marked at night.
pub const IN_ONE_GO_SECONDS: i64 = 5;
/// Marks that are a register.
pub const REGISTER: i64 = 2;
/// Days before a shift that say what is usual.
pub const HISTORY_DAYS: i64 = 60;
/// The largest number that can be accepted.
pub const VALUE_MAX: i64 = 1_000_000_000;

/// Why a figure is doubted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The same number of pieces several shifts in a row.
    SameEveryTime,
    /// Far more pieces for each person and hour than usual in the workshop.
    TooMuch,
    /// Pieces were made, and nobody was there.
    NobodyThere,
    /// A whole register was marked at once in the night.
    AtNight,
    /// More children than live in the centre.
    MoreChildren,
}

impl Doubt {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 5] =
        [Self::SameEveryTime, Self::TooMuch, Self::NobodyThere, Self::AtNight, Self::MoreChildren];

    /// The language-free code.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameEveryTime => "same_every_time",
            Self::TooMuch => "too_much",
            Self::NobodyThere => "nobody_there",
            Self::AtNight => "at_night",
            Self::MoreChildren => "more_children",
        }
    }

    /// Reads a code back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|doubt| doubt.code() == code)
    }
}

/// Accepts a doubted figure of a shift as it is; why stands in the remark beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptFigure {
    /// Which shift.
    pub shift: ShiftId,
    /// Why it was doubted.
    pub doubt: Doubt,
    /// The figure, 0 to [`VALUE_MAX`]: another one is doubted again.
    pub value: i64,
}

impl AcceptFigure {
    /// # Errors
    /// [`Fault::OutOfRange`].
    pub fn check(&self) -> Result<(), Fault> {
        if (0..=VALUE_MAX).contains(&self.value) {
            return Ok(());
        }
        Err(Fault::out_of_range("value", 0, VALUE_MAX))
    }
}

/// What is known of a shift that was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observed {
    /// The reporting day.
    pub day: NaiveDate,
    /// Its length in minutes.
    pub minutes: i64,
    /// Contacts.
    pub contacts: i64,
    /// Pieces made, those that were rejected not among them.
    pub pieces: i64,
    /// Contacts with children.
    pub children: i64,
    /// The first and the last mark that stands, by their makers' corrected clocks, and how many.
    pub marks: Option<(DateTime<Utc>, DateTime<Utc>, i64)>,
}

impl Observed {
    /// Thousandths of pieces for each person and hour.
    fn pace(&self) -> Option<i64> {
        let person_minutes = self.minutes.checked_mul(self.contacts).filter(|n| *n > 0)?;
        (self.pieces > 0).then(|| self.pieces.saturating_mul(60_000) / person_minutes)
    }
}

/// A doubted figure, and what would be usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubted {
    /// Why.
    pub doubt: Doubt,
    /// The figure.
    pub value: i64,
    /// What it is measured by: shifts in a row, usual pieces, or children who live there.
    pub usual: Option<i64>,
}

/// The shifts of a workshop in the [`HISTORY_DAYS`] before the one that is judged next.
#[derive(Debug, Clone, Default)]
pub struct Recent {
    /// In the order of time.
    shifts: VecDeque<Observed>,
    /// The paces of those that have one, the slowest first.
    paces: Vec<i64>,
}

impl Recent {
    /// Takes a shift in that comes after all before.
    pub fn add(&mut self, one: Observed) {
        self.forget(one.day);
        if let Some(pace) = one.pace() {
            let place = self.paces.partition_point(|other| *other < pace);
            self.paces.insert(place, pace);
        }
        self.shifts.push_back(one);
    }

    /// Judges the shift that comes after all before, by these and by how many children live in the
    /// centre, where that is known; then takes it in.
    pub fn judge(&mut self, one: Observed, housed: Option<i64>) -> Vec<Doubted> {
        self.forget(one.day);
        let found = self.doubts(&one, housed);
        self.add(one);
        found
    }

    /// Drops what lies too far before a day.
    fn forget(&mut self, day: NaiveDate) {
        let first = day - Duration::days(HISTORY_DAYS);
        while let Some(old) = self.shifts.front().filter(|old| old.day < first) {
            let place = old.pace().and_then(|pace| self.paces.binary_search(&pace).ok());
            if let Some(place) = place {
                self.paces.remove(place);
            }
            self.shifts.pop_front();
        }
    }

    fn doubts(&self, one: &Observed, housed: Option<i64>) -> Vec<Doubted> {
        let mut found = Vec::new();
        let before = self.shifts.iter().rev();
        let alike = before.take_while(|other| other.pieces == one.pieces).count() + 1;
        let week = |shift: &Observed| shift.day.iso_week();
        let begins_week = self.shifts.back().map(week) != Some(week(one));
        let is_due = alike == SAME_IN_A_ROW || (alike > SAME_IN_A_ROW && begins_week);
        if one.pieces > 0 && is_due {
            let usual = i64::try_from(alike).ok();
            found.push(Doubted { doubt: Doubt::SameEveryTime, value: one.pieces, usual });
        }
        if let (Some(pace), Some(usual)) = (one.pace(), self.paces.get(self.paces.len() / 2))
            && self.paces.len() >= KNOWN_SHIFTS
            && pace > usual.saturating_mul(TIMES_AS_MUCH)
        {
            let usual = usual.saturating_mul(one.minutes * one.contacts) / 60_000;
            found.push(Doubted { doubt: Doubt::TooMuch, value: one.pieces, usual: Some(usual) });
        }
        if one.pieces > 0 && one.contacts == 0 {
            found.push(Doubted { doubt: Doubt::NobodyThere, value: one.pieces, usual: None });
        }
        if let Some((first, last, marks)) = one.marks
            && marks >= REGISTER
            && (last - first).num_seconds() <= IN_ONE_GO_SECONDS
            && !(5..22).contains(&belgrade(first).hour())
        {
            found.push(Doubted { doubt: Doubt::AtNight, value: marks, usual: None });
        }
        if let Some(housed) = housed.filter(|housed| one.children > *housed) {
            let usual = Some(housed);
            found.push(Doubted { doubt: Doubt::MoreChildren, value: one.children, usual });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A shift of a Monday.
    fn shift(pieces: i64, contacts: i64) -> Observed {
        let day = NaiveDate::from_ymd_opt(2021, 5, 31).expect("a day");
        Observed { day, minutes: 120, contacts, pieces, children: 0, marks: None }
    }

    fn later(one: Observed, days: i64) -> Observed {
        Observed { day: one.day + Duration::days(days), ..one }
    }

    fn doubts(one: Observed, before: &[Observed], housed: Option<i64>) -> Vec<Doubted> {
        let mut recent = Recent::default();
        before.iter().for_each(|other| recent.add(*other));
        recent.judge(one, housed)
    }

    fn codes(one: Observed, before: &[Observed], housed: Option<i64>) -> Vec<(&'static str, i64)> {
        doubts(one, before, housed).into_iter().map(|d| (d.doubt.code(), d.value)).collect()
    }

    #[test]
    fn codes_come_back() {
        for doubt in Doubt::ALL {
            assert_eq!(Doubt::from_code(doubt.code()), Some(doubt));
        }
    }

    #[test]
    fn a_hundred_every_time() {
        let before = [shift(90, 2), shift(100, 2), shift(100, 2), shift(100, 2), shift(100, 2)];
        assert_eq!(codes(shift(100, 2), &before, None), [("same_every_time", 100)]);
        assert_eq!(codes(shift(100, 2), &before[..4], None), []);
        assert_eq!(codes(shift(99, 2), &before, None), []);
        // Nothing made is no number typed.
        assert_eq!(codes(shift(0, 2), &[shift(0, 2); 9], None), []);
        // While it goes on it is asked once a week, not at each shift.
        assert_eq!(codes(shift(7, 2), &[shift(7, 2); 5], None), []);
        assert_eq!(codes(later(shift(7, 2), 6), &[shift(7, 2); 9], None), []);
        let next_week = doubts(later(shift(7, 2), 7), &[shift(7, 2); 9], None);
        let same = Doubted { doubt: Doubt::SameEveryTime, value: 7, usual: Some(10) };
        assert_eq!(next_week, [same]);
    }

    #[test]
    fn what_is_long_ago_says_nothing() {
        let alike = [shift(100, 2); 4];
        let known: Vec<Observed> = [24, 25, 23, 26, 25].map(|n| shift(n, 2)).into();
        let same = ("same_every_time", 100);
        assert_eq!(codes(later(shift(100, 2), HISTORY_DAYS), &alike, None), [same]);
        assert_eq!(codes(later(shift(100, 2), HISTORY_DAYS + 1), &alike, None), []);
        let much = ("too_much", 400);
        assert_eq!(codes(later(shift(400, 2), HISTORY_DAYS), &known, None), [much]);
        assert_eq!(codes(later(shift(400, 2), HISTORY_DAYS + 1), &known, None), []);
    }

    proptest! {
        /// A shift is judged alike in whatever period it is asked for, and the paces are those of
        /// the shifts that are known.
        #[test]
        fn no_doubt_depends_on_the_period(
            shifts in prop::collection::vec((0i64..9, 0usize..4, 0i64..3), 1..100),
            begin in 0i64..300,
        ) {
            let mut day = shift(0, 0).day;
            let from = day + Duration::days(begin);
            let (mut always, mut asked) = (Recent::default(), Recent::default());
            for (gap, pieces, contacts) in shifts {
                day += Duration::days(gap);
                let one = Observed { day, ..shift([7, 7, 7, 60][pieces], contacts) };
                let doubts = always.judge(one, None);
                if day >= from {
                    prop_assert_eq!(asked.judge(one, None), doubts);
                } else if day >= from - Duration::days(HISTORY_DAYS) {
                    asked.add(one);
                }
                let known = always.shifts.iter();
                prop_assert!(known.clone().all(|one| (day - one.day).num_days() <= HISTORY_DAYS));
                let mut paces: Vec<i64> = known.filter_map(Observed::pace).collect();
                paces.sort_unstable();
                prop_assert_eq!(&always.paces, &paces);
            }
        }
    }

    #[test]
    fn four_hundred_masks_by_two_people() {
        let usual: Vec<Observed> = [24, 25, 23, 26, 25].map(|n| shift(n, 2)).into();
        let found = doubts(shift(400, 2), &usual, None);
        assert_eq!(found, [Doubted { doubt: Doubt::TooMuch, value: 400, usual: Some(25) }]);
        // Sixteen people make as many, and too few shifts say what is usual.
        assert_eq!(codes(shift(400, 16), &usual, None), []);
        assert_eq!(codes(shift(400, 2), &usual[1..], None), []);
        assert_eq!(codes(shift(25, 0), &usual, None), [("nobody_there", 25)]);
    }

    #[test]
    fn a_register_at_midnight() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant");
        let marked = |first, last, marks| Observed {
            marks: Some((at(first), at(last), marks)),
            ..shift(0, 9)
        };
        // Half past midnight in Belgrade.
        let night = marked("2021-05-31T22:30:00Z", "2021-05-31T22:30:01Z", 9);
        assert_eq!(codes(night, &[], None), [("at_night", 9)]);
        for fine in [
            marked("2021-05-31T10:30:00Z", "2021-05-31T10:30:00Z", 9),
            marked("2021-05-31T22:30:00Z", "2021-05-31T22:31:00Z", 9),
            marked("2021-05-31T22:30:00Z", "2021-05-31T22:30:00Z", 1),
        ] {
            assert_eq!(codes(fine, &[], None), []);
        }
    }

    #[test]
    fn more_children_than_live_there() {
        let many = Observed { children: 51, ..shift(0, 60) };
        assert_eq!(codes(many, &[], Some(50)), [("more_children", 51)]);
        assert_eq!(codes(many, &[], Some(51)), []);
        assert_eq!(codes(many, &[], None), []);
    }

    #[test]
    fn what_can_be_accepted() {
        let of = |value| AcceptFigure {
            shift: ShiftId(uuid::Uuid::nil()),
            doubt: Doubt::TooMuch,
            value,
        };
        assert!(of(0).check().is_ok() && of(VALUE_MAX).check().is_ok());
        assert!(of(-1).check().is_err() && of(VALUE_MAX + 1).check().is_err());
    }
}
