//! On the server, where every call fails.

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
