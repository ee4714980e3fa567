//! Access tokens: their secrets, who holds them, and whose reports a program may fetch.
//!
//! Which tokens there are, until when, and which were revoked, is in the journal. Of a secret only
//! the hash is kept, here; what a token is for is in the vault.

use crate::account::{random_token, token_hash, viewer};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{By, Password, Store, vault};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Place};
use domain::command::{Command, Identity};
use domain::fault::Fault;
use domain::ids::{AccountId, TokenId};
use domain::overview::{HeldToken, TokenRow, TokensPage, Viewer};
use domain::token::{MakeToken, OfToken, PREFIX, is_secret};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};
use uuid::Uuid;

/// The most tokens in a list; older ones ended long ago.
const LISTED: i64 = 100;

/// A token that was made. Its secret is to be shown once: only its hash is kept. Does not print
/// itself.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// Its id.
    pub id: TokenId,
    /// What the program sends.
    pub secret: String,
}

impl std::fmt::Debug for NewToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewToken(…)")
    }
}

impl Store {
    /// Makes a token of an account: `label` says what it is for, `until` is the last reporting day
    /// on which it works.
    ///
    /// # Errors
    /// The faults of [`Command::MakeToken`]: [`Fault::NotAllowed`] for another's account and for
    /// one that sees no reports, [`Fault::BadDay`], [`Fault::TooManyTokens`], and
    /// [`Fault::OutOfRange`] for the label.
    pub async fn make_token(
        &self,
        by: By,
        account: AccountId,
        label: String,
        until: NaiveDate,
    ) -> Result<NewToken, StoreError> {
        let id = TokenId(Uuid::new_v4());
        let secret = format!("{PREFIX}{}", random_token());
        let make = Command::MakeToken(MakeToken { token: id, account, until });
        let beside = (Identity::Remark(label), Password(secret.clone()));
        self.change_with_secret(by, make, beside.0, beside.1).await?;
        Ok(NewToken { id, secret })
    }

    /// Ends a token, of whoever holds it.
    ///
    /// # Errors
    /// The faults of [`Command::RevokeToken`]: [`Fault::NotAllowed`] for another's, unless by head
    /// office; [`Fault::Unknown`].
    pub async fn revoke_token(&self, by: By, token: TokenId) -> Result<(), StoreError> {
        let revoke = Command::RevokeToken(OfToken { token });
        self.change_whole(by, vec![(revoke, None)]).await
    }

    /// The reader's own tokens.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever may hold none.
    pub async fn tokens(&self, actor: &Actor) -> Result<TokensPage, StoreError> {
        let account = actor.account().filter(|_| !actor.scopes(Action::HoldToken).is_empty());
        let account = account.ok_or(Fault::NotAllowed)?;
        let mut db = self.db().begin_read().await?;
        let tokens = of_account(&mut db, account).await?;
        Ok(TokensPage { today: self.clock().today(), tokens })
    }

    /// The tokens of an account, newest first.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not administer the organisation.
    pub async fn tokens_of(
        &self,
        actor: &Actor,
        account: AccountId,
    ) -> Result<Vec<TokenRow>, StoreError> {
        if !actor.may(Action::Administer, Place::ORGANISATION) {
            return Err(Fault::NotAllowed.into());
        }
        of_account(&mut *self.read().await?, account).await
    }

    /// Whose secret this is, and what the account may do now. That it was used is kept, to the day.
    ///
    /// # Errors
    /// [`Fault::WrongToken`] for a secret that is none, ran out or was revoked;
    /// [`Fault::TooManyTries`] after many that are none; [`Fault::AccountDisabled`].
    pub async fn by_token(
        &self,
        secret: &str,
        address: &str,
    ) -> Result<(Viewer, Actor), StoreError> {
        let mut db = self.read().await?;
        let row = match is_secret(secret) {
            true => sqlx::query(HOLDER).bind(token_hash(secret)).fetch_optional(&mut *db).await?,
            false => None,
        };
        let Some(row) = row else {
            drop(db);
            // It stays counted: nobody guesses 256 bits, but whoever tries must not cost much.
            self.try_token(secret, address).await?;
            return Err(Fault::WrongToken.into());
        };
        let row = Reader::new("token", &row);
        let today = self.clock().today();
        let revoked = row.get::<Option<i64>>("revoked")?.is_some();
        if revoked || row.day("until_day")? < today {
            return Err(Fault::WrongToken.into());
        }
        let known = viewer(&mut db, &row, self.clock().now()).await?;
        drop(db);
        if row.parse_opt("used_on")? != Some(today) {
            self.was_used(row.text("id")?, today).await?;
        }
        Ok(known)
    }

    async fn was_used(&self, token: String, today: NaiveDate) -> Result<(), StoreError> {
        let mut tx = self.db().begin_write().await?;
        sqlx::query("update token_secret set used_on = $1 where token = $2")
            .bind(today.to_string())
            .bind(token)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Whose a secret is, with what [`viewer`] reads.
const HOLDER: &str =
    "select t.seq, t.id, t.until_day, t.revoked, k.used_on, a.id as account, a.code,
        a.language, a.disabled
 from token_secret k join token t on t.id = k.token join account a on a.seq = t.account
 where k.secret_hash = $1";

/// Keeps the hash of a token's secret.
pub(crate) async fn put_secret(
    db: &mut AnyConnection,
    token: TokenId,
    secret: Option<&Password>,
) -> Result<(), StoreError> {
    let secret = secret.filter(|secret| is_secret(&secret.0)).ok_or_else(Fault::malformed)?;
    sqlx::query("insert into token_secret (token, secret_hash) values ($1, $2)")
        .bind(token.to_string())
        .bind(token_hash(&secret.0))
        .execute(db)
        .await?;
    Ok(())
}

/// What every list is read from; the conditions follow.
const ROWS: &str = "select t.seq, t.id, t.until_day, m.received_at as made,
        r.received_at as revoked, k.used_on, a.code, l.secret, v.sealed
 from token t join account a on a.seq = t.account join journal m on m.seq = t.seq
 left join journal r on r.seq = t.revoked left join token_secret k on k.token = t.id
 left join vault v on v.subject = t.id left join vault_key l on l.subject = t.id where ";

async fn of_account(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<Vec<TokenRow>, StoreError> {
    let sql = format!("{ROWS} a.id = $1 order by t.seq desc limit $2");
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(account.to_string())
        .bind(LISTED)
        .fetch_all(db)
        .await?;
    rows.iter().map(read).collect()
}

/// The tokens of all accounts that work on a day, by the codes of these.
pub(crate) async fn working(
    db: &mut AnyConnection,
    today: NaiveDate,
) -> Result<Vec<HeldToken>, StoreError> {
    let sql = format!("{ROWS} t.revoked is null and t.until_day >= $1 order by a.code, t.seq desc");
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(today.to_string()).fetch_all(db).await?;
    rows.iter()
        .map(|row| {
            let account = Reader::new("account", row).text("code")?;
            Ok(HeldToken { account, token: read(row)? })
        })
        .collect()
}

fn read(row: &AnyRow) -> Result<TokenRow, StoreError> {
    let row = Reader::new("token", row);
    Ok(TokenRow {
        id: row.parse("id")?,
        label: vault::beside(&row, &row.text("id")?)?,
        made: row.instant("made")?,
        until: row.day("until_day")?,
        used_on: row.parse_opt("used_on")?,
        revoked: row.parse_opt("revoked")?,
    })
}
