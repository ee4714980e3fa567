//! Figures that lead to the rows behind them.

use crate::i18n::Locale;
use crate::i18n::catalogue::common;
use leptos::prelude::*;

/// What stands where a figure or a value is empty; the reason stands beside it.
pub const DASH: &str = "–";

/// A figure on a dashboard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stat {
    /// What is counted.
    pub label: String,
    /// The figure; `None` when it cannot be given, and then [`Stat::note`] says why.
    pub value: Option<String>,
    /// What it was computed from, on the same line.
    pub of: Option<String>,
    /// What explains it.
    pub note: Option<String>,
    /// The report whose rows make the figure.
    pub href: String,
    /// Whether somebody should do something.
    pub warn: bool,
}

/// "12 of 14".
pub fn part_of(locale: Locale, part: i64, whole: i64) -> String {
    let (part, whole) = (locale.number(part), locale.number(whole));
    locale.fill(&common::OF, &[("part", &part), ("whole", &whole)])
}

/// A figure as a link to the rows behind it.
pub fn stat(locale: Locale, stat: Stat) -> impl IntoView {
    let value = match stat.value {
        Some(value) => {
            let of = stat.of.map(|of| view! { " " <small>"· " {of}</small> });
            view! { <span class="stat-value">{value} {of}</span> }.into_any()
        }
        None => view! {
            <span class="stat-value">
                <span aria-hidden="true">{DASH}</span>
                <span class="visually-hidden">{locale.text(&common::NO_FIGURE)}</span>
            </span>
        }
        .into_any(),
    };
    view! {
        <a class=if stat.warn { "stat warn" } else { "stat" } href=stat.href>
            <span class="stat-label">{stat.label}</span>
            {value}
            {stat.note.map(|note| view! { <span class="stat-note">{note}</span> })}
        </a>
    }
}

/// A dash for the eye, and the reason for it on demand and for the ear.
pub fn empty_cell(reason: impl Into<String>) -> impl IntoView {
    let reason = reason.into();
    let title = reason.clone();
    view! {
        <span class="muted" title=title>
            <span aria-hidden="true">{DASH}</span>
            <span class="visually-hidden">{reason}</span>
        </span>
    }
}
