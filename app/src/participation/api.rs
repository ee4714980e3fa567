//! What the page of the participation asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::fault::Fault;
use domain::overview::Participation;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// The participation, or what is wrong with the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipationData {
    /// That of the period, else of this month.
    pub data: Participation,
    /// What is wrong with the period.
    pub fault: Option<Fault>,
}

/// Whom of the residents of a centre the activities reached; this month without a period.
///
/// # Errors
/// A fault that no other period would mend; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "participation", input = GetUrl)]
pub async fn load_participation(
    code: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<ParticipationData, AppError> {
    use crate::reports::mended_by_form;
    use crate::ssr::{reader, refuse};

    let (store, _, actor) = reader()?;
    let fault = match store.participation(&actor, &code, from.zip(to)).await.map_err(Fault::from) {
        Ok(data) => return Ok(ParticipationData { data, fault: None }),
        Err(fault) if mended_by_form(&fault) => fault,
        Err(fault) => return Err(refuse(fault)),
    };
    let data = store.participation(&actor, &code, None).await.map_err(refuse)?;
    crate::error::set_status(fault.status());
    Ok(ParticipationData { data, fault: Some(fault) })
}
