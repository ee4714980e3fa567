//! What somebody takes part in, waits for, and was at.

use super::person::{action, folded};
use super::wait;
use crate::i18n::catalogue::{common, people as texts, vocabulary};
use crate::i18n::{Locale, Text};
use crate::ui::desk::{card, despite, name};
use crate::ui::form::Form;
use crate::ui::table::{Table, heads};
use domain::overview::{EnrolmentRow, PersonPage};
use leptos::prelude::*;

/// Enrolments and waiting lists, with the forms that change them.
pub(super) fn list(locale: Locale, data: &PersonPage) -> AnyView {
    let is_over = |one: &&EnrolmentRow| match (&one.shift, one.to) {
        (Some(slot), _) => slot.day < data.today,
        (None, to) => to.is_some_and(|to| to < data.today),
    };
    let (over, holds): (Vec<_>, Vec<_>) = data.enrolments.iter().partition(is_over);
    let enrolments = if holds.is_empty() {
        view! { <p class="muted">{locale.text(&texts::NO_ENROLMENTS)}</p> }.into_any()
    } else {
        let rows = holds.into_iter().map(|one| enrolment(locale, data, one, true));
        view! { <ul class="plain">{rows.collect_view()}</ul> }.into_any()
    };
    let earlier = (!over.is_empty()).then(|| {
        let rows = over.into_iter().map(|one| enrolment(locale, data, one, false));
        view! {
            <details>
                <summary class="fold">{locale.text(&texts::EARLIER_ENROLMENTS)}</summary>
                <ul class="plain">{rows.collect_view()}</ul>
            </details>
        }
    });
    let waits = data.waiting.iter().map(|(id, workshop)| {
        let said = locale.fill(&texts::WAITS_FOR, &[("workshop", &name(locale, workshop))]);
        view! {
            <li class="row">
                <span>{said}</span>
                <form method="post" action=action(data)>
                    <input type="hidden" name="do" value="leave"/>
                    <input type="hidden" name="waiting" value=id.to_string()/>
                    <button class="button" type="submit">{locale.text(&texts::LEAVE)}</button>
                </form>
            </li>
        }
    });
    let waits =
        (!data.waiting.is_empty()).then(|| view! { <ul class="plain">{waits.collect_view()}</ul> });
    let enrol = (!data.workshops.is_empty()).then(|| enrol(locale, data));
    view! { {enrolments} {waits} {enrol} {earlier} }.into_any()
}

fn enrolment(
    locale: Locale,
    data: &PersonPage,
    one: &EnrolmentRow,
    may_end: bool,
) -> impl IntoView + use<> {
    let workshop = name(locale, &one.workshop);
    let from = locale.date_medium(one.from);
    let when = match (&one.shift, one.to) {
        (Some(slot), _) => {
            let when = format!(
                "{}, {}",
                locale.date_medium(slot.day),
                locale.time_span(slot.start, slot.end())
            );
            locale.fill(&texts::ONLY_SHIFT, &[("when", &when)])
        }
        (None, Some(to)) => {
            let to = locale.date_medium(to);
            locale.fill(&texts::SINCE_UNTIL, &[("from", &from), ("to", &to)])
        }
        (None, None) => locale.fill(&texts::SINCE, &[("from", &from)]),
    };
    let said = locale.fill(&texts::END_WHO, &[("workshop", &workshop)]);
    let end = (may_end && one.to.is_none()).then(|| {
        view! {
            <form method="post" action=action(data)>
                <input type="hidden" name="do" value="end"/>
                <input type="hidden" name="enrolment" value=one.id.to_string()/>
                <button class="button" type="submit" aria-label=said>
                    {locale.text(&texts::END)}
                </button>
            </form>
        }
    });
    view! {
        <li class="row">
            <strong>{workshop}</strong> <span class="muted">{when}</span> {end}
        </li>
    }
}

/// Enrolling, or waiting where no place is left.
fn enrol(locale: Locale, data: &PersonPage) -> AnyView {
    let form = Form::new(locale, "enrol");
    let workshops =
        data.workshops.iter().map(|(id, one)| (id.to_string(), name(locale, one))).collect();
    let fields = view! {
        {form.select("workshop", &common::WORKSHOP, workshops)}
        {form.day("day", &texts::FIRST_DAY, data.today.to_string())}
        {despite(locale, &form)}
        {wait(locale, &form)}
    };
    let save = locale.text(&texts::ENROL).into_owned();
    let body = card(&form, action(data), fields.into_any(), save.clone());
    folded(&form, save, body)
}

/// The last marks.
pub(super) fn marks(locale: Locale, data: &PersonPage) -> AnyView {
    if data.marks.is_empty() {
        return view! { <p class="muted">{locale.text(&texts::NO_MARKS)}</p> }.into_any();
    }
    let (present, marked) = data.present;
    let (present, marked) = (locale.number(present), locale.number(marked));
    let sum = locale.fill(&texts::PRESENT_OF, &[("present", &present), ("marked", &marked)]);
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [text(&common::DAY), text(&common::WORKSHOP), text(&common::ATTENDANCE)];
    let rows = data.marks.iter().map(|one| {
        let day = format!(
            "{}, {}",
            locale.date_medium(one.slot.day),
            locale.time_span(one.slot.start, one.slot.end())
        );
        let (state, word) = match one.present {
            true => ("closed", &vocabulary::MARK_PRESENT),
            false => ("did_not_happen", &vocabulary::MARK_ABSENT),
        };
        view! {
            <tr>
                <th scope="row">{day}</th>
                <td>{name(locale, &one.workshop)}</td>
                <td><span class="badge" data-state=state>{locale.text(word)}</span></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p>{sum}</p>
        <Table id="marks-table" caption=locale.text(&texts::MARKS) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
