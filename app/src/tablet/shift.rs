//! The shift that is open: who is here, what was made, how many, and how it ends.

use super::closing::CloseShift;
use super::handover::HandOver;
use super::headcount::Headcount;
use super::list::{MAIN, opener, places};
use super::not_held::NotHeld;
use super::notes::Notes;
use super::outputs::Outputs;
use super::register::RegisterSection;
use super::sending::NotTakenList;
use super::state::{Pane, Tablet};
use super::words;
use crate::i18n::catalogue::{common, offline, tablet as texts};
use crate::i18n::labels::{fault_text, reason_label};
use crate::ui::basics::{Notice, Tone, activity_picto, icon, picto, state_badge};
use domain::clock::belgrade;
use domain::fault::Fault;
use domain::ids::ShiftId;
use domain::shift::Progress;
use leptos::prelude::*;

/// What stands beside the list.
#[component]
pub fn ShiftPane() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    move || match tablet.pane.get() {
        Pane::Nothing => view! { <Nothing/> }.into_any(),
        Pane::Unknown => view! { <Unknown/> }.into_any(),
        Pane::Shift(id) => view! { <Shift id/> }.into_any(),
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let locale = expect_context::<Tablet>().locale;
    view! {
        <main class="tablet-shift" id=MAIN tabindex="-1">
            <div class="empty">{picto("generic")} <h2>{locale.text(&texts::CHOOSE_SHIFT)}</h2></div>
        </main>
    }
}

#[component]
fn Unknown() -> impl IntoView {
    let locale = expect_context::<Tablet>().locale;
    view! {
        <main class="tablet-shift" id=MAIN tabindex="-1">
            <header class="shift-head"><BackToList/></header>
            <div class="empty">{picto("kite")} <h1>{locale.text(&texts::SHIFT_UNKNOWN)}</h1></div>
        </main>
    }
}

#[component]
fn BackToList() -> impl IntoView {
    let locale = expect_context::<Tablet>().locale;
    let open = opener();
    view! {
        <button class="button quiet shift-back" on:click=move |_| open(None)>
            <svg class="icon flip back" aria-hidden="true"><use href="/icons.svg#chevron"/></svg>
            {locale.text(&texts::BACK_TO_SHIFTS)}
        </button>
    }
    .into_any()
}

#[component]
fn Shift(id: ShiftId) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let can_log = Memo::new(move |_| tablet.open.is_open() && has_come(tablet));
    let makes =
        move || tablet.open.workshop.with(|w| w.as_ref().is_some_and(|w| !w.products.is_empty()));
    view! {
        <main class="tablet-shift" id=MAIN tabindex="-1">
            <Head/>
            <Course/>
            <NotTakenList shift=id/>
            <RegisterSection can_log/>
            {move || makes().then(|| view! { <Outputs can_log/> })}
            <Headcount can_log/>
            <Notes/>
            <div class="shift-actions"><NotHeld/> <HandOverButton/></div>
            <UndoBar can_log/>
        </main>
    }
}

/// Whether the day of the open shift has come: tracked.
fn has_come(tablet: Tablet) -> bool {
    let now = tablet.clock.minute();
    tablet.open.brief.with(|brief| brief.as_ref().is_some_and(|b| b.slot.has_come(now).is_ok()))
}

#[component]
fn Head() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let picture = move || {
        let activity = tablet.open.workshop.with(|w| w.as_ref().map(|w| w.activity));
        picto(activity.map_or("generic", activity_picto))
    };
    let title = move || {
        let name = |w: &domain::snapshot::WorkshopBrief| locale.name(&w.title.en, &w.title.sr);
        tablet.open.workshop.with(|w| w.as_ref().map(name))
    };
    let state = Memo::new(move |_| {
        let now = tablet.clock.minute();
        tablet.open.brief.with(|brief| brief.as_ref().map(|b| b.slot.state(b.progress, now)))
    });
    let time = move || {
        let today = tablet.clock.today();
        let brief = tablet.open.brief.get()?;
        Some(words::slot(locale, &brief.slot, brief.slot.day != today))
    };
    let room = move || {
        let room = tablet.open.brief.with(|b| b.as_ref().and_then(|b| b.room.clone()))?;
        let name = tablet.locale.name(&room.en, &room.sr).into_owned();
        Some(view! { <p class="shift-meta">{name}</p> })
    };
    let capacity = move || {
        let capacity = tablet.open.brief.with(|b| b.as_ref().and_then(|b| b.capacity))?;
        Some(view! { <p class="shift-meta">{places(tablet, capacity)}</p> })
    };
    let one_off = move || {
        let one_off = tablet.open.brief.with(|b| b.as_ref().is_some_and(|b| b.one_off));
        one_off.then(|| view! { <p class="shift-meta">{locale.text(&offline::ONE_OFF)}</p> })
    };
    view! {
        <header class="shift-head">
            <BackToList/>
            {picture}
            <h1>{title}</h1>
            {move || state.get().map(|state| state_badge(locale, state))}
            <p class="shift-time">{time}</p>
            {capacity}
            {room}
            {one_off}
        </header>
    }
    .into_any()
}

