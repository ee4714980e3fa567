//! A native modal dialog.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog: open while `open` says so. What is in it is made anew each time, and the
/// browser gives the focus back when it closes.
#[component]
pub fn Dialog(
    /// Whether it is open; the Escape key sets it too.
    open: RwSignal<bool>,
    /// The id of its heading.
    id: &'static str,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// For much to show.
    #[prop(optional)]
    wide: bool,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let open = open.get();
        let Some(dialog) = node.get() else { return };
        if open && !dialog.open() {
            // A frame later its content is there, so that the focus finds its place.
            request_animation_frame(move || {
                if !dialog.open() {
                    let _ = dialog.show_modal();
                }
            });
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class=if wide { "dialog wide" } else { "dialog" }
            node_ref=node
            aria-labelledby=id
            on:close=move |_| open.set(false)
        >
            <div>
                <h2 id=id>{title}</h2>
                {move || open.get().then(|| children())}
            </div>
        </dialog>
    }
    .into_any()
}
