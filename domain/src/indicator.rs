//! What a project promised its funder: indicators, their targets, and how far they are.
//!
//! Shaped like a logframe (EU, OPSYS): code, level, unit, definition, source, baseline, targets.
//! Most are computed from a report; what no report knows is entered by hand with its evidence.

use crate::clock::check_day;
use crate::fault::Fault;
use crate::ids::{IndicatorId, ProductId, ProjectId};
use crate::label::{CODE_MAX, Name};
use crate::person::{AgeBand, Sex};
use crate::workshop::Activity;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The largest value of an indicator: more than any count of this field.
pub const VALUE_MAX: i64 = 1_000_000_000;

/// The level of a logframe that an indicator belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// What was done.
    Output,
    /// What it changed.
    Outcome,
    /// What that led to in the end.
    Impact,
}

impl Level {
    /// All, from what was done on.
    pub const ALL: [Self; 3] = [Self::Output, Self::Outcome, Self::Impact];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Outcome => "outcome",
            Self::Impact => "impact",
        }
    }
}

/// What an indicator counts, within the workshops of its project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    /// Different people reached, known by code; somebody counted without a name is in none.
    People {
        /// Only of this sex.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sex: Option<Sex>,
        /// Only of these age bands; all when there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bands: Vec<AgeBand>,
    },
    /// One person at one session, headcounts included.
    Contacts,
    /// Sessions held.
    Sessions,
    /// Hours of the sessions held, whole ones: what is left over is not counted.
    Hours,
    /// Good ones of a product, in its unit.
    Made {
        /// Which product.
        product: ProductId,
    },
    /// Enrolments in trainings that were completed.
    Completions,
    /// Entered by hand.
    ByHand,
}

impl Measure {
    /// The kind of measure, as forms and files name it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::People { .. } => "people",
            Self::Contacts => "contacts",
            Self::Sessions => "sessions",
            Self::Hours => "hours",
            Self::Made { .. } => "made",
            Self::Completions => "completions",
            Self::ByHand => "by_hand",
        }
    }

    /// Whether it counts individuals, which are protected.
    pub fn counts_people(&self) -> bool {
        matches!(self, Self::People { .. } | Self::Completions)
    }

    /// Whether what it counts since the beginning only grows, so that a line can be drawn on: what is
    /// entered by hand may be a share.
    pub fn grows(&self) -> bool {
        !matches!(self, Self::ByHand)
    }
}

/// Sets an indicator up, or defines it anew: the latest definition holds for every period, and a
/// report as of an earlier entry keeps the earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefineIndicator {
    /// Its id.
    pub indicator: IndicatorId,
    /// The project.
    pub project: ProjectId,
    /// Its code in the logframe.
    pub code: String,
    /// What it is called.
    pub title: Name,
    /// What exactly is counted.
    pub definition: Name,
    /// What it is counted in.
    pub unit: Name,
    /// Where the figure comes from (the means of verification).
    pub source: Name,
    /// Its level.
    pub level: Level,
    /// What is counted.
    pub measure: Measure,
    /// Only in workshops of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// The value before the project.
    pub baseline: i64,
}

impl DefineIndicator {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_indicator_code(&self.code)?;
        self.title.check("title")?;
        self.definition.check("definition")?;
        self.unit.check("unit")?;
        self.source.check("source")?;
        check_value(self.baseline, "baseline")?;
        // What a product or a person's hand says is of no kind of workshop.
        let cut = matches!(self.measure, Measure::Made { .. } | Measure::ByHand);
        if cut && self.activity.is_some() {
            return Err(Fault::out_of_range("activity", 0, 0));
        }
        Ok(())
    }
}

/// Says what an indicator is to reach in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTarget {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What is to be reached; the latest one of a period holds.
    pub value: i64,
}

impl SetTarget {
    /// # Errors
    /// A fault that names the field out of its range, or [`Fault::PeriodReversed`].
    pub fn check(&self) -> Result<(), Fault> {
        check_period(self.from, self.to)?;
        check_value(self.value, "value")
    }
}

/// Enters the value of an indicator by hand. Its evidence travels beside it, since it is free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordIndicatorValue {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The value; the latest one of a period holds.
    pub value: i64,
}

impl RecordIndicatorValue {
    /// # Errors
    /// A fault that names the field out of its range, or [`Fault::PeriodReversed`].
    pub fn check(&self) -> Result<(), Fault> {
        check_period(self.from, self.to)?;
        check_value(self.value, "value")
    }
}

