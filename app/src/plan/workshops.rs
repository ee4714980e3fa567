//! The workshops of a centre, what they make, and how many people they take.

use super::{card, crumbs, done, load_workshops, name, section, word};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, plan as texts};
use crate::i18n::labels::{activity_label, unit_label};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::{WorkshopRow, Workshops};
use domain::workshop::{Activity, Unit};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/workshops`; after a form with `done`.
#[component]
pub fn WorkshopsPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_workshops(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Workshops) -> AnyView {
    let said = done(
        locale,
        &[
            ("workshop", &texts::WORKSHOP_SAVED),
            ("product", &texts::PRODUCT_SAVED),
            ("places", &texts::PLACES_SAVED),
        ],
    );
    let code = &data.centre.code;
    let schedules = format!("/centres/{code}/schedules");
    view! {
        <PageHead
            title=locale.text(&texts::WORKSHOPS)
            sub=locale.text(&texts::WORKSHOPS_INTRO)
            crumbs=crumbs(locale, &data.centre)
        >
            <a class="button" href=schedules>{locale.text(&texts::SCHEDULES)}</a>
        </PageHead>
        {said}
        {list(locale, data)}
        <div class="columns">
            {section("new", locale.text(&texts::NEW_WORKSHOP), new_workshop(locale, data))}
            {(!data.workshops.is_empty()).then(|| more(locale, data))}
        </div>
    }
    .into_any()
}

fn list(locale: Locale, data: &Workshops) -> AnyView {
    if data.workshops.is_empty() {
        return view! { <Empty picture="generic" title=&texts::NO_WORKSHOPS/> }.into_any();
    }
    let text = |label: &crate::i18n::Text| locale.text(label).into_owned();
    let columns = [
        (text(&common::WORKSHOP), false),
        (text(&texts::CODE), false),
        (text(&texts::MINUTES), true),
        (text(&texts::PEOPLE), true),
        (text(&texts::PRODUCTS), false),
    ];
    let rows = data.workshops.iter().map(|one| row(locale, one)).collect_view();
    view! {
        <Table id="workshop-table" caption=locale.text(&texts::WORKSHOPS) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, one: &WorkshopRow) -> impl IntoView + use<> {
    let products = one.products.iter().map(|(_, product, unit)| {
        let unit = locale.text(unit_label(*unit));
        locale.fill(&common::LABELLED, &[("label", &name(locale, product)), ("value", &unit)])
    });
    let products = products.collect::<Vec<_>>().join(", ");
    view! {
        <tr data-workshop=one.choice.code.clone()>
            <th scope="row">
                {name(locale, &one.choice)} " · "
                <small class="muted">{locale.text(activity_label(one.activity))}</small>
            </th>
            <td class="code">{one.choice.code.clone()}</td>
            <td class="num">{locale.number(one.minutes)}</td>
            <td class="num">{people(locale, &one.capacity)}</td>
            <td>{products}</td>
        </tr>
    }
}

/// Dated capacities: `4 from 1 May 2021`, the newest last.
pub fn people(locale: Locale, capacity: &[(NaiveDate, i64)]) -> AnyView {
    if capacity.is_empty() {
        return locale.text(&texts::NO_LIMIT).into_owned().into_any();
    }
    let lines = capacity.iter().map(|(from, n)| {
        let date = locale.date_medium(*from);
        let line = locale.fill(&texts::FROM_ON, &[("n", &locale.number(*n)), ("date", &date)]);
        view! { <div>{line}</div> }
    });
    lines.collect_view().into_any()
}

fn new_workshop(locale: Locale, data: &Workshops) -> AnyView {
    let form = Form::new(locale, "workshop");
    let activities = [
        Activity::Sewing,
        Activity::Carpentry,
        Activity::Sports,
        Activity::Language,
        Activity::Cooking,
        Activity::Art,
        Activity::Music,
        Activity::Training,
        Activity::Other,
    ];
    let activities =
        activities.map(|one| (word(&one), locale.text(activity_label(one)).into_owned()));
    let fields = view! {
        {form.text("code", &texts::CODE, format!("{}-", data.centre.code))}
        {form.text("name_en", &texts::NAME_EN, String::new())}
        {form.text("name_sr", &texts::NAME_SR, String::new())}
        {form.select("activity", &texts::ACTIVITY, activities.into())}
        {form.number("minutes", &texts::MINUTES, Some(120), None)}
        {form.number("people", &texts::PEOPLE_OPTIONAL, None, None)}
    };
    card(
        &form,
        format!("/centres/{}/workshops", data.centre.code),
        fields.into_any(),
        locale.text(&texts::SAVE_WORKSHOP).into_owned(),
    )
}

/// What is added to a workshop that is there: a product, another number of places.
fn more(locale: Locale, data: &Workshops) -> AnyView {
    let action = || format!("/centres/{}/workshops", data.centre.code);
    let workshops: Vec<_> =
        data.workshops.iter().map(|one| (one.id.to_string(), name(locale, &one.choice))).collect();
    let places = Form::new(locale, "places");
    let fields = view! {
        {places.select("workshop", &common::WORKSHOP, workshops.clone())}
        {places.number("people", &texts::PEOPLE, None, None)}
        {places.day("day", &texts::FROM_DAY, data.today.to_string())}
    };
    let save = locale.text(&texts::SAVE_PLACES).into_owned();
    let places_card = card(&places, action(), fields.into_any(), save);
    let product = Form::new(locale, "product");
    let units = [Unit::Piece, Unit::Metre, Unit::Kilogram, Unit::Litre]
        .map(|unit| (word(&unit), locale.text(unit_label(unit)).into_owned()));
    let fields = view! {
        {product.select("workshop", &common::WORKSHOP, workshops)}
        {product.text("code", &texts::CODE, String::new())}
        {product.text("name_en", &texts::NAME_EN, String::new())}
        {product.text("name_sr", &texts::NAME_SR, String::new())}
        {product.select("unit", &texts::UNIT, units.into())}
    };
    let save = locale.text(&texts::SAVE_PRODUCT).into_owned();
    let product_card = card(&product, action(), fields.into_any(), save);
    view! {
        <div class="stack">
            {section("places", locale.text(&texts::NEW_PLACES), places_card)}
            {section("product", locale.text(&texts::NEW_PRODUCT), product_card)}
        </div>
    }
    .into_any()
}
