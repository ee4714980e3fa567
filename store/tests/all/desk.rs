//! What a manager reads: entries under review whole, disagreements, notes and receipts.

use crate::support::*;
use domain::access::{Grant, Role, Scope};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{ChangeAccess, Command, Envelope, Identity};
use domain::fault::{Fault, Noun};
use domain::handover::{HandOverShift, Seen, SeenProduct};
use domain::label::Name;
use domain::output::RecordOutput;
use domain::overview::{About, Dashboard, Disagreement, ReviewEntry, Said};
use domain::person::{AgeBand, PersonCode, Sex};
use domain::review::{Correction, SettleEntry};
use domain::shift::{CancelShift, NoteShift, Progress, Reason};
use domain::workshop::{Activity, CreateWorkshop};
use store::{By, Submission};

const BY: By = By::Account(FACILITATOR);

async fn send(world: &World, n: u128, when: &str, command: Command) -> Option<i64> {
    submit(world, BY, &envelope(n, when, command)).await.seq()
}

async fn send_with(world: &World, envelope: &Envelope, text: &str) -> Option<i64> {
    let identity = Some(Identity::Remark(text.into()));
    let sent = Submission { identity, ..submission(envelope) };
    world.store.submit(BY, vec![sent]).await.unwrap()[0].seq()
}

async fn page(world: &World, who: &str) -> Dashboard {
    let actor = signed_in(world, who).await;
    world.store.dashboard(&actor, "KRN", None).await.expect("a dashboard")
}

fn settle(entry: &ReviewEntry) -> SettleEntry {
    SettleEntry { entry: entry.hash.clone(), maker: entry.maker, centre: None }
}

