//! Files that were asked for on a page: made one after the other, each for the account that asked,
//! and kept for an hour.
//!
//! What is known of them is in memory, and they themselves are on the disk without a name: when an
//! entry leaves the shelf, for whatever reason, its work ends and nothing of it stays behind. A
//! server that ends forgets them all; nothing is lost, since each can be asked for again.

pub mod routes;

use crate::sealing::{Made, Order, Phase, Progress};
use app::reports::{FileStage, OwnFile};
use chrono::{DateTime, Utc};
use domain::fault::Fault;
use domain::ids::AccountId;
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use store::StoreError;
use tokio::sync::{Semaphore, watch};
use tokio::task::AbortHandle;
use uuid::Uuid;

/// For how long a file is kept once it is there.
const KEPT: Duration = Duration::from_secs(60 * 60);
/// Files that are made at once; the others wait. Each reads with one of eight connections.
const AT_ONCE: usize = 2;
/// Files of one account that wait or are made; a further one is refused.
const IN_WORK_MAX: usize = 4;
/// Files of one account, those that are there included; the oldest of these makes room.
const OWN_MAX: usize = 10;
/// All files; the oldest that is there makes room, whosever it is.
const ALL_MAX: usize = 100;
/// Bytes of all files that are there, with the same way out.
const BYTES_MAX: u64 = 2 << 30;

/// The files that are made or lie ready.
#[derive(Clone)]
pub struct Shelf(Arc<Inner>);

struct Inner {
    /// In the order in which they were asked for.
    files: Mutex<Vec<Entry>>,
    places: Arc<Semaphore>,
    kept: Duration,
}

struct Entry {
    id: Uuid,
    owner: AccountId,
    order: Arc<Order>,
    progress: Progress,
    stage: Stage,
    /// Says when it is no longer in work.
    over: watch::Sender<bool>,
    task: AbortHandle,
}

enum Stage {
    InWork,
    There(Arc<Made>, DateTime<Utc>),
    Failed(Fault),
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Entry {
    fn in_work(&self) -> bool {
        matches!(self.stage, Stage::InWork)
    }

    fn bytes(&self) -> u64 {
        match &self.stage {
            Stage::There(made, _) => made.length,
            Stage::InWork | Stage::Failed(_) => 0,
        }
    }
}

impl Default for Shelf {
    fn default() -> Self {
        Self::keeping(KEPT)
    }
}

impl Shelf {
    fn keeping(kept: Duration) -> Self {
        let (files, places) = (Mutex::default(), Arc::new(Semaphore::new(AT_ONCE)));
        Self(Arc::new(Inner { files, places, kept }))
    }

    /// Has a file made. The work begins when its turn comes and goes on by itself; `until` is when
    /// a file that is there then is taken away. Answers its id, which nobody can guess, and what
    /// says when it is over; nothing when its owner has too many in work.
    pub fn ask<W>(
        &self,
        owner: AccountId,
        order: Order,
        until: impl Fn() -> DateTime<Utc> + Send + 'static,
        work: impl FnOnce(Arc<Order>, Progress) -> W,
    ) -> Option<(Uuid, watch::Receiver<bool>)>
    where
        W: Future<Output = Result<Made, StoreError>> + Send + 'static,
    {
        let (id, order, progress) = (Uuid::new_v4(), Arc::new(order), Progress::default());
        let mut files = self.0.lock();
        let own = |entry: &&Entry| entry.owner == owner;
        if files.iter().filter(own).filter(|entry| entry.in_work()).count() >= IN_WORK_MAX {
            return None;
        }
        if files.iter().filter(own).count() >= OWN_MAX {
            make_room(&mut files, |entry| entry.owner == owner);
        }
        if files.len() >= ALL_MAX && !make_room(&mut files, |_| true) {
            return None;
        }
        let work = AssertUnwindSafe(work(order.clone(), progress.clone())).catch_unwind();
        let (shelf, places) = (Arc::downgrade(&self.0), self.0.places.clone());
        // It cannot put anything on the shelf before the entry is there: the lock is held.
        let task = tokio::spawn(async move {
            let place = places.acquire_owned().await;
            let made = work.await;
            drop(place);
            let stage = match made {
                Ok(Ok(made)) => Stage::There(Arc::new(made), until()),
                Ok(Err(error)) => Stage::Failed(error.into()),
                Err(_) => Stage::Failed(Fault::Internal),
            };
            let Some(kept) = put(&shelf, id, stage) else { return };
            tokio::time::sleep(kept).await;
            take(&shelf, id);
        });
        let (over, seen) = watch::channel(false);
        let (task, stage) = (task.abort_handle(), Stage::InWork);
        files.push(Entry { id, owner, order, progress, stage, over, task });
        Some((id, seen))
    }

