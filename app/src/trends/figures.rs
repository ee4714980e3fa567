//! The charts and the figures of the whole period.

use super::api::Rows;
use super::group::{self, cell, days};
use super::measure::{Measure, Told};
use super::table;
use crate::i18n::Locale;
use crate::i18n::catalogue::trends as texts;
use crate::ui::address::Address;
use crate::ui::basics::Empty;
use crate::ui::columns::{Column, Columns, columns};
use crate::ui::figure::{Stat, stat};
use domain::report::period::Days;
use domain::report::{Cell, ColumnId, GROUP_UNKNOWN, Query, Report, Split};
use domain::shift::ShiftState;
use leptos::prelude::*;

type Row = Vec<Cell>;

/// The page below the filters.
pub fn figures(
    locale: Locale,
    query: &Query,
    rows: Rows,
    beside: Option<(Days, Rows)>,
    measure: Measure,
) -> AnyView {
    let planned = |row: &Row| super::measure::number(row, ColumnId::Planned);
    let contacts = |row: &Row| super::measure::number(row, ColumnId::Contacts);
    let nothing = rows
        .whole
        .iter()
        .all(|row| planned(row).unwrap_or(0) == 0 && contacts(row).unwrap_or(0) == 0);
    if nothing {
        return view! { <Empty picture="mountain" title=&texts::NOTHING/> }.into_any();
    }
    let (beside_days, other) = beside.unzip();
    let charts = match query.by {
        None => all_measures(locale, query, &rows, other.as_ref()),
        Some(by) => all_groups(locale, query, by, &rows, other.as_ref(), measure),
    };
    let ranged = rows
        .pieces
        .iter()
        .any(|row| matches!(Measure::People.of(row), Told::Number(least, most) if least < most));
    let note = match query.by {
        Some(Split::Language) => Some(&texts::OVERLAP),
        Some(Split::Facilitator) => Some(&texts::LOAD_NOT_MERIT),
        _ => None,
    };
    let beside_key = beside_days.map(|(from, to)| {
        let period = locale.period(from, to);
        view! { <li>{locale.fill(&texts::KEY_BESIDE, &[("period", &period)])}</li> }
    });
    let notes = ranged.then(|| {
        view! {
            <li>{locale.text(&texts::KEY_RANGE)}</li>
            <li>{locale.text(&texts::RANGE_WHY)}</li>
        }
    });
    view! {
        {charts}
        <ul class="muted key">
            {beside_key}
            {notes}
            {note.map(|note| view! { <li>{locale.text(note)}</li> })}
        </ul>
        {table::table(locale, query, &rows, other.as_ref(), measure)}
    }
    .into_any()
}

/// A chart for each measure, with its figure of the whole period.
fn all_measures(locale: Locale, query: &Query, rows: &Rows, other: Option<&Rows>) -> AnyView {
    let whole: &[Cell] = rows.whole.first().map_or(&[], Vec::as_slice);
    let pieces: Vec<&Row> = rows.pieces.iter().collect();
    let others: Vec<&Row> = other.iter().flat_map(|rows| &rows.pieces).collect();
    let before = other.and_then(|rows| rows.whole.first());
    let cards = Measure::ALL
        .into_iter()
        .map(|measure| {
            let title = locale.text(measure.label()).into_owned();
            let figure = whole_figure(locale, query, measure, whole, before, title.clone());
            let chart = chart(locale, query, measure, &title, &pieces, &others, None);
            view! { <li class="chart-card">{figure} {chart}</li> }
        })
        .collect_view();
    view! { <ul class="chart-grid">{cards}</ul> }.into_any()
}

