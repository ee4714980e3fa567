//! Signing in, sessions, throttling.

use crate::support::*;
use domain::access::Role;
use domain::command::{Command, OfAccount};
use domain::fault::Fault;
use store::{By, Password, SignedIn, StoreError};

async fn sign_in(world: &World, login: &str, password: &str) -> Result<SignedIn, Fault> {
    let password = Password(password.into());
    world.store.sign_in(login, &password, "127.0.0.1").await.map_err(|e: StoreError| e.fault())
}

#[tokio::test]
async fn the_right_password_opens_a_session_that_ends() {
    for engine in engines() {
        let world = furnished(engine).await;
        let signed = sign_in(&world, " Facilitator ", PASSWORD).await.expect("signs in");
        assert_eq!((signed.viewer.role, signed.viewer.logs), (Role::Facilitator, true));
        assert_eq!(signed.viewer.name, "The facilitator");
        assert!(world.store.session(&signed.token).await.is_ok(), "{engine}");
        world.store.sign_out(&signed.token).await.unwrap();
        let gone = world.store.session(&signed.token).await.map(drop).unwrap_err().fault();
        assert_eq!(gone, Fault::SessionExpired);
        assert_eq!(
            sign_in(&world, "facilitator", "wrong").await.unwrap_err(),
            Fault::WrongCredentials
        );
        assert_eq!(
            sign_in(&world, "unheard-of", PASSWORD).await.unwrap_err(),
            Fault::WrongCredentials
        );
    }
}

#[tokio::test]
async fn a_session_runs_out() {
    for engine in engines() {
        let world = furnished(engine).await;
        let signed = sign_in(&world, "manager", PASSWORD).await.expect("signs in");
        sqlx::query("update session set expires_at = '2021-05-31T14:10:00.000Z'")
            .execute(&world.raw)
            .await
            .unwrap();
        let over = world.store.session(&signed.token).await.map(drop).unwrap_err().fault();
        assert_eq!(over, Fault::SessionExpired, "{engine}");
    }
}

#[tokio::test]
async fn a_disabled_account_is_signed_out_and_stays_out() {
    for engine in engines() {
        let world = furnished(engine).await;
        let signed = sign_in(&world, "donor", PASSWORD).await.expect("signs in");
        must(&world, Command::DisableAccount(OfAccount { account: DONOR }), None).await;
        assert!(world.store.session(&signed.token).await.is_err(), "{engine}");
        assert_eq!(sign_in(&world, "donor", PASSWORD).await.unwrap_err(), Fault::AccountDisabled);
        assert_eq!(sign_in(&world, "donor", "guess").await.unwrap_err(), Fault::WrongCredentials);
        must(&world, Command::EnableAccount(OfAccount { account: DONOR }), None).await;
        assert!(sign_in(&world, "donor", PASSWORD).await.is_ok());
    }
}

#[tokio::test]
async fn guessing_is_slowed_down_for_the_account_and_only_for_it() {
    for engine in engines() {
        let world = furnished(engine).await;
        for _ in 0..5 {
            let wrong = sign_in(&world, "manager", "guess").await.unwrap_err();
            assert_eq!(wrong, Fault::WrongCredentials);
        }
        let slowed = sign_in(&world, "manager", PASSWORD).await.unwrap_err();
        assert!(matches!(slowed, Fault::TooManyTries { minutes: 1..=15 }), "{engine}: {slowed:?}");
        assert!(sign_in(&world, "facilitator", PASSWORD).await.is_ok());
    }
}

#[tokio::test]
async fn many_guesses_at_once_are_no_way_around() {
    for engine in engines() {
        let world = furnished(engine).await;
        let guesses = (0..12).map(|_| sign_in(&world, "manager", "guess"));
        let answers = futures::future::join_all(guesses).await;
        let looked_at =
            |answer: &Result<SignedIn, Fault>| !matches!(answer, Err(Fault::TooManyTries { .. }));
        assert_eq!(answers.iter().filter(|answer| looked_at(answer)).count(), 5, "{engine}");
    }
}

#[tokio::test]
async fn passwords_are_long_and_a_new_one_ends_the_old_sessions() {
    for engine in engines() {
        let world = furnished(engine).await;
        let signed = sign_in(&world, "manager", PASSWORD).await.expect("signs in");
        let reset = || Command::ResetPassword(OfAccount { account: MANAGER });
        let change = |password: &str| {
            let (store, password) = (world.store.clone(), Password(password.into()));
            async move { store.change(By::Operator, reset(), None, Some(password)).await }
        };
        let weak = change("short").await.unwrap_err().fault();
        assert_eq!(weak, Fault::WeakPassword { min: 10 }, "{engine}");
        assert!(world.store.session(&signed.token).await.is_ok(), "nothing changed");
        change("another long password").await.expect("a new password");
        assert!(world.store.session(&signed.token).await.is_err());
        assert!(sign_in(&world, "manager", "another long password").await.is_ok());
        // Only beside a command that takes one, and never without.
        let without = world.store.change(By::Operator, reset(), None, None).await;
        assert!(matches!(without.unwrap_err().fault(), Fault::Malformed { .. }));
    }
}
