//! Shared tablets: `/api/v1/device` makes a browser one, `/api/v1/device/members` lets an account
//! prove itself there. Neither codes nor tokens are ever logged.

use crate::auth::set_cookie;
use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::{DEVICE_COOKIE, client_address, cookie, is_token};
use axum::Json;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Actor;
use domain::fault::Fault;
use domain::sync::{EnrolRequest, JoinRequest, MEMBER_HEADER};
use serde::de::DeserializeOwned;
use store::Tablet;

/// How long a browser keeps a tablet's cookie, in seconds: as long as browsers keep any. Each
/// sync begins it anew.
const DEVICE_SECONDS: i64 = 400 * 24 * 60 * 60;

/// `POST /api/v1/device`: a browser becomes the tablet of a one-time code.
///
/// # Errors
/// A wrong code, too many tries, or a body that cannot be read.
pub async fn enrol(State(state): State<AppState>, request: Request) -> Result<Response, ApiFault> {
    let address = client_address(&state.settings, &request);
    let EnrolRequest { code } = json(request, &state).await?;
    let enrolled = state.store.enrol_device(&code, &address).await?;
    let mut response = not_stored(enrolled.answer);
    keep(&mut response, &state, &enrolled.token);
    Ok(response)
}

/// `POST /api/v1/device/members`: an account proves itself on a tablet, once, with its password
/// or with a code after a forgotten PIN.
///
/// # Errors
/// No tablet, a revoked one, wrong credentials, too many tries, or an account that logs nowhere.
pub async fn join(State(state): State<AppState>, request: Request) -> Result<Response, ApiFault> {
    let address = client_address(&state.settings, &request);
    let Some((tablet, _)) = tablet(&state, request.headers()).await? else {
        return Err(Fault::NotSignedIn.into());
    };
    let asked: JoinRequest = json(request, &state).await?;
    Ok(not_stored(state.store.join_device(tablet, asked, &address).await?))
}

/// The tablet that asks, with its credential; `None` when the request carries none.
///
/// # Errors
/// [`Fault::SessionExpired`] for a credential that is none (any more): the tablet needs a new
/// code.
pub async fn tablet(
    state: &AppState,
    headers: &HeaderMap,
) -> Result<Option<(Tablet, String)>, ApiFault> {
    let Some(token) = cookie(headers, DEVICE_COOKIE) else { return Ok(None) };
    if !is_token(token) {
        return Err(Fault::SessionExpired.into());
    }
    match state.store.tablet(token).await? {
        Some(tablet) => Ok(Some((tablet, token.to_owned()))),
        None => Err(Fault::SessionExpired.into()),
    }
}

/// The member of a tablet whose token stands in the header.
///
/// # Errors
/// [`Fault::NotAMember`] when there is none.
pub async fn member(
    state: &AppState,
    tablet: Tablet,
    headers: &HeaderMap,
) -> Result<Actor, ApiFault> {
    let token = headers.get(MEMBER_HEADER).and_then(|value| value.to_str().ok());
    match token.filter(|token| is_token(token)) {
        Some(token) => Ok(state.store.member(tablet, token).await?),
        None => Err(Fault::NotAMember.into()),
    }
}

/// Gives the browser the tablet's credential, or gives it again for longer.
pub fn keep(response: &mut Response, state: &AppState, token: &str) {
    set_cookie(response, state, DEVICE_COOKIE, token, DEVICE_SECONDS);
}

async fn json<T: DeserializeOwned>(request: Request, state: &AppState) -> Result<T, ApiFault> {
    if !is_json(request.headers()) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(ApiFault::with_status(Fault::UnsupportedFormat, status));
    }
    match axum::body::Bytes::from_request(request, state).await {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
        Err(_) => Err(Fault::malformed().into()),
    }
}

/// Whether a request says that its body is JSON.
pub fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// An answer that no cache may keep.
pub fn not_stored(answer: impl serde::Serialize) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}
