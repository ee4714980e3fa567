//! Access tokens: how programs fetch the reports that an account may see.
//!
//! Plain forms, sent to the page's own address. A secret stands in the answer to its form and
//! nowhere else: never in an address, and no cache keeps it.

mod api;

pub use api::load_tokens;

use crate::i18n::Locale;
use crate::i18n::catalogue::{reports, tokens as texts};
use crate::sheet::Origin;
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::desk::{card, done, section};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::clock::{month_of, reporting_day};
use domain::overview::{TokenRow, TokenState, TokensPage};
use domain::report::Report;
use domain::token::{DAYS_PROPOSED, after};
use leptos::prelude::*;

/// The address of the page, to which its forms are sent.
pub const ADDRESS: &str = "/tokens";

/// The secret that was just made: provided by the server as context of the answer. Does not print
/// itself.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenMade(pub String);

/// The page at `/tokens`; after one was revoked with `done`.
#[component]
pub fn TokenListPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_tokens(), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &TokensPage) -> AnyView {
    let crumbs = vec![("/reports".to_owned(), locale.text(&reports::TITLE).into_owned())];
    let said = done(locale, &[("revoked", &texts::REVOKED_DONE)]);
    let made = use_context::<TokenMade>().map(|TokenMade(secret)| {
        view! {
            <Notice tone=Tone::Success title=locale.text(&texts::MADE)>
                <div class="field">
                    <label for="token-secret">{locale.text(&texts::SECRET)}</label>
                    <input id="token-secret" class="code" type="text" dir="ltr" readonly value=secret/>
                </div>
            </Notice>
        }
    });
    let list = if data.tokens.is_empty() {
        view! { <p class="muted">{locale.text(&texts::NONE)}</p> }.into_any()
    } else {
        table(locale, data)
    };
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO) crumbs/>
        {said}
        {made}
        {list}
        <div class="columns">{make(locale, data)} {how(locale, data)}</div>
    }
    .into_any()
}

fn table(locale: Locale, data: &TokensPage) -> AnyView {
    let head = |text| (locale.text(text).into_owned(), false);
    let columns = [
        head(&texts::LABEL),
        head(&texts::STATE),
        head(&texts::MADE_ON),
        head(&texts::UNTIL),
        head(&texts::USED_ON),
        head(&texts::REVOKE),
    ];
    let rows = data.tokens.iter().map(|token| row(locale, data, token)).collect_view();
    view! {
        <Table id="tokens-table" caption=locale.text(&texts::TITLE) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, data: &TokensPage, token: &TokenRow) -> impl IntoView + use<> {
    let state = token.state(data.today);
    let (colour, word) = match state {
        TokenState::Works => ("closed", locale.text(&texts::WORKS).into_owned()),
        TokenState::Expired => ("to_come", locale.text(&texts::EXPIRED).into_owned()),
        TokenState::Revoked => ("did_not_happen", revoked(locale, token)),
    };
    let revoke = (state == TokenState::Works).then(|| revoke(locale, ADDRESS, "revoke", token));
    view! {
        <tr data-token=token.id.to_string()>
            <th scope="row"><bdi>{label(locale, token)}</bdi></th>
            <td><span class="badge" data-state=colour>{word}</span></td>
            <td>{locale.date_medium(reporting_day(token.made))}</td>
            <td>{locale.date_medium(token.until)}</td>
            <td>{used(locale, token)}</td>
            <td>{revoke}</td>
        </tr>
    }
}

fn revoked(locale: Locale, token: &TokenRow) -> String {
    let date = token.revoked.map(|at| locale.date_medium(reporting_day(at)));
    locale.fill(&texts::REVOKED, &[("date", &date.unwrap_or_default())])
}

/// What a token is for.
pub fn label(locale: Locale, token: &TokenRow) -> String {
    token.label.clone().unwrap_or_else(|| locale.text(&texts::LOST).into_owned())
}

/// The day on which it was used last.
pub fn used(locale: Locale, token: &TokenRow) -> String {
    match token.used_on {
        Some(day) => locale.date_medium(day),
        None => locale.text(&texts::NEVER).into_owned(),
    }
}

/// The button that ends a token, with a name of its own for who hears it among others.
pub fn revoke(
    locale: Locale,
    action: &'static str,
    what: &'static str,
    token: &TokenRow,
) -> impl IntoView + use<> {
    let heard = locale.fill(&texts::REVOKE_OF, &[("label", &label(locale, token))]);
    view! {
        <form method="post" action=action>
            <input type="hidden" name="do" value=what/>
            <input type="hidden" name="token" value=token.id.to_string()/>
            <button class="button danger" type="submit" aria-label=heard>
                {locale.text(&texts::REVOKE)}
            </button>
        </form>
    }
}

fn make(locale: Locale, data: &TokensPage) -> AnyView {
    let form = Form::new(locale, "add");
    let until = after(data.today, DAYS_PROPOSED);
    let fields = view! {
        {form.text("label", &texts::LABEL, String::new())}
        <p class="hint">{locale.text(&texts::LABEL_HINT)}</p>
        {form.day("day", &texts::UNTIL, until.to_string())}
        <p class="hint">{locale.text(&texts::UNTIL_HINT)}</p>
    };
    let button = locale.text(&texts::MAKE).into_owned();
    let body = card(&form, ADDRESS.to_owned(), fields.into_any(), button);
    section("new", locale.text(&texts::NEW), body)
}

/// A command that works as it stands, for the month before this one.
fn how(locale: Locale, data: &TokensPage) -> AnyView {
    let origin = use_context::<Origin>().map(|origin| origin.0).unwrap_or_default();
    let (first, _) = month_of(data.today);
    let (from, to) = first.pred_opt().map_or_else(|| month_of(data.today), month_of);
    let name = Report::SessionLog.name();
    let command = format!(
        "curl --fail --remote-name --remote-header-name \\\n  \
         --header \"Authorization: Bearer $TOKEN\" \\\n  \
         \"{origin}/api/v1/reports/{name}.csv?from={from}&to={to}\""
    );
    let body = view! {
        <div class="card stack">
            <p>{locale.text(&texts::HOW_TEXT)}</p>
            <pre class="raw" dir="ltr" translate="no">{command}</pre>
        </div>
    };
    section("how", locale.text(&texts::HOW), body.into_any())
}
