//! What the page of access tokens asks the server for.

use crate::error::AppError;
use domain::overview::TokensPage;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The reader's own tokens.
///
/// # Errors
/// A fault; not signed in, or no account that may hold any.
#[server(prefix = "/api/fn", endpoint = "tokens", input = GetUrl)]
pub async fn load_tokens() -> Result<TokensPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.tokens(&actor).await.map_err(crate::ssr::refuse)
}
