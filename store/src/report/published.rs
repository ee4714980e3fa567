//! What a donor may see of the people of a project: every figure of every report and every piece of
//! the calendar is judged together, so that nothing hidden here can be computed from what is shown
//! there. [`disclosure`] proves it; [`model`] is what it is asked about.
//!
//! What was told cannot be taken back: whoever has an old file can put it beside a new one. So all that
//! donors were told is kept ([`told`]), and what is told next, when something was entered, is proved
//! beside it. What they were told is told again as it was.

mod calendar;
mod known;
mod model;
#[cfg(test)]
mod tests;
mod told;

use self::known::Known;
use self::model::{Building, Name, Telling, Touched};
use self::told::Told;
use super::Request;
use super::reached::{Counts, Scope, Wanted, count};
use super::refs::Refs;
use crate::error::StoreError;
use crate::{Doing, Store};
use chrono::NaiveDate;
use disclosure::Fate;
use domain::fault::Fault;
use domain::report::period::{Days, Step};
use domain::report::{Cell, ColumnId, Protection, Report};
use domain::suppression::{Audience, Why};
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use std::collections::{BTreeSet, HashMap, HashSet};
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

/// How often it is proved anew when something else is told meanwhile.
const ATTEMPTS: usize = 8;

/// What donors may see of a project's people on a day.
#[derive(Debug)]
pub(crate) struct Published {
    today: NaiveDate,
    /// What was counted then; nothing where there is nothing to tell.
    known: Option<Arc<Known>>,
    /// The fate of every figure that is not zero for everybody to see.
    fates: HashMap<Name, Fate>,
}

impl Published {
    /// What becomes of a figure of a piece of the calendar that is over.
    pub(crate) fn fate(&self, days: Days, scope: Scope, what: What) -> Fate {
        self.fates.get(&(days, scope, what)).copied().unwrap_or(Fate::Shown)
    }

    /// Counts as they were when it was proved what of them may be seen: what was entered since is told
    /// with the next state, and not with the fates of this one.
    fn as_proved(&self, wanted: &Wanted, mut counts: Counts) -> Counts {
        let Some(known) = &self.known else { return counts };
        let is_proved =
            |days: Days, scope: Scope| wanted.asks(days) && known.counts_in(days, scope);
        counts.retain(|(days, scope), _| !is_proved(*days, *scope));
        let proved = known.counts.iter().filter(|((days, scope), _)| is_proved(*days, *scope));
        counts.extend(proved.map(|(key, reached)| (*key, reached.clone())));
        counts
    }

    /// The days on which enrolments were completed, as they were then, for an indicator of these.
    pub(super) fn completed(&self, indicator: i64) -> Vec<NaiveDate> {
        let known = self.known.as_ref();
        known.and_then(|known| known.completed.get(&indicator)).cloned().unwrap_or_default()
    }

    /// What a donor sees in a cell that counts people; what is not over is not told.
    pub(super) fn shield(&self, days: Days, scope: Scope, what: What, cell: Cell) -> Cell {
        if matches!(cell, Cell::Empty(_)) {
            return cell;
        }
        if days.1 > self.today {
            return Cell::Empty(Why::NotOver);
        }
        let mut days = days;
        if matches!(what, What::Cumulative(_)) && !self.fates.contains_key(&(days, scope, what)) {
            // The last month of a quarter tells what the quarter tells.
            match Step::Quarter.around(days.1) {
                Some(quarter) if quarter.1 == days.1 => days = quarter,
                _ => return Cell::Empty(Why::Quarterly),
            }
        }
        match self.fate(days, scope, what) {
            Fate::Shown => cell,
            _ => Cell::Empty(Why::Suppressed),
        }
    }

    /// [`Published::shield`] for a row of a report. The least of a range shares the fate of those
    /// known by code; the most tells beside them of those without a name.
    pub(super) fn shield_row(&self, report: Report, days: Days, scope: Scope, row: &mut [Cell]) {
        let columns = report.columns().iter().zip(row);
        let counted = columns.filter(|(column, _)| column.protection == Protection::Counted);
        for (column, cell) in counted {
            let figure = match column.id {
                ColumnId::PeopleLeast => ColumnId::People,
                // Where nobody was counted without a name, it is the same number.
                ColumnId::PeopleMost
                    if !self.fates.contains_key(&(days, scope, What::Column(column.id))) =>
                {
                    ColumnId::People
                }
                column => column,
            };
            *cell = self.shield(days, scope, What::Column(figure), cell.clone());
        }
    }
}

