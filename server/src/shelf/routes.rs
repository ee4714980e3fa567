//! Asking for a file, how far it is, and fetching it.

use super::Shelf;
use crate::auth::see_other;
use crate::export::{attached, order};
use crate::fault::{ApiFault, status};
use crate::form;
use crate::pages;
use crate::sealing::{self, Contents, Order, Wanted};
use crate::state::AppState;
use crate::visitor::{self, Visitor};
use app::i18n::Locale;
use app::reports::{ADDRESS, Ask, NoFile, OwnFile, PackageRefused, file_said};
use app::ui::form::Typed;
use axum::extract::{Path, RawForm, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::access::Actor;
use domain::fault::{Fault, Noun};
use domain::ids::AccountId;
use domain::report::Report;
use serde::Serialize;
use std::time::Duration;
use uuid::Uuid;

/// How long whoever asks is kept waiting: what is there by then needs no second question.
const AT_ONCE_WITHIN: Duration = Duration::from_millis(800);

/// A file as the script of a page is told of it.
#[derive(Serialize)]
struct Told {
    id: Uuid,
    name: String,
    /// `waiting`, `working`, `there` or `failed`.
    state: &'static str,
    /// How much is done of how much.
    done: i64,
    of: i64,
    /// How far it is, in the reader's language.
    said: String,
}

impl Told {
    fn of(locale: Locale, file: OwnFile) -> Self {
        let (done, of) = file.part;
        let said = file_said(locale, &file);
        Self { id: file.id, state: file.stage.code(), done, of, said, name: file.name }
    }
}

/// Why there is no file, in a sentence as well.
#[derive(Serialize)]
struct Refusal {
    fault: Fault,
    said: String,
}

fn refusal(locale: Locale, why: &NoFile) -> Response {
    let (status, fault) = answered(why);
    (status, NO_STORE, Json(Refusal { fault, said: why.said(locale) })).into_response()
}

/// The status and the fault of a refusal.
fn answered(why: &NoFile) -> (StatusCode, Fault) {
    match why {
        NoFile::TooMany => (StatusCode::TOO_MANY_REQUESTS, Fault::Unavailable),
        NoFile::NoReport => {
            (StatusCode::UNPROCESSABLE_ENTITY, Fault::Missing { field: "reports".to_owned() })
        }
        NoFile::IndicatorsOfACentre => (StatusCode::FORBIDDEN, Fault::NotAllowed),
        NoFile::Fault(fault) => (status(fault), fault.clone()),
    }
}

const NO_STORE: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

fn own(actor: &Actor) -> Result<AccountId, Fault> {
    actor.account().ok_or(Fault::NotSignedIn)
}

/// `POST /api/v1/files`: has a file made, named by `file` as in `/api/v1/reports/{file}`, with the
/// same fields. Answers at once, or when it is there, if that is soon.
pub async fn ask(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    RawForm(form): RawForm,
) -> Response {
    let locale = visitor.locale;
    let asked = async {
        let actor = visitor.session.as_ref().map(|(_, actor)| actor).map_err(Fault::clone)?;
        let (file, query) = split(&form)?;
        let order = order(&file, &query, locale)?;
        begin(&state, actor, order).await
    };
    match asked.await {
        Ok((_, file)) => {
            (StatusCode::ACCEPTED, NO_STORE, Json(Told::of(locale, file))).into_response()
        }
        Err(why) => refusal(locale, &why),
    }
}

/// The name of the file, and the rest as the query of an address.
fn split(form: &[u8]) -> Result<(String, String), Fault> {
    let (mut file, mut query) = (None, form_urlencoded::Serializer::new(String::new()));
    for (name, value) in form_urlencoded::parse(form) {
        match name.as_ref() {
            "file" if file.is_none() => file = Some(value.into_owned()),
            _ => {
                query.append_pair(&name, &value);
            }
        }
    }
    Ok((file.ok_or_else(Fault::malformed)?, query.finish()))
}

/// Has a file made for somebody who may have it, and waits a moment.
async fn begin(state: &AppState, actor: &Actor, order: Order) -> Result<(Uuid, OwnFile), NoFile> {
    let owner = own(actor)?;
    sealing::granted(&state.store, actor, &order).await?;
    // Nobody stands and waits for it: a proof takes as long as it takes.
    let (store, settings, actor) = (state.store.patient(), state.settings.clone(), actor.clone());
    let clock = store.clock().clone();
    let until = move || clock.now() + super::KEPT;
    let work = |order: std::sync::Arc<Order>, progress| async move {
        let organisation = &settings.organisation;
        let wanted = Wanted { actor: &actor, order: &order, organisation, progress: &progress };
        sealing::make(&store, wanted).await
    };
    let asked = state.shelf.ask(owner, order, until, work);
    let (id, mut over) = asked.ok_or(NoFile::TooMany)?;
    // Whichever comes first; the file tells how far it is.
    let _ = tokio::time::timeout(AT_ONCE_WITHIN, over.wait_for(|over| *over)).await;
    let file = state.shelf.of(owner).into_iter().find(|file| file.id == id);
    Ok((id, file.ok_or(Fault::NotFound)?))
}

/// `GET /api/v1/files`: the files that somebody asked for, the newest first.
///
/// # Errors
/// Nobody signed in.
pub async fn list(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, ApiFault> {
    let files = state.shelf.of(own(visitor.actor()?)?).into_iter();
    let files: Vec<Told> = files.map(|file| Told::of(visitor.locale, file)).collect();
    Ok((NO_STORE, Json(files)).into_response())
}

/// `GET /api/v1/files/{id}`: a file that is there, for who asked for it and may still have it.
///
/// # Errors
/// Those of [`Shelf::file`]; [`Fault::NotAllowed`] and others of [`sealing::granted`] for who would
/// not get as much now.
pub async fn file(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Response, ApiFault> {
    let actor = visitor.actor()?;
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let (made, order) = state.shelf.file(own(actor)?, id)?;
    let now = sealing::granted(&state.store, actor, &order).await?;
    if !now.covers(&made.granted) {
        return Err(Fault::NotAllowed.into());
    }
    Ok(attached(&made, &order))
}

/// `POST /reports`: the forms of the page. `do` is `package` for several reports in one file, or
/// `end` to take a file away.
pub async fn change(State(state): State<AppState>, request: Request) -> Response {
    let (parts, actor, typed) = match form::opened(&state, request, ADDRESS).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let locale = visitor::locale(&parts.headers);
    let done = match typed.get("do") {
        "package" => several(&state, &actor, &typed, locale).await,
        "end" => end(&state.shelf, &actor, typed.get("file")).map_err(NoFile::Fault),
        _ => Err(NoFile::Fault(Fault::malformed())),
    };
    match done {
        Ok(query) => see_other(format!("{ADDRESS}{query}")),
        Err(why) => {
            let (status, _) = answered(&why);
            pages::again(state, parts, ADDRESS, status, PackageRefused { why, typed }).await
        }
    }
}

fn end(shelf: &Shelf, actor: &Actor, id: &str) -> Result<String, Fault> {
    // One that is gone already is what was asked for.
    if let Ok(id) = id.parse() {
        shelf.end(own(actor)?, id);
    }
    Ok(String::new())
}

async fn several(
    state: &AppState,
    actor: &Actor,
    typed: &Typed,
    locale: Locale,
) -> Result<String, NoFile> {
    let report = |name| Report::from_name(name).ok_or(Fault::Unknown { noun: Noun::Report });
    let named: Result<Vec<Report>, Fault> = typed.all("reports").into_iter().map(report).collect();
    let named = named?;
    if named.is_empty() {
        return Err(NoFile::NoReport);
    }
    let contents = Contents::package(&named)?;
    // As of a report that has steps and no filters of its own, like the form.
    let query = Ask::from_form(typed).resolve(Report::FiveW, state.store.clock().today())?;
    let order = Order { contents, query, locale };
    let of_a_centre = named.contains(&Report::IndicatorProgress) && order.query.centre.is_some();
    match begin(state, actor, order).await {
        Ok((id, _)) => Ok(format!("?asked={id}")),
        Err(NoFile::Fault(Fault::NotAllowed)) if of_a_centre => Err(NoFile::IndicatorsOfACentre),
        Err(why) => Err(why),
    }
}
