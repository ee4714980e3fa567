//! The form of a report. It is sent with GET, so the filters stand in the address and a link to
//! the page is a link to the figures.

use crate::i18n::Locale;
use crate::i18n::catalogue::{changes, reports as texts};
use crate::i18n::labels::{group_of, split_label, state_label, step_label};
use crate::ui::figure::DASH;
use chrono::NaiveDate;
use domain::clock::belgrade;
use domain::overview::{Choice, Choices, FileMade};
use domain::report::{Query, Report, Split, Step};
use domain::shift::ShiftState;
use leptos::prelude::*;
use std::collections::HashSet;

/// The form, with what was asked filled in.
pub fn filters(
    locale: Locale,
    report: Report,
    choices: &Choices,
    known: &[FileMade],
    query: &Query,
) -> AnyView {
    let donor = choices.donor;
    let period = days_of(locale, donor, query);
    let centre = centres(locale, choices, query);
    let project = projects(locale, choices, query);
    // Every finer cut is a subtraction that can expose somebody: not for donors.
    let workshop = (!donor).then(|| workshops(locale, choices, query));
    let state = (!donor && report == Report::SessionLog).then(|| states(locale, query));
    let step = report.has_steps().then(|| steps(locale, donor, query.step));
    let by = report.has_splits().then(|| splits(locale, query.by));
    let only = only(locale, report, query);
    let since = report.compares().then(|| files(locale, known, query));
    let hint = donor.then(|| {
        view! { <p id="whole-months" class="muted">{locale.text(&texts::WHOLE_MONTHS)}</p> }
    });
    view! {
        <form
            class="filters"
            method="get"
            action=format!("/reports/{}", report.name())
            aria-label=locale.text(&texts::FILTERS)
        >
            {period}
            {centre}
            {project}
            {workshop}
            {state}
            {step}
            {by}
            {only}
            {since}
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&texts::SHOW)}</button>
            </div>
        </form>
        {hint}
    }
    .into_any()
}

/// The only group of a split, when rows behind one of its figures were asked for: it can be taken
/// away, and is chosen where the figure stands.
fn only(locale: Locale, report: Report, query: &Query) -> Option<AnyView> {
    let (by, code) = (query.by.filter(|by| report.has_groups(*by))?, query.of.as_deref()?);
    let view = view! {
        <div class="field">
            <label for="of">{locale.text(split_label(Some(by)))}</label>
            <select id="of" name="of">
                <option value="">{locale.text(&texts::ALL_GROUPS)}</option>
                <option value=code.to_owned() selected>{group_of(locale, by, code)}</option>
            </select>
            <input type="hidden" name="by" value=by.code()/>
        </div>
    };
    Some(view.into_any())
}

