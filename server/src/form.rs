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

/// What comes of a form of head office.
pub enum Done {
    /// The page again, with `done` in its address.
    Back(&'static str),
    /// The page as the answer, with a password that stands nowhere else.
    Shown(NewPassword),
}

/// Answers a form that is sent to the address of its page: does what it asks for, and shows the page
/// again. Whoever does not administer the organisation changes nothing.
pub async fn of_head_office(
    state: AppState,
    request: Request,
    address: &'static str,
    act: impl AsyncFnOnce(&Store, &Actor, &Typed) -> Result<Done, StoreError>,
) -> Response {
    let (parts, body) = request.into_parts();
    let actor = match signed_in(&parts) {
        Ok(actor) => actor,
        Err(fault) => return pages::to_sign_in(address, &fault),
    };
    let typed = typed(&state, &parts, body).await;
    let done = match actor.may(Action::Administer, Place::ORGANISATION) {
        true => act(&state.store, &actor, &typed).await,
        false => Err(Fault::NotAllowed.into()),
    };
    match done {
        Ok(Done::Back(done)) => see_other(format!("{address}?done={done}")),
        Ok(Done::Shown(made)) => pages::again(state, parts, address, StatusCode::OK, made).await,
        Err(error) => {
            let fault = Fault::from(error);
            let status = status(&fault);
            pages::again(state, parts, address, status, Refused { fault, typed }).await
        }
    }
}
