//! The language bridge of the open shift: who interprets for whom, and what nobody covers.

use super::state::Tablet;
use super::words;
use crate::i18n::catalogue::tablet as texts;
use domain::ids::PersonId;
use leptos::prelude::*;

/// A line for each language that nobody covers, and one for each who interprets, with a button that
/// says that they did. Nothing where everybody is reached directly, or where nothing is known.
#[component]
pub fn Languages(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let nobody = move || {
        tablet.open.bridge.with(|bridge| {
            let line = |code: &String| {
                let language = words::language(locale, code);
                let text = locale.fill(&texts::LANGUAGE_NOBODY, &[("language", &language)]);
                view! { <span class="badge" data-state="not_logged">{text}</span> }
            };
            let lines = bridge.nobody.iter().map(line).collect_view();
            (!bridge.nobody.is_empty())
                .then(|| view! { <div class="row" role="status">{lines}</div> })
        })
    };
    let through = move || {
        tablet.open.bridge.with(|bridge| {
            let rows = bridge.interpreters().into_iter().map(|(peer, reached)| {
                let called = tablet.called(peer);
                let people: Vec<_> = reached.into_iter().map(|who| tablet.called(who)).collect();
                let values: [(&str, &dyn std::fmt::Display); 2] =
                    [("people", &people.join(", ")), ("interpreter", &called)];
                let line = locale.fill(&texts::REACHED_THROUGH, &values);
                view! {
                    <div class="row">
                        <span>{line}</span>
                        <Interpreted peer called can_log/>
                    </div>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        {nobody}
        {through}
    }
    .into_any()
}

#[component]
fn Interpreted(peer: PersonId, called: String, can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let said = move || {
        tablet
            .open
            .interpreted
            .with(|all| all.iter().find(|one| one.person == peer).map(|one| one.id))
    };
    let name = tablet.locale.fill(&texts::INTERPRETED, &[("alias", &called)]);
    view! {
        <button
            class="button"
            type="button"
            aria-pressed=move || said().is_some().to_string()
            disabled=move || !can_log.get()
            on:click=move |_| tablet.interpreted(peer, said())
        >
            {name}
        </button>
    }
    .into_any()
}
