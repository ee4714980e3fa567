//! What the journal's pages ask the server for.

use crate::error::AppError;
use domain::fault::Fault;
use domain::overview::{JournalPage, JournalQuery};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// A page of the journal, or what is wrong with the filters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalData {
    /// The entries, with what was asked for and what can be; none where the filters are wrong.
    pub page: JournalPage,
    /// What is wrong with the filters.
    pub fault: Option<Fault>,
}

/// A page of the journal of a centre, or of the whole organisation.
///
/// # Errors
/// A fault that no other filters would mend; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "journal", input = GetUrl)]
pub async fn load_journal(
    code: Option<String>,
    asked: JournalQuery,
) -> Result<JournalData, AppError> {
    use crate::reports::mended_by_form;
    use crate::ssr::{reader, refuse};

    let (store, _, actor) = reader()?;
    let code = code.as_deref();
    let page = store.journal_page(&actor, code, asked.clone()).await.map_err(Fault::from);
    let fault = match page {
        Ok(page) => return Ok(JournalData { page, fault: None }),
        Err(fault) if mended_by_form(&fault) => fault,
        Err(fault) => return Err(refuse(fault)),
    };
    // What can be chosen, beside what was typed.
    let all = store.journal_page(&actor, code, JournalQuery::default()).await.map_err(refuse)?;
    crate::error::set_status(fault.status());
    let page = JournalPage { asked, rows: Vec::new(), next: None, ..all };
    Ok(JournalData { page, fault: Some(fault) })
}
