//! Who opens an enrolled tablet, and how a browser becomes one.
//!
//! Everybody who signed in here once opens it with a PIN, also without the network. Signing in the
//! first time, and after a forgotten PIN, needs the network once. What is behind the PIN is told in
//! `docs/offline.md`.

use super::bridge::{self, Failure, Member};
use super::failure_text;
use super::field::{button, field, form, is_pin, trouble};
use super::sending::SendingChip;
use super::state::{Phase, Tablet, set_if_new};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, offline as texts, sign_in};
use crate::ui::basics::{Notice, Tone, picto};
use domain::board::Board;
use domain::sync::JoinRequest;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where somebody stands on the way in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Who is it?
    Who,
    /// The PIN of a member.
    Pin(Member),
    /// Proving who one is, with the password or a code.
    Join { with_code: bool },
    /// Choosing a PIN.
    Choose,
}

impl Tablet {
    /// Closes an enrolled tablet again: what is behind the PIN leaves the page.
    pub fn lock(self) {
        bridge::lock();
        self.end_practice();
        self.who.set(None);
        self.account.set_value(None);
        self.board.set_value(Board::default());
        // What waits is nobody's now, and goes all the same.
        set_if_new(self.foreign, self.waiting());
        self.outbox.update_value(|outbox| outbox.forget_saved());
        self.steps.update_value(|steps| steps.clear());
        self.forget_cursor();
        self.choose(None);
        set_if_new(self.phase, Phase::Locked);
        self.take_version();
    }

    /// Locks an enrolled tablet that nobody has touched for a while.
    pub fn lock_when_idle(self) {
        /// Seconds.
        const IDLE: f64 = 900.0;
        let open = self.who.with_untracked(Option::is_some);
        if open && bridge::idle() > IDLE && self.at_risk() == 0 {
            self.lock();
        }
    }

    fn let_in(self, member: Member) {
        self.members.update(|members| {
            members.retain(|known| known.account != member.account);
            members.push(Member { name: None, ..member.clone() });
        });
        self.account.set_value(Some(member.account));
        self.who.set(Some(member));
        set_if_new(self.phase, Phase::Loading);
        self.load(None);
    }
}

/// In the place of the shifts while an enrolled tablet is locked.
#[component]
pub fn Gate() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let none = tablet.members.with_untracked(Vec::is_empty);
    let step = RwSignal::new(if none { Step::Join { with_code: false } } else { Step::Who });
    let title = move || {
        let code = tablet.device.with(|d| d.as_ref().and_then(|d| d.code.clone()));
        locale.fill(&texts::TABLET_CODE, &[("code", &code.unwrap_or_default())])
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate-card">
                <p class="muted">{title}</p>
                {move || match step.get() {
                    Step::Who => who(tablet, step),
                    Step::Pin(member) => pin(tablet, step, member),
                    Step::Join { with_code } => join(tablet, step, with_code),
                    Step::Choose => choose(tablet),
                }}
            </div>
        </main>
    }
    .into_any()
}

fn who(tablet: Tablet, step: RwSignal<Step>) -> AnyView {
    let locale = tablet.locale;
    let mut members = tablet.members.get_untracked();
    members.sort_by(|a, b| a.code.cmp(&b.code));
    let members: Vec<_> = members
        .into_iter()
        .map(|member| {
            let label = member.code.clone().into();
            button("button big", label, Box::new(move || step.set(Step::Pin(member.clone()))))
        })
        .collect();
    let other = button(
        "button quiet",
        locale.text(&texts::SOMEBODY_ELSE),
        Box::new(move || step.set(Step::Join { with_code: false })),
    );
    view! { <h1>{locale.text(&texts::WHO_ARE_YOU)}</h1> {members} {other} }.into_any()
}

fn pin(tablet: Tablet, step: RwSignal<Step>, member: Member) -> AnyView {
    let locale = tablet.locale;
    let (typed, fault) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let title = locale.fill(&texts::PIN_OF, &[("code", &member.code)]);
    let open = move || {
        let member = member.clone();
        busy.set(true);
        spawn_local(async move {
            let tried = bridge::unlock(member.account, typed.get_untracked()).await;
            busy.set(false);
            match tried.map(|tried| (tried.wait, tried.name)) {
                Ok((None, name)) => tablet.let_in(Member { name, ..member }),
                Ok((Some(wait), _)) => {
                    typed.set(String::new());
                    fault.set(wrong_pin(locale, wait));
                }
                Err(failure) => fault.set(failure_text(tablet, &failure)),
            }
        });
    };
    let parts = vec![field("pin", title.into(), None, "pin", typed), trouble(fault)];
    let back = button("button", locale.text(&common::BACK), Box::new(move || step.set(Step::Who)));
    let forgot = button(
        "button quiet",
        locale.text(&texts::FORGOT_PIN),
        Box::new(move || step.set(Step::Join { with_code: true })),
    );
    view! {
        {form(parts, locale.text(&texts::OPEN_TABLET), busy, Box::new(open))}
        <div class="row">{back} {forgot}</div>
    }
    .into_any()
}

/// A wrong PIN, and how long to wait.
pub fn wrong_pin(locale: Locale, wait: i64) -> String {
    let seconds = (wait + 999) / 1_000;
    let time = match seconds {
        ..=0 => return locale.text(&texts::PIN_WRONG).into_owned(),
        1..=90 => locale.count(&texts::SECONDS, seconds),
        _ => locale.count(&texts::MINUTES, (seconds + 59) / 60),
    };
    locale.fill(&texts::PIN_WAIT, &[("time", &time)])
}

