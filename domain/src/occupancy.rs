//! Occupancy: how many people live in a centre on a day, as far as it is known.

use crate::centre::CENTRE_CAPACITY_MAX;
use crate::fault::Fault;
use crate::ids::{CentreId, OccupancyId};
use crate::label::check_label;
use crate::person::{AgeBand, Sex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// So many people of a sex and an age band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccupancyCell {
    /// Sex.
    pub sex: Sex,
    /// Age band.
    pub band: AgeBand,
    /// How many.
    pub people: i64,
}

/// Records a day's occupancy. What is not known stays empty: an unknown split is not zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordOccupancy {
    /// The entry's id; the latest entry of a centre and day stands.
    pub occupancy: OccupancyId,
    /// Which centre.
    pub centre: CentreId,
    /// Which reporting day.
    pub day: NaiveDate,
    /// Everybody.
    pub total: i64,
    /// Children, 0 to 17 years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<i64>,
    /// Women and girls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub female: Option<i64>,
    /// Men and boys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub male: Option<i64>,
    /// Girls, 0 to 17 years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub girls: Option<i64>,
    /// Boys, 0 to 17 years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boys: Option<i64>,
    /// The split by sex and age, as far as it is known: a cell that is missing is not zero.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<OccupancyCell>,
    /// Where the numbers come from.
    pub source: String,
}

/// A part of everybody that a field of its own counts.
#[derive(Debug, Clone, Copy)]
enum Part {
    Children,
    Female,
    Male,
    Girls,
    Boys,
}

impl Part {
    const ALL: [Self; 5] = [Self::Children, Self::Female, Self::Male, Self::Girls, Self::Boys];

    /// Whether the people of a cell belong to the part; `None` when their age is not known and
    /// they may.
    fn holds(self, cell: &OccupancyCell) -> Option<bool> {
        let child = cell.band.is_child();
        let of = |sex| if cell.sex == sex { child } else { Some(false) };
        match self {
            Self::Children => child,
            Self::Female => Some(cell.sex == Sex::Female),
            Self::Male => Some(cell.sex == Sex::Male),
            Self::Girls => of(Sex::Female),
            Self::Boys => of(Sex::Male),
        }
    }
}

impl RecordOccupancy {
    /// Parts may not be more than their whole, and must agree with the cells that are given.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] naming the part and the range that it can have;
    /// [`Fault::Malformed`] for a cell that is given twice.
    pub fn check(&self) -> Result<(), Fault> {
        check_label(&self.source, "source")?;
        let within = |value: Option<i64>, field, max: i64| match value {
            Some(n) if !(0..=max).contains(&n) => Err(Fault::out_of_range(field, 0, max)),
            _ => Ok(()),
        };
        within(Some(self.total), "total", CENTRE_CAPACITY_MAX)?;
        let mut seen = HashSet::new();
        for cell in &self.cells {
            within(Some(cell.people), "people", CENTRE_CAPACITY_MAX)?;
            if !seen.insert((cell.sex, cell.band)) {
                return Err(Fault::malformed());
            }
        }
        let counted = sum_of(&self.cells);
        if counted > self.total {
            return Err(Fault::out_of_range("total", counted, CENTRE_CAPACITY_MAX));
        }
        within(self.children, "children", self.total)?;
        within(self.female, "female", self.total)?;
        within(self.male, "male", self.total - self.female.unwrap_or(0))?;
        let children = self.children.unwrap_or(self.total);
        within(self.girls, "girls", children.min(self.female.unwrap_or(self.total)))?;
        let boys_max = (children - self.girls.unwrap_or(0)).min(self.male.unwrap_or(self.total));
        within(self.boys, "boys", boys_max)?;
        for part in Part::ALL {
            let (min, max) = self.range(part);
            let (value, field) = self.part(part);
            if value.is_some_and(|n| !(min..=max).contains(&n)) {
                return Err(Fault::out_of_range(field, min, max));
            }
        }
        Ok(())
    }

    /// Fills the parts that were not given and follow from the cells: those for which the cells
    /// leave one value only.
    #[must_use]
    pub fn filled(mut self) -> Self {
        if self.cells.is_empty() {
            return self;
        }
        for part in Part::ALL {
            let (min, max) = self.range(part);
            let value = self.part_mut(part);
            if value.is_none() && min == max {
                *value = Some(min);
            }
        }
        self
    }

    /// The fewest and the most people that a part can have by the cells.
    fn range(&self, part: Part) -> (i64, i64) {
        let people = |holds| -> i64 {
            let cells = self.cells.iter().filter(|cell| part.holds(cell) == Some(holds));
            cells.map(|cell| cell.people).sum()
        };
        (people(true), self.total - people(false))
    }

    fn part(&self, part: Part) -> (Option<i64>, &'static str) {
        match part {
            Part::Children => (self.children, "children"),
            Part::Female => (self.female, "female"),
            Part::Male => (self.male, "male"),
            Part::Girls => (self.girls, "girls"),
            Part::Boys => (self.boys, "boys"),
        }
    }

    fn part_mut(&mut self, part: Part) -> &mut Option<i64> {
        match part {
            Part::Children => &mut self.children,
            Part::Female => &mut self.female,
            Part::Male => &mut self.male,
            Part::Girls => &mut self.girls,
            Part::Boys => &mut self.boys,
        }
    }
}

