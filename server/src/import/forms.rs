//! The forms of the pages on which files are taken in.

use super::desk::Of;
use super::table::{Asked, SEPARATORS, Table};
use crate::auth::see_other;
use crate::csv_file;
use crate::fault::{ApiFault, status};
use crate::form;
use crate::limits::IMPORT_MAX;
use crate::pages;
use crate::place::word;
use crate::state::AppState;
use crate::visitor::{self, signed_in};
use app::i18n::Locale;
use app::import::{Stopped, problem_heads, problem_line, separator_word};
use app::ui::form::{Refused, Typed};
use axum::Json;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Actor};
use domain::fault::Fault;
use domain::ids::AccountId;
use domain::import::{
    ImportField, ImportFile, ImportKind, Mapping, Problem, TextEncoding, Unreadable,
};
use serde::Serialize;
use std::collections::HashSet;
use uuid::Uuid;

/// The longest name of a file that is shown, in characters.
const NAME_MAX: usize = 80;

/// Why a form does not do what it asks for.
enum Why {
    Fault(Fault),
    Stopped(Stopped),
}

impl<F: Into<Fault>> From<F> for Why {
    fn from(fault: F) -> Self {
        Self::Fault(fault.into())
    }
}

fn own(actor: &Actor) -> Result<AccountId, Fault> {
    actor.account().ok_or(Fault::NotSignedIn)
}

/// `POST /centres/{code}/import`: reads a file and leads to its page.
pub async fn bring(
    State(state): State<AppState>,
    Path(centre): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let page = pages::of_centre(&centre, "import");
    let actor = match signed_in(&parts) {
        Ok(actor) => actor,
        Err(fault) => return pages::to_sign_in(&page, &fault),
    };
    let request = Request::from_parts(parts.clone(), body);
    match read(&state, &actor, &centre, request).await {
        Ok(id) => see_other(format!("{page}/{id}")),
        Err(why) => refuse(state, parts, &page, why, Typed::default()).await,
    }
}

async fn refuse(state: AppState, parts: Parts, page: &str, why: Why, typed: Typed) -> Response {
    match why {
        Why::Fault(fault) => {
            let status = status(&fault);
            pages::again(state, parts, page, status, Refused { fault, typed }).await
        }
        Why::Stopped(why) => {
            pages::again(state, parts, page, StatusCode::UNPROCESSABLE_ENTITY, why).await
        }
    }
}

async fn read(
    state: &AppState,
    actor: &Actor,
    centre: &str,
    request: Request,
) -> Result<Uuid, Why> {
    state.store.centre_for(actor, Action::Manage, centre).await?;
    let (kind, name, bytes) = upload(state, request).await?;
    let (table, bytes) =
        tokio::task::spawn_blocking(move || (Table::read(&bytes, kind, &Asked::default()), bytes))
            .await
            .map_err(|_| Fault::Internal)?;
    let table = table.map_err(|why| Why::Stopped(Stopped::Unreadable(why)))?;
    let of = Of { owner: own(actor)?, centre };
    Ok(state.desk.put(&of, kind, name, bytes, table, state.store.clock().now()))
}

