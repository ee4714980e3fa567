//! Shifts: planned, logged and closed, or marked as "did not happen".

use crate::clock;
use crate::fault::Fault;
use crate::ids::{
    AccountId, EnrolmentId, EnvelopeId, InterpretingId, PersonId, RoomId, ScheduleId, ShiftId,
    WorkshopId,
};
use crate::plan::Despite;
use crate::workshop::check_minutes;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// Plans a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanShift {
    /// Its id.
    pub shift: ShiftId,
    /// Which workshop.
    pub workshop: WorkshopId,
    /// The reporting day it begins on.
    pub day: NaiveDate,
    /// When it begins, on Belgrade's wall clock.
    #[serde(with = "clock_time")]
    pub start: NaiveTime,
    /// How long it lasts, in minutes.
    pub minutes: i64,
    /// The schedule that it was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<ScheduleId>,
    /// In which room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Why, if something spoke against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<Despite>,
}

impl PlanShift {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_minutes(self.minutes)
    }
}

/// Times of day travel as `10:00`.
pub mod clock_time {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(time: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&super::hhmm(*time))
    }

    /// # Errors
    /// When it is not of the form `HH:MM`.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(from)?;
        super::parse_hhmm(&text).ok_or_else(|| D::Error::custom("a time is written HH:MM"))
    }
}

/// A time of day as `10:00`.
pub fn hhmm(time: NaiveTime) -> String {
    use chrono::Timelike;
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Reads a time of day of the form `HH:MM`.
pub fn parse_hhmm(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// Puts a facilitator in charge of a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignFacilitator {
    /// Which shift.
    pub shift: ShiftId,
    /// Which account.
    pub account: AccountId,
    /// Why, if something spoke against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<Despite>,
}

/// Takes a facilitator out of a shift again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnassignFacilitator {
    /// Which shift.
    pub shift: ShiftId,
    /// Which account.
    pub account: AccountId,
}

/// Closes a logged shift: it was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseShift {
    /// Which shift.
    pub shift: ShiftId,
    /// The entry about the shift's course that its maker saw and replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EnvelopeId>,
}

/// Opens a closed shift, or one that "did not happen", again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenShift {
    /// Which shift.
    pub shift: ShiftId,
    /// The entry about the shift's course that its maker saw and replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EnvelopeId>,
}

/// Why a shift did not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No facilitator.
    NoFacilitator,
    /// Nobody came.
    NobodyCame,
    /// The room was not available.
    NoRoom,
    /// Material was missing.
    NoMaterial,
    /// Health or quarantine rules.
    HealthRules,
    /// A holiday.
    Holiday,
    /// Residents were moved.
    Transfer,
    /// Something else; say what in the remark.
    Other,
}

impl Reason {
    /// All reasons, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::NoFacilitator,
        Self::NobodyCame,
        Self::NoRoom,
        Self::NoMaterial,
        Self::HealthRules,
        Self::Holiday,
        Self::Transfer,
        Self::Other,
    ];
}

/// Marks a planned shift as "did not happen". A remark travels beside it, into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelShift {
    /// Which shift.
    pub shift: ShiftId,
    /// Why.
    pub reason: Reason,
    /// The entry about the shift's course that its maker saw and replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EnvelopeId>,
}

/// Records that a participant interpreted at a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordInterpreting {
    /// Its id.
    pub interpreting: InterpretingId,
    /// At which shift.
    pub shift: ShiftId,
    /// Who interpreted.
    pub person: PersonId,
}

/// Takes such a record back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoidInterpreting {
    /// Which one.
    pub interpreting: InterpretingId,
}

/// Writes a note about a shift. The text travels beside it, into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteShift {
    /// Which shift.
    pub shift: ShiftId,
}

/// Enrols a person in a workshop, or for one of its shifts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrol {
    /// Its id.
    pub enrolment: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// In which workshop.
    pub workshop: WorkshopId,
    /// For this shift only; for all shifts of the workshop when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<ShiftId>,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Why, if no place was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<Despite>,
}

/// Ends an enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndEnrolment {
    /// Which enrolment.
    pub enrolment: EnrolmentId,
    /// The last day it holds.
    pub to: NaiveDate,
}

