//! What an account may do, now or at the moment when something was made.

use crate::By;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Actor, Grant, Scope};
use domain::clock::reporting_day;
use domain::ids::AccountId;
use sqlx::AnyConnection;

/// A permission as it was given.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) grant: Grant,
    /// Since when it does not hold any more, because it was taken back.
    pub(crate) revoked: Option<DateTime<Utc>>,
    /// The first reporting day on which it holds, if that was said.
    pub(crate) from: Option<NaiveDate>,
    /// The last one.
    pub(crate) to: Option<NaiveDate>,
}

impl Held {
    /// The permissions of an account, by its id, in the order in which they were given.
    pub(crate) async fn of_account(
        db: &mut AnyConnection,
        account: &str,
    ) -> Result<Vec<Self>, StoreError> {
        let rows = sqlx::query(
            "select x.seq, x.role, x.scope, x.place, x.revoked, x.revoked_at, x.from_day, x.to_day
             from access x join account a on a.seq = x.account where a.id = $1 order by x.seq",
        )
        .bind(account)
        .fetch_all(db)
        .await?;
        rows.iter().map(|row| Self::read(&Reader::new("access", row))).collect()
    }

    fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        let scope = match row.text("scope")?.as_str() {
            "organisation" => Scope::Organisation,
            "centre" => Scope::Centre(row.parse("place")?),
            "workshop" => Scope::Workshop(row.parse("place")?),
            "project" => Scope::Project(row.parse("place")?),
            _ => return Err(row.corrupt("scope")),
        };
        let revoked = match row.get::<Option<i64>>("revoked")? {
            None => None,
            Some(_) => Some(since(row.parse_opt("revoked_at")?)),
        };
        Ok(Self {
            grant: Grant { role: row.word("role")?, scope },
            revoked,
            from: row.parse_opt("from_day")?,
            to: row.parse_opt("to_day")?,
        })
    }

    /// Whether it holds on a day, as far as days were said.
    fn on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Everything that an account may do or might once, with since when not any more.
#[derive(Debug, Clone)]
pub(crate) enum Permissions {
    Operator,
    Account {
        id: AccountId,
        held: Vec<Held>,
        /// Since when the account is disabled.
        disabled: Option<DateTime<Utc>>,
    },
}

impl Permissions {
    pub(crate) async fn of(db: &mut AnyConnection, by: By) -> Result<Self, StoreError> {
        let By::Account(id) = by else { return Ok(Self::Operator) };
        let row = sqlx::query("select seq, disabled, disabled_at from account where id = $1")
            .bind(id.to_string())
            .fetch_optional(&mut *db)
            .await?;
        let mut disabled = None;
        if let Some(row) = row {
            let row = Reader::new("account", &row);
            if row.number("disabled")? == 1 {
                disabled = Some(since(row.parse_opt("disabled_at")?));
            }
        }
        Ok(Self::Account { id, held: Held::of_account(db, &id.to_string()).await?, disabled })
    }

    /// What it may do now; a disabled account may nothing.
    pub(crate) fn now(&self, now: DateTime<Utc>) -> Actor {
        let today = reporting_day(now);
        self.actor(|until| until.is_none(), |held| held.on(today))
    }

    /// What it might do when something was made: a permission that was taken back after that
    /// counts, and so does one that holds now, whenever it was given. One that was given for days
    /// counts on these.
    pub(crate) fn at(&self, made: DateTime<Utc>) -> Actor {
        let day = reporting_day(made);
        self.actor(|until| until.is_none_or(|until| made < until), |held| held.on(day))
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
        self.actor(|_| true, |_| true)
    }

    fn actor(
        &self,
        holds: impl Fn(Option<DateTime<Utc>>) -> bool,
        on: impl Fn(&Held) -> bool,
    ) -> Actor {
        match self {
            Self::Operator => Actor::Operator,
            Self::Account { id, held, disabled } => {
                let held =
                    held.iter().filter(|one| holds(*disabled) && holds(one.revoked) && on(one));
                Actor::Account { id: *id, grants: held.map(|one| one.grant).collect() }
            }
        }
    }
}

/// What ended without saying when, ended before anything.
fn since(at: Option<DateTime<Utc>>) -> DateTime<Utc> {
    at.unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// What an account may do now; one that is disabled, or not known, may nothing.
pub(crate) async fn actor(
    db: &mut AnyConnection,
    id: AccountId,
    now: DateTime<Utc>,
) -> Result<Actor, StoreError> {
    Ok(Permissions::of(db, By::Account(id)).await?.now(now))
}
