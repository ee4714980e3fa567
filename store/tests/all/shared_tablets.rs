//! What shared tablets bring: identities sealed to the organisation, entries of members and of
//! others.

use crate::support::*;
use data_encoding::BASE64URL_NOPAD;
use domain::access::Actor;
use domain::attendance::Presence;
use domain::command::{Command, Envelope, Identity, RecordIdentity};
use domain::device::{AddDevice, OfDevice};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, DeviceId};
use domain::person::Sex;
use domain::sync::{JoinRequest, Outcome, SEAL_INFO};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeS, Serializable, single_shot_seal_with_rng};
use store::{By, Submission, Tablet};
use uuid::Uuid;

const BY: By = By::Account(FACILITATOR);
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0xDE));
const WHEN: &str = "2021-05-31T10:00:00Z";

/// Seals as a tablet does.
async fn seal(world: &World, identity: &Identity, aad: &str) -> String {
    let key = world.store.public_key().await.expect("a key");
    let key = BASE64URL_NOPAD.decode(key.as_bytes()).expect("base64url");
    let key = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&key).expect("a key");
    let plain = serde_json::to_vec(identity).expect("JSON");
    let (enc, sealed) = single_shot_seal_with_rng::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeS::Base,
        &key,
        SEAL_INFO.as_bytes(),
        &plain,
        aad.as_bytes(),
        &mut rand::rng(),
    )
    .expect("sealed");
    BASE64URL_NOPAD.encode(&[&enc.to_bytes()[..], &sealed].concat())
}

fn sealed(envelope: &Envelope, sealed: String) -> Submission {
    Submission { sealed: Some(sealed), ..submission(envelope) }
}

async fn one(world: &World, by: By, submission: Submission) -> Outcome {
    world.store.submit(by, vec![submission]).await.expect("an answer").remove(0)
}

async fn known_as(world: &World, person: domain::ids::PersonId) -> Option<String> {
    let whole = world.store.snapshot(&Actor::Operator, Some(KRN)).await.expect("a snapshot");
    whole.people.into_iter().find(|p| p.id == person).expect("a person").alias
}

