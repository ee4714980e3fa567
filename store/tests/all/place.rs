//! A centre's dated facts, and what it made and handed out.

use crate::support::*;
use domain::access::Actor;
use domain::attendance::Presence;
use domain::centre::{
    CentreKind, Position, RecordCentreAddress, RecordCentreCapacity, RecordCentreKind,
    RecordCentrePosition,
};
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::hand_out::{AddRecipient, HandOut, VoidHandOut};
use domain::label::Name;
use domain::output::RecordOutput;
use domain::overview::{Balance, CentreFacts, Holds, Stock};
use domain::report::{Cell, ColumnId, Query, Report};
use domain::suppression::Why;
use futures::TryStreamExt;
use proptest::prelude::*;
use store::By;

async fn change(world: &World, by: By, command: Command) -> Result<i64, Fault> {
    world.store.change(by, command, None, None).await.map_err(|error| error.fault())
}

async fn facts(world: &World, login: &str) -> Result<CentreFacts, Fault> {
    let actor = signed_in(world, login).await;
    world.store.centre_facts(&actor, "KRN").await.map_err(|error| error.fault())
}

async fn stock(world: &World) -> Stock {
    let actor = signed_in(world, "manager").await;
    world.store.stock(&actor, "KRN", None).await.expect("a page")
}

