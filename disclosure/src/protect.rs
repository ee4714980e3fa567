//! What is hidden: the small, their neighbours, and then whatever a proof asks for.

mod choose;

use crate::model::{Model, Rules, Sum, Terms};
use crate::pattern::{Fate, Pattern};
use crate::prover::{Prover, is_narrow};
use crate::system::{Role, System, Withdrawn};
use std::collections::{BTreeMap, BTreeSet};

/// Decides the fate of every figure, release after release: a later one never changes what an
/// earlier one showed or hid.
///
/// In each release the small values go first, and what an earlier one hid and this one would tell
/// again. Then, for every figure hidden so far that is not proved to have enough values, goes the
/// set of figures of the release with the smallest sum of values that gives it another one (a total
/// counts with its row, which it takes along; ties go to the first), and where only fractions of
/// people would do, neighbours one by one: parts of its row, then nearer parts, then totals, each
/// by value and number. What is left without a proof is in [`Pattern::bound`], [`Pattern::known`]
/// or [`Pattern::exposed`].
pub fn protect(model: &Model, rules: Rules) -> Pattern {
    protect_after(model, &[], rules)
}

/// The same where it is settled already what became of the first figures: they were published, and
/// stay as they are. Their releases come before all others.
///
/// What they give away, by themselves or with what everybody knows of what comes after them, is not
/// held against it: where hiding all of it would not help, a figure is not in [`Pattern::exposed`].
pub fn protect_after(model: &Model, told: &[Fate], rules: Rules) -> Pattern {
    let mut work = Work::new(model, rules);
    let last = work.told(told);
    for release in
        model.releases().into_iter().filter(|release| last.is_none_or(|last| *release > last))
    {
        work.publish(release);
    }
    let which = |settled: Settled| {
        let all = work.settled.iter().enumerate();
        all.filter(|(_, (one, _))| *one == settled).map(|(figure, _)| figure).collect()
    };
    Pattern {
        bound: which(Settled::Bound),
        known: which(Settled::Known),
        told: which(Settled::Told),
        exposed: which(Settled::Exposed),
        fates: work.fates,
    }
}

/// The verdict on a figure that is not proved to be safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settled {
    Open,
    Bound,
    Known,
    Exposed,
    /// What was published before gives it away, whatever is hidden now.
    Told,
}

struct Work<'a> {
    model: &'a Model,
    rules: Rules,
    system: System<'a>,
    prover: Prover,
    fates: Vec<Fate>,
    /// The verdicts, each with the release it was found in.
    settled: Vec<(Settled, usize)>,
    /// The hidden figures of all releases so far.
    hidden: BTreeSet<usize>,
    /// For each figure the first one of an earlier release that adds up the same unknowns.
    before: Vec<Option<usize>>,
    /// The first release that is not published yet, where some are.
    first: Option<usize>,
    /// How late a figure comes in its release, from 0 to 1: what decides between equals.
    later: Vec<f64>,
}

fn later(model: &Model) -> Vec<f64> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let places: Vec<usize> = (model.figures.iter())
        .map(|sum| {
            let count = counts.entry(sum.release).or_default();
            *count += 1;
            *count - 1
        })
        .collect();
    let all = model.figures.iter().zip(places);
    all.map(|(sum, place)| place as f64 / counts[&sum.release] as f64).collect()
}

/// For each figure the first one of an earlier release with the same terms.
fn before(model: &Model) -> Vec<Option<usize>> {
    let mut first: BTreeMap<&Terms, usize> = BTreeMap::new();
    let figures = &model.figures;
    for (at, sum) in figures.iter().enumerate() {
        let held = first.entry(&sum.terms).or_insert(at);
        if sum.release < figures[*held].release {
            *held = at;
        }
    }
    let earlier = |sum: &Sum| {
        let held = first.get(&sum.terms).copied();
        held.filter(|held| figures[*held].release < sum.release)
    };
    figures.iter().map(earlier).collect()
}

impl<'a> Work<'a> {
    fn new(model: &'a Model, rules: Rules) -> Self {
        let system = System::new(model);
        let prover = Prover::new(&system);
        let fates = vec![Fate::Shown; model.figures.len()];
        let settled = vec![(Settled::Open, 0); model.figures.len()];
        let (hidden, before, later) = (BTreeSet::new(), before(model), later(model));
        let first = None;
        Self { model, rules, system, prover, fates, settled, hidden, before, first, later }
    }

