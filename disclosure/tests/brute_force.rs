//! Small systems against the list of all their whole solutions.
#![allow(clippy::expect_used)]

use disclosure::{Fate, Figure, Model, Pattern, Rules, Sense, audit, protect};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A relation as it was handed in.
#[derive(Debug, Clone)]
struct Known {
    terms: Vec<(i64, usize)>,
    sense: Sense,
    constant: i64,
}

/// A system with a limit on the sum of all unknowns, so that its solutions can be listed.
#[derive(Debug, Clone)]
struct Case {
    truth: Vec<u32>,
    known: Vec<Known>,
    figures: Vec<Figure>,
}

impl Case {
    fn model(&self) -> Model {
        let mut model = Model::new();
        for truth in &self.truth {
            model.unknown(*truth);
        }
        for known in &self.known {
            assert!(model.relation(&known.terms, known.sense, known.constant));
        }
        for figure in &self.figures {
            model.figure(figure).expect("a figure");
        }
        model
    }

    fn value(figure: &Figure, solution: &[i64]) -> i64 {
        figure.unknowns.iter().map(|unknown| solution[*unknown]).sum()
    }

    /// All solutions of the relations.
    fn solutions(&self) -> Vec<Vec<i64>> {
        let most = self.known.first().expect("the limit of the sum").constant;
        let mut all = vec![Vec::new()];
        for _ in &self.truth {
            all = all
                .into_iter()
                .flat_map(|part: Vec<i64>| {
                    let used: i64 = part.iter().sum();
                    (0..=most - used).map(move |next| [part.clone(), vec![next]].concat())
                })
                .collect();
        }
        all.retain(|solution| {
            self.known.iter().all(|known| {
                let sum: i64 = known.terms.iter().map(|(by, at)| by * solution[*at]).sum();
                match known.sense {
                    Sense::AtMost => sum <= known.constant,
                    Sense::Exactly => sum == known.constant,
                }
            })
        });
        all
    }

    /// What a hidden figure is known to be at least.
    fn floor(&self, figure: &Figure, shown: &[bool], truth: &[i64]) -> i64 {
        let total = self.figures.iter().position(|other| {
            (other.release, other.row, other.total) == (figure.release, figure.row, true)
        });
        match total {
            Some(total) if !shown[total] && self.figures[total] != *figure => 0,
            _ => Self::value(figure, truth).min(1),
        }
    }

    /// The values of every figure, as an observer of what is shown sees them; with `open` only
    /// what is known of hidden figures counts.
    fn values(&self, shown: &[bool], open: bool) -> Vec<BTreeSet<i64>> {
        let truth: Vec<i64> = self.truth.iter().map(|truth| i64::from(*truth)).collect();
        let mut solutions = self.solutions();
        for (figure, shown_here) in self.figures.iter().zip(shown) {
            let value = Self::value(figure, &truth);
            let floor = self.floor(figure, shown, &truth);
            solutions.retain(|solution| match (shown_here, open) {
                (true, true) => true,
                (true, false) => Self::value(figure, solution) == value,
                (false, _) => Self::value(figure, solution) >= floor,
            });
        }
        let of = |figure| solutions.iter().map(|solution| Self::value(figure, solution)).collect();
        self.figures.iter().map(of).collect()
    }
}

/// Two or three rows over up to five unknowns, in one or two releases.
fn cases() -> impl Strategy<Value = Case> {
    let truth = prop_oneof![3 => 1_u32..4, 1 => Just(0), 2 => 4_u32..8];
    (prop::collection::vec(truth, 3..=5), 0_i64..4)
        .prop_flat_map(|(truth, room)| {
            let places = truth.len();
            let terms = prop::collection::vec((-2_i64..=2, 0..places), 1..4);
            let relation = (terms, any::<bool>(), 0_i64..3);
            let part = prop::collection::btree_set(0..places, 1..=2);
            let row = (prop::collection::vec(part, 1..=3), any::<bool>(), 0_usize..2);
            let relations = prop::collection::vec(relation, 0..=2);
            (Just(truth), Just(room), relations, prop::collection::vec(row, 1..=3))
        })
        .prop_map(|(truth, room, relations, rows)| {
            let sum: u32 = truth.iter().sum();
            let all = (0..truth.len()).map(|unknown| (1, unknown)).collect();
            let constant = i64::from(sum) + room;
            let mut known = vec![Known { terms: all, sense: Sense::AtMost, constant }];
            for (terms, equal, slack) in relations {
                let value: i64 = terms.iter().map(|(by, at)| by * i64::from(truth[*at])).sum();
                let (sense, constant) = match equal {
                    true => (Sense::Exactly, value),
                    false => (Sense::AtMost, value + slack),
                };
                known.push(Known { terms, sense, constant });
            }
            let mut figures = Vec::new();
            for (row, (parts, has_total, release)) in rows.into_iter().enumerate() {
                let total: BTreeSet<usize> = parts.iter().flatten().copied().collect();
                for part in parts {
                    let unknowns = part.into_iter().collect();
                    figures.push(Figure { unknowns, release, row, total: false });
                }
                if has_total {
                    let unknowns = total.into_iter().collect();
                    figures.push(Figure { unknowns, release, row, total: true });
                }
            }
            Case { truth, known, figures }
        })
}

