//! Taking files in: people, enrolments, occupancy, attendance of the past.
//!
//! A file is brought on `/centres/CODE/import` and gets a page of its own, where its columns are
//! named, it is checked, and taken in. It waits in the server's memory, which the server gives to the
//! pages as [`Files`].

mod api;
mod columns;
mod found;

pub use api::load_import;
pub use found::{problem_heads, problem_line};

use crate::i18n::catalogue::import as texts;
use crate::i18n::labels::{field_label, unreadable_label};
use crate::i18n::{Locale, Text};
use crate::tablet::words::pair;
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::desk::{crumbs, section, word};
use crate::ui::form::Form;
use crate::ui::live::script;
use crate::ui::loaded::loaded;
use crate::use_locale;
use domain::ids::AccountId;
use domain::import::{
    Findings, ImportField, ImportFile, ImportKind, ImportPage, ImportStage, Unreadable,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;
use uuid::Uuid;

/// Where the files that were brought wait.
pub trait FilesAtDesk: Send + Sync {
    /// A file of somebody at a centre; the last that they brought when none is named.
    fn file(&self, owner: AccountId, centre: &str, id: Option<Uuid>) -> Option<ImportFile>;
}

/// The same, as the server provides it.
#[derive(Clone)]
pub struct Files(pub Arc<dyn FilesAtDesk>);

/// Why a form did not do what it asked for: provided by the server as context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// Two columns would hold the same.
    Twice(ImportField),
    /// The file does not wait here any more.
    Gone,
}

/// The word of a separator in forms.
pub fn separator_word(separator: char) -> &'static str {
    match separator {
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        _ => "comma",
    }
}

/// The page at `/centres/CODE/import`.
#[component]
pub fn ImportListPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_import(code, None), move |data| bring(locale, &data))
}

/// The page of a file at `/centres/CODE/import/ID`.
#[component]
pub fn ImportFilePage() -> impl IntoView {
    let locale = use_locale();
    let of = |name| use_params_map().with_untracked(|params| params.get(name));
    let (code, id) = (of("code").unwrap_or_default(), of("id"));
    loaded(load_import(code, Some(id.unwrap_or_default())), move |data| match &data.file {
        Some(file) => one(locale, &data, file),
        None => bring_with(locale, &data, Some(Stopped::Gone)),
    })
}

/// What a kind of file is called, and what is needed in it.
fn kind_texts(kind: ImportKind) -> (&'static Text, &'static Text) {
    match kind {
        ImportKind::People => (&texts::PEOPLE, &texts::PEOPLE_NEEDS),
        ImportKind::Enrolments => (&texts::ENROLMENTS, &texts::ENROLMENTS_NEEDS),
        ImportKind::Occupancy => (&texts::OCCUPANCY, &texts::OCCUPANCY_NEEDS),
        ImportKind::Attendance => (&texts::ATTENDANCE, &texts::ATTENDANCE_NEEDS),
    }
}

fn stopped(locale: Locale, why: Stopped) -> AnyView {
    let title = match why {
        Stopped::Unreadable(why) => locale.text(unreadable_label(why)).into_owned(),
        Stopped::Twice(field) => {
            locale.fill(&texts::TWICE, &[("field", &field_label(locale, field))])
        }
        Stopped::Gone => locale.text(&texts::GONE).into_owned(),
    };
    view! { <Notice tone=Tone::Error title/> }.into_any()
}

/// The head of the page, or of the one of a file.
fn head(locale: Locale, data: &ImportPage, sub: String, file: Option<&ImportFile>) -> AnyView {
    let (all, mut crumbs) = (locale.text(&texts::TITLE).into_owned(), crumbs(locale, &data.centre));
    let title = match file {
        Some(file) => {
            crumbs.push((address(data), all));
            file.name.clone()
        }
        None => all,
    };
    view! { <PageHead title sub crumbs/> }.into_any()
}

fn address(data: &ImportPage) -> String {
    format!("/centres/{}/import", data.centre.code)
}

fn bring(locale: Locale, data: &ImportPage) -> AnyView {
    bring_with(locale, data, use_context::<Stopped>())
}