/// The same measure for each group, all on one scale.
fn all_groups(
    locale: Locale,
    query: &Query,
    by: Split,
    rows: &Rows,
    other: Option<&Rows>,
    measure: Measure,
) -> AnyView {
    let highest = |rows: &Rows| {
        let heights = rows.pieces.iter().filter_map(|row| measure.of(row).height());
        heights.map(|(_, most)| most).max()
    };
    let full = highest(rows).max(other.and_then(highest));
    let cards = rows
        .whole
        .iter()
        .map(|whole| {
            let title = group::name(locale, Some(by), whole);
            let same = |row: &&Row| cell(row, ColumnId::Group) == cell(whole, ColumnId::Group);
            let pieces: Vec<&Row> = rows.pieces.iter().filter(same).collect();
            let others: Vec<&Row> =
                other.iter().flat_map(|rows| &rows.pieces).filter(same).collect();
            let before = other.and_then(|rows| rows.whole.iter().find(same));
            let figure = whole_figure(locale, query, measure, whole, before, title.clone());
            let chart = chart(locale, query, measure, &title, &pieces, &others, full);
            view! { <li class="chart-card">{figure} {chart}</li> }
        })
        .collect_view();
    view! {
        <h2>{locale.text(measure.label())}</h2>
        <ul class="chart-grid">{cards}</ul>
    }
    .into_any()
}

/// A figure of the whole period, with the one that it is compared with.
fn whole_figure(
    locale: Locale,
    query: &Query,
    measure: Measure,
    row: &[Cell],
    before: Option<&Row>,
    label: String,
) -> impl IntoView + use<> {
    let told = measure.of(row);
    let before = before.map(|row| {
        let value = measure.of(row).text(locale);
        let value = value.unwrap_or_else(|| crate::ui::figure::DASH.to_owned());
        locale.fill(&texts::BEFORE_VALUE, &[("value", &value)])
    });
    stat(
        locale,
        Stat {
            label,
            value: told.text(locale),
            of: told.of(locale),
            note: before.or_else(|| {
                told.text(locale)
                    .is_none()
                    .then(|| locale.text(&crate::i18n::catalogue::common::NO_FIGURE).into_owned())
            }),
            href: rows_behind(query, measure, row, (query.from, query.to)),
            warn: false,
        },
    )
}

/// The report whose rows make a figure of a row, in the centre and workshop that the row is of.
pub fn rows_behind(query: &Query, measure: Measure, row: &[Cell], (from, to): Days) -> String {
    let code = |column| match cell(row, column) {
        Some(Cell::Text(code)) => Some(code.as_str()),
        _ => None,
    };
    let held = Some(ShiftState::Closed.code());
    let counted = matches!(cell(row, ColumnId::Headcount), Some(Cell::Number(1..)));
    let by = query.by.filter(|by| Report::Attendance.has_groups(*by));
    // Those who were counted without a name stand with their shifts, and in no list of people.
    let of_people = matches!(measure, Measure::People | Measure::New | Measure::Retention);
    let by = by.filter(|by| of_people || *by == Split::Facilitator || !counted);
    let (report, state) = match (measure, by) {
        _ if of_people => (Report::PeopleReached, None),
        // A group of people has no shifts of its own, a facilitator has.
        (_, Some(Split::Facilitator)) => (Report::SessionLog, held),
        (_, Some(_)) => (Report::Attendance, None),
        (Measure::Pieces, None) => (Report::OutputProduction, None),
        (_, None) => (Report::SessionLog, held),
    };
    let group = match cell(row, ColumnId::Group) {
        Some(Cell::Text(code)) => code.as_str(),
        Some(Cell::Term(term)) => term.code(),
        _ => GROUP_UNKNOWN,
    };
    Address::new(format!("/reports/{}", report.name()))
        .with("from", from)
        .with("to", to)
        .with_some("centre", code(ColumnId::SiteCode).or(query.centre.as_deref()))
        .with_some("project", query.project.as_deref())
        .with_some("workshop", code(ColumnId::WorkshopCode).or(query.workshop.as_deref()))
        .with_some("state", state)
        .with_some("by", by.map(Split::code))
        .with_some("of", by.map(|_| group))
        .into_string()
}

