//! What a manager decides about an entry that was held or refused.

use super::judge::{Case, judge};
use super::kept::{Kept, forget, outcome_of};
use super::{Session, actor_word, check_beside, read};
use crate::error::StoreError;
use crate::row::{Reader, stored};
use crate::{By, Submission, seal, vault};
use domain::access::{Action, Actor, Place};
use domain::command::{Command, Envelope};
use domain::fault::{Fault, Noun};
use domain::ids::CentreId;
use domain::review::SettleEntry;
use domain::sync::Outcome;

impl Session<'_> {
    /// Applies all of the submissions or none: each is judged before the first is written, so
    /// none may depend on another. What is refused is not kept.
    ///
    /// # Errors
    /// Only when the database failed.
    pub(crate) async fn apply_together(
        &mut self,
        submissions: &[(By, Submission)],
    ) -> Result<Vec<Outcome>, StoreError> {
        match self.try_together(submissions).await {
            Ok(outcomes) => {
                self.try_waiting().await?;
                Ok(outcomes)
            }
            Err(StoreError::Fault(fault)) => {
                let refused = outcome_of(fault.clone(), fault.verdict());
                Ok(vec![refused; submissions.len()])
            }
            Err(error) => Err(error),
        }
    }

    async fn try_together(
        &mut self,
        submissions: &[(By, Submission)],
    ) -> Result<Vec<Outcome>, StoreError> {
        let mut judged = Vec::with_capacity(submissions.len());
        for (by, sub) in submissions {
            let envelope = read(&sub.bytes)?;
            match &envelope.command {
                Command::DismissEntry(c) => self.judge_dismissal(*by, &envelope, sub, c).await?,
                _ => self.judge(*by, &envelope, sub).await?,
            }
            judged.push((*by, envelope, sub));
        }
        let mut outcomes = Vec::with_capacity(judged.len());
        for (by, envelope, sub) in judged {
            let seq = self.write(by, &envelope, sub).await?;
            if let Command::DismissEntry(c) = &envelope.command {
                self.settle(by, c, "dismissed").await?;
            }
            outcomes.push(Outcome::Applied { seq });
        }
        Ok(outcomes)
    }

    /// Takes an entry in after all: the decision goes into the journal, and directly after it the
    /// entry as its maker made it. What is not a manager's to forgive refuses the decision.
    pub(super) async fn release(
        &mut self,
        by: By,
        envelope: &Envelope,
        sub: &Submission,
        c: &SettleEntry,
    ) -> Result<i64, StoreError> {
        check_beside(&envelope.command, sub)?;
        c.check()?;
        let actor = self.decides(by, c).await?;
        let kept: Kept = vault::get(self.connection, &c.entry).await?.ok_or(unknown())?;
        let (maker, kept) = (maker(c), kept.submission());
        let released = read(&kept.bytes)?;
        if let Some((_, bytes)) = self.find(released.id).await? {
            let same = bytes == kept.bytes;
            return Err(if same { settled() } else { Fault::SameIdOtherBytes }.into());
        }
        let kept = seal::opened(self.connection, &kept).await?;
        check_beside(&released.command, &kept)?;
        released.command.check()?;
        let case = Case {
            envelope: &released,
            maker,
            actor: &actor,
            releasing: true,
            now: self.now,
            identity: kept.identity.as_ref(),
        };
        judge(self.connection, &mut self.memory, &case).await?;
        let seq = self.write(by, envelope, sub).await?;
        self.write(maker, &released, &kept).await?;
        self.settle(by, c, "released").await?;
        forget(self.connection, &c.entry).await?;
        Ok(seq)
    }

    /// Sets an entry aside: it stays kept, and is on no list any more.
    pub(super) async fn dismiss(
        &mut self,
        by: By,
        envelope: &Envelope,
        sub: &Submission,
        c: &SettleEntry,
    ) -> Result<i64, StoreError> {
        self.judge_dismissal(by, envelope, sub, c).await?;
        let seq = self.write(by, envelope, sub).await?;
        self.settle(by, c, "dismissed").await?;
        Ok(seq)
    }

    async fn judge_dismissal(
        &mut self,
        by: By,
        envelope: &Envelope,
        sub: &Submission,
        c: &SettleEntry,
    ) -> Result<(), StoreError> {
        check_beside(&envelope.command, sub)?;
        c.check()?;
        self.decides(by, c).await.map(drop)
    }

    /// Whether this actor may decide about an entry, and whether nobody did before.
    async fn decides(&mut self, by: By, c: &SettleEntry) -> Result<Actor, StoreError> {
        let actor = self.permissions(by).await?.now(self.now);
        if actor.scopes(Action::Review).is_empty() {
            return Err(Fault::NotAllowed.into());
        }
        let row =
            sqlx::query("select centre, settled from review where bytes_hash = $1 and actor = $2")
                .bind(c.entry.as_str())
                .bind(actor_word(maker(c)))
                .fetch_optional(&mut *self.connection)
                .await?
                .ok_or(unknown())?;
        let row = Reader::new("review", &row);
        let centre: Option<CentreId> = row.parse_opt("centre")?;
        if c.centre.is_some() && c.centre != centre {
            return Err(unknown().into());
        }
        let place = centre.map_or(Place::ORGANISATION, Place::centre);
        if !actor.may(Action::Review, place) {
            return Err(Fault::NotAllowed.into());
        }
        match row.get::<Option<String>>("settled")? {
            None => Ok(actor),
            Some(_) => Err(settled().into()),
        }
    }

    async fn settle(
        &mut self,
        by: By,
        c: &SettleEntry,
        how: &'static str,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update review set settled = $1, settled_by = $2, settled_at = $3
             where bytes_hash = $4 and actor = $5",
        )
        .bind(how)
        .bind(actor_word(by))
        .bind(stored(self.now))
        .bind(c.entry.as_str())
        .bind(actor_word(maker(c)))
        .execute(&mut *self.connection)
        .await?;
        Ok(())
    }
}

fn maker(c: &SettleEntry) -> By {
    c.maker.map_or(By::Operator, By::Account)
}

fn unknown() -> Fault {
    Fault::Unknown { noun: Noun::Entry }
}

fn settled() -> Fault {
    Fault::AlreadyExists { noun: Noun::Entry }
}
