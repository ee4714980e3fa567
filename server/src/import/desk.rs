//! Files that wait at the desk: in memory, each for the one who brought it, for an hour.
//!
//! They hold names, so they are never written to a disk. A server that ends forgets them; nothing of
//! them is lost, since whoever brought one still has it.

use super::table::{Asked, Table};
use super::{Into, Watch, day_order, first_mapping};
use app::import::FilesAtDesk;
use chrono::{DateTime, Duration, Utc};
use domain::access::Actor;
use domain::fault::Fault;
use domain::ids::AccountId;
use domain::import::{
    Findings, ImportColumn, ImportFile, ImportKind, ImportStage, Mapping, PROBLEMS_SHOWN, Problem,
    Unreadable,
};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::Store;
use uuid::Uuid;

/// For how long a file waits.
const MINUTES: i64 = 60;
/// How many files wait at most; the one that waited longest makes room.
const FILES_MAX: usize = 8;
/// How many examples of a column are shown.
const EXAMPLES: usize = 3;

/// The files that wait.
#[derive(Clone, Default)]
pub struct Desk(Arc<Mutex<HashMap<Uuid, Waiting>>>);

/// One of them.
struct Waiting {
    owner: AccountId,
    centre: String,
    kind: ImportKind,
    name: String,
    bytes: Arc<Vec<u8>>,
    table: Arc<Table>,
    mapping: Mapping,
    ambiguous: bool,
    stage: Stage,
    touched: DateTime<Utc>,
}

/// How far it is.
enum Stage {
    Columns,
    Working(bool, Watch),
    Checked(Findings),
    Done(Findings),
    Failed(Fault),
}

/// Whose file, and where.
pub struct Of<'a> {
    /// Who asks.
    pub owner: AccountId,
    /// The code of the centre.
    pub centre: &'a str,
}

