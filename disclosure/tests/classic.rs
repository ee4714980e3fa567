//! The classic cases, each as small as it can be.
#![allow(clippy::expect_used)]

use disclosure::{Fate, Figure, Model, Rules, Sense, audit, protect};

/// A table row: the parts are unknowns of their own, the last figure is their total.
fn row(model: &mut Model, release: usize, row: usize, parts: &[u32]) -> (Vec<usize>, Vec<usize>) {
    let unknowns: Vec<usize> = parts.iter().map(|part| model.unknown(*part)).collect();
    let mut figures: Vec<usize> =
        unknowns.iter().map(|unknown| figure(model, release, row, &[*unknown], false)).collect();
    figures.push(figure(model, release, row, &unknowns, true));
    (unknowns, figures)
}

fn figure(model: &mut Model, release: usize, row: usize, unknowns: &[usize], total: bool) -> usize {
    let unknowns = unknowns.to_vec();
    model.figure(&Figure { unknowns, release, row, total }).expect("a figure")
}

fn fates(model: &Model) -> Vec<Fate> {
    let pattern = protect(model, Rules::default());
    assert!(pattern.exposed.is_empty(), "{pattern:?}");
    assert!(audit(model, &pattern.shown(), Rules::default()).passes(), "{pattern:?}");
    pattern.fates
}

use Fate::{Complementary, Row, Shown, Small};

#[test]
fn large_values_and_zeros_are_shown() {
    let mut model = Model::new();
    row(&mut model, 0, 0, &[12, 0, 30]);
    assert_eq!(fates(&model), [Shown; 4]);
}

#[test]
fn the_smallest_neighbour_goes_with_a_small_one() {
    let mut model = Model::new();
    row(&mut model, 0, 0, &[3, 0, 30, 12]);
    assert_eq!(fates(&model), [Small, Shown, Shown, Complementary, Shown]);
}

#[test]
fn ties_go_to_the_first() {
    let mut model = Model::new();
    row(&mut model, 0, 0, &[12, 3, 12]);
    assert_eq!(fates(&model), [Complementary, Small, Shown, Shown]);
}

#[test]
fn a_small_total_takes_its_row_along() {
    let mut model = Model::new();
    row(&mut model, 0, 0, &[4, 0]);
    assert_eq!(fates(&model), [Small, Row, Small]);
}

#[test]
fn two_ones_are_not_enough() {
    // 1 + 1 of 20: both are at least 1 and 2 together, so they are known.
    let mut model = Model::new();
    row(&mut model, 0, 0, &[1, 1, 18]);
    assert_eq!(fates(&model), [Small, Small, Complementary, Shown]);
}

#[test]
fn no_neighbour_left() {
    // The other part is zero, so the total says it; it goes, and the row with it.
    let mut model = Model::new();
    let unknown = model.unknown(3);
    let more = model.unknown(9);
    figure(&mut model, 0, 0, &[unknown], false);
    figure(&mut model, 0, 1, &[unknown, more], true);
    figure(&mut model, 0, 1, &[more], false);
    let fates = fates(&model);
    assert_eq!(fates[0], Small);
    assert!(fates[1] != Shown || fates[2] != Shown, "{fates:?}");
}

#[test]
fn only_the_small_hidden_is_broken_by_the_audit() {
    let mut model = Model::new();
    let (_, figures) = row(&mut model, 0, 0, &[3, 30, 12]);
    let found = audit(&model, &[false, true, true, true], Rules::default());
    assert_eq!(found.failing, [figures[0]]);
    let interval = found.intervals[0];
    assert_eq!((interval.smallest, interval.largest, interval.exact), (3, Some(3), true));
}

#[test]
fn what_contacts_say_is_bound() {
    let mut model = Model::new();
    let (unknowns, figures) = row(&mut model, 0, 0, &[1, 1]);
    let terms: Vec<(i64, usize)> = unknowns.iter().map(|unknown| (1, *unknown)).collect();
    assert!(model.relation(&terms, Sense::AtMost, 2));
    let pattern = protect(&model, Rules::default());
    assert_eq!(pattern.fates, [Small, Small, Small]);
    assert!(pattern.bound.contains(&figures[2]) && pattern.exposed.is_empty(), "{pattern:?}");
    let found = audit(&model, &pattern.shown(), Rules::default());
    assert!(found.passes() && found.bound.contains(&figures[2]), "{found:?}");
    let total = found.intervals[2];
    assert_eq!((total.smallest, total.largest), (1, Some(2)));
}

#[test]
fn what_is_not_true_is_no_relation() {
    let mut model = Model::new();
    let unknown = model.unknown(7);
    assert!(!model.relation(&[(1, unknown)], Sense::AtMost, 6));
    assert!(!model.relation(&[(1, unknown)], Sense::Exactly, 8));
    assert!(!model.relation(&[(i64::MAX, unknown)], Sense::AtMost, i64::MAX));
    assert!(!model.relation(&[(1, unknown + 1)], Sense::AtMost, 6));
    assert!(model.relation(&[(1, unknown)], Sense::AtMost, 7));
    let figure = Figure { unknowns: vec![unknown, unknown], release: 0, row: 0, total: false };
    assert_eq!(model.figure(&figure), None);
    assert_eq!(Rules::new(2, 3), None);
}

