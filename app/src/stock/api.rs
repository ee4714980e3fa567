//! What the page of the stock asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::overview::Stock;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// What a centre made and handed out, with the hand-outs in the month of a day; today's when
/// missing.
///
/// # Errors
/// A fault; not signed in, not allowed, no such centre, or a day that cannot be meant.
#[server(prefix = "/api/fn", endpoint = "stock", input = GetUrl)]
pub async fn load_stock(code: String, day: Option<NaiveDate>) -> Result<Stock, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.stock(&actor, &code, day).await.map_err(crate::ssr::refuse)
}
