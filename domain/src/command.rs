//! Every change to the system, and the envelope that it travels in.
//!
//! A command holds no name of a person and no free text: those travel beside it as an
//! [`Identity`] into the vault. The JSON form is frozen: version 1 stays readable for ever; a new
//! field comes with a default, a changed meaning with a new variant.

mod identity;
mod kind;

pub use identity::{AccountIdentity, Identity, PersonIdentity, REMARK_MAX, check_login};
pub use kind::KINDS;

use crate::access::{Action, Grant};
use crate::attendance::{MarkAttendance, RecordHeadcount};
use crate::card::{IssueCard, RevokeCard};
use crate::centre::{
    CreateCentre, RecordCentreAddress, RecordCentreCapacity, RecordCentreKind,
    RecordCentrePosition, RecordCentreStatus,
};
use crate::clock::{self, check_day as day};
use crate::device::{AddDevice, OfDevice, ResetPin};
use crate::fault::Fault;
use crate::hand_out::{AddRecipient, HandOut, VoidHandOut};
use crate::handover::HandOverShift;
use crate::ids::{AccountId, CentreId, DeviceId, EnvelopeId, PersonId};
use crate::indicator::{DefineIndicator, RecordIndicatorValue, SetTarget};
use crate::label::{check_code, check_label};
use crate::occupancy::RecordOccupancy;
use crate::output::{RecordOutput, VoidOutput};
use crate::period_close::{ClosePeriod, ReopenPeriod};
use crate::person::{Age, LanguageLevel, Sex, check_language, check_nationality};
use crate::plan::{
    AddRoom, CloseDays, CreateSchedule, EndSchedule, MoveShift, RecordRoomCapacity, ReopenDays,
};
use crate::project::{CreateProject, DescribeProject};
use crate::registry::{
    AskOfPeople, DescribePerson, ErasePerson, KeepApart, LookAtIdentity, MergePeople,
    RecordConsent, RecordFunctioning, RecordStay, RetainUntil, UndoMerge, WithdrawConsent,
};
use crate::report::doubt::AcceptFigure;
use crate::review::SettleEntry;
use crate::shift::{
    AssignFacilitator, CancelShift, CloseShift, EndEnrolment, Enrol, NoteShift, PlanShift,
    RecordInterpreting, ReopenShift, UnassignFacilitator, VoidInterpreting,
};
use crate::token::{MakeToken, OfToken};
use crate::training::RecordProgress;
use crate::waiting::{DeclineOffer, JoinWaitingList, LeaveWaitingList, OfferPlace};
use crate::workshop::{
    AddProduct, CreateWorkshop, RecordWorkshopCapacity, ShareWorkshop, check_minutes,
};
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// The version of the command language that this code writes.
pub const VERSION: u8 = 1;

/// A command with where, when and by what it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// The version of the command language: [`VERSION`].
    pub v: u8,
    /// UUIDv7, made where the change was made.
    pub id: EnvelopeId,
    /// The maker's raw clock.
    pub at: DateTime<Utc>,
    /// The last known difference server − maker in milliseconds, frozen when it was made.
    pub offset: i64,
    /// The device that made it.
    pub device: DeviceId,
    /// The change.
    pub command: Command,
}

impl Envelope {
    /// The instant it was made, by the server's clock as far as the maker knew it. Nothing is
    /// refused for its time: what lies before 1990 or after 2100 counts as the nearest end.
    pub fn corrected(&self) -> DateTime<Utc> {
        let (first, last) = clock::days_that_can_be_meant();
        let [first, last] = [first, last].map(|day| day.and_time(NaiveTime::MIN).and_utc());
        corrected(self.at, self.offset).clamp(first, last)
    }

    /// The instant that counts: as corrected, but never after it was received, whatever a
    /// maker's clock says.
    pub fn made(&self, received_at: DateTime<Utc>) -> DateTime<Utc> {
        self.corrected().min(received_at)
    }
}

/// `at` moved by `offset` milliseconds, saturating.
pub fn corrected(at: DateTime<Utc>, offset: i64) -> DateTime<Utc> {
    Duration::try_milliseconds(offset).and_then(|by| at.checked_add_signed(by)).unwrap_or(at)
}

