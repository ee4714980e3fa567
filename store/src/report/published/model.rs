//! What is told of a project's people, as [`disclosure`] is asked about it: unknowns for each piece of
//! the calendar and place, what everybody knows of them, and the figures of R3, R5 and R6.

use super::{Known, What};
use crate::report::indicators::Defined;
use crate::report::reached::{Counts, Scope, places};
use chrono::NaiveDate;
use disclosure::{Fate, Figure, Model, Rules, Sense, audit, protect};
use domain::indicator::Measure;
use domain::person::Sex;
use domain::report::ColumnId;
use domain::report::period::{Days, Step};
use domain::report::reached::{CELLS, PARTS, Reached, cells, cells_of};
use std::collections::HashMap;

/// At the ends of quarters and years it is told how many people came since the project began. Each
/// further total of the same people is one more equation, and with those of all months little else
/// could be shown (docs/decisions.md).
pub(super) fn is_quarter_or_year(days: Days) -> bool {
    Step::Month.around(days.0) != Some(days)
}

/// Whole pieces of the calendar from the one that a day lies in, as far as they are over.
fn whole_pieces(step: Step, first: NaiveDate, today: NaiveDate) -> Vec<Days> {
    let begin = step.around(first).map_or(first, |(from, _)| from);
    let mut all = Vec::new();
    let mut next = step.around(begin);
    while let Some((from, to)) = next.filter(|(_, to)| *to <= today) {
        all.push((from, to));
        next = to.succ_opt().and_then(|day| step.around(day));
    }
    all
}

/// Months, quarters and years in the order in which they are published: by their last day, the
/// shorter ones first.
pub(super) fn pieces(first: NaiveDate, today: NaiveDate) -> Vec<Days> {
    let steps = [Step::Month, Step::Quarter, Step::Year];
    let mut all: Vec<Days> =
        steps.into_iter().flat_map(|step| whole_pieces(step, first, today)).collect();
    all.sort_by_key(|(from, to)| (*to, *to - *from));
    all
}

/// The unknowns of one piece and scope.
#[derive(Clone)]
struct Unknowns {
    cells: [usize; CELLS],
    disabled: usize,
    uasc: usize,
}

impl Unknowns {
    fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().copied().chain([self.disabled, self.uasc])
    }
}

/// The model while it is built, with the names of its figures.
pub(super) struct Building<'a> {
    counts: &'a Counts,
    /// The first day of the project, from which it is counted what came together.
    begin: NaiveDate,
    model: Model,
    unknowns: HashMap<(Days, Scope), Unknowns>,
    /// The unknowns of what was completed, by the key of the indicator and the month.
    months: HashMap<(i64, Days), usize>,
    /// What is to be published, in the order of the figures.
    figures: Vec<((Days, Scope, What), Figure)>,
    /// The pieces in order: the place is the release, after those of the earlier ones.
    pieces: Vec<Days>,
    scopes: Vec<Scope>,
    /// What was told after an earlier entry of the journal, where that is judged as well.
    earlier: Option<Earlier<'a>>,
}

/// What was told earlier of the same project.
struct Earlier<'a> {
    counts: &'a Counts,
    unknowns: HashMap<(Days, Scope), Unknowns>,
    /// Completions of indicators, by the key of the indicator and the month.
    months: HashMap<(i64, Days), usize>,
    /// How many figures were told, in how many releases.
    figures: usize,
    releases: usize,
    /// What is counted now in shifts about which something was entered since.
    touched: &'a Counts,
}

impl<'a> Building<'a> {
    /// All that is told of a project.
    pub(super) fn of(known: &'a Known) -> Self {
        Self::over(known, Model::new(), Vec::new(), None)
    }

    /// All that was told of a project after an earlier entry of the journal, and all that is told
    /// now. `touched` counts now in the shifts about which something was entered in between.
    pub(super) fn beside(before: &'a Known, now: &'a Known, touched: &'a Counts) -> Self {
        let Self { model, unknowns, months, figures, pieces, .. } = Self::of(before);
        let earlier = Earlier {
            counts: &before.counts,
            unknowns,
            months,
            figures: figures.len(),
            releases: pieces.len(),
            touched,
        };
        Self::over(now, model, figures, Some(earlier))
    }

