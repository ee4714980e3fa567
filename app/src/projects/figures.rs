//! Who was reached, where, and what was made: folded from the rows of the reports.

use super::indicators::cell;
use crate::i18n::catalogue::{donor_reports, projects as texts, reports};
use crate::i18n::labels::column_label;
use crate::i18n::{Locale, Text};
use crate::reports::cell_text;
use crate::ui::basics::Empty;
use crate::ui::desk::section;
use crate::ui::figure::DASH;
use crate::ui::table::{Table, heads};
use domain::overview::{HiddenWhy, ProjectPage};
use domain::report::{Cell, ColumnId, Report};
use leptos::prelude::*;

fn of(report: Report, row: &[Cell], column: ColumnId) -> Cell {
    let unknown = Cell::Empty(domain::suppression::Why::NotApplicable);
    report.place(column).and_then(|place| row.get(place).cloned()).unwrap_or(unknown)
}

/// Ages by sex, of all centres together.
pub fn people(locale: Locale, data: &ProjectPage) -> AnyView {
    let report = Report::PeopleBySexAndAge;
    let Some(row) = data.people.first().filter(|_| !data.places.is_empty()) else {
        return view! { <Empty picture="mountain" title=&texts::NOBODY/> }.into_any();
    };
    let ages: [(&'static Text, ColumnId, ColumnId); 5] = [
        (&texts::AGE_0, ColumnId::Female0, ColumnId::Male0),
        (&texts::AGE_5, ColumnId::Female5, ColumnId::Male5),
        (&texts::AGE_12, ColumnId::Female12, ColumnId::Male12),
        (&texts::AGE_18, ColumnId::Female18, ColumnId::Male18),
        (&texts::AGE_60, ColumnId::Female60, ColumnId::Male60),
    ];
    let head = |text: &'static Text, number| (locale.text(text).into_owned(), number);
    let columns = [
        head(&texts::AGE, false),
        head(&donor_reports::COL_PEOPLE_FEMALE, true),
        head(&donor_reports::COL_PEOPLE_MALE, true),
    ];
    let by_age = ages
        .into_iter()
        .map(|(label, female, male)| {
            view! {
                <tr>
                    <th scope="row"><bdi>{locale.text(label)}</bdi></th>
                    {cell(locale, &of(report, row, female))}
                    {cell(locale, &of(report, row, male))}
                </tr>
            }
        })
        .collect_view();
    let others = [
        ColumnId::OtherSex,
        ColumnId::SexOrAgeUnknown,
        ColumnId::Disabled,
        ColumnId::Uasc,
        ColumnId::People,
    ];
    let lines = others
        .into_iter()
        .map(|column| {
            let label = match column {
                ColumnId::People => &texts::EVERYBODY,
                column => column_label(column),
            };
            view! {
                <tr>
                    <th scope="row">{locale.text(label)}</th>
                    {cell(locale, &of(report, row, column))}
                    <td></td>
                </tr>
            }
        })
        .collect_view();
    let (least, most) =
        (of(report, row, ColumnId::PeopleLeast), of(report, row, ColumnId::PeopleMost));
    let range = match (&least, &most) {
        (Cell::Number(least), Cell::Number(most)) if least < most => {
            let (least, most) = (locale.number(*least), locale.number(*most));
            let said = locale.fill(&texts::RANGE, &[("least", &least), ("most", &most)]);
            Some(view! { <p>{said}</p> })
        }
        _ => None,
    };
    view! {
        {range}
        <Table id="people-table" caption=locale.text(&texts::PEOPLE) quiet=true>
            {heads(columns)}
            <tbody>{by_age}</tbody>
            <tbody>{lines}</tbody>
        </Table>
    }
    .into_any()
}

/// What a donor does not see of the period, and why: for head office, before anything leaves.
pub fn hidden(locale: Locale, data: &ProjectPage) -> Option<AnyView> {
    let hidden = data.hidden.as_ref()?;
    if hidden.is_empty() {
        let nothing = view! { <p>{locale.text(&texts::HIDDEN_NOTHING)}</p> }.into_any();
        return Some(section("hidden", locale.text(&texts::HIDDEN), nothing));
    }
    let head = |text: &'static Text, number| (locale.text(text).into_owned(), number);
    let columns = [
        head(&reports::COL_SITE_CODE, false),
        head(&texts::FIGURE, false),
        head(&reports::COL_PEOPLE, true),
        head(&texts::WHY_HIDDEN, false),
    ];
    let rows = hidden
        .iter()
        .map(|one| {
            let column = ColumnId::ALL.iter().find(|column| column.key() == one.column);
            let label = column.map(|column| locale.text(column_label(*column)).into_owned());
            let why = match one.why {
                HiddenWhy::Small => &texts::HIDDEN_SMALL,
                HiddenWhy::Complementary => &texts::HIDDEN_COMPLEMENTARY,
                HiddenWhy::Row => &texts::HIDDEN_ROW,
            };
            view! {
                <tr>
                    <th scope="row" class="code">{one.place.clone()}</th>
                    <td>{label}</td>
                    <td class="num">{locale.number(one.people)}</td>
                    <td>{locale.text(why)}</td>
                </tr>
            }
        })
        .collect_view();
    let table = view! {
        <p class="muted">{locale.text(&texts::HIDDEN_ABOUT)}</p>
        <Table id="hidden-table" caption=locale.text(&texts::HIDDEN) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    };
    let body = view! { <div class="no-print">{table}</div> }.into_any();
    Some(section("hidden", locale.text(&texts::HIDDEN), body))
}

/// A row for each centre.
pub fn places(locale: Locale, data: &ProjectPage) -> AnyView {
    let report = Report::FiveW;
    if data.places.is_empty() {
        return view! { <Empty picture="mountain" title=&texts::NOTHING_HELD/> }.into_any();
    }
    let head = |text: &'static Text, number| (locale.text(text).into_owned(), number);
    let columns = [
        head(&reports::COL_SITE, false),
        head(&donor_reports::COL_WORKSHOPS, false),
        head(&reports::COL_PEOPLE, true),
    ];
    let rows = data
        .places
        .iter()
        .map(|row| {
            let text = |column| {
                cell_text(locale, of(report, row, column)).unwrap_or_else(|_| DASH.to_owned())
            };
            view! {
                <tr>
                    <th scope="row">{text(ColumnId::Site)}</th>
                    <td>{text(ColumnId::Workshops)}</td>
                    {cell(locale, &of(report, row, ColumnId::People))}
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table id="places-table" caption=locale.text(&texts::PLACES) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// A row for each product of a workshop.
pub fn outputs(locale: Locale, data: &ProjectPage) -> AnyView {
    let report = Report::OutputProduction;
    if data.outputs.is_empty() {
        return view! { <Empty picture="mountain" title=&texts::NOTHING_MADE/> }.into_any();
    }
    let head = |text: &'static Text, number| (locale.text(text).into_owned(), number);
    let columns = [
        head(&reports::COL_PRODUCT, false),
        head(&reports::COL_SITE, false),
        head(&texts::QUANTITY, true),
        head(&reports::COL_UNIT, false),
    ];
    let rows = data
        .outputs
        .iter()
        .map(|row| {
            let text = |column| cell_text(locale, of(report, row, column)).unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{text(ColumnId::Product)}</th>
                    <td>{text(ColumnId::Site)}</td>
                    {cell(locale, &of(report, row, ColumnId::Quantity))}
                    <td>{text(ColumnId::Unit)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table id="outputs-table" caption=locale.text(&texts::OUTPUTS) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
