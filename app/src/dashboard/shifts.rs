//! What nobody logged, and the shifts of the day.

use super::beside::beside;
use super::links;
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, dashboard as texts, reports};
use crate::i18n::labels::reason_label;
use crate::ui::basics::{Empty, Notice, Tone, state_badge};
use crate::ui::figure::empty_cell;
use crate::ui::table::{Table, heads};
use domain::overview::{Choice, Dashboard, ShiftRow};
use domain::shift::{Slot, hhmm};
use leptos::prelude::*;

/// The first thing in sight: shifts that are over and that nobody closed.
pub fn not_logged(locale: Locale, data: &Dashboard) -> AnyView {
    let title = locale.text(&texts::NOT_LOGGED_TITLE).into_owned();
    if data.not_logged.is_empty() {
        let none = locale.text(&texts::NOT_LOGGED_NONE);
        return view! { <Notice tone=Tone::Success title=none/> }.into_any();
    }
    let count = locale.count(&texts::NOT_LOGGED_COUNT, data.not_logged.len() as i64);
    let code = data.centre.code.as_str();
    let rows = data
        .not_logged
        .iter()
        .map(|shift| {
            let when = format!(
                "{} {}, {}",
                locale.weekday_short(chrono::Datelike::weekday(&shift.slot.day)),
                locale.day_month(shift.slot.day),
                span(locale, &shift.slot),
            );
            view! {
                <tr>
                    <th scope="row">
                        <a href=links::log(code, shift.id)>
                            <time datetime=datetime(&shift.slot)>{when}</time>
                        </a>
                    </th>
                    <td>{choice(locale, &shift.workshop)}</td>
                    <td>{facilitators(locale, &shift.facilitators)}</td>
                    <td>{state_badge(locale, shift.state)}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = [
        (locale.text(&common::SHIFT).into_owned(), false),
        (locale.text(&common::WORKSHOP).into_owned(), false),
        (locale.text(&texts::FACILITATOR).into_owned(), false),
        (locale.text(&common::STATUS).into_owned(), false),
    ];
    view! {
        // The table below has the same name, and two places of one name cannot be told apart.
        <section class="section">
            <div class="section-head">
                <h2>{title.clone()}</h2>
                <span class="warn-text">{count} " · " {locale.text(&texts::NOT_LOGGED_ASK_SHORT)}</span>
                {reminder(locale, data)}
            </div>
            <Table id="not-logged-table" caption=title quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
        </section>
    }
    .into_any()
}

/// The list as a message: a line for each facilitator's shift, to be copied. On the tablet whoever
/// owes a log sees it by itself.
fn reminder(locale: Locale, data: &Dashboard) -> impl IntoView + use<> {
    let lines: Vec<String> = data
        .not_logged
        .iter()
        .map(|shift| {
            let day = locale.date_medium(shift.slot.day);
            let when = format!("{day}, {}", span(locale, &shift.slot));
            let who = match shift.facilitators.as_slice() {
                [] => locale.text(&texts::NOBODY_ASSIGNED).into_owned(),
                codes => codes.join(", "),
            };
            format!("{who}: {when} · {}", choice(locale, &shift.workshop))
        })
        .collect();
    let text = format!("{}\n{}", locale.text(&texts::REMINDER), lines.join("\n"));
    let rows = lines.len() + 2;
    view! {
        <details class="reminder no-print">
            <summary class="fold">{locale.text(&texts::REMINDER_TITLE)}</summary>
            <div>
                <textarea
                    readonly
                    rows=rows.to_string()
                    aria-label=locale.text(&texts::REMINDER_TITLE)
                >
                    {text}
                </textarea>
            </div>
        </details>
    }
}

/// The shifts of the day, in the order of time, with what the day adds up to.
pub fn of_the_day(locale: Locale, data: &Dashboard) -> AnyView {
    let caption = locale.fill(&texts::SHIFTS_ON, &[("date", &locale.date_medium(data.day))]);
    let body = if data.shifts.is_empty() {
        view! { <Empty picture="mountain" title=&texts::EMPTY_NO_SHIFTS/> }.into_any()
    } else {
        table(locale, data, caption)
    };
    view! {
        <section class="section" aria-labelledby="shifts">
            <div class="section-head">
                <h2 id="shifts">{locale.text(&texts::SHIFTS)}</h2>
                <a href=links::shifts(&data.centre.code, &data.figures, None)>
                    {locale.text(&reports::SESSION_LOG)}
                </a>
            </div>
            {body}
        </section>
    }
    .into_any()
}

/// Columns of the day's shifts.
const COLUMNS: usize = 8;

fn table(locale: Locale, data: &Dashboard, caption: String) -> AnyView {
    let columns: [(String, bool); COLUMNS] = [
        (locale.text(&texts::SHIFT_TIME).into_owned(), false),
        (locale.text(&common::WORKSHOP).into_owned(), false),
        (locale.text(&common::STATUS).into_owned(), false),
        (locale.text(&texts::FACILITATOR).into_owned(), false),
        (locale.text(&texts::ENROLLED).into_owned(), true),
        (locale.text(&texts::PRESENT).into_owned(), true),
        (locale.text(&texts::CONTACTS).into_owned(), true),
        (locale.text(&texts::PIECES).into_owned(), true),
    ];
    let centre = data.centre.code.as_str();
    let rows = data.shifts.iter().map(|shift| row(locale, centre, shift)).collect_view();
    let (contacts, pieces) = (data.figures.contacts, data.figures.pieces);
    view! {
        <Table id="shifts-table" caption=caption>
            {heads(columns)}
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="6">{locale.text(&common::TOTAL)}</th>
                    <td class="num">{locale.number(contacts)}</td>
                    <td class="num">{locale.number(pieces)}</td>
                </tr>
            </tfoot>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, centre: &str, shift: &ShiftRow) -> impl IntoView + use<> {
    // A figure of a shift that was not held is empty, never zero.
    let figure = |value: Option<i64>| match value {
        Some(n) => locale.number(n).into_any(),
        None => empty_cell(locale.text(&reports::WHY_NOT_HELD)).into_any(),
    };
    let reason = shift.reason.map(|reason| {
        view! { <br/> <small class="muted">{locale.text(reason_label(reason))}</small> }
    });
    view! {
        <tr data-shift=shift.id.to_string()>
            <th scope="row">
                <a href=links::log(centre, shift.id)>
                    <time datetime=datetime(&shift.slot)>{span(locale, &shift.slot)}</time>
                </a>
            </th>
            <td>{choice(locale, &shift.workshop)}</td>
            <td>{state_badge(locale, shift.state)} {reason}</td>
            <td>{facilitators(locale, &shift.facilitators)}</td>
            <td class="num">{locale.number(shift.registered)}</td>
            <td class="num">{figure(shift.attended)}</td>
            <td class="num">{figure(shift.contacts)}</td>
            <td class="num">{figure(shift.pieces)}</td>
        </tr>
        {beside(locale, shift, COLUMNS)}
    }
}

/// The codes of the facilitators: figures are read without names.
fn facilitators(locale: Locale, codes: &[String]) -> AnyView {
    if codes.is_empty() {
        return view! { <span class="muted">{locale.text(&texts::NOBODY_ASSIGNED)}</span> }
            .into_any();
    }
    view! { <span class="code">{codes.join(", ")}</span> }.into_any()
}

fn choice(locale: Locale, choice: &Choice) -> String {
    locale.name(&choice.name.en, &choice.name.sr)
}

/// `10:00–12:00`.
pub fn span(locale: Locale, slot: &Slot) -> String {
    locale.time_span(slot.start, slot.end())
}

/// Day and time for machines, on Belgrade's wall clock.
fn datetime(slot: &Slot) -> String {
    format!("{}T{}", slot.day, hhmm(slot.start))
}
