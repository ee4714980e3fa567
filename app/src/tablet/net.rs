//! What the tablet asks the server, and what can come back.

use super::browser::{self, Reply, Unreachable};
use crate::ui::address::Address;
use domain::fault::Fault;
use domain::ids::CentreId;
use domain::snapshot::Snapshot;
use domain::sync::SyncAnswer;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// Why a request brought nothing.
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
}

/// Asks for the snapshot of a centre, or of the account's first one.
///
/// # Errors
/// A [`Failure`].
pub async fn snapshot(centre: Option<CentreId>) -> Result<Snapshot, Failure> {
    let address = Address::new("/api/v1/snapshot").with_some("centre", centre).into_string();
    read(browser::get(&address).await)
}

/// Sends envelopes.
///
/// # Errors
/// A [`Failure`]; the server may have taken them all the same.
pub async fn sync(body: String) -> Result<SyncAnswer, Failure> {
    read(browser::post("/api/v1/sync", body).await)
}

#[derive(Deserialize)]
struct Refusal {
    fault: Fault,
}

fn read<T: DeserializeOwned>(reply: Result<Reply, Unreachable>) -> Result<T, Failure> {
    let Ok(Reply { status, body }) = reply else { return Err(Failure::Unreachable) };
    if status == 200 {
        return serde_json::from_str(&body).map_err(|_| Failure::Unreachable);
    }
    let told = serde_json::from_str::<Refusal>(&body).ok().map(|refusal| refusal.fault);
    Err(match status {
        401 => Failure::SignIn(told.unwrap_or(Fault::NotSignedIn)),
        403 => Failure::Forbidden(told.unwrap_or(Fault::NotAllowed)),
        400 | 413 | 422 => Failure::Refused(told.unwrap_or_else(Fault::malformed)),
        _ => Failure::Busy(told.unwrap_or(Fault::Unavailable)),
    })
}

/// How long to wait after `tries` failures in a row: twice as long each time, from 1 to 30
/// seconds, and a random part of it, so that the tablets of a room do not all come back at once.
pub fn pause(tries: u32, random: u32) -> Duration {
    let longest = 1_000_u64.saturating_mul(1 << tries.min(5)).min(30_000);
    let share = u64::from(random) * (longest - 1_000) / u64::from(u32::MAX);
    Duration::from_millis(longest.midpoint(1_000) + share / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, body: &str) -> Result<SyncAnswer, Failure> {
        read(Ok(Reply { status, body: body.to_owned() }))
    }

    #[test]
    fn every_answer_has_its_meaning() {
        let answer = reply(200, r#"{"now":"2021-05-31T10:00:00Z","outcomes":[]}"#);
        assert!(answer.is_ok_and(|answer| answer.outcomes.is_empty()));
        // The page of a hotel's Wi-Fi is not an answer.
        assert_eq!(reply(200, "<html>"), Err(Failure::Unreachable));
        let over = Err(Failure::SignIn(Fault::SessionExpired));
        assert_eq!(reply(401, r#"{"fault":{"code":"session_expired"}}"#), over);
        let fault = Fault::TooLarge { max: 500 };
        let body = r#"{"fault":{"code":"too_large","max":500}}"#;
        assert_eq!(reply(413, body), Err(Failure::Refused(fault)));
        assert_eq!(reply(403, ""), Err(Failure::Forbidden(Fault::NotAllowed)));
        assert_eq!(reply(502, "Bad gateway"), Err(Failure::Busy(Fault::Unavailable)));
        assert_eq!(read::<SyncAnswer>(Err(Unreachable)), Err(Failure::Unreachable));
    }

    #[test]
    fn the_pause_grows_and_is_bounded() {
        for tries in 0..70 {
            for random in [0, 1, u32::MAX / 2, u32::MAX] {
                let pause = pause(tries, random);
                assert!(Duration::from_secs(1) <= pause && pause <= Duration::from_secs(30));
            }
        }
        assert_eq!(pause(0, 0), Duration::from_secs(1));
        assert_eq!(pause(99, u32::MAX), Duration::from_secs(30));
        assert!(pause(3, 0) < pause(3, u32::MAX));
    }
}
