//! The plan: rooms, schedules that make shifts, days that are closed, shifts that are moved.

use crate::fault::Fault;
use crate::ids::{AccountId, CentreId, ClosureId, RoomId, ScheduleId, ShiftId, WorkshopId};
use crate::label::{Name, check_code};
use crate::shift::{Reason, Slot, clock_time, hhmm};
use crate::workshop::{CAPACITY_MAX, check_minutes};
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// How far ahead of today shifts are made, in days.
pub const HORIZON_DAYS: i64 = 56;
/// How far back a schedule may begin, in days: what already ran is logged afterwards.
pub const SCHEDULE_BACK_DAYS: i64 = 31;
/// The most shifts of a schedule on one day.
pub const STARTS_MAX: usize = 12;
/// The most facilitators of a schedule.
pub const FACILITATORS_MAX: usize = 8;
/// The longest rule, in characters.
pub const RULE_MAX: usize = 200;

/// Adds a room of a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddRoom {
    /// Its id.
    pub room: RoomId,
    /// Where it is.
    pub centre: CentreId,
    /// Its code, e.g. `KRN-A1`.
    pub code: String,
    /// Its name.
    pub name: Name,
}

impl AddRoom {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_code(&self.code, "code")?;
        self.name.check("name")
    }
}

/// From a day on, so many people may be in a room at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordRoomCapacity {
    /// Which room.
    pub room: RoomId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// People at once, 1 to [`CAPACITY_MAX`].
    pub people: i64,
}

impl RecordRoomCapacity {
    /// # Errors
    /// [`Fault::OutOfRange`] for a group outside its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_people(self.people)
    }
}

fn check_people(people: i64) -> Result<(), Fault> {
    if (1..=CAPACITY_MAX).contains(&people) {
        Ok(())
    } else {
        Err(Fault::out_of_range("people", 1, CAPACITY_MAX))
    }
}

/// Why a shift is planned although something speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Despite {
    /// Both groups share the room, or the facilitator leads both.
    Shared,
    /// The group will be smaller than it may be.
    SmallGroup,
    /// Agreed with those whom it concerns.
    Agreed,
    /// Something else.
    Other,
}

impl Despite {
    /// All reasons, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Shared, Self::SmallGroup, Self::Agreed, Self::Other];
}

/// Plans a workshop's shifts again and again. Shifts are made of it up to [`HORIZON_DAYS`] ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateSchedule {
    /// Its id.
    pub schedule: ScheduleId,
    /// Of which workshop.
    pub workshop: WorkshopId,
    /// On which days: a recurrence rule of RFC 5545 by days or longer steps, without a beginning
    /// and an end of its own, e.g. `FREQ=WEEKLY;BYDAY=MO,WE`.
    pub rule: String,
    /// The first day on which a shift may be.
    pub from: NaiveDate,
    /// The last one; open when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// When the shifts of a day begin, on Belgrade's wall clock; 1 to [`STARTS_MAX`], rising.
    #[serde(with = "clock_times")]
    pub starts: Vec<NaiveTime>,
    /// How long each lasts, in minutes.
    pub minutes: i64,
    /// In which room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Who is in charge; at most [`FACILITATORS_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facilitators: Vec<AccountId>,
    /// The schedule that this one continues: it ends on the day before `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<ScheduleId>,
    /// Why, if something spoke against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<Despite>,
}

impl CreateSchedule {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_rule(&self.rule)?;
        check_minutes(self.minutes)?;
        let rising = self.starts.windows(2).all(|pair| pair[0] < pair[1]);
        if !rising || !(1..=STARTS_MAX).contains(&self.starts.len()) {
            return Err(Fault::out_of_range("starts", 1, STARTS_MAX as i64));
        }
        if self.facilitators.len() > FACILITATORS_MAX {
            return Err(Fault::out_of_range("facilitators", 0, FACILITATORS_MAX as i64));
        }
        match self.to {
            Some(to) if to < self.from => Err(Fault::PeriodReversed),
            _ => Ok(()),
        }
    }
}

/// Judges a rule by its look: known parts, steps of a day or longer, no beginning and no end of
/// its own. Whether it can be computed is asked where it is.
///
/// # Errors
/// [`Fault::OutOfRange`] naming `rule`.
pub fn check_rule(rule: &str) -> Result<(), Fault> {
    const PARTS: [&str; 8] =
        ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "BYYEARDAY"];
    let part = |part: &str| {
        let (name, value) = part.split_once('=')?;
        let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || ",-+".contains(c);
        (PARTS.contains(&name) && !value.is_empty() && value.chars().all(fits)).then_some(())
    };
    let steps = ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY"];
    let fits = rule.len() <= RULE_MAX
        && rule.split(';').all(|text| part(text).is_some())
        && rule.split(';').any(|text| steps.contains(&text));
    if fits { Ok(()) } else { Err(Fault::out_of_range("rule", 1, RULE_MAX as i64)) }
}

