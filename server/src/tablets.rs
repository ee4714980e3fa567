//! The forms of the page of a centre's tablets: adding one, a new code, revoking, a new PIN, and
//! taking a rescue file in. Plain forms that work without a script.
//!
//! A one-time code stands in the answer to its form and nowhere else.

use crate::auth::see_other;
use crate::fault::status;
use crate::limits::RESCUE_MAX;
use crate::pages;
use crate::state::AppState;
use crate::visitor::signed_in;
use app::tablets::Answer;
use axum::extract::multipart::Multipart;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Form, FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use domain::access::{Action, Actor};
use domain::command::Command;
use domain::device::OfDevice;
use domain::fault::Fault;
use domain::ids::{AccountId, DeviceId};
use serde::Deserialize;
use store::{By, StoreError};

/// What a form of the page asks for.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum Change {
    Add { code: String },
    Code { device: DeviceId },
    Revoke { device: DeviceId },
    Pin { device: DeviceId, account: AccountId },
}

/// `POST /centres/{code}/tablets`: does what a form asks for, and shows the page again.
pub async fn change(
    State(state): State<AppState>,
    Path(centre): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let page = pages::of_centre(&centre, "tablets");
    let actor = match signed_in(&parts) {
        Ok(actor) => actor,
        Err(fault) => return pages::to_sign_in(&page, &fault),
    };
    let request = Request::from_parts(parts.clone(), body);
    let form: Result<Form<Change>, FormRejection> = Form::from_request(request, &state).await;
    let done = match form {
        Ok(Form(asked)) => act(&state, &actor, &centre, asked).await,
        Err(_) => Err(Fault::malformed().into()),
    };
    match done {
        // Asking for the page again must not revoke again.
        Ok(Answer::Revoked) => see_other(format!("{page}?done=revoked")),
        Ok(said) => pages::again(state, parts, &page, StatusCode::OK, said).await,
        Err(error) => refuse(state, parts, &page, error, Answer::Refused).await,
    }
}

/// The page again, with what was wrong in the place that `answer` says.
async fn refuse(
    state: AppState,
    parts: Parts,
    page: &str,
    error: StoreError,
    answer: fn(Fault) -> Answer,
) -> Response {
    let fault = Fault::from(error);
    let status = status(&fault);
    pages::again(state, parts, page, status, answer(fault)).await
}

async fn act(
    state: &AppState,
    actor: &Actor,
    centre: &str,
    asked: Change,
) -> Result<Answer, StoreError> {
    let store = &state.store;
    let by = By::from(actor);
    // Whoever may not even see the page learns nothing and changes nothing from it.
    let centre = store.centre_for(actor, Action::Manage, centre).await?;
    Ok(match asked {
        Change::Add { code } => {
            let code = code.trim().to_uppercase();
            let (device, once) = store.add_device(by, centre, code).await?;
            Answer::Code { device, code: once.code, until: once.until }
        }
        Change::Code { device } => {
            let once = store.new_device_code(actor, device).await?;
            Answer::Code { device, code: once.code, until: once.until }
        }
        Change::Revoke { device } => {
            store.change(by, Command::RevokeDevice(OfDevice { device }), None, None).await?;
            Answer::Revoked
        }
        Change::Pin { device, account } => {
            let once = store.reset_pin(by, device, account).await?;
            Answer::Pin { device, account, code: once.code, until: once.until }
        }
    })
}

/// `POST /centres/{code}/tablets/rescue`: takes a rescue file in, and shows what became of it.
pub async fn rescue(
    State(state): State<AppState>,
    Path(centre): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let page = pages::of_centre(&centre, "tablets");
    let actor = match signed_in(&parts) {
        Ok(actor) => actor,
        Err(fault) => return pages::to_sign_in(&page, &fault),
    };
    let request = Request::from_parts(parts.clone(), body);
    match take(&state, &actor, &centre, request).await {
        Ok(said) => pages::again(state, parts, &page, StatusCode::OK, said).await,
        Err(error) => refuse(state, parts, &page, error, Answer::RescueRefused).await,
    }
}

async fn take(
    state: &AppState,
    actor: &Actor,
    centre: &str,
    request: Request,
) -> Result<Answer, StoreError> {
    state.store.centre_for(actor, Action::Manage, centre).await?;
    let (file, passphrase) = upload(state, request).await?;
    let passphrase = Some(passphrase).filter(|text| !text.is_empty());
    let found = state.store.take_rescue(actor, &file, passphrase.as_deref(), false).await?;
    let became = [found.taken, found.repeated, found.held, found.refused];
    Ok(Answer::Rescued { entries: found.entries, became })
}

/// The file and the passphrase of the form.
async fn upload(state: &AppState, mut request: Request) -> Result<(String, String), Fault> {
    // The body was measured on its way here (`limits::body`); the extractor's own limit is lower.
    DefaultBodyLimit::apply(DefaultBodyLimit::disable(), &mut request);
    let mut form = Multipart::from_request(request, state).await.map_err(|_| Fault::malformed())?;
    let (mut file, mut passphrase) = (String::new(), String::new());
    while let Some(field) = form.next_field().await.map_err(|_| Fault::malformed())? {
        match field.name() {
            Some("file") => {
                let bytes = field.bytes().await.map_err(|_| Fault::malformed())?;
                if bytes.len() > RESCUE_MAX {
                    return Err(Fault::TooLarge { max: RESCUE_MAX as i64 });
                }
                // What is no text is no file of ours.
                file = String::from_utf8(bytes.to_vec()).map_err(|_| Fault::RescueUnreadable)?;
            }
            Some("passphrase") => {
                passphrase = field.text().await.map_err(|_| Fault::malformed())?;
            }
            _ => {}
        }
    }
    Ok((file, passphrase))
}
