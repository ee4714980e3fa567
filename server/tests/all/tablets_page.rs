//! The forms of the page of a centre's tablets.

use crate::support::Persona::*;
use crate::support::*;
use domain::device::check_one_time_code;
use domain::ids::DeviceId;

const PAGE: &str = "/centres/KRN/tablets";

/// The one-time code that a page shows.
fn code(page: &Answer) -> Option<String> {
    let text = page.text();
    let code = text.split(r#"class="once""#).nth(1)?.split('>').nth(1)?.split('<').next()?;
    check_one_time_code(code).ok()
}

async fn devices(world: &World) -> Vec<DeviceId> {
    let tablets = world.store.tablets(&domain::access::Actor::Operator, "KRN").await.unwrap();
    tablets.tablets.iter().map(|tablet| tablet.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_is_added_set_up_again_and_revoked() {
    for engine in engines() {
        let world = world(engine).await;
        let first = world.get(Manager, PAGE).await.text();
        assert!(first.contains(r#"value="T-KRN-1""#), "{engine}: a code is proposed");

        let added = world.form(Manager, PAGE, "do=add&code=t-krn-1").await;
        assert_eq!(added.status, 200, "{engine}: {}", added.text());
        assert_eq!(added.header("cache-control"), "no-store");
        assert!(added.header("content-type").starts_with("text/html"));
        assert!(added.header("content-security-policy").contains("default-src 'self'"));
        let one = code(&added).expect("a code");
        assert_eq!(code(&world.get(Manager, PAGE).await), None, "shown once");
        let device = devices(&world).await[0];

        let form = format!("do=code&device={device}");
        let again = code(&world.form(Coordinator, PAGE, &form).await).expect("a new code");
        assert!(world.store.enrol_device(&one, "test").await.is_err(), "the first has ended");
        let token = world.store.enrol_device(&again, "test").await.expect("a tablet").token;
        let tablet = world.store.tablet(&token).await.unwrap().unwrap();
        let member = join(&world.store, tablet, "dragojla").await;
        join(&world.store, tablet, "manager-krn").await;

        let page = world.get(Manager, PAGE).await.text();
        assert!(page.contains("F-KRN-1") && page.contains("In use"), "{engine}");
        let pin = format!("do=pin&device={device}&account={}", member.account);
        let page = world.form(Manager, PAGE, &pin).await;
        assert!(code(&page).is_some(), "{engine}: {}", page.text());

        let revoke = format!("do=revoke&device={device}");
        let answer = world.form(Manager, PAGE, &revoke).await;
        let done = format!("{PAGE}?done=revoked");
        assert_eq!((answer.status.as_u16(), answer.location()), (303, done.as_str()));
        assert!(world.get(Manager, &done).await.text().contains("The tablet is revoked."));
        for form in [&format!("do=code&device={device}"), &pin] {
            let refused = world.form(Manager, PAGE, form).await;
            assert_eq!((refused.status.as_u16(), code(&refused)), (403, None), "{form}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_are_judged_like_every_change() {
    let world = world("sqlite").await;
    let before = world.entries().await;
    for who in [Facilitator, OtherFacilitator, OtherManager, Donor, Powerless] {
        let refused = world.form(who, PAGE, "do=add&code=T-1").await;
        assert_eq!((refused.status.as_u16(), code(&refused)), (403, None), "{who:?}");
    }
    for who in [Nobody, Expired] {
        let sent_on = world.form(who, PAGE, "do=add&code=T-1").await;
        assert_eq!(sent_on.status, 303);
        assert!(sent_on.location().starts_with("/sign-in?"), "{who:?}");
    }
    for (form, status) in [
        ("do=add&code=", 422),
        ("do=add&code=Ш-1", 422),
        ("do=add", 400),
        ("do=steal", 400),
        ("do=code&device=x", 400),
        ("do=code&device=00000000-0000-0000-0000-000000000001", 404),
        ("do=revoke&device=00000000-0000-0000-0000-000000000001", 404),
    ] {
        let refused = world.form(Manager, PAGE, form).await;
        assert_eq!(refused.status.as_u16(), status, "{form}: {}", refused.text());
        assert!(refused.text().contains(r#"role="alert""#), "{form}");
    }
    assert_eq!(world.entries().await, before);
    // Another centre's tablet is not to be had through one's own page.
    world.form(OtherManager, "/centres/OBR/tablets", "do=add&code=T-OBR-1").await;
    let theirs = world.store.tablets(&domain::access::Actor::Operator, "OBR").await.unwrap();
    let form = format!("do=code&device={}", theirs.tablets[0].id);
    let refused = world.form(Manager, PAGE, &form).await;
    assert_eq!((refused.status.as_u16(), code(&refused)), (403, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rescue_file_is_uploaded() {
    let world = world("sqlite").await;
    let path = &format!("{PAGE}/rescue");
    let upload = async |who, file: &str| {
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.json\"\r\n\
             Content-Type: application/json\r\n\r\n{file}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"passphrase\"\r\n\r\n\r\n--x--\r\n"
        );
        world.post(who, path, "multipart/form-data; boundary=x", body).await
    };
    let refused = upload(Manager, "no rescue file").await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("This file cannot be opened"));
    // Larger than a form, smaller than a rescue file may be.
    let refused = upload(Manager, &"x".repeat(3 << 20)).await;
    assert_eq!(refused.status, 422);
    assert_eq!(upload(Manager, &"x".repeat(9 << 20)).await.status, 413);
    assert_eq!(upload(OtherManager, "x").await.status, 403);
    assert_eq!(world.post(Manager, path, "text/plain", "x").await.status, 400);
    assert!(upload(Nobody, "x").await.location().starts_with("/sign-in?"));
}
