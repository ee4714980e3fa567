//! `/api/v1/centres/{code}/live`: says when the page of a centre would look otherwise.
//!
//! Server-sent events that tell nothing but that: the browser then asks for the page, as anybody may. Nothing is
//! told here that the page does not tell.

use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::fault::Fault;
use domain::overview::Dashboard;
use futures::{Stream, stream};
use serde::Deserialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use store::{Store, StoreError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, sleep, sleep_until};

/// Between two events: a tablet that sends a long list is one change.
const AT_MOST_EVERY: Duration = Duration::from_secs(1);
/// After this the browser asks anew, and is asked anew who it is.
const LISTENS_FOR: Duration = Duration::from_secs(600);
/// Pages that listen at once.
const LISTENERS: usize = 256;

/// Who listens, and until when.
#[derive(Clone)]
pub struct Listening {
    places: Arc<Semaphore>,
    ended: watch::Sender<bool>,
}

impl Default for Listening {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(LISTENERS)), ended: watch::Sender::new(false) }
    }
}

impl Listening {
    /// Ends all listening: the server ends.
    pub fn end(&self) {
        self.ended.send_replace(true);
    }
}

/// The day of the page, and the journal's last entry when it was made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    day: NaiveDate,
    seen: i64,
}

/// `GET /api/v1/centres/{code}/live?day=…&seen=…`.
///
/// # Errors
/// Nobody signed in, and the faults of the page; [`Fault::Unavailable`] when too many listen.
pub async fn listen(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
    page: Result<Query<Page>, QueryRejection>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiFault> {
    let actor = visitor.actor()?.clone();
    let Ok(Query(Page { day, seen })) = page else { return Err(Fault::malformed().into()) };
    let Listening { places, ended } = state.listening.clone();
    let place = places.try_acquire_owned().map_err(|_| Fault::Unavailable)?;
    let changes = state.store.commits();
    let looks = look(&state.store, &actor, &code, day).await?;
    let listener = Listener {
        store: state.store.clone(),
        actor,
        code,
        day,
        looks,
        changes,
        ended: ended.subscribe(),
        until: Instant::now() + LISTENS_FOR,
        _place: place,
    };
    // What changed while the page was on its way is told at once.
    let missed = listener.store.last_entry().await? > seen;
    let events = stream::unfold((listener, missed), |(mut listener, missed)| async move {
        if !missed && !listener.changed().await {
            return None;
        }
        // An event without data is none: browsers pass it by.
        Some((Ok(Event::default().event("changed").data("page")), (listener, false)))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

/// An open page.
struct Listener {
    store: Store,
    actor: Actor,
    code: String,
    day: NaiveDate,
    /// What the page tells.
    looks: Dashboard,
    changes: watch::Receiver<u64>,
    ended: watch::Receiver<bool>,
    until: Instant,
    _place: OwnedSemaphorePermit,
}

impl Listener {
    /// Waits until the page would look otherwise; `false` when the listening is over.
    async fn changed(&mut self) -> bool {
        loop {
            tokio::select! {
                changed = self.changes.changed() => if changed.is_err() { return false },
                _ = self.ended.wait_for(|ended| *ended) => return false,
                () = sleep_until(self.until) => return false,
            }
            // Whoever may no longer see the page hears nothing more.
            let looks = look(&self.store, &self.actor, &self.code, self.day).await;
            let Ok(looks) = looks else { return false };
            let differs = looks != self.looks;
            self.looks = looks;
            if differs {
                return true;
            }
            sleep(AT_MOST_EVERY).await;
        }
    }
}

async fn look(
    store: &Store,
    actor: &Actor,
    code: &str,
    day: NaiveDate,
) -> Result<Dashboard, StoreError> {
    let page = store.dashboard(actor, code, Some(day)).await?;
    // What happens elsewhere is no change of this page.
    Ok(Dashboard { head: 0, ..page })
}
