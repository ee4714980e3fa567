//! The registry of people: the list with its search, one person, who takes part and who waits, and
//! likely duplicates.
//!
//! Plain forms, sent to the page's own address. What is searched for may be an alias, so it is sent
//! as a form and answered at once: it never stands in an address. The same goes for what identifies
//! somebody.

mod api;
mod consents;
mod duplicates;
mod enrolments;
mod erasure;
mod functioning;
mod identity;
mod list;
mod own;
mod participation;
mod person;
mod register;
mod stays;

pub use api::{load_duplicates, load_enrolments, load_people, load_person};
pub use duplicates::DuplicatesPage;
pub use enrolments::EnrolmentsPage;
pub use list::PeopleListPage;
pub use own::own_data;
pub use person::OnePersonPage;

use crate::i18n::Locale;
use crate::i18n::catalogue::{common, people as texts};
use crate::i18n::countries::country;
use crate::i18n::labels::{level_label, person_fact_label, sex_label};
use crate::tablet::words::language;
use crate::ui::basics::Crumbs;
use crate::ui::desk::crumbs;
use crate::ui::form::Form;
use domain::command::PersonIdentity;
use domain::overview::{Choice, PersonLabel, PersonRow};
use domain::person::{LanguageLevel, Sex};
use domain::registry::PersonFact;
use leptos::prelude::*;

/// What is searched for: provided by the server as context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought(pub String);

/// What identifies a person, shown once: provided by the server as context.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown(pub PersonIdentity);

/// The address of a person's page.
fn address(centre: &Choice, person: &PersonLabel) -> String {
    format!("/centres/{}/people/{}", centre.code, person.code)
}

/// Somebody by alias and code, as a link to their page.
pub fn link(centre: &Choice, person: &PersonLabel) -> AnyView {
    let alias = person.alias.clone();
    view! {
        <a href=address(centre, person)>
            <span class="name">
                {alias.map(|alias| view! { <bdi>{alias}</bdi> })} " "
                <span class="code">{person.code.to_string()}</span>
            </span>
        </a>
    }
    .into_any()
}

/// The pages above one that lies below the list.
fn above(locale: Locale, centre: &Choice) -> Crumbs {
    let mut above = crumbs(locale, centre);
    let list = format!("/centres/{}/people", centre.code);
    above.push((list, locale.text(&texts::TITLE).into_owned()));
    above
}

/// The way to the waiting list, in a form that was refused because no place is left.
fn wait(locale: Locale, form: &Form) -> Option<AnyView> {
    form.needs_reason().then(|| {
        let words = locale.text(&texts::WAIT);
        view! { <button class="button" type="submit" name="wait" value="1">{words}</button> }
            .into_any()
    })
}

/// Somebody in one line of text.
fn called(person: &PersonLabel) -> String {
    match &person.alias {
        Some(alias) => format!("{alias} ({})", person.code),
        None => person.code.to_string(),
    }
}

/// Sex and age: `female, 31`.
fn sex_and_age(locale: Locale, row: &PersonRow) -> String {
    let sex = locale.text(sex_label(row.sex)).into_owned();
    match row.years {
        Some(years) => format!("{sex}, {}", locale.count(&texts::YEARS, i64::from(years))),
        None => sex,
    }
}

/// Languages with their levels.
fn languages(locale: Locale, known: &[(String, LanguageLevel)]) -> String {
    let said = known.iter().map(|(code, level)| {
        let (language, level) = (language(locale, code), locale.text(level_label(*level)));
        locale.fill(&common::LABELLED, &[("label", &language), ("value", &level)])
    });
    said.collect::<Vec<_>>().join(", ")
}

fn nationality(locale: Locale, code: Option<&str>) -> String {
    code.map_or_else(|| locale.text(&common::NOT_KNOWN).into_owned(), |code| country(locale, code))
}

/// Things that a project asks for, in one line.
fn facts(locale: Locale, facts: &[PersonFact]) -> String {
    let said = facts.iter().map(|fact| locale.text(person_fact_label(*fact)).into_owned());
    said.collect::<Vec<_>>().join(", ")
}

/// The sexes as choices, with nothing said first.
fn sexes(locale: Locale) -> Vec<(String, String)> {
    [Sex::NotDisclosed, Sex::Female, Sex::Male, Sex::Other]
        .map(|sex| (crate::ui::desk::word(&sex), locale.text(sex_label(sex)).into_owned()))
        .into()
}

/// Choices with none first.
fn or_none(locale: Locale, choices: Vec<(String, String)>) -> Vec<(String, String)> {
    let none = (String::new(), locale.text(&common::NOT_KNOWN).into_owned());
    std::iter::once(none).chain(choices).collect()
}
