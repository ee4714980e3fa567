//! What the pages ask the server for.

use crate::error::AppError;
use domain::overview::{TrainingPage, Trainings};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The trainings that belong to no centre.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "trainings", input = GetUrl)]
pub async fn load_trainings() -> Result<Trainings, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.trainings(&actor).await.map_err(crate::ssr::refuse)
}

/// One of them with its participants.
///
/// # Errors
/// As [`load_trainings`]; also no such training.
#[server(prefix = "/api/fn", endpoint = "training", input = GetUrl)]
pub async fn load_training(code: String) -> Result<TrainingPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.training(&actor, &code).await.map_err(crate::ssr::refuse)
}
