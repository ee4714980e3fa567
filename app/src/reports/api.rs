//! What the pages of the reports ask the server for.

use super::ask::Ask;
use crate::error::AppError;
use domain::fault::Fault;
use domain::overview::{Choices, Preview};
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
    use domain::overview::FileMade;

    let (store, _, actor) = reader()?;
    let report = Report::from_name(&name).ok_or(Fault::Unknown { noun: Noun::Report });
    let report = report.map_err(refuse)?;
    let choices = store.choices(&actor).await.map_err(refuse)?;
    let today = choices.today;
    let (query, outcome) = match ask.resolve(report, today) {
        Ok(mut query) => {
            if report.compares() && query.since.is_none() {
                // The last file of the project, or of anything where none was chosen.
                let fits =
                    |file: &&FileMade| query.project.is_none() || file.project == query.project;
                query.since = choices.files.iter().find(fits).map(|file| file.entry);
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
        outcome => Ok(ReportData { report, choices, query, outcome }),
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
