//! A sealed file made again from the journal: the same bytes, or it is told why not.

use super::make::{Made, write};
use super::{Asked, Progress, Wanted, key};
use chrono::{DateTime, Utc};
use domain::access::{Actor, Grant, Role, Scope};
use domain::clock::FixedClock;
use domain::fault::Fault;
use domain::ids::AccountId;
use sealed::{Audience, Claims, Seal};
use std::sync::Arc;
use store::{Position, Store, StoreError};
use uuid::Uuid;

/// What became of making a file again.
#[derive(Debug)]
pub enum Again {
    /// The file, to be compared with the sealed one.
    Made(Box<Made>),
    /// The journal here is not the one that the file was made from.
    AnotherJournal,
    /// Made by a definition that this version does not have, or in a form that is not made again.
    NotMadeAgain,
}

/// Makes the file of a seal again, from the entry of the journal that it names, at its time, for
/// whom it was made. Workbooks are sealed, but not made again: their bytes are a library's.
///
/// # Errors
/// When a database or a disk failed.
pub async fn again(store: &Store, seal: &Seal) -> Result<Again, StoreError> {
    let Some(asked) = Asked::of(seal) else { return Ok(Again::NotMadeAgain) };
    let Ok(made) = DateTime::parse_from_rfc3339(&seal.made) else { return Ok(Again::NotMadeAgain) };
    let made = made.with_timezone(&Utc);
    if !asked.is_made_by(seal) {
        return Ok(Again::NotMadeAgain);
    }
    let then = match store.as_of_at(seal.journal.seq, Arc::new(FixedClock(made))).await {
        Ok(then) => then,
        Err(StoreError::Fault(Fault::OutOfRange { .. })) => return Ok(Again::AnotherJournal),
        Err(error) => return Err(error),
    };
    let done = from(store, &then, seal, &asked, made).await;
    then.close().await;
    done
}

async fn from(
    store: &Store,
    then: &Store,
    seal: &Seal,
    asked: &Asked,
    made: DateTime<Utc>,
) -> Result<Again, StoreError> {
    let position = Position { entry: seal.journal.seq, hash: seal.journal.hash.to_string() };
    if store.hash_of(position.entry).await?.as_deref() != Some(position.hash.as_str()) {
        return Ok(Again::AnotherJournal);
    }
    let actor = reader(then, seal, asked).await?;
    let wanted = Wanted {
        actor: &actor,
        order: &asked.order,
        organisation: &seal.organisation,
        progress: &Progress::default(),
    };
    let said = Claims {
        report: seal.report.clone(),
        parameters: seal.parameters.clone(),
        audience: seal.audience,
        journal: seal.journal,
        definition: seal.definition,
        software: seal.software.clone(),
        made: seal.made.clone(),
        organisation: seal.organisation.clone(),
    };
    let key = key(store).await?;
    let file = write(then, &wanted, &position, made, &key, Some(said)).await?;
    Ok(Again::Made(Box::new(file)))
}

/// Somebody who sees what the file's reader saw, and nothing else.
async fn reader(then: &Store, seal: &Seal, asked: &Asked) -> Result<Actor, StoreError> {
    let grant = |role, scope| Grant { role, scope };
    let grants = match (seal.audience, &asked.seen) {
        (Audience::Internal, None) => return Ok(Actor::Operator),
        (Audience::Donor, _) => {
            let code = asked.order.query.project.as_deref().unwrap_or_default();
            vec![grant(Role::Donor, Scope::Project(then.project_by_code(code).await?))]
        }
        (Audience::Internal, Some(codes)) => {
            let mut grants = Vec::with_capacity(codes.len());
            for code in codes {
                let centre = then.centre_by_code(code).await?;
                grants.push(grant(Role::Manager, Scope::Centre(centre)));
            }
            grants
        }
    };
    Ok(Actor::Account { id: AccountId(Uuid::nil()), grants })
}
