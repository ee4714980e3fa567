//! Identities whose time is over: a preview, the erasure, and its receipt.

mod api;

pub use api::load_purge;

use crate::i18n::catalogue::{common, people, retention as texts};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{crumbs, name};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{DueRow, Purge};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::fmt::Write as _;

/// The page at `/centres/CODE/retention`.
#[component]
pub fn RetentionPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_purge(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Purge) -> AnyView {
    let kept = (data.kept > 0).then(|| {
        view! { <p class="muted">{locale.count(&texts::KEPT, data.kept)}</p> }
    });
    let body = if data.due.is_empty() {
        view! { <Empty picture="generic" title=&texts::NOBODY/> }.into_any()
    } else {
        view! { {list(locale, data)} {form(locale, data)} }.into_any()
    };
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.text(&texts::INTRO)
            crumbs=crumbs(locale, &data.centre)
        />
        {body}
        {kept}
    }
    .into_any()
}

/// The projects of somebody with the last day of each.
fn projects(locale: Locale, row: &DueRow) -> String {
    let said = row.projects.iter().map(|(project, until)| {
        let (project, until) = (name(locale, project), locale.date_medium(*until));
        locale.fill(&common::LABELLED, &[("label", &project), ("value", &until)])
    });
    said.collect::<Vec<_>>().join(", ")
}

fn list(locale: Locale, data: &Purge) -> AnyView {
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [text(&people::PERSON), text(&texts::LEFT), text(&texts::PROJECTS)];
    let rows = data.due.iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{crate::people::link(&data.centre, &row.label)}</th>
                <td>{locale.date_medium(row.departed)}</td>
                <td>{projects(locale, row)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table id="due-table" caption=locale.text(&texts::TITLE) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// Confirmed by typing how many they are.
fn form(locale: Locale, data: &Purge) -> AnyView {
    let form = Form::new(locale, "purge");
    let n = locale.number(data.due.len() as i64);
    view! {
        <form
            class="card stack"
            method="post"
            action=format!("/centres/{}/retention", data.centre.code)
            novalidate
        >
            {form.fault()}
            {form.hidden()}
            <p>{locale.text(&texts::PURGE_WHAT)}</p>
            <p>{locale.fill(&texts::CONFIRM, &[("n", &n)])}</p>
            {form.number("people", &texts::NUMBER, None, None)}
            <div class="row">
                <button class="button danger" type="submit">{locale.text(&texts::PURGE)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What was erased, by whom and when, with the last entry of the journal: a text to keep. It names
/// codes only.
pub fn receipt(locale: Locale, data: &Purge, who: &str, entry: i64) -> String {
    let date = locale.date_medium(data.today);
    let mut text = format!(
        "{} · {}\n{}\n{}\n\n",
        locale.text(&texts::RECEIPT),
        name(locale, &data.centre),
        locale.fill(&texts::RECEIPT_BY, &[("who", &who), ("date", &date)]),
        locale.fill(&texts::RECEIPT_ENTRY, &[("entry", &entry)]),
    );
    for row in &data.due {
        let (left, projects) = (locale.date_medium(row.departed), projects(locale, row));
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("code", &row.label.code), ("left", &left), ("projects", &projects)];
        let _ = writeln!(text, "{}", locale.fill(&texts::RECEIPT_LINE, &values));
    }
    text
}
