//! Where things stand: a word in the bar, and behind it what waits, what was sent, and what does
//! not count, each in plain words with what to do.

use super::bridge::{self, Failure};
use super::dialog::Dialog;
use super::failure_text;
use super::field::{field, form, trouble};
use super::outbox::{Entry, Fate, Listed, Outbox};
use super::state::{Saving, Sending, Tablet};
use super::words;
use crate::i18n::catalogue::{common, offline, sign_in, tablet as texts};
use crate::i18n::labels::{entry_label, fault_text};
use crate::ui::basics::{Notice, Tone, icon};
use chrono::Timelike;
use domain::clock::belgrade;
use domain::command::Command;
use domain::ids::ShiftId;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The shortest passphrase of a rescue file, in characters.
const PASSPHRASE_MIN: usize = 12;
/// The most entries of a kind that the list shows; the newest are shown.
const LISTED_MAX: usize = 50;
/// Less room than this, in bytes, is short.
const ROOM_MIN: i64 = 20_000_000;

/// From so many minutes on the tablet's clock is wrong enough to say so.
const CLOCK_OFF: i64 = 5;
/// From so many minutes (a year) on it is another time that is meant, not a wrong clock.
const CLOCK_ELSEWHERE: i64 = 525_600;

/// The word in the bar; a tap on it tells more.
#[component]
pub fn SendingChip() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = RwSignal::new(false);
    let shown = Memo::new(move |_| chip(tablet));
    // Only what needs somebody is read out: not each tap that is saved and sent.
    let trouble = move || {
        let (state, text) = shown.get();
        matches!(state, "failed" | "offline").then_some(text)
    };
    view! {
        <button
            class="sync"
            data-state=move || shown.with(|(state, _)| *state)
            on:click=move |_| open.set(true)
        >
            {move || shown.with(|(_, text)| text.clone())}
        </button>
        <span class="visually-hidden" role="status">{trouble}</span>
        <Dialog open id="sending" wide=true title=locale.text(&texts::SENDING_TITLE)>
            <Details/>
            <div class="dialog-actions">
                <button class="button" on:click=move |_| open.set(false)>
                    {locale.text(&common::CLOSE_DIALOG)}
                </button>
                <button class="button primary" on:click=move |_| tablet.refresh()>
                    {icon("refresh")} {locale.text(&texts::SEND_NOW)}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// The state and the word for it: first what could be lost, then what waits, then how it stands.
fn chip(tablet: Tablet) -> (&'static str, String) {
    let locale = tablet.locale;
    tablet.listed.track();
    let offline = tablet.stale.with(Option::is_some);
    let not_taken =
        tablet.outbox.with_value(|outbox| count(outbox.not_taken().count() + outbox.damaged()));
    match (tablet.saving.get(), tablet.sending.get()) {
        (Saving::Failed { .. }, _) => ("failed", locale.text(&offline::STATUS_UNSAVED).into()),
        (_, Sending::Failed(unsent, failure)) => {
            let unsent = locale.count(&texts::UNSENT_COUNT, count(unsent));
            match failure {
                Failure::Unreachable => {
                    let word = locale.text(&offline::STATUS_OFFLINE);
                    ("failed", words::pair(locale, &word, &unsent))
                }
                _ => ("failed", unsent),
            }
        }
        (Saving::Running, _) => ("sending", locale.text(&offline::STATUS_SAVING).into()),
        (_, Sending::Running(unsent)) => {
            ("sending", locale.count(&texts::SENDING_COUNT, count(unsent)))
        }
        _ if not_taken > 0 => ("failed", locale.count(&texts::NOT_TAKEN_COUNT, not_taken)),
        _ if offline => ("offline", locale.text(&texts::NO_CONNECTION).into()),
        _ => ("saved", locale.text(&texts::ALL_SENT).into()),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[component]
fn Details() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let line = move || {
        tablet.listed.track();
        // A server that says no is there.
        let online = tablet.stale.with(|stale| *stale != Some(Failure::Unreachable));
        let word = if online { &offline::STATUS_ONLINE } else { &offline::STATUS_OFFLINE };
        let word = locale.text(word);
        let unsent = match tablet.waiting() {
            0 => locale.text(&texts::ALL_SENT).into(),
            unsent => locale.count(&texts::UNSENT_COUNT, count(unsent)),
        };
        let line = words::pair(locale, &word, &unsent);
        match tablet.last_sent.get() {
            Some(at) => {
                let time = belgrade(at);
                let day = (time.date() != tablet.clock.today())
                    .then(|| words::short_day(locale, time.date()));
                let time = locale.time(time.time());
                let time = day.map_or(time.clone(), |day| format!("{day} {time}"));
                let sent = locale.fill(&texts::LAST_SENT, &[("time", &time)]);
                words::pair(locale, &line, &sent)
            }
            None => line,
        }
    };
    view! {
        <p>{line}</p>
        {move || notices(tablet)}
        {move || lists(tablet)}
        <Rescue/>
    }
    .into_any()
}

/// What needs attention.
fn notices(tablet: Tablet) -> Vec<AnyView> {
    let locale = tablet.locale;
    tablet.listed.track();
    let mut all = Vec::new();
    let mut say = |title: String, hint: Option<String>| {
        let hint = hint.map(|hint| view! { <p>{hint}</p> });
        all.push(view! { <Notice tone=Tone::Warning title>{hint}</Notice> }.into_any());
    };
    if let Saving::Failed { full } = tablet.saving.get() {
        let title = if full { &texts::STORAGE_FULL } else { &offline::UNSAVED };
        say(locale.text(title).into(), Some(locale.text(&offline::UNSAVED_HINT).into()));
    }
    if tablet.storage.get().is_some_and(|storage| storage.left < ROOM_MIN) {
        say(locale.text(&offline::SHORT_OF_ROOM).into(), None);
    }
    // A demo lives years away from its tablets, and they are right about that.
    let off = tablet.clock.offset().abs() / 60_000;
    if (CLOCK_OFF..CLOCK_ELSEWHERE).contains(&off) {
        let minutes = locale.number(off);
        say(locale.fill(&texts::CLOCK_WRONG, &[("minutes", &minutes)]), None);
    }
    let ready = if tablet.ready.get() { &texts::READY_OFFLINE } else { &texts::NOT_READY_OFFLINE };
    let foreign = tablet.foreign.get();
    // A tablet of the organisation sends them by itself: they are in the number above.
    if foreign > 0 && !tablet.enrolled() {
        say(locale.count(&offline::FOREIGN_COUNT, count(foreign)), None);
    }
    if let Some(failure) = tablet.stale.get() {
        say(locale.text(&texts::NOT_SENT).into(), Some(failure_text(tablet, &failure)));
        if matches!(failure, Failure::SignIn(_)) && !tablet.enrolled() {
            all.push(
                view! {
                    <a class="button" href="/sign-in?next=/tablet" rel="external">
                        {locale.text(&sign_in::TITLE)}
                    </a>
                }
                .into_any(),
            );
        }
    }
    all.push(view! { <p class="muted">{locale.text(ready)}</p> }.into_any());
    if tablet.storage.get().is_some_and(|storage| !storage.kept) {
        let text = locale.text(&offline::NOT_PERSISTENT);
        all.push(view! { <p class="muted">{text}</p> }.into_any());
    }
    all
}

/// What was entered here, by what became of it, the newest first.
fn lists(tablet: Tablet) -> Vec<AnyView> {
    let locale = tablet.locale;
    tablet.listed.track();
    let mut all = Vec::new();
    let none =
        tablet.outbox.with_value(|outbox| outbox.entries().is_empty() && outbox.damaged() == 0);
    if none {
        all.push(view! { <p>{locale.text(&offline::NOTHING_HERE)}</p> }.into_any());
    }
    type Which = fn(&Fate) -> bool;
    let damaged = tablet.outbox.with_value(Outbox::damaged);
    let groups: [(&crate::i18n::Text, Which, usize); 5] = [
        (&offline::UNSAVED, |fate| *fate == Fate::Unsaved, 0),
        (&texts::REFUSED, |fate| matches!(fate, Fate::Refused(_) | Fate::Aside(_)), damaged),
        (&texts::HELD, |fate| matches!(fate, Fate::Held(_)), 0),
        (&offline::WAITING, |fate| matches!(fate, Fate::Saving | Fate::Waiting), 0),
        (&offline::SENT, |fate| matches!(fate, Fate::Sent(_)), 0),
    ];
    for (title, which, damaged) in groups {
        let mine: Vec<Listed> = tablet.outbox.with_value(|outbox| {
            let newest = outbox.entries().iter().rev().filter(|listed| which(&listed.fate));
            newest.cloned().collect()
        });
        if mine.len() + damaged == 0 {
            continue;
        }
        let number = locale.number(count(mine.len() + damaged));
        let title = words::labelled(locale, &locale.text(title), &number);
        let mut items: Vec<AnyView> =
            mine.iter().take(LISTED_MAX).map(|listed| line(tablet, listed)).collect();
        let unreadable = locale.text(entry_label(None));
        items.extend((0..damaged).map(|_| {
            let what = unreadable.clone();
            view! { <li><strong>{what}</strong></li> }.into_any()
        }));
        all.push(view! { <h3>{title}</h3> <ul class="entries">{items}</ul> }.into_any());
    }
    all
}

/// An entry, and what became of it.
fn line(tablet: Tablet, listed: &Listed) -> AnyView {
    let locale = tablet.locale;
    let hint = match &listed.fate {
        Fate::Sent(_) => None,
        Fate::Saving | Fate::Waiting => Some(locale.text(&offline::WAITING_HINT).into_owned()),
        Fate::Unsaved => Some(locale.text(&offline::UNSAVED_HINT).into_owned()),
        Fate::Held(fault) => {
            Some(format!("{} {}", fault_text(locale, fault), locale.text(&texts::HELD_HINT)))
        }
        Fate::Refused(fault) => {
            Some(format!("{} {}", fault_text(locale, fault), locale.text(&texts::REFUSED_HINT)))
        }
        Fate::Aside(fault) => {
            Some(format!("{} {}", fault_text(locale, fault), locale.text(&texts::ONLY_HERE_HINT)))
        }
    };
    let what = what(tablet, &listed.entry);
    view! { <li><strong>{what}</strong> {hint.map(|hint| view! { <small>{hint}</small> })}</li> }
        .into_any()
}

/// A file of everything that is not sent.
#[component]
fn Rescue() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let signal = || RwSignal::new(String::new());
    let (passphrase, said, fault) = (signal(), signal(), signal());
    let busy = RwSignal::new(false);
    let save = move || {
        said.set(String::new());
        fault.set(String::new());
        let passphrase = Some(passphrase.get_untracked()).filter(|text| !text.is_empty());
        if passphrase.as_ref().is_some_and(|text| text.chars().count() < PASSPHRASE_MIN) {
            return fault.set(locale.text(&offline::PASSPHRASE_SHORT).into());
        }
        let now = belgrade(tablet.clock.now());
        let (day, second) = (now.date(), now.time().num_seconds_from_midnight());
        busy.set(true);
        spawn_local(async move {
            let saved =
                bridge::rescue(passphrase, format!("radionica-rescue-{day}-{second}.json")).await;
            busy.set(false);
            match saved {
                Ok(entries) => said.set(locale.count(&offline::RESCUED, i64::from(entries))),
                Err(_) => fault.set(locale.text(&offline::RESCUE_FAILED).into()),
            }
        });
    };
    let waiting = move || {
        tablet.listed.track();
        tablet.unsent() > 0 || tablet.foreign.get() > 0
    };
    move || {
        waiting().then(|| {
            let parts = vec![
                view! { <p>{locale.text(&offline::RESCUE_HINT)}</p> }.into_any(),
                field(
                    "passphrase",
                    locale.text(&offline::PASSPHRASE),
                    None,
                    "password",
                    passphrase,
                ),
                trouble(fault),
                view! { <p role="status">{move || said.get()}</p> }.into_any(),
            ];
            let form = form(parts, locale.text(&offline::RESCUE), busy, Box::new(save));
            view! {
                <details class="rescue">
                    <summary>{locale.text(&offline::RESCUE)}</summary>
                    {form}
                </details>
            }
        })
    }
}

/// What was not taken at a shift, and why.
#[component]
pub fn NotTakenList(
    /// Which shift.
    shift: ShiftId,
) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    move || {
        tablet.listed.track();
        let mine: Vec<Listed> = tablet.outbox.with_value(|outbox| {
            let here = |l: &&Listed| shift_of(&l.entry.envelope.command) == Some(shift);
            outbox.not_taken().filter(here).cloned().collect()
        });
        (!mine.is_empty()).then(|| {
            let title = locale.count(&texts::NOT_TAKEN_COUNT, count(mine.len()));
            let items: Vec<AnyView> = mine.iter().map(|listed| line(tablet, listed)).collect();
            view! { <Notice tone=Tone::Warning title><ul class="entries">{items}</ul></Notice> }
        })
    }
}

