//! Accounts at the door: passwords, sessions, throttling. Permissions come from the journal's
//! tables, names from the vault.

use crate::error::StoreError;
use crate::permissions::actor;
use crate::row::{Reader, stored};
use crate::{AccountRow, Password, SignedIn, Store, journal, vault};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Actor, Role};
use domain::command::AccountIdentity;
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, CentreId, ProjectId};
use domain::overview::{Choice, Viewer};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

/// The shortest password, in characters (NIST SP 800-63B asks for at least 8).
pub const PASSWORD_MIN: usize = 10;
/// How long a session lasts: one working day.
pub const SESSION_HOURS: i64 = 12;
/// Failures within [`WINDOW_MINUTES`] after which an account's name is not tried any more.
const ACCOUNT_TRIES: i64 = 5;
/// The same for an address, where a whole centre may sit behind one.
const ADDRESS_TRIES: i64 = 40;
const WINDOW_MINUTES: i64 = 15;

pub(crate) fn check_password(password: &Password) -> Result<(), Fault> {
    if password.0.chars().count() < PASSWORD_MIN {
        return Err(Fault::WeakPassword { min: PASSWORD_MIN as i64 });
    }
    if password.0.len() > 1_000 {
        return Err(Fault::out_of_range("password", PASSWORD_MIN as i64, 1_000));
    }
    Ok(())
}

fn hash(password: &Password) -> Result<String, StoreError> {
    let hash = Argon2::default()
        .hash_password(password.0.as_bytes())
        .map_err(|e| StoreError::Machine(e.to_string()))?;
    Ok(hash.to_string())
}

pub(crate) async fn put_credential(
    db: &mut AnyConnection,
    account: AccountId,
    login: &str,
    password: Option<&Password>,
) -> Result<(), StoreError> {
    let password = hash(password.ok_or_else(Fault::malformed)?)?;
    sqlx::query("insert into credential (account, login, password) values ($1, $2, $3)")
        .bind(account.to_string())
        .bind(login)
        .bind(password)
        .execute(db)
        .await?;
    Ok(())
}

/// A new password; whoever is signed in with the old one is signed out.
pub(crate) async fn reset_password(
    db: &mut AnyConnection,
    account: AccountId,
    password: Option<&Password>,
) -> Result<(), StoreError> {
    let password = hash(password.ok_or_else(Fault::malformed)?)?;
    sqlx::query("update credential set password = $1 where account = $2")
        .bind(password)
        .bind(account.to_string())
        .execute(&mut *db)
        .await?;
    end_sessions(db, account).await
}

