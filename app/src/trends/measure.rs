//! What a row of the activity summary tells, measure by measure.

use crate::i18n::catalogue::{common, dashboard, trends as texts};
use crate::i18n::{Locale, Text};
use domain::report::{Cell, ColumnId, Report};

/// What is told of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// One person at one session.
    Contacts,
    /// Different people.
    People,
    /// Of them, new ones.
    New,
    /// Of the people of the period before, those who came again.
    Retention,
    /// Of the registered, those who came.
    Attendance,
    /// Registered people who did not come.
    NoShows,
    /// Shifts held.
    Held,
    /// Hours of the shifts held.
    Hours,
    /// Pieces made.
    Pieces,
}

impl Measure {
    /// All, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Contacts,
        Self::People,
        Self::New,
        Self::Retention,
        Self::Attendance,
        Self::NoShows,
        Self::Held,
        Self::Hours,
        Self::Pieces,
    ];

    /// The code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::People => "people",
            Self::New => "new",
            Self::Retention => "retention",
            Self::Attendance => "attendance",
            Self::NoShows => "no-shows",
            Self::Held => "held",
            Self::Hours => "hours",
            Self::Pieces => "pieces",
        }
    }

    /// Its name.
    pub fn label(self) -> &'static Text {
        match self {
            Self::Contacts => &dashboard::CONTACTS,
            Self::People => &dashboard::DIFFERENT_PEOPLE,
            Self::New => &texts::NEW_PEOPLE,
            Self::Retention => &texts::RETENTION,
            Self::Attendance => &dashboard::ATTENDANCE_RATE,
            Self::NoShows => &texts::NO_SHOWS,
            Self::Held => &dashboard::HELD_SHIFTS,
            Self::Hours => &texts::HOURS,
            Self::Pieces => &dashboard::PIECES,
        }
    }

    /// Reads it from a row.
    pub fn of(self, row: &[Cell]) -> Told {
        let number = |column| number(row, column);
        let exact = |column| number(column).map_or(Told::Nothing, |n| Told::Number(n, n));
        let share = |part, whole| match (number(part), number(whole)) {
            (Some(part), Some(whole)) if whole > 0 => Told::Share(part, whole),
            _ => Told::Nothing,
        };
        match self {
            Self::Contacts => exact(ColumnId::Contacts),
            Self::People => {
                let range = number(ColumnId::PeopleLeast).zip(number(ColumnId::PeopleMost));
                range.map_or(Told::Nothing, |(least, most)| Told::Number(least, most))
            }
            Self::New => exact(ColumnId::NewPeople),
            Self::Retention => share(ColumnId::Retained, ColumnId::PeopleBefore),
            Self::Attendance => share(ColumnId::Attended, ColumnId::Registered),
            Self::NoShows => exact(ColumnId::NoShows),
            Self::Held => exact(ColumnId::Held),
            Self::Hours => number(ColumnId::Minutes).map_or(Told::Nothing, Told::Minutes),
            Self::Pieces => exact(ColumnId::Pieces),
        }
    }
}

/// A whole number in a row, if there is one.
pub fn number(row: &[Cell], column: ColumnId) -> Option<i64> {
    match row.get(Report::ActivitySummary.place(column)?)? {
        Cell::Number(n) => Some(*n),
        _ => None,
    }
}

/// `12.5` for 750 minutes: hours to a tenth.
fn hours(locale: Locale, minutes: i64) -> String {
    let tenths = (minutes + 3).div_euclid(6);
    if tenths % 10 == 0 { locale.number(tenths / 10) } else { locale.decimal(tenths, 1) }
}

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The least and the most that it can be; mostly the same.
    Number(i64, i64),
    /// A part and the whole that it is of.
    Share(i64, i64),
    /// Minutes, told in hours.
    Minutes(i64),
    /// Nothing can be told.
    Nothing,
}

impl Told {
    /// In words: `64–91`, `83 %`, `12.5`.
    pub fn text(self, locale: Locale) -> Option<String> {
        match self {
            Self::Number(least, most) if least == most => Some(locale.number(least)),
            Self::Number(least, most) => {
                let (least, most) = (locale.number(least), locale.number(most));
                Some(locale.fill(&common::RANGE, &[("min", &least), ("max", &most)]))
            }
            Self::Share(part, whole) => locale.percent(part, whole),
            Self::Minutes(minutes) => Some(hours(locale, minutes)),
            Self::Nothing => None,
        }
    }

    /// What a share is of, in words.
    pub fn of(self, locale: Locale) -> Option<String> {
        match self {
            Self::Share(part, whole) => Some(crate::ui::figure::part_of(locale, part, whole)),
            _ => None,
        }
    }

    /// How high it stands in a chart, and how high it may stand: shares in thousandths.
    pub fn height(self) -> Option<(i64, i64)> {
        match self {
            Self::Number(least, most) => Some((least, most)),
            Self::Share(part, whole) => {
                let share = part.saturating_mul(1000) / whole.max(1);
                Some((share, share))
            }
            Self::Minutes(minutes) => Some((minutes, minutes)),
            Self::Nothing => None,
        }
    }
}
