//! What the page of the trends asks the server for.

use super::asked::Asked;
use crate::error::AppError;
use domain::fault::Fault;
use domain::overview::Choices;
use domain::report::period::Days;
use domain::report::{Cell, Query};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// The activity summary of a period, whole and in pieces.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    /// Rows of the whole period.
    pub whole: Vec<Vec<Cell>>,
    /// Rows of its pieces.
    pub pieces: Vec<Vec<Cell>>,
}

/// The trends of a choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrendsData {
    /// What can be chosen.
    pub choices: Choices,
    /// What was asked, completed.
    pub query: Query,
    /// The period beside it, if one was asked for.
    pub beside: Option<Days>,
    /// The figures and those of the period beside, or what is wrong with the choice.
    pub outcome: Result<(Rows, Option<Rows>), Fault>,
}

/// The trends of a choice.
///
/// # Errors
/// A fault that no other choice would mend; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "trends", input = GetUrl)]
pub async fn load_trends(asked: Asked) -> Result<TrendsData, AppError> {
    use crate::reports::mended_by_form;
    use crate::ssr::{reader, refuse};

    let (store, _, actor) = reader()?;
    let choices = store.choices(&actor).await.map_err(refuse)?;
    if choices.donor {
        return Err(refuse(Fault::NotAllowed));
    }
    let query = asked.query(choices.today);
    let (query, beside, outcome) = match query {
        Err(fault) => (Asked::default().query(choices.today).map_err(refuse)?, None, Err(fault)),
        Ok(query) => {
            let beside = asked.beside(&query);
            let outcome = rows(&store, &actor, &query, beside).await;
            (query, beside, outcome)
        }
    };
    match outcome {
        Err(fault) if !mended_by_form(&fault) => Err(refuse(fault)),
        outcome => Ok(TrendsData { choices, query, beside, outcome }),
    }
}

#[cfg(feature = "ssr")]
async fn rows(
    store: &store::Store,
    actor: &domain::access::Actor,
    query: &Query,
    beside: Option<Days>,
) -> Result<(Rows, Option<Rows>), Fault> {
    let of = async |(from, to): Days| -> Result<Rows, Fault> {
        use domain::report::{Report, Step};
        let pieces = Query { from, to, ..query.clone() };
        let whole = Query { step: Step::Whole, ..pieces.clone() };
        let rows = async |query| {
            store.rows_of(actor, Report::ActivitySummary, query).await.map_err(Fault::from)
        };
        Ok(Rows { whole: rows(&whole).await?, pieces: rows(&pieces).await? })
    };
    let beside = match beside {
        Some(days) => Some(of(days).await?),
        None => None,
    };
    Ok((of((query.from, query.to)).await?, beside))
}