    fn over(
        known: &'a Known,
        model: Model,
        figures: Vec<((Days, Scope, What), Figure)>,
        earlier: Option<Earlier<'a>>,
    ) -> Self {
        let mut building = Self {
            counts: &known.counts,
            begin: known.begin,
            model,
            unknowns: HashMap::new(),
            months: HashMap::new(),
            figures,
            pieces: Vec::new(),
            scopes: places(&known.counts),
            earlier,
        };
        known.pieces.iter().for_each(|days| building.piece(*days));
        building.indicators(&known.indicators, &known.completed);
        building
    }

    /// How many of the figures were told earlier: they come first.
    pub(super) fn earlier(&self) -> usize {
        self.earlier.as_ref().map_or(0, |earlier| earlier.figures)
    }

    /// The release of the piece at a place.
    fn release(&self, place: usize) -> usize {
        self.earlier.as_ref().map_or(0, |earlier| earlier.releases) + place
    }

    /// Adds the next piece of the calendar: its unknowns, what everybody knows of them, and the
    /// rows of R3, which R6 shares.
    fn piece(&mut self, days: Days) {
        let release = self.release(self.pieces.len());
        self.pieces.push(days);
        self.model.known_from(release);
        for (row, scope) in self.scopes.clone().into_iter().enumerate() {
            let Some(unknowns) = self.add(days, scope) else { continue };
            let figure = |this: &mut Self, column, unknowns: Vec<usize>| {
                let total = column == ColumnId::People;
                let figure = Figure { unknowns, release, row, total };
                this.publish((days, scope, What::Column(column)), figure);
            };
            let shared = [ColumnId::People, ColumnId::PeopleFemale, ColumnId::PeopleMale];
            for column in PARTS.into_iter().chain(shared) {
                let cells = cells_of(column).unwrap_or_default();
                figure(self, column, cells.iter().map(|place| unknowns.cells[*place]).collect());
            }
            figure(self, ColumnId::Disabled, vec![unknowns.disabled]);
            figure(self, ColumnId::Uasc, vec![unknowns.uasc]);
        }
        // A piece is at least each of those within it, and at most all of them together.
        let within = |step: Step| -> Vec<Days> {
            let inner = |one: &&Days| step.around(one.0) == Some(**one) && is_within(**one, days);
            self.pieces.iter().filter(inner).copied().collect()
        };
        let parts = match (Step::Year.around(days.0), Step::Quarter.around(days.0)) {
            (Some(year), _) if year == days => within(Step::Quarter),
            (_, Some(quarter)) if quarter == days => within(Step::Month),
            _ => Vec::new(),
        };
        if !parts.is_empty() {
            for scope in self.scopes.clone() {
                let parts: Vec<_> = parts.iter().map(|part| (*part, scope)).collect();
                self.contains((days, scope), &parts);
            }
        }
        let centres: Vec<_> = self.scopes.iter().skip(1).map(|scope| (days, *scope)).collect();
        self.contains((days, Scope::All), &centres);
    }