/// Ends a schedule: its shifts after that day that nobody has touched are taken off the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndSchedule {
    /// Which one.
    pub schedule: ScheduleId,
    /// The last day on which a shift of it may be.
    pub to: NaiveDate,
}

/// Closes a centre or one of its rooms for some days: what is planned then does not happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseDays {
    /// Its id.
    pub closure: ClosureId,
    /// Which centre.
    pub centre: CentreId,
    /// Only this room of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Why: what its shifts will say.
    pub reason: Reason,
}

impl CloseDays {
    /// # Errors
    /// [`Fault::PeriodReversed`]; [`Fault::BadDay`] for more than a year.
    pub fn check(&self) -> Result<(), Fault> {
        if self.to < self.from {
            return Err(Fault::PeriodReversed);
        }
        let last = self.from + Duration::days(366);
        if self.to > last { Err(Fault::BadDay { min: self.from, max: last }) } else { Ok(()) }
    }
}

/// Opens closed days again: the shifts that did not happen for it are planned once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenDays {
    /// Which closure.
    pub closure: ClosureId,
}

/// Moves one planned shift: another time, length or room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveShift {
    /// Which shift.
    pub shift: ShiftId,
    /// The reporting day it begins on now.
    pub day: NaiveDate,
    /// When it begins, on Belgrade's wall clock.
    #[serde(with = "clock_time")]
    pub start: NaiveTime,
    /// How long it lasts, in minutes.
    pub minutes: i64,
    /// In which room; none when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Why, if something spoke against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<Despite>,
}

/// Times of day travel as a list of `10:00`.
mod clock_times {
    use super::hhmm;
    use crate::shift::parse_hhmm;
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(times: &[NaiveTime], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(times.iter().map(|time| hhmm(*time)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<NaiveTime>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        let read = |text: &String| parse_hhmm(text);
        let times = texts.iter().map(read).collect::<Option<Vec<_>>>();
        times.ok_or_else(|| D::Error::custom("a time is written HH:MM"))
    }
}

/// The Monday of a day's week.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Duration::days(i64::from(day.weekday().num_days_from_monday()))
}

/// A week as addresses name it, e.g. `2021-W22` (ISO 8601).
pub fn week_code(monday: NaiveDate) -> String {
    let week = monday.iso_week();
    format!("{}-W{:02}", week.year(), week.week())
}

/// The Monday of a week or of any of its days: `2021-W22`, `2021-06-02`.
pub fn parse_week(text: &str) -> Option<NaiveDate> {
    match text.split_once("-W") {
        Some((year, week)) => {
            NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)
        }
        None => text.parse().ok().map(monday_of),
    }
}

/// What speaks against a planned shift. It warns and never refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// Another shift is in the room at that time.
    RoomTaken,
    /// The room takes fewer people than the workshop.
    RoomTooSmall,
    /// A facilitator has another shift at that time.
    FacilitatorBusy,
    /// The centre or the room is closed on that day.
    DayClosed,
    /// Everybody's place in the workshop or the shift is taken.
    NoPlace,
}

/// A shift, or one that is to be, as far as others can be in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Which; nothing when it is only to be.
    pub shift: Option<ShiftId>,
    /// When.
    pub slot: Slot,
    /// In which room.
    pub room: Option<RoomId>,
    /// Led by whom.
    pub facilitators: Vec<AccountId>,
    /// How many people it takes, if that is limited.
    pub people: Option<i64>,
}

/// Closed days, as far as they can be in a shift's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Only this room.
    pub room: Option<RoomId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Closed {
    /// Whether a shift of that day in that room falls under it.
    pub fn holds(&self, day: NaiveDate, room: Option<RoomId>) -> bool {
        (self.from..=self.to).contains(&day) && (self.room.is_none() || self.room == room)
    }
}

