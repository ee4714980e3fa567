//! The indicators of a project: values, targets, forecasts, definitions.

use super::address;
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, projects as texts};
use crate::i18n::labels::indicator_level_label;
use crate::reports::{cell_text, why_text};
use crate::ui::address::Address;
use crate::ui::basics::Empty;
use crate::ui::desk::section;
use crate::ui::figure::empty_cell;
use crate::ui::table::{Table, heads};
use domain::overview::{IndicatorRow, ProjectPage};
use domain::report::Cell;
use domain::report::period::piece_code;
use leptos::prelude::*;

/// A row for each indicator.
pub fn table(locale: Locale, data: &ProjectPage) -> AnyView {
    if data.indicators.is_empty() {
        return view! { <Empty picture="mountain" title=&texts::NO_INDICATORS/> }.into_any();
    }
    let head = |text, number| (locale.text(text).into_owned(), number);
    let columns = [
        head(&texts::WHICH, false),
        head(&texts::IN_PERIOD, true),
        head(&texts::SINCE_BEGINNING, true),
        head(&texts::TARGET, true),
        head(&texts::OF_TARGET, true),
        head(&texts::FORECAST, true),
    ];
    let rows = data.indicators.iter().map(|one| row(locale, data, one)).collect_view();
    let forecasts = data.indicators.iter().any(|one| one.forecast.is_some());
    let about = forecasts.then(|| {
        view! { <p class="muted">{locale.text(&texts::FORECAST_ABOUT)}</p> }
    });
    view! {
        <Table id="progress-table" caption=locale.text(&texts::PROGRESS) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
        {about}
    }
    .into_any()
}

fn row(locale: Locale, data: &ProjectPage, one: &IndicatorRow) -> impl IntoView + use<> {
    let change = data.administers.then(|| {
        let href = Address::new(address(data))
            .with_some("period", piece_code(data.period))
            .with("indicator", one.id)
            .into_string();
        view! {
            " " <a class="no-print" href=format!("{href}#indicator")>{locale.text(&texts::CHANGE)}</a>
        }
    });
    let share = match one.progress {
        Cell::Decimal(tenths) => {
            let share = percent(locale, tenths);
            view! {
                <td class="num">
                    {share.clone()} <br/>
                    <progress max="1000" value=tenths.min(1000) aria-label=share></progress>
                </td>
            }
            .into_any()
        }
        _ => cell(locale, &one.progress),
    };
    let forecast = match one.forecast {
        None => {
            view! { <td class="num">{empty_cell(locale.text(&common::NO_FIGURE))}</td> }.into_any()
        }
        Some((value, share)) => {
            let value = locale.number(value);
            let said = match share {
                Some(tenths) => {
                    let share = percent(locale, tenths);
                    locale.fill(&texts::FORECAST_OF, &[("value", &value), ("share", &share)])
                }
                None => value,
            };
            view! { <td class="num">{said}</td> }.into_any()
        }
    };
    view! {
        <tr data-indicator=one.code.clone()>
            <th scope="row">
                <span class="code">{one.code.clone()}</span> " " {locale.name(&one.title.en, &one.title.sr)}
                <br/>
                <small class="muted">
                    {locale.text(indicator_level_label(one.level))} " · "
                    {locale.name(&one.unit.en, &one.unit.sr)}
                </small>
                {change}
            </th>
            {cell(locale, &one.actual)}
            {cell(locale, &one.cumulative)}
            {cell(locale, &one.target)}
            {share}
            {forecast}
        </tr>
    }
}

/// Tenths of a per cent in words.
fn percent(locale: Locale, tenths: i64) -> String {
    locale.percent(tenths, 1000).unwrap_or_default()
}

/// A figure, or why there is none.
pub fn cell(locale: Locale, cell: &Cell) -> AnyView {
    match cell_text(locale, cell.clone()) {
        Ok(text) => view! { <td class="num">{text}</td> }.into_any(),
        Err(why) => view! { <td class="num">{empty_cell(why_text(locale, why))}</td> }.into_any(),
    }
}

/// What exactly each counts.
pub fn definitions(locale: Locale, data: &ProjectPage) -> Option<AnyView> {
    if data.indicators.is_empty() {
        return None;
    }
    let items = data
        .indicators
        .iter()
        .map(|one| {
            let source = locale.name(&one.source.en, &one.source.sr);
            let baseline = locale.number(one.baseline);
            view! {
                <li>
                    <p>
                        <span class="code">{one.code.clone()}</span> " "
                        <strong>{locale.name(&one.title.en, &one.title.sr)}</strong>
                    </p>
                    <p class="muted">
                        {locale.name(&one.definition.en, &one.definition.sr)} " "
                        {locale.fill(&texts::FROM_SOURCE, &[("source", &source)])} " "
                        {locale.fill(&texts::BASELINE_IS, &[("n", &baseline)])}
                    </p>
                </li>
            }
        })
        .collect_view();
    let list = view! { <ul class="plain stack two-columns">{items}</ul> }.into_any();
    Some(section("definitions", locale.text(&texts::DEFINITIONS), list))
}
