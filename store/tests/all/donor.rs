//! What donors see of people: small numbers hidden, in every report the same, on both engines.

use crate::support::*;
use chrono::NaiveDate;
use domain::access::{Actor, Grant, Role, Scope};
use domain::attendance::Presence;
use domain::command::{Command, Identity};
use domain::fault::Fault;
use domain::ids::{PersonId, ProjectId, ShiftId};
use domain::indicator::{DefineIndicator, Level, Measure, RecordIndicatorValue, SetTarget};
use domain::label::Name;
use domain::person::Sex;
use domain::report::{Cell, ColumnId, Query, Report, Step};
use domain::suppression::{Audience, Why};
use domain::workshop::ShareWorkshop;
use store::Export;

const OPERATOR: Actor = Actor::Operator;

fn donor() -> Actor {
    Actor::Account {
        id: id(1),
        grants: vec![Grant { role: Role::Donor, scope: Scope::Project(EU) }],
    }
}

/// A shift of the sewing workshop on a day, attended by people of these numbers.
async fn shift(world: &World, n: u128, day: &str, people: &[u128]) {
    let shift = id(5_000 + n);
    must(world, plan(shift, SEW, day, "10:00"), None).await;
    for person in people {
        must(world, mark(shift, who(*person), Presence::Present), None).await;
    }
    must(world, close(shift), None).await;
}

fn who(n: u128) -> PersonId {
    id(6_000 + n)
}

/// January: six women and two men. February: seven women and the same two men. March: nobody new,
/// one man. The sewing workshop counts for the project all year.
async fn quarter(engine: &str) -> World {
    let world = furnished(engine).await;
    for n in 0..9 {
        let sex = if n < 7 { Sex::Female } else { Sex::Male };
        must(&world, person(who(n), Some(KRN), sex, 1985), None).await;
    }
    shift(&world, 1, "2021-01-12", &[0, 1, 2, 3, 4, 5, 7, 8]).await;
    shift(&world, 2, "2021-02-09", &[0, 1, 2, 3, 4, 5, 6, 7, 8]).await;
    shift(&world, 3, "2021-03-09", &[0, 1, 2, 3, 4, 5, 6, 7]).await;
    world
}

fn period(from: &str, to: &str, step: Step) -> Query {
    Query { step, project: Some("EU-1".into()), ..Query::period(day(from), day(to)) }
}

async fn told(
    world: &World,
    actor: &Actor,
    report: Report,
    query: &Query,
    column: ColumnId,
) -> Vec<Cell> {
    let place = report.place(column).unwrap();
    let rows = world.store.rows_of(actor, report, query).await.unwrap();
    rows.into_iter().map(|row| row[place].clone()).collect()
}

const HIDDEN: Cell = Cell::Empty(Why::Suppressed);

#[tokio::test]
async fn small_numbers_are_hidden_with_what_would_tell_them() {
    for engine in engines() {
        let world = quarter(engine).await;
        let report = Report::PeopleBySexAndAge;
        let months = period("2021-01-01", "2021-03-31", Step::Month);
        let column = async |actor: &Actor, query: &Query, column| {
            told(&world, actor, report, query, column).await
        };
        // Rows: all centres and Krnjača, for each month.
        let whole = column(&OPERATOR, &months, ColumnId::Male18).await;
        assert_eq!(whole, [2, 2, 2, 2, 1, 1].map(Cell::Number), "{engine}");
        let men = column(&donor(), &months, ColumnId::Male18).await;
        assert_eq!(men, vec![HIDDEN; 6], "{engine}");
        // With the total and the women shown, the men could be computed.
        let total = column(&donor(), &months, ColumnId::People).await;
        let women = column(&donor(), &months, ColumnId::Female18).await;
        for (total, women) in total.iter().zip(&women) {
            assert!(*total == HIDDEN || *women == HIDDEN, "{engine}: {total:?} {women:?}");
        }
        // Nothing is hidden where nobody is: true zeros are shown in a row with its total.
        let girls = column(&donor(), &months, ColumnId::Female0).await;
        for (total, girls) in total.iter().zip(&girls) {
            assert!(*girls == Cell::Number(0) || *total == HIDDEN, "{engine}");
        }
        let suppressed = column(&donor(), &months, ColumnId::Suppressed).await;
        assert!(suppressed.iter().all(|n| matches!(n, Cell::Number(1..))), "{engine}");

        // The quarter alone hides the men too, and 5W says no more than R3.
        let quarter = period("2021-01-01", "2021-03-31", Step::Quarter);
        assert_eq!(column(&donor(), &quarter, ColumnId::Male18).await, vec![HIDDEN; 2]);
        let men = told(&world, &donor(), Report::FiveW, &quarter, ColumnId::PeopleMale).await;
        assert_eq!(men, [HIDDEN], "{engine}");
        let in_krn = quarter.clone().in_centre("KRN");
        let again = column(&donor(), &in_krn, ColumnId::People).await;
        let five = told(&world, &donor(), Report::FiveW, &quarter, ColumnId::People).await;
        assert_eq!(again, five, "{engine}: one figure, one fate");
    }
}

