//! What only a browser has: the tablet's database, its keys, its requests, its version.
//!
//! The other side is `app/browser/bridge.ts`; values go over as JSON texts. This is the one place
//! of the tablet that asks which target it is compiled for. On the server nothing here is ever
//! called; there every call fails.

use super::made::Made;
use super::wire::{Decode, decode, fields};
use domain::command::Identity;
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId, DeviceId};
use domain::snapshot::Snapshot;
use serde::Serialize;
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

/// This browser as a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id, for envelopes.
    pub id: DeviceId,
    /// What is written on an enrolled tablet; missing on one that is not enrolled.
    pub code: Option<String>,
}

/// Somebody who signed in on this tablet once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// Its code.
    pub code: String,
    /// Its name, once the PIN was right.
    pub name: Option<String>,
}

/// What was shown last.
#[derive(Debug, Clone)]
pub struct Last {
    /// The centre; `None` for the trainings without one.
    pub centre: Option<CentreId>,
}

/// What this tablet is.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The device.
    pub device: Device,
    /// Its members, on an enrolled tablet.
    pub members: Vec<Member>,
    /// The centre that was shown last.
    pub last: Option<Last>,
    /// The server's clock minus this one, in milliseconds, as last known.
    pub offset: i64,
    /// When sending last succeeded, by the server's clock.
    pub sent: Option<chrono::DateTime<chrono::Utc>>,
}

/// An entry as it stands in the tablet's database.
#[derive(Debug, Clone)]
pub struct KeptEntry {
    /// Its place in the order of making.
    pub n: u64,
    /// What was made.
    pub envelope: Made,
    /// What travels beside it, where the PIN gives it back.
    pub identity: Option<Identity>,
    /// See [`SettledEntry::state`].
    pub state: u8,
    /// See [`SettledEntry::seq`].
    pub seq: Option<i64>,
    /// See [`SettledEntry::fault`].
    pub fault: Option<Fault>,
}

/// What became of an entry.
#[derive(Debug, Clone)]
pub struct SettledEntry {
    /// Its place; none of one that the database did not take.
    pub n: Option<u64>,
    /// 0 waiting, 1 sent, 2 held, 3 refused, 4 set aside: `state` in `app/browser/database.ts`.
    pub state: u8,
    /// The journal entry that it made.
    pub seq: Option<i64>,
    /// Why it does not count (yet).
    pub fault: Option<Fault>,
}

/// The entries of an account on this tablet.
#[derive(Debug, Clone, Default)]
pub struct KeptEntries {
    /// How many of other accounts wait here.
    pub foreign: usize,
    /// The account's own, oldest first.
    pub mine: Vec<KeptEntry>,
    /// How many of its own cannot be read and were not applied.
    pub damaged: usize,
}

/// A centre as far as it is known.
pub struct Loaded {
    /// The whole picture and the changes since, oldest first; none when nothing is known.
    pub pictures: Vec<Snapshot>,
    /// What was entered here.
    pub entries: KeptEntries,
    /// The clock's offset, when the server was asked just now.
    pub offset: Option<i64>,
    /// Why the server gave nothing newer.
    pub failed: Option<Failed>,
}

/// What became of envelopes that were to be kept.
pub enum Keeping {
    /// In the database, at these places.
    Places(Vec<u64>),
    /// The database took nothing; the server has them.
    Settled(Vec<SettledEntry>),
    /// Only the page has them: `full` or `failed`.
    Trouble(String),
}

/// How sending went.
pub struct Sent {
    /// What became of entries, by their places.
    pub settled: Vec<SettledEntry>,
    /// What changed in the centre.
    pub changes: Option<Snapshot>,
    /// The tablet was revoked.
    pub revoked: bool,
    /// The clock's offset.
    pub offset: Option<i64>,
    /// Why it stopped, if it did.
    pub failed: Option<Failed>,
}