/// What has been recorded of a shift's course: the fact that stands among those that close it,
/// open it again, or say that it did not happen ([`crate::attendance::standing`]); open when
/// there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Progress {
    /// Neither closed nor cancelled.
    Open,
    /// Closed by its facilitator: held.
    Closed {
        /// When, by the maker's corrected clock.
        at: DateTime<Utc>,
    },
    /// Did not happen.
    DidNotHappen {
        /// Why.
        reason: Reason,
    },
}

/// What a person sees of a shift at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShiftState {
    /// Begins later.
    ToCome,
    /// Goes on now.
    Running,
    /// Is over, and nobody closed it.
    NotLogged,
    /// Was held and closed.
    Closed,
    /// Did not happen.
    DidNotHappen,
}

impl ShiftState {
    /// All states, in the order of a shift's life.
    pub const ALL: [Self; 5] =
        [Self::ToCome, Self::Running, Self::NotLogged, Self::Closed, Self::DidNotHappen];

    /// The code in exports, addresses and styles.
    pub fn code(self) -> &'static str {
        match self {
            Self::ToCome => "to_come",
            Self::Running => "running",
            Self::NotLogged => "not_logged",
            Self::Closed => "closed",
            Self::DidNotHappen => "did_not_happen",
        }
    }

    /// Reads the code back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// When a shift takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slot {
    /// The reporting day it begins on.
    pub day: NaiveDate,
    /// When it begins, on Belgrade's wall clock.
    #[serde(with = "clock_time")]
    pub start: NaiveTime,
    /// How long it lasts, in minutes.
    pub minutes: i64,
}

impl Slot {
    /// The instant it begins.
    pub fn begins(&self) -> DateTime<Utc> {
        clock::instant(self.day, self.start)
    }

    /// The instant it ends.
    pub fn ends(&self) -> DateTime<Utc> {
        self.begins() + Duration::minutes(self.minutes)
    }

    /// When it ends, on Belgrade's wall clock.
    pub fn end(&self) -> NaiveTime {
        clock::belgrade(self.ends()).time()
    }

    /// What a person sees of it at `now`.
    pub fn state(&self, progress: Progress, now: DateTime<Utc>) -> ShiftState {
        match progress {
            Progress::Closed { .. } => ShiftState::Closed,
            Progress::DidNotHappen { .. } => ShiftState::DidNotHappen,
            Progress::Open if now < self.begins() => ShiftState::ToCome,
            Progress::Open if now < self.ends() => ShiftState::Running,
            Progress::Open => ShiftState::NotLogged,
        }
    }

    /// Whether the shift's day has come at `now`: only then can it be logged.
    ///
    /// # Errors
    /// [`Fault::ShiftNotStarted`].
    pub fn has_come(&self, now: DateTime<Utc>) -> Result<(), Fault> {
        if clock::reporting_day(now) < self.day { Err(Fault::ShiftNotStarted) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn slot(day: &str, start: &str, minutes: i64) -> Slot {
        let start = parse_hhmm(start).expect("a time");
        Slot { day: day.parse().expect("a day"), start, minutes }
    }

    #[test]
    fn a_shift_passes_through_its_states() {
        let ten = slot("2021-05-31", "10:00", 120);
        let state = |at| ten.state(Progress::Open, utc(at));
        assert_eq!(state("2021-05-31T07:59:59Z"), ShiftState::ToCome);
        assert_eq!(state("2021-05-31T08:00:00Z"), ShiftState::Running);
        assert_eq!(state("2021-05-31T10:00:00Z"), ShiftState::NotLogged);
        let closed = Progress::Closed { at: utc("2021-05-31T10:05:00Z") };
        assert_eq!(ten.state(closed, utc("2021-05-31T09:00:00Z")), ShiftState::Closed);
    }

    #[test]
    fn a_shift_through_the_night_of_the_clock_change_lasts_as_long_as_it_lasts() {
        let night = slot("2026-03-28", "23:00", 240);
        assert_eq!(hhmm(night.end()), "04:00");
        assert_eq!(night.ends() - night.begins(), Duration::minutes(240));
    }

    #[test]
    fn times_of_day_are_two_and_two_digits() {
        for bad in ["", "9:00", "24:00", "10:60", "10:00:00", "aa:bb", "+1:00"] {
            assert_eq!(parse_hhmm(bad), None, "{bad}");
        }
        assert_eq!(parse_hhmm("09:05").map(hhmm).as_deref(), Some("09:05"));
    }
}
