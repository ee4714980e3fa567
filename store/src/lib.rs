//! All SQL of Radionica: the write door, the journal, the vault, and the queries of the reports.
//!
//! [`Store`] is the only way in. Changes go through [`Store::submit`] (or [`Store::change`],
//! which makes the envelope); reads ask `Actor::may` themselves, so no page can forget to.

mod access_page;
mod account;
mod apply;
mod backup;
mod beside_shifts;
mod centre_facts;
mod changes;
mod db;
mod device;
mod disagreements;
mod doubtful;
mod dropping_out;
mod error;
mod exports;
mod import;
mod journal;
mod journal_pages;
mod occupancy;
mod organisation;
mod overview;
mod participation;
mod people;
mod period_close;
mod permissions;
mod place;
mod plan;
mod project_page;
mod rebuild;
mod recurrence;
mod replay;
mod report;
mod rescue;
mod review;
mod row;
mod seal;
mod sheet;
mod shift_log;
mod snapshot;
mod staff;
mod stock;
mod tablets;
mod tokens;
mod training;
mod upkeep;
mod vault;
mod watching;

pub use account::{PASSWORD_MIN, SESSION_HOURS};
pub use backup::{Backup, Restored};
pub use device::{CODE_HOURS, Enrolled, OneTimeCode, Tablet};
pub use error::StoreError;
pub use exports::{Export, Position};
pub use import::{ImportIds, KnownEnrolment, KnownPeople, KnownPerson, KnownShift, KnownWorkshop};
pub use people::{CardsOf, PersonOf};
pub use plan::{Calendar, CalendarShifts, Proposal, ShiftNow};
pub use report::Granted;
pub use rescue::Rescued;
pub use sheet::SheetOf;
pub use shift_log::{TypedCourse, TypedLog, TypedShift};
pub use tokens::NewToken;
pub use watching::{Doing, Watch};

pub use apply::Progress;

use apply::{Writer, part_of};
use chrono::{DateTime, Utc};
use db::Db;
use domain::access::Actor;
use domain::clock::{Clock, FixedClock};
use domain::command::{Command, Envelope, Identity, VERSION};
use domain::fault::Fault;
use domain::ids::{AccountId, DeviceId, EnvelopeId};
use domain::overview::Viewer;
use domain::report::Cell;
use domain::suppression::Audience;
use domain::sync::Outcome;
use futures::stream::BoxStream;
use report::People;
use row::Reader;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OnceCell, watch};
use uuid::Uuid;

/// Who submits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Somebody at the machine's own command line.
    Operator,
    /// A signed-in account; the door reads its permissions itself.
    Account(AccountId),
}

impl From<&Actor> for By {
    fn from(actor: &Actor) -> Self {
        actor.account().map_or(Self::Operator, Self::Account)
    }
}

/// One envelope as it arrived, byte for byte, and what travels beside it.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// The envelope's JSON.
    pub bytes: String,
    /// What identifies somebody.
    pub identity: Option<Identity>,
    /// The same, sealed to the organisation ([`domain::sync::SyncItem::sealed`]): the door opens
    /// it.
    pub sealed: Option<String>,
    /// The shared tablet that brings it: its maker must be a member there.
    pub tablet: Option<DeviceId>,
    /// Nobody vouches for its maker: it waits for a manager, whatever it says.
    pub unproved: bool,
    /// A new password, or the secret of an access token; for account commands, and never from a
    /// tablet.
    pub password: Option<Password>,
}

/// A password in the clear, on its way to being hashed. Does not print itself.
#[derive(Clone)]
pub struct Password(pub String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A fresh session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The secret for the cookie; the store keeps its hash only.
    pub token: String,
    /// Who it is.
    pub viewer: Viewer,
}

/// An account in the list of the command line.
#[derive(Debug, Clone)]
pub struct AccountRow {
    /// Its id.
    pub id: AccountId,
    /// Its code.
    pub code: String,
    /// The name it signs in with.
    pub login: String,
    /// Its permissions in words: role and code of the place.
    pub grants: Vec<String>,
    /// Whether it is disabled.
    pub disabled: bool,
}

/// What `journal check` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Entries in the journal.
    pub entries: i64,
    /// `seq:hash` of the last entry.
    pub head: String,
    /// Rows compared.
    pub rows: i64,
    /// What does not agree, a line each; empty when all is well.
    pub problems: Vec<String>,
}

/// The rows of a report with what is needed to write a file of them.
pub struct Rows {
    /// Whether cells are hidden from this reader.
    pub suppressed: bool,
    /// For whom the rows are.
    pub audience: Audience,
    /// The rows, in the report's order; memory does not grow with them.
    pub rows: BoxStream<'static, Result<Vec<Cell>, StoreError>>,
}

