//! What the reports tell otherwise than after an earlier entry, and what donors are told of it, on both
//! engines.

use crate::support::*;
use domain::access::{Actor, Grant, Role, Scope};
use domain::attendance::Presence;
use domain::command::{Command, Envelope};
use domain::fault::Fault;
use domain::ids::{EnvelopeId, PersonId, ShiftId};
use domain::person::Sex;
use domain::report::{Cell, ColumnId, Query, Report, Step, Term};
use domain::shift::ReopenShift;
use domain::suppression::{Audience, Why};
use domain::sync::Outcome;
use store::{By, Export};
use uuid::Uuid;

const OPERATOR: Actor = Actor::Operator;
const HIDDEN: Cell = Cell::Empty(Why::Suppressed);
const REPORT: Report = Report::WhatChanged;

fn donor() -> Actor {
    Actor::Account {
        id: id(1),
        grants: vec![Grant { role: Role::Donor, scope: Scope::Project(EU) }],
    }
}

fn who(n: u128) -> PersonId {
    id(6_000 + n)
}

/// Something is entered at a time: of two entries about one thing the later one stands.
async fn enter(world: &World, when: &str, command: Command) {
    let entry = Envelope { id: EnvelopeId(Uuid::now_v7()), ..envelope(1, when, command) };
    let outcome = submit(world, By::Operator, &entry).await;
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
}

/// A shift of the sewing workshop on a day, attended by people of these numbers.
async fn shift(world: &World, n: u128, day: &str, people: impl IntoIterator<Item = u128>) {
    let shift: ShiftId = id(5_000 + n);
    must(world, plan(shift, SEW, day, "10:00"), None).await;
    for person in people {
        let present = mark(shift, who(person), Presence::Present);
        enter(world, "2021-05-30T10:00:00Z", present).await;
    }
    enter(world, "2021-05-30T11:00:00Z", close(shift)).await;
}

/// Somebody was not there after all.
async fn correct(world: &World, n: u128, person: u128) {
    let shift: ShiftId = id(5_000 + n);
    let reopen = Command::ReopenShift(ReopenShift { shift, replaces: None });
    enter(world, "2021-05-30T12:00:00Z", reopen).await;
    enter(world, "2021-05-30T12:01:00Z", mark(shift, who(person), Presence::Absent)).await;
    enter(world, "2021-05-30T12:02:00Z", close(shift)).await;
}

/// Twelve women and five men in January; one of the men in a shift of his own. Returns the entry that
/// a donor's file was made from then, which told all of them.
async fn january(engine: &str) -> (World, i64) {
    let world = furnished(engine).await;
    for n in 0..17 {
        let sex = if n < 12 { Sex::Female } else { Sex::Male };
        must(&world, person(who(n), Some(KRN), sex, 1985), None).await;
    }
    shift(&world, 1, "2021-01-12", 0..16).await;
    shift(&world, 2, "2021-01-13", [16]).await;
    // Most come again: else the contacts, which are open, would tell how many people there are.
    shift(&world, 3, "2021-01-14", 1..16).await;
    let entry = file_made(&world, "EU-1").await;
    let query = Query { since: None, ..month(entry) };
    world.store.rows_of(&donor(), Report::PeopleBySexAndAge, &query).await.unwrap();
    (world, entry)
}

fn month(entry: i64) -> Query {
    Query {
        step: Step::Month,
        project: Some("EU-1".into()),
        since: Some(entry),
        ..Query::period(day("2021-01-01"), day("2021-01-31"))
    }
}

/// A file for a project's donors is made, as far as the store knows.
async fn file_made(world: &World, project: &str) -> i64 {
    let entry = world.store.last_entry().await.unwrap();
    let query = Query { project: Some(project.to_owned()), since: None, ..month(entry) };
    let export = Export {
        report: "people-by-sex-and-age",
        query,
        audience: Audience::Donor,
        entry,
        sha256: format!("{entry:064}"),
        made_at: world.store.clock().now(),
        seal: "{}".into(),
        findable: true,
    };
    world.store.keep_export(&OPERATOR, &export).await.unwrap();
    entry
}

/// Before, now and by how much, of one figure of a report in all centres.
async fn told(
    world: &World,
    actor: &Actor,
    query: &Query,
    (report, figure): (Report, ColumnId),
) -> Option<[Cell; 3]> {
    let rows = world.store.rows_of(actor, REPORT, query).await.unwrap();
    let cell = |row: &[Cell], column| row[REPORT.place(column).unwrap()].clone();
    let row = rows.into_iter().find(|row| {
        cell(row, ColumnId::Compared) == Cell::Term(Term::Report(report))
            && cell(row, ColumnId::Figure) == Cell::Term(Term::Figure(figure))
    })?;
    Some([ColumnId::Before, ColumnId::Now, ColumnId::Change].map(|column| cell(&row, column)))
}

const MEN: (Report, ColumnId) = (Report::PeopleBySexAndAge, ColumnId::Male18);
const CONTACTS: (Report, ColumnId) = (Report::SessionLog, ColumnId::Contacts);

