//! Centres: kind, status, capacity, address and position are dated records with a source, not
//! properties.

use crate::fault::Fault;
use crate::ids::CentreId;
use crate::label::{Name, check_code, check_label};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a centre is for, in Serbia's asylum system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreKind {
    /// For asylum seekers.
    AsylumCentre,
    /// For reception and transit.
    ReceptionCentre,
}

/// Whether a centre takes people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreStatus {
    /// Takes people in.
    Open,
    /// Closed.
    Closed,
}

/// Sets up a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateCentre {
    /// Its id.
    pub centre: CentreId,
    /// Its short code, e.g. `KRN`.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// First-level area: district or the City of Belgrade.
    pub adm1: Name,
    /// ISO 3166-2 code of the first-level area, e.g. `RS-00`.
    pub adm1_code: String,
    /// Second-level area: municipality.
    pub adm2: Name,
}

impl CreateCentre {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_code(&self.code, "code")?;
        check_code(&self.adm1_code, "adm1_code")?;
        self.name.check("name")?;
        self.adm1.check("adm1")?;
        self.adm2.check("adm2")
    }
}

/// From a day on, a centre is of this kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreKind {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The kind.
    pub kind: CentreKind,
    /// Where it is known from: a publication and its year.
    pub source: String,
}

/// From a day on, a centre is open or closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreStatus {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The status.
    pub status: CentreStatus,
    /// Where it is known from.
    pub source: String,
}

/// From a day on, a centre stands here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreAddress {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Street and number.
    pub street: Name,
    /// Town or village.
    pub place: Name,
    /// Where it is known from.
    pub source: String,
}

impl RecordCentreAddress {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        self.street.check("street")?;
        self.place.check("place")?;
        check_label(&self.source, "source")
    }
}

/// Millionths of a degree in a degree: about a decimetre on the ground is one.
pub const DEGREE: i64 = 1_000_000;
/// The decimals of a degree that are kept.
pub const DEGREE_DECIMALS: usize = 6;
/// The northernmost latitude, in degrees; the southernmost is its negative.
pub const LATITUDE_MAX: i64 = 90;
/// The easternmost longitude, in degrees; the westernmost is its negative.
pub const LONGITUDE_MAX: i64 = 180;

/// A place on the map: WGS 84, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// North of the equator, −90,000,000 to 90,000,000.
    pub latitude: i64,
    /// East of Greenwich, −180,000,000 to 180,000,000.
    pub longitude: i64,
}

impl Position {
    /// Reads degrees as people write them, with a point or a comma and up to
    /// [`DEGREE_DECIMALS`] decimals; nothing typed at all is no position.
    ///
    /// # Errors
    /// [`Fault::Missing`] where only one of them is typed, [`Fault::OutOfRange`] naming the field
    /// that cannot be read or lies outside its range.
    pub fn read(latitude: &str, longitude: &str) -> Result<Option<Self>, Fault> {
        let missing = |field: &str| Fault::Missing { field: field.to_owned() };
        match (latitude, longitude) {
            ("", "") => Ok(None),
            ("", _) => Err(missing("latitude")),
            (_, "") => Err(missing("longitude")),
            _ => Ok(Some(Self {
                latitude: degrees(latitude, "latitude", LATITUDE_MAX)?,
                longitude: degrees(longitude, "longitude", LONGITUDE_MAX)?,
            })),
        }
    }

    fn check(self) -> Result<(), Fault> {
        in_range(self.latitude, "latitude", LATITUDE_MAX)?;
        in_range(self.longitude, "longitude", LONGITUDE_MAX).map(drop)
    }
}

/// The same angle with no more decimals than it needs: in units of the last of them, and how many
/// they are.
pub fn shortest(millionths: i64) -> (i64, u32) {
    let (mut value, mut decimals) = (millionths, DEGREE_DECIMALS as u32);
    while decimals > 0 && value % 10 == 0 {
        (value, decimals) = (value / 10, decimals - 1);
    }
    (value, decimals)
}

/// Millionths of a degree, in the range from −`max` to `max` degrees.
fn in_range(millionths: i64, field: &'static str, max: i64) -> Result<i64, Fault> {
    let limit = max * DEGREE;
    let fits = (-limit..=limit).contains(&millionths);
    if fits { Ok(millionths) } else { Err(Fault::out_of_range(field, -max, max)) }
}