/// A shift that is closed, did not happen, or lies on a day to come: why nothing can be entered.
#[component]
fn Course() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let reopen = move || {
        view! {
            <p>{locale.text(&texts::REOPEN_HINT)}</p>
            <div class="row">
                <button class="button" on:click=move |_| tablet.reopen()>
                    {icon("undo")} {locale.text(&texts::REOPEN)}
                </button>
            </div>
        }
    };
    let progress = Memo::new(move |_| tablet.open.brief.with(|b| b.as_ref().map(|b| b.progress)));
    move || match progress.get()? {
        Progress::Closed { at } => {
            let time = locale.time(belgrade(at).time());
            let title = locale.fill(&texts::CLOSED_AT, &[("time", &time)]);
            Some(view! { <Notice tone=Tone::Success title>{reopen()}</Notice> }.into_any())
        }
        Progress::DidNotHappen { reason } => {
            let title = words::labelled(
                locale,
                &locale.text(&texts::DID_NOT_HAPPEN),
                &locale.text(reason_label(reason)),
            );
            Some(view! { <Notice tone=Tone::Info title>{reopen()}</Notice> }.into_any())
        }
        Progress::Open if has_come(tablet) => None,
        Progress::Open => {
            let title = fault_text(locale, &Fault::ShiftNotStarted);
            Some(view! { <Notice tone=Tone::Info title/> }.into_any())
        }
    }
}

/// Undo, what was done last, and the way to the end: always in sight.
#[component]
fn UndoBar(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = tablet.open;
    let closing = RwSignal::new(false);
    let undo_name = move || {
        let undo = open.undo.get();
        undo.map(|action| locale.fill(&texts::UNDO_ACTION, &[("action", &action)]))
    };
    let said = move || {
        let said = open.said.get();
        match undo_name() {
            _ if !said.is_empty() => said,
            Some(undo) => undo,
            None if can_log.get() && open.tally.with(|tally| tally.listed > 0) => {
                locale.text(&texts::TAP_HINT).into_owned()
            }
            None => locale.text(&texts::NOTHING_TO_UNDO).into_owned(),
        }
    };
    // After an undo the bar says what is undone; what the next one would take back stands beside.
    let next = move || {
        let said = open.said.get();
        let undo = open.undo.get()?;
        (!said.is_empty() && said != undo).then(undo_name).flatten()
    };
    view! {
        <footer class="undo-bar">
            <button
                class="button"
                aria-label=move || undo_name().unwrap_or_else(|| locale.text(&texts::UNDO).into())
                disabled=move || open.undo.with(Option::is_none)
                on:click=move |_| tablet.undo()
            >
                {icon("undo")}
                {locale.text(&texts::UNDO)}
            </button>
            <p class="undo-text">
                <span role="status">{said}</span>
                {move || next().map(|next| view! { " " <small class="muted">{next}</small> })}
            </p>
            {move || {
                open.is_open()
                    .then(|| {
                        view! {
                            <button
                                class="button primary"
                                disabled=move || !can_log.get()
                                on:click=move |_| closing.set(true)
                            >
                                {locale.text(&texts::CLOSE_SHIFT)}
                            </button>
                        }
                    })
            }}
            <CloseShift open=closing/>
        </footer>
    }
    .into_any()
}

/// Hands the shift over, while it is open.
#[component]
fn HandOverButton() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = RwSignal::new(false);
    view! {
        {move || {
            (tablet.open.is_open() && !tablet.practice.get())
                .then(|| {
                    view! {
                        <button class="button big" type="button" on:click=move |_| open.set(true)>
                            {locale.text(&offline::HAND_OVER)}
                        </button>
                    }
                })
        }}
        <HandOver open/>
    }
    .into_any()
}

/// The button that leads back out of a dialog.
#[component]
pub fn BackButton(open: RwSignal<bool>) -> impl IntoView {
    let locale = expect_context::<Tablet>().locale;
    view! {
        <button class="button big" type="button" on:click=move |_| open.set(false)>
            {locale.text(&common::BACK)}
        </button>
    }
}
