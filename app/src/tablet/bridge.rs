//! What only a browser has: the tablet's database, its keys, its requests, its version.
//!
//! The other side is `app/browser/bridge.ts`; values go over as JSON texts. This is the one place
//! of the tablet that asks which target it is compiled for. On the server nothing here is ever
//! called; there every call fails.

mod values;

#[cfg(feature = "hydrate")]
#[path = "bridge/browser.rs"]
mod there;
#[cfg(not(feature = "hydrate"))]
#[path = "bridge/nowhere.rs"]
mod there;

use super::wire::{Decode, decode};
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId};
use serde_json::Value;

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// No answer, or none that can be understood: try again later.
    Unreachable,
    /// The server is there but cannot answer now: try again later.
    Busy(Fault),
    /// Nobody is signed in (any more).
    SignIn(Fault),
    /// The account may not do this.
    Forbidden(Fault),
    /// What was sent cannot be taken.
    Refused(Fault),
    /// The browser's database cannot be used.
    NoDatabase,
}

/// How a request failed: the HTTP status (0 without an answer) and what the server said.
#[derive(Debug, Clone)]
pub struct Failed {
    status: u16,
    fault: Option<Fault>,
}

impl From<Failed> for Failure {
    fn from(Failed { status, fault }: Failed) -> Self {
        match status {
            0 | 200 => Self::Unreachable,
            401 => Self::SignIn(fault.unwrap_or(Fault::NotSignedIn)),
            403 => Self::Forbidden(fault.unwrap_or(Fault::NotAllowed)),
            400 | 413 | 422 => Self::Refused(fault.unwrap_or_else(Fault::malformed)),
            _ => Self::Busy(fault.unwrap_or(Fault::Unavailable)),
        }
    }
}

fn read<T: Decode>(text: Result<String, Failure>) -> Result<T, Failure> {
    decode(&text?).ok_or(Failure::Unreachable)
}

/// An answer, or how the request failed.
fn told<T: Decode>(text: Result<String, Failure>) -> Result<T, Failure> {
    let value: Value = serde_json::from_str(&text?).map_err(|_| Failure::Unreachable)?;
    match value.get("failed") {
        Some(failed) => Err(Failed::decode(failed).ok_or(Failure::Unreachable)?.into()),
        None => T::decode(&value).ok_or(Failure::Unreachable),
    }
}

/// Opens the database and says what this tablet is.
///
/// # Errors
/// [`Failure::NoDatabase`].
pub async fn begin() -> Result<Beginning, Failure> {
    read(there::begin().await).map_err(|_| Failure::NoDatabase)
}

/// A centre, or the account's first one: from the server if `fetching`, else as last seen.
///
/// # Errors
/// [`Failure::NoDatabase`], [`Failure::Unreachable`].
pub async fn load(centre: Option<CentreId>, fetching: bool) -> Result<Loaded, Failure> {
    read(there::load(centre.map(|id| id.to_string()), fetching).await)
}

