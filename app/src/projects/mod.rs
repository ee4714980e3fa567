//! Donor projects: what was promised, how far it is, who was reached, in a form that prints on two
//! pages; and the forms of head office.

mod api;
mod figures;
mod forms;
mod indicators;

pub use api::{load_project, load_projects};

use crate::i18n::Locale;
use crate::i18n::catalogue::{changes, common, projects as texts};
use crate::i18n::labels::project_label;
use crate::reports::{downloads, shelf};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{asked, done, name, section};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::{Choices, ProjectPage};
use domain::report::period::{Days, Step, piece_code};
use domain::report::{Query, Report};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The address of the list; a project has its code after it.
pub const ADDRESS: &str = "/projects";

/// The page at `/projects`.
#[component]
pub fn ProjectsPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_projects(), move |choices| list(locale, &choices))
}

fn list(locale: Locale, choices: &Choices) -> AnyView {
    let body = if choices.projects.is_empty() {
        view! { <Empty picture="mountain" title=&texts::NOTHING/> }.into_any()
    } else {
        let cards = choices
            .projects
            .iter()
            .map(|one| {
                view! {
                    <li class="card">
                        <h2><a href=format!("{ADDRESS}/{}", one.code)>{name(locale, one)}</a></h2>
                        <p class="code">{one.code.clone()}</p>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="card-grid">{cards}</ul> }.into_any()
    };
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO)/>
        {body}
    }
    .into_any()
}

/// The page at `/projects/CODE?period=2021-05`; after a form with `done`.
#[component]
pub fn ProjectOnePage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_project(code, asked("period")), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &ProjectPage) -> AnyView {
    let crumbs = vec![(ADDRESS.to_owned(), locale.text(&texts::TITLE).into_owned())];
    let said = done(
        locale,
        &[
            ("described", &texts::DESCRIBED),
            ("defined", &texts::DEFINED),
            ("target", &texts::TARGET_SET),
            ("value", &texts::VALUE_ENTERED),
        ],
    );
    let text = |text| locale.text(text).into_owned();
    let hidden = data.donor.then(|| {
        view! { <p class="muted" id="hidden-why">{text(&texts::HIDDEN_WHY)}</p> }
    });
    view! {
        <PageHead title=name(locale, &data.project) sub=locale.period(data.period.0, data.period.1) crumbs/>
        {live(locale, None)}
        {said}
        {facts(locale, data)}
        {periods(locale, data)}
        {section("progress", text(&texts::PROGRESS), indicators::table(locale, data))}
        {section("people", text(&texts::PEOPLE), figures::people(locale, data))}
        {hidden}
        {figures::hidden(locale, data)}
        <div class="columns">
            {section("places", text(&texts::PLACES), figures::places(locale, data))}
            {section("outputs", text(&texts::OUTPUTS), figures::outputs(locale, data))}
        </div>
        {indicators::definitions(locale, data)}
        {changed(locale, data)}
        {section("ask", text(&texts::ASK), contact(locale, data))}
        <div class="no-print">{section("files", text(&texts::FILES), files(locale, data))}</div>
        {data.administers.then(|| forms::forms(locale, data))}
        {shelf(locale)}
    }
    .into_any()
}

fn facts(locale: Locale, data: &ProjectPage) -> impl IntoView + use<> {
    let named = |name: &domain::label::Name| locale.name(&name.en, &name.sr);
    let lines = [
        (&texts::FUNDER, named(&data.funder)),
        (&texts::IMPLEMENTER, named(&data.implementer)),
        (&texts::REFERENCE, data.reference.clone()),
        (&texts::DURATION, locale.period(data.days.0, data.days.1)),
        (&texts::STATE, locale.text(project_label(data.state)).into_owned()),
    ];
    let lines = lines
        .into_iter()
        .map(|(label, value)| {
            view! { <div><dt>{locale.text(label)}</dt><dd>{value}</dd></div> }
        })
        .collect_view();
    view! { <dl class="summary-list">{lines}</dl> }
}

