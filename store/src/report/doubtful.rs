//! Figures that are hard to believe, with what was accepted of them.

use super::scan::{fetch, windowed};
use super::{Found, People, Refs, Request, Window};
use crate::Store;
use crate::error::StoreError;
use crate::overview::occupancy;
use crate::row::Reader;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::clock::reporting_day;
use domain::person::AgeBand;
use domain::report::doubt::{Doubted, HISTORY_DAYS, Observed, Recent};
use domain::report::participation::housed;
use domain::report::period::Days;
use domain::report::session::{code_or_none, name_or_none};
use domain::report::{Cell, Query, Term};
use domain::shift::ShiftState;
use domain::suppression::Why;
use sqlx::AnyConnection;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

const MARKS: [&str; 2] = windowed!(
    "select s.seq, s.id, min(a.made_at) as first, max(a.made_at) as last,
            cast(count(*) as bigint) as marks
     from shift s join attendance a on a.shift = s.seq and a.stands = 1
          and a.presence <> 'unmarked'",
    "group by s.seq, s.id"
);
const COUNTED: [&str; 2] = windowed!(
    "select s.seq, s.id, h.band, h.people
     from shift s join headcount h on h.shift = s.seq and h.stands = 1 and h.people > 0",
    ""
);
const ACCEPTED: [&str; 2] = windowed!(
    "select x.seq, s.id, x.doubt, x.value, j.received_at
     from shift s join acceptance x on x.shift = s.seq join journal j on j.seq = x.seq",
    "order by x.seq"
);

/// The shifts of workshops that make something, with what says what is usual: for two months of them
/// nobody's mark is read.
const HISTORY: [&str; 2] = windowed!(
    "select s.seq, s.workshop, s.day, s.minutes,
            cast(coalesce((select sum(o.quantity) from output o
                 join product r on r.seq = o.product and r.unit = 'piece'
                 where o.shift = s.seq and o.voided is null and o.rejected = 0), 0)
                 as bigint) as pieces,
            (select string_agg(cast(a.person as text), ',') from attendance a
             where a.shift = s.seq and a.stands = 1 and a.presence = 'present') as present,
            cast(coalesce((select sum(h.people) from headcount h
                 where h.shift = s.seq and h.stands = 1), 0) as bigint) as headcount
     from shift s",
    "and s.progress = 'closed' and s.withdrawn = 0
     and exists (select 1 from product r where r.workshop = s.workshop)
     order by s.day, s.start, s.seq"
);

type Marks = HashMap<String, (DateTime<Utc>, DateTime<Utc>, i64)>;
/// The day on which a figure of a shift was accepted.
type Accepted = HashMap<(String, String, i64), NaiveDate>;

/// The rows: by day, start and reason.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let (from, to) = (request.query.from, request.query.to);
    let people = store.people().await?;
    let mut db = store.db().begin_read().await?;
    let mut judging = Judging::open(&mut db, people, request.centre, (from, to)).await?;
    // Its connection goes back: whoever holds one must not wait for another.
    drop(db);
    let query = Query { state: Some(ShiftState::Closed), ..request.query.clone() };
    // What is usual in a workshop is so for every project, from whichever day it counts for it.
    let mut scan = store.scan(Request { query, project: None, ..request.clone() }).await?;
    let mut rows = Vec::new();
    while let Some(found) = scan.next().await? {
        for one in judging.judge(scan.db(), &found).await? {
            let day = one.found.session.slot.day.to_string();
            if request.covers(one.found.centre, one.found.workshop, &day) {
                rows.push(row(&request.refs, &one));
            }
        }
    }
    Ok(rows)
}

/// A figure of a shift that is hard to believe.
pub(crate) struct Flagged<'a> {
    pub(crate) found: &'a Found,
    pub(crate) doubted: Doubted,
    /// The day on which it was accepted, if it was.
    pub(crate) accepted: Option<NaiveDate>,
}

/// Shifts are judged in the order of time, each by those of its workshop in the [`HISTORY_DAYS`]
/// before it.
pub(crate) struct Judging {
    centre: Option<i64>,
    period: Days,
    people: Arc<People>,
    accepted: Accepted,
    recent: HashMap<i64, Recent>,
    /// Children housed, by centre and day.
    children: HashMap<(i64, NaiveDate), Option<i64>>,
}

impl Judging {
    /// For the shifts of a period.
    pub(crate) async fn open(
        db: &mut AnyConnection,
        people: Arc<People>,
        centre: Option<i64>,
        period: Days,
    ) -> Result<Self, StoreError> {
        let accepted = accepted(db, centre, period).await?;
        let recent = history(db, &people, centre, period.0).await?;
        Ok(Self { centre, period, people, accepted, recent, children: HashMap::new() })
    }

