//! Whether a file is genuine: a page for everybody who holds one, signed in or not.

use crate::i18n::catalogue::{changes, reports, verify as texts};
use crate::i18n::labels::{fault_text, report_label};
use crate::i18n::{Locale, Text};
use crate::ui::address::Address;
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::form::Refused;
use crate::ui::frame::Bare;
use crate::ui::live::live;
use crate::use_locale;
use domain::report::{PACKAGE, Report};
use leptos::prelude::*;

/// The address of the page, to which its form is sent.
pub const ADDRESS: &str = "/verify";
/// Where the organisation's public key is.
pub const KEY_ADDRESS: &str = "/api/v1/seals/key.json";

/// What was found of a file: provided by the server as context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// SHA-256 of the file in hexadecimal.
    pub hash: String,
    /// What became of it.
    pub verdict: Verdict,
    /// What the seal says, where its signature fits.
    pub seal: Option<SealSaid>,
}

/// Whether a file is genuine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Byte for byte what was sealed.
    Genuine,
    /// Not as it was sealed: this file, or the package around all.
    Changed(Option<String>),
    /// The seal itself was altered.
    WrongSignature,
    /// Sealed with another key.
    AnotherKey,
    /// No seal is known.
    NotSealed,
    /// The seal cannot be read.
    Unreadable,
}

/// What a seal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealSaid {
    /// The organisation's name.
    pub organisation: String,
    /// The report by its name in addresses.
    pub report: String,
    /// What was asked for.
    pub parameters: Vec<(String, String)>,
    /// When it was made, RFC 3339 in UTC.
    pub made: String,
    /// Whether it was made for a donor.
    pub donor: bool,
    /// The last entry of the journal.
    pub entry: i64,
    /// The hash of that entry.
    pub hash: String,
    /// The version of the program and of the report's definition.
    pub software: String,
    /// The key by its short form.
    pub key: String,
}

/// The page at `/verify`.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let locale = use_locale();
    let refused = use_context::<Refused>().map(|refused| {
        view! { <Notice tone=Tone::Error title=fault_text(locale, &refused.fault)/> }
    });
    let found = use_context::<Checked>().map(|checked| result(locale, &checked));
    view! {
        <Bare>
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO)/>
        {live(locale, None)}
        {refused}
        {found}
        <form
            class="card stack"
            method="post"
            action=ADDRESS
            enctype="multipart/form-data"
            aria-label=locale.text(&texts::TITLE)
        >
            {file(locale, "file", &texts::FILE, true)}
            {file(locale, "seal", &texts::SIDECAR, false)}
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&texts::CHECK)}</button>
                <a href=KEY_ADDRESS>{locale.text(&texts::PUBLIC_KEY)}</a>
            </div>
        </form>
        </Bare>
    }
}

fn file(locale: Locale, name: &'static str, label: &'static Text, required: bool) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{locale.text(label)}</label>
            <input id=name name=name type="file" required=required/>
        </div>
    }
}

/// Where it is told what changed since a file was sealed: to whoever may see the figures.
fn changed_since(locale: Locale, seal: &SealSaid) -> Option<AnyView> {
    let said = |name: &str| {
        let found = seal.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    };
    let compared = seal.report == PACKAGE
        || Report::from_name(&seal.report).is_some_and(|report| Report::COMPARED.contains(&report));
    if !compared {
        return None;
    }
    let page = Address::new(format!("/reports/{}", Report::WhatChanged.name()))
        .with("from", said("from")?)
        .with("to", said("to")?)
        .with_some("project", said("project"))
        .with_some("centre", said("centre"))
        .with_some("step", said("step"))
        .with("since", seal.entry)
        .into_string();
    Some(view! { <p><a href=page>{locale.text(&changes::SINCE_THEN)}</a></p> }.into_any())
}

fn result(locale: Locale, checked: &Checked) -> impl IntoView + use<> {
    let (tone, title, about) = match &checked.verdict {
        Verdict::Genuine => (Tone::Success, &texts::GENUINE, &texts::GENUINE_ABOUT),
        Verdict::Changed(_) => (Tone::Error, &texts::CHANGED, &texts::CHANGED_ABOUT),
        Verdict::WrongSignature => {
            (Tone::Error, &texts::WRONG_SIGNATURE, &texts::WRONG_SIGNATURE_ABOUT)
        }
        Verdict::AnotherKey => (Tone::Error, &texts::ANOTHER_KEY, &texts::ANOTHER_KEY_ABOUT),
        Verdict::NotSealed => (Tone::Warning, &texts::NOT_SEALED, &texts::NOT_SEALED_ABOUT),
        Verdict::Unreadable => (Tone::Error, &texts::UNREADABLE, &texts::UNREADABLE_ABOUT),
    };
    let about = match &checked.verdict {
        Verdict::Changed(name) => {
            let wrapping = || locale.text(&texts::CHANGED_WRAPPING).into_owned();
            let what = name.clone().unwrap_or_else(wrapping);
            locale.fill(about, &[("what", &what)])
        }
        _ => locale.text(about).into_owned(),
    };
    let mut lines: Vec<(&'static Text, String)> = Vec::new();
    if let Some(seal) = &checked.seal {
        let report = match (Report::from_name(&seal.report), seal.report.as_str()) {
            (Some(report), _) => locale.text(report_label(report)).into_owned(),
            (None, PACKAGE) => locale.text(&reports::PACKAGE).into_owned(),
            (None, other) => other.to_owned(),
        };
        let audience = if seal.donor { &texts::FOR_DONOR } else { &texts::FOR_ORGANISATION };
        let asked: Vec<String> =
            seal.parameters.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        lines = vec![
            (&texts::SEALED_BY, seal.organisation.clone()),
            (&texts::REPORT, report),
            (&texts::ASKED, asked.join(", ")),
            (&texts::AUDIENCE, locale.text(audience).into_owned()),
            (&texts::MADE, seal.made.clone()),
            (&texts::JOURNAL, format!("{}:{}", seal.entry, seal.hash)),
            (&texts::SOFTWARE, seal.software.clone()),
            (&texts::KEY, seal.key.clone()),
        ];
    }
    let genuine = checked.seal.as_ref().filter(|_| checked.verdict == Verdict::Genuine);
    let changed = genuine.and_then(|seal| changed_since(locale, seal));
    lines.push((&texts::HASH, checked.hash.clone()));
    let lines = lines
        .into_iter()
        .map(|(label, value)| {
            view! { <div><dt>{locale.text(label)}</dt><dd class="hash"><bdi>{value}</bdi></dd></div> }
        })
        .collect_view();
    view! {
        <section id="result" class="card" aria-live="polite">
            <Notice tone=tone title=locale.text(title)/>
            <p>{about}</p>
            {changed}
            <dl class="summary-list">{lines}</dl>
        </section>
    }
}
