//! What the journal's pages ask the server for.

use crate::error::AppError;
use domain::overview::{JournalPage, JournalQuery};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// A page of the journal of a centre, or of the whole organisation.
///
/// # Errors
/// A fault; not signed in, not allowed, or something in the filters that is not there.
#[server(prefix = "/api/fn", endpoint = "journal", input = GetUrl)]
pub async fn load_journal(
    code: Option<String>,
    asked: JournalQuery,
) -> Result<JournalPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.journal_page(&actor, code.as_deref(), asked).await.map_err(crate::ssr::refuse)
}
