//! Making a file and its seal. The file is written to the disk first: its seal names one entry of
//! the journal, so a file that was overtaken by a change is made once more. It has no name there, so
//! whatever becomes of the work, nothing of it stays behind.

use super::claims::claims;
use super::words::{table, words};
use super::{Contents, Order, Phase, Wanted, key};
use crate::csv_file::{Csv, Profile};
use crate::file::{self, Format, TextFormat};
use crate::xlsx_file;
use chrono::{DateTime, SubsecRound, Utc};
use domain::access::Actor;
use domain::fault::Fault;
use domain::report::{Cell, Report};
use futures::{StreamExt, TryStreamExt};
use sealed::{Claims, FileMark, Hash, Key, Marker, PackageWriter, Seal, SealError};
use std::fs::File;
use std::io::{BufReader, BufWriter, Seek, SeekFrom, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::{Export, Granted, Position, Rows, Store, StoreError};
use tokio::time::Instant;
use uuid::Uuid;

/// How often a file is made before the journal is replayed for it instead.
const ATTEMPTS: u32 = 6;
/// After so long no further attempt is made: one that takes long is overtaken again.
const ATTEMPTS_WITHIN: Duration = Duration::from_secs(30);
/// How often it is tried to keep that a file was made: what took minutes is not lost to a database
/// that somebody else writes in, or that is started again.
const KEEPINGS: u32 = 6;
/// How long to wait before trying that again.
const KEEPING_WAIT: Duration = Duration::from_secs(2);

/// A file with its seal.
#[derive(Debug)]
pub struct Made {
    /// The file; it is on the disk and has no name there.
    pub file: Arc<File>,
    /// What it is called where it goes.
    pub name: String,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of it.
    pub hash: Hash,
    /// What is sealed of it.
    pub seal: Seal,
    /// What its reader was granted.
    pub granted: Granted,
    /// Whether it holds a row, or what else nobody can guess.
    pub has_rows: bool,
    /// By which its seal is found, once it is kept.
    pub id: Option<Uuid>,
}

/// Makes a file as of one entry of the journal, seals it, and keeps that it was made.
///
/// # Errors
/// Those of [`granted`]; a database or a disk that failed.
pub async fn make(store: &Store, wanted: Wanted<'_>) -> Result<Made, StoreError> {
    let key = key(store).await?;
    // What a seal says to the millisecond is what the figures were made at.
    let now = store.clock().now().trunc_subsecs(3);
    let begun = Instant::now();
    let mut made = None;
    for _ in 0..ATTEMPTS {
        let position = store.position().await?;
        let attempt = write(&store.at(now), &wanted, &position, now, &key, None).await?;
        if store.position().await? == position {
            made = Some(attempt);
            break;
        }
        if begun.elapsed() > ATTEMPTS_WITHIN {
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
/// As [`make`], and [`Fault::OutOfRange`] for an entry that is not there.
pub async fn make_as_of(store: &Store, entry: i64, wanted: Wanted<'_>) -> Result<Made, StoreError> {
    let key = key(store).await?;
    let now = store.clock().now().trunc_subsecs(3);
    wanted.progress.phase(Phase::Replaying);
    let then = store.as_of(entry).await?;
    let hash = store.hash_of(entry).await?.unwrap_or_default();
    let position = Position { entry, hash };
    let made = write(&then.at(now), &wanted, &position, now, &key, None).await;
    then.close().await;
    kept(store, wanted, made?, now).await
}

/// What a reader is granted of a file: of each report in it, or of none.
///
/// # Errors
/// Those of [`Store::granted`] for any of its reports; [`Fault::Malformed`] for filters that not all
/// of several reports have.
pub async fn granted(store: &Store, actor: &Actor, order: &Order) -> Result<Granted, StoreError> {
    order.contents.check(&order.query)?;
    let mut all = None;
    for report in order.contents.reports() {
        // The same for each: it depends on the reader and on what is asked for.
        all = Some(store.granted(actor, *report, &order.query).await?);
    }
    all.ok_or_else(|| Fault::malformed().into())
}

/// Keeps that a file was made.
async fn kept(
    store: &Store,
    wanted: Wanted<'_>,
    made: Made,
    now: DateTime<Utc>,
) -> Result<Made, StoreError> {
    let seal = String::from_utf8(made.seal.render().map_err(failed)?);
    let export = Export {
        report: wanted.order.contents.what(),
        query: made.granted.query.clone(),
        audience: made.granted.audience,
        entry: made.seal.journal.seq,
        sha256: made.hash.to_string(),
        made_at: now,
        seal: seal.map_err(|error| StoreError::Machine(error.to_string()))?,
        findable: made.has_rows,
    };
    let mut tries = 1;
    let id = loop {
        match store.keep_export(wanted.actor, &export).await {
            Err(StoreError::Database(error)) if tries < KEEPINGS => {
                tracing::warn!(%error, "a file was made, and could not be kept yet");
            }
            other => break other?,
        }
        tries += 1;
        tokio::time::sleep(KEEPING_WAIT).await;
    };
    Ok(Made { id: Some(id), ..made })
}

/// Writes the file from a store as it stands. What a seal said before is said again, if given.
pub(super) async fn write(
    store: &Store,
    wanted: &Wanted<'_>,
    position: &Position,
    now: DateTime<Utc>,
    key: &Key,
    said: Option<Claims>,
) -> Result<Made, StoreError> {
    let granted = granted(store, wanted.actor, wanted.order).await?;
    let claims = match said {
        Some(claims) => claims,
        None => claims(wanted, &granted, position, now)?,
    };
    let name = wanted.order.name();
    let query = granted.query.clone();
    wanted.progress.begin(wanted.order.contents.reports().len(), (query.from, query.to));
    // What is told of the query is what the rows are of, so that a seal says enough to repeat it.
    let order = Order { query, ..wanted.order.clone() };
    let store = store.watched(wanted.progress.watch(order.query.from));
    let file = BufWriter::new(tempfile::tempfile().map_err(|error| failed(error.into()))?);
    let wanted = Wanted { order: &order, ..*wanted };
    // A package holds its seal.
    let has_rows = Arc::new(AtomicBool::new(matches!(order.contents, Contents::Package(_))));
    let (file, mark, seal) = match &order.contents {
        Contents::Package(reports) => {
            let (mut file, seal) = package(&store, file, &wanted, reports, claims, key).await?;
            let mark = mark(&mut file, &name)?;
            (file, mark, seal)
        }
        Contents::File(report, format) => {
            let rows = store.report(wanted.actor, *report, &order.query).await?;
            let seen = has_rows.clone();
            let seen = move |_: &Vec<Cell>| seen.store(true, Ordering::Relaxed);
            let rows = Rows { rows: rows.rows.inspect_ok(seen).boxed(), ..rows };
            let (file, mark) = match format {
                Format::Text(format) => text(file, rows, *report, *format, &wanted, &name).await?,
                Format::Xlsx => workbook(file, rows, *report, &wanted, &name).await?,
            };
            let seal = Seal::new(claims, vec![mark.clone()], key).map_err(failed)?;
            (file, mark, seal)
        }
    };
    let (file, length, hash) = (Arc::new(file), mark.size, mark.sha256);
    let has_rows = has_rows.load(Ordering::Relaxed);
    Ok(Made { file, name, length, hash, seal, granted, has_rows, id: None })
}

/// A text, whose hash is taken while it is written.
async fn text(
    mut out: BufWriter<File>,
    rows: Rows,
    report: Report,
    format: TextFormat,
    wanted: &Wanted<'_>,
    name: &str,
) -> Result<(File, FileMark), StoreError> {
    let mut marker = Marker::new();
    let mut bytes = file::bytes(report, rows, format, wanted.order.locale);
    while let Some(piece) = bytes.try_next().await? {
        marker.add(&piece);
        out.write_all(&piece).map_err(|error| failed(error.into()))?;
    }
    wanted.progress.phase(Phase::Sealing);
    Ok((begin(out)?, marker.end(name).map_err(failed)?))
}

async fn workbook(
    mut out: BufWriter<File>,
    rows: Rows,
    report: Report,
    wanted: &Wanted<'_>,
    name: &str,
) -> Result<(File, FileMark), StoreError> {
    let Order { query, locale, .. } = wanted.order;
    xlsx_file::write_to(&mut out, report, rows, query, *locale).await?;
    wanted.progress.phase(Phase::Sealing);
    let mut file = begin(out)?;
    let mark = mark(&mut file, name)?;
    Ok((file, mark))
}

/// The reports one after the other, all of the entry of the journal that the claims name.
async fn package(
    store: &Store,
    out: BufWriter<File>,
    wanted: &Wanted<'_>,
    reports: &[Report],
    claims: Claims,
    key: &Key,
) -> Result<(File, Seal), StoreError> {
    let Order { query, locale, .. } = wanted.order;
    let csv = Csv { profile: Profile::Machine, locale: *locale };
    let mut package = PackageWriter::new(out, claims).map_err(failed)?;
    let mut line = Vec::new();
    for (place, report) in reports.iter().enumerate() {
        wanted.progress.report(place);
        let mut rows = store.report(wanted.actor, *report, query).await?.rows;
        let mut member = package.table(table(*report, *locale)).map_err(failed)?;
        while let Some(row) = rows.try_next().await? {
            line.clear();
            csv.row(&row, &mut line);
            member.write_all(&line).map_err(|error| failed(error.into()))?;
        }
    }
    wanted.progress.phase(Phase::Sealing);
    let (out, seal) = package.finish(&words(wanted.order), key).map_err(failed)?;
    Ok((begin(out)?, seal))
}

/// Size and hash of a file, which is at its beginning again afterwards.
fn mark(file: &mut File, name: &str) -> Result<FileMark, StoreError> {
    let mark = FileMark::read(name, BufReader::new(&*file)).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(error.into()))?;
    Ok(mark)
}

/// The file, to be read from its beginning.
fn begin(out: BufWriter<File>) -> Result<File, StoreError> {
    let mut file = out.into_inner().map_err(|error| failed(error.into_error().into()))?;
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(error.into()))?;
    Ok(file)
}

fn failed(error: SealError) -> StoreError {
    StoreError::Machine(error.to_string())
}
