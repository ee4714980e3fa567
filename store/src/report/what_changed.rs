//! What the reports for donors tell otherwise than after an earlier entry of the journal.

use super::{Request, Window};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Doing, Store};
use chrono::{DateTime, Duration, Utc};
use domain::access::Actor;
use domain::fault::Fault;
use domain::report::change::changes;
use domain::report::{Cell, ColumnId, Query, Report, Step};
use domain::suppression::Audience;
use futures::future::{BoxFuture, Shared};
use futures::{FutureExt, TryStreamExt};
use std::collections::HashSet;
use std::sync::Arc;
use tokio::sync::{Semaphore, oneshot};

/// The journal replayed up to an entry, under way or done.
type Replayed = Shared<BoxFuture<'static, Option<Result<Store, String>>>>;

/// The journal as it was after the entry that was last compared with.
pub(crate) struct Earlier {
    replayed: Option<(i64, Replayed)>,
    /// Whose turn it is to replay: each takes as much room as the database.
    turn: Arc<Semaphore>,
}

impl Default for Earlier {
    fn default() -> Self {
        Self { replayed: None, turn: Arc::new(Semaphore::new(1)) }
    }
}

/// The rows: report by report, those that donors get.
pub(super) async fn rows(
    store: &Store,
    actor: &Actor,
    request: Request,
) -> Result<Window, StoreError> {
    let (Some(since), Some(at)) = (request.query.since, request.query.since_at) else {
        return Err(missing().into());
    };
    let then = store.after(since).await?.at(at);
    let mut named = store.touched_since(since).await?;
    named.extend(shifts(store, NAMED, since).await?);
    let mut rows = Vec::new();
    for report in Report::COMPARED.into_iter().filter(|report| is_told(*report, &request)) {
        let step = if report.has_steps() { request.query.step } else { Step::default() };
        let query = Query { since: None, since_at: None, step, ..request.query.clone() };
        let now = told(store, actor, report, &query, &named).await?;
        let before = match told(&then, actor, report, &query, &named).await {
            // There was no such place or project yet.
            Err(StoreError::Fault(Fault::Unknown { .. } | Fault::NotAllowed)) => Vec::new(),
            before => before?,
        };
        rows.extend(changes(report, request.audience, &before, &now));
    }
    Ok(rows)
}

/// Whether a report is compared for a reader: one of projects has no workshops, and for donors an
/// indicator is of its whole project.
fn is_told(report: Report, request: &Request) -> bool {
    let donor = request.audience == Audience::Donor;
    let of_whole = report == Report::IndicatorProgress && donor && request.centre.is_some();
    let narrow = request.workshop.is_some() || request.query.state.is_some();
    let of_others = report.of_projects() && narrow;
    !(of_whole || of_others)
}

/// What must be asked for.
pub(super) fn missing() -> Fault {
    Fault::Missing { field: "since".to_owned() }
}

/// The rows of a report; of the shifts only those whose figures may be others.
async fn told(
    store: &Store,
    actor: &Actor,
    report: Report,
    query: &Query,
    touched: &HashSet<String>,
) -> Result<Window, StoreError> {
    let id = report.place(ColumnId::SessionId);
    let is_touched = |row: &Vec<Cell>| match id.and_then(|place| row.get(place)) {
        Some(Cell::Text(id)) => touched.contains(id),
        _ => true,
    };
    let mut rows = store.report(actor, report, query).await?.rows;
    let mut told = Vec::new();
    while let Some(row) = rows.try_next().await? {
        if is_touched(&row) {
            told.push(row);
        }
    }
    Ok(told)
}

/// The shifts that something was entered about since an entry: everybody is told which.
const TOUCHED: &str = "select s.seq, s.id from shift s
    where s.seq in (select e.shift from entry e where e.seq > $1)";

/// Other shifts whose figures may be others since then: of people whose record was mended or merged,
/// and of workshops where somebody was enrolled, or that count for another project.
const NAMED: &str = "select s.seq, s.id from shift s
    where s.seq in (
        select a.shift from attendance a where a.person in (
            select e.person from entry e where e.seq > $1 and e.shift is null
            union select m.kept from merge m where m.seq > $1 or m.undone > $1
            union select m.other from merge m where m.seq > $1 or m.undone > $1
        )
    ) or s.workshop in (
        select h.workshop from share h where h.seq > $1
        union select e.workshop from enrolment e where e.changed > $1
    )";

/// The ids of shifts.
async fn shifts(
    store: &Store,
    sql: &'static str,
    since: i64,
) -> Result<HashSet<String>, StoreError> {
    let rows = sqlx::query(sql).bind(since).fetch_all(&mut *store.read().await?).await?;
    rows.iter().map(|row| Reader::new("shift", row).text("id")).collect()
}

impl Store {
    /// The last entry that is shown: of a store that shows an earlier entry, that one.
    pub(super) async fn shown_entry(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("select coalesce(max(seq), 0) as seq from entry")
            .fetch_one(&mut *self.read().await?)
            .await?;
        Reader::new("entry", &row).number("seq")
    }

    /// The ids of the shifts that something was entered about since an entry.
    pub(super) async fn touched_since(&self, entry: i64) -> Result<HashSet<String>, StoreError> {
        shifts(self, TOUCHED, entry).await
    }

    /// When what stands after an entry was told: when the last file was made from it, of this project
    /// for donors; else just before the next entry came. Nothing when donors were not told it.
    pub(super) async fn told_at(
        &self,
        entry: i64,
        project: Option<&str>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let made = self.last_made(entry, project).await?;
        if made.is_some() || project.is_some() {
            return Ok(made);
        }
        let now = self.clock().now();
        let next = self.received(entry + 1).await?;
        Ok(Some(next.map_or(now, |next| now.min(next - Duration::milliseconds(1)))))
    }

    /// The store as it was after an entry. Replayed once for whoever asks for the same entry next, and
    /// one after the other.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] for an entry that is not there; [`Fault::Unavailable`] while it takes
    /// longer than [`Store::impatient`] says.
    async fn after(&self, entry: i64) -> Result<Self, StoreError> {
        let last = self.shown_entry().await?;
        if !(1..=last).contains(&entry) {
            return Err(Fault::out_of_range("since", 1, last).into());
        }
        if entry == last {
            return Ok(self.clone());
        }
        self.tell(Doing::Replaying);
        let replayed = {
            let mut kept = self.kept_earlier().lock().await;
            match &kept.replayed {
                Some((held, replayed)) if *held == entry => replayed.clone(),
                _ => {
                    let replayed = self.with_journal().replayed(entry, kept.turn.clone());
                    kept.replayed = Some((entry, replayed.clone()));
                    replayed
                }
            }
        };
        let done = self.wait(replayed).await?;
        let broken = || Err("the replay was broken off".to_owned());
        let then = done.unwrap_or_else(broken).map_err(StoreError::Machine)?;
        self.tell(Doing::Replayed);
        Ok(Self { patience: self.patience, ..then })
    }

    fn replayed(&self, entry: i64, turn: Arc<Semaphore>) -> Replayed {
        let store = self.unwatched();
        let (done, replayed) = oneshot::channel();
        tokio::spawn(async move {
            let place = turn.acquire_owned().await;
            let then = store.as_of(entry).await;
            drop(place);
            // Whoever asked may have gone.
            let _ = done.send(then.map_err(|error| error.to_string()));
        });
        replayed.map(Result::ok).boxed().shared()
    }

    /// Lets go of the journal that was replayed for a comparison.
    pub async fn forget_earlier(&self) {
        let mut kept = self.kept_earlier().lock().await;
        kept.replayed = None;
    }
}