    /// The files of an account, the newest first.
    pub fn of(&self, owner: AccountId) -> Vec<OwnFile> {
        let files = self.0.lock();
        files.iter().rev().filter(|entry| entry.owner == owner).map(shown).collect()
    }

    /// A file of an account that is there, with what was asked for.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for what is not on the shelf, or is somebody else's;
    /// [`Fault::Unavailable`] for what is still in work; why it could not be made.
    pub fn file(&self, owner: AccountId, id: Uuid) -> Result<(Arc<Made>, Arc<Order>), Fault> {
        let files = self.0.lock();
        let entry = files.iter().find(|entry| entry.id == id && entry.owner == owner);
        let entry = entry.ok_or(Fault::NotFound)?;
        match &entry.stage {
            Stage::InWork => Err(Fault::Unavailable),
            Stage::There(made, _) => Ok((made.clone(), entry.order.clone())),
            Stage::Failed(fault) => Err(fault.clone()),
        }
    }

    /// Takes a file of an account away: its work ends, and what there is of it is gone. Answers
    /// whether it was there.
    pub fn end(&self, owner: AccountId, id: Uuid) -> bool {
        let mut files = self.0.lock();
        let place = files.iter().position(|entry| entry.id == id && entry.owner == owner);
        place.map(|place| files.remove(place)).is_some()
    }

