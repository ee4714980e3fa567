//! Secret addresses under which a calendar program reads a plan.

use super::week::{OWN, shifts};
use crate::Store;
use crate::error::StoreError;
use crate::permissions::Permissions;
use crate::place::centre_of;
use crate::row::{Reader, stored};
use crate::{By, account};
use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Actor};
use domain::fault::Fault;
use domain::label::Name;
use domain::overview::PlannedShift;
use sqlx::AnyConnection;

/// How far back and ahead of today a calendar reaches, in days.
const CALENDAR_DAYS: (i64, i64) = (28, 84);

/// Whose calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar<'a> {
    /// A centre's plan, by the centre's code.
    Centre(&'a str),
    /// The reader's own shifts.
    Own,
}

/// What a calendar holds: no names of people, no participants.
#[derive(Debug, Clone)]
pub struct CalendarShifts {
    /// The centre; none for somebody's own shifts.
    pub centre: Option<Name>,
    /// When it was read.
    pub now: DateTime<Utc>,
    /// In the order of time.
    pub shifts: Vec<PlannedShift>,
}

impl Store {
    /// Makes the secret part of a calendar's address; the one before ends. The store keeps its
    /// hash only.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever may not read it.
    pub async fn new_calendar(
        &self,
        actor: &Actor,
        of: Calendar<'_>,
    ) -> Result<String, StoreError> {
        let mut tx = self.db().begin_write().await?;
        let (kind, subject) = subject(&mut tx, actor, of).await?;
        let token = account::random_token();
        sqlx::query(
            "insert into calendar (kind, subject, token_hash, created_at)
             values ($1, $2, $3, $4) on conflict (kind, subject) do update
             set token_hash = excluded.token_hash, created_at = excluded.created_at",
        )
        .bind(kind)
        .bind(subject)
        .bind(account::token_hash(&token))
        .bind(stored(self.clock().now()))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Ends a calendar's address.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever may not read it.
    pub async fn end_calendar(&self, actor: &Actor, of: Calendar<'_>) -> Result<(), StoreError> {
        let mut tx = self.db().begin_write().await?;
        let (kind, subject) = subject(&mut tx, actor, of).await?;
        sqlx::query("delete from calendar where kind = $1 and subject = $2")
            .bind(kind)
            .bind(subject)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The shifts behind a calendar's address.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for an address that is none (any more), or whose account may log
    /// nothing any more.
    pub async fn calendar(&self, token: &str) -> Result<CalendarShifts, StoreError> {
        let mut db = self.db().begin_read().await?;
        let row = sqlx::query(
            "select k.kind, k.subject, a.seq as account, c.seq as centre, c.name_en, c.name_sr
             from calendar k left join account a on k.kind = 'account' and a.id = k.subject
             left join centre c on k.kind = 'centre' and c.id = k.subject
             where k.token_hash = $1",
        )
        .bind(account::token_hash(token))
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::NotFound)?;
        let row = Reader::new("calendar", &row);
        let now = self.clock().now();
        let today = self.clock().today();
        let days =
            (today - Duration::days(CALENDAR_DAYS.0), today + Duration::days(CALENDAR_DAYS.1));
        let shifts = match (row.get("account")?, row.get("centre")?) {
            (Some(account), _) => {
                let id = row.parse("subject")?;
                let permissions = Permissions::of(&mut db, By::Account(id)).await?;
                let logs = !permissions.now(self.clock().now()).scopes(Action::Log).is_empty();
                if permissions.disabled_at(now) || !logs {
                    return Err(Fault::NotFound.into());
                }
                shifts(&mut db, OWN, account, days).await?
            }
            (None, Some(centre)) => shifts(&mut db, "s.centre = $3", centre, days).await?,
            (None, None) => return Err(Fault::NotFound.into()),
        };
        let shifts = shifts.into_iter().map(|(_, shift)| shift).collect();
        Ok(CalendarShifts { centre: row.name_opt("name_en", "name_sr")?, now, shifts })
    }
}

/// Whose calendar it is, as the table says it.
async fn subject(
    db: &mut AnyConnection,
    actor: &Actor,
    of: Calendar<'_>,
) -> Result<(&'static str, String), StoreError> {
    match of {
        Calendar::Centre(code) => {
            let centre = centre_of(db, actor, Action::Manage, code).await?;
            Ok(("centre", centre.id.to_string()))
        }
        Calendar::Own if actor.scopes(Action::Log).is_empty() => Err(Fault::NotAllowed.into()),
        Calendar::Own => {
            let account = actor.account().ok_or(Fault::NotAllowed)?;
            Ok(("account", account.to_string()))
        }
    }
}

/// Since when a calendar has an address.
pub(super) async fn since(
    db: &mut AnyConnection,
    kind: &'static str,
    subject: &str,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let row = sqlx::query("select created_at from calendar where kind = $1 and subject = $2")
        .bind(kind)
        .bind(subject)
        .fetch_optional(db)
        .await?;
    row.map(|row| Reader::new("calendar", &row).instant("created_at")).transpose()
}
