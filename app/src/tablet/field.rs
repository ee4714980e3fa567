//! What the tablet's forms are put together from. Functions and boxed closures instead of
//! components: each form then costs a few hundred bytes of code and not a few thousand.

use leptos::prelude::*;
use std::borrow::Cow;

type Words = Cow<'static, str>;

/// A labelled field that writes into `value`. `kind` is `text`, `password`, `code` or `pin`.
pub fn field(
    id: &'static str,
    label: Words,
    hint: Option<Words>,
    kind: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    let secret = matches!(kind, "password" | "pin");
    let (mode, longest) = match kind {
        "pin" => ("numeric", "8"),
        "code" => ("text", "12"),
        _ => ("text", "200"),
    };
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type=if secret { "password" } else { "text" }
                inputmode=mode
                maxlength=longest
                autocomplete="off"
                autocapitalize="none"
                aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_any()
}

/// What is wrong, read out at once; nothing while `fault` is empty.
pub fn trouble(fault: RwSignal<String>) -> AnyView {
    view! { <p class="field-error" role="alert">{move || fault.get()}</p> }.into_any()
}

/// A button. `class` says how it looks.
pub fn button(class: &'static str, label: Words, press: Box<dyn Fn()>) -> AnyView {
    view! { <button class=class type="button" on:click=move |_| press()>{label}</button> }
        .into_any()
}

/// A form that does `submit` when its button is pressed, or Enter; `busy` holds it back.
pub fn form(
    parts: Vec<AnyView>,
    label: Words,
    busy: RwSignal<bool>,
    submit: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <form
            class="section"
            on:submit=move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                if !busy.get_untracked() {
                    submit();
                }
            }
        >
            {parts}
            <button class="button big primary" type="submit" aria-disabled=move || busy.get().to_string()>
                {label}
            </button>
        </form>
    }
    .into_any()
}

/// Whether this can be a PIN: 4 to 8 digits.
pub fn is_pin(text: &str) -> bool {
    (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
