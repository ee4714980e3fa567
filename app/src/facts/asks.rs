//! What the projects of a centre ask of everybody who takes part, and how long they keep it.

use crate::i18n::Locale;
use crate::i18n::catalogue::{people as texts, retention};
use crate::i18n::labels::person_fact_label;
use crate::ui::desk::{card, name, word};
use crate::ui::form::Form;
use domain::overview::{CentreFacts, ProjectRules};
use domain::registry::PersonFact;
use leptos::prelude::*;

/// Each project with its rules; head office changes them.
pub(super) fn section(locale: Locale, data: &CentreFacts) -> Option<AnyView> {
    if data.projects.is_empty() {
        return None;
    }
    let projects = data.projects.iter().map(|project| {
        let rules = said(locale, project);
        let forms = data.administers.then(|| forms(locale, data, project));
        view! { {rules} {forms} }
    });
    Some(
        view! {
            <section class="section" aria-labelledby="asks">
                <div class="section-head"><h2 id="asks">{locale.text(&texts::ASKS)}</h2></div>
                {projects.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn said(locale: Locale, project: &ProjectRules) -> AnyView {
    let words = project.asks.iter().map(|fact| locale.text(person_fact_label(*fact)).into_owned());
    let words = words.collect::<Vec<_>>().join(", ");
    let nothing = || locale.text(&texts::ASKS_NOTHING).into_owned();
    let words = if words.is_empty() { nothing() } else { words };
    let kept = match project.retain_until {
        None => locale.text(&retention::KEPT_FOR_EVER).into_owned(),
        Some(day) => locale.fill(&retention::KEPT_UNTIL, &[("date", &locale.date_medium(day))]),
    };
    view! {
        <div>
            <h3>{name(locale, &project.choice)}</h3>
            <p>{locale.text(&texts::ASKS_OF)} ": " {words}</p>
            <p>{kept}</p>
        </div>
    }
    .into_any()
}

fn forms(locale: Locale, data: &CentreFacts, project: &ProjectRules) -> AnyView {
    let action = || format!("/centres/{}/facts", data.centre.code);
    let hidden =
        || view! { <input type="hidden" name="project" value=project.id.to_string()/> }.into_any();
    let asks = Form::new(locale, "asks");
    let choices = PersonFact::ALL
        .map(|fact| (word(&fact), locale.text(person_fact_label(fact)).into_owned()));
    let known: Vec<String> = project.asks.iter().map(word).collect();
    let fields = view! {
        {hidden()}
        {asks.boxes("asks", &texts::ASKS_OF, choices.into(), &known)}
    };
    let save = locale.text(&texts::SAVE_ASKS).into_owned();
    let ask = card(&asks, action(), fields.into_any(), save);
    let retain = Form::new(locale, "retain");
    let until = project.retain_until.map(|day| day.to_string()).unwrap_or_default();
    let fields = view! {
        {hidden()}
        {retain.optional_day("until", &retention::UNTIL, until)}
        <p class="muted">{locale.text(&retention::UNTIL_WHAT)}</p>
    };
    let save = locale.text(&retention::SAVE_UNTIL).into_owned();
    let keep = card(&retain, action(), fields.into_any(), save);
    view! { <div class="columns">{ask} {keep}</div> }.into_any()
}
