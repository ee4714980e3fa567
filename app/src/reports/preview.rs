//! The first rows of a report, and the files of all of them.

use super::cell::{cell_text, why_text};
use crate::i18n::Locale;
use crate::i18n::catalogue::{changes, common, donor_reports, reports as texts};
use crate::i18n::labels::{column_about, column_label, report_label};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, Tone, icon};
use crate::ui::figure::empty_cell;
use crate::ui::table::Table;
use domain::overview::{Choices, Preview};
use domain::report::{
    ALL_SITES, Cell, Column, ColumnId, ColumnKind, NO_SITE, Query, Report, Split, Step,
};
use domain::shift::ShiftState;
use leptos::prelude::*;

/// The files: with the filters as they were understood, so page and file agree. Ordinary links; on a
/// page with the [`super::shelf`] its script has the files made.
pub fn downloads(locale: Locale, report: Report, query: &Query) -> AnyView {
    let href = |ending: &str, profile: Option<&str>| {
        Address::new(format!("/api/v1/reports/{}.{ending}", report.name()))
            .with_some("profile", profile)
            .with("from", query.from)
            .with("to", query.to)
            .with_some("centre", query.centre.as_deref())
            .with_some("project", query.project.as_deref())
            .with_some("workshop", query.workshop.as_deref())
            .with_some("state", query.state.map(ShiftState::code))
            .with_some("step", (query.step != Step::default()).then(|| query.step.code()))
            .with_some("by", query.by.map(Split::code))
            .with_some("of", query.of.as_deref())
            .with_some("since", query.since)
            .into_string()
    };
    let files = [
        ("button primary", "xlsx", None, &texts::DOWNLOAD_XLSX, &texts::DOWNLOAD_XLSX_ABOUT),
        (
            "button",
            "csv",
            Some("excel"),
            &texts::DOWNLOAD_CSV_EXCEL,
            &texts::DOWNLOAD_CSV_EXCEL_ABOUT,
        ),
        ("button", "csv", None, &texts::DOWNLOAD_CSV, &texts::DOWNLOAD_CSV_ABOUT),
        ("button", "zip", None, &texts::DOWNLOAD_PACKAGE, &texts::DOWNLOAD_PACKAGE_ABOUT),
    ];
    files
        .into_iter()
        .map(|(class, ending, profile, label, about)| {
            view! {
                <a
                    class=class
                    href=href(ending, profile)
                    title=locale.text(about)
                    data-export=""
                >
                    {icon("download")} {locale.text(label)}
                </a>
            }
        })
        .collect_view()
        .into_any()
}

/// The table, with what is left out and why.
pub fn preview(locale: Locale, choices: &Choices, preview: Preview) -> AnyView {
    let Preview { report, query, rows, total, suppressed } = preview;
    let shown = rows.len() as i64;
    let hidden = suppressed.then(|| {
        let note = match report {
            Report::SessionLog => &texts::SUPPRESSED_SESSIONS,
            report if report.counts_people() => &donor_reports::SUPPRESSED_CELLS,
            _ => &texts::SUPPRESSED_NOTE,
        };
        view! { <Notice tone=Tone::Info title=locale.text(note)/> }
    });
    let part = (shown < total).then(|| {
        let (n, total) = (locale.number(shown), locale.number(total));
        let text = locale.fill(&texts::FIRST_ROWS, &[("n", &n), ("total", &total)]);
        view! { <p class="muted">{text}</p> }
    });
    let none = if report.compares() { &changes::NOTHING_CHANGED } else { &texts::NO_ROWS };
    let body = if rows.is_empty() {
        view! {
            <Empty picture="mountain" title=none>
                <p>{locale.period(query.from, query.to)}</p>
            </Empty>
        }
        .into_any()
    } else {
        table(locale, choices, report, &query, rows, total)
    };
    view! {
        <p class="print-only">{scope(locale, choices, &query)}</p>
        {hidden}
        {part}
        {body}
    }
    .into_any()
}

/// Centre and period, for paper.
fn scope(locale: Locale, choices: &Choices, query: &Query) -> String {
    let centre = choices.centres.iter().find(|known| Some(&known.code) == query.centre.as_ref());
    let centre = match centre {
        Some(centre) => locale.name(&centre.name.en, &centre.name.sr),
        None => locale.text(&texts::ALL_CENTRES).into_owned(),
    };
    let period = locale.period(query.from, query.to);
    locale.fill(&common::PAIR, &[("first", &centre), ("second", &period)])
}

