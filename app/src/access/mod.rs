//! Who may do what where: head office's page of the accounts.
//!
//! Plain forms, sent to the page's own address. A new password stands in the answer to its form and
//! nowhere else: never in an address, and no cache keeps it.

mod api;

pub use api::load_access;

use crate::i18n::Locale;
use crate::i18n::catalogue::{access as texts, common, tokens as token_texts};
use crate::i18n::labels::role_label;
use crate::tokens::{label, revoke, used};
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::desk::{card, done, name, section, word};
use crate::ui::form::Form;
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::access::{Role, Scope};
use domain::overview::{AccessPage, AccountAccess, HeldGrant};
use leptos::prelude::*;

/// A password that was made: provided by the server as context of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPassword {
    /// Whose.
    pub login: String,
    /// What it is.
    pub password: String,
}

/// The address of the page, to which its forms are sent.
pub const ADDRESS: &str = "/access";
/// The form's word for the whole organisation.
pub const EVERYWHERE: &str = "organisation";

/// The page at `/access`; after a form with `done`.
#[component]
pub fn AccessListPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_access(), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &AccessPage) -> AnyView {
    let said = done(locale, &[("done", &texts::DONE)]);
    let made = use_context::<NewPassword>().map(|made| {
        let title = locale.fill(&texts::PASSWORD_ONCE, &[("login", &made.login)]);
        view! {
            <Notice tone=Tone::Success title>
                <p class="once" dir="ltr" translate="no">{made.password}</p>
            </Notice>
        }
    });
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO)/>
        {live(locale, None)}
        {said}
        {made}
        {table(locale, data)}
        <div class="columns">{give(locale, data)} {add(locale)}</div>
        {programs(locale, data)}
    }
    .into_any()
}

