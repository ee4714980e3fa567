//! What the register of shifts asks the server for.

use crate::error::AppError;
use domain::overview::ShiftLog;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// What was logged of a shift; without one, of a workshop's week.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre, shift or workshop.
#[server(prefix = "/api/fn", endpoint = "shift-log", input = GetUrl)]
pub async fn load_shift_log(
    code: String,
    shift: Option<String>,
    workshop: Option<String>,
    week: Option<String>,
) -> Result<ShiftLog, AppError> {
    use crate::ssr::{reader, refuse, sheet_of};

    let (store, _, actor) = reader()?;
    let workshop = workshop.unwrap_or_default();
    let of = sheet_of(&store, shift.as_deref(), &workshop, week.as_deref())?;
    store.shift_log(&actor, &code, of).await.map_err(refuse)
}
