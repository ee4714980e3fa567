//! The accounts with what each may do, for head office.

use crate::Store;
use crate::error::StoreError;
use crate::permissions::Held;
use crate::review::choice;
use crate::row::Reader;
use crate::tokens;
use crate::vault;
use domain::access::{Action, Actor, Place, Scope};
use domain::command::AccountIdentity;
use domain::fault::Fault;
use domain::overview::{AccessPage, AccountAccess, Choice, HeldGrant};
use sqlx::AnyConnection;
use std::collections::HashMap;

impl Store {
    /// All accounts with what each may do, now or later.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not administer the organisation.
    pub async fn access_page(&self, actor: &Actor) -> Result<AccessPage, StoreError> {
        if !actor.may(Action::Administer, Place::ORGANISATION) {
            return Err(Fault::NotAllowed.into());
        }
        let today = self.clock().today();
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centres = named(db, CENTRES).await?;
        let workshops = named(db, WORKSHOPS).await?;
        let projects = named(db, PROJECTS).await?;
        let places: HashMap<&str, &Choice> = [&centres, &workshops, &projects]
            .into_iter()
            .flatten()
            .map(|(id, _, choice)| (id.as_str(), choice))
            .collect();
        let rows = sqlx::query(
            "select a.seq, a.id, a.code, a.disabled, c.login, k.secret, v.sealed
             from account a join credential c on c.account = a.id
             left join vault v on v.subject = a.id left join vault_key k on k.subject = a.id
             order by a.code",
        )
        .fetch_all(&mut *db)
        .await?;
        let mut accounts = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("account", row);
            let id = row.text("id")?;
            let identity: Option<AccountIdentity> = vault::beside(&row, &id)?;
            let held = Held::of_account(db, &id)
                .await?
                .into_iter()
                .filter(|one| one.revoked.is_none() && one.to.is_none_or(|to| today <= to));
            let held = held.map(|one| HeldGrant {
                grant: one.grant,
                place: place_of(one.grant.scope)
                    .and_then(|id| places.get(id.as_str()).copied().cloned()),
                from: one.from,
                to: one.to,
            });
            accounts.push(AccountAccess {
                held: held.collect(),
                account: row.parse("id")?,
                code: row.text("code")?,
                login: row.text("login")?,
                name: identity.map(|identity| identity.name),
                disabled: row.number("disabled")? == 1,
            });
        }
        let without_centre = workshops.iter().filter(|(_, centre, _)| centre.is_none());
        let without_centre = without_centre.map(|(.., choice)| choice.clone()).collect();
        let all = |places: Vec<(String, Option<i64>, Choice)>| {
            places.into_iter().map(|(.., choice)| choice).collect()
        };
        let tokens = tokens::working(db, today).await?;
        Ok(AccessPage {
            accounts,
            tokens,
            workshops: without_centre,
            centres: all(centres),
            projects: all(projects),
        })
    }

    /// A workshop by its code.
    ///
    /// # Errors
    /// [`Fault::Unknown`].
    pub async fn workshop_by_code(
        &self,
        code: &str,
    ) -> Result<domain::ids::WorkshopId, StoreError> {
        let row = sqlx::query("select seq, id from workshop where code = $1")
            .bind(code)
            .fetch_optional(&mut *self.read().await?)
            .await?
            .ok_or(Fault::Unknown { noun: domain::fault::Noun::Workshop })?;
        Reader::new("workshop", &row).parse("id")
    }
}

fn place_of(scope: Scope) -> Option<String> {
    match scope {
        Scope::Organisation => None,
        Scope::Centre(id) => Some(id.to_string()),
        Scope::Workshop(id) => Some(id.to_string()),
        Scope::Project(id) => Some(id.to_string()),
    }
}

const CENTRES: &str = "select seq, id, code, name_en as title_en, name_sr as title_sr,
        null as centre from centre order by code";
const WORKSHOPS: &str =
    "select seq, id, code, title_en, title_sr, centre from workshop order by code";
const PROJECTS: &str = "select seq, id, code, title_en, title_sr, null as centre
 from project order by code";

/// Id, centre and name of each.
async fn named(
    db: &mut AnyConnection,
    sql: &'static str,
) -> Result<Vec<(String, Option<i64>, Choice)>, StoreError> {
    let rows = sqlx::query(sql).fetch_all(db).await?;
    let read = |row| {
        let row = Reader::new("place", row);
        Ok((row.text("id")?, row.get("centre")?, choice(&row)?))
    };
    rows.iter().map(read).collect()
}
