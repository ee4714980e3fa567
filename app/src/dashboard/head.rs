//! What the centre is on the day, and the way to other days.

use super::links;
use crate::centres::{PAGES, people_housed};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, dashboard as texts, shell, trends};
use crate::i18n::labels::{kind_label, status_label};
use crate::ui::address::Address;
use crate::ui::basics::{PageHead, icon};
use domain::centre::CentreStatus;
use domain::overview::Dashboard;
use leptos::prelude::*;

/// The heading, with the centre's kind on that day and not on another.
pub fn head(locale: Locale, data: &Dashboard) -> AnyView {
    let centre = &data.centre;
    let name = locale.name(&centre.name.en, &centre.name.sr);
    let kind = centre.kind.as_ref().map(|kind| locale.text(kind_label(kind.value)));
    let closed = centre.status.as_ref().filter(|status| status.value == CentreStatus::Closed);
    let closed = closed.map(|status| locale.text(status_label(status.value)));
    let day = locale.date_long(data.day);
    let sub = kind.into_iter().chain(closed).map(String::from).chain([day]);
    let sub = sub.collect::<Vec<_>>().join(" · ");
    let days = days(locale, data);
    view! {
        <PageHead title=name sub=sub>{days}</PageHead>
        <div class="spread">
            {pages(locale, data)}
            <div data-part="occupancy">{occupancy(locale, data)}</div>
        </div>
    }
    .into_any()
}

/// The day before and after, today, and any other.
fn days(locale: Locale, data: &Dashboard) -> impl IntoView + use<> {
    let code = data.centre.code.as_str();
    let to = |day: chrono::NaiveDate| links::day(code, day);
    let before = data.day.pred_opt().map(|day| {
        view! {
            <a class="button" href=to(day)>
                {icon("back")} <span class="visually-hidden">{locale.text(&texts::PREVIOUS_DAY)}</span>
            </a>
        }
    });
    let after = data.day.succ_opt().map(|day| {
        view! {
            <a class="button" href=to(day)>
                {icon("chevron")} <span class="visually-hidden">{locale.text(&texts::NEXT_DAY)}</span>
            </a>
        }
    });
    let today = (data.day != data.today).then(|| {
        view! { <a class="button" href=to(data.today)>{locale.text(&texts::TO_TODAY)}</a> }
    });
    view! {
        {before}
        {after}
        {today}
        <form class="row" method="get" action=format!("/centres/{code}")>
            <label class="visually-hidden" for="day">{locale.text(&common::DAY)}</label>
            <input id="day" name="day" type="date" value=data.day.to_string() required/>
            <button class="button" type="submit">{locale.text(&common::SHOW)}</button>
        </form>
    }
}

/// The other pages of the centre, in menus by what one goes there for.
fn pages(locale: Locale, data: &Dashboard) -> impl IntoView + use<> {
    let code = data.centre.code.clone();
    let menus = PAGES.map(|(group, title, pages)| {
        let trends = (group == "figures").then(|| {
            let href = Address::new("/trends").with("centre", &code).into_string();
            view! { <li><a href=href>{locale.text(&trends::TITLE)}</a></li> }
        });
        let links = pages.iter().map(|(page, title)| {
            let href = format!("/centres/{code}/{page}");
            view! { <li><a href=href>{locale.text(title)}</a></li> }
        });
        view! {
            <details class="menu" name="pages">
                <summary class="button">{locale.text(title)}</summary>
                <ul>{trends} {links.collect_view()}</ul>
            </details>
        }
    });
    let menus = menus.into_iter().collect_view();
    view! { <nav class="row menus" aria-label=locale.text(&texts::TITLE)>{menus}</nav> }
}

/// How many people live here, as recorded for this day: never carried over from another.
fn occupancy(locale: Locale, data: &Dashboard) -> impl IntoView + use<> {
    let known = data.centre.occupancy.as_ref().filter(|known| known.day == data.day);
    let text = match known {
        Some(known) => {
            let source = locale.text(&common::SOURCE);
            let source = [("label", &source as &dyn std::fmt::Display), ("value", &known.source)];
            let source = locale.fill(&common::LABELLED, &source);
            let people = people_housed(locale, known);
            locale.fill(&common::PAIR, &[("first", &people), ("second", &source)])
        }
        None => locale.text(&texts::EMPTY_NO_OCCUPANCY).into_owned(),
    };
    let review = (data.centre.review > 0).then(|| {
        let count = locale.count(&shell::REVIEW_BADGE, data.centre.review);
        view! { <a href="#review">{count}</a> }
    });
    view! { <p class="row"><span>{text}</span> {review}</p> }
}
