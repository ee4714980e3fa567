//! The address of the page: which shift is open (`/tablet?shift=…`).
//!
//! Without a router: this page is taken over by the browser alone, and a router would be a sixth
//! of its code. The address is read after mounting, never while hydrating.

use domain::ids::ShiftId;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::UrlSearchParams;

/// The shift that the address names.
#[derive(Debug, Clone, Copy)]
pub struct Address(RwSignal<Option<ShiftId>>);

impl Address {
    /// An address that was not read yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Reads it, and follows "back" and "forward" until the page is left.
    pub fn follow(self) {
        self.read();
        let moved = window_event_listener_untyped("popstate", move |_| self.read());
        on_cleanup(move || moved.remove());
    }

    /// The shift that it names; tracked.
    pub fn shift(self) -> Option<ShiftId> {
        self.0.get()
    }

    /// Goes to a shift, or to the list, so that the browser's "back" works.
    pub fn go(self, shift: Option<ShiftId>) {
        let address = shift.map_or_else(|| "/tablet".into(), |id| format!("/tablet?shift={id}"));
        // Where the history cannot be written, the shift opens all the same.
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        self.0.set(shift);
    }

    fn read(self) {
        let search = window().location().search().unwrap_or_default();
        let shift =
            UrlSearchParams::new_with_str(&search).ok().and_then(|query| query.get("shift"));
        self.0.set(shift.and_then(|id| id.parse().ok()));
    }
}
