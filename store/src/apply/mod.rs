//! The door: every change to the system is judged here and nowhere else.
//!
//! One task owns the writing connection. Requests that wait share a transaction and its commit
//! (group commit), each envelope is still judged alone, and nothing is acknowledged before
//! COMMIT has returned. Judging writes nothing, so a refused envelope needs no savepoint.

mod about;
mod cards;
mod centres;
mod course;
mod entry;
mod facts;
mod follow;
mod grants;
mod hand_outs;
mod handover;
mod indicators;
mod judge;
mod kept;
mod languages;
mod memory;
mod people;
mod period_close;
mod places;
mod plan;
mod project;
mod review;
mod tablets;
mod tokens;
mod training;
mod waiting;
mod writer;

pub(crate) use about::body;
use follow::Follow;
pub(crate) use follow::part_of;
pub(crate) use indicators::measure_of;
pub(crate) use judge::capacity;
pub(crate) use kept::Kept;
pub(crate) use memory::Memory;
pub(crate) use places::workshop as workshop_at;
pub(crate) use plan::untouched;
pub(crate) use project::project;
pub(crate) use waiting::{Target, group};
pub use writer::Progress;
pub(crate) use writer::Writer;

use crate::error::StoreError;
use crate::journal::{self, Entry, Head};
use crate::permissions::Permissions;
use crate::vault::{self, Kind};
use crate::{By, Submission, account, device, seal, tokens as secrets};
use chrono::{DateTime, Utc};
use domain::command::{Command, Envelope, Identity, VERSION};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, DeviceId, EnvelopeId};
use domain::label::check_label;
use domain::sync::Outcome;
use domain::token::is_secret;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;
use std::collections::{HashMap, VecDeque};

/// What one writing transaction knows.
pub(crate) struct Session<'a> {
    connection: &'a mut AnyConnection,
    head: Head,
    now: DateTime<Utc>,
    permissions: HashMap<String, Permissions>,
    /// What was made, for which others may wait.
    made: VecDeque<(Noun, String)>,
    /// Entries that waited and were taken in: the hash of their bytes and their actor, with the
    /// journal entry.
    taken: HashMap<(String, String), i64>,
    /// Why entries of a maker on a tablet must wait, where they must.
    waits: HashMap<(DeviceId, AccountId), Option<Fault>>,
    memory: Memory,
    /// Entries of the journal that are written with the head.
    appended: Vec<Entry>,
    /// Whether anything is held, as far as that was asked.
    holds: Option<bool>,
    /// Whether something was erased: its bytes must go from the files as well.
    erased: bool,
    /// What the plan has yet to follow, and in whose name.
    follows: VecDeque<(By, Follow)>,
}

impl<'a> Session<'a> {
    /// Takes the write lock.
    pub(crate) async fn lock(
        connection: &'a mut AnyConnection,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let head = journal::lock(connection).await?;
        let memory = Memory::new(head.seq);
        Ok(Self {
            connection,
            head,
            now,
            permissions: HashMap::new(),
            made: VecDeque::new(),
            taken: HashMap::new(),
            waits: HashMap::new(),
            memory,
            appended: Vec::new(),
            holds: None,
            erased: false,
            follows: VecDeque::new(),
        })
    }

    /// Reads what submissions name with a few statements, before they are judged one by one.
    pub(crate) async fn look_up(&mut self, submissions: &[&Submission]) -> Result<(), StoreError> {
        let came: Vec<_> = submissions
            .iter()
            .filter_map(|sub| Some((read(&sub.bytes).ok()?, sub.bytes.as_str())))
            .collect();
        self.memory.look_up(self.connection, &came).await
    }

    /// What the journal has under an id.
    async fn find(&mut self, id: EnvelopeId) -> Result<Option<(i64, String)>, StoreError> {
        match self.memory.entry(id) {
            Some(known) => Ok(known),
            None => journal::find(self.connection, &id.to_string()).await,
        }
    }

