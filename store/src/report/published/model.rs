//! What is told of a project's people, as [`disclosure`] is asked about it: unknowns for each piece of
//! the calendar and place, what everybody knows of them, and the figures of R3, R5 and R6.

mod link;
#[cfg(test)]
mod tests;

use self::link::{apart, link, unchanged};
use super::What;
use super::known::Known;
use super::told::Told;
use crate::report::indicators::Defined;
use crate::report::reached::{Scope, places};
use chrono::NaiveDate;
use disclosure::{Fate, Figure, Model, Rules, Sense, audit, protect_after};
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

/// A piece of the calendar and a place.
pub(super) type Key = (Days, Scope);
/// What a figure is called.
pub(super) type Name = (Days, Scope, What);
/// Contacts in the shifts about which something was entered since it was told before.
pub(super) type Touched = HashMap<Key, i64>;

/// The unknowns of one piece and scope.
#[derive(Clone, PartialEq)]
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

/// The model while it is built, with the names of its figures: what donors were told, and what is to
/// be told next.
pub(super) struct Building<'a> {
    model: Model,
    /// In order; what is told again as it was told before is there once.
    figures: Vec<(Name, Figure)>,
    /// The fates of those that were told: the first ones.
    told: Vec<Fate>,
    /// What is being added, and what was added before.
    own: Own<'a>,
    earlier: Vec<Own<'a>>,
    /// Which project's sessions all belong to which other's.
    within: HashSet<(i64, i64)>,
}

/// What is told of a project at one time.
#[derive(Clone, Copy)]
pub(super) struct Telling<'a> {
    pub(super) project: i64,
    pub(super) known: &'a Known,
    pub(super) touched: &'a Touched,
}

/// What belongs to it.
struct Own<'a> {
    project: i64,
    known: &'a Known,
    touched: &'a Touched,
    unknowns: HashMap<Key, Unknowns>,
    /// Where they are not those of what was told last, with the release that they come with.
    changed: HashMap<Key, usize>,
    /// The unknowns of what was completed, by the key of the indicator and the month.
    months: HashMap<(i64, Days), usize>,
    pieces: Vec<Days>,
    scopes: Vec<Scope>,
    /// Where in what was added before it is what was told of the same project last, and of others.
    last: Option<usize>,
    others: Vec<usize>,
    /// The release of its first piece.
    release: usize,
    /// Its figures in order, and by name.
    named: Vec<(Name, usize)>,
    numbers: HashMap<Name, usize>,
}

impl<'a> Own<'a> {
    fn new(Telling { project, known, touched }: Telling<'a>, release: usize) -> Self {
        Self {
            project,
            known,
            touched,
            unknowns: HashMap::new(),
            changed: HashMap::new(),
            months: HashMap::new(),
            pieces: Vec::new(),
            scopes: places(&known.counts),
            last: None,
            others: Vec::new(),
            release,
            named: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// The first of the two rows of an indicator: scopes, of which each has one, stand before them.
    fn row_of(&self, indicator: usize) -> usize {
        self.scopes.len() + 2 * indicator
    }

    /// The release of a piece.
    fn release(&self, days: Days) -> usize {
        let place = self.known.pieces.iter().position(|known| *known == days);
        self.release + place.unwrap_or_default()
    }
}

impl<'a> Building<'a> {
    /// What is to be told of a project, after all that was told of it and of those that share
    /// workshops with it; `within` says whose sessions all belong to whose as well. Nothing where what
    /// was told is of another model.
    pub(super) fn of(
        told: &'a [Told],
        now: Telling<'a>,
        within: HashSet<(i64, i64)>,
    ) -> Option<Self> {
        let before = told.iter().map(|one| {
            let Told { project, known, touched, fates, .. } = one;
            (Telling { project: *project, known, touched }, Some(fates))
        });
        let mut all = before.chain([(now, None)]);
        let (first, fates) = all.next()?;
        let mut building = Self {
            model: Model::new(),
            figures: Vec::new(),
            told: Vec::new(),
            own: Own::new(first, 0),
            earlier: Vec::new(),
            within,
        };
        building.add_own(fates)?;
        for (next, fates) in all {
            let release = building.own.release + building.own.known.pieces.len();
            let before = std::mem::replace(&mut building.own, Own::new(next, release));
            building.earlier.push(before);
            building.look_back();
            building.add_own(fates)?;
        }
        Some(building)
    }

    /// Adds all figures of a telling. With their fates, if it was told.
    fn add_own(&mut self, fates: Option<&Vec<Fate>>) -> Option<()> {
        let known = self.own.known;
        known.pieces.iter().for_each(|days| self.piece(*days));
        self.indicators(&known.indicators, &known.completed);
        if let Some(fates) = fates {
            if fates.len() != self.own.named.len() {
                return None;
            }
            for ((_, number), fate) in self.own.named.iter().zip(fates) {
                if *number >= self.told.len() {
                    self.told.push(*fate);
                }
            }
        }
        Some(())
    }

    /// What was told of the same project before, the latest first.
    fn before(&self) -> impl Iterator<Item = &Own<'a>> {
        let last = |own: &Own<'a>| own.last.and_then(|at| self.earlier.get(at));
        std::iter::successors(last(&self.own), move |own| last(own))
    }

    /// What was told last of each other project.
    fn others(&self) -> impl Iterator<Item = &Own<'a>> {
        self.own.others.iter().filter_map(|at| self.earlier.get(*at))
    }

