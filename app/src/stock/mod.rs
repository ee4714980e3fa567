//! What a centre made, what it handed out, and to whom.
//!
//! Plain forms, sent to the page's own address. Handing out more than was made is a warning, never
//! a refusal: the shift that made it may not be logged yet.

mod api;
mod list;

pub use api::load_stock;

use crate::i18n::Locale;
use crate::i18n::Text;
use crate::i18n::catalogue::{common, faults, stock as texts};
use crate::i18n::labels::unit_count;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::{Choice, Stock, StockRow};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page at `/centres/CODE/stock?day=YYYY-MM-DD`; after a form with `done`.
#[component]
pub fn StockPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let query = use_query_map();
    let of = |name| query.with_untracked(|query| query.get(name)).unwrap_or_default();
    let day: Option<NaiveDate> = of("day").parse().ok();
    let no_day = !of("day").is_empty() && day.is_none();
    let done = match of("done").as_str() {
        "saved" => Some(&texts::SAVED),
        "recipient" => Some(&texts::RECIPIENT_SAVED),
        "voided" => Some(&texts::VOID_DONE),
        _ => None,
    };
    loaded(load_stock(code, day), move |data| content(locale, &data, no_day, done))
}

fn content(locale: Locale, data: &Stock, no_day: bool, done: Option<&'static Text>) -> AnyView {
    let name = locale.name(&data.centre.name.en, &data.centre.name.sr);
    let crumbs = vec![(format!("/centres/{}", data.centre.code), name.into_owned())];
    let no_day = no_day.then(|| {
        view! { <Notice tone=Tone::Warning title=locale.text(&faults::BAD_DATE)/> }
    });
    let done = done.map(|done| view! { <Notice tone=Tone::Success title=locale.text(done)/> });
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO) crumbs/>
        {no_day}
        {done}
        {short(locale, data)}
        {balance(locale, data)}
        <div class="columns">
            {hand_out(locale, data)}
            {recipients(locale, data)}
        </div>
        {list::month(locale, data)}
    }
    .into_any()
}

/// The page's own address, to which its forms are sent.
fn address(data: &Stock) -> String {
    format!("/centres/{}/stock", data.centre.code)
}

/// A name as its reader reads it.
fn name(locale: Locale, choice: &Choice) -> String {
    locale.name(&choice.name.en, &choice.name.sr).into_owned()
}

/// A word about each product of which more was handed out than made.
fn short(locale: Locale, data: &Stock) -> Option<AnyView> {
    let lines: Vec<_> = data
        .products
        .iter()
        .filter_map(|row| {
            let (day, n) = row.balance.short?;
            let (day, n) = (locale.date_medium(day), locale.number(n));
            let said = locale.fill(&texts::SHORT, &[("date", &day), ("n", &n)]);
            let product = name(locale, &row.product);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("label", &product), ("value", &said)];
            Some(view! { <li>{locale.fill(&common::LABELLED, &values)}</li> })
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    Some(
        view! {
            <Notice tone=Tone::Warning title=locale.text(&texts::SHORT_TITLE)>
                <ul>{lines}</ul>
                <p>{locale.text(&texts::SHORT_WHAT)}</p>
            </Notice>
        }
        .into_any(),
    )
}

fn balance(locale: Locale, data: &Stock) -> AnyView {
    let text = |label: &Text| locale.text(label).into_owned();
    let title = text(&texts::BALANCE);
    let body = if data.products.is_empty() {
        view! { <Empty picture="generic" title=&texts::NO_PRODUCTS/> }.into_any()
    } else {
        let columns = [
            (text(&common::PRODUCT), false),
            (text(&common::WORKSHOP), false),
            (text(&texts::MADE), true),
            (text(&texts::HANDED_OUT), true),
            (text(&texts::LEFT), true),
        ];
        let rows = data.products.iter().map(|row| product(locale, row)).collect_view();
        view! {
            <Table id="balance-table" caption=title.clone() quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
            <p class="muted">{locale.text(&texts::MADE_HELP)}</p>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="balance">
            <div class="section-head"><h2 id="balance">{title}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

fn product(locale: Locale, row: &StockRow) -> impl IntoView + use<> {
    let count = |n| locale.count(unit_count(row.unit), n);
    let balance = &row.balance;
    view! {
        <tr data-product=row.product.code.clone()>
            <th scope="row">{name(locale, &row.product)}</th>
            <td>{name(locale, &row.workshop)}</td>
            <td class="num">{count(balance.made)}</td>
            <td class="num">{count(balance.handed_out)}</td>
            <td class="num">{count(balance.left())}</td>
        </tr>
    }
}

fn hand_out(locale: Locale, data: &Stock) -> AnyView {
    let form = Form::new(locale, "hand-out");
    let fields = if data.recipients.is_empty() || data.products.is_empty() {
        let missing =
            if data.products.is_empty() { &texts::NO_PRODUCTS } else { &texts::NO_RECIPIENTS };
        view! { <p>{locale.text(missing)}</p> }.into_any()
    } else {
        let product = |row: &StockRow| {
            let (product, workshop) = (name(locale, &row.product), name(locale, &row.workshop));
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("first", &product), ("second", &workshop)];
            (row.id.to_string(), locale.fill(&common::PAIR, &values))
        };
        let recipients = data
            .recipients
            .iter()
            .map(|one| (one.id.to_string(), locale.name(&one.name.en, &one.name.sr).into_owned()));
        let products = data.products.iter().map(product).collect();
        view! {
            {form.once()}
            {form.select("product", &common::PRODUCT, products)}
            {form.select("recipient", &texts::TO_WHOM, recipients.collect())}
            {form.number("quantity", &texts::QUANTITY, None, None)}
            {form.day("day", &common::DAY, data.today.to_string())}
            <div class="row">
                <button class="button primary" type="submit">{locale.text(&texts::SAVE)}</button>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="hand-out">
            <div class="section-head"><h2 id="hand-out">{locale.text(&texts::HAND_OUT)}</h2></div>
            <form class="card stack" method="post" action=address(data) novalidate>
                {form.fault()}
                {form.hidden()}
                {fields}
            </form>
        </section>
    }
    .into_any()
}

fn recipients(locale: Locale, data: &Stock) -> AnyView {
    let form = Form::new(locale, "recipient");
    let known = data.recipients.iter().map(|one| {
        view! { <li>{locale.name(&one.name.en, &one.name.sr).into_owned()}</li> }
    });
    let known = known.collect_view();
    let known = (!data.recipients.is_empty()).then(|| view! { <ul>{known}</ul> });
    let input = |name, label| form.text(name, label, String::new());
    view! {
        <section class="section" aria-labelledby="recipients">
            <div class="section-head">
                <h2 id="recipients">{locale.text(&texts::RECIPIENTS)}</h2>
            </div>
            {known}
            <form class="card stack" method="post" action=address(data) novalidate>
                {form.fault()}
                {form.hidden()}
                <p class="muted">{locale.text(&texts::RECIPIENT_WHAT)}</p>
                {input("name_en", &texts::NAME_EN)}
                {input("name_sr", &texts::NAME_SR)}
                <div class="row">
                    <button class="button" type="submit">{locale.text(&texts::ADD_RECIPIENT)}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
