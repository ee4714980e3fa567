//! Reading what the server and the tablet's database say.
//!
//! Not with serde: what it generates to read these types was a sixth of the tablet's code. Here a
//! JSON text becomes a [`Value`] by one reader, and each type picks its fields from it. A field
//! that is added to a type does not compile until it is read here, and the tests compare with
//! serde's own reading.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::attendance::{Fact, MarkAttendance, Presence, RecordHeadcount};
use domain::command::{Identity, PersonIdentity, PersonKind, RegisterPerson};
use domain::fault::{Fault, Noun};
use domain::handover::{HandOverShift, Seen, SeenProduct};
use domain::ids::*;
use domain::label::Name;
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{Age, AgeBand, LanguageLevel, PersonCode, Sex};
use domain::shift::{
    CancelShift, CloseShift, NoteShift, PlanShift, Progress, Reason, ReopenShift, Slot, parse_hhmm,
};
use domain::snapshot::*;
use domain::workshop::{Activity, Unit};
use serde_json::Value;

/// Something that can be read from JSON.
pub trait Decode: Sized {
    /// The value, if it is one of these. A field that is missing reads as null.
    fn decode(value: &Value) -> Option<Self>;
}

/// Reads a JSON text.
pub fn decode<T: Decode>(text: &str) -> Option<T> {
    T::decode(&serde_json::from_str(text).ok()?)
}

/// A struct from an object, field by field.
macro_rules! fields {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::tablet::wire::Decode for $name {
            fn decode(value: &serde_json::Value) -> Option<Self> {
                Some(Self {
                    $($field: $crate::tablet::wire::Decode::decode(&value[stringify!($field)])?),*
                })
            }
        }
    )*};
}
pub(super) use fields;

/// An enum from a word.
macro_rules! words {
    ($($name:ident { $($word:literal => $variant:ident),* $(,)? })*) => {$(
        impl Decode for $name {
            fn decode(value: &Value) -> Option<Self> {
                Some(match value.as_str()? {
                    $($word => Self::$variant,)*
                    _ => return None,
                })
            }
        }
    )*};
}

macro_rules! ids {
    ($($name:ident),* $(,)?) => {$(
        impl Decode for $name {
            fn decode(value: &Value) -> Option<Self> {
                value.as_str()?.parse().ok()
            }
        }
    )*};
}

macro_rules! numbers {
    ($($name:ident),*) => {$(
        impl Decode for $name {
            fn decode(value: &Value) -> Option<Self> {
                Self::try_from(value.as_i64()?).ok()
            }
        }
    )*};
}

ids! {
    AccountId, CentreId, DeviceId, EnrolmentId, EnvelopeId, OutputId, PersonId, ProductId, ShiftId,
    WorkshopId,
}
numbers! { i64, i32, u64, u32, u16, u8, usize }

words! {
    Presence { "present" => Present, "absent" => Absent, "unmarked" => Unmarked }
    Sex { "female" => Female, "male" => Male, "other" => Other, "not_disclosed" => NotDisclosed }
    AgeBand {
        "0-4" => To4, "5-11" => To11, "12-17" => To17, "18-59" => To59, "60+" => From60,
        "unknown" => Unknown,
    }
    LanguageLevel {
        "understands" => Understands, "speaks" => Speaks, "interprets" => Interprets,
    }
    PersonKind { "resident" => Resident, "official" => Official, "neighbour" => Neighbour }
    Unit { "piece" => Piece, "metre" => Metre, "kilogram" => Kilogram, "litre" => Litre }
    Activity {
        "sewing" => Sewing, "carpentry" => Carpentry, "sports" => Sports, "training" => Training,
        "language" => Language, "cooking" => Cooking, "art" => Art, "music" => Music,
        "other" => Other,
    }
    Reason {
        "no_facilitator" => NoFacilitator, "nobody_came" => NobodyCame, "no_room" => NoRoom,
        "no_material" => NoMaterial, "health_rules" => HealthRules, "holiday" => Holiday,
        "transfer" => Transfer, "other" => Other,
    }
    Noun {
        "centre" => Centre, "workshop" => Workshop, "product" => Product, "shift" => Shift,
        "person" => Person, "enrolment" => Enrolment, "output" => Output,
        "occupancy" => Occupancy, "project" => Project, "account" => Account, "grant" => Grant,
        "report" => Report, "share" => Share, "device" => Device, "entry" => Entry,
    }
}

