//! Whether a file is genuine, by the seal that comes with it or the one that was kept here.

use sealed::{PublicKey, Verdict, verify};
use std::io::{self, Read, Seek};

/// Checks a file with the seal beside it, else with the one in it, else with the one that was
/// `kept` of a file with its hash. `known` are the organisation's keys.
///
/// # Errors
/// Those of reading.
pub fn verdict(
    file: &mut (impl Read + Seek),
    sidecar: Option<&[u8]>,
    kept: Option<&[u8]>,
    known: &[PublicKey],
) -> io::Result<Verdict> {
    // A package that was changed says so itself; a file without a seal may be known by its hash.
    match (verify(file, sidecar, known)?, kept) {
        (Verdict::NotSealed, Some(kept)) => verify(file, Some(kept), known),
        (found, _) => Ok(found),
    }
}
