//! Whatever is entered goes into the tablet's database first: it is painted as done when it is there.

use super::bridge::{self, Keeping, ToKeep};
use super::made::Made;
use super::outbox::{Entry, Outbox};
use super::state::{Saving, Tablet, set_if_new};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

impl Tablet {
    /// Saves what was just made; then it is done, and is sent.
    pub(super) fn save(self, entries: Vec<Arc<Entry>>) {
        let Some(account) = self.account.get_value() else { return };
        let centre = self.with_board(|board| board.centre);
        spawn_local(async move {
            let items: Vec<_> = entries
                .iter()
                .filter_map(|entry| {
                    let bytes = Made::bytes(&entry.envelope)?;
                    Some(ToKeep { bytes, identity: entry.identity.as_ref() })
                })
                .collect();
            let keeping = bridge::keep(account, centre, &items).await;
            let full = matches!(&keeping, Ok(Keeping::Trouble(why)) if why == "full");
            self.outbox.try_update_value(|outbox| match keeping {
                Ok(Keeping::Places(places)) => outbox.saved(&entries, &places),
                Ok(Keeping::Settled(settled)) => outbox.not_saved(&entries, Some(settled)),
                Ok(Keeping::Trouble(_)) | Err(_) => outbox.not_saved(&entries, None),
            });
            let unsaved = self.outbox.try_with_value(|outbox| !outbox.unsaved().is_empty());
            let saving = match unsaved {
                Some(true) => Saving::Failed { full },
                _ if self.at_risk() > 0 => Saving::Running,
                _ => Saving::Done,
            };
            set_if_new(self.saving, saving);
            self.show();
            self.send_soon();
        });
    }

    /// Tries once more to save what the database did not take.
    pub fn save_again(self) {
        let unsaved = self.outbox.with_value(Outbox::unsaved);
        if !unsaved.is_empty() {
            set_if_new(self.saving, Saving::Running);
            self.save(unsaved);
        }
    }

    /// Says that entries are on their way into the database, if it has refused none by now.
    pub(super) fn show_saving(self) {
        let running = |outbox: &Outbox| outbox.at_risk() > 0 && outbox.unsaved().is_empty();
        if self.outbox.with_value(running) {
            set_if_new(self.saving, Saving::Running);
        }
    }
}
