//! What the page of the occupancy asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::overview::OccupancyMonth;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The occupancy of a centre in the month of a day; today's when missing.
///
/// # Errors
/// A fault; not signed in, not allowed, no such centre, or a day that cannot be meant.
#[server(prefix = "/api/fn", endpoint = "occupancy", input = GetUrl)]
pub async fn load_occupancy(
    code: String,
    day: Option<NaiveDate>,
) -> Result<OccupancyMonth, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.occupancy_month(&actor, &code, day).await.map_err(crate::ssr::refuse)
}
