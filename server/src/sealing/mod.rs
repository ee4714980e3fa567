//! Files that leave are sealed: each says which entry of the journal it was made from, for whom and
//! with what, and whoever holds one can have it checked ([`sealed`]).

mod again;
mod claims;
mod make;
pub mod routes;
mod words;

pub use again::{Again, again};
pub use claims::Asked;
pub use make::{Made, make, make_as_of};

use crate::file::{self, Format};
use app::i18n::Locale;
use domain::access::Actor;
use domain::report::{Query, Report};
use sealed::{Key, PublicKey};
use store::{Store, StoreError};

/// A form that a sealed file comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One file, with its seal beside it.
    File(Format),
    /// A data package: CSV for programs with all that describes it, and the seal, in a ZIP file.
    Package,
}

impl Form {
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::File(format) => format.media_type(),
            Self::Package => "application/zip",
        }
    }

    /// The file's name.
    pub fn name(self, report: Report, query: &Query) -> String {
        match self {
            Self::File(format) => file::name(report, query, format.ending()),
            Self::Package => file::name(report, query, "zip"),
        }
    }
}

/// A file that is wanted.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// By whom.
    pub actor: &'a Actor,
    /// Which report.
    pub report: Report,
    /// What of it.
    pub query: &'a Query,
    /// In which form.
    pub form: Form,
    /// In which language.
    pub locale: Locale,
    /// Whose name the seal bears.
    pub organisation: &'a str,
}

/// The organisation's sealing key.
///
/// # Errors
/// When the database failed.
pub async fn key(store: &Store) -> Result<Key, StoreError> {
    Ok(Key::from_seed(&store.sealing_seed().await?))
}

/// The key that everybody may know.
///
/// # Errors
/// When the database failed.
pub async fn public_key(store: &Store) -> Result<PublicKey, StoreError> {
    Ok(key(store).await?.public())
}
