//! A small whole-number program around a figure, in differences from the truth, and its solver.
//!
//! Differences keep the numbers small, and 0 is always a solution.

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, SolutionStatus, SolveOptions, Variable,
};

/// How many nodes the search for a whole solution may look at.
const NODES_MAX: u64 = 200;

/// How far the solver's numbers may be from whole ones.
const EPSILON: f64 = 1e-5;

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
    /// How far below 0 it can go.
    pub(crate) most_less: i64,
    /// For each unit.
    pub(crate) cost: f64,
}

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
    /// The solution with the largest (`up`) or smallest sum, within a range of sums if there is
    /// one.
    pub(crate) fn best(&self, up: bool, within: Option<Span>) -> Best {
        if self.objective.is_empty() {
            return Best::Found { differences: vec![0; self.spans.len()], optimal: true };
        }
        // Most systems here have whole corners, so that the plain program answers already.
        let values = match self.solve(up, within, false) {
            Ok((values, _)) => values,
            Err(best) => return best,
        };
        if let Some(differences) = whole(&values)
            && self.holds(&differences)
        {
            return Best::Found { differences, optimal: true };
        }
        match self.solve(up, within, true) {
            Ok((values, optimal)) => match whole(&values) {
                Some(differences) => Best::Found { differences, optimal },
                None => Best::Failed,
            },
            Err(best) => best,
        }
    }

    /// What it takes to bring the sum to a value when soft lines may be broken for their cost;
    /// without whole numbers, so that it is a proposal. The cost, and which lines were broken.
    pub(crate) fn cheapest(&self, soft: &[Soft], sum: i64) -> Option<(f64, Vec<usize>)> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let end = |high: Option<i64>| high.map_or(f64::INFINITY, |high| high as f64);
        let variables: Vec<Variable> = self
            .spans
            .iter()
            .map(|(low, high)| problem.add_var(0.0, (*low as f64, end(*high))))
            .collect();
        self.constrain(&mut problem, &variables, Some((sum, Some(sum))));
        let mut sides = Vec::new();
        for line in soft {
            let more = problem.add_var(line.cost, (0.0, f64::INFINITY));
            let less = problem.add_var(line.cost, (0.0, line.most_less as f64));
            let places = line.places.iter().map(|place| (variables[*place], 1.0));
            let terms: Vec<(Variable, f64)> = places.chain([(more, -1.0), (less, 1.0)]).collect();
            problem.add_constraint(terms, ComparisonOp::Eq, 0.0);
            sides.push((more, less));
        }
        let solution = problem.solve().ok()?.into_solution().ok()?;
        let moves = |at: Variable| solution.var_value(at) > EPSILON;
        let broken =
            sides.iter().enumerate().filter(|(_, (more, less))| moves(*more) || moves(*less));
        Some((solution.objective(), broken.map(|(at, _)| at).collect()))
    }

    /// What no solution's sum is beyond, whole or not; `None` when there is no such limit, or the
    /// solver failed.
    pub(crate) fn beyond(&self, up: bool) -> Option<i64> {
        if self.objective.is_empty() {
            return Some(0);
        }
        let (values, _) = self.solve(up, None, false).ok()?;
        let sum: f64 = self.objective.iter().map(|place| values[*place]).sum();
        Some(if up { (sum + EPSILON).floor() } else { (sum - EPSILON).ceil() } as i64)
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

    fn solve(
        &self,
        up: bool,
        within: Option<Span>,
        in_whole: bool,
    ) -> Result<(Vec<f64>, bool), Best> {
        let direction =
            if up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut problem = Problem::new(direction);
        let mut weights = vec![0.0; self.spans.len()];
        for place in &self.objective {
            weights[*place] = 1.0;
        }
        let variables: Vec<Variable> = (self.spans.iter().zip(weights))
            .map(|((low, high), weight)| {
                if in_whole {
                    let limit = |end: i64| end.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
                    problem.add_integer_var(weight, (limit(*low), high.map_or(i32::MAX, limit)))
                } else {
                    let high = high.map_or(f64::INFINITY, |high| high as f64);
                    problem.add_var(weight, (*low as f64, high))
                }
            })
            .collect();
        self.constrain(&mut problem, &variables, within);
        let mut options = SolveOptions::default();
        options.node_limit = Some(NODES_MAX);
        let outcome = problem.solve_with(options).map_err(|error| match error {
            Error::Infeasible => Best::Nothing,
            Error::Unbounded => Best::Unbounded,
            _ => Best::Failed,
        })?;
        let solution = outcome.into_solution().map_err(|_| Best::Failed)?;
        let optimal = solution.status() == SolutionStatus::Optimal;
        Ok((variables.iter().map(|variable| solution.var_value(*variable)).collect(), optimal))
    }

    fn constrain(&self, problem: &mut Problem, variables: &[Variable], within: Option<Span>) {
        for line in &self.lines {
            let operator = if line.equal { ComparisonOp::Eq } else { ComparisonOp::Le };
            let terms = line.terms.iter().map(|(at, factor)| (variables[*at], *factor as f64));
            problem.add_constraint(terms, operator, line.limit as f64);
        }
        if let Some((low, high)) = within {
            let sum = || self.objective.iter().map(|at| (variables[*at], 1.0));
            problem.add_constraint(sum(), ComparisonOp::Ge, low as f64);
            if let Some(high) = high {
                problem.add_constraint(sum(), ComparisonOp::Le, high as f64);
            }
        }
    }
}

/// The whole numbers that the solver means, if it means any.
fn whole(values: &[f64]) -> Option<Vec<i64>> {
    let near = |value: &f64| {
        let rounded = value.round();
        ((rounded - value).abs() < EPSILON && rounded.abs() < 1e15).then_some(rounded as i64)
    };
    values.iter().map(near).collect()
}
