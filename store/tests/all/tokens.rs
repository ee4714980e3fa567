//! Access tokens: made by who sees reports, used as long as they work, ended by who may.

use crate::support::*;
use domain::access::{Actor, Grant, Role, Scope};
use domain::clock::FixedClock;
use domain::command::{ChangeAccess, Command, Identity, OfAccount};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, TokenId};
use domain::overview::{TokenRow, TokenState};
use domain::report::{Query, Report};
use domain::token::{MakeToken, PREFIX, is_secret};
use std::sync::Arc;
use store::{By, NewToken, Password, Store, StoreError};

const UNTIL: &str = "2021-08-29";

async fn make_for(world: &World, by: By, account: AccountId) -> Result<NewToken, Fault> {
    let made = world.store.make_token(by, account, "Figures at night".into(), day(UNTIL)).await;
    made.map_err(|error| error.fault())
}

async fn make(world: &World, account: AccountId) -> NewToken {
    make_for(world, By::Account(account), account).await.expect("a token")
}

async fn used(store: &Store, secret: &str) -> Result<Actor, Fault> {
    let found = store.by_token(secret, "127.0.0.1").await;
    found.map(|(_, actor)| actor).map_err(|error| error.fault())
}

async fn listed(world: &World, login: &str) -> Vec<TokenRow> {
    let actor = signed_in(world, login).await;
    world.store.tokens(&actor).await.expect("a list").tokens
}

