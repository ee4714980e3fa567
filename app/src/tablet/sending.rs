//! How sending goes: a word in the bar, and behind it what waits and what was not taken.

use super::dialog::Dialog;
use super::failure_text;
use super::net::Failure;
use super::outbox::{Fate, NotTaken};
use super::state::{Sending, Tablet};
use super::words;
use crate::i18n::catalogue::{common, sign_in, tablet as texts};
use crate::i18n::labels::{entry_label, fault_text};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone, icon};
use domain::command::Command;
use domain::ids::ShiftId;
use leptos::prelude::*;

/// The word in the bar; a tap on it tells more.
#[component]
pub fn SendingChip() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = RwSignal::new(false);
    let shown = Memo::new(move |_| chip(tablet));
    // Only what needs somebody is read out: not each tap that is sent.
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
        <Dialog open id="sending" title=locale.text(&texts::SENDING_TITLE)>
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

/// The state and the word for it.
fn chip(tablet: Tablet) -> (&'static str, String) {
    let locale = tablet.locale;
    let not_taken = count(tablet.not_taken.with(Vec::len));
    let stale = tablet.stale.with(Option::is_some);
    match tablet.sending.get() {
        Sending::Failed(unsent, _) => ("failed", locale.count(&texts::UNSENT_COUNT, count(unsent))),
        Sending::Running(unsent) => ("sending", locale.count(&texts::SENDING_COUNT, count(unsent))),
        Sending::Saved if not_taken > 0 => {
            ("failed", locale.count(&texts::NOT_TAKEN_COUNT, not_taken))
        }
        Sending::Saved if stale => ("offline", locale.text(&texts::NO_CONNECTION).into()),
        Sending::Saved => ("saved", locale.text(&texts::ALL_SENT).into()),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[component]
fn Details() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let line = move || match (tablet.sending.get(), tablet.stale.get()) {
        (Sending::Running(_), _) => view! { <p>{locale.text(&texts::SENDING)}</p> }.into_any(),
        (Sending::Failed(_, failure), _) => {
            let link = matches!(failure, Failure::SignIn(_)).then(|| {
                // In a tab of its own: what waits is on this page only.
                view! {
                    <div class="row">
                        <a class="button" href="/sign-in" target="_blank" rel="external">
                            {locale.text(&sign_in::TITLE)}
                        </a>
                    </div>
                }
            });
            view! {
                <Notice tone=Tone::Warning title=locale.text(&texts::NOT_SENT)>
                    <p>{failure_text(tablet, &failure)}</p>
                    <p>{locale.text(&texts::KEEP_OPEN)}</p>
                    {link}
                </Notice>
            }
            .into_any()
        }
        (Sending::Saved, Some(failure)) => view! {
            <Notice tone=Tone::Warning title=locale.text(&texts::LOAD_FAILED)>
                <p>{failure_text(tablet, &failure)}</p>
            </Notice>
        }
        .into_any(),
        (Sending::Saved, None) => {
            view! { <Notice tone=Tone::Success title=locale.text(&texts::ALL_SENT)/> }.into_any()
        }
    };
    view! {
        {line}
        <NotTakenList/>
    }
    .into_any()
}

/// What was not taken, and why: all of it, or that of a shift.
#[component]
pub fn NotTakenList(
    /// Only what concerns this shift.
    #[prop(optional)]
    shift: Option<ShiftId>,
) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    move || {
        let all = tablet.not_taken.get();
        let mine: Vec<_> = all
            .into_iter()
            .filter(|n| shift.is_none() || shift_of(&n.entry.envelope.command) == shift)
            .collect();
        (!mine.is_empty()).then(|| {
            let title = locale.count(&texts::NOT_TAKEN_COUNT, count(mine.len()));
            let items = mine
                .iter()
                .map(|not_taken| {
                    view! {
                        <p>
                            <strong>{what(tablet, not_taken)}</strong> " "
                            {fault_text(locale, &not_taken.fault)} " " {fate(locale, not_taken.fate)}
                        </p>
                    }
                })
                .collect_view();
            view! { <Notice tone=Tone::Warning title>{items}</Notice> }
        })
    }
}

/// What the entry was, with the person or shift that it speaks of.
fn what(tablet: Tablet, not_taken: &NotTaken) -> String {
    let locale = tablet.locale;
    let command = &not_taken.entry.envelope.command;
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

fn fate(locale: Locale, fate: Fate) -> std::borrow::Cow<'static, str> {
    let text: &Text = match fate {
        Fate::Held => &texts::HELD_HINT,
        Fate::Rejected => &texts::REFUSED_HINT,
        Fate::OnlyHere => &texts::ONLY_HERE_HINT,
    };
    locale.text(text)
}

/// The shift that a command concerns, if it names one.
fn shift_of(command: &Command) -> Option<ShiftId> {
    match command {
        Command::MarkAttendance(c) => Some(c.shift),
        Command::RecordHeadcount(c) => Some(c.shift),
        Command::RecordOutput(c) => Some(c.shift),
        Command::CloseShift(c) => Some(c.shift),
        Command::ReopenShift(c) => Some(c.shift),
        Command::CancelShift(c) => Some(c.shift),
        _ => None,
    }
}
