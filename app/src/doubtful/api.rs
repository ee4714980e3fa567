//! What the page of doubtful figures asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::overview::Doubtful;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The doubtful figures of a centre in a period; the last 31 days when missing.
///
/// # Errors
/// A fault; not signed in, not allowed, no such centre, or a period that cannot be.
#[server(prefix = "/api/fn", endpoint = "doubtful", input = GetUrl)]
pub async fn load_doubtful(
    code: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Doubtful, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.doubtful(&actor, &code, from.zip(to)).await.map_err(crate::ssr::refuse)
}
