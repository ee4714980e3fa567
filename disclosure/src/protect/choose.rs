//! What to hide next for a figure that is exposed.

use super::Work;
use crate::grow::Growing;
use crate::local::Cost;
use crate::pattern::Fate;
use crate::system::Withdrawn;
use std::collections::BTreeSet;

/// How many neighbours of an exposed figure are tried out before the first one simply goes.
const TRIES_MAX: usize = 12;

/// How many unknowns around a figure count as near.
const NEAR_SIZE: usize = 96;

impl Work<'_> {
    /// Hides more of a release until a figure is proved safe; returns whether it is.
    pub(super) fn hide_around(&mut self, figure: usize, release: usize) -> bool {
        loop {
            match self.propose(figure, release) {
                // Even with all of the release hidden it would be exposed.
                None => return false,
                Some(proposal) if proposal.is_empty() => {
                    let neighbours = self.neighbours(figure, release);
                    let Some(first) = neighbours.first().copied() else { return false };
                    let mut tried = neighbours.into_iter().take(TRIES_MAX);
                    if !tried.any(|other| self.helps(other, figure)) {
                        self.hide(first, Fate::Complementary);
                    }
                }
                Some(proposal) => {
                    for other in proposal {
                        self.hide(other, Fate::Complementary);
                    }
                }
            }
            if self.prover.prove(&self.system, figure, self.rules.least_values()) {
                return true;
            }
        }
    }

    /// The shown figures of a release that cost least among those which give an exposed figure
    /// another value when they are hidden together. None of them where only fractions of people
    /// would do, and nothing where nothing would.
    fn propose(&mut self, figure: usize, release: usize) -> Option<Vec<usize>> {
        self.system.withdrawn = Withdrawn::Alone(release);
        let role = self.system.roles[figure];
        let best = (self.prover.unseen(figure, role).into_iter())
            .filter_map(|difference| {
                let mut growing = Growing::new(&self.system, figure, &BTreeSet::new());
                growing.cheapest(difference, |other| self.cost(other, release))
            })
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        self.system.withdrawn = Withdrawn::Nothing;
        best.map(|(_, broken)| broken)
    }

    /// What it costs to let a shown figure of a release move: its value, and for a total that of
    /// its row; a later one costs a little more, so that ties go to the first. Nothing for one that
    /// cannot.
    fn cost(&self, figure: usize, release: usize) -> Option<Cost> {
        if !self.could_hide(figure, release) {
            return None;
        }
        let figures = &self.model.figures;
        let sum = &figures[figure];
        let row = &self.model.rows[sum.row].figures;
        let lost: i64 = match self.model.is_total(figure) {
            true => row.iter().map(|other| figures[*other].value).sum(),
            false => sum.value,
        };
        Some(Cost { most_less: sum.value - 1, each: lost as f64 + self.later[figure] })
    }

    /// Whether a figure is one that can still be hidden for the sake of others.
    fn could_hide(&self, figure: usize, release: usize) -> bool {
        let sum = &self.model.figures[figure];
        // What an earlier release told is known, whether it is told again or not.
        let is_told = self.before[figure].is_some_and(|before| self.fates[before] == Fate::Shown);
        sum.release == release && sum.value > 0 && self.fates[figure] == Fate::Shown && !is_told
    }

    /// Hides a figure if that gives an exposed one another value; returns whether it did.
    fn helps(&mut self, other: usize, exposed: usize) -> bool {
        let row = self.model.rows[self.model.figures[other].row].figures.iter().copied();
        let before: Vec<_> = row
            .map(|at| (at, self.fates[at], self.system.roles[at], self.hidden.contains(&at)))
            .collect();
        let mark = self.prover.mark();
        let values = self.prover.values(exposed);
        self.hide(other, Fate::Complementary);
        if self.prover.prove(&self.system, exposed, values + 1) {
            return true;
        }
        self.prover.forget(&self.system, mark);
        for (at, fate, role, hidden) in before {
            self.fates[at] = fate;
            self.system.roles[at] = role;
            if !hidden {
                self.hidden.remove(&at);
            }
        }
        false
    }

    /// The shown figures of a release that could help: parts of the same row, then nearer parts
    /// first, then totals in the same order, because they cost a whole row; each group by value.
    fn neighbours(&self, figure: usize, release: usize) -> Vec<usize> {
        let figures = &self.model.figures;
        let mut found: Vec<usize> = Vec::new();
        let mut take = |group: Vec<usize>| {
            let mut group: Vec<usize> = group
                .into_iter()
                .filter(|other| self.could_hide(*other, release) && !found.contains(other))
                .collect();
            group.sort_unstable_by_key(|other| (figures[*other].value, *other));
            found.extend(group);
        };
        take(self.model.rows[figures[figure].row].figures.clone());
        take(self.near(figure));
        let (parts, totals): (Vec<usize>, Vec<usize>) =
            found.into_iter().partition(|other| !self.model.is_total(*other));
        [parts, totals].concat()
    }

    /// The figures, in force or not, that a ball's unknowns are part of, and those that fix what is
    /// next to it.
    fn near(&self, figure: usize) -> Vec<usize> {
        let relations = self.model.relations.len();
        let mut ball = self.system.ball(figure, NEAR_SIZE);
        let own = self.model.figures[figure].terms.iter().map(|(unknown, _)| *unknown);
        ball.unknowns.extend(own);
        // A neighbour that is fixed is outside of the ball, and showing it is what fixes.
        let views = self.system.around(&ball).into_iter().filter_map(|id| self.system.view(id));
        let beside: Vec<usize> = views.flat_map(|view| view.terms).map(|term| term.0).collect();
        ball.unknowns.extend(beside);
        let around = self.system.around(&ball);
        around.into_iter().filter_map(|id| id.checked_sub(relations)).collect()
    }
}
