//! The tablet's time: its own clock, and how far the server's is from it.
//!
//! The browser's clock may be wrong by years. Every answer of the server tells its time (measured
//! half-way between question and answer, in `app/browser/sending.ts`); the difference is kept on
//! the tablet, goes into each envelope as it is made, and "now" and "today" are taken with it.

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

    /// Learns how far the server's clock is ahead, as the last answer told.
    pub fn learn(self, offset: i64) {
        self.offset.try_update_value(|known| *known = offset);
        self.tick();
    }
}
