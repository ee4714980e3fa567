//! Taking files in: people, enrolments, occupancy, attendance of the past.
//!
//! | module | holds |
//! |---|---|
//! | [`table`] | a file as rows and cells, whatever its format, encoding and separator |
//! | [`columns`], [`values`] | what headings and cells mean |
//! | [`rows`], [`who`] | a row with what is wrong in it; whom it names |
//! | [`people`], [`enrolments`], [`occupancy`], [`attendance`] | what rows of a kind come to |
//! | [`desk`], [`forms`] | files that wait at the desk, and the forms about them |
//!
//! A file becomes changes like any other. They are tried at the door without being written, so that
//! every problem is found at once; then all are made in one transaction, or none.

mod attendance;
mod columns;
pub mod desk;
mod enrolments;
pub mod forms;
mod occupancy;
mod people;
mod rows;
pub mod table;
mod values;
mod who;

pub use columns::guess;

use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::import::{DayOrder, Findings, ImportKind, Mapping};
use rows::{Planned, Sheet};
use std::collections::{BTreeSet, HashSet};
use store::{By, Progress, Store, StoreError};
use table::{Cell, Table};
use values::order_of;
use who::Who;

/// Who takes a file in, and where.
pub struct Into<'a> {
    /// The store.
    pub store: &'a Store,
    /// Who.
    pub actor: &'a Actor,
    /// The code of the centre.
    pub centre: &'a str,
}

/// What is found out of a file by itself, for whoever brings it to change; and whether the order of
/// day and month stays in doubt.
pub fn first_mapping(table: &Table, kind: ImportKind, today: NaiveDate) -> (Mapping, bool) {
    let columns = guess(kind, &table.headings);
    let found = day_order(table, &columns);
    let mapping = Mapping {
        columns,
        day_order: found.unwrap_or(DayOrder::DayFirst),
        told_on: today,
        workshop: String::new(),
        from: today,
        source: String::new(),
        despite: None,
    };
    (mapping, found.is_none())
}

/// The order of day and month in the columns that hold dates.
pub fn day_order(
    table: &Table,
    columns: &[(domain::import::ImportField, usize)],
) -> Option<DayOrder> {
    let days = columns.iter().filter(|(field, _)| field.is_day()).map(|(_, column)| *column);
    let days: Vec<usize> = days.collect();
    let cells = table
        .rows
        .iter()
        .flat_map(|row| days.iter().map(|column| row.cells.get(*column).unwrap_or(&Cell::Empty)));
    order_of(cells)
}

impl Into<'_> {
    /// What the rows of a file come to, as far as that is seen without the door.
    async fn plan(
        &self,
        kind: ImportKind,
        table: &Table,
        mapping: &Mapping,
    ) -> Result<Planned, StoreError> {
        let Self { store, actor, centre: code } = *self;
        let centre = store.centre_for(actor, Action::Manage, code).await?;
        let (today, now) = (store.clock().today(), store.clock().now());
        let sheet = Sheet::new(table, mapping);
        if kind == ImportKind::Occupancy {
            let known = store.occupancy_to_compare(actor, code).await?;
            return Ok(occupancy::plan(&sheet, centre, &known, today));
        }
        let ids = store.import_ids().await?;
        let people = store.people_to_compare(actor, code).await?;
        let who = Who::new(&people, &ids, centre);
        if kind == ImportKind::People {
            return Ok(people::plan(&sheet, &who, centre, today));
        }
        let workshops = store.workshops_to_compare(actor, code).await?;
        if kind == ImportKind::Enrolments {
            let known = store.enrolments_to_compare(actor, code).await?;
            return Ok(enrolments::plan(&sheet, &who, &ids, &workshops, &known, today));
        }
        let days = days(&sheet);
        let shifts = match (days.first(), days.last()) {
            (Some(from), Some(to)) => store.shifts_to_compare(actor, code, *from, *to).await?,
            _ => Vec::new(),
        };
        Ok(attendance::plan(&sheet, &who, &ids, &workshops, &shifts, now))
    }

    /// Everything that is wrong in a file, and what it would change. Nothing is written.
    ///
    /// # Errors
    /// When the database failed, or for whoever does not manage the centre.
    pub async fn check(
        &self,
        kind: ImportKind,
        table: &Table,
        mapping: &Mapping,
        watch: &Watch,
    ) -> Result<Findings, StoreError> {
        let (mut findings, rows, all) = self.plan(kind, table, mapping).await?.for_the_door();
        watch.of(all.len());
        let refused = self.store.try_changes(By::from(self.actor), all, &watch.progress).await?;
        let sheet = Sheet::new(table, mapping);
        // What a refused change brings with it is no problem of its own.
        let mut seen: HashSet<usize> = findings.problems.iter().map(|one| one.row).collect();
        for (place, fault) in refused {
            if seen.insert(rows[place]) {
                findings.problems.push(sheet.refused(rows[place], fault));
            }
        }
        findings.problems.sort_by_key(|problem| problem.row);
        Ok(findings)
    }

    /// Takes a file in: everything, or nothing where something is wrong.
    ///
    /// # Errors
    /// When the database failed, or for whoever does not manage the centre.
    pub async fn write(
        &self,
        kind: ImportKind,
        table: &Table,
        mapping: &Mapping,
        watch: &Watch,
    ) -> Result<Findings, StoreError> {
        let (mut findings, rows, all) = self.plan(kind, table, mapping).await?.for_the_door();
        if !findings.problems.is_empty() {
            return Ok(findings);
        }
        watch.of(all.len());
        match self.store.change_watched(By::from(self.actor), all, &watch.progress).await {
            Ok(()) => {}
            Err(StoreError::Refused { place, fault }) => {
                let sheet = Sheet::new(table, mapping);
                findings.problems.push(sheet.refused(rows[place], fault));
            }
            Err(error) => return Err(error),
        }
        Ok(findings)
    }
}

/// The days that the rows of a file about attendance name.
fn days(sheet: &Sheet<'_>) -> BTreeSet<NaiveDate> {
    let day = |row| sheet.row(row).day(domain::import::ImportField::Day);
    sheet.table.rows.iter().filter_map(day).collect()
}

/// How far the work on a file is.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    progress: Progress,
    all: std::sync::Arc<std::sync::atomic::AtomicUsize>,
}

impl Watch {
    fn of(&self, all: usize) {
        self.all.store(all, std::sync::atomic::Ordering::Relaxed);
    }

    /// How many changes are done, and of how many; 0 as long as that is not known.
    pub fn read(&self) -> (usize, usize) {
        (self.progress.done(), self.all.load(std::sync::atomic::Ordering::Relaxed))
    }
}
