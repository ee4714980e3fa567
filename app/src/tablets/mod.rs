//! The manager's page of the shared tablets of a centre.
//!
//! Plain forms, sent to the page's own address: the server answers with this page again and, in
//! its context, an [`Answer`]. A one-time code stands in that answer and nowhere else: never in
//! an address, and no cache keeps it.

mod answer;
mod api;
mod list;
#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use api::load_tablets;

use crate::i18n::Locale;
use crate::i18n::catalogue::tablets as texts;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::{DateTime, Utc};
use domain::clock::belgrade;
use domain::device::Tablets;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page at `/centres/CODE/tablets`; after a tablet was revoked with `?done=revoked`.
#[component]
pub fn TabletsPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let done = use_query_map().with_untracked(|query| query.get("done"));
    let answer = match done.as_deref() {
        Some("revoked") => Some(Answer::Revoked),
        _ => use_context::<Answer>(),
    };
    loaded(load_tablets(code), move |data| content(locale, data, answer))
}

fn content(locale: Locale, data: Tablets, said: Option<Answer>) -> AnyView {
    let address = address(&data.centre.code);
    let name = locale.name(&data.centre.name.en, &data.centre.name.sr);
    let crumbs = vec![(format!("/centres/{}", data.centre.code), name.into_owned())];
    let said = said.map(|said| answer::answer(locale, &data, &said));
    let tablets = if data.tablets.is_empty() {
        view! {
            <Empty picture="key" title=&texts::NONE>
                <p>{locale.text(&texts::NONE_TEXT)}</p>
            </Empty>
        }
        .into_any()
    } else {
        list::list(locale, &data, &address)
    };
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO) crumbs/>
        {said}
        <section class="section" aria-labelledby="tablets-title">
            <div class="section-head"><h2 id="tablets-title">{locale.text(&texts::LIST)}</h2></div>
            {tablets}
        </section>
        <div class="columns">
            {add(locale, &data, &address)}
            {rescue(locale, &address)}
        </div>
    }
    .into_any()
}

/// The page's own address, to which its forms are sent.
fn address(centre: &str) -> String {
    format!("/centres/{centre}/tablets")
}

fn add(locale: Locale, data: &Tablets, address: &str) -> impl IntoView + use<> {
    view! {
        <section class="section" aria-labelledby="add-title">
            <div class="section-head"><h2 id="add-title">{locale.text(&texts::ADD_TITLE)}</h2></div>
            <form class="card stack" method="post" action=address.to_owned()>
                <input type="hidden" name="do" value="add"/>
                <div class="field">
                    <label for="tablet-code">{locale.text(&texts::ADD_CODE)}</label>
                    <input
                        id="tablet-code"
                        name="code"
                        type="text"
                        value=data.proposed.clone()
                        maxlength="24"
                        pattern="[A-Z0-9][A-Z0-9\\-]*"
                        autocapitalize="characters"
                        autocomplete="off"
                        spellcheck="false"
                        required
                        aria-describedby="tablet-code-hint"
                    />
                    <p class="hint" id="tablet-code-hint">{locale.text(&texts::ADD_CODE_HINT)}</p>
                </div>
                <div class="row">
                    <button class="button primary" type="submit">{locale.text(&texts::ADD)}</button>
                </div>
            </form>
        </section>
    }
}

fn rescue(locale: Locale, address: &str) -> impl IntoView + use<> {
    view! {
        <section class="section" aria-labelledby="rescue-title">
            <div class="section-head">
                <h2 id="rescue-title">{locale.text(&texts::RESCUE_TITLE)}</h2>
            </div>
            <form
                class="card stack"
                method="post"
                action=format!("{address}/rescue")
                enctype="multipart/form-data"
            >
                <p>{locale.text(&texts::RESCUE_WHAT)}</p>
                <div class="field">
                    <label for="rescue-file">{locale.text(&texts::RESCUE_FILE)}</label>
                    <input id="rescue-file" name="file" type="file" required/>
                </div>
                <div class="field">
                    <label for="rescue-passphrase">{locale.text(&texts::RESCUE_PASSPHRASE)}</label>
                    <input
                        id="rescue-passphrase"
                        name="passphrase"
                        type="password"
                        autocomplete="off"
                        aria-describedby="rescue-passphrase-hint"
                    />
                    <p class="hint" id="rescue-passphrase-hint">
                        {locale.text(&texts::RESCUE_PASSPHRASE_HINT)}
                    </p>
                </div>
                <div class="row">
                    <button class="button" type="submit">
                        {locale.text(&texts::RESCUE_BUTTON)}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// A day and a time in Belgrade.
fn when(locale: Locale, at: DateTime<Utc>) -> String {
    let at = belgrade(at);
    let (date, time) = (locale.date_medium(at.date()), locale.time(at.time()));
    locale.fill(&texts::AT, &[("date", &date), ("time", &time)])
}

/// A sentence that stands out at the top.
fn notice(tone: Tone, title: String) -> AnyView {
    view! { <Notice tone title/> }.into_any()
}
