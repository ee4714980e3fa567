//! The coordinator's page over all centres.

mod api;
mod beside;
mod card;
mod pages;

pub use api::{AllCentres, load_centres};
pub use card::people_housed;
pub use pages::PAGES;

use crate::dashboard::review::{self, Asked, Listing};
use crate::i18n::Locale;
use crate::i18n::catalogue::{access, centres as texts, journal, organisation, trends};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::loaded::loaded;
use crate::use_locale;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page at `/`; after a decision about an entry with `done` or `fault`.
#[component]
pub fn CentresPage() -> impl IntoView {
    let locale = use_locale();
    let asked = use_query_map().with_untracked(Asked::of);
    loaded(load_centres(), move |all| content(locale, all, &asked))
}

fn content(locale: Locale, all: AllCentres, asked: &Asked) -> AnyView {
    let AllCentres { today, centres, review, upkeep } = all;
    let beside = beside::table(locale, &centres);
    let intro = locale.fill(&texts::INTRO, &[("date", &locale.date_medium(today))]);
    let list = if centres.is_empty() {
        view! { <Empty picture="house" title=&texts::NONE/> }.into_any()
    } else {
        let cards = centres
            .into_iter()
            .map(|centre| card::centre_card(locale, today, centre))
            .collect_view();
        view! { <ul class="card-grid">{cards}</ul> }.into_any()
    };
    // Whoever decides about entries without a centre is head office.
    let journal = review.is_some().then(|| {
        view! {
            <a class="button" href="/organisation">{locale.text(&organisation::TITLE)}</a>
            <a class="button" href="/access">{locale.text(&access::TITLE)}</a>
            <a class="button" href="/journal">{locale.text(&journal::TITLE)}</a>
        }
    });
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=intro>
            <a class="button" href="/trends?by=centre">{locale.text(&trends::COMPARE_CENTRES)}</a>
            {journal}
        </PageHead>
        {beside}
        {upkeep.map(|state| beside::upkeep(locale, &state))}
        {list}
        {review.map(|entries| review::review(locale, &Listing::elsewhere(&entries), asked))}
    }
    .into_any()
}
