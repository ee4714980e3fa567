//! The picture of the centre: from the server, or as it was kept, with what was entered here since
//! and what others changed.

use super::bridge::{self, Failure, KeptEntries, Loaded};
use super::state::{Phase, Tablet, set_if_new};
use domain::board::Board;
use domain::fault::Fault;
use domain::ids::CentreId;
use domain::snapshot::{CentreBrief, Snapshot};
use domain::sync::Cursor;
use leptos::leptos_dom::helpers::location;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where an account signs in.
const SIGN_IN: &str = "/sign-in?next=/tablet";
/// The same for a session that ran out.
const SIGN_IN_AGAIN: &str = "/sign-in?fault=session_expired&next=/tablet";
/// After so many changes the whole picture is fetched again, so that what is kept stays short.
const CHANGES_MAX: u32 = 200;

impl Tablet {
    /// Shows another centre.
    pub fn change_centre(self, centre: CentreBrief) {
        self.load(centre.id);
    }

    /// Fetches a centre, or the account's first one; offline, what was kept of it.
    pub(super) fn load(self, centre: Option<CentreId>) {
        self.load_from(centre, true);
    }

    /// Looks once more into the tablet's database: another page has written there.
    pub(super) fn reread(self) {
        let shown = self.phase.try_get_untracked() == Some(Phase::Shown);
        if shown && !self.practice.get_untracked() {
            self.load_from(self.centre.get_untracked(), false);
        }
    }

    fn load_from(self, centre: Option<CentreId>, fetching: bool) {
        let load = self.line.try_update_value(|line| {
            if !fetching && line.fetching {
                // It must not take the place of a centre that is on its way.
                line.reread = true;
                return None;
            }
            line.loads += 1;
            line.fetching = fetching;
            Some(line.loads)
        });
        let Some(load) = load.flatten() else { return };
        spawn_local(async move {
            let mut answer = bridge::load(centre, fetching).await;
            let closed = |loaded: &Loaded| {
                matches!(loaded.failed.clone().map(Failure::from), Some(Failure::Forbidden(_)))
            };
            if centre.is_some() && answer.as_ref().is_ok_and(closed) {
                // The centre that was shown last may be closed to this account by now.
                answer = bridge::load(None, fetching).await;
            }
            let reread = self.line.try_update_value(|line| {
                (line.loads == load).then(|| {
                    line.fetching = false;
                    std::mem::take(&mut line.reread)
                })
            });
            // The page may be gone, or another centre wanted by now.
            let Some(reread) = reread.flatten() else { return };
            match answer {
                Ok(loaded) => self.take_loaded(loaded),
                Err(failure) => self.not_loaded(failure),
            }
            if reread {
                self.reread();
            }
        });
    }

    fn take_loaded(self, loaded: Loaded) {
        let Loaded { pictures, entries, offset, failed } = loaded;
        if let Some(offset) = offset {
            self.clock.learn(offset);
        }
        let failure = failed.map(Failure::from);
        if failure == Some(Failure::Forbidden(Fault::DeviceRevoked)) {
            return self.send_now();
        }
        if pictures.is_empty() {
            return self.not_loaded(failure.unwrap_or(Failure::Unreachable));
        }
        if offset.is_some() {
            set_if_new(self.stale, None);
        } else if failure.is_some() {
            set_if_new(self.stale, failure);
        }
        let first = self.phase.get_untracked() != Phase::Shown;
        set_if_new(
            self.nameless,
            match (offset, first) {
                (Some(_), _) => false,
                (None, true) => self.who.with_untracked(Option::is_none),
                (None, false) => self.nameless.get_untracked(),
            },
        );
        self.take_pictures(pictures, entries);
        if offset.is_some() && self.unsent() > 0 {
            self.send_now();
        }
    }

    fn take_pictures(self, pictures: Vec<Snapshot>, entries: KeptEntries) {
        let Some(last) = pictures.last() else { return };
        let cursor = Cursor { centre: last.centre, head: last.head, day: last.day };
        let count = u32::try_from(pictures.len()).unwrap_or(CHANGES_MAX);
        self.account.set_value(last.account);
        let mut pictures = pictures.into_iter();
        let mut board = pictures.next().map(Board::new).unwrap_or_default();
        pictures.for_each(|changes| board.merge(changes));
        set_if_new(self.foreign, entries.foreign);
        self.outbox.update_value(|outbox| {
            outbox.restore(entries);
            for entry in outbox.since(cursor.head) {
                board.take(&entry.envelope, entry.identity.as_ref());
            }
        });
        self.line.update_value(|line| {
            (line.cursor, line.changes) = (Some(cursor), count);
        });
        // Without a PIN names are in this page's memory only.
        self.board.with_value(|before| {
            if before.centre == board.centre && self.who.with_untracked(Option::is_none) {
                board.recall_names(before);
            }
        });
        let phase = if board.centres.is_empty() { Phase::NoCentre } else { Phase::Shown };
        set_if_new(self.centres, board.centres.clone());
        set_if_new(self.centre, board.centre);
        self.board.set_value(board);
        self.show();
        self.show_sending();
        self.loaded.update(|loaded| *loaded += 1);
        set_if_new(self.phase, phase);
        self.take_version();
    }

    /// Nothing is known of the centre any more: the whole picture comes next.
    pub(super) fn forget_cursor(self) {
        self.line.update_value(|line| {
            line.cursor = None;
            // An answer that is on its way is for somebody else.
            line.loads += 1;
            line.fetching = false;
        });
    }

    /// What others did in this centre since.
    pub(super) fn take_changes(self, changes: Snapshot) {
        let here = self
            .line
            .try_with_value(|line| line.cursor.is_some_and(|known| known.centre == changes.centre));
        if here != Some(true) || self.practice.get_untracked() {
            return;
        }
        if changes.since.is_none() {
            return self.reread();
        }
        let cursor = Cursor { centre: changes.centre, head: changes.head, day: changes.day };
        self.board.update_value(|board| {
            board.merge(changes);
            self.outbox.with_value(|outbox| {
                for entry in outbox.since(cursor.head) {
                    board.take(&entry.envelope, entry.identity.as_ref());
                }
            });
        });
        self.line.update_value(|line| {
            line.changes += 1;
            line.cursor = (line.changes < CHANGES_MAX).then_some(cursor);
        });
        self.show();
    }

    fn not_loaded(self, failure: Failure) {
        if self.phase.get_untracked() == Phase::Shown {
            return set_if_new(self.stale, Some(failure));
        }
        match &failure {
            Failure::SignIn(fault) if !self.enrolled() && self.at_risk() == 0 => {
                // Whoever comes for the first time is told nothing of a session.
                let first = *fault == Fault::NotSignedIn;
                let _ = location().set_href(if first { SIGN_IN } else { SIGN_IN_AGAIN });
            }
            _ => set_if_new(self.phase, Phase::Failed(failure)),
        }
    }
}
