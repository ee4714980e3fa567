//! What the manager's page asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::overview::Dashboard;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// A centre on a day; today when no day is given.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "dashboard", input = GetUrl)]
pub async fn load_dashboard(code: String, day: Option<NaiveDate>) -> Result<Dashboard, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.dashboard(&actor, &code, day).await.map_err(crate::ssr::refuse)
}
