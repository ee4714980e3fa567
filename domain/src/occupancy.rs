//! Occupancy: how many people live in a centre on a day, as far as it is known.

use crate::centre::CENTRE_CAPACITY_MAX;
use crate::fault::Fault;
use crate::ids::{CentreId, OccupancyId};
use crate::label::check_label;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// Where the numbers come from.
    pub source: String,
}

impl RecordOccupancy {
    /// Parts may not be more than their whole.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] naming the part and the largest value it can have.
    pub fn check(&self) -> Result<(), Fault> {
        check_label(&self.source, "source")?;
        let within = |value: Option<i64>, field, max: i64| match value {
            Some(n) if !(0..=max).contains(&n) => Err(Fault::out_of_range(field, 0, max)),
            _ => Ok(()),
        };
        within(Some(self.total), "total", CENTRE_CAPACITY_MAX)?;
        within(self.children, "children", self.total)?;
        within(self.female, "female", self.total)?;
        within(self.male, "male", self.total - self.female.unwrap_or(0))?;
        let children = self.children.unwrap_or(self.total);
        within(self.girls, "girls", children.min(self.female.unwrap_or(self.total)))?;
        let boys_max = (children - self.girls.unwrap_or(0)).min(self.male.unwrap_or(self.total));
        within(self.boys, "boys", boys_max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