    /// What is doubted of the next shifts; those outside of the period are passed by.
    pub(crate) async fn judge<'a>(
        &mut self,
        db: &mut AnyConnection,
        found: &'a [Found],
    ) -> Result<Vec<Flagged<'a>>, StoreError> {
        let (from, to) = self.period;
        let is_judged = |one: &&Found| {
            let day = one.session.slot.day;
            one.session.state == ShiftState::Closed && day >= from && day <= to
        };
        let judged: Vec<&Found> = found.iter().filter(is_judged).collect();
        let (Some(first), Some(last)) = (judged.first(), judged.last()) else {
            return Ok(Vec::new());
        };
        let days = (first.session.slot.day, last.session.slot.day);
        let marks = marks(db, self.centre, days).await?;
        let counted = counted_children(db, self.centre, days).await?;
        let mut flagged = Vec::new();
        for found in judged {
            let counted = counted.get(&found.session.id).copied().unwrap_or(0);
            let observed = Observed {
                children: counted + named_children(found, &self.people),
                marks: marks.get(&found.session.id).copied(),
                ..observed(found)
            };
            let housed = match found.centre {
                Some(centre) => self.children(db, centre, observed.day).await?,
                None => None,
            };
            let recent = self.recent.entry(found.workshop).or_default();
            for doubted in recent.judge(observed, housed) {
                let id = found.session.id.clone();
                let key = (id, doubted.doubt.code().to_owned(), doubted.value);
                let accepted = self.accepted.get(&key).copied();
                flagged.push(Flagged { found, doubted, accepted });
            }
        }
        Ok(flagged)
    }

    async fn children(
        &mut self,
        db: &mut AnyConnection,
        centre: i64,
        day: NaiveDate,
    ) -> Result<Option<i64>, StoreError> {
        if let Some(known) = self.children.get(&(centre, day)) {
            return Ok(*known);
        }
        let children = children_of(db, centre, day).await?;
        self.children.insert((centre, day), children);
        Ok(children)
    }
}

fn observed(found: &Found) -> Observed {
    let session = &found.session;
    Observed {
        day: session.slot.day,
        minutes: session.slot.minutes,
        contacts: session.figures.contacts(),
        pieces: session.figures.pieces,
        children: 0,
        marks: None,
    }
}

/// Children who were there by name, as old as they were on that day: the figures of the session have
/// the age that holds for the whole period.
fn named_children(found: &Found, people: &People) -> i64 {
    let day = found.session.slot.day;
    let is_child = |person: &&i64| {
        let age = people.by_key.get(*person).and_then(|known| known.age);
        AgeBand::of(age.map(|age| age.on(day))).is_child() == Some(true)
    };
    found.session.present().filter(is_child).count() as i64
}

fn row(refs: &Refs, Flagged { found, doubted, accepted }: &Flagged<'_>) -> Vec<Cell> {
    let session = &found.session;
    let centre = found.centre.and_then(|key| refs.centres.get(&key));
    let workshop = refs.workshops.get(&found.workshop);
    let none = || Cell::Empty(Why::NotApplicable);
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
        accepted.map_or(Cell::Empty(Why::NotRecorded), Cell::Day),
    ]
}

/// What was observed of each workshop in the days before one.
async fn history(
    db: &mut AnyConnection,
    people: &People,
    centre: Option<i64>,
    day: NaiveDate,
) -> Result<HashMap<i64, Recent>, StoreError> {
    let (from, to) = (day - Duration::days(HISTORY_DAYS), day - Duration::days(1));
    let mut before: HashMap<i64, Recent> = HashMap::new();
    for row in &fetch(db, &HISTORY, from, to, centre).await? {
        let row = Reader::new("shift", row);
        let present: Option<String> = row.get("present")?;
        let present = present.unwrap_or_default();
        // Somebody whose two records were joined counts once.
        let present: HashSet<i64> = present
            .split(',')
            .filter_map(|key| key.parse().ok())
            .map(|key| people.used(key))
            .collect();
        let observed = Observed {
            day: row.day("day")?,
            minutes: row.number("minutes")?,
            contacts: present.len() as i64 + row.number("headcount")?,
            pieces: row.number("pieces")?,
            children: 0,
            marks: None,
        };
        before.entry(row.number("workshop")?).or_default().add(observed);
    }
    Ok(before)
}

/// When the marks of the shifts of some days were made.
async fn marks(
    db: &mut AnyConnection,
    centre: Option<i64>,
    (from, to): Days,
) -> Result<Marks, StoreError> {
    let rows = fetch(db, &MARKS, from, to, centre).await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("attendance", row);
            let marks = (row.instant("first")?, row.instant("last")?, row.number("marks")?);
            Ok((row.text("id")?, marks))
        })
        .collect()
}

/// Children who were counted without a name at the shifts of some days.
async fn counted_children(
    db: &mut AnyConnection,
    centre: Option<i64>,
    (from, to): Days,
) -> Result<HashMap<String, i64>, StoreError> {
    let mut counted: HashMap<String, i64> = HashMap::new();
    for row in &fetch(db, &COUNTED, from, to, centre).await? {
        let row = Reader::new("headcount", row);
        let band: AgeBand = row.word("band")?;
        if band.is_child() == Some(true) {
            *counted.entry(row.text("id")?).or_default() += row.number("people")?;
        }
    }
    Ok(counted)
}

async fn accepted(
    db: &mut AnyConnection,
    centre: Option<i64>,
    (from, to): Days,
) -> Result<Accepted, StoreError> {
    let rows = fetch(db, &ACCEPTED, from, to, centre).await?;
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
