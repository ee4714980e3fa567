//! `radionica token`.

use super::Failure;
use chrono::NaiveDate;
use domain::access::Actor;
use domain::fault::{Fault, Noun};
use domain::ids::TokenId;
use domain::overview::{TokenRow, TokenState};
use domain::token::{DAYS_PROPOSED, after};
use store::{By, Store};

/// What is done to the access tokens of accounts.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Make a token, by which a program fetches the reports that an account may see.
    Add {
        /// The name the account signs in with.
        login: String,
        /// What it is for.
        #[arg(long)]
        label: String,
        /// The last day on which it works, at most a year ahead; 90 days ahead when missing.
        #[arg(long, value_name = "DAY")]
        until: Option<NaiveDate>,
    },
    /// List the tokens of an account.
    List {
        /// The name the account signs in with.
        login: String,
    },
    /// End a token.
    Revoke {
        /// Its id, as `token list` shows it.
        id: String,
    },
}

/// Does it.
pub async fn run(store: Store, command: Command) -> Result<(), Failure> {
    match command {
        Command::Add { login, label, until } => {
            let account = store.account_by_login(&login).await?;
            let until = until.unwrap_or_else(|| after(store.clock().today(), DAYS_PROPOSED));
            let made = store.make_token(By::Operator, account, label, until).await?;
            println!("The token {} works until {until}.", made.id);
            println!("Its secret, which is not shown again: {}", made.secret);
            Ok(())
        }
        Command::List { login } => {
            let account = store.account_by_login(&login).await?;
            let today = store.clock().today();
            for token in store.tokens_of(&Actor::Operator, account).await? {
                println!("{}", line(&token, today));
            }
            Ok(())
        }
        Command::Revoke { id } => {
            let unknown = |_| Fault::Unknown { noun: Noun::Token };
            let token: TokenId = id.parse().map_err(unknown)?;
            store.revoke_token(By::Operator, token).await?;
            println!("The token {token} is revoked.");
            Ok(())
        }
    }
}

/// Id, state, last day, the day of its last use, and what it is for.
fn line(token: &TokenRow, today: NaiveDate) -> String {
    let state = match token.state(today) {
        TokenState::Works => "works",
        TokenState::Expired => "expired",
        TokenState::Revoked => "revoked",
    };
    let used = token.used_on.map_or_else(|| "never".to_owned(), |day| day.to_string());
    let label = token.label.as_deref().unwrap_or_default();
    format!("{}\t{state}\t{}\t{used}\t{label}", token.id, token.until)
}
