//! Places, waiting lists and offers.

use crate::support::*;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::ids::{EnrolmentId, OfferId, PersonId, ShiftId, WaitingId};
use domain::overview::GroupPage;
use domain::person::Sex;
use domain::plan::Clash;
use domain::shift::{EndEnrolment, Enrol};
use domain::waiting::{DeclineOffer, JoinWaitingList, LeaveWaitingList, OfferPlace};
use domain::workshop::RecordWorkshopCapacity;
use store::By;

const BY: By = By::Account(MANAGER);

async fn change(world: &World, command: Command) -> Result<(), Fault> {
    world.store.change_whole(BY, vec![(command, None)]).await.map_err(|error| error.fault())
}

/// A world whose sewing workshop takes two: Amina is enrolled, and four more live there.
async fn small(engine: &str) -> (World, [PersonId; 4]) {
    let world = furnished(engine).await;
    let capacity = RecordWorkshopCapacity { workshop: SEW, from: day("2021-05-01"), people: 2 };
    must(&world, Command::RecordWorkshopCapacity(capacity), None).await;
    let people = [100, 101, 102, 103].map(|n| PersonId(id(n)));
    for (n, name) in people.into_iter().zip(["Nour", "Rana", "Sara", "Tala"]) {
        must(&world, person(n, Some(KRN), Sex::Female, 1990), alias(name)).await;
    }
    (world, people)
}

fn wait(n: u128, person: PersonId, shift: Option<ShiftId>) -> Command {
    let waiting = WaitingId(id(n));
    Command::JoinWaitingList(JoinWaitingList { waiting, person, workshop: SEW, shift })
}

async fn group(world: &World, shift: Option<ShiftId>) -> GroupPage {
    let actor = signed_in(world, "manager").await;
    let page = world.store.enrolments(&actor, "KRN", Some("KRN-SEW"), shift).await;
    page.expect("a page").group.expect("a workshop")
}

/// Who waits, and whether a place is offered.
async fn waits(world: &World, shift: Option<ShiftId>) -> Vec<(String, bool)> {
    let waiting = group(world, shift).await.waiting;
    let row = |row: &domain::overview::WaitingRow| {
        (row.person.alias.clone().unwrap_or_default(), row.offer.is_some())
    };
    waiting.iter().map(row).collect()
}

fn said(rows: &[(&str, bool)]) -> Vec<(String, bool)> {
    rows.iter().map(|(name, offered)| ((*name).to_owned(), *offered)).collect()
}

