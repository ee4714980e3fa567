//! Who may drop out of a workshop: rules of ours, so that somebody asks before it is too late.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Absences in a row after which somebody is asked for.
pub const ABSENCES: i64 = 3;
/// Days without coming after which somebody has gone quiet.
pub const QUIET_DAYS: i64 = 14;
/// Shifts that must have been held in these days: a workshop that pauses makes nobody quiet.
pub const QUIET_SHIFTS: usize = 2;
/// Days in a waiting list after which it is too long.
pub const WAITING_DAYS: i64 = 14;
/// Days that are looked back: who has not come for longer has left, and is no longer at risk.
pub const LOOK_BACK_DAYS: i64 = 60;

/// Why somebody may drop out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Marked absent several times in a row.
    Absences,
    /// Enrolled, and has not come for a while.
    GoneQuiet,
    /// Has waited long for a place.
    Waiting,
}

impl Risk {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Absences, Self::GoneQuiet, Self::Waiting];

    /// The language-free code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Absences => "absences",
            Self::GoneQuiet => "gone_quiet",
            Self::Waiting => "waiting",
        }
    }
}

/// A risk, since when, and how many absences in a row or days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtRisk {
    /// Which.
    pub risk: Risk,
    /// The first absence, the last day that they came (or could first have come), or the day on
    /// which they began to wait.
    pub since: NaiveDate,
    /// Absences in a row for [`Risk::Absences`], else days.
    pub how_many: i64,
}

/// Judges somebody enrolled in a workshop by those of its shifts that were held, of the last
/// [`LOOK_BACK_DAYS`] up to `today`, in the order of time: present, absent, or not marked at all,
/// which is neither.
pub fn of_course(course: &[(NaiveDate, Option<bool>)], today: NaiveDate) -> Option<AtRisk> {
    let marked = course.iter().rev().filter_map(|(day, came)| came.map(|came| (*day, came)));
    let absences: Vec<NaiveDate> =
        marked.take_while(|(_, came)| !came).map(|(day, _)| day).collect();
    if let (Some(first), true) = (absences.last(), absences.len() as i64 >= ABSENCES) {
        let how_many = absences.len() as i64;
        return Some(AtRisk { risk: Risk::Absences, since: *first, how_many });
    }
    let last = course.iter().rposition(|(_, came)| *came == Some(true));
    let since = course.get(last.unwrap_or(0))?.0;
    let missed = course.len() - last.map_or(0, |place| place + 1);
    let how_many = (today - since).num_days();
    (missed >= QUIET_SHIFTS && how_many >= QUIET_DAYS).then_some(AtRisk {
        risk: Risk::GoneQuiet,
        since,
        how_many,
    })
}

/// Judges somebody who waits for a place since a day.
pub fn of_waiting(since: NaiveDate, today: NaiveDate) -> Option<AtRisk> {
    let how_many = (today - since).num_days();
    (how_many >= WAITING_DAYS).then_some(AtRisk { risk: Risk::Waiting, since, how_many })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2021, 5, n).expect("a day")
    }

    #[test]
    fn three_absences_in_a_row() {
        let (yes, no) = (Some(true), Some(false));
        let judge = |course: &[(u32, Option<bool>)]| {
            let course: Vec<_> = course.iter().map(|(n, came)| (day(*n), *came)).collect();
            of_course(&course, day(31)).map(|risk| (risk.risk.code(), risk.since, risk.how_many))
        };
        assert_eq!(
            judge(&[(24, yes), (26, no), (28, no), (30, no)]),
            Some(("absences", day(26), 3))
        );
        // Nobody was marked on the 28th: that is no absence, and breaks no row of them.
        let course = [(24, yes), (26, no), (28, None), (29, no), (30, no)];
        assert_eq!(judge(&course), Some(("absences", day(26), 3)));
        assert_eq!(judge(&[(24, yes), (28, no), (30, no)]), None);
        assert_eq!(judge(&[(26, no), (28, no), (29, no), (30, yes)]), None);
        assert_eq!(judge(&[]), None);
    }

    #[test]
    fn somebody_has_gone_quiet() {
        let (yes, no) = (Some(true), Some(false));
        let judge = |course: &[(u32, Option<bool>)]| {
            let course: Vec<_> = course.iter().map(|(n, came)| (day(*n), *came)).collect();
            of_course(&course, day(31)).map(|risk| (risk.risk.code(), risk.since, risk.how_many))
        };
        assert_eq!(judge(&[(10, yes), (20, None), (30, no)]), Some(("gone_quiet", day(10), 21)));
        // Enrolled, and never seen.
        assert_eq!(judge(&[(10, None), (20, None)]), Some(("gone_quiet", day(10), 21)));
        // The workshop itself was quiet.
        assert_eq!(judge(&[(10, yes), (30, None)]), None);
        assert_eq!(judge(&[(18, yes), (25, None), (30, None)]), None);
        assert_eq!(judge(&[(17, yes), (25, None), (30, None)]), Some(("gone_quiet", day(17), 14)));
    }

    #[test]
    fn waiting_takes_too_long() {
        assert_eq!(of_waiting(day(18), day(31)), None);
        let risk = of_waiting(day(17), day(31)).expect("too long");
        assert_eq!((risk.risk, risk.since, risk.how_many), (Risk::Waiting, day(17), 14));
    }
}
