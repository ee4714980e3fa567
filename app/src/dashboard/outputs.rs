//! What was made: the day and the six before it, product by product.

use super::links;
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, dashboard as texts, reports};
use crate::i18n::labels::{unit_count, unit_label};
use crate::ui::basics::Empty;
use crate::ui::chart::{Bar, bars};
use chrono::Datelike;
use domain::overview::{Dashboard, ProductDays};
use leptos::prelude::*;

/// A chart a product; the day of the page stands first and stands out.
pub fn outputs(locale: Locale, data: &Dashboard) -> AnyView {
    let first = data.outputs.iter().filter_map(|product| product.days.first()).map(|day| day.0);
    let from = first.min().unwrap_or(data.day);
    let charts = if data.outputs.is_empty() {
        view! { <Empty picture="wheel" title=&texts::EMPTY_NOTHING_MADE/> }.into_any()
    } else {
        data.outputs.iter().map(|product| chart(locale, data, product)).collect_view().into_any()
    };
    view! {
        <section class="section" aria-labelledby="outputs">
            <div class="section-head">
                <h2 id="outputs">{locale.text(&texts::OUTPUTS)}</h2>
                <a href=links::outputs(
                    &data.centre.code,
                    from,
                    data.day,
                )>{locale.text(&reports::OUTPUT_PRODUCTION)}</a>
            </div>
            {charts}
        </section>
    }
    .into_any()
}

fn chart(locale: Locale, data: &Dashboard, product: &ProductDays) -> impl IntoView + use<> {
    let name = locale.name(&product.product.name.en, &product.product.name.sr);
    let that_day = product.days.iter().find(|(day, ..)| *day == data.day).map_or(0, |day| day.1);
    let rows = product.days.iter().rev().map(|&(day, quantity, rejected)| Bar {
        label: format!("{} {}", locale.weekday_short(day.weekday()), locale.day_month(day)),
        length: quantity,
        value: value(locale, quantity, rejected),
        now: day == data.day,
    });
    view! {
        <div class="spread">
            <h3>{name}</h3>
            <strong>{locale.count(unit_count(product.unit), that_day)}</strong>
        </div>
        {bars(rows.collect())}
        <p class="muted">
            {locale.text(&reports::COL_UNIT)} ": " {locale.text(unit_label(product.unit))} " · "
            <span class="code">{product.workshop.clone()}</span>
        </p>
    }
}

/// A day's quantity, with what was rejected where there is any.
fn value(locale: Locale, quantity: i64, rejected: i64) -> String {
    let made = locale.number(quantity);
    if rejected == 0 {
        return made;
    }
    let (label, rejected) = (locale.text(&common::REJECTED), locale.number(rejected));
    let rejected = locale.fill(&common::LABELLED, &[("label", &label), ("value", &rejected)]);
    locale.fill(&common::PAIR, &[("first", &made), ("second", &rejected)])
}
