//! The month as a list of days, with its gaps and the history of each day.

use super::of_day;
use crate::i18n::catalogue::{common, dashboard, occupancy as texts, vocabulary};
use crate::i18n::labels::{band_label, sex_label};
use crate::i18n::{Locale, Text};
use crate::ui::basics::Empty;
use crate::ui::figure::empty_cell;
use crate::ui::records::{entered, months_beside};
use crate::ui::table::{Table, heads};
use chrono::NaiveDate;
use domain::clock::month_of;
use domain::overview::{OccupancyDay, OccupancyEntry, OccupancyMonth};
use domain::person::{AgeBand, Sex};
use leptos::prelude::*;

/// The month that the page's day lies in.
pub fn month(locale: Locale, data: &OccupancyMonth) -> AnyView {
    let month = locale.month_year(data.day);
    let body = if data.days.is_empty() {
        view! { <Empty picture="mountain" title=&texts::NOT_COME/> }.into_any()
    } else {
        table(locale, data, month.clone())
    };
    let gaps = data.days.iter().filter(|day| day.entries.is_empty()).count();
    let gaps = (gaps > 0).then(|| {
        let count = locale.count(&texts::GAPS, gaps as i64);
        view! { <span class="badge" data-state="not_logged">{count}</span> }
    });
    view! {
        <section class="section" aria-labelledby="month">
            <div class="section-head">
                <h2 id="month">{month}</h2>
                {gaps}
                {months(locale, data)}
            </div>
            {body}
        </section>
    }
    .into_any()
}

/// The way to the months beside this one, each at its last day that has come.
fn months(locale: Locale, data: &OccupancyMonth) -> AnyView {
    months_beside(locale, data.day, data.today, |day| {
        let later = day > data.day;
        let day = if later { month_of(day).1.min(data.today) } else { day };
        of_day(data, day).into_string()
    })
}

