//! The form of a day.

use super::{address, of_day};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, occupancy as texts, vocabulary};
use crate::i18n::labels::{band_label, sex_label};
use crate::ui::basics::{Notice, Tone};
use crate::ui::form::Form;
use crate::ui::table::{Table, heads};
use domain::import::cell_word;
use domain::occupancy::OccupancyCell;
use domain::overview::{OccupancyEntry, OccupancyMonth};
use domain::person::{AgeBand, Sex};
use leptos::prelude::*;

fn people(entry: &OccupancyEntry, sex: Sex, band: AgeBand) -> Option<i64> {
    let is_it = |cell: &&OccupancyCell| cell.sex == sex && cell.band == band;
    entry.cells.iter().find(is_it).map(|cell| cell.people)
}

/// The form of the day that the page is about.
///
/// It begins with what stands for the day, or empty with the numbers of the last day before as
/// examples; on demand with those numbers.
pub fn form(locale: Locale, data: &OccupancyMonth, as_before: bool) -> AnyView {
    let form = Form::new(locale, "occupancy");
    let before = data.before.as_ref().map(|(_, entry)| entry);
    let known = if as_before { before } else { data.standing() };
    let said = (!form.is_refused()).then(|| about(locale, data, as_before)).flatten();
    let number = |name: &'static str, label, of: fn(&OccupancyEntry) -> Option<i64>| {
        form.number(name, label, known.and_then(of), before.and_then(of))
    };
    let source = match known {
        Some(entry) if !as_before => entry.source.clone(),
        _ => locale.text(&texts::SOURCE_DEFAULT).into_owned(),
    };
    let parts = [
        number("total", &texts::TOTAL, |e| Some(e.total)),
        number("children", &texts::CHILDREN, |e| e.children),
        number("female", &texts::FEMALE, |e| e.female),
        number("male", &texts::MALE, |e| e.male),
        number("girls", &texts::GIRLS, |e| e.girls),
        number("boys", &texts::BOYS, |e| e.boys),
    ];
    view! {
        <section class="section" id="entry" aria-labelledby="entry-title">
            <div class="section-head">
                <h2 id="entry-title">{locale.date_long(data.day)}</h2>
                {way(locale, data)}
            </div>
            {said}
            <form class="card stack" method="post" action=address(data) novalidate>
                {form.fault()}
                {form.hidden()}
                <input type="hidden" name="day" value=data.day.to_string()/>
                {form.error("day")}
                <div class="filters">{parts.into_iter().collect_view()}</div>
                <p class="muted">{locale.text(&texts::TOTAL_HINT)}</p>
                {grid(locale, &form, known, before)}
                {form.text("source", &texts::SOURCE, source)}
                <div class="row">
                    <button class="button primary" type="submit">{locale.text(&texts::SAVE)}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// Whether the day is entered, and what the form begins with.
fn about(locale: Locale, data: &OccupancyMonth, as_before: bool) -> Option<AnyView> {
    let title = match (&data.before, data.standing()) {
        (Some((day, _)), _) if as_before => {
            locale.fill(&texts::FILLED, &[("date", &locale.date_medium(*day))])
        }
        (_, Some(_)) => locale.text(&texts::STANDS).into_owned(),
        (_, None) => return None,
    };
    Some(view! { <Notice tone=Tone::Info title/> }.into_any())
}

/// Filling in as on the last day before, and the way to another day.
fn way(locale: Locale, data: &OccupancyMonth) -> impl IntoView + use<> {
    let before = data.before.as_ref().map(|(day, _)| {
        let href = of_day(data, data.day).with("as", "before").into_string();
        let label = locale.fill(&texts::AS_BEFORE, &[("date", &locale.date_medium(*day))]);
        view! { <a class="button" href=format!("{href}#entry")>{label}</a> }
    });
    view! {
        <div class="row">
            {before}
            <form class="row" method="get" action=address(data)>
                <label class="visually-hidden" for="day">{locale.text(&texts::OTHER_DAY)}</label>
                <input
                    id="day"
                    name="day"
                    type="date"
                    value=data.day.to_string()
                    max=data.today.to_string()
                    required
                />
                <button class="button" type="submit">{locale.text(&common::SHOW)}</button>
            </form>
        </div>
    }
}

/// The table of cells: folded away unless it holds something.
fn grid(
    locale: Locale,
    form: &Form,
    known: Option<&OccupancyEntry>,
    before: Option<&OccupancyEntry>,
) -> impl IntoView + use<> {
    let text = |label| locale.text(label).into_owned();
    let mut filled = false;
    let mut rows = Vec::new();
    for band in AgeBand::ALL {
        let cells = Sex::ALL.map(|sex| {
            let name = cell_word(sex, band);
            let value = known.and_then(|entry| people(entry, sex, band));
            let value = value.map(|n| n.to_string()).unwrap_or_default();
            filled |= !form.value(&name, value.clone()).is_empty();
            let like = before.and_then(|entry| people(entry, sex, band));
            let (sex, band) = (text(sex_label(sex)), text(band_label(band)));
            let heard = locale.fill(&texts::CELL, &[("sex", &sex), ("band", &band)]);
            let input = form.numeric(&name, Some(heard), value, like);
            view! { <td>{input} {form.error(&name)}</td> }
        });
        rows.push(view! {
            <tr><th scope="row">{text(band_label(band))}</th> {cells.into_iter().collect_view()}</tr>
        });
    }
    let [female, male, other, undisclosed] = Sex::ALL.map(|sex| (text(sex_label(sex)), false));
    let columns = [(text(&vocabulary::AGE), false), female, male, other, undisclosed];
    let summary = text(&texts::GRID);
    view! {
        <details open=filled>
            <summary class="fold">{summary.clone()}</summary>
            <div class="stack">
                <p class="muted">{locale.text(&texts::GRID_HINT)}</p>
                <Table id="grid" caption=summary quiet=true>
                    {heads(columns)}
                    <tbody>{rows}</tbody>
                </Table>
            </div>
        </details>
    }
}
