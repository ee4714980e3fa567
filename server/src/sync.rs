//! `/api/v1/snapshot` and `/api/v1/sync`: what a tablet fetches, and what it sends.

use crate::device::{self, is_json, not_stored};
use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::Visitor;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::access::Actor;
use domain::command::{Envelope, Identity};
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId};
use domain::sync::{Cursor, MEMBER_HEADER, Outcome, SYNC_MAX, SyncAnswer, SyncItem};
use serde::Deserialize;
use serde_json::value::RawValue;
use store::{By, Submission, Tablet};

/// What `/api/v1/snapshot` is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotQuery {
    /// Which centre; the first one that the account may log in when missing.
    centre: Option<CentreId>,
}

/// `GET /api/v1/snapshot`: what a tablet needs of a centre. A shared tablet asks for the member
/// whose token it sends; without one, for whoever is signed in.
///
/// # Errors
/// Nobody signed in, no permission there, no such centre, a query that cannot be read, or a
/// tablet that was revoked.
pub async fn snapshot(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    query: Result<Query<SnapshotQuery>, QueryRejection>,
) -> Result<Response, ApiFault> {
    let actor = match sender(&state, &visitor, &headers).await? {
        Sender::Account(actor) => actor,
        Sender::Tablet(tablet, _) if tablet.revoked => return Err(Fault::DeviceRevoked.into()),
        Sender::Tablet(tablet, _) => match device::member(&state, tablet, &headers).await {
            Ok(actor) => actor,
            Err(_) if !headers.contains_key(MEMBER_HEADER) && visitor.session.is_ok() => {
                visitor.actor()?.clone()
            }
            Err(fault) => return Err(fault),
        },
    };
    let Ok(Query(query)) = query else { return Err(Fault::malformed().into()) };
    let snapshot = state.store.snapshot(&actor, query.centre).await?;
    Ok(not_stored(snapshot))
}

/// Who sends.
enum Sender {
    /// Somebody signed in.
    Account(Actor),
    /// A shared tablet, with its credential.
    Tablet(Tablet, String),
}

/// A tablet's credential counts before a session: its queue is of several people. One that is
/// none any more leaves the session.
async fn sender(
    state: &AppState,
    visitor: &Visitor,
    headers: &HeaderMap,
) -> Result<Sender, ApiFault> {
    match device::tablet(state, headers).await {
        Ok(Some((tablet, token))) => Ok(Sender::Tablet(tablet, token)),
        Ok(None) => Ok(Sender::Account(visitor.actor()?.clone())),
        Err(fault) => match &visitor.session {
            Ok((_, actor)) => Ok(Sender::Account(actor.clone())),
            Err(_) => Err(fault),
        },
    }
}

/// The body of a request to `/api/v1/sync`: `domain::sync::SyncRequest` with its items left
/// as they came, so that one that cannot be read leaves its neighbours alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<'a> {
    #[serde(default)]
    account: Option<AccountId>,
    #[serde(default)]
    cursor: Option<Cursor>,
    #[serde(borrow)]
    envelopes: Vec<&'a RawValue>,
}

/// `POST /api/v1/sync`: takes envelopes and answers an outcome for each, in their order, and what
/// changed since the cursor.
///
/// # Errors
/// When nothing of it was taken: nobody (or somebody else than who made the entries) signed in,
/// a revoked tablet whose time to hand in is over, another content type, no JSON of this form,
/// too many envelopes, or the store cannot answer.
pub async fn sync(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiFault> {
    let sender = sender(&state, &visitor, &headers).await?;
    if !is_json(&headers) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(ApiFault::with_status(Fault::UnsupportedFormat, status));
    }
    let body: Body<'_> = serde_json::from_slice(&body)?;
    if let (Some(made_by), Sender::Account(actor)) = (body.account, &sender)
        && actor.account() != Some(made_by)
    {
        return Err(Fault::OtherAccount.into());
    }
    if body.envelopes.len() > SYNC_MAX {
        return Err(Fault::TooLarge { max: SYNC_MAX as i64 }.into());
    }
    if let Sender::Tablet(tablet, _) = &sender {
        state.store.tablet_asks(*tablet).await?;
    }
    let outcomes = take(&state, &sender, &body).await?;
    let reader = match &sender {
        Sender::Account(actor) => Some(actor.clone()),
        Sender::Tablet(tablet, _) if tablet.revoked => None,
        Sender::Tablet(tablet, _) => device::member(&state, *tablet, &headers).await.ok(),
    };
    let changes = match (body.cursor, reader) {
        // The outcomes are answered all the same: they are stored.
        (Some(cursor), Some(reader)) => {
            state.store.changes(&reader, &cursor).await.map_err(Fault::from).ok()
        }
        _ => None,
    };
    let answer = SyncAnswer {
        now: state.store.clock().now(),
        outcomes,
        changes,
        revoked: matches!(sender, Sender::Tablet(tablet, _) if tablet.revoked),
    };
    let mut response = not_stored(answer);
    if let Sender::Tablet(_, token) = &sender {
        device::keep(&mut response, &state, token);
    }
    Ok(response)
}

