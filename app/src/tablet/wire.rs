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
use domain::plan::Despite;
use domain::shift::{
    CancelShift, CloseShift, NoteShift, PlanShift, Progress, Reason, RecordInterpreting,
    ReopenShift, Slot, VoidInterpreting, parse_hhmm,
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
    AccountId, CentreId, DeviceId, EnrolmentId, EnvelopeId, InterpretingId, OutputId, PersonId, ProductId, RoomId,
    ScheduleId, ShiftId, WorkshopId,
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
    Despite {
        "shared" => Shared, "small_group" => SmallGroup, "agreed" => Agreed, "other" => Other,
    }
    Noun {
        "centre" => Centre, "workshop" => Workshop, "product" => Product, "shift" => Shift,
        "person" => Person, "enrolment" => Enrolment, "output" => Output,
        "occupancy" => Occupancy, "project" => Project, "account" => Account, "grant" => Grant,
        "report" => Report, "share" => Share, "device" => Device, "entry" => Entry, "indicator" => Indicator,
        "interpreting" => Interpreting, "recipient" => Recipient, "hand_out" => HandOut, "room" => Room,
        "schedule" => Schedule, "closure" => Closure, "consent" => Consent, "waiting" => Waiting,
        "offer" => Offer, "merge" => Merge, "card" => Card, "token" => Token,
    }
}

fields! {
    Snapshot {
        now, head, account, centres, centre, workshops, shifts, people, enrolments, marks,
        headcounts, outputs, day, since, courses, voided, gone, interpreted,
        uninterpreted, notes, key,
    }
    CentreBrief { id, code, name }
    Name { en, sr }
    WorkshopBrief { id, code, title, activity, products, minutes }
    ProductBrief { id, name, unit }
    ShiftBrief { id, workshop, slot, progress, capacity, one_off, languages, room }
    Slot { day, start, minutes }
    EnrolmentBrief { id, person, workshop, shift, from, to }
    MarkBrief { shift, person, fact }
    HeadcountBrief { shift, sex, band, fact }
    CourseBrief { shift, fact }
    OutputBrief { id, shift, product, quantity, rejected }
    InterpretingBrief { id, shift, person }
    NoteBrief { id, shift, text }
    PersonIdentity { alias, birth_date, contact, guardian }
    RegisterPerson { person, centre, kind, sex, age, nationality }
    MarkAttendance { shift, person, presence, replaces }
    RecordHeadcount { shift, sex, band, people, replaces }
    RecordOutput { output, shift, product, quantity, rejected }
    VoidOutput { output }
    CloseShift { shift, replaces }
    ReopenShift { shift, replaces }
    CancelShift { shift, reason, replaces }
    NoteShift { shift }
    RecordInterpreting { interpreting, shift, person }
    VoidInterpreting { interpreting }
    PlanShift { shift, workshop, day, start, minutes, schedule, room, despite }
    HandOverShift { shift, from, to, seen }
    Seen { listed, present, absent, walk_ins, headcount, made, unsent }
    SeenProduct { product, quantity }
}

/// A language with its level.
impl Decode for (String, LanguageLevel) {
    fn decode(value: &Value) -> Option<Self> {
        Some((Decode::decode(&value[0])?, Decode::decode(&value[1])?))
    }
}

impl Decode for PersonBrief {
    fn decode(value: &Value) -> Option<Self> {
        let id: PersonId = Decode::decode(&value["id"])?;
        let languages = Decode::decode(&value["languages"])?;
        let alias = Decode::decode(&value["alias"])?;
        // The code is made from the id.
        let gone = Decode::decode(&value["gone"])?;
        let cards = Decode::decode(&value["cards"])?;
        Some(Self { id, code: PersonCode::of(id.0), alias, languages, gone, cards })
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
            "period_closed" => Self::PeriodClosed,
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
mod tests;