/// Keeps envelopes durably.
///
/// # Errors
/// Never as such: see [`Keeping::Trouble`].
pub async fn keep(
    account: AccountId,
    centre: Option<CentreId>,
    items: &[ToKeep<'_>],
) -> Result<Keeping, Failure> {
    let items = serde_json::to_string(items).map_err(|_| Failure::NoDatabase)?;
    read(there::keep(account.to_string(), centre.map(|id| id.to_string()), items).await)
}

/// Sends what waits; `account` unless the tablet is enrolled. Asks for the changes since `cursor`,
/// and, with `again`, what became of held entries.
///
/// # Errors
/// [`Failure::NoDatabase`]; how the requests went is in [`Sent::failed`].
pub async fn sync(
    account: Option<AccountId>,
    cursor: Option<String>,
    again: bool,
) -> Result<Sent, Failure> {
    read(there::sync(account.map(|id| id.to_string()), cursor, again).await)
}

/// Makes this browser a tablet of the organisation.
///
/// # Errors
/// What the server said.
pub async fn enrol(code: &str) -> Result<Device, Failure> {
    told(there::enrol(code.to_owned()).await)
}

/// An account proves itself on this tablet; then [`choose_pin`].
///
/// # Errors
/// What the server said.
pub async fn join(request: &domain::sync::JoinRequest) -> Result<Member, Failure> {
    let request = serde_json::to_string(request).map_err(|_| Failure::NoDatabase)?;
    told(there::join(request).await)
}

/// Keeps whoever has just joined under a PIN, and lets them in.
///
/// # Errors
/// [`Failure::NoDatabase`].
pub async fn choose_pin(pin: String) -> Result<Member, Failure> {
    read(there::choose_pin(pin).await)
}

/// Lets a member in.
///
/// # Errors
/// [`Failure::NoDatabase`].
pub async fn unlock(account: AccountId, pin: String) -> Result<Tried, Failure> {
    read(there::unlock(account.to_string(), pin).await)
}

/// Whether a PIN is a member's; nobody is let in.
///
/// # Errors
/// [`Failure::NoDatabase`].
pub async fn confirm(account: AccountId, pin: String) -> Result<Tried, Failure> {
    read(there::confirm(account.to_string(), pin).await)
}

/// Asks the browser to keep the database, and how much room there is.
///
/// # Errors
/// [`Failure::NoDatabase`].
pub async fn storage() -> Result<Storage, Failure> {
    read(there::storage().await)
}

/// Offers a rescue file of everything that is not sent; how many entries it holds.
///
/// # Errors
/// [`Failure::NoDatabase`].
pub async fn rescue(passphrase: Option<String>, name: String) -> Result<u32, Failure> {
    there::rescue(passphrase, name).await
}

pub use there::{
    choose_language, idle, listen, lock, signed_out, take_version, try_again, wipe, working,
};
pub use values::*;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_meaning() {
        let failure = |status, fault| Failure::from(Failed { status, fault });
        assert_eq!(failure(0, None), Failure::Unreachable);
        // The page of a hotel's Wi-Fi is not an answer.
        assert_eq!(failure(200, None), Failure::Unreachable);
        let over = Fault::SessionExpired;
        assert_eq!(failure(401, Some(over.clone())), Failure::SignIn(over));
        assert_eq!(failure(403, None), Failure::Forbidden(Fault::NotAllowed));
        assert_eq!(
            failure(413, Some(Fault::TooLarge { max: 5 })),
            Failure::Refused(Fault::TooLarge { max: 5 })
        );
        assert_eq!(failure(502, None), Failure::Busy(Fault::Unavailable));
    }

    #[test]
    fn what_the_browser_tells_is_read() {
        let sent: Sent = read(Ok(
            r#"{"settled":[{"n":3,"state":2,"fault":{"code":"unsupported_version"}}],"offset":-5,"foreign":2}"#
                .to_owned(),
        ))
        .expect("sent");
        assert_eq!(sent.foreign, 2);
        assert_eq!((sent.settled[0].n, sent.settled[0].state), (Some(3), 2));
        assert_eq!(sent.settled[0].fault, Some(Fault::UnsupportedVersion));
        let wrong = Tried { wait: Some(15_000), name: None };
        assert_eq!(read(Ok(r#"{"wait":15000}"#.to_owned())), Ok(wrong));
        assert!(matches!(read(Ok(r#"{"trouble":"full"}"#.to_owned())), Ok(Keeping::Trouble(_))));
        let nothing =
            r#"{"failed":{"status":0},"pictures":[],"entries":{"foreign":0,"mine":[]}}"#.to_owned();
        let loaded: Loaded = read(Ok(nothing)).expect("loaded");
        assert!(loaded.pictures.is_empty() && loaded.entries.mine.is_empty());
        let failed: Result<Device, Failure> =
            told(Ok(r#"{"failed":{"status":401,"fault":{"code":"wrong_code"}}}"#.to_owned()));
        assert_eq!(failed, Err(Failure::SignIn(Fault::WrongCode)));
    }
}
