//! What to hide next for a figure that is exposed.

use super::Work;
use crate::local::Soft;
use crate::pattern::Fate;
use crate::prover::{NARROW_SIZE, REACH, SIZES};
use crate::system::{Ball, Role, Withdrawn};

/// How many neighbours of an exposed figure are tried out before the first one simply goes.
const TRIES_MAX: usize = 12;

impl Work<'_> {
    /// Hides more of a release until a figure is proved safe; returns whether it is.
    pub(super) fn hide_around(&mut self, figure: usize, release: usize) -> bool {
        loop {
            let proposal = self.propose(figure, release);
            for other in &proposal {
                self.hide(*other, Fate::Complementary);
            }
            if proposal.is_empty() {
                if self.is_lost(figure, Withdrawn::From(release), NARROW_SIZE) {
                    return false;
                }
                let neighbours = self.neighbours(figure, release);
                let Some(first) = neighbours.first().copied() else { return false };
                let mut tried = neighbours.into_iter().take(TRIES_MAX);
                if !tried.any(|other| self.helps(other, figure)) {
                    self.hide(first, Fate::Complementary);
                }
            }
            if self.prover.prove(&self.system, figure, self.rules.least_values()) {
                return true;
            }
        }
    }

    /// The shown figures of a release that cost least among those which give an exposed figure
    /// another value when they are hidden together; none where no such are found.
    fn propose(&mut self, figure: usize, release: usize) -> Vec<usize> {
        for size in SIZES {
            self.system.withdrawn = Withdrawn::Alone(release);
            let ball = self.system.ball(figure, size);
            self.system.withdrawn = Withdrawn::Nothing;
            let around = self.system.around(&ball).into_iter();
            let relations = self.model.relations.len();
            let could: Vec<usize> = around
                .filter_map(|id| id.checked_sub(relations))
                .filter(|other| self.could_hide(*other, release))
                .collect();
            for other in &could {
                self.system.roles[*other] = Role::Silent;
            }
            let local = self.system.inner(figure, &ball, Some(REACH));
            for other in &could {
                self.system.roles[*other] = Role::Shown;
            }
            let soft: Vec<Soft> = could.iter().map(|other| self.soft(*other, &ball)).collect();
            let best = (self.prover.unseen(figure, self.system.roles[figure]).into_iter())
                .filter_map(|difference| local.cheapest(&soft, difference))
                .min_by(|(one, _), (other, _)| one.total_cmp(other));
            if let Some((_, broken)) = best
                && !broken.is_empty()
            {
                return broken.into_iter().map(|at| could[at]).collect();
            }
            // The larger sizes are dear, and for most that come here there is no help at all.
            if ball.complete || self.is_lost(figure, Withdrawn::From(release), NARROW_SIZE) {
                break;
            }
        }
        Vec::new()
    }

    /// What it costs to let a shown figure move: its value, and for a total that of its row; a
    /// later one costs a little more, so that ties go to the first.
    fn soft(&self, figure: usize, ball: &Ball) -> Soft {
        let figures = &self.model.figures;
        let sum = &figures[figure];
        let row = &self.model.rows[sum.row].figures;
        let lost: i64 = match self.model.is_total(figure) {
            true => row.iter().map(|other| figures[*other].value).sum(),
            false => sum.value,
        };
        let place = |unknown: &usize| ball.unknowns.iter().position(|other| other == unknown);
        let places = sum.terms.iter().filter_map(|(unknown, _)| place(unknown)).collect();
        let later = figure as f64 / figures.len() as f64;
        Soft { places, most_less: sum.value - 1, cost: lost as f64 + later }
    }

    /// Whether a figure is one that can still be hidden for the sake of others.
    fn could_hide(&self, figure: usize, release: usize) -> bool {
        let sum = &self.model.figures[figure];
        sum.release == release && sum.value > 0 && self.fates[figure] == Fate::Shown
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
            found.len()
        };
        take(self.model.rows[figures[figure].row].figures.clone());
        for size in SIZES {
            if take(self.near(figure, size)) >= TRIES_MAX {
                break;
            }
        }
        let (parts, totals): (Vec<usize>, Vec<usize>) =
            found.into_iter().partition(|other| !self.model.is_total(*other));
        [parts, totals].concat()
    }

    /// The figures, in force or not, that a ball's unknowns are part of, and those that fix what is
    /// next to it.
    fn near(&self, figure: usize, size: usize) -> Vec<usize> {
        let relations = self.model.relations.len();
        let mut ball = self.system.ball(figure, size);
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
