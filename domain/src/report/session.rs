//! The figures of a shift, and what they add up to.
//!
//! Counting rules (conventions of donor figures; ours where no outside rule exists):
//! *contact* = one person at one session; *registered* = enrolled before the start; *walk-in* =
//! attended, not registered; *no-show* = registered and marked absent; *session held* = closed,
//! even with nobody there; *attendance rate* = registered attendees ÷ registered.

use super::Cell;
use crate::label::Name;
use crate::person::{AgeBand, Sex};
use crate::shift::{Progress, ShiftState, Slot};
use crate::suppression::Why;
use std::collections::HashSet;
use std::hash::Hash;

/// What was counted at one held shift.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Enrolled before the start.
    pub registered: i64,
    /// Of them present.
    pub attended: i64,
    /// Of them marked absent.
    pub no_shows: i64,
    /// Present without an enrolment.
    pub walk_ins: i64,
    /// Counted without being named.
    pub headcount: i64,
    /// Contacts by sex, in the order of [`Sex::ALL`].
    pub by_sex: [i64; 4],
    /// Contacts by age band, in the order of [`AgeBand::ALL`].
    pub by_band: [i64; 6],
    /// Made, in pieces; other units are in the output report.
    pub pieces: i64,
    /// Made and no good, in pieces; not among them.
    pub rejected: i64,
}

impl Figures {
    /// Adds somebody who was present.
    pub fn add_present(&mut self, registered: bool, sex: Sex, band: AgeBand) {
        if registered {
            self.attended += 1;
        } else {
            self.walk_ins += 1;
        }
        self.add_split(sex, band, 1);
    }

    /// Adds people counted without being named.
    pub fn add_headcount(&mut self, sex: Sex, band: AgeBand, people: i64) {
        self.headcount += people;
        self.add_split(sex, band, people);
    }

    fn add_split(&mut self, sex: Sex, band: AgeBand, people: i64) {
        self.by_sex[sex as usize] += people;
        self.by_band[band as usize] += people;
    }

    /// Contacts = registered attendees + walk-ins + headcount.
    pub fn contacts(&self) -> i64 {
        self.attended + self.walk_ins + self.headcount
    }

    /// Contacts with children, 0 to 17.
    pub fn children(&self) -> i64 {
        self.bands(Some(true))
    }

    /// Contacts with adults, 18 and more.
    pub fn adults(&self) -> i64 {
        self.bands(Some(false))
    }

    /// Contacts with people of an age that is not known.
    pub fn age_unknown(&self) -> i64 {
        self.bands(None)
    }

    fn bands(&self, child: Option<bool>) -> i64 {
        let pairs = AgeBand::ALL.iter().zip(self.by_band);
        pairs.filter(|(band, _)| band.is_child() == child).map(|(_, people)| people).sum()
    }
}

/// Somebody who was expected at a shift, or was marked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendee<P> {
    /// Who.
    pub person: P,
    /// Enrolled before the start.
    pub registered: bool,
    /// Present or absent; not marked is neither.
    pub came: Option<bool>,
}

/// A shift with its place, as a row of the session log tells it. `P` knows a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Session<P> {
    /// The shift's public id.
    pub id: String,
    /// When it takes place.
    pub slot: Slot,
    /// What has been recorded of its course.
    pub progress: Progress,
    /// What it looks like at the moment of the report.
    pub state: ShiftState,
    /// Facilitators assigned.
    pub facilitators: i64,
    /// Everybody who was expected or marked, once each.
    pub people: Vec<Attendee<P>>,
    /// What was counted; meaningful only when the shift was held.
    pub figures: Figures,
}

impl<P> Session<P> {
    /// Everybody who was present by name.
    pub fn present(&self) -> impl Iterator<Item = &P> {
        self.people.iter().filter(|one| one.came == Some(true)).map(|one| &one.person)
    }
}

