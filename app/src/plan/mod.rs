//! The plan: a week of it, what it is made of, and the facilitator's own week.
//!
//! Plain forms, sent to the page's own address. What speaks against a change is a warning: the form
//! comes back with it and asks for a reason.

mod api;
mod calendar;
mod cards;
mod rooms;
mod rule;
mod schedules;
mod shift;
mod staff;
mod week;
mod workshops;

pub use api::{load_own_week, load_rooms, load_schedules, load_staff, load_week, load_workshops};
pub use calendar::CalendarMade;
pub use rooms::RoomsPage;
pub use schedules::SchedulesPage;
pub use staff::StaffPage;
pub use week::{OwnWeekPage, WeekPage};
pub use workshops::WorkshopsPage;

use crate::i18n::catalogue::plan as texts;
use crate::i18n::labels::{despite_label, reason_label};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Crumbs, Notice, Tone};
use crate::ui::form::Form;
use domain::overview::{Choice, RoomRow, Staff};
use domain::plan::Despite;
use domain::shift::Reason;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A name as its reader reads it.
fn name(locale: Locale, choice: &Choice) -> String {
    locale.name(&choice.name.en, &choice.name.sr).into_owned()
}

/// The way back to the centre.
fn crumbs(locale: Locale, centre: &Choice) -> Crumbs {
    vec![(format!("/centres/{}", centre.code), name(locale, centre))]
}

/// What a parameter of the address says.
fn asked(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get(name)).unwrap_or_default()
}

/// A word about what was done, by the parameter `done`.
fn done(locale: Locale, words: &[(&str, &'static Text)]) -> Option<AnyView> {
    let said = asked("done");
    let (_, text) = words.iter().find(|(known, _)| *known == said)?;
    Some(view! { <Notice tone=Tone::Success title=locale.text(text)/> }.into_any())
}

/// The reasons why shifts do not happen, as choices.
fn reasons(locale: Locale) -> Vec<(String, String)> {
    Reason::ALL.map(|reason| (word(&reason), locale.text(reason_label(reason)).into_owned())).into()
}

/// The rooms as choices, none first.
fn room_choices(locale: Locale, rooms: &[RoomRow], none: &Text) -> Vec<(String, String)> {
    let none = (String::new(), locale.text(none).into_owned());
    let rooms = rooms.iter().map(|room| (room.id.to_string(), name(locale, &room.choice)));
    std::iter::once(none).chain(rooms).collect()
}

/// Those who may be in charge, as choices.
fn staff_choices(staff: &[Staff]) -> Vec<(String, String)> {
    staff.iter().map(|one| (one.id.to_string(), one.code.clone())).collect()
}

/// Why something is planned all the same: asked once a form was refused for that.
fn despite(locale: Locale, form: &Form) -> Option<AnyView> {
    form.needs_reason().then(|| {
        let none = (String::new(), locale.text(&texts::DESPITE_CHOOSE).into_owned());
        let all =
            Despite::ALL.map(|why| (word(&why), locale.text(despite_label(why)).into_owned()));
        let choices = std::iter::once(none).chain(all).collect();
        form.select("despite", &texts::DESPITE, choices)
    })
}

/// The word of a value in a form: that of its JSON form.
fn word<T: serde::Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).ok();
    json.and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A section with a heading.
fn section(id: &'static str, title: impl Into<String>, body: AnyView) -> AnyView {
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head"><h2 id=id>{title.into()}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

/// A form in a card, sent to `action`.
fn card(form: &Form, action: String, fields: AnyView, button: String) -> AnyView {
    view! {
        <form class="card stack" method="post" action=action novalidate>
            {form.fault()}
            {form.hidden()}
            {fields}
            <div class="row">
                <button class="button primary" type="submit">{button}</button>
            </div>
        </form>
    }
    .into_any()
}
