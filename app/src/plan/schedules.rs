//! Schedules: what makes shifts by itself, how it is changed and ended.

use super::rule;
use super::{
    asked, card, crumbs, despite, done, load_schedules, name, room_choices, section, staff_choices,
};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, plan as texts};
use crate::i18n::labels::despite_label;
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::{ScheduleRow, Schedules};
use domain::pattern::{Pattern, WEEKDAYS};
use domain::plan::{monday_of, week_code};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/schedules?change=ID&from=DAY`; after a form with `done`.
#[component]
pub fn SchedulesPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let (change, from) = (asked("change"), asked("from").parse().ok());
    loaded(load_schedules(code), move |data| content(locale, &data, &change, from))
}

fn content(locale: Locale, data: &Schedules, change: &str, from: Option<NaiveDate>) -> AnyView {
    let changing = data.schedules.iter().find(|one| one.id.to_string() == change);
    let (id, title) = match changing {
        Some(_) => ("change", &texts::CHANGE_TITLE),
        None => ("new", &texts::NEW_SCHEDULE),
    };
    let week = format!("/centres/{}/plan", data.centre.code);
    let form = if data.workshops.is_empty() {
        let href = format!("/centres/{}/workshops", data.centre.code);
        view! { <p><a href=href>{locale.text(&texts::WORKSHOP_FIRST)}</a></p> }.into_any()
    } else {
        form(locale, data, changing, from)
    };
    view! {
            <PageHead
                title=locale.text(&texts::SCHEDULES)
                sub=locale.text(&texts::SCHEDULES_INTRO)
                crumbs=crumbs(locale, &data.centre)
            >
    <a class="button" href=week>{locale.text(&texts::TITLE)}</a>
            </PageHead>
            {done(locale, &[("ended", &texts::ENDED)])}
            {made(locale, data)}
            {changing.is_none().then(|| list(locale, data))}
            {section(id, locale.text(title), form)}
        }
    .into_any()
}

/// After one was made: how many shifts it plans, and the way to the first of them.
fn made(locale: Locale, data: &Schedules) -> Option<AnyView> {
    let id = asked("made");
    let one = data.schedules.iter().find(|one| one.id.to_string() == id)?;
    let title = locale.count(&texts::SHIFTS_MADE, one.ahead);
    let week = one.next.map(|next| {
        let href = week_of(data, next);
        view! { <p><a href=href>{locale.text(&texts::SEE_WEEK)}</a></p> }
    });
    Some(view! { <Notice tone=Tone::Success title>{week}</Notice> }.into_any())
}

fn week_of(data: &Schedules, day: NaiveDate) -> String {
    let week = week_code(monday_of(day));
    Address::new(format!("/centres/{}/plan", data.centre.code)).with("week", week).into_string()
}

fn list(locale: Locale, data: &Schedules) -> AnyView {
    if data.schedules.is_empty() {
        return view! { <Empty picture="generic" title=&texts::NO_SCHEDULES/> }.into_any();
    }
    let text = |label: &crate::i18n::Text| locale.text(label).into_owned();
    let columns = [
        (text(&common::WORKSHOP), false),
        (text(&texts::WHEN), false),
        (text(&common::PERIOD), false),
        (String::new(), false),
    ];
    let rows = data.schedules.iter().map(|one| row(locale, data, one)).collect_view();
    view! {
        <Table id="schedule-table" caption=locale.text(&texts::SCHEDULES) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, data: &Schedules, one: &ScheduleRow) -> impl IntoView + use<> {
    let over = one.to.is_some_and(|to| to < data.today);
    let period = match one.to {
        Some(to) if to < one.from => locale.text(&texts::IS_OVER).into_owned(),
        Some(to) => locale.period(one.from, to),
        None => {
            let (from, end) = (locale.date_medium(one.from), locale.text(&texts::WITHOUT_END));
            locale.fill(&common::PAIR, &[("first", &from), ("second", &end)])
        }
    };
    let room = data.rooms.iter().find(|room| Some(room.id) == one.room);
    let led = one.facilitators.iter().filter_map(|id| data.staff.iter().find(|s| s.id == *id));
    let parts = std::iter::once(locale.count(&texts::MINUTES_LONG, one.minutes))
        .chain(room.map(|room| name(locale, &room.choice)))
        .chain(led.map(|one| one.code.clone()));
    let parts = parts.collect::<Vec<_>>().join(" · ");
    let why = one.despite.map(|why| {
        let reason = locale.text(despite_label(why));
        let said = locale.fill(&texts::PLANNED_DESPITE, &[("reason", &reason)]);
        view! { <div class="muted">{said}</div> }
    });
    let next = one.next.map(|next| {
        let date = locale.date_medium(next);
        let (href, said) = (week_of(data, next), locale.fill(&texts::NEXT_ON, &[("date", &date)]));
        view! { <div><a href=href>{said}</a></div> }
    });
    let last = (!over).then(|| change_or_end(locale, data, one));
    view! {
        <tr data-schedule=one.choice.code.clone()>
            <th scope="row">{name(locale, &one.choice)}</th>
            <td>
                <div>{rule::days(locale, &one.rule)} ", " {rule::starts(&one.starts)}</div>
                <div class="muted">{parts}</div>
                {why}
            </td>
            <td>
                <div>{period}</div>
                <div class="muted">{locale.count(&texts::SHIFTS_AHEAD, one.ahead)}</div>
                {next}
            </td>
            <td>{last}</td>
        </tr>
    }
}

fn change_or_end(locale: Locale, data: &Schedules, one: &ScheduleRow) -> AnyView {
    let page = format!("/centres/{}/schedules", data.centre.code);
    let change = Address::new(page.clone()).with("change", one.id).into_string();
    let label = locale.text(&texts::END_AFTER).into_owned();
    view! {
        <div class="stack">
            <div class="row">
                <a class="button" href=change>{locale.text(&texts::CHANGE)}</a>
            </div>
            <form class="row" method="post" action=page>
                <input type="hidden" name="do" value="end"/>
                <input type="hidden" name="schedule" value=one.id.to_string()/>
                <input name="day" type="date" required aria-label=label value=data.today.to_string()/>
                <button class="button quiet" type="submit">{locale.text(&texts::END)}</button>
            </form>
        </div>
    }
    .into_any()
}

/// The form of a new schedule, or of one that continues another from a day on.
fn form(
    locale: Locale,
    data: &Schedules,
    changing: Option<&ScheduleRow>,
    from: Option<NaiveDate>,
) -> AnyView {
    let form = Form::new(locale, "schedule");
    let known = changing.and_then(|one| Pattern::of(&one.rule));
    let (every, days, monthly) = match &known {
        Some(Pattern::Weekly { every, days }) => (*every, days.clone(), None),
        Some(Pattern::Monthly { nth, day }) => (1, vec![*day], Some(*nth)),
        None => (1, vec![], None),
    };
    let ticked: Vec<String> = WEEKDAYS
        .iter()
        .filter(|(day, _)| days.contains(day))
        .map(|(_, word)| (*word).to_owned())
        .collect();
    let weekdays =
        WEEKDAYS.iter().map(|(day, word)| ((*word).to_owned(), locale.weekday(*day).into_owned()));
    let monthly_choices = std::iter::once((String::new(), &texts::MONTHLY_NO))
        .chain([1, 2, 3, 4, -1].map(|nth: i32| (nth.to_string(), rule::nth_text(nth))))
        .map(|(value, text)| (value, locale.text(text).into_owned()));
    let workshop = match changing {
        Some(one) => view! {
            <p><strong>{name(locale, &one.choice)}</strong></p>
            <p class="muted">{locale.text(&texts::CHANGE_WHAT)}</p>
            <input type="hidden" name="workshop" value=one.workshop.to_string()/>
            <input type="hidden" name="follows" value=one.id.to_string()/>
        }
        .into_any(),
        None => {
            let all = data.workshops.iter();
            let all = all.map(|one| (one.id.to_string(), name(locale, &one.choice)));
            form.select("workshop", &common::WORKSHOP, all.collect())
        }
    };
    // Of today some may be over.
    let tomorrow = data.today.succ_opt().unwrap_or(data.today);
    let first = from.map_or(tomorrow, |from| from.max(tomorrow));
    let minutes = changing
        .map_or_else(|| data.workshops.first().map_or(120, |one| one.minutes), |one| one.minutes);
    let room = changing.and_then(|one| one.room).map(|id| id.to_string()).unwrap_or_default();
    let led: Vec<String> =
        changing.iter().flat_map(|one| &one.facilitators).map(ToString::to_string).collect();
    let to = changing.and_then(|one| one.to).map(|to| to.to_string()).unwrap_or_default();
    let starts = changing.map_or(String::new(), |one| rule::starts(&one.starts));
    let monthly = monthly.map(|nth| nth.to_string()).unwrap_or_default();
    let fields = view! {
        {workshop}
        {form.boxes("days", &texts::WEEKDAYS, weekdays.collect(), &ticked)}
        <div class="row">
            {form.number("every", &texts::EVERY, Some(i64::from(every)), None)}
            {form.choose("nth", &texts::MONTHLY, monthly_choices.collect(), monthly)}
        </div>
        {form.error("rule")}
        {form.text("starts", &texts::STARTS, starts)}
        <div class="row">
            {form.number("minutes", &texts::MINUTES, Some(minutes), None)}
            {form.choose("room", &texts::ROOM, room_choices(locale, &data.rooms, &texts::NO_ROOM), room)}
        </div>
        {form.boxes("facilitators", &texts::FACILITATORS, staff_choices(&data.staff), &led)}
        <div class="row">
            {form.day("day", &texts::FROM_DAY, first.to_string())}
            {form.optional_day("to", &texts::LAST_DAY_OPTIONAL, to)}
        </div>
        {despite(locale, &form)}
    };
    let save = if changing.is_some() { &texts::SAVE_CHANGE } else { &texts::SAVE_SCHEDULE };
    let action = format!("/centres/{}/schedules", data.centre.code);
    card(&form, action, fields.into_any(), locale.text(save).into_owned())
}
