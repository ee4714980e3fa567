//! Notes about the shift.

use super::field::{field, form, trouble};
use super::state::Tablet;
use crate::i18n::catalogue::{offline as texts, tablet};
use crate::i18n::labels::fault_text;
use domain::command::Identity;
use leptos::prelude::*;

/// The section: what was noted, and a field for more.
#[component]
pub fn Notes() -> impl IntoView {
    let page = expect_context::<Tablet>();
    let locale = page.locale;
    let (text, fault) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let add = move || {
        let note = text.get_untracked().trim().to_owned();
        match Identity::Remark(note.clone()).check() {
            Ok(()) => {
                page.note(note);
                text.set(String::new());
                fault.set(String::new());
            }
            Err(wrong) => fault.set(fault_text(locale, &wrong)),
        }
    };
    let notes = move || {
        let hidden = locale.text(&texts::NOTE_HIDDEN);
        let notes = page.open.notes.get().into_iter();
        let items: Vec<AnyView> = notes
            .map(|note| {
                let text = note.text.unwrap_or_else(|| hidden.clone().into_owned());
                view! { <li><bdi>{text}</bdi></li> }.into_any()
            })
            .collect();
        (!items.is_empty()).then(|| view! { <ul class="entries">{items}</ul> })
    };
    let hint = locale.text(&tablet::REMARK_HINT);
    let parts =
        vec![field("note", locale.text(&texts::NOTE), Some(hint), "text", text), trouble(fault)];
    let busy = RwSignal::new(false);
    view! {
        <section class="section" aria-labelledby="notes">
            <div class="section-head"><h2 id="notes">{locale.text(&texts::NOTES)}</h2></div>
            {notes}
            {form(parts, locale.text(&texts::ADD_NOTE), busy, Box::new(add))}
        </section>
    }
    .into_any()
}
