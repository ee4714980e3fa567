//! Whether a file is what the organisation once gave out.

use crate::package::{DESCRIPTION, README};
use crate::walk::{Walk, ends_with_seal, walk};
use crate::{FileMark, Marker, PublicKey, Seal};
use std::collections::HashSet;
use std::io::{self, Read, Seek};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every byte is as it was sealed, by a known key.
    Genuine(Box<Seal>),
    /// What was sealed, or what holds it together, is not as it was.
    Changed {
        /// What differs; where more does, the first in the order of [`Change`].
        change: Change,
        /// What the seal says, where it could be found and is that of a known key.
        seal: Option<Box<Seal>>,
    },
    /// The seal itself was altered: its signature is not that of the key which it names.
    WrongSignature,
    /// Every byte is as it was sealed, but by a key that is not known. Anybody can make such a
    /// file: what this seal says, the organisation's name too, proves nothing.
    AnotherKey(Box<Seal>),
    /// A file without a seal.
    NotSealed,
    /// There is a seal that cannot be read.
    Unreadable(Unreadable),
}

/// What differs from what was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A file has other bytes.
    Content {
        /// Its name in the seal.
        name: String,
    },
    /// A member that was sealed is not there; or it has another name.
    Missing {
        /// Its name in the seal.
        name: String,
    },
    /// A member that was not sealed, or one that is there twice.
    Extra {
        /// Its name in the package.
        name: String,
    },
    /// The bytes around what was sealed: the package was cut off, packed again or something was put
    /// between, before or behind its members; or the seal was written in another way.
    Wrapping,
}

/// Why a seal cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not of the documented form.
    Form,
    /// It is larger than [`crate::SEAL_MAX`].
    TooLarge,
    /// It is of a later form than [`crate::SEAL_FORMAT`], which later software reads.
    Version(u32),
    /// A package's seal beside a file, or a file's in a package.
    OtherKind,
}

/// Checks a file from its beginning: a data package, or any file with the seal beside it. `known`
/// are the organisation's keys, of now and before. Memory does not depend on the file.
///
/// With a sidecar only that is asked, even if the file is a package with a seal of its own.
///
/// # Errors
/// Those of reading. A file that ends too soon or holds nonsense is no error but a verdict.
pub fn verify(
    file: &mut (impl Read + Seek),
    sidecar: Option<&[u8]>,
    known: &[PublicKey],
) -> io::Result<Verdict> {
    if let Some(bytes) = sidecar {
        return beside(file, bytes, known);
    }
    let Walk { members, seal, faithful } = walk(file)?;
    let Some(bytes) = seal else {
        // Cut off, or its front was altered; else a file of another kind.
        let was_package = !faithful && (!members.is_empty() || ends_with_seal(file)?);
        return Ok(if was_package {
            Verdict::Changed { change: Change::Wrapping, seal: None }
        } else {
            Verdict::NotSealed
        });
    };
    Ok(judge(&bytes, known, |seal| {
        // What a package always has: the seal of a lone file, put in a ZIP with it, is none.
        let has = |name: &str| seal.files.iter().any(|file| file.name == name);
        if !has(DESCRIPTION) || !has(README) {
            return Err(Unreadable::OtherKind);
        }
        Ok(difference(&seal.files, &members).or((!faithful).then_some(Change::Wrapping)))
    }))
}

fn beside(file: &mut (impl Read + Seek), bytes: &[u8], known: &[PublicKey]) -> io::Result<Verdict> {
    file.rewind()?;
    let found = Marker::read(file)?.sum();
    Ok(judge(bytes, known, |seal| {
        let [sealed] = seal.files.as_slice() else { return Err(Unreadable::OtherKind) };
        // What the copy is called now does not matter.
        let same = found == (sealed.sha256, sealed.size);
        Ok((!same).then(|| Change::Content { name: sealed.name.clone() }))
    }))
}

/// From the seal outwards: is it one, is its signature right, is all as it says, is the key known.
fn judge(
    bytes: &[u8],
    known: &[PublicKey],
    compare: impl FnOnce(&Seal) -> Result<Option<Change>, Unreadable>,
) -> Verdict {
    let seal = match Seal::parse(bytes) {
        Ok(seal) => Box::new(seal),
        Err(why) => return Verdict::Unreadable(why),
    };
    if !seal.is_signed() {
        return Verdict::WrongSignature;
    }
    // White space, the order of members, an escape: nothing that is signed, but not as written.
    let as_written = seal.render().is_ok_and(|written| written == bytes);
    let change = match compare(&seal) {
        Ok(change) => change.or((!as_written).then_some(Change::Wrapping)),
        Err(why) => return Verdict::Unreadable(why),
    };
    let is_known = known.contains(&seal.public_key);
    match change {
        Some(change) => Verdict::Changed { change, seal: is_known.then_some(seal) },
        None if is_known => Verdict::Genuine(seal),
        None => Verdict::AnotherKey(seal),
    }
}

/// The first difference between the sealed files and the members that are there.
fn difference(sealed: &[FileMark], found: &[FileMark]) -> Option<Change> {
    let named = |files: &[FileMark], name: &str| files.iter().position(|file| file.name == name);
    for file in sealed {
        if named(found, &file.name).is_some_and(|place| found[place] != *file) {
            return Some(Change::Content { name: file.name.clone() });
        }
    }
    if let Some(file) = sealed.iter().find(|file| named(found, &file.name).is_none()) {
        return Some(Change::Missing { name: file.name.clone() });
    }
    let mut seen = HashSet::new();
    for file in found {
        if named(sealed, &file.name).is_none() || !seen.insert(&file.name) {
            return Some(Change::Extra { name: file.name.clone() });
        }
    }
    // All are there and whole, but in another order.
    (sealed != found).then_some(Change::Wrapping)
}