pub(crate) async fn end_sessions(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<(), StoreError> {
    sqlx::query("delete from session where account = $1")
        .bind(account.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// A secret of 256 bits, in hexadecimal.
pub(crate) fn random_token() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

pub(crate) fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// What failures are counted under: never the name or the address itself.
fn subject(kind: &str, value: &str) -> String {
    hex::encode(Sha256::digest(format!("{kind}\0{value}").as_bytes()))
}

impl Store {
    /// Checks name and password and opens a session. Failures are counted for each account's
    /// name (known or not) and each address.
    ///
    /// # Errors
    /// [`Fault::WrongCredentials`], [`Fault::TooManyTries`], [`Fault::AccountDisabled`] (only
    /// with the right password).
    pub async fn sign_in(
        &self,
        login: &str,
        password: &Password,
        address: &str,
    ) -> Result<SignedIn, StoreError> {
        let (account, attempt) = self.prove(login, password, address).await?;
        let now = self.clock().now();
        let token = random_token();
        let mut tx = self.db().begin_write().await?;
        attempt.was_right(&mut tx).await?;
        sqlx::query("delete from session where expires_at < $1")
            .bind(stored(now))
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "insert into session (token_hash, account, created_at, expires_at)
             values ($1, $2, $3, $4)",
        )
        .bind(token_hash(&token))
        .bind(account.to_string())
        .bind(stored(now))
        .bind(stored(now + Duration::hours(SESSION_HOURS)))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        let (viewer, _) = self.session(&token).await?;
        Ok(SignedIn { token, viewer })
    }

    /// Whose name and password these are. The try stays counted until the caller says that it
    /// was right.
    ///
    /// # Errors
    /// As [`Store::sign_in`].
    pub(crate) async fn prove(
        &self,
        login: &str,
        password: &Password,
        address: &str,
    ) -> Result<(AccountId, Attempt), StoreError> {
        let login = login.trim().to_lowercase();
        let attempt = self
            .count_try(&[
                (subject("account", &login), ACCOUNT_TRIES),
                (subject("address", address), ADDRESS_TRIES),
            ])
            .await?;
        let mut reader = self.read().await?;
        let row = sqlx::query(
            "select c.account, c.password, a.disabled from credential c
             join account a on a.id = c.account where c.login = $1",
        )
        .bind(login.as_str())
        .fetch_optional(&mut *reader)
        .await?;
        let (account, stored_hash, disabled) = match &row {
            Some(row) => {
                let row = Reader::new("credential", row);
                let account: AccountId = row.parse("account")?;
                (Some(account), row.text("password")?, row.number("disabled")? == 1)
            }
            None => (None, self.dummy_hash()?, false),
        };
        drop(reader);
        let right = verify(password.clone(), stored_hash).await?;
        let Some(account) = account.filter(|_| right) else {
            return Err(Fault::WrongCredentials.into());
        };
        if disabled {
            return Err(Fault::AccountDisabled.into());
        }
        Ok((account, attempt))
    }

    /// Counts a try with a one-time code, for the code and for the address.
    ///
    /// # Errors
    /// [`Fault::TooManyTries`].
    pub(crate) async fn try_code(&self, code: &str, address: &str) -> Result<Attempt, StoreError> {
        let subjects = [
            (subject("code", code), ACCOUNT_TRIES),
            (subject("code address", address), ADDRESS_TRIES),
        ];
        self.count_try(&subjects).await
    }

    /// Counts a try with an access token that is none, for the token and for the address.
    ///
    /// # Errors
    /// [`Fault::TooManyTries`].
    pub(crate) async fn try_token(&self, token: &str, address: &str) -> Result<(), StoreError> {
        let subjects = [
            (subject("token", token), ACCOUNT_TRIES),
            (subject("token address", address), ADDRESS_TRIES),
        ];
        self.count_try(&subjects).await.map(drop)
    }

    /// Who a session belongs to, and what the account may do now.
    ///
    /// # Errors
    /// [`Fault::SessionExpired`] for a session that ran out or was never there;
    /// [`Fault::AccountDisabled`].
    pub async fn session(&self, token: &str) -> Result<(Viewer, Actor), StoreError> {
        let mut db = self.read().await?;
        let row = sqlx::query(
            "select s.account, s.expires_at, a.code, a.language, a.disabled
             from session s join account a on a.id = s.account where s.token_hash = $1",
        )
        .bind(token_hash(token))
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::SessionExpired)?;
        let row = Reader::new("session", &row);
        if row.instant("expires_at")? <= self.clock().now() {
            return Err(Fault::SessionExpired.into());
        }
        viewer(&mut db, &row, self.clock().now()).await
    }

    /// Ends a session; one that is not there is ended already.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn sign_out(&self, token: &str) -> Result<(), StoreError> {
        let mut tx = self.db().begin_write().await?;
        sqlx::query("delete from session where token_hash = $1")
            .bind(token_hash(token))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// All accounts, by the name they sign in with: for the command line.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn accounts(&self) -> Result<Vec<AccountRow>, StoreError> {
        let mut db = self.read().await?;
        let rows = sqlx::query(
            "select a.id, a.code, a.disabled, c.login from account a
             join credential c on c.account = a.id order by c.login",
        )
        .fetch_all(&mut *db)
        .await?;
        let mut accounts = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("account", row);
            accounts.push(AccountRow {
                id: row.parse("id")?,
                code: row.text("code")?,
                login: row.text("login")?,
                grants: grant_words(&mut db, &row.text("id")?).await?,
                disabled: row.number("disabled")? == 1,
            });
        }
        Ok(accounts)
    }

    /// The account that signs in with a name.
    ///
    /// # Errors
    /// [`Fault::Unknown`].
    pub async fn account_by_login(&self, login: &str) -> Result<AccountId, StoreError> {
        let mut db = self.read().await?;
        let row = sqlx::query("select account from credential where login = $1")
            .bind(login.trim().to_lowercase())
            .fetch_optional(&mut *db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Account })?;
        Reader::new("credential", &row).parse("account")
    }

    /// The name an account signs in with.
    ///
    /// # Errors
    /// [`Fault::Unknown`].
    pub async fn login_of(&self, account: AccountId) -> Result<String, StoreError> {
        let mut db = self.read().await?;
        let row = sqlx::query("select login from credential where account = $1")
            .bind(account.to_string())
            .fetch_optional(&mut *db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Account })?;
        Reader::new("credential", &row).text("login")
    }

    /// The centre with a code.
    ///
    /// # Errors
    /// [`Fault::Unknown`].
    pub async fn centre_by_code(&self, code: &str) -> Result<CentreId, StoreError> {
        let mut db = self.read().await?;
        let row = sqlx::query("select seq, id from centre where code = $1")
            .bind(code)
            .fetch_optional(&mut *db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Centre })?;
        Reader::new("centre", &row).parse("id")
    }

    /// The project with a code.
    ///
    /// # Errors
    /// [`Fault::Unknown`].
    pub async fn project_by_code(&self, code: &str) -> Result<ProjectId, StoreError> {
        let mut db = self.read().await?;
        let row = sqlx::query("select seq, id from project where code = $1")
            .bind(code)
            .fetch_optional(&mut *db)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Project })?;
        Reader::new("project", &row).parse("id")
    }

    /// Counts a try before its password is looked at, so that many at once are no way around.
    ///
    /// # Errors
    /// [`Fault::TooManyTries`].
    async fn count_try(&self, subjects: &[(String, i64); 2]) -> Result<Attempt, StoreError> {
        let now = self.clock().now();
        let mut tx = self.db().begin_write().await?;
        // The lock that every writer takes: the count and the new row see the same state.
        journal::lock(&mut tx).await?;
        sqlx::query("delete from sign_in_failure where at < $1")
            .bind(stored(now - Duration::minutes(WINDOW_MINUTES)))
            .execute(&mut *tx)
            .await?;
        let id = hex::encode(rand::random::<[u8; 16]>());
        for (subject, tries) in subjects {
            if let Some(minutes) = wait(&mut tx, subject, *tries, now).await? {
                return Err(Fault::TooManyTries { minutes }.into());
            }
            sqlx::query("insert into sign_in_failure (id, subject, at) values ($1, $2, $3)")
                .bind(id.as_str())
                .bind(subject.as_str())
                .bind(stored(now))
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(Attempt { id, subject: subjects[0].0.clone() })
    }

    /// A hash to compare with when there is no such account, so that the time to answer does
    /// not tell whether there is.
    fn dummy_hash(&self) -> Result<String, StoreError> {
        static DUMMY: std::sync::OnceLock<String> = std::sync::OnceLock::new();
        if let Some(hash) = DUMMY.get() {
            return Ok(hash.clone());
        }
        let made = hash(&Password(hex::encode(rand::random::<[u8; 16]>())))?;
        Ok(DUMMY.get_or_init(|| made).clone())
    }
}

