//! What the page of the tablets asks the server for.

use crate::error::AppError;
use domain::device::Tablets;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The tablets of a centre.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "tablets", input = GetUrl)]
pub async fn load_tablets(code: String) -> Result<Tablets, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.tablets(&actor, &code).await.map_err(crate::ssr::refuse)
}
