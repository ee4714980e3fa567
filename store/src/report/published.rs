//! What a donor may see of the people of a project: every figure of every report and every piece of
//! the calendar is judged together, so that nothing hidden here can be computed from what is shown
//! there. [`disclosure`] proves it; this is the model that it is asked about.

use super::indicators::{Defined, of_project};
use super::reached::{Counts, Scope, Wanted, count, places};
use super::{Request, refs::Refs};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Doing, Store};
use chrono::NaiveDate;
use disclosure::{Fate, Figure, Model, Rules, Sense, audit, protect};
use domain::fault::Fault;
use domain::indicator::Measure;
use domain::person::Sex;
use domain::report::period::{Days, Step};
use domain::report::reached::{CELLS, PARTS, Reached, cells, cells_of};
use domain::report::{Cell, ColumnId, Protection, Query, Report};
use domain::suppression::{Audience, Why};
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tokio::sync::oneshot;

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

/// The version of the proof: another one proves anew what an earlier one had proved.
const PROOF: u8 = 2;

/// The fate of every figure that is not zero for everybody to see.
#[derive(Debug, Default)]
pub(crate) struct Published(HashMap<(Days, Scope, What), Fate>);

impl Published {
    /// What becomes of a figure of a piece of the calendar that is over.
    pub(crate) fn fate(&self, days: Days, scope: Scope, what: What) -> Fate {
        self.0.get(&(days, scope, what)).copied().unwrap_or(Fate::Shown)
    }

    /// What a donor sees in a cell that counts people; what is not over is not told.
    pub(super) fn shield(
        &self,
        today: NaiveDate,
        days: Days,
        scope: Scope,
        what: What,
        cell: Cell,
    ) -> Cell {
        if matches!(cell, Cell::Empty(_)) {
            return cell;
        }
        if days.1 > today {
            return Cell::Empty(Why::NotOver);
        }
        let mut days = days;
        if matches!(what, What::Cumulative(_)) && !self.0.contains_key(&(days, scope, what)) {
            // The last month of a quarter tells what the quarter tells.
            match Step::Quarter.around(days.1) {
                Some(quarter) if quarter.1 == days.1 => days = quarter,
                _ => return Cell::Empty(Why::Quarterly),
            }
        }
        match self.fate(days, scope, what) {
            Fate::Shown => cell,
            Fate::Small | Fate::Complementary | Fate::Row => Cell::Empty(Why::Suppressed),
        }
    }

    /// [`Published::shield`] for a row of a report; a range shares the fate of its figure.
    pub(super) fn shield_row(
        &self,
        report: Report,
        today: NaiveDate,
        days: Days,
        scope: Scope,
        row: &mut [Cell],
    ) {
        let columns = report.columns().iter().zip(row);
        let counted = columns.filter(|(column, _)| column.protection == Protection::Counted);
        for (column, cell) in counted {
            let figure = match column.id {
                ColumnId::PeopleLeast | ColumnId::PeopleMost => ColumnId::People,
                column => column,
            };
            *cell = self.shield(today, days, scope, What::Column(figure), cell.clone());
        }
    }
}

/// Everything that decides what is published of a project's people.
#[derive(Debug, PartialEq)]
struct Known {
    /// The first day on which a workshop counts for it.
    first: NaiveDate,
    /// The first day of the project, from which it is counted what came together.
    begin: NaiveDate,
    /// The last day of the last month that is over.
    until: NaiveDate,
    counts: Counts,
    /// Those that count people.
    indicators: Vec<Defined>,
    /// The days on which enrolments were completed, by indicator.
    completed: HashMap<i64, Vec<NaiveDate>>,
}

/// A proof that is under way or done: whoever asks meanwhile waits for the same.
type Proof = Shared<BoxFuture<'static, Option<Arc<Published>>>>;

/// What was published of each project, with the fingerprint of what it was computed from.
#[derive(Default)]
pub(crate) struct PublishedByProject(HashMap<i64, (String, Proof)>);

