//! Entries that were held or refused: kept whole until somebody decides.

mod correct;
mod entry;
mod outcome;
mod said;

pub use outcome::Asked;
pub use said::{course_said, device_code, labelled, maker, moment, name, pair, person, shift};

use crate::i18n::Locale;
use crate::i18n::catalogue::{dashboard as texts, shell};
use crate::ui::basics::{Notice, Tone};
use domain::overview::Dashboard;
use leptos::prelude::*;

/// The list, newest first, below what became of the last decision.
pub fn review(locale: Locale, data: &Dashboard, asked: &Asked) -> AnyView {
    let title = locale.text(&texts::REVIEW_TITLE).into_owned();
    let body = if data.review.is_empty() {
        view! { <Notice tone=Tone::Success title=locale.text(&texts::REVIEW_NONE)/> }.into_any()
    } else {
        let count = locale.count(&shell::REVIEW_BADGE, data.review.len() as i64);
        let entries = data
            .review
            .iter()
            .map(|entry| view! { <li>{entry::entry(locale, data, entry, asked)}</li> })
            .collect_view();
        view! {
            <p class="muted">{locale.text(&texts::REVIEW_HELP)}</p>
            <ol class="entry-cards" aria-label=count>{entries}</ol>
        }
        .into_any()
    };
    view! {
        <section class="section" id="review" tabindex="-1" aria-labelledby="review-title">
            <div class="section-head"><h2 id="review-title">{title}</h2></div>
            {outcome::notice(locale, asked)}
            {body}
        </section>
    }
    .into_any()
}
