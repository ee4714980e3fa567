//! Sending the outbox and fetching snapshots.
//!
//! One request to send at a time. After a failure everything stays in the outbox and is tried
//! again: after a growing pause, when the browser says that it is online, when the page comes
//! into sight, and when the facilitator asks for it. Whether there is a connection is told by
//! the requests alone.

use super::browser;
use super::net::{self, Failure};
use super::outbox::Outbox;
use super::state::{Phase, Sending, Tablet, set_if_new};
use crate::i18n::catalogue::tablet as texts;
use domain::board::Board;
use domain::fault::Fault;
use domain::ids::CentreId;
use domain::snapshot::{CentreBrief, Snapshot};
use domain::sync::SyncAnswer;
use leptos::leptos_dom::helpers::{TimeoutHandle, location, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use uuid::Uuid;

/// Where an account signs in again; the outbox must be empty, because it goes with the page.
const SIGN_IN: &str = "/sign-in?next=/tablet";
/// The same for a session that ran out.
const SIGN_IN_AGAIN: &str = "/sign-in?fault=session_expired&next=/tablet";
/// The centre that was shown last, kept in the browser.
const CENTRE_KEY: &str = "radionica-centre";
/// A tap is painted before it is sent, and quick taps go together.
const SOON: Duration = Duration::from_millis(60);

/// The state of the line to the server.
#[derive(Debug, Default)]
pub struct Line {
    sending: bool,
    /// How many snapshots were asked for: only the last one is shown.
    loads: u32,
    tries: u32,
    timer: Option<TimeoutHandle>,
    /// Something was not taken: the board shows more than the server knows.
    ahead: bool,
}

impl Tablet {
    /// Fetches the centre that was shown last, or the account's first one.
    pub fn begin(self) {
        self.clock.tick();
        self.load(browser::recall(CENTRE_KEY).and_then(|id| id.parse().ok()));
    }

    /// How many entries would go with the page; not tracked.
    pub fn at_risk(self) -> usize {
        self.outbox.try_with_value(Outbox::only_here).unwrap_or(0)
    }

    /// Sends what waits, and then fetches a fresh snapshot.
    pub fn refresh(self) {
        self.clock.tick();
        self.outbox.update_value(Outbox::try_refused_again);
        self.show_not_taken();
        if self.unsent() > 0 {
            self.line.update_value(|line| line.ahead = true);
            self.send_now();
        } else {
            self.load(self.centre.get_untracked());
        }
    }

    /// The page has come into sight, or the browser says that it is online: what waits is sent;
    /// when nothing waits, what others did since is fetched.
    pub fn look_up(self) {
        self.clock.tick();
        if self.unsent() > 0 {
            self.send_now();
        } else if self.phase.try_get_untracked() != Some(Phase::Loading) {
            self.load(self.centre.get_untracked());
        }
    }

    /// Shows another centre as soon as everything of this one is sent.
    pub fn change_centre(self, centre: CentreBrief) {
        if self.unsent() == 0 {
            self.load(centre.id);
        } else {
            self.wanted.set(Some(centre));
            self.send_now();
        }
    }

    /// Sends what waits, after what was tapped has been painted.
    pub(super) fn send_soon(self) {
        let idle = self.line.with_value(|line| line.timer.is_none() && !line.sending);
        if idle {
            self.send_after(SOON);
        }
        self.show_sending();
    }

    /// Sends what waits at once.
    pub fn send_now(self) {
        if let Some(timer) = self.line.try_update_value(|line| line.timer.take()).flatten() {
            timer.clear();
        }
        self.send();
    }

    fn send_after(self, pause: Duration) {
        let timer = set_timeout_with_handle(move || self.send_now(), pause);
        self.line.try_update_value(|line| line.timer = timer.ok());
    }

    fn send(self) {
        let next = self.outbox.try_with_value(Outbox::request).flatten();
        let Some((count, body)) = next else { return };
        let began = self.line.try_update_value(|line| !std::mem::replace(&mut line.sending, true));
        if began != Some(true) {
            return;
        }
        set_if_new(self.sending, Sending::Running(self.unsent()));
        spawn_local(async move {
            let asked = self.clock.raw();
            let answer = net::sync(body).await;
            // The page may be gone by now.
            if self.line.try_update_value(|line| line.sending = false).is_none() {
                return;
            }
            match answer {
                Ok(SyncAnswer { now, outcomes, .. }) => {
                    self.clock.hear(now, asked);
                    match self.outbox.try_update_value(|o| o.settle(count, outcomes)).flatten() {
                        Some(not_taken) => self.went_through(not_taken > 0),
                        None => self.failed(Failure::Unreachable),
                    }
                }
                Err(Failure::Refused(fault)) => {
                    let aside = self.outbox.try_update_value(|o| o.refused(count, fault));
                    self.went_through(aside == Some(true));
                }
                Err(failure) => self.failed(failure),
            }
        });
    }

    /// The server has answered: on with what is left.
    fn went_through(self, not_taken: bool) {
        let ahead = self.line.try_update_value(|line| {
            line.tries = 0;
            line.ahead |= not_taken;
            line.ahead
        });
        if not_taken {
            self.show_not_taken();
            let count = self.not_taken.with_untracked(Vec::len);
            let said =
                self.locale.count(&texts::NOT_TAKEN_COUNT, i64::try_from(count).unwrap_or(0));
            self.open.said.set(said);
        }
        if self.unsent() > 0 {
            return self.send_now();
        }
        set_if_new(self.sending, Sending::Saved);
        set_if_new(self.stale, None);
        if let Some(centre) = self.wanted.try_update(Option::take).flatten() {
            self.load(centre.id);
        } else if ahead == Some(true) {
            self.load(self.centre.get_untracked());
        }
    }

    /// The server has not answered: everything stays, and the next try comes.
    fn failed(self, failure: Failure) {
        let tries = self.line.try_update_value(|line| {
            line.tries += 1;
            line.tries
        });
        set_if_new(self.wanted, None);
        set_if_new(self.sending, Sending::Failed(self.unsent(), failure));
        // The last bits of an id are random.
        let random = Uuid::now_v7().as_u128() as u32;
        self.send_after(net::pause(tries.unwrap_or(1), random));
    }

    fn show_not_taken(self) {
        let not_taken = self.outbox.with_value(|outbox| outbox.not_taken().to_vec());
        set_if_new(self.not_taken, not_taken);
    }

    /// Brings the number in the bar up to date.
    fn show_sending(self) {
        let unsent = self.unsent();
        if unsent == 0 {
            return;
        }
        let shown = match self.sending.get_untracked() {
            Sending::Failed(_, failure) => Sending::Failed(unsent, failure),
            _ => Sending::Running(unsent),
        };
        set_if_new(self.sending, shown);
    }

    fn load(self, centre: Option<CentreId>) {
        let count = |line: &mut Line| {
            line.loads += 1;
            line.loads
        };
        let load = self.line.try_update_value(count);
        spawn_local(async move {
            let asked = self.clock.raw();
            let mut answer = net::snapshot(centre).await;
            if centre.is_some() && matches!(answer, Err(Failure::Forbidden(_))) {
                // The centre that was shown last may be closed to this account by now.
                answer = net::snapshot(None).await;
            }
            // The page may be gone, or another centre wanted by now.
            if self.line.try_with_value(|line| line.loads) != load {
                return;
            }
            match answer {
                Ok(snapshot) => {
                    self.clock.hear(snapshot.now, asked);
                    self.take_snapshot(snapshot);
                }
                Err(failure) => self.not_loaded(failure),
            }
        });
    }

    fn take_snapshot(self, snapshot: Snapshot) {
        let fits = self.outbox.try_update_value(|outbox| outbox.is_of(snapshot.account));
        if fits == Some(false) {
            // Somebody else has signed in: what is here is not for their eyes, but it is kept
            // until it is sent.
            if self.at_risk() > 0 {
                self.not_loaded(Failure::Busy(Fault::OtherAccount));
            } else {
                let _ = location().reload();
            }
            return;
        }
        self.line.update_value(|line| line.ahead = false);
        let since = self.outbox.try_update_value(|outbox| outbox.since(snapshot.head));
        let mut board = Board::new(snapshot);
        for entry in since.unwrap_or_default() {
            board.take(&entry.envelope, entry.identity.as_ref());
        }
        let centre = board.centre;
        if let Some(id) = centre {
            browser::remember(CENTRE_KEY, &id.to_string());
        }
        let phase = if board.centres.is_empty() { Phase::NoCentre } else { Phase::Shown };
        set_if_new(self.centres, board.centres.clone());
        set_if_new(self.centre, centre);
        set_if_new(self.stale, None);
        self.board.set_value(board);
        self.show();
        self.loaded.update(|loaded| *loaded += 1);
        set_if_new(self.phase, phase);
    }

    fn not_loaded(self, failure: Failure) {
        if let (Failure::SignIn(fault), 0) = (&failure, self.at_risk()) {
            // Whoever comes for the first time is told nothing of a session.
            let first = *fault == Fault::NotSignedIn;
            let _ = location().set_href(if first { SIGN_IN } else { SIGN_IN_AGAIN });
        } else if self.phase.get_untracked() == Phase::Shown {
            set_if_new(self.stale, Some(failure));
        } else {
            set_if_new(self.phase, Phase::Failed(failure));
        }
    }
}
