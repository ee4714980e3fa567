//! Proofs that a hidden figure may have several values: whole solutions that differ in it.

use crate::grow::Growing;
use crate::local::Best;
use crate::system::{Role, System};
use std::collections::{BTreeMap, BTreeSet};

/// How far from the truth values are looked for: the rules ask for ten of them at most.
const REACH: i64 = 12;

/// How often the solver may find no whole solution where fractions are, before it is enough.
const FAILURES_MAX: usize = 6;

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
    /// For each figure the constraints that mattered when it was last asked for.
    seeds: Vec<BTreeSet<usize>>,
}

impl Prover {
    /// Knows the truth.
    pub(crate) fn new(system: &System<'_>) -> Self {
        let figures = &system.model.figures;
        let seen = figures.iter().map(|sum| BTreeMap::from([(sum.value, TRUTH)])).collect();
        Self { solutions: Vec::new(), seen, seeds: vec![BTreeSet::new(); figures.len()] }
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

    /// Takes a solution in after checking it in whole numbers against all that is known;
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

    /// Whether a figure may have at least so many values, as far as the limits let it be proved.
    pub(crate) fn prove(&mut self, system: &System<'_>, figure: usize, least: usize) -> bool {
        if self.values(figure) < least {
            let mut growing = Growing::new(system, figure, &self.seeds[figure]);
            self.widen(system, figure, &mut growing, least);
            self.seeds[figure] = growing.into_seed();
        }
        self.values(figure) >= least
    }

    /// Looks for values of a figure next to the truth, until there are `least`.
    fn widen(
        &mut self,
        system: &System<'_>,
        figure: usize,
        growing: &mut Growing<'_, '_>,
        least: usize,
    ) {
        if growing.is_fixed() {
            return;
        }
        let truth = system.model.figures[figure].value;
        let mut ends = [false, false];
        let mut failures = 0;
        for by in 1..=REACH {
            for (end, sum) in ends.iter_mut().zip([by, -by]) {
                if self.values(figure) >= least {
                    return;
                }
                if *end || self.seen[figure].contains_key(&(truth + sum)) {
                    continue;
                }
                match growing.nearest(sum) {
                    Ok(differences) => {
                        // Often the same people can move the other way, or twice as far.
                        for times in [1, -1, 2, -2] {
                            let moved: Vec<i64> =
                                differences.iter().map(|one| times * one).collect();
                            self.take(system, growing.unknowns(), &moved);
                        }
                    }
                    // Beyond a value that cannot be there are none, for fractions lie between.
                    Err(Best::Nothing) => *end = true,
                    Err(_) => failures += 1,
                }
            }
            if ends == [true, true] || failures >= FAILURES_MAX {
                return;
            }
        }
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

/// Whether a figure has fewer than so many values, fractions between them or not.
pub(crate) fn is_narrow(system: &System<'_>, figure: usize, least: usize) -> bool {
    let mut growing = Growing::new(system, figure, &BTreeSet::new());
    if growing.is_fixed() {
        return least > 1;
    }
    // The truth is no difference, so the values are those of a span around 0.
    let most = least as i64 - 1;
    let less = (1..=most).take_while(|less| growing.reaches(-less)).count() as i64;
    !(1..=most - less).all(|more| growing.reaches(more))
}
