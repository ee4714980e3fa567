//! Backups: restored on either engine they are the same, and they forget whom the organisation forgot.

use crate::support::*;
use domain::attendance::Presence;
use domain::command::Command;
use domain::fault::Fault;
use domain::overview::PeopleFilter;
use domain::registry::ErasePerson;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{By, Restored, Store};

fn clock() -> Arc<dyn domain::clock::Clock> {
    Arc::new(domain::clock::FixedClock(at("2021-05-31T14:10:00Z")))
}

async fn back_up(world: &World, folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name);
    world.store.backup(&file, &folder.join("keys")).await.expect("a backup");
    file
}

/// The aliases of Krnjača's people.
async fn aliases(store: &Store) -> Vec<Option<String>> {
    let signed = store.sign_in("manager", &store::Password(PASSWORD.into()), "127.0.0.1").await;
    let actor = store.session(&signed.expect("signs in").token).await.expect("a session").1;
    let all = PeopleFilter::default();
    let page = store.people_of(&actor, "KRN", &all, None).await.expect("a list");
    page.people.into_iter().map(|row| row.label.alias).collect()
}

#[tokio::test]
async fn a_backup_is_restored_on_either_engine() {
    for from in engines() {
        let world = furnished(from).await;
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        // Something waits for a manager.
        let early = envelope(9, "2021-05-30T08:00:00Z", mark(TWELVE, AMINA, Presence::Present));
        submit(&world, By::Account(FACILITATOR), &early).await;
        let head = world.store.check(None).await.unwrap().head;
        let known = aliases(&world.store).await;
        let folder = tempfile::tempdir().unwrap();
        let file = back_up(&world, folder.path(), "backup.db").await;
        let again = world.store.backup(&file, &folder.path().join("keys")).await;
        assert!(again.is_err(), "{from}: a backup is never overwritten");
        for to in engines() {
            let scratch = Scratch::new(to).await;
            let url = scratch.url();
            let keys = folder.path().join("keys");
            let (store, restored) = Store::restore(url, &file, &keys, clock()).await.unwrap();
            let expected = Restored { entries: restored.entries, forgotten: 0, erased_again: 0 };
            assert_eq!(restored, expected, "{from} {to}");
            let found = store.check(Some(&head)).await.unwrap();
            assert_eq!((found.problems, &found.head), (vec![], &head), "{from} {to}");
            assert_eq!(aliases(&store).await, known, "{from} {to}");
            let raw = sqlx::AnyPool::connect(url).await.unwrap();
            let review =
                sqlx::query("select bytes_hash from review").fetch_all(&raw).await.unwrap();
            assert_eq!(review.len(), 1, "{from} {to}");
            store.close().await;
            let twice = Store::restore(url, &file, &keys, clock()).await.map(drop).unwrap_err();
            assert!(twice.to_string().contains("not empty"), "{from} {to}: {twice}");
        }
    }
}

#[tokio::test]
async fn an_older_backup_forgets_who_was_erased_since() {
    for engine in engines() {
        let world = furnished(engine).await;
        let folder = tempfile::tempdir().unwrap();
        let old = back_up(&world, folder.path(), "old.db").await;
        let erase = Command::ErasePerson(ErasePerson { person: AMINA });
        must(&world, erase, None).await;
        let new = back_up(&world, folder.path(), "new.db").await;
        let keys = folder.path().join("keys");
        for (file, again) in [(&old, 1), (&new, 0)] {
            let scratch = Scratch::new(engine).await;
            let url = scratch.url();
            let (store, restored) = Store::restore(url, file, &keys, clock()).await.unwrap();
            assert_eq!((restored.forgotten, restored.erased_again), (again, again), "{engine}");
            let known = aliases(&store).await;
            assert!(
                known.contains(&Some("Lejla".into())) && !known.contains(&Some("Amina".into()))
            );
            assert_eq!(store.check(None).await.unwrap().problems, Vec::<String>::new(), "{engine}");
            store.close().await;
        }
        // Neither file holds a name, and the backup holds no key.
        let key = std::fs::read_to_string(&keys).unwrap();
        for file in [&old, &new] {
            let bytes = std::fs::read(file).unwrap();
            let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
            assert!(!holds("Amina") && !key.contains("Amina"), "{engine}");
            let json: serde_json::Value = serde_json::from_str(&key).unwrap();
            for one in json["keys"].as_array().unwrap() {
                assert!(!holds(one[2].as_str().unwrap()), "{engine}: a key in the backup");
            }
            assert!(!holds(json["organisation"][0].as_str().unwrap_or("no key")), "{engine}");
        }
    }
}

#[tokio::test]
async fn what_is_no_backup_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let scratch = Scratch::new("sqlite").await;
    let url = scratch.url();
    let keys = folder.path().join("keys");
    let refused = async |file: &Path| {
        let restored = Store::restore(url, file, &keys, clock()).await;
        restored.map(drop).unwrap_err()
    };
    let missing = refused(&folder.path().join("missing.db")).await;
    assert!(missing.to_string().contains("keys"), "{missing}");
    std::fs::write(&keys, "{}").unwrap();
    assert!(
        refused(&folder.path().join("missing.db")).await.to_string().contains("no file of keys")
    );
    let world = furnished("sqlite").await;
    back_up(&world, folder.path(), "backup.db").await;
    let missing = refused(&folder.path().join("missing.db")).await;
    assert!(missing.to_string().contains("missing.db"), "{missing}");
    let damaged = folder.path().join("damaged.db");
    std::fs::write(&damaged, "not a database").unwrap();
    assert_eq!(refused(&damaged).await.fault(), Fault::Unavailable);
}

#[tokio::test]
async fn head_office_knows_how_old_the_last_check_and_backup_are() {
    for engine in engines() {
        let world = furnished(engine).await;
        let coordinator = signed_in(&world, "coordinator").await;
        let before = world.store.upkeep(&coordinator).await.unwrap();
        assert_eq!((before.check, before.backup), (None, None), "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
        let folder = tempfile::tempdir().unwrap();
        let (file, keys) = (folder.path().join("b.db"), folder.path().join("k"));
        world.store.backup(&file, &keys).await.unwrap();
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        let after = world.store.upkeep(&coordinator).await.unwrap();
        let (check, backup) = (after.check.unwrap(), after.backup.unwrap());
        assert_eq!((check.problems, check.entries), (0, before.entries), "{engine}");
        assert_eq!(backup.entries, after.entries - 1, "{engine}: one entry since");
        assert!(!backup.is_stale(after.now), "{engine}");
        // A cell that was changed behind the journal is told.
        sqlx::query("update shift set minutes = 7").execute(&world.raw).await.unwrap();
        world.store.check(None).await.unwrap();
        let after = world.store.upkeep(&coordinator).await.unwrap();
        assert!(after.check.unwrap().problems > 0, "{engine}");
        // It is four in the afternoon: no night.
        assert_eq!(world.store.check_at_night().await.unwrap(), None, "{engine}");
        let manager = signed_in(&world, "manager").await;
        assert!(world.store.upkeep(&manager).await.is_err(), "{engine}");
    }
}
