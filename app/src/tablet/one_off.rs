//! Adding a shift that is not in the plan.

use super::dialog::Dialog;
use super::field::button;
use super::list::opener;
use super::shift::BackButton;
use super::state::Tablet;
use crate::i18n::catalogue::offline as texts;
use leptos::prelude::*;

/// The button and its dialog.
#[component]
pub fn AddShift() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = RwSignal::new(false);
    let go = opener();
    let choices = move || {
        let workshops = tablet.with_board(|board| board.workshops().into_iter().cloned().collect());
        let workshops: Vec<_> = workshops;
        workshops
            .into_iter()
            .map(|workshop| {
                let go = go.clone();
                let name = locale.name(&workshop.title.en, &workshop.title.sr);
                let add = move || {
                    open.set(false);
                    go(Some(tablet.add_shift(&workshop)));
                };
                button("button big", name.into(), Box::new(add))
            })
            .collect::<Vec<_>>()
    };
    view! {
        <button class="button" type="button" on:click=move |_| open.set(true)>
            {locale.text(&texts::ADD_SHIFT)}
        </button>
        <Dialog open id="add-shift" title=locale.text(&texts::ADD_SHIFT_TITLE)>
            <p>{locale.text(&texts::ADD_SHIFT_HINT)}</p>
            <div class="section">{choices.clone()}</div>
            <div class="dialog-actions"><BackButton open/></div>
        </Dialog>
    }
    .into_any()
}
