//! Measures a project of many years on made-up figures: `cargo run --release --example measure --
//! YEARS CENTRES [marginals]`. With `marginals`, rows show women, men and bands, but no cells.
#![allow(clippy::expect_used)]

use disclosure::{Figure, Model, Rules, Sense, audit, protect};
use std::time::Instant;

/// Women, men, others by four bands.
const CELLS: usize = 12;

struct Made {
    model: Model,
    rows: usize,
    seed: u64,
}

impl Made {
    fn random(&mut self, below: u64) -> u32 {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.seed >> 33) % below) as u32
    }

    fn publish(&mut self, release: usize, cells: &[usize], with_cells: bool) {
        let row = self.rows;
        self.rows += 1;
        let mut add = |unknowns: Vec<usize>, total: bool| {
            self.model.figure(&Figure { unknowns, release, row, total }).expect("a figure");
        };
        add(cells.to_vec(), true);
        for sex in cells.chunks(4) {
            add(sex.to_vec(), false);
        }
        for band in 0..4 {
            add(cells.iter().skip(band).step_by(4).copied().collect(), false);
        }
        for cell in cells.iter().filter(|_| with_cells) {
            add(vec![*cell], false);
        }
    }

    /// Cells that are at least the largest and at most the sum of those of each group of parts.
    fn over(
        &mut self,
        parts: &[Vec<usize>],
        truth: &mut Vec<u32>,
        more: &[&[usize]],
    ) -> Vec<usize> {
        (0..CELLS)
            .map(|cell| {
                let of = |part: &[usize]| truth[part[cell]];
                let sum: u32 = parts.iter().map(|part| of(part)).sum();
                let most = parts.iter().map(|part| of(part)).max().unwrap_or(0);
                let least = more.iter().map(|part| of(part)).max().unwrap_or(0).max(most);
                let value = least + (sum.max(least) - least) / 3;
                let unknown = self.model.unknown(value);
                truth.push(value);
                for part in parts.iter().map(Vec::as_slice).chain(more.iter().copied()) {
                    self.model.relation(&[(1, part[cell]), (-1, unknown)], Sense::AtMost, 0);
                }
                let mut terms = vec![(1, unknown)];
                terms.extend(parts.iter().map(|part| (-1, part[cell])));
                self.model.relation(&terms, Sense::AtMost, 0);
                unknown
            })
            .collect()
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<usize>().ok());
    let (years, centres) = (number(1).unwrap_or(10), number(2).unwrap_or(20));
    let with_cells = !arguments.iter().any(|argument| argument == "marginals");
    let mut made = Made { model: Model::new(), rows: 0, seed: 7 };
    let mut truth = Vec::new();
    let mut release = 0;
    for _ in 0..years {
        let mut year: Vec<Vec<Vec<usize>>> = vec![Vec::new(); centres];
        let mut all_quarters = Vec::new();
        for _ in 0..4 {
            let mut quarter: Vec<Vec<Vec<usize>>> = vec![Vec::new(); centres];
            let mut all_months = Vec::new();
            for _ in 0..3 {
                for centre in &mut quarter {
                    let cells: Vec<usize> = (0..CELLS)
                        .map(|cell| {
                            let value = match (cell / 4, made.random(20)) {
                                (2, 0) => 1 + made.random(6),
                                (2, _) => 0,
                                (_, 0..2) => made.random(8),
                                _ => 8 + made.random(60),
                            };
                            truth.push(value);
                            made.model.unknown(value)
                        })
                        .collect();
                    let contacts: u32 = cells.iter().map(|cell| truth[*cell]).sum();
                    let sum: Vec<(i64, usize)> = cells.iter().map(|cell| (1, *cell)).collect();
                    let constant = i64::from(contacts + contacts / 2 + 2);
                    made.model.relation(&sum, Sense::AtMost, constant);
                    made.publish(release, &cells, with_cells);
                    centre.push(cells);
                }
                let parts: Vec<Vec<usize>> =
                    quarter.iter().filter_map(|centre| centre.last().cloned()).collect();
                let all = made.over(&parts, &mut truth, &[]);
                made.publish(release, &all, with_cells);
                all_months.push(all);
                release += 1;
            }
            let mut parts = Vec::new();
            for (months, year) in quarter.iter().zip(&mut year) {
                let cells = made.over(months, &mut truth, &[]);
                made.publish(release, &cells, with_cells);
                year.push(cells.clone());
                parts.push(cells);
            }
            let months: Vec<&[usize]> = all_months.iter().map(Vec::as_slice).collect();
            let all = made.over(&parts, &mut truth, &months);
            made.publish(release, &all, with_cells);
            all_quarters.push(all);
            release += 1;
        }
        let mut parts = Vec::new();
        for quarters in &year {
            let cells = made.over(quarters, &mut truth, &[]);
            made.publish(release, &cells, with_cells);
            parts.push(cells);
        }
        let quarters: Vec<&[usize]> = all_quarters.iter().map(Vec::as_slice).collect();
        let all = made.over(&parts, &mut truth, &quarters);
        made.publish(release, &all, with_cells);
        release += 1;
    }
    let model = made.model;
    println!("{} unknowns, {} figures, {release} releases", truth.len(), model.figures());
    let start = Instant::now();
    let pattern = protect(&model, Rules::default());
    let small = pattern.fates.iter().filter(|fate| **fate == disclosure::Fate::Small).count();
    println!(
        "protect: {:?}, {small} small, {} hidden, {} bound, {} known, {} exposed",
        start.elapsed(),
        pattern.hidden(),
        pattern.bound.len(),
        pattern.known.len(),
        pattern.exposed.len()
    );
    let start = Instant::now();
    let found = audit(&model, &pattern.shown(), Rules::default());
    println!(
        "audit: {:?}, {} failing, {} bound, {} known, {} inexact",
        start.elapsed(),
        found.failing.len(),
        found.bound.len(),
        found.known.len(),
        found.inexact().count()
    );
}
