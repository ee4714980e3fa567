//! The projection of permissions that are taken back, and how a scope is stored.

use super::project::one_row;
use crate::error::StoreError;
use crate::row::{Reader, stored, word};
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Grant, Scope};
use domain::command::ChangeAccess;
use sqlx::AnyConnection;

pub(super) fn scope_columns(scope: Scope) -> (&'static str, String) {
    match scope {
        Scope::Organisation => ("organisation", String::new()),
        Scope::Centre(id) => ("centre", id.to_string()),
        Scope::Workshop(id) => ("workshop", id.to_string()),
        Scope::Project(id) => ("project", id.to_string()),
    }
}

/// The row of a permission that was given last and not taken back; with a day, only one that has
/// not run out on it.
pub(super) async fn grant_key(
    db: &mut AnyConnection,
    account: i64,
    grant: Grant,
    today: Option<NaiveDate>,
) -> Result<Option<i64>, StoreError> {
    let (scope, place) = scope_columns(grant.scope);
    let row = sqlx::query(
        "select seq from access
         where account = $1 and role = $2 and scope = $3 and place = $4 and revoked is null
           and coalesce(to_day, '9999') >= $5
         order by seq desc limit 1",
    )
    .bind(account)
    .bind(word(grant.role)?)
    .bind(scope)
    .bind(place)
    .bind(today.map(|day| day.to_string()).unwrap_or_default())
    .fetch_optional(db)
    .await?;
    row.map(|row| Reader::new("access", &row).number("seq")).transpose()
}

pub(super) async fn revoke(
    db: &mut AnyConnection,
    seq: i64,
    made: DateTime<Utc>,
    c: &ChangeAccess,
) -> Result<(), StoreError> {
    let row = sqlx::query("select seq from account where id = $1")
        .bind(c.account.to_string())
        .fetch_one(&mut *db)
        .await?;
    let account = Reader::new("account", &row).number("seq")?;
    let key = grant_key(db, account, c.grant, None).await?;
    let updated = sqlx::query(
        "update access set revoked = cast($1 as integer), revoked_at = $2 where seq = $3",
    )
    .bind(seq)
    .bind(stored(made))
    .bind(key)
    .execute(db)
    .await?;
    one_row(updated, seq)
}
