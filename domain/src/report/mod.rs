//! What the figures are: every figure that leaves the system is a report defined here.
//!
//! A [`Report`] names its columns once: key, type, HXL tag, protection. `store::report` holds
//! the SQL and yields rows of [`Cell`]s; the dashboard, the CSV and the API read the same rows.
//! Counting rules ("contact", "registered", "walk-in" …) stand at [`session::Figures`].

pub mod change;
pub mod column;
pub mod definition;
pub mod doubt;
pub mod dropping_out;
pub mod participation;
pub mod period;
pub mod reached;
pub mod session;

pub use column::{Column, ColumnId, ColumnKind, Protection};
pub use definition::{PACKAGE, Report};
pub use period::Step;

use crate::attendance::Presence;
use crate::centre::CentreKind;
use crate::clock;
use crate::fault::Fault;
use crate::indicator::Level;
use crate::label::Name;
use crate::person::{AgeBand, Sex};
use crate::project::ProjectState;
use crate::shift::ShiftState;
use crate::suppression::Why;
use crate::workshop::{Activity, Unit};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use doubt::Doubt;
use dropping_out::Risk;
use participation::Share;
use serde::{Deserialize, Serialize};

/// The value of one cell, typed; what it looks like depends on the file or the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Cell {
    /// Text that is the same in every language: a code, a reference.
    Text(String),
    /// A name of data, in the reader's language.
    Name(Name),
    /// A word of the vocabulary: a code in files for machines, a word on the page.
    Term(Term),
    /// A whole number.
    Number(i64),
    /// A number to a tenth, in tenths.
    Decimal(i64),
    /// An angle, in millionths of a degree.
    Degrees(i64),
    /// A reporting day.
    Day(NaiveDate),
    /// A time of day on Belgrade's wall clock.
    Time(NaiveTime),
    /// Nothing, and why. Never zero.
    Empty(Why),
}

/// A word of the vocabulary in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "of", content = "code", rename_all = "snake_case")]
pub enum Term {
    /// A shift's state.
    State(ShiftState),
    /// A kind of activity.
    Activity(Activity),
    /// A kind of centre.
    Kind(CentreKind),
    /// A unit of a product.
    Unit(Unit),
    /// A sex.
    Sex(Sex),
    /// An age band.
    Band(AgeBand),
    /// Of whom a share is told.
    Share(Share),
    /// Why somebody may drop out.
    Risk(Risk),
    /// Whether somebody came.
    Presence(Presence),
    /// Why a figure is doubted.
    Doubt(Doubt),
    /// The level of an indicator.
    Level(Level),
    /// Whether a project is to come, runs or is over.
    Project(ProjectState),
    /// A report.
    Report(Report),
    /// A column of a report.
    Figure(ColumnId),
}

impl Term {
    /// The language-free code, as files for machines carry it.
    pub fn code(self) -> &'static str {
        match self {
            Self::State(state) => state.code(),
            Self::Activity(activity) => match activity {
                Activity::Sewing => "sewing",
                Activity::Carpentry => "carpentry",
                Activity::Sports => "sports",
                Activity::Training => "training",
                Activity::Language => "language",
                Activity::Cooking => "cooking",
                Activity::Art => "art",
                Activity::Music => "music",
                Activity::Other => "other",
            },
            Self::Kind(CentreKind::AsylumCentre) => "asylum_centre",
            Self::Kind(CentreKind::ReceptionCentre) => "reception_centre",
            Self::Unit(Unit::Piece) => "piece",
            Self::Unit(Unit::Metre) => "metre",
            Self::Unit(Unit::Kilogram) => "kilogram",
            Self::Unit(Unit::Litre) => "litre",
            Self::Sex(Sex::Female) => "f",
            Self::Sex(Sex::Male) => "m",
            Self::Sex(Sex::Other) => "i",
            Self::Sex(Sex::NotDisclosed) => "unknown",
            Self::Band(AgeBand::To4) => "0-4",
            Self::Band(AgeBand::To11) => "5-11",
            Self::Band(AgeBand::To17) => "12-17",
            Self::Band(AgeBand::To59) => "18-59",
            Self::Band(AgeBand::From60) => "60+",
            Self::Band(AgeBand::Unknown) => "unknown",
            Self::Share(share) => share.code(),
            Self::Risk(risk) => risk.code(),
            Self::Doubt(doubt) => doubt.code(),
            Self::Level(level) => level.code(),
            Self::Project(state) => state.code(),
            Self::Report(report) => report.name(),
            Self::Figure(column) => column.key(),
            Self::Presence(Presence::Present) => "present",
            Self::Presence(Presence::Absent) => "absent",
            Self::Presence(Presence::Unmarked) => "unmarked",
        }
    }
}

/// By what the rows of a report are split, beside the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// A row a centre.
    Centre,
    /// A row a workshop.
    Workshop,
    /// A row a sex.
    Sex,
    /// A row an age band.
    Band,
    /// A row a language: whoever knows two equally well is in both.
    Language,
    /// A row a facilitator in charge: a shift of two is in both. Their load, not their merit.
    Facilitator,
}

impl Split {
    /// All, in the order of menus.
    pub const ALL: [Self; 6] =
        [Self::Centre, Self::Workshop, Self::Sex, Self::Band, Self::Language, Self::Facilitator];

    /// The code in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::Workshop => "workshop",
            Self::Sex => "sex",
            Self::Band => "age",
            Self::Language => "language",
            Self::Facilitator => "facilitator",
        }
    }

    /// Reads a code back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|split| split.code() == code)
    }
}

