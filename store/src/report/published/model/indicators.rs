//! The figures of R5: indicators that count people.

use super::link::apart;
use super::{Building, Key, What};
use crate::report::indicators::Defined;
use crate::report::published::calendar::{is_quarter_or_year, is_within};
use crate::report::reached::Scope;
use chrono::NaiveDate;
use disclosure::Figure;
use domain::indicator::Measure;
use domain::report::period::{Days, Step};
use domain::report::reached::cells;
use domain::workshop::Activity;
use std::collections::HashMap;

impl Building<'_> {
    /// Indicators that count people are further figures over the same unknowns, or over unknowns
    /// of their own.
    pub(super) fn indicators(
        &mut self,
        indicators: &[Defined],
        completed: &HashMap<i64, Vec<NaiveDate>>,
    ) {
        for (n, one) in indicators.iter().enumerate() {
            match &one.define.measure {
                Measure::People { sex, bands } => {
                    let scope = one.define.activity.map_or(Scope::All, Scope::Activity);
                    self.people(n, one.key, scope, &cells(*sex, bands));
                }
                Measure::Completions => {
                    let days = completed.get(&one.key).map_or(&[][..], Vec::as_slice);
                    self.completions(n, one.key, days);
                }
                _ => {}
            }
        }
    }

    /// An indicator of different people: in each piece, and from the project's first day on.
    fn people(&mut self, n: usize, key: i64, scope: Scope, cells: &[usize]) {
        let mut before: Option<Key> = None;
        for days in self.own.pieces.clone() {
            let release = self.own.release(days);
            let piece = (days, scope);
            if let Scope::Activity(kind) = scope
                && !self.own.unknowns.contains_key(&piece)
            {
                self.of_kind(days, kind);
            }
            let since = ((self.own.known.begin, days.1), scope);
            // In a project's first month, or where a month brought nothing, it is told already.
            let told = [Some((days, scope)), before];
            let is_same =
                |other| self.own.known.counts.get(&since) == self.own.known.counts.get(&other);
            let tells = is_quarter_or_year(days) || told.into_iter().flatten().any(is_same);
            if !tells {
                // One equation more over the same people: not told.
            } else if !self.own.unknowns.contains_key(&since) && self.add(since, release).is_some()
            {
                // What came together before and what came now is all there is.
                let mut parts: Vec<_> = before.into_iter().collect();
                parts.push((days, scope));
                self.contains(since, &parts);
            } else {
                self.part_of((days, scope), since);
            }
            if tells {
                before = Some(since);
            }
            let row = self.own.row_of(n);
            let both = [((days, scope), What::Actual(key)), (since, What::Cumulative(key))];
            for (place, (of, what)) in both.into_iter().enumerate().take(1 + usize::from(tells)) {
                let Some(unknowns) = self.own.unknowns.get(&of) else { continue };
                let unknowns = cells.iter().map(|place| unknowns.cells[*place]).collect();
                let figure = Figure { unknowns, release, row: row + place, total: false };
                self.publish((days, Scope::All, what), figure);
            }
        }
    }

    /// Those in workshops of one kind, in each centre and together. Where a centre has no others,
    /// they are the centre's.
    fn of_kind(&mut self, days: Days, kind: Activity) {
        let release = self.own.release(days);
        let centres: Vec<_> = self.own.scopes.iter().skip(1).copied().collect();
        let mut places = Vec::new();
        for centre in centres {
            let Scope::Centre(key) = centre else { continue };
            let place = Scope::In(key, kind);
            if self.add((days, place), release).is_some() {
                self.part_of((days, place), (days, centre));
                self.made_of_its_time(days, place);
                places.push((days, place));
            }
        }
        let all = Scope::Activity(kind);
        if self.add((days, all), release).is_some() {
            self.part_of((days, all), (days, Scope::All));
            self.made_of_its_time(days, all);
            self.made_of_places((days, all), &places);
        }
    }

    /// Completions add up: one unknown for each month.
    fn completions(&mut self, n: usize, key: i64, completed: &[NaiveDate]) {
        let mut months: Vec<(Days, usize)> = Vec::new();
        for days in self.own.pieces.clone() {
            let release = self.own.release(days);
            if Step::Month.around(days.0) == Some(days) {
                let within = completed.iter().filter(|day| days.0 <= **day && **day <= days.1);
                let value = u32::try_from(within.count()).unwrap_or(u32::MAX);
                self.model.known_from(release);
                let unknown = self.completed(key, days, value);
                months.push((days, unknown));
            }
            let row = self.own.row_of(n);
            let of = |from: NaiveDate| {
                let within = months.iter().filter(|(month, _)| is_within(*month, (from, days.1)));
                within.map(|(_, unknown)| *unknown).collect::<Vec<_>>()
            };
            let both =
                [(of(days.0), What::Actual(key)), (of(NaiveDate::MIN), What::Cumulative(key))];
            for (place, (unknowns, what)) in both.into_iter().enumerate() {
                let figure = Figure { unknowns, release, row: row + place, total: false };
                self.publish((days, Scope::All, what), figure);
            }
        }
    }

    /// The unknown of what was completed in a month. Nobody is told of single completions, so what
    /// was told of them earlier is taken to be known as far as it differs.
    fn completed(&mut self, key: i64, month: Days, value: u32) -> usize {
        let last = self.before().next().and_then(|one| one.months.get(&(key, month)).copied());
        let unknown = match last {
            Some(last) if self.model.truth(last) == Some(i64::from(value)) => last,
            Some(last) => {
                let unknown = self.model.unknown(value);
                apart(&mut self.model, last, unknown, 0);
                unknown
            }
            None => self.model.unknown(value),
        };
        self.own.months.insert((key, month), unknown);
        unknown
    }
}
