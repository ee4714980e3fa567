//! The accounts of the demo.

use super::places::{centre, project};
use super::script::{Script, at, date, id};
use domain::access::{Grant, Role, Scope};
use domain::command::{
    AccountIdentity, ChangeAccess, Command, CreateAccount, Identity, RecordAccountLanguage,
};
use domain::ids::AccountId;
use domain::person::LanguageLevel;
use store::By;

/// An account of the demo.
#[derive(Debug, Clone, Copy)]
pub struct Account {
    /// The name to sign in with.
    pub login: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Its code in exports.
    pub code: &'static str,
    /// What it is, for the command line.
    pub what: &'static str,
}

/// All accounts. The last one is set up last of all, see [`super::is_whole`].
pub const ACCOUNTS: [Account; 7] = [
    account("coordinator", "Coordinator", "C-1", "coordinator of all centres"),
    account("manager-krn", "Manager, Krnjača", "M-KRN-1", "manager of Krnjača"),
    account("manager-obr", "Manager, Obrenovac", "M-OBR-1", "manager of Obrenovac"),
    account("manager-sid", "Manager, Šid", "M-SID-1", "manager of Šid"),
    // Named in a public field report of May 2021.
    account("dragojla", "Dragojla Ocokoljić", "F-KRN-1", "facilitator of Krnjača"),
    account("f-obr", "Facilitator", "F-OBR-1", "facilitator of Obrenovac and Šid"),
    account("donor", "Donor", "D-EU-1", "donor of the project EU-RSPMM2"),
];

const fn account(
    login: &'static str,
    name: &'static str,
    code: &'static str,
    what: &'static str,
) -> Account {
    Account { login, name, code, what }
}

/// The id of an account.
pub fn account_id(login: &str) -> AccountId {
    AccountId(id("account", login))
}

/// Somebody signed in with an account.
pub fn by(login: &str) -> By {
    By::Account(account_id(login))
}

/// What the facilitators speak; invented.
fn languages(login: &str) -> &'static [(&'static str, LanguageLevel)] {
    match login {
        "dragojla" => &[("srp", LanguageLevel::Speaks), ("eng", LanguageLevel::Understands)],
        "f-obr" => &[("srp", LanguageLevel::Speaks), ("eng", LanguageLevel::Speaks)],
        _ => &[],
    }
}

fn grants(login: &str) -> Vec<Grant> {
    let in_centre = |role, code| Grant { role, scope: Scope::Centre(centre(code)) };
    match login {
        "coordinator" => vec![Grant { role: Role::Coordinator, scope: Scope::Organisation }],
        "manager-krn" => vec![in_centre(Role::Manager, "KRN")],
        "manager-obr" => vec![in_centre(Role::Manager, "OBR")],
        "manager-sid" => vec![in_centre(Role::Manager, "SID")],
        "dragojla" => vec![in_centre(Role::Facilitator, "KRN")],
        "f-obr" => {
            vec![in_centre(Role::Facilitator, "OBR"), in_centre(Role::Facilitator, "SID")]
        }
        "donor" => vec![Grant { role: Role::Donor, scope: Scope::Project(project()) }],
        _ => Vec::new(),
    }
}

/// Sets up all accounts but the last.
pub fn tell(script: &mut Script) {
    let (_, others) = ACCOUNTS.split_last().unwrap_or((&ACCOUNTS[0], &[]));
    for account in others {
        set_up(script, account);
    }
}

/// Sets up the last account.
pub fn tell_last(script: &mut Script) {
    set_up(script, &ACCOUNTS[ACCOUNTS.len() - 1]);
}

fn set_up(script: &mut Script, account: &Account) {
    let at = at(date(2021, 4, 12), 9, 0);
    let id = account_id(account.login);
    let create = CreateAccount { account: id, code: account.code.into(), language: None };
    let identity = AccountIdentity { login: account.login.into(), name: account.name.into() };
    script.add_with(By::Operator, at, Command::CreateAccount(create), Identity::Account(identity));
    for grant in grants(account.login) {
        let change = ChangeAccess::of(id, grant);
        script.add(By::Operator, at, Command::GrantAccess(change));
    }
    for (language, level) in languages(account.login) {
        let known =
            RecordAccountLanguage { account: id, language: (*language).into(), level: *level };
        script.add(By::Operator, at, Command::RecordAccountLanguage(known));
    }
}
