//! What every request can reach.

use crate::config::Settings;
use crate::import::desk::Desk;
use crate::limits::{Turns, VERIFY_AT_ONCE, VERIFY_TURN_WITHIN};
use crate::live::Listening;
use crate::shelf::Shelf;
use app::ssr::Site;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use std::sync::Arc;
use store::Store;

/// The database, the settings, and how pages find the site's files.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub store: Store,
    /// Files that wait to be taken in.
    pub desk: Desk,
    /// Files that are made or wait to be fetched.
    pub shelf: Shelf,
    /// Pages that wait for changes.
    pub listening: Listening,
    /// Places for files that are checked.
    pub checks: Turns,
    /// How this process runs.
    pub settings: Arc<Settings>,
    /// The names of the site's files.
    pub site: Site,
    /// What Leptos needs to know to name the site's files.
    pub leptos: LeptosOptions,
}

impl AppState {
    /// The state of a server on `store`.
    pub fn new(store: Store, settings: Settings) -> Self {
        // By hand and not from Cargo.toml: the binary runs where there is no source. `PROD` keeps
        // the live-reload script of development out of the pages.
        let leptos = LeptosOptions::builder()
            .output_name("radionica")
            .site_root(settings.site.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .site_addr(settings.listen)
            .env(leptos::config::Env::PROD)
            .build();
        let site = site(&settings);
        let (desk, shelf, listening) = (Desk::default(), Shelf::default(), Listening::default());
        let checks = Turns::new(VERIFY_AT_ONCE, VERIFY_TURN_WITHIN);
        Self { store, desk, shelf, listening, checks, settings: Arc::new(settings), site, leptos }
    }
}

/// The names that the build gave; none of a site that was not built, whose pages then come
/// without styles and whose tablet does not come to life.
fn site(settings: &Settings) -> Site {
    let file = settings.site.join("site.json");
    let read = std::fs::read(&file).ok().and_then(|json| serde_json::from_slice(&json).ok());
    read.unwrap_or_else(|| {
        tracing::warn!("{} cannot be read: build the site with `make build`", file.display());
        Site::default()
    })
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
