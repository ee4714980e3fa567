//! Shared tablets: one-time codes, what makes a browser the tablet, and its members.
//!
//! Which tablets there are, and which were revoked, is in the journal. Secrets are not: of
//! codes, credentials and members' tokens only the hashes are kept, here.

use crate::account::{random_token, token_hash};
use crate::apply::Session;
use crate::error::StoreError;
use crate::journal;
use crate::permissions;
use crate::row::{Reader, stored};
use crate::{By, Password, Store, vault};
use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Actor, Place};
use domain::command::{AccountIdentity, Command};
use domain::device::{
    AddDevice, ONE_TIME_ALPHABET, ONE_TIME_LENGTH, ResetPin, check_one_time_code,
};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, CentreId, DeviceId};
use domain::sync::{EnrolAnswer, JoinAnswer, JoinRequest};
use sqlx::AnyConnection;
use uuid::Uuid;

/// How long a one-time code lives.
pub const CODE_HOURS: i64 = 24;
/// How long a revoked tablet may hand in what it still holds, from its first request on.
const HAND_IN_MINUTES: i64 = 10;
/// How exactly it is kept when a tablet was last seen: a write for each request would cost more
/// than it tells.
const SEEN_MINUTES: i64 = 1;

/// A one-time code, to be shown once: only its hash is kept. Does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode {
    /// As it is read out: `2345-BCDF`.
    pub code: String,
    /// Until when it can be used.
    pub until: DateTime<Utc>,
}

impl std::fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimeCode(…)")
    }
}

/// A tablet that proved itself by its credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tablet {
    /// Its id.
    pub id: DeviceId,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// A browser that has become a tablet.
pub struct Enrolled {
    /// The credential for its cookie; the store keeps its hash only.
    pub token: String,
    /// What it is told.
    pub answer: EnrolAnswer,
}

impl Store {
    /// Adds a tablet to a centre. Answers its id and the code by which a browser becomes it.
    ///
    /// # Errors
    /// The faults of [`Command::AddDevice`].
    pub async fn add_device(
        &self,
        by: By,
        centre: CentreId,
        code: String,
    ) -> Result<(DeviceId, OneTimeCode), StoreError> {
        let device = DeviceId(Uuid::new_v4());
        let add = AddDevice { device, centre, code };
        self.change(by, Command::AddDevice(add), None, None).await?;
        Ok((device, self.make_code("enrol", device, None).await?))
    }

    /// A new code for a tablet that lost its credential, e.g. because its browser was cleared.
    ///
    /// # Errors
    /// [`Fault::Unknown`], [`Fault::NotAllowed`], [`Fault::DeviceRevoked`].
    pub async fn new_device_code(
        &self,
        actor: &Actor,
        device: DeviceId,
    ) -> Result<OneTimeCode, StoreError> {
        let mut db = self.read().await?;
        let row = sqlx::query(
            "select d.seq, c.id as centre, d.revoked from device d
             join centre c on c.seq = d.centre where d.id = $1",
        )
        .bind(device.to_string())
        .fetch_optional(&mut *db)
        .await?;
        drop(db);
        // Whoever manages nothing learns nothing about what exists.
        if actor.scopes(Action::Manage).is_empty() {
            return Err(Fault::NotAllowed.into());
        }
        let row = row.ok_or(Fault::Unknown { noun: Noun::Device })?;
        let row = Reader::new("device", &row);
        if !actor.may(Action::Manage, Place::centre(row.parse("centre")?)) {
            return Err(Fault::NotAllowed.into());
        }
        if row.get::<Option<i64>>("revoked")?.is_some() {
            return Err(Fault::DeviceRevoked.into());
        }
        self.make_code("enrol", device, None).await
    }

    /// Lets a member of a tablet choose a new PIN there. Answers the code that proves it.
    ///
    /// # Errors
    /// The faults of [`Command::ResetPin`].
    pub async fn reset_pin(
        &self,
        by: By,
        device: DeviceId,
        account: AccountId,
    ) -> Result<OneTimeCode, StoreError> {
        self.change(by, Command::ResetPin(ResetPin { device, account }), None, None).await?;
        self.make_code("pin", device, Some(account)).await
    }

    /// Makes a code; an earlier one for the same purpose ends.
    async fn make_code(
        &self,
        kind: &'static str,
        device: DeviceId,
        account: Option<AccountId>,
    ) -> Result<OneTimeCode, StoreError> {
        let (code, now) = (random_code(), self.clock().now());
        let until = now + Duration::hours(CODE_HOURS);
        let account = account.map(|id| id.to_string());
        let mut tx = self.db().begin_write().await?;
        sqlx::query(
            "delete from one_time_code where expires_at < $1
             or (kind = $2 and device = $3 and coalesce(account, '') = $4)",
        )
        .bind(stored(now))
        .bind(kind)
        .bind(device.to_string())
        .bind(account.clone().unwrap_or_default())
        .execute(&mut *tx)
        .await?;
        sqlx::query(
            "insert into one_time_code (code_hash, kind, device, account, expires_at)
             values ($1, $2, $3, $4, $5)",
        )
        .bind(token_hash(&code))
        .bind(kind)
        .bind(device.to_string())
        .bind(account)
        .bind(stored(until))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        let (first, second) = code.split_at(ONE_TIME_LENGTH / 2);
        Ok(OneTimeCode { code: format!("{first}-{second}"), until })
    }

