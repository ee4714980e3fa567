//! The secret address under which a calendar program reads a plan.

use super::section;
use crate::i18n::Locale;
use crate::i18n::catalogue::plan as texts;
use crate::ui::basics::{Notice, Tone};
use chrono::{DateTime, Utc};
use domain::clock::reporting_day;
use leptos::prelude::*;

/// The address that was just made: provided by the server as context. A secret, so it does not print
/// itself.
#[derive(Clone, PartialEq, Eq)]
pub struct CalendarMade(pub String);

/// What there is, and the ways to make and to end one. `at` is the page's own query.
pub fn calendar(locale: Locale, action: String, since: Option<DateTime<Utc>>, at: &str) -> AnyView {
    let made = use_context::<CalendarMade>().map(|CalendarMade(address)| {
        view! {
            <Notice tone=Tone::Success title=locale.text(&texts::CALENDAR_MADE)>
                <div class="field">
                    <label for="calendar-address">{locale.text(&texts::CALENDAR_ADDRESS)}</label>
                    <input id="calendar-address" type="url" readonly value=address/>
                </div>
            </Notice>
        }
    });
    let since = since.map(|at| {
        let date = locale.date_medium(reporting_day(at));
        view! { <p>{locale.fill(&texts::CALENDAR_SINCE, &[("date", &date)])}</p> }
    });
    let make = if since.is_some() { &texts::CALENDAR_AGAIN } else { &texts::CALENDAR_NEW };
    let button = |what: &'static str, text, class| {
        let (action, at) = (action.clone(), at.to_owned());
        view! {
            <form method="post" action=action>
                <input type="hidden" name="do" value=what/>
                <input type="hidden" name="at" value=at/>
                <button class=class type="submit">{locale.text(text)}</button>
            </form>
        }
    };
    let end = since.is_some().then(|| button("calendar-end", &texts::CALENDAR_END, "button quiet"));
    let body = view! {
        {made}
        <div class="card stack no-print">
            <p>{locale.text(&texts::CALENDAR_WHAT)}</p>
            {since}
            <div class="row">{button("calendar", make, "button")} {end}</div>
        </div>
    };
    section("calendar", locale.text(&texts::CALENDAR), body.into_any())
}
