//! What dashboards and lists show: read by `store`, drawn by `app`.
//!
//! Every figure in here is folded from the rows of a report ([`crate::report`]), so a page and a
//! file of the same filter cannot disagree.

mod access;
mod disagreements;
mod doubtful;
mod dropping_out;
mod entries;
mod facts;
mod journal;
mod occupancy;
mod organisation;
mod participation;
mod people;
mod periods;
mod plan;
mod project;
mod retention;
mod sheet;
mod shift_log;
mod stock;
mod tokens;
mod training;
mod upkeep;

pub use access::{AccessPage, AccountAccess, HeldGrant, HeldToken};
pub use disagreements::{About, Disagreement, Handover, Made, Said, ShiftNote, Statement};
pub use doubtful::{Doubtful, DoubtfulRow};
pub use dropping_out::{AtRiskRow, DroppingOut};
pub use entries::{Correcting, Details, PersonLabel, ReviewEntry, ShiftChoice};
pub use facts::{CentreAddress, CentreFacts, Held, Holds, ProjectRules};
pub use journal::{JournalPage, JournalQuery, JournalRow};
pub use occupancy::{OccupancyDay, OccupancyEntry, OccupancyMonth};
pub use organisation::{Organisation, ProjectRow};
pub use participation::{Participation, ShareRow};
pub use people::{
    Alike, CardHolder, CardsPage, ConsentRow, Duplicates, EnrolledRow, EnrolmentRow, Enrolments,
    GroupPage, MarkRow, MergeRow, PEOPLE_A_PAGE, Pair, PeopleFilter, PeoplePage, PersonPage,
    PersonRow, StayRow, WaitingRow,
};
pub use periods::{MonthState, Periods};
pub use plan::{
    BridgeBrief, ClosureRow, InterpreterBrief, PlannedShift, RoomRow, Rooms, ScheduleRow,
    Schedules, Staff, StaffPage, StaffRow, Week, WorkshopRow, Workshops, on_day,
};
pub use project::{
    ChangedSince, HiddenFigure, HiddenWhy, IndicatorRow, ProjectDescription, ProjectPage,
};
pub use retention::{DueRow, Purge};
pub use sheet::{Sheet, SheetPerson, SheetShift};
pub use shift_log::{Logged, ShiftLog};
pub use stock::{Balance, HandOutRow, Recipient, Stock, StockRow};
pub use tokens::{TokenRow, TokenState, TokensPage};
pub use training::{Participant, TrainingPage, TrainingRow, Trainings};
pub use upkeep::{Done, STALE_HOURS, Upkeep};

use crate::access::Role;
use crate::centre::{CentreKind, CentreStatus};
use crate::ids::{AccountId, ShiftId};
use crate::label::Name;
use crate::report::session::Summary;
use crate::report::{Cell, Query, Report};
use crate::shift::{Reason, ShiftState, Slot};
use crate::workshop::{Activity, Unit};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::hash::Hash;

/// The signed-in person, as the pages know them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The account.
    pub account: AccountId,
    /// The account's code.
    pub code: String,
    /// The name to show, from the vault: for this person's own eyes.
    pub name: String,
    /// The highest role held.
    pub role: Role,
    /// The language of the account, if it has one.
    pub language: Option<String>,
    /// Centres whose figures this person may see, in the order of their codes.
    pub centres: Vec<Choice>,
    /// Whether this person logs shifts on a tablet.
    pub logs: bool,
}

/// Something to choose, by code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its code, as in addresses.
    pub code: String,
    /// Its name.
    pub name: Name,
}

/// What the reports page offers to a viewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Centres.
    pub centres: Vec<Choice>,
    /// Projects.
    pub projects: Vec<Choice>,
    /// Workshops; empty for donors.
    pub workshops: Vec<Choice>,
    /// Whether figures are suppressed and periods are whole months.
    pub donor: bool,
    /// Today's reporting day.
    pub today: NaiveDate,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMade {
    /// The entry of the journal that it was made from.
    pub entry: i64,
    /// When the last one from that entry was made.
    pub made: DateTime<Utc>,
    /// The code of the project that it was of, if of one.
    pub project: Option<String>,
}

impl FileMade {
    /// Whether it was of a project; every file is where none is named.
    pub fn is_of(&self, project: Option<&str>) -> bool {
        project.is_none() || self.project.as_deref() == project
    }
}

/// A value that holds from a day on, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated<T> {
    /// The value.
    pub value: T,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Where it is known from.
    pub source: String,
}

/// A day's occupancy as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupancy {
    /// The reporting day.
    pub day: NaiveDate,
    /// Everybody.
    pub total: i64,
    /// Children, if known.
    pub children: Option<i64>,
    /// Women and girls, if known.
    pub female: Option<i64>,
    /// Men and boys, if known.
    pub male: Option<i64>,
    /// Where the numbers come from.
    pub source: String,
}

/// A centre on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreCard {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// Its municipality.
    pub adm2: Name,
    /// What it is on that day, if recorded.
    pub kind: Option<Dated<CentreKind>>,
    /// Whether it is open on that day, if recorded.
    pub status: Option<Dated<CentreStatus>>,
    /// Its places on that day, if recorded.
    pub capacity: Option<Dated<i64>>,
    /// The last occupancy recorded up to that day, if any.
    pub occupancy: Option<Occupancy>,
    /// The month's figures, up to its end.
    pub month: PeriodFigures,
    /// Entries that wait for a manager.
    pub review: i64,
}

