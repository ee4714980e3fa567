//! Rescue files: what a tablet could not send, in a file that only the organisation, or whoever
//! knows the passphrase, can open.

use crate::error::StoreError;
use crate::permissions::Permissions;
use crate::{By, Store, Submission, journal, seal};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use domain::access::{Action, Actor, Place, Scope};
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId};
use domain::sync::{Outcome, RESCUE_INFO, SYNC_MAX};
use pbkdf2::pbkdf2_hmac_array;
use serde::Deserialize;
use sha2::Sha256;
use sqlx::AnyConnection;

/// The version of the file's form.
const VERSION: u8 = 1;
/// The most rounds of PBKDF2 that are worked through: tablets write 600,000.
const ITERATIONS_MAX: u32 = 5_000_000;
/// The length of AES-GCM's nonce.
const IV: usize = 12;

/// What became of the entries of a rescue file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rescued {
    /// In the file.
    pub entries: usize,
    /// Taken in now; when only looked at, those that would be tried.
    pub taken: usize,
    /// Were there already.
    pub repeated: usize,
    /// Wait for a manager.
    pub held: usize,
    /// Refused for good; kept, like those that are held.
    pub refused: usize,
}

/// The file as text: an envelope around what is sealed.
#[derive(Deserialize)]
struct File {
    radionica: String,
    v: u8,
    #[serde(flatten)]
    to: To,
    sealed: String,
}

#[derive(Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
enum To {
    Organisation { enc: String },
    Passphrase { salt: String, iterations: u32, iv: String },
}

/// What is inside.
#[derive(Deserialize)]
struct Content {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    account: Option<AccountId>,
    envelope: String,
    #[serde(default)]
    sealed: Option<String>,
}

impl Store {
    /// Takes the entries of a rescue file in, in their order; `dry` only looks. Whoever brings the
    /// file vouches for the makers who log in their centres: those entries are judged as if their
    /// tablet had sent them. All others wait for a manager.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever manages nothing; [`Fault::RescueUnreadable`].
    pub async fn take_rescue(
        &self,
        actor: &Actor,
        file: &str,
        passphrase: Option<&str>,
        dry: bool,
    ) -> Result<Rescued, StoreError> {
        if actor.scopes(Action::Manage).is_empty() {
            return Err(Fault::NotAllowed.into());
        }
        let entries = self.open_rescue(file, passphrase).await?;
        let mut found = Rescued { entries: entries.len(), ..Rescued::default() };
        let mut db = self.read().await?;
        let mut submissions = Vec::with_capacity(entries.len());
        for entry in entries {
            if dry {
                let there = is_there(&mut db, &entry.envelope).await?;
                *(if there { &mut found.repeated } else { &mut found.taken }) += 1;
                continue;
            }
            let Entry { account, envelope: bytes, sealed } = entry;
            let (by, unproved) = match account {
                Some(maker) => (By::Account(maker), !vouches(&mut db, actor, maker).await?),
                // Nobody is named: it waits under the name of who brought it.
                None => (By::from(actor), true),
            };
            submissions.push((by, Submission { bytes, sealed, unproved, ..Submission::default() }));
        }
        drop(db);
        while !submissions.is_empty() {
            let rest = submissions.split_off(submissions.len().min(SYNC_MAX));
            for outcome in self.submit_each(submissions).await? {
                *match outcome {
                    Outcome::Applied { .. } => &mut found.taken,
                    Outcome::Repeat { .. } => &mut found.repeated,
                    Outcome::Held { .. } => &mut found.held,
                    Outcome::Rejected { .. } => &mut found.refused,
                } += 1;
            }
            submissions = rest;
        }
        Ok(found)
    }

    async fn open_rescue(
        &self,
        file: &str,
        passphrase: Option<&str>,
    ) -> Result<Vec<Entry>, StoreError> {
        let unreadable = || StoreError::Fault(Fault::RescueUnreadable);
        let file: File = serde_json::from_str(file.trim()).map_err(|_| unreadable())?;
        if file.radionica != "rescue" || file.v != VERSION {
            return Err(unreadable());
        }
        let sealed = seal::decode(&file.sealed).ok_or_else(unreadable)?;
        let plain = match file.to {
            To::Organisation { enc } => {
                let enc = seal::decode(&enc).ok_or_else(unreadable)?;
                let whole = [enc, sealed].concat();
                seal::open(&mut *self.read().await?, RESCUE_INFO, &whole, RESCUE_INFO.as_bytes())
                    .await?
            }
            To::Passphrase { salt, iterations, iv } => {
                let salt = seal::decode(&salt).ok_or_else(unreadable)?;
                let iv = seal::decode(&iv).ok_or_else(unreadable)?;
                let passphrase = passphrase.ok_or_else(unreadable)?.as_bytes().to_vec();
                if !(1..=ITERATIONS_MAX).contains(&iterations) {
                    return Err(unreadable());
                }
                // Slow on purpose: away from the threads that serve.
                tokio::task::spawn_blocking(move || {
                    open_with_passphrase(&passphrase, &salt, iterations, &iv, &sealed)
                })
                .await
                .map_err(|e| StoreError::Machine(e.to_string()))?
            }
        };
        let content: Option<Content> = plain.and_then(|p| serde_json::from_slice(&p).ok());
        Ok(content.ok_or_else(unreadable)?.entries)
    }
}

fn open_with_passphrase(
    passphrase: &[u8],
    salt: &[u8],
    iterations: u32,
    iv: &[u8],
    sealed: &[u8],
) -> Option<Vec<u8>> {
    let key = pbkdf2_hmac_array::<Sha256, 32>(passphrase, salt, iterations);
    let cipher = Aes256Gcm::new_from_slice(&key).ok()?;
    let nonce = Nonce::from(<[u8; IV]>::try_from(iv).ok()?);
    cipher.decrypt(&nonce, Payload { msg: sealed, aad: RESCUE_INFO.as_bytes() }).ok()
}

/// Whether an envelope is in the journal with these bytes.
async fn is_there(db: &mut AnyConnection, bytes: &str) -> Result<bool, StoreError> {
    #[derive(Deserialize)]
    struct Named {
        id: domain::ids::EnvelopeId,
    }
    let Ok(Named { id }) = serde_json::from_str(bytes) else { return Ok(false) };
    let found = journal::find(db, &id.to_string()).await?;
    Ok(found.is_some_and(|(_, known)| known == bytes))
}

/// Whether whoever brings a file may vouch for a maker: one who logs, or did, in a centre that
/// the bringer manages.
async fn vouches(
    db: &mut AnyConnection,
    actor: &Actor,
    maker: AccountId,
) -> Result<bool, StoreError> {
    for scope in Permissions::of(db, By::Account(maker)).await?.ever().scopes(Action::Log) {
        let place = match scope {
            Scope::Centre(id) => Place::centre(id),
            Scope::Workshop(id) => {
                let row = sqlx::query(
                    "select w.seq, c.id as centre from workshop w
                     left join centre c on c.seq = w.centre where w.id = $1",
                )
                .bind(id.to_string())
                .fetch_optional(&mut *db)
                .await?;
                let row = row.as_ref().map(|row| crate::row::Reader::new("workshop", row));
                let centre: Option<CentreId> = match row {
                    Some(row) => row.parse_opt("centre")?,
                    None => None,
                };
                Place::workshop(id, centre)
            }
            Scope::Organisation | Scope::Project(_) => Place::ORGANISATION,
        };
        if actor.may(Action::Manage, place) {
            return Ok(true);
        }
    }
    Ok(false)
}
