//! Making a file and its seal. The file is written to the disk first: its seal names one entry of
//! the journal, so a file that was overtaken by a change is made once more.

use super::claims::claims;
use super::words::{table, words};
use super::{Form, Wanted, key};
use crate::csv_file::{Csv, Profile};
use crate::file::{self, Format};
use chrono::{DateTime, SubsecRound, Utc};

use domain::suppression::Audience;
use futures::TryStreamExt;
use sealed::{Claims, Hash, Key, Marker, PackageWriter, Seal, SealError};
use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use store::{Export, Position, Rows, Store, StoreError};

/// How often a file is made before the journal is replayed for it instead.
const ATTEMPTS: u32 = 6;

/// A file with its seal.
#[derive(Debug)]
pub struct Made {
    /// The file, at its beginning; it is on the disk and has no name there.
    pub file: File,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of it.
    pub hash: Hash,
    /// What is sealed of it.
    pub seal: Seal,
}

/// Makes a file as of one entry of the journal, seals it, and keeps that it was made.
///
/// # Errors
/// Those of [`Store::report`]; a database or a disk that failed.
pub async fn make(store: &Store, wanted: Wanted<'_>) -> Result<Made, StoreError> {
    let key = key(store).await?;
    // What a seal says to the millisecond is what the figures were made at.
    let now = store.clock().now().trunc_subsecs(3);
    let mut made = None;
    for _ in 0..ATTEMPTS {
        let position = store.position().await?;
        let attempt = write(&store.at(now), &wanted, &position, now, &key, None).await?;
        if store.position().await? == position {
            made = Some(attempt);
            break;
        }
    }
    match made {
        Some(made) => kept(store, wanted, made, now).await,
        // So much is entered that no moment is quiet enough.
        None => make_as_of(store, store.position().await?.entry, wanted).await,
    }
}

/// Makes a file as of an earlier entry of the journal, which is replayed for it.
///
/// # Errors
/// As [`make`], and [`domain::fault::Fault::OutOfRange`] for an entry that is not there.
pub async fn make_as_of(store: &Store, entry: i64, wanted: Wanted<'_>) -> Result<Made, StoreError> {
    let key = key(store).await?;
    let now = store.clock().now().trunc_subsecs(3);
    let then = store.as_of(entry).await?;
    let hash = store.hash_of(entry).await?.unwrap_or_default();
    let position = Position { entry, hash };
    let made = write(&then.at(now), &wanted, &position, now, &key, None).await;
    then.close().await;
    kept(store, wanted, made?, now).await
}

/// Keeps that a file was made.
async fn kept(
    store: &Store,
    wanted: Wanted<'_>,
    (made, audience): (Made, Audience),
    now: DateTime<Utc>,
) -> Result<Made, StoreError> {
    let seal = String::from_utf8(made.seal.render().map_err(failed)?);
    let export = Export {
        report: wanted.report,
        query: wanted.query.clone(),
        audience,
        entry: made.seal.journal.seq,
        sha256: made.hash.to_string(),
        made_at: now,
        seal: seal.map_err(|error| StoreError::Machine(error.to_string()))?,
    };
    store.keep_export(wanted.actor, &export).await?;
    Ok(made)
}

/// Writes the file from a store as it stands. What a seal said before is said again, if given.
pub(super) async fn write(
    store: &Store,
    wanted: &Wanted<'_>,
    position: &Position,
    now: DateTime<Utc>,
    key: &Key,
    said: Option<Claims>,
) -> Result<(Made, Audience), StoreError> {
    let rows = store.report(wanted.actor, wanted.report, wanted.query).await?;
    let audience = rows.audience;
    let claims = match said {
        Some(claims) => claims,
        None => claims(store, wanted, audience, position, now).await?,
    };
    let file = tempfile::tempfile().map_err(|error| failed(error.into()))?;
    let made = match wanted.form {
        Form::Package => package(file, rows, wanted, claims, key).await?,
        Form::File(format) => single(file, rows, (wanted, format), claims, key).await?,
    };
    Ok((made, audience))
}

async fn single(
    file: File,
    rows: Rows,
    (wanted, format): (&Wanted<'_>, Format),
    claims: Claims,
    key: &Key,
) -> Result<Made, StoreError> {
    let (report, query) = (wanted.report, wanted.query);
    let mut out = BufWriter::new(file);
    let mut marker = Marker::new();
    let mut bytes = file::bytes(report, rows, query, format, wanted.locale);
    while let Some(piece) = bytes.try_next().await? {
        marker.add(&piece);
        out.write_all(&piece).map_err(|error| failed(error.into()))?;
    }
    let file = begin(out)?;
    let mark = marker.end(&wanted.form.name(report, query)).map_err(failed)?;
    let (length, hash) = (mark.size, mark.sha256);
    let seal = Seal::new(claims, vec![mark], key).map_err(failed)?;
    Ok(Made { file, length, hash, seal })
}

async fn package(
    file: File,
    rows: Rows,
    wanted: &Wanted<'_>,
    claims: Claims,
    key: &Key,
) -> Result<Made, StoreError> {
    let csv = Csv { profile: Profile::Machine, locale: wanted.locale };
    let mut package = PackageWriter::new(BufWriter::new(file), claims).map_err(failed)?;
    let mut member = package.table(table(wanted.report, wanted.locale)).map_err(failed)?;
    let (mut rows, mut line) = (rows.rows, Vec::new());
    while let Some(row) = rows.try_next().await? {
        line.clear();
        csv.row(&row, &mut line);
        member.write_all(&line).map_err(|error| failed(error.into()))?;
    }
    let words = words(wanted);
    let (out, seal) = package.finish(&words, key).map_err(failed)?;
    let mut file = begin(out)?;
    let mut marker = Marker::new();
    let length = {
        let mut buffer = vec![0; 64 << 10];
        let mut length = 0;
        loop {
            let read = std::io::Read::read(&mut file, &mut buffer);
            let read = read.map_err(|error| failed(error.into()))?;
            if read == 0 {
                break length;
            }
            marker.add(&buffer[..read]);
            length += read as u64;
        }
    };
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(error.into()))?;
    let name = wanted.form.name(wanted.report, wanted.query);
    let hash = marker.end(&name).map_err(failed)?.sha256;
    Ok(Made { file, length, hash, seal })
}

/// The file, to be read from its beginning.
fn begin(out: BufWriter<File>) -> Result<File, StoreError> {
    let mut file = out.into_inner().map_err(|error| failed(error.into_error().into()))?;
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(error.into()))?;
    Ok(file)
}

pub(super) fn failed(error: SealError) -> StoreError {
    StoreError::Machine(error.to_string())
}