#[tokio::test]
async fn the_month_that_runs_and_finer_cuts_are_not_told() {
    for engine in engines() {
        let world = quarter(engine).await;
        let report = Report::PeopleBySexAndAge;
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        // The world's clock stands on 31 May 2021: June has not begun.
        let later = period("2021-04-01", "2021-06-30", Step::Quarter);
        let total = told(&world, &donor(), report, &later, ColumnId::Female18).await;
        assert!(total.iter().all(|cell| *cell == Cell::Empty(Why::NotOver)), "{engine}: {total:?}");
        for (query, fault) in [
            (period("2021-01-01", "2021-02-28", Step::Whole), Fault::PeriodNotWhole),
            (period("2021-02-01", "2021-03-31", Step::Quarter), Fault::PeriodNotWhole),
            (period("2021-01-01", "2021-03-31", Step::Week), Fault::NotAllowed),
        ] {
            let refused = world.store.rows_of(&donor(), report, &query).await;
            assert_eq!(refused.map(drop).map_err(|e| e.fault()), Err(fault), "{engine} {query:?}");
        }
        let of_centre = period("2021-01-01", "2021-03-31", Step::Month).in_centre("KRN");
        let refused = world.store.rows_of(&donor(), Report::IndicatorProgress, &of_centre).await;
        assert_eq!(refused.map(drop).map_err(|e| e.fault()), Err(Fault::NotAllowed), "{engine}");
    }
}

/// How often two stores tell at once.
const MEETINGS: i64 = 5;

/// What was told is told again, after a restart too. What is entered then is proved beside it; a proof
/// that nobody was told of leaves nothing behind.
#[tokio::test]
async fn what_was_told_is_told_again_as_it_was() {
    for engine in engines() {
        let world = quarter(engine).await;
        let months = period("2021-01-01", "2021-03-31", Step::Month);
        let seen = async |store: &store::Store| {
            store.rows_of(&donor(), Report::PeopleBySexAndAge, &months).await.unwrap()
        };
        let times = async || {
            let row = sqlx::query("select count(*) as n from told").fetch_one(&world.raw).await;
            sqlx::Row::get::<i64, _>(&row.unwrap(), "n")
        };
        world.store.prove_for_donors().await.unwrap();
        assert_eq!(times().await, 0, "{engine}: nobody was told");
        let first = seen(&world.store).await;
        assert_eq!((seen(&world.store).await, times().await), (first.clone(), 1), "{engine}");
        assert_eq!((seen(&open(&world.url).await).await, times().await), (first, 1), "{engine}");
        // Whoever alters it sees that it is read, and not proved again.
        let alter = "update told set fates = replace(fates, 's', 'w')";
        sqlx::query(alter).execute(&world.raw).await.unwrap();
        let read = seen(&open(&world.url).await).await;
        // Somebody more in January, entered late: what was not told before can be told now.
        shift(&world, 4, "2021-01-19", &[6]).await;
        let anew = seen(&open(&world.url).await).await;
        let hidden =
            |rows: &[Vec<Cell>]| rows.iter().flatten().filter(|one| **one == HIDDEN).count();
        assert!(hidden(&anew) < hidden(&read), "{engine}");
        assert_eq!(times().await, 2, "{engine}");
        // Two stores that tell at once tell one thing after the other. Whether they meet is chance.
        for (n, told) in (5..).zip(3..3 + MEETINGS) {
            shift(&world, n, "2021-02-19", &[7]).await;
            let (one, other) = (open(&world.url).await, open(&world.url).await);
            let (one, other) = tokio::join!(seen(&one), seen(&other));
            assert_eq!((one, times().await), (other, told), "{engine}");
        }
    }
}