fn degrees(text: &str, field: &'static str, max: i64) -> Result<i64, Fault> {
    let wrong = || Fault::out_of_range(field, -max, max);
    let (sign, size) = match text.strip_prefix(['-', '−']) {
        Some(size) => (-1, size),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = size.split_once(['.', ',']).unwrap_or((size, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let fits = (1..=3).contains(&whole.len()) && decimals.len() <= DEGREE_DECIMALS;
    if !fits || !digits(whole) || !digits(decimals) {
        return Err(wrong());
    }
    let millionths = format!("{whole}{decimals:0<DEGREE_DECIMALS$}").parse::<i64>();
    in_range(sign * millionths.map_err(|_| wrong())?, field, max)
}

/// From a day on, a centre lies here on the map, or it is not told any more where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentrePosition {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Where; not told when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Where it is known from.
    pub source: String,
}

impl RecordCentrePosition {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        self.position.map_or(Ok(()), Position::check)?;
        check_label(&self.source, "source")
    }
}

/// The most places that a centre can have.
pub const CENTRE_CAPACITY_MAX: i64 = 100_000;

/// From a day on, a centre has so many places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCentreCapacity {
    /// Which centre.
    pub centre: CentreId,
    /// The first day it holds.
    pub from: NaiveDate,
    /// Places, 0 to [`CENTRE_CAPACITY_MAX`].
    pub places: i64,
    /// Where it is known from.
    pub source: String,
}

impl RecordCentreCapacity {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_label(&self.source, "source")?;
        if (0..=CENTRE_CAPACITY_MAX).contains(&self.places) {
            Ok(())
        } else {
            Err(Fault::out_of_range("places", 0, CENTRE_CAPACITY_MAX))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_as_people_write_them() {
        for (latitude, longitude, millionths) in [
            ("44.8444", "20.5", (44_844_400, 20_500_000)),
            ("44,844412", "-20,000001", (44_844_412, -20_000_001)),
            ("+90", "−180", (90_000_000, -180_000_000)),
            ("-0.5", "0", (-500_000, 0)),
            ("007.5", "8.", (7_500_000, 8_000_000)),
        ] {
            let (north, east) = millionths;
            let position = Position { latitude: north, longitude: east };
            assert_eq!(Position::read(latitude, longitude), Ok(Some(position)), "{latitude}");
        }
        assert_eq!(Position::read("", ""), Ok(None));
        let missing = |field: &str| Err(Fault::Missing { field: field.to_owned() });
        assert_eq!(Position::read("", "20"), missing("latitude"));
        assert_eq!(Position::read("44", ""), missing("longitude"));
    }

    #[test]
    fn an_angle_has_the_decimals_that_it_needs() {
        for (millionths, short) in [
            (44_844_400, (448_444, 4)),
            (20_000_000, (20, 0)),
            (-500_000, (-5, 1)),
            (1, (1, 6)),
            (0, (0, 0)),
            (i64::MIN, (i64::MIN, 6)),
        ] {
            assert_eq!(shortest(millionths), short, "{millionths}");
        }
    }

    #[test]
    fn what_is_no_degree_is_refused() {
        for bad in [
            "90.000001",
            "-90.000001",
            "91",
            "44.1234567",
            "4400",
            "44°50′",
            "44.8N",
            "--44",
            ".5",
            "4 4",
            "1e1",
            "44.5.5",
            "٤٤",
            "x",
        ] {
            let fault = Err(Fault::out_of_range("latitude", -90, 90));
            assert_eq!(Position::read(bad, "20"), fault, "{bad}");
        }
        assert_eq!(Position::read("44", "180.1"), Err(Fault::out_of_range("longitude", -180, 180)));
        let far = RecordCentrePosition {
            centre: CentreId(Default::default()),
            from: NaiveDate::default(),
            position: Some(Position { latitude: 0, longitude: i64::MIN }),
            source: "map".into(),
        };
        assert_eq!(far.check(), Err(Fault::out_of_range("longitude", -180, 180)));
    }
}
