//! What was logged of a shift, with its history, and the grid in which a week is typed in from paper.
//!
//! One form for both: what stands is filled in, and what is changed becomes entries that replace
//! those that were seen.

mod api;
mod grid;

pub use api::load_shift_log;
pub(crate) use grid::is_walk_in;
pub use grid::{WALK_INS, course_code, walk_in};

use crate::i18n::Locale;
use crate::i18n::catalogue::{periods, shift_log as texts};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone, state_badge};
use crate::ui::desk::{asked, crumbs, done, name, section};
use crate::ui::form::Form;
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::{Duration, NaiveDate};
use domain::overview::{SheetShift, ShiftLog};
use domain::plan::{monday_of, parse_week, week_code};
use grid::Grid;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/log?shift=ID`, or `?workshop=CODE&week=2021-W22`; after the form with
/// `done`.
#[component]
pub fn ShiftLogPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let some = |name: &str| Some(asked(name)).filter(|text| !text.is_empty());
    let (shift, workshop, week) = (some("shift"), some("workshop"), some("week"));
    let monday = week.as_deref().and_then(parse_week);
    let of_week = shift.is_none();
    loaded(load_shift_log(code, shift, workshop, week), move |data| {
        let first = data.sheet.shifts.first().map(|shift| monday_of(shift.slot.day));
        let week = monday.or(first).filter(|_| of_week);
        content(locale, &data, of_week, week)
    })
}

fn content(locale: Locale, data: &ShiftLog, of_week: bool, week: Option<NaiveDate>) -> AnyView {
    let text = |text| locale.text(text).into_owned();
    let said = done(locale, &[("saved", &texts::SAVED), ("unchanged", &texts::UNCHANGED)]);
    let workshop = name(locale, &data.sheet.workshop);
    let (title, sub) = match (data.sheet.shifts.as_slice(), of_week) {
        ([shift], false) => (workshop, when(locale, shift)),
        _ => (text(&texts::TYPE_IN), workshop),
    };
    let body = match data.sheet.shifts.as_slice() {
        [] => view! { <Empty picture="mountain" title=&texts::NO_SHIFTS/> }.into_any(),
        _ => form(locale, data, of_week, week),
    };
    let badge = match data.logged.as_slice() {
        [one] if !of_week => Some(view! { <p>{state_badge(locale, one.state)}</p> }),
        _ => None,
    };
    let links = links(locale, data, of_week);
    view! {
        <PageHead title=title sub=sub crumbs=crumbs(locale, &data.sheet.centre)>
            {links}
        </PageHead>
        {live(locale, None)}
        {said}
        {badge}
        {week.map(|monday| weeks(locale, data, monday))}
        {body}
        {(!of_week).then(|| history(locale, data))}
    }
    .into_any()
}

fn when(locale: Locale, shift: &SheetShift) -> String {
    let time = locale.time_span(shift.slot.start, shift.slot.end());
    format!("{} · {time}", locale.date_long(shift.slot.day))
}

/// From a shift to its whole week, and to the sheet on paper.
fn links(locale: Locale, data: &ShiftLog, of_week: bool) -> AnyView {
    let Some(first) = data.sheet.shifts.first().filter(|_| !of_week) else {
        return ().into_any();
    };
    let page = format!("/centres/{}/log", data.sheet.centre.code);
    let week = Address::new(page)
        .with("workshop", &data.sheet.workshop.code)
        .with("week", week_code(monday_of(first.slot.day)))
        .into_string();
    view! { <a class="button" href=week>{locale.text(&texts::TYPE_IN)}</a> }.into_any()
}

fn weeks(locale: Locale, data: &ShiftLog, monday: NaiveDate) -> AnyView {
    let to = |days| {
        Address::new(format!("/centres/{}/log", data.sheet.centre.code))
            .with("workshop", &data.sheet.workshop.code)
            .with("week", week_code(monday + Duration::days(days)))
            .into_string()
    };
    let named = locale.fill(&texts::WEEK_FROM, &[("date", &locale.date_medium(monday))]);
    let label = named.clone();
    view! {
        <nav class="row no-print" aria-label=label>
            <a class="button" rel="prev" href=to(-7)>{locale.text(&texts::EARLIER_WEEK)}</a>
            <strong>{named}</strong>
            <a class="button" rel="next" href=to(7)>{locale.text(&texts::LATER_WEEK)}</a>
        </nav>
    }
    .into_any()
}

fn form(locale: Locale, data: &ShiftLog, of_week: bool, week: Option<NaiveDate>) -> AnyView {
    let closed =
        data.closed_to.is_some_and(|to| data.sheet.shifts.iter().any(|shift| shift.slot.day <= to));
    let form = Form::new(locale, "log");
    let grid = Grid { locale, data, of_week, open: data.logs && !closed, form: &form }.view();
    if closed {
        let periods = format!("/centres/{}/periods", data.sheet.centre.code);
        return view! {
            <Notice tone=Tone::Info title=locale.text(&texts::IS_CLOSED)>
                <p><a href=periods>{locale.text(&periods::TITLE)}</a></p>
            </Notice>
            {grid}
        }
        .into_any();
    }
    if !data.logs {
        return view! {
            <Notice tone=Tone::Info title=locale.text(&texts::ONLY_READING)/>
            {grid}
        }
        .into_any();
    }
    let at = match (data.sheet.shifts.as_slice(), week) {
        (_, Some(monday)) => {
            format!("workshop={}&week={}", data.sheet.workshop.code, week_code(monday))
        }
        (shifts, None) => {
            let shift = shifts.first().map(|shift| shift.id.to_string());
            format!("shift={}", shift.unwrap_or_default())
        }
    };
    let how = if of_week { &texts::HOW_WEEK } else { &texts::HOW };
    let shifts = data.sheet.shifts.iter().map(|shift| {
        view! { <input type="hidden" name="shifts" value=shift.id.to_string()/> }
    });
    view! {
        <form
            class="stack"
            method="post"
            action=format!("/centres/{}/log", data.sheet.centre.code)
            novalidate
        >
            {form.fault()}
            {form.hidden()}
            {form.once()}
            <input type="hidden" name="at" value=at/>
            <input type="hidden" name="seen" value=form.value("seen", data.seen.to_string())/>
            {shifts.collect_view()}
            <p class="muted no-print">{locale.text(how)}</p>
            {grid}
            <div class="card stack no-print">
                {form.optional_text("why", &texts::WHY, String::new())}
                <p class="hint">{locale.text(&texts::WHY_HINT)}</p>
                <div class="row">
                    <button class="button primary" type="submit">{locale.text(&texts::SAVE)}</button>
                </div>
            </div>
        </form>
    }
    .into_any()
}

fn history(locale: Locale, data: &ShiftLog) -> AnyView {
    let body = if data.history.is_empty() {
        view! { <p class="muted">{locale.text(&texts::NO_HISTORY)}</p> }.into_any()
    } else {
        crate::journal::table(locale, &data.history, false)
    };
    section("history", locale.text(&texts::HISTORY), body)
}
