//! Closing a shift: what stands, once more, before it counts.

use super::dialog::Dialog;
use super::shift::BackButton;
use super::state::Tablet;
use crate::i18n::catalogue::tablet as texts;
use crate::i18n::labels::unit_count;
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use domain::attendance::Presence;
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn CloseShift(open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let unmarked = Memo::new(move |_| tablet.open.tally.with(|tally| number(tally.unmarked)));
    let close = move |_| {
        open.set(false);
        tablet.close();
    };
    let warning = move || {
        (unmarked.get() > 0).then(|| {
            let title = locale.count(&texts::NOT_MARKED_WARNING, unmarked.get());
            view! {
                <Notice tone=Tone::Warning title>
                    <p>{locale.text(&texts::NOT_MARKED_MEANS)}</p>
                    <div class="row">
                        <button
                            class="button"
                            type="button"
                            on:click=move |_| tablet.mark_rest(Presence::Absent)
                        >
                            {locale.text(&texts::MARK_REST_ABSENT)}
                        </button>
                    </div>
                </Notice>
            }
        })
    };
    let word = move || {
        let text = if unmarked.get() > 0 { &texts::CLOSE_ANYWAY } else { &texts::CLOSE_NOW };
        locale.text(text)
    };
    view! {
        <Dialog open id="closing" title=locale.text(&texts::SUMMARY_TITLE)>
            <Summary/>
            {warning}
            <div class="dialog-actions">
                <BackButton open/>
                <button class="button big primary" type="button" on:click=close>
                    {word}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The register and what was made, in numbers.
#[component]
pub fn Summary() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let figures = move || {
        let tally = tablet.open.tally.get();
        let warn = tally.unmarked > 0;
        let figure = |text: &'static Text, n: i64| row(locale, text, locale.number(n), false);
        let unmarked = locale.number(number(tally.unmarked));
        view! {
            {figure(&texts::SUMMARY_PRESENT, number(tally.present))}
            {figure(&texts::SUMMARY_ABSENT, number(tally.absent))}
            {row(locale, &texts::SUMMARY_NOT_MARKED, unmarked, warn)}
            {figure(&texts::SUMMARY_WALK_INS, number(tally.walk_ins))}
            {figure(&texts::SUMMARY_HEADCOUNT, tally.headcount)}
            {figure(&texts::SUMMARY_CONTACTS, tally.contacts())}
        }
    };
    let made = move || {
        let outputs = tablet.open.outputs.get();
        let products = tablet.open.workshop.with(|w| w.as_ref().map(|w| w.products.clone()));
        products
            .unwrap_or_default()
            .into_iter()
            .map(|product| {
                let of_product = outputs.iter().filter(|o| o.product == product.id);
                let made = of_product.map(|o| o.quantity).sum();
                let name = locale.name(&product.name.en, &product.name.sr);
                let quantity = match made {
                    0 => locale.text(&texts::SUMMARY_NOTHING_MADE).into_owned(),
                    made => locale.count(unit_count(product.unit), made),
                };
                view! { <div><dt>{name}</dt><dd>{quantity}</dd></div> }
            })
            .collect_view()
    };
    view! { <dl class="summary-list">{figures} {made}</dl> }.into_any()
}

fn row(locale: Locale, text: &'static Text, value: String, warn: bool) -> impl IntoView {
    view! { <div class=warn.then_some("warn")><dt>{locale.text(text)}</dt><dd>{value}</dd></div> }
}
