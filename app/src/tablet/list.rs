//! The shifts of today and yesterday, and older ones that nobody logged.

use super::address::Address;
use super::bridge::Failure;
use super::one_off::AddShift;
use super::state::{Pane, Tablet};
use super::{failure_text, words};
use crate::i18n::catalogue::{common, offline, tablet as texts};
use crate::i18n::labels::state_label;
use crate::ui::basics::{Notice, Tone, activity_picto, picto, state_badge};
use domain::ids::ShiftId;
use domain::shift::{ShiftState, Slot};
use domain::snapshot::ShiftBrief;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// The id of the list, which takes the focus when a shift is left.
const LIST: &str = "shifts";
/// The id of the pane, which takes the focus when a shift is opened.
pub const MAIN: &str = "main";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Yesterday,
    Today,
}

/// The list.
#[component]
pub fn ShiftList() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let day = RwSignal::new(Day::Today);
    // A shift that was opened by its address brings its day with it.
    Effect::new(move |_| {
        let opened = tablet.open.id.get();
        let slot = opened.and_then(|id| {
            tablet.with_board(|board| board.register(id).map(|register| register.shift.slot))
        });
        let today = untrack(|| tablet.clock.today());
        match slot {
            Some(slot) if slot.day == today => day.set(Day::Today),
            Some(slot) if Some(slot.day) == today.pred_opt() => day.set(Day::Yesterday),
            _ => {}
        }
    });
    let shown = move || {
        let today = tablet.clock.today();
        match day.get() {
            Day::Today => Some(today),
            Day::Yesterday => today.pred_opt(),
        }
    };
    let of_day = move || {
        let day = shown();
        let on = |shift: &&ShiftBrief| Some(shift.slot.day) == day;
        tablet.shifts.with(|all| all.iter().filter(on).cloned().collect::<Vec<_>>())
    };
    let earlier = Memo::new(move |_| {
        let yesterday = tablet.clock.today().pred_opt();
        not_logged(tablet, |shift| Some(shift.slot.day) < yesterday)
    });
    let forgotten = move || {
        let yesterday = tablet.clock.today().pred_opt();
        let count = not_logged(tablet, |shift| Some(shift.slot.day) == yesterday).len();
        (count > 0).then(|| {
            let word = locale.text(state_label(ShiftState::NotLogged));
            let label = words::labelled(locale, &word, &count.to_string());
            view! {
                " "
                <span class="badge" data-state="not_logged">
                    <span aria-hidden="true">{count}</span>
                    <span class="visually-hidden">{label}</span>
                </span>
            }
        })
    };
    let pressed = move |this: Day| move || (day.get() == this).to_string();
    view! {
        <nav class="tablet-list" id=LIST tabindex="-1" aria-label=locale.text(&texts::SHIFTS)>
            {move || {
                (tablet.pane.get() == Pane::Nothing)
                    .then(|| view! { <h1 class="visually-hidden">{locale.text(&texts::SHIFTS)}</h1> })
            }}
            <div class="day-tabs" role="group" aria-label=locale.text(&common::DAY)>
                <button aria-pressed=pressed(Day::Yesterday) on:click=move |_| day.set(Day::Yesterday)>
                    {locale.text(&common::YESTERDAY)} {forgotten}
                </button>
                <button aria-pressed=pressed(Day::Today) on:click=move |_| day.set(Day::Today)>
                    {locale.text(&common::TODAY)}
                </button>
            </div>
            {move || {
                tablet
                    .version
                    .get()
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Info title=locale.text(&texts::NEW_VERSION)>
                                <div class="row">
                                    <button
                                        class="button"
                                        on:click=move |_| tablet.take_version_now()
                                    >
                                        {locale.text(&texts::UPDATE_NOW)}
                                    </button>
                                </div>
                            </Notice>
                        }
                    })
            }}
            {move || tablet.stale.get().map(|failure| view! { <Stale failure/> })}
            <ul class="shift-list">
                <For each=of_day key=key let:shift>
                    <li><ShiftCard shift/></li>
                </For>
            </ul>
            {move || {
                of_day().is_empty().then(|| view! { <NoShifts today=day.get() == Day::Today/> })
            }}
            {move || (!tablet.practice.get()).then(|| view! { <AddShift/> })}
            {move || {
                (!earlier.with(Vec::is_empty))
                    .then(|| {
                        view! {
                            <h2>{locale.text(&texts::EARLIER_NOT_LOGGED)}</h2>
                            <ul class="shift-list">
                                <For each=move || earlier.get() key=key let:shift>
                                    <li><ShiftCard shift with_day=true/></li>
                                </For>
                            </ul>
                        }
                    })
            }}
        </nav>
    }
    .into_any()
}