    /// Writes the journal's new end; the caller commits.
    ///
    /// Answers whether something was erased, so that [`crate::db::Db::scrub`] must follow.
    pub(crate) async fn save(mut self) -> Result<bool, StoreError> {
        self.memory.save(self.connection).await?;
        journal::save(self.connection, &self.appended, &self.head).await?;
        Ok(self.erased)
    }

    /// Applies changes of which each may need those before it. What is refused is not kept: whoever
    /// makes them is asked again, and the caller drops the transaction. On trial it goes on behind
    /// what is refused, which is then among the outcomes.
    ///
    /// # Errors
    /// [`StoreError::Refused`] for the first that is refused, unless on trial; others when the
    /// database failed.
    pub(crate) async fn apply_whole(
        &mut self,
        submissions: &[(By, Submission)],
        progress: &Progress,
        trial: bool,
    ) -> Result<Vec<Outcome>, StoreError> {
        let mut outcomes = Vec::with_capacity(submissions.len());
        for (place, (by, submission)) in submissions.iter().enumerate() {
            outcomes.push(match self.apply_one(*by, submission).await? {
                Ok(outcome) => outcome,
                Err(fault) if trial => Outcome::Rejected { fault },
                Err(fault) => return Err(StoreError::Refused { place, fault }),
            });
            progress.reach(place + 1);
        }
        Ok(outcomes)
    }

    async fn apply_one(
        &mut self,
        by: By,
        submission: &Submission,
    ) -> Result<Result<Outcome, Fault>, StoreError> {
        let outcome = match self.try_apply(by, submission).await {
            Ok(Outcome::Held { fault } | Outcome::Rejected { fault }) => Err(fault),
            Ok(outcome) => Ok(outcome),
            Err(StoreError::Fault(fault)) => Err(fault),
            Err(error) => return Err(error),
        };
        self.try_waiting().await?;
        Ok(outcome)
    }

    /// Judges one submission and applies it, or keeps it for review; then tries again what
    /// waited for it.
    ///
    /// # Errors
    /// Only when the database failed; whatever is wrong with the submission is its outcome.
    pub(crate) async fn apply(
        &mut self,
        by: By,
        submission: &Submission,
    ) -> Result<Outcome, StoreError> {
        // Whoever never might enter anything leaves nothing behind either: no list to bury. What a
        // tablet of the organisation or a rescue file brings is kept all the same.
        let brought = submission.tablet.is_some() || submission.unproved;
        if !brought && !self.permissions(by).await?.ever_enters() {
            return Ok(Outcome::Rejected { fault: Fault::NotAllowed });
        }
        let outcome = match self.try_apply(by, submission).await {
            Ok(outcome) => outcome,
            Err(StoreError::Fault(fault)) => self.keep(by, submission, fault).await?,
            Err(error) => return Err(error),
        };
        self.try_waiting().await?;
        Ok(outcome)
    }

    async fn try_apply(&mut self, by: By, sub: &Submission) -> Result<Outcome, StoreError> {
        let envelope = read(&sub.bytes)?;
        if let Some((seq, bytes)) = self.find(envelope.id).await? {
            if bytes == sub.bytes {
                return Ok(Outcome::Repeat { seq });
            }
            return Err(Fault::SameIdOtherBytes.into());
        }
        if let Some(outcome) = self.kept(by, &hash_of(&sub.bytes)).await? {
            return Ok(self.comes_proved(by, sub).await?.unwrap_or(outcome));
        }
        self.may_bring(by, sub).await?;
        let opened = seal::opened(self.connection, sub).await?;
        let sub = &*opened;
        let seq = match &envelope.command {
            Command::ReleaseEntry(c) => self.release(by, &envelope, sub, c).await?,
            Command::DismissEntry(c) => self.dismiss(by, &envelope, sub, c).await?,
            _ => {
                self.judge(by, &envelope, sub).await?;
                self.write(by, &envelope, sub).await?
            }
        };
        Ok(Outcome::Applied { seq })
    }

