//! What a tablet is told of a centre: whole, or the changes since a journal entry.

use crate::attendance::{Fact, Presence};
use crate::ids::{
    AccountId, CentreId, EnrolmentId, EnvelopeId, InterpretingId, OutputId, PersonId, ProductId,
    ShiftId, WorkshopId,
};
use crate::label::Name;
use crate::person::{AgeBand, LanguageLevel, PersonCode, Sex};
use crate::shift::{Progress, Slot};
use crate::workshop::{Activity, Unit};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What a tablet needs of one centre, as the server knew it at one journal entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The server's clock when it was taken.
    pub now: DateTime<Utc>,
    /// The journal's last entry that it holds.
    pub head: i64,
    /// Whom it was made for; `None` for the command line.
    pub account: Option<AccountId>,
    /// The centres that this account may log in, in the order of their codes.
    pub centres: Vec<CentreBrief>,
    /// The centre that this snapshot is of; `None` for workshops without a centre.
    pub centre: Option<CentreId>,
    /// Workshops of the centre.
    pub workshops: Vec<WorkshopBrief>,
    /// Shifts from 7 days back to 14 days ahead, in the order of time.
    pub shifts: Vec<ShiftBrief>,
    /// Active people.
    pub people: Vec<PersonBrief>,
    /// Enrolments that touch those shifts.
    pub enrolments: Vec<EnrolmentBrief>,
    /// Marks of those shifts.
    pub marks: Vec<MarkBrief>,
    /// Headcounts of those shifts.
    pub headcounts: Vec<HeadcountBrief>,
    /// Output entries of those shifts.
    pub outputs: Vec<OutputBrief>,
    /// The reporting day around which the shifts lie.
    #[serde(default)]
    pub day: NaiveDate,
    /// When these are only the changes after a journal entry: that entry. What is not named in
    /// them is as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<i64>,
    /// What was said of the course of those shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<CourseBrief>,
    /// Among changes: outputs that were taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voided: Vec<OutputId>,
    /// Who interpreted at those shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interpreted: Vec<InterpretingBrief>,
    /// Among changes: records of interpreting that were taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uninterpreted: Vec<InterpretingId>,
    /// Among changes: shifts that are not around any more, off the plan or moved far away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<ShiftId>,
    /// Notes about those shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteBrief>,
    /// The organisation's public key (P-256, uncompressed point, base64url), to which
    /// identities and rescue files are sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// A centre to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreBrief {
    /// Its id; `None` stands for workshops without a centre, which have no code and no name.
    pub id: Option<CentreId>,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Name,
}

/// A workshop as the tablet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopBrief {
    /// Its id.
    pub id: WorkshopId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Name,
    /// What is done.
    pub activity: Activity,
    /// What it makes.
    pub products: Vec<ProductBrief>,
    /// The usual length of a shift, in minutes.
    #[serde(default)]
    pub minutes: i64,
}

/// A product to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductBrief {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: Name,
    /// What it is counted in.
    pub unit: Unit,
}

/// A shift as the tablet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftBrief {
    /// Its id.
    pub id: ShiftId,
    /// Its workshop.
    pub workshop: WorkshopId,
    /// When it takes place.
    pub slot: Slot,
    /// What has been recorded of its course.
    pub progress: Progress,
    /// How many people it takes at once on its day, if that is limited.
    pub capacity: Option<i64>,
    /// Whether it was added on the spot, outside the plan.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_off: bool,
    /// The languages of its facilitators, each at the best level of any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<(String, LanguageLevel)>,
    /// The name of its room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Name>,
}

/// A person as the tablet shows them. No birth date, no document, no contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonBrief {
    /// Their id.
    pub id: PersonId,
    /// Their code.
    pub code: PersonCode,
    /// What they are called, if known.
    pub alias: Option<String>,
    /// Their languages (ISO 639-3).
    pub languages: Vec<(String, LanguageLevel)>,
    /// Whether they left, moved to another centre, or were found to be somebody else on the list:
    /// they stay on the lists of past shifts, and are offered for none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// The cards that mark them, as a scanner types them ([`crate::card::CardCode::scanned`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<String>,
}

/// An enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentBrief {
    /// Its id.
    pub id: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// In which workshop.
    pub workshop: WorkshopId,
    /// For which shift only.
    pub shift: Option<ShiftId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl EnrolmentBrief {
    /// Whether it holds for a shift.
    pub fn covers(&self, shift: ShiftId, workshop: WorkshopId, day: NaiveDate) -> bool {
        self.workshop == workshop
            && self.shift.is_none_or(|only| only == shift)
            && self.from <= day
            && self.to.is_none_or(|to| day <= to)
    }
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkBrief {
    /// At which shift.
    pub shift: ShiftId,
    /// Who.
    pub person: PersonId,
    /// The fact.
    pub fact: Fact<Presence>,
}

/// Something said of a shift's course: closed, opened again, did not happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseBrief {
    /// Of which shift.
    pub shift: ShiftId,
    /// The fact.
    pub fact: Fact<Progress>,
}

/// A headcount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadcountBrief {
    /// At which shift.
    pub shift: ShiftId,
    /// Their sex.
    pub sex: Sex,
    /// Their age.
    pub band: AgeBand,
    /// The fact.
    pub fact: Fact<i64>,
}

/// An output entry that is not voided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputBrief {
    /// Its id.
    pub id: OutputId,
    /// At which shift.
    pub shift: ShiftId,
    /// Which product.
    pub product: ProductId,
    /// How much.
    pub quantity: i64,
    /// Whether it is no good.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rejected: bool,
}

/// A record that a participant interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterpretingBrief {
    /// Its id.
    pub id: InterpretingId,
    /// At which shift.
    pub shift: ShiftId,
    /// Who interpreted.
    pub person: PersonId,
}

/// A note about a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteBrief {
    /// The envelope that made it.
    pub id: EnvelopeId,
    /// About which shift.
    pub shift: ShiftId,
    /// What it says; missing where it was erased, or is not for this reader.
    pub text: Option<String>,
}
