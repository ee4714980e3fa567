//! The one task that writes, and the way to it.

use super::Session;
use crate::db::Db;
use crate::error::StoreError;
use crate::{By, Submission};
use domain::clock::Clock;
use domain::sync::Outcome;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

/// The most envelopes that share a commit; a single larger request still gets its own.
const SHARED: usize = 1_000;
/// How often a transaction is tried when the database fails.
const TRIES: u32 = 3;

type Answer = Result<Vec<Outcome>, StoreError>;

/// How the changes of a request belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Each is judged alone.
    Each,
    /// All are judged before the first is written.
    Together,
    /// Each may need those before it; a refusal leaves nothing of any of them.
    Whole,
    /// The same to see what would be refused: nothing is written.
    Trial,
}

/// How many changes of a large request were judged so far.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<AtomicUsize>);

impl Progress {
    /// How many.
    pub fn done(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn reach(&self, done: usize) {
        self.0.store(done, Ordering::Relaxed);
    }
}

struct Job {
    submissions: Vec<(By, Submission)>,
    how: How,
    progress: Progress,
    answer: oneshot::Sender<Answer>,
}

/// The way to the writing task; it ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
    /// Counts the rounds of writing.
    commits: watch::Sender<u64>,
    task: Arc<tokio::sync::Mutex<Option<JoinHandle<()>>>>,
}

impl Writer {
    pub(crate) fn start(db: Db, clock: Arc<dyn Clock>) -> Self {
        let (jobs, waiting) = mpsc::channel(1_024);
        let commits = watch::Sender::new(0);
        let task = tokio::spawn(run(db, clock, waiting, commits.clone()));
        Self { jobs, commits, task: Arc::new(tokio::sync::Mutex::new(Some(task))) }
    }

    /// Says when something may have been committed.
    pub(crate) fn commits(&self) -> watch::Receiver<u64> {
        self.commits.subscribe()
    }

    /// Queues a request and waits for its commit. Whoever stops waiting cancels nothing.
    pub(crate) async fn submit(&self, submissions: Vec<(By, Submission)>) -> Answer {
        self.queue(submissions, How::Each, Progress::default()).await
    }

    /// The same for changes that are applied all or not at all.
    pub(crate) async fn submit_together(&self, submissions: Vec<(By, Submission)>) -> Answer {
        self.queue(submissions, How::Together, Progress::default()).await
    }

    /// The same for changes of which each may need those before it.
    ///
    /// # Errors
    /// [`StoreError::Refused`]; nothing is written then, and nothing kept.
    pub(crate) async fn submit_whole(
        &self,
        submissions: Vec<(By, Submission)>,
        progress: Progress,
    ) -> Answer {
        self.queue(submissions, How::Whole, progress).await
    }

    /// What would become of such changes. Nothing is written.
    pub(crate) async fn submit_trial(
        &self,
        submissions: Vec<(By, Submission)>,
        progress: Progress,
    ) -> Answer {
        self.queue(submissions, How::Trial, progress).await
    }

    async fn queue(
        &self,
        submissions: Vec<(By, Submission)>,
        how: How,
        progress: Progress,
    ) -> Answer {
        let (answer, outcome) = oneshot::channel();
        let job = Job { submissions, how, progress, answer };
        self.jobs.send(job).await.map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }

    /// Waits until everything queued is written, then ends the task.
    pub(crate) async fn finish(self) {
        let Self { jobs, task, .. } = self;
        drop(jobs);
        if let Some(task) = task.lock().await.take() {
            // Other handles may live on in requests that are being dropped.
            if tokio::time::timeout(Duration::from_secs(5), task).await.is_err() {
                tracing::warn!("the writer was still busy when the store closed");
            }
        }
    }
}