    /// Whether the maker might do this, and whether the rules allow it. Reads only.
    ///
    /// What is logged on a tablet may arrive long after it was made, so the permission of that
    /// moment counts. What is administered is made at the desk: there the present one does.
    async fn judge(
        &mut self,
        by: By,
        envelope: &Envelope,
        sub: &Submission,
    ) -> Result<(), StoreError> {
        check_beside(&envelope.command, sub)?;
        envelope.command.check()?;
        let permissions = self.permissions(by).await?;
        let (made, logged) = (envelope.made(self.now), envelope.command.action().is_logged());
        if permissions.disabled_at(if logged { made } else { self.now }) {
            return Err(Fault::AccountDisabled.into());
        }
        let actor = if logged { permissions.at(made) } else { permissions.now(self.now) };
        let case = judge::Case {
            envelope,
            maker: by,
            actor: &actor,
            releasing: false,
            now: self.now,
            identity: sub.identity.as_ref(),
        };
        judge::judge(self.connection, &mut self.memory, &case).await
    }

    /// Appends what was judged to the journal and writes the tables; answers the entry.
    async fn write(
        &mut self,
        by: By,
        envelope: &Envelope,
        sub: &Submission,
    ) -> Result<i64, StoreError> {
        let id = envelope.id.to_string();
        let entry = journal::next(&mut self.head, id, actor_word(by), self.now, &sub.bytes);
        let seq = entry.seq;
        self.appended.push(entry);
        project(self.connection, &mut self.memory, seq, self.now, envelope).await?;
        self.memory.made(seq, envelope, &sub.bytes);
        self.put_beside(envelope, sub).await?;
        if changes_access(&envelope.command) {
            self.permissions.clear();
        }
        if matches!(envelope.command, Command::RevokeDevice(_)) {
            self.waits.clear();
        }
        self.made.extend(kept::makes(&envelope.command));
        self.follows.extend(Follow::of(&envelope.command).map(|follow| (by, follow)));
        Ok(seq)
    }

    /// Whether the tablet that brings an entry may bring it, whatever it says.
    ///
    /// # Errors
    /// Why it must wait for a manager.
    async fn may_bring(&mut self, by: By, sub: &Submission) -> Result<(), StoreError> {
        if sub.unproved {
            return Err(Fault::NotAMember.into());
        }
        let (Some(tablet), By::Account(maker)) = (sub.tablet, by) else { return Ok(()) };
        let fault = match self.waits.get(&(tablet, maker)) {
            Some(known) => known.clone(),
            None => {
                let fault = tablets::must_wait(self.connection, tablet, maker).await?;
                self.waits.insert((tablet, maker), fault.clone());
                fault
            }
        };
        fault.map_or(Ok(()), |fault| Err(fault.into()))
    }

    /// What the actor may do, and since when not any more, read inside the transaction.
    async fn permissions(&mut self, by: By) -> Result<Permissions, StoreError> {
        let word = actor_word(by);
        if let Some(permissions) = self.permissions.get(&word) {
            return Ok(permissions.clone());
        }
        let permissions = Permissions::of(self.connection, by).await?;
        self.permissions.insert(word, permissions.clone());
        Ok(permissions)
    }