#[tokio::test]
async fn a_correction_is_told_with_what_it_was() {
    for engine in engines() {
        let (world, entry) = january(engine).await;
        let query = month(entry);
        for actor in [&OPERATOR, &donor()] {
            let rows = world.store.rows_of(actor, REPORT, &query).await.unwrap();
            assert_eq!(rows, Vec::<Vec<Cell>>::new(), "{engine}: nothing was entered since");
        }
        // One woman of sixteen was not there.
        correct(&world, 1, 0).await;
        let contacts = [16, 15, -1].map(Cell::Number);
        let women = [12, 11, -1].map(Cell::Number);
        let women_of = (Report::PeopleBySexAndAge, ColumnId::Female18);
        for actor in [&OPERATOR, &donor()] {
            let said = told(&world, actor, &query, CONTACTS).await;
            assert_eq!(said.as_ref(), Some(&contacts), "{engine}");
            let said = told(&world, actor, &query, women_of).await;
            assert_eq!(said.as_ref(), Some(&women), "{engine}: what both files show anyway");
            assert_eq!(told(&world, actor, &query, MEN).await, None, "{engine}: as it was");
        }
        // The same again from what is kept, and after it was let go of.
        let rows = world.store.rows_of(&donor(), REPORT, &query).await.unwrap();
        world.store.forget_earlier().await;
        assert_eq!(world.store.rows_of(&donor(), REPORT, &query).await.unwrap(), rows, "{engine}");
    }
}

/// Five men were told. That one of them, alone in his shift, was not there leaves four: who has both
/// files and knows how many contacts that shift had would know, so less is told now.
#[tokio::test]
async fn what_two_files_would_give_away_together_is_hidden() {
    for engine in engines() {
        let (world, entry) = january(engine).await;
        let query = month(entry);
        correct(&world, 2, 16).await;
        let said = told(&world, &OPERATOR, &query, MEN).await;
        assert_eq!(said, Some([5, 4, -1].map(Cell::Number)), "{engine}");
        let said = told(&world, &donor(), &query, MEN).await;
        assert_eq!(said, Some([Cell::Number(5), HIDDEN, HIDDEN]), "{engine}: a small number");
        // With everybody told it could be computed, for the women are as they were.
        let people = (Report::PeopleBySexAndAge, ColumnId::People);
        let said = told(&world, &donor(), &query, people).await;
        assert_eq!(said, Some([Cell::Number(17), HIDDEN, HIDDEN]), "{engine}");
        let said = told(&world, &donor(), &query, CONTACTS).await;
        assert_eq!(said, Some([1, 0, -1].map(Cell::Number)), "{engine}: contacts are open");
    }
}

/// A file about a time of which only contacts were told: its people are told now, after what was told
/// since, and give nothing away either.
#[tokio::test]
async fn an_earlier_time_that_was_not_told_is_proved_after_a_later_one() {
    for engine in engines() {
        let (world, _) = january(engine).await;
        correct(&world, 2, 16).await;
        // Four men: a file of this is made, but not of people.
        let entry = file_made(&world, "EU-1").await;
        let back = mark(id(5_002), who(16), Presence::Present);
        let reopen = Command::ReopenShift(ReopenShift { shift: id(5_002), replaces: None });
        enter(&world, "2021-05-30T13:00:00Z", reopen).await;
        enter(&world, "2021-05-30T13:01:00Z", back).await;
        enter(&world, "2021-05-30T13:02:00Z", close(id(5_002))).await;
        let said = told(&world, &OPERATOR, &month(entry), MEN).await;
        assert_eq!(said, Some([4, 5, 1].map(Cell::Number)), "{engine}");
        let said = told(&world, &donor(), &month(entry), MEN).await;
        assert_eq!(said, Some([HIDDEN, Cell::Number(5), HIDDEN]), "{engine}");
        let people = (Report::PeopleBySexAndAge, ColumnId::People);
        let said = told(&world, &donor(), &month(entry), people).await;
        assert_eq!(said, Some([HIDDEN, Cell::Number(17), HIDDEN]), "{engine}");
    }
}

#[tokio::test]
async fn only_what_a_donor_was_told_is_compared_for_them() {
    for engine in engines() {
        let (world, entry) = january(engine).await;
        correct(&world, 1, 0).await;
        let fault = async |actor: &Actor, query: &Query| {
            let rows = world.store.rows_of(actor, REPORT, query).await;
            rows.map(drop).map_err(|error| error.fault())
        };
        assert_eq!(fault(&donor(), &month(entry)).await, Ok(()), "{engine}");
        assert_eq!(fault(&donor(), &month(entry - 1)).await, Err(Fault::NotAllowed), "{engine}");
        assert_eq!(fault(&OPERATOR, &month(entry - 1)).await, Ok(()), "{engine}");
        let nothing = Query { since: None, ..month(entry) };
        let missing = Fault::Missing { field: "since".into() };
        for actor in [&OPERATOR, &donor()] {
            assert_eq!(fault(actor, &nothing).await, Err(missing.clone()), "{engine}");
        }
        let last = world.store.last_entry().await.unwrap();
        for beyond in [0, -1, last + 1] {
            let refused = fault(&OPERATOR, &month(beyond)).await;
            assert_eq!(refused, Err(Fault::out_of_range("since", 1, last)), "{engine} {beyond}");
        }
        let finer = Query { workshop: Some("KRN-SEW".into()), ..month(entry) };
        assert_eq!(fault(&donor(), &finer).await, Err(Fault::NotAllowed), "{engine}");
        // No other report compares.
        let query = month(entry);
        let rows = world.store.rows_of(&OPERATOR, Report::SessionLog, &query).await;
        assert_eq!(rows.map(drop).map_err(|e| e.fault()), Err(Fault::malformed()), "{engine}");
        // Another project's file says nothing about this one.
        let other = file_made(&world, "OTHER").await;
        assert_eq!(fault(&donor(), &month(other)).await, Err(Fault::NotAllowed), "{engine}");
    }
}