fn shown_values(case: &Case, pattern: &Pattern) -> Vec<(bool, i64)> {
    let truth: Vec<i64> = case.truth.iter().map(|truth| i64::from(*truth)).collect();
    let values = case.figures.iter().map(|figure| Case::value(figure, &truth));
    pattern.fates.iter().map(|fate| *fate == Fate::Shown).zip(values).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    /// The ends and the verdicts of any pattern are those of the list of solutions.
    #[test]
    fn the_audit_is_exact(case in cases(), hide in prop::collection::vec(any::<bool>(), 12)) {
        let model = case.model();
        let truth: Vec<i64> = case.truth.iter().map(|truth| i64::from(*truth)).collect();
        let shown: Vec<bool> = (case.figures.iter().zip(&hide))
            .map(|(figure, hide)| Case::value(figure, &truth) == 0 || !hide)
            .collect();
        let found = audit(&model, &shown, Rules::default());
        let (values, open) = (case.values(&shown, false), case.values(&shown, true));
        for one in &found.intervals {
            let values = &values[one.figure];
            prop_assert!(one.exact, "{one:?}");
            prop_assert_eq!(Some(&one.smallest), values.first());
            prop_assert_eq!(one.largest.as_ref(), values.last());
            prop_assert_eq!(one.values >= 3, values.len() >= 3, "{:?} {:?}", one, values);
            let fails = found.failing.contains(&one.figure);
            let bound = found.bound.contains(&one.figure);
            let known = found.known.contains(&one.figure);
            prop_assert_eq!(fails || bound || known, values.len() < 3);
            let value = Case::value(&case.figures[one.figure], &truth);
            prop_assert!(!known || !Rules::default().is_small(value));
            if bound {
                prop_assert!(open[one.figure].len() < 3);
            }
        }
    }

    /// Every hidden figure has three values, unless the pattern says that it has not.
    #[test]
    fn a_protected_pattern_holds(case in cases()) {
        let model = case.model();
        let pattern = protect(&model, Rules::default());
        prop_assert_eq!(&protect(&model, Rules::default()), &pattern);
        let shown = pattern.shown();
        let values = case.values(&shown, false);
        let open = case.values(&shown, true);
        for (figure, (shown, value)) in shown_values(&case, &pattern).into_iter().enumerate() {
            prop_assert!(shown || value > 0 || pattern.fates[figure] == Fate::Row);
            prop_assert!(!shown || !Rules::default().is_small(value));
            prop_assert!(!shown || values[figure].len() == 1);
            if pattern.bound.contains(&figure) {
                prop_assert!(open[figure].len() < 3, "{figure} {pattern:?}");
            } else if pattern.known.contains(&figure) {
                prop_assert!(!Rules::default().is_small(value));
            } else if !shown && !pattern.exposed.contains(&figure) {
                prop_assert!(values[figure].len() >= 3, "{} {:?}", figure, pattern);
            }
        }
        let found = audit(&model, &shown, Rules::default());
        for figure in &found.failing {
            prop_assert!(pattern.exposed.contains(figure), "{figure} {pattern:?} {found:?}");
        }
    }

    /// What the first release shows and hides does not depend on the second.
    #[test]
    fn a_later_release_changes_nothing(case in cases()) {
        let mut first = case.clone();
        first.figures.retain(|figure| figure.release == 0);
        let early = protect(&first.model(), Rules::default());
        let whole = protect(&case.model(), Rules::default());
        let of_first = (case.figures.iter().zip(&whole.fates))
            .filter(|(figure, _)| figure.release == 0)
            .map(|(_, fate)| *fate);
        prop_assert_eq!(of_first.collect::<Vec<_>>(), early.fates);
    }
}