/// A try with a PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// It was wrong, or too early: so many milliseconds until the next try.
    pub wait: Option<i64>,
    /// It was right: the member's name.
    pub name: Option<String>,
}

/// How safely the browser keeps the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Storage {
    /// Whether the browser promised not to throw it away.
    pub kept: bool,
    /// Bytes that are left.
    pub left: i64,
}

/// What to keep of an envelope.
#[derive(Serialize)]
pub struct ToKeep<'a> {
    /// The envelope's JSON: from here on its bytes.
    pub bytes: String,
    /// What travels beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<&'a Identity>,
}

fields! {
    Failed { status, fault }
    Device { id, code }
    Member { account, code, name }
    Last { centre }
    Beginning { device, members, last, offset, sent }
    KeptEntry { n, envelope, identity, state, seq, fault }
    SettledEntry { n, state, seq, fault }
    Loaded { pictures, entries, offset, failed }
    Sent { settled, changes, revoked, offset, failed }
    Tried { wait, name }
    Storage { kept, left }
}

/// An entry that cannot be read is sent all the same, and counted when it was not applied.
impl Decode for KeptEntries {
    fn decode(value: &Value) -> Option<Self> {
        let mut entries = Self { foreign: Decode::decode(&value["foreign"])?, ..Self::default() };
        for item in value["mine"].as_array()? {
            match KeptEntry::decode(item) {
                Some(entry) => entries.mine.push(entry),
                None => entries.damaged += usize::from(item["state"].as_i64() >= Some(2)),
            }
        }
        Some(entries)
    }
}

impl Decode for Keeping {
    fn decode(value: &Value) -> Option<Self> {
        let trouble: Option<String> = Decode::decode(&value["trouble"])?;
        Some(match (value.get("places"), value.get("settled"), trouble) {
            (Some(places), _, _) => Self::Places(Decode::decode(places)?),
            (_, Some(settled), _) => Self::Settled(Decode::decode(settled)?),
            (_, _, trouble) => Self::Trouble(trouble?),
        })
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

#[cfg(feature = "hydrate")]
mod there {
    use super::Failure;
    use wasm_bindgen::prelude::*;

    mod browser {
        use wasm_bindgen::prelude::*;

        #[wasm_bindgen(raw_module = "./bridge.js")]
        extern "C" {
            #[wasm_bindgen(catch)]
            pub async fn begin() -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn load(centre: Option<String>, fetching: bool) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn keep(
                account: String,
                centre: Option<String>,
                items: String,
            ) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn sync(
                account: Option<String>,
                cursor: Option<String>,
                again: bool,
            ) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn enrol(code: String) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn join(request: String) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch, js_name = choosePin)]
            pub async fn choose_pin(pin: String) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn unlock(account: String, pin: String) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn confirm(account: String, pin: String) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn storage() -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn rescue(
                passphrase: Option<String>,
                name: String,
            ) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch, js_name = tryAgain)]
            pub async fn try_again() -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch)]
            pub async fn wipe() -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch, js_name = signedOut)]
            pub async fn signed_out() -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch, js_name = chooseLanguage)]
            pub async fn choose_language(tag: String) -> Result<JsValue, JsValue>;
            #[wasm_bindgen(catch, js_name = takeVersion)]
            pub async fn take_version() -> Result<JsValue, JsValue>;
            pub fn lock();
            pub fn working(open: bool);
            pub fn idle() -> f64;
            pub fn listen(tell: &Closure<dyn Fn(String)>);
        }
    }

    fn text(answer: Result<JsValue, JsValue>) -> Result<String, Failure> {
        answer.ok().and_then(|value| value.as_string()).ok_or(Failure::NoDatabase)
    }

    macro_rules! texts {
        ($($name:ident($($argument:ident: $kind:ty),*)),+ $(,)?) => {$(
            pub async fn $name($($argument: $kind),*) -> Result<String, Failure> {
                text(browser::$name($($argument),*).await)
            }
        )+};
    }

    texts! {
        begin(),
        load(centre: Option<String>, fetching: bool),
        keep(account: String, centre: Option<String>, items: String),
        sync(account: Option<String>, cursor: Option<String>, again: bool),
        enrol(code: String),
        join(request: String),
        choose_pin(pin: String),
        unlock(account: String, pin: String),
        confirm(account: String, pin: String),
        storage(),
    }

    pub async fn rescue(passphrase: Option<String>, name: String) -> Result<u32, Failure> {
        let count = browser::rescue(passphrase, name).await.ok().and_then(|n| n.as_f64());
        count.map(|n| n as u32).ok_or(Failure::NoDatabase)
    }

    /// Puts what the server did not even keep back into the queue.
    pub async fn try_again() {
        let _ = browser::try_again().await;
    }

    /// Forgets everything but what could not be handed in: how many entries that are.
    pub async fn wipe() -> usize {
        browser::wipe().await.ok().and_then(|left| left.as_f64()).map_or(0, |left| left as usize)
    }

    /// Shows no picture any more until somebody signs in; what is not sent stays.
    pub async fn signed_out() {
        let _ = browser::signed_out().await;
    }

    /// Keeps the language of this tablet.
    pub async fn choose_language(tag: &'static str) {
        let _ = browser::choose_language(tag.to_owned()).await;
    }

    /// Lets a waiting version take over, unless a shift is open on this tablet.
    pub async fn take_version() {
        let _ = browser::take_version().await;
    }

    /// Closes the tablet again.
    pub fn lock() {
        browser::lock();
    }

    /// Says whether a shift is open in this page: no new version takes over then.
    pub fn working(open: bool) {
        browser::working(open);
    }

    /// How long nobody has touched the tablet, in seconds.
    pub fn idle() -> f64 {
        browser::idle()
    }

    /// Calls back with what happened beside this page: `kept`, `settled`, `wiped`, `ready`,
    /// `version`.
    pub fn listen(tell: impl Fn(String) + 'static) {
        let tell = Closure::new(tell);
        browser::listen(&tell);
        // For as long as the page lives.
        tell.forget();
    }
}

