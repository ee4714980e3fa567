//! What stands beside a shift of the day: notes, and receipts of who handed it over.

use super::disagreements::quantity;
use super::review::{labelled, maker, moment};
use crate::i18n::Locale;
use crate::i18n::catalogue::review as words;
use domain::clock::belgrade;
use domain::handover::Seen;
use domain::overview::{Handover, ShiftNote, ShiftRow};
use leptos::prelude::*;

/// A row below the shift's own, when there is something beside it.
pub fn beside(locale: Locale, shift: &ShiftRow, columns: usize) -> Option<AnyView> {
    if shift.notes.is_empty() && shift.handovers.is_empty() {
        return None;
    }
    let notes = shift.notes.iter().map(|one| note(locale, one)).collect_view();
    let receipts = shift.handovers.iter().map(|one| receipt(locale, one)).collect_view();
    Some(
        view! {
            <tr class="beside">
                <td colspan=columns.to_string()>
                    <ul class="plain">{notes} {receipts}</ul>
                </td>
            </tr>
        }
        .into_any(),
    )
}

fn note(locale: Locale, note: &ShiftNote) -> impl IntoView + use<> {
    let text = match &note.text {
        Some(text) => view! {
            <strong>{locale.text(&words::NOTE)} ":"</strong> " " <bdi>{text.clone()}</bdi>
        }
        .into_any(),
        None => locale.text(&words::NOTE_HIDDEN).into_any(),
    };
    view! {
        <li>
            {text} " "
            <small class="muted">
                {maker(locale, note.account.as_deref())} " · " {moment(locale, note.made_at)}
            </small>
        </li>
    }
}

fn receipt(locale: Locale, one: &Handover) -> impl IntoView + use<> {
    let time = locale.time(belgrade(one.made_at).time());
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("from", &one.giver), ("to", &one.taker), ("time", &time)];
    let head = locale.fill(&words::HANDED_OVER, &values);
    let made = one.made.iter().map(|made| quantity(locale, made));
    let all = std::iter::once(seen(locale, &one.seen)).chain(made).collect::<Vec<_>>().join("; ");
    view! { <li>{labelled(locale, &head, &all)}</li> }
}

/// The numbers that both saw.
pub fn seen(locale: Locale, seen: &Seen) -> String {
    let number = |n| locale.number(n);
    let unmarked = number(seen.listed - seen.present - seen.absent);
    let (present, absent) = (number(seen.present), number(seen.absent));
    let headcount = number(seen.headcount);
    let text = locale.fill(
        &words::SEEN,
        &[
            ("present", &present),
            ("absent", &absent),
            ("unmarked", &unmarked),
            ("headcount", &headcount),
        ],
    );
    if seen.unsent == 0 {
        return text;
    }
    let unsent = locale.fill(&words::SEEN_UNSENT, &[("n", &number(seen.unsent))]);
    format!("{text}; {unsent}")
}