    /// The unknowns of a piece and scope, with what everybody knows; none where nobody came.
    fn add(&mut self, days: Days, scope: Scope) -> Option<Unknowns> {
        let reached: &Reached = self.counts.get(&(days, scope))?;
        if reached.contacts == 0 {
            return None;
        }
        let earlier = self.earlier.as_ref();
        let same = earlier.and_then(|earlier| earlier.unchanged((days, scope), reached));
        if let Some(same) = same.or_else(|| self.same_sessions((days, scope), reached)) {
            self.unknowns.insert((days, scope), same.clone());
            return Some(same);
        }
        let model = &mut self.model;
        let mut unknown = |value: i64| model.unknown(u32::try_from(value).unwrap_or(u32::MAX));
        let unknowns = Unknowns {
            cells: reached.cells.map(&mut unknown),
            disabled: unknown(reached.disabled),
            uasc: unknown(reached.uasc),
        };
        let plus = |cells: &[usize]| -> Vec<(i64, usize)> {
            cells.iter().map(|cell| (1, *cell)).collect()
        };
        let minus = |cells: &[usize]| -> Vec<(i64, usize)> {
            cells.iter().map(|cell| (-1, *cell)).collect()
        };
        // Contacts are open: nobody is more people than contacts, and where nobody was counted
        // without a name, the largest session were as many different ones.
        model.relation(&plus(&unknowns.cells), Sense::AtMost, reached.contacts);
        if reached.headcount == 0 {
            model.relation(&minus(&unknowns.cells), Sense::AtMost, -reached.largest);
        }
        let mut of_all = minus(&unknowns.cells);
        of_all.push((1, unknowns.disabled));
        model.relation(&of_all, Sense::AtMost, 0);
        let mut of_children = vec![(1, unknowns.uasc)];
        for place in children() {
            of_children.push((-1, unknowns.cells[place]));
        }
        model.relation(&of_children, Sense::AtMost, 0);
        if let Some(earlier) = &self.earlier {
            earlier.link(model, (days, scope), reached, &unknowns);
        }
        self.unknowns.insert((days, scope), unknowns.clone());
        Some(unknowns)
    }

    /// The unknowns of a part with all sessions of the whole, or of a whole with no others than its
    /// part: a quarter with one open month, a project with one centre. The same people came, and
    /// everybody can see it, since how many sessions there were is told.
    fn same_sessions(&self, (days, scope): (Days, Scope), reached: &Reached) -> Option<Unknowns> {
        let contains = |whole: (Days, Scope), part: (Days, Scope)| {
            is_within(part.0, whole.0) && (whole.1 == part.1 || whole.1 == Scope::All)
        };
        let own = (days, scope);
        let is_same = |other: (Days, Scope)| {
            let of_other = self.counts.get(&other);
            (contains(own, other) || contains(other, own))
                && of_other.is_some_and(|of_other| of_other == reached)
        };
        let same = self.unknowns.iter().find(|(other, _)| is_same(**other));
        same.map(|(_, unknowns)| unknowns.clone())
    }

    /// Everybody of a part belongs to the whole, and the whole is made of its parts. A band may
    /// not fit, since somebody may be older in one of them; their sex does.
    fn contains(&mut self, whole: (Days, Scope), parts: &[(Days, Scope)]) {
        let Some(whole) = self.unknowns.get(&whole).cloned() else { return };
        let parts: Vec<Unknowns> =
            parts.iter().filter_map(|part| self.unknowns.get(part)).cloned().collect();
        if parts.is_empty() {
            return;
        }
        let model = &mut self.model;
        for part in &parts {
            for (one, other) in part.all().zip(whole.all()) {
                model.relation(&[(1, one), (-1, other)], Sense::AtMost, 0);
            }
            for sex in Sex::ALL {
                let terms = cells(Some(sex), &[])
                    .into_iter()
                    .flat_map(|place| [(1, part.cells[place]), (-1, whole.cells[place])]);
                model.relation(&terms.collect::<Vec<_>>(), Sense::AtMost, 0);
            }
        }
        for (place, one) in whole.all().enumerate() {
            let mut terms = vec![(1, one)];
            terms.extend(parts.iter().filter_map(|part| Some((-1, part.all().nth(place)?))));
            model.relation(&terms, Sense::AtMost, 0);
        }
        for sex in Sex::ALL {
            let of_sex = cells(Some(sex), &[]);
            let mut terms: Vec<_> = of_sex.iter().map(|place| (1, whole.cells[*place])).collect();
            for part in &parts {
                terms.extend(of_sex.iter().map(|place| (-1, part.cells[*place])));
            }
            model.relation(&terms, Sense::AtMost, 0);
        }
    }