/// The figures of a centre, a workshop or a project in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary<P: Eq + Hash> {
    /// Shifts by state, in the order of [`ShiftState::ALL`].
    pub by_state: [i64; 5],
    /// Added up over the shifts held.
    pub figures: Figures,
    /// Minutes of the shifts held.
    pub minutes: i64,
    people: HashSet<P>,
    largest: i64,
}

impl<P: Eq + Hash> Default for Summary<P> {
    fn default() -> Self {
        Self {
            by_state: [0; 5],
            figures: Figures::default(),
            minutes: 0,
            people: HashSet::new(),
            largest: 0,
        }
    }
}

impl<P: Eq + Hash + Clone> Summary<P> {
    /// Takes one shift in.
    pub fn add(&mut self, session: &Session<P>) {
        self.by_state[session.state as usize] += 1;
        if session.state != ShiftState::Closed {
            return;
        }
        let (sum, one) = (&mut self.figures, &session.figures);
        sum.registered += one.registered;
        sum.attended += one.attended;
        sum.no_shows += one.no_shows;
        sum.walk_ins += one.walk_ins;
        sum.headcount += one.headcount;
        sum.pieces += one.pieces;
        sum.rejected += one.rejected;
        for (sum, one) in sum.by_sex.iter_mut().zip(one.by_sex) {
            *sum += one;
        }
        for (sum, one) in sum.by_band.iter_mut().zip(one.by_band) {
            *sum += one;
        }
        self.minutes += session.slot.minutes;
        self.people.extend(session.present().cloned());
        self.largest = self.largest.max(one.contacts());
    }

    /// Takes of one shift those in who belong to a group of people, and how many of the group were
    /// counted without being named. Shifts, minutes and pieces belong to no group.
    pub fn add_group(
        &mut self,
        session: &Session<P>,
        belongs: impl Fn(&P) -> bool,
        headcount: i64,
    ) {
        if session.state != ShiftState::Closed {
            return;
        }
        let mut one = Figures { headcount, ..Figures::default() };
        for attendee in session.people.iter().filter(|attendee| belongs(&attendee.person)) {
            one.registered += i64::from(attendee.registered);
            match (attendee.came, attendee.registered) {
                (Some(true), true) => one.attended += 1,
                (Some(true), false) => one.walk_ins += 1,
                (Some(false), true) => one.no_shows += 1,
                (Some(false), false) | (None, _) => {}
            }
            if attendee.came == Some(true) {
                self.people.insert(attendee.person.clone());
            }
        }
        self.largest = self.largest.max(one.contacts());
        let sum = &mut self.figures;
        sum.registered += one.registered;
        sum.attended += one.attended;
        sum.walk_ins += one.walk_ins;
        sum.no_shows += one.no_shows;
        sum.headcount += one.headcount;
    }

    /// Those who were present by name.
    pub fn named(&self) -> &HashSet<P> {
        &self.people
    }

    /// Shifts in a state.
    pub fn shifts(&self, state: ShiftState) -> i64 {
        self.by_state[state as usize]
    }

    /// All shifts of the plan, whatever became of them.
    pub fn planned(&self) -> i64 {
        self.by_state.iter().sum()
    }

    /// Different people reached: an exact number without headcounts, otherwise a range.
    ///
    /// Unnamed people may have been counted before, or be among the named: at least the named
    /// ones, and everybody of the largest session, were different people; at most all were.
    pub fn people(&self) -> (i64, i64) {
        let named = self.people.len() as i64;
        (named.max(self.largest), named + self.figures.headcount)
    }

    /// Numerator and denominator of the attendance rate; `None` when nobody was registered.
    pub fn attendance(&self) -> Option<(i64, i64)> {
        (self.figures.registered > 0).then_some((self.figures.attended, self.figures.registered))
    }
}

/// A cell of a figure that exists only when the shift was held.
pub fn held(state: ShiftState, value: i64) -> Cell {
    if state == ShiftState::Closed { Cell::Number(value) } else { Cell::Empty(Why::NotHeld) }
}

/// A code, or nothing because it does not apply.
pub fn code_or_none(code: Option<&String>) -> Cell {
    code.map_or(Cell::Empty(Why::NotApplicable), |code| Cell::Text(code.clone()))
}

