//! The switch between the languages.

use crate::i18n::Locale;
use crate::i18n::catalogue::shell;
use crate::use_locale;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A button for each language. An ordinary form: the server keeps the choice and leads back.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    view! {
        <nav aria-label=use_locale().text(&shell::LANGUAGE)>
            <form method="post" action="/language" class="row">
                <input type="hidden" name="back" value=current_address()/>
                <LanguageButtons class="button quiet"/>
            </form>
        </nav>
    }
}

/// A button for each language, to stand in a form that posts to `/language`.
#[component]
pub fn LanguageButtons(
    /// What the buttons look like.
    class: &'static str,
) -> impl IntoView {
    let locale = use_locale();
    let button = |language: Locale| {
        view! {
            <button
                class=class
                name="locale"
                value=language.tag()
                lang=language.tag()
                aria-pressed=(language == locale).to_string()
            >
                {language.own_name()}
            </button>
        }
    };
    Locale::ALL.map(button).into_iter().collect_view()
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
