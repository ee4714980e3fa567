//! What only the server knows of a request, and what it answers beside the page.

use crate::error::AppError;
use crate::i18n::Locale;
use axum::http::{HeaderValue, StatusCode, header};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::fault::{Fault, Noun};
use domain::overview::Viewer;
use domain::plan::{monday_of, parse_week};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use store::{SheetOf, Store};

/// The site's files as the build named them (`site.json`): each with a hash of its contents.
/// Provided by the server as context.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Site {
    /// The version of the tablet's page and everything that belongs to it.
    pub version: String,
    /// The styles of every page.
    pub style: String,
    /// Those of pages at the desk.
    pub desk: String,
    /// The script that follows long work on the server.
    pub progress: String,
    /// The script that keeps pages at the desk as they would come now.
    pub live: String,
    /// The script that has files made and follows them.
    pub shelf: String,
    /// The script that brings the tablet's page to life.
    pub script: String,
}

/// One request: provided by the server as context for pages and server functions.
#[derive(Clone)]
pub struct Visit {
    /// Where everything is kept.
    pub store: Store,
    /// Who asks, or why nobody is signed in.
    pub session: Result<(Viewer, Actor), Fault>,
    /// The language of the answer.
    pub locale: Locale,
}

/// The request that is being answered.
///
/// # Errors
/// [`Fault::Internal`] when the server provided none; also while the routes are listed.
pub fn visit() -> Result<Visit, AppError> {
    use_context::<Visit>().ok_or_else(|| refuse(Fault::Internal))
}

/// The Monday of the week that an address names, or of today's where it names none.
pub fn week(store: &Store, named: Option<&str>) -> NaiveDate {
    let today = || monday_of(store.clock().today());
    named.and_then(parse_week).unwrap_or_else(today)
}

/// What a sheet is of, as an address names it: a shift, or a workshop's week.
///
/// # Errors
/// [`Fault::Unknown`] for what is no id of a shift.
pub fn sheet_of<'a>(
    store: &Store,
    shift: Option<&str>,
    workshop: &'a str,
    named: Option<&str>,
) -> Result<SheetOf<'a>, AppError> {
    match shift.unwrap_or_default() {
        "" => Ok(SheetOf::Week(workshop, week(store, named))),
        id => {
            let unknown = |_| refuse(Fault::Unknown { noun: Noun::Shift });
            Ok(SheetOf::Shift(id.parse().map_err(unknown)?))
        }
    }
}

/// The store, and who reads from it: the first line of every server function.
///
/// # Errors
/// The fault of the session when nobody is signed in.
pub fn reader() -> Result<(Store, Viewer, Actor), AppError> {
    let Visit { store, session, .. } = visit()?;
    // What follows is for one person: no cache may keep it, not even for the way back.
    if let Some(response) = use_context::<ResponseOptions>() {
        let value = HeaderValue::from_static("private, no-store");
        response.insert_header(header::CACHE_CONTROL, value);
    }
    let (viewer, actor) = session.map_err(refuse)?;
    Ok((store, viewer, actor))
}

/// Answers with a fault: sets its HTTP status and, for an error of the store, logs what may not
/// be told.
pub fn refuse(error: impl Into<Fault>) -> AppError {
    let fault = error.into();
    set_status(fault.status());
    AppError::Fault(fault)
}

/// Sets the HTTP status of the answer.
pub(crate) fn set_status(status: u16) {
    let response = use_context::<ResponseOptions>();
    if let (Some(response), Ok(status)) = (response, StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// The language of the answer.
pub(crate) fn locale() -> Locale {
    use_context::<Visit>().map(|visit| visit.locale).unwrap_or_default()
}

/// Tells the browser to run and load nothing but what comes from here.
///
/// Set from the page's shell, because the nonce of the scripts that Leptos adds is made for each
/// page. `wasm-unsafe-eval` lets WASM be compiled, and nothing else; no inline style is allowed.
pub(crate) fn set_content_security_policy() {
    let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce()) else {
        return;
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(value) = HeaderValue::from_str(&policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, value);
    }
}
