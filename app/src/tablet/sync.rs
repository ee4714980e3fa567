//! Sending what waits; the network is only how it travels.
//!
//! One request at a time, however many pages are open. After a failure everything stays where it
//! is and is tried again: after a growing pause, when the browser says that it is online, when the
//! page comes into sight, and when the facilitator asks for it. Whether there is a connection is
//! told by the requests alone.

use super::bridge::{self, Failure, Sent};
use super::outbox::Outbox;
use super::state::{Phase, Sending, Tablet, set_if_new};
use crate::i18n::catalogue::tablet as texts;
use domain::board::Board;
use domain::fault::Fault;
use domain::sync::Cursor;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use uuid::Uuid;

/// A tap is painted before it is sent, and quick taps go together.
const SOON: Duration = Duration::from_millis(60);

/// The state of the line to the server.
#[derive(Debug, Default)]
pub struct Line {
    sending: bool,
    /// Something asked for sending while it was under way.
    more: bool,
    /// How many pictures were asked for: only the last one is shown.
    pub(super) loads: u32,
    /// The picture that was asked for last comes from the server.
    pub(super) fetching: bool,
    /// Another page has written meanwhile.
    pub(super) reread: bool,
    tries: u32,
    timer: Option<TimeoutHandle>,
    /// What is known of the centre; without it the whole picture is fetched.
    pub(super) cursor: Option<Cursor>,
    pub(super) changes: u32,
    /// Ask what became of held entries.
    again: bool,
}

impl Tablet {
    /// Looks what this tablet is: an enrolled one waits for a PIN, another one fetches the centre
    /// of whoever is signed in.
    pub fn begin(self) {
        self.clock.tick();
        spawn_local(async move {
            let begun = match bridge::begin().await {
                Ok(begun) => begun,
                Err(failure) => return set_if_new(self.phase, Phase::Failed(failure)),
            };
            self.clock.learn(begun.offset);
            set_if_new(self.last_sent, begun.sent);
            set_if_new(self.members, begun.members);
            self.device.set(Some(begun.device));
            self.listen();
            if self.enrolled() {
                set_if_new(self.foreign, begun.unsent);
                set_if_new(self.phase, Phase::Locked);
                self.send_now();
            } else {
                self.load(begun.last.and_then(|last| last.centre));
            }
            if let Ok(storage) = bridge::storage().await {
                set_if_new(self.storage, Some(storage));
            }
        });
    }

    /// Hears what happens beside this page.
    fn listen(self) {
        bridge::listen(move |what| match what.as_str() {
            "kept" | "settled" => self.reread(),
            "wiped" => set_if_new(self.phase, Phase::Revoked),
            "ready" => set_if_new(self.ready, true),
            "version" => {
                set_if_new(self.version, true);
                self.take_version();
            }
            _ => {}
        });
    }

    /// Lets a new version take over where nobody is at work: the page is loaded anew then.
    pub fn take_version(self) {
        let between = match self.phase.try_get_untracked().unwrap_or(Phase::Loading) {
            Phase::Shown => !self.enrolled() && self.open.id.get_untracked().is_none(),
            Phase::Locked => true,
            _ => false,
        };
        if self.version.get_untracked() && between && self.at_risk() == 0 {
            self.take_version_now();
        }
    }

    /// The same, asked for by the facilitator; a shift that is open in another page prevents it.
    pub fn take_version_now(self) {
        spawn_local(bridge::take_version());
    }

    /// Sends what waits, and fetches what others did since: asked for by the facilitator.
    pub fn refresh(self) {
        self.clock.tick();
        if self.practice.get_untracked() {
            return;
        }
        self.line.update_value(|line| line.again = true);
        self.save_again();
        spawn_local(async move {
            bridge::try_again().await;
            self.look_up();
        });
    }

    /// The page has come into sight, or the browser says that it is online.
    pub fn look_up(self) {
        self.clock.tick();
        // A manager may have decided about them meanwhile.
        let held = self.outbox.try_with_value(Outbox::has_held) == Some(true);
        self.line.try_update_value(|line| line.again |= held);
        let known = self.line.try_with_value(|line| line.cursor.is_some()) == Some(true);
        match self.phase.try_get_untracked() {
            Some(Phase::Shown) if known => self.send_now(),
            Some(Phase::Shown | Phase::Failed(_) | Phase::NoCentre) => {
                self.load(self.centre.get_untracked());
                self.send_now();
            }
            Some(Phase::Locked) => self.send_now(),
            _ => {}
        }
    }

