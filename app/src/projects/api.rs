//! What the pages of projects ask the server for.

use crate::error::AppError;
use domain::overview::{Choices, ProjectPage};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The projects that the reader may see.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "projects", input = GetUrl)]
pub async fn load_projects() -> Result<Choices, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.choices(&actor).await.map_err(crate::ssr::refuse)
}

/// A project in a piece of the calendar, by its code as in `domain::report::period::piece_code`.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "project", input = GetUrl)]
pub async fn load_project(code: String, period: String) -> Result<ProjectPage, AppError> {
    use crate::ssr::{reader, refuse};
    use domain::fault::Fault;
    use domain::report::period::piece_of;

    let (store, _, actor) = reader()?;
    let piece = match period.as_str() {
        "" => None,
        code => Some(piece_of(code).ok_or(Fault::PeriodNotWhole).map_err(refuse)?),
    };
    store.project_page(&actor, &code, piece).await.map_err(refuse)
}
