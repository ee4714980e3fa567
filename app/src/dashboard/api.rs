//! What the manager's page asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::overview::Dashboard;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// A centre on a day; today when no day is given. With the hash of an entry under review, what
/// the form offers that corrects it.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "dashboard", input = GetUrl)]
pub async fn load_dashboard(
    code: String,
    day: Option<NaiveDate>,
    correct: Option<String>,
) -> Result<Dashboard, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    let mut page = store.dashboard(&actor, &code, day).await.map_err(crate::ssr::refuse)?;
    if let Some(entry) = correct {
        let form = store.correcting(&actor, &code, &entry).await;
        page.correcting = form.map_err(crate::ssr::refuse)?;
    }
    Ok(page)
}
