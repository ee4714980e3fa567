//! The program around a figure that grows where it has to: a few constraints first, and of all
//! others only those which a solution breaks. What it says holds for the whole system: no solution
//! here is none anywhere, and a solution that breaks nothing is one of everything.

use crate::local::{Best, Cost, EPSILON, Line, Local, Soft, whole};
use crate::system::System;
use std::collections::{BTreeMap, BTreeSet};

/// How many constraints a program may grow to; then it is given up.
const LINES_MAX: usize = 2000;

/// The program of one figure.
pub(crate) struct Growing<'a, 's> {
    system: &'s System<'a>,
    local: Local,
    /// Which unknown is at each place.
    unknowns: Vec<usize>,
    /// Where an unknown is; nowhere when it is fixed.
    places: BTreeMap<usize, Option<usize>>,
    /// The constraints that are part of it.
    taken: BTreeSet<usize>,
}

impl<'a, 's> Growing<'a, 's> {
    /// The figure, and the constraints that mattered when it was last asked for, if any.
    pub(crate) fn new(system: &'s System<'a>, figure: usize, seed: &BTreeSet<usize>) -> Self {
        let mut new = Self {
            system,
            local: Local::default(),
            unknowns: Vec::new(),
            places: BTreeMap::new(),
            taken: BTreeSet::new(),
        };
        let own = system.model.figures[figure].terms.iter();
        new.local.objective = own.filter_map(|(unknown, _)| new.place(*unknown)).collect();
        seed.iter().for_each(|id| new.take_in(*id));
        new
    }

    /// Whether nothing of the figure can move.
    pub(crate) fn is_fixed(&self) -> bool {
        self.local.objective.is_empty()
    }

    /// The constraints that mattered.
    pub(crate) fn into_seed(self) -> BTreeSet<usize> {
        self.taken
    }

    /// The unknowns, in the order of the differences.
    pub(crate) fn unknowns(&self) -> &[usize] {
        &self.unknowns
    }

    /// The solution with a sum in which as few people as can be are moved, as differences.
    ///
    /// # Errors
    /// [`Best::Nothing`] when there is none, whole or not; [`Best::Failed`] when none was found.
    pub(crate) fn nearest(&mut self, sum: i64) -> Result<Vec<i64>, Best> {
        let values = self.grown(sum, false)?;
        if let Some(differences) = whole(&values) {
            return Ok(differences);
        }
        match self.grown(sum, true) {
            Ok(values) => whole(&values).ok_or(Best::Failed),
            // There are solutions, only no whole one.
            Err(Best::Nothing) => Err(Best::Failed),
            Err(best) => Err(best),
        }
    }

    /// Whether some solution, whole or not, may have a sum: `true` when the solver does not know.
    pub(crate) fn reaches(&mut self, sum: i64) -> bool {
        self.grown(sum, false) != Err(Best::Nothing)
    }

    /// A solution that breaks nothing: the program grows until it has one.
    fn grown(&mut self, sum: i64, in_whole: bool) -> Result<Vec<f64>, Best> {
        loop {
            let values = self.local.move_least(sum, in_whole)?;
            let broken = self.broken(&values);
            if broken.is_empty() {
                return Ok(values);
            }
            if self.taken.len() + broken.len() > LINES_MAX {
                return Err(Best::Failed);
            }
            broken.into_iter().for_each(|id| self.take_in(id));
        }
    }

    /// What it takes to bring the sum to a value when shown figures may be broken for what `soft`
    /// says they cost; without whole numbers, so that it is a proposal. The cost, and the figures.
    pub(crate) fn cheapest(
        &mut self,
        sum: i64,
        soft: impl Fn(usize) -> Option<Cost>,
    ) -> Option<(f64, Vec<usize>)> {
        let relations = self.system.model.relations.len();
        let mut bent: Vec<(usize, Soft)> = Vec::new();
        loop {
            let lines: Vec<&Soft> = bent.iter().map(|(_, soft)| soft).collect();
            let (cost, values, moved) = self.local.cheapest(&lines, sum)?;
            let broken = self.broken(&values);
            if broken.is_empty() {
                return Some((cost, moved.into_iter().map(|at| bent[at].0).collect()));
            }
            if self.taken.len() + broken.len() > LINES_MAX {
                return None;
            }
            for id in broken {
                match id.checked_sub(relations).and_then(|at| Some((at, soft(at)?))) {
                    Some((figure, cost)) => {
                        self.taken.insert(id);
                        let terms = &self.system.model.figures[figure].terms;
                        let places = terms.iter().filter_map(|(at, _)| self.place(*at)).collect();
                        bent.push((figure, Soft { places, cost }));
                    }
                    None => self.take_in(id),
                }
            }
        }
    }

    /// Where an unknown is, which it gets when it is not fixed.
    fn place(&mut self, unknown: usize) -> Option<usize> {
        if let Some(place) = self.places.get(&unknown) {
            return *place;
        }
        let place = (!self.system.is_fixed(unknown)).then(|| {
            self.unknowns.push(unknown);
            self.local.spans.push(self.system.spans[unknown]);
            self.unknowns.len() - 1
        });
        self.places.insert(unknown, place);
        place
    }

    /// The constraints that are not part of it and do not hold.
    fn broken(&self, values: &[f64]) -> BTreeSet<usize> {
        let moved = self.unknowns.iter().zip(values).filter(|(_, value)| value.abs() > EPSILON);
        let around: BTreeSet<usize> = moved
            .flat_map(|(unknown, _)| self.system.constraints_of(*unknown))
            .filter(|id| !self.taken.contains(id))
            .copied()
            .collect();
        let is_broken = |id: &usize| {
            let Some(view) = self.system.view(*id) else { return false };
            let value = |unknown: &usize| {
                self.places.get(unknown).copied().flatten().map_or(0.0, |place| values[place])
            };
            let terms = view.terms.iter();
            let sum: f64 = terms.map(|(at, factor)| (view.sign * factor) as f64 * value(at)).sum();
            if view.equal { sum.abs() > EPSILON } else { sum > view.slack as f64 + EPSILON }
        };
        around.into_iter().filter(is_broken).collect()
    }

    fn take_in(&mut self, id: usize) {
        let Some(view) = self.system.view(id) else { return };
        self.taken.insert(id);
        let terms = view.terms.iter().filter_map(|(unknown, factor)| {
            self.place(*unknown).map(|place| (place, view.sign * factor))
        });
        let terms = terms.collect();
        self.local.lines.push(Line { terms, equal: view.equal, limit: view.slack });
    }
}
