//! What the reports for donors tell otherwise than after an earlier entry of the journal.

use super::published::Finding;
use super::{Request, Window};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Doing, Store};
use chrono::Duration;
use domain::access::Actor;
use domain::clock::FixedClock;
use domain::fault::Fault;
use domain::report::change::changes;
use domain::report::{Cell, ColumnId, Protection, Query, Report, Step, Term};
use domain::suppression::{Audience, Why};
use futures::future::{BoxFuture, Shared};
use futures::{FutureExt, TryStreamExt};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use tokio::sync::oneshot;

/// The journal replayed up to an entry, under way or done.
type Replayed = Shared<BoxFuture<'static, Option<Result<Store, String>>>>;

/// The journal as it was after the entry that was last compared with, and by project whether donors
/// may be told what changed since.
#[derive(Default)]
pub(crate) struct Earlier {
    replayed: Option<(i64, Replayed)>,
    pub(super) findings: HashMap<i64, Finding>,
}

/// The rows: report by report, those that donors get.
pub(super) async fn rows(
    store: &Store,
    actor: &Actor,
    request: Request,
) -> Result<Window, StoreError> {
    let missing = || Fault::Missing { field: "since".to_owned() };
    let since = request.query.since.ok_or_else(missing)?;
    let then = store.after(since).await?;
    let touched = touched(store, since).await?;
    let safe = match (request.audience, request.project) {
        (Audience::Donor, Some(project)) => {
            store.told_together(&then, &request.refs, project, &touched).await?
        }
        _ => true,
    };
    let mut rows = Vec::new();
    for report in Report::COMPARED.into_iter().filter(|report| is_told(*report, &request)) {
        let step = if report.has_steps() { request.query.step } else { Step::default() };
        let query = Query { since: None, step, ..request.query.clone() };
        let now = told(store, actor, report, &query, &touched).await?;
        let before = match told(&then, actor, report, &query, &touched).await {
            // There was no such place or project yet.
            Err(StoreError::Fault(Fault::Unknown { .. } | Fault::NotAllowed)) => Vec::new(),
            before => before?,
        };
        let mut changed = changes(report, &before, &now);
        if !safe {
            changed.iter_mut().for_each(|row| hide(report, row));
        }
        rows.extend(changed);
    }
    Ok(rows)
}

/// Whether a report is compared for a reader: one of projects has no workshops, and for donors an
/// indicator is of its whole project.
fn is_told(report: Report, request: &Request) -> bool {
    let donor = request.audience == Audience::Donor;
    let of_whole = report == Report::IndicatorProgress && donor && request.centre.is_some();
    let narrow = request.workshop.is_some() || request.query.state.is_some();
    !of_whole && !(report.of_projects() && narrow)
}

/// The rows of a report; of the shifts only those that something was entered about.
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

/// The ids of the shifts that something was entered about since an entry.
async fn touched(store: &Store, since: i64) -> Result<HashSet<String>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, s.id from shift s
         where s.seq in (select e.shift from entry e where e.seq > $1)",
    )
    .bind(since)
    .fetch_all(&mut *store.read().await?)
    .await?;
    rows.iter().map(|row| Reader::new("shift", row).text("id")).collect()
}

/// The last entry that a store shows.
async fn last(store: &Store) -> Result<i64, StoreError> {
    let row = sqlx::query("select coalesce(max(seq), 0) as seq from entry")
        .fetch_one(&mut *store.read().await?)
        .await?;
    Reader::new("entry", &row).number("seq")
}

/// Leaves of a figure of people only that it changed.
fn hide(report: Report, row: &mut [Cell]) {
    let figure = Report::WhatChanged.place(ColumnId::Figure).and_then(|place| row.get(place));
    let Some(Cell::Term(Term::Figure(figure))) = figure else { return };
    let column = report.columns().iter().find(|column| column.id == *figure);
    if column.is_none_or(|column| column.protection == Protection::Open) {
        return;
    }
    for column in [ColumnId::Before, ColumnId::Now, ColumnId::Change] {
        let place = Report::WhatChanged.place(column);
        if let Some(cell) = place.and_then(|place| row.get_mut(place)) {
            *cell = Cell::Empty(Why::Suppressed);
        }
    }
}

impl Store {
    /// The store as it was after an entry, just before the next one was received: what was told in
    /// between was told of this. Replayed once for whoever asks for the same entry next.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] for an entry that is not there; [`Fault::Unavailable`] while it takes
    /// longer than [`Store::impatient`] says.
    async fn after(&self, entry: i64) -> Result<Self, StoreError> {
        let journal = self.with_journal();
        let last = last(self).await?;
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
                    let replayed = journal.replayed(entry);
                    *kept = Earlier {
                        replayed: Some((entry, replayed.clone())),
                        findings: HashMap::new(),
                    };
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

    fn replayed(&self, entry: i64) -> Replayed {
        let store = self.unwatched();
        let (done, replayed) = oneshot::channel();
        tokio::spawn(async move {
            let replay = async {
                let next = store.received(entry + 1).await?;
                let now = store.clock().now();
                let until = next.map_or(now, |next| now.min(next - Duration::milliseconds(1)));
                let then = store.as_of_at(entry, Arc::new(FixedClock(until))).await?;
                // Nothing is compared with an earlier entry there.
                Ok(Self { journal: None, ..then })
            };
            let replayed = replay.await.map_err(|error: StoreError| error.to_string());
            // Whoever asked may have gone.
            let _ = done.send(replayed);
        });
        replayed.map(Result::ok).boxed().shared()
    }

    /// Lets go of the journal that was replayed for a comparison.
    pub async fn forget_earlier(&self) {
        *self.kept_earlier().lock().await = Earlier::default();
    }
}