/// The figures of a period, folded from the session log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodFigures {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Shifts by state, in the order of [`ShiftState::ALL`].
    pub by_state: [i64; 5],
    /// Contacts of the shifts held.
    pub contacts: i64,
    /// Of them counted without being named.
    pub headcount: i64,
    /// Walk-ins.
    pub walk_ins: i64,
    /// Registered people marked absent.
    pub no_shows: i64,
    /// Different people: the least and the most it can be; equal without headcounts.
    pub people: (i64, i64),
    /// Registered attendees of registered people; `None` when nobody was registered.
    pub attendance: Option<(i64, i64)>,
    /// Pieces made.
    pub pieces: i64,
    /// Minutes of the shifts held.
    pub minutes: i64,
}

impl PeriodFigures {
    /// The figures of a summary.
    pub fn new<P: Eq + Hash + Clone>(from: NaiveDate, to: NaiveDate, sum: &Summary<P>) -> Self {
        Self {
            from,
            to,
            by_state: sum.by_state,
            contacts: sum.figures.contacts(),
            headcount: sum.figures.headcount,
            walk_ins: sum.figures.walk_ins,
            no_shows: sum.figures.no_shows,
            people: sum.people(),
            attendance: sum.attendance(),
            pieces: sum.figures.pieces,
            minutes: sum.minutes,
        }
    }

    /// Shifts in a state.
    pub fn shifts(&self, state: ShiftState) -> i64 {
        self.by_state[state as usize]
    }

    /// All shifts of the plan.
    pub fn planned(&self) -> i64 {
        self.by_state.iter().sum()
    }
}

/// A shift in a list of the dashboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftRow {
    /// Its id.
    pub id: ShiftId,
    /// When it takes place.
    pub slot: Slot,
    /// Its state now.
    pub state: ShiftState,
    /// Why it did not happen.
    pub reason: Option<Reason>,
    /// Its workshop.
    pub workshop: Choice,
    /// What is done.
    pub activity: Activity,
    /// Codes of the facilitators assigned.
    pub facilitators: Vec<String>,
    /// Enrolled people.
    pub registered: i64,
    /// Of them present, when it was held.
    pub attended: Option<i64>,
    /// Contacts, when it was held.
    pub contacts: Option<i64>,
    /// Pieces made, when it was held.
    pub pieces: Option<i64>,
    /// Notes about it, oldest first.
    pub notes: Vec<ShiftNote>,
    /// Receipts of who handed it over to whom, oldest first.
    pub handovers: Vec<Handover>,
}

/// What was made of a product, day by day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductDays {
    /// The product.
    pub product: Choice,
    /// The code of the workshop that makes it.
    pub workshop: String,
    /// What it is counted in.
    pub unit: Unit,
    /// Each day with what was made and what of it was rejected, oldest first; the last is the
    /// dashboard's day.
    pub days: Vec<(NaiveDate, i64, i64)>,
}

/// How far back a manager's page looks for what is to do, in days: shifts that nobody logged,
/// doubtful figures.
pub const BACK_DAYS: i64 = 31;

/// A manager's page for one centre and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// The centre on that day.
    pub centre: CentreCard,
    /// The day shown.
    pub day: NaiveDate,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// The journal's last entry when this was read: what came later may not be in it.
    pub head: i64,
    /// The day's figures; the month's are in the card.
    pub figures: PeriodFigures,
    /// Why shifts of the day did not happen, and how many for each reason.
    pub reasons: Vec<(Reason, i64)>,
    /// The figures of the day before, and its reasons.
    pub before: (PeriodFigures, Vec<(Reason, i64)>),
    /// The shifts planned for the seven days after it, in the order of time.
    pub ahead: Vec<PlannedShift>,
    /// Shifts that are over and that nobody closed: the last 31 days up to the day shown.
    pub not_logged: Vec<ShiftRow>,
    /// The day's shifts, in the order of time.
    pub shifts: Vec<ShiftRow>,
    /// What was made, the day and the six days before.
    pub outputs: Vec<ProductDays>,
    /// Entries of this centre that wait for a manager, newest first, at most 50.
    pub review: Vec<ReviewEntry>,
    /// Figures of the last 31 days up to the day shown that are hard to believe and that nobody
    /// accepted, the latest first.
    pub doubtful: Vec<DoubtfulRow>,
    /// What disagrees at shifts of the last 31 days up to the day shown, newest first, at most 50.
    pub disagreements: Vec<Disagreement>,
    /// Whether the reader may log here, and so correct an entry in their own name.
    pub logs: bool,
    /// The form that corrects one of the entries, when it was asked for.
    pub correcting: Option<Correcting>,
}

/// The first rows of a report, for the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// Which report.
    pub report: Report,
    /// What was asked.
    pub query: Query,
    /// The first rows, at most [`PREVIEW_ROWS`].
    pub rows: Vec<Vec<Cell>>,
    /// How many rows there are.
    pub total: i64,
    /// Whether cells are hidden from this reader.
    pub suppressed: bool,
}

/// The most rows that a page shows of a report.
pub const PREVIEW_ROWS: usize = 200;
