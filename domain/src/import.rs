//! Taking files in: what their columns may hold, what may be wrong in a row, and what a page shows
//! of it.

use crate::fault::Fault;
use crate::overview::Choice;
use crate::person::{AgeBand, Sex};
use crate::plan::Despite;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most rows of a file.
pub const ROWS_MAX: usize = 50_000;
/// The most columns of a file.
pub const COLUMNS_MAX: usize = 200;
/// The most problems that a page lists; the file with all of them has the rest.
pub const PROBLEMS_SHOWN: usize = 200;

/// What a file is about: a row is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// A person.
    People,
    /// An enrolment in a workshop.
    Enrolments,
    /// A day's occupancy.
    Occupancy,
    /// Somebody's attendance at a shift of the past.
    Attendance,
}

impl ImportKind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 4] = [Self::People, Self::Enrolments, Self::Occupancy, Self::Attendance];

    /// The word in addresses and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Enrolments => "enrolments",
            Self::Occupancy => "occupancy",
            Self::Attendance => "attendance",
        }
    }

    /// Reads the word back.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What its columns may hold, in the order of the form.
    pub fn fields(self) -> Vec<ImportField> {
        use ImportField::*;
        match self {
            Self::People => vec![
                Reference,
                Code,
                Alias,
                Sex,
                BirthYear,
                BirthDate,
                Age,
                AgeOn,
                Nationality,
                Languages,
                Separation,
                Arrival,
                Departure,
                Contact,
                Guardian,
            ],
            Self::Enrolments => vec![Code, Reference, Alias, Workshop, From, To],
            Self::Attendance => {
                vec![Code, Reference, Alias, Workshop, Day, Start, Minutes, Presence]
            }
            Self::Occupancy => {
                let named = [Day, Total, Children, Females, Males, Girls, Boys, Source];
                let cells = crate::person::Sex::ALL
                    .into_iter()
                    .flat_map(|sex| AgeBand::ALL.map(|band| Cell(sex, band)));
                named.into_iter().chain(cells).collect()
            }
        }
    }
}

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// The code that Radionica gave a person.
    Code,
    /// The number or name by which the list itself knows a person; it is not kept.
    Reference,
    /// What a person is called in the workshop.
    Alias,
    /// Sex.
    Sex,
    /// The year of birth.
    BirthYear,
    /// The day of birth.
    BirthDate,
    /// An age in completed years.
    Age,
    /// The day on which the age was told.
    AgeOn,
    /// Nationality.
    Nationality,
    /// Languages, one or several.
    Languages,
    /// Of a child: with whom it is.
    Separation,
    /// The day of arrival.
    Arrival,
    /// The day of departure.
    Departure,
    /// A telephone number or the like.
    Contact,
    /// The name of a minor's guardian.
    Guardian,
    /// The code or the name of a workshop.
    Workshop,
    /// The first day of an enrolment.
    From,
    /// The last day of an enrolment.
    To,
    /// The day of a shift or of a count.
    Day,
    /// When a shift begins.
    Start,
    /// How long a shift lasts, in minutes.
    Minutes,
    /// Whether somebody was there.
    Presence,
    /// Everybody in the centre.
    Total,
    /// Children, 0 to 17 years.
    Children,
    /// Women and girls.
    Females,
    /// Men and boys.
    Males,
    /// Girls, 0 to 17 years.
    Girls,
    /// Boys, 0 to 17 years.
    Boys,
    /// Where the numbers come from.
    Source,
    /// People of a sex and an age band.
    Cell(Sex, AgeBand),
}

impl ImportField {
    /// The word in forms and on the command line.
    pub fn word(self) -> String {
        let word = match self {
            Self::Code => "code",
            Self::Reference => "reference",
            Self::Alias => "alias",
            Self::Sex => "sex",
            Self::BirthYear => "birth-year",
            Self::BirthDate => "birth-date",
            Self::Age => "age",
            Self::AgeOn => "age-on",
            Self::Nationality => "nationality",
            Self::Languages => "languages",
            Self::Separation => "separation",
            Self::Arrival => "arrival",
            Self::Departure => "departure",
            Self::Contact => "contact",
            Self::Guardian => "guardian",
            Self::Workshop => "workshop",
            Self::From => "from",
            Self::To => "to",
            Self::Day => "day",
            Self::Start => "start",
            Self::Minutes => "minutes",
            Self::Presence => "presence",
            Self::Total => "total",
            Self::Children => "children",
            Self::Females => "female",
            Self::Males => "male",
            Self::Girls => "girls",
            Self::Boys => "boys",
            Self::Source => "source",
            Self::Cell(sex, band) => return cell_word(sex, band),
        };
        word.to_owned()
    }

    /// Whether it holds a date.
    pub fn is_day(self) -> bool {
        matches!(
            self,
            Self::BirthDate
                | Self::AgeOn
                | Self::Arrival
                | Self::Departure
                | Self::From
                | Self::To
                | Self::Day
        )
    }

    /// Whether it identifies somebody: what stands in it is not repeated in a list of problems.
    pub fn identifies(self) -> bool {
        matches!(
            self,
            Self::Reference | Self::Alias | Self::BirthDate | Self::Contact | Self::Guardian
        )
    }
}

