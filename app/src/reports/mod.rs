//! The reports: the rows behind every figure, to look at and to download.

mod api;
mod ask;
mod cell;
mod filters;
mod own;
mod package;
mod preview;

pub use api::{ReportData, load_report, load_report_choices, mended_by_form};
pub use ask::Ask;
pub use cell::{cell_text, why_text};
pub use filters::{centres, period, period_form, projects, splits, steps, workshops};
pub use own::{FileStage, OwnFile, OwnFiles, file_said, shelf};
pub use package::{NoFile, PackageRefused};
pub use preview::downloads;

use crate::i18n::Locale;
use crate::i18n::catalogue::{changes, files, reports as texts, tokens};
use crate::i18n::labels::{fault_text, report_about, report_label};
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use domain::fault::Fault;
use domain::overview::Choices;
use domain::report::Report;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The address of the list, to which the forms about files are sent; a report has its name after it.
pub const ADDRESS: &str = "/reports";

/// The page at `/reports`: what reports there are for this reader.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_report_choices(), move |choices| list(locale, &choices))
}

fn list(locale: Locale, choices: &Choices) -> AnyView {
    let donor = choices.donor;
    let cards = Report::ALL
        .into_iter()
        .filter(|report| !donor || report.for_donors())
        .map(|report| {
            let internal = (!report.for_donors()).then(|| {
                view! { <span class="badge">{locale.text(&texts::INTERNAL_ONLY)}</span> }
            });
            view! {
                <li class="card">
                    <h2>
                        <a href=format!("{ADDRESS}/{}", report.name())>
                            {locale.text(report_label(report))}
                        </a>
                    </h2>
                    <p>{locale.text(report_about(report))}</p>
                    {internal}
                </li>
            }
        })
        .collect_view();
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO)>
            <a class="button" href=crate::tokens::ADDRESS>{locale.text(&tokens::TITLE)}</a>
        </PageHead>
        {live(locale, None)}
        <ul class="card-grid">{cards}</ul>
        {package::package(locale, choices)}
        {shelf(locale)}
    }
    .into_any()
}

/// The page at `/reports/NAME`: filters in the address, the first rows, the downloads.
#[component]
pub fn ReportPage() -> impl IntoView {
    let locale = use_locale();
    let name = use_params_map().with_untracked(|params| params.get("name")).unwrap_or_default();
    let ask = use_query_map().with_untracked(Ask::from_query);
    loaded(load_report(name, ask), move |data| report(locale, data))
}

fn report(locale: Locale, data: ReportData) -> AnyView {
    let ReportData { report, choices, files: known, query, outcome } = data;
    let title = locale.text(report_label(report)).into_owned();
    let crumbs = vec![(ADDRESS.into(), locale.text(&texts::TITLE).into_owned())];
    // A file is made when its rows are ready, whoever waits for it.
    let offered = matches!(outcome, Ok(_) | Err(Fault::Unavailable));
    let downloads = offered.then(|| downloads(locale, report, &query));
    let filters = filters::filters(locale, report, &choices, &known, &query);
    let body = match outcome {
        Ok(preview) => preview::preview(locale, &choices, preview),
        Err(fault) => {
            crate::error::set_status(fault.status());
            let (tone, title) = match fault {
                Fault::Unavailable => (Tone::Warning, locale.text(&files::NOT_READY).into_owned()),
                Fault::Missing { field } if field == "since" && known.is_empty() => {
                    (Tone::Info, locale.text(&changes::NO_FILES).into_owned())
                }
                fault => (Tone::Error, fault_text(locale, &fault)),
            };
            view! { <Notice tone title/> }.into_any()
        }
    };
    view! {
        <PageHead title=title sub=locale.text(report_about(report)) crumbs=crumbs>
            {downloads}
        </PageHead>
        {live(locale, None)}
        {filters}
        {body}
        {shelf(locale)}
    }
    .into_any()
}