/// What speaks against a booking, beside the others that are planned, each once, in order.
/// `room_people` is how many people its room takes on that day.
pub fn clashes(
    booking: &Booking,
    others: &[Booking],
    closed: &[Closed],
    room_people: Option<i64>,
) -> Vec<Clash> {
    let mut found = Vec::new();
    let beside = || {
        let other = |other: &&Booking| booking.shift.is_none() || other.shift != booking.shift;
        others.iter().filter(other).filter(|other| overlap(&booking.slot, &other.slot))
    };
    if booking.room.is_some() && beside().any(|other| other.room == booking.room) {
        found.push(Clash::RoomTaken);
    }
    // A workshop without a limit may fill any room.
    if let (Some(room), Some(group)) = (room_people, booking.people)
        && room < group
    {
        found.push(Clash::RoomTooSmall);
    }
    let busy =
        |other: &Booking| other.facilitators.iter().any(|f| booking.facilitators.contains(f));
    if beside().any(busy) {
        found.push(Clash::FacilitatorBusy);
    }
    if closed.iter().any(|closed| closed.holds(booking.slot.day, booking.room)) {
        found.push(Clash::DayClosed);
    }
    found
}

/// Whether two slots share a minute. One may begin when the other ends.
pub fn overlap(one: &Slot, other: &Slot) -> bool {
    let span = |slot: &Slot| -> (DateTime<Utc>, DateTime<Utc>) { (slot.begins(), slot.ends()) };
    let ((from, to), (begin, end)) = (span(one), span(other));
    from < end && begin < to
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn slot(day: u32, start: u32, minutes: i64) -> Slot {
        let day = NaiveDate::from_ymd_opt(2026, 3, day).expect("a day");
        let start = NaiveTime::from_hms_opt(start / 60, start % 60, 0).expect("a time");
        Slot { day, start, minutes }
    }

    fn booking(n: u128, slot: Slot, room: u128, facilitator: u128) -> Booking {
        Booking {
            shift: Some(ShiftId(Uuid::from_u128(n))),
            slot,
            room: Some(RoomId(Uuid::from_u128(room))),
            facilitators: vec![AccountId(Uuid::from_u128(facilitator))],
            people: Some(4),
        }
    }

    #[test]
    fn what_is_in_the_way_is_named_once() {
        let ten = booking(1, slot(2, 600, 120), 7, 8);
        let others = [
            ten.clone(),
            booking(2, slot(2, 660, 30), 7, 8),
            booking(3, slot(2, 690, 30), 7, 9),
            booking(4, slot(2, 720, 30), 7, 8),
        ];
        let day = ten.slot.day;
        let closed = [Closed { room: None, from: day, to: day }];
        assert_eq!(
            clashes(&ten, &others, &closed, Some(2)),
            [Clash::RoomTaken, Clash::RoomTooSmall, Clash::FacilitatorBusy, Clash::DayClosed]
        );
        assert_eq!(clashes(&ten, &others[3..], &[], Some(4)), [], "one begins when it ends");
        assert_eq!(clashes(&ten, &others[..1], &[], None), [], "it is not in its own way");
        let elsewhere = [Closed { room: Some(RoomId(Uuid::from_u128(6))), from: day, to: day }];
        assert_eq!(clashes(&ten, &[], &elsewhere, None), []);
    }

    #[test]
    fn a_week_is_named_by_its_code_or_one_of_its_days() {
        let monday: NaiveDate = "2021-05-31".parse().expect("a day");
        assert_eq!(week_code(monday), "2021-W22");
        for text in ["2021-W22", "2021-05-31", "2021-06-06"] {
            assert_eq!(parse_week(text), Some(monday), "{text}");
        }
        for bad in ["", "2021-W54", "2021-W", "x-W1", "2021-13-01"] {
            assert_eq!(parse_week(bad), None, "{bad}");
        }
    }

    #[test]
    fn rules_are_judged_by_their_look() {
        for good in ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=-1FR"]
        {
            assert_eq!(check_rule(good), Ok(()), "{good}");
        }
        for bad in [
            "",
            "FREQ=HOURLY",
            "BYDAY=MO",
            "FREQ=DAILY;UNTIL=20210601",
            "FREQ=DAILY;COUNT=3",
            "FREQ=DAILY;",
            "FREQ=DAILY;BYDAY=mo",
            "FREQ=DAILY\nDTSTART:20210101",
        ] {
            assert!(check_rule(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn overlapping_is_sharing_a_minute(
            // Around the night in which the clock is put forward, 28 to 29 March 2026.
            a in (27u32..31, 0u32..1440, 1i64..300),
            b in (27u32..31, 0u32..1440, 1i64..300),
        ) {
            let (one, other) = (slot(a.0, a.1, a.2), slot(b.0, b.1, b.2));
            let minutes = |slot: &Slot| -> Vec<i64> {
                let begin = slot.begins().timestamp() / 60;
                (begin..begin + slot.minutes).collect()
            };
            let shared = minutes(&one).iter().any(|m| minutes(&other).contains(m));
            prop_assert_eq!(overlap(&one, &other), shared);
            prop_assert_eq!(overlap(&other, &one), shared);
        }
    }
}