/// The word of a cell of sex and age band, the same in every language.
pub fn cell_word(sex: Sex, band: AgeBand) -> String {
    let sex = match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Other => "other",
        Sex::NotDisclosed => "undisclosed",
    };
    let band = match band {
        AgeBand::To4 => "0-4",
        AgeBand::To11 => "5-11",
        AgeBand::To17 => "12-17",
        AgeBand::To59 => "18-59",
        AgeBand::From60 => "60-plus",
        AgeBand::Unknown => "unknown",
    };
    format!("{sex}-{band}")
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Something that every row must have is not there.
    Missing,
    /// More cells than headings.
    TooManyCells,
    /// Letters that the file's encoding does not know.
    Letters,
    /// No date.
    NoDay,
    /// A year of two digits.
    ShortYear,
    /// No time of day.
    NoTime,
    /// No whole number.
    NoNumber,
    /// A word that is not known for this column.
    NoWord,
    /// No such country.
    NoCountry,
    /// No such language.
    NoLanguage,
    /// No code of a person.
    NoCode,
    /// Nobody is called that.
    Nobody,
    /// More than one person is called that.
    Several,
    /// Somebody of another centre.
    Elsewhere,
    /// Somebody who was erased.
    Erased,
    /// The same as an earlier row.
    SameAs(usize),
    /// Birth year, birth date and age do not fit together.
    AgesDiffer,
    /// A last day before the first.
    Reversed,
    /// No such workshop in the centre.
    NoWorkshop,
    /// No place is left in the workshop.
    NoPlace,
    /// No such shift; with a time of day it would be added.
    NoShift,
    /// Several shifts on that day: which one?
    WhichShift,
    /// The shift is closed, and says otherwise.
    ShiftClosed,
    /// The shift did not happen.
    DidNotHappen,
    /// The day is to come.
    ToCome,
    /// Refused for what is known.
    Fault(Fault),
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The row as a spreadsheet counts it, from 1.
    pub row: usize,
    /// The heading of the column.
    pub column: Option<String>,
    /// What stands there, unless it identifies somebody.
    pub value: Option<String>,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What a file would change, or did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// Rows that are new.
    pub new: usize,
    /// Rows that change what is known.
    pub changed: usize,
    /// Rows that change nothing.
    pub same: usize,
    /// What is wrong, by row.
    pub problems: Vec<Problem>,
}

/// Which number of a date written with `/` or `-` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// `31/05/2021`.
    DayFirst,
    /// `05/31/2021`.
    MonthFirst,
}

/// An encoding of text files of the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextEncoding {
    /// UTF-8.
    Utf8,
    /// UTF-16 of either order.
    Utf16,
    /// Windows-1250: Latin script of the region.
    Windows1250,
    /// Windows-1251: Cyrillic script.
    Windows1251,
    /// Windows-1256: Arabic script.
    Windows1256,
}

impl TextEncoding {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Utf8, Self::Utf16, Self::Windows1250, Self::Windows1251, Self::Windows1256];

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1250 => "Windows-1250",
            Self::Windows1251 => "Windows-1251",
            Self::Windows1256 => "Windows-1256",
        }
    }
}

/// How a file is read: found by the program, changed by whoever brings it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reading {
    /// Of a text file.
    pub encoding: Option<TextEncoding>,
    /// Of a text file: what stands between its cells.
    pub separator: Option<char>,
    /// Of a workbook: the names of its sheets.
    pub sheets: Vec<String>,
    /// Which of them.
    pub sheet: usize,
    /// The row that holds the headings, as a spreadsheet counts, from 1.
    pub heading_row: usize,
}

/// What stands for all rows of a file, and which column holds what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The column of each field that has one, from 0.
    pub columns: Vec<(ImportField, usize)>,
    /// Which number of a date is the day, where that is not plain.
    pub day_order: DayOrder,
    /// When ages were told, for rows that do not say.
    pub told_on: NaiveDate,
    /// The code of the workshop, for rows that do not say.
    pub workshop: String,
    /// The first day of an enrolment, for rows that do not say.
    pub from: NaiveDate,
    /// The source of an occupancy, for rows that do not say.
    pub source: String,
    /// Why people are enrolled although no place is left.
    pub despite: Option<Despite>,
}

/// A column as the form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// What stands in its first filled rows.
    pub examples: Vec<String>,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportStage {
    /// Its columns are named.
    Columns,
    /// It is checked (`false`) or taken in (`true`).
    Working {
        /// Whether it is taken in.
        writes: bool,
        /// How much is done.
        done: usize,
        /// Of how much.
        of: usize,
    },
    /// It was checked: nothing was written. With the number of all problems, of which the first are
    /// among the findings.
    Checked(Findings, usize),
    /// It was taken in.
    Done(Findings),
    /// It could not be done.
    Failed(Fault),
}

/// A file that waits at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFile {
    /// Its id.
    pub id: Uuid,
    /// What its rows are.
    pub kind: ImportKind,
    /// The name of the file.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
    /// How it is read.
    pub reading: Reading,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// What they hold.
    pub mapping: Mapping,
    /// Whether the order of day and month is not plain from the dates.
    pub ambiguous: bool,
    /// How far it is.
    pub stage: ImportStage,
}

/// The page on which files are taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPage {
    /// Into which centre.
    pub centre: Choice,
    /// The workshops of the centre.
    pub workshops: Vec<Choice>,
    /// The file that waits there for who asks.
    pub file: Option<ImportFile>,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreadable {
    /// No file, or nothing below its headings.
    Empty,
    /// Neither text nor a workbook (XLSX).
    Format,
    /// More than [`ROWS_MAX`] rows or [`COLUMNS_MAX`] columns.
    TooLarge,
}
