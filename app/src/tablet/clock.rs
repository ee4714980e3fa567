//! The tablet's time: its own clock, and how far the server's is from it.
//!
//! The browser's clock may be wrong by years. Every answer of the server tells its time; the
//! difference goes into each envelope as it is made, and "now" and "today" are taken with it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::{Clock, SystemClock, reporting_day};
use domain::command::corrected;
use leptos::prelude::*;

/// The tablet's clock and its difference from the server's.
#[derive(Debug, Clone, Copy)]
pub struct TabletClock {
    offset: StoredValue<i64>,
    minute: RwSignal<DateTime<Utc>>,
}

impl Default for TabletClock {
    /// A clock that stands still until [`TabletClock::tick`]: what is shown before that must be
    /// the same everywhere.
    fn default() -> Self {
        Self { offset: StoredValue::new(0), minute: RwSignal::new(DateTime::UNIX_EPOCH) }
    }
}

impl TabletClock {
    /// The raw clock of this machine, to the millisecond.
    pub fn raw(self) -> DateTime<Utc> {
        let now = SystemClock.now();
        DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
    }

    /// The server's clock minus this one, in milliseconds, as far as it is known.
    pub fn offset(self) -> i64 {
        self.offset.try_get_value().unwrap_or(0)
    }

    /// The server's time now; not tracked.
    pub fn now(self) -> DateTime<Utc> {
        corrected(self.raw(), self.offset())
    }

    /// The server's time to the minute: tracked, changes each minute.
    pub fn minute(self) -> DateTime<Utc> {
        self.minute.get()
    }

    /// The reporting day: tracked.
    pub fn today(self) -> NaiveDate {
        reporting_day(self.minute.get())
    }

    /// Moves on to the present minute.
    pub fn tick(self) {
        let now = self.now();
        let minute = DateTime::from_timestamp(now.timestamp().div_euclid(60) * 60, 0);
        let minute = minute.unwrap_or(now);
        if self.minute.try_get_untracked().is_some_and(|shown| shown != minute) {
            self.minute.set(minute);
        }
    }

    /// Learns from an answer that was asked for at `asked` and came just now.
    pub fn hear(self, server: DateTime<Utc>, asked: DateTime<Utc>) {
        self.offset.try_update_value(|offset| *offset = difference(server, asked, self.raw()));
        self.tick();
    }
}

/// How far the server's clock is ahead: its time was taken about half-way between the question
/// and the answer.
fn difference(server: DateTime<Utc>, asked: DateTime<Utc>, answered: DateTime<Utc>) -> i64 {
    let half_way = asked + (answered - asked) / 2;
    (server - half_way).num_milliseconds()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_of_the_answer_is_left_out() {
        let at = |text: &str| text.parse().expect("an instant");
        let asked = at("2026-11-24T10:00:00Z");
        let answered = at("2026-11-24T10:00:02Z");
        assert_eq!(difference(at("2026-11-24T10:00:01Z"), asked, answered), 0);
        assert_eq!(difference(at("2026-11-24T10:01:01.500Z"), asked, answered), 60_500);
        let years_back = difference(at("2021-05-31T12:00:00Z"), asked, answered);
        assert_eq!(corrected(asked, years_back), at("2021-05-31T11:59:59Z"));
    }
}
