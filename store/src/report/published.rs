//! What a donor may see of the people of a project: every figure of every report and every piece of
//! the calendar is judged together, so that nothing hidden here can be computed from what is shown
//! there. [`disclosure`] proves it; [`model`] is what it is asked about. A proof is kept until what it
//! was made from changes.

mod model;
mod together;

pub(super) use self::together::Finding;

use self::model::{Building, is_quarter_or_year, pieces};
use super::indicators::{Defined, of_project};
use super::reached::{Counts, Scope, Wanted, count};
use super::{Request, refs::Refs};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Doing, Store};
use chrono::NaiveDate;
use disclosure::Fate;
use domain::indicator::Measure;
use domain::report::period::{Days, Step};
use domain::report::{Cell, ColumnId, Protection, Query, Report};
use domain::suppression::{Audience, Why};
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};
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
const PROOF: u8 = 3;

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
    /// The pieces of the calendar that are over, in the order in which they are published.
    pieces: Vec<Days>,
    /// The first day of the project, from which it is counted what came together.
    begin: NaiveDate,
    counts: Counts,
    /// Those that count people.
    indicators: Vec<Defined>,
    /// The days on which enrolments were completed, by indicator.
    completed: HashMap<i64, Vec<NaiveDate>>,
}

/// What is counted to know it.
struct Counted {
    request: Request,
    wanted: Wanted,
    begin: NaiveDate,
    indicators: Vec<Defined>,
}

/// What is told of projects that share workshops.
struct Related {
    projects: Vec<(i64, Known)>,
    /// Which project's sessions all belong to which other's.
    within: HashSet<(i64, i64)>,
}

/// What was published of each of some projects.
type Proved = HashMap<i64, Arc<Published>>;

/// A proof that is under way or done: whoever asks meanwhile waits for the same.
type Proof = Shared<BoxFuture<'static, Option<Arc<Proved>>>>;

/// What was published of projects.
#[derive(Default)]
pub(crate) struct PublishedByProject {
    /// With the fingerprint of what it was computed from, by the first of the projects that share
    /// workshops.
    proofs: HashMap<i64, (String, Proof)>,
    /// With the last entry and the day that it was looked up at: as long as they are the same,
    /// nothing is read again.
    current: HashMap<i64, (i64, NaiveDate, Arc<Published>)>,
}

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
        let (head, today) = (self.last_entry().await?, self.clock().today());
        if let Some((entry, day, published)) =
            self.kept_published().lock().await.current.get(&project)
            && (*entry, *day) == (head, today)
        {
            return Ok(published.clone());
        }
        let related = self.related(refs, project).await?;
        let Some((first, _)) = related.projects.first() else { return Ok(Arc::default()) };
        let (first, fingerprint) = (*first, related.fingerprint());
        let proof = {
            let mut kept = self.kept_published().lock().await;
            match kept.proofs.get(&first) {
                Some((held, proof)) if *held == fingerprint => proof.clone(),
                _ => {
                    let proof = self.proof(related, fingerprint.clone());
                    kept.proofs.insert(first, (fingerprint, proof.clone()));
                    proof
                }
            }
        };
        let proved = self.wait(proof).await?;
        let proved =
            proved.ok_or_else(|| StoreError::Machine("the proof was broken off".to_owned()))?;
        let published = proved.get(&project).cloned().unwrap_or_default();
        let mut kept = self.kept_published().lock().await;
        kept.current.insert(project, (head, today, published.clone()));
        Ok(published)
    }

    /// Reads what the proof of a project depends on: what is told of it, and of all projects that
    /// share workshops with it, since somebody may see several of them.
    async fn related(&self, refs: &Arc<Refs>, project: i64) -> Result<Related, StoreError> {
        // It reads all days of the projects: not those that somebody who watches asked for.
        let store = self.unwatched();
        let mut projects = Vec::new();
        for one in refs.related(project) {
            if let Some(known) = store.known(refs, one).await? {
                projects.push((one, known));
            }
        }
        let mut within = HashSet::new();
        for (part, _) in &projects {
            for (whole, _) in projects.iter().filter(|(whole, _)| whole != part) {
                if refs.is_within(*part, *whole) {
                    within.insert((*part, *whole));
                }
            }
        }
        Ok(Related { projects, within })
    }

    /// Proves everything that donors may see of people, so that nobody waits for it who asks.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn prove_for_donors(&self) -> Result<(), StoreError> {
        let refs = self.refs().await?;
        for project in refs.projects.keys() {
            self.published(&refs, *project).await?;
        }
        Ok(())
    }

    /// Reads a proof of the same, or makes and keeps it; goes on by itself when nobody waits.
    fn proof(&self, related: Related, fingerprint: String) -> Proof {
        let store = self.clone();
        let (done, proof) = oneshot::channel();
        tokio::spawn(async move {
            let proved = match kept(&store, &related, &fingerprint).await {
                Ok(Some(fates)) => named(&related, fates),
                Ok(None) | Err(_) => None,
            };
            let proved = match proved {
                Some(proved) => proved,
                None => {
                    let Some((proved, fates)) = prove(related).await else { return };
                    if let Err(error) = keep(&store, &fingerprint, &fates).await {
                        // It is proved again after a restart, no more.
                        tracing::warn!(%error, "a proof was not kept");
                    }
                    proved
                }
            };
            // Whoever asked may have gone.
            let _ = done.send(Arc::new(proved));
        });
        proof.map(Result::ok).boxed().shared()
    }

    /// What is counted for a project's donors; nothing where no workshop counts for it, or nothing is
    /// over.
    async fn counted(&self, refs: &Arc<Refs>, project: i64) -> Result<Option<Counted>, StoreError> {
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
        let pieces = pieces(first, today);
        if pieces.is_empty() {
            return Ok(None);
        }
        let months = pieces.iter().filter(|days| !is_quarter_or_year(**days));
        let begin = refs.projects.get(&project).map_or(first, |project| project.from);
        let by_code =
            indicators.iter().any(|one| matches!(one.define.measure, Measure::People { .. }));
        let wanted = Wanted {
            since: by_code.then(|| (begin, months.map(|(_, to)| *to).collect())),
            activities: indicators.iter().filter_map(|one| one.define.activity).collect(),
            pieces,
            only: None,
        };
        Ok(Some(Counted { request, wanted, begin, indicators }))
    }

    /// Reads what the proof depends on; nothing where there is nothing to prove.
    async fn known(&self, refs: &Arc<Refs>, project: i64) -> Result<Option<Known>, StoreError> {
        let Some(counted) = self.counted(refs, project).await? else { return Ok(None) };
        let Counted { request, wanted, begin, indicators } = counted;
        let counts = count(self, &request, &wanted).await?;
        let mut completed = HashMap::new();
        for one in indicators.iter().filter(|one| one.define.measure == Measure::Completions) {
            let days = self.completions(&request, one.define.activity).await?;
            completed.insert(one.key, days);
        }
        Ok(Some(Known { pieces: wanted.pieces, begin, counts, indicators, completed }))
    }
}

