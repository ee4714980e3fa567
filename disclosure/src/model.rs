//! What there is to know: unknowns, relations between them, figures made of them, and the rules.

use std::collections::BTreeMap;

/// How a relation compares its sum with its constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// The sum is at most the constant.
    AtMost,
    /// The sum is the constant.
    Exactly,
}

/// A figure to be published: the sum of some unknowns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which unknowns it adds up, each once.
    pub unknowns: Vec<usize>,
    /// The publication it appears in, in order of time; what one release showed, no later one can
    /// take back.
    pub release: usize,
    /// The row of a table, a number of its own within the release.
    pub row: usize,
    /// The row's total: when it is hidden, everything of the row is. The first one of a row counts.
    pub total: bool,
}

/// What is hidden, and how much must remain possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    k: i64,
    least_values: usize,
}

impl Default for Rules {
    fn default() -> Self {
        Self { k: 5, least_values: 3 }
    }
}

impl Rules {
    /// Hides 1 to `k` - 1 (3 to 10; 5 by default) and leaves `least_values` (2 to 10; 3 by default)
    /// whole values possible for whatever is hidden. `None` outside these ranges.
    pub fn new(k: i64, least_values: usize) -> Option<Self> {
        let allowed = (3..=10).contains(&k) && (2..=10).contains(&least_values);
        allowed.then_some(Self { k, least_values })
    }

    /// The first value that is not small.
    pub fn k(self) -> i64 {
        self.k
    }

    /// How many whole values must remain possible for a hidden figure.
    pub fn least_values(self) -> usize {
        self.least_values
    }

    /// Whether a value is hidden for its own sake.
    pub fn is_small(self, value: i64) -> bool {
        (1..self.k).contains(&value)
    }
}

/// Coefficients with the unknowns they belong to, by unknown.
pub(crate) type Terms = Vec<(usize, i64)>;

/// A relation that everybody knows to hold.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    pub(crate) terms: Terms,
    pub(crate) sense: Sense,
    /// What the true values leave up to the constant; 0 when they are to be equal.
    pub(crate) slack: i64,
    /// The release from which on it is known.
    pub(crate) release: usize,
}

/// A figure in the form that the solver needs.
#[derive(Debug, Clone)]
pub(crate) struct Sum {
    pub(crate) terms: Terms,
    pub(crate) value: i64,
    pub(crate) release: usize,
    /// Its place in [`Model::rows`].
    pub(crate) row: usize,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) figures: Vec<usize>,
    pub(crate) total: Option<usize>,
}

/// Unknowns with their true values, relations and figures. The truth satisfies all of it, because
/// nothing else is taken in.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub(crate) truth: Vec<i64>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) figures: Vec<Sum>,
    pub(crate) rows: Vec<Row>,
    row_of: BTreeMap<(usize, usize), usize>,
    /// The release that relations are known from when they are added.
    release: usize,
}

impl Model {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an unknown (a base cell, in people) with its true value; returns its number.
    pub fn unknown(&mut self, truth: u32) -> usize {
        self.truth.push(i64::from(truth));
        self.truth.len() - 1
    }

    /// The true value of an unknown, in people.
    pub fn truth(&self, unknown: usize) -> Option<i64> {
        self.truth.get(unknown).copied()
    }

    /// Says that relations added from now on are known from a release on; without it, always. What
    /// is said of people who are not told of before must not weigh on what is told before.
    pub fn known_from(&mut self, release: usize) {
        self.release = release;
    }

    /// The same with every relation known always: what is told before then reckons with it.
    #[must_use]
    pub fn foreseen(mut self) -> Self {
        self.relations.iter_mut().for_each(|relation| relation.release = 0);
        self
    }

    /// Adds a relation between unknowns that everybody knows to hold: `(coefficient, unknown)`
    /// added up, and compared with a constant. Several terms of one unknown are one.
    ///
    /// Returns whether it was taken in: not when the true values contradict it, an unknown does
    /// not exist, or the numbers are beyond 64 bits. A relation without terms says nothing and is
    /// not kept.
    pub fn relation(&mut self, terms: &[(i64, usize)], sense: Sense, constant: i64) -> bool {
        let mut merged: BTreeMap<usize, i64> = BTreeMap::new();
        for (coefficient, unknown) in terms {
            let sum = merged.entry(*unknown).or_default();
            let Some(more) = sum.checked_add(*coefficient) else { return false };
            *sum = more;
        }
        merged.retain(|_, coefficient| *coefficient != 0);
        let sum = merged.iter().try_fold(0_i64, |sum, (unknown, coefficient)| {
            sum.checked_add(self.truth.get(*unknown)?.checked_mul(*coefficient)?)
        });
        let Some(slack) = sum.and_then(|sum| constant.checked_sub(sum)) else { return false };
        let holds = match sense {
            Sense::AtMost => slack >= 0,
            Sense::Exactly => slack == 0,
        };
        if holds && !merged.is_empty() {
            let (terms, release) = (merged.into_iter().collect(), self.release);
            self.relations.push(Relation { terms, sense, slack, release });
        }
        holds
    }

    /// Adds a figure; returns its number, or `None` when it has no unknowns, one of them twice, or
    /// one that does not exist.
    pub fn figure(&mut self, figure: &Figure) -> Option<usize> {
        let mut unknowns = figure.unknowns.clone();
        unknowns.sort_unstable();
        let twice = unknowns.windows(2).any(|pair| pair.first() == pair.last());
        if unknowns.is_empty() || twice {
            return None;
        }
        let value = unknowns.iter().map(|unknown| self.truth.get(*unknown)).sum::<Option<i64>>()?;
        let number = self.figures.len();
        let next = self.rows.len();
        let row = *self.row_of.entry((figure.release, figure.row)).or_insert(next);
        if row == next {
            self.rows.push(Row::default());
        }
        if let Some(line) = self.rows.get_mut(row) {
            line.figures.push(number);
            if figure.total && line.total.is_none() {
                line.total = Some(number);
            }
        }
        let terms = unknowns.into_iter().map(|unknown| (unknown, 1)).collect();
        self.figures.push(Sum { terms, value, release: figure.release, row });
        Some(number)
    }

    /// How many figures there are.
    pub fn figures(&self) -> usize {
        self.figures.len()
    }

    /// The true value of a figure, in people.
    pub fn value(&self, figure: usize) -> Option<i64> {
        self.figures.get(figure).map(|sum| sum.value)
    }

    /// The releases with which something becomes known, in order.
    pub(crate) fn releases(&self) -> Vec<usize> {
        let figures = self.figures.iter().map(|sum| sum.release);
        let relations = self.relations.iter().map(|relation| relation.release);
        let mut releases: Vec<_> = figures.chain(relations).collect();
        releases.sort_unstable();
        releases.dedup();
        releases
    }

    /// Whether a figure is the total of its row.
    pub(crate) fn is_total(&self, figure: usize) -> bool {
        self.rows[self.figures[figure].row].total == Some(figure)
    }
}