/// A card is made anew when its time, its places or its room change; its state changes by itself.
fn key(shift: &ShiftBrief) -> (ShiftId, Slot, Option<i64>, Option<String>) {
    (shift.id, shift.slot, shift.capacity, shift.room.as_ref().map(|room| room.en.clone()))
}

fn not_logged(tablet: Tablet, on: impl Fn(&ShiftBrief) -> bool) -> Vec<ShiftBrief> {
    let now = tablet.clock.minute();
    let forgotten = |shift: &&ShiftBrief| {
        on(shift) && shift.slot.state(shift.progress, now) == ShiftState::NotLogged
    };
    tablet.shifts.with(|all| all.iter().filter(forgotten).cloned().collect())
}

/// Work goes on without the network: a line says so, and since when the picture stands.
#[component]
fn Stale(failure: Failure) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let (title, more) = match failure {
        Failure::Unreachable => (locale.text(&texts::OFFLINE).into_owned(), None),
        failure => {
            let text = failure_text(tablet, &failure);
            (locale.text(&texts::NOT_SENT).into_owned(), Some(text))
        }
    };
    let nameless = move || {
        let text = tablet.nameless.get().then(|| locale.text(&offline::NAMELESS));
        text.map(|text| view! { <p>{text}</p> })
    };
    view! { <Notice tone=Tone::Info title>{more.map(|more| view! { <p>{more}</p> })} {nameless}</Notice> }
        .into_any()
}

#[component]
fn NoShifts(today: bool) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let text = if today { &texts::NO_SHIFT_TODAY } else { &texts::NO_SHIFT_YESTERDAY };
    view! {
        <div class="empty">
            {picto("generic")} <h2>{tablet.locale.text(text)}</h2>
            <p>{tablet.locale.text(&texts::NO_SHIFT_HINT)}</p>
        </div>
    }
}

#[component]
fn ShiftCard(shift: ShiftBrief, #[prop(optional)] with_day: bool) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let id = shift.id;
    let slot = shift.slot;
    let workshop = tablet.with_board(|board| board.workshop(shift.workshop).cloned());
    let (picture, title) = workshop.map_or(("generic", String::new()), |workshop| {
        let title = locale.name(&workshop.title.en, &workshop.title.sr);
        (activity_picto(workshop.activity), title)
    });
    let state = Memo::new(move |_| {
        let now = tablet.clock.minute();
        let progress = |all: &Vec<ShiftBrief>| all.iter().find(|s| s.id == id).map(|s| s.progress);
        tablet.shifts.with(progress).map(|progress| slot.state(progress, now))
    });
    let open = opener();
    let current = move || (tablet.pane.get() == Pane::Shift(id)).then_some("true");
    view! {
        <button class="shift-card" aria-current=current on:click=move |_| open(Some(id))>
            {picto(picture)}
            <span class="shift-time">{words::slot(locale, &slot, with_day)}</span>
            <span class="shift-title">{title}</span>
            {shift.capacity.map(|n| view! { <span class="shift-meta">{places(tablet, n)}</span> })}
            {shift.room.map(|room| view! { <span class="shift-meta">{locale.name(&room.en, &room.sr)}</span> })}
            {move || state.get().map(|state| state_badge(locale, state))}
        </button>
    }
    .into_any()
}

/// `Places: 2`.
pub fn places(tablet: Tablet, capacity: i64) -> String {
    tablet.locale.fill(&texts::CAPACITY, &[("n", &tablet.locale.number(capacity))])
}

/// Opens a shift, or goes back to the list: by the address, so that the browser's "back" works.
pub fn opener() -> impl Fn(Option<ShiftId>) + Clone + 'static {
    let address = expect_context::<Address>();
    move |shift| {
        address.go(shift);
        let place = if shift.is_some() { MAIN } else { LIST };
        // Upright, the list is hidden while a shift is open, and the focus with it.
        request_animation_frame(move || focus(place));
    }
}

fn focus(id: &str) {
    let place = document().get_element_by_id(id);
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        let _ = place.focus();
    }
}
