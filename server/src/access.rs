//! The forms of the page of access: accounts, their permissions, passwords and access tokens.
//!
//! A new password stands in the answer to its form and nowhere else.

use crate::form::{self, Done};
use crate::password::generated;
use crate::state::AppState;
use crate::tokens;
use app::access::{ADDRESS, EVERYWHERE, NewPassword};
use app::ui::form::Typed;
use axum::extract::{Request, State};
use axum::response::Response;
use chrono::NaiveDate;
use domain::access::{Actor, Grant, Role, Scope};
use domain::command::{AccountIdentity, ChangeAccess, Command, CreateAccount, Identity, OfAccount};
use domain::fault::Fault;
use domain::ids::AccountId;
use store::{By, Password, Store, StoreError};
use uuid::Uuid;

/// `POST /access`: does what a form asks for, and shows the page again.
pub async fn change(State(state): State<AppState>, request: Request) -> Response {
    form::of_head_office(state, request, ADDRESS, act).await
}

async fn act(store: &Store, actor: &Actor, typed: &Typed) -> Result<Done, StoreError> {
    let by = By::from(actor);
    let account = || typed.get("account").parse().map_err(|_| Fault::malformed());
    let make = async |command: Command| store.change_whole(by, vec![(command, None)]).await;
    match typed.get("do") {
        "add" => return add(store, by, typed).await.map(Done::Shown),
        "password" => {
            let account: AccountId = account()?;
            let login = store.login_of(account).await?;
            let password = generated();
            let reset = Command::ResetPassword(OfAccount { account });
            store.change(by, reset, None, Some(Password(password.clone()))).await?;
            return Ok(Done::Shown(NewPassword { login, password }));
        }
        "disable" => make(Command::DisableAccount(OfAccount { account: account()? })).await?,
        "enable" => make(Command::EnableAccount(OfAccount { account: account()? })).await?,
        "revoke" => {
            let grant = grant(store, typed).await?;
            make(Command::RevokeAccess(ChangeAccess::of(account()?, grant))).await?;
        }
        "revoke-token" => store.revoke_token(by, tokens::named(typed)?).await?,
        "grant" => {
            let (from, to) = (day(typed, "from")?, day(typed, "to")?);
            let given = ChangeAccess::of(account()?, grant(store, typed).await?);
            let given = Command::GrantAccess(ChangeAccess { from, to, ..given });
            given.check()?;
            make(given).await?;
        }
        _ => return Err(Fault::malformed().into()),
    }
    Ok(Done::Back("done"))
}

async fn add(store: &Store, by: By, typed: &Typed) -> Result<NewPassword, StoreError> {
    let account = AccountId(Uuid::now_v7());
    let code = typed.get("code").to_uppercase();
    let (login, name) = (typed.get("login").to_lowercase(), typed.get("name").to_owned());
    let create = Command::CreateAccount(CreateAccount { account, code, language: None });
    let identity = Identity::Account(AccountIdentity { login: login.clone(), name });
    create.check()?;
    identity.check()?;
    let password = generated();
    store.change(by, create, Some(identity), Some(Password(password.clone()))).await?;
    Ok(NewPassword { login, password })
}

async fn grant(store: &Store, typed: &Typed) -> Result<Grant, StoreError> {
    let role = serde_json::from_value::<Role>(typed.get("role").into());
    let role = role.map_err(|_| Fault::malformed())?;
    let scope = match typed.get("grant").split_once(':') {
        None if typed.get("grant") == EVERYWHERE => Scope::Organisation,
        Some(("centre", code)) => Scope::Centre(store.centre_by_code(code).await?),
        Some(("workshop", code)) => Scope::Workshop(store.workshop_by_code(code).await?),
        Some(("project", code)) => Scope::Project(store.project_by_code(code).await?),
        _ => return Err(Fault::malformed().into()),
    };
    let grant = Grant { role, scope };
    if grant.fits() { Ok(grant) } else { Err(Fault::out_of_range("grant", 1, 1).into()) }
}

fn day(typed: &Typed, field: &str) -> Result<Option<NaiveDate>, Fault> {
    match typed.get(field) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Fault::malformed()),
    }
}