#[tokio::test]
async fn a_sealed_identity_is_opened_at_the_door() {
    for engine in engines() {
        let world = furnished(engine).await;
        let noor = id(500);
        let new = envelope(1000, WHEN, person(noor, Some(KRN), Sex::Female, 1990));
        let bytes = submission(&new).bytes;
        let right = seal(&world, &alias("Noor").unwrap(), &bytes).await;
        assert_eq!(world.store.public_key().await.unwrap().len(), 87);

        // Beside another envelope it cannot be opened; nor can what is no seal.
        let other = envelope(1001, WHEN, person(id(501), Some(KRN), Sex::Female, 1990));
        let broken = Outcome::Held { fault: Fault::SealBroken };
        assert_eq!(one(&world, BY, sealed(&other, right.clone())).await, broken, "{engine}");
        for (n, nonsense) in ["", "AAAA", "š", &"A".repeat(200)].into_iter().enumerate() {
            let other = envelope(1010 + n as u128, WHEN, mark(TEN, AMINA, Presence::Present));
            assert_eq!(one(&world, BY, sealed(&other, nonsense.into())).await, broken);
        }
        // In the clear and sealed at once is no form of ours; an account is not a tablet's to make.
        let both = Submission { identity: alias("Noor"), ..sealed(&new, right.clone()) };
        let refused = one(&world, BY, both).await;
        assert!(matches!(refused, Outcome::Rejected { fault: Fault::Malformed { .. } }));
        let outsider = domain::command::AccountIdentity { login: "x1".into(), name: "X".into() };
        let third = envelope(1020, WHEN, mark(TEN, AMINA, Presence::Present));
        let own = submission(&third).bytes;
        let smuggled = seal(&world, &Identity::Account(outsider), &own).await;
        let refused = Outcome::Rejected { fault: Fault::NotAllowed };
        assert_eq!(one(&world, BY, sealed(&third, smuggled)).await, refused);

        let again = envelope(1002, WHEN, person(noor, Some(KRN), Sex::Female, 1990));
        let right = seal(&world, &alias("Noor").unwrap(), &submission(&again).bytes).await;
        let padded = format!("{right}==");
        let applied = one(&world, BY, sealed(&again, padded)).await;
        assert!(matches!(applied, Outcome::Applied { .. }), "{engine}: {applied:?}");
        assert_eq!(known_as(&world, noor).await.as_deref(), Some("Noor"));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_held_keeps_its_seal_and_is_opened_when_it_is_taken_in() {
    for engine in engines() {
        let world = furnished(engine).await;
        let noor = id(500);
        let name = envelope(1000, WHEN, Command::RecordIdentity(RecordIdentity { person: noor }));
        let seal = seal(&world, &alias("Noor").unwrap(), &submission(&name).bytes).await;
        let unknown = Outcome::Held { fault: Fault::Unknown { noun: Noun::Person } };
        let by = By::Account(MANAGER);
        assert_eq!(one(&world, by, sealed(&name, seal)).await, unknown, "{engine}");
        must(&world, person(noor, Some(KRN), Sex::Female, 1990), None).await;
        assert_eq!(known_as(&world, noor).await.as_deref(), Some("Noor"), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

/// A tablet of Krnjača.
async fn tablet(world: &World) -> Tablet {
    let add = AddDevice { device: DEVICE, centre: KRN, code: "T-KRN-1".into() };
    must(world, Command::AddDevice(add), None).await;
    let code = world.store.new_device_code(&Actor::Operator, DEVICE).await.expect("a code");
    let token = world.store.enrol_device(&code.code, "here").await.expect("a tablet").token;
    world.store.tablet(&token).await.expect("an answer").expect("a tablet")
}

async fn join(world: &World, tablet: Tablet, login: &str) {
    let asked = JoinRequest::Password { login: login.into(), password: PASSWORD.into() };
    world.store.join_device(tablet, asked, "here").await.expect("a member");
}

fn brought(n: u128, command: Command) -> Submission {
    Submission { tablet: Some(DEVICE), ..submission(&envelope(n, WHEN, command)) }
}

#[tokio::test]
async fn what_waited_for_its_maker_to_join_is_taken_in_then() {
    for engine in engines() {
        let world = furnished(engine).await;
        let tablet = tablet(&world).await;
        let noor = id(500);
        let batch = vec![
            brought(1000, mark(TEN, noor, Presence::Present)),
            brought(1001, person(noor, Some(KRN), Sex::Female, 1990)),
        ];
        let held = Outcome::Held { fault: Fault::NotAMember };
        let outcomes = world.store.submit(BY, batch.clone()).await.unwrap();
        assert_eq!(outcomes, [held.clone(), held.clone()], "{engine}");
        // Somebody else's joining helps nobody, nor does what no account ever made.
        join(&world, tablet, "manager").await;
        let nobodys = By::Account(AccountId(DEVICE.0));
        let unnamed = brought(1002, mark(TEN, AMINA, Presence::Present));
        assert_eq!(one(&world, nobodys, unnamed).await, held);
        assert_eq!(one(&world, BY, batch[0].clone()).await, held);
        join(&world, tablet, "facilitator").await;
        let outcomes = world.store.submit(BY, batch).await.unwrap();
        assert!(outcomes.iter().all(|o| matches!(o, Outcome::Repeat { .. })), "{outcomes:?}");
        let whole = world.store.snapshot(&Actor::Operator, Some(KRN)).await.unwrap();
        assert!(whole.marks.iter().any(|m| m.person == noor));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_revoked_tablet_brings_nothing_in_but_what_it_brought_before_counts() {
    for engine in engines() {
        let world = furnished(engine).await;
        let tablet = tablet(&world).await;
        join(&world, tablet, "facilitator").await;
        let noor = id(500);
        let early = brought(1000, mark(TEN, noor, Presence::Present));
        let unknown = Outcome::Held { fault: Fault::Unknown { noun: Noun::Person } };
        assert_eq!(one(&world, BY, early.clone()).await, unknown);
        let revoke = || Command::RevokeDevice(OfDevice { device: DEVICE });
        must(&world, revoke(), None).await;
        must(&world, revoke(), None).await;
        let late = brought(1001, mark(TEN, AMINA, Presence::Present));
        let held = Outcome::Held { fault: Fault::DeviceRevoked };
        assert_eq!(one(&world, BY, late).await, held, "{engine}");
        must(&world, person(noor, Some(KRN), Sex::Female, 1990), None).await;
        assert!(matches!(one(&world, BY, early).await, Outcome::Repeat { .. }), "{engine}");
        let refused = world.store.new_device_code(&Actor::Operator, DEVICE).await;
        assert_eq!(refused.expect_err("revoked").fault(), Fault::DeviceRevoked);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
