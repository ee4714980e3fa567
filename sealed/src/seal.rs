//! What a sealed export says of itself, and the bytes that are signed (see the crate's page).

use crate::{
    FileMark, Hash, Key, MEMBERS_MAX, PublicKey, SealError, Signature, Unreadable, is_plain,
    is_plain_lower,
};
use chrono::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// The version of the seal's form that is written, and the only one that is read.
pub const SEAL_FORMAT: u32 = 1;

/// The largest seal, in bytes.
pub const SEAL_MAX: usize = 1_000_000;

/// What the name of a file is followed by in the name of its sidecar.
pub const SIDECAR: &str = ".seal.json";

/// The longest text in a seal, in bytes.
pub const TEXT_MAX: usize = 1000;

/// The largest number of a journal's entry: 2⁵³ − 1, up to which every reader of JSON is exact.
const SEQ_MAX: i64 = (1 << 53) - 1;

/// The line before the canonical bytes: a signature made for a seal fits nothing else that the
/// organisation may sign with the same key, and no seal of a later form.
const DOMAIN: &[u8] = b"radionica-seal-1\n";

/// Whom a file was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The organisation's own people: nothing is suppressed.
    Internal,
    /// Donors: small counts are suppressed.
    Donor,
}

/// The entry of the journal up to which a file knows everything.
// The members stand in the order of the alphabet, since they are signed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// The hash of that entry, which depends on all before it.
    pub hash: Hash,
    /// Its number, from 0 to 2⁵³ − 1.
    pub seq: i64,
}

/// What the caller says of an export. Texts are 1 to [`TEXT_MAX`] bytes without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// The report's code: a plain name without capitals (digits, `a`–`z`, `.`, `_`, `-`).
    pub report: String,
    /// What was asked for: `from`, `to`, `centre`, … to their values, which may be empty.
    pub parameters: BTreeMap<String, String>,
    /// For whom.
    pub audience: Audience,
    /// What the figures were made from.
    pub journal: Journal,
    /// The version of the report's definition.
    pub definition: u32,
    /// The software's version.
    pub software: String,
    /// When: RFC 3339 in UTC, as `2021-06-01T08:30:00Z`.
    pub made: String,
    /// The organisation's name.
    pub organisation: String,
}

impl Claims {
    /// Whether they can be sealed.
    ///
    /// # Errors
    /// [`SealError::Name`] of the report, [`SealError::Text`], [`SealError::Range`].
    pub fn check(&self) -> Result<(), SealError> {
        if !is_plain_lower(&self.report) {
            return Err(SealError::Name(self.report.clone()));
        }
        for (key, value) in &self.parameters {
            check_text("a parameter", key, 1)?;
            check_text("a parameter", value, 0)?;
        }
        if !(0..=SEQ_MAX).contains(&self.journal.seq) {
            return Err(SealError::Range("journal"));
        }
        check_text("software", &self.software, 1)?;
        check_text("organisation", &self.organisation, 1)?;
        check_text("made", &self.made, 20)?;
        // chrono also takes a blank for the T and small letters, the standard's "may".
        let utc = self.made.ends_with('Z') && self.made.as_bytes().get(10) == Some(&b'T');
        if !utc || DateTime::parse_from_rfc3339(&self.made).is_err() {
            return Err(SealError::Text("made"));
        }
        Ok(())
    }
}

/// A text of at least so many bytes, at most [`TEXT_MAX`], without control characters.
pub(crate) fn check_text(what: &'static str, text: &str, min: usize) -> Result<(), SealError> {
    if (min..=TEXT_MAX).contains(&text.len()) && !text.contains(char::is_control) {
        Ok(())
    } else {
        Err(SealError::Text(what))
    }
}

/// What a sealed export says of itself. One that [`crate::verify`] calls genuine holds what was
/// checked when it was made; see [`Claims`] for units and ranges.
// The members stand in the order of the alphabet, since they are signed so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// For whom the file was made.
    pub audience: Audience,
    /// The version of the report's definition.
    pub definition: u32,
    /// The files: one beside a file, all others of a package.
    pub files: Vec<FileMark>,
    /// [`SEAL_FORMAT`].
    pub format: u32,
    /// What the figures were made from.
    pub journal: Journal,
    /// When it was made, RFC 3339 in UTC.
    pub made: String,
    /// The organisation's name.
    pub organisation: String,
    /// What was asked for.
    pub parameters: BTreeMap<String, String>,
    /// The key that signed.
    pub public_key: PublicKey,
    /// The report's code.
    pub report: String,
    /// The signature over all the rest.
    pub signature: Signature,
    /// The software's version.
    pub software: String,
}