/// The database with its one writer. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    db: Db,
    writer: Writer,
    clock: Arc<dyn Clock>,
    people: Arc<Mutex<Arc<People>>>,
    /// The organisation's public key, once it was read.
    key: Arc<OnceCell<String>>,
    /// What donors may see of the people of each project.
    published: Arc<Mutex<report::Published>>,
    /// The journal as it was after an earlier entry, kept for who asks for it next.
    earlier: Arc<Mutex<report::Earlier>>,
    /// Of a store that shows an earlier entry: the one that has the journal.
    journal: Option<Box<Self>>,
    /// How long a reader waits for a proof about people; until it is there when missing.
    patience: Option<Duration>,
    /// Who is told how far making the rows of a report is.
    watch: Option<Watch>,
    /// Keeps the folder of a temporary database for as long as the store lives.
    _folder: Option<Arc<tempfile::TempDir>>,
}

impl Store {
    /// Opens the database, applies the migrations, brings the tables up to this version of the
    /// projection and starts the writer.
    ///
    /// # Errors
    /// [`StoreError::Address`] for an address that cannot be used; others when the database
    /// does not answer or a migration fails.
    pub async fn open(url: &str, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        Self::open_db(Db::open(url, true).await?, clock).await
    }

    /// Opens a database that must be there already.
    ///
    /// # Errors
    /// [`StoreError::Address`] when there is none; else as [`Store::open`].
    pub async fn open_existing(url: &str, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        Self::open_db(Db::open(url, false).await?, clock).await
    }

    async fn open_db(db: Db, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        rebuild::bring_up(&db).await?;
        Ok(Self::over(db, clock, None))
    }

    pub(crate) fn over(db: Db, clock: Arc<dyn Clock>, folder: Option<tempfile::TempDir>) -> Self {
        let writer = Writer::start(db.clone(), clock.clone());
        Self {
            db,
            writer,
            clock,
            people: Arc::default(),
            key: Arc::default(),
            published: Arc::default(),
            earlier: Arc::default(),
            journal: None,
            patience: None,
            watch: None,
            _folder: folder.map(Arc::new),
        }
    }

    /// Lets the writer finish and closes the database.
    pub async fn close(self) {
        // It has a handle of the writer, which would wait for it.
        self.forget_earlier().await;
        let Self { db, writer, .. } = self;
        writer.finish().await;
        db.close().await;
    }

    /// The same store for readers who wait no longer than that for a proof about people: it goes
    /// on without them, and they ask again.
    #[must_use]
    pub fn impatient(self, patience: Duration) -> Self {
        Self { patience: Some(patience), ..self }
    }

    /// The same store for work that nobody stands and waits for: a proof takes as long as it takes.
    #[must_use]
    pub fn patient(&self) -> Self {
        Self { patience: None, ..self.clone() }
    }

    /// The same store for somebody who wants to know how far making the rows of a report is.
    #[must_use]
    pub fn watched(&self, watch: Watch) -> Self {
        Self { watch: Some(watch), ..self.clone() }
    }

    /// The same store at an instant: what is read of it stands still in time.
    #[must_use]
    pub fn at(&self, now: DateTime<Utc>) -> Self {
        Self { clock: Arc::new(FixedClock(now)), ..self.clone() }
    }

