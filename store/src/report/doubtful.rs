//! Figures that are hard to believe, with what was accepted of them.

use super::scan::{fetch, windowed};
use super::{Found, Request, Scan, Window};
use crate::Store;
use crate::error::StoreError;
use crate::overview::occupancy;
use crate::row::Reader;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::clock::{month_of, reporting_day};
use domain::report::doubt::{Doubted, HISTORY_DAYS, Observed, doubts};
use domain::report::participation::housed;
use domain::report::session::{code_or_none, name_or_none};
use domain::report::{Cell, Query, Term};
use domain::shift::ShiftState;
use domain::suppression::Why;
use sqlx::AnyConnection;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

const MARKS: [&str; 2] = windowed!(
    "select s.seq, s.id, min(a.made_at) as first, max(a.made_at) as last,
            cast(count(*) as bigint) as marks
     from shift s join attendance a on a.shift = s.seq and a.stands = 1
          and a.presence <> 'unmarked'",
    "group by s.seq, s.id"
);
const ACCEPTED: [&str; 2] = windowed!(
    "select x.seq, s.id, x.doubt, x.value, j.received_at
     from shift s join acceptance x on x.shift = s.seq join journal j on j.seq = x.seq",
    "order by x.seq"
);

type Marks = HashMap<String, (DateTime<Utc>, DateTime<Utc>, i64)>;
/// The day on which a figure of a shift was accepted.
type Accepted = HashMap<(String, String, i64), NaiveDate>;

/// The rows: by day, start and reason.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let (from, to) = (request.query.from, request.query.to);
    let accepted = accepted(store, &request).await?;
    let query = Query {
        from: from - Duration::days(HISTORY_DAYS),
        state: Some(ShiftState::Closed),
        ..request.query.clone()
    };
    let mut scan = store.scan(Request { query, ..request.clone() }).await?;
    let mut before: HashMap<i64, Vec<Observed>> = HashMap::new();
    let mut children: HashMap<(i64, NaiveDate), Option<i64>> = HashMap::new();
    let mut rows = Vec::new();
    while let Some(found) = scan.next().await? {
        let Some(first) = found.first().map(|one| one.session.slot.day) else { continue };
        let marks = marks(scan.db(), &request, month_of(first)).await?;
        for found in &found {
            let observed = observed(found, &marks);
            let known = before.entry(found.workshop).or_default();
            if observed.day >= from && observed.day <= to {
                let housed = match found.centre.map(|centre| children.entry((centre, observed.day)))
                {
                    None => None,
                    Some(Entry::Occupied(known)) => *known.get(),
                    Some(Entry::Vacant(new)) => {
                        let (centre, day) = *new.key();
                        *new.insert(children_of(scan.db(), centre, day).await?)
                    }
                };
                let doubted = doubts(&observed, known, housed);
                rows.extend(doubted.iter().map(|one| row(&scan, found, one, &accepted)));
            }
            known.push(observed);
        }
    }
    Ok(rows)
}

fn observed(found: &Found, marks: &Marks) -> Observed {
    let session = &found.session;
    Observed {
        day: session.slot.day,
        minutes: session.slot.minutes,
        contacts: session.figures.contacts(),
        pieces: session.figures.pieces,
        children: session.figures.children(),
        marks: marks.get(&session.id).copied(),
    }
}

fn row(scan: &Scan, found: &Found, doubted: &Doubted, accepted: &Accepted) -> Vec<Cell> {
    let (refs, session) = (&scan.request.refs, &found.session);
    let centre = found.centre.and_then(|key| refs.centres.get(&key));
    let workshop = refs.workshops.get(&found.workshop);
    let none = || Cell::Empty(Why::NotApplicable);
    let key = (session.id.clone(), doubted.doubt.code().to_owned(), doubted.value);
    vec![
        Cell::Text(session.id.clone()),
        Cell::Day(session.slot.day),
        Cell::Time(session.slot.start),
        code_or_none(centre.map(|centre| &centre.code)),
        code_or_none(workshop.map(|workshop| &workshop.code)),
        name_or_none(workshop.map(|workshop| workshop.title.clone())),
        Cell::Term(Term::Doubt(doubted.doubt)),
        Cell::Number(doubted.value),
        doubted.usual.map_or_else(none, Cell::Number),
        accepted.get(&key).map_or(Cell::Empty(Why::NotRecorded), |day| Cell::Day(*day)),
    ]
}

/// When the marks of the shifts of a month were made.
async fn marks(
    db: &mut AnyConnection,
    request: &Request,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Marks, StoreError> {
    let rows = fetch(db, &MARKS, from, to, request.centre).await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("attendance", row);
            let marks = (row.instant("first")?, row.instant("last")?, row.number("marks")?);
            Ok((row.text("id")?, marks))
        })
        .collect()
}

async fn accepted(store: &Store, request: &Request) -> Result<Accepted, StoreError> {
    let mut db = store.db().begin_read().await?;
    let (from, to) = (request.query.from, request.query.to);
    let rows = fetch(&mut db, &ACCEPTED, from, to, request.centre).await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("acceptance", row);
            let key = (row.text("id")?, row.text("doubt")?, row.number("value")?);
            Ok((key, reporting_day(row.instant("received_at")?)))
        })
        .collect()
}

/// How many children lived in a centre on a day, if that was recorded lately.
async fn children_of(
    db: &mut AnyConnection,
    centre: i64,
    day: NaiveDate,
) -> Result<Option<i64>, StoreError> {
    let last = occupancy(db, centre, day).await?;
    let known = last.map(|one| (one.day, one.children));
    Ok(housed(known, (day, day), day).ok().map(|one| one.people))
}