/// A try that was counted before anybody looked whether it is right.
pub(crate) struct Attempt {
    id: String,
    /// The name or the code that was tried.
    subject: String,
}

impl Attempt {
    /// Takes it back, with the failures that came before it under the same name.
    pub(crate) async fn was_right(self, db: &mut AnyConnection) -> Result<(), StoreError> {
        sqlx::query("delete from sign_in_failure where subject = $1 or id = $2")
            .bind(self.subject)
            .bind(self.id)
            .execute(db)
            .await?;
        Ok(())
    }
}

/// Who an account is, and what it may do now, from the columns `account` (its id), `code`,
/// `language` and `disabled` of a row.
///
/// # Errors
/// [`Fault::AccountDisabled`].
pub(crate) async fn viewer(
    db: &mut AnyConnection,
    row: &Reader<'_>,
    now: DateTime<Utc>,
) -> Result<(Viewer, Actor), StoreError> {
    if row.number("disabled")? == 1 {
        return Err(Fault::AccountDisabled.into());
    }
    let account: AccountId = row.parse("account")?;
    let actor = actor(db, account, now).await?;
    let identity: Option<AccountIdentity> = vault::get(db, &account.to_string()).await?;
    let code = row.text("code")?;
    let viewer = Viewer {
        account,
        name: identity.map_or_else(|| code.clone(), |i| i.name),
        code,
        role: actor.role().unwrap_or(Role::Donor),
        language: row.get("language")?,
        centres: visible_centres(db, &actor, Action::SeeFigures).await?,
        logs: !actor.scopes(Action::Log).is_empty(),
    };
    Ok((viewer, actor))
}