/// A second project counts the same workshop and one more: whoever sees both must not learn from one
/// what is hidden in the other.
#[tokio::test]
async fn projects_that_share_a_workshop_have_one_proof() {
    for engine in engines() {
        let world = quarter(engine).await;
        let second: ProjectId = id(42);
        let from = day("2021-01-01");
        must(&world, project(second, "EU-2"), None).await;
        for workshop in [SEW, WOOD] {
            let share = ShareWorkshop { workshop, project: second, from, to: None };
            must(&world, Command::ShareWorkshop(share), None).await;
        }
        // In Obrenovac three women came in January, again and again.
        for n in 20..23 {
            must(&world, person(who(n), Some(OBR), Sex::Female, 1985), None).await;
        }
        for n in 10..14 {
            let shift = id(5_000 + n);
            must(&world, plan(shift, WOOD, &format!("2021-01-{n}"), "10:00"), None).await;
            for person in 20..23 {
                must(&world, mark(shift, who(person), Presence::Present), None).await;
            }
            must(&world, close(shift), None).await;
        }
        let both = Actor::Account {
            id: id(1),
            grants: [EU, second]
                .map(|project| Grant { role: Role::Donor, scope: Scope::Project(project) })
                .into(),
        };
        let months = period("2021-01-01", "2021-03-31", Step::Month);
        let of_second = Query { project: Some("EU-2".into()), ..months.clone() };
        let report = Report::PeopleBySexAndAge;
        let rows = async |query: &Query| world.store.rows_of(&both, report, query).await.unwrap();
        let (one, other) = (rows(&months).await, rows(&of_second).await);
        let site = report.place(ColumnId::SiteCode).unwrap();
        let of_krn = |rows: &[Vec<Cell>]| -> Vec<Vec<Cell>> {
            let krn = Cell::Text("KRN".into());
            rows.iter().filter(|row| row[site] == krn).cloned().collect()
        };
        let project = report.place(ColumnId::ProjectCode).unwrap();
        for (mine, theirs) in of_krn(&one).iter().zip(&of_krn(&other)) {
            for (place, pair) in mine.iter().zip(theirs).enumerate() {
                assert!(place == project || pair.0 == pair.1, "{engine}: {mine:?} {theirs:?}");
            }
        }
        assert_eq!(of_krn(&one).len(), 3, "{engine}");
        // Nothing else was entered: nothing is read again, and a restart reads what is kept.
        assert_eq!(rows(&of_second).await, other, "{engine}");
        let again = open(&world.url).await;
        assert_eq!(again.rows_of(&both, report, &of_second).await.unwrap(), other, "{engine}");
    }
}

fn indicator(n: u128, code: &str, measure: Measure) -> DefineIndicator {
    let words = || Name::new("Words", "Речи");
    DefineIndicator {
        indicator: id(n),
        project: EU,
        code: code.into(),
        title: words(),
        definition: words(),
        unit: words(),
        source: words(),
        level: Level::Output,
        measure,
        activity: None,
        baseline: 0,
    }
}