    /// Indicators that count people are further figures over the same unknowns, or over unknowns
    /// of their own.
    fn indicators(&mut self, indicators: &[Defined], completed: &HashMap<i64, Vec<NaiveDate>>) {
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
        let mut before: Option<(Days, Scope)> = None;
        for (place, days) in self.pieces.clone().into_iter().enumerate() {
            let release = self.release(place);
            self.model.known_from(release);
            if !self.unknowns.contains_key(&(days, scope)) && self.add(days, scope).is_some() {
                self.part_of((days, scope), (days, Scope::All));
            }
            let since = ((self.begin, days.1), scope);
            // In a project's first month, or where a month brought nothing, it is told already.
            let told = [Some((days, scope)), before];
            let is_same = |other| self.counts.get(&since) == self.counts.get(&other);
            let tells = is_quarter_or_year(days) || told.into_iter().flatten().any(is_same);
            if !tells {
                // One equation more over the same people: not told.
            } else if !self.unknowns.contains_key(&since) && self.add(since.0, scope).is_some() {
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
            // Scopes have the rows before these.
            let row = self.scopes.len() + 2 * n;
            let both = [((days, scope), What::Actual(key)), (since, What::Cumulative(key))];
            for (place, (of, what)) in both.into_iter().enumerate().take(1 + usize::from(tells)) {
                let Some(unknowns) = self.unknowns.get(&of) else { continue };
                let unknowns = cells.iter().map(|place| unknowns.cells[*place]).collect();
                let figure = Figure { unknowns, release, row: row + place, total: false };
                self.publish((days, Scope::All, what), figure);
            }
        }
    }

    /// Everybody of a part belongs to the whole.
    fn part_of(&mut self, part: (Days, Scope), whole: (Days, Scope)) {
        let (Some(part), Some(whole)) = (self.unknowns.get(&part), self.unknowns.get(&whole))
        else {
            return;
        };
        let pairs: Vec<_> = part.all().zip(whole.all()).collect();
        for (one, other) in pairs {
            self.model.relation(&[(1, one), (-1, other)], Sense::AtMost, 0);
        }
    }

    /// Completions add up: one unknown for each month.
    fn completions(&mut self, n: usize, key: i64, completed: &[NaiveDate]) {
        let mut months: Vec<(Days, usize)> = Vec::new();
        for (place, days) in self.pieces.clone().into_iter().enumerate() {
            let release = self.release(place);
            if Step::Month.around(days.0) == Some(days) {
                let within = completed.iter().filter(|day| days.0 <= **day && **day <= days.1);
                let value = u32::try_from(within.count()).unwrap_or(u32::MAX);
                let unknown = self.completed(key, days, value);
                months.push((days, unknown));
            }
            let row = self.scopes.len() + 2 * n;
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
        let earlier = self.earlier.as_ref().and_then(|one| one.months.get(&(key, month)).copied());
        let unknown = match earlier {
            Some(earlier) if self.model.truth(earlier) == Some(i64::from(value)) => earlier,
            Some(earlier) => {
                let unknown = self.model.unknown(value);
                apart(&mut self.model, earlier, unknown, 0);
                unknown
            }
            None => self.model.unknown(value),
        };
        self.months.insert((key, month), unknown);
        unknown
    }

    fn publish(&mut self, name: (Days, Scope, What), figure: Figure) {
        if !figure.unknowns.is_empty() {
            self.figures.push((name, figure));
        }
    }

    /// Whether nothing hidden can be computed from what is shown, in the order of the figures.
    pub(super) fn is_safe(&self, shown: &[bool]) -> bool {
        let mut model = self.model.clone();
        for (_, figure) in &self.figures {
            model.figure(figure);
        }
        audit(&model, shown, Rules::default()).passes()
    }

    /// What the figures are called, in their order.
    pub(super) fn names(&self) -> impl Iterator<Item = (Days, Scope, What)> + '_ {
        self.figures.iter().map(|(name, _)| *name)
    }

    /// The fates of the figures: splits and totals, as far as they can be proved safe; else totals
    /// and indicators without any split; else nothing about people.
    pub(super) fn prove(&self) -> Vec<Fate> {
        let rules = Rules::default();
        let with = |shown: &dyn Fn(What) -> bool| {
            let mut model = self.model.clone();
            let chosen = self.figures.iter().filter(|((_, _, what), _)| shown(*what));
            for (_, figure) in chosen {
                model.figure(figure);
            }
            model
        };
        let whole = with(&|_| true);
        let pattern = protect(&whole, rules);
        if pattern.exposed.is_empty() {
            return pattern.fates;
        }
        // What is known later gives something away: then it is reckoned with from the start.
        let pattern = protect(&whole.clone().foreseen(), rules);
        if pattern.exposed.is_empty() {
            return pattern.fates;
        }
        let is_split = |what| match what {
            What::Column(column) => column != ColumnId::People,
            What::Actual(_) | What::Cumulative(_) => false,
        };
        let coarse = protect(&with(&|what| !is_split(what)).foreseen(), rules);
        let mut fates = coarse.fates.into_iter();
        let fates: Vec<Fate> = self
            .names()
            .map(|(_, _, what)| match is_split(what) {
                true => Fate::Row,
                false => fates.next().unwrap_or(Fate::Row),
            })
            .collect();
        let shown: Vec<bool> = fates.iter().map(|fate| *fate == Fate::Shown).collect();
        if audit(&whole, &shown, rules).passes() {
            return fates;
        }
        tracing::warn!("people of a project are hidden from donors: no proof was found");
        vec![Fate::Row; self.figures.len()]
    }
}

impl Earlier<'_> {
    /// The unknowns of what nothing was entered about, and of which nothing else changed.
    fn unchanged(&self, key: (Days, Scope), now: &Reached) -> Option<Unknowns> {
        let is_same = self.counts.get(&key) == Some(now) && !self.touched.contains_key(&key);
        is_same.then(|| self.unknowns.get(&key).cloned()).flatten()
    }

