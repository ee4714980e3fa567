//! The one form of ZIP that is written here.
//!
//! Members are stored, not deflated: what a compressor makes of the same bytes changes from version
//! to version, and a file that is made again from the same journal is to be the same. A stored
//! member can also be no bomb. No time, no system and no rights are noted. The form is written here
//! and not by a library, because a verifier ten years on rebuilds every byte that is not a member's
//! and compares; a library's next version need not write the same.
//!
//! Every local header has the ZIP64 field, since the length is not known when it is written; the
//! directory has it only where a number needs it (APPNOTE.TXT 6.3.10, section 4.5.3).

use crate::{FileMark, Marker, SealError};
use std::io::{self, Seek, SeekFrom, Write};

/// The first bytes of a local header.
pub(crate) const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// The first bytes of an entry of the directory.
pub(crate) const CENTRAL: [u8; 4] = *b"PK\x01\x02";
/// Bytes of a local header before the name.
pub(crate) const LOCAL_FIXED: usize = 30;
/// Bytes of a local header after the name: the ZIP64 field.
pub(crate) const LOCAL_EXTRA: usize = 20;
/// Bytes of an entry of the directory before the name.
pub(crate) const CENTRAL_FIXED: usize = 46;

/// ZIP64 is version 4.5. The upper byte of "made by" is 0: no system in particular.
const VERSION: u16 = 45;
/// 1 January 1980, the first day that a ZIP can name, at 00:00.
const TIME_AND_DATE: u32 = 0x0021_0000;
/// What stands in a small field when the number is in the ZIP64 field.
const SEE_ZIP64: u32 = u32::MAX;

/// A member as its headers tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// A plain name.
    pub name: String,
    /// CRC-32 of its bytes.
    pub crc: u32,
    /// Its length in bytes.
    pub size: u64,
    /// Where its local header begins, in bytes from the archive's beginning.
    pub offset: u64,
}

/// The bytes before a member's own.
pub(crate) fn local_header(entry: &Entry) -> Vec<u8> {
    let mut out = LOCAL.to_vec();
    common(&mut out, entry, SEE_ZIP64, LOCAL_EXTRA);
    out.extend_from_slice(entry.name.as_bytes());
    zip64_field(&mut out, &[entry.size, entry.size]);
    out
}

/// All bytes after the last member, which ends at `start`.
pub(crate) fn directory(entries: &[Entry], start: u64) -> Vec<u8> {
    let mut out = Vec::new();
    for entry in entries {
        let (size, offset) = (small(entry.size), small(entry.offset));
        let mut large = Vec::new();
        if size == SEE_ZIP64 {
            large.extend([entry.size, entry.size]);
        }
        if offset == SEE_ZIP64 {
            large.push(entry.offset);
        }
        out.extend_from_slice(&CENTRAL);
        two(&mut out, VERSION);
        common(&mut out, entry, size, if large.is_empty() { 0 } else { 4 + large.len() * 8 });
        // No comment, the first disk, no attributes inside or outside.
        out.extend_from_slice(&[0; 10]);
        four(&mut out, offset);
        out.extend_from_slice(entry.name.as_bytes());
        if !large.is_empty() {
            zip64_field(&mut out, &large);
        }
    }
    let (count, length) = (entries.len() as u64, out.len() as u64);
    // Neither can be too large for its small field: there are few members, and names are short.
    let (few, short) = (u16::try_from(count).unwrap_or(u16::MAX), small(length));
    if small(start) == SEE_ZIP64 {
        let end = start + length;
        out.extend_from_slice(b"PK\x06\x06");
        eight(&mut out, 44);
        two(&mut out, VERSION);
        two(&mut out, VERSION);
        out.extend_from_slice(&[0; 8]);
        for number in [count, count, length, start] {
            eight(&mut out, number);
        }
        out.extend_from_slice(b"PK\x06\x07");
        four(&mut out, 0);
        eight(&mut out, end);
        four(&mut out, 1);
    }
    out.extend_from_slice(b"PK\x05\x06");
    four(&mut out, 0);
    two(&mut out, few);
    two(&mut out, few);
    four(&mut out, short);
    four(&mut out, small(start));
    two(&mut out, 0);
    out
}

/// What both kinds of header share: from the version needed to the length of the ZIP64 field.
fn common(out: &mut Vec<u8>, entry: &Entry, size: u32, extra: usize) {
    two(out, VERSION);
    // No flags (names are ASCII, nothing is encrypted), method 0: stored.
    out.extend_from_slice(&[0; 4]);
    four(out, TIME_AND_DATE);
    four(out, entry.crc);
    four(out, size);
    four(out, size);
    // Plain names are at most 100 bytes, the field at most 28.
    two(out, u16::try_from(entry.name.len()).unwrap_or(u16::MAX));
    two(out, u16::try_from(extra).unwrap_or(u16::MAX));
}