fn table(locale: Locale, data: &OccupancyMonth, caption: String) -> AnyView {
    let text = |label| locale.text(label).into_owned();
    let columns = [
        (text(&common::DAY), false),
        (text(&common::CHANGE), false),
        (text(&texts::TOTAL), true),
        (text(&texts::CHANGE), true),
        (text(&vocabulary::CHILDREN), true),
        (text(&texts::FEMALE), true),
        (text(&texts::MALE), true),
        (text(&common::SOURCE), false),
        (text(&common::ENTERED), false),
    ];
    let rows = data.days.iter().map(|day| row(locale, data, day)).collect_view();
    view! {
        <Table id="month-table" caption=caption quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(locale: Locale, data: &OccupancyMonth, one: &OccupancyDay) -> AnyView {
    let date = locale.date_medium(one.day);
    let head = view! {
        <th scope="row"><time datetime=one.day.to_string()>{date.clone()}</time></th>
    };
    let Some(entry) = one.standing() else {
        return view! {
            <tr data-day=one.day.to_string()>
                {head}
                <td>{link(locale, data, one.day, &date, [&texts::ENTER, &texts::ENTER_DAY])}</td>
                <td colspan="7">
                    <span class="badge" data-state="not_logged">{locale.text(&texts::GAP)}</span>
                </td>
            </tr>
        }
        .into_any();
    };
    let known = |n: Option<i64>, why: &Text| match n {
        Some(n) => locale.number(n).into_any(),
        None => empty_cell(locale.text(why)).into_any(),
    };
    let part = |n| known(n, &common::NOT_KNOWN);
    let change = match one.change() {
        Some(n) if n > 0 => format!("+{}", locale.number(n)).into_any(),
        // The sign that is as wide as the plus, not a hyphen.
        Some(n) if n < 0 => format!("−{}", locale.number(-n)).into_any(),
        n => known(n, &texts::NO_CHANGE),
    };
    view! {
        <tr data-day=one.day.to_string()>
            {head}
            <td>{link(locale, data, one.day, &date, [&texts::CORRECT, &texts::CORRECT_DAY])}</td>
            <td class="num">{locale.number(entry.total)}</td>
            <td class="num">{change}</td>
            <td class="num">{part(entry.children)}</td>
            <td class="num">{part(entry.female)}</td>
            <td class="num">{part(entry.male)}</td>
            <td>{entry.source.clone()}</td>
            <td>{by(locale, entry)} {history(locale, one)}</td>
        </tr>
    }
    .into_any()
}

/// A link to the day's form, whose name says which day, for those who hear it without its place.
fn link(
    locale: Locale,
    data: &OccupancyMonth,
    day: NaiveDate,
    date: &str,
    [shown, heard]: [&'static Text; 2],
) -> impl IntoView + use<> {
    let href = format!("{}#entry", of_day(data, day).into_string());
    let heard = locale.fill(heard, &[("date", &date)]);
    view! { <a class="button quiet" href=href aria-label=heard>{locale.text(shown)}</a> }
}

fn by(locale: Locale, entry: &OccupancyEntry) -> String {
    entered(locale, entry.account.as_deref(), entry.at)
}

/// The entries that do not stand any more: what each correction changed, newest first, and the
/// first entry.
fn history(locale: Locale, one: &OccupancyDay) -> Option<AnyView> {
    let earlier = one.entries.len().checked_sub(1).filter(|n| *n > 0)?;
    let items = one.entries.windows(2).map(|pair| {
        let [now, then] = pair else { return None };
        Some(item(locale, now, changes(locale, then, now)))
    });
    let first = one.entries.last().map(|first| {
        let people = locale.count(&dashboard::HOUSED, first.total);
        item(locale, first, people)
    });
    let items = items.flatten().chain(first).collect_view();
    Some(
        view! {
            <details>
                <summary class="fold">{locale.count(&texts::HISTORY, earlier as i64)}</summary>
                <ul>{items}</ul>
            </details>
        }
        .into_any(),
    )
}

fn item(locale: Locale, entry: &OccupancyEntry, said: String) -> impl IntoView + use<> {
    let by = by(locale, entry);
    view! { <li>{locale.fill(&texts::HISTORY_ITEM, &[("by", &by), ("said", &said)])}</li> }
}

/// What differs between an entry and the one that took its place.
fn changes(locale: Locale, then: &OccupancyEntry, now: &OccupancyEntry) -> String {
    let of = |entry: &OccupancyEntry| {
        let text = |label| locale.text(label).into_owned();
        let mut all = vec![
            (text(&texts::TOTAL), Some(entry.total)),
            (text(&vocabulary::CHILDREN), entry.children),
            (text(&texts::FEMALE), entry.female),
            (text(&texts::MALE), entry.male),
            (text(&texts::GIRLS), entry.girls),
            (text(&texts::BOYS), entry.boys),
        ];
        for sex in Sex::ALL {
            for band in AgeBand::ALL {
                let words = (text(sex_label(sex)), text(band_label(band)));
                let label = locale.fill(&texts::CELL, &[("sex", &words.0), ("band", &words.1)]);
                let cell = entry.cells.iter().find(|cell| cell.sex == sex && cell.band == band);
                all.push((label, cell.map(|cell| cell.people)));
            }
        }
        all
    };
    let known = |n: Option<i64>| match n {
        Some(n) => locale.number(n),
        None => locale.text(&common::NOT_KNOWN).into_owned(),
    };
    let differs = of(then).into_iter().zip(of(now)).filter(|(then, now)| then != now);
    let mut said: Vec<String> = differs
        .map(|((label, then), (_, now))| {
            let (then, now) = (known(then), known(now));
            locale.fill(&texts::FROM_TO, &[("label", &label), ("from", &then), ("to", &now)])
        })
        .collect();
    if then.source != now.source {
        said.push(locale.fill(&texts::SOURCE_CHANGED, &[("source", &now.source)]));
    }
    if said.is_empty() {
        return locale.text(&texts::SAME).into_owned();
    }
    said.join("; ")
}
