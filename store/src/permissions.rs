//! What an account may do, now or at the moment when something was made.

use crate::By;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::{DateTime, Utc};
use domain::access::{Action, Actor, Grant, Scope};
use domain::ids::AccountId;
use sqlx::AnyConnection;

/// Everything that an account may do or might once, with since when not any more.
#[derive(Debug, Clone)]
pub(crate) enum Permissions {
    Operator,
    Account {
        id: AccountId,
        /// Each permission, and since when it does not hold.
        grants: Vec<(Grant, Option<DateTime<Utc>>)>,
        /// Since when the account is disabled.
        disabled: Option<DateTime<Utc>>,
    },
}

impl Permissions {
    pub(crate) async fn of(db: &mut AnyConnection, by: By) -> Result<Self, StoreError> {
        let By::Account(id) = by else { return Ok(Self::Operator) };
        let rows = sqlx::query(
            "select a.seq, a.disabled, a.disabled_at, x.role, x.scope, x.place, x.revoked,
                    x.revoked_at
             from account a left join access x on x.account = a.seq where a.id = $1 order by x.seq",
        )
        .bind(id.to_string())
        .fetch_all(db)
        .await?;
        let (mut grants, mut disabled) = (Vec::with_capacity(rows.len()), None);
        for row in &rows {
            let row = Reader::new("access", row);
            if row.number("disabled")? == 1 {
                disabled = Some(since(row.parse_opt("disabled_at")?));
            }
            let Some(scope) = row.get::<Option<String>>("scope")? else { continue };
            let scope = match scope.as_str() {
                "organisation" => Scope::Organisation,
                "centre" => Scope::Centre(row.parse("place")?),
                "workshop" => Scope::Workshop(row.parse("place")?),
                "project" => Scope::Project(row.parse("place")?),
                _ => return Err(row.corrupt("scope")),
            };
            let revoked = row.get::<Option<i64>>("revoked")?;
            let revoked = match revoked {
                None => None,
                Some(_) => Some(since(row.parse_opt("revoked_at")?)),
            };
            grants.push((Grant { role: row.word("role")?, scope }, revoked));
        }
        Ok(Self::Account { id, grants, disabled })
    }

    /// What it may do now; a disabled account may nothing.
    pub(crate) fn now(&self) -> Actor {
        self.actor(|until| until.is_none())
    }

    /// What it might do when something was made: a permission that was taken back after that
    /// counts, and so does one that holds now, whenever it was given.
    pub(crate) fn at(&self, made: DateTime<Utc>) -> Actor {
        self.actor(|until| until.is_none_or(|until| made < until))
    }

    /// Whether the account was disabled already when something was made.
    pub(crate) fn disabled_at(&self, made: DateTime<Utc>) -> bool {
        match self {
            Self::Operator => false,
            Self::Account { disabled, .. } => disabled.is_some_and(|since| made >= since),
        }
    }

    /// Whether it may, or ever might, enter anything anywhere.
    pub(crate) fn ever_enters(&self) -> bool {
        let ever = self.ever();
        [Action::Log, Action::Manage].iter().any(|action| !ever.scopes(*action).is_empty())
    }

    /// Everything that it may do, or ever might.
    pub(crate) fn ever(&self) -> Actor {
        self.actor(|_| true)
    }

    fn actor(&self, holds: impl Fn(Option<DateTime<Utc>>) -> bool) -> Actor {
        match self {
            Self::Operator => Actor::Operator,
            Self::Account { id, grants, disabled } => {
                let grants = grants.iter().filter(|(_, until)| holds(*disabled) && holds(*until));
                Actor::Account { id: *id, grants: grants.map(|(grant, _)| *grant).collect() }
            }
        }
    }
}

/// What ended without saying when, ended before anything.
fn since(at: Option<DateTime<Utc>>) -> DateTime<Utc> {
    at.unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// What an account may do now; one that is disabled, or not known, may nothing.
pub(crate) async fn actor(db: &mut AnyConnection, id: AccountId) -> Result<Actor, StoreError> {
    Ok(Permissions::of(db, By::Account(id)).await?.now())
}
