//! What the page asks the server for.

use crate::error::AppError;
use domain::overview::Purge;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// Whose identity may be erased in a centre.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "purge", input = GetUrl)]
pub async fn load_purge(code: String) -> Result<Purge, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.purge(&actor, &code).await.map_err(crate::ssr::refuse)
}
