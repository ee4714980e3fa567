//! The trends: what happened over time, split and compared. Every figure is one of the activity
//! summary.

mod api;
mod asked;
mod figures;
mod group;
mod measure;
mod table;

pub use api::{Rows, TrendsData, load_trends};
pub use asked::{Asked, Beside};

use crate::i18n::Locale;
use crate::i18n::catalogue::{reports, trends as texts};
use crate::i18n::labels::fault_text;
use crate::reports::{centres, downloads, period, projects, shelf, splits, steps, workshops};
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use domain::overview::Choices;
use domain::report::{Query, Report};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use measure::Measure;

/// The page at `/trends`, its filters in the address.
#[component]
pub fn TrendsPage() -> impl IntoView {
    let locale = use_locale();
    let asked = use_query_map().with_untracked(Asked::from_query);
    let measure = use_query_map().with_untracked(|query| query.get("figure"));
    let measure = Measure::ALL.into_iter().find(|one| Some(one.code()) == measure.as_deref());
    let (beside, load) = (asked.beside, load_trends(asked));
    loaded(load, move |data| content(locale, data, beside, measure.unwrap_or(Measure::Contacts)))
}

fn content(
    locale: Locale,
    data: TrendsData,
    compared: Option<Beside>,
    measure: Measure,
) -> AnyView {
    let TrendsData { choices, query, beside, outcome } = data;
    let centre = choices.centres.iter().find(|one| Some(&one.code) == query.centre.as_ref());
    let crumbs = centre.map(|centre| {
        (format!("/centres/{}", centre.code), locale.name(&centre.name.en, &centre.name.sr))
    });
    let files = outcome.is_ok().then(|| downloads(locale, Report::ActivitySummary, &query));
    let form = form(locale, &choices, &query, compared, measure);
    let body = match outcome {
        Err(fault) => {
            crate::error::set_status(fault.status());
            view! { <Notice tone=Tone::Error title=fault_text(locale, &fault)/> }.into_any()
        }
        Ok((rows, other)) => figures::figures(locale, &query, rows, beside.zip(other), measure),
    };
    let sub = locale.period(query.from, query.to);
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub crumbs=crumbs.into_iter().collect()>
            {files}
        </PageHead>
        {live(locale, None)}
        {form}
        {body}
        {shelf(locale)}
    }
    .into_any()
}

fn form(
    locale: Locale,
    choices: &Choices,
    query: &Query,
    compared: Option<Beside>,
    measure: Measure,
) -> AnyView {
    let labels = [&texts::BESIDE_BEFORE, &texts::BESIDE_LAST_YEAR];
    let besides = Beside::ALL
        .into_iter()
        .zip(labels)
        .map(|(one, label)| {
            let selected = compared == Some(one);
            view! { <option value=one.code() selected=selected>{locale.text(label)}</option> }
        })
        .collect_view();
    let measures = query.by.map(|_| {
        let options = Measure::ALL
            .into_iter()
            .map(|one| {
                let label = locale.text(one.label());
                view! { <option value=one.code() selected=one == measure>{label}</option> }
            })
            .collect_view();
        view! {
            <div class="field">
                <label for="figure">{locale.text(&texts::MEASURE)}</label>
                <select id="figure" name="figure">{options}</select>
            </div>
        }
    });
    view! {
        <form
            class="filters"
            method="get"
            action="/trends"
            aria-label=locale.text(&reports::FILTERS)
        >
            {period(locale, query)}
            {steps(locale, false, query.step)}
            {centres(locale, choices, query)}
            {workshops(locale, choices, query)}
            {projects(locale, choices, query)}
            {splits(locale, query.by)}
            {measures}
            <div class="field">
                <label for="beside">{locale.text(&texts::BESIDE)}</label>
                <select id="beside" name="beside">
                    <option value="">{locale.text(&texts::BESIDE_NOTHING)}</option>
                    {besides}
                </select>
            </div>
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&reports::SHOW)}</button>
            </div>
        </form>
    }
    .into_any()
}
