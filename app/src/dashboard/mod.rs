//! The manager's page: one centre on one day.

mod api;
mod beside;
mod disagreements;
mod figures;
mod head;
pub mod links;
mod morning;
mod outputs;
pub(crate) mod review;
mod shifts;
#[cfg(test)]
mod tests;

pub use api::load_dashboard;

use crate::i18n::Locale;
use crate::i18n::catalogue::faults;
use crate::ui::address::Address;
use crate::ui::basics::{Notice, Tone};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::Dashboard;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use review::{Asked, Listing};

/// The page at `/centres/CODE?day=YYYY-MM-DD`; after a decision about an entry with `done` or
/// `fault`, and with `correct` for the form that corrects one.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let asked = use_query_map().with_untracked(|query| query.get("day"));
    let asked = asked.filter(|day| !day.is_empty());
    let day: Option<NaiveDate> = asked.as_deref().and_then(|day| day.parse().ok());
    // The address names a day that is none: today's page, with a word about it.
    let no_day = asked.is_some() && day.is_none();
    let review = use_query_map().with_untracked(Asked::of);
    let load = load_dashboard(code, day, review.correct.clone());
    loaded(load, move |data| content(locale, data, no_day, &review))
}

fn content(locale: Locale, data: Dashboard, no_day: bool, asked: &Asked) -> AnyView {
    let no_day = no_day.then(|| {
        view! { <Notice tone=Tone::Warning title=locale.text(&faults::BAD_DATE)/> }
    });
    let listens = Address::new(format!("/api/v1/centres/{}/live", data.centre.code))
        .with("day", data.day)
        .with("seen", data.head)
        .into_string();
    view! {
        {head::head(locale, &data)}
        {live(locale, Some(listens))}
        {no_day}
        <div data-part="not-logged">{shifts::not_logged(locale, &data)}</div>
        <div data-part="morning">{morning::morning(locale, &data)}</div>
        <div data-part="shifts">{shifts::of_the_day(locale, &data)}</div>
        <div class="columns" data-part="month">
            {outputs::outputs(locale, &data)}
            {figures::of_the_month(locale, &data)}
        </div>
        <div data-part="review">{review::review(locale, &Listing::of_centre(&data), asked)}</div>
        <div data-part="disagreements">{disagreements::disagreements(locale, &data)}</div>
    }
    .into_any()
}
