//! A donor project at a glance, for its funder and for head office.

use super::Choice;
use crate::ids::{IndicatorId, ProjectId, ShiftId};
use crate::indicator::{Level, Measure};
use crate::label::Name;
use crate::project::ProjectState;
use crate::report::Cell;
use crate::report::period::Days;
use crate::workshop::Activity;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A project in a piece of the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProjectPage {
    /// Its id.
    pub id: ProjectId,
    /// Its code and title.
    pub project: Choice,
    /// Who pays.
    pub funder: Name,
    /// The programme that it is part of.
    pub programme: Name,
    /// Who carries it out.
    pub implementer: Name,
    /// The funder's reference of the grant.
    pub reference: String,
    /// The first and the last day.
    pub days: Days,
    /// Where it stands today.
    pub state: ProjectState,
    /// What the coordination of the field asks for, if it was said.
    pub description: Option<ProjectDescription>,
    /// The piece of the calendar that is told.
    pub period: Days,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// Its indicators, in the order of their codes.
    pub indicators: Vec<IndicatorRow>,
    /// Rows of R3 in the period.
    pub people: Vec<Vec<Cell>>,
    /// Rows of R6 in the period.
    pub places: Vec<Vec<Cell>>,
    /// Rows of R4 in the period.
    pub outputs: Vec<Vec<Cell>>,
    /// What was entered since the reader took a file of this project and period, if they did.
    pub since: Option<ChangedSince>,
    /// Whether small numbers are hidden from the reader.
    pub donor: bool,
    /// Whether the reader sets indicators and targets.
    pub administers: bool,
    /// What donors do not see of the period's people, for head office; `None` where the period is not
    /// over, and for others.
    pub hidden: Option<Vec<HiddenFigure>>,
    /// Products that can be counted, for who sets indicators.
    pub products: Vec<(crate::ids::ProductId, Choice)>,
}

/// What the coordination of the field asks of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectDescription {
    /// The kind of organisation that carries it out.
    pub organisation_type: Name,
    /// The sector.
    pub sector: Name,
    /// The part of the sector.
    pub subsector: Name,
    /// How it is done.
    pub modality: Name,
    /// For whom.
    pub beneficiaries: Name,
    /// The office that answers questions.
    pub contact: Name,
}

/// An indicator with its values, as R5 tells them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorRow {
    /// Its id.
    pub id: IndicatorId,
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: Name,
    /// What exactly is counted.
    pub definition: Name,
    /// What it is counted in.
    pub unit: Name,
    /// Where the figure comes from.
    pub source: Name,
    /// Its level.
    pub level: Level,
    /// What is counted.
    pub measure: Measure,
    /// Only in workshops of this kind.
    pub activity: Option<Activity>,
    /// Its value before the project.
    pub baseline: i64,
    /// What is to be reached: in the period, else by the end of the project.
    pub target: Cell,
    /// Its value in the period.
    pub actual: Cell,
    /// Its value since the project began.
    pub cumulative: Cell,
    /// How much of the target is reached, in tenths of a per cent.
    pub progress: Cell,
    /// The value and the share of the target (in tenths of a per cent) that it will have at the
    /// project's end if it goes on so; `None` where that cannot be told, or is entered by hand.
    pub forecast: Option<(i64, Option<i64>)>,
    /// The targets that hold, by period.
    pub targets: Vec<(Days, i64)>,
}

/// A figure that donors do not see, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiddenFigure {
    /// In which centre: its code, or one of the rows of R3.
    pub place: String,
    /// Its column in R3, by its key.
    pub column: String,
    /// How many people.
    pub people: i64,
    /// Why it is hidden.
    pub why: HiddenWhy,
}

/// Why a figure is hidden from donors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HiddenWhy {
    /// It is small itself.
    Small,
    /// A small one could be computed with it.
    Complementary,
    /// The total of its row is hidden.
    Row,
}

/// What was entered since a file was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedSince {
    /// When the file was taken.
    pub taken: DateTime<Utc>,
    /// The entry of the journal that it was made from.
    pub entry: i64,
    /// The shifts of the period about which something was entered since, at most 50.
    pub shifts: Vec<(ShiftId, NaiveDate, Choice)>,
    /// How many such shifts there are besides.
    pub more: i64,
}
