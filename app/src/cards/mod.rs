//! Activity cards: who has one, issuing and replacing them, and the cards on paper.

mod api;

pub use api::load_cards;

use crate::i18n::catalogue::{cards as texts, common, people};
use crate::i18n::{Locale, Text};
use crate::sheet::qr;
use crate::ui::address::Address;
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{asked, crumbs, done, name};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::signs::{colour, sign};
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::card::CardCode;
use domain::overview::{CardHolder, CardsPage};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/cards?workshop=CODE`, or `?person=CODE`; after a form with `done`.
#[component]
pub fn CardListPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let some = |name: &str| Some(asked(name)).filter(|text| !text.is_empty());
    loaded(load_cards(code, some("workshop"), some("person")), move |data| content(locale, &data))
}

/// The page's own query, as its forms send it back.
fn query(data: &CardsPage) -> String {
    let workshop = data.workshop.as_ref().map(|one| one.code.as_str());
    let address = Address::new("")
        .with_some("workshop", workshop)
        .with_some("person", data.person.as_ref())
        .into_string();
    address.trim_start_matches('?').to_owned()
}

fn content(locale: Locale, data: &CardsPage) -> AnyView {
    let said = done(
        locale,
        &[("issued", &texts::ISSUED), ("replaced", &texts::REPLACED), ("ended", &texts::ENDED)],
    );
    let body = if data.people.is_empty() {
        view! { <Empty picture="generic" title=&texts::NONE_HERE/> }.into_any()
    } else {
        view! {
            {issue(locale, data)}
            {on_paper(locale, data)}
            {whose(locale, data)}
        }
        .into_any()
    };
    let mut above = crumbs(locale, &data.centre);
    let all = format!("/centres/{}/people", data.centre.code);
    above.push((all, locale.text(&people::TITLE).into_owned()));
    let title = if data.person.is_some() { &texts::ONE } else { &texts::TITLE };
    view! {
        <PageHead title=locale.text(title) sub=locale.text(&texts::INTRO) crumbs=above/>
        <div class="stack no-print">
            {said}
            {Form::new(locale, "issue").fault()}
            {Form::new(locale, "replace").fault()}
            {Form::new(locale, "end").fault()}
            {choose(locale, data)}
        </div>
        {body}
    }
    .into_any()
}

/// Whose cards, where the page is about a workshop.
fn choose(locale: Locale, data: &CardsPage) -> Option<AnyView> {
    let chosen = data.workshop.as_ref()?;
    let options = data.workshops.iter().map(|one| {
        let selected = one.code == chosen.code;
        view! { <option value=one.code.clone() selected=selected>{name(locale, one)}</option> }
    });
    let options = options.collect_view();
    Some(
        view! {
            <form class="filters" method="get" action=format!("/centres/{}/cards", data.centre.code)>
                <div class="field">
                    <label for="workshop">{locale.text(&common::WORKSHOP)}</label>
                    <select id="workshop" name="workshop">{options}</select>
                </div>
                <button class="button" type="submit">{locale.text(&common::SHOW)}</button>
            </form>
        }
        .into_any(),
    )
}

/// A button that does something about one person, or about all of the page.
fn button(
    data: &CardsPage,
    what: &'static str,
    of: Option<&CardHolder>,
    label: String,
    class: &'static str,
) -> AnyView {
    let code = of.map(|one| one.label.code.to_string());
    let person = code.clone().map(|code| view! { <input type="hidden" name="holder" value=code/> });
    let whose = code.map(|code| view! { <span class="visually-hidden">" " {code}</span> });
    view! {
        <form method="post" action=format!("/centres/{}/cards", data.centre.code)>
            <input type="hidden" name="do" value=what/>
            <input type="hidden" name="at" value=query(data)/>
            {person}
            <button class=class type="submit">{label} {whose}</button>
        </form>
    }
    .into_any()
}

fn issue(locale: Locale, data: &CardsPage) -> Option<AnyView> {
    let without = data.people.iter().filter(|one| one.card.is_none()).count();
    (without > 0).then(|| {
        let label = locale.count(&texts::ISSUE, without as i64);
        view! { <div class="row no-print">{button(data, "issue", None, label, "button primary")}</div> }
            .into_any()
    })
}

/// The cards as they are cut out.
fn on_paper(locale: Locale, data: &CardsPage) -> Option<AnyView> {
    let cards = data.people.iter().filter_map(|one| Some((one, one.card.as_ref()?)));
    let cards: Vec<AnyView> = cards.map(|(one, card)| picture(locale, one, card)).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <p class="muted no-print">{locale.text(&texts::PRINT_HINT)}</p>
            <div class="cards">{cards}</div>
        }
        .into_any()
    })
}

fn picture(locale: Locale, one: &CardHolder, card: &CardCode) -> AnyView {
    let label = locale.fill(&texts::QR, &[("code", card)]);
    view! {
        <article class="id-card" data-colour=colour(one.id).to_string() aria-label=card.to_string()>
            {qr(&card.scanned(), label)}
            <svg class="picto" aria-hidden="true">
                <use href=format!("/pictograms.svg#{}", sign(one.id))/>
            </svg>
            <p class="code" dir="ltr">{card.to_string()}</p>
        </article>
    }
    .into_any()
}

/// Whose card is which, with what can be done about it.
fn whose(locale: Locale, data: &CardsPage) -> AnyView {
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [text(&people::PERSON), text(&texts::CARD), (String::new(), false)];
    let rows = data.people.iter().map(|one| {
        let code = match &one.card {
            Some(card) => card.to_string(),
            None => locale.text(&texts::NO_CARD).into_owned(),
        };
        let ways = one.card.as_ref().map(|_| {
            let say = |label: &Text| locale.text(label).into_owned();
            view! {
                <div class="row">
                    {button(data, "replace", Some(one), say(&texts::REPLACE), "button")}
                    {button(data, "end", Some(one), say(&texts::END), "button")}
                </div>
            }
        });
        view! {
            <tr>
                <th scope="row">{crate::people::link(&data.centre, &one.label)}</th>
                <td class="code">{code}</td>
                <td class="no-print">{ways}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="whose section" aria-labelledby="whose-title">
            <div class="section-head"><h2 id="whose-title">{locale.text(&texts::WHOSE)}</h2></div>
            <Table id="whose" caption=locale.text(&texts::WHOSE) quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
        </section>
    }
    .into_any()
}

/// A card that a person has or had, in words.
pub fn in_words(locale: Locale, card: &CardCode, works: bool) -> String {
    locale.fill(if works { &texts::WORKS } else { &texts::WORKS_NOT }, &[("code", card)])
}
