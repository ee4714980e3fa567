//! How many are here without being named: by sex and age.

use super::state::Tablet;
use super::words;
use crate::i18n::catalogue::{common, tablet as texts, vocabulary};
use crate::i18n::labels::{band_label, fault_text};
use domain::attendance::HEADCOUNT_MAX;
use domain::fault::Fault;
use domain::person::{AgeBand, Sex};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

/// The section: open at the start where nobody is enrolled or somebody was counted.
#[component]
pub fn Headcount(can_log: Memo<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let begin = tablet.open.tally.with_untracked(|t| t.registered == 0 || t.headcount > 0);
    let open = RwSignal::new(begin);
    let wrong = RwSignal::new(false);
    let total = Memo::new(move |_| tablet.open.tally.with(|tally| tally.headcount));
    let toggle = move || locale.text(if open.get() { &common::HIDE } else { &common::SHOW });
    let fault = Fault::out_of_range("people", 0, HEADCOUNT_MAX);
    let fault_line = fault_text(locale, &fault);
    view! {
        <section class="section" aria-labelledby="headcount">
            <div class="section-head">
                <h2 id="headcount">{locale.text(&texts::HEADCOUNT)}</h2>
                <span class="muted">
                    {move || match total.get() {
                        0 => locale.text(&texts::HEADCOUNT_HELP).into_owned(),
                        total => locale.count(&texts::HEADCOUNT_COUNT, total),
                    }}
                </span>
                <button
                    class="button"
                    aria-expanded=move || open.get().to_string()
                    aria-controls="counts"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {toggle}
                </button>
            </div>
            <div class="stack" id="counts">
                {move || open.get().then(|| view! { <Table can_log wrong/> })}
            </div>
            <div class="field">
                <p class="field-error" role="alert">
                    {move || wrong.get().then(|| fault_line.clone())}
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// The table. Its third sex is shown where it was counted or is asked for: four columns of
/// steppers are wider than most tablets.
#[component]
fn Table(can_log: Memo<bool>, wrong: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let counted = AgeBand::ALL.iter().any(|band| {
        let count = tablet.open.count(Sex::Other, *band);
        count.get_untracked() > 0
    });
    let all = RwSignal::new(counted);
    let toggle = move || {
        let text = locale.text(if all.get() { &common::HIDE } else { &common::SHOW });
        words::labelled(locale, &locale.text(words::people_label(Sex::Other)), &text)
    };
    let grid = move || {
        let sexes: Vec<Sex> =
            Sex::ALL.into_iter().filter(|sex| all.get() || *sex != Sex::Other).collect();
        view! { <Grid sexes can_log wrong/> }
    };
    view! {
        <div class:table-wrap=move || all.get()>{grid}</div>
        <div class="row">
            <button
                class="button quiet"
                type="button"
                aria-pressed=move || all.get().to_string()
                on:click=move |_| all.update(|all| *all = !*all)
            >
                {toggle}
            </button>
        </div>
    }
}

#[component]
fn Grid(sexes: Vec<Sex>, can_log: Memo<bool>, wrong: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let heads = sexes
        .iter()
        .map(|sex| view! { <th scope="col">{locale.text(words::people_label(*sex))}</th> })
        .collect_view();
    let rows = AgeBand::ALL
        .map(|band| {
            let cells = sexes
                .iter()
                .map(|sex| view! { <td><Stepper sex=*sex band can_log wrong/></td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{locale.text(band_label(band))}</th>
                    {cells}
                </tr>
            }
        })
        .into_iter()
        .collect_view();
    let sums = sexes
        .iter()
        .map(|sex| {
            let counts = AgeBand::ALL.map(|band| tablet.open.count(*sex, band));
            let sum = move || locale.number(counts.iter().map(|count| count.get()).sum());
            view! { <td>{sum}</td> }
        })
        .collect_view();
    view! {
        <table class="headcount">
            <thead>
                <tr>
                    <th scope="col">{locale.text(&vocabulary::AGE)}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{locale.text(&common::TOTAL)}</th>
                    {sums}
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// The number that was typed, if it can be meant.
fn number(typed: &str) -> Option<i64> {
    typed.trim().parse().ok().filter(|people| (0..=HEADCOUNT_MAX).contains(people))
}

#[component]
fn Stepper(sex: Sex, band: AgeBand, can_log: Memo<bool>, wrong: RwSignal<bool>) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let count = tablet.open.count(sex, band);
    let name = words::cell(locale, sex, band);
    let group = name.clone();
    let step = {
        let count = count.clone();
        move |by: i64| {
            wrong.set(false);
            tablet.count(sex, band, count.get_untracked() + by);
        }
    };
    let (less, more) = (step.clone(), step);
    let can_less = {
        let count = count.clone();
        move || can_log.get() && count.get() > 0
    };
    let typed = {
        let count = count.clone();
        move |event: Event| {
            let input = event_target::<HtmlInputElement>(&event);
            let people = number(&input.value());
            wrong.set(people.is_none());
            if let Some(people) = people {
                tablet.count(sex, band, people);
            }
            // What stands counts, also where the same number was typed in another way.
            input.set_value(&count.get_untracked().to_string());
        }
    };
    view! {
        <span class="stepper" role="group" aria-label=group>
            <button
                type="button"
                aria-label=locale.text(&texts::HEADCOUNT_LESS)
                disabled=move || !can_less()
                on:click=move |_| less(-1)
            >
                "−"
            </button>
            <input
                class="stepper-value"
                inputmode="numeric"
                autocomplete="off"
                maxlength="4"
                aria-label=name
                disabled=move || !can_log.get()
                prop:value=move || count.get().to_string()
                on:input=move |_| wrong.set(false)
                on:change=typed
            />
            <button
                type="button"
                aria-label=locale.text(&texts::HEADCOUNT_ADD)
                disabled=move || !can_log.get()
                on:click=move |_| more(1)
            >
                "+"
            </button>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_can_be_meant_are_read() {
        assert_eq!(number(" 50 "), Some(50));
        assert_eq!(number("0"), Some(0));
        assert_eq!(number("5000"), Some(5000));
        for bad in ["", "-1", "5001", "1.5", "x"] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }
}
