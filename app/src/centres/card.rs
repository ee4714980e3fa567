//! A centre at a glance.

use crate::i18n::Locale;
use crate::i18n::catalogue::{centres as texts, common, dashboard};
use crate::i18n::labels::{kind_label, status_label};
use crate::ui::figure::{DASH, part_of};
use chrono::NaiveDate;
use domain::centre::CentreStatus;
use domain::overview::{CentreCard, Dated, Occupancy};
use domain::shift::ShiftState;
use leptos::prelude::*;

/// A card in the list of centres.
pub fn centre_card(locale: Locale, today: NaiveDate, centre: CentreCard) -> impl IntoView {
    let href = format!("/centres/{}", centre.code);
    let name = locale.name(&centre.name.en, &centre.name.sr);
    let kind = centre.kind.as_ref().map(|kind| locale.text(kind_label(kind.value)));
    let closed = centre.status.as_ref().filter(|status| status.value == CentreStatus::Closed);
    let closed = closed.map(|status| {
        locale.fill(&texts::CLOSED_SINCE, &[("date", &locale.date_medium(status.from))])
    });
    let month = &centre.month;
    let held = part_of(locale, month.shifts(ShiftState::Closed), month.planned());
    let not_logged = month.shifts(ShiftState::NotLogged);
    let month_name = locale.month_year(month.from);
    let figures = [
        (locale.text(&dashboard::HELD_SHIFTS), held, false),
        (locale.text(&texts::NOT_LOGGED), locale.number(not_logged), not_logged > 0),
        (locale.text(&dashboard::CONTACTS), locale.number(month.contacts), false),
        (locale.text(&dashboard::PIECES), locale.number(month.pieces), false),
        (locale.text(&dashboard::REVIEW_TITLE), locale.number(centre.review), centre.review > 0),
    ];
    let figures = figures
        .into_iter()
        .map(|(label, value, warn)| {
            view! { <div class=warn.then_some("warn")><dt>{label}</dt><dd>{value}</dd></div> }
        })
        .collect_view();
    view! {
        <li class="card">
            <div class="spread">
                <span class="code">{centre.code.clone()}</span>
                {kind.map(|kind| view! { <span class="badge">{kind}</span> })}
            </div>
            <h2><a href=href>{name}</a></h2>
            <p class="muted">{locale.name(&centre.adm2.en, &centre.adm2.sr)}</p>
            {closed.map(|closed| view! { <p>{closed}</p> })}
            {occupancy(locale, today, &centre)}
            <h3>{month_name}</h3>
            <dl class="summary-list">{figures}</dl>
            {sources(locale, &centre)}
        </li>
    }
}

/// The last known number of people, against the places where these are known.
fn occupancy(locale: Locale, today: NaiveDate, centre: &CentreCard) -> impl IntoView + use<> {
    let people = match &centre.occupancy {
        None => locale.text(&dashboard::OCCUPANCY_NEVER).into_owned(),
        Some(known) => {
            let people = people_housed(locale, known);
            if known.day == today {
                people
            } else {
                let day = locale.date_medium(known.day);
                locale.fill(&texts::OCCUPANCY_LAST, &[("n", &people), ("date", &day)])
            }
        }
    };
    let places = match &centre.capacity {
        None => locale.text(&dashboard::EMPTY_NO_CAPACITY).into_owned(),
        Some(places) => locale.count(&texts::CAPACITY_PLACES, places.value),
    };
    let meter = centre.occupancy.as_ref().zip(centre.capacity.as_ref()).map(|(people, places)| {
        let label = locale.text(&texts::OCCUPANCY_RATE);
        view! {
            <progress class="meter" value=people.total max=places.value.max(1) aria-label=label>
            </progress>
        }
    });
    view! {
        <p>{people} <br/> <span class="muted">{places}</span></p>
        {meter}
    }
}

/// "148 people housed, of them children: 50".
pub fn people_housed(locale: Locale, known: &Occupancy) -> String {
    let people = locale.count(&dashboard::HOUSED, known.total);
    match known.children {
        None => people,
        Some(children) => {
            let children =
                locale.fill(&dashboard::CHILDREN_HOUSED, &[("n", &locale.number(children))]);
            format!("{people}, {children}")
        }
    }
}

/// Since when each value holds, and where it is known from.
fn sources(locale: Locale, centre: &CentreCard) -> impl IntoView + use<> {
    let kind = centre.kind.as_ref().map(|kind| {
        (&texts::KIND, dated(locale, kind, locale.text(kind_label(kind.value)).into_owned()))
    });
    let status = centre.status.as_ref().map(|status| {
        let word = locale.text(status_label(status.value)).into_owned();
        (&texts::STATUS, dated(locale, status, word))
    });
    let capacity = centre.capacity.as_ref().map(|places| {
        (&texts::CAPACITY, dated(locale, places, locale.count(&common::PLACES, places.value)))
    });
    let occupancy = centre.occupancy.as_ref().map(|known| {
        let (people, day) = (locale.number(known.total), locale.date_medium(known.day));
        let value = locale.fill(&texts::OCCUPANCY_LAST, &[("n", &people), ("date", &day)]);
        (&texts::OCCUPANCY, sourced(locale, value, &known.source))
    });
    let rows = [kind, status, capacity, occupancy]
        .into_iter()
        .flatten()
        .map(|(label, value)| view! { <div><dt>{locale.text(label)}</dt><dd>{value}</dd></div> })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <details>
                <summary>{locale.text(&texts::SOURCES)}</summary>
                <dl class="summary-list">{rows}</dl>
            </details>
        }
    })
}

/// "Asylum centre since 1 January 2016 (AIDA, 2024)".
fn dated<T>(locale: Locale, known: &Dated<T>, value: String) -> String {
    let day = locale.date_medium(known.from);
    let value = locale.fill(&texts::VALUE_SINCE, &[("value", &value), ("date", &day)]);
    sourced(locale, value, &known.source)
}

/// A value with its source, or a dash where none was given.
fn sourced(locale: Locale, value: String, source: &str) -> String {
    let source = if source.is_empty() { DASH } else { source };
    locale.fill(&texts::VALUE_SOURCE, &[("value", &value), ("source", &source)])
}