#[tokio::test]
async fn indicators_are_counted_and_shielded() {
    for engine in engines() {
        let world = quarter(engine).await;
        let people = |sex| Measure::People { sex, bands: vec![] };
        let (from, to): (NaiveDate, NaiveDate) = (day("2021-01-01"), day("2021-12-31"));
        for command in [
            Command::DefineIndicator(indicator(701, "OP1", people(None))),
            Command::DefineIndicator(indicator(702, "OP2", people(Some(Sex::Male)))),
            Command::DefineIndicator(indicator(703, "OP3", Measure::Contacts)),
            Command::DefineIndicator(indicator(704, "OP4", Measure::Sessions)),
            Command::DefineIndicator(indicator(705, "OP5", Measure::Hours)),
            Command::SetTarget(SetTarget { indicator: id(701), from, to, value: 12 }),
            Command::SetTarget(SetTarget { indicator: id(703), from, to, value: 100 }),
            Command::SetTarget(SetTarget { indicator: id(703), from, to, value: 50 }),
        ] {
            must(&world, command, None).await;
        }
        let report = Report::IndicatorProgress;
        let months = period("2021-01-01", "2021-03-31", Step::Month);
        let numbers =
            async |actor: &Actor, column| told(&world, actor, report, &months, column).await;
        let ever = numbers(&OPERATOR, ColumnId::Cumulative).await;
        let whole = [8, 9, 9, 2, 2, 2, 8, 17, 25, 1, 2, 3, 2, 4, 6];
        assert_eq!(ever, whole.map(Cell::Number), "{engine}");
        let now = numbers(&OPERATOR, ColumnId::Actual).await;
        assert_eq!(now[..6], [8, 9, 8, 2, 2, 1].map(Cell::Number), "{engine}");
        let progress = numbers(&OPERATOR, ColumnId::Progress).await;
        assert_eq!(progress[2], Cell::Decimal(750), "{engine}: 9 of 12");
        assert_eq!(progress[8], Cell::Decimal(500), "{engine}: 25 of the latest 50");
        assert_eq!(progress[9], Cell::Empty(Why::NotRecorded), "{engine}: no target");
        // Two men and one: hidden, also in what came together; what counts nobody is shown.
        let ever = numbers(&donor(), ColumnId::Cumulative).await;
        // What came until January is what came in January; February's is told with the quarter's.
        let later = Cell::Empty(Why::Quarterly);
        assert_eq!(ever[3..6], [HIDDEN, later, HIDDEN], "{engine}");
        let quarter = period("2021-01-01", "2021-03-31", Step::Quarter);
        let ever_then = told(&world, &donor(), report, &quarter, ColumnId::Cumulative).await;
        assert_eq!(ever_then[1], HIDDEN, "{engine}");
        assert_eq!(ever[6..], whole[6..].iter().map(|n| Cell::Number(*n)).collect::<Vec<_>>());
        // A code is one indicator's, and the hand enters only what no report counts.
        let other = Command::DefineIndicator(indicator(706, "OP1", Measure::Sessions));
        let taken = world.store.change(store::By::Operator, other, None, None).await;
        assert!(matches!(taken.map_err(|e| e.fault()), Err(Fault::CodeTaken { .. })), "{engine}");
        let again = Command::DefineIndicator(indicator(704, "OP4", Measure::Contacts));
        must(&world, again, None).await;
        let ever = numbers(&OPERATOR, ColumnId::Cumulative).await;
        assert_eq!(ever[11], Cell::Number(25), "{engine}: defined anew");
    }
}

/// A target is the project's: beside one of several places it would be read as that place's, and beside
/// each month it would be added up.
#[tokio::test]
async fn a_target_is_told_of_its_own_days_in_the_only_place() {
    for engine in engines() {
        let world = quarter(engine).await;
        let everybody = Measure::People { sex: None, bands: vec![] };
        let define = Command::DefineIndicator(indicator(701, "OP1", everybody));
        must(&world, define, None).await;
        let (year, february) = (["2021-01-01", "2021-12-31"], ["2021-02-01", "2021-02-28"]);
        for ([from, to], value) in [(year, 120), (february, 9)] {
            let target = SetTarget { indicator: id(701), from: day(from), to: day(to), value };
            must(&world, Command::SetTarget(target), None).await;
        }
        let targeted = async |query: &Query| {
            told(&world, &OPERATOR, Report::FiveW, query, ColumnId::Targeted).await
        };
        let nothing = Cell::Empty(Why::NotRecorded);
        let year = period("2021-01-01", "2021-12-31", Step::Whole);
        let months = period("2021-01-01", "2021-03-31", Step::Month);
        assert_eq!(targeted(&year).await, [Cell::Number(120)], "{engine}");
        let february = [nothing.clone(), Cell::Number(9), nothing.clone()];
        assert_eq!(targeted(&months).await, february, "{engine}");
        // In Obrenovac the project works as well, though nothing was held there yet.
        let from = day("2021-01-01");
        let share = ShareWorkshop { workshop: WOOD, project: EU, from, to: None };
        must(&world, Command::ShareWorkshop(share), None).await;
        for query in [year.clone(), year.in_centre("KRN")] {
            assert_eq!(targeted(&query).await, vec![nothing.clone()], "{engine} {query:?}");
        }
    }
}