/// What is asked of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// The first reporting day.
    pub from: NaiveDate,
    /// The last reporting day.
    pub to: NaiveDate,
    /// Code of a centre; all that the reader may see when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
    /// Code of a project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// Code of a workshop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workshop: Option<String>,
    /// Only shifts in this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ShiftState>,
    /// How finely it is cut, where it adds up over time.
    #[serde(default)]
    pub step: Step,
    /// By what it is split, where it can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Split>,
    /// Only what belongs to this group of the split, where the rows behind a group are told: a
    /// code as in the column [`ColumnId::Group`], or [`GROUP_UNKNOWN`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The entry of the journal after which it was as it is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<i64>,
    /// The instant at which that was told: filled in by the store, which knows when a file was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since_at: Option<DateTime<Utc>>,
}

/// The site code of a row of all centres together.
pub const ALL_SITES: &str = "ALL";

/// The site code of what belongs to no centre.
pub const NO_SITE: &str = "NONE";

/// The group of those of whom it is not known what the rows are split by, in a [`Query`].
pub const GROUP_UNKNOWN: &str = "unknown";

/// The longest period that is answered, in days: 50 years.
pub const PERIOD_MAX_DAYS: i64 = 18_263;

impl Query {
    /// A period without filters.
    pub fn period(from: NaiveDate, to: NaiveDate) -> Self {
        Self {
            from,
            to,
            centre: None,
            project: None,
            workshop: None,
            state: None,
            step: Step::default(),
            by: None,
            of: None,
            since: None,
            since_at: None,
        }
    }

    /// The period within one centre.
    pub fn in_centre(self, code: impl Into<String>) -> Self {
        Self { centre: Some(code.into()), ..self }
    }

    /// # Errors
    /// [`Fault::BadDay`], [`Fault::PeriodReversed`], or [`Fault::OutOfRange`] for a period that
    /// is too long.
    pub fn check(&self) -> Result<(), Fault> {
        clock::check_day(self.from).and(clock::check_day(self.to))?;
        if self.to < self.from {
            return Err(Fault::PeriodReversed);
        }
        if (self.to - self.from).num_days() > PERIOD_MAX_DAYS {
            return Err(Fault::out_of_range("to", 1, PERIOD_MAX_DAYS));
        }
        Ok(())
    }

    /// What a donor may ask of a report: whole calendar months, per project and centre, and where
    /// individuals are counted, pieces that are whole months, quarters or years. Every finer cut
    /// is a subtraction that can expose somebody.
    ///
    /// # Errors
    /// [`Fault::PeriodNotWhole`], or [`Fault::NotAllowed`] for a filter that is internal.
    pub fn check_for_donor(&self, report: Report) -> Result<(), Fault> {
        self.check()?;
        let whole = self.from.day() == 1 && clock::month_of(self.to).1 == self.to;
        if !whole {
            return Err(Fault::PeriodNotWhole);
        }
        if self.workshop.is_some()
            || self.state.is_some()
            || self.by.is_some()
            || self.of.is_some()
            || matches!(self.step, Step::Day | Step::Week)
        {
            return Err(Fault::NotAllowed);
        }
        if report.counts_people() {
            let pieces = self.step.pieces((self.from, self.to))?;
            if !pieces.iter().all(|piece| period::is_of_the_calendar(*piece)) {
                return Err(Fault::PeriodNotWhole);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(from: &str, to: &str) -> Query {
        Query::period(from.parse().expect("a day"), to.parse().expect("a day"))
    }

    #[test]
    fn donors_get_whole_months() {
        let log = Report::SessionLog;
        assert_eq!(query("2021-05-01", "2021-05-31").check_for_donor(log), Ok(()));
        assert_eq!(query("2021-01-01", "2021-12-31").check_for_donor(log), Ok(()));
        for (from, to) in [("2021-05-02", "2021-05-31"), ("2021-05-01", "2021-05-30")] {
            assert_eq!(query(from, to).check_for_donor(log), Err(Fault::PeriodNotWhole));
        }
        let cut = Query { workshop: Some("KRN-SEW".into()), ..query("2021-05-01", "2021-05-31") };
        assert_eq!(cut.check_for_donor(log), Err(Fault::NotAllowed));
    }

    #[test]
    fn donors_count_people_by_pieces_of_the_calendar() {
        for (from, to, step, fits) in [
            ("2021-05-01", "2021-06-30", Step::Month, true),
            ("2021-05-01", "2021-06-30", Step::Whole, false),
            ("2021-05-01", "2021-06-30", Step::Quarter, false),
            ("2021-04-01", "2021-06-30", Step::Whole, true),
            ("2021-04-01", "2021-09-30", Step::Quarter, true),
            ("2021-01-01", "2021-12-31", Step::Whole, true),
            ("2021-02-01", "2022-01-31", Step::Whole, false),
        ] {
            let query = Query { step, ..query(from, to) };
            let people = query.check_for_donor(Report::PeopleBySexAndAge);
            assert_eq!(people.is_ok(), fits, "{from} {to} {step:?}");
            assert_eq!(query.check_for_donor(Report::OutputProduction), Ok(()));
        }
    }

    #[test]
    fn a_period_runs_forward_and_ends() {
        assert_eq!(query("2021-05-02", "2021-05-01").check(), Err(Fault::PeriodReversed));
        assert!(query("1990-01-01", "2090-01-01").check().is_err());
    }
}
