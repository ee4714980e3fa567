//! Who is here: a tile for each person, and the sums.

use super::languages::Languages;
use super::list::places;
use super::state::Tablet;
use super::walk_in::WalkIn;
use super::words;
use crate::i18n::catalogue::{cards, tablet as texts};
use crate::ui::basics::icon;
use crate::ui::signs::sign;
use domain::attendance::Presence;
use domain::ids::PersonId;
use leptos::prelude::*;

/// From so many people on, "add" stands above the tiles, not behind them.
const MANY: usize = 24;

/// The register.
#[component]
pub fn RegisterSection(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = tablet.open;
    let adding = RwSignal::new(false);
    let many = Memo::new(move |_| open.people.with(Vec::len) > MANY);
    let unmarked = Memo::new(move |_| open.tally.with(|tally| tally.unmarked));
    let listed = Memo::new(move |_| open.tally.with(|tally| tally.listed));
    view! {
        <section class="section" aria-labelledby="register">
            <div class="section-head">
                <h2 id="register">{locale.text(&texts::REGISTER)}</h2>
                <div class="row">
                    {move || {
                        many.get()
                            .then(|| {
                                view! {
                                    <button
                                        class="button"
                                        disabled=move || !can_log.get()
                                        on:click=move |_| adding.set(true)
                                    >
                                        {icon("person-plus")}
                                        {locale.text(&texts::ADD_WALK_IN)}
                                    </button>
                                }
                            })
                    }}
                    <button
                        class="button"
                        title=locale.text(&texts::ALL_PRESENT_HINT)
                        disabled=move || !can_log.get() || unmarked.get() == 0
                        on:click=move |_| tablet.mark_rest(Presence::Present)
                    >
                        {icon("people")}
                        {locale.text(&texts::ALL_PRESENT)}
                    </button>
                </div>
            </div>
            {move || {
                if listed.get() > 0 {
                    view! { <Sums/> }.into_any()
                } else {
                    view! { <p class="muted">{locale.text(&texts::EMPTY_REGISTER)}</p> }.into_any()
                }
            }}
            <Languages can_log/>
            <Scan can_log/>
            <ul class="tiles">
                <For each=move || open.people.get() key=|person| *person let:person>
                    <li><Tile person can_log/></li>
                </For>
                {move || {
                    (!many.get())
                        .then(|| {
                            view! {
                                <li>
                                    <button
                                        class="tile tile-add"
                                        disabled=move || !can_log.get()
                                        on:click=move |_| adding.set(true)
                                    >
                                        {icon("person-plus")}
                                        <span class="tile-alias">
                                            {locale.text(&texts::ADD_WALK_IN)}
                                        </span>
                                    </button>
                                </li>
                            }
                        })
                }}
            </ul>
            <WalkIn open=adding/>
        </section>
    }
    .into_any()
}

/// Where a card is scanned or a code typed. A hand scanner types, and ends with Enter; keys that are
/// typed outside of any field come here as well (`app/browser/start.ts`).
#[component]
fn Scan(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let typed = RwSignal::new(String::new());
    let unknown = RwSignal::new(false);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let code = typed.get_untracked();
        unknown.set(!code.is_empty() && !tablet.scan(&code));
        typed.set(String::new());
    };
    view! {
        <form class="scan" on:submit=send>
            <input
                id="scan"
                aria-label=locale.text(&cards::SCAN)
                placeholder=locale.text(&cards::SCAN)
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="done"
                disabled=move || !can_log.get()
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            {move || {
                unknown
                    .get()
                    .then(|| {
                        let text = locale.text(&cards::UNKNOWN);
                        view! { <p class="field-error" role="alert">{text}</p> }
                    })
            }}
        </form>
    }
    .into_any()
}

