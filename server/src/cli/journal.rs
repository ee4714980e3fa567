//! `radionica journal`.

use super::Failure;
use store::Store;

/// What is done to the journal.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Replay the journal, compare every row, and verify the chain of hashes.
    Check {
        /// An entry and its hash known from elsewhere: proves that nothing was cut off.
        #[arg(long, value_name = "SEQ:HASH")]
        expect: Option<String>,
    },
}

/// Does it.
pub async fn run(store: Store, command: Command) -> Result<(), Failure> {
    let Command::Check { expect } = command;
    if let Some(expect) = &expect
        && !is_entry(expect)
    {
        return Err(Failure::usage("--expect is written SEQ:HASH, as `journal check` prints it"));
    }
    let found = store.check(expect.as_deref()).await?;
    println!("Entries: {}", found.entries);
    println!("Head: {}", found.head);
    println!("Rows compared: {}", found.rows);
    if found.problems.is_empty() {
        println!("All agree.");
        return Ok(());
    }
    for problem in &found.problems {
        println!("{problem}");
    }
    Err(Failure::failed(format!(
        "{} rows or entries do not agree: stop the server, keep this database, and restore the last backup into \
         another",
        found.problems.len()
    )))
}

fn is_entry(text: &str) -> bool {
    text.split_once(':').is_some_and(|(seq, hash)| {
        seq.parse::<i64>().is_ok_and(|seq| seq >= 0)
            && hash.len() == 64
            && hash.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_a_number_and_a_hash() {
        assert!(is_entry(&format!("17:{}", "0f".repeat(32))));
        for bad in ["", "17", "17:", "17:xyz", ":00", &format!("-1:{}", "0f".repeat(32))] {
            assert!(!is_entry(bad), "{bad}");
        }
    }
}
