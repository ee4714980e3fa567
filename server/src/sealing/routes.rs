//! Seals for everybody: by a file's hash, the key that they are checked with, and the page that says
//! whether a file is genuine.

use super::public_key;
use crate::fault::{ApiFault, status};
use crate::limits::VERIFY_MAX;
use crate::pages;
use crate::state::AppState;
use app::ui::form::{Refused, Typed};
use app::verify::{ADDRESS, Checked, SealSaid, Verdict};
use axum::Json;
use axum::body::Bytes;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use sealed::{Change, Hash, Seal, verify};
use std::io::Cursor;
use store::Store;
use uuid::Uuid;

/// `GET /api/v1/seals/{file}`: `key.json` is the organisation's public key, `HASH.json` the seal of
/// the file with this SHA-256, `ID.json` that of one making of a file.
///
/// # Errors
/// [`Fault::NotFound`] for a file that was not made here.
pub async fn seal(
    State(state): State<AppState>,
    Path(file): Path<String>,
) -> Result<Response, ApiFault> {
    let name = file.strip_suffix(".json").ok_or(Fault::NotFound)?;
    if name == "key" {
        let key = public_key(&state.store).await?;
        let said = serde_json::json!({
            "algorithm": "Ed25519",
            "public_key": key.to_string(),
            "fingerprint": key.fingerprint(),
        });
        return Ok(Json(said).into_response());
    }
    let (seal, cache) = match Uuid::try_parse(name) {
        Ok(id) => (state.store.seal_by_id(id).await?, "max-age=31536000, immutable"),
        // The same bytes may come about again, and are somebody else's then.
        Err(_) => (state.store.seal_of(name).await?, "no-store"),
    };
    let seal = seal.ok_or(Fault::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, cache)];
    Ok((headers, seal).into_response())
}

/// `POST /verify`: checks a file, with the seal beside it, the one in it, or the one that is kept of
/// it here. Nothing of the file is kept.
pub async fn check(State(state): State<AppState>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let found = match upload(&state, request).await {
        Ok((file, sidecar)) => checked(&state.store, file, sidecar).await,
        Err(fault) => Err(fault),
    };
    match found {
        Ok(found) => pages::again(state, parts, ADDRESS, StatusCode::OK, found).await,
        Err(fault) => {
            let status = status(&fault);
            let refused = Refused { fault, typed: Typed::default() };
            pages::again(state, parts, ADDRESS, status, refused).await
        }
    }
}

async fn upload(state: &AppState, mut request: Request) -> Result<(Bytes, Option<Bytes>), Fault> {
    // The body was measured on its way here (`limits::body`).
    DefaultBodyLimit::apply(DefaultBodyLimit::max(VERIFY_MAX), &mut request);
    let unreadable = |_| Fault::malformed();
    let mut form = Multipart::from_request(request, state).await.map_err(|_| Fault::malformed())?;
    let (mut file, mut sidecar) = (None, None);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name() {
            Some("file") => file = Some(field.bytes().await.map_err(unreadable)?),
            Some("seal") => sidecar = Some(field.bytes().await.map_err(unreadable)?),
            _ => {}
        }
    }
    let given = |bytes: &Bytes| !bytes.is_empty();
    Ok((file.filter(given).ok_or(Fault::malformed())?, sidecar.filter(given)))
}

async fn checked(store: &Store, file: Bytes, sidecar: Option<Bytes>) -> Result<Checked, Fault> {
    let hash = Hash::of(&file);
    let kept = store.seal_of(&hash.to_string()).await?.map(Bytes::from);
    let known = [public_key(store).await?];
    let look = move || {
        let verdict = verify(&mut Cursor::new(&file), sidecar.as_deref(), &known)?;
        // A package that was changed says so itself; a file without a seal may be known by its hash.
        match (verdict, kept) {
            (sealed::Verdict::NotSealed, Some(kept)) => {
                verify(&mut Cursor::new(&file), Some(&kept), &known)
            }
            (verdict, _) => Ok(verdict),
        }
    };
    let verdict = tokio::task::spawn_blocking(look).await.map_err(|_| Fault::Internal)?;
    let verdict = verdict.map_err(|_| Fault::Internal)?;
    let (verdict, seal) = said(verdict);
    Ok(Checked { hash: hash.to_string(), verdict, seal: seal.as_deref().map(seal_said) })
}

fn said(verdict: sealed::Verdict) -> (Verdict, Option<Box<Seal>>) {
    match verdict {
        sealed::Verdict::Genuine(seal) => (Verdict::Genuine, Some(seal)),
        sealed::Verdict::Changed { change, seal } => {
            let what = match change {
                Change::Content { name } | Change::Missing { name } | Change::Extra { name } => {
                    Some(name)
                }
                Change::Wrapping => None,
            };
            (Verdict::Changed(what), seal)
        }
        sealed::Verdict::WrongSignature => (Verdict::WrongSignature, None),
        sealed::Verdict::AnotherKey(seal) => (Verdict::AnotherKey, Some(seal)),
        sealed::Verdict::NotSealed => (Verdict::NotSealed, None),
        sealed::Verdict::Unreadable(_) => (Verdict::Unreadable, None),
    }
}

fn seal_said(seal: &Seal) -> SealSaid {
    SealSaid {
        organisation: seal.organisation.clone(),
        report: seal.report.clone(),
        parameters: seal.parameters.clone().into_iter().collect(),
        made: seal.made.clone(),
        donor: seal.audience == sealed::Audience::Donor,
        entry: seal.journal.seq,
        hash: seal.journal.hash.to_string(),
        software: format!("{} ({})", seal.software, seal.definition),
        key: seal.public_key.fingerprint(),
    }
}
