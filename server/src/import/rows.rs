//! The rows of a file as they are read: cells by what their columns hold, and what is wrong.

use super::table::{Cell, Row, Table};
use super::values;
use chrono::NaiveDate;
use domain::command::{Command, Identity};
use domain::fault::Fault;
use domain::import::{Findings, ImportField, Mapping, Problem, Trouble};
use std::collections::HashMap;
use store::KnownPerson;

/// A change that a row asks for.
pub struct Change {
    /// The number of the row.
    pub row: usize,
    /// What.
    pub command: Command,
    /// What travels beside it.
    pub identity: Option<Identity>,
}

/// What a file comes to.
#[derive(Default)]
pub struct Planned {
    /// The changes of rows with which nothing is wrong, in the order in which they are made.
    pub changes: Vec<Change>,
    /// What the rows are, and what is wrong.
    pub findings: Findings,
}

/// What goes through the door, each with what travels beside it.
type Changes = Vec<(Command, Option<Identity>)>;

impl Planned {
    /// What was found, and the changes apart from the rows that ask for them.
    pub fn for_the_door(self) -> (Findings, Vec<usize>, Changes) {
        let changes = self.changes.into_iter();
        let (rows, all) =
            changes.map(|change| (change.row, (change.command, change.identity))).unzip();
        (self.findings, rows, all)
    }

    /// Adds a change.
    pub fn change(&mut self, row: usize, command: Command) {
        self.changes.push(Change { row, command, identity: None });
    }

    /// Adds the changes of a row, unless they break a rule of their own.
    pub fn add(&mut self, sheet: &Sheet<'_>, row: &Row, changes: Vec<Change>, new: bool) {
        for change in &changes {
            let beside = change.identity.as_ref().map_or(Ok(()), Identity::check);
            if let Err(fault) = change.command.check().and(beside) {
                return self.findings.problems.push(sheet.refused(row.number, fault));
            }
        }
        match (changes.is_empty(), new) {
            (true, _) => self.findings.same += 1,
            (false, true) => self.findings.new += 1,
            (false, false) => self.findings.changed += 1,
        }
        self.changes.extend(changes);
    }
}

/// A file with what its columns hold.
pub struct Sheet<'a> {
    /// The file.
    pub table: &'a Table,
    /// What its columns hold, and what stands for all rows.
    pub mapping: &'a Mapping,
    columns: HashMap<ImportField, usize>,
}

impl<'a> Sheet<'a> {
    /// A file as it is mapped.
    pub fn new(table: &'a Table, mapping: &'a Mapping) -> Self {
        Self { table, mapping, columns: mapping.columns.iter().copied().collect() }
    }

    /// Whether a column holds this.
    pub fn has(&self, field: ImportField) -> bool {
        self.columns.contains_key(&field)
    }

    /// The cells of a row.
    pub fn row(&self, row: &'a Row) -> Cells<'_> {
        let mut cells = Cells { sheet: self, row, problems: Vec::new() };
        if row.cells.len() > self.table.headings.len() {
            cells.wrong(None, Trouble::TooManyCells);
        }
        cells
    }

    fn cell(&self, row: &'a Row, field: ImportField) -> &'a Cell {
        let column = self.columns.get(&field);
        column.and_then(|column| row.cells.get(*column)).unwrap_or(&Cell::Empty)
    }

    fn problem(&self, row: &Row, field: Option<ImportField>, trouble: Trouble) -> Problem {
        let column = field.and_then(|field| self.columns.get(&field));
        let shown = |column: &usize| row.cells.get(*column).map(Cell::shown);
        let hidden = field.is_some_and(ImportField::identifies);
        let value = column.and_then(shown).filter(|value| !hidden && !value.is_empty());
        let column = column.and_then(|column| self.table.headings.get(*column)).cloned();
        Problem { row: row.number, column, value, trouble }
    }

    /// What the door refused of a row.
    pub fn refused(&self, number: usize, fault: Fault) -> Problem {
        let field = match &fault {
            Fault::OutOfRange { field, .. } | Fault::Missing { field } => match field.as_str() {
                "born" => Some(ImportField::BirthYear),
                "years" => Some(ImportField::Age),
                "people" => Some(ImportField::Total),
                field => {
                    let mut mapped = self.columns.keys().copied();
                    mapped.find(|known| known.word() == field)
                }
            },
            Fault::BadDay { .. } => self.columns.keys().copied().find(|field| field.is_day()),
            _ => None,
        };
        let place = self.table.rows.binary_search_by_key(&number, |row| row.number);
        match place {
            Ok(place) => self.problem(&self.table.rows[place], field, Trouble::Fault(fault)),
            Err(_) => {
                Problem { row: number, column: None, value: None, trouble: Trouble::Fault(fault) }
            }
        }
    }
}

/// One row while it is read.
pub struct Cells<'a> {
    sheet: &'a Sheet<'a>,
    row: &'a Row,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl Cells<'_> {
    /// Notes what is wrong.
    pub fn wrong(&mut self, field: Option<ImportField>, trouble: Trouble) {
        self.problems.push(self.sheet.problem(self.row, field, trouble));
    }

    /// What stands in a cell, as `read` understands it; `None` also where it does not.
    pub fn take<T>(
        &mut self,
        field: ImportField,
        read: impl FnOnce(&Cell) -> Result<Option<T>, Trouble>,
    ) -> Option<T> {
        match read(self.sheet.cell(self.row, field)) {
            Ok(value) => value,
            Err(trouble) => {
                self.wrong(Some(field), trouble);
                None
            }
        }
    }

    /// A text.
    pub fn text(&mut self, field: ImportField) -> Option<String> {
        self.take(field, values::text)
    }

    /// A date.
    pub fn day(&mut self, field: ImportField) -> Option<NaiveDate> {
        let order = self.sheet.mapping.day_order;
        self.take(field, |cell| values::day(cell, order))
    }

    /// A whole number.
    pub fn number(&mut self, field: ImportField) -> Option<i64> {
        self.take(field, values::number)
    }

    /// Whether nothing is wrong so far.
    pub fn fits(&self) -> bool {
        self.problems.is_empty()
    }

    /// The value of something that every row must have: notes it where it is missing. What could
    /// not be read is noted already.
    pub fn needed<T>(&mut self, field: ImportField, value: Option<T>) -> Option<T> {
        let noted = self.sheet.cell(self.row, field) != &Cell::Empty && !self.fits();
        if value.is_none() && !noted {
            self.wrong(Some(field), Trouble::Missing);
        }
        value
    }

    /// Notes somebody in whose name nothing may be added.
    pub fn check_person(&mut self, field: ImportField, person: &KnownPerson) {
        if person.erased {
            self.wrong(Some(field), Trouble::Erased);
        } else if !person.here {
            self.wrong(Some(field), Trouble::Elsewhere);
        }
    }
}
