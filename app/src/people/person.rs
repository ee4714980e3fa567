//! One person: what is known, and what can be changed.

use super::{
    Shown, above, consents, erasure, facts, functioning, identity, languages, load_person,
    nationality, or_none, participation, sexes, stays,
};
use crate::i18n::catalogue::{cards, common, people as texts, shift_log};
use crate::i18n::countries::countries;
use crate::i18n::labels::{person_kind_label, separation_label, sex_label};
use crate::i18n::{Locale, Text};
use crate::ui::address::Address;
use crate::ui::basics::{Notice, PageHead, Tone};
use crate::ui::desk::{card, done, language_choices, level_choices, section, word};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::records::entered;
use crate::use_locale;
use domain::overview::PersonPage;
use domain::person::Age;
use domain::registry::Separation;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/people/PERSON`; after a form with `done`.
#[component]
pub fn OnePersonPage() -> impl IntoView {
    let locale = use_locale();
    let of = |name| use_params_map().with_untracked(|params| params.get(name)).unwrap_or_default();
    let shown = use_context::<Shown>();
    loaded(load_person(of("code"), of("person")), move |data| {
        content(locale, &data, shown.as_ref())
    })
}

/// The page's own address.
pub(super) fn action(data: &PersonPage) -> String {
    super::address(&data.centre, &data.row.label)
}

/// A form that is folded away until it is needed, or was refused.
pub(super) fn folded(form: &Form, title: String, body: AnyView) -> AnyView {
    view! {
        <details open=form.is_refused()>
            <summary class="fold">{title}</summary>
            {body}
        </details>
    }
    .into_any()
}

fn content(locale: Locale, data: &PersonPage, shown: Option<&Shown>) -> AnyView {
    let said = done(
        locale,
        &[
            ("corrected", &texts::CORRECTED),
            ("language", &texts::LANGUAGE_SAVED),
            ("stay", &texts::STAY_SAVED),
            ("enrolled", &texts::ENROLLED),
            ("waits", &texts::ON_LIST),
            ("ended", &texts::ENDED),
            ("off-list", &texts::OFF_LIST),
            ("consent", &texts::CONSENT_SAVED),
            ("withdrawn", &texts::WITHDRAWN),
            ("functioning", &texts::FUNCTIONING_SAVED),
            ("identity", &texts::IDENTITY_SAVED),
            ("separated", &texts::SEPARATED_AGAIN),
            ("joined", &texts::JOINED),
            ("erased", &texts::ERASED_DONE),
        ],
    );
    let used = data.used.as_ref().map(|code| {
        let title = locale.fill(&texts::MERGED_INTO, &[("code", code)]);
        let href = format!("/centres/{}/people/{code}", data.centre.code);
        view! {
            <Notice tone=Tone::Warning title>
                <a href=href>{locale.text(&texts::OPEN_PAGE)}</a>
            </Notice>
        }
    });
    let missing = (!data.row.missing.is_empty()).then(|| {
        let what = facts(locale, &data.row.missing);
        let title = locale.fill(&texts::MISSING, &[("what", &what)]);
        view! { <Notice tone=Tone::Warning title/> }
    });
    let erased = data.row.erased.then(|| {
        view! { <Notice tone=Tone::Info title=locale.text(&texts::ERASED)/> }
    });
    let left = data.row.departed.map(|day| {
        let title = locale.fill(&texts::LEFT_ON, &[("date", &locale.date_medium(day))]);
        view! { <Notice tone=Tone::Info title/> }
    });
    let alias = data.row.label.alias.clone().unwrap_or_default();
    // Every entry about somebody: who, when, from what to what, on which device.
    let history = Address::new(format!("/centres/{}/journal", data.centre.code))
        .with("person", &data.row.label.code)
        .into_string();
    view! {
        <PageHead title=data.row.label.code.to_string() sub=alias crumbs=above(locale, &data.centre)>
            <a class="button" href=history>{locale.text(&shift_log::HISTORY)}</a>
        </PageHead>
        {said}
        {used}
        {left}
        {erased}
        {missing}
        <div class="columns">
            {section("facts", locale.text(&texts::FACTS), what_is_known(locale, data))}
            {section("stays", locale.text(&texts::STAYS), stays::list(locale, data))}
        </div>
        {section("participation", locale.text(&texts::PARTICIPATION), participation::list(locale, data))}
        {section("marks", locale.text(&texts::MARKS), participation::marks(locale, data))}
        {section("card", locale.text(&cards::ONE), activity_card(locale, data))}
        {section("consents", locale.text(&texts::CONSENTS), consents::list(locale, data))}
        {section("functioning", locale.text(&texts::FUNCTIONING), functioning::answers(locale, data))}
        {section("identity", locale.text(&texts::IDENTITY), identity::card(locale, data, shown))}
        {(!data.merges.is_empty()).then(|| {
            section("merges", locale.text(&texts::MERGED), merges(locale, data))
        })}
        {section("erasure", locale.text(&texts::RIGHTS), erasure::rights(locale, data))}
    }
    .into_any()
}

/// The cards that they had, with the way to the page about them.
fn activity_card(locale: Locale, data: &PersonPage) -> AnyView {
    let all = data.cards.iter().map(|(card, works)| crate::cards::in_words(locale, card, *works));
    let all = all.map(|said| view! { <li>{said}</li> }).collect_view();
    let list = match data.cards.is_empty() {
        true => view! { <p class="muted">{locale.text(&cards::NO_CARD)}</p> }.into_any(),
        false => view! { <ul>{all}</ul> }.into_any(),
    };
    let code = &data.row.label.code;
    let href = format!("/centres/{}/cards?person={code}", data.centre.code);
    let here = !data.row.erased && data.used.is_none() && data.row.departed.is_none();
    let open = here.then(|| {
        view! {
            <div class="row"><a class="button" href=href>{locale.text(&cards::OPEN)}</a></div>
        }
    });
    view! { {list} {open} }.into_any()
}

/// A line of a list of facts.
pub(super) fn line(locale: Locale, label: &Text, value: String) -> AnyView {
    view! {
        <div class="fact">
            <dt>{locale.text(label).into_owned()}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

fn what_is_known(locale: Locale, data: &PersonPage) -> AnyView {
    let text = |text: &Text| locale.text(text).into_owned();
    let row = &data.row;
    let not_known = || text(&common::NOT_KNOWN);
    let years = row.years.map(|years| locale.count(&texts::YEARS, i64::from(years)));
    let age = match data.age {
        Some(Age::Born(year)) => {
            let born = format!("{} {year}", text(&texts::BORN));
            years.map(|years| format!("{years} · {born}"))
        }
        _ => years,
    };
    let spoken = languages(locale, &row.languages);
    let spoken = if spoken.is_empty() { not_known() } else { spoken };
    let separation =
        row.separation.map(|one| line(locale, &texts::SEPARATION, text(separation_label(one))));
    view! {
        <dl class="facts">
            {line(locale, &texts::SEX, text(sex_label(row.sex)))}
            {line(locale, &texts::AGE, age.unwrap_or_else(not_known))}
            {line(
                locale,
                &texts::NATIONALITY,
                nationality(locale, row.nationality.as_deref()),
            )}
            {line(locale, &texts::LANGUAGES, spoken)}
            {separation}
            {line(locale, &texts::REGISTERED_ON, locale.date_medium(data.registered))}
            {line(locale, &texts::KIND, text(person_kind_label(data.kind)))}
        </dl>
        {correct(locale, data)}
        {add_language(locale, data)}
    }
    .into_any()
}

fn correct(locale: Locale, data: &PersonPage) -> AnyView {
    let form = Form::new(locale, "correct");
    let row = &data.row;
    let separations = Separation::ALL
        .map(|one| (word(&one), locale.text(separation_label(one)).into_owned()))
        .to_vec();
    let (born, years) = match data.age {
        Some(Age::Born(year)) => (Some(i64::from(year)), None),
        Some(Age::Told { .. }) => (None, row.years.map(i64::from)),
        None => (None, None),
    };
    let fields = view! {
        <p class="muted">{locale.text(&texts::CORRECT_WHAT)}</p>
        {form.choose("sex", &texts::SEX, sexes(locale), word(&row.sex))}
        <p class="muted">{locale.text(&texts::BORN_OR_YEARS)}</p>
        {form.number("born", &texts::BORN, born, None)}
        {form.number("years", &texts::YEARS_OLD, years, None)}
        {form.choose(
            "nationality",
            &texts::NATIONALITY,
            or_none(locale, countries(locale)),
            row.nationality.clone().unwrap_or_default(),
        )}
        {form.choose(
            "separation",
            &texts::SEPARATION,
            or_none(locale, separations),
            row.separation.map(|one| word(&one)).unwrap_or_default(),
        )}
    };
    let save = locale.text(&texts::SAVE_CORRECT).into_owned();
    let body = card(&form, action(data), fields.into_any(), save);
    folded(&form, locale.text(&texts::CORRECT).into_owned(), body)
}

fn add_language(locale: Locale, data: &PersonPage) -> AnyView {
    let form = Form::new(locale, "language");
    let fields = view! {
        {form.select("language", &texts::SPEAKS, language_choices(locale))}
        {form.select("level", &texts::LEVEL, level_choices(locale))}
    };
    let save = locale.text(&texts::SAVE_LANGUAGE).into_owned();
    let body = card(&form, action(data), fields.into_any(), save);
    folded(&form, locale.text(&texts::ADD_LANGUAGE).into_owned(), body)
}

fn merges(locale: Locale, data: &PersonPage) -> AnyView {
    let rows = data.merges.iter().map(|one| {
        let href = format!("/centres/{}/people/{}", data.centre.code, one.other);
        let said = locale.fill(&texts::SEPARATE_WHO, &[("code", &one.other)]);
        view! {
            <li class="row">
                <a class="code" href=href>{one.other.clone()}</a>
                <span class="muted">{entered(locale, None, one.at)}</span>
                <form method="post" action=action(data)>
                    <input type="hidden" name="do" value="separate"/>
                    <input type="hidden" name="merge" value=one.id.to_string()/>
                    <button class="button" type="submit" aria-label=said>
                        {locale.text(&texts::SEPARATE)}
                    </button>
                </form>
            </li>
        }
    });
    view! { <ul class="plain">{rows.collect_view()}</ul> }.into_any()
}