/// How many are marked, and whether there are more people than places.
#[component]
fn Sums() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let tally = tablet.open.tally;
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let marked = move || {
        let tally = tally.get();
        let marked = locale.number(number(tally.listed - tally.unmarked));
        let total = locale.number(number(tally.listed));
        locale.fill(&texts::MARKED_OF_TOTAL, &[("marked", &marked), ("total", &total)])
    };
    let split = move || {
        let tally = tally.get();
        let present = locale.count(&texts::PRESENT_COUNT, number(tally.present));
        let absent = locale.count(&texts::ABSENT_COUNT, number(tally.absent));
        words::pair(locale, &present, &absent)
    };
    let over = Memo::new(move |_| {
        let capacity = tablet.open.brief.with(|b| b.as_ref().and_then(|b| b.capacity))?;
        let present = tally.with(|tally| number(tally.present));
        Some((capacity, present - capacity))
    });
    // Always there where places are limited, so that nothing moves under the thumb.
    let room = move || {
        let (capacity, over) = over.get()?;
        let (state, text) = if over > 0 {
            let values = (locale.number(capacity), locale.number(over));
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("capacity", &values.0), ("n", &values.1)];
            (Some("not_logged"), locale.fill(&texts::OVER_CAPACITY, &values))
        } else {
            (None, places(tablet, capacity))
        };
        Some(view! { <span class="badge" role="status" data-state=state>{text}</span> })
    };
    view! {
        <div class="register-summary">
            <span>{marked}</span>
            {room}
            <span>{split}</span>
            <progress
                class="meter"
                class:full=move || tally.with(|tally| tally.unmarked == 0)
                value=move || tally.with(|tally| (tally.listed - tally.unmarked).to_string())
                max=move || tally.with(|tally| tally.listed.to_string())
                aria-label=marked
            ></progress>
        </div>
    }
    .into_any()
}

/// A code in its two groups: where there is little room it breaks between them.
fn halves(code: &str) -> impl IntoView + use<> {
    let (first, second) = code.split_at(code.find('-').map_or(0, |hyphen| hyphen + 1));
    view! {
        <bdi dir="ltr">
            <span class="code">{first.to_owned()}</span>
            <wbr/>
            <span class="code">{second.to_owned()}</span>
        </bdi>
    }
}

/// A person: tapping goes through present, absent and not marked.
#[component]
fn Tile(person: PersonId, can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let mark = tablet.open.mark(person);
    let brief = tablet.with_board(|board| board.person(person).cloned());
    let registered = tablet.with_register(|register| register.is_registered(person));
    let flag = brief.as_ref().and_then(|b| words::flag(locale, b, registered.unwrap_or(true)));
    let code = brief.as_ref().map(|b| b.code.to_string()).unwrap_or_default();
    let alias = brief.and_then(|brief| brief.alias);
    let called = match &alias {
        Some(alias) => format!("{alias}, {code}"),
        None => code.clone(),
    };
    let name = {
        let mark = mark.clone();
        move || {
            let mark = locale.text(words::presence_label(mark.get().presence));
            locale.fill(&texts::TILE_NAME, &[("person", &called), ("mark", &mark)])
        }
    };
    let word = {
        let mark = mark.clone();
        move || locale.text(words::presence_label(mark.get().presence))
    };
    let saved = mark.clone();
    let picture = sign(person);
    view! {
        <button
            class="tile"
            data-mark=move || words::presence_code(mark.get().presence)
            data-saving=move || (!saved.get().saved).then_some("")
            aria-label=name
            disabled=move || !can_log.get()
            on:click=move |_| tablet.tap(person)
        >
            {alias.is_some().then(|| view! { <span class="tile-code">{halves(&code)}</span> })}
            <svg class="tile-picto picto" aria-hidden="true">
                <use href=format!("/pictograms.svg#{picture}")/>
            </svg>
            <span class="tile-alias">
                {match alias {
                    Some(alias) => view! { <bdi>{alias}</bdi> }.into_any(),
                    None => view! { <span class="code">{code}</span> }.into_any(),
                }}
                {flag.map(|flag| view! { <span class="tile-flag">{flag}</span> })}
            </span>
            <span class="tile-mark">{word}</span>
        </button>
    }
}
