//! A shift that did not happen: why.

use super::dialog::Dialog;
use super::shift::BackButton;
use super::state::Tablet;
use crate::i18n::catalogue::tablet as texts;
use crate::i18n::labels::{fault_text, reason_label};
use crate::ui::basics::{Notice, Tone};
use domain::command::Identity;
use domain::shift::Reason;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The button and its dialog, while the shift is open.
#[component]
pub fn NotHeld() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = RwSignal::new(false);
    view! {
        {move || {
            tablet
                .open
                .is_open()
                .then(|| {
                    view! {
                        <button class="button big" type="button" on:click=move |_| open.set(true)>
                            {locale.text(&texts::DID_NOT_HAPPEN)}
                        </button>
                    }
                })
        }}
        <Dialog open id="not-held" title=locale.text(&texts::DID_NOT_HAPPEN_TITLE)>
            <Form open/>
        </Dialog>
    }
    .into_any()
}

/// A remark as it is sent; `None` when nothing was written.
fn remark(typed: &str) -> Option<String> {
    let text = typed.trim().replace("\r\n", "\n");
    (!text.is_empty()).then_some(text)
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let reason = RwSignal::new(None::<Reason>);
    let text = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    // What was entered would not count: it is withdrawn first, or the shift was held.
    let entered = move || {
        let anybody = tablet.open.tally.with(|tally| tally.contacts() > 0);
        anybody || tablet.open.outputs.with(|outputs| !outputs.is_empty())
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let remark = remark(&text.get_untracked());
        let fault = remark.clone().and_then(|text| Identity::Remark(text).check().err());
        let reason = reason.get_untracked();
        missing.set(reason.is_none());
        let fits = fault.is_none();
        wrong.set(fault);
        if let Some(reason) = reason.filter(|_| fits && !untrack(entered)) {
            open.set(false);
            tablet.cancel(reason, remark);
        }
    };
    let choose = move |this| {
        reason.set(Some(this));
        missing.set(false);
    };
    let reasons = Reason::ALL
        .map(|this| {
            view! {
                <label class="reason">
                    <input type="radio" name="reason" on:change=move |_| choose(this)/>
                    {locale.text(reason_label(this))}
                </label>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <form class="section" on:submit=save>
            {move || {
                let title = locale.text(&texts::NOT_HAPPENED_BUT_ENTRIES);
                entered().then(|| view! { <Notice tone=Tone::Warning title/> })
            }}
            <fieldset class="reasons">
                <legend>{locale.text(&texts::CHOOSE_REASON)}</legend>
                {reasons}
            </fieldset>
            <div class="field">
                <p class="field-error" role="alert">
                    {move || missing.get().then(|| locale.text(&texts::REASON_MISSING))}
                </p>
                <label for="remark">{locale.text(&texts::REMARK)}</label>
                <textarea
                    id="remark"
                    aria-describedby="remark-hint remark-fault"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
                <p class="hint" id="remark-hint">{locale.text(&texts::REMARK_HINT)}</p>
                <p class="field-error" id="remark-fault">
                    {move || wrong.get().map(|fault| fault_text(locale, &fault))}
                </p>
            </div>
            <div class="dialog-actions">
                <BackButton open/>
                <button class="button big danger" type="submit" disabled=entered>
                    {locale.text(&texts::SAVE_NOT_HAPPENED)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_of_nothing_is_none() {
        assert_eq!(remark(" \n "), None);
        assert_eq!(remark(" rain\r\nall day ").as_deref(), Some("rain\nall day"));
    }
}
