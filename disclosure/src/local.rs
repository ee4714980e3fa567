//! A small whole-number program around a figure, in differences from the truth, and its solver.
//!
//! Differences keep the numbers small, and 0 is always a solution.

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolutionStatus, SolveOptions,
    Variable,
};

/// How many nodes the search for a whole solution may look at.
const NODES_MAX: u64 = 200;

/// The cost of a difference where only something else should count.
const LITTLE: f64 = 1e-5;

/// How far the solver's numbers may be from whole ones, and from the limits of lines.
pub(crate) const EPSILON: f64 = 1e-5;

/// The smallest and the largest difference; without the latter, nothing limits it.
pub(crate) type Span = (i64, Option<i64>);

/// A sum of differences that is at most its limit, or equal to it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Position in [`Local::spans`], coefficient.
    pub(crate) terms: Vec<(usize, i64)>,
    pub(crate) equal: bool,
    pub(crate) limit: i64,
}

impl Line {
    /// Whether no differences within their spans can break it.
    pub(crate) fn is_idle(&self, spans: &[Span]) -> bool {
        let most = self.terms.iter().try_fold(0_i64, |sum, (place, coefficient)| {
            let (low, high) = spans[*place];
            let far = if *coefficient > 0 { high? } else { low };
            sum.checked_add(coefficient.checked_mul(far)?)
        });
        !self.equal && most.is_some_and(|most| most <= self.limit)
    }
}

/// The program: differences within spans, lines between them, and the differences whose sum is the
/// figure's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Local {
    pub(crate) spans: Vec<Span>,
    pub(crate) lines: Vec<Line>,
    pub(crate) objective: Vec<usize>,
}

/// A sum of differences that should be 0, and what it costs when it is not.
#[derive(Debug, Clone)]
pub(crate) struct Soft {
    /// Positions in [`Local::spans`].
    pub(crate) places: Vec<usize>,
    /// What it costs.
    pub(crate) cost: Cost,
}

/// What it costs to let a sum move.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// How far below 0 it can go.
    pub(crate) most_less: i64,
    /// For each unit.
    pub(crate) each: f64,
}

/// The cost, the differences, and the soft lines that were broken.
pub(crate) type Cheapest = (f64, Vec<f64>, Vec<usize>);

/// What the solver says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Best {
    /// One difference a place. Whether no better one exists is the solver's word; the solution is
    /// the caller's to check.
    Found { differences: Vec<i64>, optimal: bool },
    /// Nothing limits the sum.
    Unbounded,
    /// There is no whole solution.
    Nothing,
    /// The solver gave up or was stopped.
    Failed,
}

impl Local {
    /// The solution with the largest (`up`) or smallest sum.
    pub(crate) fn best(&self, up: bool) -> Best {
        if self.objective.is_empty() {
            return Best::Found { differences: vec![0; self.spans.len()], optimal: true };
        }
        let direction =
            if up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut own = vec![[0.0, 0.0]; self.spans.len()];
        for place in &self.objective {
            own[*place] = [1.0, -1.0];
        }
        let ask = |in_whole| Program::new(self, direction, in_whole, |at| own[at]).solve();
        // Most systems here have whole corners, so that the plain program answers already.
        let values = match ask(false) {
            Ok((values, _)) => values,
            Err(best) => return best,
        };
        if let Some(differences) = whole(&values)
            && self.holds(&differences)
        {
            return Best::Found { differences, optimal: true };
        }
        match ask(true) {
            Ok((values, optimal)) => match whole(&values) {
                Some(differences) => Best::Found { differences, optimal },
                None => Best::Failed,
            },
            // There are solutions, only no whole one.
            Err(Best::Nothing) => Best::Failed,
            Err(best) => best,
        }
    }

    /// A solution with a sum that is near to the truth: as few people moved as can be, in whole
    /// numbers or not. The search starts at the truth, where everything but the sum holds, so that
    /// it looks at little more than at what has to move.
    pub(crate) fn move_least(&self, sum: i64, in_whole: bool) -> Result<Vec<f64>, Best> {
        let mut program =
            Program::new(self, OptimizationDirection::Minimize, in_whole, |_| [1.0; 2]);
        program.fix(&self.objective, sum);
        program.solve().map(|(values, _)| values)
    }

