//! The forms at the desk: their fields, and those of head office, which need the organisation.

use crate::auth::see_other;
use crate::fault::status;
use crate::pages;
use crate::state::AppState;
use crate::visitor::signed_in;
use app::access::NewPassword;
use app::ui::form::{Refused, Typed};
use axum::body::Body;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use domain::access::{Action, Actor, Place};
use domain::fault::Fault;
use store::{Store, StoreError};

/// What was typed into the form of a request; nothing where it cannot be read.
pub async fn typed(state: &AppState, parts: &Parts, body: Body) -> Typed {
    let request = Request::from_parts(parts.clone(), body);
    let form: Result<Form<Vec<(String, String)>>, FormRejection> =
        Form::from_request(request, state).await;
    Typed(form.map(|Form(fields)| fields).unwrap_or_default())
}

/// What a request with a form brings: the rest of it, who sends it, and what was typed. Whoever is not
/// signed in is sent there, and comes back to the form's page.
///
/// # Errors
/// That answer.
pub async fn opened(
    state: &AppState,
    request: Request,
    address: &str,
) -> Result<(Parts, Actor, Typed), Response> {
    let (parts, body) = request.into_parts();
    let actor = signed_in(&parts).map_err(|fault| pages::to_sign_in(address, &fault))?;
    let typed = typed(state, &parts, body).await;
    Ok((parts, actor, typed))
}

/// What comes of a form that is sent to the address of its page.
pub enum Done<S = NewPassword> {
    /// The page again, with `done` in its address.
    Back(&'static str),
    /// The page as the answer, with a secret that stands nowhere else.
    Shown(S),
}

/// Answers a form that is sent to the address of its page: does what it asks for, and shows the page
/// again.
pub async fn of_page<S: Clone + Send + Sync + 'static>(
    state: AppState,
    request: Request,
    address: &'static str,
    act: impl AsyncFnOnce(&Store, &Actor, &Typed) -> Result<Done<S>, StoreError>,
) -> Response {
    let (parts, actor, typed) = match opened(&state, request, address).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    match act(&state.store, &actor, &typed).await {
        Ok(Done::Back(done)) => see_other(format!("{address}?done={done}")),
        Ok(Done::Shown(made)) => pages::again(state, parts, address, StatusCode::OK, made).await,
        Err(error) => {
            let fault = Fault::from(error);
            let status = status(&fault);
            pages::again(state, parts, address, status, Refused { fault, typed }).await
        }
    }
}

/// [`of_page`] for head office: whoever does not administer the organisation changes nothing.
pub async fn of_head_office(
    state: AppState,
    request: Request,
    address: &'static str,
    act: impl AsyncFnOnce(&Store, &Actor, &Typed) -> Result<Done, StoreError>,
) -> Response {
    let allowed = async |store: &Store, actor: &Actor, typed: &Typed| match actor
        .may(Action::Administer, Place::ORGANISATION)
    {
        true => act(store, actor, typed).await,
        false => Err(Fault::NotAllowed.into()),
    };
    of_page(state, request, address, allowed).await
}
