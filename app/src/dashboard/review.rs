//! Entries that were held or refused: kept whole until somebody decides.

use super::shifts::span;
use crate::i18n::catalogue::{common, dashboard as texts, shell};
use crate::i18n::labels::{entry_label, fault_text};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use crate::ui::table::{Table, heads};
use domain::clock::belgrade;
use domain::fault::{Fault, Verdict};
use domain::overview::{Dashboard, ReviewEntry};
use leptos::prelude::*;

/// The list, newest first.
pub fn review(locale: Locale, data: &Dashboard) -> AnyView {
    let title = locale.text(&texts::REVIEW_TITLE).into_owned();
    let body = if data.review.is_empty() {
        view! { <Notice tone=Tone::Success title=locale.text(&texts::REVIEW_NONE)/> }.into_any()
    } else {
        let columns = [
            (locale.text(&texts::REVIEW_WHEN).into_owned(), false),
            (locale.text(&texts::REVIEW_FROM).into_owned(), false),
            (locale.text(&texts::REVIEW_WHAT).into_owned(), false),
            (locale.text(&texts::REVIEW_WHY).into_owned(), false),
        ];
        let count = locale.count(&shell::REVIEW_BADGE, data.review.len() as i64);
        let rows = data.review.iter().map(|entry| row(locale, entry)).collect_view();
        view! {
            <p class="muted">{locale.text(&texts::REVIEW_HELP)}</p>
            <Table id="review-table" caption=count quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    };
    view! {
        <section class="section" id="review" tabindex="-1" aria-labelledby="review-title">
            <div class="section-head"><h2 id="review-title">{title}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

fn row(locale: Locale, entry: &ReviewEntry) -> impl IntoView + use<> {
    let at = belgrade(entry.received_at);
    let when = format!("{}, {}", locale.date_medium(at.date()), locale.time(at.time()));
    let from = match &entry.account {
        Some(code) => view! { <span class="code">{code.clone()}</span> }.into_any(),
        None => locale.text(&texts::REVIEW_FROM_COMMAND_LINE).into_any(),
    };
    let shift = entry.shift.as_ref().map(|(slot, workshop)| {
        let workshop = locale.name(&workshop.name.en, &workshop.name.sr);
        let time = format!("{}, {}", locale.date_medium(slot.day), span(locale, slot));
        let shift = locale.fill(&common::PAIR, &[("first", &workshop), ("second", &time)]);
        view! { <br/> <small class="muted">{shift}</small> }
    });
    let verdict = match entry.verdict {
        Verdict::Held => &texts::REVIEW_HELD,
        Verdict::Rejected => &texts::REVIEW_REJECTED,
    };
    let (why, advice) = match advice(&entry.fault) {
        Some((why, advice)) => {
            (locale.text(why).into_owned(), Some(locale.text(advice).into_owned()))
        }
        None => (fault_text(locale, &entry.fault), None),
    };
    view! {
        <tr>
            <th scope="row">
                <time datetime=entry.received_at.to_rfc3339()>{when}</time>
            </th>
            <td>{from}</td>
            <td>{locale.text(entry_label(entry.command.as_deref()))} {shift}</td>
            <td>
                <span class="badge">{locale.text(verdict)}</span> " " {why}
                {advice.map(|advice| view! { " " <strong>{advice}</strong> })}
            </td>
        </tr>
    }
}

/// What is wrong and what a manager can do about it. The sentences of `fault_text` speak to
/// whoever entered it; where they would mislead a manager, these stand in.
fn advice(fault: &Fault) -> Option<(&'static Text, &'static Text)> {
    Some(match fault {
        Fault::Unknown { .. } => (&texts::WHY_UNKNOWN, &texts::DO_WAIT_FOR_TABLET),
        Fault::OtherCentre { .. } => (&texts::WHY_OTHER_CENTRE, &texts::DO_ENTER_THERE),
        Fault::CodeTaken { .. } => (&texts::WHY_CODE_TAKEN, &texts::DO_OTHER_CODE),
        Fault::AlreadyExists { .. } => (&texts::WHY_EXISTS, &texts::DO_NOTHING),
        Fault::ShiftClosed => (&texts::WHY_SHIFT_CLOSED, &texts::DO_REOPEN),
        Fault::ShiftDidNotHappen => (&texts::WHY_SHIFT_DID_NOT_HAPPEN, &texts::DO_REOPEN),
        Fault::ShiftOpen => (&texts::WHY_SHIFT_OPEN, &texts::DO_NOTHING),
        Fault::ShiftNotStarted => (&texts::WHY_SHIFT_NOT_STARTED, &texts::DO_CHECK_TABLET_DAY),
        Fault::UnsupportedVersion => (&texts::WHY_VERSION, &texts::DO_RELOAD_TABLET),
        Fault::NotAllowed | Fault::AccountDisabled => {
            (&texts::WHY_NOT_ALLOWED, &texts::DO_ASK_COORDINATOR)
        }
        Fault::AlreadyVoided => (&texts::WHY_VOIDED, &texts::DO_NOTHING),
        Fault::Malformed { .. } | Fault::SameIdOtherBytes | Fault::OutOfRange { .. } => {
            (&texts::WHY_UNREADABLE, &texts::DO_ENTER_AGAIN)
        }
        _ => return None,
    })
}
