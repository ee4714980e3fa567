//! Proofs that a hidden figure may have several values: whole solutions that differ in it.

use crate::local::{Best, Local};
use crate::system::{Role, System};
use std::collections::BTreeMap;

/// How many unknowns around a figure are looked at, one size after the other.
pub(crate) const SIZES: [usize; 3] = [24, 96, 384];

/// The size of the neighbourhood that tells quickly whether a figure is beyond help.
pub(crate) const NEAR_SIZE: usize = 24;

/// The size of the neighbourhood that tells it for good.
pub(crate) const NARROW_SIZE: usize = 96;

/// How far unknowns may be from the truth in a proof; three values need no more.
pub(crate) const REACH: i64 = 40;

/// The truth among the solutions.
const TRUTH: usize = usize::MAX;

/// A solution, as its differences from the truth.
pub(crate) type Changes = BTreeMap<usize, i64>;

/// Solutions found so far, and the values that each figure has in them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Prover {
    solutions: Vec<Option<Changes>>,
    /// A figure's values, each with the number of a solution.
    seen: Vec<BTreeMap<i64, usize>>,
}

impl Prover {
    /// Knows the truth.
    pub(crate) fn new(system: &System<'_>) -> Self {
        let figures = &system.model.figures;
        let seen = figures.iter().map(|sum| BTreeMap::from([(sum.value, TRUTH)])).collect();
        Self { solutions: Vec::new(), seen }
    }

    /// How many values a figure is known to be able to have.
    pub(crate) fn values(&self, figure: usize) -> usize {
        self.seen[figure].len()
    }

    /// The values nearest to the truth that a hidden figure is not known to be able to have, as
    /// differences from it.
    pub(crate) fn unseen(&self, figure: usize, role: Role) -> Vec<i64> {
        let seen = &self.seen[figure];
        let truth = seen.iter().find(|(_, solution)| **solution == TRUTH).map_or(0, |(at, _)| *at);
        let floor = if let Role::Hidden(floor) = role { floor } else { 0 };
        let near = [1, -1, 2, -2, 3].into_iter();
        near.filter(|by| truth + by >= floor && !seen.contains_key(&(truth + by))).take(3).collect()
    }

    /// The smallest and the largest of them.
    pub(crate) fn ends(&self, figure: usize) -> Option<(i64, i64)> {
        let seen = &self.seen[figure];
        Some((*seen.first_key_value()?.0, *seen.last_key_value()?.0))
    }

    /// Takes a solution of a ball in after checking it in whole numbers against all that is known;
    /// returns whether it holds.
    pub(crate) fn take(
        &mut self,
        system: &System<'_>,
        unknowns: &[usize],
        differences: &[i64],
    ) -> bool {
        let pairs = unknowns.iter().copied().zip(differences.iter().copied());
        let changes: Changes = pairs.filter(|(_, difference)| *difference != 0).collect();
        if !system.allows(&changes) {
            return false;
        }
        let number = self.solutions.len();
        let mut used = false;
        for figure in changes.keys().flat_map(|unknown| system.figures_of(*unknown)) {
            if system.roles[figure] != Role::Shown {
                let value = system.value(figure, &changes);
                used |= *self.seen[figure].entry(value).or_insert(number) == number;
            }
        }
        if used {
            self.solutions.push(Some(changes));
        }
        true
    }

    /// Looks for more values of a figure between and beyond those seen, until there are `least`.
    pub(crate) fn widen(
        &mut self,
        system: &System<'_>,
        figure: usize,
        unknowns: &[usize],
        local: &Local,
        least: usize,
    ) {
        if local.objective.is_empty() {
            return;
        }
        for up in [true, false] {
            if let Best::Found { differences, .. } = local.best(up, None) {
                self.take(system, unknowns, &differences);
            }
            if self.values(figure) >= least {
                return;
            }
        }
        let truth = system.model.figures[figure].value;
        // A gap without a solution stays one, so a single pass from below sees all of them.
        let mut below = None;
        while self.values(figure) < least {
            let keys = || self.seen[figure].keys().copied();
            let ends = keys().skip(1).map(Some).chain([None]);
            let gap = keys()
                .zip(ends)
                .filter(|(low, _)| below.is_none_or(|below| *low >= below))
                .find(|(low, high)| high.is_none_or(|high| high - low > 1));
            let Some((low, high)) = gap else { return };
            let within = (low + 1 - truth, high.map(|high| high - 1 - truth));
            let before = self.values(figure);
            if let Best::Found { differences, .. } = local.best(false, Some(within)) {
                self.take(system, unknowns, &differences);
            }
            if self.values(figure) == before {
                let Some(high) = high else { return };
                below = Some(high);
            }
        }
    }

    /// Whether a figure may have at least so many values, as far as the limits let it be proved.
    pub(crate) fn prove(&mut self, system: &System<'_>, figure: usize, least: usize) -> bool {
        for size in SIZES {
            if self.values(figure) >= least {
                return true;
            }
            let ball = system.ball(figure, size);
            let local = system.inner(figure, &ball, Some(REACH));
            self.widen(system, figure, &ball.unknowns, &local, least);
            if ball.complete || is_narrow(system, figure, size, least) {
                break;
            }
        }
        self.values(figure) >= least
    }

    /// How many solutions were taken in so far; see [`Prover::forget`].
    pub(crate) fn mark(&self) -> usize {
        self.solutions.len()
    }

    /// Forgets the solutions taken in since a mark.
    pub(crate) fn forget(&mut self, system: &System<'_>, mark: usize) {
        for changes in self.solutions.drain(mark.min(self.solutions.len())..).flatten() {
            for figure in changes.keys().flat_map(|unknown| system.figures_of(*unknown)) {
                self.seen[figure].retain(|_, solution| *solution < mark || *solution == TRUTH);
            }
        }
    }

    /// Forgets the solutions that do not hold any more, of those that touch these unknowns.
    pub(crate) fn recheck(&mut self, system: &System<'_>, touched: &[bool]) {
        for (number, place) in self.solutions.iter_mut().enumerate() {
            let Some(changes) = place else { continue };
            let is_touched = changes.keys().any(|unknown| touched[*unknown]);
            if !is_touched || system.allows(changes) {
                continue;
            }
            for figure in changes.keys().flat_map(|unknown| system.figures_of(*unknown)) {
                self.seen[figure].retain(|_, solution| *solution != number);
            }
            *place = None;
        }
    }
}

/// Whether everything within some distance of a figure leaves it fewer than so many values, even
/// if all the rest were free.
pub(crate) fn is_narrow(system: &System<'_>, figure: usize, size: usize, least: usize) -> bool {
    let local = system.outer(figure, &system.ball(figure, size));
    let most = least as i64 - 1;
    // The truth is no difference, so one end far enough away is enough.
    let Some(high) = local.beyond(true).filter(|high| *high < most) else { return false };
    local.beyond(false).is_some_and(|low| high - low < most)
}