/// Hands the items to the store, each as its maker's; the outcomes in their order.
async fn take(
    state: &AppState,
    sender: &Sender,
    body: &Body<'_>,
) -> Result<Vec<Outcome>, ApiFault> {
    let mut submissions = Vec::with_capacity(body.envelopes.len());
    let mut refused = Vec::with_capacity(body.envelopes.len());
    for item in &body.envelopes {
        match read(item).and_then(|read| made_by(sender, body.account, read)) {
            Ok(submission) => {
                submissions.push(submission);
                refused.push(None);
            }
            Err(fault) => refused.push(Some(fault)),
        }
    }
    let mut taken = state.store.submit_each(submissions).await?.into_iter();
    let outcomes = refused.into_iter().map(|fault| match fault {
        Some(fault) => Ok(Outcome::Rejected { fault }),
        None => taken.next().ok_or(Fault::Internal),
    });
    Ok(outcomes.collect::<Result<Vec<Outcome>, Fault>>()?)
}

/// Whose entry an item is.
///
/// # Errors
/// [`Fault::OtherAccount`] when somebody signed in sends what is not theirs.
fn made_by(
    sender: &Sender,
    account: Option<AccountId>,
    read: Read,
) -> Result<(By, Submission), Fault> {
    let Read { maker, submission } = read;
    match sender {
        Sender::Account(actor) => match actor.account() {
            // A session always belongs to an account.
            None => Err(Fault::NotAllowed),
            Some(own) if maker.is_some_and(|maker| maker != own) => Err(Fault::OtherAccount),
            Some(own) => Ok((By::Account(own), submission)),
        },
        Sender::Tablet(tablet, _) => {
            // What names nobody is kept under the tablet's own id, which no account has.
            let maker = maker.or(account).unwrap_or(AccountId(tablet.id.0));
            Ok((By::Account(maker), Submission { tablet: Some(tablet.id), ..submission }))
        }
    }
}

/// An item as read: who made it, as far as it says, and what the store is given.
struct Read {
    maker: Option<AccountId>,
    submission: Submission,
}

/// Reads one item. Its envelope goes to the store as it came; the store judges it, and keeps it
/// even when it cannot be read.
///
/// So an item of another form, or with an identity that cannot be read, goes there whole, as an
/// envelope that cannot be read: refused, but kept sealed for a manager to look at.
///
/// # Errors
/// What even so must not reach the store: an account's identity, which no tablet makes, and an
/// envelope without the item around it, which would pass for a whole one there.
fn read(item: &RawValue) -> Result<Read, Fault> {
    let whole = |bytes: &str| Submission { bytes: bytes.to_owned(), ..Submission::default() };
    match serde_json::from_str::<SyncItem<&RawValue>>(item.get()) {
        Ok(SyncItem { identity: Some(Identity::Account(_)), .. }) => Err(Fault::NotAllowed),
        Ok(SyncItem { envelope, identity, sealed, account }) => {
            let submission = Submission { identity, sealed, ..whole(envelope.get()) };
            Ok(Read { maker: account, submission })
        }
        Err(_) if serde_json::from_str::<Envelope>(item.get()).is_ok() => Err(Fault::malformed()),
        Err(_) => Ok(Read { maker: None, submission: whole(item.get()) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(item: &str) -> Result<Submission, Fault> {
        let item = RawValue::from_string(item.to_owned()).expect("JSON");
        super::read(&item).map(|read| read.submission)
    }

    #[test]
    fn an_envelope_goes_on_byte_for_byte() {
        let item = r#"{ "envelope": {"b" : 1,
            "a": 1.0e0}, "identity": {"remark": "rain"} }"#;
        let taken = read(item).expect("an item");
        assert_eq!(taken.bytes, "{\"b\" : 1,\n            \"a\": 1.0e0}");
        assert_eq!(taken.identity, Some(Identity::Remark("rain".into())));
    }

    #[test]
    fn an_envelope_that_is_none_is_left_to_the_store() {
        assert_eq!(read(r#"{"envelope": 7}"#).expect("an item").bytes, "7");
    }

    #[test]
    fn what_cannot_be_read_goes_to_the_store_whole() {
        for bad in [
            "7",
            "{}",
            r#"{"envelope":{},"extra":1}"#,
            r#"{"envelope":{},"identity":{"remark":7}}"#,
            r#"{"envelope":{},"identity":{"person":{"alias":"x","phone":"y"}}}"#,
        ] {
            let kept = read(bad).expect(bad);
            assert_eq!((kept.bytes.as_str(), kept.identity), (bad, None));
        }
    }

    #[test]
    fn a_bare_envelope_does_not_pass_for_an_item() {
        let bare = r#"{"v":1,"id":"00000000-0000-0000-0000-000000000001",
            "at":"2021-05-31T08:00:00Z","offset":0,
            "device":"00000000-0000-0000-0000-000000000002",
            "command":{"close_shift":{"shift":"00000000-0000-0000-0000-000000000003"}}}"#;
        assert_eq!(read(bare).expect_err("bare"), Fault::malformed());
    }

    #[test]
    fn accounts_are_not_made_by_tablets() {
        let item = r#"{"envelope":{},"identity":{"account":{"login":"x","name":"y"}}}"#;
        assert_eq!(read(item).expect_err("an account"), Fault::NotAllowed);
    }
}
