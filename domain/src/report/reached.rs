//! Different people of a period in one place, by sex and age (R3), and which cells a figure adds up.
//!
//! Somebody's age is the one at the first attendance that is counted: the row's own, so that a row
//! depends on nothing but what it is of. People counted without a name are in no cell; they make a
//! range of the total.

use super::ColumnId;
use super::session::Session;
use crate::person::{Age, AgeBand, Sex};
use crate::shift::ShiftState;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::hash::Hash;

/// The cells of different people: each sex with each age band.
pub const CELLS: usize = Sex::ALL.len() * AgeBand::ALL.len();

/// The place of a cell, below [`CELLS`].
pub fn place(sex: Sex, band: AgeBand) -> usize {
    sex as usize * AgeBand::ALL.len() + band as usize
}

/// The cells that match: of one sex or all, of some age bands, or all where none is named.
pub fn cells(sex: Option<Sex>, bands: &[AgeBand]) -> Vec<usize> {
    let sexes = Sex::ALL.into_iter().filter(|one| sex.is_none_or(|only| only == *one));
    sexes
        .flat_map(|sex| {
            let matching = AgeBand::ALL.iter().filter(|b| bands.is_empty() || bands.contains(b));
            matching.map(move |band| place(sex, *band))
        })
        .collect()
}

/// The cells that a column of different people adds up; `None` for a column of something else.
pub fn cells_of(column: ColumnId) -> Option<Vec<usize>> {
    use AgeBand::{From60, To4, To11, To17, To59, Unknown};
    let one = |sex, band| Some(cells(Some(sex), &[band]));
    let (f, m) = (Sex::Female, Sex::Male);
    match column {
        ColumnId::Female0 => one(f, To4),
        ColumnId::Female5 => one(f, To11),
        ColumnId::Female12 => one(f, To17),
        ColumnId::Female18 => one(f, To59),
        ColumnId::Female60 => one(f, From60),
        ColumnId::Male0 => one(m, To4),
        ColumnId::Male5 => one(m, To11),
        ColumnId::Male12 => one(m, To17),
        ColumnId::Male18 => one(m, To59),
        ColumnId::Male60 => one(m, From60),
        ColumnId::OtherSex => Some(cells(Some(Sex::Other), &[])),
        ColumnId::SexOrAgeUnknown => {
            let mut unknown = cells(Some(Sex::NotDisclosed), &[]);
            unknown.extend([place(f, Unknown), place(m, Unknown)]);
            Some(unknown)
        }
        ColumnId::PeopleFemale => Some(cells(Some(f), &[])),
        ColumnId::PeopleMale => Some(cells(Some(m), &[])),
        ColumnId::People => Some(cells(None, &[])),
        _ => None,
    }
}

/// The columns of R3 that divide the people known by code: they add up to all of them.
pub const PARTS: [ColumnId; 12] = [
    ColumnId::Female0,
    ColumnId::Female5,
    ColumnId::Female12,
    ColumnId::Female18,
    ColumnId::Female60,
    ColumnId::Male0,
    ColumnId::Male5,
    ColumnId::Male12,
    ColumnId::Male18,
    ColumnId::Male60,
    ColumnId::OtherSex,
    ColumnId::SexOrAgeUnknown,
];

/// What counting needs of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Sex.
    pub sex: Sex,
    /// Age, if known.
    pub age: Option<Age>,
    /// Whether the short set on functioning says that there is a disability.
    pub disabled: bool,
    /// Whether somebody below 18 would be an unaccompanied or separated child.
    pub alone: bool,
}

/// Different people of a period in one place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reached {
    /// People known by code, by [`place`].
    pub cells: [i64; CELLS],
    /// Of them with a disability.
    pub disabled: i64,
    /// Of them unaccompanied or separated children.
    pub uasc: i64,
    /// Counted without a name, each time anew.
    pub headcount: i64,
    /// Contacts of the largest session.
    pub largest: i64,
    /// Contacts of all sessions.
    pub contacts: i64,
    /// Sessions held.
    pub sessions: i64,
    /// Their minutes.
    pub minutes: i64,
}

impl Reached {
    /// People known by code.
    pub fn named(&self) -> i64 {
        self.cells.iter().sum()
    }

    /// The sum of some cells.
    pub fn sum(&self, cells: &[usize]) -> i64 {
        cells.iter().filter_map(|place| self.cells.get(*place)).sum()
    }

    /// The least and the most that the number of different people can be: as in
    /// [`super::session::Summary::people`].
    pub fn range(&self) -> (i64, i64) {
        (self.named().max(self.largest), self.named() + self.headcount)
    }
}

/// Counts different people, session by session in the order of time.
#[derive(Debug, Clone)]
pub struct Counting<P> {
    seen: HashSet<P>,
    reached: Reached,
}

