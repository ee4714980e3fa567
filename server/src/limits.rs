//! How much and how long a request may take.

use crate::fault::ApiFault;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use http_body_util::LengthLimitError;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The longest body of a form or a page's request, in bytes.
pub const FORM_MAX: usize = 64 << 10;
/// The largest register of a week, in bytes: some hundreds of people at some dozens of shifts.
pub const LOG_BODY_MAX: usize = 1 << 20;
/// The longest body of `/api/v1/sync`, in bytes.
pub const SYNC_BODY_MAX: usize = 1 << 20;
/// The largest rescue file, in bytes.
pub const RESCUE_MAX: usize = 8 << 20;
/// The longest body of a form that carries one.
pub const RESCUE_BODY_MAX: usize = RESCUE_MAX + FORM_MAX;

/// The largest file of people, enrolments, occupancy or attendance, in bytes.
pub const IMPORT_MAX: usize = 16 << 20;
/// The longest body of a form that carries one.
pub const IMPORT_BODY_MAX: usize = IMPORT_MAX + FORM_MAX;

/// The largest file that is checked, in bytes: the session log of a large organisation's year.
pub const VERIFY_MAX: usize = 64 << 20;
/// The longest body of a form that carries one.
pub const VERIFY_BODY_MAX: usize = VERIFY_MAX + FORM_MAX;
/// Files that are taken in and checked at once: anybody may send one, and each lies on the disk.
pub const VERIFY_AT_ONCE: usize = 3;
/// How long a further one waits for its turn.
pub const VERIFY_TURN_WITHIN: Duration = Duration::from_secs(20);

/// Until an answer begins, from the request's last header on. A tablet with two bars of Wi-Fi
/// sends the longest body in it at 17 kB/s.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);

/// Reads the body of at most `MAX` bytes before anything else happens; [`Fault::TooLarge`] else.
///
/// Whole and here, because server functions read what comes without a limit of their own.
pub async fn body<const MAX: usize>(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let too_large = || ApiFault::from(Fault::TooLarge { max: MAX as i64 }).into_response();
    if says_more_than(&parts.headers, MAX) {
        return too_large();
    }
    match to_bytes(body, MAX).await {
        Ok(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(error) if is_too_long(&error) => too_large(),
        // The client went away or sent what is no HTTP: nobody reads this answer.
        Err(_) => ApiFault::from(Fault::malformed()).into_response(),
    }
}

/// Whether a request says itself that its body is longer than `max` bytes.
pub fn says_more_than(headers: &HeaderMap, max: usize) -> bool {
    let said = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    said.and_then(|n| n.parse::<u64>().ok()).is_some_and(|n| n > max as u64)
}

/// Places for work of one kind; whoever finds none free waits for a turn.
#[derive(Debug, Clone)]
pub struct Turns {
    places: Arc<Semaphore>,
    within: Duration,
}

impl Turns {
    /// So many places, and how long one is waited for.
    pub fn new(places: usize, within: Duration) -> Self {
        Self { places: Arc::new(Semaphore::new(places)), within }
    }

    /// A place, until it is dropped.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when none became free in time.
    pub async fn take(&self) -> Result<OwnedSemaphorePermit, Fault> {
        match tokio::time::timeout(self.within, self.places.clone().acquire_owned()).await {
            Ok(Ok(place)) => Ok(place),
            _ => Err(Fault::Unavailable),
        }
    }
}

fn is_too_long(error: &axum::Error) -> bool {
    let mut source: Option<&dyn Error> = Some(error);
    while let Some(error) = source {
        if error.is::<LengthLimitError>() {
            return true;
        }
        source = error.source();
    }
    false
}

/// Answers [`Fault::Unavailable`] when an answer takes too long to begin.
pub async fn deadline(request: Request, next: Next) -> Response {
    match tokio::time::timeout(ANSWER_WITHIN, next.run(request)).await {
        Ok(response) => response,
        Err(_) => ApiFault::from(Fault::Unavailable).into_response(),
    }
}

/// The answer to a request whose handling panicked, which must not cost its neighbours on the same
/// connection theirs. What it said is in the log already.
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    ApiFault::from(Fault::Internal).into_response()
}
