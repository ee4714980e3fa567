//! How far making a file is, for whoever waits for it.

use chrono::NaiveDate;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Doing, Watch};

/// What making a file is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Others come first.
    #[default]
    Waiting,
    /// Rows are read and written.
    Writing,
    /// It is proved what a donor may see of people.
    Proving,
    /// The journal is replayed up to one entry: it is compared with, or so much is entered meanwhile.
    Replaying,
    /// The rows are there: the file is packed, its hash taken, its seal signed.
    Sealing,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// What it is busy with.
    pub phase: Phase,
    /// Whether it was begun anew, because something was entered meanwhile.
    pub again: bool,
    /// Which report is written, from 0.
    pub report: usize,
    /// How many reports the file holds.
    pub reports: usize,
    /// Days of the period that were read for that report.
    pub day: i64,
    /// Days of the period.
    pub days: i64,
}

impl Reached {
    /// How much is done of how much, in days over all reports; never less than before within one
    /// attempt.
    pub fn part(&self) -> (i64, i64) {
        let all = |reports: usize| i64::try_from(reports).unwrap_or(i64::MAX);
        let whole = (all(self.reports) * self.days).max(1);
        match self.phase {
            Phase::Sealing => (whole, whole),
            _ => (all(self.report) * self.days + self.day, whole),
        }
    }
}

/// Where making a file says how far it is.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Mutex<Reached>>);

impl Progress {
    /// How far it is.
    pub fn read(&self) -> Reached {
        *self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, Reached> {
        // What a panic left behind is whole: every change is an assignment.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The work begins, or begins anew.
    pub(super) fn begin(&self, reports: usize, (from, to): (NaiveDate, NaiveDate)) {
        let mut reached = self.lock();
        let again = matches!(reached.phase, Phase::Writing | Phase::Sealing | Phase::Proving);
        let days = (to - from).num_days() + 1;
        *reached = Reached { phase: Phase::Writing, again, report: 0, reports, day: 0, days };
    }

    /// The next report is written.
    pub(super) fn report(&self, report: usize) {
        let mut reached = self.lock();
        (reached.phase, reached.report, reached.day) = (Phase::Writing, report, 0);
    }

    /// Another phase.
    pub(crate) fn phase(&self, phase: Phase) {
        self.lock().phase = phase;
    }

    /// Follows the reading of a period that begins on a day.
    pub(super) fn watch(&self, from: NaiveDate) -> Watch {
        let progress = self.clone();
        Watch::new(move |doing| {
            let mut reached = progress.lock();
            match doing {
                Doing::Proving => reached.phase = Phase::Proving,
                Doing::Replaying => reached.phase = Phase::Replaying,
                Doing::Proved | Doing::Replayed => reached.phase = Phase::Writing,
                Doing::Reading(day) => {
                    // Days before the period are read too; and some reports read it twice.
                    let read = ((day - from).num_days() + 1).clamp(0, reached.days);
                    reached.day = reached.day.max(read);
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn it_goes_forward_over_all_reports() {
        let progress = Progress::default();
        let (from, to) = (day("2021-04-01"), day("2021-05-31"));
        assert_eq!((progress.read().phase, progress.read().part()), (Phase::Waiting, (0, 1)));
        progress.begin(2, (from, to));
        assert_eq!(progress.read().part(), (0, 122));
        let watch = |doing| progress.watch(from).hear(doing);
        watch(Doing::Reading(day("2021-03-31")));
        watch(Doing::Reading(day("2021-04-30")));
        assert_eq!(progress.read().part(), (30, 122));
        // A second reading of the same days takes nothing back.
        watch(Doing::Reading(day("2021-04-02")));
        assert_eq!(progress.read().part(), (30, 122));
        progress.report(1);
        watch(Doing::Proving);
        assert_eq!((progress.read().phase, progress.read().part()), (Phase::Proving, (61, 122)));
        watch(Doing::Proved);
        watch(Doing::Reading(day("2099-05-31")));
        progress.phase(Phase::Sealing);
        assert_eq!(progress.read().part(), (122, 122));
        assert!(!progress.read().again);
        progress.begin(2, (from, to));
        assert!(progress.read().again, "it was overtaken");
    }
}
