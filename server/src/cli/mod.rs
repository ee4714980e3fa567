//! The command line. Exit code 0: done; 1: refused or failed; 2: wrong usage. A fault is one
//! line on standard error that says what to do.

mod backup;
mod demo;
mod failure;
mod import;
mod journal;
mod report;
mod serve;
mod token;
mod user;
mod verify;

pub use failure::Failure;

use crate::config::Settings;
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use domain::clock::{Clock, ShiftedClock, SystemClock};
use std::process::ExitCode;
use std::sync::Arc;
use store::Store;

/// Radionica: the activity and workshop tracker of a reception centre.
///
/// Settings come from the environment (DATABASE_URL and RADIONICA_…); the README lists them.
#[derive(Debug, Parser)]
#[command(name = "radionica", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and the API until SIGINT or SIGTERM.
    Serve,
    /// Load the demo story into an empty database.
    Demo(demo::Args),
    /// Set up and change user accounts.
    #[command(subcommand)]
    User(user::Command),
    /// Make, list and revoke access tokens, by which programs fetch reports.
    #[command(subcommand)]
    Token(token::Command),
    /// Take files in.
    #[command(subcommand)]
    Import(import::Command),
    /// Write a report as a file.
    Report(report::Args),
    /// Check whether a file is genuine.
    Verify(verify::Args),
    /// Look after the journal of all changes.
    #[command(subcommand)]
    Journal(journal::Command),
    /// Write a backup: everything but the keys in a new file, the keys in one that is replaced.
    Backup(backup::Args),
    /// Restore a backup into an empty database.
    Restore(backup::Args),
}

/// Runs the command of this process's arguments.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return failure::usage(&error),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failure::report(&Failure::failed(format!("no threads: {error}"))),
    };
    match runtime.block_on(run(cli.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure::report(&failure),
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    // Before the settings: whoever has only a file and a key has none.
    if let Command::Verify(args) = &command
        && let Some(key) = args.key()
    {
        return verify::by_key(args, key);
    }
    let settings = Settings::from_env()?;
    crate::log::start(match command {
        Command::Serve => &settings.log,
        // A command answers on standard error in one line; what the store logs is for a server.
        _ => "off",
    });
    match command {
        Command::Serve => serve::run(settings).await,
        Command::Demo(args) => with_store(&settings, true, |store| demo::run(store, args)).await,
        Command::User(command) => {
            let make = matches!(command, user::Command::Add(_));
            with_store(&settings, make, |store| user::run(store, command)).await
        }
        Command::Token(command) => {
            with_store(&settings, false, |store| token::run(store, command)).await
        }
        Command::Import(command) => {
            with_store(&settings, false, |store| import::run(store, command)).await
        }
        Command::Report(args) => {
            let organisation = settings.organisation.clone();
            let work = |store| async move { report::run(store, &organisation, args).await };
            with_store(&settings, false, work).await
        }
        Command::Verify(args) => {
            with_store(&settings, false, |store| verify::run(store, args)).await
        }
        Command::Journal(command) => {
            with_store(&settings, false, |store| journal::run(store, command)).await
        }
        Command::Backup(args) => {
            with_store(&settings, false, |store| backup::backup(store, args)).await
        }
        Command::Restore(args) => backup::restore(&settings.database_url, args).await,
    }
}

/// Opens the database (one that is not there only when it may be made), does the work, and closes
/// it whatever became of the work.
async fn with_store<F: Future<Output = Result<(), Failure>>>(
    settings: &Settings,
    make: bool,
    work: impl FnOnce(Store) -> F,
) -> Result<(), Failure> {
    let store = open(settings, make).await?;
    let result = work(store.clone()).await;
    store.close().await;
    result
}

/// Opens the database with the clock of the settings.
async fn open(settings: &Settings, make: bool) -> Result<Store, Failure> {
    let clock: Arc<dyn Clock> = match settings.clock_start {
        None => Arc::new(SystemClock),
        Some(start) => Arc::new(ShiftedClock::starting_at(begin(settings, make, start).await?)),
    };
    open_with(settings, make, clock).await
}

async fn open_with(
    settings: &Settings,
    make: bool,
    clock: Arc<dyn Clock>,
) -> Result<Store, Failure> {
    let url = &settings.database_url;
    let store =
        if make { Store::open(url, clock).await } else { Store::open_existing(url, clock).await };
    Ok(store?)
}

/// Where a shifted clock begins: never before the last entry, or a demo that is stopped and
/// started again would receive entries in its own past.
async fn begin(
    settings: &Settings,
    make: bool,
    start: DateTime<Utc>,
) -> Result<DateTime<Utc>, Failure> {
    let store = open_with(settings, make, Arc::new(SystemClock)).await?;
    let last = store.last_received().await;
    store.close().await;
    Ok(last?.map_or(start, |last| last.max(start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }
}