/// A code as logframes have them, `OP1.1`: 1 to [`CODE_MAX`] of `A–Z`, `0–9`, `.` and `-`. It begins
/// with a letter, or a spreadsheet would take `1.1` for a number or a day.
fn check_indicator_code(code: &str) -> Result<(), Fault> {
    let sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
    let fits = code.len() <= CODE_MAX
        && code.bytes().all(sign)
        && code.starts_with(|first: char| first.is_ascii_uppercase());
    if fits { Ok(()) } else { Err(Fault::out_of_range("code", 1, CODE_MAX as i64)) }
}

fn check_period(from: NaiveDate, to: NaiveDate) -> Result<(), Fault> {
    check_day(from).and(check_day(to))?;
    if to < from { Err(Fault::PeriodReversed) } else { Ok(()) }
}

fn check_value(value: i64, field: &'static str) -> Result<(), Fault> {
    let fits = (0..=VALUE_MAX).contains(&value);
    if fits { Ok(()) } else { Err(Fault::out_of_range(field, 0, VALUE_MAX)) }
}

/// A share in tenths of a per cent, rounded half up; `None` where there is nothing to divide by.
pub fn per_mille(part: i64, whole: i64) -> Option<i64> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    if whole <= 0 || part < 0 {
        return None;
    }
    i64::try_from((part * 2_000 + whole) / (whole * 2)).ok()
}

/// What a value will have grown to on the last day of a period if it goes on as until today; in
/// whole units, rounded down. Ours: a straight line through the first day and today, no season.
///
/// `None` before the seventh day, when a line says nothing, and once the period is over.
pub fn forecast(value: i64, (from, to): (NaiveDate, NaiveDate), today: NaiveDate) -> Option<i64> {
    const DAYS_MIN: i64 = 7;
    let (gone, whole) = ((today - from).num_days() + 1, (to - from).num_days() + 1);
    if gone < DAYS_MIN || today >= to {
        return None;
    }
    i64::try_from(i128::from(value) * i128::from(whole) / i128::from(gone)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_line_is_drawn_on() {
        let year = (day("2021-01-01"), day("2021-12-31"));
        assert_eq!(forecast(50, year, day("2021-07-02")), Some(99));
        assert_eq!(forecast(50, year, day("2021-01-05")), None, "too early");
        assert_eq!(forecast(50, year, day("2021-12-31")), None, "over");
        assert_eq!(forecast(50, year, day("2020-12-31")), None, "not begun");
    }

    #[test]
    fn shares_are_rounded_half_up() {
        for (part, whole, share) in
            [(1, 3, Some(333)), (2, 3, Some(667)), (1, 2_000, Some(1)), (0, 5, Some(0))]
        {
            assert_eq!(per_mille(part, whole), share, "{part} of {whole}");
        }
        assert_eq!((per_mille(1, 0), per_mille(-1, 5)), (None, None));
    }

    #[test]
    fn a_definition_is_judged() {
        let define = DefineIndicator {
            indicator: IndicatorId(uuid::Uuid::from_u128(1)),
            project: ProjectId(uuid::Uuid::from_u128(2)),
            code: "1.1".into(),
            title: Name::new("Women reached", "Обухваћене жене"),
            definition: Name::new("Different women", "Различите жене"),
            unit: Name::new("people", "особе"),
            source: Name::new("Session log", "Дневник смена"),
            level: Level::Output,
            measure: Measure::People { sex: Some(Sex::Female), bands: vec![] },
            activity: None,
            baseline: 0,
        };
        assert!(define.check().is_err(), "a number is no code");
        let define = DefineIndicator { code: "OP1.1".into(), ..define };
        assert_eq!(define.check(), Ok(()));
        let negative = DefineIndicator { baseline: -1, ..define.clone() };
        assert!(negative.check().is_err());
        let cut = DefineIndicator {
            measure: Measure::ByHand,
            activity: Some(Activity::Sewing),
            ..define
        };
        assert!(cut.check().is_err());
    }

    proptest! {
        /// A forecast is never below what is reached, and grows with it.
        #[test]
        fn forecasts_grow(value in 0i64..1_000_000, more in 0i64..1_000, gone in 7i64..300) {
            let (from, to) = (day("2021-01-01"), day("2021-12-31"));
            let today = from + chrono::Duration::days(gone - 1);
            let one = forecast(value, (from, to), today).expect("within the year");
            let other = forecast(value + more, (from, to), today).expect("within the year");
            prop_assert!(value <= one && one <= other);
        }
    }
}