/// What the file's rows are, its name, and the file.
async fn upload(
    state: &AppState,
    mut request: Request,
) -> Result<(ImportKind, String, Vec<u8>), Why> {
    // The body was measured on its way here (`limits::body`); the extractor's own limit is lower.
    DefaultBodyLimit::apply(DefaultBodyLimit::disable(), &mut request);
    let mut form = Multipart::from_request(request, state).await.map_err(|_| Fault::malformed())?;
    let (mut kind, mut name, mut bytes) = (None, String::new(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| Fault::malformed())? {
        match field.name() {
            Some("kind") => {
                let word = field.text().await.map_err(|_| Fault::malformed())?;
                kind = ImportKind::of_word(&word);
            }
            Some("file") => {
                let shown = field.file_name().unwrap_or_default().chars();
                name = shown.filter(|c| !c.is_control()).take(NAME_MAX).collect();
                bytes = field.bytes().await.map_err(|_| Fault::malformed())?.to_vec();
                if bytes.len() > IMPORT_MAX {
                    return Err(Why::Stopped(Stopped::Unreadable(Unreadable::TooLarge)));
                }
            }
            _ => {}
        }
    }
    Ok((kind.ok_or_else(Fault::malformed)?, name, bytes))
}

/// `POST /centres/{code}/import/{id}`: reads a file differently, checks it, takes it in, or puts it
/// away.
pub async fn change(
    State(state): State<AppState>,
    Path((centre, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let all = pages::of_centre(&centre, "import");
    let (parts, actor, typed) = match form::opened(&state, request, &all).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let Ok(id) = id.parse::<Uuid>() else { return see_other(all) };
    let page = format!("{all}/{id}");
    match act(&state, &actor, &centre, id, &typed).await {
        Ok(Next::File) => see_other(page),
        Ok(Next::All) => see_other(all),
        Ok(Next::Problems(file)) => {
            let locale = visitor::locale(&parts.headers);
            let found = state.desk.problems(&Of { owner: file.0, centre: &centre }, id);
            csv(&file.1, problems_file(locale, &found.unwrap_or_default()))
        }
        Err(why) => refuse(state, parts, &page, why, typed).await,
    }
}

enum Next {
    /// The page of the file.
    File,
    /// The page on which another may be brought.
    All,
    /// All problems as a file: whose, and its name.
    Problems((AccountId, String)),
}

async fn act(
    state: &AppState,
    actor: &Actor,
    centre: &str,
    id: Uuid,
    typed: &Typed,
) -> Result<Next, Why> {
    state.store.centre_for(actor, Action::Manage, centre).await?;
    let owner = own(actor)?;
    let of = Of { owner, centre };
    let gone = || Why::Stopped(Stopped::Gone);
    let file = state.desk.page(&of, Some(id)).ok_or_else(gone)?;
    match typed.get("do") {
        "read" => {
            let asked = asked(typed)?;
            let read = state.desk.read_again(&of, id, &asked, state.store.clock().now());
            read.ok_or_else(gone)?.map_err(|why| Why::Stopped(Stopped::Unreadable(why)))?;
        }
        "check" => {
            let mapping = mapping(&file, typed)?;
            let work = state.desk.work(&state.store, actor, &of, id, Some(mapping));
            work.ok_or_else(gone)?;
        }
        "write" => {
            state.desk.work(&state.store, actor, &of, id, None).ok_or_else(gone)?;
        }
        "discard" => {
            state.desk.discard(&of, id);
            return Ok(Next::All);
        }
        "problems" => return Ok(Next::Problems((owner, format!("problems-{}", file.kind.word())))),
        _ => return Err(Fault::malformed().into()),
    }
    Ok(Next::File)
}

/// How the file is to be read.
fn asked(typed: &Typed) -> Result<Asked, Fault> {
    let some = |name: &str| Some(typed.get(name)).filter(|text| !text.is_empty());
    let encoding = some("encoding")
        .map(|word| TextEncoding::ALL.into_iter().find(|one| one.name() == word))
        .map(|found| found.ok_or_else(Fault::malformed));
    let separator = some("separator")
        .map(|word| SEPARATORS.into_iter().find(|one| separator_word(*one) == word))
        .map(|found| found.ok_or_else(Fault::malformed));
    let number = |name: &str| typed.number(name, 1_000_000).map(|n| n.map(|n| n as usize));
    Ok(Asked {
        encoding: encoding.transpose()?,
        separator: separator.transpose()?,
        sheet: number("sheet")?,
        heading_row: number("heading_row")?.filter(|n| *n > 0),
    })
}

/// What the form says of the columns and of all rows.
fn mapping(file: &ImportFile, typed: &Typed) -> Result<Mapping, Why> {
    let fields = file.kind.fields();
    let mut columns: Vec<(ImportField, usize)> = Vec::new();
    let mut seen = HashSet::new();
    for n in 0..file.columns.len() {
        let word = typed.get(&format!("column-{n}")).to_owned();
        if word.is_empty() {
            continue;
        }
        let field = fields.iter().find(|field| field.word() == word);
        let field = *field.ok_or_else(Fault::malformed)?;
        if !seen.insert(field) {
            return Err(Why::Stopped(Stopped::Twice(field)));
        }
        columns.push((field, n));
    }
    let before = &file.mapping;
    let day = |name: &str, before| match typed.get(name) {
        "" => Ok(before),
        text => text.parse().map_err(|_| Fault::Missing { field: name.to_owned() }),
    };
    Ok(Mapping {
        columns,
        day_order: match typed.get("order") {
            "" => before.day_order,
            _ => word(typed.get("order"))?,
        },
        told_on: day("told_on", before.told_on)?,
        workshop: typed.get("workshop").to_owned(),
        from: day("from", before.from)?,
        source: typed.get("source").to_owned(),
        despite: match typed.get("despite") {
            "" => None,
            _ => Some(word(typed.get("despite"))?),
        },
    })
}

/// How far the work on a file is.
#[derive(Serialize)]
struct Progress {
    working: bool,
    done: usize,
    of: usize,
}

/// `GET /api/v1/imports/{id}`: how far the work on a file is. One that is gone is not worked on.
pub async fn progress(
    State(state): State<AppState>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, ApiFault> {
    let (parts, _) = request.into_parts();
    let owner = own(&signed_in(&parts)?)?;
    let known = id.parse().ok().and_then(|id| state.desk.progress(owner, id));
    let (working, done, of) = known.unwrap_or_default();
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    Ok((no_store, Json(Progress { working, done, of })).into_response())
}

/// All problems as a file that a spreadsheet opens beside the one that was brought.
fn problems_file(locale: Locale, problems: &[Problem]) -> Vec<u8> {
    let heads = std::iter::once(problem_heads(locale).to_vec());
    let lines = problems.iter().map(|problem| problem_line(locale, problem).to_vec());
    csv_file::texts(heads.chain(lines))
}

fn csv(name: &str, text: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, text).into_response()
}
