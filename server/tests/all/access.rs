//! The forms of head office's page of access, and those of periods and of the register of shifts.

use crate::support::Persona::*;
use crate::support::*;

const ACCESS: &str = "/access";

/// The password that stands in a page: 24 characters in groups of four.
fn password_in(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let mut made = words.filter(|word| word.len() == 29 && word.matches('-').count() == 5);
    made.next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_head_office_gives_access() {
    for engine in engines() {
        let world = world(engine).await;
        let before = world.entries().await;
        let facilitator = demo_id::<domain::ids::AccountId>("account", "dragojla");
        let give = format!("do=grant&account={facilitator}&role=manager&grant=centre:OBR");
        for who in [Manager, Facilitator, Donor, Powerless] {
            let refused = world.form(who, ACCESS, &give).await;
            assert_eq!(refused.status, 403, "{engine} {who:?}");
        }
        for who in [Nobody, Expired] {
            let refused = world.form(who, ACCESS, &give).await;
            assert_eq!(refused.status, 303, "{engine} {who:?}: to the sign-in");
        }
        for who in [Manager, Facilitator, Donor, Powerless] {
            for form in ["do=centre", "do=project", "do=share"] {
                let refused = world.form(who, "/organisation", form).await;
                assert_eq!(refused.status, 403, "{engine} {who:?} {form}");
            }
        }
        let empty = world.form(Coordinator, "/organisation", "do=centre").await;
        assert_eq!(empty.status, 422, "{engine}: nothing was typed");
        assert_eq!(world.entries().await, before, "{engine}");
        assert_eq!(world.get(Facilitator, "/centres/OBR").await.status, 403, "{engine}");

        let reversed = format!("{give}&from=2021-06-02&to=2021-06-01");
        assert_eq!(world.form(Coordinator, ACCESS, &reversed).await.status, 400, "{engine}");
        let misfit = format!("do=grant&account={facilitator}&role=donor&grant=centre:OBR");
        assert_eq!(world.form(Coordinator, ACCESS, &misfit).await.status, 422, "{engine}");
        // From tomorrow on is not yet.
        let later = format!("{give}&from=2021-06-01&to=2021-06-02");
        assert_eq!(world.form(Coordinator, ACCESS, &later).await.status, 303, "{engine}");
        assert_eq!(world.get(Facilitator, "/centres/OBR").await.status, 403, "{engine}");
        let twice = world.form(Coordinator, ACCESS, &give).await;
        assert_eq!(twice.status, 409, "{engine}: it is given already");
        let take = format!("do=revoke&account={facilitator}&role=manager&grant=centre:OBR");
        assert_eq!(world.form(Coordinator, ACCESS, &take).await.status, 303, "{engine}");
        let now = format!("{give}&from=2021-05-31&to=2021-05-31");
        assert_eq!(world.form(Coordinator, ACCESS, &now).await.status, 303, "{engine}");
        assert_eq!(world.get(Facilitator, "/centres/OBR").await.status, 200, "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_shown_once_and_signs_in() {
    for engine in engines() {
        let world = world(engine).await;
        let form = "do=add&code=f-sid-9&login=F-Sid-9&name=Somebody";
        let made = world.form(Coordinator, ACCESS, form).await;
        assert_eq!(made.status, 200, "{engine}");
        let text = made.text();
        let password = password_in(&text);
        assert_eq!(password.len(), 29, "{engine}: {password}");
        let again = world.get(Coordinator, ACCESS).await.text();
        assert!(again.contains("f-sid-9") && !again.contains(&password), "{engine}");
        let sign_in = format!("login=f-sid-9&password={password}&next=%2F");
        let answer = world.form(Nobody, "/session", &sign_in).await;
        assert!(!answer.location().contains("fault"), "{engine}: {}", answer.location());
        let taken = world.form(Coordinator, ACCESS, form).await;
        assert_eq!(taken.status, 409, "{engine}");
        let bad = "do=add&code=F-SID-8&login=a%20b&name=Somebody";
        assert_eq!(world.form(Coordinator, ACCESS, bad).await.status, 422, "{engine}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_that_cannot_be_read_changes_nothing() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    let log = "/centres/KRN/log";
    for (who, form, status) in [
        (Manager, "seen=x", 400),
        (Manager, "seen=1&shifts=x", 400),
        (Manager, "seen=1&shifts=00000000-0000-0000-0000-000000000001", 404),
        (Coordinator, "seen=1", 403),
        (Facilitator, "seen=1&c0=what&shifts=00000000-0000-0000-0000-000000000001", 403),
        (OtherManager, "seen=1", 403),
        (Donor, "seen=1", 403),
    ] {
        let sending = "form=00000000-0000-0000-0000-000000000002";
        let form = format!("at=workshop%3DKRN-SEW%26week%3D2021-W22&{sending}&{form}");
        let answer = world.form(who, log, &form).await;
        assert_eq!(answer.status, status, "{who:?} {form}");
    }
    for (who, form, status) in [
        (Manager, "do=close&to=2021-05-31", 400),
        (Manager, "do=close&to=x", 400),
        (Manager, "do=reopen&from=2021-05-01&why=", 422),
        (Manager, "do=reopen&from=2021-05-01&why=x", 400),
        (Facilitator, "do=close&to=2021-04-30", 403),
        (OtherManager, "do=close&to=2021-04-30", 403),
    ] {
        let answer = world.form(who, "/centres/KRN/periods", form).await;
        assert_eq!(answer.status, status, "{who:?} {form}");
    }
    assert_eq!(world.entries().await, before);
}
