//! The language of the page.

use crate::i18n::Locale;
use leptos::prelude::*;

/// The language of the page that this is part of.
pub fn use_locale() -> Locale {
    use_context::<Locale>().unwrap_or_default()
}

/// The language of the whole page: on the server that of the request, in the browser what stands
/// in `<html lang>`, so that both write the same words.
pub(crate) fn page_locale() -> Locale {
    #[cfg(feature = "ssr")]
    return crate::ssr::locale();
    #[cfg(not(feature = "ssr"))]
    document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"))
        .and_then(|tag| Locale::from_tag(&tag))
        .unwrap_or_default()
}
