//! What the page of doubtful figures asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::fault::Fault;
use domain::overview::Doubtful;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// The doubtful figures, or what is wrong with the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtfulData {
    /// Those of the period, else of the last 31 days.
    pub data: Doubtful,
    /// What is wrong with the period.
    pub fault: Option<Fault>,
}

/// The doubtful figures of a centre in a period; the last 31 days when missing.
///
/// # Errors
/// A fault that no other period would mend; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "doubtful", input = GetUrl)]
pub async fn load_doubtful(
    code: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<DoubtfulData, AppError> {
    use crate::reports::mended_by_form;
    use crate::ssr::{reader, refuse};

    let (store, _, actor) = reader()?;
    let fault = match store.doubtful(&actor, &code, from.zip(to)).await.map_err(Fault::from) {
        Ok(data) => return Ok(DoubtfulData { data, fault: None }),
        Err(fault) if mended_by_form(&fault) => fault,
        Err(fault) => return Err(refuse(fault)),
    };
    let data = store.doubtful(&actor, &code, None).await.map_err(refuse)?;
    crate::error::set_status(fault.status());
    Ok(DoubtfulData { data, fault: Some(fault) })
}
