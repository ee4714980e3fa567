//! How many people live in a centre: a month day by day, and the form of one day.
//!
//! The form is a plain one. Filling it in as on an earlier day is a link (`?as=before`); the
//! server answers a form that it refuses with this page again and, in its context, a
//! [`crate::ui::form::Refused`].

mod api;
mod form;
mod list;

pub use api::load_occupancy;

use crate::i18n::Locale;
use crate::i18n::catalogue::{faults, occupancy as texts};
use crate::ui::address::Address;
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::OccupancyMonth;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What the address asks for beside the centre.
struct Asked {
    /// The form begins as on the last day before.
    as_before: bool,
    /// The day was just saved.
    saved: bool,
    /// The address names a day that is none: today's page, with a word about it.
    no_day: bool,
}

/// The page at `/centres/CODE/occupancy?day=YYYY-MM-DD`.
#[component]
pub fn OccupancyPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let query = use_query_map();
    let of = |name| query.with_untracked(|query| query.get(name)).unwrap_or_default();
    let day: Option<NaiveDate> = of("day").parse().ok();
    let asked = Asked {
        as_before: of("as") == "before",
        saved: of("done") == "saved",
        no_day: !of("day").is_empty() && day.is_none(),
    };
    loaded(load_occupancy(code, day), move |data| content(locale, &data, &asked))
}

fn content(locale: Locale, data: &OccupancyMonth, asked: &Asked) -> AnyView {
    let name = locale.name(&data.centre.name.en, &data.centre.name.sr);
    let crumbs = vec![(format!("/centres/{}", data.centre.code), name.into_owned())];
    let no_day = asked.no_day.then(|| {
        view! { <Notice tone=Tone::Warning title=locale.text(&faults::BAD_DATE)/> }
    });
    let saved = asked.saved.then(|| {
        let title = locale.fill(&texts::SAVED, &[("date", &locale.date_medium(data.day))]);
        view! { <Notice tone=Tone::Success title/> }
    });
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO) crumbs/>
        {no_day}
        {saved}
        {form::form(locale, data, asked.as_before)}
        {list::month(locale, data)}
    }
    .into_any()
}

/// The page's own address, to which its form is sent.
fn address(data: &OccupancyMonth) -> String {
    format!("/centres/{}/occupancy", data.centre.code)
}

/// The page with the form of a day.
fn of_day(data: &OccupancyMonth, day: NaiveDate) -> Address {
    Address::new(address(data)).with("day", day)
}