fields! {
    Snapshot {
        now, head, account, centres, centre, workshops, shifts, people, enrolments, marks,
        headcounts, outputs, day, since, courses, voided, notes, key,
    }
    CentreBrief { id, code, name }
    Name { en, sr }
    WorkshopBrief { id, code, title, activity, products, minutes }
    ProductBrief { id, name, unit }
    ShiftBrief { id, workshop, slot, progress, capacity, one_off }
    Slot { day, start, minutes }
    EnrolmentBrief { id, person, workshop, shift, from, to }
    MarkBrief { shift, person, fact }
    HeadcountBrief { shift, sex, band, fact }
    CourseBrief { shift, fact }
    OutputBrief { id, shift, product, quantity }
    NoteBrief { id, shift, text }
    PersonIdentity { alias, birth_date, contact }
    RegisterPerson { person, centre, kind, sex, age, nationality }
    MarkAttendance { shift, person, presence, replaces }
    RecordHeadcount { shift, sex, band, people, replaces }
    RecordOutput { output, shift, product, quantity }
    VoidOutput { output }
    CloseShift { shift, replaces }
    ReopenShift { shift, replaces }
    CancelShift { shift, reason, replaces }
    NoteShift { shift }
    PlanShift { shift, workshop, day, start, minutes }
    HandOverShift { shift, from, to, seen }
    Seen { listed, present, absent, walk_ins, headcount, made, unsent }
    SeenProduct { product, quantity }
}

impl Decode for PersonBrief {
    fn decode(value: &Value) -> Option<Self> {
        let id: PersonId = Decode::decode(&value["id"])?;
        let languages = value["languages"].as_array()?.iter();
        let languages = languages
            .map(|known| Some((Decode::decode(&known[0])?, Decode::decode(&known[1])?)))
            .collect::<Option<_>>()?;
        let alias = Decode::decode(&value["alias"])?;
        // The code is made from the id.
        Some(Self { id, code: PersonCode::of(id.0), alias, languages })
    }
}

impl<V: Decode> Decode for Fact<V> {
    fn decode(value: &Value) -> Option<Self> {
        Some(Self {
            id: Decode::decode(&value["id"])?,
            at: Decode::decode(&value["at"])?,
            replaces: Decode::decode(&value["replaces"])?,
            value: Decode::decode(&value["value"])?,
        })
    }
}

impl Decode for Progress {
    fn decode(value: &Value) -> Option<Self> {
        Some(match value["is"].as_str()? {
            "open" => Self::Open,
            "closed" => Self::Closed { at: Decode::decode(&value["at"])? },
            "did_not_happen" => Self::DidNotHappen { reason: Decode::decode(&value["reason"])? },
            _ => return None,
        })
    }
}

impl Decode for Age {
    fn decode(value: &Value) -> Option<Self> {
        let told = &value["told"];
        Some(match Decode::decode(&value["born"])? {
            Some(year) => Self::Born(year),
            None => Self::Told {
                years: Decode::decode(&told["years"])?,
                on: Decode::decode(&told["on"])?,
            },
        })
    }
}

impl Decode for Identity {
    fn decode(value: &Value) -> Option<Self> {
        let remark: Option<String> = Decode::decode(&value["remark"])?;
        match remark {
            Some(remark) => Some(Self::Remark(remark)),
            None => Decode::decode(value.get("person")?).map(Self::Person),
        }
    }
}

impl Decode for Fault {
    fn decode(value: &Value) -> Option<Self> {
        let noun = || Decode::decode(&value["noun"]);
        Some(match value["code"].as_str()? {
            "malformed" => Self::Malformed {
                line: Decode::decode(&value["line"])?,
                column: Decode::decode(&value["column"])?,
            },
            "unsupported_version" => Self::UnsupportedVersion,
            "too_large" => Self::TooLarge { max: Decode::decode(&value["max"])? },
            "not_signed_in" => Self::NotSignedIn,
            "other_account" => Self::OtherAccount,
            "not_allowed" => Self::NotAllowed,
            "same_id_other_bytes" => Self::SameIdOtherBytes,
            "unknown" => Self::Unknown { noun: noun()? },
            "other_centre" => Self::OtherCentre { noun: noun()? },
            "already_exists" => Self::AlreadyExists { noun: noun()? },
            "code_taken" => Self::CodeTaken { noun: noun()? },
            "out_of_range" => Self::OutOfRange {
                field: Decode::decode(&value["field"])?,
                min: Decode::decode(&value["min"])?,
                max: Decode::decode(&value["max"])?,
            },
            "bad_day" => Self::BadDay {
                min: Decode::decode(&value["min"])?,
                max: Decode::decode(&value["max"])?,
            },
            "period_reversed" => Self::PeriodReversed,
            "shift_closed" => Self::ShiftClosed,
            "shift_open" => Self::ShiftOpen,
            "shift_did_not_happen" => Self::ShiftDidNotHappen,
            "shift_not_started" => Self::ShiftNotStarted,
            "already_voided" => Self::AlreadyVoided,
            "account_disabled" => Self::AccountDisabled,
            "wrong_credentials" => Self::WrongCredentials,
            "too_many_tries" => Self::TooManyTries { minutes: Decode::decode(&value["minutes"])? },
            "session_expired" => Self::SessionExpired,
            "bad_origin" => Self::BadOrigin,
            "wrong_code" => Self::WrongCode,
            "device_revoked" => Self::DeviceRevoked,
            "not_a_member" => Self::NotAMember,
            "seal_broken" => Self::SealBroken,
            "not_found" => Self::NotFound,
            "unavailable" => Self::Unavailable,
            // What a tablet is never told, and what a later server may say.
            _ => Self::Internal,
        })
    }
}

