//! The pages of the plan: what it is made of, and a week of it.

use super::{Choice, PersonLabel};
use crate::ids::{
    AccountId, ClosureId, InterpretingId, PersonId, ProductId, RoomId, ScheduleId, ShiftId,
    WorkshopId,
};
use crate::person::LanguageLevel;
use crate::plan::{Clash, Despite};
use crate::shift::{Progress, Reason, Slot};
use crate::workshop::{Activity, Unit};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// The workshops of a centre, with what they make and how many people they take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshops {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// In the order of their codes.
    pub workshops: Vec<WorkshopRow>,
}

/// A workshop of a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopRow {
    /// Its id.
    pub id: WorkshopId,
    /// Its code and title.
    pub choice: Choice,
    /// What is done.
    pub activity: Activity,
    /// The usual length of a shift, in minutes.
    pub minutes: i64,
    /// What it makes.
    pub products: Vec<(ProductId, Choice, Unit)>,
    /// How many people it takes at once, from which day on, oldest first.
    pub capacity: Vec<(NaiveDate, i64)>,
}

/// The rooms of a centre, and the days on which it or one of them is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rooms {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// In the order of their codes.
    pub rooms: Vec<RoomRow>,
    /// Closed days, the latest first.
    pub closures: Vec<ClosureRow>,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomRow {
    /// Its id.
    pub id: RoomId,
    /// Its code and name.
    pub choice: Choice,
    /// How many people may be in it at once, from which day on, oldest first.
    pub capacity: Vec<(NaiveDate, i64)>,
}

/// Closed days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureRow {
    /// Their id.
    pub id: ClosureId,
    /// Only this room of the centre.
    pub room: Option<Choice>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Why.
    pub reason: Reason,
    /// Whether they were opened again.
    pub reopened: bool,
    /// Who entered them, by code; nobody for the command line.
    pub account: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The schedules of a centre, and what one can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedules {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// Those that are not over, then those that are.
    pub schedules: Vec<ScheduleRow>,
    /// Its workshops.
    pub workshops: Vec<WorkshopRow>,
    /// Its rooms.
    pub rooms: Vec<RoomRow>,
    /// Who may be in charge there.
    pub staff: Vec<Staff>,
}

/// A schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduleRow {
    /// Its id.
    pub id: ScheduleId,
    /// Whose shifts it makes.
    pub workshop: WorkshopId,
    /// The code and title of that.
    pub choice: Choice,
    /// Its rule ([`crate::plan::CreateSchedule`]).
    pub rule: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// When the shifts of a day begin.
    pub starts: Vec<NaiveTime>,
    /// How long each lasts, in minutes.
    pub minutes: i64,
    /// In which room.
    pub room: Option<RoomId>,
    /// Who is in charge.
    pub facilitators: Vec<AccountId>,
    /// Why, if something spoke against it.
    pub despite: Option<Despite>,
    /// How many shifts of it are planned from today on.
    pub ahead: i64,
    /// The day of the next one.
    pub next: Option<NaiveDate>,
}

/// Somebody who may be in charge of a shift, by code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The account.
    pub id: AccountId,
    /// Its code.
    pub code: String,
}

/// A week of a centre's plan, or of somebody's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// The centre; none for somebody's own week.
    pub centre: Option<Choice>,
    /// The instant it was read.
    pub now: DateTime<Utc>,
    /// The first day.
    pub monday: NaiveDate,
    /// In the order of time.
    pub shifts: Vec<PlannedShift>,
    /// Closed days that touch the week.
    pub closures: Vec<ClosureRow>,
    /// The centre's workshops.
    pub workshops: Vec<WorkshopRow>,
    /// The centre's rooms.
    pub rooms: Vec<RoomRow>,
    /// Who may be in charge there.
    pub staff: Vec<Staff>,
    /// Whether the reader may log here, and so say what becomes of a shift.
    pub logs: bool,
    /// Since when a calendar address of it exists.
    pub calendar: Option<DateTime<Utc>>,
}

/// A shift of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedShift {
    /// Its id.
    pub id: ShiftId,
    /// Its workshop.
    pub workshop: Choice,
    /// Its centre; none for a training.
    pub centre: Option<Choice>,
    /// What is done.
    pub activity: Activity,
    /// When.
    pub slot: Slot,
    /// What has been recorded of its course.
    pub progress: Progress,
    /// In which room.
    pub room: Option<(RoomId, Choice)>,
    /// Who is in charge.
    pub facilitators: Vec<Staff>,
    /// How many people are enrolled for it.
    pub enrolled: i64,
    /// How many it takes, if that is limited.
    pub capacity: Option<i64>,
    /// The schedule that it was made of.
    pub schedule: Option<ScheduleId>,
    /// Whether it was added outside the plan.
    pub one_off: bool,
    /// What speaks against it.
    pub clashes: Vec<Clash>,
    /// Why it stands there all the same.
    pub despite: Option<Despite>,
    /// Whether anything was logged of it.
    pub logged: bool,
    /// Who is reached in which language; nothing in somebody's own week.
    pub bridge: Option<BridgeBrief>,
    /// Who interpreted, by record.
    pub interpreted: Vec<(InterpretingId, PersonId)>,
}

/// The language bridge of a shift ([`crate::bridge`]), as pages tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BridgeBrief {
    /// Whether the languages of any facilitator are known.
    pub staffed: bool,
    /// The languages that nobody covers.
    pub nobody: Vec<String>,
    /// People of whose languages nothing is known.
    pub not_known: i64,
    /// Those who interpret for others.
    pub through: Vec<InterpreterBrief>,
}

/// Somebody who interprets for others at a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterpreterBrief {
    /// Who.
    pub id: PersonId,
    /// As a list names them.
    pub who: PersonLabel,
    /// Who is reached through them.
    pub reaches: Vec<PersonLabel>,
}

/// Who works in a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPage {
    /// The centre.
    pub centre: Choice,
    /// In the order of their codes.
    pub staff: Vec<StaffRow>,
}

/// Somebody of the staff, with their languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    /// The account.
    pub id: AccountId,
    /// Its code.
    pub code: String,
    /// Languages (ISO 639-3) with their levels.
    pub languages: Vec<(String, LanguageLevel)>,
}

/// The capacity on a day out of dated ones, oldest first.
pub fn on_day(capacity: &[(NaiveDate, i64)], day: NaiveDate) -> Option<i64> {
    capacity.iter().rev().find(|(from, _)| *from <= day).map(|(_, people)| *people)
}