    /// Takes over what was published before; returns its last release.
    fn told(&mut self, fates: &[Fate]) -> Option<usize> {
        let figures = &self.model.figures;
        let last = figures.iter().take(fates.len()).map(|sum| sum.release).max()?;
        for (held, fate) in self.fates.iter_mut().zip(fates) {
            *held = *fate;
        }
        for (figure, fate) in fates.iter().enumerate().take(figures.len()) {
            let total = self.model.rows[figures[figure].row].total;
            let of_row = total.is_some_and(|at| at != figure && self.fates[at] != Fate::Shown);
            self.system.roles[figure] = match fate {
                Fate::Shown => Role::Shown,
                Fate::Withheld => Role::Silent,
                Fate::Small | Fate::Complementary | Fate::Row => {
                    self.hidden.insert(figure);
                    Role::Hidden(i64::from(!of_row && figures[figure].value > 0))
                }
            };
        }
        self.first = Some(last + 1);
        self.system.release = last;
        for figure in self.hidden.clone() {
            if !self.prover.prove(&self.system, figure, self.rules.least_values()) {
                self.settled[figure] = (Settled::Told, last);
            }
        }
        Some(last)
    }

    fn publish(&mut self, release: usize) {
        let rows: Vec<usize> = (self.model.rows.iter().enumerate())
            .filter(|(_, row)| {
                row.figures.iter().any(|at| self.model.figures[*at].release == release)
            })
            .map(|(at, _)| at)
            .collect();
        let mut touched = vec![false; self.model.truth.len()];
        self.system.release = release;
        for relation in self.model.relations.iter().filter(|one| one.release == release) {
            for (unknown, _) in &relation.terms {
                touched[*unknown] = true;
            }
        }
        for row in &rows {
            for figure in &self.model.rows[*row].figures {
                let sum = &self.model.figures[*figure];
                self.system.roles[*figure] = Role::Shown;
                for (unknown, _) in &sum.terms {
                    touched[*unknown] = true;
                }
            }
            for figure in &self.model.rows[*row].figures {
                let earlier = self.before[*figure].map(|before| self.fates[before]);
                if self.rules.is_small(self.model.figures[*figure].value) {
                    self.hide(*figure, Fate::Small);
                } else if earlier == Some(Fate::Complementary) {
                    // The same number again: shown now, it would have been hidden for nothing.
                    self.hide(*figure, Fate::Complementary);
                }
            }
        }
        self.prover.recheck(&self.system, &touched);
        // Each round but the last one hides at least one figure more.
        loop {
            let before = self.hidden.len();
            self.prove_all(release);
            if self.hidden.len() == before {
                break;
            }
        }
    }

    /// Hides a figure, and its row when it is the total.
    fn hide(&mut self, figure: usize, fate: Fate) {
        if self.fates[figure] == Fate::Shown {
            self.fates[figure] = fate;
        }
        self.hidden.insert(figure);
        let row = &self.model.rows[self.model.figures[figure].row];
        let of_row = row.total.is_some_and(|total| self.fates[total] != Fate::Shown);
        self.system.roles[figure] = Role::Hidden(i64::from(!of_row || row.total == Some(figure)));
        if row.total == Some(figure) {
            for other in row.figures.iter().filter(|other| **other != figure) {
                if self.fates[*other] == Fate::Shown {
                    self.fates[*other] = Fate::Row;
                }
                self.hidden.insert(*other);
                self.system.roles[*other] = Role::Hidden(0);
            }
        }
    }

    /// Proves every hidden figure safe, or hides more of the release.
    fn prove_all(&mut self, release: usize) {
        let all: Vec<usize> = self.hidden.iter().copied().collect();
        for figure in all {
            // What no later release can mend was said when it was found; within a release it is
            // asked again, because hiding a total takes back what its row gave away.
            let (settled, found) = self.settled[figure];
            if settled == Settled::Open || found == release {
                self.settled[figure] = (self.settle(figure, release), release);
            }
        }
    }

    fn settle(&mut self, figure: usize, release: usize) -> Settled {
        if self.prover.prove(&self.system, figure, self.rules.least_values()) {
            return Settled::Open;
        }
        // A zero went with its row; where zeros are shown around it, it was told like any other.
        if self.model.figures[figure].value == 0 {
            return Settled::Known;
        }
        // Nothing is to be hidden for the sake of one that no hiding can help.
        if self.is_lost(figure, Withdrawn::All) {
            return Settled::Bound;
        }
        if self.first.is_some_and(|first| self.is_lost(figure, Withdrawn::Untold(first))) {
            return Settled::Told;
        }
        if self.hide_around(figure, release) {
            return Settled::Open;
        }
        let sum = &self.model.figures[figure];
        let (own, small) = (sum.release == release, self.rules.is_small(sum.value));
        if own && !small && self.is_lost(figure, Withdrawn::From(release)) {
            return Settled::Known;
        }
        Settled::Exposed
    }

    /// Whether a figure would have too few values even without what is withdrawn.
    fn is_lost(&mut self, figure: usize, withdrawn: Withdrawn) -> bool {
        self.system.withdrawn = withdrawn;
        let lost = is_narrow(&self.system, figure, self.rules.least_values());
        self.system.withdrawn = Withdrawn::Nothing;
        lost
    }
}