impl Store {
    /// What a donor may see of a project's people, as of now; proved when something changed that
    /// it depends on, and kept in the database, so that a restart proves nothing again.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] while the proof takes longer than [`Store::impatient`] says.
    pub(super) async fn published(
        &self,
        refs: &Arc<Refs>,
        project: i64,
    ) -> Result<Arc<Published>, StoreError> {
        self.tell(Doing::Proving);
        let proved = self.proved(refs, project).await?;
        self.tell(Doing::Proved);
        Ok(proved)
    }

    async fn proved(&self, refs: &Arc<Refs>, project: i64) -> Result<Arc<Published>, StoreError> {
        // It reads all days of the project: not those that somebody who watches asked for.
        let Some(known) = self.unwatched().known(refs, project).await? else {
            return Ok(Arc::default());
        };
        let fingerprint = known.fingerprint();
        let proof = {
            let mut kept = self.kept_published().lock().await;
            match kept.0.get(&project) {
                Some((held, proof)) if *held == fingerprint => proof.clone(),
                _ => {
                    let proof = self.proof(project, known, fingerprint.clone());
                    kept.0.insert(project, (fingerprint, proof.clone()));
                    proof
                }
            }
        };
        let proved = match self.patience() {
            None => proof.await,
            Some(patience) => match tokio::time::timeout(patience, proof).await {
                Ok(proved) => proved,
                Err(_) => return Err(Fault::Unavailable.into()),
            },
        };
        proved.ok_or_else(|| StoreError::Machine("the proof was broken off".to_owned()))
    }

    /// Proves everything that donors may see of people, so that nobody waits for it who asks.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn prove_for_donors(&self) -> Result<(), StoreError> {
        let refs = Arc::new(self.refs().await?);
        for project in refs.projects.keys() {
            self.published(&refs, *project).await?;
        }
        Ok(())
    }

    /// Reads a proof of the same, or makes and keeps it; goes on by itself when nobody waits.
    fn proof(&self, project: i64, known: Known, fingerprint: String) -> Proof {
        let store = self.clone();
        let (done, proof) = oneshot::channel();
        tokio::spawn(async move {
            let proved = match kept(&store, project, &fingerprint).await {
                Ok(Some(fates)) => named(&known, fates),
                Ok(None) | Err(_) => None,
            };
            let published = match proved {
                Some(published) => published,
                None => {
                    let Some((published, fates)) = prove(known).await else { return };
                    if let Err(error) = keep(&store, project, &fingerprint, &fates).await {
                        // It is proved again after a restart, no more.
                        tracing::warn!(%error, "a proof was not kept");
                    }
                    published
                }
            };
            // Whoever asked may have gone.
            let _ = done.send(Arc::new(published));
        });
        proof.map(Result::ok).boxed().shared()
    }

    /// Reads what the proof depends on; nothing where no workshop counts for the project.
    async fn known(&self, refs: &Arc<Refs>, project: i64) -> Result<Option<Known>, StoreError> {
        let today = self.clock().today();
        let Some(first) = refs.first_share(project) else { return Ok(None) };
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
        let mut indicators = of_project(&mut *self.read().await?, project).await?;
        indicators.retain(|one| one.define.measure.counts_people());
        let months = whole_pieces(Step::Month, first, today);
        let Some((_, until)) = months.last().copied() else { return Ok(None) };
        let begin = refs.projects.get(&project).map_or(first, |project| project.from);
        let by_code =
            indicators.iter().any(|one| matches!(one.define.measure, Measure::People { .. }));
        let wanted = Wanted {
            pieces: pieces(first, today),
            since: by_code.then(|| (begin, months.iter().map(|(_, to)| *to).collect())),
            activities: indicators.iter().filter_map(|one| one.define.activity).collect(),
        };
        let counts = count(self, &request, &wanted).await?;
        let mut completed = HashMap::new();
        for one in indicators.iter().filter(|one| one.define.measure == Measure::Completions) {
            let days = self.completions(&request, one.define.activity).await?;
            completed.insert(one.key, days);
        }
        Ok(Some(Known { first, begin, until, counts, indicators, completed }))
    }
}

