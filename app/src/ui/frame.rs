//! The frame around the pages at the desk.

use crate::i18n::Locale;
use crate::i18n::catalogue::{plan, projects, shell, training};
use crate::i18n::labels::role_label;
use crate::ui::basics::icon;
use crate::ui::language::LanguageSwitch;
use crate::ui::viewer::load_viewer;
use crate::use_locale;
use domain::access::Role;
use domain::overview::Viewer;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;

/// The frame with navigation and account, around a page of the signed-in person.
#[component]
pub fn Desk() -> impl IntoView {
    let locale = use_locale();
    let path = use_location().pathname.get_untracked();
    let account = Suspend::new(async move {
        // Whoever is not signed in any more: the page says so.
        load_viewer().await.map(|viewer| account(locale, viewer, &path)).ok()
    });
    view! {
        <div class="app">
            {skip_link(locale)}
            <header class="topbar">{brand(locale)} {account}</header>
            <main class="page" id="main" tabindex="-1">
                <Outlet/>
            </main>
            {footer(locale, true)}
        </div>
    }
}

/// The frame without anything of the signed-in person: for signing in, and where no page is.
#[component]
pub fn Bare(
    /// The content.
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="app">
            {skip_link(locale)}
            <header class="topbar">
                {brand(locale)}
                <div class="account"><LanguageSwitch/></div>
            </header>
            <main class="page narrow" id="main" tabindex="-1">{children()}</main>
            {footer(locale, false)}
        </div>
    }
}

fn skip_link(locale: Locale) -> impl IntoView {
    view! { <a class="skip-link" href="#main">{locale.text(&shell::SKIP)}</a> }
}

/// The server leads everybody from `/` to where they begin.
fn brand(locale: Locale) -> impl IntoView {
    view! { <a class="brand" href="/">{locale.text(&shell::PRODUCT)}</a> }
}

fn footer(locale: Locale, languages: bool) -> impl IntoView {
    view! {
        <footer class="footer">
            <span>{locale.text(&shell::FOOTER)}</span>
            <span>{locale.text(&shell::FOOTER_TIME)}</span>
            {languages.then(|| view! { <LanguageSwitch/> })}
        </footer>
    }
}

/// The places that a viewer can go to: address and name.
fn places(locale: Locale, viewer: &Viewer) -> Vec<(String, String)> {
    let mut places = Vec::new();
    let mut add = |address: &str, name| {
        places.push((address.to_owned(), locale.text(name).into_owned()));
    };
    if viewer.role == Role::Coordinator {
        add("/", &shell::NAV_CENTRES);
        add(crate::training::ADDRESS, &training::TITLE);
    }
    if viewer.role != Role::Facilitator {
        add(crate::projects::ADDRESS, &projects::TITLE);
        add("/reports", &shell::NAV_REPORTS);
    }
    if viewer.logs {
        add("/tablet", &shell::NAV_TABLET);
        add("/week", &plan::OWN_TITLE);
    }
    if viewer.role == Role::Manager {
        let centres = viewer.centres.iter().map(|centre| {
            let name = locale.name(&centre.name.en, &centre.name.sr);
            (format!("/centres/{}", centre.code), name)
        });
        places.splice(0..0, centres);
    }
    places
}

/// Whether `path` is `place` or lies below it.
fn lies_in(path: &str, place: &str) -> bool {
    match path.strip_prefix(place) {
        Some(rest) => rest.is_empty() || (place != "/" && rest.starts_with('/')),
        None => false,
    }
}

fn account(locale: Locale, viewer: Viewer, path: &str) -> impl IntoView + use<> {
    let links = places(locale, &viewer)
        .into_iter()
        .map(|(href, name)| {
            let current = lies_in(path, &href).then_some("page");
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect_view();
    let role = match viewer.centres.as_slice() {
        [centre] if viewer.role != Role::Coordinator => {
            locale.name(&centre.name.en, &centre.name.sr)
        }
        _ => locale.text(role_label(viewer.role)).into_owned(),
    };
    view! {
        <nav class="nav" aria-label=locale.text(&shell::NAVIGATION)><ul>{links}</ul></nav>
        <div class="account">
            <span>{viewer.name} " · " {role}</span>
            <form method="post" action="/session/end">
                <button class="button quiet" type="submit">
                    {icon("sign-out")} {locale.text(&shell::SIGN_OUT)}
                </button>
            </form>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_current_with_all_that_lies_below() {
        for (path, place, current) in [
            ("/", "/", true),
            ("/reports", "/", false),
            ("/reports", "/reports", true),
            ("/reports/session-log", "/reports", true),
            ("/reportsx", "/reports", false),
            ("/centres/KRN", "/centres/KRN", true),
            ("/centres/KRN-2", "/centres/KRN", false),
        ] {
            assert_eq!(lies_in(path, place), current, "{path} in {place}");
        }
    }
}