/// The fates of each project's figures, in their order.
type Fates = Vec<(i64, Vec<Fate>)>;

/// Proves in a thread of its own: a server that stops does not wait for it.
async fn prove(related: Related) -> Option<(Proved, Fates)> {
    let (done, proof) = oneshot::channel();
    std::thread::spawn(move || {
        let Related { projects, within } = related;
        let Some(building) = Building::of(&projects, within) else { return };
        let fates = divided(&building, building.prove());
        let _ = done.send((told(&building, &fates), fates));
    });
    proof.await.ok()
}

/// The fates of all figures, divided among the projects.
fn divided(building: &Building<'_>, mut fates: Vec<Fate>) -> Fates {
    let mut all: Vec<(i64, usize)> = building.projects().collect();
    let mut divided = Fates::new();
    while let Some((project, first)) = all.pop() {
        divided.push((project, fates.split_off(first.min(fates.len()))));
    }
    divided.reverse();
    divided
}

fn told(building: &Building<'_>, fates: &Fates) -> Proved {
    let mut names = building.names();
    let published = fates.iter().map(|(project, fates)| {
        let named = names.by_ref().take(fates.len()).zip(fates.iter().copied());
        (*project, Arc::new(Published(named.collect())))
    });
    published.collect()
}

/// The figures with fates that were kept in their order.
fn named(related: &Related, kept: Vec<String>) -> Option<Proved> {
    let building = Building::of(&related.projects, related.within.clone())?;
    let fates: Vec<Fate> =
        kept.iter().flat_map(|letters| letters.chars()).map(fate).collect::<Option<_>>()?;
    let fits = building.names().count() == fates.len();
    fits.then(|| told(&building, &divided(&building, fates)))
}

const LETTERS: [(char, Fate); 4] =
    [('s', Fate::Shown), ('k', Fate::Small), ('c', Fate::Complementary), ('r', Fate::Row)];

fn letter(fate: Fate) -> char {
    LETTERS.iter().find(|(_, known)| *known == fate).map_or('r', |(letter, _)| *letter)
}

fn fate(letter: char) -> Option<Fate> {
    LETTERS.iter().find(|(known, _)| *known == letter).map(|(_, fate)| *fate)
}

/// The letters of each project, if all of them were kept with this fingerprint.
async fn kept(
    store: &Store,
    related: &Related,
    fingerprint: &str,
) -> Result<Option<Vec<String>>, StoreError> {
    let mut kept = Vec::new();
    for (project, _) in &related.projects {
        let row =
            sqlx::query("select project, fates from proof where project = $1 and inputs = $2")
                .bind(*project)
                .bind(fingerprint)
                .fetch_optional(&mut *store.read().await?)
                .await?;
        let Some(row) = row else { return Ok(None) };
        kept.push(Reader::new("proof", &row).text("fates")?);
    }
    Ok(Some(kept))
}

async fn keep(store: &Store, fingerprint: &str, fates: &Fates) -> Result<(), StoreError> {
    let mut tx = store.db().begin_write().await?;
    for (project, fates) in fates {
        let letters: String = fates.iter().map(|fate| letter(*fate)).collect();
        sqlx::query(
            "insert into proof (project, inputs, fates) values ($1, $2, $3)
             on conflict (project) do update set inputs = excluded.inputs, fates = excluded.fates",
        )
        .bind(*project)
        .bind(fingerprint)
        .bind(letters)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

impl Related {
    /// What tells whether a proof that was kept is of the same.
    fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for (project, known) in &self.projects {
            hash.update(format!("{project} {}", known.fingerprint()));
        }
        let mut within: Vec<_> = self.within.iter().collect();
        within.sort_unstable();
        hash.update(format!("{within:?}"));
        hex::encode(hash.finalize())
    }
}

impl Known {
    /// What tells whether a proof that was kept is of the same.
    fn fingerprint(&self) -> String {
        let mut counts: Vec<String> =
            self.counts.iter().map(|(key, reached)| format!("{key:?} {reached:?}")).collect();
        counts.sort_unstable();
        let completed: BTreeMap<_, _> = self.completed.iter().collect();
        let of = (&self.pieces, self.begin, &self.indicators, completed);
        let mut hash = Sha256::new();
        hash.update(format!("{PROOF} {of:?}"));
        counts.iter().for_each(|count| hash.update(count));
        hex::encode(hash.finalize())
    }
}
