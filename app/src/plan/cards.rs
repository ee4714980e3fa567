//! The days of a week with their shifts.

use super::name;
use crate::i18n::Locale;
use crate::i18n::catalogue::{plan as texts, tablet};
use crate::i18n::labels::{clash_label, despite_label, reason_label};
use crate::tablet::words::language;
use crate::ui::basics::state_badge;
use chrono::{Datelike, Duration, NaiveDate};
use domain::clock::reporting_day;
use domain::overview::{BridgeBrief, PlannedShift, Week};
use domain::shift::Progress;
use leptos::prelude::*;

/// The seven days beside each other, or below each other where it is narrow. `to` gives the address
/// of a shift; `shown` is the one that is open.
pub fn days(
    locale: Locale,
    data: &Week,
    shifts: &[&PlannedShift],
    shown: &str,
    to: impl Fn(&PlannedShift) -> String,
) -> AnyView {
    let today = reporting_day(data.now);
    let days = (0..7).map(|n| data.monday + Duration::days(n)).map(|day| {
        let of_day = shifts.iter().filter(|shift| shift.slot.day == day);
        let cards: Vec<_> =
            of_day.map(|shift| card(locale, data, shift, shown, to(shift))).collect();
        let body = if cards.is_empty() {
            view! { <p class="muted">{locale.text(&texts::NO_SHIFTS)}</p> }.into_any()
        } else {
            view! { <ul>{cards}</ul> }.into_any()
        };
        let current = (day == today).then_some("date");
        view! {
            <li class="week-day" aria-current=current>
                <h3><time datetime=day.to_string()>{heading(locale, day)}</time></h3>
                {body}
            </li>
        }
    });
    let days = days.collect_view();
    view! { <ol class="week">{days}</ol> }.into_any()
}

fn heading(locale: Locale, day: NaiveDate) -> String {
    format!("{} {}", locale.weekday_short(day.weekday()), locale.day_month(day))
}

fn card(
    locale: Locale,
    data: &Week,
    shift: &PlannedShift,
    shown: &str,
    href: String,
) -> impl IntoView + use<> {
    let led = shift.facilitators.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
    let room = shift.room.as_ref().map(|(_, room)| name(locale, room));
    let centre = data.centre.is_none().then_some(shift.centre.as_ref()).flatten();
    let places: Vec<_> =
        centre.map(|centre| name(locale, centre)).into_iter().chain(room).collect();
    let warnings = warnings(locale, shift).into_iter().map(|said| {
        view! { <span class="clash">{said}</span> }
    });
    let warnings = warnings.collect_view();
    let current = (shift.id.to_string() == shown).then_some("true");
    view! {
        <li>
            <a class="plan-card" href=href aria-current=current>
                <strong>{locale.time_span(shift.slot.start, shift.slot.end())}</strong>
                <span>{name(locale, &shift.workshop)}</span>
                {(!places.is_empty()).then(|| view! { <span class="muted">{places.join(" · ")}</span> })}
                {(!led.is_empty()).then(|| view! { <span class="muted">{led}</span> })}
                <span class="muted">{enrolled(locale, shift)}</span>
                {state(locale, data, shift)}
                {warnings}
            </a>
        </li>
    }
}

/// The languages that nobody covers at a shift: `Arabic: nobody`.
fn nobody(locale: Locale, bridge: &BridgeBrief) -> impl Iterator<Item = String> {
    bridge.nobody.iter().map(move |code| {
        let language = language(locale, code);
        locale.fill(&tablet::LANGUAGE_NOBODY, &[("language", &language)])
    })
}

/// How many are enrolled, of how many places.
pub fn enrolled(locale: Locale, shift: &PlannedShift) -> String {
    let n = locale.number(shift.enrolled);
    match shift.capacity {
        Some(total) => {
            let total = locale.number(total);
            locale.fill(&texts::ENROLLED_OF, &[("n", &n), ("total", &total)])
        }
        None => locale.fill(&texts::ENROLLED, &[("n", &n)]),
    }
}

/// How it stands, with the reason where it does not happen.
pub fn state(locale: Locale, data: &Week, shift: &PlannedShift) -> AnyView {
    let badge = state_badge(locale, shift.slot.state(shift.progress, data.now));
    let reason = match shift.progress {
        Progress::DidNotHappen { reason } => Some(locale.text(reason_label(reason)).into_owned()),
        _ => None,
    };
    view! {
        <span>{badge}</span>
        {reason.map(|reason| view! { <span>{reason}</span> })}
    }
    .into_any()
}

/// What speaks against a shift that is still to come, in words, and why it stands all the same.
pub fn warnings(locale: Locale, shift: &PlannedShift) -> Vec<String> {
    let text = |text| locale.text(text).into_owned();
    if shift.progress != Progress::Open {
        return Vec::new();
    }
    let mut said: Vec<String> =
        shift.clashes.iter().map(|clash| text(clash_label(*clash))).collect();
    if shift.facilitators.is_empty() {
        said.push(text(&texts::NOBODY_LEADS));
    }
    if shift.capacity.is_some_and(|capacity| shift.enrolled > capacity) {
        said.push(text(&texts::OVER_CAPACITY));
    }
    if let Some(bridge) = &shift.bridge {
        said.extend(nobody(locale, bridge));
    }
    if let Some(why) = shift.despite {
        let reason = locale.text(despite_label(why));
        said.push(locale.fill(&texts::PLANNED_DESPITE, &[("reason", &reason)]));
    }
    said
}