fn join(tablet: Tablet, step: RwSignal<Step>, with_code: bool) -> AnyView {
    let locale = tablet.locale;
    let signal = || RwSignal::new(String::new());
    let (login, password, code, fault) = (signal(), signal(), signal(), signal());
    let busy = RwSignal::new(false);
    let prove = move || {
        let request = if with_code {
            JoinRequest::Code { code: code.get_untracked() }
        } else {
            let login = login.get_untracked().trim().to_lowercase();
            JoinRequest::Password { login, password: password.get_untracked() }
        };
        busy.set(true);
        spawn_local(async move {
            let joined = bridge::join(&request).await;
            busy.set(false);
            match joined {
                Ok(_) => step.set(Step::Choose),
                Err(Failure::SignIn(wrong) | Failure::Forbidden(wrong)) => {
                    fault.set(crate::i18n::labels::fault_text(locale, &wrong));
                }
                Err(failure) => fault.set(failure_text(tablet, &failure)),
            }
        });
    };
    let parts = if with_code {
        let hint = locale.text(&texts::FORGOT_PIN_HINT);
        vec![
            field("code", locale.text(&texts::ONE_TIME_CODE), Some(hint), "code", code),
            trouble(fault),
        ]
    } else {
        vec![
            field("login", locale.text(&sign_in::USER_NAME), None, "text", login),
            field("password", locale.text(&sign_in::PASSWORD), None, "password", password),
            trouble(fault),
        ]
    };
    let other = if with_code { &texts::WITH_PASSWORD } else { &texts::WITH_CODE };
    let turn = button(
        "button quiet",
        locale.text(other),
        Box::new(move || step.set(Step::Join { with_code: !with_code })),
    );
    let back = (!tablet.members.with_untracked(Vec::is_empty)).then(|| {
        button("button", locale.text(&common::BACK), Box::new(move || step.set(Step::Who)))
    });
    view! {
        <h1>{locale.text(&texts::JOIN_TITLE)}</h1>
        <p>{locale.text(&texts::JOIN_HINT)}</p>
        {form(parts, locale.text(&texts::GO_ON), busy, Box::new(prove))}
        <div class="row">{back} {turn}</div>
    }
    .into_any()
}

fn choose(tablet: Tablet) -> AnyView {
    let locale = tablet.locale;
    let signal = || RwSignal::new(String::new());
    let (first, second, fault) = (signal(), signal(), signal());
    let busy = RwSignal::new(false);
    let save = move || {
        let pin = first.get_untracked();
        let wrong = if !is_pin(&pin) {
            Some(&texts::PIN_FORM)
        } else if pin != second.get_untracked() {
            Some(&texts::PINS_DIFFER)
        } else {
            None
        };
        if let Some(wrong) = wrong {
            return fault.set(locale.text(wrong).into_owned());
        }
        busy.set(true);
        spawn_local(async move {
            let chosen = bridge::choose_pin(pin).await;
            busy.set(false);
            match chosen {
                Ok(member) => tablet.let_in(member),
                Err(failure) => fault.set(failure_text(tablet, &failure)),
            }
        });
    };
    let hint = locale.text(&texts::PIN_HINT);
    let parts = vec![
        field("pin", locale.text(&texts::PIN), Some(hint), "pin", first),
        field("pin-again", locale.text(&texts::PIN_AGAIN), None, "pin", second),
        trouble(fault),
    ];
    view! {
        <h1>{locale.text(&texts::CHOOSE_PIN)}</h1>
        <p>{locale.text(&texts::CHOOSE_PIN_HINT)}</p>
        {form(parts, locale.text(&texts::SAVE_PIN), busy, Box::new(save))}
    }
    .into_any()
}

/// Makes this browser a tablet of the centre, by the manager's code.
#[component]
pub fn Enrol(
    /// The menu that it stands in: closed when it is done, or it would lie over the next page.
    menu: RwSignal<bool>,
) -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let (code, fault) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let enrol = move || {
        busy.set(true);
        spawn_local(async move {
            let enrolled = bridge::enrol(&code.get_untracked()).await;
            busy.set(false);
            match enrolled {
                Ok(device) => {
                    menu.set(false);
                    tablet.device.set(Some(device));
                    tablet.lock();
                }
                Err(Failure::SignIn(wrong)) => {
                    fault.set(crate::i18n::labels::fault_text(locale, &wrong));
                }
                Err(failure) => fault.set(failure_text(tablet, &failure)),
            }
        });
    };
    let hint = locale.text(&texts::ENROL_HINT);
    let parts = vec![
        field("enrol-code", locale.text(&texts::ONE_TIME_CODE), Some(hint), "code", code),
        trouble(fault),
    ];
    form(parts, locale.text(&texts::ENROL_NOW), busy, Box::new(enrol))
}

/// A revoked tablet: nothing is here any more, or only what a rescue file can carry away.
#[component]
pub fn Revoked() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let left = tablet.foreign.get_untracked() > 0;
    let text = if left { &texts::REVOKED_LEFT } else { &texts::REVOKED_HINT };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate-card">
                {picto("key")}
                <h1>{locale.text(&texts::REVOKED_TITLE)}</h1>
                <Notice tone=Tone::Warning title=locale.text(text)/>
                {left.then(|| view! { <SendingChip/> })}
            </div>
        </main>
    }
    .into_any()
}
