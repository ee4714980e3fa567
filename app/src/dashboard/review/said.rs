//! What an entry says, in plain words: a label and a value a line.

use crate::dashboard::beside::seen;
use crate::dashboard::shifts::span;
use crate::i18n::catalogue::{common, review as words, vocabulary};
use crate::i18n::labels::{level_label, reason_label, role_label, sex_label, unit_count};
use crate::i18n::{Locale, Text};
use crate::tablet::words::{cell, language, presence_label};
use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::belgrade;
use domain::command::Command;
use domain::ids::DeviceId;
use domain::overview::{Choice, Details, PersonLabel, ReviewEntry};
use domain::shift::{Progress, Slot};
use leptos::prelude::*;

type Lines = Vec<(String, AnyView)>;

/// Everything that an entry says, with who made it and when.
pub fn lines(locale: Locale, entry: &ReviewEntry) -> Lines {
    let details = &entry.details;
    let mut lines = Vec::new();
    let mut line = |label: &Text, value: AnyView| {
        lines.push((locale.text(label).into_owned(), value));
    };
    line(&words::FROM_WHOM, maker(locale, entry.account.as_deref()));
    if let Some(device) = &details.device {
        line(&words::TABLET, device_code(details.tablet.as_deref(), *device));
    }
    if let Some(made) = details.made_at {
        line(&words::MADE, moment(locale, made));
    }
    line(&words::RECEIVED, moment(locale, entry.received_at));
    let about_shift = details.said.as_ref().is_some_and(names_a_shift);
    match &entry.shift {
        Some((slot, workshop)) => {
            line(&words::SHIFT, shift(locale, slot, workshop).into_any());
        }
        None if about_shift => line(&words::SHIFT, text(locale, &words::SHIFT_UNKNOWN)),
        None => {}
    }
    if let Some(label) = &details.person {
        line(&words::PERSON, person(label));
    }
    if let Some(workshop) = &details.workshop {
        line(&words::WORKSHOP, name(locale, workshop).into_any());
    }
    if !details.accounts.is_empty() {
        line(&words::ACCOUNTS, code(details.accounts.join(", ")));
    }
    for (label, value) in said(locale, details) {
        line(label, value.into_any());
    }
    if let Some(remark) = &details.remark {
        line(&words::REMARK, remark.clone().into_any());
    }
    lines
}

/// What the command itself says.
pub fn said(locale: Locale, details: &Details) -> Vec<(&'static Text, String)> {
    let Some(command) = &details.said else { return Vec::new() };
    let number = |n| locale.number(n);
    let day = |day| locale.date_medium(day);
    match command {
        Command::MarkAttendance(c) => {
            vec![(&words::MARK, locale.text(presence_label(c.presence)).into_owned())]
        }
        Command::RecordHeadcount(c) => {
            let group = cell(locale, c.sex, c.band);
            vec![(&words::COUNTED, labelled(locale, &group, &number(c.people)))]
        }
        Command::RecordOutput(c) => {
            let made = match &details.product {
                Some((product, unit)) => {
                    let count = locale.count(unit_count(*unit), c.quantity);
                    pair(locale, &count, &name(locale, product))
                }
                None => number(c.quantity),
            };
            let rejected = || pair(locale, &made, &locale.text(&common::REJECTED));
            let made = if c.rejected { rejected() } else { made };
            vec![(&words::MADE_PRODUCT, made)]
        }
        Command::CancelShift(c) => {
            vec![(&words::REASON, locale.text(reason_label(c.reason)).into_owned())]
        }
        Command::RegisterPerson(c) => {
            vec![(&words::SEX, locale.text(sex_label(c.sex)).into_owned())]
        }
        Command::RecordLanguage(c) => {
            let level = level_label(c.level);
            let known = language(locale, &c.language);
            vec![(&words::LANGUAGE, pair(locale, &known, &locale.text(level)))]
        }
        Command::Enrol(c) => vec![(&words::FROM_DAY, day(c.from))],
        Command::EndEnrolment(c) => vec![(&words::TO_DAY, day(c.to))],
        Command::PlanShift(c) | Command::AddOneOffShift(c) => {
            let slot = Slot { day: c.day, start: c.start, minutes: c.minutes };
            vec![(&words::SHIFT, time(locale, &slot))]
        }
        Command::HandOverShift(c) => {
            vec![(&words::SAID, seen(locale, &c.seen))]
        }
        Command::RecordOccupancy(c) => {
            vec![(&common::DAY, day(c.day)), (&common::TOTAL, number(c.total))]
        }
        Command::RecordProgress(c) => {
            let percent = locale.percent(c.percent, 100).unwrap_or_default();
            vec![(&common::DAY, day(c.on)), (&words::PROGRESS, percent)]
        }
        Command::MoveShift(c) => {
            let slot = Slot { day: c.day, start: c.start, minutes: c.minutes };
            vec![(&words::SHIFT, time(locale, &slot))]
        }
        Command::HandOut(c) => {
            vec![(&common::DAY, day(c.day)), (&common::QUANTITY, number(c.quantity))]
        }
        Command::GrantAccess(c) | Command::RevokeAccess(c) => {
            let role = locale.text(role_label(c.grant.role)).into_owned();
            let from = c.from.map(|from| (&words::FROM_DAY, day(from)));
            let to = c.to.map(|to| (&words::TO_DAY, day(to)));
            [Some((&words::ROLE, role)), from, to].into_iter().flatten().collect()
        }
        Command::ClosePeriod(c) => vec![(&words::TO_DAY, day(c.to))],
        Command::ReopenPeriod(c) => vec![(&words::FROM_DAY, day(c.from))],
        Command::SetTarget(c) => value_said(locale, c.from, c.to, c.value),
        Command::RecordIndicatorValue(c) => value_said(locale, c.from, c.to, c.value),
        _ => Vec::new(),
    }
}

