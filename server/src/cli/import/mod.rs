//! `radionica import`.

mod rescue;
mod rows;

use super::Failure;
use domain::import::ImportKind;
use store::Store;

/// What is taken in.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Take a list of people in (CSV or XLSX): everybody, or nobody where something is wrong. Twice
    /// changes nothing.
    People(rows::Args),
    /// Take enrolments in workshops in.
    Enrolments(rows::Args),
    /// Take a centre's occupancy in, a row a day.
    Occupancy(rows::Args),
    /// Take attendance of the past in.
    Attendance(rows::Args),
    /// Take a tablet's rescue file in: what it could not send. Twice changes nothing.
    Rescue(rescue::Args),
}

/// Does it.
pub async fn run(store: Store, command: Command) -> Result<(), Failure> {
    match command {
        Command::People(args) => rows::run(store, ImportKind::People, args).await,
        Command::Enrolments(args) => rows::run(store, ImportKind::Enrolments, args).await,
        Command::Occupancy(args) => rows::run(store, ImportKind::Occupancy, args).await,
        Command::Attendance(args) => rows::run(store, ImportKind::Attendance, args).await,
        Command::Rescue(args) => rescue::run(store, args).await,
    }
}
