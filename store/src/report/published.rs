//! What a donor may see of the people of a project: every figure of every report and every piece of
//! the calendar is judged together, so that nothing hidden here can be computed from what is shown
//! there. [`disclosure`] proves it; this is the model that it is asked about.

use super::indicators::{Defined, of_project};
use super::reached::{Counts, Scope, Wanted, count};
use super::{Request, refs::Refs};
use crate::Store;
use crate::error::StoreError;
use chrono::NaiveDate;
use disclosure::{Fate, Figure, Model, Pattern, Rules, Sense, protect};
use domain::indicator::Measure;
use domain::person::Sex;
use domain::report::period::{Days, Step};
use domain::report::reached::{CELLS, PARTS, Reached, cells, cells_of};
use domain::report::{ColumnId, Query};
use domain::suppression::Audience;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// A figure of a donor's reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum What {
    /// Different people in a column of R3 or R6.
    Column(ColumnId),
    /// An indicator in a piece of the calendar, by its key.
    Actual(i64),
    /// The same since the project began.
    Cumulative(i64),
}

/// The fate of every figure that is not zero for everybody to see.
#[derive(Debug, Default)]
pub(crate) struct Published {
    fates: HashMap<(Days, Scope, What), Fate>,
    /// Pieces of which nothing about people is shown, because it could not be proved safe.
    unproved: HashSet<Days>,
}

impl Published {
    /// What becomes of a figure of a piece of the calendar that is over.
    pub(crate) fn fate(&self, days: Days, scope: Scope, what: What) -> Fate {
        match self.fates.get(&(days, scope, what)) {
            _ if self.unproved.contains(&days) => Fate::Row,
            Some(fate) => *fate,
            None => Fate::Shown,
        }
    }
}

/// What was published of a project when the journal ended at an entry, on a day.
#[derive(Default)]
pub(crate) struct PublishedByProject(HashMap<i64, (i64, NaiveDate, Arc<Published>)>);

impl Store {
    /// What a donor may see of a project's people, as of now; computed when something changed.
    pub(super) async fn published(
        &self,
        refs: &Arc<Refs>,
        project: i64,
    ) -> Result<Arc<Published>, StoreError> {
        let (head, today) = (self.last_entry().await?, self.clock().today());
        // Held while it is computed: whoever asks meanwhile waits for the same.
        let mut kept = self.kept_published().lock().await;
        if let Some((as_of, day, published)) = kept.0.get(&project)
            && (*as_of, *day) == (head, today)
        {
            return Ok(published.clone());
        }
        let published = Arc::new(self.publish(refs, project, today).await?);
        kept.0.insert(project, (head, today, published.clone()));
        Ok(published)
    }

