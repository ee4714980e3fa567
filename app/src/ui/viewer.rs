//! Who looks at the pages.

use crate::error::AppError;
use domain::overview::Viewer;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The signed-in person.
///
/// # Errors
/// The fault of the session when nobody is signed in.
#[server(prefix = "/api/fn", endpoint = "viewer", input = GetUrl)]
pub async fn load_viewer() -> Result<Viewer, AppError> {
    crate::ssr::reader().map(|(_, viewer, _)| viewer)
}
