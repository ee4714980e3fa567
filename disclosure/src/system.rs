//! All that an observer knows at a moment, and the neighbourhood of a figure within it.

use crate::local::{Line, Local, Span};
use crate::model::{Model, Sense};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// An inequality that leaves no more than this is nearly an equality: what it links moves together.
const TIGHT: i64 = 3;

/// What an observer is told of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Not published yet, or withdrawn.
    Silent,
    /// Its value.
    Shown,
    /// That it is hidden, so that it is at least this.
    Hidden(i64),
}

/// What is left out of account for a question: shown figures, if nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Withdrawn {
    /// None of them.
    Nothing,
    /// Those of a release and of later ones.
    From(usize),
    /// The same, and that anything of these releases is hidden: as if nothing of them were told.
    Untold(usize),
    /// That an unknown is plainly known because a figure of a release shows nothing else.
    Alone(usize),
    /// All of them.
    All,
}

/// A constraint in differences from the truth: the signed sum of terms is at most `slack`, or 0.
pub(crate) struct View<'a> {
    pub(crate) terms: &'a [(usize, i64)],
    pub(crate) sign: i64,
    pub(crate) equal: bool,
    pub(crate) slack: i64,
}

/// Unknowns around a figure.
#[derive(Debug, Clone)]
pub(crate) struct Ball {
    /// Without those that are fixed; nearest first.
    pub(crate) unknowns: Vec<usize>,
    /// Whether nothing that is not fixed is linked to them.
    pub(crate) complete: bool,
}

/// The relations with the roles of all figures.
#[derive(Debug, Clone)]
pub(crate) struct System<'a> {
    pub(crate) model: &'a Model,
    pub(crate) roles: Vec<Role>,
    /// What is known of each unknown, in differences from the truth.
    pub(crate) spans: Vec<Span>,
    /// What is left out of account.
    pub(crate) withdrawn: Withdrawn,
    /// The release that is the last one so far: relations known only later are not in force.
    pub(crate) release: usize,
    /// The constraints that each unknown is part of: the relations, then the figures.
    of: Vec<Vec<usize>>,
}

impl<'a> System<'a> {
    /// Nothing published.
    pub(crate) fn new(model: &'a Model) -> Self {
        let mut of = vec![Vec::new(); model.truth.len()];
        let relations = model.relations.iter().map(|relation| &relation.terms);
        let all = relations.chain(model.figures.iter().map(|sum| &sum.terms));
        for (id, terms) in all.enumerate() {
            for (unknown, _) in terms {
                of[*unknown].push(id);
            }
        }
        let roles = vec![Role::Silent; model.figures.len()];
        let spans = model.truth.iter().map(|truth| (-truth, None)).collect();
        let release = usize::MAX;
        Self { model, roles, spans, withdrawn: Withdrawn::Nothing, release, of }
    }

    /// How many constraints there are, in force or not.
    pub(crate) fn constraints(&self) -> usize {
        self.model.relations.len() + self.model.figures.len()
    }

