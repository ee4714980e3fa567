//! Adding somebody who walked in: known in this centre, or new, with a code made on the spot.

use super::dialog::Dialog;
use super::new_person::NewPerson;
use super::shift::BackButton;
use super::state::Tablet;
use crate::i18n::catalogue::{common, tablet as texts, vocabulary};
use crate::ui::basics::{Notice, Tone};
use domain::ids::PersonId;
use domain::person::PersonCode;
use leptos::prelude::*;

/// The most matches to choose from: more of the name finds the others.
const MATCHES_MAX: usize = 30;

/// The dialog.
#[component]
pub fn WalkIn(open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let made = RwSignal::new(None::<PersonCode>);
    Effect::new(move |_| {
        if open.get() {
            made.set(None);
        }
    });
    view! {
        <Dialog open id="walk-in" wide=true title=locale.text(&texts::WALK_IN_TITLE)>
            {move || match made.get() {
                Some(code) => view! { <Made code made open/> }.into_any(),
                None => {
                    view! {
                        <Full/>
                        <Known open/>
                        <NewPerson made/>
                        <div class="dialog-actions"><BackButton open/></div>
                    }
                        .into_any()
                }
            }}
        </Dialog>
    }
}

/// All places are taken: a warning, never a lock.
#[component]
fn Full() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let full = move || {
        let capacity = tablet.open.brief.with(|b| b.as_ref().and_then(|b| b.capacity));
        let present = tablet.open.tally.with(|tally| i64::try_from(tally.present));
        capacity.zip(present.ok()).is_some_and(|(capacity, present)| present >= capacity)
    };
    let title = tablet.locale.text(&texts::SHIFT_FULL);
    move || full().then(|| view! { <Notice tone=Tone::Warning title=title.clone()/> })
}

/// Somebody of the centre, as the search reads them.
#[derive(Clone)]
struct Candidate {
    person: PersonId,
    alias: Option<String>,
    code: String,
    key: String,
}

/// Whether what was typed is part of an alias, or of a code however it is written.
fn matches(key: &str, typed: &str) -> bool {
    let code: String = typed.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    key.contains(typed) || (!code.is_empty() && key.contains(&code))
}

/// Alias and code in lower case, the code also without its hyphen.
fn search_key(alias: Option<&str>, code: &str) -> String {
    let alias = alias.unwrap_or_default();
    format!("{alias}\n{code}\n{}", code.replace('-', "")).to_lowercase()
}

#[component]
fn Known(open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let typed = RwSignal::new(String::new());
    // Everybody, once: sorting a thousand people at each letter would be felt.
    let candidates = StoredValue::new(candidates(tablet));
    let found = Memo::new(move |_| {
        let typed = typed.get().trim().to_lowercase();
        candidates.with_value(|all| {
            let places = all.iter().enumerate().filter(|(_, c)| matches(&c.key, &typed));
            places.map(|(place, _)| place).take(MATCHES_MAX + 1).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let found = found.get();
        let shown = found.iter().take(MATCHES_MAX);
        let all = candidates.get_value();
        shown
            .filter_map(|place| all.get(*place).cloned())
            .map(|candidate| {
                let person = candidate.person;
                let add = move |_| {
                    open.set(false);
                    tablet.add(person);
                };
                view! {
                    <button class="button" type="button" on:click=add>
                        <span class="person">
                            {candidate.alias.map(|alias| view! { <bdi>{alias}</bdi> })}
                            <span class="code">{candidate.code}</span>
                        </span>
                    </button>
                }
            })
            .collect_view()
    };
    let told = move || {
        let count = found.with(Vec::len);
        if count > MATCHES_MAX {
            locale.text(&texts::MORE_MATCHES).into_owned()
        } else {
            locale.count(&common::RESULTS, i64::try_from(count).unwrap_or(0))
        }
    };
    view! {
        <section class="section" aria-labelledby="known">
            <h3 id="known">{locale.text(&texts::KNOWN_PEOPLE)}</h3>
            <div class="field">
                <label for="find">{locale.text(&texts::FIND_PERSON)}</label>
                <input
                    id="find"
                    type="search"
                    autocomplete="off"
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <p class="hint" role="status">{told}</p>
            </div>
            <div class="row">{buttons}</div>
        </section>
    }
    .into_any()
}

fn candidates(tablet: Tablet) -> Vec<Candidate> {
    let Some(shift) = tablet.open.id.get_untracked() else { return Vec::new() };
    tablet.with_board(|board| {
        let others = board.others(shift).into_iter();
        others
            .map(|person| {
                let code = person.code.to_string();
                let key = search_key(person.alias.as_deref(), &code);
                Candidate { person: person.id, alias: person.alias.clone(), code, key }
            })
            .collect()
    })
}

/// The new code, big: the person takes it along.
#[component]
fn Made(
    code: PersonCode,
    made: RwSignal<Option<PersonCode>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let locale = expect_context::<Tablet>().locale;
    let label = locale.text(&common::CODE);
    view! {
        <div class="stat" role="status">
            <span class="stat-label">{label}</span>
            <span class="stat-value code">{code.to_string()}</span>
            <span class="stat-note">{locale.text(&vocabulary::MARK_PRESENT)}</span>
        </div>
        <p>{locale.text(&texts::CODE_HINT)}</p>
        <div class="dialog-actions">
            <button class="button big" type="button" on:click=move |_| made.set(None)>
                {locale.text(&texts::ADD_ANOTHER)}
            </button>
            <button class="button big primary" type="button" on:click=move |_| open.set(false)>
                {locale.text(&texts::BACK_TO_REGISTER)}
            </button>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_found_by_alias_and_code() {
        let key = search_key(Some("Џон Азар"), "4MX7-Q2KD");
        for typed in ["", "азар", "џон", "4mx7-q2", "4mx7q2", "4mx7 q2", "x7-q"] {
            assert!(matches(&key, typed), "{typed}");
        }
        for typed in ["bilal", "4mx8", "-zz"] {
            assert!(!matches(&key, typed), "{typed}");
        }
    }
}
