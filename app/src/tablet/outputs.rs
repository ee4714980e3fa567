//! What was made: a row for each product, and the entries with a way back.

use super::state::Tablet;
use super::words;
use crate::i18n::catalogue::{common, tablet as texts};
use crate::i18n::labels::unit_count;
use crate::ui::basics::icon;
use domain::output::QUANTITY_MAX;
use domain::snapshot::{OutputBrief, ProductBrief};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The section.
#[component]
pub fn Outputs(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let products = move || {
        tablet.open.workshop.with(|w| w.as_ref().map(|w| w.products.clone()).unwrap_or_default())
    };
    view! {
        <section class="section" aria-labelledby="outputs">
            <div class="section-head">
                <h2 id="outputs">{locale.text(&texts::OUTPUTS)}</h2>
            </div>
            <ul class="outputs">
                <For each=products key=|product| product.id let:product>
                    <Product product can_log/>
                </For>
            </ul>
            <Entries can_log/>
        </section>
    }
    .into_any()
}

#[component]
fn Product(product: ProductBrief, can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let id = product.id;
    let pad = RwSignal::new(false);
    let sum = move |rejected: bool| {
        let of_product = |o: &&OutputBrief| o.product == id && o.rejected == rejected;
        tablet.open.outputs.with(|all| all.iter().filter(of_product).map(|o| o.quantity).sum())
    };
    let total = Memo::new(move |_| sum(false));
    let name = locale.name(&product.name.en, &product.name.sr);
    let unit = product.unit;
    let unit_word = move || {
        // The word alone, in the form that goes with the number beside it.
        let word = locale.count_with(unit_count(unit), total.get(), &[("n", &"")]);
        let (word, rejected) = (word.trim().to_owned(), sum(true));
        if rejected == 0 {
            return word;
        }
        let rejected =
            words::labelled(locale, &locale.text(&common::REJECTED), &locale.number(rejected));
        words::pair(locale, &word, &rejected)
    };
    let value_name = {
        let name = name.clone();
        move || {
            let quantity = locale.count(unit_count(unit), total.get());
            let total = locale.fill(&texts::OUTPUT_TOTAL, &[("quantity", &quantity)]);
            words::pair(
                locale,
                &words::pair(locale, &name, &total),
                &locale.text(&texts::NUMBER_PAD),
            )
        }
    };
    let product = StoredValue::new(product);
    let quick = [1, 5, 10]
        .map(|n: i64| {
            let add = move |_| product.with_value(|product| tablet.make(product, n, false));
            let label = words::pair(locale, &locale.fill(&texts::PLUS, &[("n", &n)]), &name);
            view! {
                <button
                    type="button"
                    aria-label=label
                    disabled=move || !can_log.get()
                    on:click=add
                >
                    {locale.fill(&texts::PLUS, &[("n", &n)])}
                </button>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <li class="output-row">
            <span class="output-name">{name} " " <span class="output-unit">{unit_word}</span></span>
            <button
                class="output-value"
                type="button"
                aria-expanded=move || pad.get().to_string()
                aria-label=value_name
                disabled=move || !can_log.get()
                on:click=move |_| pad.update(|pad| *pad = !*pad)
            >
                {move || locale.number(total.get())}
            </button>
            <div class="quick">{quick}</div>
            {move || {
                (pad.get() && can_log.get()).then(|| view! { <NumberPad product open=pad/> })
            }}
        </li>
    }
    .into_any()
}

/// The number that stands after a key: digits, "b" for the last one back. No leading zero, and
/// nothing that one entry cannot hold.
fn after_key(number: i64, key: char) -> i64 {
    match key.to_digit(10) {
        Some(digit) => {
            let next = number * 10 + i64::from(digit);
            if next <= QUANTITY_MAX { next } else { number }
        }
        None => number / 10,
    }
}

#[component]
fn NumberPad(product: StoredValue<ProductBrief>, open: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let typed = RwSignal::new(0_i64);
    let rejected = RwSignal::new(false);
    let press = move |key: char| typed.update(|typed| *typed = after_key(*typed, key));
    let add = move || {
        let quantity = typed.get_untracked();
        if quantity > 0 {
            product.with_value(|product| tablet.make(product, quantity, rejected.get_untracked()));
            open.set(false);
        }
    };
    let keyboard = move |event: KeyboardEvent| match event.key().as_str() {
        "Backspace" => press('b'),
        "Escape" => open.set(false),
        key => {
            let mut letters = key.chars();
            if let (Some(letter @ '0'..='9'), None) = (letters.next(), letters.next()) {
                press(letter);
            }
        }
    };
    let digit = move |digit: char| {
        view! { <button type="button" on:click=move |_| press(digit)>{digit.to_string()}</button> }
    };
    let add_name = move || {
        let unit = product.with_value(|product| product.unit);
        let quantity = locale.count(unit_count(unit), typed.get());
        let add = locale.fill(&texts::ADD_QUANTITY, &[("n", &quantity)]);
        if rejected.get() {
            words::pair(locale, &add, &locale.text(&common::REJECTED))
        } else {
            add
        }
    };
    view! {
        <div
            class="numpad"
            role="group"
            aria-label=locale.text(&texts::NUMBER_PAD)
            on:keydown=keyboard
        >
            {('1'..='9').map(digit).collect_view()}
            <button
                type="button"
                aria-label=locale.text(&texts::DELETE_DIGIT)
                on:click=move |_| press('b')
            >
                {icon("backspace")}
            </button>
            {digit('0')}
            <button
                class:primary=move || typed.get() != 0
                type="button"
                aria-label=add_name
                disabled=move || typed.get() == 0
                on:click=move |_| add()
            >
                {move || locale.fill(&texts::PLUS, &[("n", &locale.number(typed.get()))])}
            </button>
            <button
                type="button"
                aria-pressed=move || rejected.get().to_string()
                on:click=move |_| rejected.update(|rejected| *rejected = !*rejected)
            >
                {locale.text(&common::REJECTED)}
            </button>
        </div>
    }
    .into_any()
}

/// The entries that add up, each with a way to take it back.
#[component]
fn Entries(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let shown = RwSignal::new(false);
    let count = Memo::new(move |_| tablet.open.outputs.with(Vec::len));
    let product = move |id| {
        let products = tablet.open.workshop.with(|w| w.as_ref().map(|w| w.products.clone()));
        products.unwrap_or_default().into_iter().find(|product| product.id == id)
    };
    let row = move |entry: OutputBrief| {
        product(entry.product).map(|product| {
            let line = words::quantity(locale, &product, entry.quantity, entry.rejected);
            let name = words::labelled(locale, &locale.text(&texts::VOID_ENTRY), &line);
            let back = move |_| tablet.withdraw(&entry, &product);
            view! {
                <tr>
                    <th scope="row">{line}</th>
                    <td class="num">
                        <button
                            class="button"
                            type="button"
                            aria-label=name
                            disabled=move || !can_log.get()
                            on:click=back
                        >
                            {icon("undo")}
                            {locale.text(&texts::TAKE_BACK)}
                        </button>
                    </td>
                </tr>
            }
        })
    };
    let toggle = move || {
        let text = if shown.get() { &common::HIDE } else { &common::SHOW };
        let entries = locale.count(&common::ENTRIES, i64::try_from(count.get()).unwrap_or(0));
        words::labelled(locale, &entries, &locale.text(text))
    };
    move || {
        {
            (count.get() > 0).then(|| {
                view! {
                    <div class="row">
                        <button
                            class="button"
                            type="button"
                            aria-expanded=move || shown.get().to_string()
                            on:click=move |_| shown.update(|shown| *shown = !*shown)
                        >
                            {toggle}
                        </button>
                    </div>
                    {move || {
                        shown
                            .get()
                            .then(|| {
                                view! {
                                    <table class="table">
                                        <caption class="visually-hidden">
                                            {locale.text(&texts::ENTRY_LIST)}
                                        </caption>
                                        <tbody>
                                            <For
                                                each=move || tablet.open.outputs.get()
                                                key=|entry| entry.id
                                                children=row
                                            />
                                        </tbody>
                                    </table>
                                }
                            })
                    }}
                }
            })
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_make_a_number() {
        let typed = |keys: &str| keys.chars().fold(0, after_key);
        assert_eq!(typed("25"), 25);
        assert_eq!(typed("0025"), 25);
        assert_eq!(typed("25b"), 2);
        assert_eq!(typed("bbb7"), 7);
        assert_eq!(typed("100000"), QUANTITY_MAX);
        // A digit too many is not taken.
        assert_eq!(typed("1000001"), QUANTITY_MAX);
        assert_eq!(typed("999999"), 99_999);
    }
}
