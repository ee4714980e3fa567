//! What of a figure may leave the organisation.
//!
//! Protected is every count of individuals and every split of people or contacts; total
//! contacts, sessions and pieces made are shown (IASC data responsibility; our conventions of
//! donor figures). In a donor's session log every protected column is empty and counted, from
//! the first version on: in a shift of two women any split points at one of them.

use crate::report::{Cell, Column, ColumnId, Protection};

/// Who a figure is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The organisation itself: whole figures.
    Internal,
    /// A donor: protected cells are hidden.
    Donor,
}

/// Why a cell is empty. An unmarked empty cell never means zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Hidden to protect people.
    Suppressed,
    /// The shift was not held or not logged, so there is nothing to count.
    NotHeld,
    /// It is not recorded.
    NotRecorded,
    /// It does not apply (no centre, no project).
    NotApplicable,
    /// People were counted without being named, so that only a range is known.
    OnlyARange,
    /// The last occupancy is too old to measure the period by.
    Stale,
    /// The period is not over: individuals are counted for donors when it is.
    NotOver,
    /// Donors are told at the ends of quarters how many people came since a project began, and in
    /// its first month.
    Quarterly,
}

/// Hides the protected cells of a row for its audience and writes the number of all that are hidden
/// into the column [`ColumnId::Suppressed`], if the report has it. Counted columns come as the
/// proof left them.
pub fn protect(columns: &[Column], row: &mut [Cell], audience: Audience) {
    if audience == Audience::Donor {
        for (column, cell) in columns.iter().zip(row.iter_mut()) {
            if column.protection == Protection::People && !matches!(cell, Cell::Empty(_)) {
                *cell = Cell::Empty(Why::Suppressed);
            }
        }
    }
    let suppressed = row.iter().filter(|cell| **cell == Cell::Empty(Why::Suppressed)).count();
    let hidden = i64::try_from(suppressed).unwrap_or(i64::MAX);
    let place = columns.iter().position(|column| column.id == ColumnId::Suppressed);
    if let Some(cell) = place.and_then(|i| row.get_mut(i)) {
        *cell = Cell::Number(hidden);
    }
}
