//! Why a change was not taken: codes with fields, never sentences.
//!
//! The sentence that a person reads comes from the translations; a fault names no person and
//! repeats no input, so it can be logged and sent anywhere.

use crate::plan::Clash;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A reason why something was refused or set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Fault {
    /// Not JSON, or not of the documented shape (an unknown field, a wrong type, a wrong date).
    Malformed {
        /// Line of the first thing that could not be read, from 1; 0 when not known.
        line: u32,
        /// Column of it, from 1; 0 when not known.
        column: u32,
    },
    /// An envelope of a version that this server does not know.
    UnsupportedVersion,
    /// More bytes or more entries than one request may carry.
    TooLarge {
        /// The largest size that is taken, in bytes or entries.
        max: i64,
    },
    /// Nobody is signed in.
    NotSignedIn,
    /// Somebody else is signed in than the one who made the entries.
    OtherAccount,
    /// The actor has no permission for this here.
    NotAllowed,
    /// The envelope's id was used before with other bytes.
    SameIdOtherBytes,
    /// No such thing is known (yet).
    Unknown {
        /// Which kind of thing.
        noun: Noun,
    },
    /// The thing belongs to another centre.
    OtherCentre {
        /// Which kind of thing.
        noun: Noun,
    },
    /// Something with this identifier, or the same fact, exists already.
    AlreadyExists {
        /// Which kind of thing.
        noun: Noun,
    },
    /// The code or user name is in use.
    CodeTaken {
        /// Which kind of thing.
        noun: Noun,
    },
    /// A number, a length or a choice outside its range.
    OutOfRange {
        /// The field's name as in the command.
        field: String,
        /// The smallest value (or length) taken.
        min: i64,
        /// The largest value (or length) taken.
        max: i64,
    },
    /// A field that must be filled in.
    Missing {
        /// The field's name as in the command.
        field: String,
    },
    /// A day outside what can be meant.
    BadDay {
        /// The first day taken.
        min: NaiveDate,
        /// The last day taken.
        max: NaiveDate,
    },
    /// A period that ends before it begins.
    PeriodReversed,
    /// A period that a donor's account may not ask for: only whole calendar months.
    PeriodNotWhole,
    /// The figures of the centre are closed for that day: a manager takes the entry in, or opens the
    /// period again.
    PeriodClosed,
    /// Something speaks against what is planned: it is done when a reason is given.
    Clash {
        /// What.
        clash: Clash,
    },
    /// A minor's consent is given by a guardian.
    NeedsGuardian,
    /// Whatever identified the person was erased: nothing is added to that.
    Erased,
    /// The offer was taken up or declined before, or ran out.
    OfferOver,
    /// The two records are one person already, or one and the same record.
    SamePerson,
    /// The shift has begun, or something was logged of it: it is not moved any more.
    ShiftLogged,
    /// The shift is closed. Only of entries that release 0.1.0 held: work made by somebody who did
    /// not know of the closing is taken in, and shown to the manager.
    ShiftClosed,
    /// The shift is neither closed nor marked as "did not happen". Only of entries that release
    /// 0.1.0 held: the course of a shift is a fact, and the latest stands.
    ShiftOpen,
    /// The shift is marked as "did not happen". Only of entries that release 0.1.0 held, as above.
    ShiftDidNotHappen,
    /// The shift lies on a day that has not come.
    ShiftNotStarted,
    /// Pieces of the same were entered at the shift since the page was drawn: what was typed would add
    /// to them.
    EnteredSince,
    /// The output entry was voided before. Only of entries that release 0.1.0 refused: taken back
    /// twice is taken back.
    AlreadyVoided,
    /// The account is disabled.
    AccountDisabled,
    /// Wrong user name or password.
    WrongCredentials,
    /// Too many failed tries.
    TooManyTries {
        /// Whole minutes until the next try is taken, at least 1.
        minutes: i64,
    },
    /// The session ran out.
    SessionExpired,
    /// An access token that is mistyped, ran out, or was revoked.
    WrongToken,
    /// An access token was sent to what takes none: it fetches reports and seals, nothing else.
    TokenNotTaken,
    /// The account holds as many access tokens as it may.
    TooManyTokens {
        /// How many that is.
        max: i64,
    },
    /// The request did not come from a page of this server.
    BadOrigin,
    /// A password shorter than this.
    WeakPassword {
        /// The fewest characters taken.
        min: i64,
    },
    /// A one-time code that is mistyped, used up, or too old.
    WrongCode,
    /// The tablet was revoked: what it still holds waits for a manager.
    DeviceRevoked,
    /// The maker never proved who they are on the tablet that sent this.
    NotAMember,
    /// What travels sealed beside an entry cannot be opened; it is kept.
    SealBroken,
    /// A rescue file that cannot be opened: another organisation's, damaged, or another
    /// passphrase.
    RescueUnreadable,
    /// A file format that this report does not come in.
    UnsupportedFormat,
    /// No such page, report or route.
    NotFound,
    /// The store cannot answer now; nothing was changed.
    Unavailable,
    /// Something is wrong in the server; nothing was changed.
    Internal,
}

