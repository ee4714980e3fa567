//! Rescue files of both kinds: opened, taken in once, and by whom.

use crate::support::*;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use data_encoding::BASE64URL_NOPAD;
use domain::access::{Actor, Grant, Role, Scope};
use domain::attendance::Presence;
use domain::command::Envelope;
use domain::fault::Fault;
use domain::ids::{AccountId, CentreId};
use domain::sync::{Outcome, RESCUE_INFO};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeS, Serializable, single_shot_seal_with_rng};
use serde_json::{Value, json};
use sha2::Sha256;
use sqlx::Row;
use store::{By, Rescued};

const WHEN: &str = "2021-05-31T10:00:00Z";

/// What a tablet puts into the file.
fn content(entries: &[(Option<AccountId>, &Envelope)]) -> String {
    let entry = |(account, envelope): &(Option<AccountId>, &Envelope)| json!({ "account": account, "envelope": submission(envelope).bytes, "sealed": null });
    json!({ "entries": entries.iter().map(entry).collect::<Vec<Value>>() }).to_string()
}

async fn to_organisation(world: &World, content: &str) -> String {
    let key = world.store.public_key().await.expect("a key");
    let key = BASE64URL_NOPAD.decode(key.as_bytes()).expect("base64url");
    let key = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&key).expect("a key");
    let (enc, sealed) = single_shot_seal_with_rng::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeS::Base,
        &key,
        RESCUE_INFO.as_bytes(),
        content.as_bytes(),
        RESCUE_INFO.as_bytes(),
        &mut rand::rng(),
    )
    .expect("sealed");
    json!({
        "radionica": "rescue", "v": 1, "device": null, "made_at": WHEN, "entries": 1,
        "to": "organisation",
        "enc": BASE64URL_NOPAD.encode(&enc.to_bytes()),
        "sealed": BASE64URL_NOPAD.encode(&sealed),
    })
    .to_string()
}

fn to_passphrase(passphrase: &str, content: &str) -> Value {
    let (salt, iv) = ([7u8; 16], [9u8; 12]);
    let key = pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(passphrase.as_bytes(), &salt, 1_000);
    let payload = Payload { msg: content.as_bytes(), aad: RESCUE_INFO.as_bytes() };
    let cipher = Aes256Gcm::new_from_slice(&key).expect("a key");
    let sealed = cipher.encrypt(&Nonce::from(iv), payload).expect("sealed");
    json!({
        "radionica": "rescue", "v": 1, "device": id::<domain::ids::DeviceId>(7), "made_at": WHEN,
        "entries": 1, "to": "passphrase", "salt": BASE64URL_NOPAD.encode(&salt),
        "iterations": 1_000, "iv": BASE64URL_NOPAD.encode(&iv),
        "sealed": BASE64URL_NOPAD.encode(&sealed),
    })
}

fn manager(of: CentreId) -> Actor {
    let grant = Grant { role: Role::Manager, scope: Scope::Centre(of) };
    Actor::Account { id: MANAGER, grants: vec![grant] }
}

async fn actors(world: &World) -> Vec<String> {
    let sql = "select actor from journal order by seq desc limit 2";
    let rows = sqlx::query(sql).fetch_all(&world.raw).await.unwrap();
    rows.iter().map(|row| row.get("actor")).collect()
}

#[tokio::test]
async fn a_file_to_the_organisation_is_taken_in_once() {
    for engine in engines() {
        let world = furnished(engine).await;
        let one = envelope(1000, WHEN, mark(TEN, AMINA, Presence::Present));
        let two = envelope(1001, WHEN, mark(TEN, LEJLA, Presence::Present));
        let maker = Some(FACILITATOR);
        let file = to_organisation(&world, &content(&[(maker, &one), (maker, &two)])).await;
        let take = async |dry| {
            let actor = manager(KRN);
            world.store.take_rescue(&actor, &file, None, dry).await.expect("taken in")
        };
        // The first had arrived: only its answer was lost.
        assert!(submit(&world, By::Account(FACILITATOR), &one).await.seq().is_some());
        let half = Rescued { entries: 2, taken: 1, repeated: 1, ..Rescued::default() };
        assert_eq!(take(true).await, half, "{engine}: only looked at");
        assert_eq!(take(false).await, half, "{engine}");
        assert_eq!(actors(&world).await, [FACILITATOR.to_string(), FACILITATOR.to_string()]);
        let all = Rescued { entries: 2, repeated: 2, ..Rescued::default() };
        assert_eq!(take(false).await, all, "{engine}: again");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_file_with_a_passphrase_opens_with_it_alone() {
    for engine in engines() {
        let world = furnished(engine).await;
        let one = envelope(1000, WHEN, mark(TEN, AMINA, Presence::Present));
        let file = to_passphrase("krnjača 2021", &content(&[(Some(FACILITATOR), &one)]));
        let text = file.to_string();
        let (store, actor) = (&world.store, manager(KRN));
        let unreadable = async |file: &str, passphrase| {
            let refused = store.take_rescue(&actor, file, passphrase, false).await;
            assert_eq!(refused.expect_err("unreadable").fault(), Fault::RescueUnreadable, "{file}");
        };
        unreadable(&text, None).await;
        unreadable(&text, Some("krnjaca 2021")).await;
        for (field, value) in [
            ("v", json!(2)),
            ("radionica", json!("backup")),
            ("iterations", json!(0)),
            ("iterations", json!(4_000_000_000u32)),
            ("iv", json!("AAAA")),
            ("salt", json!("š")),
            ("sealed", json!("")),
            ("to", json!("everybody")),
        ] {
            let mut other = file.clone();
            other[field] = value;
            unreadable(&other.to_string(), Some("krnjača 2021")).await;
        }
        for nonsense in ["", "{}", "[]", "no JSON"] {
            unreadable(nonsense, None).await;
        }
        let right = Some("krnjača 2021");
        let taken = store.take_rescue(&actor, &text, right, false).await.expect("taken in");
        assert_eq!(taken, Rescued { entries: 1, taken: 1, ..Rescued::default() }, "{engine}");
    }
}

#[tokio::test]
async fn nobody_vouches_for_makers_of_another_centre() {
    for engine in engines() {
        let world = furnished(engine).await;
        let one = envelope(1000, WHEN, mark(TEN, AMINA, Presence::Present));
        let two = envelope(1001, WHEN, mark(TEN, LEJLA, Presence::Present));
        let three = envelope(1002, WHEN, mark(TWELVE, LEJLA, Presence::Present));
        let stranger = Some(id(777));
        let entries = [(Some(FACILITATOR), &one), (stranger, &two), (None, &three)];
        let file = to_organisation(&world, &content(&entries)).await;
        let take = async |actor: Actor| world.store.take_rescue(&actor, &file, None, false).await;
        let refused = take(Actor::Account { id: DONOR, grants: vec![] }).await;
        assert_eq!(refused.expect_err("a donor").fault(), Fault::NotAllowed);
        let held = Rescued { entries: 3, held: 3, ..Rescued::default() };
        assert_eq!(take(manager(OBR)).await.expect("kept"), held, "{engine}");
        // The maker's own tablet can send again after all, and their own manager vouches.
        let own = submit(&world, By::Account(FACILITATOR), &one).await;
        assert!(matches!(own, Outcome::Applied { .. }), "{engine}: {own:?}");
        let known = Rescued { entries: 3, repeated: 1, held: 2, ..Rescued::default() };
        assert_eq!(take(manager(KRN)).await.expect("kept"), known, "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
