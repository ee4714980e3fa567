//! What comes back from a server function that was refused.

use crate::i18n::Locale;
use crate::i18n::catalogue::faults;
use crate::i18n::labels::fault_text;
use domain::fault::Fault;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why a page has nothing to show. Only a [`Fault`] ever leaves the server: a code with fields,
/// never the text of an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// The server refused.
    Fault(Fault),
    /// The server could not be asked: made in the browser, never sent.
    Unreachable,
}

impl AppError {
    /// The sentence for the reader.
    pub fn text(&self, locale: Locale) -> String {
        match self {
            Self::Fault(fault) => fault_text(locale, fault),
            Self::Unreachable => locale.text(&faults::NO_CONNECTION).into_owned(),
        }
    }

    /// The HTTP status of a page that shows it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Fault(fault) => fault.status(),
            Self::Unreachable => Fault::Unavailable.status(),
        }
    }
}

impl From<Fault> for AppError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fault(fault) => fault.fmt(f),
            Self::Unreachable => f.write_str("unreachable"),
        }
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    /// The texts of these errors speak to programmers and repeat input: they stay behind.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Unreachable,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::Fault(Fault::malformed())
            }
            _ => Self::Fault(Fault::Internal),
        }
    }
}

/// Sets the HTTP status of the page that is being rendered. In the browser there is none.
pub fn set_status(status: u16) {
    #[cfg(feature = "ssr")]
    crate::ssr::set_status(status);
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_fault_leaves_the_server() {
        let secret = || String::from("no such column: person.alias");
        for error in [
            ServerFnErrorErr::ServerError(secret()),
            ServerFnErrorErr::Deserialization(secret()),
            ServerFnErrorErr::Args(secret()),
        ] {
            let sent = AppError::from_server_fn_error(error).ser();
            let sent = String::from_utf8(sent.to_vec()).expect("JSON");
            assert!(!sent.contains("alias"), "{sent}");
        }
    }

    #[test]
    fn a_fault_comes_back_whole() {
        let fault = AppError::from(Fault::TooManyTries { minutes: 5 });
        assert_eq!(AppError::de(fault.ser()), fault);
        assert_eq!(fault.status(), 429);
    }
}
