//! `radionica demo`.

use super::Failure;
use crate::demo;
use std::io::IsTerminal as _;
use store::Store;

/// What the command is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Add so many closed shifts over the years before the story, for measuring.
    #[arg(long, value_name = "N", default_value_t = 0, hide = true)]
    shifts: usize,
    /// Add so many years of life before the story: shifts, arrivals and departures, corrections, gaps.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20))]
    years: Option<u32>,
    /// So many weeks instead, for measuring.
    #[arg(long, value_name = "N", hide = true, value_parser = clap::value_parser!(u32).range(1..=1_040))]
    weeks: Option<u32>,
    /// In so many centres: the three of the story and others.
    #[arg(long, value_name = "M", default_value_t = 3, value_parser = clap::value_parser!(u32).range(3..=60))]
    centres: u32,
}

/// Loads the story into an empty database and prints its accounts.
pub async fn run(store: Store, args: Args) -> Result<(), Failure> {
    let there = demo::is_in(&store).await?;
    if there && demo::is_whole(&store).await? {
        println!("The demo is already in this database.");
    } else if there || store.is_empty().await? {
        // A load that was interrupted is taken up where it ended.
        let size = args
            .weeks
            .or(args.years.map(|years| years * 52))
            .map(|weeks| demo::Size { weeks, centres: args.centres });
        demo::load(&store, args.shifts, size, show).await?;
        println!("The demo is loaded.");
    } else {
        return Err(Failure::failed(
            "this database holds other data, and the demo needs an empty one: name another in \
             DATABASE_URL, e.g. sqlite://data/demo.db",
        ));
    }
    println!("Accounts, all with the password {}", demo::PASSWORD);
    for account in demo::ACCOUNTS {
        println!("  {:<12} {}", account.login, account.what);
    }
    Ok(())
}

/// How far the years are, in one line that is written over.
fn show(done: usize, of: usize) {
    const WIDTH: usize = 40;
    if !std::io::stderr().is_terminal() {
        return;
    }
    let filled = WIDTH * done / of.max(1);
    let end = if done == of { "\n" } else { "" };
    eprint!("\r[{:<WIDTH$}] {done} of {of} weeks{end}", "#".repeat(filled));
}

impl From<demo::LoadError> for Failure {
    fn from(error: demo::LoadError) -> Self {
        match error {
            demo::LoadError::Store(error) => error.into(),
            other => Self::failed(format!("{other}: load it into an empty database")),
        }
    }
}