/// What somebody is for the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonKind {
    /// Lives in a centre, or did.
    #[default]
    Resident,
    /// An official who takes part in a training.
    Official,
    /// From the local community.
    Neighbour,
}

/// Registers a person. Alias, birth date and contact travel beside it, into the vault; the code
/// is made from the id ([`crate::person::PersonCode::of`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterPerson {
    /// The random code.
    pub person: PersonId,
    /// The centre where the person lives; officials live in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<CentreId>,
    /// What the person is.
    #[serde(default)]
    pub kind: PersonKind,
    /// Sex.
    pub sex: Sex,
    /// What is known of the age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
    /// ISO 3166-1 alpha-3; `XXA` stateless, `XXX` unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
}

/// Records how well a person knows a language; the latest level stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordLanguage {
    /// Who.
    pub person: PersonId,
    /// ISO 639-3.
    pub language: String,
    /// How well.
    pub level: LanguageLevel,
}

/// Records how well somebody of the staff knows a language; the latest level stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordAccountLanguage {
    /// Whose account.
    pub account: AccountId,
    /// ISO 639-3.
    pub language: String,
    /// How well.
    pub level: LanguageLevel,
}

/// Says that what identifies a person was recorded anew; the values travel beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordIdentity {
    /// Who.
    pub person: PersonId,
}

/// Sets up an account. User name, real name and password travel beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateAccount {
    /// Its id.
    pub account: AccountId,
    /// Its code in exports and journals, e.g. `F-KRN-1`.
    pub code: String,
    /// BCP 47 tag of the language it works in; the browser's when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// Gives or takes a permission of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeAccess {
    /// Which account.
    pub account: AccountId,
    /// The permission.
    pub grant: Grant,
    /// The first reporting day on which it holds; at once when missing. Only when it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last one; until it is taken when missing. Only when it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl ChangeAccess {
    /// A permission without an end.
    pub fn of(account: AccountId, grant: Grant) -> Self {
        Self { account, grant, from: None, to: None }
    }

    fn check(&self) -> Result<(), Fault> {
        for said in [self.from, self.to].into_iter().flatten() {
            day(said)?;
        }
        if !self.grant.fits() {
            return Err(Fault::out_of_range("grant", 1, 1));
        }
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Err(Fault::PeriodReversed),
            _ => Ok(()),
        }
    }
}

/// Something about one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfAccount {
    /// Which account.
    pub account: AccountId,
}

