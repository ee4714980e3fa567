//! Records that look like one person.

use super::{above, languages, link, load_duplicates, nationality, sex_and_age};
use crate::i18n::catalogue::people as texts;
use crate::i18n::labels::alike_label;
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{done, name};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::use_locale;
use domain::overview::{Duplicates, Pair, PersonRow};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/duplicates`; after a form with `done`.
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_duplicates(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Duplicates) -> AnyView {
    let said = done(locale, &[("joined", &texts::JOINED), ("apart", &texts::KEPT_APART)]);
    let pairs = data.pairs.iter().map(|one| pair(locale, data, one));
    let body = if data.pairs.is_empty() {
        view! { <Empty picture="generic" title=&texts::NO_DUPLICATES/> }.into_any()
    } else {
        let count = locale.count(&texts::PAIRS, data.pairs.len() as i64);
        view! {
            <h2 class="visually-hidden">{count}</h2>
            <ul class="plain stack">{pairs.collect_view()}</ul>
        }
        .into_any()
    };
    let fault = Form::new(locale, "join").fault().or_else(|| Form::new(locale, "apart").fault());
    view! {
        <PageHead
            title=locale.text(&texts::DUPLICATES)
            sub=locale.text(&texts::DUPLICATES_INTRO)
            crumbs=above(locale, &data.centre)
        />
        {said}
        {fault}
        {body}
    }
    .into_any()
}

fn pair(locale: Locale, data: &Duplicates, pair: &Pair) -> impl IntoView + use<> {
    let reasons = pair.reasons.iter().map(|why| locale.text(alike_label(*why)).into_owned());
    let reasons = reasons.collect::<Vec<_>>().join(", ");
    let why = locale.text(&texts::REASONS).into_owned();
    view! {
        <li class="card stack">
            <div class="columns">
                {record(locale, data, &pair.one)} {record(locale, data, &pair.other)}
            </div>
            <p>{why} ": " {reasons}</p>
            <div class="row">
                {join(locale, data, &pair.one, &pair.other)}
                {join(locale, data, &pair.other, &pair.one)}
                {apart(locale, data, pair)}
            </div>
        </li>
    }
}

fn record(locale: Locale, data: &Duplicates, one: &PersonRow) -> AnyView {
    let workshops: Vec<String> = one.workshops.iter().map(|one| name(locale, one)).collect();
    let spoken = languages(locale, &one.languages);
    view! {
        <div>
            <p><strong>{link(&data.centre, &one.label)}</strong></p>
            <p>{sex_and_age(locale, one)} " · " {nationality(locale, one.nationality.as_deref())}</p>
            <p class="muted">{spoken}</p>
            <p class="muted">{workshops.join(", ")}</p>
        </div>
    }
    .into_any()
}

fn action(data: &Duplicates) -> String {
    format!("/centres/{}/duplicates", data.centre.code)
}

fn join(locale: Locale, data: &Duplicates, kept: &PersonRow, other: &PersonRow) -> AnyView {
    let words = locale.fill(&texts::JOIN, &[("code", &kept.label.code)]);
    view! {
        <form method="post" action=action(data)>
            <input type="hidden" name="do" value="join"/>
            <input type="hidden" name="kept" value=kept.id.to_string()/>
            <input type="hidden" name="other" value=other.id.to_string()/>
            <button class="button" type="submit">{words}</button>
        </form>
    }
    .into_any()
}

fn apart(locale: Locale, data: &Duplicates, pair: &Pair) -> AnyView {
    let words: &Text = &texts::APART;
    view! {
        <form method="post" action=action(data)>
            <input type="hidden" name="do" value="apart"/>
            <input type="hidden" name="kept" value=pair.one.id.to_string()/>
            <input type="hidden" name="other" value=pair.other.id.to_string()/>
            <button class="button" type="submit">{locale.text(words)}</button>
        </form>
    }
    .into_any()
}
