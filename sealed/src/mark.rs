//! Size and SHA-256 of a file.

use crate::{SealError, is_plain};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// How much is read at a time, in bytes.
pub(crate) const CHUNK: usize = 64 * 1024;

/// A SHA-256 value; as text 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

crate::hex_form!(Hash, SealError::Text("hash"));

impl Hash {
    /// The SHA-256 of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The 32 bytes.
    pub fn to_bytes(self) -> [u8; 32] {
        self.0
    }

    fn try_from_bytes(bytes: [u8; 32]) -> Result<Self, SealError> {
        Ok(Self(bytes))
    }
}

impl From<[u8; 32]> for Hash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// A file as a seal lists it.
// The members stand in the order of the alphabet, since they are signed so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileMark {
    /// Its name: 1 to [`crate::NAME_MAX`] ASCII letters, digits, `.`, `_` and `-`; it begins with a
    /// letter or digit and does not end with a dot.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its length in bytes.
    pub size: u64,
}

impl FileMark {
    /// Reads a file to its end.
    ///
    /// # Errors
    /// [`SealError::Name`]; [`SealError::Io`] where reading fails.
    pub fn read(name: &str, file: impl Read) -> Result<Self, SealError> {
        Marker::read(file)?.end(name)
    }
}

/// Takes the mark of a file that passes by, in constant memory.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    sha256: Sha256,
    size: u64,
}

impl Marker {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of a file, read to its end.
    pub(crate) fn read(mut file: impl Read) -> io::Result<Self> {
        let mut marker = Self::new();
        let mut chunk = vec![0; CHUNK];
        loop {
            match file.read(&mut chunk) {
                Ok(0) => return Ok(marker),
                Ok(length) => marker.add(&chunk[..length]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The next bytes of the file.
    pub fn add(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// The file was these bytes.
    ///
    /// # Errors
    /// [`SealError::Name`].
    pub fn end(self, name: &str) -> Result<FileMark, SealError> {
        if !is_plain(name) {
            return Err(SealError::Name(name.to_owned()));
        }
        let (sha256, size) = self.sum();
        Ok(FileMark { name: name.to_owned(), sha256, size })
    }

    pub(crate) fn sum(self) -> (Hash, u64) {
        (Hash(self.sha256.finalize().into()), self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-2, appendix B.1.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn a_mark_is_of_all_bytes() {
        let mark = FileMark::read("abc", &b"abc"[..]).expect("a mark");
        assert_eq!((mark.sha256.to_string().as_str(), mark.size), (ABC, 3));
        assert_eq!(Hash::of(b"abc"), mark.sha256);
        let long = vec![7; CHUNK * 2 + 1];
        let mark = FileMark::read("long", &long[..]).expect("a mark");
        assert_eq!((mark.sha256, mark.size), (Hash::of(&long), long.len() as u64));
        assert!(matches!(Marker::new().end("a/b"), Err(SealError::Name(_))));
    }

    #[test]
    fn a_hash_has_one_form() {
        assert_eq!(ABC.parse::<Hash>().expect("a hash"), Hash::of(b"abc"));
        for text in ["", "ba", &ABC.to_uppercase(), &format!("{ABC}00"), &ABC.replace('b', "x")] {
            assert!(text.parse::<Hash>().is_err(), "{text}");
        }
    }
}
