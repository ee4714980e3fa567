//! What the page of people who may drop out asks the server for.

use crate::error::AppError;
use domain::overview::DroppingOut;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// Who of a centre may drop out of a workshop, as of today.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "dropping-out", input = GetUrl)]
pub async fn load_dropping_out(code: String) -> Result<DroppingOut, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.dropping_out(&actor, &code).await.map_err(crate::ssr::refuse)
}