fn bring_with(locale: Locale, data: &ImportPage, why: Option<Stopped>) -> AnyView {
    let waits = data.file.as_ref().map(|file| {
        let title = locale.fill(&texts::WAITS, &[("file", &file.name)]);
        let href = format!("{}/{}", address(data), file.id);
        view! {
            <Notice tone=Tone::Info title>
                <a href=href>{locale.text(&texts::CONTINUE)}</a>
            </Notice>
        }
    });
    let kinds = ImportKind::ALL.map(|kind| {
        let (name, needs) = kind_texts(kind);
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="kind"
                    value=kind.word()
                    checked=kind == ImportKind::People
                />
                <span>
                    <strong>{locale.text(name)}</strong>
                    " "
                    <span class="muted">{locale.text(needs)}</span>
                </span>
            </label>
        }
    });
    let refused = Form::new(locale, "").fault();
    view! {
        {head(locale, data, locale.text(&texts::INTRO).into_owned(), None)}
        {why.map(|why| stopped(locale, why))}
        {waits}
        <form class="card stack" method="post" action=address(data) enctype="multipart/form-data">
            {refused}
            <fieldset class="field">
                <legend>{locale.text(&texts::WHAT)}</legend>
                <div class="stack">{kinds.into_iter().collect_view()}</div>
            </fieldset>
            <div class="field">
                <label for="file">{locale.text(&texts::FILE)}</label>
                <input
                    id="file"
                    name="file"
                    type="file"
                    accept=".csv,.txt,.tsv,.xlsx"
                    required
                    aria-describedby="file-hint"
                />
                <p class="hint" id="file-hint">{locale.text(&texts::FILE_HINT)}</p>
            </div>
            <div class="row">
                <button class="button primary" type="submit">{locale.text(&texts::READ)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn one(locale: Locale, data: &ImportPage, file: &ImportFile) -> AnyView {
    let (name, _) = kind_texts(file.kind);
    let rows = locale.count(&texts::ROWS, file.rows as i64);
    let sub = pair(locale, &locale.text(name), &rows);
    let why = use_context::<Stopped>().map(|why| stopped(locale, why));
    let action = format!("{}/{}", address(data), file.id);
    let stage = match &file.stage {
        ImportStage::Columns => None,
        ImportStage::Working { writes, done, of } => {
            return view! {
                {head(locale, data, sub, Some(file))}
                {working(locale, file, *writes, *done, *of)}
            }
            .into_any();
        }
        ImportStage::Checked(found, all) => {
            Some(found::checked(locale, file, found, *all, &action))
        }
        ImportStage::Done(found) => {
            return view! {
                {head(locale, data, sub, Some(file))}
                {done(locale, data, file, found)}
            }
            .into_any();
        }
        ImportStage::Failed(fault) => {
            let title = crate::i18n::labels::fault_text(locale, fault);
            Some(view! { <Notice tone=Tone::Error title/> }.into_any())
        }
    };
    view! {
        {head(locale, data, sub, Some(file))}
        {why}
        {stage}
        {section(
            "columns-title",
            locale.text(&texts::COLUMNS),
            columns::form(locale, data, file, &action),
        )}
        {section("read-title", locale.text(&texts::READING), columns::reading(locale, file, &action))}
    }
    .into_any()
}

/// While it is worked on. The script of the page fills the bar and asks for the page anew at the end;
/// without it the link does.
fn working(locale: Locale, file: &ImportFile, writes: bool, done: usize, of: usize) -> AnyView {
    let title = locale.text(if writes { &texts::WRITING } else { &texts::CHECKING });
    view! {
        <section class="card stack" aria-labelledby="working">
            <h2 id="working">{title}</h2>
            <progress
                class="progress"
                aria-labelledby="working"
                data-progress=format!("/api/v1/imports/{}", file.id)
                value=done
                max=of.max(1)
            ></progress>
            <p class="muted">{locale.text(&texts::WORKING_HINT)}</p>
            <p><a href="">{locale.text(&texts::LOOK_AGAIN)}</a></p>
            {script(|scripts| scripts.progress)}
        </section>
    }
    .into_any()
}

fn done(locale: Locale, data: &ImportPage, file: &ImportFile, found: &Findings) -> AnyView {
    let page = match file.kind {
        ImportKind::People => "people",
        ImportKind::Enrolments => "enrolments",
        ImportKind::Occupancy => "occupancy",
        ImportKind::Attendance => "",
    };
    let href = match page {
        "" => format!("/centres/{}", data.centre.code),
        page => format!("/centres/{}/{page}", data.centre.code),
    };
    let said = found::counts(locale, found);
    view! {
        <Notice tone=Tone::Success title=locale.text(&texts::DONE)>
            <p>{said}</p>
        </Notice>
        <div class="row">
            <a class="button primary" href=href>{locale.text(&texts::SEE)}</a>
            <a class="button" href=address(data)>{locale.text(&texts::ANOTHER)}</a>
        </div>
    }
    .into_any()
}

/// The value of a choice that stands for all rows.
fn day_order_word(order: domain::import::DayOrder) -> String {
    word(&order)
}