fn table(locale: Locale, data: &AccessPage) -> AnyView {
    let head = |text| (locale.text(text).into_owned(), false);
    let columns =
        [head(&texts::ACCOUNT), head(&texts::SIGNS_IN), head(&texts::MAY), head(&texts::CHANGE)];
    let rows = data.accounts.iter().map(|one| row(locale, one)).collect_view();
    view! {
        <Table id="access-table" caption=locale.text(&texts::TITLE) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, one: &AccountAccess) -> impl IntoView + use<> {
    let held = if one.held.is_empty() {
        view! { <span class="muted">{locale.text(&texts::NOTHING)}</span> }.into_any()
    } else {
        let held = one.held.iter().map(|held| grant(locale, one, held)).collect_view();
        view! { <ul class="plain">{held}</ul> }.into_any()
    };
    let off = one.disabled.then(|| {
        view! { " " <span class="badge">{locale.text(&texts::OFF)}</span> }
    });
    let called = one.name.clone().map(|name| view! { <bdi>{name}</bdi> });
    let switch =
        if one.disabled { ("enable", &texts::SWITCH_ON) } else { ("disable", &texts::SWITCH_OFF) };
    let button = |(what, text): (&'static str, _)| {
        view! {
            <form method="post" action=ADDRESS>
                <input type="hidden" name="do" value=what/>
                <input type="hidden" name="account" value=one.account.to_string()/>
                <button
                    class="button"
                    type="submit"
                    aria-label=format!("{}: {}", locale.text(text), one.code)
                >
                    {locale.text(text)}
                </button>
            </form>
        }
    };
    view! {
        <tr data-account=one.code.clone()>
            <th scope="row">
                <span class="person">{called} <span class="code">{one.code.clone()}</span></span>
                {off}
            </th>
            <td class="code">{one.login.clone()}</td>
            <td>{held}</td>
            <td>
                <div class="toolbar">
                    {button(("password", &texts::NEW_PASSWORD))}
                    {button(switch)}
                </div>
            </td>
        </tr>
    }
}

/// A permission with its days, and the button that takes it away.
fn grant(locale: Locale, of: &AccountAccess, held: &HeldGrant) -> impl IntoView + use<> {
    let place = match &held.place {
        Some(place) => name(locale, place),
        None => locale.text(&texts::EVERYWHERE).into_owned(),
    };
    let role = locale.text(role_label(held.grant.role));
    let said = locale.fill(&texts::HELD, &[("role", &role), ("place", &place)]);
    let days: Vec<String> = [(&texts::SINCE, held.from), (&texts::UNTIL, held.to)]
        .into_iter()
        .filter_map(|(text, day)| Some(locale.fill(text, &[("date", &locale.date_medium(day?))])))
        .collect();
    let days = (!days.is_empty()).then(|| {
        view! { " " <small class="muted">"(" {days.join(" ")} ")"</small> }
    });
    let label = format!("{}: {}, {said}", locale.text(&texts::TAKE_AWAY), of.code);
    view! {
        <li class="spread">
            <span>{said.clone()} {days}</span>
            <form method="post" action=ADDRESS>
                <input type="hidden" name="do" value="revoke"/>
                <input type="hidden" name="account" value=of.account.to_string()/>
                <input type="hidden" name="role" value=word(&held.grant.role)/>
                <input type="hidden" name="grant" value=place_value(held)/>
                <button class="button quiet" type="submit" aria-label=label>
                    {locale.text(&texts::TAKE_AWAY)}
                </button>
            </form>
        </li>
    }
}

/// The form's word for a place: its kind and its code.
fn place_value(held: &HeldGrant) -> String {
    let code = held.place.as_ref().map(|place| place.code.as_str()).unwrap_or_default();
    match held.grant.scope {
        Scope::Organisation => EVERYWHERE.to_owned(),
        Scope::Centre(_) => format!("centre:{code}"),
        Scope::Workshop(_) => format!("workshop:{code}"),
        Scope::Project(_) => format!("project:{code}"),
    }
}

/// Also for days only: somebody who stands in.
fn give(locale: Locale, data: &AccessPage) -> AnyView {
    let form = Form::new(locale, "grant");
    let accounts = data
        .accounts
        .iter()
        .filter(|one| !one.disabled)
        .map(|one| {
            let called = one.name.clone().unwrap_or_else(|| one.login.clone());
            (one.account.to_string(), format!("{} · {called}", one.code))
        })
        .collect();
    let roles = [Role::Manager, Role::Facilitator, Role::Donor, Role::Coordinator];
    let roles = roles.map(|role| (word(&role), locale.text(role_label(role)).into_owned())).into();
    let kinds = [
        ("centre", &common::CENTRE, &data.centres),
        ("workshop", &common::WORKSHOP, &data.workshops),
        ("project", &texts::PROJECT, &data.projects),
    ];
    let mut places: Vec<(String, String)> = kinds
        .into_iter()
        .flat_map(|(kind, label, places)| {
            let label = locale.text(label);
            places.iter().map(move |one| {
                (format!("{kind}:{}", one.code), format!("{label}: {}", name(locale, one)))
            })
        })
        .collect();
    places.push((EVERYWHERE.to_owned(), locale.text(&texts::EVERYWHERE).into_owned()));
    let fields = view! {
        <p class="muted">{locale.text(&texts::GIVE_HINT)}</p>
        {form.select("account", &texts::WHO, accounts)}
        {form.select("role", &texts::ROLE, roles)}
        {form.select("grant", &texts::PLACE, places)}
        <p class="hint">{locale.text(&texts::PLACE_HINT)}</p>
        {form.optional_day("from", &texts::FROM, String::new())}
        {form.optional_day("to", &texts::TO, String::new())}
    };
    let button = locale.text(&texts::GIVE).into_owned();
    let body = card(&form, ADDRESS.to_owned(), fields.into_any(), button);
    section("give", locale.text(&texts::GIVE), body)
}

fn add(locale: Locale) -> AnyView {
    let form = Form::new(locale, "add");
    let fields = view! {
        {form.text("code", &texts::CODE, String::new())}
        {form.text("login", &texts::LOGIN, String::new())}
        {form.text("name", &texts::NAME, String::new())}
    };
    let button = locale.text(&texts::ADD_BUTTON).into_owned();
    let body = card(&form, ADDRESS.to_owned(), fields.into_any(), button);
    section("add", locale.text(&texts::ADD), body)
}

/// The access tokens of all accounts that work today.
fn programs(locale: Locale, data: &AccessPage) -> AnyView {
    let title = locale.text(&token_texts::TITLE).into_owned();
    if data.tokens.is_empty() {
        let none = view! { <p class="muted">{locale.text(&token_texts::NONE)}</p> };
        return section("programs", title, none.into_any());
    }
    let head = |text| (locale.text(text).into_owned(), false);
    let columns = [
        head(&texts::ACCOUNT),
        head(&token_texts::LABEL),
        head(&token_texts::UNTIL),
        head(&token_texts::USED_ON),
        head(&token_texts::REVOKE),
    ];
    let rows = data.tokens.iter().map(|held| {
        let token = &held.token;
        view! {
            <tr data-token=token.id.to_string()>
                <th scope="row" class="code">{held.account.clone()}</th>
                <td><bdi>{label(locale, token)}</bdi></td>
                <td>{locale.date_medium(token.until)}</td>
                <td>{used(locale, token)}</td>
                <td>{revoke(locale, ADDRESS, "revoke-token", token)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let body = view! {
        <Table id="programs-table" caption=title.clone() quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    };
    section("programs", title, body.into_any())
}