impl Decode for String {
    fn decode(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Decode for bool {
    fn decode(value: &Value) -> Option<Self> {
        if value.is_null() { Some(false) } else { value.as_bool() }
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::decode(value).map(Some) }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: &Value) -> Option<Self> {
        match value.as_array() {
            Some(items) => items.iter().map(T::decode).collect(),
            None => value.is_null().then(Self::new),
        }
    }
}

/// The number that `text` holds in `range`: digits only.
fn digits(text: &str, range: std::ops::Range<usize>) -> Option<u32> {
    let part = text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?;
    part.parse().ok()
}

/// `2021-05-31`. By hand here and below: chrono's readers understand much more, and are as large
/// as that.
impl Decode for NaiveDate {
    fn decode(value: &Value) -> Option<Self> {
        let text = value.as_str()?;
        let year = i32::try_from(digits(text, 0..4)?).ok()?;
        Self::from_ymd_opt(year, digits(text, 5..7)?, digits(text, 8..10)?)
    }
}

/// `10:00`.
impl Decode for NaiveTime {
    fn decode(value: &Value) -> Option<Self> {
        parse_hhmm(value.as_str()?)
    }
}

/// `2021-05-31T08:00:00Z`, with or without a fraction of the second.
impl Decode for DateTime<Utc> {
    fn decode(value: &Value) -> Option<Self> {
        let text = value.as_str()?.strip_suffix('Z')?;
        let day = NaiveDate::decode(value)?;
        let fraction = text.get(20..).unwrap_or_default();
        let nanoseconds = match fraction.len() {
            0 => 0,
            n @ 1..=9 => digits(fraction, 0..n)? * 10_u32.pow(9 - n as u32),
            _ => return None,
        };
        let [hour, minute, second] = [11..13, 14..16, 17..19].map(|range| digits(text, range));
        Some(day.and_hms_nano_opt(hour?, minute?, second?, nanoseconds)?.and_utc())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::{from_value, json, to_value};
    use std::fmt::Debug;
    use uuid::Uuid;

    /// What is read here is what serde reads.
    fn agrees<T: Decode + Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
        let json = to_value(&value).expect("JSON");
        assert_eq!(T::decode(&json).as_ref(), Some(&value), "{json}");
        assert_eq!(from_value::<T>(json).expect("by serde"), value);
    }

    /// Every word that serde knows is known here.
    fn knows<T: Decode + DeserializeOwned + PartialEq + Debug>() {
        let error = from_value::<T>(json!("?")).expect_err("unknown").to_string();
        let names: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
        assert!(!names.is_empty(), "{error}");
        for name in names {
            let read = T::decode(&json!(name));
            assert_eq!(read, from_value(json!(name)).ok(), "{name}");
            assert!(read.is_some(), "{name}");
        }
    }

    fn id<T: From<Uuid>>(n: u128) -> T {
        Uuid::from_u128(n).into()
    }

    #[test]
    fn words_are_those_of_the_domain() {
        knows::<Presence>();
        knows::<Sex>();
        knows::<AgeBand>();
        knows::<LanguageLevel>();
        knows::<PersonKind>();
        knows::<Unit>();
        knows::<Activity>();
        knows::<Reason>();
        knows::<Noun>();
    }

