//! Entries that were held or refused, and what a manager decides about them.

use crate::command::Command;
use crate::fault::Fault;
use crate::ids::{AccountId, CentreId, PersonId, ShiftId};
use serde::{Deserialize, Serialize};

/// Decides about an entry under review: to take it in after all, or to set it aside.
///
/// Taking it in judges it once more, and forgives what is a manager's to forgive
/// ([`Fault::may_be_released`]); the entry then stands in the journal as its maker made it,
/// directly after this decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettleEntry {
    /// SHA-256 of the entry's bytes, in hexadecimal.
    pub entry: String,
    /// Who sent it; `None` for the command line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maker: Option<AccountId>,
    /// The centre on whose list it stands, so that the decision is found among the entries of the
    /// centre; `None` for what belongs to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<CentreId>,
}

impl SettleEntry {
    /// # Errors
    /// [`Fault::OutOfRange`] naming `entry` when it is no SHA-256.
    pub fn check(&self) -> Result<(), Fault> {
        let fits = self.entry.len() == 64
            && self.entry.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if fits { Ok(()) } else { Err(Fault::out_of_range("entry", 64, 64)) }
    }
}

/// Which parts of an entry a manager can correct before taking it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Whether it names a person.
    pub person: bool,
    /// The number that it names, if it names one.
    pub number: Option<i64>,
}

impl Parts {
    /// The parts of a command; all that can be corrected name a shift.
    pub fn of(command: &Command) -> Option<Self> {
        let (person, number) = match command {
            Command::MarkAttendance(_) => (true, None),
            Command::RecordHeadcount(c) => (false, Some(c.people)),
            Command::RecordOutput(c) => (false, Some(c.quantity)),
            Command::CloseShift(_) => (false, None),
            _ => return None,
        };
        Some(Self { person, number })
    }
}

/// What a manager puts in place of what an entry says; what is missing stays as it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Correction {
    /// The shift.
    pub shift: Option<ShiftId>,
    /// The person.
    pub person: Option<PersonId>,
    /// How many people, or how much of a product.
    pub number: Option<i64>,
}

impl Correction {
    /// The corrected command; `None` for one that cannot be corrected. It replaces no other fact:
    /// the one that its first maker saw may have been another shift's, or somebody else's.
    pub fn of(self, command: &Command) -> Option<Command> {
        let mut command = command.clone();
        match &mut command {
            Command::MarkAttendance(c) => {
                c.shift = self.shift.unwrap_or(c.shift);
                c.person = self.person.unwrap_or(c.person);
                c.replaces = None;
            }
            Command::RecordHeadcount(c) => {
                c.shift = self.shift.unwrap_or(c.shift);
                c.people = self.number.unwrap_or(c.people);
                c.replaces = None;
            }
            Command::RecordOutput(c) => {
                c.shift = self.shift.unwrap_or(c.shift);
                c.quantity = self.number.unwrap_or(c.quantity);
            }
            Command::CloseShift(c) => {
                c.shift = self.shift.unwrap_or(c.shift);
                c.replaces = None;
            }
            _ => return None,
        }
        Some(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attendance::{MarkAttendance, Presence};
    use crate::output::RecordOutput;
    use crate::shift::ReopenShift;
    use uuid::Uuid;

    fn shift(n: u128) -> ShiftId {
        ShiftId(Uuid::from_u128(n))
    }

    #[test]
    fn a_correction_changes_what_it_names_and_nothing_else() {
        let person = PersonId(Uuid::from_u128(1));
        let mark = MarkAttendance {
            shift: shift(2),
            person,
            presence: Presence::Absent,
            replaces: Some(Uuid::from_u128(3).into()),
        };
        let to_four = Correction { shift: Some(shift(4)), ..Correction::default() };
        let corrected = to_four.of(&Command::MarkAttendance(mark));
        let wanted =
            MarkAttendance { shift: shift(4), person, presence: Presence::Absent, replaces: None };
        assert_eq!(corrected, Some(Command::MarkAttendance(wanted)));
        let made = |quantity| {
            let (output, product) = (Uuid::from_u128(5).into(), Uuid::from_u128(6).into());
            Command::RecordOutput(RecordOutput {
                output,
                shift: shift(2),
                product,
                quantity,
                rejected: false,
            })
        };
        assert_eq!(Parts::of(&made(0)), Some(Parts { person: false, number: Some(0) }));
        let seven = Correction { number: Some(7), ..Correction::default() };
        assert_eq!(seven.of(&made(0)), Some(made(7)));
        let reopen = Command::ReopenShift(ReopenShift { shift: shift(2), replaces: None });
        assert_eq!((to_four.of(&reopen), Parts::of(&reopen)), (None, None));
    }
}
