//! Identifiers at the edges of the system: UUIDs made where the thing was made.
//!
//! Inside the database a thing is known by the journal `seq` of the entry that made it; these
//! are what travels in commands, addresses and answers. A type for each noun, so that a shift
//! cannot be passed for a person.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

id! {
    /// An envelope, and so the journal entry, mark or count that it makes.
    EnvelopeId,
    /// A centre.
    CentreId,
    /// A workshop.
    WorkshopId,
    /// A product that a workshop makes.
    ProductId,
    /// A planned or one-off shift.
    ShiftId,
    /// A participant: the random code under which the journal knows somebody.
    PersonId,
    /// A card that somebody carries.
    CardId,
    /// A consent of a person to one purpose.
    ConsentId,
    /// Somebody's place in a waiting list.
    WaitingId,
    /// An offer of a place to somebody who waits.
    OfferId,
    /// That two records are one person.
    MergeId,
    /// An enrolment of a person in a workshop or for one shift.
    EnrolmentId,
    /// An entry of pieces (or metres, kilograms …) made.
    OutputId,
    /// A record that somebody interpreted at a shift.
    InterpretingId,
    /// An entry of a centre's occupancy.
    OccupancyId,
    /// A room of a centre.
    RoomId,
    /// A schedule that makes shifts.
    ScheduleId,
    /// Closed days of a centre or a room.
    ClosureId,
    /// An organisation or a place that receives what was made.
    RecipientId,
    /// A hand-out of what was made.
    HandOutId,
    /// A donor project.
    ProjectId,
    /// An indicator of a project.
    IndicatorId,
    /// A user account.
    AccountId,
    /// An access token of an account.
    TokenId,
    /// A device that makes envelopes: a tablet's browser, a server, a command line.
    DeviceId,
}