#[tokio::test]
async fn a_value_that_was_entered_by_hand_is_not_drawn_on() {
    for engine in engines() {
        let world = quarter(engine).await;
        let everybody = Measure::People { sex: None, bands: vec![] };
        for (n, code, measure) in [
            (701, "OP1", everybody),
            (702, "OP2", Measure::Contacts),
            (703, "OP3", Measure::ByHand),
        ] {
            must(&world, Command::DefineIndicator(indicator(n, code, measure)), None).await;
        }
        let (from, to) = (day("2021-01-01"), day("2021-03-31"));
        let share = RecordIndicatorValue { indicator: id(703), from, to, value: 80 };
        let evidence = Identity::Remark("The questionnaires".into());
        must(&world, Command::RecordIndicatorValue(share), Some(evidence)).await;
        let page = world.store.project_page(&OPERATOR, "EU-1", Some((from, to))).await.unwrap();
        assert_eq!(page.indicators[2].cumulative, Cell::Number(80), "{engine}");
        let drawn: Vec<Option<i64>> =
            page.indicators.iter().map(|one| one.forecast.map(|(value, _)| value)).collect();
        // Of 365 days 90 are over, with 9 people and 25 contacts.
        assert_eq!(drawn, [Some(36), Some(101), None], "{engine}");
    }
}

/// A file is made for the donor, as far as the store knows. Returns the entry that it was made from.
async fn taken(world: &World, report: Report, query: Query) -> i64 {
    let entry = world.store.last_entry().await.unwrap();
    let export = Export {
        report: report.name(),
        query,
        audience: Audience::Donor,
        entry,
        sha256: format!("{entry:064}"),
        made_at: world.store.clock().now(),
        seal: "{}".into(),
        findable: true,
    };
    world.store.keep_export(&donor(), &export).await.unwrap();
    entry
}

#[tokio::test]
async fn a_page_tells_what_came_since_the_last_file_of_its_own_days() {
    for engine in engines() {
        let world = quarter(engine).await;
        let log = Report::SessionLog;
        let january = period("2021-01-01", "2021-01-31", Step::Whole);
        let february = period("2021-02-01", "2021-02-28", Step::Whole);
        // The entry of that file, the shifts that are named, and how many there are besides.
        let since = async |query: &Query| {
            let days = Some((query.from, query.to));
            let page = world.store.project_page(&donor(), "EU-1", days).await.unwrap();
            page.since.map(|since| {
                let shifts: Vec<ShiftId> = since.shifts.iter().map(|(id, ..)| *id).collect();
                (since.entry, shifts, since.more)
            })
        };
        assert_eq!(since(&january).await, None, "{engine}: nothing was taken");
        let first = taken(&world, log, january.clone()).await;
        shift(&world, 4, "2021-01-19", &[6]).await;
        let second = taken(&world, log, february.clone()).await;
        shift(&world, 5, "2021-02-16", &[6]).await;
        // Neither tells all of January: what changed since another file, one place of several.
        let compared = Query { since: Some(second), ..january.clone() };
        taken(&world, Report::WhatChanged, compared).await;
        taken(&world, log, january.clone().in_centre("KRN")).await;
        let named: Vec<ShiftId> = vec![id(5_004)];
        assert_eq!(since(&january).await, Some((first, named, 0)), "{engine}");
        let named: Vec<ShiftId> = vec![id(5_005)];
        assert_eq!(since(&february).await, Some((second, named, 0)), "{engine}");
        // The page leads on to every figure: that is the donor's to ask.
        let all = Query { since: Some(first), ..january.clone() };
        world.store.rows_of(&donor(), Report::WhatChanged, &all).await.unwrap();
        // A file of the quarter has its months in it.
        let quarter = period("2021-01-01", "2021-03-31", Step::Month);
        let third = taken(&world, log, quarter).await;
        let nothing: Vec<ShiftId> = vec![];
        assert_eq!(since(&january).await, Some((third, nothing, 0)), "{engine}");
        // No more are named than can be read, and the page says how many there are.
        for n in 0..53 {
            let on = format!("2021-01-{:02}", 1 + n % 31);
            let start = if n < 31 { "15:00" } else { "18:00" };
            must(&world, plan(id(5_100 + n), SEW, &on, start), None).await;
        }
        let told = since(&january).await.map(|(_, shifts, more)| (shifts.len(), more));
        assert_eq!(told, Some((50, 3)), "{engine}");
    }
}