    /// Makes a browser the tablet of a code. Whatever was that tablet before is it no longer;
    /// its members stay.
    ///
    /// # Errors
    /// [`Fault::WrongCode`], [`Fault::TooManyTries`].
    pub async fn enrol_device(&self, typed: &str, address: &str) -> Result<Enrolled, StoreError> {
        let code = check_one_time_code(typed)?;
        let attempt = self.try_code(&code, address).await?;
        let now = self.clock().now();
        let mut tx = self.db().begin_write().await?;
        journal::lock(&mut tx).await?;
        let used = use_code(&mut tx, "enrol", &code, now).await?.ok_or(Fault::WrongCode)?;
        let row = sqlx::query(
            "select d.seq, d.id, d.code, c.id as centre from device d
             join centre c on c.seq = d.centre where d.id = $1 and d.revoked is null",
        )
        .bind(used.device.to_string())
        .fetch_optional(&mut *tx)
        .await?
        .ok_or(Fault::WrongCode)?;
        let row = Reader::new("device", &row);
        let answer = EnrolAnswer {
            device: row.parse("id")?,
            code: row.text("code")?,
            centre: row.parse("centre")?,
        };
        let token = random_token();
        sqlx::query(
            "insert into device_credential (device, token_hash, created_at) values ($1, $2, $3)
             on conflict (device) do update set token_hash = excluded.token_hash,
                 created_at = excluded.created_at, seen_at = null, handed_in_at = null",
        )
        .bind(answer.device.to_string())
        .bind(token_hash(&token))
        .bind(stored(now))
        .execute(&mut *tx)
        .await?;
        attempt.was_right(&mut tx).await?;
        tx.commit().await?;
        Ok(Enrolled { token, answer })
    }

    /// The tablet of a credential; `None` when it is none (any more).
    ///
    /// # Errors
    /// When the database failed.
    pub async fn tablet(&self, token: &str) -> Result<Option<Tablet>, StoreError> {
        let row = sqlx::query(
            "select d.seq, d.id, d.revoked from device_credential k
             join device d on d.id = k.device where k.token_hash = $1",
        )
        .bind(token_hash(token))
        .fetch_optional(&mut *self.read().await?)
        .await?;
        row.map(|row| {
            let row = Reader::new("device", &row);
            let revoked = row.get::<Option<i64>>("revoked")?.is_some();
            Ok(Tablet { id: row.parse("id")?, revoked })
        })
        .transpose()
    }

    /// Lets an account prove itself on a tablet. Its earlier token there ends.
    ///
    /// # Errors
    /// [`Fault::DeviceRevoked`]; those of [`Store::sign_in`] with a password, of
    /// [`Store::enrol_device`] with a code; [`Fault::NotAllowed`] for an account that logs
    /// nowhere.
    pub async fn join_device(
        &self,
        tablet: Tablet,
        request: JoinRequest,
        address: &str,
    ) -> Result<JoinAnswer, StoreError> {
        if tablet.revoked {
            return Err(Fault::DeviceRevoked.into());
        }
        let now = self.clock().now();
        let (account, attempt, code) = match request {
            JoinRequest::Password { login, password } => {
                let (account, attempt) = self.prove(&login, &Password(password), address).await?;
                (Some(account), attempt, None)
            }
            JoinRequest::Code { code } => {
                let code = check_one_time_code(&code)?;
                (None, self.try_code(&code, address).await?, Some(code))
            }
        };
        let mut tx = self.db().begin_write().await?;
        // The lock that every writer takes first: another order could end in a deadlock.
        journal::lock(&mut tx).await?;
        let account = match (account, code) {
            (Some(account), _) => account,
            (None, Some(code)) => use_code(&mut tx, "pin", &code, now)
                .await?
                .filter(|used| used.device == tablet.id)
                .and_then(|used| used.account)
                .ok_or(Fault::WrongCode)?,
            (None, None) => return Err(Fault::WrongCode.into()),
        };
        let row = sqlx::query("select seq, code, disabled from account where id = $1")
            .bind(account.to_string())
            .fetch_one(&mut *tx)
            .await?;
        let row = Reader::new("account", &row);
        if row.number("disabled")? == 1 {
            return Err(Fault::AccountDisabled.into());
        }
        if permissions::actor(&mut tx, account, self.clock().now())
            .await?
            .scopes(Action::Log)
            .is_empty()
        {
            return Err(Fault::NotAllowed.into());
        }
        let identity: Option<AccountIdentity> = vault::get(&mut tx, &account.to_string()).await?;
        let (code, token) = (row.text("code")?, random_token());
        sqlx::query(
            "insert into device_member (device, account, token_hash, created_at)
             values ($1, $2, $3, $4)
             on conflict (device, account) do update set token_hash = excluded.token_hash",
        )
        .bind(tablet.id.to_string())
        .bind(account.to_string())
        .bind(token_hash(&token))
        .bind(stored(now))
        .execute(&mut *tx)
        .await?;
        attempt.was_right(&mut tx).await?;
        let mut session = Session::lock(&mut tx, now).await?;
        session.try_joined(account).await?;
        session.save().await?;
        tx.commit().await?;
        let name = identity.map_or_else(|| code.clone(), |identity| identity.name);
        Ok(JoinAnswer { account, code, name, token })
    }

