//! `/api/v1/snapshot` and `/api/v1/sync`: what a tablet fetches, and what it sends.

use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::command::{Envelope, Identity};
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId};
use domain::sync::{Outcome, SYNC_MAX, SyncAnswer, SyncItem};
use serde::Deserialize;
use serde_json::value::RawValue;
use store::{By, Submission};

/// What `/api/v1/snapshot` is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotQuery {
    /// Which centre; the first one that the account may log in when missing.
    centre: Option<CentreId>,
}

/// `GET /api/v1/snapshot`: what a tablet needs of a centre.
///
/// # Errors
/// Nobody signed in, no permission there, no such centre, or a query that cannot be read.
pub async fn snapshot(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    query: Result<Query<SnapshotQuery>, QueryRejection>,
) -> Result<Response, ApiFault> {
    let actor = visitor.actor()?;
    let Ok(Query(query)) = query else { return Err(Fault::malformed().into()) };
    let snapshot = state.store.snapshot(actor, query.centre).await?;
    Ok(not_stored(snapshot))
}

/// The body of a request to `/api/v1/sync`: `domain::sync::SyncRequest` with its items left
/// as they came, so that one that cannot be read leaves its neighbours alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<'a> {
    #[serde(default)]
    account: Option<AccountId>,
    #[serde(borrow)]
    envelopes: Vec<&'a RawValue>,
}

/// `POST /api/v1/sync`: takes envelopes and answers an outcome for each, in their order.
///
/// # Errors
/// When nothing of it was taken: nobody (or somebody else than who made the entries) signed in,
/// another content type, no JSON of this form,
/// too many envelopes, or the store cannot answer.
pub async fn sync(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiFault> {
    let by = match visitor.actor()?.account() {
        Some(account) => By::Account(account),
        // A session always belongs to an account.
        None => return Err(Fault::NotAllowed.into()),
    };
    if !is_json(&headers) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(ApiFault::with_status(Fault::UnsupportedFormat, status));
    }
    let body: Body<'_> = serde_json::from_slice(&body)?;
    if let (Some(made_by), By::Account(signed_in)) = (body.account, by)
        && made_by != signed_in
    {
        return Err(Fault::OtherAccount.into());
    }
    if body.envelopes.len() > SYNC_MAX {
        return Err(Fault::TooLarge { max: SYNC_MAX as i64 }.into());
    }
    let mut submissions = Vec::with_capacity(body.envelopes.len());
    let mut refused = Vec::with_capacity(body.envelopes.len());
    for item in &body.envelopes {
        match submission(item) {
            Ok(submission) => {
                submissions.push(submission);
                refused.push(None);
            }
            Err(fault) => refused.push(Some(fault)),
        }
    }
    let mut taken = state.store.submit(by, submissions).await?.into_iter();
    let outcomes = refused
        .into_iter()
        .map(|fault| match fault {
            Some(fault) => Ok(Outcome::Rejected { fault }),
            None => taken.next().ok_or(Fault::Internal),
        })
        .collect::<Result<Vec<Outcome>, Fault>>()?;
    let now = state.store.clock().now();
    Ok(not_stored(SyncAnswer { now, outcomes, changes: None, revoked: false }))
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
fn submission(item: &RawValue) -> Result<Submission, Fault> {
    let (bytes, identity) = match serde_json::from_str::<SyncItem<&RawValue>>(item.get()) {
        Ok(SyncItem { identity: Some(Identity::Account(_)), .. }) => {
            return Err(Fault::NotAllowed);
        }
        Ok(read) => (read.envelope.get(), read.identity),
        Err(_) if serde_json::from_str::<Envelope>(item.get()).is_ok() => {
            return Err(Fault::malformed());
        }
        Err(_) => (item.get(), None),
    };
    Ok(Submission { bytes: bytes.to_owned(), identity, password: None })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// An answer that no cache may keep.
fn not_stored(answer: impl serde::Serialize) -> Response {
    let mut response = Json(answer).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(item: &str) -> Result<Submission, Fault> {
        submission(&RawValue::from_string(item.to_owned()).expect("JSON"))
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
