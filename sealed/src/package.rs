//! The data package: tables with all that a program and a person need to read them, sealed.

use crate::archive::Archive;
use crate::metadata::{data_package, table_metadata};
use crate::seal::check_text;
use crate::{
    Claims, FileMark, Key, MEMBERS_MAX, Seal, SealError, Words, is_plain_lower, readme::readme,
};
use std::collections::HashSet;
use std::io::{self, Seek, Write};

/// The member that lists the tables.
pub(crate) const DESCRIPTION: &str = "datapackage.json";
/// The member for people.
pub(crate) const README: &str = "README.md";
/// The member that lists all others.
pub(crate) const SEAL: &str = "seal.json";

/// The most tables in a package: two members each, besides three of the package.
pub const TABLES_MAX: usize = (MEMBERS_MAX - 3) / 2;

/// The most columns of a table.
const FIELDS_MAX: usize = 1000;

/// What the cells of a column hold. An empty cell may stand anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number, as `-3` or `1234567`.
    Number,
    /// A number with a point, as `-0.5`.
    Decimal,
    /// A day, as `2021-05-31`.
    Day,
    /// A time of day, as `09:05`.
    Time,
}

/// A column. Texts are up to [`crate::TEXT_MAX`] bytes without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name for programs, which stands in the file's first line, once in a table: `a`–`z`,
    /// digits and `_`, beginning with a letter, 1 to [`crate::NAME_MAX`] bytes.
    pub key: String,
    /// Its name for people; not empty.
    pub title: String,
    /// What the cells mean.
    pub about: String,
    /// What stands in the file's second line, beginning with `#`; empty where HXL has no word.
    pub hxl: String,
    /// What the cells hold.
    pub kind: Kind,
}

/// A table, whose rows are written apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name without `.csv`, once in a package: a plain name without capitals, at most
    /// 80 bytes.
    pub name: String,
    /// What it is called; not empty.
    pub title: String,
    /// What a row is.
    pub about: String,
    /// The columns in their order; 1 to 1000.
    pub fields: Vec<Field>,
}

impl Table {
    /// The file of its rows.
    pub(crate) fn path(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The file's first two lines; all texts in quotes, as in the rows.
    fn head(&self) -> Vec<u8> {
        let line = |cell: fn(&Field) -> &String| {
            let quoted = |field| format!("\"{}\"", cell(field).replace('"', "\"\""));
            self.fields.iter().map(quoted).collect::<Vec<_>>().join(",")
        };
        format!("{}\r\n{}\r\n", line(|field| &field.key), line(|field| &field.hxl)).into_bytes()
    }

    fn check(&self) -> Result<(), SealError> {
        if !is_plain_lower(&self.name) || self.name.len() > 80 {
            return Err(SealError::Name(self.name.clone()));
        }
        check_text("a title", &self.title, 1)?;
        check_text("a description", &self.about, 0)?;
        if !(1..=FIELDS_MAX).contains(&self.fields.len()) {
            return Err(SealError::Count);
        }
        let mut keys = HashSet::new();
        for field in &self.fields {
            // What both Frictionless and CSVW (a variable's name, RFC 6570) take.
            let plain =
                |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'_';
            let named = field.key.starts_with(|sign: char| sign.is_ascii_lowercase())
                && field.key.len() <= crate::NAME_MAX;
            if !named || !field.key.bytes().all(plain) {
                return Err(SealError::Name(field.key.clone()));
            }
            if !keys.insert(field.key.as_str()) {
                return Err(SealError::Twice(field.key.clone()));
            }
            check_text("a title", &field.title, 1)?;
            check_text("a description", &field.about, 0)?;
            check_text("a tag", &field.hxl, 0)?;
            if !field.hxl.is_empty() && !field.hxl.starts_with('#') {
                return Err(SealError::Tag(field.hxl.clone()));
            }
        }
        Ok(())
    }
}

/// Writes a data package: the same bytes for the same input, whatever the machine.
///
/// Members, in their order: for each table `NAME.csv` and `NAME.csv-metadata.json` (CSV on the
/// Web), then `datapackage.json` (Frictionless, after the tables since it holds their sizes and
/// hashes), `README.md`, and `seal.json`, which lists all before it.
///
/// No row is kept in memory. What was written by the time of an error is of no use.
#[derive(Debug)]
pub struct PackageWriter<W> {
    archive: Archive<W>,
    claims: Claims,
    /// The tables that were begun; the last one's metadata are written when it ends.
    tables: Vec<Table>,
    /// The members that were ended, in their order.
    marks: Vec<FileMark>,
}

impl<W: Write + Seek> PackageWriter<W> {
    /// Begins a package where `out` stands; nothing may follow it there. `out` should be buffered;
    /// it is written from front to end but for the members' headers, which are written twice.
    ///
    /// # Errors
    /// Those of [`Claims::check`]; [`SealError::Io`].
    pub fn new(out: W, claims: Claims) -> Result<Self, SealError> {
        claims.check()?;
        Ok(Self { archive: Archive::new(out)?, claims, tables: Vec::new(), marks: Vec::new() })
    }

