//! Failures of the command line: one line that says what to do.

use crate::config::WrongSetting;
use app::i18n::Locale;
use clap::error::ErrorKind;
use domain::fault::Fault;
use std::process::ExitCode;
use store::StoreError;

/// Why a command ended early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Refused or failed: exit code 1.
    Failed(String),
    /// Called in a wrong way: exit code 2.
    Usage(String),
    /// Whoever read our output has gone (`| head`): nothing to say.
    Silent,
}

impl Failure {
    /// A refusal or a fault, in one sentence.
    pub fn failed(sentence: impl Into<String>) -> Self {
        Self::Failed(sentence.into())
    }

    /// A wrong call, in one sentence.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self::Usage(sentence.into())
    }

    /// A fault of writing to standard output or into a file.
    pub fn writing(what: &str, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::Silent,
            _ => Self::failed(format!("{what} cannot be written ({error}): look at the disk")),
        }
    }
}

impl From<WrongSetting> for Failure {
    fn from(error: WrongSetting) -> Self {
        Self::failed(error.to_string())
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::failed(sentence(&fault))
    }
}

impl From<StoreError> for Failure {
    /// At the machine's own command line the cause may be told: its reader owns the database.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Fault(fault) | StoreError::Refused { fault, .. } => fault.into(),
            StoreError::Address(sentence) => Self::failed(sentence),
            other => Self::failed(format!("{other}: look at DATABASE_URL and at the database")),
        }
    }
}

/// The command line speaks English, like its `--help`.
fn sentence(fault: &Fault) -> String {
    app::i18n::labels::fault_text(Locale::En, fault)
}

/// Writes a failure and gives its exit code.
pub fn report(failure: &Failure) -> ExitCode {
    let (text, code) = match failure {
        Failure::Failed(text) => (text, 1),
        Failure::Usage(text) => (text, 2),
        Failure::Silent => return ExitCode::SUCCESS,
    };
    eprintln!("radionica: {}", one_line(text));
    ExitCode::from(code)
}

/// Writes what clap found in the arguments: help as it is, a fault in one line.
pub fn usage(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Standard output may be closed; then nobody wanted the help.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(2)
        }
        _ => {
            let text = error.render().to_string();
            // The first paragraph is the fault, the rest is the usage.
            let fault = text.split("\n\n").next().unwrap_or(&text);
            let fault = fault.strip_prefix("error: ").unwrap_or(fault);
            report(&Failure::usage(format!("{fault}; see --help")))
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_one_line() {
        assert_eq!(one_line("a\n  b\r\nc"), "a b c");
        let fault = Failure::from(Fault::PeriodReversed);
        assert!(matches!(fault, Failure::Failed(text) if text.len() > 20));
    }
}