/// Proves in a thread of its own: a server that stops does not wait for it.
async fn prove(known: Known) -> Option<(Published, String)> {
    let (done, proof) = oneshot::channel();
    std::thread::spawn(move || {
        let building = known.building();
        let fates = building.prove();
        let letters: String = fates.iter().map(|fate| letter(*fate)).collect();
        let _ = done.send((Published(building.names().zip(fates).collect()), letters));
    });
    proof.await.ok()
}

/// The figures with fates that were kept in their order.
fn named(known: &Known, letters: String) -> Option<Published> {
    let fates: Vec<Fate> = letters.chars().map(fate).collect::<Option<_>>()?;
    let building = known.building();
    let fits = building.figures.len() == fates.len();
    fits.then(|| Published(building.names().zip(fates).collect()))
}

const LETTERS: [(char, Fate); 4] =
    [('s', Fate::Shown), ('k', Fate::Small), ('c', Fate::Complementary), ('r', Fate::Row)];

fn letter(fate: Fate) -> char {
    LETTERS.iter().find(|(_, known)| *known == fate).map_or('r', |(letter, _)| *letter)
}

fn fate(letter: char) -> Option<Fate> {
    LETTERS.iter().find(|(known, _)| *known == letter).map(|(_, fate)| *fate)
}

async fn kept(
    store: &Store,
    project: i64,
    fingerprint: &str,
) -> Result<Option<String>, StoreError> {
    let row = sqlx::query("select project, fates from proof where project = $1 and inputs = $2")
        .bind(project)
        .bind(fingerprint)
        .fetch_optional(&mut *store.read().await?)
        .await?;
    row.map(|row| Reader::new("proof", &row).text("fates")).transpose()
}

async fn keep(
    store: &Store,
    project: i64,
    fingerprint: &str,
    fates: &str,
) -> Result<(), StoreError> {
    let mut tx = store.db().begin_write().await?;
    sqlx::query(
        "insert into proof (project, inputs, fates) values ($1, $2, $3)
         on conflict (project) do update set inputs = excluded.inputs, fates = excluded.fates",
    )
    .bind(project)
    .bind(fingerprint)
    .bind(fates)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}

impl Known {
    fn building(&self) -> Building<'_> {
        let mut building = Building::new(&self.counts, self.begin);
        for days in pieces(self.first, self.until) {
            building.piece(days);
        }
        building.indicators(&self.indicators, &self.completed);
        building
    }

    /// What tells whether a proof that was kept is of the same.
    fn fingerprint(&self) -> String {
        let mut counts: Vec<String> =
            self.counts.iter().map(|(key, reached)| format!("{key:?} {reached:?}")).collect();
        counts.sort_unstable();
        let completed: BTreeMap<_, _> = self.completed.iter().collect();
        let of = (self.first, self.begin, self.until, &self.indicators, completed);
        let mut hash = Sha256::new();
        hash.update(format!("{PROOF} {of:?}"));
        counts.iter().for_each(|count| hash.update(count));
        hex::encode(hash.finalize())
    }
}

/// At the ends of quarters and years it is told how many people came since the project began. Each
/// further total of the same people is one more equation, and with those of all months little else
/// could be shown (docs/decisions.md).
fn is_quarter_or_year(days: Days) -> bool {
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
    /// What is to be published, in the order of the figures.
    figures: Vec<((Days, Scope, What), Figure)>,
    /// The pieces in order: the place is the release.
    pieces: Vec<Days>,
    scopes: Vec<Scope>,
}

impl<'a> Building<'a> {
    fn new(counts: &'a Counts, begin: NaiveDate) -> Self {
        Self {
            counts,
            begin,
            model: Model::new(),
            unknowns: HashMap::new(),
            figures: Vec::new(),
            pieces: Vec::new(),
            scopes: places(counts),
        }
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
    fn names(&self) -> impl Iterator<Item = (Days, Scope, What)> + '_ {
        self.figures.iter().map(|(name, _)| *name)
    }

    /// The fates of the figures: splits and totals, as far as they can be proved safe; else totals
    /// and indicators without any split; else nothing about people.
    fn prove(&self) -> Vec<Fate> {
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
