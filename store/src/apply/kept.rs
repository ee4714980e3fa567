//! Held and refused envelopes: kept whole, and tried again when what they wait for is made.

use super::{Session, about, actor_word, hash_of, read};
use crate::error::StoreError;
use crate::row::{Reader, stored, word};
use crate::vault::{self, Kind};
use crate::{By, Submission, seal};
use domain::access::Action;
use domain::command::{Command, Identity};
use domain::fault::{Fault, Noun, Verdict};
use domain::ids::{AccountId, DeviceId};
use domain::sync::Outcome;
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

/// A held or rejected envelope, whole.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) envelope: String,
    pub(crate) identity: Option<Identity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sealed: Option<String>,
    /// The tablet that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tablet: Option<DeviceId>,
    /// Nobody vouched for its maker.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unproved: bool,
}

impl Kept {
    pub(crate) fn submission(self) -> Submission {
        let Self { envelope: bytes, identity, sealed, tablet, unproved } = self;
        Submission { bytes, identity, sealed, tablet, unproved, password: None }
    }
}

impl Session<'_> {
    /// Keeps a held or rejected envelope whole, sealed, with its reason. A decision about another
    /// one is not kept: it is there to be taken again.
    pub(super) async fn keep(
        &mut self,
        by: By,
        sub: &Submission,
        fault: Fault,
    ) -> Result<Outcome, StoreError> {
        let verdict = fault.verdict();
        let envelope = read(&sub.bytes).ok();
        if envelope.as_ref().is_some_and(|e| e.command.action() == Action::Review) {
            return Ok(outcome_of(fault, verdict));
        }
        let bytes_hash = hash_of(&sub.bytes);
        let about = about::about(self.connection, by, sub).await?;
        let inserted = sqlx::query(
            "insert into review
                 (bytes_hash, received_at, actor, verdict, fault, command, centre, shift, awaits,
                  number)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                     (select coalesce(max(number), 0) + 1 from review))
             on conflict (bytes_hash, actor) do nothing",
        )
        .bind(bytes_hash.as_str())
        .bind(stored(self.now))
        .bind(actor_word(by))
        .bind(word(verdict)?)
        .bind(json(&fault)?)
        .bind(about.command)
        .bind(about.centre)
        .bind(about.shift)
        .bind(envelope.and_then(|e| awaited(&e.command, &fault)))
        .execute(&mut *self.connection)
        .await?;
        self.memory.kept(&bytes_hash);
        self.holds = None;
        if inserted.rows_affected() > 0 {
            let whole = Kept {
                envelope: sub.bytes.clone(),
                identity: sub.identity.clone(),
                sealed: sub.sealed.clone(),
                tablet: sub.tablet,
                unproved: sub.unproved,
            };
            vault::put(self.connection, Kind::Review, &bytes_hash, &whole).await?;
        }
        Ok(outcome_of(fault, verdict))
    }

    /// Lets the plan follow, then judges the envelopes again that waited for what was made, in the
    /// order in which they came to wait, until there is nothing more to do: each that is applied
    /// leaves the list.
    pub(super) async fn try_waiting(&mut self) -> Result<(), StoreError> {
        self.follow_plan().await?;
        if self.made.is_empty() || !self.holds().await? {
            self.made.clear();
            return Ok(());
        }
        while let Some((noun, id)) = self.made.pop_front() {
            let rows = sqlx::query(
                "select bytes_hash, actor from review
                 where verdict = 'held' and settled is null
                   and (awaits = $1 or (awaits is null and fault = $2))
                 order by received_at, number, bytes_hash",
            )
            .bind(id)
            .bind(json(&Fault::Unknown { noun })?)
            .fetch_all(&mut *self.connection)
            .await?;
            for row in &rows {
                let row = Reader::new("review", row);
                self.try_again(row.text("bytes_hash")?, row.text("actor")?, false).await?;
            }
            self.follow_plan().await?;
        }
        Ok(())
    }

    /// The outcome of bytes that this actor sent and that are kept already: a doubled request
    /// changes nothing.
    pub(super) async fn kept(
        &mut self,
        by: By,
        bytes_hash: &str,
    ) -> Result<Option<Outcome>, StoreError> {
        if self.memory.nothing_kept(bytes_hash) {
            return Ok(None);
        }
        let row =
            sqlx::query("select verdict, fault from review where bytes_hash = $1 and actor = $2")
                .bind(bytes_hash)
                .bind(actor_word(by))
                .fetch_optional(&mut *self.connection)
                .await?;
        row.map(|row| {
            let row = Reader::new("review", &row);
            let fault =
                serde_json::from_str(&row.text("fault")?).map_err(|_| row.corrupt("fault"))?;
            Ok(outcome_of(fault, row.word("verdict")?))
        })
        .transpose()
    }

    /// Whether anything waits at all: mostly nothing does.
    async fn holds(&mut self) -> Result<bool, StoreError> {
        if let Some(holds) = self.holds {
            return Ok(holds);
        }
        let row = sqlx::query(
            "select bytes_hash from review where verdict = 'held' and settled is null limit 1",
        )
        .fetch_optional(&mut *self.connection)
        .await?;
        self.holds = Some(row.is_some());
        Ok(row.is_some())
    }

    /// Judges an entry again that waited for proof of its maker, when it comes again with one: sent
    /// by the maker's own session or tablet, or in a file for which somebody vouches.
    pub(super) async fn comes_proved(
        &mut self,
        by: By,
        sub: &Submission,
    ) -> Result<Option<Outcome>, StoreError> {
        let (bytes_hash, actor) = (hash_of(&sub.bytes), actor_word(by));
        let row = sqlx::query(
            "select bytes_hash from review where bytes_hash = $1 and actor = $2
             and settled is null and fault in ($3, $4)",
        )
        .bind(bytes_hash.as_str())
        .bind(actor.as_str())
        .bind(json(&Fault::NotAMember)?)
        .bind(json(&Fault::DeviceRevoked)?)
        .fetch_optional(&mut *self.connection)
        .await?;
        if row.is_none() {
            return Ok(None);
        }
        match self.may_bring(by, sub).await {
            Err(StoreError::Fault(_)) => return Ok(None),
            other => other?,
        }
        let whole: Option<Kept> = vault::get(self.connection, &bytes_hash).await?;
        let Some(mut whole) = whole else { return Ok(None) };
        (whole.tablet, whole.unproved) = (sub.tablet, sub.unproved);
        if sub.identity.is_some() || sub.sealed.is_some() {
            (whole.identity, whole.sealed) = (sub.identity.clone(), sub.sealed.clone());
        }
        vault::put(self.connection, Kind::Review, &bytes_hash, &whole).await?;
        self.try_again(bytes_hash.clone(), actor.clone(), false).await?;
        match self.taken.get(&(bytes_hash.clone(), actor)) {
            Some(seq) => Ok(Some(Outcome::Applied { seq: *seq })),
            None => self.kept(by, &bytes_hash).await,
        }
    }

    /// Judges the envelopes again that waited for their maker to prove themselves on the tablet
    /// that brought them.
    pub(crate) async fn try_joined(&mut self, account: AccountId) -> Result<(), StoreError> {
        let rows = sqlx::query(
            "select bytes_hash, actor from review
             where verdict = 'held' and settled is null and actor = $1 and fault = $2
             order by received_at, number, bytes_hash",
        )
        .bind(account.to_string())
        .bind(json(&Fault::NotAMember)?)
        .fetch_all(&mut *self.connection)
        .await?;
        for row in &rows {
            let row = Reader::new("review", row);
            self.try_again(row.text("bytes_hash")?, row.text("actor")?, true).await?;
        }
        self.try_waiting().await
    }

    /// `brought` asks once more whether the tablet may bring it: what waits for something unknown
    /// was brought rightly, whatever became of the tablet since.
    async fn try_again(
        &mut self,
        bytes_hash: String,
        actor: String,
        brought: bool,
    ) -> Result<(), StoreError> {
        let Some(by) = by_of(&actor) else { return Ok(()) };
        let kept: Option<Kept> = vault::get(self.connection, &bytes_hash).await?;
        let Some(sub) = kept.map(Kept::submission) else { return Ok(()) };
        match self.apply_kept(by, &sub, brought).await {
            Ok(seq) => {
                sqlx::query("delete from review where bytes_hash = $1 and actor = $2")
                    .bind(bytes_hash.as_str())
                    .bind(actor.as_str())
                    .execute(&mut *self.connection)
                    .await?;
                forget(self.connection, &bytes_hash).await?;
                self.taken.insert((bytes_hash, actor), seq);
                Ok(())
            }
            Err(StoreError::Fault(fault)) => {
                let awaits = read(&sub.bytes).ok().and_then(|e| awaited(&e.command, &fault));
                sqlx::query(
                    "update review set verdict = $1, fault = $2, awaits = $3
                     where bytes_hash = $4 and actor = $5",
                )
                .bind(word(fault.verdict())?)
                .bind(json(&fault)?)
                .bind(awaits)
                .bind(bytes_hash)
                .bind(actor)
                .execute(&mut *self.connection)
                .await?;
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    async fn apply_kept(
        &mut self,
        by: By,
        sub: &Submission,
        brought: bool,
    ) -> Result<i64, StoreError> {
        let envelope = read(&sub.bytes)?;
        match self.find(envelope.id).await? {
            Some((seq, bytes)) if bytes == sub.bytes => Ok(seq),
            Some(_) => Err(Fault::SameIdOtherBytes.into()),
            None => {
                if brought {
                    self.may_bring(by, sub).await?;
                }
                let opened = seal::opened(self.connection, sub).await?;
                self.judge(by, &envelope, &opened).await?;
                self.write(by, &envelope, &opened).await
            }
        }
    }

    /// Corrects the outcomes of envelopes that were held at first and taken in later in the same
    /// transaction.
    pub(super) fn correct(&self, submissions: &[(By, Submission)], outcomes: &mut [Outcome]) {
        if self.taken.is_empty() {
            return;
        }
        for ((by, sub), outcome) in submissions.iter().zip(outcomes) {
            if let Outcome::Held { .. } = outcome
                && let Some(seq) = self.taken.get(&(hash_of(&sub.bytes), actor_word(*by)))
            {
                *outcome = Outcome::Applied { seq: *seq };
            }
        }
    }
}

/// Erases what was kept whole, unless another entry still needs it that has the same bytes.
pub(super) async fn forget(db: &mut AnyConnection, bytes_hash: &str) -> Result<(), StoreError> {
    let left = sqlx::query(
        "select bytes_hash from review
         where bytes_hash = $1 and coalesce(settled, '') <> 'released' limit 1",
    )
    .bind(bytes_hash)
    .fetch_optional(&mut *db)
    .await?;
    if left.is_none() { vault::forget(db, bytes_hash).await } else { Ok(()) }
}

pub(super) fn outcome_of(fault: Fault, verdict: Verdict) -> Outcome {
    match verdict {
        Verdict::Held => Outcome::Held { fault },
        Verdict::Rejected => Outcome::Rejected { fault },
    }
}

/// Reads back who sent an entry.
fn by_of(actor: &str) -> Option<By> {
    if actor == "operator" { Some(By::Operator) } else { actor.parse().ok().map(By::Account) }
}

fn json(fault: &Fault) -> Result<String, StoreError> {
    serde_json::to_string(fault).map_err(|e| StoreError::Machine(e.to_string()))
}

/// The id of the unknown thing that a command names, where the fault is that.
fn awaited(command: &Command, fault: &Fault) -> Option<String> {
    let Fault::Unknown { noun } = fault else { return None };
    Some(about::body(command)?[word(noun).ok()?].as_str()?.to_owned())
}

/// What a command makes, under which kind of thing others may wait for it.
pub(super) fn makes(command: &Command) -> Option<(Noun, String)> {
    Some(match command {
        Command::CreateCentre(c) => (Noun::Centre, c.centre.to_string()),
        Command::CreateWorkshop(c) => (Noun::Workshop, c.workshop.to_string()),
        Command::AddProduct(c) => (Noun::Product, c.product.to_string()),
        Command::AddRoom(c) => (Noun::Room, c.room.to_string()),
        Command::CreateSchedule(c) => (Noun::Schedule, c.schedule.to_string()),
        Command::CloseDays(c) => (Noun::Closure, c.closure.to_string()),
        Command::CreateProject(c) => (Noun::Project, c.project.to_string()),
        Command::DefineIndicator(c) => (Noun::Indicator, c.indicator.to_string()),
        Command::RegisterPerson(c) => (Noun::Person, c.person.to_string()),
        Command::Enrol(c) => (Noun::Enrolment, c.enrolment.to_string()),
        Command::PlanShift(c) | Command::AddOneOffShift(c) => (Noun::Shift, c.shift.to_string()),
        Command::RecordInterpreting(c) => (Noun::Interpreting, c.interpreting.to_string()),
        Command::RecordOutput(c) => (Noun::Output, c.output.to_string()),
        Command::CreateAccount(c) => (Noun::Account, c.account.to_string()),
        Command::IssueCard(c) => (Noun::Card, c.card.to_string()),
        Command::RecordConsent(c) => (Noun::Consent, c.consent.to_string()),
        Command::JoinWaitingList(c) => (Noun::Waiting, c.waiting.to_string()),
        Command::OfferPlace(c) => (Noun::Offer, c.offer.to_string()),
        Command::MergePeople(c) => (Noun::Merge, c.merge.to_string()),
        Command::AddDevice(c) => (Noun::Device, c.device.to_string()),
        Command::MakeToken(c) => (Noun::Token, c.token.to_string()),
        _ => return None,
    })
}