/// Every change to the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each variant is documented at its struct
pub enum Command {
    CreateCentre(CreateCentre),
    RecordCentreKind(RecordCentreKind),
    RecordCentreStatus(RecordCentreStatus),
    RecordCentreCapacity(RecordCentreCapacity),
    RecordOccupancy(RecordOccupancy),
    CreateWorkshop(CreateWorkshop),
    RecordWorkshopCapacity(RecordWorkshopCapacity),
    AddProduct(AddProduct),
    AddRoom(AddRoom),
    RecordRoomCapacity(RecordRoomCapacity),
    CreateSchedule(CreateSchedule),
    EndSchedule(EndSchedule),
    CloseDays(CloseDays),
    ReopenDays(ReopenDays),
    ShareWorkshop(ShareWorkshop),
    CreateProject(CreateProject),
    RegisterPerson(RegisterPerson),
    RecordLanguage(RecordLanguage),
    RecordIdentity(RecordIdentity),
    Enrol(Enrol),
    EndEnrolment(EndEnrolment),
    PlanShift(PlanShift),
    MoveShift(MoveShift),
    AssignFacilitator(AssignFacilitator),
    UnassignFacilitator(UnassignFacilitator),
    MarkAttendance(MarkAttendance),
    RecordHeadcount(RecordHeadcount),
    RecordOutput(RecordOutput),
    VoidOutput(VoidOutput),
    CloseShift(CloseShift),
    ReopenShift(ReopenShift),
    CancelShift(CancelShift),
    CreateAccount(CreateAccount),
    RecordAccountLanguage(RecordAccountLanguage),
    GrantAccess(ChangeAccess),
    RevokeAccess(ChangeAccess),
    DisableAccount(OfAccount),
    EnableAccount(OfAccount),
    ResetPassword(OfAccount),
    AddOneOffShift(PlanShift),
    NoteShift(NoteShift),
    RecordInterpreting(RecordInterpreting),
    VoidInterpreting(VoidInterpreting),
    HandOverShift(HandOverShift),
    AddDevice(AddDevice),
    RevokeDevice(OfDevice),
    ResetPin(ResetPin),
    ReleaseEntry(SettleEntry),
    DismissEntry(SettleEntry),
    RecordCentreAddress(RecordCentreAddress),
    AddRecipient(AddRecipient),
    HandOut(HandOut),
    VoidHandOut(VoidHandOut),
    DescribePerson(DescribePerson),
    RecordStay(RecordStay),
    RecordConsent(RecordConsent),
    WithdrawConsent(WithdrawConsent),
    RecordFunctioning(RecordFunctioning),
    AskOfPeople(AskOfPeople),
    LookAtIdentity(LookAtIdentity),
    MergePeople(MergePeople),
    UndoMerge(UndoMerge),
    KeepApart(KeepApart),
    ErasePerson(ErasePerson),
    RetainUntil(RetainUntil),
    JoinWaitingList(JoinWaitingList),
    LeaveWaitingList(LeaveWaitingList),
    OfferPlace(OfferPlace),
    DeclineOffer(DeclineOffer),
    IssueCard(IssueCard),
    RevokeCard(RevokeCard),
    RecordProgress(RecordProgress),
    AcceptFigure(AcceptFigure),
    ClosePeriod(ClosePeriod),
    ReopenPeriod(ReopenPeriod),
    DescribeProject(DescribeProject),
    DefineIndicator(DefineIndicator),
    SetTarget(SetTarget),
    RecordIndicatorValue(RecordIndicatorValue),
    MakeToken(MakeToken),
    RevokeToken(OfToken),
    RecordCentrePosition(RecordCentrePosition),
}

impl Command {
    /// The action that its actor needs a permission for.
    pub fn action(&self) -> Action {
        match self {
            Self::CreateCentre(_)
            | Self::RecordCentreKind(_)
            | Self::RecordCentreStatus(_)
            | Self::RecordCentreCapacity(_)
            | Self::RecordCentreAddress(_)
            | Self::RecordCentrePosition(_)
            | Self::CreateProject(_)
            | Self::ShareWorkshop(_)
            | Self::DescribeProject(_)
            | Self::DefineIndicator(_)
            | Self::SetTarget(_)
            | Self::RecordIndicatorValue(_)
            | Self::AskOfPeople(_)
            | Self::RetainUntil(_)
            | Self::CreateAccount(_)
            | Self::GrantAccess(_)
            | Self::RevokeAccess(_)
            | Self::DisableAccount(_)
            | Self::EnableAccount(_)
            | Self::ResetPassword(_) => Action::Administer,
            Self::RecordOccupancy(_)
            | Self::CreateWorkshop(_)
            | Self::RecordWorkshopCapacity(_)
            | Self::AddProduct(_)
            | Self::AddRoom(_)
            | Self::RecordRoomCapacity(_)
            | Self::CreateSchedule(_)
            | Self::EndSchedule(_)
            | Self::CloseDays(_)
            | Self::ReopenDays(_)
            | Self::RecordIdentity(_)
            | Self::Enrol(_)
            | Self::EndEnrolment(_)
            | Self::PlanShift(_)
            | Self::RecordAccountLanguage(_)
            | Self::MoveShift(_)
            | Self::AssignFacilitator(_)
            | Self::UnassignFacilitator(_)
            | Self::AddDevice(_)
            | Self::RevokeDevice(_)
            | Self::ResetPin(_)
            | Self::AddRecipient(_)
            | Self::HandOut(_)
            | Self::VoidHandOut(_)
            | Self::DescribePerson(_)
            | Self::RecordStay(_)
            | Self::RecordConsent(_)
            | Self::WithdrawConsent(_)
            | Self::RecordFunctioning(_)
            | Self::MergePeople(_)
            | Self::UndoMerge(_)
            | Self::KeepApart(_)
            | Self::ErasePerson(_)
            | Self::JoinWaitingList(_)
            | Self::LeaveWaitingList(_)
            | Self::OfferPlace(_)
            | Self::DeclineOffer(_)
            | Self::IssueCard(_)
            | Self::RevokeCard(_)
            | Self::RecordProgress(_)
            | Self::ClosePeriod(_)
            | Self::ReopenPeriod(_) => Action::Manage,
            Self::MakeToken(_) | Self::RevokeToken(_) => Action::HoldToken,
            Self::LookAtIdentity(_) => Action::SeeIdentity,
            Self::ReleaseEntry(_) | Self::DismissEntry(_) | Self::AcceptFigure(_) => Action::Review,
            Self::RegisterPerson(_) | Self::RecordLanguage(_) => Action::Register,
            Self::MarkAttendance(_)
            | Self::RecordHeadcount(_)
            | Self::RecordOutput(_)
            | Self::VoidOutput(_)
            | Self::CloseShift(_)
            | Self::ReopenShift(_)
            | Self::CancelShift(_)
            | Self::AddOneOffShift(_)
            | Self::NoteShift(_)
            | Self::RecordInterpreting(_)
            | Self::VoidInterpreting(_)
            | Self::HandOverShift(_) => Action::Log,
        }
    }