/// Which cell of a row opens what is behind it: a shift its log with the entries, a person the entries
/// about them, a piece of the period the shifts that were held in it.
fn behind(
    report: Report,
    query: &Query,
    choices: &Choices,
    row: &[Cell],
) -> Option<(ColumnId, String)> {
    let cell = |column| row.get(report.place(column)?);
    let text = |column| match cell(column)? {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let day = |column| match cell(column)? {
        Cell::Day(day) => Some(*day),
        _ => None,
    };
    if choices.donor {
        return None;
    }
    if let Some(shift) = text(ColumnId::SessionId) {
        let page = Address::new(format!("/centres/{}/log", text(ColumnId::SiteCode)?));
        return Some((ColumnId::SessionId, page.with("shift", shift).into_string()));
    }
    if let Some(person) = text(ColumnId::PersonCode) {
        let only = match choices.centres.as_slice() {
            [only] => Some(only.code.as_str()),
            _ => None,
        };
        let centre = text(ColumnId::SiteCode).or(query.centre.as_deref()).or(only)?;
        let page = Address::new(format!("/centres/{centre}/journal")).with("person", person);
        return Some((ColumnId::PersonCode, page.into_string()));
    }
    let centre = match text(ColumnId::SiteCode) {
        // No centre, which cannot be asked for; all of those that were.
        Some(NO_SITE) => return None,
        Some(ALL_SITES) | None => query.centre.as_deref(),
        code => code,
    };
    let tells_no_code =
        report.place(ColumnId::Site).is_some() && report.place(ColumnId::SiteCode).is_none();
    if report.compares() || tells_no_code {
        return None;
    }
    let (from, to) = (day(ColumnId::PeriodStart)?, day(ColumnId::PeriodEnd)?);
    let shifts = Address::new(format!("/reports/{}", Report::SessionLog.name()))
        .with("from", from)
        .with("to", to)
        .with_some("centre", centre)
        .with_some("project", text(ColumnId::ProjectCode).or(query.project.as_deref()))
        .with_some("workshop", text(ColumnId::WorkshopCode).or(query.workshop.as_deref()))
        .with("state", ShiftState::Closed.code());
    Some((ColumnId::PeriodStart, shifts.into_string()))
}

fn opening(locale: Locale, column: &Column, value: Cell, href: String) -> AnyView {
    match cell_text(locale, value) {
        Ok(text) => view! { <td class=class(column)><a href=href>{text}</a></td> }.into_any(),
        Err(why) => view! { <td>{empty_cell(why_text(locale, why))}</td> }.into_any(),
    }
}

fn table(
    locale: Locale,
    choices: &Choices,
    report: Report,
    query: &Query,
    rows: Vec<Vec<Cell>>,
    total: i64,
) -> AnyView {
    let columns = report.columns();
    let title = locale.text(report_label(report));
    let period = locale.period(query.from, query.to);
    let caption = locale.fill(&common::PAIR, &[("first", &title), ("second", &period)]);
    let heads = columns
        .iter()
        .map(|column| {
            let (label, about) = (column_label(column.id), column_about(column.id));
            view! {
                <th scope="col" class=number(column) title=locale.text(about)>
                    {locale.text(label)}
                </th>
            }
        })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|cells| {
            let behind = behind(report, query, choices, &cells);
            let cells = columns
                .iter()
                .zip(cells)
                .map(|(column, value)| match &behind {
                    Some((opens, href)) if *opens == column.id => {
                        opening(locale, column, value, href.clone())
                    }
                    _ => cell(locale, column, value),
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <Table
            id="preview"
            caption=caption
            more=locale.count(&texts::ROWS_SHOWN, total)
            wide=true
        >
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn number(column: &Column) -> Option<&'static str> {
    matches!(column.kind, ColumnKind::Number | ColumnKind::Decimal).then_some("num")
}

fn class(column: &Column) -> Option<&'static str> {
    match column.id {
        ColumnId::SessionId | ColumnId::PersonCode => Some("code"),
        _ => number(column),
    }
}

fn cell(locale: Locale, column: &Column, value: Cell) -> AnyView {
    let class = class(column);
    match cell_text(locale, value) {
        Ok(text) => view! { <td class=class>{text}</td> }.into_any(),
        Err(why) => view! { <td class=class>{empty_cell(why_text(locale, why))}</td> }.into_any(),
    }
}
