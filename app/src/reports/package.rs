//! Several reports in one data package: which, of what, as a form that is sent to the page.

use super::ask::Ask;
use super::filters::{centres, days_of, projects, steps};
use crate::i18n::Locale;
use crate::i18n::catalogue::{files as texts, reports};
use crate::i18n::labels::{fault_text, report_label};
use crate::ui::basics::{Notice, Tone};
use crate::ui::desk::section;
use crate::ui::form::Typed;
use domain::fault::Fault;
use domain::overview::Choices;
use domain::report::{Query, Report};
use leptos::prelude::*;

/// Why no file is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoFile {
    /// The account has as many in work as it may.
    TooMany,
    /// No report was chosen.
    NoReport,
    /// A donor asked for indicators of one centre.
    IndicatorsOfACentre,
    /// Anything else.
    Fault(Fault),
}

impl<F: Into<Fault>> From<F> for NoFile {
    fn from(fault: F) -> Self {
        Self::Fault(fault.into())
    }
}

impl NoFile {
    /// The sentence that says so, and what to do.
    pub fn said(&self, locale: Locale) -> String {
        match self {
            Self::TooMany => locale.text(&texts::TOO_MANY).into_owned(),
            Self::NoReport => locale.text(&texts::NO_REPORT).into_owned(),
            Self::IndicatorsOfACentre => locale.text(&texts::INDICATORS_WHOLE).into_owned(),
            Self::Fault(fault) => fault_text(locale, fault),
        }
    }
}

/// The form was refused: provided by the server as context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageRefused {
    /// Why.
    pub why: NoFile,
    /// What was typed.
    pub typed: Typed,
}

/// The form, with what was typed into it if it was refused.
pub(super) fn package(locale: Locale, choices: &Choices) -> AnyView {
    let refused = use_context::<PackageRefused>();
    let typed = refused.as_ref().map(|refused| &refused.typed);
    let fault = refused.as_ref().map(|refused| {
        view! { <Notice tone=Tone::Error title=refused.why.said(locale)/> }
    });
    let query = query(choices, typed);
    let donor = choices.donor;
    let ticked = |report: Report| match typed {
        Some(typed) => typed.all("reports").contains(&report.name()),
        None => report.for_donors(),
    };
    let boxes = Report::ALL
        .into_iter()
        .filter(|report| (!donor || report.for_donors()) && !report.compares())
        .map(|report| {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        name="reports"
                        value=report.name()
                        checked=ticked(report)
                    />
                    {locale.text(report_label(report))}
                </label>
            }
        })
        .collect_view();
    let hint = donor.then(|| {
        view! {
            <p id="whole-months" class="hint">
                {locale.text(&reports::WHOLE_MONTHS)} " " {locale.text(&texts::INDICATORS_WHOLE)}
            </p>
        }
    });
    let body = view! {
        <form class="card stack" method="post" action=super::ADDRESS>
            {fault}
            <p>{locale.text(&texts::PACKAGE_ABOUT)}</p>
            <input type="hidden" name="do" value="package"/>
            <fieldset class="field">
                <legend>{locale.text(&texts::PACKAGE_HOLDS)}</legend>
                <div class="choices">{boxes}</div>
            </fieldset>
            <div class="filters">
                {days_of(locale, donor, &query)}
                {centres(locale, choices, &query)}
                {projects(locale, choices, &query)}
                {steps(locale, donor, query.step)}
            </div>
            {hint}
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&texts::MAKE)}</button>
            </div>
        </form>
    };
    section("package", locale.text(&texts::PACKAGE_TITLE), body.into_any())
}

/// What the fields begin with: what was typed, as far as it can be read; else this month.
fn query(choices: &Choices, typed: Option<&Typed>) -> Query {
    let of = |ask: Ask| ask.resolve(Report::FiveW, choices.today).ok();
    let (from, to) = domain::clock::month_of(choices.today);
    let plain = || Query::period(from, to);
    typed.map(Ask::from_form).and_then(of).unwrap_or_else(plain)
}