fn zip64_field(out: &mut Vec<u8>, numbers: &[u64]) {
    two(out, 1);
    two(out, u16::try_from(numbers.len() * 8).unwrap_or(u16::MAX));
    for number in numbers {
        eight(out, *number);
    }
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(SEE_ZIP64)
}

fn two(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn four(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn eight(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(&number.to_le_bytes());
}

/// Writes members one after the other.
#[derive(Debug)]
pub(crate) struct Archive<W> {
    out: W,
    /// Where the archive begins in `out`.
    base: u64,
    /// How long the archive is so far.
    length: u64,
    entries: Vec<Entry>,
    open: Option<(Marker, crc32fast::Hasher)>,
}

impl<W: Write + Seek> Archive<W> {
    pub(crate) fn new(mut out: W) -> io::Result<Self> {
        let base = out.stream_position()?;
        Ok(Self { out, base, length: 0, entries: Vec::new(), open: None })
    }

    /// Begins a member; the one before must have been ended.
    pub(crate) fn begin(&mut self, name: &str) -> io::Result<()> {
        let entry = Entry { name: name.to_owned(), crc: 0, size: 0, offset: self.length };
        let header = local_header(&entry);
        self.out.write_all(&header)?;
        self.length += header.len() as u64;
        self.entries.push(entry);
        self.open = Some((Marker::new(), crc32fast::Hasher::new()));
        Ok(())
    }

    /// Some bytes of the member that was begun.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some((marker, crc)) = &mut self.open else {
            return Err(io::Error::other("no member was begun"));
        };
        let written = self.out.write(bytes)?;
        marker.add(&bytes[..written]);
        crc.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    /// Hands on what waits in buffers.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Ends the member that was begun, if any: its header now gets its length.
    pub(crate) fn end(&mut self) -> Result<Option<FileMark>, SealError> {
        let (Some((marker, crc)), Some(entry)) = (self.open.take(), self.entries.last_mut()) else {
            return Ok(None);
        };
        let mark = marker.end(&entry.name)?;
        entry.crc = crc.finalize();
        entry.size = mark.size;
        self.out.seek(SeekFrom::Start(self.base + entry.offset))?;
        self.out.write_all(&local_header(entry))?;
        self.out.seek(SeekFrom::Start(self.base + self.length))?;
        Ok(Some(mark))
    }

    /// Writes the directory and gives the file back, behind its end.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(&directory(&self.entries, self.length))?;
        self.out.flush()?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    /// A file that is zeros but for some pieces.
    struct Sparse {
        pieces: Vec<(u64, Vec<u8>)>,
        at: u64,
    }

    impl Sparse {
        fn length(&self) -> u64 {
            self.pieces.iter().map(|(start, bytes)| start + bytes.len() as u64).max().unwrap_or(0)
        }
    }

    impl Read for Sparse {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let left = usize::try_from(self.length() - self.at).unwrap_or(usize::MAX);
            let length = buffer.len().min(left);
            for (place, byte) in (self.at..).zip(&mut buffer[..length]) {
                let piece = self.pieces.iter().find_map(|(start, bytes)| {
                    bytes.get(usize::try_from(place.checked_sub(*start)?).ok()?)
                });
                *byte = piece.copied().unwrap_or(0);
            }
            self.at += length as u64;
            Ok(length)
        }
    }

    impl Seek for Sparse {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            let place = match to {
                SeekFrom::Start(place) => Some(place),
                SeekFrom::End(way) => self.length().checked_add_signed(way),
                SeekFrom::Current(way) => self.at.checked_add_signed(way),
            };
            self.at = place.ok_or(io::ErrorKind::InvalidInput)?.min(self.length());
            Ok(self.at)
        }
    }

    /// Another reader finds the members, whatever of them is too large for a small field.
    #[test]
    fn sizes_and_places_beyond_four_gigabytes() {
        const GIB: u64 = 1 << 30;
        for sizes in [[1, 2, 3], [1, 5 * GIB, 3], [u64::from(u32::MAX), 1, 1], [9 * GIB; 3]] {
            let (mut pieces, mut entries, mut at) = (Vec::new(), Vec::new(), 0);
            for (name, size) in ["a.csv", "b.csv", "seal.json"].into_iter().zip(sizes) {
                let entry = Entry { name: name.to_owned(), crc: 7, size, offset: at };
                let header = local_header(&entry);
                at += header.len() as u64 + size;
                pieces.push((entry.offset, header));
                entries.push(entry);
            }
            pieces.push((at, directory(&entries, at)));
            let mut zip = ZipArchive::new(Sparse { pieces, at: 0 }).expect("an archive");
            assert_eq!(zip.len(), 3);
            for (place, entry) in entries.iter().enumerate() {
                let member = zip.by_index_raw(place).expect("a member");
                assert_eq!(member.name().expect("a name"), entry.name);
                assert_eq!(member.size(), entry.size);
                assert_eq!(member.header_start(), entry.offset);
                let header = local_header(entry).len() as u64;
                assert_eq!(member.data_start(), Some(entry.offset + header));
            }
        }
    }
}
