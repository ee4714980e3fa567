//! `radionica user`.

use super::Failure;
use crate::password::generated;
use domain::access::{Grant, Role, Scope};
use domain::command::{AccountIdentity, ChangeAccess, CreateAccount, Identity, OfAccount};
use domain::command::{Command as Change, check_login};
use domain::ids::AccountId;
use std::io::{IsTerminal, Read};
use store::{By, Password, Store};
use uuid::Uuid;

/// What is done to the accounts.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Set an account up.
    Add(Add),
    /// List all accounts.
    List,
    /// Switch an account off; whoever is signed in with it is signed out.
    Disable {
        /// The name it signs in with.
        login: String,
    },
    /// Switch an account on again.
    Enable {
        /// The name it signs in with.
        login: String,
    },
    /// Give an account a new password; whoever is signed in with it is signed out.
    Reset {
        /// The name it signs in with.
        login: String,
        #[command(flatten)]
        password: PasswordFrom,
    },
}

/// What `user add` is told.
#[derive(Debug, clap::Args)]
pub struct Add {
    /// The name to sign in with: 2 to 40 of a–z, 0–9, `.`, `-`, `_`.
    login: String,
    /// The name to show.
    #[arg(long)]
    name: String,
    /// Its code in exports and in the journal, e.g. F-KRN-1.
    #[arg(long)]
    code: String,
    /// What it is.
    #[arg(long, value_enum)]
    role: RoleName,
    /// Code of the centre, for a manager or a facilitator; several are allowed.
    #[arg(long, value_name = "CODE")]
    centre: Vec<String>,
    /// Code of the project, for a donor; several are allowed.
    #[arg(long, value_name = "CODE")]
    project: Vec<String>,
    /// The language it works in (en, sr-Latn, sr-Cyrl); the browser's when missing.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    #[command(flatten)]
    password: PasswordFrom,
}

/// Where a password comes from.
#[derive(Debug, clap::Args)]
pub struct PasswordFrom {
    /// Read the password from the first line of standard input. Else it is taken from
    /// RADIONICA_PASSWORD; else one is made and shown once.
    #[arg(long)]
    password_stdin: bool,
}

/// The roles by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum RoleName {
    /// Sets up centres, projects and accounts.
    Coordinator,
    /// Runs a centre.
    Manager,
    /// Logs shifts.
    Facilitator,
    /// Reads the figures of a project.
    Donor,
}

/// Does it.
pub async fn run(store: Store, command: Command) -> Result<(), Failure> {
    match command {
        Command::Add(add) => add_user(&store, add).await,
        Command::List => list(&store).await,
        Command::Disable { login } => {
            let account = store.account_by_login(&login).await?;
            change(&store, Change::DisableAccount(OfAccount { account })).await?;
            println!("{login} is switched off.");
            Ok(())
        }
        Command::Enable { login } => {
            let account = store.account_by_login(&login).await?;
            change(&store, Change::EnableAccount(OfAccount { account })).await?;
            println!("{login} is switched on.");
            Ok(())
        }
        Command::Reset { login, password } => {
            let account = store.account_by_login(&login).await?;
            let (password, made) = read_password(&password)?;
            let reset = Change::ResetPassword(OfAccount { account });
            store.change(By::Operator, reset, None, Some(password.clone())).await?;
            println!("{login} has a new password.");
            show(&password, made);
            Ok(())
        }
    }
}

async fn add_user(store: &Store, add: Add) -> Result<(), Failure> {
    check_login(&add.login).map_err(|_| {
        Failure::usage("LOGIN is 2 to 40 of the characters a-z, 0-9, '.', '-', '_'")
    })?;
    // Before anything is changed: an account without a permission would be left behind.
    let grants = grants(store, &add).await?;
    let language = language(add.language.as_deref())?;
    let (password, made) = read_password(&add.password)?;
    let account = AccountId(Uuid::now_v7());
    let create = Change::CreateAccount(CreateAccount { account, code: add.code, language });
    let identity = AccountIdentity { login: add.login.clone(), name: add.name };
    store
        .change(By::Operator, create, Some(Identity::Account(identity)), Some(password.clone()))
        .await?;
    for grant in grants {
        change(store, Change::GrantAccess(ChangeAccess::of(account, grant))).await?;
    }
    println!("{} is set up.", add.login);
    show(&password, made);
    Ok(())
}

/// The permissions that the arguments ask for.
async fn grants(store: &Store, add: &Add) -> Result<Vec<Grant>, Failure> {
    let role = match add.role {
        RoleName::Coordinator => Role::Coordinator,
        RoleName::Manager => Role::Manager,
        RoleName::Facilitator => Role::Facilitator,
        RoleName::Donor => Role::Donor,
    };
    let fits = match role {
        Role::Coordinator => add.centre.is_empty() && add.project.is_empty(),
        Role::Manager | Role::Facilitator => !add.centre.is_empty() && add.project.is_empty(),
        Role::Donor => add.centre.is_empty() && !add.project.is_empty(),
    };
    if !fits {
        return Err(Failure::usage(
            "a manager or facilitator is given --centre, a donor --project, a coordinator neither",
        ));
    }
    let mut grants = Vec::new();
    for code in &add.centre {
        let scope = Scope::Centre(store.centre_by_code(code).await?);
        grants.push(Grant { role, scope });
    }
    for code in &add.project {
        let scope = Scope::Project(store.project_by_code(code).await?);
        grants.push(Grant { role, scope });
    }
    if role == Role::Coordinator {
        grants.push(Grant { role, scope: Scope::Organisation });
    }
    Ok(grants)
}

fn language(tag: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(tag) = tag else { return Ok(None) };
    match app::i18n::Locale::from_tag(tag) {
        Some(locale) => Ok(Some(locale.tag().to_owned())),
        None => Err(Failure::usage("--language is en, sr-Latn or sr-Cyrl")),
    }
}

async fn list(store: &Store) -> Result<(), Failure> {
    for account in store.accounts().await? {
        let state = if account.disabled { "off" } else { "on" };
        let grants = account.grants.join(", ");
        println!("{}\t{}\t{state}\t{grants}", account.login, account.code);
    }
    Ok(())
}

async fn change(store: &Store, change: Change) -> Result<(), Failure> {
    store.change(By::Operator, change, None, None).await?;
    Ok(())
}

/// The password, and whether it was made here.
fn read_password(from: &PasswordFrom) -> Result<(Password, bool), Failure> {
    if from.password_stdin {
        if std::io::stdin().is_terminal() {
            eprintln!("Password (it is shown while you type; end with Enter and Ctrl-D):");
        }
        let mut text = String::new();
        // More than any password that is taken.
        std::io::stdin().take(4_096).read_to_string(&mut text).map_err(|error| {
            Failure::failed(format!(
                "standard input cannot be read ({error}): pipe one line into it"
            ))
        })?;
        let line = text.lines().next().unwrap_or_default();
        return Ok((Password(line.to_owned()), false));
    }
    match std::env::var("RADIONICA_PASSWORD") {
        Ok(password) if !password.is_empty() => Ok((Password(password), false)),
        _ => Ok((Password(generated()), true)),
    }
}

fn show(password: &Password, made: bool) {
    if made {
        println!("Its password, which is not shown again: {}", password.0);
    }
}
