//! What the page of periods asks the server for.

use crate::error::AppError;
use domain::overview::Periods;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The last months of a centre, with what is still open in each.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "periods", input = GetUrl)]
pub async fn load_periods(code: String) -> Result<Periods, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.periods(&actor, &code).await.map_err(crate::ssr::refuse)
}
