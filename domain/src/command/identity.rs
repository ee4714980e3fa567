//! What identifies somebody, and remarks: never in a command, always beside it.

use super::Command;
use crate::fault::Fault;
use crate::label::check_label;
use crate::person::Age;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// What identifies somebody, or free text that might: travels beside a command, into the vault.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Identity {
    /// Beside [`Command::RegisterPerson`] and [`Command::RecordIdentity`].
    Person(PersonIdentity),
    /// Beside [`Command::CancelShift`], [`Command::NoteShift`], [`Command::AcceptFigure`] and
    /// [`Command::ReopenPeriod`]: a remark. Beside [`Command::MakeToken`]: what it is for.
    Remark(String),
    /// Beside [`Command::CreateAccount`].
    Account(AccountIdentity),
}

/// What identifies a participant.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonIdentity {
    /// What the person is called in the workshop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// The exact birth date, where a project requires it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<NaiveDate>,
    /// A telephone number or the like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The name of a minor's guardian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardian: Option<String>,
}

/// What identifies a member of staff.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountIdentity {
    /// The name to sign in with, lower case.
    pub login: String,
    /// The name to show.
    pub name: String,
}

/// The longest remark, in characters.
pub const REMARK_MAX: usize = 2_000;

impl Identity {
    /// # Errors
    /// A fault that names the field out of its range, never its value.
    pub fn check(&self) -> Result<(), Fault> {
        match self {
            Self::Person(p) => {
                if let Some(birth) = p.birth_date {
                    Age::Born(birth.year()).check()?;
                }
                p.alias.as_deref().map_or(Ok(()), |t| check_label(t, "alias"))?;
                p.contact.as_deref().map_or(Ok(()), |t| check_label(t, "contact"))?;
                p.guardian.as_deref().map_or(Ok(()), |t| check_label(t, "guardian"))
            }
            Self::Remark(text) => {
                let fits = (1..=REMARK_MAX).contains(&text.chars().count())
                    && !text.chars().any(|c| c.is_control() && c != '\n');
                if fits { Ok(()) } else { Err(Fault::out_of_range("remark", 1, REMARK_MAX as i64)) }
            }
            Self::Account(a) => check_login(&a.login).and(check_label(&a.name, "name")),
        }
    }

    /// Whether this identity may travel beside `command`.
    pub fn goes_with(&self, command: &Command) -> bool {
        match self {
            Self::Person(_) => {
                matches!(command, Command::RegisterPerson(_) | Command::RecordIdentity(_))
            }
            Self::Remark(_) => {
                matches!(
                    command,
                    Command::CancelShift(_)
                        | Command::NoteShift(_)
                        | Command::AcceptFigure(_)
                        | Command::ReopenPeriod(_)
                        | Command::RecordIndicatorValue(_)
                        | Command::MakeToken(_)
                )
            }
            Self::Account(_) => matches!(command, Command::CreateAccount(_)),
        }
    }
}

/// Judges a user name: 2 to 40 of `a–z`, `0–9`, `.`, `-`, `_`.
///
/// # Errors
/// [`Fault::OutOfRange`] naming `login`.
pub fn check_login(login: &str) -> Result<(), Fault> {
    let fits = (2..=40).contains(&login.len())
        && login
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b));
    if fits { Ok(()) } else { Err(Fault::out_of_range("login", 2, 40)) }
}

/// Identities do not print themselves: a log line must not expose anybody.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Person(_) => "Identity::Person(…)",
            Self::Remark(_) => "Identity::Remark(…)",
            Self::Account(_) => "Identity::Account(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_does_not_print_itself() {
        let alias = Identity::Person(PersonIdentity {
            alias: Some("Azar".into()),
            ..PersonIdentity::default()
        });
        assert!(!format!("{alias:?}").contains("Azar"));
    }
}
