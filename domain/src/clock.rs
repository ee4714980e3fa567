//! Instants and the reporting day.
//!
//! Storage is UTC. The *reporting day* is the calendar day in Europe/Belgrade, daylight saving
//! included. `Clock` is passed in; this file is the only one that asks the machine for the time.

use crate::fault::Fault;
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};

/// Where the present instant comes from.
pub trait Clock: Send + Sync {
    /// The present instant, UTC.
    fn now(&self) -> DateTime<Utc>;

    /// The present reporting day in Belgrade.
    fn today(&self) -> NaiveDate {
        reporting_day(self.now())
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place that asks the machine
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that runs like the machine's, from another beginning: the demo lives in May 2021.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedClock {
    ahead: Duration,
}

impl ShiftedClock {
    /// A clock that shows `start` now and goes on from there.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self { ahead: start - SystemClock.now() }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.ahead
    }
}

/// A clock that stands still, for tests and for replaying.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// The offset of Europe/Belgrade from UTC at an instant, in whole hours: 1 or 2.
///
/// The rule of the European Union that Serbia follows: summer time from the last Sunday of
/// March to the last Sunday of October, changing at 01:00 UTC (Directive 2000/84/EC; IANA time
/// zone Europe/Belgrade). True from 1996 on; a test compares it with the IANA data.
pub fn belgrade_offset_hours(instant: DateTime<Utc>) -> i64 {
    let year = instant.year();
    let changes = (change_day(year, 3), change_day(year, 10));
    let (Some(spring), Some(autumn)) = changes else { return 1 };
    let at = instant.naive_utc();
    if at >= spring && at < autumn { 2 } else { 1 }
}

/// 01:00 on the last Sunday of a month with 31 days.
fn change_day(year: i32, month: u32) -> Option<NaiveDateTime> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let back = i64::from(last.weekday().days_since(Weekday::Sun));
    (last - Duration::days(back)).and_hms_opt(1, 0, 0)
}

/// The wall clock in Belgrade at an instant.
pub fn belgrade(instant: DateTime<Utc>) -> NaiveDateTime {
    instant.naive_utc() + Duration::hours(belgrade_offset_hours(instant))
}

/// The reporting day of an instant: its calendar day in Belgrade.
pub fn reporting_day(instant: DateTime<Utc>) -> NaiveDate {
    belgrade(instant).date()
}

/// The instant at which Belgrade's wall clock shows `day` and `time`.
///
/// An hour that the clock passes twice in October means its first passing; an hour that it
/// skips in March means the instant one hour later.
pub fn instant(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let wall = day.and_time(time);
    let summer = (wall - Duration::hours(2)).and_utc();
    if belgrade(summer) == wall { summer } else { (wall - Duration::hours(1)).and_utc() }
}

/// The first and the last day that can be meant: 1 January 1990 and 31 December 2100.
pub fn days_that_can_be_meant() -> (NaiveDate, NaiveDate) {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    (day(1990, 1, 1), day(2100, 12, 31))
}

/// Judges a day that somebody named.
///
/// # Errors
/// [`Fault::BadDay`] with the first and the last day that can be meant.
pub fn check_day(day: NaiveDate) -> Result<(), Fault> {
    let (min, max) = days_that_can_be_meant();
    if (min..=max).contains(&day) { Ok(()) } else { Err(Fault::BadDay { min, max }) }
}

/// Judges a day of which something is told that has happened: it must have come.
///
/// # Errors
/// [`Fault::BadDay`] with the first day that can be meant and today.
pub fn check_come(day: NaiveDate, today: NaiveDate) -> Result<(), Fault> {
    let (min, _) = days_that_can_be_meant();
    if (min..=today).contains(&day) { Ok(()) } else { Err(Fault::BadDay { min, max: today }) }
}

/// The first and the last day of a calendar month; `None` when there is no such month.
pub fn month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = if month == 12 {
        NaiveDate::from_ymd_opt(year + 1, 1, 1)?
    } else {
        NaiveDate::from_ymd_opt(year, month + 1, 1)?
    };
    Some((first, next.pred_opt()?))
}

/// The first and the last day of the month that `day` lies in.
pub fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    month(day.year(), day.month()).unwrap_or((day, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Offset, TimeZone};
    use proptest::prelude::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    proptest! {
        /// 1996-11-01 to 2050.
        #[test]
        fn the_rule_agrees_with_the_iana_data(seconds in 846_806_400i64..2_524_608_000) {
            let instant = DateTime::from_timestamp(seconds, 0).expect("in range");
            let theirs = chrono_tz::Europe::Belgrade.offset_from_utc_datetime(&instant.naive_utc());
            prop_assert_eq!(
                belgrade_offset_hours(instant) * 3600,
                i64::from(theirs.fix().local_minus_utc())
            );
        }

        #[test]
        fn a_wall_clock_time_comes_back(seconds in 846_806_400i64..2_524_608_000) {
            let at = DateTime::from_timestamp(seconds, 0).expect("in range");
            let wall = belgrade(at);
            let back = instant(wall.date(), wall.time());
            // Only the hour that is passed twice is told apart from its first passing.
            prop_assert!(back == at || back + Duration::hours(1) == at);
        }
    }

    #[test]
    fn days_of_daylight_saving_and_the_end_of_a_month() {
        // 29 March 2026: the day has 23 hours; 25 October 2026: 25 hours.
        assert_eq!(belgrade_offset_hours(utc("2026-03-29T00:59:59Z")), 1);
        assert_eq!(belgrade_offset_hours(utc("2026-03-29T01:00:00Z")), 2);
        assert_eq!(belgrade_offset_hours(utc("2026-10-25T00:59:59Z")), 2);
        assert_eq!(belgrade_offset_hours(utc("2026-10-25T01:00:00Z")), 1);
        // 23:30 in Belgrade on 31 May is still May.
        assert_eq!(reporting_day(utc("2021-05-31T21:30:00Z")).to_string(), "2021-05-31");
        assert_eq!(reporting_day(utc("2021-05-31T22:30:00Z")).to_string(), "2021-06-01");
    }

    #[test]
    fn months_end_where_they_end() {
        let ends = |y, m| month(y, m).map(|(_, last)| last.to_string());
        assert_eq!(ends(2021, 2).as_deref(), Some("2021-02-28"));
        assert_eq!(ends(2024, 2).as_deref(), Some("2024-02-29"));
        assert_eq!(ends(2021, 12).as_deref(), Some("2021-12-31"));
        assert_eq!(ends(2021, 13), None);
    }
}
