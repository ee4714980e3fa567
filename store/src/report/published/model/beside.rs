//! What was told of a project before beside what is told now.

use super::{Own, Unknowns};
use crate::report::reached::{Counts, Scope};
use disclosure::{Model, Sense};
use domain::report::period::Days;
use domain::report::reached::Reached;

/// What was told earlier of the same project.
pub(super) struct Earlier<'a> {
    pub(super) own: Own<'a>,
    /// How many figures were told, in how many releases.
    pub(super) figures: usize,
    pub(super) releases: usize,
    /// What is counted now in shifts about which something was entered since.
    pub(super) touched: &'a Counts,
}

impl Earlier<'_> {
    /// The unknowns of what nothing was entered about, and of which nothing else changed.
    pub(super) fn unchanged(&self, key: (Days, Scope), now: &Reached) -> Option<Unknowns> {
        let is_same =
            self.own.known.counts.get(&key) == Some(now) && !self.touched.contains_key(&key);
        is_same.then(|| self.own.unknowns.get(&key).cloned()).flatten()
    }

    /// Says how far what is told now may lie from what was told: as far as the contacts of the shifts
    /// reach about which something was entered since, or as it does where somebody's record was
    /// mended; whoever compares two files is taken to know how much that was.
    pub(super) fn link(
        &self,
        model: &mut Model,
        key: (Days, Scope),
        now: &Reached,
        unknowns: &Unknowns,
    ) {
        let known = self.own.unknowns.get(&key).zip(self.own.known.counts.get(&key));
        let Some((before, counts)) = known else { return };
        let touched = self.touched.get(&key).map_or(0, |touched| touched.contacts);
        let touched_before = counts.contacts - (now.contacts - touched);
        let pairs = || now.cells.iter().zip(counts.cells);
        let more: i64 = pairs().map(|(now, before)| (now - before).max(0)).sum();
        let less: i64 = pairs().map(|(now, before)| (before - now).max(0)).sum();
        let reach = touched.max(touched_before).max(more).max(less);
        let (mut comes, mut goes) = (Vec::new(), Vec::new());
        for (place, (now, before_value)) in pairs().enumerate() {
            let mut unknown = |value: i64| model.unknown(u32::try_from(value).unwrap_or(0));
            let (plus, minus) = (unknown(now - before_value), unknown(before_value - now));
            let terms =
                [(1, unknowns.cells[place]), (-1, before.cells[place]), (-1, plus), (1, minus)];
            model.relation(&terms, Sense::Exactly, 0);
            comes.push((1, plus));
            goes.push((1, minus));
        }
        model.relation(&comes, Sense::AtMost, reach);
        model.relation(&goes, Sense::AtMost, reach);
        apart(model, before.disabled, unknowns.disabled, reach);
        apart(model, before.uasc, unknowns.uasc, reach);
    }
}

/// Two unknowns lie no further from each other than that, or than they do.
pub(super) fn apart(model: &mut Model, one: usize, other: usize, reach: i64) {
    let value = |unknown| model.truth(unknown).unwrap_or(0);
    let reach = reach.max((value(one) - value(other)).abs());
    model.relation(&[(1, one), (-1, other)], Sense::AtMost, reach);
    model.relation(&[(-1, one), (1, other)], Sense::AtMost, reach);
}
