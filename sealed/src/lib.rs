//! Files that can be checked years later: what an export says of itself, signed, and the check.
//!
//! Pure: bytes in and out. No clock, no network, no database; the caller brings the time, the key
//! and every sentence that a person reads.
//!
//! | module | holds |
//! |---|---|
//! | `mark` | size and SHA-256 of a file, taken while it is written |
//! | `key` | the organisation's Ed25519 key, its public half and the short form for people |
//! | `seal` | [`Seal`]: what is signed, and its form as a file |
//! | `archive` | the one form of ZIP that is written here |
//! | `package`, `metadata`, `readme` | the data package: tables, their descriptions, a page for people |
//! | `walk`, `verify` | reading a file that anybody may have made, and the [`Verdict`] |
//!
//! # Two ways to seal
//! - **Beside a file**: `FILE.seal.json` ([`SIDECAR`]), see [`Seal::new`] and [`Seal::render`]. The seal lists
//!   one file. Its name is for people; a copy under another name is still genuine.
//! - **In a data package**: the member `seal.json`, see [`PackageWriter`]. The seal lists all other
//!   members in their order.
//!
//! # What is signed
//! `seal.json` is a JSON object. Leave its member `signature` out and write the rest again as JSON
//! in UTF-8 with the keys of every object sorted by code point, without white space, with no
//! escapes but `\"` and `\\`; put the line `radionica-seal-1` and a line feed before it. These are
//! the *canonical bytes*, and `signature` is the Ed25519 signature (RFC 8032, pure, 64 bytes in
//! lower-case hex) over them by the key `public_key`. All numbers are whole. No text of a seal holds
//! a control character, so programs cannot disagree about how one is escaped.
//!
//! Members: `audience` (`internal` or `donor`), `definition` (version of the report's definition),
//! `files` (in their order: `name`, `sha256`, `size` in bytes), `format` (1), `journal` (`hash`,
//! `seq`: the entry of the journal that the file was made from), `made` (RFC 3339, UTC),
//! `organisation`, `parameters` (what was asked for: text to text), `public_key`, `report`,
//! `signature`, `software` (its version).
//!
//! # By hand, with Python
//! ```text
//! pip install cryptography; python3 check.py seal.json PUBLIC_KEY_IN_HEX
//!
//! import hashlib, json, sys
//! from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
//! seal = json.load(open(sys.argv[1], encoding="utf-8"))
//! signature = bytes.fromhex(seal.pop("signature"))
//! text = json.dumps(seal, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
//! assert seal["public_key"] == sys.argv[2], "another key"
//! Ed25519PublicKey.from_public_bytes(bytes.fromhex(sys.argv[2])).verify(
//!     signature, b"radionica-seal-1\n" + text.encode("utf-8"))  # raises if it is wrong
//! for file in seal["files"]:  # unpacked, in this folder
//!     data = open(file["name"], "rb").read()
//!     assert (len(data), hashlib.sha256(data).hexdigest()) == (file["size"], file["sha256"]), file
//! ```
//!
//! # By hand, with openssl 3 and jq
//! ```text
//! (printf 'radionica-seal-1\n'; jq -jcS 'del(.signature)' seal.json) > signed
//! jq -r .signature seal.json | xxd -r -p > signature
//! (printf 302a300506032b6570032100; printf %s PUBLIC_KEY_IN_HEX) | xxd -r -p > key.der
//! openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in signed -sigfile signature
//! jq -r '.files[] | "\(.sha256)  \(.name)"' seal.json | sha256sum -c
//! ```
//! The key is the organisation's, as published elsewhere, not the one that the seal names.
//!
//! # What a seal does not say
//! That the figures are right: only that these bytes left this organisation with these words about
//! them. `made` is the organisation's own word, no third party's. Whoever has the key can seal
//! anything; a key that leaked is taken off the list of known keys.

mod archive;
mod key;
mod mark;
mod metadata;
mod package;
mod readme;
mod seal;
mod verify;
mod walk;

pub use key::{Key, PublicKey, Signature};
pub use mark::{FileMark, Hash, Marker};
pub use package::{Field, Kind, PackageWriter, Rows, TABLES_MAX, Table};
pub use readme::Words;
pub use seal::{Audience, Claims, Journal, SEAL_FORMAT, SEAL_MAX, SIDECAR, Seal, TEXT_MAX};
pub use verify::{Change, Unreadable, Verdict, verify};

use std::io;

/// The most files that a package holds, `seal.json` included.
pub const MEMBERS_MAX: usize = 64;

/// The longest name of a file, in bytes.
pub const NAME_MAX: usize = 100;

/// Why something could not be sealed or written.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// What is written to or read from failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// A name of a file, a report, a table or a column that is not plain (see [`FileMark`],
    /// [`Claims::report`], [`Table::name`], [`Field::key`]).
    #[error("not a plain name: {0:?}")]
    Name(String),
    /// A name that is used twice; names of files that differ only in capitals are the same, since
    /// on some systems one would overwrite the other.
    #[error("the name {0:?} is used twice")]
    Twice(String),
    /// A text that is empty where it must not be, is longer than [`TEXT_MAX`] or holds a control
    /// character.
    #[error("{0} is empty, too long or holds a control character")]
    Text(&'static str),
    /// A number out of its range.
    #[error("{0} is out of range")]
    Range(&'static str),
    /// An HXL tag that does not begin with `#`.
    #[error("not an HXL tag: {0:?}")]
    Tag(String),
    /// Not 32 bytes in lower-case hex that are an Ed25519 public key.
    #[error("not a public key")]
    PublicKey,
    /// More tables or columns than a package describes, or none.
    #[error("too many tables or columns, or none")]
    Count,
    /// The seal would be larger than [`SEAL_MAX`].
    #[error("the seal is larger than {SEAL_MAX} bytes")]
    TooLarge,
}

/// A name that every file system takes as it is: ASCII letters, digits, `.`, `_` and `-`, no more
/// than [`NAME_MAX`], beginning with a letter or digit and not ending with a dot.
pub(crate) fn is_plain(name: &str) -> bool {
    (1..=NAME_MAX).contains(&name.len())
        && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"._-".contains(&sign))
        && name.starts_with(|sign: char| sign.is_ascii_alphanumeric())
        && !name.ends_with('.')
}

/// A plain name without capitals, as Frictionless asks of packages and tables.
pub(crate) fn is_plain_lower(name: &str) -> bool {
    is_plain(name) && !name.bytes().any(|sign| sign.is_ascii_uppercase())
}

/// Lower-case hex and back for a newtype over bytes. Capitals are refused: a value has one form
/// only, so that no byte of a seal can change unseen.
macro_rules! hex_form {
    ($type:ty, $error:expr) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&hex::encode(self.to_bytes()))
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl std::str::FromStr for $type {
            type Err = crate::SealError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let mut bytes = [0; _];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| $error)?;
                if text.bytes().any(|sign| sign.is_ascii_uppercase()) {
                    return Err($error);
                }
                Self::try_from_bytes(bytes)
            }
        }
    };
}
pub(crate) use hex_form;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        for name in ["data.csv", "a", "Session-log_2021.csv-metadata.json", "0"] {
            assert!(is_plain(name), "{name}");
        }
        let long = "a".repeat(NAME_MAX + 1);
        for name in ["", ".", "..", ".a", "-a", "a.", "a/b", "a\\b", "šid.csv", "a b", "a\0", &long]
        {
            assert!(!is_plain(name), "{name}");
        }
        assert!(is_plain_lower("a-1_b.c") && !is_plain_lower("A"));
    }
}