/// Verifies away from the threads that serve: argon2id is slow on purpose.
async fn verify(password: Password, hash: String) -> Result<bool, StoreError> {
    tokio::task::spawn_blocking(move || {
        let Ok(parsed) = PasswordHash::new(&hash) else { return false };
        Argon2::default().verify_password(password.0.as_bytes(), &parsed).is_ok()
    })
    .await
    .map_err(|e| StoreError::Machine(e.to_string()))
}

/// Minutes to wait, when there were too many failures.
async fn wait(
    db: &mut AnyConnection,
    subject: &str,
    tries: i64,
    now: DateTime<Utc>,
) -> Result<Option<i64>, StoreError> {
    let row = sqlx::query(
        "select count(*) as n, min(at) as oldest from sign_in_failure
         where subject = $1 and at >= $2",
    )
    .bind(subject)
    .bind(stored(now - Duration::minutes(WINDOW_MINUTES)))
    .fetch_one(db)
    .await?;
    let row = Reader::new("sign_in_failure", &row);
    if row.number("n")? < tries {
        return Ok(None);
    }
    let oldest: Option<DateTime<Utc>> = row.parse_opt("oldest")?;
    let free = oldest.unwrap_or(now) + Duration::minutes(WINDOW_MINUTES);
    Ok(Some(((free - now).num_seconds() / 60 + 1).clamp(1, WINDOW_MINUTES)))
}

/// The centres in which an actor may do something, in the order of their codes.
pub(crate) async fn visible_centres(
    db: &mut AnyConnection,
    actor: &Actor,
    action: Action,
) -> Result<Vec<Choice>, StoreError> {
    let rows = sqlx::query("select seq, id, code, name_en, name_sr from centre order by code")
        .fetch_all(db)
        .await?;
    let mut choices = Vec::new();
    for row in &rows {
        let row = Reader::new("centre", row);
        if actor.may(action, domain::access::Place::centre(row.parse("id")?)) {
            choices.push(Choice { code: row.text("code")?, name: row.name("name_en", "name_sr")? });
        }
    }
    Ok(choices)
}

/// Permissions as the command line prints them: `facilitator of KRN`.
async fn grant_words(db: &mut AnyConnection, account: &str) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "select x.seq, x.role, coalesce(c.code, w.code, p.code) as code, x.to_day
         from access x join account a on a.seq = x.account
         left join centre c on c.id = x.place left join workshop w on w.id = x.place
         left join project p on p.id = x.place
         where a.id = $1 and x.revoked is null order by x.seq",
    )
    .bind(account)
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("access", row);
            let role = row.text("role")?;
            let held = match row.get::<Option<String>>("code")? {
                Some(code) => format!("{role} of {code}"),
                None => role,
            };
            Ok(match row.get::<Option<String>>("to_day")? {
                Some(to) => format!("{held} until {to}"),
                None => held,
            })
        })
        .collect()
}
