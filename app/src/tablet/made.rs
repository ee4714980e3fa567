//! What a tablet makes: its share of the commands, as they are written into its database and read
//! back from it.
//!
//! The JSON is that of [`Envelope`]. A type of its own, because reading and writing every command
//! of the system would be a tenth of the tablet's code.

use super::wire::{Decode, fields};
use chrono::{DateTime, Utc};
use domain::attendance::{MarkAttendance, RecordHeadcount};
use domain::command::{Command, Envelope, RegisterPerson};
use domain::handover::HandOverShift;
use domain::ids::{DeviceId, EnvelopeId};
use domain::output::{RecordOutput, VoidOutput};
use domain::shift::{
    CancelShift, CloseShift, NoteShift, PlanShift, RecordInterpreting, ReopenShift,
    VoidInterpreting,
};
use serde::Serialize;
use serde_json::Value;

/// An envelope with a command that a tablet makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Made {
    v: u8,
    id: EnvelopeId,
    at: DateTime<Utc>,
    offset: i64,
    device: DeviceId,
    command: MadeCommand,
}

macro_rules! made {
    ($($word:literal => $name:ident($body:ty)),+ $(,)?) => {
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "snake_case")]
        enum MadeCommand { $($name($body)),+ }

        impl From<MadeCommand> for Command {
            fn from(command: MadeCommand) -> Self {
                match command {
                    $(MadeCommand::$name(c) => Self::$name(c)),+
                }
            }
        }

        impl MadeCommand {
            fn of(command: &Command) -> Option<Self> {
                Some(match command {
                    $(Command::$name(c) => Self::$name(c.clone())),+,
                    _ => return None,
                })
            }
        }

        impl Decode for MadeCommand {
            fn decode(value: &Value) -> Option<Self> {
                let (word, body) = value.as_object()?.iter().next()?;
                Some(match word.as_str() {
                    $($word => Self::$name(Decode::decode(body)?),)+
                    _ => return None,
                })
            }
        }
    };
}

made! {
    "register_person" => RegisterPerson(RegisterPerson),
    "mark_attendance" => MarkAttendance(MarkAttendance),
    "record_headcount" => RecordHeadcount(RecordHeadcount),
    "record_output" => RecordOutput(RecordOutput),
    "void_output" => VoidOutput(VoidOutput),
    "close_shift" => CloseShift(CloseShift),
    "reopen_shift" => ReopenShift(ReopenShift),
    "cancel_shift" => CancelShift(CancelShift),
    "note_shift" => NoteShift(NoteShift),
    "record_interpreting" => RecordInterpreting(RecordInterpreting),
    "void_interpreting" => VoidInterpreting(VoidInterpreting),
    "hand_over_shift" => HandOverShift(HandOverShift),
    "add_one_off_shift" => AddOneOffShift(PlanShift),
}

fields! { Made { v, id, at, offset, device, command } }

impl Made {
    /// An envelope's bytes; `None` for a command that no tablet makes.
    pub fn bytes(envelope: &Envelope) -> Option<String> {
        let Envelope { v, id, at, offset, device, command } = envelope;
        let command = MadeCommand::of(command)?;
        let made = Self { v: *v, id: *id, at: *at, offset: *offset, device: *device, command };
        serde_json::to_string(&made).ok()
    }
}

impl From<Made> for Envelope {
    fn from(made: Made) -> Self {
        let Made { v, id, at, offset, device, command } = made;
        Self { v, id, at, offset, device, command: command.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::attendance::Presence;
    use domain::command::VERSION;
    use domain::ids::{PersonId, ShiftId, WorkshopId};
    use domain::shift::parse_hhmm;
    use uuid::Uuid;

    #[test]
    fn the_bytes_are_those_of_an_envelope() {
        let shift = ShiftId(Uuid::from_u128(3));
        let replaces = Some(EnvelopeId(Uuid::from_u128(4)));
        for command in [
            Command::MarkAttendance(MarkAttendance {
                shift,
                person: PersonId(Uuid::from_u128(5)),
                presence: Presence::Absent,
                replaces,
            }),
            Command::CloseShift(CloseShift { shift, replaces: None }),
            Command::AddOneOffShift(PlanShift {
                shift,
                workshop: WorkshopId(Uuid::from_u128(6)),
                day: "2021-05-31".parse().expect("a day"),
                start: parse_hhmm("10:00").expect("a time"),
                minutes: 120,
                schedule: None,
                room: None,
                despite: None,
            }),
        ] {
            let envelope = Envelope {
                v: VERSION,
                id: EnvelopeId(Uuid::from_u128(1)),
                at: "2021-05-31T08:00:00.250Z".parse().expect("an instant"),
                offset: -1500,
                device: DeviceId(Uuid::from_u128(2)),
                command,
            };
            let bytes = Made::bytes(&envelope).expect("a tablet's");
            assert_eq!(bytes, serde_json::to_string(&envelope).expect("JSON"));
            let back: Made = crate::tablet::wire::decode(&bytes).expect("and back");
            assert_eq!(Envelope::from(back), envelope);
        }
        let other = Command::DisableAccount(domain::command::OfAccount {
            account: domain::ids::AccountId(Uuid::from_u128(1)),
        });
        assert!(MadeCommand::of(&other).is_none());
    }
}