/// The pieces of the calendar from the project's beginning to today.
fn periods(locale: Locale, data: &ProjectPage) -> impl IntoView + use<> {
    let first = data.days.0;
    let mut all: Vec<Days> = Vec::new();
    for step in [Step::Year, Step::Quarter, Step::Month] {
        let mut next = step.around(data.today.min(data.days.1).max(first));
        while let Some((from, to)) = next.filter(|(_, to)| *to >= first) {
            all.push((from, to));
            next = from.pred_opt().and_then(|day: NaiveDate| step.around(day));
        }
    }
    if !all.contains(&data.period) {
        all.push(data.period);
    }
    let options = all
        .into_iter()
        .filter_map(|days| Some((piece_code(days)?, days)))
        .map(|(code, days)| {
            let words = locale.period(days.0, days.1);
            view! { <option value=code selected=days == data.period>{words}</option> }
        })
        .collect_view();
    view! {
        <form class="filters" method="get" action=address(data) aria-label=locale.text(&texts::PERIOD)>
            <div class="field">
                <label for="period">{locale.text(&texts::PERIOD)}</label>
                <select id="period" name="period">{options}</select>
            </div>
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&texts::SHOW)}</button>
            </div>
        </form>
    }
}

/// The address of a project's page.
pub fn address(data: &ProjectPage) -> String {
    format!("{ADDRESS}/{}", data.project.code)
}

/// What is asked of the reports for the page's period.
fn query(data: &ProjectPage) -> Query {
    Query {
        step: Step::Whole,
        project: Some(data.project.code.clone()),
        ..Query::period(data.period.0, data.period.1)
    }
}

fn changed(locale: Locale, data: &ProjectPage) -> Option<AnyView> {
    let since = data.since.as_ref()?;
    let taken = domain::clock::reporting_day(since.taken);
    let date = locale.date_medium(taken);
    let body = if since.shifts.is_empty() {
        view! { <p>{locale.fill(&texts::SHIFTS_UNCHANGED, &[("date", &date)])}</p> }.into_any()
    } else {
        let items = since
            .shifts
            .iter()
            .map(|(_, day, workshop)| {
                let day = locale.date_medium(*day);
                let workshop = name(locale, workshop);
                let pair: [(&str, &dyn std::fmt::Display); 2] =
                    [("first", &day), ("second", &workshop)];
                view! { <li>{locale.fill(&common::PAIR, &pair)}</li> }
            })
            .collect_view();
        let more = (since.more > 0)
            .then(|| view! { <li>{locale.count(&texts::MORE_SHIFTS, since.more)}</li> });
        view! {
            <p>{locale.fill(&texts::CHANGED_SINCE, &[("date", &date)])}</p>
            <ul class="plain two-columns">{items}{more}</ul>
        }
        .into_any()
    };
    let query = Query { since: Some(since.entry), ..query(data) };
    let figures = format!("/reports/{}?{}", Report::WhatChanged.name(), asking(&query));
    let body = view! {
        {body}
        <p class="muted">{locale.text(&texts::OTHERWISE_CHANGED)}</p>
        <p class="no-print"><a href=figures>{locale.text(&changes::ALL_FIGURES)}</a></p>
    };
    Some(section("changed", locale.text(&texts::CHANGED), body.into_any()))
}

fn contact(locale: Locale, data: &ProjectPage) -> AnyView {
    match &data.description {
        Some(known) => {
            view! { <p>{locale.name(&known.contact.en, &known.contact.sr)}</p> }.into_any()
        }
        None => view! { <p class="muted">{locale.text(&texts::ASK_NOBODY)}</p> }.into_any(),
    }
}

fn files(locale: Locale, data: &ProjectPage) -> AnyView {
    let query = query(data);
    let rows = Report::ALL
        .into_iter()
        .filter(|report| report.for_donors() && !report.compares())
        .map(|report| {
            let title = locale.text(crate::i18n::labels::report_label(report));
            view! {
                <li class="spread">
                    <a href=format!("/reports/{}?{}", report.name(), asking(&query))>{title}</a>
                    <span class="toolbar">{downloads(locale, report, &query)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="muted">
            {locale.text(&texts::FILES_ABOUT)} " "
            <a href=crate::verify::ADDRESS>{locale.text(&texts::CHECK_FILE)}</a>
        </p>
        <ul class="plain stack">{rows}</ul>
    }
    .into_any()
}

fn asking(query: &Query) -> String {
    let project = query.project.as_deref().unwrap_or_default();
    let since = query.since.map(|entry| format!("&since={entry}")).unwrap_or_default();
    let step = query.step.code();
    format!("from={}&to={}&project={project}&step={step}{since}", query.from, query.to)
}
