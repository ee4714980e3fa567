//! What somebody might do when it was made counts, not when it arrived.

use crate::support::*;
use domain::access::{Grant, Role, Scope};
use domain::attendance::Presence;
use domain::command::{ChangeAccess, Command, OfAccount};
use domain::fault::Fault;
use domain::sync::Outcome;
use store::By;

const BY: By = By::Account(FACILITATOR);
const BEFORE: &str = "2021-05-31T09:59:59Z";
const THEN: &str = "2021-05-31T10:00:00Z";

/// The operator's change, made at an instant.
async fn at_ten(world: &World, n: u128, command: Command) {
    let change = envelope(n, THEN, command);
    assert!(submit(world, By::Operator, &change).await.seq().is_some());
}

async fn tap(world: &World, n: u128, when: &str) -> Outcome {
    submit(world, BY, &envelope(n, when, mark(TEN, AMINA, Presence::Present))).await
}

fn change(grant: Grant) -> ChangeAccess {
    ChangeAccess::of(FACILITATOR, grant)
}

const HERE: Grant = Grant { role: Role::Facilitator, scope: Scope::Centre(KRN) };

#[tokio::test]
async fn a_disabled_account_hands_in_what_was_made_before() {
    for engine in engines() {
        let world = furnished(engine).await;
        at_ten(&world, 100, Command::DisableAccount(OfAccount { account: FACILITATOR })).await;
        assert!(tap(&world, 1, BEFORE).await.seq().is_some(), "{engine}");
        let disabled = Outcome::Rejected { fault: Fault::AccountDisabled };
        assert_eq!(tap(&world, 2, THEN).await, disabled);
        assert_eq!(tap(&world, 2, THEN).await, disabled, "kept once, answered again");
        assert_eq!(rows(&world, "review").await, 1, "nothing that was entered is dropped");
        at_ten(&world, 101, Command::EnableAccount(OfAccount { account: FACILITATOR })).await;
        assert!(tap(&world, 3, THEN).await.seq().is_some(), "{engine}: enabled again");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_permission_that_was_taken_back_holds_for_what_was_made_before() {
    for engine in engines() {
        let world = furnished(engine).await;
        at_ten(&world, 100, Command::RevokeAccess(change(HERE))).await;
        assert!(tap(&world, 1, BEFORE).await.seq().is_some(), "{engine}");
        let refused = Outcome::Rejected { fault: Fault::NotAllowed };
        assert_eq!(tap(&world, 2, THEN).await, refused);
        assert_eq!(rows(&world, "review").await, 1);
        // A permission that holds now counts whenever the work was done.
        at_ten(&world, 101, Command::GrantAccess(change(HERE))).await;
        assert!(tap(&world, 3, "2021-05-31T06:00:00Z").await.seq().is_some());
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn somebody_who_moved_to_another_centre_brings_the_work_along() {
    for engine in engines() {
        let world = furnished(engine).await;
        let there = Grant { role: Role::Facilitator, scope: Scope::Centre(OBR) };
        at_ten(&world, 100, Command::RevokeAccess(change(HERE))).await;
        at_ten(&world, 101, Command::GrantAccess(change(there))).await;
        assert!(tap(&world, 1, BEFORE).await.seq().is_some(), "{engine}");
        assert_eq!(tap(&world, 2, THEN).await.fault(), Some(&Fault::NotAllowed));
        let new = envelope(3, THEN, mark(WOODEN, AZAR, Presence::Present));
        assert!(submit(&world, BY, &new).await.seq().is_some());
        // What is read is what may be read now.
        let actor = signed_in(&world, "facilitator").await;
        let centres = world.store.snapshot(&actor, None).await.unwrap().centres;
        assert_eq!(centres.iter().map(|c| c.id).collect::<Vec<_>>(), [Some(OBR)], "{engine}");
    }
}

#[tokio::test]
async fn what_is_administered_is_done_now_and_cannot_be_dated_back() {
    for engine in engines() {
        let world = furnished(engine).await;
        let grant = Grant { role: Role::Coordinator, scope: Scope::Organisation };
        let lost = ChangeAccess::of(COORDINATOR, grant);
        at_ten(&world, 100, Command::RevokeAccess(lost.clone())).await;
        let by = By::Account(COORDINATOR);
        let back = envelope(1, BEFORE, Command::GrantAccess(lost));
        let refused = Outcome::Rejected { fault: Fault::NotAllowed };
        assert_eq!(submit(&world, by, &back).await, refused, "{engine}");
        let planned = envelope(2, BEFORE, plan(id(47), SEW, "2021-05-31", "16:00"));
        assert_eq!(submit(&world, by, &planned).await, refused);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