    /// The rules that need nothing but the command itself: ranges, forms, lengths.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<(), Fault> {
        match self {
            Self::CreateCentre(c) => c.check(),
            Self::RecordCentreKind(c) => day(c.from).and(check_label(&c.source, "source")),
            Self::RecordCentreStatus(c) => day(c.from).and(check_label(&c.source, "source")),
            Self::RecordCentreCapacity(c) => day(c.from).and(c.check()),
            Self::RecordCentreAddress(c) => day(c.from).and(c.check()),
            Self::RecordCentrePosition(c) => day(c.from).and(c.check()),
            Self::AddRecipient(c) => c.name.check("name"),
            Self::HandOut(c) => day(c.day).and(c.check()),
            Self::RecordOccupancy(c) => day(c.day).and(c.check()),
            Self::CreateWorkshop(c) => c.check(),
            Self::RecordWorkshopCapacity(c) => day(c.from).and(c.check()),
            Self::AddProduct(c) => c.check(),
            Self::AddRoom(c) => c.check(),
            Self::RecordRoomCapacity(c) => day(c.from).and(c.check()),
            Self::CreateSchedule(c) => {
                day(c.from)?;
                c.to.map_or(Ok(()), day)?;
                c.check()
            }
            Self::EndSchedule(c) => day(c.to),
            Self::CloseDays(c) => day(c.from).and(day(c.to)).and(c.check()),
            Self::MoveShift(c) => day(c.day).and(check_minutes(c.minutes)),
            Self::ShareWorkshop(c) => {
                day(c.from)?;
                let Some(to) = c.to else { return Ok(()) };
                day(to)?;
                if to < c.from { Err(Fault::PeriodReversed) } else { Ok(()) }
            }
            Self::CreateProject(c) => day(c.from).and(day(c.to)).and(c.check()),
            Self::RegisterPerson(c) => {
                if let Some(age) = c.age {
                    age.check()?;
                    if let Age::Told { on, .. } = age {
                        day(on)?;
                    }
                }
                c.nationality.as_deref().map_or(Ok(()), check_nationality)
            }
            Self::RecordLanguage(c) => check_language(&c.language),
            Self::RecordAccountLanguage(c) => check_language(&c.language),
            Self::Enrol(c) => day(c.from),
            Self::EndEnrolment(c) => day(c.to),
            Self::RecordProgress(c) => c.check(),
            Self::AcceptFigure(c) => c.check(),
            Self::ClosePeriod(c) => c.check(),
            Self::ReopenPeriod(c) => c.check(),
            Self::DescribeProject(c) => c.check(),
            Self::DefineIndicator(c) => c.check(),
            Self::SetTarget(c) => c.check(),
            Self::RecordIndicatorValue(c) => c.check(),
            Self::MakeToken(c) => day(c.until),
            Self::PlanShift(c) | Self::AddOneOffShift(c) => day(c.day).and(c.check()),
            Self::HandOverShift(c) => c.check(),
            Self::AddDevice(c) => check_code(&c.code, "code"),
            Self::ReleaseEntry(c) | Self::DismissEntry(c) => c.check(),
            Self::RecordHeadcount(c) => c.check(),
            Self::RecordOutput(c) => c.check(),
            Self::CreateAccount(c) => {
                check_code(&c.code, "code")?;
                c.language.as_deref().map_or(Ok(()), |tag| check_label(tag, "language"))
            }
            Self::GrantAccess(c) => c.check(),
            Self::RevokeAccess(c) if c.from.is_some() || c.to.is_some() => Err(Fault::malformed()),
            Self::RevokeAccess(c) => c.check(),
            Self::DescribePerson(c) => c.check(),
            Self::RecordStay(c) => day(c.day),
            Self::RecordConsent(c) => c.check(),
            Self::WithdrawConsent(c) => day(c.on),
            Self::RecordFunctioning(c) => c.check(),
            Self::AskOfPeople(c) => c.check(),
            Self::RetainUntil(c) => c.until.map_or(Ok(()), day),
            Self::MergePeople(c) => c.check(),
            Self::KeepApart(c) => c.check(),
            Self::OfferPlace(c) => day(c.until),
            Self::RecordIdentity(_)
            | Self::LookAtIdentity(_)
            | Self::ErasePerson(_)
            | Self::UndoMerge(_)
            | Self::JoinWaitingList(_)
            | Self::LeaveWaitingList(_)
            | Self::DeclineOffer(_)
            | Self::ReopenDays(_)
            | Self::AssignFacilitator(_)
            | Self::UnassignFacilitator(_)
            | Self::MarkAttendance(_)
            | Self::VoidOutput(_)
            | Self::CloseShift(_)
            | Self::ReopenShift(_)
            | Self::CancelShift(_)
            | Self::DisableAccount(_)
            | Self::EnableAccount(_)
            | Self::ResetPassword(_)
            | Self::NoteShift(_)
            | Self::RecordInterpreting(_)
            | Self::VoidInterpreting(_)
            | Self::RevokeDevice(_)
            | Self::ResetPin(_)
            | Self::VoidHandOut(_)
            | Self::RevokeToken(_)
            | Self::IssueCard(_)
            | Self::RevokeCard(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ShiftId;
    use uuid::Uuid;

    fn envelope() -> Envelope {
        Envelope {
            v: VERSION,
            id: EnvelopeId(Uuid::from_u128(1)),
            at: "2021-05-31T08:00:00Z".parse().expect("an instant"),
            offset: -1500,
            device: DeviceId(Uuid::from_u128(2)),
            command: Command::CloseShift(CloseShift {
                shift: ShiftId(Uuid::from_u128(3)),
                replaces: None,
            }),
        }
    }

    #[test]
    fn the_json_form_is_frozen() {
        let json = serde_json::to_string(&envelope()).expect("JSON");
        assert_eq!(
            json,
            r#"{"v":1,"id":"00000000-0000-0000-0000-000000000001","at":"2021-05-31T08:00:00Z","offset":-1500,"device":"00000000-0000-0000-0000-000000000002","command":{"close_shift":{"shift":"00000000-0000-0000-0000-000000000003"}}}"#
        );
        assert_eq!(serde_json::from_str::<Envelope>(&json).expect("and back"), envelope());
    }

    #[test]
    fn unknown_fields_are_refused() {
        for json in [
            r#"{"close_shift":{"shift":"00000000-0000-0000-0000-000000000003","name":"x"}}"#,
            r#"{"close_shift":{}}"#,
            r#"{"drop_tables":{}}"#,
        ] {
            assert!(serde_json::from_str::<Command>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn time_is_corrected_and_never_overflows() {
        assert_eq!(envelope().corrected().to_rfc3339(), "2021-05-31T07:59:58.500+00:00");
        let far = Envelope { offset: i64::MAX, ..envelope() };
        assert_eq!(far.corrected(), far.at);
        let wild = Envelope { at: DateTime::<Utc>::MAX_UTC, ..envelope() };
        assert_eq!(wild.corrected().to_rfc3339(), "2100-12-31T00:00:00+00:00");
        let now = "2021-05-31T09:00:00Z".parse().expect("an instant");
        assert_eq!(wild.made(now), now, "no clock runs ahead of the server's");
        assert_eq!(envelope().made(now), envelope().corrected());
    }
}
