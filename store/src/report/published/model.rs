//! What is told of a project's people, as [`disclosure`] is asked about it: unknowns for each piece of
//! the calendar and place, what everybody knows of them, and the figures of R3, R5 and R6.

mod indicators;
mod link;
mod prove;
#[cfg(test)]
mod tests;

use self::link::{link, unchanged};
use super::What;
use super::calendar::is_within;
use super::known::Known;
use super::told::Told;
use crate::report::reached::{Scope, places};
use disclosure::{Fate, Figure, Model, Sense};
use domain::person::{AgeBand, Sex};
use domain::report::ColumnId;
use domain::report::period::{Days, Step};
use domain::report::reached::{CELLS, PARTS, Reached, cells, cells_of};
use std::collections::{HashMap, HashSet};

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
    /// Counted without a name, where somebody was: a range in place of a total says so.
    heads: Option<usize>,
}

/// Unknowns with what was counted of them.
type Counted<'a> = (&'a Unknowns, &'a Reached);

impl Unknowns {
    fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().copied().chain([self.disabled, self.uasc])
    }

    /// Everybody, with or without a name.
    fn everybody(&self) -> Vec<usize> {
        self.cells.iter().copied().chain(self.heads).collect()
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
            if unknowns.heads.is_some() {
                figure(self, ColumnId::PeopleMost, unknowns.everybody());
            }
            figure(self, ColumnId::Disabled, vec![unknowns.disabled]);
            figure(self, ColumnId::Uasc, vec![unknowns.uasc]);
        }
        for scope in self.own.scopes.clone() {
            self.made_of_its_time(days, scope);
        }
        let centres: Vec<_> = self.own.scopes.iter().skip(1).map(|scope| (days, *scope)).collect();
        self.made_of_places((days, Scope::All), &centres);
    }

    /// A piece is at least each of those within it, and at most all of them together.
    fn made_of_its_time(&mut self, days: Days, scope: Scope) {
        let within = |step: Step| -> Vec<Key> {
            let inner = |one: &&Days| step.around(one.0) == Some(**one) && is_within(**one, days);
            self.own.pieces.iter().filter(inner).map(|part| (*part, scope)).collect()
        };
        let parts = match (Step::Year.around(days.0), Step::Quarter.around(days.0)) {
            (Some(year), _) if year == days => within(Step::Quarter),
            (_, Some(quarter)) if quarter == days => within(Step::Month),
            _ => return,
        };
        self.contains((days, scope), &parts);
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
            let theirs = other.unknowns.get(&key).zip(other.known.counts.get(&key));
            let Some(theirs) = theirs else { continue };
            let ours = (&unknowns, reached);
            if self.within.contains(&(self.own.project, other.project)) {
                at_most(&mut model, ours, theirs);
            }
            if self.within.contains(&(other.project, self.own.project)) {
                at_most(&mut model, theirs, ours);
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
            heads: (reached.headcount > 0).then(|| unknown(reached.headcount)),
        };
        let times = |factor: i64, of: &[usize]| -> Vec<(i64, usize)> {
            of.iter().map(|one| (factor, *one)).collect()
        };
        // Contacts are open: nobody is more people than contacts, and the largest session were as
        // many different ones.
        let everybody = unknowns.everybody();
        model.relation(&times(1, &everybody), Sense::AtMost, reached.contacts);
        model.relation(&times(-1, &everybody), Sense::AtMost, -reached.largest);
        if let Some(heads) = unknowns.heads {
            model.relation(&[(-1, heads)], Sense::AtMost, -1);
        }
        let mut of_all = times(-1, &unknowns.cells);
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
        let contains =
            |whole: Key, part: Key| is_within(part.0, whole.0) && part.1.is_part_of(whole.1);
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
        self.made_of(whole, parts, false);
    }

    /// The same of places. Hardly anybody is in two of them in one piece: where nobody was, whoever
    /// supposes so is right, so no more is told than that person may know.
    fn made_of_places(&mut self, whole: Key, places: &[Key]) {
        self.made_of(whole, places, true);
    }

    fn made_of(&mut self, whole: Key, parts: &[Key], supposed_apart: bool) {
        // What was told last is in the model already.
        let changed = parts.iter().chain([&whole]).filter_map(|key| self.own.changed.get(key));
        let Some(release) = changed.max().copied() else { return };
        let of = |key: &Key| self.own.unknowns.get(key).zip(self.own.known.counts.get(key));
        let parts: Vec<_> = parts.iter().filter_map(of).collect();
        let Some(known) = of(&whole).filter(|_| !parts.is_empty()) else { return };
        let model = &mut self.model;
        model.known_from(release);
        let whole = known.0;
        // Whoever is counted without a name is counted each time anew, so that adds up.
        let heads = |of: &Unknowns, factor: i64| of.heads.map(|heads| (factor, heads));
        let terms = parts.iter().filter_map(|(part, _)| heads(part, -1)).chain(heads(whole, 1));
        model.relation(&terms.collect::<Vec<_>>(), Sense::Exactly, 0);
        let rows: Vec<Vec<(i64, usize)>> = whole
            .all()
            .enumerate()
            .map(|(place, one)| {
                let parts = parts.iter().filter_map(|(part, _)| Some((-1, part.all().nth(place)?)));
                [(1, one)].into_iter().chain(parts).collect()
            })
            .collect();
        let mut add = |sense| {
            let refused = rows.iter().filter(|terms| !model.relation(terms, sense, 0));
            refused.count() == 0
        };
        if supposed_apart && add(Sense::Exactly) {
            return;
        }
        let fits = add(Sense::AtMost);
        for sex in Sex::ALL.into_iter().filter(|_| !fits) {
            let of_sex = cells(Some(sex), &[]);
            let terms = of_sex.iter().filter_map(|place| rows.get(*place)).flatten().copied();
            model.relation(&terms.collect::<Vec<_>>(), Sense::AtMost, 0);
        }
        parts.iter().for_each(|part| at_most(model, *part, known));
    }

    /// Everybody of a part belongs to the whole.
    fn part_of(&mut self, part: Key, whole: Key) {
        let changed = [part, whole].into_iter().filter_map(|key| self.own.changed.get(&key));
        let Some(release) = changed.max().copied() else { return };
        let of = |key: &Key| self.own.unknowns.get(key).zip(self.own.known.counts.get(key));
        if let (Some(part), Some(whole)) = (of(&part), of(&whole)) {
            self.model.known_from(release);
            at_most(&mut self.model, part, whole);
        }
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
}

