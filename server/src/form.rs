//! The fields of a form at the desk.

use crate::state::AppState;
use app::ui::form::Typed;
use axum::body::Body;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Request};
use axum::http::request::Parts;

/// What was typed into the form of a request; nothing where it cannot be read.
pub async fn typed(state: &AppState, parts: &Parts, body: Body) -> Typed {
    let request = Request::from_parts(parts.clone(), body);
    let form: Result<Form<Vec<(String, String)>>, FormRejection> =
        Form::from_request(request, state).await;
    Typed(form.map(|Form(fields)| fields).unwrap_or_default())
}