/// The files to compare with; an entry that no file was made from stands there when it was asked for.
fn files(locale: Locale, known: &[FileMade], query: &Query) -> AnyView {
    let asked = query.since.filter(|asked| known.iter().all(|file| file.entry != *asked));
    let asked = asked.map(|entry| {
        let label = locale.fill(&changes::AFTER_ENTRY, &[("entry", &entry)]);
        view! { <option value=entry selected>{label}</option> }
    });
    let mut entries = HashSet::new();
    let options = known
        .iter()
        .filter(|file| entries.insert(file.entry))
        .map(|file| {
            let wall = belgrade(file.made);
            let date = locale.date_short(wall.date());
            let time = locale.time(wall.time());
            let what = file.project.clone();
            let what = what.unwrap_or_else(|| locale.text(&texts::ALL_PROJECTS).into_owned());
            let label = locale.fill(
                &changes::FILE_OF,
                &[("date", &date), ("time", &time), ("what", &what), ("entry", &file.entry)],
            );
            let is_asked = query.since == Some(file.entry);
            view! { <option value=file.entry selected=is_asked>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for="since">{locale.text(&changes::SINCE)}</label>
            <select id="since" name="since">{asked}{options}</select>
        </div>
    }
    .into_any()
}

/// A form that asks for a period and nothing else.
pub fn period_form(locale: Locale, action: String, query: &Query) -> AnyView {
    let days = period(locale, query);
    view! {
        <form
            class="filters"
            method="get"
            action=action
            aria-label=locale.text(&texts::FILTERS)
        >
            {days}
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&texts::SHOW)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// One of the centres, or all.
pub fn centres(locale: Locale, choices: &Choices, query: &Query) -> AnyView {
    select(
        "centre",
        locale.text(&texts::CENTRE).into_owned(),
        locale.text(&texts::ALL_CENTRES).into_owned(),
        options(locale, &choices.centres, query.centre.as_deref()),
    )
}

/// One of the projects, or all.
pub fn projects(locale: Locale, choices: &Choices, query: &Query) -> AnyView {
    select(
        "project",
        locale.text(&texts::PROJECT).into_owned(),
        locale.text(&texts::ALL_PROJECTS).into_owned(),
        options(locale, &choices.projects, query.project.as_deref()),
    )
}

/// One of the workshops, or all.
pub fn workshops(locale: Locale, choices: &Choices, query: &Query) -> AnyView {
    select(
        "workshop",
        locale.text(&texts::WORKSHOP).into_owned(),
        locale.text(&texts::ALL_WORKSHOPS).into_owned(),
        options(locale, &choices.workshops, query.workshop.as_deref()),
    )
}

/// The period that a reader may ask for: whole months for donors.
pub(super) fn days_of(locale: Locale, donor: bool, query: &Query) -> AnyView {
    if donor { months(locale, query) } else { period(locale, query) }
}

/// The first and the last day.
pub fn period(locale: Locale, query: &Query) -> AnyView {
    let field = |name: &'static str, label: String, day: NaiveDate| {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input id=name name=name type="date" value=day.to_string() required/>
            </div>
        }
    };
    view! {
        {field("from", locale.text(&texts::FROM).into_owned(), query.from)}
        {field("to", locale.text(&texts::TO).into_owned(), query.to)}
    }
    .into_any()
}

/// Whole months. A browser that does not know this kind of field shows one for text.
fn months(locale: Locale, query: &Query) -> AnyView {
    let field = |name: &'static str, label: String, day: NaiveDate| {
        let month = day.to_string().get(..7).map(String::from);
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input
                    id=name
                    name=name
                    type="month"
                    value=month
                    pattern="[0-9]{4}-[0-9]{2}"
                    placeholder="2021-05"
                    aria-describedby="whole-months"
                    required
                />
            </div>
        }
    };
    view! {
        {field("from", locale.text(&texts::FIRST_MONTH).into_owned(), query.from)}
        {field("to", locale.text(&texts::LAST_MONTH).into_owned(), query.to)}
    }
    .into_any()
}

fn states(locale: Locale, query: &Query) -> AnyView {
    let options = ShiftState::ALL
        .into_iter()
        .map(|state| Option_ {
            value: state.code().into(),
            label: locale.text(state_label(state)).into(),
            selected: query.state == Some(state),
        })
        .collect();
    select(
        "state",
        locale.text(&texts::STATE).into_owned(),
        locale.text(&texts::ALL_STATES).into_owned(),
        options,
    )
}

/// How finely a period is cut.
pub fn steps(locale: Locale, donor: bool, asked: Step) -> AnyView {
    let options = Step::ALL
        .into_iter()
        .filter(|step| !donor || !matches!(step, Step::Day | Step::Week))
        .map(|step| {
            let label = locale.text(step_label(step));
            view! { <option value=step.code() selected=step == asked>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for="step">{locale.text(&texts::STEP)}</label>
            <select id="step" name="step">{options}</select>
        </div>
    }
    .into_any()
}

/// What the rows are split by.
pub fn splits(locale: Locale, asked: Option<Split>) -> AnyView {
    let options = [None]
        .into_iter()
        .chain(Split::ALL.map(Some))
        .map(|split| {
            let (code, label) = (split.map_or("", Split::code), locale.text(split_label(split)));
            view! { <option value=code selected=split == asked>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for="by">{locale.text(&texts::BY)}</label>
            <select id="by" name="by">{options}</select>
        </div>
    }
    .into_any()
}

/// A choice of a select; the name is taken.
struct Option_ {
    value: String,
    label: String,
    selected: bool,
}

fn options(locale: Locale, choices: &[Choice], asked: Option<&str>) -> Vec<Option_> {
    choices
        .iter()
        .map(|choice| Option_ {
            selected: asked == Some(choice.code.as_str()),
            label: format!(
                "{} {DASH} {}",
                choice.code,
                locale.name(&choice.name.en, &choice.name.sr)
            ),
            value: choice.code.clone(),
        })
        .collect()
}

fn select(name: &'static str, label: String, all: String, options: Vec<Option_>) -> AnyView {
    let options = options
        .into_iter()
        .map(|option| {
            view! { <option value=option.value selected=option.selected>{option.label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>
                <option value="">{all}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