    /// Begins a table; the one before is at its end. The two lines of its head are written here:
    /// the keys of the columns and their HXL tags. (Keys and not titles, since Frictionless takes
    /// the first line for the names of the fields; and a program that reads the file by them does
    /// not depend on the language.) What is returned takes the rows: RFC 4180 with commas, CRLF and
    /// UTF-8, as many cells as the head. It need not be closed.
    ///
    /// # Errors
    /// [`SealError::Name`], [`SealError::Twice`], [`SealError::Text`], [`SealError::Tag`] for what
    /// [`Table`] and [`Field`] do not allow; [`SealError::Count`] for more than [`TABLES_MAX`]
    /// tables or a number of columns out of range; [`SealError::Io`].
    pub fn table(&mut self, table: Table) -> Result<Rows<'_, W>, SealError> {
        table.check()?;
        if self.tables.iter().any(|other| other.name == table.name) {
            return Err(SealError::Twice(table.name));
        }
        if self.tables.len() == TABLES_MAX {
            return Err(SealError::Count);
        }
        self.end_table()?;
        self.archive.begin(&table.path())?;
        let mut rows = Rows { archive: &mut self.archive };
        rows.write_all(&table.head())?;
        self.tables.push(table);
        Ok(rows)
    }

    /// Writes the rest and gives the file back, with its seal.
    ///
    /// # Errors
    /// [`SealError::Count`] without a table; [`SealError::Text`] for what [`Words`] does not allow;
    /// [`SealError::TooLarge`]; [`SealError::Io`].
    pub fn finish(mut self, words: &Words, key: &Key) -> Result<(W, Seal), SealError> {
        if self.tables.is_empty() {
            return Err(SealError::Count);
        }
        let page = readme(words, &self.tables)?;
        self.end_table()?;
        let description = data_package(words, &self.claims, &self.tables, &self.marks)?;
        self.member(DESCRIPTION, &description)?;
        self.member(README, page.as_bytes())?;
        let seal = Seal::new(self.claims.clone(), self.marks.clone(), key)?;
        self.member(SEAL, &seal.render()?)?;
        Ok((self.archive.finish()?, seal))
    }

    fn end_table(&mut self) -> Result<(), SealError> {
        self.marks.extend(self.archive.end()?);
        let Some(table) = self.tables.last() else { return Ok(()) };
        let (name, metadata) = (format!("{}-metadata.json", table.path()), table_metadata(table)?);
        self.member(&name, &metadata)
    }

    fn member(&mut self, name: &str, bytes: &[u8]) -> Result<(), SealError> {
        self.archive.begin(name)?;
        Rows { archive: &mut self.archive }.write_all(bytes)?;
        self.marks.extend(self.archive.end()?);
        Ok(())
    }
}

/// Takes the file of a table; see [`PackageWriter::table`].
#[derive(Debug)]
pub struct Rows<'a, W> {
    archive: &'a mut Archive<W>,
}

impl<W: Write + Seek> Write for Rows<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.archive.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.archive.flush()
    }
}
