//! The door: every change to the system is judged here and nowhere else.
//!
//! One task owns the writing connection. Requests that wait share a transaction and its commit
//! (group commit), each envelope is still judged alone, and nothing is acknowledged before
//! COMMIT has returned. Judging writes nothing, so a refused envelope needs no savepoint.

mod about;
mod facts;
mod judge;
mod places;
mod project;
mod tablets;
mod writer;

pub(crate) use judge::capacity;
pub(crate) use project::project;
pub(crate) use writer::Writer;

use crate::error::StoreError;
use crate::journal::{self, Head};
use crate::row::{stored, word};
use crate::vault::{self, Kind};
use crate::{By, Submission, account, device, seal};
use chrono::{DateTime, Utc};
use domain::access::{Action, Actor};
use domain::command::{Command, Envelope, Identity, VERSION};
use domain::fault::{Fault, Verdict};
use domain::ids::{AccountId, DeviceId};
use domain::sync::Outcome;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// What one writing transaction knows.
pub(crate) struct Session<'a> {
    connection: &'a mut AnyConnection,
    head: Head,
    now: DateTime<Utc>,
    actors: HashMap<String, Actor>,
    /// Why entries of a maker on a tablet must wait, where they must.
    waits: HashMap<(DeviceId, AccountId), Option<Fault>>,
}

impl<'a> Session<'a> {
    /// Takes the write lock.
    pub(crate) async fn lock(
        connection: &'a mut AnyConnection,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let head = journal::lock(connection).await?;
        Ok(Self { connection, head, now, actors: HashMap::new(), waits: HashMap::new() })
    }

    /// Writes the journal's new end; the caller commits.
    pub(crate) async fn save(self) -> Result<(), StoreError> {
        journal::save(self.connection, &self.head).await
    }

    /// Judges one submission and applies it, or keeps it for review.
    ///
    /// # Errors
    /// Only when the database failed; whatever is wrong with the submission is its outcome.
    pub(crate) async fn apply(
        &mut self,
        by: By,
        submission: &Submission,
    ) -> Result<Outcome, StoreError> {
        // Whoever may enter nothing anywhere leaves nothing behind either: no list to bury. What a
        // tablet of the organisation brings is kept all the same.
        let actor = self.actor(by).await?;
        if submission.tablet.is_none()
            && [Action::Log, Action::Manage].iter().all(|a| actor.scopes(*a).is_empty())
        {
            return Ok(Outcome::Rejected { fault: Fault::NotAllowed });
        }
        match self.try_apply(by, &actor, submission).await {
            Ok(outcome) => Ok(outcome),
            Err(StoreError::Fault(fault)) => self.keep(by, submission, fault).await,
            Err(error) => Err(error),
        }
    }

    async fn try_apply(
        &mut self,
        by: By,
        actor: &Actor,
        sub: &Submission,
    ) -> Result<Outcome, StoreError> {
        let envelope = read(&sub.bytes)?;
        let id = envelope.id.to_string();
        if let Some((seq, bytes)) = journal::find(self.connection, &id).await? {
            if bytes == sub.bytes {
                return Ok(Outcome::Repeat { seq });
            }
            return Err(Fault::SameIdOtherBytes.into());
        }
        if let Some(outcome) = kept(self.connection, by, &hash_of(&sub.bytes)).await? {
            return Ok(outcome);
        }
        if let (Some(tablet), By::Account(maker)) = (sub.tablet, by)
            && let Some(fault) = self.must_wait(tablet, maker).await?
        {
            return Err(fault.into());
        }
        let opened = seal::opened(self.connection, sub).await?;
        let sub = &*opened;
        check_beside(&envelope.command, sub)?;
        envelope.command.check()?;
        judge::judge(self.connection, actor, &envelope, self.now, sub.identity.as_ref()).await?;

        let seq = journal::append(
            self.connection,
            &mut self.head,
            id,
            actor_word(by),
            self.now,
            &sub.bytes,
        )
        .await?;
        project(self.connection, seq, self.now, &envelope).await?;
        self.put_beside(&envelope, sub).await?;
        if changes_access(&envelope.command) {
            self.actors.clear();
        }
        if matches!(envelope.command, Command::RevokeDevice(_)) {
            self.waits.clear();
        }
        Ok(Outcome::Applied { seq })
    }

