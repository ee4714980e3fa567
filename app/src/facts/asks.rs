//! What the projects of a centre ask of everybody who takes part.

use crate::i18n::Locale;
use crate::i18n::catalogue::people as texts;
use crate::i18n::labels::person_fact_label;
use crate::ui::desk::{name, word};
use crate::ui::form::Form;
use domain::ids::ProjectId;
use domain::overview::{CentreFacts, Choice};
use domain::registry::PersonFact;
use leptos::prelude::*;

/// Each project with what it asks; head office changes it.
pub(super) fn section(locale: Locale, data: &CentreFacts) -> Option<AnyView> {
    if data.projects.is_empty() {
        return None;
    }
    let projects = data.projects.iter().map(|(id, project, asks)| {
        if data.administers {
            form(locale, data, (*id, project), asks)
        } else {
            said(locale, project, asks)
        }
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

fn said(locale: Locale, project: &Choice, asks: &[PersonFact]) -> AnyView {
    let words = asks.iter().map(|fact| locale.text(person_fact_label(*fact)).into_owned());
    let words = words.collect::<Vec<_>>().join(", ");
    let nothing = || locale.text(&texts::ASKS_NOTHING).into_owned();
    let words = if words.is_empty() { nothing() } else { words };
    view! { <p><strong>{name(locale, project)}</strong> " · " {words}</p> }.into_any()
}

fn form(
    locale: Locale,
    data: &CentreFacts,
    (id, project): (ProjectId, &Choice),
    asks: &[PersonFact],
) -> AnyView {
    let form = Form::new(locale, "asks");
    let choices = PersonFact::ALL
        .map(|fact| (word(&fact), locale.text(person_fact_label(fact)).into_owned()));
    let known: Vec<String> = asks.iter().map(word).collect();
    let action = format!("/centres/{}/facts", data.centre.code);
    view! {
        <form class="card stack" method="post" action=action>
            <h3>{name(locale, project)}</h3>
            {form.hidden()}
            <input type="hidden" name="project" value=id.to_string()/>
            {form.boxes("asks", &texts::ASKS_OF, choices.into(), &known)}
            <div class="row">
                <button class="button primary" type="submit">{locale.text(&texts::SAVE_ASKS)}</button>
            </div>
        </form>
    }
    .into_any()
}
