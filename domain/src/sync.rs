//! What travels between a tablet and the server: envelopes one way, outcomes and changes the
//! other. The JSON forms are frozen like the commands: extended, never changed.

use crate::command::Identity;
use crate::fault::Fault;
use crate::ids::{AccountId, CentreId, DeviceId};
use crate::snapshot::Snapshot;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What became of an envelope. Each is an acknowledgement: it is stored durably.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Applied as this journal entry.
    Applied {
        /// The entry.
        seq: i64,
    },
    /// Was applied before, as this entry: same id, same bytes.
    Repeat {
        /// The entry.
        seq: i64,
    },
    /// Cannot be applied yet, or needs a manager; kept whole.
    Held {
        /// Why.
        fault: Fault,
    },
    /// Can never be applied; kept whole.
    Rejected {
        /// Why.
        fault: Fault,
    },
}

impl Outcome {
    /// The journal entry, if there is one.
    pub fn seq(&self) -> Option<i64> {
        match self {
            Self::Applied { seq } | Self::Repeat { seq } => Some(*seq),
            Self::Held { .. } | Self::Rejected { .. } => None,
        }
    }

    /// The fault, if it was not applied.
    pub fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Applied { .. } | Self::Repeat { .. } => None,
            Self::Held { fault } | Self::Rejected { fault } => Some(fault),
        }
    }
}

/// The most envelopes in one request to `/api/v1/sync`.
pub const SYNC_MAX: usize = 500;

/// The body of a request to `/api/v1/sync`. `E` is the envelope's JSON, kept byte for byte.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyncRequest<E> {
    /// Who made them, as far as the tablet knows: nothing is taken in somebody else's name. An
    /// enrolled tablet says it of each item instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// What the tablet knows already; without it no changes are answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// At most [`SYNC_MAX`]; each is judged alone.
    pub envelopes: Vec<SyncItem<E>>,
}

/// An envelope and what travels beside it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyncItem<E> {
    /// The envelope's JSON.
    pub envelope: E,
    /// What identifies somebody, in the clear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// What identifies somebody, sealed to the organisation's public key: the identity's JSON,
    /// by HPKE (RFC 9180: base mode, DHKEM P-256, HKDF-SHA256, AES-256-GCM; `info` is
    /// [`SEAL_INFO`], the associated data are the envelope's bytes), as base64url of `enc ‖
    /// ciphertext`. Instead of `identity`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<String>,
    /// Who made it, on an enrolled tablet, where several accounts share one queue. Must have
    /// proved themselves on this tablet once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
}

/// HPKE's `info` for identities on their way from a tablet.
pub const SEAL_INFO: &str = "radionica identity 1";
/// HPKE's `info` for rescue files.
pub const RESCUE_INFO: &str = "radionica rescue 1";

/// What a tablet knows already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cursor {
    /// Of which centre; `None` for the trainings without one.
    #[serde(default)]
    pub centre: Option<CentreId>,
    /// The journal's last entry that it holds.
    pub head: i64,
    /// The reporting day on which it was taken: the shifts around another day are others.
    pub day: NaiveDate,
}

/// The answer of `/api/v1/sync`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncAnswer {
    /// The server's clock, for the tablet's offset.
    pub now: DateTime<Utc>,
    /// One for each envelope, in their order.
    pub outcomes: Vec<Outcome>,
    /// What changed since the request's cursor, this request included; whole where changes alone
    /// cannot tell it. Missing when no cursor was sent, or when the reader has no access (any
    /// more).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Snapshot>,
    /// The tablet was revoked: what it sent was kept for review, and when its queue is empty it
    /// wipes itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub revoked: bool,
}

/// The header that carries a member's token, which opens what identifies people: it is stored on
/// the tablet under the member's PIN only.
pub const MEMBER_HEADER: &str = "x-radionica-member";

/// `POST /api/v1/device`: a browser becomes a tablet of the organisation.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The code that the manager gave: see [`crate::device::check_one_time_code`].
    pub code: String,
}

/// The answer; the credential itself comes as a cookie that no script can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolAnswer {
    /// The tablet's id, for its envelopes.
    pub device: DeviceId,
    /// Its code, e.g. `T-KRN-1`.
    pub code: String,
    /// The centre it belongs to.
    pub centre: CentreId,
}

/// `POST /api/v1/device/members`: an account proves itself on an enrolled tablet, once.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum JoinRequest {
    /// With user name and password.
    Password {
        /// The name to sign in with.
        login: String,
        /// The password.
        password: String,
    },
    /// With the one-time code that the manager gave after a forgotten PIN.
    Code {
        /// The code.
        code: String,
    },
}

/// The answer: what the tablet keeps under the member's PIN.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinAnswer {
    /// Who it is.
    pub account: AccountId,
    /// Its code, e.g. `F-KRN-1`: shown on the tablet before the PIN.
    pub code: String,
    /// Its name, kept under the PIN.
    pub name: String,
    /// The member's token for [`MEMBER_HEADER`].
    pub token: String,
}
