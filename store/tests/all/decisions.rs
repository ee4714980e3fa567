//! What a manager decides about entries that were held or refused.

use crate::support::*;
use domain::attendance::Presence;
use domain::command::{Command, Envelope, Identity, OfAccount};
use domain::fault::{Fault, Noun};
use domain::ids::AccountId;
use domain::review::SettleEntry;
use domain::shift::NoteShift;
use domain::sync::Outcome;
use sha2::{Digest, Sha256};
use sqlx::Row;
use store::{By, Submission};

const BY: By = By::Account(FACILITATOR);
const EARLY: &str = "2021-05-30T10:00:00Z";
const WHEN: &str = "2021-05-31T10:00:00Z";

fn entry(envelope: &Envelope, maker: Option<AccountId>) -> SettleEntry {
    let bytes = serde_json::to_string(envelope).unwrap();
    SettleEntry { entry: hex::encode(Sha256::digest(bytes.as_bytes())), maker, centre: None }
}

fn of(envelope: &Envelope) -> SettleEntry {
    entry(envelope, Some(FACILITATOR))
}

/// A manager's decision.
async fn decide(world: &World, who: AccountId, command: Command) -> Result<i64, Fault> {
    world.store.change(By::Account(who), command, None, None).await.map_err(|e| e.fault())
}

async fn release(world: &World, c: SettleEntry) -> Result<i64, Fault> {
    decide(world, MANAGER, Command::ReleaseEntry(c)).await
}

fn early(n: u128) -> Envelope {
    envelope(n, EARLY, mark(TEN, AMINA, Presence::Present))
}

async fn open_entries(world: &World) -> i64 {
    let actor = signed_in(world, "manager").await;
    world.store.dashboard(&actor, "KRN", None).await.unwrap().review.len() as i64
}