    /// Where the present instant comes from.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<(), StoreError> {
        sqlx::query("select 1 as n").fetch_one(&mut *self.read().await?).await?;
        Ok(())
    }

    /// Whether nothing was ever entered.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.first_entry().await?.is_none())
    }

    /// The id of the journal's first entry, if any: it tells a demo from anything else.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn first_entry(&self) -> Result<Option<EnvelopeId>, StoreError> {
        let row = sqlx::query("select seq, id from journal order by seq limit 1")
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Reader::new("journal", &row).parse("id")).transpose()
    }

    /// Changes whenever something was written; whoever waits for it then looks for what they show.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.writer.commits()
    }

    /// The number of the journal's last entry; 0 when there is none.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn last_entry(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("select seq from journal_head where id = 1")
            .fetch_one(&mut *self.read().await?)
            .await?;
        Reader::new("journal_head", &row).number("seq")
    }

    /// When the last entry was received, if any.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn last_received(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let row = sqlx::query("select seq, received_at from journal order by seq desc limit 1")
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Reader::new("journal", &row).instant("received_at")).transpose()
    }

    /// When an entry was received, if there is one.
    ///
    /// # Errors
    /// When the database failed.
    pub(crate) async fn received(&self, entry: i64) -> Result<Option<DateTime<Utc>>, StoreError> {
        let row = sqlx::query("select seq, received_at from journal where seq = $1")
            .bind(entry)
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Reader::new("journal", &row).instant("received_at")).transpose()
    }

    /// The door: judges every envelope alone, in order, and answers an outcome for each. Each
    /// outcome is an acknowledgement: it is stored durably.
    ///
    /// # Errors
    /// Only when nothing of it was stored, because the database failed.
    pub async fn submit(
        &self,
        by: By,
        submissions: Vec<Submission>,
    ) -> Result<Vec<Outcome>, StoreError> {
        self.submit_each(submissions.into_iter().map(|sub| (by, sub)).collect()).await
    }

    /// The same for envelopes of several makers, as a shared tablet brings them.
    ///
    /// # Errors
    /// As [`Store::submit`].
    pub async fn submit_each(
        &self,
        submissions: Vec<(By, Submission)>,
    ) -> Result<Vec<Outcome>, StoreError> {
        if submissions.is_empty() {
            return Ok(Vec::new());
        }
        self.writer.submit(submissions).await
    }

    /// Makes an envelope of a command, with the server's clock, and submits it. Answers the
    /// journal entry.
    ///
    /// # Errors
    /// The fault, when it was held or rejected.
    pub async fn change(
        &self,
        by: By,
        command: Command,
        identity: Option<Identity>,
        password: Option<Password>,
    ) -> Result<i64, StoreError> {
        let submission = self.submission(command, identity, password)?;
        answer(self.submit(by, vec![submission]).await?)
    }

    /// Makes two changes of which each is judged before the first is written: both or neither.
    /// What is refused is not kept. Answers the first's journal entry.
    ///
    /// # Errors
    /// The fault of either.
    pub(crate) async fn change_together(
        &self,
        by: By,
        commands: [Command; 2],
    ) -> Result<i64, StoreError> {
        let made = commands.map(|command| self.submission(command, None, None)).into_iter();
        let submissions = made.map(|made| Ok((by, made?))).collect::<Result<_, StoreError>>()?;
        answer(self.writer.submit_together(submissions).await?)
    }

    /// Makes one change with a secret beside it. What is refused is not kept.
    ///
    /// # Errors
    /// As [`Store::change_whole`].
    pub(crate) async fn change_with_secret(
        &self,
        by: By,
        command: Command,
        identity: Identity,
        secret: Password,
    ) -> Result<(), StoreError> {
        let made = self.submission(command, Some(identity), Some(secret))?;
        self.writer.submit_whole(vec![(by, made)], Progress::default()).await.map(drop)
    }

    /// Makes changes of which each may need those before it, all or none, each with what travels
    /// beside it. What is refused is not kept for review: whoever asked is told, and asks again.
    ///
    /// # Errors
    /// [`StoreError::Refused`] for the first that was held or rejected.
    pub async fn change_whole(
        &self,
        by: By,
        changes: Vec<(Command, Option<Identity>)>,
    ) -> Result<(), StoreError> {
        self.change_watched(by, changes, &Progress::default()).await
    }

    /// The same for many changes: `progress` says how many of them were judged.
    ///
    /// # Errors
    /// As [`Store::change_whole`].
    pub async fn change_watched(
        &self,
        by: By,
        changes: Vec<(Command, Option<Identity>)>,
        progress: &Progress,
    ) -> Result<(), StoreError> {
        let made = self.submissions(by, changes)?;
        if !made.is_empty() {
            self.writer.submit_whole(made, progress.clone()).await?;
        }
        Ok(())
    }

    /// The same for what may come twice: a form that was sent by a double click, or again as its
    /// answer was lost. The ids follow from the sending, so a second time makes nothing.
    ///
    /// # Errors
    /// As [`Store::change_whole`].
    pub async fn change_once(
        &self,
        by: By,
        sending: Uuid,
        changes: Vec<(Command, Option<Identity>)>,
    ) -> Result<(), StoreError> {
        let made = changes.into_iter().enumerate().map(|(place, (command, identity))| {
            let id = once(sending, place);
            let made = self.submission_as(id, self.clock.now(), command, identity, None);
            made.map(|made| (by, made))
        });
        let made = made.collect::<Result<Vec<_>, StoreError>>()?;
        if made.is_empty() {
            return Ok(());
        }
        match self.writer.submit_whole(made, Progress::default()).await {
            // Made before: the bytes differ by the instant.
            Err(StoreError::Refused { fault: Fault::SameIdOtherBytes, .. }) => Ok(()),
            done => done.map(drop),
        }
    }

    /// What would be refused of such changes, by their places in the list. Nothing is written:
    /// each is judged as if those before it that are not refused were made.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn try_changes(
        &self,
        by: By,
        changes: Vec<(Command, Option<Identity>)>,
        progress: &Progress,
    ) -> Result<Vec<(usize, Fault)>, StoreError> {
        let made = self.submissions(by, changes)?;
        if made.is_empty() {
            return Ok(Vec::new());
        }
        let outcomes = self.writer.submit_trial(made, progress.clone()).await?;
        let refused =
            outcomes.into_iter().enumerate().filter_map(|(place, outcome)| match outcome {
                Outcome::Held { fault } | Outcome::Rejected { fault } => Some((place, fault)),
                Outcome::Applied { .. } | Outcome::Repeat { .. } => None,
            });
        Ok(refused.collect())
    }

    fn submissions(
        &self,
        by: By,
        changes: Vec<(Command, Option<Identity>)>,
    ) -> Result<Vec<(By, Submission)>, StoreError> {
        changes
            .into_iter()
            .map(|(command, identity)| Ok((by, self.submission(command, identity, None)?)))
            .collect()
    }

    /// A command in an envelope that the server makes now.
    fn submission(
        &self,
        command: Command,
        identity: Option<Identity>,
        password: Option<Password>,
    ) -> Result<Submission, StoreError> {
        let now = self.clock.now();
        self.submission_as(EnvelopeId(version_7(now)), now, command, identity, password)
    }

    fn submission_as(
        &self,
        id: EnvelopeId,
        now: DateTime<Utc>,
        command: Command,
        identity: Option<Identity>,
        password: Option<Password>,
    ) -> Result<Submission, StoreError> {
        let envelope = Envelope { v: VERSION, id, at: now, offset: 0, device: SERVER, command };
        let bytes =
            serde_json::to_string(&envelope).map_err(|e| StoreError::Machine(e.to_string()))?;
        Ok(Submission { bytes, identity, password, ..Submission::default() })
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    pub(crate) fn kept_people(&self) -> &Mutex<Arc<People>> {
        &self.people
    }

    /// The store that has the journal: this one, unless it shows an earlier entry of another.
    pub(crate) fn with_journal(&self) -> &Self {
        self.journal.as_deref().unwrap_or(self)
    }

    /// Whether this one shows an earlier entry of another.
    pub(crate) fn shows_earlier(&self) -> bool {
        self.journal.is_some()
    }

    pub(crate) fn kept_earlier(&self) -> &Mutex<report::Earlier> {
        &self.earlier
    }

    /// Waits for what is under way, no longer than this reader does.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] for who asks again later.
    pub(crate) async fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, StoreError> {
        match self.patience {
            None => Ok(work.await),
            Some(patience) => {
                let done = tokio::time::timeout(patience, work).await;
                done.map_err(|_| Fault::Unavailable.into())
            }
        }
    }

    /// Tells whoever watches.
    pub(crate) fn tell(&self, doing: Doing) {
        if let Some(watch) = &self.watch {
            watch.hear(doing);
        }
    }

    pub(crate) fn watch(&self) -> Option<Watch> {
        self.watch.clone()
    }

    /// The same store with nobody told how far it is.
    pub(crate) fn unwatched(&self) -> Self {
        Self { watch: None, ..self.clone() }
    }

    pub(crate) fn kept_published(&self) -> &Mutex<report::Published> {
        &self.published
    }

    pub(crate) fn kept_key(&self) -> &OnceCell<String> {
        &self.key
    }

    /// A connection for reading.
    pub(crate) async fn read(&self) -> Result<sqlx::pool::PoolConnection<sqlx::Any>, StoreError> {
        Ok(self.db.readers().acquire().await?)
    }
}

/// The journal entry of the first outcome, or why there is none.
fn answer(outcomes: Vec<Outcome>) -> Result<i64, StoreError> {
    match outcomes.into_iter().next() {
        Some(Outcome::Applied { seq } | Outcome::Repeat { seq }) => Ok(seq),
        Some(Outcome::Held { fault } | Outcome::Rejected { fault }) => Err(fault.into()),
        None => Err(StoreError::Closed),
    }
}

/// The device of envelopes that the server itself makes.
const SERVER: DeviceId = DeviceId(Uuid::nil());

/// The id of one of the changes that a sending makes.
pub(crate) fn once(sending: Uuid, place: usize) -> EnvelopeId {
    EnvelopeId(part_of(sending, &place.to_string()))
}

/// A UUIDv7 of an instant of the passed-in clock.
fn version_7(at: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, at.timestamp_subsec_nanos()))
}
