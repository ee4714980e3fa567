//! Icons, badges, notices, and the head of a page.

use crate::i18n::catalogue::shell;
use crate::i18n::labels::state_label;
use crate::i18n::{Locale, Text};
use crate::use_locale;
use domain::shift::ShiftState;
use domain::workshop::Activity;
use leptos::prelude::*;
use leptos_meta::Title;

/// A small sign beside a word, which says the same; see `public/icons.svg` for the names. `back` is
/// the chevron that points the other way.
pub fn icon(name: &'static str) -> impl IntoView {
    let (name, class) = match name {
        "back" => ("chevron", "icon flip back"),
        // Signs that point turn round in a right-to-left language.
        "undo" | "chevron" | "sign-out" | "backspace" => (name, "icon flip"),
        _ => (name, "icon"),
    };
    view! {
        <svg class=class aria-hidden="true">
            <use href=format!("/icons.svg#{name}")/>
        </svg>
    }
}

/// A picture; see `public/pictograms.svg` for the names.
pub fn picto(name: &'static str) -> impl IntoView {
    view! {
        <svg class="picto" aria-hidden="true">
            <use href=format!("/pictograms.svg#{name}")/>
        </svg>
    }
}

/// The picture of an activity.
pub fn activity_picto(activity: Activity) -> &'static str {
    match activity {
        Activity::Sewing => "sewing",
        Activity::Carpentry => "carpentry",
        Activity::Sports => "sports",
        Activity::Training => "training",
        Activity::Language => "language",
        Activity::Cooking => "cooking",
        Activity::Art => "art",
        Activity::Music => "music",
        Activity::Other => "generic",
    }
}

/// A shift's state in its colour, with its sign and its word.
pub fn state_badge(locale: Locale, state: ShiftState) -> impl IntoView {
    let word = locale.text(state_label(state));
    view! { <span class="badge" data-state=state.code()>{word}</span> }
}

/// How urgent a [`Notice`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// All is well.
    Success,
    /// Something is left to do.
    Warning,
    /// Something did not work: read out at once.
    Error,
}

/// A sentence that stands out.
#[component]
pub fn Notice(
    /// How urgent it is.
    tone: Tone,
    /// What it is about.
    #[prop(into)]
    title: String,
    /// More about it, and what to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, role) = match tone {
        Tone::Info => ("notice info", "note"),
        Tone::Success => ("notice success", "status"),
        Tone::Warning => ("notice warning", "status"),
        Tone::Error => ("notice error", "alert"),
    };
    view! {
        <div class=class role=role>
            <strong>{title}</strong>
            {children.map(|children| children())}
        </div>
    }
}

/// The title of the browser's window.
#[component]
pub fn WindowTitle(
    /// What the page is called.
    #[prop(into)]
    page: String,
) -> impl IntoView {
    let text = use_locale().fill(&shell::PAGE_TITLE, &[("page", &page)]);
    view! { <Title text/> }
}

/// Where a page stands: the address and the name of each page above it.
pub type Crumbs = Vec<(String, String)>;

/// The head of a page, with the one heading of the first level.
#[component]
pub fn PageHead(
    /// What the page is called; also the title of the window.
    #[prop(into)]
    title: String,
    /// A line below it.
    #[prop(optional, into)]
    sub: Option<String>,
    /// The pages above it.
    #[prop(optional)]
    crumbs: Crumbs,
    /// What can be done with the whole page.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let locale = use_locale();
    let crumbs = (!crumbs.is_empty()).then(|| {
        let above = crumbs
            .into_iter()
            .map(|(href, name)| view! { <li><a href=href>{name}</a></li> })
            .collect_view();
        view! {
            <nav class="crumbs" aria-label=locale.text(&shell::CRUMBS)>
                <ol>
                    {above}
                    <li aria-current="page">{title.clone()}</li>
                </ol>
            </nav>
        }
    });
    view! {
        <WindowTitle page=title.clone()/>
        <header class="page-head">
            {crumbs}
            <h1>{title}</h1>
            {sub.map(|sub| view! { <p class="sub">{sub}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </header>
    }
}

/// An open place: nothing is here, and what to do next.
#[component]
pub fn Empty(
    /// A picture; see `public/pictograms.svg`.
    picture: &'static str,
    /// What is missing.
    title: &'static Text,
    /// What to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {picto(picture)}
            <h2>{use_locale().text(title)}</h2>
            {children.map(|children| children())}
        </div>
    }
}
