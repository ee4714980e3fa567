//! The story as data: May 2021 in three reception centres and one training, after public field
//! reports. It goes through the same door as every other change.
//!
//! Every id and every envelope is made from a name, so that a load that was interrupted can be
//! taken up again, and a demo is recognised by its first entry. All people in it are invented;
//! the first names that appear in public reports are used as aliases.

mod accounts;
mod krnjaca;
mod many;
mod obrenovac;
mod places;
mod project;
mod script;
mod sid;
mod training;
mod years;

pub use accounts::{ACCOUNTS, Account};
pub use script::LoadError;
pub use years::Size;

use domain::fault::{Fault, Noun};
use domain::ids::EnvelopeId;
use script::Script;
pub use script::id;
use store::{Store, StoreError};

/// The password of every demo account. Public on purpose: `serve` warns when a demo can be
/// reached from elsewhere.
pub const PASSWORD: &str = "demo-radionica-2021";

/// The id of the first entry of a database that holds the demo.
pub fn first_entry() -> EnvelopeId {
    EnvelopeId(id("envelope", "places/0"))
}

/// Whether a database holds the demo, whole or in part.
///
/// # Errors
/// When the database failed.
pub async fn is_in(store: &Store) -> Result<bool, StoreError> {
    Ok(store.first_entry().await? == Some(first_entry()))
}

/// Whether the demo was loaded to its end.
///
/// # Errors
/// When the database failed.
pub async fn is_whole(store: &Store) -> Result<bool, StoreError> {
    // The last account of the list is set up last of all.
    let last = ACCOUNTS.last().map_or("", |account| account.login);
    match store.account_by_login(last).await {
        Ok(_) => Ok(true),
        Err(StoreError::Fault(Fault::Unknown { noun: Noun::Account })) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A part of the story by its name.
type Story = (&'static str, fn(&mut Script));

/// Loads the story, `shifts` closed shifts over the ten years before it, and years of life in as many
/// centres as `size` says; `progress` is told how many of their weeks are done. Entries that are there
/// already are left alone.
///
/// # Errors
/// When the database failed, or an entry was not taken.
pub async fn load(
    store: &Store,
    shifts: usize,
    size: Option<Size>,
    progress: impl Fn(usize, usize),
) -> Result<(), LoadError> {
    let mut places = Script::new("places");
    places::tell(&mut places);
    accounts::tell(&mut places);
    places.submit(store).await?;
    let stories: [Story; 5] = [
        ("krnjaca", krnjaca::tell),
        ("obrenovac", obrenovac::tell),
        ("sid", sid::tell),
        ("training", training::tell),
        ("project", project::tell),
    ];
    for (name, tell) in stories {
        let mut script = Script::new(name);
        tell(&mut script);
        script.submit(store).await?;
    }
    if shifts > 0 {
        many::load(store, shifts).await?;
    }
    if let Some(size) = size {
        years::load(store, size, progress).await?;
    }
    let mut end = Script::new("end");
    accounts::tell_last(&mut end);
    end.submit(store).await
}
