//! What the pages of the reports ask the server for.

use super::ask::Ask;
use crate::error::AppError;
use domain::fault::Fault;
use domain::overview::{Choices, FileMade, Preview};
use domain::report::{Query, Report};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// A report with what its form offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportData {
    /// Which report.
    pub report: Report,
    /// What can be chosen.
    pub choices: Choices,
    /// The files to compare with, where the report compares.
    pub files: Vec<FileMade>,
    /// What was asked, completed; this month where the address could not be read.
    pub query: Query,
    /// The first rows, or what is wrong with the choice.
    pub outcome: Result<Preview, Fault>,
}

/// What the reader can choose from.
///
/// # Errors
/// A fault; not signed in, or not allowed.
#[server(prefix = "/api/fn", endpoint = "report-choices", input = GetUrl)]
pub async fn load_report_choices() -> Result<Choices, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.choices(&actor).await.map_err(crate::ssr::refuse)
}

/// The first rows of a report, with what its form offers.
///
/// What the form can mend (a period that ends before it begins) comes back beside the form; so does
/// that the rows are not ready, since a file of them can be asked for already.
///
/// # Errors
/// A fault that no other choice would mend; not signed in, not allowed, or no such report.
#[server(prefix = "/api/fn", endpoint = "report-preview", input = GetUrl)]
pub async fn load_report(name: String, ask: Ask) -> Result<ReportData, AppError> {
    use crate::ssr::{reader, refuse};
    use domain::fault::Noun;

    let (store, _, actor) = reader()?;
    let report = Report::from_name(&name).ok_or(Fault::Unknown { noun: Noun::Report });
    let report = report.map_err(refuse)?;
    let choices = store.choices(&actor).await.map_err(refuse)?;
    let (today, mut files) = (choices.today, Vec::new());
    let (query, outcome) = match ask.resolve(report, today) {
        Ok(mut query) => {
            if report.compares() {
                let project = query.project.as_deref();
                files = store.files_to_compare(&actor, project).await.map_err(refuse)?;
                query.since = query.since.or(files.first().map(|file| file.entry));
            }
            let rows = store.preview(&actor, report, &query).await.map_err(Fault::from);
            (query, rows)
        }
        Err(fault) => {
            let (from, to) = domain::clock::month_of(today);
            (Query::period(from, to), Err(fault))
        }
    };
    match outcome {
        Err(fault) if !mended_by_form(&fault) && fault != Fault::Unavailable => Err(refuse(fault)),
        outcome => Ok(ReportData { report, choices, files, query, outcome }),
    }
}

/// Whether another choice in the form would do.
pub fn mended_by_form(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Malformed { .. }
            | Fault::BadDay { .. }
            | Fault::OutOfRange { .. }
            | Fault::PeriodReversed
            | Fault::PeriodNotWhole
            | Fault::Unknown { .. }
            | Fault::Missing { .. }
    )
}
