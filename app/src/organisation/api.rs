//! What the page of centres and projects asks the server for.

use crate::error::AppError;
use domain::overview::Organisation;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The centres and the projects.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "organisation", input = GetUrl)]
pub async fn load_organisation() -> Result<Organisation, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.organisation(&actor).await.map_err(crate::ssr::refuse)
}
