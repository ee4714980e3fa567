//! The scripts of pages at the desk: few, small, and none that a page needs to be read.

use crate::i18n::Locale;
use crate::i18n::catalogue::shell;
use leptos::prelude::*;

/// The addresses of the scripts: provided by the server as context.
#[derive(Debug, Clone)]
pub struct Scripts {
    /// Follows long work on the server.
    pub progress: String,
    /// Keeps a page as it would come now.
    pub live: String,
    /// Has files made, and follows them.
    pub shelf: String,
}

/// A script of the page, if the site was built.
pub fn script(which: fn(Scripts) -> String) -> impl IntoView {
    let address = use_context::<Scripts>().map(which).filter(|address| !address.is_empty());
    address.map(|src| view! { <script type="module" src=src></script> })
}

/// What keeps a page usable when the network is lost, and as it would come now where it listens to
/// an address for changes. Parts that may change are marked with `data-part` and a name.
pub fn live(locale: Locale, listens: Option<String>) -> impl IntoView {
    view! {
        <div class="notice warning" role="status" hidden data-offline="" data-live=listens>
            <strong>{locale.text(&shell::OFFLINE)}</strong>
            <p>{locale.text(&shell::OFFLINE_STAYS)}</p>
        </div>
        {script(|scripts| scripts.live)}
    }
}