impl<P> Default for Counting<P> {
    fn default() -> Self {
        Self { seen: HashSet::new(), reached: Reached::default() }
    }
}

impl<P: Eq + Hash + Clone> Counting<P> {
    /// Takes a session in, if it was held.
    pub fn add(&mut self, session: &Session<P>, known: impl Fn(&P) -> Known) {
        if session.state != ShiftState::Closed {
            return;
        }
        for person in session.present() {
            if self.seen.insert(person.clone()) {
                self.reached.count(known(person), session.slot.day);
            }
        }
        let contacts = session.figures.contacts();
        self.reached.headcount += session.figures.headcount;
        self.reached.contacts += contacts;
        self.reached.sessions += 1;
        self.reached.minutes += session.slot.minutes;
        self.reached.largest = self.reached.largest.max(contacts);
    }

    /// Who and how many until now.
    pub fn reached(&self) -> &Reached {
        &self.reached
    }
}

impl Reached {
    fn count(&mut self, known: Known, day: NaiveDate) {
        let band = AgeBand::of(known.age.map(|age| age.on(day)));
        self.cells[place(known.sex, band)] += 1;
        self.disabled += i64::from(known.disabled);
        self.uasc += i64::from(known.alone && band.is_child() == Some(true));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::session::{Attendee, Figures};
    use crate::shift::{Progress, Slot, parse_hhmm};
    use proptest::prelude::*;

    fn session(day: &str, people: &[u8], headcount: i64) -> Session<u8> {
        let mut figures = Figures::default();
        people.iter().for_each(|_| figures.add_present(true, Sex::Female, AgeBand::To59));
        figures.add_headcount(Sex::Male, AgeBand::To11, headcount);
        Session {
            id: String::new(),
            slot: Slot {
                day: day.parse().expect("a day"),
                start: parse_hhmm("10:00").expect("a time"),
                minutes: 60,
            },
            progress: Progress::Open,
            state: ShiftState::Closed,
            facilitators: 1,
            people: people
                .iter()
                .map(|person| Attendee { person: *person, registered: true, came: Some(true) })
                .collect(),
            figures,
        }
    }

    fn girl(_: &u8) -> Known {
        Known { sex: Sex::Female, age: Some(Age::Born(2004)), disabled: false, alone: true }
    }

    #[test]
    fn the_first_attendance_decides_the_age() {
        let mut counting = Counting::default();
        counting.add(&session("2021-12-30", &[1], 0), girl);
        counting.add(&session("2022-01-03", &[1, 2], 0), girl);
        let reached = counting.reached();
        assert_eq!(reached.cells[place(Sex::Female, AgeBand::To17)], 1, "17 in 2021");
        assert_eq!(reached.cells[place(Sex::Female, AgeBand::To59)], 1, "18 in 2022");
        assert_eq!((reached.named(), reached.uasc, reached.contacts), (2, 1, 3));
    }

    #[test]
    fn headcounts_make_a_range() {
        let mut counting = Counting::default();
        counting.add(&session("2021-05-03", &[1], 50), girl);
        counting.add(&session("2021-05-04", &[1], 40), girl);
        assert_eq!(counting.reached().range(), (51, 91));
    }

    #[test]
    fn the_parts_divide_everybody() {
        let mut all: Vec<usize> =
            PARTS.iter().flat_map(|part| cells_of(*part).expect("a part")).collect();
        all.sort_unstable();
        assert_eq!(all, (0..CELLS).collect::<Vec<_>>());
        assert_eq!(cells_of(ColumnId::Contacts), None);
    }

    proptest! {
        /// Unique ≤ contacts; a period ≤ the sum of its months, and at least each of them.
        #[test]
        fn invariants(
            sessions in prop::collection::vec(
                (0u32..60, prop::collection::hash_set(0u8..20, 0..6), 0i64..9), 0..14,
            )
        ) {
            let first: NaiveDate = "2021-05-01".parse().expect("a day");
            let mut sessions = sessions;
            sessions.sort_by_key(|one| one.0);
            let mut whole = Counting::default();
            let mut months = [Counting::default(), Counting::default()];
            for (after, people, headcount) in &sessions {
                let day = (first + chrono::Duration::days(i64::from(*after))).to_string();
                let people: Vec<u8> = people.iter().copied().collect();
                let session = session(&day, &people, *headcount);
                whole.add(&session, girl);
                months[usize::from(*after > 30)].add(&session, girl);
            }
            let whole = whole.reached();
            let named = months.each_ref().map(|month| month.reached().named());
            prop_assert!(whole.named() <= named[0] + named[1]);
            prop_assert!(named.iter().all(|month| *month <= whole.named()));
            let (least, most) = whole.range();
            prop_assert!(least <= most && most <= whole.contacts);
        }
    }
}
