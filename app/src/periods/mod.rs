//! The months of a centre: what is still open, and closing them.

mod api;

pub use api::load_periods;

use crate::i18n::Locale;
use crate::i18n::catalogue::{common, periods as texts};
use crate::ui::address::Address;
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::desk::{card, crumbs, done, section};
use crate::ui::form::Form;
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{MonthState, Periods};
use domain::report::Report;
use domain::shift::ShiftState;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/periods`; after a form with `done`.
#[component]
pub fn PeriodsPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_periods(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Periods) -> AnyView {
    let words = [("closed", &texts::DONE_CLOSED), ("reopened", &texts::DONE_REOPENED)];
    let state = match data.closed_to {
        Some(to) => locale.fill(&texts::CLOSED_TO, &[("date", &locale.date_medium(to))]),
        None => locale.text(&texts::ALL_OPEN).into_owned(),
    };
    let waiting = (data.review > 0).then(|| {
        let text = locale.count(&texts::WAITING, data.review);
        let review = format!("/centres/{}#review", data.centre.code);
        view! { <p><a href=review>{text}</a></p> }
    });
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.text(&texts::INTRO)
            crumbs=crumbs(locale, &data.centre)
        />
        {live(locale, None)}
        {done(locale, &words)}
        <Notice tone=Tone::Info title=state>{waiting}</Notice>
        {table(locale, data)}
        {data.manages.then(|| forms(locale, data))}
    }
    .into_any()
}

fn is_closed(data: &Periods, month: &MonthState) -> bool {
    data.closed_to.is_some_and(|to| month.to <= to)
}

fn table(locale: Locale, data: &Periods) -> AnyView {
    let columns = [
        (locale.text(&texts::MONTH).into_owned(), false),
        (locale.text(&texts::HELD).into_owned(), true),
        (locale.text(&crate::i18n::catalogue::dashboard::DID_NOT_HAPPEN).into_owned(), true),
        (locale.text(&texts::NOT_LOGGED).into_owned(), true),
        (locale.text(&common::STATUS).into_owned(), false),
    ];
    let rows = data.months.iter().map(|month| {
        let shifts = |state: ShiftState, count: i64| {
            let rows = Address::new(format!("/reports/{}", Report::SessionLog.name()))
                .with("centre", &data.centre.code)
                .with("from", month.from)
                .with("to", month.to)
                .with("state", state.code())
                .into_string();
            view! { <td class="num"><a href=rows>{locale.number(count)}</a></td> }
        };
        let state = match (is_closed(data, month), month.over) {
            (true, _) => &texts::STATE_CLOSED,
            (false, true) => &texts::STATE_OPEN,
            (false, false) => &texts::RUNS,
        };
        view! {
            <tr>
                <th scope="row">{locale.month_year(month.from)}</th>
                {shifts(ShiftState::Closed, month.held)}
                {shifts(ShiftState::DidNotHappen, month.did_not_happen)}
                {shifts(ShiftState::NotLogged, month.not_logged)}
                <td>{locale.text(state)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table id="months-table" caption=locale.text(&texts::TITLE) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// Closing the oldest months that are over and open; opening closed ones again.
fn forms(locale: Locale, data: &Periods) -> AnyView {
    let action = format!("/centres/{}/periods", data.centre.code);
    let oldest_first = || data.months.iter().rev().filter(|month| month.over);
    let next = oldest_first().find(|month| !is_closed(data, month));
    let close = next.map(|month| {
        let form = Form::new(locale, "close");
        let named = locale.month_year(month.from);
        let warning = (month.not_logged > 0).then(|| {
            view! { <Notice tone=Tone::Warning title=locale.text(&texts::LEFT_OPEN)/> }
        });
        let fields = view! {
            {warning}
            <input type="hidden" name="to" value=month.to.to_string()/>
        };
        let button = locale.fill(&texts::CLOSE, &[("month", &named)]);
        card(&form, action.clone(), fields.into_any(), button)
    });
    let closed: Vec<(String, String)> = data
        .months
        .iter()
        .filter(|month| is_closed(data, month))
        .map(|month| (month.from.to_string(), locale.month_year(month.from)))
        .collect();
    let reopen = (!closed.is_empty()).then(|| {
        let form = Form::new(locale, "reopen");
        let fields = view! {
            <p class="muted">{locale.text(&texts::REOPEN_HINT)}</p>
            {form.select("from", &texts::REOPEN_FROM, closed)}
            {form.text("why", &texts::WHY, String::new())}
        };
        let button = locale.text(&texts::REOPEN).into_owned();
        let body = card(&form, action, fields.into_any(), button);
        section("reopen", locale.text(&texts::REOPEN), body)
    });
    view! { {close} {reopen} }.into_any()
}
