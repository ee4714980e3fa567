//! `radionica import rescue`.

use crate::cli::Failure;
use crate::limits::RESCUE_MAX;
use domain::access::Actor;
use domain::fault::Fault;
use std::path::{Path, PathBuf};
use store::{Rescued, Store};

/// What `import rescue` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file that the tablet wrote.
    file: PathBuf,
    /// Where the passphrase stands that was chosen on the tablet: the first line of this file.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Only look what is in it.
    #[arg(long)]
    dry_run: bool,
}

/// Does it.
pub async fn run(store: Store, args: Args) -> Result<(), Failure> {
    let Args { file, passphrase_file, dry_run } = args;
    let text = read(&file)?;
    let passphrase = passphrase_file.as_deref().map(read).transpose()?;
    let passphrase = passphrase.as_deref().map(|text| text.lines().next().unwrap_or_default());
    let taken = store.take_rescue(&Actor::Operator, &text, passphrase, dry_run).await;
    match taken {
        Ok(found) => {
            println!("{}", told(&found, dry_run));
            Ok(())
        }
        Err(error) if error.fault() == Fault::RescueUnreadable => Err(Failure::failed(format!(
            "{} cannot be opened: it is damaged, of another organisation, or needs another \
             --passphrase-file",
            file.display()
        ))),
        Err(error) => Err(error.into()),
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    let refused =
        |why: String| Failure::failed(format!("{} cannot be read ({why})", file.display()));
    let size = std::fs::metadata(file).map_err(|error| refused(error.to_string()))?.len();
    if size > RESCUE_MAX as u64 {
        return Err(refused(format!("it is larger than {} MB", RESCUE_MAX >> 20)));
    }
    std::fs::read_to_string(file).map_err(|error| refused(error.to_string()))
}

/// What became of the entries, in one line.
fn told(found: &Rescued, dry: bool) -> String {
    let Rescued { entries, taken, repeated, held, refused } = found;
    if dry {
        format!("{entries} entries: {taken} to be taken in, {repeated} there already.")
    } else {
        format!(
            "{entries} entries: {taken} taken in, {repeated} there already, {held} held for a \
             manager, {refused} refused and kept."
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_adds_up() {
        let found = Rescued { entries: 6, taken: 3, repeated: 1, held: 1, refused: 1 };
        assert!(told(&found, false).starts_with("6 entries: 3 taken in, 1 there already, 1 held"));
        assert_eq!(told(&found, true), "6 entries: 3 to be taken in, 1 there already.");
    }
}
