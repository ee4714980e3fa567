//! The page for the tablet: shifts, marks, counts and pieces.
//!
//! Its HTML is the same for everybody: nothing of a person, an address or the network is in it,
//! so that it can be kept and shown again without a server. All that is read in an effect, and
//! stands behind the [`Phase`], which begins as [`Phase::Loading`] everywhere.
//!
//! | module | holds |
//! |---|---|
//! | [`state`] | what the tablet knows: one snapshot, the envelopes since, and the signals |
//! | [`actions`] | what the facilitator can do; each action becomes envelopes |
//! | [`marks`], [`undo`] | the rules of a tap, and how a step is taken back |
//! | [`outbox`], [`saving`], [`sync`], [`picture`] | what was entered and what became of it; the tablet's database, sending, the picture of the centre |
//! | [`bridge`], [`made`], [`wire`] | what only a browser has (`app/browser`); what is written and read there |
//! | [`clock`], [`address`] | the tablet's time; the open shift |
//! | [`gate`] | who opens a shared tablet |
//! | [`bar`], [`list`], [`shift`] | the head of the page, the list of shifts, the open shift |
//! | [`register`], [`outputs`], [`headcount`], [`walk_in`], [`new_person`], [`notes`], [`closing`], [`not_held`], [`handover`] | its parts |
//! | [`one_off`], [`practice`] | a shift that is not in the plan; one that does not count |
//! | [`dialog`], [`field`], [`sending`], [`words`] | a dialog, parts of forms, where things stand, sentences |

mod actions;
mod address;
mod bar;
mod bridge;
mod clock;
mod closing;
mod dialog;
mod field;
mod gate;
mod handover;
mod headcount;
mod languages;
mod list;
mod made;
mod marks;
mod new_person;
mod not_held;
mod notes;
mod one_off;
mod outbox;
mod outputs;
mod picture;
mod practice;
mod register;
#[cfg(test)]
mod sample;
mod saving;
mod sending;
mod shift;
mod state;
mod sync;
mod undo;
mod walk_in;
mod wire;
pub(crate) mod words;

use crate::error::AppError;
use crate::i18n::catalogue::{common, shell, tablet as texts};
use crate::ui::basics::{Notice, Tone, icon, picto};
use crate::use_locale;
use address::Address;
use bar::Bar;
use bridge::Failure;
use gate::{Gate, Revoked};
use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use list::ShiftList;
use practice::PracticeBanner;
use shift::ShiftPane;
use state::{Phase, Tablet};
use std::time::Duration;

/// The page in the workshop.
#[component]
pub fn TabletPage() -> impl IntoView {
    let tablet = Tablet::new(use_locale());
    provide_context(tablet);
    let address = Address::new();
    provide_context(address);
    Effect::new(move |_| {
        address.follow();
        wake_up(tablet);
    });
    Effect::new(move |_| {
        tablet.loaded.track();
        let shift = address.shift();
        if tablet.phase.get() == Phase::Shown {
            tablet.choose(shift);
        }
    });
    view! {
        <div class="tablet">
            <Bar/>
            <PracticeBanner/>
            {move || match tablet.phase.get() {
                Phase::Loading => view! { <Waiting/> }.into_any(),
                Phase::Failed(failure) => view! { <Failed failure/> }.into_any(),
                Phase::NoCentre => view! { <NoCentre/> }.into_any(),
                Phase::Locked => view! { <Gate/> }.into_any(),
                Phase::Revoked => view! { <Revoked/> }.into_any(),
                Phase::Shown => view! { <ShiftList/><ShiftPane/> }.into_any(),
            }}
        </div>
    }
}

/// Begins once the page is alive in a browser: asks for the first snapshot, and listens.
fn wake_up(tablet: Tablet) {
    tablet.begin();
    let online = window_event_listener_untyped("online", move |_| tablet.look_up());
    // It bubbles up from the document.
    let seen = window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() { tablet.send_now() } else { tablet.look_up() }
    });
    let leaving = window_event_listener_untyped("beforeunload", move |event| {
        if tablet.at_risk() > 0 {
            event.prevent_default();
        }
    });
    let ticking = set_interval_with_handle(
        move || {
            tablet.clock.tick();
            tablet.save_again();
            tablet.take_version();
            tablet.lock_when_idle();
        },
        Duration::from_secs(10),
    );
    on_cleanup(move || {
        online.remove();
        seen.remove();
        leaving.remove();
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
}

/// In the place of the shifts while they are loaded: also what the server renders.
#[component]
fn Waiting() -> impl IntoView {
    let locale = use_locale();
    let cards = (0..3).map(|_| view! { <div class="skeleton tall"></div> }).collect_view();
    view! {
        <div class="tablet-list" aria-busy="true">
            <noscript inner_html=locale.text(&shell::NO_SCRIPT).into_owned()></noscript>
            <div class="waiting-words" role="status">
                <p class="shift-title">{locale.text(&texts::LOADING_SHIFTS)}</p>
                <p>{locale.text(&texts::FIRST_TIME)}</p>
            </div>
            {cards}
        </div>
        <main class="tablet-shift" id="main" tabindex="-1"></main>
    }
}

/// The first snapshot could not be had.
#[component]
fn Failed(failure: Failure) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    view! {
        <main class="tablet-list" id="main" tabindex="-1">
            <Notice tone=Tone::Error title=locale.text(&texts::LOAD_FAILED)>
                <p>{failure_text(tablet, &failure)}</p>
                <div class="row">
                    <button class="button" on:click=move |_| tablet.refresh()>
                        {icon("refresh")} {locale.text(&common::TRY_AGAIN)}
                    </button>
                </div>
            </Notice>
        </main>
        <div class="tablet-shift"></div>
    }
}

#[component]
fn NoCentre() -> impl IntoView {
    let locale = use_locale();
    view! {
        <main class="tablet-list" id="main" tabindex="-1">
            <div class="empty">{picto("generic")} <h1>{locale.text(&texts::NO_CENTRE)}</h1></div>
        </main>
        <div class="tablet-shift"></div>
    }
}

/// A failure in words.
fn failure_text(tablet: Tablet, failure: &Failure) -> String {
    let error = match failure {
        Failure::Unreachable => AppError::Unreachable,
        Failure::SignIn(_) => return tablet.locale.text(&texts::SIGN_IN_TO_SEND).into_owned(),
        Failure::NoDatabase => return tablet.locale.text(&texts::CANNOT_SAVE).into_owned(),
        Failure::Busy(fault) | Failure::Forbidden(fault) | Failure::Refused(fault) => {
            AppError::Fault(fault.clone())
        }
    };
    error.text(tablet.locale)
}
