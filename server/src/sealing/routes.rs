//! Seals for everybody: by a file's hash, the key that they are checked with, and the page that says
//! whether a file is genuine.

use super::{public_key, verdict};
use crate::fault::{ApiFault, status};
use crate::limits::{VERIFY_BODY_MAX, VERIFY_MAX, says_more_than};
use crate::pages;
use crate::state::AppState;
use app::ui::form::{Refused, Typed};
use app::verify::{ADDRESS, Checked, SealSaid, Verdict};
use axum::Json;
use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use futures::StreamExt;
use sealed::{Change, Hash, Marker, SEAL_MAX, Seal};
use std::fs::File;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

/// The longest part of a form that is kept in memory, in bytes: more than two pieces as they come
/// from a connection.
const UNREAD_MAX: usize = 1 << 20;

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
    match checked(&state, request).await {
        Ok(found) => pages::again(state, parts, ADDRESS, StatusCode::OK, found).await,
        Err(fault) => {
            let status = status(&fault);
            let refused = Refused { fault, typed: Typed::default() };
            pages::again(state, parts, ADDRESS, status, refused).await
        }
    }
}

async fn checked(state: &AppState, request: Request) -> Result<Checked, Fault> {
    if says_more_than(request.headers(), VERIFY_BODY_MAX) {
        return Err(too_large());
    }
    let place = state.checks.take().await?;
    let Upload { mut file, hash, sidecar } = upload(state, request).await?;
    let kept = state.store.seal_of(&hash.to_string()).await?;
    let known = [public_key(&state.store).await?];
    let look = move || {
        // Whoever gives up does not end this work: its place is free when it is over.
        let _place = place;
        let kept = kept.as_deref().map(str::as_bytes);
        verdict(&mut file, sidecar.as_deref(), kept, &known)
    };
    let found = tokio::task::spawn_blocking(look).await.map_err(|_| Fault::Internal)?;
    let (verdict, seal) = said(found.map_err(|error| failed(&error))?);
    Ok(Checked { hash: hash.to_string(), verdict, seal: seal.as_deref().map(seal_said) })
}

fn too_large() -> Fault {
    Fault::TooLarge { max: VERIFY_MAX as i64 }
}

fn failed(error: &io::Error) -> Fault {
    tracing::error!(%error, "a file that is checked cannot be written or read");
    Fault::Internal
}

fn unreadable(error: &MultipartError) -> Fault {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => Fault::malformed(),
    }
}

/// A file to be checked; it is on the disk and has no name there.
struct Upload {
    file: File,
    hash: Hash,
    sidecar: Option<Vec<u8>>,
}

async fn upload(state: &AppState, request: Request) -> Result<Upload, Fault> {
    let unread = Arc::new(AtomicUsize::new(0));
    let (parts, body) = request.into_parts();
    let mut request = Request::from_parts(parts, in_pieces(body, unread.clone()).await);
    DefaultBodyLimit::apply(DefaultBodyLimit::max(VERIFY_BODY_MAX), &mut request);
    let mut form = Multipart::from_request(request, state).await.map_err(|_| Fault::malformed())?;
    let (mut file, mut sidecar) = (None, Vec::new());
    while let Some(mut field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        unread.store(0, Ordering::Relaxed);
        let mut taken = match field.name() {
            Some("file") if file.is_none() => Taken::File(Box::new(OnDisk::begin().await?)),
            Some("seal") => Taken::Seal(Vec::new()),
            _ => Taken::Nothing,
        };
        while let Some(piece) = field.chunk().await.map_err(|error| unreadable(&error))? {
            unread.store(0, Ordering::Relaxed);
            match &mut taken {
                Taken::File(file) => file.add(&piece).await?,
                Taken::Seal(seal) => {
                    // A byte too many tells that it is too large.
                    let room = (SEAL_MAX + 1).saturating_sub(seal.len());
                    seal.extend_from_slice(&piece[..piece.len().min(room)]);
                }
                Taken::Nothing => {}
            }
        }
        unread.store(0, Ordering::Relaxed);
        match taken {
            Taken::File(taken) => file = Some(taken),
            Taken::Seal(seal) => sidecar = seal,
            Taken::Nothing => {}
        }
    }
    let (file, hash) = file.ok_or(Fault::malformed())?.end().await?;
    Ok(Upload { file, hash, sidecar: Some(sidecar).filter(|seal| !seal.is_empty()) })
}

/// A body that comes one piece at a time, and ends when `unread` bytes of it, which the reader sets
/// back, have led to nothing: the parser of forms takes whatever is there, and keeps all of a
/// field's head until it is whole.
async fn in_pieces(body: Body, unread: Arc<AtomicUsize>) -> Body {
    let mut pieces = body.into_data_stream();
    // Waited for here: a form that comes whole while the parser looks for its beginning is taken for
    // a broken one.
    let first = pieces.next().await;
    let later = pieces.then(|piece| async {
        tokio::task::yield_now().await;
        piece
    });
    Body::from_stream(futures::stream::iter(first).chain(later).map(move |piece| {
        let piece = piece.map_err(io::Error::other)?;
        match unread.fetch_add(piece.len(), Ordering::Relaxed) > UNREAD_MAX {
            true => Err(io::Error::other("the head of a field is too long")),
            false => Ok(piece),
        }
    }))
}

/// Where a field goes.
enum Taken {
    File(Box<OnDisk>),
    Seal(Vec<u8>),
    Nothing,
}

/// A file that is being taken in.
struct OnDisk {
    file: tokio::fs::File,
    marker: Marker,
    length: usize,
}

impl OnDisk {
    async fn begin() -> Result<Self, Fault> {
        let made = tokio::task::spawn_blocking(tempfile::tempfile).await;
        let file = made.map_err(|_| Fault::Internal)?.map_err(|error| failed(&error))?;
        Ok(Self { file: tokio::fs::File::from_std(file), marker: Marker::new(), length: 0 })
    }

    async fn add(&mut self, piece: &[u8]) -> Result<(), Fault> {
        self.length += piece.len();
        if self.length > VERIFY_MAX {
            return Err(too_large());
        }
        self.marker.add(piece);
        self.file.write_all(piece).await.map_err(|error| failed(&error))
    }

    /// The whole file and its SHA-256; an empty one is none.
    async fn end(mut self) -> Result<(File, Hash), Fault> {
        if self.length == 0 {
            return Err(Fault::malformed());
        }
        self.file.flush().await.map_err(|error| failed(&error))?;
        let mark = self.marker.end("file").map_err(|_| Fault::Internal)?;
        Ok((self.file.into_std().await, mark.sha256))
    }
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
