//! Access tokens at the door: an account makes its own; whoever holds one, or head office, ends it.

use super::judge::Case;
use super::places::{Door, ID_ACCOUNT, ID_TOKEN, count, is_new, known};
use super::project::Sql;
use crate::By;
use crate::error::StoreError;
use crate::permissions::Permissions;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Place};
use domain::clock::reporting_day;
use domain::fault::{Fault, Noun};
use domain::ids::AccountId;
use domain::token::{MakeToken, OfToken, TOKENS_MAX, check_until};
use sqlx::AnyConnection;

/// Whether a token may be made: in nobody else's name, and only by who sees reports.
pub(super) async fn may_make(
    db: &mut AnyConnection,
    case: &Case<'_>,
    c: &MakeToken,
) -> Result<(), StoreError> {
    if !is_own(case, c.account) {
        return Err(Fault::NotAllowed.into());
    }
    let account = known(db, ID_ACCOUNT, &c.account.to_string(), Noun::Account).await?;
    let holder = Permissions::of(db, By::Account(c.account)).await?.now(case.now);
    if holder.scopes(Action::HoldToken).is_empty() {
        return Err(Fault::NotAllowed.into());
    }
    is_new(db, ID_TOKEN, &c.token.to_string(), Noun::Token).await?;
    let today = reporting_day(case.now);
    check_until(c.until, today)?;
    if working(db, account, today).await? < TOKENS_MAX {
        Ok(())
    } else {
        Err(Fault::TooManyTokens { max: TOKENS_MAX }.into())
    }
}

/// Whether a token may be revoked: also a second time, which changes nothing.
pub(super) async fn may_revoke(
    db: &mut AnyConnection,
    door: &Door<'_>,
    case: &Case<'_>,
    c: &OfToken,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select t.seq, a.id as account from token t join account a on a.seq = t.account
         where t.id = $1",
    )
    .bind(c.token.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Token })?;
    let own = is_own(case, Reader::new("token", &row).parse("account")?);
    if own || door.actor.may(Action::Administer, Place::ORGANISATION) {
        Ok(())
    } else {
        Err(Fault::NotAllowed.into())
    }
}

/// Whether the maker is the account, or somebody at the machine's own command line.
fn is_own(case: &Case<'_>, account: AccountId) -> bool {
    case.maker == By::Operator || case.maker == By::Account(account)
}

/// How many tokens of an account work on a day.
async fn working(
    db: &mut AnyConnection,
    account: i64,
    today: NaiveDate,
) -> Result<i64, StoreError> {
    let row = sqlx::query(
        "select count(*) as n from token
         where account = $1 and revoked is null and until_day >= $2",
    )
    .bind(account)
    .bind(today.to_string())
    .fetch_one(db)
    .await?;
    count(row)
}

/// A token's row.
pub(super) fn make(seq: i64, c: &MakeToken) -> Sql {
    sqlx::query(
        "insert into token (seq, id, account, until_day)
         select cast($1 as integer), $2, seq, $3 from account where id = $4",
    )
    .bind(seq)
    .bind(c.token.to_string())
    .bind(c.until.to_string())
    .bind(c.account.to_string())
}

/// Revoked twice is revoked since the first time.
pub(super) fn revoke(seq: i64, c: &OfToken) -> Sql {
    sqlx::query("update token set revoked = coalesce(revoked, cast($1 as integer)) where id = $2")
        .bind(seq)
        .bind(c.token.to_string())
}