/// The kinds of things that a [`Fault`] can speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// A centre.
    Centre,
    /// A workshop.
    Workshop,
    /// A product of a workshop.
    Product,
    /// A shift.
    Shift,
    /// A participant.
    Person,
    /// An enrolment.
    Enrolment,
    /// An output entry.
    Output,
    /// An occupancy entry.
    Occupancy,
    /// A record that somebody interpreted.
    Interpreting,
    /// A card.
    Card,
    /// A consent.
    Consent,
    /// A place in a waiting list.
    Waiting,
    /// An offer of a place.
    Offer,
    /// That two records are one person.
    Merge,
    /// A room.
    Room,
    /// A schedule.
    Schedule,
    /// Closed days.
    Closure,
    /// A recipient of what was made.
    Recipient,
    /// A hand-out.
    HandOut,
    /// A donor project.
    Project,
    /// A user account.
    Account,
    /// A permission of an account.
    Grant,
    /// A report.
    Report,
    /// A workshop's share in a project.
    Share,
    /// An indicator of a project.
    Indicator,
    /// A tablet.
    Device,
    /// An access token.
    Token,
    /// An entry under review.
    Entry,
}

/// What happens to an envelope that could not be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Cannot be applied yet, or a manager decides.
    Held,
    /// Can never be applied.
    Rejected,
}

impl Fault {
    /// A length or number outside `min..=max`.
    pub fn out_of_range(field: &'static str, min: i64, max: i64) -> Self {
        Self::OutOfRange { field: field.to_owned(), min, max }
    }

    /// A document that could not be read at all.
    pub fn malformed() -> Self {
        Self::Malformed { line: 0, column: 0 }
    }