fn chart(
    locale: Locale,
    query: &Query,
    measure: Measure,
    title: &str,
    pieces: &[&Row],
    others: &[&Row],
    full: Option<i64>,
) -> impl IntoView + use<> {
    let mut first = true;
    let drawn: Vec<Column> = pieces
        .iter()
        .enumerate()
        .filter_map(|(place, row)| {
            let (from, _) = days(row)?;
            let (label, more) = group::short(locale, query.step, from, std::mem::take(&mut first));
            let told = measure.of(row);
            let other = others.get(place).and_then(|row| measure.of(row).height());
            Some(Column {
                label,
                more,
                height: told.height(),
                value: told.text(locale),
                beside: other.map(|(_, most)| most),
            })
        })
        .collect();
    let told: Vec<Told> = pieces.iter().map(|row| measure.of(row)).collect();
    let known = |pick: fn((i64, i64)) -> i64| {
        told.iter().filter_map(move |one| one.height().map(|height| (pick(height), *one)))
    };
    let least = known(|height| height.0).min_by_key(|one| one.0);
    let most = known(|height| height.1).max_by_key(|one| one.0);
    let about = match (least, most) {
        (Some((_, least)), Some((_, most))) => {
            let (min, max) = (least.text(locale), most.text(locale));
            let (min, max) = (min.unwrap_or_default(), max.unwrap_or_default());
            locale.fill(&texts::CHART, &[("what", &title), ("min", &min), ("max", &max)])
        }
        _ => locale.fill(&texts::CHART_EMPTY, &[("what", &title)]),
    };
    // A share is drawn against the whole.
    let share = matches!(measure, Measure::Attendance | Measure::Retention);
    columns(locale, Columns { about, columns: drawn, full: if share { Some(1000) } else { full } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::person::{AgeBand, Sex};
    use domain::report::Term;
    use domain::suppression::Why;

    #[test]
    fn a_figure_leads_to_the_rows_of_its_centre_and_workshop() {
        let report = Report::ActivitySummary;
        let mut row = vec![Cell::Empty(Why::NotApplicable); report.columns().len()];
        let days = ("2021-05-01".parse().expect("a day"), "2021-05-31".parse().expect("a day"));
        let query = Query::period(days.0, days.1).in_centre("KRN");
        let href = |row: &[Cell]| rows_behind(&query, Measure::Contacts, row, days);
        let of_all = "/reports/session-log?from=2021-05-01&to=2021-05-31&centre=KRN&state=closed";
        assert_eq!(href(&row), of_all);
        for (column, code) in [(ColumnId::SiteCode, "SID"), (ColumnId::WorkshopCode, "SID-SPORT")] {
            row[report.place(column).expect("a column")] = Cell::Text(code.into());
        }
        let of_one = "/reports/session-log?from=2021-05-01&to=2021-05-31&centre=SID\
                      &workshop=SID-SPORT&state=closed";
        assert_eq!(href(&row), of_one);
    }

    #[test]
    fn a_figure_of_a_group_leads_to_its_own_rows() {
        let report = Report::ActivitySummary;
        let days = ("2021-05-01".parse().expect("a day"), "2021-05-31".parse().expect("a day"));
        for (by, group, measure, path, tail) in [
            (
                Split::Sex,
                Cell::Term(Term::Sex(Sex::Female)),
                Measure::Contacts,
                "attendance",
                "&by=sex&of=f",
            ),
            (
                Split::Band,
                Cell::Term(Term::Band(AgeBand::From60)),
                Measure::People,
                "people-reached",
                "&by=age&of=60%2B",
            ),
            (
                Split::Language,
                Cell::Empty(Why::NotRecorded),
                Measure::NoShows,
                "attendance",
                "&by=language&of=unknown",
            ),
            (
                Split::Facilitator,
                Cell::Text("F-01".into()),
                Measure::Pieces,
                "session-log",
                "&state=closed&by=facilitator&of=F-01",
            ),
        ] {
            let mut row = vec![Cell::Empty(Why::NotApplicable); report.columns().len()];
            row[report.place(ColumnId::Group).expect("a column")] = group;
            let query = Query { by: Some(by), ..Query::period(days.0, days.1) };
            let href = rows_behind(&query, measure, &row, days);
            assert_eq!(href, format!("/reports/{path}?from=2021-05-01&to=2021-05-31{tail}"));
        }
    }
}