    #[test]
    fn a_whole_snapshot_is_read_as_serde_reads_it() {
        let at: DateTime<Utc> = "2021-05-31T08:00:00.250Z".parse().expect("an instant");
        let day: NaiveDate = "2021-05-31".parse().expect("a day");
        let slot = Slot { day, start: parse_hhmm("10:00").expect("a time"), minutes: 120 };
        let shift = |n, progress| ShiftBrief {
            id: id(n),
            workshop: id(20),
            slot,
            progress,
            capacity: (n > 10).then_some(2),
            one_off: n > 10,
        };
        let person = PersonId(Uuid::from_u128(1));
        agrees(Snapshot {
            now: at,
            head: 7,
            account: Some(id(9)),
            centres: vec![CentreBrief {
                id: Some(id(3)),
                code: "KRN".into(),
                name: Name::new("Krnjača", "Крњача"),
            }],
            centre: None,
            workshops: vec![WorkshopBrief {
                id: id(20),
                code: "KRN-SEW".into(),
                title: Name::new("Sewing", "Шивење"),
                activity: Activity::Sewing,
                products: vec![ProductBrief {
                    id: id(30),
                    name: Name::new("Mask", "Маска"),
                    unit: Unit::Piece,
                }],
                minutes: 120,
            }],
            shifts: vec![
                shift(10, Progress::Open),
                shift(11, Progress::Closed { at }),
                shift(12, Progress::DidNotHappen { reason: Reason::Holiday }),
            ],
            people: vec![PersonBrief {
                id: person,
                code: PersonCode::of(person.0),
                alias: Some("Зора".into()),
                languages: vec![("ara".into(), LanguageLevel::Interprets)],
            }],
            enrolments: vec![EnrolmentBrief {
                id: id(40),
                person,
                workshop: id(20),
                shift: None,
                from: day,
                to: Some(day),
            }],
            marks: vec![MarkBrief {
                shift: id(10),
                person,
                fact: Fact { id: id(50), at, replaces: Some(id(49)), value: Presence::Absent },
            }],
            headcounts: vec![HeadcountBrief {
                shift: id(10),
                sex: Sex::Female,
                band: AgeBand::From60,
                fact: Fact { id: id(51), at, replaces: None, value: 12 },
            }],
            outputs: vec![OutputBrief { id: id(60), shift: id(10), product: id(30), quantity: 25 }],
            day,
            since: Some(5),
            courses: vec![CourseBrief {
                shift: id(11),
                fact: Fact { id: id(52), at, replaces: None, value: Progress::Closed { at } },
            }],
            voided: vec![id(61)],
            notes: vec![NoteBrief { id: id(53), shift: id(10), text: None }],
            key: Some("BKey".into()),
        });
        agrees(Snapshot::default());
    }

    #[test]
    fn entries_and_faults_are_read_as_serde_reads_them() {
        agrees(RegisterPerson {
            person: id(1),
            centre: Some(id(2)),
            kind: PersonKind::Official,
            sex: Sex::NotDisclosed,
            age: Some(Age::Born(1990)),
            nationality: None,
        });
        agrees(Age::Told { years: 30, on: "2021-05-31".parse().expect("a day") });
        agrees(HandOverShift {
            shift: id(1),
            from: id(2),
            to: id(3),
            seen: Seen {
                made: vec![SeenProduct { product: id(4), quantity: 5 }],
                ..Seen::default()
            },
        });
        agrees(Identity::Remark("rain".into()));
        let alias = Some("Hana".into());
        agrees(Identity::Person(PersonIdentity { alias, ..PersonIdentity::default() }));
        for fault in [
            Fault::Malformed { line: 3, column: 4 },
            Fault::Unknown { noun: Noun::Shift },
            Fault::out_of_range("quantity", 1, 9),
            Fault::BadDay {
                min: "1990-01-01".parse().expect("a day"),
                max: "2100-12-31".parse().expect("a day"),
            },
            Fault::TooManyTries { minutes: 5 },
            Fault::TooLarge { max: 500 },
            Fault::ShiftNotStarted,
            Fault::DeviceRevoked,
            Fault::NotAMember,
            Fault::WrongCode,
            Fault::AccountDisabled,
            Fault::SessionExpired,
            Fault::OtherAccount,
            Fault::SealBroken,
        ] {
            agrees(fault);
        }
        assert_eq!(Fault::decode(&json!({"code": "of a later server"})), Some(Fault::Internal));
    }

    #[test]
    fn nonsense_is_nothing() {
        for bad in ["2021-05-31T08:00:00", "2021-13-31T08:00:00Z", "2021-05-31Tšš:00:00Z", "Z", ""]
        {
            assert_eq!(DateTime::<Utc>::decode(&json!(bad)), None, "{bad}");
        }
        assert_eq!(decode::<Snapshot>("<html>"), None);
        assert_eq!(decode::<Snapshot>("{}"), None);
        assert_eq!(Vec::<i64>::decode(&json!(7)), None);
    }
}