    /// Sends what waits, after what was tapped has been painted.
    pub(super) fn send_soon(self) {
        let idle = self.line.try_with_value(|line| line.timer.is_none() && !line.sending);
        if idle == Some(true) {
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
        let account = self.account.get_value();
        // Without an account nothing was made here, unless the tablet sends for all its members.
        if account.is_none() && !self.enrolled() {
            return;
        }
        let begun = self.line.try_update_value(|line| {
            line.more = line.sending;
            !std::mem::replace(&mut line.sending, true)
        });
        if begun != Some(true) {
            return;
        }
        let (cursor, again) = self
            .line
            .try_update_value(|line| (line.cursor, std::mem::take(&mut line.again)))
            .unwrap_or_default();
        let cursor = cursor.and_then(|cursor| serde_json::to_string(&cursor).ok());
        let sender = account.filter(|_| !self.enrolled());
        if self.waiting() > 0 {
            set_if_new(self.sending, Sending::Running(self.waiting()));
        }
        spawn_local(async move {
            let sent = bridge::sync(sender, cursor, again).await;
            // The page may be gone by now.
            if self.line.try_update_value(|line| line.sending = false).is_none() {
                return;
            }
            match sent {
                Ok(sent) => self.was_sent(sent),
                Err(failure) => self.failed(failure),
            }
        });
    }

    fn was_sent(self, sent: Sent) {
        let Sent { settled, changes, revoked, offset, failed, foreign } = sent;
        set_if_new(self.foreign, foreign);
        if let Some(offset) = offset {
            self.clock.learn(offset);
            set_if_new(self.last_sent, Some(self.clock.now()));
        }
        let not_applied = self.outbox.try_update_value(|outbox| outbox.settle(settled));
        let not_applied = not_applied.unwrap_or(0);
        self.listed.update(|listed| *listed += 1);
        if let Some(changes) = changes {
            self.take_changes(changes);
        }
        if not_applied > 0 {
            let count = i64::try_from(not_applied).unwrap_or(i64::MAX);
            self.open.said.set(self.locale.count(&texts::NOT_TAKEN_COUNT, count));
            // What was not applied is shown as such, and not on the board.
            self.reread();
        }
        if let Some(failed) = failed {
            let failure = Failure::from(failed);
            return match failure {
                Failure::Forbidden(Fault::DeviceRevoked) => self.wipe(),
                failure => self.failed(failure),
            };
        }
        self.line.update_value(|line| line.tries = 0);
        set_if_new(self.stale, None);
        if revoked {
            return self.wipe();
        }
        let more = self.line.try_update_value(|line| std::mem::take(&mut line.more));
        set_if_new(self.sending, Sending::Saved);
        if more == Some(true) {
            self.send();
        }
    }

    /// The server has not answered: everything stays, and the next try comes.
    fn failed(self, failure: Failure) {
        let tries = self.line.try_update_value(|line| {
            line.more = false;
            line.tries += 1;
            line.tries
        });
        let unsent = self.waiting();
        if unsent > 0 {
            set_if_new(self.sending, Sending::Failed(unsent, failure.clone()));
        } else {
            set_if_new(self.sending, Sending::Saved);
        }
        set_if_new(self.stale, Some(failure));
        // The last bits of an id are random.
        let random = Uuid::now_v7().as_u128() as u32;
        self.send_after(pause(tries.unwrap_or(1), random));
    }

    /// Brings the number in the bar up to date.
    pub(super) fn show_sending(self) {
        self.listed.update(|listed| *listed += 1);
        let unsent = self.waiting();
        if unsent == 0 {
            return;
        }
        // Between two tries it is not on its way, whatever waits.
        let shown = match (self.sending.get_untracked(), self.stale.get_untracked()) {
            (Sending::Failed(_, failure), _) | (_, Some(failure)) => {
                Sending::Failed(unsent, failure)
            }
            _ => Sending::Running(unsent),
        };
        set_if_new(self.sending, shown);
    }

    /// The tablet was revoked: what is handed in does not stay here, nor does any name.
    pub(super) fn wipe(self) {
        spawn_local(async move {
            let left = bridge::wipe().await;
            set_if_new(self.foreign, left);
            let revoked = || Failure::Forbidden(Fault::DeviceRevoked);
            let sending = if left > 0 { Sending::Failed(left, revoked()) } else { Sending::Saved };
            set_if_new(self.sending, sending);
            self.outbox.try_update_value(|outbox| *outbox = Outbox::default());
            self.board.try_update_value(|board| *board = Board::default());
            self.open.id.set(None);
            set_if_new(self.phase, Phase::Revoked);
        });
    }
}

/// How long to wait after `tries` failures in a row: twice as long each time, from 1 to 30
/// seconds, and a random part of it, so that the tablets of a room do not all come back at once.
fn pause(tries: u32, random: u32) -> Duration {
    let longest = 1_000_u64.saturating_mul(1 << tries.min(5)).min(30_000);
    let share = u64::from(random) * (longest - 1_000) / u64::from(u32::MAX);
    Duration::from_millis(longest.midpoint(1_000) + share / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_is_bounded() {
        for tries in 0..70 {
            for random in [0, 1, u32::MAX / 2, u32::MAX] {
                let pause = pause(tries, random);
                assert!(Duration::from_secs(1) <= pause && pause <= Duration::from_secs(30));
            }
        }
        assert_eq!(pause(0, 0), Duration::from_secs(1));
        assert_eq!(pause(99, u32::MAX), Duration::from_secs(30));
        assert!(pause(3, 0) < pause(3, u32::MAX));
    }
}