#[cfg(not(feature = "hydrate"))]
mod there {
    use super::Failure;

    macro_rules! nowhere {
        ($($name:ident($($argument:ident: $kind:ty),*) -> $result:ty),+ $(,)?) => {$(
            pub async fn $name($(_: $kind),*) -> Result<$result, Failure> {
                Err(Failure::NoDatabase)
            }
        )+};
    }

    nowhere! {
        begin() -> String,
        load(centre: Option<String>, fetching: bool) -> String,
        keep(account: String, centre: Option<String>, items: String) -> String,
        sync(account: Option<String>, cursor: Option<String>, again: bool) -> String,
        enrol(code: String) -> String,
        join(request: String) -> String,
        choose_pin(pin: String) -> String,
        unlock(account: String, pin: String) -> String,
        confirm(account: String, pin: String) -> String,
        storage() -> String,
        rescue(passphrase: Option<String>, name: String) -> u32,
    }

    /// Nothing happens.
    pub async fn try_again() {}
    /// Nothing is left.
    pub async fn wipe() -> usize {
        0
    }
    /// Nothing happens.
    pub async fn signed_out() {}
    /// Nothing happens.
    pub async fn choose_language(_: &'static str) {}
    /// Nothing happens.
    pub async fn take_version() {}
    /// Nothing happens.
    pub fn lock() {}
    /// Nothing happens.
    pub fn working(_: bool) {}
    /// Nobody touches it.
    pub fn idle() -> f64 {
        0.0
    }
    /// Nothing happens.
    pub fn listen(_: impl Fn(String) + 'static) {}
}

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
            r#"{"settled":[{"n":3,"state":2,"fault":{"code":"unsupported_version"}}],"offset":-5}"#
                .to_owned(),
        ))
        .expect("sent");
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