    /// Finds what was told last of the project that is being added, and of each other one.
    fn look_back(&mut self) {
        let mut seen = HashSet::new();
        for (at, one) in self.earlier.iter().enumerate().rev() {
            if !seen.insert(one.project) {
                continue;
            }
            match one.project == self.own.project {
                true => self.own.last = Some(at),
                false => self.own.others.push(at),
            }
        }
    }

    /// Adds the next piece of the calendar: its unknowns, what everybody knows of them, and the
    /// rows of R3, which R6 shares.
    fn piece(&mut self, days: Days) {
        let release = self.own.release(days);
        self.own.pieces.push(days);
        for (row, scope) in self.own.scopes.clone().into_iter().enumerate() {
            let Some(unknowns) = self.add((days, scope), release) else { continue };
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
    fn add(&mut self, key: Key, release: usize) -> Option<Unknowns> {
        let known: &'a Known = self.own.known;
        let reached: &Reached = known.counts.get(&key)?;
        if reached.contacts == 0 {
            return None;
        }
        self.model.known_from(release);
        let last = self.before().next();
        let same = last.and_then(|last| unchanged(last, &self.own, key));
        let same = same
            .or_else(|| self.same_sessions(key, reached))
            .or_else(|| self.same_of_another(key, reached));
        let unknowns = match same {
            Some(same) => same,
            None => self.unknown(reached),
        };
        let before = self.before().next().and_then(|last| last.unknowns.get(&key));
        if before == Some(&unknowns) {
            self.own.unknowns.insert(key, unknowns.clone());
            return Some(unknowns);
        }
        let mut model = std::mem::take(&mut self.model);
        link(&mut model, self.before(), &self.own, key, &unknowns);
        for other in self.others() {
            let Some(theirs) = other.unknowns.get(&key) else { continue };
            if self.within.contains(&(self.own.project, other.project)) {
                at_most(&mut model, &unknowns, theirs);
            }
            if self.within.contains(&(other.project, self.own.project)) {
                at_most(&mut model, theirs, &unknowns);
            }
        }
        self.model = model;
        self.own.changed.insert(key, release);
        self.own.unknowns.insert(key, unknowns.clone());
        Some(unknowns)
    }

    /// New unknowns, with what everybody knows of people who came.
    fn unknown(&mut self, reached: &Reached) -> Unknowns {
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
        unknowns
    }

    /// The unknowns of a part with all sessions of the whole, or of a whole with no others than its
    /// part: a quarter with one open month, a project with one centre. The same people came, and
    /// everybody can see it, since how many sessions there were is told.
    fn same_sessions(&self, own: Key, reached: &Reached) -> Option<Unknowns> {
        let contains = |whole: Key, part: Key| {
            is_within(part.0, whole.0) && (whole.1 == part.1 || whole.1 == Scope::All)
        };
        let is_same = |other: (Days, Scope)| {
            let of_other = self.own.known.counts.get(&other);
            (contains(own, other) || contains(other, own))
                && of_other.is_some_and(|of_other| of_other == reached)
        };
        let same = self.own.unknowns.iter().find(|(other, _)| is_same(**other));
        same.map(|(_, unknowns)| unknowns.clone())
    }

    /// The unknowns of the same piece and scope of another project that counts the same.
    fn same_of_another(&self, key: Key, reached: &Reached) -> Option<Unknowns> {
        let mut same = self.others().filter(|other| other.known.counts.get(&key) == Some(reached));
        same.find_map(|other| other.unknowns.get(&key).cloned())
    }

    /// Everybody of a part belongs to the whole, and the whole is made of its parts.
    fn contains(&mut self, whole: Key, parts: &[Key]) {
        // What was told last is in the model already.
        let changed = parts.iter().chain([&whole]).filter_map(|key| self.own.changed.get(key));
        let Some(release) = changed.max().copied() else { return };
        let Some(whole) = self.own.unknowns.get(&whole).cloned() else { return };
        let parts: Vec<Unknowns> =
            parts.iter().filter_map(|part| self.own.unknowns.get(part)).cloned().collect();
        if parts.is_empty() {
            return;
        }
        let model = &mut self.model;
        model.known_from(release);
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
        let mut before: Option<Key> = None;
        for days in self.own.pieces.clone() {
            let release = self.own.release(days);
            let piece = (days, scope);
            if !self.own.unknowns.contains_key(&piece) && self.add(piece, release).is_some() {
                self.part_of(piece, (days, Scope::All));
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

    /// Everybody of a part belongs to the whole.
    fn part_of(&mut self, part: Key, whole: Key) {
        let changed = [part, whole].into_iter().filter_map(|key| self.own.changed.get(&key));
        let Some(release) = changed.max().copied() else { return };
        let (Some(part), Some(whole)) =
            (self.own.unknowns.get(&part), self.own.unknowns.get(&whole))
        else {
            return;
        };
        let pairs: Vec<_> = part.all().zip(whole.all()).collect();
        self.model.known_from(release);
        for (one, other) in pairs {
            self.model.relation(&[(1, one), (-1, other)], Sense::AtMost, 0);
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

    /// Adds a figure, unless it was told before as it is: then it stays as it was told.
    fn publish(&mut self, name: Name, figure: Figure) {
        if figure.unknowns.is_empty() {
            return;
        }
        let before = self.before().next().and_then(|last| last.numbers.get(&name)).copied();
        let stays = before.filter(|number| {
            let is_same =
                self.figures.get(*number).is_some_and(|(_, told)| told.unknowns == figure.unknowns);
            is_same && self.told.get(*number) != Some(&Fate::Withheld)
        });
        let number = stays.unwrap_or(self.figures.len());
        if stays.is_none() {
            self.figures.push((name, figure));
        }
        self.own.named.push((name, number));
        self.own.numbers.insert(name, number);
    }

    /// What the figures to be told are called, in their order.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> + '_ {
        self.own.named.iter().map(|(name, _)| *name)
    }

    /// The model with all that was told, and some of what is to be told.
    fn with(&self, tells: impl Fn(What) -> bool) -> Model {
        let mut model = self.model.clone();
        for (number, ((_, _, what), figure)) in self.figures.iter().enumerate() {
            if number < self.told.len() || tells(*what) {
                model.figure(figure);
            }
        }
        model
    }

    /// The fates of what is to be told, from those of all figures.
    fn own_fates(&self, fates: &[Fate]) -> Vec<Fate> {
        let fate = |number: usize| fates.get(number).copied().unwrap_or(Fate::Withheld);
        self.own.named.iter().map(|(_, number)| fate(*number)).collect()
    }

    /// The fates of what is to be told, in the order of the names: splits and totals, as far as they
    /// can be proved safe; else totals and indicators without any split; else nothing about people.
    pub(super) fn prove(&self) -> Vec<Fate> {
        let rules = Rules::default();
        let whole = self.with(|_| true);
        // What is known later may give something away: then it is reckoned with from the start.
        for model in [whole.clone(), whole.clone().foreseen()] {
            let pattern = protect_after(&model, &self.told, rules);
            if pattern.exposed.is_empty() {
                return self.own_fates(&pattern.fates);
            }
        }
        let is_split = |what| match what {
            What::Column(column) => column != ColumnId::People,
            What::Actual(_) | What::Cumulative(_) => false,
        };
        // What is small is hidden all the same: it is protected from what is told later.
        let withheld = |number| match whole.value(number).is_some_and(|value| rules.is_small(value))
        {
            true => Fate::Small,
            false => Fate::Withheld,
        };
        let without_splits = self.with(|what| !is_split(what)).foreseen();
        let coarse = protect_after(&without_splits, &self.told, rules);
        let mut coarse = coarse.fates.into_iter().skip(self.told.len());
        let new = self.figures.iter().enumerate().skip(self.told.len());
        let fates = new.clone().map(|(number, ((_, _, what), _))| match is_split(*what) {
            true => withheld(number),
            false => coarse.next().unwrap_or(Fate::Withheld),
        });
        let fates: Vec<Fate> = self.told.iter().copied().chain(fates).collect();
        if self.gives_nothing_more_away(&whole, &fates) {
            return self.own_fates(&fates);
        }
        tracing::warn!("people of a project are hidden from donors: no proof was found");
        let fates = new.map(|(number, _)| withheld(number));
        self.own_fates(&self.told.iter().copied().chain(fates).collect::<Vec<_>>())
    }

    /// Whether nothing hidden can be computed that could not be if nothing more were told.
    fn gives_nothing_more_away(&self, whole: &Model, fates: &[Fate]) -> bool {
        let failing = |model: &Model, fates: &[Fate]| {
            let shown: Vec<bool> = fates.iter().map(|fate| *fate == Fate::Shown).collect();
            audit(model, &shown, Rules::default()).failing
        };
        let after = failing(whole, fates);
        if after.is_empty() {
            return true;
        }
        let before = failing(whole, &self.told);
        after.iter().all(|figure| before.contains(figure))
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
