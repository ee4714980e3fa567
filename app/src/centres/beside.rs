//! The centres side by side, each figure with the rows behind it; and the state of journal and
//! backups.

use crate::dashboard::links;
use crate::i18n::catalogue::{centres as texts, common, dashboard, journal};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use crate::ui::desk::section;
use crate::ui::figure::{DASH, part_of};
use crate::ui::table::{Table, heads};
use domain::clock::belgrade;
use domain::overview::{CentreCard, Done, Upkeep};
use domain::shift::ShiftState;
use leptos::prelude::*;

/// A row a centre.
pub fn table(locale: Locale, centres: &[CentreCard]) -> Option<AnyView> {
    let month = locale.month_year(centres.first()?.month.from);
    let head = |text: &Text| (locale.text(text).into_owned(), true);
    let columns = [
        (locale.text(&common::CENTRE).into_owned(), false),
        head(&texts::OCCUPANCY),
        head(&dashboard::HELD_SHIFTS),
        head(&texts::NOT_LOGGED),
        head(&dashboard::CONTACTS),
        head(&dashboard::DIFFERENT_PEOPLE),
        head(&dashboard::ATTENDANCE_RATE),
        head(&dashboard::PIECES),
        head(&dashboard::REVIEW_TITLE),
    ];
    let rows = centres.iter().map(|centre| row(locale, centre)).collect_view();
    let title = locale.fill(&texts::SIDE_BY_SIDE, &[("month", &month)]);
    let body = view! {
        <Table id="centres-table" caption=title.clone() quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    };
    Some(section("side-by-side", title, body.into_any()))
}

fn row(locale: Locale, centre: &CentreCard) -> impl IntoView + use<> {
    let (code, month) = (centre.code.as_str(), &centre.month);
    let number = |value: String, href: String, warn: bool| {
        let class = if warn { "num warn-text" } else { "num" };
        view! { <td class=class><a href=href>{value}</a></td> }
    };
    let in_state = |state| links::shifts(code, month, Some(state));
    let held = part_of(locale, month.shifts(ShiftState::Closed), month.planned());
    let not_logged = month.shifts(ShiftState::NotLogged);
    let people = match month.people {
        (least, most) if least == most => locale.number(least),
        (least, most) => {
            let values = [("min", locale.number(least)), ("max", locale.number(most))];
            locale.fill(&common::RANGE, &[("min", &values[0].1), ("max", &values[1].1)])
        }
    };
    let rate = month.attendance.and_then(|(part, whole)| locale.percent(part, whole));
    let rate = rate.unwrap_or_else(|| DASH.to_owned());
    let housed = match &centre.occupancy {
        Some(known) => locale.number(known.total),
        None => DASH.to_owned(),
    };
    view! {
        <tr data-centre=centre.code.clone()>
            <th scope="row">
                <a href=format!("/centres/{code}")>
                    {locale.name(&centre.name.en, &centre.name.sr)}
                </a>
            </th>
            {number(housed, format!("/centres/{code}/occupancy"), false)}
            {number(held, in_state(ShiftState::Closed), false)}
            {number(locale.number(not_logged), in_state(ShiftState::NotLogged), not_logged > 0)}
            {number(locale.number(month.contacts), in_state(ShiftState::Closed), false)}
            {number(people, links::people(code, month), false)}
            {number(rate, in_state(ShiftState::Closed), false)}
            {number(locale.number(month.pieces), links::outputs(code, month.from, month.to), false)}
            {number(locale.number(centre.review), format!("/centres/{code}#review"), centre.review > 0)}
        </tr>
    }
}

/// What must be known of the database: whether the journal agrees, and how old the backup is.
pub fn upkeep(locale: Locale, state: &Upkeep) -> AnyView {
    let when = |done: &Done| {
        let wall = belgrade(done.at);
        format!("{}, {}", locale.date_medium(wall.date()), locale.time(wall.time()))
    };
    let (checked, tone) = match &state.check {
        None => (locale.text(&texts::NEVER_CHECKED).into_owned(), Tone::Warning),
        Some(done) if done.problems > 0 => {
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("n", &locale.number(done.problems)), ("date", &when(done))];
            (locale.fill(&texts::CHECK_FAILED, &values), Tone::Error)
        }
        Some(done) => {
            let tone = if done.is_stale(state.now) { Tone::Warning } else { Tone::Success };
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("n", &locale.number(done.entries)), ("date", &when(done))];
            (locale.fill(&texts::CHECKED, &values), tone)
        }
    };
    let (backed, backup_tone) = match &state.backup {
        None => (locale.text(&texts::NEVER_BACKED_UP).into_owned(), Tone::Warning),
        Some(done) => {
            let tone = if done.is_stale(state.now) { Tone::Warning } else { Tone::Success };
            let since = locale.number(state.entries - done.entries);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("date", &when(done)), ("n", &since)];
            (locale.fill(&texts::BACKED_UP, &values), tone)
        }
    };
    let body = view! {
        <div class="stack">
            <Notice tone title=checked/>
            <Notice tone=backup_tone title=backed/>
        </div>
    };
    section("upkeep", locale.text(&journal::TITLE), body.into_any())
}