    /// Why an entry that a tablet brings must wait, whatever it says.
    async fn must_wait(
        &mut self,
        tablet: DeviceId,
        maker: AccountId,
    ) -> Result<Option<Fault>, StoreError> {
        if let Some(known) = self.waits.get(&(tablet, maker)) {
            return Ok(known.clone());
        }
        let fault = tablets::must_wait(self.connection, tablet, maker).await?;
        self.waits.insert((tablet, maker), fault.clone());
        Ok(fault)
    }

    /// The actor with the permissions of this moment, read inside the transaction.
    async fn actor(&mut self, by: By) -> Result<Actor, StoreError> {
        let By::Account(id) = by else { return Ok(Actor::Operator) };
        let word = actor_word(by);
        if let Some(actor) = self.actors.get(&word) {
            return Ok(actor.clone());
        }
        let actor = account::actor(self.connection, id).await?;
        self.actors.insert(word, actor.clone());
        Ok(actor)
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
            (_, Command::RevokeDevice(c)) => device::end_codes(self.connection, c.device).await?,
            _ => {}
        }
        Ok(())
    }

    /// Keeps a held or rejected envelope whole, sealed, with its reason.
    async fn keep(
        &mut self,
        by: By,
        sub: &Submission,
        fault: Fault,
    ) -> Result<Outcome, StoreError> {
        let verdict = fault.verdict();
        let bytes_hash = hash_of(&sub.bytes);
        let about = about::about(self.connection, by, sub).await?;
        let fault_json =
            serde_json::to_string(&fault).map_err(|e| StoreError::Machine(e.to_string()))?;
        let inserted = sqlx::query(
            "insert into review
                 (bytes_hash, received_at, actor, verdict, fault, command, centre, shift)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (bytes_hash, actor) do nothing",
        )
        .bind(bytes_hash.as_str())
        .bind(stored(self.now))
        .bind(actor_word(by))
        .bind(word(verdict)?)
        .bind(fault_json)
        .bind(about.command)
        .bind(about.centre)
        .bind(about.shift)
        .execute(&mut *self.connection)
        .await?;
        if inserted.rows_affected() > 0 {
            let whole = Kept {
                envelope: sub.bytes.clone(),
                identity: sub.identity.clone(),
                sealed: sub.sealed.clone(),
                tablet: sub.tablet,
            };
            vault::put(self.connection, Kind::Review, &bytes_hash, &whole).await?;
        }
        Ok(outcome_of(fault, verdict))
    }
}

/// A held or rejected envelope, whole.
#[derive(Serialize, Deserialize)]
struct Kept {
    envelope: String,
    identity: Option<Identity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tablet: Option<DeviceId>,
}

fn outcome_of(fault: Fault, verdict: Verdict) -> Outcome {
    match verdict {
        Verdict::Held => Outcome::Held { fault },
        Verdict::Rejected => Outcome::Rejected { fault },
    }
}

/// The outcome of bytes that this actor sent and that are kept already: a doubled request changes
/// nothing.
async fn kept(
    connection: &mut AnyConnection,
    by: By,
    bytes_hash: &str,
) -> Result<Option<Outcome>, StoreError> {
    let row = sqlx::query("select verdict, fault from review where bytes_hash = $1 and actor = $2")
        .bind(bytes_hash)
        .bind(actor_word(by))
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        let row = crate::row::Reader::new("review", &row);
        let fault = serde_json::from_str(&row.text("fault")?).map_err(|_| row.corrupt("fault"))?;
        Ok(outcome_of(fault, row.word("verdict")?))
    })
    .transpose()
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
        identity.check()?;
    }
    let needs_password = matches!(command, Command::CreateAccount(_) | Command::ResetPassword(_));
    let needs_identity = matches!(command, Command::CreateAccount(_));
    if needs_password != sub.password.is_some() || (needs_identity && sub.identity.is_none()) {
        return Err(Fault::malformed());
    }
    sub.password.as_ref().map_or(Ok(()), account::check_password)
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
