//! What is told of a project's people, as [`disclosure`] is asked about it: unknowns for each piece of
//! the calendar and place, what everybody knows of them, and the figures of R3, R5 and R6.

mod beside;
#[cfg(test)]
mod tests;

use self::beside::{Earlier, apart};
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
use std::collections::{HashMap, HashSet};

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
    in_order(&mut all);
    all
}

/// In the order in which they are published.
fn in_order(pieces: &mut [Days]) {
    pieces.sort_by_key(|(from, to)| (*to, *to - *from));
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
    model: Model,
    /// What is to be published, in the order of the figures.
    figures: Vec<((Days, Scope, What), Figure)>,
    /// All pieces in order: the place is the release, after those of the earlier ones.
    releases: Vec<Days>,
    /// The project that is added, and those that were added before.
    own: Own<'a>,
    others: Vec<Own<'a>>,
    /// Which project's sessions all belong to which other's.
    within: HashSet<(i64, i64)>,
    /// What was told after an earlier entry of the journal, where that is judged as well.
    earlier: Option<Earlier<'a>>,
}

/// What belongs to one project.
struct Own<'a> {
    project: i64,
    known: &'a Known,
    unknowns: HashMap<(Days, Scope), Unknowns>,
    /// The unknowns of what was completed, by the key of the indicator and the month.
    months: HashMap<(i64, Days), usize>,
    pieces: Vec<Days>,
    scopes: Vec<Scope>,
    /// The number of its first row in a release, and of its first figure.
    row: usize,
    figure: usize,
}

impl<'a> Own<'a> {
    fn new((project, known): (i64, &'a Known), row: usize, figure: usize) -> Self {
        Self {
            project,
            known,
            unknowns: HashMap::new(),
            months: HashMap::new(),
            pieces: Vec::new(),
            scopes: places(&known.counts),
            row,
            figure,
        }
    }

    /// The first of the two rows of an indicator: scopes, of which each has one, stand before them.
    fn row_of(&self, indicator: usize) -> usize {
        self.row + self.scopes.len() + 2 * indicator
    }
}

impl<'a> Building<'a> {
    /// All that is told of projects that share workshops; `within` says whose sessions all belong to
    /// whose as well. Nothing when there are none.
    pub(super) fn of(projects: &'a [(i64, Known)], within: HashSet<(i64, i64)>) -> Option<Self> {
        let (first, rest) = projects.split_first()?;
        let mut releases: Vec<Days> =
            projects.iter().flat_map(|(_, known)| known.pieces.iter().copied()).collect();
        in_order(&mut releases);
        releases.dedup();
        let mut building = Self { within, ..Self::empty((first.0, &first.1), releases) };
        building.add_own();
        for (project, known) in rest {
            let row = building.own.row_of(building.own.known.indicators.len());
            let next = Own::new((*project, known), row, building.figures.len());
            let before = std::mem::replace(&mut building.own, next);
            building.others.push(before);
            building.add_own();
        }
        Some(building)
    }

    /// All that was told of a project after an earlier entry of the journal, and all that is told
    /// now. `touched` counts now in the shifts about which something was entered in between.
    pub(super) fn beside(before: &'a Known, now: &'a Known, touched: &'a Counts) -> Self {
        let first = |known: &'a Known| Self::empty((0, known), known.pieces.clone());
        let mut building = first(before);
        building.add_own();
        let Self { model, figures, releases, own, .. } = building;
        let earlier = Earlier { own, figures: figures.len(), releases: releases.len(), touched };
        let mut building = Self { model, figures, earlier: Some(earlier), ..first(now) };
        building.add_own();
        building
    }