async fn run(
    db: Db,
    clock: Arc<dyn Clock>,
    mut waiting: mpsc::Receiver<Job>,
    commits: watch::Sender<u64>,
) {
    while let Some(first) = waiting.recv().await {
        let mut size = first.submissions.len();
        let mut jobs = vec![first];
        while size < SHARED {
            let Ok(next) = waiting.try_recv() else { break };
            size += next.submissions.len();
            jobs.push(next);
        }
        // What may be undone as a whole shares its transaction with nobody.
        let (whole, shared): (Vec<_>, Vec<_>) =
            jobs.into_iter().partition(|job| matches!(job.how, How::Whole | How::Trial));
        if !shared.is_empty() {
            write(&db, clock.as_ref(), shared).await;
        }
        for job in whole {
            write(&db, clock.as_ref(), vec![job]).await;
        }
        commits.send_modify(|count| *count += 1);
    }
}

/// Writes the jobs with one commit; where that fails for good, each with its own, so that one
/// request cannot take its neighbours down.
async fn write(db: &Db, clock: &dyn Clock, jobs: Vec<Job>) {
    match persistently(db, clock, &jobs).await {
        Ok(outcomes) => {
            for (job, outcomes) in jobs.into_iter().zip(outcomes) {
                // Nobody waits any more when the request was dropped: it is stored all the same.
                let _ = job.answer.send(Ok(outcomes));
            }
        }
        Err(StoreError::Refused { place, fault }) if jobs.len() == 1 => {
            for job in jobs {
                let fault = fault.clone();
                let _ = job.answer.send(Err(StoreError::Refused { place, fault }));
            }
        }
        Err(error) if jobs.len() == 1 => {
            tracing::error!(%error, "a change could not be written");
            for job in jobs {
                let _ = job.answer.send(Err(StoreError::Fault(error.fault())));
            }
        }
        Err(error) => {
            tracing::warn!(%error, requests = jobs.len(), "writing each request by itself");
            for job in jobs {
                Box::pin(write(db, clock, vec![job])).await;
            }
        }
    }
}

async fn persistently(
    db: &Db,
    clock: &dyn Clock,
    jobs: &[Job],
) -> Result<Vec<Vec<Outcome>>, StoreError> {
    let mut tries = 0;
    loop {
        tries += 1;
        match once(db, clock, jobs).await {
            Ok(outcomes) => return Ok(outcomes),
            Err(error @ StoreError::Refused { .. }) => return Err(error),
            Err(error) if tries >= TRIES => return Err(error),
            Err(error) => {
                tracing::warn!(%error, tries, "a commit failed and is tried again");
                tokio::time::sleep(Duration::from_millis(50 * u64::from(tries))).await;
            }
        }
    }
}

async fn once(db: &Db, clock: &dyn Clock, jobs: &[Job]) -> Result<Vec<Vec<Outcome>>, StoreError> {
    let mut tx = db.begin_write().await?;
    let mut session = Session::lock(&mut tx, clock.now()).await?;
    let submissions: Vec<_> =
        jobs.iter().flat_map(|job| &job.submissions).map(|(_, submission)| submission).collect();
    session.look_up(&submissions).await?;
    let mut all = Vec::with_capacity(jobs.len());
    for job in jobs {
        match job.how {
            How::Each => {}
            How::Together => {
                all.push(session.apply_together(&job.submissions).await?);
                continue;
            }
            How::Whole => {
                all.push(session.apply_whole(&job.submissions, &job.progress, false).await?);
                continue;
            }
            // Alone in its transaction, which is dropped.
            How::Trial => {
                let tried = session.apply_whole(&job.submissions, &job.progress, true).await?;
                return Ok(vec![tried]);
            }
        }
        let mut outcomes = Vec::with_capacity(job.submissions.len());
        for (by, submission) in &job.submissions {
            outcomes.push(session.apply(*by, submission).await?);
        }
        all.push(outcomes);
    }
    for (job, outcomes) in jobs.iter().zip(&mut all) {
        session.correct(&job.submissions, outcomes);
    }
    let erased = session.save().await?;
    tx.commit().await?;
    if erased && let Err(error) = db.scrub().await {
        // It is committed, and no reader finds it; the next erasure scrubs again.
        tracing::error!(%error, "what was erased may still lie in the files of the database");
    }
    Ok(all)
}
