//! What a centre is, whether it is open, how many places it has, where it stands and lies: dated
//! records, each with its source. Head office adds one by a plain form.

mod api;
mod asks;

pub use api::load_facts;

use crate::i18n::Locale;
use crate::i18n::Text;
use crate::i18n::catalogue::{centres, common, facts as texts, vocabulary};
use crate::i18n::labels::{kind_label, status_label};
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::centre::{CentreKind, CentreStatus, Position};
use domain::overview::{CentreFacts, Held, Holds};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::fmt::Display;

/// The page at `/centres/CODE/facts`; after a record was added with `?done=saved`.
#[component]
pub fn FactsPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let done = use_query_map().with_untracked(|query| query.get("done"));
    let saved = done.as_deref() == Some("saved");
    loaded(load_facts(code), move |data| content(locale, &data, saved))
}

fn content(locale: Locale, data: &CentreFacts, saved: bool) -> AnyView {
    let name = locale.name(&data.centre.name.en, &data.centre.name.sr);
    let crumbs = vec![(format!("/centres/{}", data.centre.code), name.into_owned())];
    let text = |label: &Text| locale.text(label).into_owned();
    let saved = saved.then(|| {
        view! { <Notice tone=Tone::Success title=locale.text(&texts::SAVED)/> }
    });
    let kinds = [CentreKind::AsylumCentre, CentreKind::ReceptionCentre].map(|kind| {
        let code = match kind {
            CentreKind::AsylumCentre => "asylum_centre",
            CentreKind::ReceptionCentre => "reception_centre",
        };
        (code.to_owned(), text(kind_label(kind)))
    });
    let statuses = [CentreStatus::Open, CentreStatus::Closed].map(|status| {
        let code = match status {
            CentreStatus::Open => "open",
            CentreStatus::Closed => "closed",
        };
        (code.to_owned(), text(status_label(status)))
    });
    let kind = fact(
        locale,
        data,
        ["kind", "kind-table"],
        &vocabulary::CENTRE_KIND,
        &data.kinds,
        |kind| text(kind_label(*kind)),
        |form| form.select("kind", &vocabulary::CENTRE_KIND, kinds.to_vec()),
    );
    let status = fact(
        locale,
        data,
        ["status", "status-table"],
        &common::STATUS,
        &data.statuses,
        |status| text(status_label(*status)),
        |form| form.select("status", &common::STATUS, statuses.to_vec()),
    );
    let capacity = fact(
        locale,
        data,
        ["capacity", "capacity-table"],
        &centres::CAPACITY,
        &data.capacities,
        |places| locale.count(&common::PLACES, *places),
        |form| form.number("places", &texts::PLACES, None, None),
    );
    let address = fact(
        locale,
        data,
        ["address", "address-table"],
        &texts::ADDRESS,
        &data.addresses,
        |at| {
            let street = locale.name(&at.street.en, &at.street.sr);
            let place = locale.name(&at.place.en, &at.place.sr);
            locale.fill(&texts::STREET_PLACE, &[("street", &street), ("place", &place)])
        },
        |form| {
            let input = |name, label| form.text(name, label, String::new());
            view! {
                {input("street_en", &texts::STREET_EN)}
                {input("street_sr", &texts::STREET_SR)}
                {input("place_en", &texts::PLACE_EN)}
                {input("place_sr", &texts::PLACE_SR)}
            }
            .into_any()
        },
    );
    let position = fact(
        locale,
        data,
        ["position", "position-table"],
        &texts::POSITION,
        &data.positions,
        |at| position_text(locale, *at),
        |form| {
            let input = |name, label| form.optional_text(name, label, String::new());
            view! {
                {input("latitude", &texts::LATITUDE)}
                {input("longitude", &texts::LONGITUDE)}
                <p class="hint">{locale.text(&texts::POSITION_HINT)}</p>
            }
            .into_any()
        },
    );
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO) crumbs/>
        {saved}
        {kind}
        {status}
        {capacity}
        {address}
        {position}
        {asks::section(locale, data)}
    }
    .into_any()
}

/// Where a centre lies, in degrees.
fn position_text(locale: Locale, at: Option<Position>) -> String {
    match at {
        Some(at) => {
            let latitude = locale.degrees(at.latitude);
            let longitude = locale.degrees(at.longitude);
            let values: [(&str, &dyn Display); 2] =
                [("latitude", &latitude), ("longitude", &longitude)];
            locale.fill(&texts::NORTH_EAST, &values)
        }
        None => locale.text(&texts::NOT_TOLD).into_owned(),
    }
}

/// One kind of fact: its records, and for head office the form of another.
fn fact<T>(
    locale: Locale,
    data: &CentreFacts,
    [id, table_id]: [&'static str; 2],
    title: &'static Text,
    held: &[Held<T>],
    value: impl Fn(&T) -> String,
    field: impl FnOnce(&Form) -> AnyView,
) -> AnyView {
    let title = locale.text(title).into_owned();
    let table = if held.is_empty() {
        view! { <p class="muted">{locale.text(&texts::NONE)}</p> }.into_any()
    } else {
        table(locale, table_id, &title, held, value)
    };
    let add = data.administers.then(|| add(locale, data, id, &title, field));
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head"><h2 id=id>{title}</h2></div>
            {table}
            {add}
        </section>
    }
    .into_any()
}

fn table<T>(
    locale: Locale,
    id: &'static str,
    title: &str,
    held: &[Held<T>],
    value: impl Fn(&T) -> String,
) -> AnyView {
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [
        text(&texts::VALUE),
        text(&texts::HOLDS),
        text(&common::FROM),
        text(&common::TO),
        text(&common::SOURCE),
    ];
    let rows = held.iter().map(|one| {
        let (state, word) = match one.holds {
            Holds::Today => ("closed", &texts::HOLDS_TODAY),
            Holds::ToCome => ("to_come", &texts::HOLDS_LATER),
            Holds::Earlier => ("did_not_happen", &texts::HELD_EARLIER),
            Holds::Replaced => ("did_not_happen", &texts::REPLACED),
        };
        let until = match (one.holds, one.until) {
            (Holds::Replaced, _) => String::new(),
            (_, Some(day)) => locale.date_medium(day),
            (_, None) => locale.text(&texts::OPEN_END).into_owned(),
        };
        view! {
            <tr data-holds=state>
                <th scope="row">{value(&one.record.value)}</th>
                <td><span class="badge" data-state=state>{locale.text(word)}</span></td>
                <td>{locale.date_medium(one.record.from)}</td>
                <td>{until}</td>
                <td>{one.record.source.clone()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table id=id caption=title.to_owned() quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn add(
    locale: Locale,
    data: &CentreFacts,
    id: &'static str,
    title: &str,
    field: impl FnOnce(&Form) -> AnyView,
) -> AnyView {
    let form = Form::new(locale, id);
    let summary = locale.fill(&texts::ADD_OF, &[("fact", &title)]);
    view! {
        <details open=form.is_refused()>
            <summary class="fold">{summary.clone()}</summary>
            <form
                class="card stack"
                method="post"
                action=format!("/centres/{}/facts", data.centre.code)
                novalidate
            >
                {form.fault()}
                {form.hidden()}
                <div class="filters">
                    {field(&form)}
                    {form.day("day", &texts::HOLDS_FROM, data.today.to_string())}
                    {form.text("source", &texts::SOURCE, String::new())}
                </div>
                <div class="row">
                    <button class="button primary" type="submit">{summary}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
