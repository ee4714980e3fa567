//! What the page of access asks the server for.

use crate::error::AppError;
use domain::overview::AccessPage;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// All accounts with what each may do.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "access", input = GetUrl)]
pub async fn load_access() -> Result<AccessPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.access_page(&actor).await.map_err(crate::ssr::refuse)
}
