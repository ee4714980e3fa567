//! What the coordinator's page asks the server for.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::overview::{CentreCard, ReviewEntry, Upkeep};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// All centres that the reader sees figures of, today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AllCentres {
    /// Today's reporting day.
    pub today: NaiveDate,
    /// The centres, in the order of their codes.
    pub centres: Vec<CentreCard>,
    /// Entries under review that belong to no centre; nothing for who does not decide about them.
    pub review: Option<Vec<ReviewEntry>>,
    /// The state of journal and backups, for who administers the organisation.
    pub upkeep: Option<Upkeep>,
}

/// All centres that the reader sees figures of.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "centres", input = GetUrl)]
pub async fn load_centres() -> Result<AllCentres, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    let centres = store.centres(&actor).await.map_err(crate::ssr::refuse)?;
    let review = store.review_elsewhere(&actor).await.map_err(crate::ssr::refuse)?;
    let upkeep = match review.is_some() {
        true => Some(store.upkeep(&actor).await.map_err(crate::ssr::refuse)?),
        false => None,
    };
    Ok(AllCentres { today: store.clock().today(), centres, review, upkeep })
}
