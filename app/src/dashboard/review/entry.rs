//! One entry under review: what it says, why it waits, and what can be decided.

use super::Listing;
use super::correct::form;
use super::outcome::Asked;
use super::said::{lines, raw};
use crate::i18n::catalogue::{dashboard as texts, review as words};
use crate::i18n::labels::{entry_label, fault_text};
use crate::i18n::{Locale, Text};
use domain::fault::{Fault, Verdict};
use domain::overview::ReviewEntry;
use leptos::prelude::*;

/// The entry as a card.
pub fn entry(locale: Locale, data: &Listing<'_>, entry: &ReviewEntry, asked: &Asked) -> AnyView {
    let id = anchor(entry);
    let title = format!("{id}-title");
    let heading = title.clone();
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
    let says = lines(locale, entry)
        .into_iter()
        .map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> })
        .collect_view();
    let correcting = data.correcting.filter(|form| form.entry == entry.hash);
    let form = correcting.map(|offer| form(locale, data, entry, offer, asked));
    let decisions = decisions(locale, data, entry, &title, form.is_some());
    view! {
        <article class="card" id=id aria-labelledby=title>
            <div class="spread">
                <h3 id=heading>{locale.text(entry_label(entry.command.as_deref()))}</h3>
                <span class="badge">{locale.text(verdict)}</span>
            </div>
            <p>{why} {advice.map(|advice| view! { " " <strong>{advice}</strong> })}</p>
            <dl class="summary-list">{says}</dl>
            {raw(locale, &entry.details)}
            {form}
            {decisions}
        </article>
    }
    .into_any()
}

/// The place of an entry in the page; its hash begins with a letter or a digit alike.
pub fn anchor(entry: &ReviewEntry) -> String {
    format!("entry-{}", entry.hash.get(..12).unwrap_or_default())
}

/// The fields that every decision sends: which entry, whose, and where to go back to.
pub fn hidden(data: &Listing<'_>, entry: &ReviewEntry) -> impl IntoView + use<> {
    let maker = entry.maker.map(|maker| maker.to_string());
    view! {
        <input type="hidden" name="entry" value=entry.hash.clone()/>
        {maker.map(|maker| view! { <input type="hidden" name="maker" value=maker/> })}
        <input type="hidden" name="back" value=data.page()/>
    }
}

fn decisions(
    locale: Locale,
    data: &Listing<'_>,
    entry: &ReviewEntry,
    title: &str,
    correcting: bool,
) -> impl IntoView + use<> {
    let button = |action: &'static str, text: &Text, class: &'static str| {
        view! {
            <form method="post" action=action>
                {hidden(data, entry)}
                <button class=class type="submit" aria-describedby=title.to_owned()>
                    {locale.text(text)}
                </button>
            </form>
        }
    };
    let take_in = entry
        .may_be_taken_in()
        .then(|| button("/review/release", &words::TAKE_IN, "button primary"));
    let correct = data.correct(entry).filter(|_| !correcting).map(|href| {
        view! {
            <a class="button" href=href aria-describedby=title.to_owned()>
                {locale.text(&words::CORRECT)}
            </a>
        }
    });
    view! {
        <div class="toolbar">
            {take_in} {correct} {button("/review/dismiss", &words::SET_ASIDE, "button")}
        </div>
    }
}

/// What is wrong and what a manager can do about it. The sentences of `fault_text` speak to
/// whoever entered it; where they would mislead a manager, these stand in.
pub fn advice(fault: &Fault) -> Option<(&'static Text, &'static Text)> {
    Some(match fault {
        Fault::Unknown { .. } => (&texts::WHY_UNKNOWN, &texts::DO_WAIT_FOR_TABLET),
        Fault::OtherCentre { .. } => (&texts::WHY_OTHER_CENTRE, &texts::DO_ENTER_THERE),
        Fault::CodeTaken { .. } => (&texts::WHY_CODE_TAKEN, &texts::DO_OTHER_CODE),
        Fault::AlreadyExists { .. } => (&texts::WHY_EXISTS, &texts::DO_NOTHING),
        Fault::ShiftClosed => (&texts::WHY_SHIFT_CLOSED, &texts::DO_TAKE_IN),
        Fault::ShiftDidNotHappen => (&texts::WHY_SHIFT_DID_NOT_HAPPEN, &texts::DO_TAKE_IN),
        Fault::ShiftOpen => (&texts::WHY_SHIFT_OPEN, &texts::DO_NOTHING),
        Fault::PeriodClosed => (&texts::WHY_PERIOD_CLOSED, &texts::DO_TAKE_IN),
        Fault::ShiftNotStarted => (&texts::WHY_SHIFT_NOT_STARTED, &texts::DO_CHECK_TABLET_DAY),
        Fault::UnsupportedVersion => (&texts::WHY_VERSION, &texts::DO_RELOAD_TABLET),
        Fault::NotAllowed | Fault::AccountDisabled => {
            (&texts::WHY_NOT_ALLOWED, &texts::DO_ASK_COORDINATOR)
        }
        Fault::AlreadyVoided => (&texts::WHY_VOIDED, &texts::DO_NOTHING),
        Fault::OutOfRange { .. } => (&texts::WHY_UNREADABLE, &texts::DO_CORRECT),
        Fault::Malformed { .. } | Fault::SameIdOtherBytes => {
            (&texts::WHY_UNREADABLE, &texts::DO_ENTER_AGAIN)
        }
        _ => return None,
    })
}
