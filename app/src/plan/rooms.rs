//! The rooms of a centre, and the days on which it or one of them is closed.

use super::workshops::people;
use super::{card, crumbs, done, load_rooms, name, reasons, room_choices, section};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, plan as texts};
use crate::i18n::labels::reason_label;
use crate::ui::basics::{Empty, PageHead};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::records::entered;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{ClosureRow, Rooms};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/rooms`; after a form with `done`.
#[component]
pub fn RoomsPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_rooms(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Rooms) -> AnyView {
    let said = done(
        locale,
        &[
            ("room", &texts::ROOM_SAVED),
            ("places", &texts::PLACES_SAVED),
            ("closed", &texts::CLOSED),
            ("opened", &texts::OPENED),
        ],
    );
    view! {
        <PageHead
            title=locale.text(&texts::ROOMS)
            sub=locale.text(&texts::ROOMS_INTRO)
            crumbs=crumbs(locale, &data.centre)
        />
        {said}
        <div class="columns">
            {section("rooms", locale.text(&texts::ROOM_LIST), rooms(locale, data))}
            <div class="stack">{new_room(locale, data)}</div>
        </div>
        <div class="columns">
            {section("closures", locale.text(&texts::CLOSURES), closures(locale, data))}
            {section("close", locale.text(&texts::CLOSE), close(locale, data))}
        </div>
    }
    .into_any()
}

fn action(data: &Rooms) -> String {
    format!("/centres/{}/rooms", data.centre.code)
}

fn rooms(locale: Locale, data: &Rooms) -> AnyView {
    if data.rooms.is_empty() {
        return view! { <Empty picture="house" title=&texts::NO_ROOMS/> }.into_any();
    }
    let text = |label: &crate::i18n::Text| locale.text(label).into_owned();
    let columns =
        [(text(&texts::ROOM), false), (text(&texts::CODE), false), (text(&texts::PEOPLE), true)];
    let rows = data.rooms.iter().map(|room| {
        view! {
            <tr>
                <th scope="row">{name(locale, &room.choice)}</th>
                <td class="code">{room.choice.code.clone()}</td>
                <td class="num">{people(locale, &room.capacity)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table id="room-table" caption=locale.text(&texts::ROOM_LIST) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn new_room(locale: Locale, data: &Rooms) -> AnyView {
    let form = Form::new(locale, "room");
    let fields = view! {
        {form.text("code", &texts::CODE, format!("{}-", data.centre.code))}
        {form.text("name_en", &texts::NAME_EN, String::new())}
        {form.text("name_sr", &texts::NAME_SR, String::new())}
        {form.number("people", &texts::PEOPLE_OPTIONAL, None, None)}
    };
    let save = locale.text(&texts::SAVE_ROOM).into_owned();
    let new = card(&form, action(data), fields.into_any(), save);
    let places = (!data.rooms.is_empty()).then(|| {
        let form = Form::new(locale, "places");
        let rooms = data.rooms.iter().map(|room| (room.id.to_string(), name(locale, &room.choice)));
        let fields = view! {
            {form.select("room", &texts::ROOM, rooms.collect())}
            {form.number("people", &texts::PEOPLE, None, None)}
            {form.day("day", &texts::FROM_DAY, data.today.to_string())}
        };
        let save = locale.text(&texts::SAVE_PLACES).into_owned();
        let body = card(&form, action(data), fields.into_any(), save);
        section("places", locale.text(&texts::NEW_ROOM_PLACES), body)
    });
    view! {
        {section("new", locale.text(&texts::NEW_ROOM), new)}
        {places}
    }
    .into_any()
}

fn closures(locale: Locale, data: &Rooms) -> AnyView {
    if data.closures.is_empty() {
        return view! { <Empty picture="generic" title=&texts::NO_CLOSURES/> }.into_any();
    }
    let text = |label: &crate::i18n::Text| locale.text(label).into_owned();
    let columns = [
        (text(&common::PERIOD), false),
        (text(&texts::WHAT_CLOSES), false),
        (text(&texts::REASON), false),
        (text(&common::ENTERED), false),
        (String::new(), false),
    ];
    let rows = data.closures.iter().map(|one| closure(locale, data, one)).collect_view();
    view! {
        <Table id="closure-table" caption=locale.text(&texts::CLOSURES) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// What is closed: a room, or the whole centre.
pub fn what(locale: Locale, one: &ClosureRow) -> String {
    let whole = || locale.text(&texts::WHOLE_CENTRE).into_owned();
    one.room.as_ref().map_or_else(whole, |room| name(locale, room))
}

fn closure(locale: Locale, data: &Rooms, one: &ClosureRow) -> impl IntoView + use<> {
    let days = locale.period(one.from, one.to);
    let last = if one.reopened {
        view! { <span class="badge">{locale.text(&texts::OPENED_STATE)}</span> }.into_any()
    } else {
        let label = locale.fill(&texts::OPEN_AGAIN_OF, &[("days", &days)]);
        view! {
            <form method="post" action=action(data)>
                <input type="hidden" name="do" value="open"/>
                <input type="hidden" name="closure" value=one.id.to_string()/>
                <button class="button quiet" type="submit" aria-label=label>
                    {locale.text(&texts::OPEN_AGAIN)}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{days}</th>
            <td>{what(locale, one)}</td>
            <td>{locale.text(reason_label(one.reason))}</td>
            <td>{entered(locale, one.account.as_deref(), one.at)}</td>
            <td>{last}</td>
        </tr>
    }
}

fn close(locale: Locale, data: &Rooms) -> AnyView {
    let form = Form::new(locale, "close");
    let fields = view! {
        <p class="muted">{locale.text(&texts::CLOSE_WHAT)}</p>
        {form.select("room", &texts::WHAT_CLOSES, room_choices(locale, &data.rooms, &texts::WHOLE_CENTRE))}
        {form.day("day", &texts::FIRST_DAY, data.today.to_string())}
        {form.day("to", &texts::LAST_DAY, data.today.to_string())}
        {form.choose("reason", &texts::REASON, reasons(locale), "holiday".into())}
    };
    let save = locale.text(&texts::SAVE_CLOSE).into_owned();
    card(&form, action(data), fields.into_any(), save)
}
