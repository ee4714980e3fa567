//! Column values and domain values meet here, once.
//!
//! What cannot be read back is an error that names table, column and row, never a panic.

use crate::error::StoreError;
use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use domain::label::Name;
use domain::person::Age;
use domain::shift::{Progress, Slot, hhmm, parse_hhmm};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::any::AnyRow;
use sqlx::{Decode, Row, Type};
use std::fmt::Write as _;
use std::str::FromStr;

/// Reads the columns of one row of a table (or of a query named after its table).
pub(crate) struct Reader<'a> {
    table: &'static str,
    row: &'a AnyRow,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(table: &'static str, row: &'a AnyRow) -> Self {
        Self { table, row }
    }

    /// A value as the driver gives it.
    pub(crate) fn get<T>(&self, column: &'static str) -> Result<T, StoreError>
    where
        T: Decode<'a, sqlx::Any> + Type<sqlx::Any>,
    {
        Ok(self.row.try_get(column)?)
    }

    pub(crate) fn text(&self, column: &'static str) -> Result<String, StoreError> {
        self.get(column)
    }

    pub(crate) fn number(&self, column: &'static str) -> Result<i64, StoreError> {
        self.get(column)
    }

    /// A value that is written as text: an id, a day.
    pub(crate) fn parse<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        let text: String = self.get(column)?;
        text.parse().map_err(|_| self.corrupt(column))
    }

    pub(crate) fn parse_opt<T: FromStr>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self.get(column)?;
        text.map(|t| t.parse().map_err(|_| self.corrupt(column))).transpose()
    }

    /// A value whose word is the one of its JSON form.
    pub(crate) fn word<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        let text: String = self.get(column)?;
        from_word(&text).ok_or_else(|| self.corrupt(column))
    }

    /// The same where there may be none.
    pub(crate) fn word_opt<T: DeserializeOwned>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| from_word(&text).ok_or_else(|| self.corrupt(column))).transpose()
    }

    /// A value that is stored as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn day(&self, column: &'static str) -> Result<NaiveDate, StoreError> {
        self.parse(column)
    }

    pub(crate) fn instant(&self, column: &'static str) -> Result<DateTime<Utc>, StoreError> {
        self.parse(column)
    }

    fn time(&self, column: &'static str) -> Result<NaiveTime, StoreError> {
        let text: String = self.get(column)?;
        parse_hhmm(&text).ok_or_else(|| self.corrupt(column))
    }

    /// A JSON list of times of day.
    pub(crate) fn times(&self, column: &'static str) -> Result<Vec<NaiveTime>, StoreError> {
        let texts: Vec<String> = self.json(column)?;
        let times: Option<Vec<_>> = texts.iter().map(|text| parse_hhmm(text)).collect();
        times.ok_or_else(|| self.corrupt(column))
    }

    /// A name from its two columns.
    pub(crate) fn name(&self, en: &'static str, sr: &'static str) -> Result<Name, StoreError> {
        Ok(Name { en: self.get(en)?, sr: self.get(sr)? })
    }

    /// The same where there may be none.
    pub(crate) fn name_opt(
        &self,
        en: &'static str,
        sr: &'static str,
    ) -> Result<Option<Name>, StoreError> {
        let (en, sr): (Option<String>, Option<String>) = (self.get(en)?, self.get(sr)?);
        Ok(en.zip(sr).map(|(en, sr)| Name { en, sr }))
    }

    /// The columns `day`, `start`, `minutes` of a shift.
    pub(crate) fn slot(&self) -> Result<Slot, StoreError> {
        Ok(Slot {
            day: self.day("day")?,
            start: self.time("start")?,
            minutes: self.number("minutes")?,
        })
    }

    /// The columns `progress`, `closed_at`, `reason` of a shift.
    pub(crate) fn progress(&self) -> Result<Progress, StoreError> {
        match self.text("progress")?.as_str() {
            "open" => Ok(Progress::Open),
            "closed" => Ok(Progress::Closed { at: self.instant("closed_at")? }),
            "did_not_happen" => Ok(Progress::DidNotHappen { reason: self.word("reason")? }),
            _ => Err(self.corrupt("progress")),
        }
    }

    /// The columns `born`, `told_years`, `told_on` of a person.
    pub(crate) fn age(&self) -> Result<Option<Age>, StoreError> {
        let narrow = |n: i64| i32::try_from(n).unwrap_or(0);
        let (born, years): (Option<i64>, Option<i64>) =
            (self.get("born")?, self.get("told_years")?);
        Ok(match (born, years, self.parse_opt("told_on")?) {
            (Some(year), ..) => Some(Age::Born(narrow(year))),
            (None, Some(years), Some(on)) => Some(Age::Told { years: narrow(years), on }),
            _ => None,
        })
    }

    pub(crate) fn corrupt(&self, column: &'static str) -> StoreError {
        let row =
            self.row.try_get::<i64, _>("seq").map_or_else(|_| "?".to_owned(), |s| s.to_string());
        StoreError::Corrupt { table: self.table, column, row }
    }
}

/// The word of a value: its JSON form without quotes.
pub(crate) fn word<T: Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Machine("a value has no word".to_owned())),
    }
}

/// Reads a word back.
pub(crate) fn from_word<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// An instant as stored: UTC with milliseconds, always of the same length, so that text order
/// is time order.
pub(crate) fn stored(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A time of day as stored.
pub(crate) fn stored_time(time: NaiveTime) -> String {
    hhmm(time)
}

/// The keys for a list in a statement, filled up to a power of two, so that there are few statements
/// to prepare.
pub(crate) fn padded_keys(keys: &[i64]) -> Vec<i64> {
    let last = keys.last().copied().unwrap_or(0);
    let length = keys.len().max(1).next_power_of_two();
    keys.iter().copied().chain(std::iter::repeat(last)).take(length).collect()
}

/// Parts of a list to be written with one statement each: as many as a power of two, so that there
/// are few statements to prepare, and at most `most`, itself such a number.
pub(crate) fn in_powers<T>(mut list: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let number = (1 << list.len().checked_ilog2()?).min(most);
        let (part, rest) = list.split_at(number);
        list = rest;
        Some(part)
    })
}

/// `$FROM,$FROM+1,…`
pub(crate) fn places(from: usize, number: usize) -> String {
    let mut places = String::new();
    for n in from..from + number {
        let _ = write!(places, "{}${n}", if n == from { "" } else { "," });
    }
    places
}
