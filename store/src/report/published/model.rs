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
    /// What is to be published, in the order of the figures.
    figures: Vec<((Days, Scope, What), Figure)>,
    /// The pieces in order: the place is the release.
    pieces: Vec<Days>,
    scopes: Vec<Scope>,
}

impl<'a> Building<'a> {
    /// All that is told of a project.
    pub(super) fn of(known: &'a Known) -> Self {
        let mut building = Self {
            counts: &known.counts,
            begin: known.begin,
            model: Model::new(),
            unknowns: HashMap::new(),
            figures: Vec::new(),
            pieces: Vec::new(),
            scopes: places(&known.counts),
        };
        known.pieces.iter().for_each(|days| building.piece(*days));
        building.indicators(&known.indicators, &known.completed);
        building
    }

    /// Adds the next piece of the calendar: its unknowns, what everybody knows of them, and the
    /// rows of R3, which R6 shares.
    fn piece(&mut self, days: Days) {
        let release = self.pieces.len();
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
        if let Some(same) = self.same_sessions((days, scope), reached) {
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
        for (release, days) in self.pieces.clone().into_iter().enumerate() {
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
        for (release, days) in self.pieces.clone().into_iter().enumerate() {
            if Step::Month.around(days.0) == Some(days) {
                let within = completed.iter().filter(|day| days.0 <= **day && **day <= days.1);
                let value = u32::try_from(within.count()).unwrap_or(u32::MAX);
                months.push((days, self.model.unknown(value)));
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

    fn publish(&mut self, name: (Days, Scope, What), figure: Figure) {
        if !figure.unknowns.is_empty() {
            self.figures.push((name, figure));
        }
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