/// Everybody of a part belongs to the whole. A band may not fit, since somebody may be younger where
/// an earlier session counts; their sex does, and so do the bands up to an age.
fn at_most(model: &mut Model, (part, of_part): Counted<'_>, (whole, of_whole): Counted<'_>) {
    if part == whole {
        return;
    }
    let flags = [(part.disabled, whole.disabled), (part.uasc, whole.uasc)];
    for (one, other) in flags.into_iter().chain(part.heads.zip(whole.heads)) {
        model.relation(&[(1, one), (-1, other)], Sense::AtMost, 0);
    }
    // Whoever is in the whole and not in the part, or in another cell there, was at one of the other
    // sessions.
    let mut added: Vec<_> = whole.heads.map(|heads| (1, heads)).into_iter().collect();
    added.extend(part.heads.map(|heads| (-1, heads)));
    let mut fits = true;
    for (place, (part, whole)) in part.cells.iter().zip(whole.cells).enumerate() {
        added.push((1, whole));
        match model.relation(&[(1, *part), (-1, whole)], Sense::AtMost, 0) {
            true => added.push((-1, *part)),
            false => {
                let fewer = of_part.cells[place] - of_whole.cells[place];
                let fewer = model.unknown(u32::try_from(fewer).unwrap_or(0));
                fits = false;
                added.extend([(-1, *part), (1, fewer)]);
                model.relation(&[(1, *part), (-1, whole), (-1, fewer)], Sense::AtMost, 0);
            }
        }
    }
    model.relation(&added, Sense::AtMost, of_whole.contacts - of_part.contacts);
    for sex in Sex::ALL.into_iter().filter(|_| !fits) {
        for bands in (0..AgeBand::ALL.len()).map(|n| AgeBand::ALL.get(..n).unwrap_or_default()) {
            let terms = cells(Some(sex), bands)
                .into_iter()
                .flat_map(|place| [(1, part.cells[place]), (-1, whole.cells[place])]);
            model.relation(&terms.collect::<Vec<_>>(), Sense::AtMost, 0);
        }
    }
    // Of those who are in the whole alone, no more are of a kind than they are.
    let more = part.cells.iter().map(|cell| (1, *cell));
    let more: Vec<_> = more.chain(whole.cells.iter().map(|cell| (-1, *cell))).collect();
    for (one, other) in flags {
        let terms: Vec<_> = more.iter().copied().chain([(1, other), (-1, one)]).collect();
        model.relation(&terms, Sense::AtMost, 0);
    }
}

/// The cells of children.
fn children() -> Vec<usize> {
    let bands: Vec<_> =
        AgeBand::ALL.into_iter().filter(|band| band.is_child() == Some(true)).collect();
    cells(None, &bands)
}
