//! The HTML document around every page.

use crate::i18n::catalogue::{shell as texts, tablet};
use crate::{App, TabletApp, ssr};
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document of a page at the desk: no scripts at all.
pub fn shell() -> impl IntoView {
    document(view! { <MetaTags/> }, view! { <App/> })
}

/// The document of the tablet's page, with the scripts that take it over. It says nothing about
/// who asks: it must be the same for everybody.
pub fn tablet_shell(options: LeptosOptions) -> impl IntoView {
    let locale = ssr::locale();
    let title = locale.fill(&texts::PAGE_TITLE, &[("page", &locale.text(&tablet::TITLE))]);
    document(
        view! {
            <title>{title}</title>
            <HydrationScripts options/>
        },
        view! { <TabletApp/> },
    )
}

/// Language and direction, the styles, and what a page adds.
fn document(head: impl IntoView, body: impl IntoView) -> impl IntoView {
    ssr::set_content_security_policy();
    let locale = ssr::locale();
    view! {
        <!DOCTYPE html>
        <html lang=locale.tag() dir=locale.direction()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta
                    name="theme-color"
                    content="#fffdf9"
                    media="(prefers-color-scheme: light)"
                />
                <meta name="theme-color" content="#1e212a" media="(prefers-color-scheme: dark)"/>
                <meta name="description" content=locale.text(&texts::DESCRIPTION)/>
                <meta name="referrer" content="same-origin"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href="/pkg/radionica.css"/>
                {head}
            </head>
            <body>{body}</body>
        </html>
    }
}