    /// Says how far what is told now may lie from what was told: as far as the contacts of the shifts
    /// reach about which something was entered since, or as it does where somebody's record was
    /// mended; whoever compares two files is taken to know how much that was.
    fn link(&self, model: &mut Model, key: (Days, Scope), now: &Reached, unknowns: &Unknowns) {
        let Some(((before, counts), now_unknown)) =
            self.unknowns.get(&key).zip(self.counts.get(&key)).zip(Some(unknowns))
        else {
            return;
        };
        let touched = self.touched.get(&key).map_or(0, |touched| touched.contacts);
        let touched_before = counts.contacts - (now.contacts - touched);
        let pairs = || now.cells.iter().zip(counts.cells);
        let more: i64 = pairs().map(|(now, before)| (now - before).max(0)).sum();
        let less: i64 = pairs().map(|(now, before)| (before - now).max(0)).sum();
        let reach = touched.max(touched_before).max(more).max(less);
        let (mut comes, mut goes) = (Vec::new(), Vec::new());
        for (place, (now, before_value)) in pairs().enumerate() {
            let mut unknown = |value: i64| model.unknown(u32::try_from(value).unwrap_or(0));
            let (plus, minus) = (unknown(now - before_value), unknown(before_value - now));
            let terms =
                [(1, now_unknown.cells[place]), (-1, before.cells[place]), (-1, plus), (1, minus)];
            model.relation(&terms, Sense::Exactly, 0);
            comes.push((1, plus));
            goes.push((1, minus));
        }
        model.relation(&comes, Sense::AtMost, reach);
        model.relation(&goes, Sense::AtMost, reach);
        apart(model, before.disabled, now_unknown.disabled, reach);
        apart(model, before.uasc, now_unknown.uasc, reach);
    }
}

/// Two unknowns lie no further from each other than that, or than they do.
fn apart(model: &mut Model, one: usize, other: usize, reach: i64) {
    let value = |unknown| model.truth(unknown).unwrap_or(0);
    let reach = reach.max((value(one) - value(other)).abs());
    model.relation(&[(1, one), (-1, other)], Sense::AtMost, reach);
    model.relation(&[(-1, one), (1, other)], Sense::AtMost, reach);
}

fn is_within(part: Days, whole: Days) -> bool {
    whole.0 <= part.0 && part.1 <= whole.1
}

/// The cells of children.
fn children() -> Vec<usize> {
    let bands: Vec<_> = domain::person::AgeBand::ALL
        .into_iter()
        .filter(|band| band.is_child() == Some(true))
        .collect();
    cells(None, &bands)
}
