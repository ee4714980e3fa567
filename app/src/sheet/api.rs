//! What the attendance sheet asks the server for.

use crate::error::AppError;
use domain::overview::Sheet;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The sheet of a shift; without one, that of a workshop's week.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre, shift or workshop.
#[server(prefix = "/api/fn", endpoint = "sheet", input = GetUrl)]
pub async fn load_sheet(
    code: String,
    shift: Option<String>,
    workshop: Option<String>,
    week: Option<String>,
) -> Result<Sheet, AppError> {
    use crate::ssr::{reader, refuse, sheet_of};

    let (store, _, actor) = reader()?;
    let workshop = workshop.unwrap_or_default();
    let of = sheet_of(&store, shift.as_deref(), &workshop, week.as_deref())?;
    store.sheet(&actor, &code, of).await.map_err(refuse)
}
