//! What the pages of the plan ask the server for.

use crate::error::AppError;
use domain::overview::{Rooms, Schedules, StaffPage, Week, Workshops};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The workshops of a centre.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "workshops", input = GetUrl)]
pub async fn load_workshops(code: String) -> Result<Workshops, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.workshops(&actor, &code).await.map_err(crate::ssr::refuse)
}

/// The rooms of a centre, and its closed days.
///
/// # Errors
/// As [`load_workshops`].
#[server(prefix = "/api/fn", endpoint = "rooms", input = GetUrl)]
pub async fn load_rooms(code: String) -> Result<Rooms, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.rooms(&actor, &code).await.map_err(crate::ssr::refuse)
}

/// The schedules of a centre, and what one can be made of.
///
/// # Errors
/// As [`load_workshops`].
#[server(prefix = "/api/fn", endpoint = "schedules", input = GetUrl)]
pub async fn load_schedules(code: String) -> Result<Schedules, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.schedules(&actor, &code).await.map_err(crate::ssr::refuse)
}

/// Who works in a centre, and what they speak.
///
/// # Errors
/// As [`load_workshops`].
#[server(prefix = "/api/fn", endpoint = "staff", input = GetUrl)]
pub async fn load_staff(code: String) -> Result<StaffPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.staff(&actor, &code).await.map_err(crate::ssr::refuse)
}

/// A week of a centre's plan, by its code or one of its days; this week when missing or unreadable.
///
/// # Errors
/// As [`load_workshops`]; also a day that cannot be meant.
#[server(prefix = "/api/fn", endpoint = "week", input = GetUrl)]
pub async fn load_week(code: String, week: Option<String>) -> Result<Week, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    let monday = crate::ssr::week(&store, week.as_deref());
    store.week(&actor, &code, monday).await.map_err(crate::ssr::refuse)
}

/// The reader's own week.
///
/// # Errors
/// A fault; not signed in, not allowed, or a day that cannot be meant.
#[server(prefix = "/api/fn", endpoint = "own-week", input = GetUrl)]
pub async fn load_own_week(week: Option<String>) -> Result<Week, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    let monday = crate::ssr::week(&store, week.as_deref());
    store.own_week(&actor, monday).await.map_err(crate::ssr::refuse)
}
