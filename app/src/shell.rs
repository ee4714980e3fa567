//! The HTML document around every page.

use crate::i18n::catalogue::{shell as texts, tablet};
use crate::{App, TabletApp, ssr};
use leptos::prelude::*;
use leptos_meta::MetaTags;
use ssr::Site;

/// The document of a page at the desk: no scripts at all.
pub fn shell() -> impl IntoView {
    let desk = view! {
        <link rel="stylesheet" href=site().desk/>
        <MetaTags/>
    };
    document(desk, view! { <App/> })
}

/// The document of the tablet's page, with the script that brings it to life. It says nothing
/// about who asks: it must be the same for everybody, because the tablet keeps it. The version
/// tells the service worker whether page and code belong together.
pub fn tablet_shell() -> impl IntoView {
    let locale = ssr::locale();
    let site = site();
    let title = locale.fill(&texts::PAGE_TITLE, &[("page", &locale.text(&tablet::TITLE))]);
    document(
        view! {
            <title>{title}</title>
            <meta name="radionica-version" content=site.version/>
            <link rel="manifest" href="/tablet.webmanifest"/>
            <link rel="apple-touch-icon" href="/icon-192.png"/>
            <script type="module" src=site.script></script>
        },
        view! { <TabletApp/> },
    )
}

fn site() -> Site {
    use_context().unwrap_or_default()
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
                <link rel="stylesheet" href=site().style/>
                {head}
            </head>
            <body>{body}</body>
        </html>
    }
}