/// What is to be told of a project next, with all that it is proved beside.
struct Next {
    project: i64,
    /// The last entry of the journal.
    entry: i64,
    known: Arc<Known>,
    /// What tells it from other states.
    inputs: String,
    touched: Touched,
    /// The projects that share workshops with it, and itself.
    related: BTreeSet<i64>,
    /// What was told of them.
    told: Vec<Told>,
    /// Which project's sessions all belong to which other's.
    within: HashSet<(i64, i64)>,
}

impl Next {
    /// What was told last of any of them.
    fn last(&self) -> Option<&str> {
        self.told.last().map(|told| told.id.as_str())
    }

    /// What was told last of the project itself.
    fn before(&self) -> Option<&Told> {
        self.told.iter().rfind(|told| told.project == self.project)
    }
}

/// A proof that is under way or done: whoever asks meanwhile waits for the same.
type Proof = Shared<BoxFuture<'static, Option<Arc<Vec<Fate>>>>>;

/// What donors may see, as it was last looked up.
struct Current {
    /// The last entry and the day then: as long as they are the same, nothing is read again.
    at: (i64, NaiveDate),
    /// Whether somebody was told.
    is_told: bool,
    published: Arc<Published>,
}

/// What was published of projects.
#[derive(Default)]
pub(crate) struct PublishedByProject {
    /// By project, with what tells what it is a proof of.
    proofs: HashMap<i64, (String, Proof)>,
    current: HashMap<i64, Current>,
}

impl Store {
    /// Counts as whoever asks may be told them: donors with what of them, of one state. If something
    /// changed that it depends on, that is proved beside all that was told before, and kept as told.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] while the proof takes longer than [`Store::impatient`] says.
    pub(super) async fn count_told(
        &self,
        request: &Request,
        wanted: &Wanted,
    ) -> Result<(Counts, Option<Arc<Published>>), StoreError> {
        match (request.audience, request.project) {
            (Audience::Donor, Some(project)) => {
                let (counts, published) = self.count_as(request, project, wanted, true).await?;
                Ok((counts, Some(published)))
            }
            _ => Ok((count(self, request, wanted).await?, None)),
        }
    }

    /// The counts that donors would be told of a project, with what of them.
    ///
    /// # Errors
    /// As [`Store::count_told`].
    pub(super) async fn count_to_be_told(
        &self,
        request: &Request,
        project: i64,
        wanted: &Wanted,
    ) -> Result<(Counts, Arc<Published>), StoreError> {
        self.count_as(request, project, wanted, false).await
    }

    async fn count_as(
        &self,
        request: &Request,
        project: i64,
        wanted: &Wanted,
        tells: bool,
    ) -> Result<(Counts, Arc<Published>), StoreError> {
        let counts = count(self, request, wanted).await?;
        let published = self.looked_up(project, tells).await?;
        Ok((published.as_proved(wanted, counts), published))
    }

