//! Whom of the residents the activities reached: shares with what they are taken of.

mod api;

pub use api::{ParticipationData, load_participation};

use crate::i18n::Locale;
use crate::i18n::catalogue::{common, participation as texts, reports};
use crate::i18n::labels::{fault_text, share_label};
use crate::reports::{downloads, period_form, shelf, why_text};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::desk::{asked, crumbs, name, section};
use crate::ui::figure::{DASH, empty_cell};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::ui::table::Table;
use crate::use_locale;
use domain::overview::{Choice, Participation, ShareRow};
use domain::report::participation::Share;
use domain::report::{Query, Report, Step};
use domain::shift::ShiftState;
use domain::suppression::Why;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/participation?from=YYYY-MM-DD&to=YYYY-MM-DD`.
#[component]
pub fn ParticipationPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let (from, to) = (asked("from").parse().ok(), asked("to").parse().ok());
    loaded(load_participation(code, from, to), move |data| content(locale, &data))
}

fn content(locale: Locale, page: &ParticipationData) -> AnyView {
    let data = &page.data;
    let query = Query {
        step: Step::Whole,
        ..Query::period(data.from, data.to).in_centre(data.centre.code.clone())
    };
    let fault = page.fault.as_ref().map(|fault| {
        view! { <Notice tone=Tone::Error title=fault_text(locale, fault)/> }
    });
    let address = format!("/centres/{}/participation", data.centre.code);
    let form = period_form(locale, address, &query);
    let files = downloads(locale, Report::Participation, &query);
    let cards = data.all.iter().map(|row| card(locale, data, row)).collect_view();
    let ranged = data.all.iter().any(|row| row.reached.0 < row.reached.1);
    let why_range = ranged.then(|| view! { <p class="muted">{locale.text(&texts::RANGE_WHY)}</p> });
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.period(data.from, data.to)
            crumbs=crumbs(locale, &data.centre)
        >
            {files}
        </PageHead>
        {live(locale, None)}
        {fault}
        {form}
        <ul class="chart-grid">{cards}</ul>
        {why_range}
        {workshops(locale, data)}
        <p class="muted">{locale.text(&texts::WHOLE_WHY)}</p>
        {shelf(locale)}
    }
    .into_any()
}

/// A share with its numbers, and by what it was measured.
fn card(locale: Locale, data: &Participation, row: &ShareRow) -> impl IntoView + use<> {
    // Those who were counted without a name stand with their shifts, and in no list of people.
    let named = row.reached.0 == row.reached.1;
    let report = if named { Report::PeopleReached } else { Report::SessionLog };
    let people = Address::new(format!("/reports/{}", report.name()))
        .with_some("state", (!named).then(|| ShiftState::Closed.code()))
        .with("from", data.from)
        .with("to", data.to)
        .with("centre", &data.centre.code)
        .into_string();
    let reached = range(locale, row.reached);
    let figure = match row.housed {
        Ok(housed) if housed > 0 => {
            let of =
                locale.fill(&common::OF, &[("part", &reached), ("whole", &locale.number(housed))]);
            let percent = percents(locale, row.reached, housed);
            view! {
                <p class="stat-value"><a href=people>{of}</a> " " <small>{percent}</small></p>
                {bar(row.reached, housed)}
            }
            .into_any()
        }
        Ok(_) => view! { <p class="stat-value"><a href=people>{reached}</a></p> }.into_any(),
        Err(why) => {
            let day = data.to.to_string();
            let occupancy = Address::new(format!("/centres/{}/occupancy", data.centre.code))
                .with("day", day)
                .into_string();
            view! {
                <p class="stat-value"><a href=people>{reached}</a> " " <small>{DASH}</small></p>
                <p class="warn-text">
                    {refused(locale, why)} " "
                    <a href=occupancy>{locale.text(&texts::RECORD_OCCUPANCY)}</a>
                </p>
            }
            .into_any()
        }
    };
    let measured = row.measured.map(|(day, age)| {
        let day = locale.date_medium(day);
        let age = match age {
            0 => locale.text(&texts::LAST_DAY).into_owned(),
            age => locale.count(&texts::DAYS_BEFORE_END, age),
        };
        let text = locale.fill(&texts::MEASURED, &[("date", &day), ("age", &age)]);
        view! { <p class="stat-note">{text}</p> }
    });
    view! {
        <li class="card">
            <h2 class="stat-label">{locale.text(share_label(row.share))}</h2>
            {figure}
            {measured}
        </li>
    }
}

/// Why there is no share, and what to do.
fn refused(locale: Locale, why: Why) -> String {
    let text = match why {
        Why::Stale => &texts::STALE,
        _ => &texts::NO_OCCUPANCY,
    };
    locale.text(text).into_owned()
}

fn range(locale: Locale, (least, most): (i64, i64)) -> String {
    let (low, high) = (locale.number(least), locale.number(most));
    if least == most {
        return low;
    }
    locale.fill(&common::RANGE, &[("min", &low), ("max", &high)])
}

/// `62%`, or `62%–100%`: more than everybody is told as everybody, and why below the page.
fn percents(locale: Locale, (least, most): (i64, i64), housed: i64) -> String {
    let of = |part: i64| locale.percent(part.min(housed), housed).unwrap_or_default();
    let (low, high) = (of(least), of(most));
    if low == high {
        return low;
    }
    locale.fill(&common::RANGE, &[("min", &low), ("max", &high)])
}

/// The share as a bar: full for what is sure, hollow for what may be.
fn bar((least, most): (i64, i64), housed: i64) -> impl IntoView {
    let thousandths = |part: i64| part.clamp(0, housed).saturating_mul(1000) / housed.max(1);
    let (sure, maybe) = (thousandths(least), thousandths(most));
    let rest = (maybe > sure).then(|| {
        view! { <rect class="maybe" x=sure y="1" width=maybe - sure height="30"/> }
    });
    view! {
        <svg class="share-bar" viewBox="0 0 1000 32" preserveAspectRatio="none" aria-hidden="true">
            <rect class="whole" width="1000" height="32"/>
            <rect class="sure" y="1" width=sure height="30"/>
            {rest}
        </svg>
    }
}

/// Each workshop alone.
fn workshops(locale: Locale, data: &Participation) -> AnyView {
    if data.workshops.is_empty() {
        return view! { <Empty picture="mountain" title=&texts::NOTHING_HELD/> }.into_any();
    }
    let heads = Share::ALL
        .map(|share| view! { <th scope="col" class="num">{locale.text(share_label(share))}</th> });
    let row = |(workshop, shares): &(Choice, Vec<ShareRow>)| {
        let log = Address::new("/reports/session-log")
            .with("from", data.from)
            .with("to", data.to)
            .with("centre", &data.centre.code)
            .with("workshop", &workshop.code)
            .with("state", "closed")
            .into_string();
        let cells = shares.iter().map(|share| cell(locale, share)).collect_view();
        view! { <tr><th scope="row"><a href=log>{name(locale, workshop)}</a></th> {cells}</tr> }
    };
    let rows = data.workshops.iter().map(row).collect_view();
    let title = locale.text(&texts::BY_WORKSHOP).into_owned();
    let body = view! {
        <Table id="workshops-table" caption=title.clone() quiet=true>
            <thead>
                <tr><th scope="col">{locale.text(&reports::WORKSHOP)}</th> {heads.collect_view()}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    };
    section("by-workshop", title, body.into_any())
}

fn cell(locale: Locale, row: &ShareRow) -> AnyView {
    let reached = range(locale, row.reached);
    match row.housed {
        Ok(housed) if housed > 0 => {
            let of =
                locale.fill(&common::OF, &[("part", &reached), ("whole", &locale.number(housed))]);
            let percent = percents(locale, row.reached, housed);
            view! { <td class="num">{of} <br/> <small class="muted">{percent}</small></td> }
                .into_any()
        }
        Ok(_) => view! { <td class="num">{reached}</td> }.into_any(),
        Err(why) => {
            view! { <td class="num">{reached} " " {empty_cell(why_text(locale, why))}</td> }
                .into_any()
        }
    }
}