/// The people of all cells.
pub fn sum_of(cells: &[OccupancyCell]) -> i64 {
    cells.iter().map(|cell| cell.people).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn entry() -> RecordOccupancy {
        RecordOccupancy {
            occupancy: OccupancyId(Uuid::from_u128(1)),
            centre: CentreId(Uuid::from_u128(2)),
            day: "2021-05-31".parse().expect("a day"),
            total: 148,
            children: Some(50),
            female: None,
            male: None,
            girls: None,
            boys: None,
            cells: vec![],
            source: "field report, May 2021".into(),
        }
    }

    #[test]
    fn parts_fit_into_their_whole() {
        assert_eq!(entry().check(), Ok(()));
        let bad = [
            RecordOccupancy { total: -1, ..entry() },
            RecordOccupancy { children: Some(149), ..entry() },
            RecordOccupancy { female: Some(100), male: Some(49), ..entry() },
            RecordOccupancy { girls: Some(51), ..entry() },
            RecordOccupancy { girls: Some(30), boys: Some(21), ..entry() },
        ];
        for entry in bad {
            assert!(matches!(entry.check(), Err(Fault::OutOfRange { .. })), "{entry:?}");
        }
    }

    fn cell(sex: Sex, band: AgeBand, people: i64) -> OccupancyCell {
        OccupancyCell { sex, band, people }
    }

    #[test]
    fn an_entry_without_cells_reads_and_writes_as_before() {
        let json = r#"{"occupancy":"00000000-0000-0000-0000-000000000001","centre":"00000000-0000-0000-0000-000000000002","day":"2021-05-31","total":148,"children":50,"source":"field report, May 2021"}"#;
        assert_eq!(serde_json::from_str::<RecordOccupancy>(json).expect("an entry"), entry());
        assert_eq!(serde_json::to_string(&entry()).expect("JSON"), json);
    }

    #[test]
    fn the_parts_agree_with_the_cells() {
        use AgeBand::{To4, To11, To59, Unknown};
        let with = |cells: &[OccupancyCell]| RecordOccupancy { cells: cells.to_vec(), ..entry() };
        let (girls, women) = (cell(Sex::Female, To4, 20), cell(Sex::Female, To59, 30));
        assert_eq!(with(&[girls, women]).check(), Ok(()));
        let range = |field, min, max| Err(Fault::out_of_range(field, min, max));
        assert_eq!(with(&[cell(Sex::Male, To11, 51)]).check(), range("children", 51, 148));
        assert_eq!(with(&[cell(Sex::Male, To59, 99)]).check(), range("children", 0, 49));
        let few = RecordOccupancy { female: Some(49), ..with(&[girls, women]) };
        assert_eq!(few.check(), range("female", 50, 148));
        assert_eq!(with(&[cell(Sex::Male, Unknown, 149)]).check(), range("total", 149, 100_000));
        assert_eq!(with(&[cell(Sex::Male, To59, -1)]).check(), range("people", 0, 100_000));
        assert_eq!(with(&[girls, girls]).check(), Err(Fault::malformed()), "twice");
    }

    #[test]
    fn what_follows_from_the_cells_is_filled_in() {
        let cells = vec![
            cell(Sex::Female, AgeBand::To4, 5),
            cell(Sex::Female, AgeBand::To59, 10),
            cell(Sex::Male, AgeBand::Unknown, 7),
        ];
        let entry = RecordOccupancy { total: 22, children: None, cells, ..entry() };
        let all = entry.clone().filled();
        assert_eq!((all.female, all.male, all.girls), (Some(15), Some(7), Some(5)));
        assert_eq!((all.children, all.boys), (None, None), "seven may be children");
        let some = RecordOccupancy { total: 30, ..entry }.filled();
        assert_eq!((some.female, some.girls), (None, None), "eight are in no cell");
    }

    fn cells() -> impl Strategy<Value = Vec<OccupancyCell>> {
        let sexes = [Sex::Female, Sex::Male, Sex::Other, Sex::NotDisclosed];
        let grid: Vec<_> =
            sexes.into_iter().flat_map(|s| AgeBand::ALL.map(|band| (s, band))).collect();
        proptest::collection::vec(proptest::option::of(0i64..40), grid.len()).prop_map(move |all| {
            let cells = grid.iter().zip(all);
            cells.filter_map(|(&(s, band), n)| Some(cell(s, band, n?))).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_taken_never_exceeds_its_whole(
            cells in cells(),
            total in 0i64..700,
            parts in proptest::array::uniform5(proptest::option::of(0i64..700)),
        ) {
            let [children, female, male, girls, boys] = parts;
            let entry =
                RecordOccupancy { total, children, female, male, girls, boys, cells, ..entry() };
            if entry.check().is_ok() {
                let sum = |of: fn(&OccupancyCell) -> bool| -> i64 {
                    entry.cells.iter().filter(|c| of(c)).map(|c| c.people).sum()
                };
                prop_assert!(sum_of(&entry.cells) <= total);
                prop_assert!(female.is_none_or(|n| sum(|c| c.sex == Sex::Female) <= n));
                prop_assert!(children.is_none_or(|n| sum(|c| c.band.is_child() == Some(true)) <= n));
                prop_assert!(children.unwrap_or(0).max(female.unwrap_or(0)) <= total);
                prop_assert!(girls.unwrap_or(0) + boys.unwrap_or(0) <= children.unwrap_or(total));
            }
        }

        #[test]
        fn what_is_filled_in_fits(cells in cells(), more in 0i64..3) {
            let total = sum_of(&cells) + more;
            let entry = RecordOccupancy { total, children: None, cells, ..entry() };
            prop_assert_eq!(entry.filled().check(), Ok(()));
        }
    }
}