fn value_said(
    locale: Locale,
    from: NaiveDate,
    to: NaiveDate,
    value: i64,
) -> Vec<(&'static Text, String)> {
    vec![(&common::PERIOD, locale.period(from, to)), (&words::VALUE, locale.number(value))]
}

fn names_a_shift(command: &Command) -> bool {
    matches!(
        command,
        Command::MarkAttendance(_)
            | Command::RecordHeadcount(_)
            | Command::RecordOutput(_)
            | Command::CloseShift(_)
            | Command::ReopenShift(_)
            | Command::CancelShift(_)
            | Command::NoteShift(_)
            | Command::HandOverShift(_)
            | Command::AssignFacilitator(_)
    )
}

/// The entry as it came, for whoever wants to see it to the letter.
pub fn raw(locale: Locale, details: &Details) -> impl IntoView + use<> {
    match details.raw.clone() {
        Some(raw) => view! {
            <details>
                <summary>{locale.text(&words::AS_SENT)}</summary>
                <pre class="raw" dir="ltr">{raw}</pre>
            </details>
        }
        .into_any(),
        None => view! { <p class="muted">{locale.text(&words::NOT_YOURS_TO_SEE)}</p> }.into_any(),
    }
}

/// What a fact says of a shift's course.
pub fn course_said(locale: Locale, progress: Progress) -> String {
    match progress {
        Progress::Closed { .. } => locale.text(&vocabulary::SHIFT_CLOSED).into_owned(),
        Progress::Open => locale.text(&words::OPENED_AGAIN).into_owned(),
        Progress::DidNotHappen { reason } => {
            let reason = locale.text(reason_label(reason));
            locale.fill(&words::DID_NOT_HAPPEN_BECAUSE, &[("reason", &reason)])
        }
    }
}

/// An instant on Belgrade's wall clock.
pub fn moment(locale: Locale, at: DateTime<Utc>) -> AnyView {
    let wall = belgrade(at);
    let when = format!("{}, {}", locale.date_medium(wall.date()), locale.time(wall.time()));
    view! { <time datetime=at.to_rfc3339()>{when}</time> }.into_any()
}

/// Who made an entry, by code.
pub fn maker(locale: Locale, account: Option<&str>) -> AnyView {
    match account {
        Some(account) => code(account.to_owned()),
        None => text(locale, &common::COMMAND_LINE),
    }
}

/// A shared tablet by its code, any other device by the end of its id.
pub fn device_code(tablet: Option<&str>, device: DeviceId) -> AnyView {
    let id = device.to_string();
    let end = id.get(id.len().saturating_sub(8)..).unwrap_or_default();
    code(tablet.unwrap_or(end).to_owned())
}

/// Somebody by alias and code.
pub fn person(label: &PersonLabel) -> AnyView {
    let alias = label.alias.clone().map(|alias| view! { <bdi>{alias}</bdi> " · " });
    view! { {alias} <span class="code">{label.code.to_string()}</span> }.into_any()
}

/// `Mask sewing · 31 May 2021, 10:00–12:00`.
pub fn shift(locale: Locale, slot: &Slot, workshop: &Choice) -> String {
    pair(locale, &name(locale, workshop), &time(locale, slot))
}

fn time(locale: Locale, slot: &Slot) -> String {
    format!("{}, {}", locale.date_medium(slot.day), span(locale, slot))
}

/// What something is called.
pub fn name(locale: Locale, choice: &Choice) -> String {
    locale.name(&choice.name.en, &choice.name.sr)
}

/// Two parts on one line.
pub fn pair(locale: Locale, first: &str, second: &str) -> String {
    locale.fill(&common::PAIR, &[("first", &first), ("second", &second)])
}

/// A label and its value.
pub fn labelled(locale: Locale, label: &str, value: &str) -> String {
    locale.fill(&common::LABELLED, &[("label", &label), ("value", &value)])
}

fn code(code: String) -> AnyView {
    view! { <span class="code">{code}</span> }.into_any()
}

fn text(locale: Locale, text: &Text) -> AnyView {
    locale.text(text).into_any()
}
