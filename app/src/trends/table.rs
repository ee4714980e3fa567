//! The numbers behind the charts.

use super::api::Rows;
use super::figures::rows_behind;
use super::group::{self, days};
use super::measure::Measure;
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, trends as texts};
use crate::ui::figure::empty_cell;
use crate::ui::table::Table;
use domain::report::{Cell, Query};
use leptos::prelude::*;

/// Without a split a row for each piece and all measures; with one a row for each group with all
/// measures of the whole period, and the chosen measure piece by piece.
pub fn table(
    locale: Locale,
    query: &Query,
    rows: &Rows,
    other: Option<&Rows>,
    measure: Measure,
) -> AnyView {
    let Some(by) = query.by else {
        let first = locale.text(&texts::PERIOD).into_owned();
        let name = |row: &Vec<Cell>| days(row).map(|(from, to)| locale.period(from, to));
        let other = other.map(|other| {
            measures(
                locale,
                query,
                "beside-table",
                &texts::BESIDE,
                first.clone(),
                &other.pieces,
                &name,
            )
        });
        return view! {
            {measures(locale, query, "pieces-table", &texts::BY_PIECES, first, &rows.pieces, &name)}
            {other}
        }
        .into_any();
    };
    let first = locale.text(&texts::GROUP).into_owned();
    let name = |row: &Vec<Cell>| Some(group::name(locale, Some(by), row));
    view! {
        {measures(locale, query, "groups-table", &texts::WHOLE, first, &rows.whole, &name)}
        {pieces(locale, query, rows, measure)}
    }
    .into_any()
}

fn measures(
    locale: Locale,
    query: &Query,
    id: &'static str,
    title: &'static crate::i18n::Text,
    first: String,
    rows: &[Vec<Cell>],
    name: &dyn Fn(&Vec<Cell>) -> Option<String>,
) -> AnyView {
    let heads = Measure::ALL
        .into_iter()
        .map(|measure| {
            view! { <th scope="col" class="num">{locale.text(measure.label())}</th> }
        })
        .collect_view();
    let body = rows
        .iter()
        .map(|row| {
            let cells = Measure::ALL
                .into_iter()
                .map(|measure| view! { <td class="num">{value(locale, query, measure, row)}</td> })
                .collect_view();
            view! { <tr><th scope="row">{name(row)}</th> {cells}</tr> }
        })
        .collect_view();
    view! {
        <Table id=id caption=locale.text(title)>
            <thead><tr><th scope="col">{first}</th> {heads}</tr></thead>
            <tbody>{body}</tbody>
        </Table>
    }
    .into_any()
}

/// One measure, groups beside each other.
fn pieces(locale: Locale, query: &Query, rows: &Rows, measure: Measure) -> AnyView {
    let groups: Vec<String> =
        rows.whole.iter().map(|row| group::name(locale, query.by, row)).collect();
    let heads = groups
        .iter()
        .map(|group| view! { <th scope="col" class="num">{group.clone()}</th> })
        .collect_view();
    let body = rows
        .pieces
        .chunk_by(|one, other| days(one) == days(other))
        .filter_map(|piece| {
            let (from, to) = days(piece.first()?)?;
            let cells = piece
                .iter()
                .map(|row| view! { <td class="num">{value(locale, query, measure, row)}</td> })
                .collect_view();
            Some(view! { <tr><th scope="row">{locale.period(from, to)}</th> {cells}</tr> })
        })
        .collect_view();
    let (first, second) = (locale.text(measure.label()), locale.text(&texts::BY_PIECES));
    let caption = locale.fill(&common::PAIR, &[("first", &first), ("second", &second)]);
    view! {
        <Table id="pieces-table" caption>
            <thead>
                <tr><th scope="col">{locale.text(&texts::PERIOD)}</th> {heads}</tr>
            </thead>
            <tbody>{body}</tbody>
        </Table>
    }
    .into_any()
}

/// A figure that opens the rows behind it, with what a share is of.
fn value(locale: Locale, query: &Query, measure: Measure, row: &[Cell]) -> AnyView {
    let told = measure.of(row);
    let (Some(text), Some(days)) = (told.text(locale), days(row)) else {
        return empty_cell(locale.text(&common::NO_FIGURE)).into_any();
    };
    let of = told.of(locale).map(|of| view! { <br/> <small class="muted">{of}</small> });
    view! { <a href=rows_behind(query, measure, row, days)>{text}</a> {of} }.into_any()
}