    fn empty(project: (i64, &'a Known), releases: Vec<Days>) -> Self {
        Self {
            model: Model::new(),
            figures: Vec::new(),
            releases,
            own: Own::new(project, 0, 0),
            others: Vec::new(),
            within: HashSet::new(),
            earlier: None,
        }
    }

    fn add_own(&mut self) {
        let known = self.own.known;
        known.pieces.iter().for_each(|days| self.piece(*days));
        self.indicators(&known.indicators, &known.completed);
    }

    /// How many of the figures were told earlier: they come first.
    pub(super) fn earlier(&self) -> usize {
        self.earlier.as_ref().map_or(0, |earlier| earlier.figures)
    }

    /// The release of a piece.
    fn release(&self, days: Days) -> usize {
        let place = self.releases.iter().position(|known| *known == days).unwrap_or_default();
        self.earlier.as_ref().map_or(0, |earlier| earlier.releases) + place
    }

    /// Adds the next piece of the calendar: its unknowns, what everybody knows of them, and the
    /// rows of R3, which R6 shares.
    fn piece(&mut self, days: Days) {
        let release = self.release(days);
        self.own.pieces.push(days);
        self.model.known_from(release);
        for (row, scope) in self.own.scopes.clone().into_iter().enumerate() {
            let Some(unknowns) = self.add(days, scope) else { continue };
            let figure = |this: &mut Self, column, unknowns: Vec<usize>| {
                let total = column == ColumnId::People;
                let figure = Figure { unknowns, release, row: this.own.row + row, total };
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
            self.own.pieces.iter().filter(inner).copied().collect()
        };
        let parts = match (Step::Year.around(days.0), Step::Quarter.around(days.0)) {
            (Some(year), _) if year == days => within(Step::Quarter),
            (_, Some(quarter)) if quarter == days => within(Step::Month),
            _ => Vec::new(),
        };
        if !parts.is_empty() {
            for scope in self.own.scopes.clone() {
                let parts: Vec<_> = parts.iter().map(|part| (*part, scope)).collect();
                self.contains((days, scope), &parts);
            }
        }
        let centres: Vec<_> = self.own.scopes.iter().skip(1).map(|scope| (days, *scope)).collect();
        self.contains((days, Scope::All), &centres);
    }

    /// The unknowns of a piece and scope, with what everybody knows; none where nobody came.
    fn add(&mut self, days: Days, scope: Scope) -> Option<Unknowns> {
        let known: &'a Known = self.own.known;
        let reached: &Reached = known.counts.get(&(days, scope))?;
        if reached.contacts == 0 {
            return None;
        }
        let earlier = self.earlier.as_ref();
        let same = earlier.and_then(|earlier| earlier.unchanged((days, scope), reached));
        let same = same
            .or_else(|| self.same_sessions((days, scope), reached))
            .or_else(|| self.same_of_another((days, scope), reached));
        if let Some(same) = same {
            self.own.unknowns.insert((days, scope), same.clone());
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
        for other in &self.others {
            let Some(theirs) = other.unknowns.get(&(days, scope)) else { continue };
            if self.within.contains(&(self.own.project, other.project)) {
                at_most(model, &unknowns, theirs);
            }
            if self.within.contains(&(other.project, self.own.project)) {
                at_most(model, theirs, &unknowns);
            }
        }
        self.own.unknowns.insert((days, scope), unknowns.clone());
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
            let of_other = self.own.known.counts.get(&other);
            (contains(own, other) || contains(other, own))
                && of_other.is_some_and(|of_other| of_other == reached)
        };
        let same = self.own.unknowns.iter().find(|(other, _)| is_same(**other));
        same.map(|(_, unknowns)| unknowns.clone())
    }

    /// The unknowns of the same piece and scope of another project that counts the same.
    fn same_of_another(&self, key: (Days, Scope), reached: &Reached) -> Option<Unknowns> {
        let counts_same = |other: &&Own<'_>| other.known.counts.get(&key) == Some(reached);
        self.others.iter().filter(counts_same).find_map(|other| other.unknowns.get(&key).cloned())
    }

    /// Everybody of a part belongs to the whole, and the whole is made of its parts.
    fn contains(&mut self, whole: (Days, Scope), parts: &[(Days, Scope)]) {
        let Some(whole) = self.own.unknowns.get(&whole).cloned() else { return };
        let parts: Vec<Unknowns> =
            parts.iter().filter_map(|part| self.own.unknowns.get(part)).cloned().collect();
        if parts.is_empty() {
            return;
        }
        let model = &mut self.model;
        parts.iter().for_each(|part| at_most(model, part, &whole));
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
        for days in self.own.pieces.clone() {
            let release = self.release(days);
            self.model.known_from(release);
            if !self.own.unknowns.contains_key(&(days, scope)) && self.add(days, scope).is_some() {
                self.part_of((days, scope), (days, Scope::All));
            }
            let since = ((self.own.known.begin, days.1), scope);
            // In a project's first month, or where a month brought nothing, it is told already.
            let told = [Some((days, scope)), before];
            let is_same =
                |other| self.own.known.counts.get(&since) == self.own.known.counts.get(&other);
            let tells = is_quarter_or_year(days) || told.into_iter().flatten().any(is_same);
            if !tells {
                // One equation more over the same people: not told.
            } else if !self.own.unknowns.contains_key(&since) && self.add(since.0, scope).is_some()
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

    /// Everybody of a part belongs to the whole.
    fn part_of(&mut self, part: (Days, Scope), whole: (Days, Scope)) {
        let (Some(part), Some(whole)) =
            (self.own.unknowns.get(&part), self.own.unknowns.get(&whole))
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
        for days in self.own.pieces.clone() {
            let release = self.release(days);
            if Step::Month.around(days.0) == Some(days) {
                let within = completed.iter().filter(|day| days.0 <= **day && **day <= days.1);
                let value = u32::try_from(within.count()).unwrap_or(u32::MAX);
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
        let earlier =
            self.earlier.as_ref().and_then(|one| one.own.months.get(&(key, month)).copied());
        let unknown = match earlier {
            Some(earlier) if self.model.truth(earlier) == Some(i64::from(value)) => earlier,
            Some(earlier) => {
                let unknown = self.model.unknown(value);
                apart(&mut self.model, earlier, unknown, 0);
                unknown
            }
            None => self.model.unknown(value),
        };
        self.own.months.insert((key, month), unknown);
        unknown
    }

    fn publish(&mut self, name: (Days, Scope, What), figure: Figure) {
        if !figure.unknowns.is_empty() {
            self.figures.push((name, figure));
        }
    }

    /// Whether nothing hidden can be computed from what is shown, in the order of the figures.
    pub(super) fn is_safe(&self, shown: &[bool]) -> bool {
        audit(&self.with(|_| true), shown, Rules::default()).passes()
    }

    /// The model with some of the figures.
    fn with(&self, told: impl Fn(What) -> bool) -> Model {
        let mut model = self.model.clone();
        for (_, figure) in self.figures.iter().filter(|((_, _, what), _)| told(*what)) {
            model.figure(figure);
        }
        model
    }

    /// What the figures are called, in their order.
    pub(super) fn names(&self) -> impl Iterator<Item = (Days, Scope, What)> + '_ {
        self.figures.iter().map(|(name, _)| *name)
    }

    /// The projects, each with the place of its first figure.
    pub(super) fn projects(&self) -> impl Iterator<Item = (i64, usize)> + '_ {
        let all = self.others.iter().chain([&self.own]);
        all.map(|own| (own.project, own.figure))
    }

    /// The fates of the figures: splits and totals, as far as they can be proved safe; else totals
    /// and indicators without any split; else nothing about people.
    pub(super) fn prove(&self) -> Vec<Fate> {
        let rules = Rules::default();
        let whole = self.with(|_| true);
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
        let coarse = protect(&self.with(|what| !is_split(what)).foreseen(), rules);
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

/// Everybody of a part belongs to the whole. A band may not fit, since somebody may be older in one of
/// them; their sex does.
fn at_most(model: &mut Model, part: &Unknowns, whole: &Unknowns) {
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