    /// Writes what travels beside the envelope into the vault, in the same transaction.
    async fn put_beside(
        &mut self,
        envelope: &Envelope,
        sub: &Submission,
    ) -> Result<(), StoreError> {
        match (&sub.identity, &envelope.command) {
            (Some(Identity::Person(person)), Command::RegisterPerson(c)) => {
                let subject = c.person.to_string();
                vault::put(self.connection, Kind::Person, &subject, person).await?;
            }
            (Some(Identity::Person(person)), Command::RecordIdentity(c)) => {
                let subject = c.person.to_string();
                vault::put(self.connection, Kind::Person, &subject, person).await?;
            }
            (Some(Identity::Remark(label)), Command::MakeToken(c)) => {
                vault::put(self.connection, Kind::Remark, &c.token.to_string(), label).await?;
                secrets::put_secret(self.connection, c.token, sub.password.as_ref()).await?;
            }
            (Some(Identity::Remark(text)), _) => {
                let subject = envelope.id.to_string();
                vault::put(self.connection, Kind::Remark, &subject, text).await?;
            }
            (Some(Identity::Account(identity)), Command::CreateAccount(c)) => {
                let subject = c.account.to_string();
                vault::put(self.connection, Kind::Account, &subject, identity).await?;
                let password = sub.password.as_ref();
                account::put_credential(self.connection, c.account, &identity.login, password)
                    .await?;
            }
            (_, Command::ResetPassword(c)) => {
                account::reset_password(self.connection, c.account, sub.password.as_ref()).await?;
            }
            (_, Command::DisableAccount(c)) => {
                account::end_sessions(self.connection, c.account).await?;
            }
            (_, Command::ErasePerson(c)) => {
                people::forget(self.connection, c.person).await?;
                self.erased = true;
            }
            (_, Command::RevokeDevice(c)) => device::end_codes(self.connection, c.device).await?,
            _ => {}
        }
        Ok(())
    }
}

/// Reads an envelope; its version first, so that a newer one waits instead of being refused.
fn read(bytes: &str) -> Result<Envelope, Fault> {
    #[derive(Deserialize)]
    struct Versioned {
        v: u64,
    }
    let malformed = |error: serde_json::Error| Fault::Malformed {
        line: u32::try_from(error.line()).unwrap_or(0),
        column: u32::try_from(error.column()).unwrap_or(0),
    };
    let Versioned { v } = serde_json::from_str(bytes).map_err(malformed)?;
    if v != u64::from(VERSION) {
        return Err(Fault::UnsupportedVersion);
    }
    serde_json::from_str(bytes).map_err(malformed)
}

/// What travels beside a command must belong to it.
fn check_beside(command: &Command, sub: &Submission) -> Result<(), Fault> {
    if let Some(identity) = &sub.identity {
        if !identity.goes_with(command) {
            return Err(Fault::malformed());
        }
        match (command, identity) {
            // Shorter than a remark, and one line.
            (Command::MakeToken(_), Identity::Remark(label)) => check_label(label, "label")?,
            _ => identity.check()?,
        }
    }
    let needs_password = matches!(
        command,
        Command::CreateAccount(_) | Command::ResetPassword(_) | Command::MakeToken(_)
    );
    // A note without its text says nothing, and neither does "it is right" without a reason.
    let needs_identity = matches!(
        command,
        Command::CreateAccount(_)
            | Command::NoteShift(_)
            | Command::AcceptFigure(_)
            | Command::ReopenPeriod(_)
            | Command::RecordIndicatorValue(_)
            | Command::MakeToken(_)
    );
    if needs_password != sub.password.is_some() || (needs_identity && sub.identity.is_none()) {
        return Err(Fault::malformed());
    }
    match (&sub.password, command) {
        (None, _) => Ok(()),
        (Some(secret), Command::MakeToken(_)) if is_secret(&secret.0) => Ok(()),
        (Some(_), Command::MakeToken(_)) => Err(Fault::malformed()),
        (Some(password), _) => account::check_password(password),
    }
}

fn changes_access(command: &Command) -> bool {
    matches!(
        command,
        Command::GrantAccess(_)
            | Command::RevokeAccess(_)
            | Command::DisableAccount(_)
            | Command::EnableAccount(_)
    )
}

pub(crate) fn actor_word(by: By) -> String {
    match by {
        By::Operator => "operator".to_owned(),
        By::Account(id) => id.to_string(),
    }
}

fn hash_of(bytes: &str) -> String {
    hex::encode(Sha256::digest(bytes.as_bytes()))
}
