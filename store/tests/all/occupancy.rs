//! How many people live in a centre: gaps, changes to the day before, and the history of a day.

use crate::support::*;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::occupancy::{OccupancyCell, RecordOccupancy};
use domain::overview::OccupancyMonth;
use domain::person::{AgeBand, Sex};
use proptest::prelude::*;
use store::By;

fn cell(sex: Sex, band: AgeBand, people: i64) -> OccupancyCell {
    OccupancyCell { sex, band, people }
}

fn entry(n: u128, on: &str, total: i64, cells: Vec<OccupancyCell>) -> RecordOccupancy {
    RecordOccupancy {
        occupancy: id(n),
        centre: KRN,
        day: day(on),
        total,
        children: None,
        female: None,
        male: None,
        girls: None,
        boys: None,
        cells,
        source: "count".into(),
    }
}

async fn record(world: &World, by: By, entry: RecordOccupancy) -> Result<i64, Fault> {
    let command = Command::RecordOccupancy(entry);
    world.store.change(by, command, None, None).await.map_err(|error| error.fault())
}

async fn page(world: &World, on: Option<&str>) -> OccupancyMonth {
    let actor = signed_in(world, "manager").await;
    world.store.occupancy_month(&actor, "KRN", on.map(day)).await.expect("a page")
}

#[tokio::test]
async fn gaps_changes_and_the_history_of_a_day_are_told() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = By::Account(MANAGER);
        let cells =
            vec![cell(Sex::Female, AgeBand::To4, 3), cell(Sex::NotDisclosed, AgeBand::From60, 0)];
        for entry in [
            entry(301, "2021-04-30", 140, vec![]),
            entry(302, "2021-05-01", 143, vec![]),
            entry(303, "2021-05-03", 141, cells.clone()),
        ] {
            assert!(record(&world, manager, entry).await.is_ok(), "{engine}");
        }
        let corrected =
            RecordOccupancy { children: Some(9), ..entry(304, "2021-05-01", 144, vec![]) };
        assert!(record(&world, By::Account(COORDINATOR), corrected).await.is_ok(), "{engine}");

        let may = page(&world, None).await;
        assert_eq!((may.day, may.days.len()), (day("2021-05-31"), 31), "{engine}");
        assert_eq!(
            may.before.as_ref().map(|(day, e)| (*day, e.total)),
            Some((day("2021-05-03"), 141))
        );
        assert_eq!(may.standing(), None);
        let of = |on: &str| may.days.iter().find(|one| one.day == day(on)).expect("a day");
        assert!(of("2021-05-02").entries.is_empty(), "{engine}: a gap");
        assert_eq!(of("2021-05-01").change(), Some(4), "{engine}: across the month's end");
        assert_eq!(of("2021-05-03").change(), None, "{engine}: the day before is not known");
        assert_eq!(of("2021-05-03").standing().unwrap().cells, cells, "{engine}: zero is known");
        let said: Vec<_> = of("2021-05-01")
            .entries
            .iter()
            .map(|e| (e.account.as_deref(), e.total, e.children))
            .collect();
        assert_eq!(
            said,
            [(Some("COORDINATOR"), 144, Some(9)), (Some("MANAGER"), 143, None)],
            "{engine}: the latest stands"
        );
        let april = page(&world, Some("2021-04-30")).await;
        assert_eq!((april.days.len(), april.standing().map(|e| e.total)), (30, Some(140)));
        assert_eq!(april.before, None);
        let june = page(&world, Some("2021-06-01")).await;
        assert!(june.days.is_empty(), "{engine}: no day of it has come");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn who_may_not_learns_nothing_and_a_day_must_have_come() {
    for engine in engines() {
        let world = furnished(engine).await;
        for (login, account) in [("facilitator", FACILITATOR), ("donor", DONOR), ("nobody", NOBODY)]
        {
            let actor = signed_in(&world, login).await;
            for code in ["KRN", "XXX"] {
                let refused = world.store.occupancy_month(&actor, code, None).await;
                assert_eq!(refused.unwrap_err().fault(), Fault::NotAllowed, "{engine}: {login}");
            }
            let refused = record(&world, By::Account(account), entry(301, "2021-05-31", 1, vec![]));
            assert_eq!(refused.await, Err(Fault::NotAllowed), "{engine}: {login}");
        }
        let actor = signed_in(&world, "manager").await;
        let other = world.store.occupancy_month(&actor, "OBR", None).await;
        assert_eq!(other.unwrap_err().fault(), Fault::NotAllowed, "{engine}");
        let actor = signed_in(&world, "coordinator").await;
        let unknown = world.store.occupancy_month(&actor, "XXX", None).await;
        assert_eq!(unknown.unwrap_err().fault(), Fault::Unknown { noun: Noun::Centre });
        let tomorrow =
            record(&world, By::Account(MANAGER), entry(301, "2021-06-01", 1, vec![])).await;
        assert!(matches!(tomorrow, Err(Fault::BadDay { .. })), "{engine}: {tomorrow:?}");
        assert_eq!(rows(&world, "occupancy").await, 0, "{engine}");
    }
}

#[test]
fn whatever_is_recorded_is_read_back_and_stays_within_its_whole() {
    let one = || (1u32..=31, 0i64..300, 0i64..200, 0i64..200);
    on_each_engine(
        move || proptest::collection::vec(one(), 1..12),
        |engine, days| {
            block(async {
                let world = furnished(engine).await;
                let mut stands = std::collections::BTreeMap::new();
                for (n, &(on, total, women, boys)) in (400..).zip(days) {
                    let cells = vec![
                        cell(Sex::Female, AgeBand::To59, women),
                        cell(Sex::Male, AgeBand::To11, boys),
                    ];
                    let entry = entry(n, &format!("2021-05-{on:02}"), total, cells).filled();
                    let fits = women + boys <= total;
                    let taken = record(&world, By::Account(MANAGER), entry).await;
                    prop_assert_eq!(taken.is_ok(), fits, "{}: {:?}", engine, taken);
                    if fits {
                        stands.insert(on, total);
                    }
                }
                let page = page(&world, None).await;
                for (one, n) in page.days.iter().rev().zip(1..) {
                    prop_assert_eq!(one.standing().map(|e| e.total), stands.get(&n).copied());
                    if let Some(entry) = one.standing() {
                        prop_assert!(domain::occupancy::sum_of(&entry.cells) <= entry.total);
                    }
                }
                prop_assert_eq!(problems(&world).await, Vec::<String>::new());
                Ok(())
            })
        },
    );
}
