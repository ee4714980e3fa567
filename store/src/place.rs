//! A centre that a page is about, for whoever may see it.

use crate::Store;
use crate::error::StoreError;
use crate::row::Reader;
use domain::access::{Action, Actor, Place};
use domain::fault::{Fault, Noun};
use domain::ids::CentreId;
use domain::overview::Choice;
use sqlx::AnyConnection;

impl Store {
    /// The centre of a code, for whoever may do this there; see [`centre_of`].
    ///
    /// # Errors
    /// [`Fault::NotAllowed`], [`Fault::Unknown`].
    pub async fn centre_for(
        &self,
        actor: &Actor,
        action: Action,
        code: &str,
    ) -> Result<CentreId, StoreError> {
        Ok(centre_of(&mut *self.read().await?, actor, action, code).await?.id)
    }

    /// The centre of a code, whoever asks: where somebody moves to need not be the actor's.
    ///
    /// # Errors
    /// [`Fault::Unknown`].
    pub async fn centre_of_code(&self, code: &str) -> Result<CentreId, StoreError> {
        let row = sqlx::query("select seq, id from centre where code = $1")
            .bind(code)
            .fetch_optional(&mut *self.read().await?)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Centre })?;
        Reader::new("centre", &row).parse("id")
    }
}

/// A centre by its keys and its names.
pub(crate) struct CentreOf {
    pub(crate) key: i64,
    pub(crate) id: CentreId,
    pub(crate) choice: Choice,
}

/// The centre of a code, if the actor may do this there. Whoever may do it nowhere learns nothing
/// about what exists.
///
/// # Errors
/// [`Fault::NotAllowed`], [`Fault::Unknown`].
pub(crate) async fn centre_of(
    db: &mut AnyConnection,
    actor: &Actor,
    action: Action,
    code: &str,
) -> Result<CentreOf, StoreError> {
    if actor.scopes(action).is_empty() {
        return Err(Fault::NotAllowed.into());
    }
    let row = sqlx::query("select seq, id, code, name_en, name_sr from centre where code = $1")
        .bind(code)
        .fetch_optional(db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Centre })?;
    let row = Reader::new("centre", &row);
    let id = row.parse("id")?;
    if !actor.may(action, Place::centre(id)) {
        return Err(Fault::NotAllowed.into());
    }
    let choice = Choice { code: row.text("code")?, name: row.name("name_en", "name_sr")? };
    Ok(CentreOf { key: row.number("seq")?, id, choice })
}