#[tokio::test]
async fn a_token_acts_as_its_account_and_says_when_it_was_used() {
    for engine in engines() {
        let world = furnished(engine).await;
        let made = make(&world, DONOR).await;
        assert!(is_secret(&made.secret), "{engine}");
        assert!(!format!("{made:?}").contains(PREFIX), "{engine}: it does not print itself");
        let before = listed(&world, "donor").await;
        assert_eq!((before.len(), before[0].id), (1, made.id), "{engine}");
        assert_eq!(before[0].label.as_deref(), Some("Figures at night"), "{engine}");
        assert_eq!((before[0].until, before[0].used_on), (day(UNTIL), None), "{engine}");
        assert_eq!(before[0].state(day("2021-05-31")), TokenState::Works);

        let actor = used(&world.store, &made.secret).await.expect("somebody");
        assert_eq!(actor, signed_in(&world, "donor").await, "{engine}");
        let query = Query::period(day("2021-05-01"), day("2021-05-31"));
        let own = Query { project: Some("EU-1".into()), ..query.clone() };
        assert!(world.store.report(&actor, Report::SessionLog, &own).await.unwrap().suppressed);
        let internal = world.store.report(&actor, Report::PeopleReached, &query).await;
        assert_eq!(internal.map(drop).unwrap_err().fault(), Fault::NotAllowed, "{engine}");
        assert_eq!(listed(&world, "donor").await[0].used_on, Some(day("2021-05-31")), "{engine}");

        // What the account may is read anew each time.
        let grant = Grant { role: Role::Donor, scope: Scope::Project(EU) };
        must(&world, Command::RevokeAccess(ChangeAccess::of(DONOR, grant)), None).await;
        let powerless = used(&world.store, &made.secret).await.expect("somebody");
        assert_eq!(powerless.role(), None, "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn neither_secret_nor_label_is_in_the_journal_or_in_the_clear_anywhere() {
    for engine in engines() {
        let world = furnished(engine).await;
        let made = make(&world, DONOR).await;
        for sql in [
            "select entry as text from journal",
            "select secret_hash as text from token_secret",
            "select sealed as text from vault",
        ] {
            let rows = sqlx::query(sql).fetch_all(&world.raw).await.unwrap();
            assert!(!rows.is_empty(), "{engine}: {sql}");
            for row in rows {
                let text: String = sqlx::Row::get(&row, "text");
                let digits = made.secret.strip_prefix(PREFIX).unwrap();
                assert!(!text.contains(digits) && !text.contains("at night"), "{engine}: {sql}");
            }
        }
    }
}

#[tokio::test]
async fn an_account_makes_its_own_and_only_if_it_sees_reports() {
    for engine in engines() {
        let world = furnished(engine).await;
        for account in [DONOR, MANAGER, COORDINATOR] {
            assert!(make_for(&world, By::Account(account), account).await.is_ok(), "{engine}");
            assert!(make_for(&world, By::Operator, account).await.is_ok(), "{engine}");
        }
        for account in [FACILITATOR, NOBODY] {
            for by in [By::Account(account), By::Operator] {
                let refused = make_for(&world, by, account).await.map(drop);
                assert_eq!(refused, Err(Fault::NotAllowed), "{engine}: {account}");
            }
        }
        for (by, account) in [(DONOR, MANAGER), (COORDINATOR, DONOR), (FACILITATOR, DONOR)] {
            let refused = make_for(&world, By::Account(by), account).await.map(drop);
            assert_eq!(refused, Err(Fault::NotAllowed), "{engine}: in nobody else's name");
        }
        let unknown = make_for(&world, By::Operator, id(999)).await.map(drop);
        assert_eq!(unknown, Err(Fault::Unknown { noun: Noun::Account }), "{engine}");
        assert_eq!(rows(&world, "token").await, 6, "{engine}");
        assert_eq!(rows(&world, "token_secret").await, 6, "{engine}");
        assert_eq!(rows(&world, "review").await, 0, "{engine}: what is refused is not kept");
        for login in ["facilitator", "nobody"] {
            let actor = signed_in(&world, login).await;
            let refused = world.store.tokens(&actor).await.map(drop).unwrap_err().fault();
            assert_eq!(refused, Fault::NotAllowed, "{engine}: {login}");
        }
    }
}

#[tokio::test]
async fn label_and_last_day_are_judged_and_their_number_is_limited() {
    for engine in engines() {
        let world = furnished(engine).await;
        let before = world.store.last_entry().await.unwrap();
        let make = async |label: &str, until: &str| -> Result<(), Fault> {
            let made =
                world.store.make_token(By::Account(DONOR), DONOR, label.to_owned(), day(until));
            made.await.map(drop).map_err(|error: StoreError| error.fault())
        };
        for label in ["", " x", "a\tb", &"x".repeat(121)] {
            let fault = Fault::out_of_range("label", 1, 120);
            assert_eq!(make(label, UNTIL).await, Err(fault), "{engine}: {label:?}");
        }
        for until in ["2021-05-30", "2022-06-01"] {
            let fault = Fault::BadDay { min: day("2021-05-31"), max: day("2022-05-31") };
            assert_eq!(make("x", until).await, Err(fault), "{engine}: {until}");
        }
        assert_eq!(world.store.last_entry().await.unwrap(), before, "{engine}");
        for _ in 0..20 {
            assert_eq!(make("x", "2021-05-31").await, Ok(()), "{engine}");
        }
        let full = Err(Fault::TooManyTokens { max: 20 });
        assert_eq!(make("x", UNTIL).await, full, "{engine}");
        let first = listed(&world, "donor").await[0].id;
        world.store.revoke_token(By::Account(DONOR), first).await.unwrap();
        assert_eq!(make("x", UNTIL).await, Ok(()), "{engine}");
    }
}

#[tokio::test]
async fn without_its_secret_or_with_another_thing_no_token_is_made() {
    for engine in engines() {
        let world = furnished(engine).await;
        let command =
            || Command::MakeToken(MakeToken { token: id(1), account: DONOR, until: day(UNTIL) });
        let label = || Some(Identity::Remark("x".into()));
        let right = || Some(Password(format!("{PREFIX}{}", "a".repeat(64))));
        for (identity, secret) in [
            (label(), None),
            (None, right()),
            (label(), Some(Password("a long passphrase".into()))),
        ] {
            let refused = world.store.change(By::Operator, command(), identity, secret).await;
            let fault = refused.map(drop).unwrap_err().fault();
            assert!(matches!(fault, Fault::Malformed { .. }), "{engine}: {fault:?}");
        }
        assert_eq!(rows(&world, "token").await, 0, "{engine}");
        assert!(world.store.change(By::Operator, command(), label(), right()).await.is_ok());
    }
}

#[tokio::test]
async fn its_holder_or_head_office_ends_a_token_and_nobody_else() {
    for engine in engines() {
        let world = furnished(engine).await;
        let (one, other) = (make(&world, DONOR).await, make(&world, DONOR).await);
        for account in [MANAGER, FACILITATOR, NOBODY] {
            let refused = world.store.revoke_token(By::Account(account), one.id).await;
            assert_eq!(refused.unwrap_err().fault(), Fault::NotAllowed, "{engine}");
        }
        let unknown = world.store.revoke_token(By::Account(DONOR), TokenId(Default::default()));
        let unknown = unknown.await.unwrap_err().fault();
        assert_eq!(unknown, Fault::Unknown { noun: Noun::Token }, "{engine}");
        let head_office = signed_in(&world, "coordinator").await;
        let held = world.store.access_page(&head_office).await.unwrap().tokens;
        assert_eq!(held.len(), 2, "{engine}");
        assert_eq!((held[0].account.as_str(), held[0].token.id), ("DONOR", other.id), "{engine}");

        assert!(used(&world.store, &one.secret).await.is_ok(), "{engine}");
        for by in [By::Account(DONOR), By::Account(COORDINATOR), By::Operator] {
            world.store.revoke_token(by, one.id).await.expect("twice is once");
        }
        assert_eq!(used(&world.store, &one.secret).await, Err(Fault::WrongToken), "{engine}");
        assert!(used(&world.store, &other.secret).await.is_ok(), "{engine}: only that one");
        let tokens = listed(&world, "donor").await;
        assert_eq!(tokens[1].state(day("2021-05-31")), TokenState::Revoked, "{engine}");
        world.store.revoke_token(By::Account(COORDINATOR), other.id).await.unwrap();
        assert_eq!(used(&world.store, &other.secret).await, Err(Fault::WrongToken), "{engine}");
        assert_eq!(world.store.access_page(&head_office).await.unwrap().tokens.len(), 0);
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn an_expired_token_and_that_of_a_switched_off_account_are_refused() {
    for engine in engines() {
        let world = furnished(engine).await;
        let made = make(&world, MANAGER).await;
        let last = world.store.at(at("2021-08-29T21:59:59Z"));
        assert!(used(&last, &made.secret).await.is_ok(), "{engine}: on its last day in Belgrade");
        let over = world.store.at(at("2021-08-29T22:00:00Z"));
        assert_eq!(used(&over, &made.secret).await, Err(Fault::WrongToken), "{engine}");
        let off = Command::DisableAccount(OfAccount { account: MANAGER });
        must(&world, off, None).await;
        assert_eq!(used(&world.store, &made.secret).await, Err(Fault::AccountDisabled), "{engine}");
        let refused = make_for(&world, By::Account(MANAGER), MANAGER).await.map(drop);
        assert_eq!(refused, Err(Fault::AccountDisabled), "{engine}");
        must(&world, Command::EnableAccount(OfAccount { account: MANAGER }), None).await;
        assert!(used(&world.store, &made.secret).await.is_ok(), "{engine}");
    }
}

#[tokio::test]
async fn wrong_tokens_are_counted_and_lock_no_right_one_out() {
    for engine in engines() {
        let world = furnished(engine).await;
        let made = make(&world, DONOR).await;
        let wrong = |n: u32| format!("{PREFIX}{n:064x}");
        for _ in 0..5 {
            assert_eq!(used(&world.store, &wrong(0)).await, Err(Fault::WrongToken), "{engine}");
        }
        let slowed = used(&world.store, &wrong(0)).await;
        assert!(matches!(slowed, Err(Fault::TooManyTries { .. })), "{engine}: {slowed:?}");
        // The others that the address has left; what has not even the form of one counts, too.
        for n in 1..35 {
            assert_eq!(used(&world.store, &wrong(n)).await, Err(Fault::WrongToken), "{engine}");
        }
        assert_eq!(used(&world.store, "nonsense").await, Err(Fault::WrongToken), "{engine}");
        let slowed = used(&world.store, &wrong(99)).await;
        assert!(matches!(slowed, Err(Fault::TooManyTries { .. })), "{engine}: {slowed:?}");
        assert!(used(&world.store, &made.secret).await.is_ok(), "{engine}");
    }
}

#[tokio::test]
async fn a_restored_backup_knows_its_tokens() {
    for engine in engines() {
        let world = furnished(engine).await;
        let (made, ended) = (make(&world, DONOR).await, make(&world, DONOR).await);
        world.store.revoke_token(By::Account(DONOR), ended.id).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (file, keys) = (folder.path().join("b.db"), folder.path().join("keys"));
        world.store.backup(&file, &keys).await.expect("a backup");
        let scratch = Scratch::new(engine).await;
        let clock = Arc::new(FixedClock(at("2021-05-31T14:10:00Z")));
        let (store, _) = Store::restore(scratch.url(), &file, &keys, clock).await.unwrap();
        assert!(used(&store, &made.secret).await.is_ok(), "{engine}");
        assert_eq!(used(&store, &ended.secret).await, Err(Fault::WrongToken), "{engine}");
        let labels = store.tokens_of(&Actor::Operator, DONOR).await.unwrap();
        assert!(labels.iter().all(|token| token.label.is_some()), "{engine}");
        store.close().await;
    }
}
