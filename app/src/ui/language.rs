//! The switch between the languages.

use crate::i18n::Locale;
use crate::i18n::catalogue::shell;
use crate::use_locale;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A button for each language. An ordinary form: the server keeps the choice and leads back.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let locale = use_locale();
    let buttons = Locale::ALL.map(|language| {
        view! {
            <button
                class="button quiet"
                name="locale"
                value=language.tag()
                lang=language.tag()
                aria-pressed=(language == locale).to_string()
            >
                {language.own_name()}
            </button>
        }
    });
    view! {
        <nav aria-label=locale.text(&shell::LANGUAGE)>
            <form method="post" action="/language" class="row">
                <input type="hidden" name="back" value=current_address()/>
                {buttons.into_iter().collect_view()}
            </form>
        </nav>
    }
}

/// Path and query of the page that is shown.
pub fn current_address() -> String {
    let location = use_location();
    let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
    match search.trim_start_matches('?') {
        "" => path,
        search => format!("{path}?{search}"),
    }
}
