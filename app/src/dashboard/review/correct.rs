//! The form that corrects an entry and takes it in, in one step.

use super::Listing;
use super::entry::{anchor, hidden};
use super::outcome::Asked;
use super::said::shift;
use crate::i18n::Locale;
use crate::i18n::catalogue::review as words;
use domain::attendance::HEADCOUNT_MAX;
use domain::command::Command;
use domain::output::QUANTITY_MAX;
use domain::overview::{Correcting, ReviewEntry};
use domain::review::Parts;
use leptos::prelude::*;

/// The form, with what the entry says filled in.
pub fn form(
    locale: Locale,
    data: &Listing<'_>,
    entry: &ReviewEntry,
    offer: &Correcting,
    asked: &Asked,
) -> AnyView {
    let said = entry.details.said.as_ref();
    let Some(parts) = said.and_then(Parts::of) else { return ().into_any() };
    let title = format!("{}-form", anchor(entry));
    let heading = title.clone();
    let person = parts.person.then(|| person(locale, entry, asked));
    let number = parts.number.map(|number| quantity(locale, entry, number, asked));
    let leave = data.page();
    view! {
        <form class="filters" method="post" action="/review/correct" aria-labelledby=title>
            <h4 id=heading>{locale.text(&words::CORRECT_TITLE)}</h4>
            <p class="muted">{locale.text(&words::CORRECT_HELP)}</p>
            {hidden(data, entry)}
            {shifts(locale, entry, offer, asked)}
            {person}
            {number}
            <div class="toolbar">
                <button class="button primary" type="submit">{locale.text(&words::CORRECT)}</button>
                <a class="button" href=format!("{leave}#{}", anchor(entry))>
                    {locale.text(&words::LEAVE_FORM)}
                </a>
            </div>
        </form>
    }
    .into_any()
}

fn shifts(
    locale: Locale,
    entry: &ReviewEntry,
    offer: &Correcting,
    asked: &Asked,
) -> impl IntoView + use<> {
    let named = entry.shift.as_ref();
    let options = offer
        .shifts
        .iter()
        .map(|choice| {
            let this = named.is_some_and(|(slot, workshop)| {
                *slot == choice.slot && workshop.code == choice.workshop.code
            });
            let label = shift(locale, &choice.slot, &choice.workshop);
            view! { <option value=choice.id.to_string() selected=this>{label}</option> }
        })
        .collect_view();
    let wrong = asked.failed_for(&["unknown_shift", "shift_not_started"]);
    view! {
        <div class="field">
            <label for="correct-shift">{locale.text(&words::SHIFT)}</label>
            <select
                id="correct-shift"
                name="shift"
                required
                aria-invalid=wrong.then_some("true")
                aria-describedby=wrong.then_some("review-fault")
            >
                <option value="">{locale.text(&words::CHOOSE_SHIFT)}</option>
                {options}
            </select>
        </div>
    }
}

fn person(locale: Locale, entry: &ReviewEntry, asked: &Asked) -> impl IntoView + use<> {
    let code = entry.details.person.as_ref().map(|person| person.code.to_string());
    let wrong = asked.failed_for(&["unknown_person", "other_centre"]);
    let described = if wrong { "correct-person-hint review-fault" } else { "correct-person-hint" };
    view! {
        <div class="field">
            <label for="correct-person">{locale.text(&words::PERSON_CODE)}</label>
            <input
                id="correct-person"
                name="person"
                type="text"
                autocapitalize="characters"
                autocomplete="off"
                spellcheck="false"
                required
                value=code.unwrap_or_default()
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
            <span id="correct-person-hint" class="hint">
                {locale.text(&words::PERSON_CODE_HINT)}
            </span>
        </div>
    }
}

fn quantity(
    locale: Locale,
    entry: &ReviewEntry,
    number: i64,
    asked: &Asked,
) -> impl IntoView + use<> {
    let (min, max) = match &entry.details.said {
        Some(Command::RecordOutput(_)) => (1, QUANTITY_MAX),
        _ => (0, HEADCOUNT_MAX),
    };
    // What cannot be right is not proposed again.
    let value = (min..=max).contains(&number).then(|| number.to_string());
    let wrong = asked.failed_for(&["out_of_range"]);
    view! {
        <div class="field">
            <label for="correct-number">{locale.text(&words::HOW_MANY)}</label>
            <input
                id="correct-number"
                name="number"
                type="number"
                inputmode="numeric"
                min=min.to_string()
                max=max.to_string()
                required
                value=value.unwrap_or_default()
                aria-invalid=wrong.then_some("true")
                aria-describedby=wrong.then_some("review-fault")
            />
        </div>
    }
}
