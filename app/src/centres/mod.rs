//! The coordinator's page over all centres.

mod api;
mod card;
mod pages;

pub use api::{AllCentres, load_centres};
pub use card::people_housed;
pub use pages::PAGES;

use crate::dashboard::review::{self, Asked, Listing};
use crate::i18n::Locale;
use crate::i18n::catalogue::{centres as texts, trends};
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
    let AllCentres { today, centres, review } = all;
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
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=intro>
            <a class="button" href="/trends?by=centre">{locale.text(&trends::COMPARE_CENTRES)}</a>
        </PageHead>
        {list}
        {review.map(|entries| review::review(locale, &Listing::elsewhere(&entries), asked))}
    }
    .into_any()
}