    /// What it takes to bring the sum to a value when soft lines may be broken for their cost;
    /// without whole numbers, so that it is a proposal. The cost, the differences, and which lines
    /// were broken.
    pub(crate) fn cheapest(&self, soft: &[&Soft], sum: i64) -> Option<Cheapest> {
        let mut program =
            Program::new(self, OptimizationDirection::Minimize, false, |_| [LITTLE; 2]);
        program.fix(&self.objective, sum);
        let mut sides = Vec::new();
        for line in soft {
            let more = program.problem.add_var(line.cost.each, (0.0, f64::INFINITY));
            let less = program.problem.add_var(line.cost.each, (0.0, line.cost.most_less as f64));
            let mut terms = program.sum(&line.places);
            terms.extend([(more, -1.0), (less, 1.0)]);
            program.problem.add_constraint(terms, ComparisonOp::Eq, 0.0);
            sides.push((more, less));
        }
        let solution = program.problem.solve().ok()?.into_solution().ok()?;
        let moves = |at: Variable| solution.var_value(at) > EPSILON;
        let broken =
            sides.iter().enumerate().filter(|(_, (more, less))| moves(*more) || moves(*less));
        let broken = broken.map(|(at, _)| at).collect();
        Some((solution.objective(), program.differences(&solution), broken))
    }

    /// Whether differences are a solution, in whole numbers.
    fn holds(&self, differences: &[i64]) -> bool {
        let inside = differences.iter().zip(&self.spans).all(|(difference, (low, high))| {
            difference >= low && high.is_none_or(|high| *difference <= high)
        });
        inside
            && self.lines.iter().all(|line| {
                let sum: i64 =
                    line.terms.iter().map(|(at, factor)| factor * differences[*at]).sum();
                if line.equal { sum == line.limit } else { sum <= line.limit }
            })
    }
}

/// The solver's form of a [`Local`]: each difference in two parts, what is more and what is less
/// than the truth. With both at least 0 and nothing gained by moving, the solver's first corner is
/// the truth itself, which is what makes it fast.
struct Program {
    problem: Problem,
    sides: Vec<[Option<Variable>; 2]>,
}

impl Program {
    /// The differences, with what a unit of more and of less counts, and the lines between them.
    fn new(
        local: &Local,
        direction: OptimizationDirection,
        in_whole: bool,
        counts: impl Fn(usize) -> [f64; 2],
    ) -> Self {
        let mut problem = Problem::new(direction);
        let mut side = |most: Option<i64>, counts: f64| match (most, in_whole) {
            (Some(0), _) => None,
            (most, true) => {
                let most = most.and_then(|most| i32::try_from(most).ok()).unwrap_or(i32::MAX);
                Some(problem.add_integer_var(counts, (0, most)))
            }
            (most, false) => {
                let most = most.map_or(f64::INFINITY, |most| most as f64);
                Some(problem.add_var(counts, (0.0, most)))
            }
        };
        let spans = local.spans.iter().enumerate();
        let sides = spans.map(|(at, (low, high))| {
            let [more, less] = counts(at);
            [side(*high, more), side(Some(-low), less)]
        });
        let sides = sides.collect();
        let mut program = Self { problem, sides };
        for line in &local.lines {
            let operator = if line.equal { ComparisonOp::Eq } else { ComparisonOp::Le };
            let terms = line.terms.iter().flat_map(|(place, factor)| program.of(*place, *factor));
            let terms: Vec<_> = terms.collect();
            program.problem.add_constraint(terms, operator, line.limit as f64);
        }
        program
    }

    fn of(&self, place: usize, factor: i64) -> impl Iterator<Item = (Variable, f64)> {
        let [more, less] = self.sides[place];
        let more = more.map(|more| (more, factor as f64));
        more.into_iter().chain(less.map(|less| (less, -factor as f64)))
    }

    fn sum(&self, places: &[usize]) -> Vec<(Variable, f64)> {
        places.iter().flat_map(|place| self.of(*place, 1)).collect()
    }

    fn fix(&mut self, places: &[usize], sum: i64) {
        let terms = self.sum(places);
        self.problem.add_constraint(terms, ComparisonOp::Eq, sum as f64);
    }

    /// The differences, and whether none are better.
    fn solve(&self) -> Result<(Vec<f64>, bool), Best> {
        let mut options = SolveOptions::default();
        options.node_limit = Some(NODES_MAX);
        // The lines are few and idle ones are left out already.
        options.presolve = self.problem.has_integer_vars();
        let outcome = self.problem.solve_with(options).map_err(|error| match error {
            Error::Infeasible => Best::Nothing,
            Error::Unbounded => Best::Unbounded,
            _ => Best::Failed,
        })?;
        let solution = outcome.into_solution().map_err(|_| Best::Failed)?;
        let optimal = solution.status() == SolutionStatus::Optimal;
        Ok((self.differences(&solution), optimal))
    }

    fn differences(&self, solution: &Solution) -> Vec<f64> {
        let value = |side: Option<Variable>| side.map_or(0.0, |side| solution.var_value(side));
        self.sides.iter().map(|[more, less]| value(*more) - value(*less)).collect()
    }
}

/// The whole numbers that the solver means, if it means any.
pub(crate) fn whole(values: &[f64]) -> Option<Vec<i64>> {
    let near = |value: &f64| {
        let rounded = value.round();
        ((rounded - value).abs() < EPSILON && rounded.abs() < 1e15).then_some(rounded as i64)
    };
    values.iter().map(near).collect()
}
