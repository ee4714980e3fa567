//! What the server answers to a form of the page, at its top.

use super::{notice, when};
use crate::i18n::catalogue::{offline, tablets as texts};
use crate::i18n::labels::fault_text;
use crate::i18n::{Locale, Text};
use crate::ui::basics::Tone;
use chrono::{DateTime, Utc};
use domain::device::Tablets;
use domain::fault::Fault;
use domain::ids::{AccountId, DeviceId};
use leptos::prelude::*;
use std::fmt::Display;

/// What became of a form: provided by the server as context. Holds a secret, so it does not print
/// itself.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// A code by which a browser becomes this tablet.
    Code {
        /// Which tablet.
        device: DeviceId,
        /// The code, as it is read out.
        code: String,
        /// Until when it can be used.
        until: DateTime<Utc>,
    },
    /// A code by which a member of this tablet chooses a new PIN.
    Pin {
        /// Which tablet.
        device: DeviceId,
        /// Which member.
        account: AccountId,
        /// The code, as it is read out.
        code: String,
        /// Until when it can be used.
        until: DateTime<Utc>,
    },
    /// A tablet was revoked.
    Revoked,
    /// A rescue file was taken in.
    Rescued {
        /// Entries in the file.
        entries: usize,
        /// Of them: taken in, there already, held, refused.
        became: [usize; 4],
    },
    /// The form was refused.
    Refused(Fault),
    /// The rescue file was refused.
    RescueRefused(Fault),
}

/// The answer as the page shows it.
pub fn answer(locale: Locale, data: &Tablets, said: &Answer) -> AnyView {
    match said {
        Answer::Code { device, code, until } => {
            let tablet = tablet(data, *device);
            let title = locale.fill(&texts::CODE_TITLE, &[("tablet", &tablet)]);
            let button = locale.text(&offline::ENROL);
            let steps = [&texts::CODE_STEP_OPEN, &texts::CODE_STEP_TYPE, &texts::CODE_STEP_JOIN];
            let steps = steps.map(|step| locale.fill(step, &[("button", &button)]));
            once(locale, title, code, *until, steps.into())
        }
        Answer::Pin { device, account, code, until } => {
            let tablet = tablet(data, *device);
            let member = data.tablets.iter().flat_map(|t| &t.members);
            let member = member.into_iter().find(|m| m.account == *account);
            let member = member.map(|m| m.code.clone()).unwrap_or_default();
            let title = locale.fill(&texts::PIN_TITLE, &[("account", &member)]);
            let steps = [&texts::PIN_STEP_OPEN, &texts::PIN_STEP_TYPE];
            let button = locale.text(&offline::FORGOT_PIN);
            let values: [(&str, &dyn Display); 3] =
                [("tablet", &tablet), ("account", &member), ("button", &button)];
            let steps = steps.map(|step| locale.fill(step, &values));
            once(locale, title, code, *until, steps.into())
        }
        Answer::Revoked => notice(Tone::Success, locale.text(&texts::REVOKE_DONE).into_owned()),
        Answer::Rescued { entries, became } => rescued(locale, *entries, *became),
        Answer::Refused(fault) => notice(Tone::Error, fault_text(locale, fault)),
        Answer::RescueRefused(fault) => {
            let text = match fault {
                Fault::RescueUnreadable => locale.text(&texts::RESCUE_UNREADABLE).into_owned(),
                Fault::TooLarge { max } => {
                    let megabytes = max >> 20;
                    locale.fill(&texts::RESCUE_TOO_LARGE, &[("megabytes", &megabytes)])
                }
                fault => fault_text(locale, fault),
            };
            notice(Tone::Error, text)
        }
    }
}

fn tablet(data: &Tablets, device: DeviceId) -> String {
    let found = data.tablets.iter().find(|tablet| tablet.id == device);
    found.map(|tablet| tablet.code.clone()).unwrap_or_default()
}

/// A code that is shown once, with what to do.
fn once(
    locale: Locale,
    title: String,
    code: &str,
    until: DateTime<Utc>,
    steps: Vec<String>,
) -> AnyView {
    let until = when(locale, until);
    let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
    view! {
        <section class="card stack" role="status" aria-labelledby="once-title">
            <h2 id="once-title">{title}</h2>
            // Read letter by letter, not as a word.
            <p class="once" dir="ltr" translate="no">{code.to_owned()}</p>
            <p>{locale.fill(&texts::CODE_ONCE, &[("until", &until)])}</p>
            <ol>{steps}</ol>
        </section>
    }
    .into_any()
}

fn rescued(locale: Locale, entries: usize, became: [usize; 4]) -> AnyView {
    const LABELS: [&Text; 4] = [
        &texts::RESCUE_TAKEN,
        &texts::RESCUE_REPEATED,
        &texts::RESCUE_HELD,
        &texts::RESCUE_REFUSED,
    ];
    let rows = LABELS.into_iter().zip(became).filter(|(_, n)| *n > 0).map(|(label, n)| {
        view! { <li>{locale.number(n as i64)} " " {locale.text(label)}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="notice success" role="status" aria-labelledby="rescued-title">
            <strong id="rescued-title">{locale.text(&texts::RESCUE_DONE)}</strong>
            <p>{locale.count(&texts::RESCUE_ENTRIES, entries as i64)}</p>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}
