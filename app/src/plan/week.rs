//! A week: a centre's, to read and to edit; the facilitator's own, to read.

use super::{
    asked, calendar, card, cards, crumbs, despite, done, load_own_week, load_week, name,
    room_choices, rooms, section, shift, staff_choices,
};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, plan as texts};
use crate::i18n::labels::reason_label;
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone, icon};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::Duration;
use domain::clock::reporting_day;
use domain::overview::{PlannedShift, Week};
use domain::plan::{monday_of, week_code};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/plan?week=2021-W22&shift=ID&workshop=CODE&staff=CODE`; after a form
/// with `done`.
#[component]
pub fn WeekPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_week(code, Some(asked("week"))), move |data| content(locale, &data))
}

/// The page at `/week?week=2021-W22`: the shifts that the reader is in charge of.
#[component]
pub fn OwnWeekPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_own_week(Some(asked("week"))), move |data| own(locale, &data))
}

fn content(locale: Locale, data: &Week) -> AnyView {
    let Some(centre) = &data.centre else { return own(locale, data) };
    let action = format!("/centres/{}/plan", centre.code);
    let filters = (asked("workshop"), asked("staff"));
    let shown: Vec<&PlannedShift> = data.shifts.iter().filter(|one| fits(one, &filters)).collect();
    let at = query(data, &filters);
    let panel = shift::named(data).map(|shift| shift::panel(locale, data, shift, &action, &at));
    let said = done(
        locale,
        &[
            ("moved", &texts::MOVED),
            ("assigned", &texts::ASSIGNED),
            ("unassigned", &texts::UNASSIGNED),
            ("cancelled", &texts::CANCELLED),
            ("reopened", &texts::REOPENED),
            ("added", &texts::ADDED),
            ("interpreted", &texts::INTERPRETED_SAVED),
            ("calendar-ended", &texts::CALENDAR_ENDED),
        ],
    );
    let empty = data.shifts.is_empty().then(|| {
        view! {
            <Empty picture="generic" title=&texts::NOTHING_PLANNED>
                <p>{locale.text(&texts::NOTHING_PLANNED_WHAT)}</p>
            </Empty>
        }
    });
    let to = |one: &PlannedShift| format!("{action}?{at}&shift={}#shift", one.id);
    let week = cards::days(locale, data, &shown, &asked("shift"), to);
    let closed = data.closures.iter().filter(|one| !one.reopened).map(|one| {
        let days = format!("{}, {}", locale.period(one.from, one.to), rooms::what(locale, one));
        let reason = locale.text(reason_label(one.reason));
        let title = locale.fill(&texts::CLOSED_FROM, &[("days", &days), ("reason", &reason)]);
        view! { <Notice tone=Tone::Info title/> }
    });
    let closed = closed.collect_view();
    let weeks = weeks(locale, data, &action);
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=period(locale, data)
            crumbs=crumbs(locale, centre)
        >
            {weeks}
        </PageHead>
        {said}
        {closed}
        {panel}
        {filter(locale, data, &action, &filters)}
        {week}
        {empty}
        <div class="columns no-print">
            {add(locale, data, &action, &at)}
            {calendar::calendar(locale, action.replace("/plan", "/calendar"), data.calendar, &at)}
        </div>
    }
    .into_any()
}

fn own(locale: Locale, data: &Week) -> AnyView {
    let shown: Vec<&PlannedShift> = data.shifts.iter().collect();
    let to = |one: &PlannedShift| Address::new("/tablet").with("shift", one.id).into_string();
    let at = format!("week={}", week_code(data.monday));
    let weeks = weeks(locale, data, "/week");
    let intro = locale.text(&texts::OWN_INTRO);
    let sub = format!("{} · {intro}", period(locale, data));
    view! {
        <PageHead
            title=locale.text(&texts::OWN_TITLE)
            sub=sub
        >
            {weeks}
        </PageHead>
        {done(locale, &[("calendar-ended", &texts::CALENDAR_ENDED)])}
        {cards::days(locale, data, &shown, "", to)}
        {calendar::calendar(locale, "/week".to_owned(), data.calendar, &at)}
    }
    .into_any()
}

fn fits(shift: &PlannedShift, (workshop, staff): &(String, String)) -> bool {
    (workshop.is_empty() || shift.workshop.code == *workshop)
        && (staff.is_empty() || shift.facilitators.iter().any(|one| one.code == *staff))
}

/// The page's own query, without the shift that is open.
fn query(data: &Week, (workshop, staff): &(String, String)) -> String {
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let address = Address::new("")
        .with("week", week_code(data.monday))
        .with_some("workshop", some(workshop))
        .with_some("staff", some(staff))
        .into_string();
    address.trim_start_matches('?').to_owned()
}

fn period(locale: Locale, data: &Week) -> String {
    let (from, to) =
        (locale.date_medium(data.monday), locale.date_medium(data.monday + Duration::days(6)));
    locale.fill(&texts::WEEK_OF, &[("from", &from), ("to", &to)])
}

/// The ways to the weeks beside it, to this one, and to any other.
fn weeks(locale: Locale, data: &Week, page: &str) -> AnyView {
    let to = |monday| Address::new(page).with("week", week_code(monday)).into_string();
    let (earlier, later) =
        (to(data.monday - Duration::days(7)), to(data.monday + Duration::days(7)));
    let now = monday_of(reporting_day(data.now));
    let this = (data.monday != now).then(|| {
        view! { <a class="button" href=to(now)>{locale.text(&texts::THIS_WEEK)}</a> }
    });
    view! {
        <a class="button" href=earlier>
            {icon("back")} <span class="visually-hidden">{locale.text(&texts::EARLIER_WEEK)}</span>
        </a>
        <a class="button" href=later>
            {icon("chevron")} <span class="visually-hidden">{locale.text(&texts::LATER_WEEK)}</span>
        </a>
        {this}
        <form class="row" method="get" action=page.to_owned()>
            <label class="visually-hidden" for="week">{locale.text(&texts::ANY_DAY)}</label>
            <input id="week" name="week" type="date" value=data.monday.to_string() required/>
            <button class="button" type="submit">{locale.text(&common::SHOW)}</button>
        </form>
    }
    .into_any()
}

fn filter(
    locale: Locale,
    data: &Week,
    action: &str,
    (workshop, staff): &(String, String),
) -> AnyView {
    let options = |all: &crate::i18n::Text, known: Vec<(String, String)>, chosen: &str| {
        let first = (String::new(), locale.text(all).into_owned());
        let options = std::iter::once(first).chain(known).map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }
        });
        options.collect_view()
    };
    let workshops =
        data.workshops.iter().map(|one| (one.choice.code.clone(), name(locale, &one.choice)));
    let people = data.staff.iter().map(|one| (one.code.clone(), one.code.clone()));
    view! {
        <form class="filters no-print" method="get" action=action.to_owned()>
            <input type="hidden" name="week" value=week_code(data.monday)/>
            <div class="field">
                <label for="by-workshop">{locale.text(&common::WORKSHOP)}</label>
                <select id="by-workshop" name="workshop">
                    {options(&texts::ALL_WORKSHOPS, workshops.collect(), workshop)}
                </select>
            </div>
            <div class="field">
                <label for="by-staff">{locale.text(&common::FACILITATOR)}</label>
                <select id="by-staff" name="staff">
                    {options(&texts::ALL_STAFF, people.collect(), staff)}
                </select>
            </div>
            <button class="button" type="submit">{locale.text(&common::SHOW)}</button>
        </form>
    }
    .into_any()
}

/// A single shift, outside every schedule.
fn add(locale: Locale, data: &Week, action: &str, at: &str) -> AnyView {
    let form = Form::new(locale, "add");
    let day = reporting_day(data.now).clamp(data.monday, data.monday + Duration::days(6));
    let workshops =
        data.workshops.iter().map(|one| (one.id.to_string(), name(locale, &one.choice)));
    let minutes = data.workshops.first().map_or(120, |one| one.minutes);
    let body = if data.workshops.is_empty() {
        let href = action.replace("/plan", "/workshops");
        view! { <p><a href=href>{locale.text(&texts::WORKSHOP_FIRST)}</a></p> }.into_any()
    } else {
        let fields = view! {
            {form.once()}
            <input type="hidden" name="at" value=at.to_owned()/>
            {form.select("workshop", &common::WORKSHOP, workshops.collect())}
            {form.day("day", &common::DAY, day.to_string())}
            {form.time("start", &texts::START, "10:00".into())}
            {form.number("minutes", &texts::MINUTES, Some(minutes), None)}
            {form.select("room", &texts::ROOM, room_choices(locale, &data.rooms, &texts::NO_ROOM))}
            {form.boxes("facilitators", &texts::FACILITATORS, staff_choices(&data.staff), &[])}
            {despite(locale, &form)}
        };
        let save = locale.text(&texts::SAVE_ADD).into_owned();
        card(&form, action.to_owned(), fields.into_any(), save)
    };
    section("add", locale.text(&texts::ADD), body)
}