#[tokio::test]
async fn facts_hold_from_a_day_on_and_say_where_they_are_known_from() {
    for engine in engines() {
        let world = furnished(engine).await;
        let before = facts(&world, "manager").await.unwrap();
        let capacity = |from, places| {
            let source = format!("report {places}");
            let capacity = RecordCentreCapacity { centre: KRN, from: day(from), places, source };
            Command::RecordCentreCapacity(capacity)
        };
        let address = RecordCentreAddress {
            centre: KRN,
            from: day("2014-01-01"),
            street: Name::new("Zrenjaninski put bb", "Зрењанински пут бб"),
            place: Name::new("Belgrade", "Београд"),
            source: "office, 2014".into(),
        };
        let kind = RecordCentreKind {
            centre: KRN,
            from: day("2031-01-01"),
            kind: CentreKind::ReceptionCentre,
            source: "plan".into(),
        };
        for command in [
            capacity("2021-01-01", 350),
            capacity("2016-01-01", 1),
            capacity("2021-01-01", 1000),
            Command::RecordCentreAddress(address),
            Command::RecordCentreKind(kind),
        ] {
            let refused = change(&world, By::Account(MANAGER), command.clone()).await;
            assert_eq!(refused, Err(Fault::NotAllowed), "{engine}: head office only");
            assert!(change(&world, By::Account(COORDINATOR), command).await.is_ok(), "{engine}");
        }
        let now = facts(&world, "manager").await.unwrap();
        assert!(!now.administers && facts(&world, "coordinator").await.unwrap().administers);
        let places: Vec<_> = now
            .capacities
            .iter()
            .map(|one| (one.record.value, one.holds, one.record.source.as_str()))
            .collect();
        assert_eq!(
            places,
            [
                (1000, Holds::Today, "report 1000"),
                (350, Holds::Replaced, "report 350"),
                (1, Holds::Earlier, "report 1"),
            ],
            "{engine}"
        );
        assert_eq!(now.capacities[2].until, Some(day("2020-12-31")), "{engine}");
        assert_eq!(now.kinds[0].holds, Holds::ToCome, "{engine}");
        assert_eq!(now.kinds.len(), before.kinds.len() + 1);
        assert_eq!(now.addresses[0].record.value.street.sr, "Зрењанински пут бб");
        for login in ["facilitator", "donor", "nobody"] {
            assert_eq!(facts(&world, login).await, Err(Fault::NotAllowed), "{engine}: {login}");
        }
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn where_a_centre_lies_is_told_from_a_day_on_and_not_any_more() {
    for engine in engines() {
        let world = furnished(engine).await;
        let somewhere = Position { latitude: 44_840_000, longitude: -1 };
        let position = |from, position| {
            let (from, source) = (day(from), "map".to_owned());
            Command::RecordCentrePosition(RecordCentrePosition {
                centre: KRN,
                from,
                position,
                source,
            })
        };
        let head_office = By::Account(COORDINATOR);
        for command in [
            position("2021-01-01", Some(somewhere)),
            position("2021-03-01", None),
            position("2021-05-01", Some(Position { latitude: 0, ..somewhere })),
        ] {
            let refused = change(&world, By::Account(MANAGER), command.clone()).await;
            assert_eq!(refused, Err(Fault::NotAllowed), "{engine}: head office only");
            assert!(change(&world, head_office, command).await.is_ok(), "{engine}");
        }
        let far = Position { latitude: 90_000_001, ..somewhere };
        let refused = change(&world, head_office, position("2021-05-01", Some(far))).await;
        assert_eq!(refused, Err(Fault::out_of_range("latitude", -90, 90)), "{engine}");
        let told = facts(&world, "manager").await.unwrap().positions;
        let told: Vec<_> = told.iter().map(|one| (one.record.value, one.holds)).collect();
        assert_eq!(
            told,
            [
                (Some(Position { latitude: 0, ..somewhere }), Holds::Today),
                (None, Holds::Earlier),
                (Some(somewhere), Holds::Earlier),
            ],
            "{engine}"
        );
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        let cells = async || {
            let query = Query::period(day("2021-05-01"), day("2021-05-31"));
            let rows = world.store.report(&Actor::Operator, Report::FiveW, &query).await.unwrap();
            let rows: Vec<_> = rows.rows.try_collect().await.unwrap();
            [ColumnId::Latitude, ColumnId::Longitude]
                .map(|column| rows[0][Report::FiveW.place(column).unwrap()].clone())
        };
        assert_eq!(cells().await, [Cell::Degrees(0), Cell::Degrees(-1)], "{engine}");
        assert!(change(&world, head_office, position("2021-05-31", None)).await.is_ok());
        let nowhere = Cell::Empty(Why::NotRecorded);
        assert_eq!(cells().await, [nowhere.clone(), nowhere], "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}

fn recipient(n: u128, centre: domain::ids::CentreId) -> Command {
    let name = Name::new("Pharmacy", "Апотека");
    Command::AddRecipient(AddRecipient { recipient: id(n), centre, name })
}

fn hand_out(n: u128, to: u128, on: &str, quantity: i64) -> Command {
    let (product, recipient) = (MASK, id(to));
    Command::HandOut(HandOut { hand_out: id(n), product, recipient, day: day(on), quantity })
}

#[tokio::test]
async fn what_is_handed_out_is_told_and_too_much_is_no_fault() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = By::Account(MANAGER);
        let made = RecordOutput {
            output: id(80),
            shift: TEN,
            product: MASK,
            quantity: 25,
            rejected: false,
        };
        // What is no good is nothing to hand out.
        let bad = RecordOutput { output: id(81), quantity: 4, rejected: true, ..made.clone() };
        must(&world, Command::RecordOutput(made), None).await;
        must(&world, Command::RecordOutput(bad), None).await;
        assert_eq!(stock(&world).await.products[0].balance, Balance::default(), "not closed yet");
        must(&world, close(TEN), None).await;
        assert!(change(&world, manager, recipient(401, KRN)).await.is_ok(), "{engine}");
        for command in [
            hand_out(410, 401, "2021-05-31", 20),
            hand_out(411, 401, "2021-05-31", 9),
            hand_out(412, 401, "2021-04-30", 1),
        ] {
            assert!(change(&world, manager, command).await.is_ok(), "{engine}");
        }
        let now = stock(&world).await;
        let balance = now.products[0].balance;
        assert_eq!((balance.made, balance.handed_out, balance.left()), (25, 30, -5), "{engine}");
        assert_eq!(balance.short, Some((day("2021-04-30"), 1)), "{engine}: before it was made");
        assert_eq!(now.hand_outs.len(), 2, "{engine}: those of May");
        assert_eq!(now.hand_outs[0].account.as_deref(), Some("MANAGER"));

        for n in [411, 411, 412] {
            let void = Command::VoidHandOut(VoidHandOut { hand_out: id(n) });
            assert!(change(&world, manager, void).await.is_ok(), "{engine}: twice is once");
        }
        let now = stock(&world).await;
        let balance = now.products[0].balance;
        assert_eq!((balance.left(), balance.short), (5, None), "{engine}");
        assert_eq!(now.hand_outs.iter().filter(|one| one.voided).count(), 1);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn nobody_else_hands_out_and_nothing_of_another_centre() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = By::Account(MANAGER);
        must(&world, recipient(401, KRN), None).await;
        must(&world, recipient(402, OBR), None).await;
        must(&world, hand_out(410, 401, "2021-05-31", 1), None).await;
        let void = Command::VoidHandOut(VoidHandOut { hand_out: id(410) });
        for account in [FACILITATOR, DONOR, NOBODY] {
            for command in [recipient(403, KRN), hand_out(411, 401, "2021-05-31", 1), void.clone()]
            {
                let refused = change(&world, By::Account(account), command).await;
                assert_eq!(refused, Err(Fault::NotAllowed), "{engine}");
            }
        }
        for login in ["facilitator", "donor", "nobody"] {
            let actor = signed_in(&world, login).await;
            let refused = world.store.stock(&actor, "KRN", None).await;
            assert_eq!(refused.unwrap_err().fault(), Fault::NotAllowed, "{engine}: {login}");
        }
        for (command, fault) in [
            (hand_out(411, 402, "2021-05-31", 1), Fault::NotAllowed),
            (hand_out(411, 499, "2021-05-31", 1), Fault::Unknown { noun: Noun::Recipient }),
            (hand_out(411, 401, "2021-05-31", 0), Fault::out_of_range("quantity", 1, 100_000)),
            (hand_out(410, 401, "2021-05-31", 1), Fault::AlreadyExists { noun: Noun::HandOut }),
        ] {
            assert_eq!(change(&world, manager, command).await, Err(fault), "{engine}");
        }
        let tomorrow = change(&world, manager, hand_out(411, 401, "2021-06-01", 1)).await;
        assert!(matches!(tomorrow, Err(Fault::BadDay { .. })), "{engine}");
        let elsewhere = change(&world, By::Operator, hand_out(411, 402, "2021-05-31", 1)).await;
        assert_eq!(elsewhere, Err(Fault::OtherCentre { noun: Noun::Product }), "{engine}");
        assert_eq!(rows(&world, "hand_out").await, 1, "{engine}");
    }
}

#[test]
fn the_balance_is_what_was_made_less_what_was_handed_out() {
    let strategy = || {
        let made = proptest::collection::vec(1i64..50, 0..4);
        (made, proptest::collection::vec((1u32..=31, 1i64..50, any::<bool>()), 0..6))
    };
    on_each_engine(strategy, |engine, (made, out)| {
        block(async {
            let world = furnished(engine).await;
            must(&world, recipient(401, KRN), None).await;
            for (n, &quantity) in (800..).zip(made) {
                let output = RecordOutput {
                    output: id(n),
                    shift: TEN,
                    product: MASK,
                    quantity,
                    rejected: false,
                };
                must(&world, Command::RecordOutput(output), None).await;
            }
            must(&world, close(TEN), None).await;
            let mut left: i64 = made.iter().sum();
            for (n, &(on, quantity, voided)) in (900..).zip(out) {
                must(&world, hand_out(n, 401, &format!("2021-05-{on:02}"), quantity), None).await;
                if voided {
                    let void = VoidHandOut { hand_out: id(n) };
                    must(&world, Command::VoidHandOut(void), None).await;
                } else {
                    left -= quantity;
                }
            }
            let stock = stock(&world).await;
            prop_assert_eq!(stock.products[0].balance.left(), left, "{}", engine);
            prop_assert_eq!(stock.hand_outs.len(), out.len());
            prop_assert_eq!(problems(&world).await, Vec::<String>::new());
            Ok(())
        })
    });
}