#[tokio::test]
async fn a_released_entry_stands_in_the_journal_as_its_maker_made_it() {
    for engine in engines() {
        let world = furnished(engine).await;
        let sent = early(1);
        let held = Outcome::Held { fault: Fault::ShiftNotStarted };
        assert_eq!(submit(&world, BY, &sent).await, held, "{engine}");
        assert_eq!(open_entries(&world).await, 1);
        let seq = release(&world, of(&sent)).await.expect("released");
        let row = sqlx::query("select actor, entry from journal where seq = $1")
            .bind(seq + 1)
            .fetch_one(&world.raw)
            .await
            .unwrap();
        assert_eq!(row.try_get::<String, _>("actor").unwrap(), FACILITATOR.to_string());
        let bytes: String = row.try_get("entry").unwrap();
        assert_eq!(bytes, serde_json::to_string(&sent).unwrap(), "byte for byte");
        let row = sqlx::query("select actor from journal where seq = $1").bind(seq);
        let row = row.fetch_one(&world.raw).await.unwrap();
        assert_eq!(row.try_get::<String, _>("actor").unwrap(), MANAGER.to_string());
        assert_eq!(submit(&world, BY, &sent).await, Outcome::Repeat { seq: seq + 1 });
        assert_eq!((open_entries(&world).await, rows(&world, "attendance").await), (0, 1));
        let kept = "vault_key where kind = 'review'";
        assert_eq!(rows(&world, kept).await, 0, "what is in the journal is not kept twice");
        let again = Err(Fault::AlreadyExists { noun: Noun::Entry });
        assert_eq!(release(&world, of(&sent)).await, again);
        assert_eq!(rows(&world, "review").await, 1, "a refused decision is not kept");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_dismissed_entry_is_kept_and_answers_as_before() {
    for engine in engines() {
        let world = furnished(engine).await;
        let sent = early(1);
        let held = submit(&world, BY, &sent).await;
        let head = world.store.check(None).await.unwrap().entries;
        let dismissed = decide(&world, MANAGER, Command::DismissEntry(of(&sent))).await;
        assert_eq!(dismissed, Ok(head + 1), "{engine}");
        assert_eq!(submit(&world, BY, &sent).await, held);
        assert_eq!((open_entries(&world).await, rows(&world, "attendance").await), (0, 0));
        let sql = "review where settled = 'dismissed' and settled_at = '2021-05-31T14:10:00.000Z'
                   and settled_by = '00000000-0000-0000-0000-00000000003d'";
        assert_eq!(rows(&world, sql).await, 1);
        assert_eq!(rows(&world, "vault_key where kind = 'review'").await, 1, "kept whole");
        let again = Err(Fault::AlreadyExists { noun: Noun::Entry });
        assert_eq!(release(&world, of(&sent)).await, again);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_a_managers_to_judge_is_forgiven_and_nothing_else() {
    for engine in engines() {
        let world = furnished(engine).await;
        let by_krn = |n, command| envelope(n, WHEN, command);
        // Somebody of another centre took part: the manager knows better.
        let guest = by_krn(1, mark(TEN, AZAR, Presence::Present));
        assert!(submit(&world, BY, &guest).await.seq().is_none());
        assert!(release(&world, of(&guest)).await.is_ok(), "{engine}");
        // Made after the account was disabled.
        must(&world, Command::DisableAccount(OfAccount { account: FACILITATOR }), None).await;
        let late = envelope(2, "2021-05-31T14:10:00Z", mark(TEN, LEJLA, Presence::Present));
        let disabled = Outcome::Rejected { fault: Fault::AccountDisabled };
        assert_eq!(submit(&world, BY, &late).await, disabled);
        assert!(release(&world, of(&late)).await.is_ok());
        must(&world, Command::EnableAccount(OfAccount { account: FACILITATOR }), None).await;
        // What is not known, not readable or not in its range cannot be taken in by anybody.
        let unknown = by_krn(3, mark(TEN, id(999), Presence::Present));
        submit(&world, BY, &unknown).await;
        let before = world.store.check(None).await.unwrap().head;
        let fault = Fault::Unknown { noun: Noun::Person };
        assert_eq!(release(&world, of(&unknown)).await, Err(fault));
        let range = by_krn(
            4,
            Command::RecordOutput(domain::output::RecordOutput {
                output: id(80),
                shift: TEN,
                product: MASK,
                quantity: 0,
                rejected: false,
            }),
        );
        submit(&world, BY, &range).await;
        let fault = Fault::out_of_range("quantity", 1, 100_000);
        assert_eq!(release(&world, of(&range)).await, Err(fault));
        let poison = Submission { bytes: r#"{"v":1}"#.into(), ..Submission::default() };
        world.store.submit(BY, vec![poison]).await.unwrap();
        let hash = hex::encode(Sha256::digest(br#"{"v":1}"#));
        let unreadable = SettleEntry { entry: hash, maker: Some(FACILITATOR), centre: None };
        let refused = release(&world, unreadable.clone()).await.unwrap_err();
        assert!(matches!(refused, Fault::Malformed { .. }));
        assert_eq!(before, world.store.check(None).await.unwrap().head, "nothing changed");
        assert_eq!(open_entries(&world).await, 3, "{engine}: all are still there");
        assert!(decide(&world, MANAGER, Command::DismissEntry(unreadable)).await.is_ok());
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn only_who_reviews_the_place_decides_and_only_about_what_is_theirs_to_do() {
    for engine in engines() {
        let world = furnished(engine).await;
        let sent = early(1);
        submit(&world, BY, &sent).await;
        for stranger in [FACILITATOR, DONOR, NOBODY] {
            let refused = decide(&world, stranger, Command::ReleaseEntry(of(&sent))).await;
            assert_eq!(refused, Err(Fault::NotAllowed), "{engine}: {stranger}");
        }
        // Made at another centre's shift, so it lies with that centre's manager.
        let elsewhere = envelope(2, WHEN, mark(WOODEN, AZAR, Presence::Present));
        submit(&world, BY, &elsewhere).await;
        assert_eq!(release(&world, of(&elsewhere)).await, Err(Fault::NotAllowed));
        assert_eq!(
            decide(&world, MANAGER, Command::DismissEntry(of(&elsewhere))).await,
            Err(Fault::NotAllowed)
        );
        // Head office reviews both, though it logs nothing itself.
        for envelope in [&sent, &elsewhere] {
            let decision = Command::ReleaseEntry(of(envelope));
            assert!(decide(&world, COORDINATOR, decision).await.is_ok(), "{engine}");
        }
        // A manager does not take in what a manager may not do.
        let kind = Command::RecordCentreKind(domain::centre::RecordCentreKind {
            centre: KRN,
            from: day("2021-05-31"),
            kind: domain::centre::CentreKind::ReceptionCentre,
            source: "field report".into(),
        });
        let administers = envelope(3, WHEN, kind);
        submit(&world, BY, &administers).await;
        assert_eq!(release(&world, of(&administers)).await, Err(Fault::NotAllowed));
        // An entry that nobody sent, and one in somebody else's name.
        let unknown = Err(Fault::Unknown { noun: Noun::Entry });
        assert_eq!(release(&world, of(&early(9))).await, unknown);
        let other = entry(&administers, Some(MANAGER));
        assert_eq!(release(&world, other).await, unknown);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_travelled_beside_an_entry_is_taken_in_with_it_and_so_is_what_waited_for_it() {
    for engine in engines() {
        let world = furnished(engine).await;
        let note = envelope(1, WHEN, Command::NoteShift(NoteShift { shift: WOODEN }));
        let identity = Some(Identity::Remark("Azar cut his hand".into()));
        let noted = Submission { identity, ..submission(&note) };
        let refused = world.store.submit(BY, vec![noted]).await.unwrap();
        assert_eq!(refused, [Outcome::Rejected { fault: Fault::NotAllowed }], "{engine}");
        let released = decide(&world, COORDINATOR, Command::ReleaseEntry(of(&note))).await;
        assert!(released.is_ok(), "{engine}: {released:?}");
        let sealed = format!("vault where subject = '{}'", note.id);
        assert_eq!(rows(&world, &sealed).await, 1);
        // A mark waits for somebody who is registered by an entry that was refused.
        let new = person(id(55), Some(OBR), domain::person::Sex::Male, 1990);
        let registered = envelope(2, WHEN, new);
        assert!(submit(&world, BY, &registered).await.seq().is_none());
        let tap = envelope(3, WHEN, mark(TEN, id(55), Presence::Present));
        let waits = Outcome::Held { fault: Fault::Unknown { noun: Noun::Person } };
        assert_eq!(submit(&world, BY, &tap).await, waits);
        let released = decide(&world, COORDINATOR, Command::ReleaseEntry(of(&registered))).await;
        assert!(released.is_ok(), "{engine}: {released:?}");
        let elsewhere = Outcome::Held { fault: Fault::OtherCentre { noun: Noun::Person } };
        assert_eq!(submit(&world, BY, &tap).await, elsewhere, "{engine}: judged again");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