    /// Proves everything that donors may see of people, so that nobody waits for it who asks.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn prove_for_donors(&self) -> Result<(), StoreError> {
        let refs = self.refs().await?;
        for project in refs.projects.keys() {
            self.looked_up(*project, false).await?;
        }
        Ok(())
    }

    async fn looked_up(&self, project: i64, tells: bool) -> Result<Arc<Published>, StoreError> {
        let at = (self.last_entry().await?, self.clock().today());
        if let Some(current) = self.kept_published().lock().await.current.get(&project)
            && current.at == at
            && (current.is_told || !tells)
        {
            return Ok(current.published.clone());
        }
        self.tell(Doing::Proving);
        // It reads all days of the project: not those that somebody who watches asked for.
        let store = self.unwatched();
        // Read after the last entry was: what is kept under an entry knows at least that.
        let refs = &store.refs().await?;
        let current = match store.known(refs, project).await? {
            Some(known) => {
                let known = Arc::new(known);
                let (fates, is_told) = store.fates(refs, project, &known, tells).await?;
                let published = Arc::new(Published::of(project, at.1, known, &fates)?);
                Current { at, is_told, published }
            }
            None => {
                let (today, known, fates) = (at.1, None, HashMap::new());
                let published = Arc::new(Published { today, known, fates });
                Current { at, is_told: true, published }
            }
        };
        self.tell(Doing::Proved);
        let published = current.published.clone();
        self.kept_published().lock().await.current.insert(project, current);
        Ok(published)
    }

    /// The fates of the figures of a state, and whether donors were told it.
    async fn fates(
        &self,
        refs: &Arc<Refs>,
        project: i64,
        known: &Arc<Known>,
        tells: bool,
    ) -> Result<(Arc<Vec<Fate>>, bool), StoreError> {
        let inputs = known.fingerprint();
        // What a store of an earlier entry tells is kept where the journal is.
        let journal = self.with_journal();
        for _ in 0..ATTEMPTS {
            if let Some(fates) = journal.told_as(project, &inputs).await? {
                return Ok((Arc::new(fates), true));
            }
            let next = Arc::new(self.next(refs, project, known, &inputs).await?);
            let proof = {
                let mut kept = self.kept_published().lock().await;
                let what = format!("{inputs} {:?}", next.last());
                match kept.proofs.get(&project) {
                    Some((held, proof)) if *held == what => proof.clone(),
                    _ => {
                        let proof = prove(next.clone());
                        kept.proofs.insert(project, (what, proof.clone()));
                        proof
                    }
                }
            };
            let fates = self.wait(proof).await?;
            let fates =
                fates.ok_or_else(|| StoreError::Machine("the proof was broken off".to_owned()))?;
            if !tells || journal.keep_told(&next, &fates).await? {
                return Ok((fates, tells));
            }
        }
        Err(Fault::Unavailable.into())
    }

    async fn next(
        &self,
        refs: &Arc<Refs>,
        project: i64,
        known: &Arc<Known>,
        inputs: &str,
    ) -> Result<Next, StoreError> {
        let journal = self.with_journal();
        let all = journal.refs().await?;
        let related = all.related(project);
        let mut next = Next {
            project,
            entry: self.shown_entry().await?,
            known: known.clone(),
            inputs: inputs.to_owned(),
            touched: Touched::new(),
            within: all.within(&related),
            told: journal.told(&related).await?,
            related,
        };
        if let Some(before) = next.before() {
            let shifts = self.touched_since(before.entry).await?;
            let counts = self.counted_in(refs, project, shifts).await?.into_iter();
            next.touched = counts.map(|(key, reached)| (key, reached.contacts)).collect();
        }
        Ok(next)
    }
}

/// Proves in a thread of its own: a server that stops does not wait for it. Goes on by itself when
/// nobody waits.
fn prove(next: Arc<Next>) -> Proof {
    let (done, proof) = oneshot::channel();
    std::thread::spawn(move || {
        let Next { project, known, touched, told, within, .. } = &*next;
        let now = Telling { project: *project, known, touched };
        let Some(building) = Building::of(told, now, within.clone()) else { return };
        // Whoever asked may have gone.
        let _ = done.send(Arc::new(building.prove()));
    });
    proof.map(Result::ok).boxed().shared()
}

impl Published {
    /// The fates of a state in the order of the model.
    fn of(
        project: i64,
        today: NaiveDate,
        known: Arc<Known>,
        fates: &[Fate],
    ) -> Result<Self, StoreError> {
        let nothing = Touched::new();
        let now = Telling { project, known: &known, touched: &nothing };
        let building = Building::of(&[], now, HashSet::new());
        let names: Vec<_> = building.iter().flat_map(Building::names).collect();
        if names.len() != fates.len() {
            return Err(StoreError::Machine("what donors were told cannot be read".to_owned()));
        }
        let fates = names.into_iter().zip(fates.iter().copied()).collect();
        Ok(Self { today, known: Some(known), fates })
    }
}