impl Desk {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<Uuid, Waiting>) -> T) -> T {
        // What a panic left behind is whole: every change is one assignment.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn of<T>(&self, of: &Of<'_>, id: Uuid, work: impl FnOnce(&mut Waiting) -> T) -> Option<T> {
        let own = |file: &&mut Waiting| file.owner == of.owner && file.centre == of.centre;
        self.with(|files| files.get_mut(&id).filter(own).map(work))
    }

    /// Takes a file that was read. It replaces the one that its owner has there, unless that is being
    /// worked on.
    pub fn put(
        &self,
        of: &Of<'_>,
        kind: ImportKind,
        name: String,
        bytes: Vec<u8>,
        table: Table,
        now: DateTime<Utc>,
    ) -> Uuid {
        let today = domain::clock::reporting_day(now);
        let (mapping, ambiguous) = first_mapping(&table, kind, today);
        let id = Uuid::new_v4();
        let file = Waiting {
            owner: of.owner,
            centre: of.centre.to_owned(),
            kind,
            name,
            bytes: Arc::new(bytes),
            table: Arc::new(table),
            mapping,
            ambiguous,
            stage: Stage::Columns,
            touched: now,
        };
        self.with(|files| {
            files.retain(|_, one| {
                let own = one.owner == of.owner && one.centre == of.centre;
                let old = one.touched < now - Duration::minutes(MINUTES);
                matches!(one.stage, Stage::Working(..)) || !(own || old)
            });
            if files.len() >= FILES_MAX {
                let idle = files.iter().filter(|(_, one)| !matches!(one.stage, Stage::Working(..)));
                let oldest = idle.min_by_key(|(_, one)| one.touched).map(|(id, _)| *id);
                oldest.map(|id| files.remove(&id));
            }
            files.insert(id, file);
        });
        id
    }

    /// Forgets a file, unless it is being worked on.
    pub fn discard(&self, of: &Of<'_>, id: Uuid) {
        let idle = self.of(of, id, |file| !matches!(file.stage, Stage::Working(..)));
        if idle == Some(true) {
            self.with(|files| files.remove(&id));
        }
    }

    /// A file as the page shows it; the last that its owner brought there when none is named.
    pub fn page(&self, of: &Of<'_>, id: Option<Uuid>) -> Option<ImportFile> {
        let last = || {
            self.with(|files| {
                let own = files
                    .iter()
                    .filter(|(_, one)| one.owner == of.owner && one.centre == of.centre);
                own.max_by_key(|(_, one)| one.touched).map(|(id, _)| *id)
            })
        };
        let id = id.or_else(last)?;
        self.of(of, id, |file| ImportFile {
            id,
            kind: file.kind,
            name: file.name.clone(),
            rows: file.table.rows.len(),
            reading: file.table.reading.clone(),
            columns: columns(&file.table),
            mapping: file.mapping.clone(),
            ambiguous: file.ambiguous,
            stage: file.stage.shown(),
        })
    }

    /// How far the work on a file is: whether it goes on, how much is done, of how much.
    pub fn progress(&self, owner: AccountId, id: Uuid) -> Option<(bool, usize, usize)> {
        self.with(|files| {
            let file = files.get(&id).filter(|file| file.owner == owner)?;
            Some(match &file.stage {
                Stage::Working(_, watch) => {
                    let (done, of) = watch.read();
                    (true, done, of)
                }
                _ => (false, 0, 0),
            })
        })
    }

    /// All that is wrong in a file that was checked.
    pub fn problems(&self, of: &Of<'_>, id: Uuid) -> Option<Vec<Problem>> {
        self.of(of, id, |file| match &file.stage {
            Stage::Checked(found) | Stage::Done(found) => found.problems.clone(),
            _ => Vec::new(),
        })
    }

    /// Reads a file again, differently.
    ///
    /// # Errors
    /// Why it cannot be read so; it stays as it was.
    pub fn read_again(
        &self,
        of: &Of<'_>,
        id: Uuid,
        asked: &Asked,
        now: DateTime<Utc>,
    ) -> Option<Result<(), Unreadable>> {
        let (bytes, kind) = self.of(of, id, |file| (file.bytes.clone(), file.kind))?;
        let table = match Table::read(&bytes, kind, asked) {
            Ok(table) => table,
            Err(why) => return Some(Err(why)),
        };
        let (mapping, ambiguous) = first_mapping(&table, kind, domain::clock::reporting_day(now));
        self.of(of, id, |file| {
            if !matches!(file.stage, Stage::Working(..)) {
                file.table = Arc::new(table);
                (file.mapping, file.ambiguous) = (mapping, ambiguous);
                (file.stage, file.touched) = (Stage::Columns, now);
            }
            Ok(())
        })
    }

    /// Checks a file as it is mapped, or takes it in as it was checked. The work goes on by itself;
    /// [`Desk::page`] tells how far it is. Nothing happens while it is worked on.
    pub fn work(
        &self,
        store: &Store,
        actor: &Actor,
        of: &Of<'_>,
        id: Uuid,
        mapping: Option<Mapping>,
    ) -> Option<()> {
        let watch = Watch::default();
        let writes = mapping.is_none();
        let now = store.clock().now();
        let job = self.of(of, id, |file| {
            let ready = match &file.stage {
                Stage::Working(..) | Stage::Done(_) => false,
                Stage::Checked(found) => !writes || found.problems.is_empty(),
                Stage::Columns | Stage::Failed(_) => !writes,
            };
            if !ready {
                return None;
            }
            if let Some(mapping) = mapping {
                file.ambiguous = day_order(&file.table, &mapping.columns).is_none();
                file.mapping = mapping;
            }
            file.stage = Stage::Working(writes, watch.clone());
            file.touched = now;
            Some((file.kind, file.table.clone(), file.mapping.clone()))
        })?;
        let Some((kind, table, mapping)) = job else { return Some(()) };
        let (desk, store, actor) = (self.clone(), store.clone(), actor.clone());
        let centre = of.centre.to_owned();
        tokio::spawn(async move {
            let work = tokio::spawn(async move {
                let into = Into { store: &store, actor: &actor, centre: &centre };
                match writes {
                    true => into.write(kind, &table, &mapping, &watch).await,
                    false => into.check(kind, &table, &mapping, &watch).await,
                }
            });
            let stage = match work.await {
                Ok(Ok(found)) if writes && found.problems.is_empty() => Stage::Done(found),
                Ok(Ok(found)) => Stage::Checked(found),
                Ok(Err(error)) => Stage::Failed(error.fault()),
                Err(_) => Stage::Failed(Fault::Internal),
            };
            desk.with(|files| {
                if let Some(file) = files.get_mut(&id) {
                    file.stage = stage;
                }
            });
        });
        Some(())
    }
}

impl FilesAtDesk for Desk {
    fn file(&self, owner: AccountId, centre: &str, id: Option<Uuid>) -> Option<ImportFile> {
        self.page(&Of { owner, centre }, id)
    }
}

impl Stage {
    fn shown(&self) -> ImportStage {
        let first = |found: &Findings| Findings {
            problems: found.problems.iter().take(PROBLEMS_SHOWN + 1).cloned().collect(),
            ..*found
        };
        match self {
            Self::Columns => ImportStage::Columns,
            Self::Working(writes, watch) => {
                let (done, of) = watch.read();
                ImportStage::Working { writes: *writes, done, of }
            }
            Self::Checked(found) => ImportStage::Checked(first(found), found.problems.len()),
            Self::Done(found) => ImportStage::Done(first(found)),
            Self::Failed(fault) => ImportStage::Failed(fault.clone()),
        }
    }
}

fn columns(table: &Table) -> Vec<ImportColumn> {
    let of = |(column, heading): (usize, &String)| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        let filled = cells.map(super::table::Cell::shown).filter(|text| !text.is_empty());
        ImportColumn { heading: heading.clone(), examples: filled.take(EXAMPLES).collect() }
    };
    table.headings.iter().enumerate().map(of).collect()
}