#[tokio::test]
async fn a_free_place_is_offered_in_order() {
    for engine in engines() {
        let (world, [nour, rana, sara, tala]) = small(engine).await;
        must(&world, enrol(710, nour, SEW, None), None).await;
        assert_eq!(
            world
                .store
                .place_left(&signed_in(&world, "manager").await, SEW, None, None)
                .await
                .map_err(|e| e.fault()),
            Err(Fault::Clash { clash: Clash::NoPlace }),
            "{engine}"
        );
        for (n, who) in [(800, rana), (801, sara), (802, tala)] {
            change(&world, wait(n, who, None)).await.unwrap();
        }
        let expected = said(&[("Rana", false), ("Sara", false), ("Tala", false)]);
        assert_eq!(waits(&world, None).await, expected, "{engine}: nothing is free");
        let again = change(&world, wait(803, rana, None)).await;
        assert_eq!(again, Err(Fault::AlreadyExists { noun: Noun::Waiting }));
        let has_one = change(&world, wait(803, nour, None)).await;
        assert_eq!(has_one, Err(Fault::AlreadyExists { noun: Noun::Waiting }));

        // Nour leaves yesterday: her place is Rana's to take.
        let end = |to: &str| {
            Command::EndEnrolment(EndEnrolment { enrolment: EnrolmentId(id(710)), to: day(to) })
        };
        change(&world, end("2021-05-30")).await.unwrap();
        let expected = said(&[("Rana", true), ("Sara", false), ("Tala", false)]);
        assert_eq!(waits(&world, None).await, expected, "{engine}");
        let stands = group(&world, None).await;
        assert_eq!((stands.capacity, stands.enrolled, stands.offered), (Some(2), 1, 1));
        assert_eq!(stands.waiting[0].offer.map(|(_, until)| until), Some(day("2021-06-03")));

        // She declines: it is Sara's turn. Sara is enrolled, and waits no longer.
        let decline = Command::DeclineOffer(DeclineOffer { offer: OfferId(id(800)) });
        change(&world, decline.clone()).await.unwrap();
        assert_eq!(change(&world, decline).await, Err(Fault::OfferOver));
        assert_eq!(waits(&world, None).await, said(&[("Sara", true), ("Tala", false)]));
        let enrolled = Command::Enrol(Enrol {
            enrolment: EnrolmentId(id(711)),
            person: sara,
            workshop: SEW,
            shift: None,
            from: day("2021-05-31"),
            despite: None,
        });
        change(&world, enrolled).await.unwrap();
        assert_eq!(waits(&world, None).await, said(&[("Tala", false)]));
        let leave = Command::LeaveWaitingList(LeaveWaitingList { waiting: WaitingId(id(802)) });
        change(&world, leave.clone()).await.unwrap();
        assert_eq!(change(&world, leave).await, Err(Fault::OfferOver));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn more_places_are_offered_when_the_group_grows() {
    for engine in engines() {
        let (world, [nour, rana, sara, _]) = small(engine).await;
        must(&world, enrol(710, nour, SEW, None), None).await;
        for (n, who) in [(800, rana), (801, sara)] {
            change(&world, wait(n, who, None)).await.unwrap();
        }
        let grow = RecordWorkshopCapacity { workshop: SEW, from: day("2021-05-31"), people: 3 };
        change(&world, Command::RecordWorkshopCapacity(grow)).await.unwrap();
        assert_eq!(waits(&world, None).await, said(&[("Rana", true), ("Sara", false)]), "{engine}");
    }
}

#[tokio::test]
async fn one_shift_has_its_own_list_and_counts_who_is_expected() {
    for engine in engines() {
        let (world, [nour, rana, ..]) = small(engine).await;
        // Amina comes to every shift, Lejla to this one.
        let stands = group(&world, Some(TEN)).await;
        assert_eq!((stands.enrolled, stands.people.len()), (2, 2), "{engine}");
        change(&world, wait(800, nour, Some(TEN))).await.unwrap();
        assert_eq!(waits(&world, Some(TEN)).await, said(&[("Nour", false)]));
        assert_eq!(waits(&world, None).await, said(&[]));
        // At noon one place is free, and kept until the day of the shift.
        change(&world, wait(801, rana, Some(TWELVE))).await.unwrap();
        let noon = group(&world, Some(TWELVE)).await;
        assert_eq!(noon.waiting[0].offer.map(|(_, until)| until), Some(day("2021-05-31")));
        assert_eq!(
            world
                .store
                .place_left(&signed_in(&world, "manager").await, SEW, Some(TWELVE), Some(rana))
                .await
                .map_err(|e| e.fault()),
            Ok(())
        );
    }
}

#[tokio::test]
async fn an_offer_that_ran_out_goes_to_the_next() {
    for engine in engines() {
        let (world, [nour, rana, ..]) = small(engine).await;
        change(&world, wait(800, nour, None)).await.unwrap();
        change(&world, wait(801, rana, None)).await.unwrap();
        assert_eq!(waits(&world, None).await, said(&[("Nour", true), ("Rana", false)]), "{engine}");
        let clock = std::sync::Arc::new(domain::clock::FixedClock(at("2021-06-04T08:00:00Z")));
        let later = store::Store::open(&world.url, clock).await.expect("opens");
        later.plan_ahead().await.unwrap();
        assert_eq!(waits(&world, None).await, said(&[("Nour", true), ("Rana", true)]), "{engine}");
        let entries = rows(&world, "journal").await;
        later.plan_ahead().await.unwrap();
        assert_eq!(rows(&world, "journal").await, entries, "nobody is asked twice");
        // The manager may ask again.
        let offer = OfferPlace {
            offer: OfferId(id(900)),
            waiting: WaitingId(id(800)),
            until: day("2021-06-07"),
        };
        change(&world, Command::OfferPlace(offer)).await.unwrap();
        let first = &group(&world, None).await.waiting[0];
        assert_eq!(first.offer, Some((OfferId(id(900)), day("2021-06-07"))));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}
