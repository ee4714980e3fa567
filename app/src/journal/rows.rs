//! Entries of the journal in a table.

use crate::dashboard::review::{
    device_code, labelled, maker, moment, pair, person, raw, said, shift,
};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, journal as texts, review};
use crate::i18n::labels::entry_label;
use crate::ui::table::{Table, heads};
use domain::overview::{Details, JournalRow};
use leptos::prelude::*;

/// The entries, with the centre of each where there are several.
pub fn table(locale: Locale, rows: &[JournalRow], centres: bool) -> AnyView {
    let head = |text| (locale.text(text).into_owned(), false);
    let lines = rows.iter().map(|row| line(locale, row, centres)).collect_view();
    let columns = [
        (locale.text(&texts::NUMBER).into_owned(), true),
        head(&review::MADE),
        head(&texts::BY),
        head(&texts::WHAT),
        head(&texts::SAYS),
    ];
    view! {
        <Table id="journal-table" caption=locale.text(&texts::TITLE) quiet=true>
            {heads(columns)}
            <tbody>{lines}</tbody>
        </Table>
    }
    .into_any()
}

fn line(locale: Locale, row: &JournalRow, centres: bool) -> impl IntoView + use<> {
    let details = &row.details;
    let made = details.made_at.unwrap_or(row.received_at);
    // Work without a connection arrives later than it was made.
    let late = (row.received_at - made).num_minutes() > 0;
    let received = late.then(|| {
        view! {
            <br/>
            <small class="muted">
                {locale.text(&review::RECEIVED)} ": " {moment(locale, row.received_at)}
            </small>
        }
    });
    let device = details.device.map(|device| device_code(details.tablet.as_deref(), device));
    let centre = row.centre.clone().filter(|_| centres);
    let centre = centre.map(|code| view! { <br/> <span class="code">{code}</span> });
    view! {
        <tr data-entry=row.seq.to_string() data-kind=row.kind.clone()>
            <th scope="row" class="num">{locale.number(row.seq)}</th>
            <td>{moment(locale, made)} {received}</td>
            <td>
                {maker(locale, row.account.as_deref())}
                <br/>
                <small class="muted">{device}</small>
            </td>
            <td>{locale.text(entry_label(Some(&row.kind)))} {centre}</td>
            <td>{says(locale, row)}</td>
        </tr>
    }
}

/// What an entry is about and what it says, and what it said before.
fn says(locale: Locale, row: &JournalRow) -> AnyView {
    let about = row.shift.as_ref().map(|(slot, workshop)| {
        view! { <p class="muted">{shift(locale, slot, workshop)}</p> }
    });
    let details = &row.details;
    let who = details.person.as_ref().map(|label| view! { {person(label)} ": " });
    let accounts = (!details.accounts.is_empty())
        .then(|| view! { <span class="code">{details.accounts.join(", ")}</span> " " });
    let now = in_words(locale, details);
    let before = row.instead.as_ref().map(|before| in_words(locale, before));
    let before = before.filter(|text| !text.is_empty()).map(|said| {
        let text = locale.fill(&texts::INSTEAD, &[("said", &said)]);
        view! { " " <span class="muted">"(" {text} ")"</span> }
    });
    let remark = details.remark.clone().map(|text| {
        view! { <p>{locale.text(&common::REMARK)} ": " <bdi>{text}</bdi></p> }
    });
    view! { {about} {who} {accounts} {now} {before} {remark} {raw(locale, details)} }.into_any()
}

fn in_words(locale: Locale, details: &Details) -> String {
    let parts = said(locale, details).into_iter();
    let parts = parts.map(|(label, value)| labelled(locale, &locale.text(label), &value));
    parts.reduce(|all, one| pair(locale, &all, &one)).unwrap_or_default()
}
