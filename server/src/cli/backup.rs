//! `radionica backup` and `radionica restore`.

use super::Failure;
use domain::clock::SystemClock;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Store;

/// The file that holds the keys, where none is named: beside the backup.
const KEYS: &str = "radionica.keys";

/// Which files.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The backup. It holds no keys: alone it names nobody.
    file: PathBuf,
    /// The keys: one file for all backups, replaced by each, so that whoever was erased stays erased.
    /// `radionica.keys` beside the backup, unless another is named; best kept somewhere else.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
}

impl Args {
    fn keys(&self) -> PathBuf {
        let beside = || self.file.parent().unwrap_or(Path::new("")).join(KEYS);
        self.keys.clone().unwrap_or_else(beside)
    }
}

/// Writes a backup.
pub async fn backup(store: Store, args: Args) -> Result<(), Failure> {
    let made = store.backup(&args.file, &args.keys()).await?;
    println!("Entries: {}", made.entries);
    println!("Head: {}", made.head);
    println!("Keys: {}", args.keys().display());
    Ok(())
}

/// Restores one.
pub async fn restore(url: &str, args: Args) -> Result<(), Failure> {
    let clock = Arc::new(SystemClock);
    let (store, restored) = Store::restore(url, &args.file, &args.keys(), clock).await?;
    let found = store.check(None).await;
    store.close().await;
    let found = found?;
    println!("Entries: {}", restored.entries);
    println!("Erased again: {}", restored.erased_again);
    println!("Values without a key: {}", restored.forgotten);
    match found.problems.first() {
        None => Ok(()),
        Some(problem) => Err(Failure::failed(format!(
            "the backup is restored, but does not agree with its journal: {problem}"
        ))),
    }
}