    async fn publish(
        &self,
        refs: &Arc<Refs>,
        project: i64,
        today: NaiveDate,
    ) -> Result<Published, StoreError> {
        let Some(first) = refs.first_share(project) else { return Ok(Published::default()) };
        let request = Request {
            query: Query::period(first, today),
            refs: refs.clone(),
            centre: None,
            workshop: None,
            project: Some(project),
            group: None,
            centres: None,
            audience: Audience::Donor,
        };
        let indicators = of_project(&mut *self.read().await?, project).await?;
        let people: Vec<Defined> =
            indicators.into_iter().filter(|one| one.define.measure.counts_people()).collect();
        let months = whole_pieces(Step::Month, first, today);
        let begin = refs.projects.get(&project).map_or(first, |project| project.from);
        let by_code = people.iter().any(|one| matches!(one.define.measure, Measure::People { .. }));
        let wanted = Wanted {
            pieces: pieces(first, today),
            since: by_code.then(|| (begin, months.iter().map(|(_, to)| *to).collect())),
            activities: people.iter().filter_map(|one| one.define.activity).collect(),
        };
        let counts = count(self, &request, &wanted).await?;
        let mut completed = HashMap::new();
        for one in people.iter().filter(|one| one.define.measure == Measure::Completions) {
            let days = self.completions(&request, one.define.activity).await?;
            completed.insert(one.key, days);
        }
        let building = move || {
            let mut building = Building::new(&counts, begin);
            for days in pieces(first, today) {
                building.piece(days);
            }
            building.indicators(&people, &completed);
            building.finish()
        };
        tokio::task::spawn_blocking(building)
            .await
            .map_err(|error| StoreError::Machine(error.to_string()))
    }
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
fn pieces(first: NaiveDate, today: NaiveDate) -> Vec<Days> {
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

struct Building<'a> {
    counts: &'a Counts,
    /// The first day of the project, from which it is counted what came together.
    begin: NaiveDate,
    model: Model,
    unknowns: HashMap<(Days, Scope), Unknowns>,
    figures: Vec<(Days, Scope, What)>,
    /// The pieces in order: the place is the release.
    pieces: Vec<Days>,
    scopes: Vec<Scope>,
}

impl<'a> Building<'a> {
    fn new(counts: &'a Counts, begin: NaiveDate) -> Self {
        // In the order of the keys, so that the same figures have the same pattern everywhere.
        let centres: BTreeSet<Option<i64>> = counts
            .keys()
            .filter_map(|(_, scope)| match scope {
                Scope::Centre(centre) => Some(*centre),
                Scope::All | Scope::Activity(_) => None,
            })
            .collect();
        let scopes = [Scope::All].into_iter().chain(centres.into_iter().map(Scope::Centre));
        Self {
            counts,
            begin,
            model: Model::new(),
            unknowns: HashMap::new(),
            figures: Vec::new(),
            pieces: Vec::new(),
            scopes: scopes.collect(),
        }
    }

    /// Adds the next piece of the calendar: its unknowns, what everybody knows of them, and the
    /// rows of R3, which R6 shares.
    fn piece(&mut self, days: Days) {
        let release = self.pieces.len();
        self.pieces.push(days);
        for (row, scope) in self.scopes.clone().into_iter().enumerate() {
            let Some(unknowns) = self.add(days, scope) else { continue };
            let figure = |this: &mut Self, column, unknowns: Vec<usize>| {
                let total = column == ColumnId::People;
                let number = this.model.figure(&Figure { unknowns, release, row, total });
                if number.is_some() {
                    this.figures.push((days, scope, What::Column(column)));
                }
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
            if !self.unknowns.contains_key(&(days, scope)) && self.add(days, scope).is_some() {
                self.part_of((days, scope), (days, Scope::All));
            }
            let since = ((self.begin, days.1), scope);
            if !self.unknowns.contains_key(&since) && self.add(since.0, scope).is_some() {
                // What came together before and what came now is all there is.
                let mut parts: Vec<_> = before.into_iter().collect();
                parts.push((days, scope));
                self.contains(since, &parts);
            } else {
                self.part_of((days, scope), since);
            }
            before = Some(since);
            // Scopes have the rows before these.
            let row = self.scopes.len() + 2 * n;
            let both = [((days, scope), What::Actual(key)), (since, What::Cumulative(key))];
            for (place, (of, what)) in both.into_iter().enumerate() {
                let Some(unknowns) = self.unknowns.get(&of) else { continue };
                let unknowns = cells.iter().map(|place| unknowns.cells[*place]).collect();
                let figure = Figure { unknowns, release, row: row + place, total: false };
                if self.model.figure(&figure).is_some() {
                    self.figures.push((days, Scope::All, what));
                }
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
                if self.model.figure(&figure).is_some() {
                    self.figures.push((days, Scope::All, what));
                }
            }
        }
    }

    fn finish(self) -> Published {
        let pattern: Pattern = protect(&self.model, Rules::default());
        let fates = self.figures.iter().copied().zip(pattern.fates.iter().copied()).collect();
        let unproved: HashSet<Days> =
            pattern.exposed.iter().filter_map(|n| Some(self.figures.get(*n)?.0)).collect();
        if !unproved.is_empty() {
            tracing::warn!(pieces = unproved.len(), "people of a project are hidden from donors");
        }
        Published { fates, unproved }
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