#[test]
fn nothing_limits_a_lonely_figure() {
    let mut model = Model::new();
    let unknown = model.unknown(2);
    figure(&mut model, 0, 0, &[unknown], false);
    let found = audit(&model, &[false], Rules::default());
    let interval = found.intervals[0];
    assert_eq!((interval.smallest, interval.largest, interval.exact), (1, None, true));
    assert!(found.passes());
}

/// Women and men of three months, then of their quarter.
fn quarter() -> (Model, Vec<Vec<usize>>) {
    let mut model = Model::new();
    let mut months = Vec::new();
    let mut figures = Vec::new();
    for (month, parts) in [[3, 20], [9, 21], [8, 25]].iter().enumerate() {
        let (unknowns, row) = row(&mut model, month, 0, parts);
        months.push(unknowns);
        figures.push(row);
    }
    let (quarter, row) = row(&mut model, 3, 0, &[9, 30]);
    figures.push(row);
    for part in 0..2 {
        let mut sum: Vec<(i64, usize)> = vec![(1, quarter[part])];
        for month in &months {
            assert!(model.relation(&[(1, month[part]), (-1, quarter[part])], Sense::AtMost, 0));
            sum.push((-1, month[part]));
        }
        assert!(model.relation(&sum, Sense::AtMost, 0));
    }
    (model, figures)
}

#[test]
fn months_against_their_quarter() {
    let (model, figures) = quarter();
    let pattern = protect(&model, Rules::default());
    assert_eq!(pattern.fates[..3], [Small, Complementary, Shown]);
    assert!(pattern.exposed.is_empty() && pattern.bound.is_empty());
    let found = audit(&model, &pattern.shown(), Rules::default());
    assert!(found.passes() && found.inexact().next().is_none(), "{found:?}");
    // The women of the first month are at most those of the quarter.
    let women = found.intervals.iter().find(|one| one.figure == figures[0][0]).expect("hidden");
    assert_eq!((women.smallest, women.largest), (1, Some(9)));
}

#[test]
fn a_quarter_may_not_say_what_a_month_hid() {
    // One month of two was open: the quarter is what the hidden month was.
    let mut model = Model::new();
    let (month, _) = row(&mut model, 0, 0, &[4, 9]);
    let (quarter, _) = row(&mut model, 1, 0, &[4, 9]);
    for part in 0..2 {
        assert!(model.relation(&[(1, month[part]), (-1, quarter[part])], Sense::Exactly, 0));
    }
    assert_eq!(fates(&model), [Small, Complementary, Shown, Small, Complementary, Shown]);
}

#[test]
fn the_same_number_again_has_the_same_fate() {
    // A quarter with one open month: the same people, told a second time.
    let mut model = Model::new();
    let cells: Vec<usize> = [3, 40, 12].iter().map(|cell| model.unknown(*cell)).collect();
    for release in 0..2 {
        for cell in &cells {
            figure(&mut model, release, 0, &[*cell], false);
        }
        figure(&mut model, release, 0, &cells, true);
    }
    let fates = fates(&model);
    assert_eq!(fates[..4], [Small, Shown, Complementary, Shown]);
    assert_eq!(fates[..4], fates[4..]);
}

#[test]
fn what_is_known_later_does_not_weigh_before() {
    let table = |from: usize| {
        let mut model = Model::new();
        let (unknowns, _) = row(&mut model, 0, 0, &[3, 30, 12]);
        model.known_from(from);
        // The first two are 33 together, so the second would give the first away.
        let terms: Vec<(i64, usize)> = unknowns[..2].iter().map(|one| (1, *one)).collect();
        assert!(model.relation(&terms, Sense::Exactly, 33));
        row(&mut model, 1, 0, &[8]);
        model
    };
    assert_eq!(protect(&table(0), Rules::default()).fates[..3], [Small, Complementary, Shown]);
    let late = protect(&table(1), Rules::default());
    assert_eq!(late.fates[..3], [Small, Shown, Complementary]);
    // Nothing of the later release could help; what is foreseen is hidden in time.
    assert_eq!(late.exposed, [0, 2]);
    let foreseen = protect(&table(1).foreseen(), Rules::default());
    assert_eq!(foreseen.exposed, []);
}

#[test]
fn two_centres_and_their_project() {
    let mut model = Model::new();
    let cells: Vec<usize> = [3, 40, 22, 31].iter().map(|cell| model.unknown(*cell)).collect();
    let all: Vec<usize> = [25, 71].iter().map(|cell| model.unknown(*cell)).collect();
    for part in 0..2 {
        // Nobody was at both centres, and everybody knows it.
        let terms = [(1, all[part]), (-1, cells[part]), (-1, cells[part + 2])];
        assert!(model.relation(&terms, Sense::Exactly, 0));
    }
    for (at, unknowns) in [&cells[..2], &cells[2..], &all[..]].into_iter().enumerate() {
        for unknown in unknowns {
            figure(&mut model, 0, at, &[*unknown], false);
        }
        figure(&mut model, 0, at, unknowns, true);
    }
    let fates = fates(&model);
    assert_eq!(fates[..3], [Small, Complementary, Shown]);
    // Else the women of the first centre are those of the project without the second's.
    assert!(fates[3] != Shown || fates[6] != Shown, "{fates:?}");
}

#[test]
fn later_releases_change_nothing() {
    let (whole, _) = quarter();
    let mut first = Model::new();
    row(&mut first, 0, 0, &[3, 20]);
    let early = protect(&first, Rules::default()).fates;
    assert_eq!(protect(&whole, Rules::default()).fates[..3], early);
}