#[tokio::test]
async fn what_belongs_to_no_centre_is_the_coordinators_to_decide() {
    for engine in engines() {
        let world = furnished(engine).await;
        let (course, lesson) = (id(12), id(43));
        let workshop = CreateWorkshop {
            workshop: course,
            centre: None,
            code: "TRAIN".into(),
            title: Name::new("Course", "Курс"),
            activity: Activity::Training,
            minutes: 60,
        };
        must(&world, Command::CreateWorkshop(workshop), None).await;
        must(&world, plan(lesson, course, "2021-05-31", "09:00"), None).await;
        let grant = Grant { role: Role::Facilitator, scope: Scope::Workshop(course) };
        let access = ChangeAccess::of(FACILITATOR, grant);
        must(&world, Command::GrantAccess(access), None).await;
        let early = "2021-05-30T08:00:00Z";
        assert!(send(&world, 1, early, close(lesson)).await.is_none(), "{engine}");

        assert_eq!(page(&world, "manager").await.review, []);
        let manager = signed_in(&world, "manager").await;
        assert_eq!(world.store.review_elsewhere(&manager).await.unwrap(), None);
        let office = signed_in(&world, "coordinator").await;
        let review = world.store.review_elsewhere(&office).await.unwrap().expect("a list");
        let [held] = &review[..] else { panic!("{engine}: {review:?}") };
        assert_eq!(held.command.as_deref(), Some("close_shift"));
        let release = Command::ReleaseEntry(settle(held));
        let taken = world.store.change(By::Account(COORDINATOR), release, None, None).await;
        assert!(taken.is_ok(), "{engine}: {taken:?}");
        assert_eq!(world.store.review_elsewhere(&office).await.unwrap(), Some(vec![]));
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn an_entry_under_review_says_everything_that_it_says() {
    for engine in engines() {
        let world = furnished(engine).await;
        let early = "2021-05-30T08:00:00Z";
        assert!(send(&world, 1, early, mark(TEN, AMINA, Presence::Absent)).await.is_none());
        let cancel = CancelShift { shift: WOODEN, reason: Reason::Other, replaces: None };
        let cancelled = envelope(2, early, Command::CancelShift(cancel));
        assert!(send_with(&world, &cancelled, "Azar was moved").await.is_none());
        let output = RecordOutput {
            output: id(80),
            shift: id(99),
            product: MASK,
            quantity: 25,
            rejected: false,
        };
        assert!(send(&world, 3, early, Command::RecordOutput(output.clone())).await.is_none());
        let poison = Submission { bytes: r#"{"alias":"Lejla"}"#.into(), ..submission(&cancelled) };
        world.store.submit(BY, vec![poison]).await.unwrap();
        let review = page(&world, "manager").await.review;
        let [poison, made, absent] = &review[..] else { panic!("{engine}: {review:?}") };

        assert_eq!(poison.details.raw.as_deref(), Some(r#"{"alias":"Lejla"}"#), "{engine}");
        assert_eq!((&poison.details.said, poison.maker), (&None, Some(FACILITATOR)));
        assert!(!poison.may_be_taken_in() && !poison.may_be_corrected());

        assert_eq!(made.details.said, Some(Command::RecordOutput(output)));
        let (product, _) = made.details.product.as_ref().expect("a product");
        assert_eq!(product.code, "MASK");
        assert_eq!(made.shift, None);
        assert!(made.may_be_corrected());

        let person = absent.details.person.as_ref().expect("a person");
        assert_eq!(person.code, PersonCode::of(AMINA.0));
        assert_eq!(person.alias.as_deref(), Some("Amina"));
        assert_eq!(absent.details.made_at, Some(at(early)));
        assert_eq!(absent.details.device, Some(id(900)));
        assert!(absent.shift.as_ref().is_some_and(|(slot, _)| slot.day == day("2021-05-31")));
        assert!(absent.may_be_taken_in());

        // Head office decides as well, and sees no alias, no remark, nothing that was unreadable.
        let review = page(&world, "coordinator").await.review;
        assert_eq!(review[0].details.raw, None, "{engine}");
        assert_eq!(review[2].details.person.as_ref().map(|p| p.alias.clone()), Some(None));
        let actor = signed_in(&world, "coordinator").await;
        let other = world.store.dashboard(&actor, "OBR", None).await.unwrap().review;
        assert_eq!((other.len(), &other[0].details.remark), (1, &None));
    }
}

#[tokio::test]
async fn an_entry_is_corrected_and_taken_in_or_nothing_happens() {
    for engine in engines() {
        let world = furnished(engine).await;
        let when = "2021-05-31T09:00:00Z";
        assert!(send(&world, 1, when, mark(id(99), AMINA, Presence::Present)).await.is_none());
        let entry = page(&world, "manager").await.review.remove(0);
        let actor = signed_in(&world, "manager").await;
        let form = world.store.correcting(&actor, "KRN", &entry.hash).await.unwrap();
        let shifts = form.expect("a form").shifts;
        assert_eq!(shifts.iter().map(|s| s.id).collect::<Vec<_>>(), [TEN, TWELVE], "{engine}");
        let correct = |by, correction| {
            let (store, settle) = (world.store.clone(), settle(&entry));
            async move { store.take_in_corrected(by, settle, correction).await }
        };
        let before = world.store.check(None).await.unwrap().head;
        // Somebody who is not known, another centre's manager's shift, a stranger's try.
        let nobody = Correction { shift: Some(TEN), person: Some(id(999)), number: None };
        let unknown = correct(By::Account(MANAGER), nobody).await.unwrap_err().fault();
        assert_eq!(unknown, Fault::Unknown { noun: Noun::Person }, "{engine}");
        let wooden = Correction { shift: Some(WOODEN), ..Correction::default() };
        let there = correct(By::Account(MANAGER), wooden).await.unwrap_err().fault();
        assert_eq!(there, Fault::NotAllowed);
        let ten = Correction { shift: Some(TEN), ..Correction::default() };
        let stranger = correct(BY, ten).await.unwrap_err().fault();
        assert_eq!(stranger, Fault::NotAllowed);
        assert_eq!(before, world.store.check(None).await.unwrap().head, "nothing changed");
        assert_eq!(rows(&world, "review").await, 1, "{engine}: and nothing more is kept");

        let code = entry.details.person.as_ref().unwrap().code.to_string();
        let person = world.store.person_by_code(&code).await.unwrap();
        let right = Correction { person: Some(person), ..ten };
        assert!(correct(By::Account(MANAGER), right).await.is_ok());
        let sql = "attendance where presence = 'present' and stands = 1 and disputed = 0";
        assert_eq!(rows(&world, sql).await, 1, "{engine}");
        assert_eq!(rows(&world, "review where settled = 'dismissed'").await, 1);
        let twice = correct(By::Account(MANAGER), right).await.unwrap_err().fault();
        assert_eq!(twice, Fault::AlreadyExists { noun: Noun::Entry }, "{engine}: once only");
        assert_eq!(rows(&world, "attendance").await, 1);
        assert!(world.store.correcting(&actor, "KRN", &entry.hash).await.unwrap().is_none());
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

fn about(page: &Dashboard, about: About) -> Vec<&Disagreement> {
    page.disagreements.iter().filter(|d| d.about == about).collect()
}

#[tokio::test]
async fn two_who_did_not_know_of_each_other_are_both_shown() {
    for engine in engines() {
        let world = furnished(engine).await;
        let first = mark(TEN, AMINA, Presence::Present);
        send(&world, 1, "2021-05-31T09:00:00Z", first).await;
        let replaced = MarkAttendance {
            shift: TEN,
            person: AMINA,
            presence: Presence::Absent,
            replaces: Some(id(1)),
        };
        send(&world, 2, "2021-05-31T09:10:00Z", Command::MarkAttendance(replaced)).await;
        assert!(page(&world, "manager").await.disagreements.is_empty(), "{engine}: a correction");
        let device = id(901);
        let tablet = domain::device::AddDevice { device, centre: KRN, code: "T-KRN-1".into() };
        must(&world, Command::AddDevice(tablet), None).await;
        let mut other = envelope(3, "2021-05-31T09:05:00Z", mark(TEN, AMINA, Presence::Present));
        other.device = device;
        submit(&world, By::Account(MANAGER), &other).await;
        for (n, people) in [(4, 3), (5, 4)] {
            let (sex, band) = (Sex::Male, AgeBand::To11);
            let count = RecordHeadcount { shift: TEN, sex, band, people, replaces: None };
            let when = format!("2021-05-31T09:2{n}:00Z");
            send(&world, n, &when, Command::RecordHeadcount(count)).await;
        }
        send(&world, 6, "2021-05-31T10:00:00Z", close(TEN)).await;
        let cancel = CancelShift { shift: TEN, reason: Reason::NobodyCame, replaces: None };
        send(&world, 7, "2021-05-31T09:59:00Z", Command::CancelShift(cancel)).await;

        let page_now = page(&world, "manager").await;
        let marks = about(&page_now, About::Mark);
        let [marks] = &marks[..] else { panic!("{engine}: {:?}", page_now.disagreements) };
        let said: Vec<_> = marks
            .statements
            .iter()
            .map(|s| (s.account.as_deref(), s.device, s.made_at, s.stands))
            .collect();
        assert_eq!(
            said,
            [
                (Some("MANAGER"), id(901), at("2021-05-31T09:05:00Z"), false),
                (Some("FACILITATOR"), id(900), at("2021-05-31T09:10:00Z"), true),
            ],
            "{engine}: what was replaced is not shown"
        );
        let tablets: Vec<_> = marks.statements.iter().map(|s| s.tablet.as_deref()).collect();
        assert_eq!(tablets, [Some("T-KRN-1"), None], "{engine}");
        let Said::Mark(label, presence) = &marks.statements[1].said else { panic!() };
        assert_eq!((label.alias.as_deref(), *presence), (Some("Amina"), Presence::Absent));
        let counts = about(&page_now, About::Headcount);
        let counted: Vec<_> = counts[0].statements.iter().map(|s| (&s.said, s.stands)).collect();
        let cell = |people| Said::Headcount(Sex::Male, AgeBand::To11, people);
        assert_eq!(counted, [(&cell(3), false), (&cell(4), true)]);
        let courses = about(&page_now, About::Course);
        let said: Vec<_> = courses[0].statements.iter().map(|s| (&s.said, s.stands)).collect();
        let cancelled = Said::Course(Progress::DidNotHappen { reason: Reason::NobodyCame });
        let closed = Said::Course(Progress::Closed { at: at("2021-05-31T10:00:00Z") });
        assert_eq!(said, [(&cancelled, false), (&closed, true)]);
        let order: Vec<_> = page_now.disagreements.iter().map(|d| d.about).collect();
        assert_eq!(order, [About::Course, About::Headcount, About::Mark], "newest first");
        // Head office sees the code, not the alias; the other centre's manager nothing of it.
        let office = page(&world, "coordinator").await;
        let Said::Mark(label, _) = &about(&office, About::Mark)[0].statements[0].said else {
            panic!()
        };
        assert_eq!(label.alias, None);
        let actor = signed_in(&world, "coordinator").await;
        let other = world.store.dashboard(&actor, "OBR", None).await.unwrap();
        assert!(other.disagreements.is_empty(), "{engine}");
        // A month later it is no longer in sight.
        let later = world.store.dashboard(&actor, "KRN", Some(day("2021-07-02"))).await.unwrap();
        assert!(later.disagreements.is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn work_on_a_shift_that_was_over_is_shown() {
    for engine in engines() {
        let world = furnished(engine).await;
        send(&world, 1, "2021-05-31T09:59:00Z", mark(TEN, AMINA, Presence::Present)).await;
        send(&world, 2, "2021-05-31T10:00:00Z", close(TEN)).await;
        assert!(page(&world, "manager").await.disagreements.is_empty(), "{engine}");
        send(&world, 3, "2021-05-31T10:01:00Z", mark(TEN, LEJLA, Presence::Present)).await;
        let made = RecordOutput {
            output: id(80),
            shift: TEN,
            product: MASK,
            quantity: 7,
            rejected: false,
        };
        send(&world, 4, "2021-05-31T10:02:00Z", Command::RecordOutput(made)).await;
        let cancel = CancelShift { shift: TWELVE, reason: Reason::NoRoom, replaces: None };
        send(&world, 5, "2021-05-31T11:00:00Z", Command::CancelShift(cancel)).await;
        send(&world, 6, "2021-05-31T10:30:00Z", mark(TWELVE, AMINA, Presence::Present)).await;
        let now = page(&world, "manager").await;
        let late = about(&now, About::AfterClosing);
        let said: Vec<_> = late[0].statements.iter().map(|s| &s.said).collect();
        assert!(
            matches!(said[..], [Said::Course(_), Said::Mark(..), Said::Made(_)]),
            "{engine}: {said:?}"
        );
        let not = about(&now, About::DidNotHappen);
        let said: Vec<_> = not[0].statements.iter().map(|s| &s.said).collect();
        assert!(matches!(said[..], [Said::Mark(..), Said::Course(_)]), "{engine}: {said:?}");
        assert_eq!(now.disagreements.len(), 2);
    }
}

#[tokio::test]
async fn notes_and_receipts_stand_beside_their_shift() {
    for engine in engines() {
        let world = furnished(engine).await;
        let note =
            envelope(1, "2021-05-31T09:00:00Z", Command::NoteShift(NoteShift { shift: TEN }));
        send_with(&world, &note, "Amina brought her sister").await;
        let cancel = CancelShift { shift: TWELVE, reason: Reason::Other, replaces: None };
        let cancel = envelope(2, "2021-05-31T10:00:00Z", Command::CancelShift(cancel));
        send_with(&world, &cancel, "Flooded").await;
        let made = vec![SeenProduct { product: MASK, quantity: 12 }];
        let seen = Seen { listed: 2, present: 1, absent: 1, made, ..Seen::default() };
        let hand = HandOverShift { shift: TEN, from: FACILITATOR, to: MANAGER, seen };
        send(&world, 3, "2021-05-31T09:30:00Z", Command::HandOverShift(hand.clone())).await;
        let shifts = page(&world, "manager").await.shifts;
        let [ten, twelve] = &shifts[..] else { panic!("{engine}") };
        assert_eq!(ten.notes[0].text.as_deref(), Some("Amina brought her sister"), "{engine}");
        assert_eq!(ten.notes[0].account.as_deref(), Some("FACILITATOR"));
        assert_eq!(ten.notes[0].made_at, at("2021-05-31T09:00:00Z"));
        assert_eq!(twelve.notes[0].text.as_deref(), Some("Flooded"));
        let [receipt] = &ten.handovers[..] else { panic!("{engine}") };
        assert_eq!((receipt.giver.as_str(), receipt.taker.as_str()), ("FACILITATOR", "MANAGER"));
        assert_eq!((&receipt.seen, receipt.made[0].quantity), (&hand.seen, 12));
        // Head office knows that there is a note, not what it says.
        let shifts = page(&world, "coordinator").await.shifts;
        assert_eq!((shifts[0].notes.len(), &shifts[0].notes[0].text), (1, &None), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
