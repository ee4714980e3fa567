//! `radionica demo`.

use super::Failure;
use crate::demo;
use store::Store;

/// What the command is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Add so many closed shifts over the years before the story, for measuring.
    #[arg(long, value_name = "N", default_value_t = 0, hide = true)]
    shifts: usize,
}

/// Loads the story into an empty database and prints its accounts.
pub async fn run(store: Store, args: Args) -> Result<(), Failure> {
    let there = demo::is_in(&store).await?;
    if there && demo::is_whole(&store).await? {
        println!("The demo is already in this database.");
    } else if there || store.is_empty().await? {
        // A load that was interrupted is taken up where it ended.
        demo::load(&store, args.shifts).await?;
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

impl From<demo::LoadError> for Failure {
    fn from(error: demo::LoadError) -> Self {
        match error {
            demo::LoadError::Store(error) => error.into(),
            other => Self::failed(format!("{other}: load it into an empty database")),
        }
    }
}