    /// Whether an envelope with this fault waits or is refused for good.
    ///
    /// Whatever may become right when another envelope arrives, or when a manager looks at it,
    /// waits; what can never be right is refused.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Unknown { .. }
            | Self::OtherCentre { .. }
            | Self::CodeTaken { .. }
            | Self::ShiftClosed
            | Self::ShiftOpen
            | Self::ShiftDidNotHappen
            | Self::ShiftNotStarted
            | Self::PeriodClosed
            | Self::DeviceRevoked
            | Self::NotAMember
            | Self::SealBroken
            | Self::UnsupportedVersion => Verdict::Held,
            _ => Verdict::Rejected,
        }
    }

    /// Whether a manager may take an entry in that was held or refused for this: what concerns
    /// time, permission or place is theirs to judge; what cannot be read, or names what does not
    /// exist, cannot be taken in by anybody.
    pub fn may_be_released(&self) -> bool {
        matches!(
            self,
            Self::ShiftClosed
                | Self::ShiftOpen
                | Self::ShiftDidNotHappen
                | Self::ShiftNotStarted
                | Self::PeriodClosed
                | Self::DeviceRevoked
                | Self::NotAMember
                | Self::NotAllowed
                | Self::AccountDisabled
                | Self::OtherCentre { noun: Noun::Person }
        )
    }

    /// The code as it stands in JSON and in logs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "malformed",
            Self::UnsupportedVersion => "unsupported_version",
            Self::TooLarge { .. } => "too_large",
            Self::NotSignedIn => "not_signed_in",
            Self::OtherAccount => "other_account",
            Self::NotAllowed => "not_allowed",
            Self::SameIdOtherBytes => "same_id_other_bytes",
            Self::Unknown { .. } => "unknown",
            Self::OtherCentre { .. } => "other_centre",
            Self::AlreadyExists { .. } => "already_exists",
            Self::CodeTaken { .. } => "code_taken",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Missing { .. } => "missing",
            Self::BadDay { .. } => "bad_day",
            Self::PeriodReversed => "period_reversed",
            Self::PeriodNotWhole => "period_not_whole",
            Self::PeriodClosed => "period_closed",
            Self::Clash { .. } => "clash",
            Self::NeedsGuardian => "needs_guardian",
            Self::Erased => "erased",
            Self::OfferOver => "offer_over",
            Self::SamePerson => "same_person",
            Self::ShiftLogged => "shift_logged",
            Self::ShiftClosed => "shift_closed",
            Self::ShiftOpen => "shift_open",
            Self::ShiftDidNotHappen => "shift_did_not_happen",
            Self::ShiftNotStarted => "shift_not_started",
            Self::EnteredSince => "entered_since",
            Self::AlreadyVoided => "already_voided",
            Self::AccountDisabled => "account_disabled",
            Self::WrongCredentials => "wrong_credentials",
            Self::TooManyTries { .. } => "too_many_tries",
            Self::SessionExpired => "session_expired",
            Self::WrongToken => "wrong_token",
            Self::TokenNotTaken => "token_not_taken",
            Self::TooManyTokens { .. } => "too_many_tokens",
            Self::BadOrigin => "bad_origin",
            Self::WeakPassword { .. } => "weak_password",
            Self::WrongCode => "wrong_code",
            Self::DeviceRevoked => "device_revoked",
            Self::NotAMember => "not_a_member",
            Self::SealBroken => "seal_broken",
            Self::RescueUnreadable => "rescue_unreadable",
            Self::UnsupportedFormat => "unsupported_format",
            Self::NotFound => "not_found",
            Self::Unavailable => "unavailable",
            Self::Internal => "internal",
        }
    }

    /// The HTTP status that goes with this fault.
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed { .. } | Self::UnsupportedVersion | Self::BadDay { .. } => 400,
            Self::PeriodReversed | Self::PeriodNotWhole | Self::UnsupportedFormat => 400,
            Self::NotSignedIn | Self::WrongCredentials | Self::SessionExpired => 401,
            Self::WrongCode | Self::WrongToken => 401,
            Self::NotAllowed | Self::AccountDisabled | Self::BadOrigin => 403,
            Self::DeviceRevoked | Self::NotAMember | Self::TokenNotTaken => 403,
            Self::SealBroken | Self::RescueUnreadable => 422,
            Self::Unknown { .. } | Self::NotFound => 404,
            Self::TooLarge { .. } => 413,
            Self::OutOfRange { .. } | Self::WeakPassword { .. } | Self::NeedsGuardian => 422,
            Self::Missing { .. } => 422,
            Self::TooManyTries { .. } => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
            Self::SameIdOtherBytes
            | Self::OtherAccount
            | Self::OtherCentre { .. }
            | Self::AlreadyExists { .. }
            | Self::CodeTaken { .. }
            | Self::Clash { .. }
            | Self::PeriodClosed
            | Self::OfferOver
            | Self::Erased
            | Self::SamePerson
            | Self::ShiftLogged
            | Self::ShiftClosed
            | Self::ShiftOpen
            | Self::ShiftDidNotHappen
            | Self::ShiftNotStarted
            | Self::TooManyTokens { .. }
            | Self::EnteredSince
            | Self::AlreadyVoided => 409,
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_in_json_is_the_code_in_logs() {
        for fault in [
            Fault::malformed(),
            Fault::Unknown { noun: Noun::Shift },
            Fault::TooManyTries { minutes: 5 },
            Fault::out_of_range("quantity", 1, 9),
            Fault::Internal,
        ] {
            let json = serde_json::to_value(&fault).expect("a fault is JSON");
            assert_eq!(json["code"], fault.code());
            assert_eq!(serde_json::from_value::<Fault>(json).expect("and back"), fault);
        }
    }
}