/// What the entry was, with the person or shift that it speaks of.
fn what(tablet: Tablet, entry: &Entry) -> String {
    let locale = tablet.locale;
    let command = &entry.envelope.command;
    let kind = locale.text(entry_label(words::kind(command)));
    let about = match command {
        Command::MarkAttendance(mark) => Some(tablet.called(mark.person)),
        Command::RegisterPerson(new) => Some(tablet.called(new.person)),
        Command::RecordHeadcount(count) => {
            Some(words::counted(locale, count.sex, count.band, count.people))
        }
        Command::RecordOutput(made) => Some(locale.number(made.quantity)),
        _ => None,
    };
    let time = shift_of(command).and_then(|shift| {
        tablet.with_board(|board| {
            board.register(shift).map(|r| words::slot(locale, &r.shift.slot, true))
        })
    });
    let parts = [Some(kind.into_owned()), about.filter(|about| !about.is_empty()), time];
    let line = parts.into_iter().flatten().reduce(|line, part| words::pair(locale, &line, &part));
    line.unwrap_or_default()
}

/// The shift that a command concerns, if it names one.
fn shift_of(command: &Command) -> Option<ShiftId> {
    match command {
        Command::AddOneOffShift(c) => Some(c.shift),
        command => command.shift(),
    }
}
