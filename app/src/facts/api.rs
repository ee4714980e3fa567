//! What the page of a centre's facts asks the server for.

use crate::error::AppError;
use domain::overview::CentreFacts;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The facts of a centre.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "centre-facts", input = GetUrl)]
pub async fn load_facts(code: String) -> Result<CentreFacts, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.centre_facts(&actor, &code).await.map_err(crate::ssr::refuse)
}