/// A name, or nothing because it does not apply.
pub fn name_or_none(name: Option<Name>) -> Cell {
    name.map_or(Cell::Empty(Why::NotApplicable), Cell::Name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shift::parse_hhmm;
    use proptest::prelude::*;

    fn session(people: &[(u8, bool)], headcount: i64, closed: bool) -> Session<u8> {
        let mut figures = Figures { registered: 3, ..Figures::default() };
        for (_, registered) in people {
            figures.add_present(*registered, Sex::Female, AgeBand::To59);
        }
        figures.add_headcount(Sex::NotDisclosed, AgeBand::To11, headcount);
        Session {
            id: String::new(),
            slot: Slot {
                day: "2021-05-31".parse().expect("a day"),
                start: parse_hhmm("10:00").expect("a time"),
                minutes: 120,
            },
            progress: Progress::Open,
            state: if closed { ShiftState::Closed } else { ShiftState::NotLogged },
            facilitators: 1,
            people: people
                .iter()
                .map(|(p, r)| Attendee { person: *p, registered: *r, came: Some(true) })
                .collect(),
            figures,
        }
    }

    #[test]
    fn only_held_shifts_count() {
        let mut sum = Summary::default();
        sum.add(&session(&[(1, true), (2, false)], 0, true));
        sum.add(&session(&[(1, true)], 7, false));
        assert_eq!((sum.planned(), sum.shifts(ShiftState::NotLogged)), (2, 1));
        assert_eq!((sum.figures.contacts(), sum.people()), (2, (2, 2)));
        assert_eq!(sum.attendance(), Some((1, 3)));
    }

    #[test]
    fn headcounts_make_a_range_of_people() {
        let mut sum = Summary::default();
        sum.add(&session(&[(1, true)], 50, true));
        sum.add(&session(&[(1, true)], 40, true));
        assert_eq!(sum.figures.contacts(), 92);
        assert_eq!(sum.people(), (51, 91));
    }

    proptest! {
        /// Groups that divide the people divide the contacts and the people.
        #[test]
        fn groups_add_up(
            sessions in prop::collection::vec(
                prop::collection::hash_map(0u8..20, any::<bool>(), 0..6), 0..12,
            )
        ) {
            let (mut whole, mut even, mut odd) =
                (Summary::default(), Summary::default(), Summary::default());
            for people in &sessions {
                let people: Vec<_> = people.iter().map(|(p, r)| (*p, *r)).collect();
                let session = session(&people, 0, true);
                whole.add(&session);
                even.add_group(&session, |person| person % 2 == 0, 0);
                odd.add_group(&session, |person| person % 2 == 1, 0);
            }
            let (even, odd) = (&even, &odd);
            for of in [Figures::contacts, |f: &Figures| f.attended, |f: &Figures| f.walk_ins] {
                prop_assert_eq!(of(&even.figures) + of(&odd.figures), of(&whole.figures));
            }
            prop_assert_eq!(even.people().0 + odd.people().0, whole.people().0);
        }

        /// Unique ≤ contacts; sexes and bands add up to contacts.
        #[test]
        fn invariants(
            sessions in prop::collection::vec(
                (prop::collection::hash_map(0u8..20, any::<bool>(), 0..6), 0i64..50, any::<bool>()),
                0..12,
            )
        ) {
            let mut sum = Summary::default();
            for (people, headcount, closed) in &sessions {
                let people: Vec<_> = people.iter().map(|(p, r)| (*p, *r)).collect();
                sum.add(&session(&people, *headcount, *closed));
            }
            let (least, most) = sum.people();
            let contacts = sum.figures.contacts();
            prop_assert!(least <= most && most <= contacts);
            prop_assert_eq!(sum.figures.by_sex.iter().sum::<i64>(), contacts);
            prop_assert_eq!(sum.figures.by_band.iter().sum::<i64>(), contacts);
            let f = &sum.figures;
            prop_assert_eq!(f.children() + f.adults() + f.age_unknown(), contacts);
        }
    }
}
