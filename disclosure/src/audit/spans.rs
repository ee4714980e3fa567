//! What single constraints say of single unknowns, followed through the whole system.

use crate::local::Span;
use crate::system::{System, View};
use std::collections::{BTreeSet, VecDeque};

/// How often a constraint is looked at: spans that close in slowly stay as wide as they are.
const VISITS_MAX: usize = 40;

/// Narrows the spans of all unknowns as far as single constraints do.
pub(super) fn narrow(system: &mut System<'_>) {
    let mut visits = vec![0; system.constraints()];
    let mut waiting = vec![true; system.constraints()];
    let mut queue: VecDeque<usize> = (0..system.constraints()).collect();
    while let Some(id) = queue.pop_front() {
        waiting[id] = false;
        visits[id] += 1;
        let Some(view) = system.view(id) else { continue };
        let mut changed = follow(&mut system.spans, &view, view.sign);
        if view.equal {
            changed.extend(follow(&mut system.spans, &view, -view.sign));
        }
        for other in changed.iter().flat_map(|unknown| system.constraints_of(*unknown)) {
            if !waiting[*other] && visits[*other] < VISITS_MAX {
                waiting[*other] = true;
                queue.push_back(*other);
            }
        }
    }
}

/// Narrows the spans by one inequality; returns the unknowns whose span changed.
fn follow(spans: &mut [Span], view: &View<'_>, sign: i64) -> Vec<usize> {
    let smallest = |(low, high): Span, factor: i64| {
        if factor > 0 { factor.checked_mul(low) } else { factor.checked_mul(high?) }
    };
    // The smallest sum of all terms that have one, and how many have none.
    let (mut sum, mut endless) = (0_i64, 0_usize);
    for (unknown, coefficient) in view.terms {
        match smallest(spans[*unknown], sign * coefficient).map(|least| sum.checked_add(least)) {
            Some(Some(next)) => sum = next,
            Some(None) => return Vec::new(),
            None => endless += 1,
        }
    }
    // What narrows is the other end of each span than the one that is in the sum.
    let mut changed = Vec::new();
    for (unknown, coefficient) in view.terms {
        let factor = sign * coefficient;
        let own = smallest(spans[*unknown], factor);
        if endless > usize::from(own.is_none()) {
            continue;
        }
        let Some(room) = view.slack.checked_sub(sum - own.unwrap_or(0)) else { continue };
        let (low, high) = &mut spans[*unknown];
        if factor > 0 {
            let most = room.div_euclid(factor);
            if high.is_none_or(|high| most < high) {
                *high = Some(most);
                changed.push(*unknown);
            }
        } else {
            let least = -room.div_euclid(-factor);
            if least > *low {
                *low = least;
                changed.push(*unknown);
            }
        }
    }
    changed
}

/// The values of a figure that the spans of its unknowns allow.
pub(super) fn of_figure(system: &System<'_>, figure: usize) -> (i64, Option<i64>) {
    let sum = &system.model.figures[figure];
    let spans = || sum.terms.iter().map(|(unknown, _)| system.spans[*unknown]);
    let low: i64 = spans().map(|(low, _)| low).sum();
    let high = spans().map(|(_, high)| high).sum::<Option<i64>>();
    (sum.value + low, high.map(|high| sum.value + high))
}

/// Unknowns that are linked with each other, without those that are fixed.
pub(super) struct Components {
    of: Vec<Option<usize>>,
    sizes: Vec<usize>,
}

impl Components {
    /// Finds them along all constraints in force.
    pub(super) fn new(system: &System<'_>) -> Self {
        let free: Vec<bool> =
            (0..system.spans.len()).map(|unknown| !system.is_fixed(unknown)).collect();
        let mut of: Vec<Option<usize>> = vec![None; free.len()];
        let mut sizes = Vec::new();
        let mut seen = vec![false; system.constraints()];
        for start in (0..free.len()).filter(|unknown| free[*unknown]) {
            if of[start].is_some() {
                continue;
            }
            let number = Some(sizes.len());
            of[start] = number;
            let mut size = 0;
            let mut stack = vec![start];
            while let Some(unknown) = stack.pop() {
                size += 1;
                for id in system.constraints_of(unknown) {
                    if std::mem::replace(&mut seen[*id], true) {
                        continue;
                    }
                    for (other, _) in system.view(*id).iter().flat_map(|view| view.terms) {
                        if free[*other] && of[*other].is_none() {
                            of[*other] = number;
                            stack.push(*other);
                        }
                    }
                }
            }
            sizes.push(size);
        }
        Self { of, sizes }
    }

    /// How many unknowns are linked with a figure, its own included.
    pub(super) fn around(&self, system: &System<'_>, figure: usize) -> usize {
        let terms = &system.model.figures[figure].terms;
        let numbers: BTreeSet<usize> =
            terms.iter().filter_map(|(unknown, _)| self.of[*unknown]).collect();
        numbers.into_iter().map(|number| self.sizes[number]).sum()
    }
}