    /// Takes all away: the server ends.
    pub fn end_all(&self) {
        self.0.lock().clear();
    }
}

impl Inner {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Entry>> {
        // What a panic left behind is whole: every change is one step.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes the oldest away that is not in work; whether there was one.
fn make_room(files: &mut Vec<Entry>, of: impl Fn(&Entry) -> bool) -> bool {
    let oldest = files.iter().position(|entry| !entry.in_work() && of(entry));
    oldest.map(|place| files.remove(place)).is_some()
}

/// Says what became of the work on an entry, if it is still there; for how long it is kept.
fn put(shelf: &Weak<Inner>, id: Uuid, stage: Stage) -> Option<Duration> {
    let shelf = shelf.upgrade()?;
    let mut files = shelf.lock();
    let place = files.iter().position(|entry| entry.id == id)?;
    files[place].stage = stage;
    files[place].over.send_replace(true);
    while files.iter().map(Entry::bytes).sum::<u64>() > BYTES_MAX {
        if !make_room(&mut files, |entry| entry.bytes() > 0 && entry.id != id) {
            break;
        }
    }
    Some(shelf.kept)
}

fn take(shelf: &Weak<Inner>, id: Uuid) {
    if let Some(shelf) = shelf.upgrade() {
        shelf.lock().retain(|entry| entry.id != id);
    }
}

fn shown(entry: &Entry) -> OwnFile {
    let reached = entry.progress.read();
    let stage = match &entry.stage {
        Stage::There(_, until) => FileStage::There { until: *until },
        Stage::Failed(fault) => FileStage::Failed(fault.clone()),
        Stage::InWork => match reached.phase {
            Phase::Waiting => FileStage::Waiting,
            Phase::Proving => FileStage::Proving,
            Phase::Replaying => FileStage::Replaying,
            Phase::Sealing => FileStage::Sealing,
            Phase::Writing => FileStage::Writing {
                again: reached.again,
                report: (reached.report, reached.reports),
                day: reached.day,
                days: reached.days,
            },
        },
    };
    OwnFile {
        id: entry.id,
        reports: entry.order.contents.reports().to_vec(),
        days: (entry.order.query.from, entry.order.query.to),
        name: entry.order.name(),
        part: reached.part(),
        stage,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealing::Contents;
    use app::i18n::Locale;
    use domain::report::{Query, Report};
    use futures::future::pending;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const OWNER: AccountId = AccountId(Uuid::from_u128(1));
    const OTHER: AccountId = AccountId(Uuid::from_u128(2));

    fn order() -> Order {
        let day = |text: &str| text.parse().expect("a day");
        let query = Query::period(day("2021-05-01"), day("2021-05-31"));
        Order { contents: Contents::Package(vec![Report::SessionLog]), query, locale: Locale::En }
    }

    fn until() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }

    /// Counts how many are at work, also when they are dropped.
    struct AtWork(Arc<AtomicUsize>);

    impl AtWork {
        fn new(count: &Arc<AtomicUsize>) -> Self {
            count.fetch_add(1, Ordering::SeqCst);
            Self(count.clone())
        }
    }

    impl Drop for AtWork {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }

    async fn soon(what: impl Fn() -> bool) {
        for _ in 0..2_000 {
            if what() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("it does not happen");
    }

    fn endless(shelf: &Shelf, owner: AccountId, count: &Arc<AtomicUsize>) -> Option<Uuid> {
        let count = count.clone();
        let work = |_, progress: Progress| async move {
            let _at_work = AtWork::new(&count);
            progress.phase(Phase::Writing);
            pending().await
        };
        shelf.ask(owner, order(), until, work).map(|(id, _)| id)
    }

    #[tokio::test]
    async fn what_is_taken_away_stops_and_makes_room() {
        let (shelf, count) = (Shelf::default(), Arc::default());
        let asked: Vec<Uuid> =
            (0..IN_WORK_MAX).filter_map(|_| endless(&shelf, OWNER, &count)).collect();
        let at_work = || count.load(Ordering::SeqCst);
        soon(|| at_work() == AT_ONCE).await;
        let waiting = |n: usize| {
            let waits = |file: &OwnFile| file.stage == FileStage::Waiting;
            shelf.of(OWNER).into_iter().filter(waits).count() == n
        };
        soon(|| waiting(IN_WORK_MAX - AT_ONCE)).await;
        assert_eq!(endless(&shelf, OWNER, &count), None, "one more of the same account");
        assert!(endless(&shelf, OTHER, &count).is_some());
        assert!(!shelf.end(OTHER, asked[0]), "somebody else's");
        assert!(matches!(shelf.file(OTHER, asked[0]), Err(Fault::NotFound)));
        assert!(matches!(shelf.file(OWNER, asked[0]), Err(Fault::Unavailable)));
        // The next one's turn comes as soon as the work on the first has ended.
        assert!(shelf.end(OWNER, asked[0]) && !shelf.end(OWNER, asked[0]));
        soon(|| waiting(IN_WORK_MAX - AT_ONCE - 1)).await;
        assert_eq!((at_work(), shelf.of(OWNER).len()), (AT_ONCE, IN_WORK_MAX - 1));
        shelf.end_all();
        soon(|| at_work() == 0).await;
        assert!(shelf.of(OWNER).is_empty() && shelf.of(OTHER).is_empty());
    }

    #[tokio::test]
    async fn what_went_wrong_is_told_and_goes_after_its_time() {
        let shelf = Shelf::keeping(Duration::from_millis(30));
        let broken = |_, _| async { Err(Fault::PeriodNotWhole.into()) };
        let (id, mut over) = shelf.ask(OWNER, order(), until, broken).expect("asked");
        over.wait_for(|over| *over).await.expect("it says so");
        assert!(matches!(shelf.file(OWNER, id), Err(Fault::PeriodNotWhole)));
        soon(|| shelf.of(OWNER).is_empty()).await;
        let panics = |_, _| async { panic!("on purpose") };
        let (id, mut over) = shelf.ask(OWNER, order(), until, panics).expect("asked");
        over.wait_for(|over| *over).await.expect("it says so");
        assert!(matches!(shelf.file(OWNER, id), Err(Fault::Internal)));
    }

    #[tokio::test]
    async fn the_oldest_that_is_over_makes_room() {
        let (shelf, count) = (Shelf::default(), Arc::default());
        let working = endless(&shelf, OWNER, &count).expect("asked");
        for _ in 0..OWN_MAX + 3 {
            let broken = |_, _| async { Err(Fault::Internal.into()) };
            let (_, mut over) = shelf.ask(OWNER, order(), until, broken).expect("asked");
            over.wait_for(|over| *over).await.expect("it says so");
        }
        let files = shelf.of(OWNER);
        assert_eq!(files.len(), OWN_MAX);
        assert_eq!(files.last().map(|file| file.id), Some(working), "work is never taken away");
    }
}
