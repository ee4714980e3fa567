//! The form of a report. It is sent with GET, so the filters stand in the address and a link to
//! the page is a link to the figures.

use super::ask::step_code;
use crate::i18n::Locale;
use crate::i18n::catalogue::reports as texts;
use crate::i18n::labels::state_label;
use crate::ui::figure::DASH;
use chrono::NaiveDate;
use domain::overview::{Choice, Choices};
use domain::report::{Query, Report, Step};
use domain::shift::ShiftState;
use leptos::prelude::*;

/// The form, with what was asked filled in.
pub fn filters(locale: Locale, report: Report, choices: &Choices, query: &Query) -> AnyView {
    let donor = choices.donor;
    let period = if donor { months(locale, query) } else { days(locale, query) };
    let centre = select(
        "centre",
        locale.text(&texts::CENTRE).into_owned(),
        locale.text(&texts::ALL_CENTRES).into_owned(),
        options(locale, &choices.centres, query.centre.as_deref()),
    );
    let project = select(
        "project",
        locale.text(&texts::PROJECT).into_owned(),
        locale.text(&texts::ALL_PROJECTS).into_owned(),
        options(locale, &choices.projects, query.project.as_deref()),
    );
    // Every finer cut is a subtraction that can expose somebody: not for donors.
    let workshop = (!donor).then(|| {
        select(
            "workshop",
            locale.text(&texts::WORKSHOP).into_owned(),
            locale.text(&texts::ALL_WORKSHOPS).into_owned(),
            options(locale, &choices.workshops, query.workshop.as_deref()),
        )
    });
    let state = (!donor && report == Report::SessionLog).then(|| states(locale, query));
    let step = (report == Report::OutputProduction).then(|| steps(locale, donor, query.step));
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
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&texts::SHOW)}</button>
            </div>
        </form>
        {hint}
    }
    .into_any()
}

fn days(locale: Locale, query: &Query) -> AnyView {
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

fn steps(locale: Locale, donor: bool, asked: Step) -> AnyView {
    let options = [
        (Step::Day, &texts::STEP_DAY),
        (Step::Month, &texts::STEP_MONTH),
        (Step::Whole, &texts::STEP_WHOLE),
    ]
    .into_iter()
    .filter(|(step, _)| !donor || *step != Step::Day)
    .map(|(step, label)| {
        let selected = step == asked;
        view! { <option value=step_code(step) selected=selected>{locale.text(label)}</option> }
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