    /// A constraint, if it is in force.
    pub(crate) fn view(&self, id: usize) -> Option<View<'a>> {
        let model = self.model;
        let Some(figure) = id.checked_sub(model.relations.len()) else {
            let relation = &model.relations[id];
            if relation.release > self.release {
                return None;
            }
            let equal = relation.sense == Sense::Exactly;
            return Some(View { terms: &relation.terms, sign: 1, equal, slack: relation.slack });
        };
        let sum = &model.figures[figure];
        match self.roles[figure] {
            Role::Shown if self.is_withdrawn(figure, false) => None,
            Role::Shown => Some(View { terms: &sum.terms, sign: 1, equal: true, slack: 0 }),
            Role::Hidden(_) if self.is_untold(figure) => None,
            Role::Hidden(floor) if floor > 0 => {
                Some(View { terms: &sum.terms, sign: -1, equal: false, slack: sum.value - floor })
            }
            Role::Hidden(_) | Role::Silent => None,
        }
    }

    /// The constraints that an unknown is part of, in force or not.
    pub(crate) fn constraints_of(&self, unknown: usize) -> &[usize] {
        &self.of[unknown]
    }

    /// The figures that an unknown is part of, whatever their role.
    pub(crate) fn figures_of(&self, unknown: usize) -> impl Iterator<Item = usize> + '_ {
        let relations = self.model.relations.len();
        self.of[unknown].iter().filter_map(move |id| id.checked_sub(relations))
    }

    /// Whether an unknown is plainly known: its span is its value, it is shown alone, or a sum with
    /// it is shown to be zero.
    pub(crate) fn is_fixed(&self, unknown: usize) -> bool {
        self.spans[unknown] == (0, Some(0))
            || self.figures_of(unknown).any(|figure| {
                let sum = &self.model.figures[figure];
                self.roles[figure] == Role::Shown
                    && (sum.value == 0 || sum.terms.len() == 1)
                    && !self.is_withdrawn(figure, true)
            })
    }

    fn is_untold(&self, figure: usize) -> bool {
        let Withdrawn::Untold(release) = self.withdrawn else { return false };
        self.model.figures[figure].release >= release
    }

    fn is_withdrawn(&self, figure: usize, as_known: bool) -> bool {
        match self.withdrawn {
            Withdrawn::Alone(release) => {
                let sum = &self.model.figures[figure];
                as_known && sum.value > 0 && sum.release == release
            }
            Withdrawn::Nothing => false,
            Withdrawn::From(release) | Withdrawn::Untold(release) => {
                self.model.figures[figure].release >= release
            }
            Withdrawn::All => true,
        }
    }

    /// The value of a figure when the unknowns differ from the truth as given.
    pub(crate) fn value(&self, figure: usize, changes: &BTreeMap<usize, i64>) -> i64 {
        let sum = &self.model.figures[figure];
        let change = sum.terms.iter().filter_map(|(unknown, _)| changes.get(unknown)).sum::<i64>();
        sum.value + change
    }

    /// Whether differences from the truth, 0 for all other unknowns, contradict nothing that an
    /// observer knows.
    pub(crate) fn allows(&self, changes: &BTreeMap<usize, i64>) -> bool {
        let touched: BTreeSet<usize> =
            changes.keys().flat_map(|unknown| self.of[*unknown].iter().copied()).collect();
        changes.iter().all(|(unknown, change)| self.model.truth[*unknown] + change >= 0)
            && touched.into_iter().filter_map(|id| self.view(id)).all(|view| {
                let moved = view.terms.iter().filter_map(|(unknown, coefficient)| {
                    changes.get(unknown).map(|change| view.sign * coefficient * change)
                });
                let sum: i64 = moved.sum();
                if view.equal { sum == 0 } else { sum <= view.slack }
            })
    }

    /// The unknowns around a figure, at most `limit` of them besides its own: first along what is
    /// shown and relations that leave little room, then along the others.
    pub(crate) fn ball(&self, figure: usize, limit: usize) -> Ball {
        let own = self.model.figures[figure].terms.iter().map(|(unknown, _)| *unknown);
        let mut unknowns: Vec<usize> = own.filter(|unknown| !self.is_fixed(*unknown)).collect();
        let mut known: BTreeSet<usize> = unknowns.iter().copied().collect();
        let mut close: VecDeque<usize> = unknowns.iter().copied().collect();
        let mut wide = close.clone();
        let most = unknowns.len() + limit;
        loop {
            let (from, closely) = match (close.pop_front(), wide.front()) {
                (Some(unknown), _) => (unknown, true),
                (None, Some(_)) => match wide.pop_front() {
                    Some(unknown) => (unknown, false),
                    None => break,
                },
                (None, None) => break,
            };
            for view in self.of[from].iter().filter_map(|id| self.view(*id)) {
                if closely != (view.equal || view.slack <= TIGHT) {
                    continue;
                }
                for (unknown, _) in view.terms {
                    if known.contains(unknown) || self.is_fixed(*unknown) {
                        continue;
                    }
                    if unknowns.len() >= most {
                        return Ball { unknowns, complete: false };
                    }
                    known.insert(*unknown);
                    unknowns.push(*unknown);
                    close.push_back(*unknown);
                    wide.push_back(*unknown);
                }
            }
        }
        Ball { unknowns, complete: true }
    }

    /// The constraints in force that a ball's unknowns are part of.
    pub(crate) fn around(&self, ball: &Ball) -> BTreeSet<usize> {
        ball.unknowns.iter().flat_map(|unknown| self.of[*unknown].iter().copied()).collect()
    }

    /// The program of a ball with everything outside at its true value: each solution is one of the
    /// whole system.
    pub(crate) fn inner(&self, figure: usize, ball: &Ball) -> Local {
        let places: BTreeMap<usize, usize> =
            ball.unknowns.iter().enumerate().map(|(place, unknown)| (*unknown, place)).collect();
        let spans = ball.unknowns.iter().map(|unknown| self.spans[*unknown]).collect();
        let mut local = Local { spans, ..Local::default() };
        let own = &self.model.figures[figure].terms;
        local.objective = own.iter().filter_map(|(u, _)| places.get(u).copied()).collect();
        for view in self.around(ball).into_iter().filter_map(|id| self.view(id)) {
            let terms = view.terms.iter().filter_map(|(unknown, factor)| {
                places.get(unknown).map(|place| (*place, view.sign * factor))
            });
            let terms = terms.collect();
            local.lines.push(Line { terms, equal: view.equal, limit: view.slack });
        }
        let spans = &local.spans;
        local.lines.retain(|line| !line.is_idle(spans));
        local
    }
}
