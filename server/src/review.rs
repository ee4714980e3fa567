//! What a manager decides about entries under review: plain forms that work without a script.
//!
//! Each answers by leading back to the page that it came from, with a code for what became of
//! it, never a detail.

use crate::auth::{local_path, see_other, sign_in_page};
use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::Visitor;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Response};
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::ids::AccountId;
use domain::review::{Correction, SettleEntry};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use store::{By, Store, StoreError};

/// The form of a decision.
#[derive(Deserialize)]
struct Decision {
    entry: String,
    maker: Option<AccountId>,
    back: String,
}

/// The form of a correction: what stays empty stays as the entry says.
#[derive(Deserialize)]
struct Corrected {
    #[serde(flatten)]
    decision: Decision,
    shift: Option<String>,
    person: Option<String>,
    number: Option<String>,
}

impl Decision {
    async fn entry(&self, store: &Store) -> Result<SettleEntry, StoreError> {
        let maker = self.maker.map_or(By::Operator, By::Account);
        let centre = store.review_centre(&self.entry, maker).await?;
        Ok(SettleEntry { entry: self.entry.clone(), maker: self.maker, centre })
    }
}

/// `POST /review/release`: takes an entry in after all.
pub async fn release(State(state): State<AppState>, request: Request) -> Response {
    decide(&state, request, "released", Command::ReleaseEntry).await
}

/// `POST /review/dismiss`: sets an entry aside.
pub async fn dismiss(State(state): State<AppState>, request: Request) -> Response {
    decide(&state, request, "dismissed", Command::DismissEntry).await
}

/// `POST /review/correct`: takes an entry in as its reader corrected it.
pub async fn correct(State(state): State<AppState>, request: Request) -> Response {
    let (by, form): (_, Corrected) =
        match asked(&state, request, |form: &Corrected| &form.decision).await {
            Ok(asked) => asked,
            Err(response) => return response,
        };
    let Decision { entry, back, .. } = &form.decision;
    let done = async {
        let correction = correction(&state, &form).await?;
        let entry = form.decision.entry(&state.store).await?;
        state.store.take_in_corrected(by, entry, correction).await
    };
    match done.await {
        Ok(_) => lead_back(back, &[("done", "corrected")]),
        // The form is shown again.
        Err(error) => lead_back(back, &[("correct", entry), ("fault", code(&error.into()))]),
    }
}

async fn decide(
    state: &AppState,
    request: Request,
    done: &str,
    command: fn(SettleEntry) -> Command,
) -> Response {
    let (by, form): (_, Decision) = match asked(state, request, |form: &Decision| form).await {
        Ok(asked) => asked,
        Err(response) => return response,
    };
    let decided = async {
        let entry = form.entry(&state.store).await?;
        state.store.change(by, command(entry), None, None).await
    };
    match decided.await {
        Ok(_) => lead_back(&form.back, &[("done", done)]),
        Err(error) => lead_back(&form.back, &[("fault", code(&error.into()))]),
    }
}

/// Who asks, and the form; whoever is not signed in (any more) is led to sign in and back.
async fn asked<F: DeserializeOwned>(
    state: &AppState,
    request: Request,
    decision: fn(&F) -> &Decision,
) -> Result<(By, F), Response> {
    let visitor = request.extensions().get::<Visitor>().cloned();
    let form: Result<Form<F>, FormRejection> = Form::from_request(request, state).await;
    let Ok(Form(form)) = form else {
        return Err(ApiFault::from(Fault::malformed()).into_response());
    };
    let session = visitor.map_or(Err(Fault::Internal), |visitor| visitor.session);
    match session.map(|(viewer, _)| viewer.account) {
        Ok(account) => Ok((By::Account(account), form)),
        Err(fault @ (Fault::NotSignedIn | Fault::SessionExpired | Fault::AccountDisabled)) => {
            let next = local_path(&decision(&form).back);
            Err(see_other(sign_in_page(Some(&fault), next)))
        }
        Err(fault) => Err(ApiFault::from(fault).into_response()),
    }
}

/// What the form puts in place of what the entry says.
async fn correction(state: &AppState, form: &Corrected) -> Result<Correction, StoreError> {
    let filled = |field: &Option<String>| {
        field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let unknown = |noun| Fault::Unknown { noun };
    let shift = filled(&form.shift).map(|id| id.parse().map_err(|_| unknown(Noun::Shift)));
    let number = filled(&form.number)
        .map(|n| n.parse().map_err(|_| Fault::out_of_range("number", 0, i64::MAX)));
    let person = match filled(&form.person) {
        None => None,
        // What is no code is nobody's.
        Some(typed) => match state.store.person_by_code(&typed).await {
            Err(StoreError::Fault(_)) => return Err(unknown(Noun::Person).into()),
            person => Some(person?),
        },
    };
    Ok(Correction { shift: shift.transpose()?, person, number: number.transpose()? })
}

/// Leads back to the section of the page that the form stood in.
fn lead_back(back: &str, said: &[(&str, &str)]) -> Response {
    let back = local_path(back).filter(|back| !back.contains('#')).unwrap_or("/");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(said);
    let joint = if back.contains('?') { '&' } else { '?' };
    see_other(format!("{back}{joint}{}#review", query.finish()))
}

/// The code in the address, a little finer than the fault's own where the form has a field.
fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::Unknown { noun: Noun::Shift } => "unknown_shift",
        Fault::Unknown { noun: Noun::Person } => "unknown_person",
        Fault::Unknown { noun: Noun::Entry } => "unknown_entry",
        Fault::AlreadyExists { noun: Noun::Entry } => "settled",
        fault => fault.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header;

    #[test]
    fn the_way_back_is_a_page_of_this_server() {
        let to = |back: &str| {
            let response = lead_back(back, &[("done", "released")]);
            response.headers()[header::LOCATION].to_str().expect("text").to_owned()
        };
        assert_eq!(
            to("/centres/KRN?day=2021-05-31"),
            "/centres/KRN?day=2021-05-31&done=released#review"
        );
        for bad in ["//evil.example", "https://evil.example", "/a#b", ""] {
            assert_eq!(to(bad), "/?done=released#review", "{bad}");
        }
    }
}