/// A [`Seal`] without its signature. Structs and not maps: whether a map of serde_json is sorted
/// depends on what other crates of a build ask of it.
#[derive(Serialize)]
struct Unsigned<'a> {
    audience: Audience,
    definition: u32,
    files: &'a [FileMark],
    format: u32,
    journal: Journal,
    made: &'a str,
    organisation: &'a str,
    parameters: &'a BTreeMap<String, String>,
    public_key: PublicKey,
    report: &'a str,
    software: &'a str,
}

impl Seal {
    /// Seals files. For a file with a sidecar `files` is that one file.
    ///
    /// # Errors
    /// Those of [`Claims::check`]; [`SealError::Count`] for no file or more than
    /// [`MEMBERS_MAX`] − 1; [`SealError::Name`] and [`SealError::Twice`] of files;
    /// [`SealError::TooLarge`].
    pub fn new(claims: Claims, files: Vec<FileMark>, key: &Key) -> Result<Self, SealError> {
        claims.check()?;
        check_files(&files)?;
        let mut seal = Self {
            audience: claims.audience,
            definition: claims.definition,
            files,
            format: SEAL_FORMAT,
            journal: claims.journal,
            made: claims.made,
            organisation: claims.organisation,
            parameters: claims.parameters,
            public_key: key.public(),
            report: claims.report,
            signature: key.sign(&[]),
            software: claims.software,
        };
        seal.signature = key.sign(&seal.canonical()?);
        if seal.render()?.len() > SEAL_MAX {
            return Err(SealError::TooLarge);
        }
        Ok(seal)
    }

    /// The seal as a file: JSON, indented, with a line feed at the end.
    ///
    /// # Errors
    /// None that the fields of a seal can cause.
    pub fn render(&self) -> Result<Vec<u8>, SealError> {
        pretty(self)
    }

    /// The bytes that are signed.
    ///
    /// # Errors
    /// None that the fields of a seal can cause.
    pub fn canonical(&self) -> Result<Vec<u8>, SealError> {
        let unsigned = Unsigned {
            audience: self.audience,
            definition: self.definition,
            files: &self.files,
            format: self.format,
            journal: self.journal,
            made: &self.made,
            organisation: &self.organisation,
            parameters: &self.parameters,
            public_key: self.public_key,
            report: &self.report,
            software: &self.software,
        };
        let mut bytes = DOMAIN.to_vec();
        serde_json::to_writer(&mut bytes, &unsigned).map_err(std::io::Error::from)?;
        Ok(bytes)
    }

    /// Whether the signature is that of the key which the seal names, whoever's that is.
    pub(crate) fn is_signed(&self) -> bool {
        self.canonical().is_ok_and(|bytes| self.public_key.signed(&bytes, &self.signature))
    }

    /// Reads a seal that anybody may have written, and holds it to what [`Seal::new`] asks.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        /// Read first, so that a later form is told from a damaged one.
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        if bytes.len() > SEAL_MAX {
            return Err(Unreadable::TooLarge);
        }
        match serde_json::from_slice(bytes) {
            Ok(Form { format: SEAL_FORMAT }) => {}
            Ok(Form { format }) => return Err(Unreadable::Version(format)),
            Err(_) => return Err(Unreadable::Form),
        }
        let seal: Self = serde_json::from_slice(bytes).map_err(|_| Unreadable::Form)?;
        let sound = seal.claims().check().is_ok() && check_files(&seal.files).is_ok();
        if sound { Ok(seal) } else { Err(Unreadable::Form) }
    }

    fn claims(&self) -> Claims {
        Claims {
            report: self.report.clone(),
            parameters: self.parameters.clone(),
            audience: self.audience,
            journal: self.journal,
            definition: self.definition,
            software: self.software.clone(),
            made: self.made.clone(),
            organisation: self.organisation.clone(),
        }
    }
}

fn check_files(files: &[FileMark]) -> Result<(), SealError> {
    if !(1..MEMBERS_MAX).contains(&files.len()) {
        return Err(SealError::Count);
    }
    let mut names = HashSet::new();
    for FileMark { name, .. } in files {
        if !is_plain(name) || name.eq_ignore_ascii_case(crate::package::SEAL) {
            return Err(SealError::Name(name.clone()));
        }
        if !names.insert(name.to_ascii_lowercase()) {
            return Err(SealError::Twice(name.clone()));
        }
    }
    Ok(())
}

/// Indented JSON with a line feed at the end.
pub(crate) fn pretty(value: &impl Serialize) -> Result<Vec<u8>, SealError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    Ok(bytes)
}
