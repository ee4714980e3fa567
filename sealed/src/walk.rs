//! Reading an archive that anybody may have made, in constant memory.
//!
//! It is read from the front, header by header, and every header is compared with the one that
//! would have been written here; the directory too, which is built anew from the members. What
//! another program would find elsewhere in the file is never asked for, so it cannot show one thing
//! to the check and another to the reader.

use crate::archive::{
    CENTRAL, CENTRAL_FIXED, Entry, LOCAL, LOCAL_EXTRA, LOCAL_FIXED, directory, local_header,
};
use crate::mark::CHUNK;
use crate::package::SEAL;
use crate::{FileMark, MEMBERS_MAX, Marker, NAME_MAX, SEAL_MAX, is_plain};
use std::io::{self, Read, Seek, SeekFrom};

/// What an archive holds, as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// The members in their order, without the seal.
    pub members: Vec<FileMark>,
    /// The first member named `seal.json`; cut off behind [`SEAL_MAX`] + 1 bytes.
    pub seal: Option<Vec<u8>>,
    /// Whether the seal was the last member and every byte that is not a member's is as it would
    /// have been written.
    pub faithful: bool,
}

/// Reads a file from its front to its end, or to where it is not as written.
///
/// # Errors
/// Those of reading, other than that the file ends too soon.
pub(crate) fn walk(file: &mut (impl Read + Seek)) -> io::Result<Walk> {
    let mut file = Source { file, at: 0 };
    let mut walk = Walk::default();
    let mut entries = Vec::new();
    let mut sound = true;
    file.file.rewind()?;
    loop {
        let start = file.at;
        let mut fixed = [0; LOCAL_FIXED];
        if file.fill(&mut fixed[..4])? < 4 {
            return Ok(walk);
        }
        if fixed[..4] == CENTRAL {
            let expected = directory(&entries, start);
            // A byte more than expected, to see that nothing follows.
            let mut rest = vec![0; expected.len() - 4 + 1];
            let length = file.fill(&mut rest)?;
            walk.faithful = sound && rest[..length] == expected[4..];
            return Ok(walk);
        }
        let full = entries.len() == MEMBERS_MAX;
        if full || fixed[..4] != LOCAL || file.fill(&mut fixed[4..])? < LOCAL_FIXED - 4 {
            return Ok(walk);
        }
        let Some(entry) = header(&mut file, &fixed, start)? else { return Ok(walk) };
        let is_seal = entry.name == SEAL && walk.seal.is_none();
        // A member behind the seal is not covered by it.
        sound &= walk.seal.is_none();
        let mut kept = Vec::new();
        let Some((mark, crc)) = file.member(&entry, is_seal.then_some(&mut kept))? else {
            return Ok(walk);
        };
        sound &= crc == entry.crc;
        if is_seal {
            walk.seal = Some(kept);
        } else {
            walk.members.push(mark);
        }
        entries.push(entry);
    }
}

/// The rest of a local header; none where it is not what would have been written.
fn header<F: Read>(
    file: &mut Source<'_, F>,
    fixed: &[u8; LOCAL_FIXED],
    offset: u64,
) -> io::Result<Option<Entry>> {
    let crc = u32::from_le_bytes([fixed[14], fixed[15], fixed[16], fixed[17]]);
    let length = usize::from(u16::from_le_bytes([fixed[26], fixed[27]]));
    let mut rest = [0; NAME_MAX + LOCAL_EXTRA];
    if length > NAME_MAX || file.fill(&mut rest[..length + LOCAL_EXTRA])? < length + LOCAL_EXTRA {
        return Ok(None);
    }
    let (name, field) = rest[..length + LOCAL_EXTRA].split_at(length);
    let Ok(name) = std::str::from_utf8(name) else { return Ok(None) };
    let mut size = [0; 8];
    size.copy_from_slice(&field[4..12]);
    let entry = Entry { name: name.to_owned(), crc, size: u64::from_le_bytes(size), offset };
    let written = local_header(&entry);
    let same = is_plain(name) && written == [fixed, &rest[..length + LOCAL_EXTRA]].concat();
    Ok(same.then_some(entry))
}

/// Whether the end of a file holds the directory's entry of a seal: then the file was a sealed
/// package once, though its front is no longer one. (Any ZIP may hold the word in a member.)
pub(crate) fn ends_with_seal(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    let start = length.saturating_sub(CHUNK as u64);
    file.seek(SeekFrom::Start(start))?;
    let mut tail = vec![0; CHUNK];
    let read = Source { file, at: start }.fill(&mut tail)?;
    let entry = CENTRAL_FIXED + SEAL.len();
    Ok(tail[..read]
        .windows(entry)
        .any(|window| window.starts_with(&CENTRAL) && &window[CENTRAL_FIXED..] == SEAL.as_bytes()))
}

struct Source<'a, F> {
    file: &'a mut F,
    /// Bytes read so far.
    at: u64,
}

impl<F: Read> Source<'_, F> {
    /// Reads until the buffer is full or the file at its end; how many bytes were read.
    fn fill(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.file.read(&mut buffer[filled..]) {
                Ok(0) => break,
                Ok(length) => filled += length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.at += filled as u64;
        Ok(filled)
    }

    /// A member's mark and CRC, its bytes kept where asked for; none where the file ends in it.
    fn member(
        &mut self,
        entry: &Entry,
        mut keep: Option<&mut Vec<u8>>,
    ) -> io::Result<Option<(FileMark, u32)>> {
        let (mut marker, mut crc) = (Marker::new(), crc32fast::Hasher::new());
        let mut chunk = vec![0; CHUNK];
        let mut left = entry.size;
        while left > 0 {
            let next = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
            if self.fill(&mut chunk[..next])? < next {
                return Ok(None);
            }
            marker.add(&chunk[..next]);
            crc.update(&chunk[..next]);
            if let Some(kept) = &mut keep {
                let room = (SEAL_MAX + 1).saturating_sub(kept.len());
                kept.extend_from_slice(&chunk[..next.min(room)]);
            }
            left -= next as u64;
        }
        let (sha256, size) = marker.sum();
        Ok(Some((FileMark { name: entry.name.clone(), sha256, size }, crc.finalize())))
    }
}