    /// The member of a tablet with a token, and what they may do now.
    ///
    /// # Errors
    /// [`Fault::NotAMember`] for a token that is none (any more).
    pub async fn member(&self, tablet: Tablet, token: &str) -> Result<Actor, StoreError> {
        let mut db = self.read().await?;
        let row =
            sqlx::query("select account from device_member where device = $1 and token_hash = $2")
                .bind(tablet.id.to_string())
                .bind(token_hash(token))
                .fetch_optional(&mut *db)
                .await?
                .ok_or(Fault::NotAMember)?;
        let account = Reader::new("device_member", &row).parse("account")?;
        permissions::actor(&mut db, account, self.clock().now()).await
    }

    /// Remembers that a tablet asked something just now. A revoked one may, for a few minutes
    /// after its first request, hand in what it still holds.
    ///
    /// # Errors
    /// [`Fault::DeviceRevoked`] after that.
    pub async fn tablet_asks(&self, tablet: Tablet) -> Result<(), StoreError> {
        let now = self.clock().now();
        let mut db = self.read().await?;
        let row =
            sqlx::query("select seen_at, handed_in_at from device_credential where device = $1")
                .bind(tablet.id.to_string())
                .fetch_one(&mut *db)
                .await?;
        drop(db);
        let row = Reader::new("device_credential", &row);
        let seen: Option<DateTime<Utc>> = row.parse_opt("seen_at")?;
        let begun: Option<DateTime<Utc>> = row.parse_opt("handed_in_at")?;
        let over = |begun: DateTime<Utc>| now - begun > Duration::minutes(HAND_IN_MINUTES);
        if tablet.revoked && begun.is_some_and(over) {
            return Err(Fault::DeviceRevoked.into());
        }
        let begins = tablet.revoked && begun.is_none();
        if begins || seen.is_none_or(|seen| now - seen >= Duration::minutes(SEEN_MINUTES)) {
            let mut tx = self.db().begin_write().await?;
            sqlx::query(
                "update device_credential set seen_at = $1,
                     handed_in_at = coalesce(handed_in_at, $2) where device = $3",
            )
            .bind(stored(now))
            .bind(begins.then(|| stored(now)))
            .bind(tablet.id.to_string())
            .execute(&mut *tx)
            .await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Ends the codes of a tablet that is revoked.
pub(crate) async fn end_codes(db: &mut AnyConnection, device: DeviceId) -> Result<(), StoreError> {
    sqlx::query("delete from one_time_code where device = $1")
        .bind(device.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// What a code was for.
struct Used {
    device: DeviceId,
    account: Option<AccountId>,
}

/// Uses a code up; `None` when there is none, or when it is too old.
async fn use_code(
    db: &mut AnyConnection,
    kind: &'static str,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Option<Used>, StoreError> {
    let row = sqlx::query(
        "delete from one_time_code where code_hash = $1 and kind = $2 and expires_at > $3
         returning device, account",
    )
    .bind(token_hash(code))
    .bind(kind)
    .bind(stored(now))
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("one_time_code", &row);
        Ok(Used { device: row.parse("device")?, account: row.parse_opt("account")? })
    })
    .transpose()
}

/// A code without bias: bytes beyond the last whole run of the alphabet are drawn again.
fn random_code() -> String {
    let letters = ONE_TIME_ALPHABET.len() as u8;
    let fair = u8::MAX - u8::MAX % letters;
    let mut code = String::with_capacity(ONE_TIME_LENGTH);
    while code.len() < ONE_TIME_LENGTH {
        let byte: u8 = rand::random();
        if byte < fair {
            code.push(char::from(ONE_TIME_ALPHABET[usize::from(byte % letters)]));
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_codes_can_be_typed_and_differ() {
        let (one, other) = (random_code(), random_code());
        assert_ne!(one, other);
        assert_eq!(check_one_time_code(&one).as_deref(), Ok(one.as_str()));
    }
}
