//! What a pattern gives away, computed anew.

mod spans;

use crate::local::{Best, Local};
use crate::model::{Model, Rules};
use crate::prover::{Prover, is_narrow};
use crate::system::{Ball, Role, System, Withdrawn};

/// Up to how many linked unknowns the smallest and largest value are computed exactly.
const EXACT_MAX: usize = 240;

/// What an observer of all releases can conclude of a hidden figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The figure's number.
    pub figure: usize,
    /// The smallest value it may have, in people.
    pub smallest: i64,
    /// The largest; `None` when nothing limits it.
    pub largest: Option<i64>,
    /// How many values are proved possible; counted up to what the rules ask for, at least.
    pub values: usize,
    /// Whether the ends are exact. If not, values up to them are possible, and maybe more.
    pub exact: bool,
}

/// The findings on a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// Of all hidden figures, by number.
    pub intervals: Vec<Interval>,
    /// Hidden figures with fewer values than the rules ask for, as far as could be proved, that
    /// are neither bound by open figures alone nor known from before.
    pub failing: Vec<usize>,
    /// Hidden figures with fewer values than the rules ask for even with nothing protected shown.
    pub bound: Vec<usize>,
    /// Hidden figures with fewer values than the rules ask for that are not small themselves and
    /// that had fewer already before their release: nothing about people was lost with them.
    pub known: Vec<usize>,
}

impl Audit {
    /// Whether nothing fails.
    pub fn passes(&self) -> bool {
        self.failing.is_empty()
    }

    /// The figures whose interval is not known exactly.
    pub fn inexact(&self) -> impl Iterator<Item = usize> + '_ {
        self.intervals.iter().filter(|one| !one.exact).map(|one| one.figure)
    }
}

/// Computes what everything shown in all releases, the relations and the rule itself (a hidden
/// figure is at least 1, unless the total of its row is hidden) leave possible for every hidden
/// figure. `shown` says of each figure whether it is published; one that is missing is not.
///
/// A hidden zero whose row shows its total breaks the rule that zeros are shown; it is taken as if
/// the observer knew that it may be zero.
pub fn audit(model: &Model, shown: &[bool], rules: Rules) -> Audit {
    let is_shown = |figure: usize| shown.get(figure).copied().unwrap_or(false);
    let mut bare = System::new(model);
    for (figure, sum) in model.figures.iter().enumerate() {
        let total = model.rows[sum.row].total.filter(|total| *total != figure);
        let of_row = total.is_some_and(|total| !is_shown(total));
        if !is_shown(figure) {
            bare.roles[figure] = Role::Hidden(if of_row { 0 } else { sum.value.min(1) });
        }
    }
    let mut system = bare.clone();
    for (figure, role) in system.roles.iter_mut().enumerate() {
        if is_shown(figure) {
            *role = Role::Shown;
        }
    }
    let mut before = system.clone();
    spans::narrow(&mut bare);
    spans::narrow(&mut system);
    let components = spans::Components::new(&system);
    let mut prover = Prover::new(&system);
    let mut audit = Audit::default();
    for figure in (0..model.figures.len()).filter(|figure| !is_shown(*figure)) {
        let interval = if components.around(&system, figure) <= EXACT_MAX {
            exactly(&system, &mut prover, figure, rules)
        } else {
            roughly(&system, &mut prover, figure, rules)
        };
        if interval.values < rules.least_values() {
            let sum = &model.figures[figure];
            before.withdrawn = Withdrawn::From(sum.release);
            let is_narrow = |system| is_narrow(system, figure, rules.least_values());
            if sum.value == 0 {
                // It went with its row, and zeros are no secret.
                audit.known.push(figure);
            } else if is_narrow(&bare) {
                audit.bound.push(figure);
            } else if !rules.is_small(sum.value) && is_narrow(&before) {
                audit.known.push(figure);
            } else {
                audit.failing.push(figure);
            }
        }
        audit.intervals.push(interval);
    }
    audit
}

/// The interval of a figure whose whole component fits into one program.
fn exactly(system: &System<'_>, prover: &mut Prover, figure: usize, rules: Rules) -> Interval {
    let ball = system.ball(figure, EXACT_MAX);
    let local = system.inner(figure, &ball);
    let limits = spans::of_figure(system, figure);
    let (mut exact, mut unlimited) = (ball.complete, false);
    for up in [false, true] {
        // A solution that reaches what cannot be exceeded is an optimum, whoever found it.
        let reached = prover.ends(figure).is_some_and(|(smallest, largest)| {
            if up { limits.1 == Some(largest) } else { limits.0 == smallest }
        });
        if !reached {
            let found = optimum(system, prover, &ball, &local, up);
            unlimited |= found == Found::Unlimited;
            exact &= found != Found::Failed;
        }
    }
    if prover.values(figure) < rules.least_values() {
        prover.prove(system, figure, rules.least_values());
    }
    interval(system, prover, figure, exact, unlimited)
}

#[derive(PartialEq, Eq)]
enum Found {
    Optimum,
    Unlimited,
    Failed,
}

fn optimum(
    system: &System<'_>,
    prover: &mut Prover,
    ball: &Ball,
    local: &Local,
    up: bool,
) -> Found {
    match local.best(up) {
        Best::Found { differences, optimal } => {
            if prover.take(system, &ball.unknowns, &differences) && optimal {
                Found::Optimum
            } else {
                Found::Failed
            }
        }
        Best::Unbounded => Found::Unlimited,
        Best::Nothing | Best::Failed => Found::Failed,
    }
}

/// The interval of a figure of a larger component: what the neighbourhood proves, from within and
/// from without.
fn roughly(system: &System<'_>, prover: &mut Prover, figure: usize, rules: Rules) -> Interval {
    prover.prove(system, figure, rules.least_values());
    let exact = prover.ends(figure).is_some_and(|(smallest, largest)| {
        spans::of_figure(system, figure) == (smallest, Some(largest))
    });
    interval(system, prover, figure, exact, false)
}

fn interval(
    system: &System<'_>,
    prover: &Prover,
    figure: usize,
    exact: bool,
    unlimited: bool,
) -> Interval {
    let truth = system.model.figures[figure].value;
    let (smallest, largest) = prover.ends(figure).unwrap_or((truth, truth));
    let largest = (!unlimited).then_some(largest);
    Interval { figure, smallest, largest, values: prover.values(figure), exact }
}
