//! The scan over shifts that the session log, the dashboard and the people report share.
//!
//! Reads a calendar month at a time in the order of day and start; what was logged comes as one
//! aggregated text for each shift, because a row for each mark is what a driver is slow at.

use super::Request;
use super::group::Languages;
use super::refs::People;
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Doing, Watch};
use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::month_of;
use domain::person::{AgeBand, Sex};
use domain::report::Split;
use domain::report::session::{Attendee, Figures, Session};
use domain::shift::{ShiftState, Slot};
use domain::workshop::Unit;
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, Transaction};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A query over the shifts of a window, once with the index by centre and once by day.
macro_rules! windowed {
    ($head:literal, $tail:literal) => {
        [
            concat!($head, " where s.centre = $3 and s.day >= $1 and s.day <= $2 ", $tail),
            concat!($head, " where cast($3 as bigint) = 0 and s.day >= $1 and s.day <= $2 ", $tail),
        ]
    };
}
pub(super) use windowed;

const SHIFTS: [&str; 2] = windowed!(
    "select s.seq, s.id, s.workshop, s.centre, s.day, s.start, s.minutes, s.progress,
            s.closed_at, s.reason
     from shift s",
    "and s.withdrawn = 0 order by s.day, s.start, s.seq"
);
/// Who is in a workshop in the window. `9999` stands for a place that is not given up: what is over
/// before the window is passed by with the index, however many years there are. Without an order, for
/// which SQLite would rather read them all.
const PLACES: [&str; 2] = [
    "select e.seq, e.workshop, e.person, e.from_day, e.to_day
     from workshop w join enrolment e on e.workshop = w.seq and e.shift is null
          and coalesce(e.to_day, '9999') >= $1 and e.from_day <= $2
     where w.centre = $3",
    "select e.seq, e.workshop, e.person, e.from_day, e.to_day
     from workshop w join enrolment e on e.workshop = w.seq and e.shift is null
          and coalesce(e.to_day, '9999') >= $1 and e.from_day <= $2
     where cast($3 as bigint) = 0",
];
/// `12+,13-`: person 12 present, person 13 absent.
const MARKS: [&str; 2] = windowed!(
    "select a.shift as seq, string_agg(cast(a.person as text) ||
            case a.presence when 'present' then '+' else '-' end, ',') as list
     from shift s join attendance a on a.shift = s.seq and a.stands = 1
          and a.presence <> 'unmarked'",
    "group by a.shift"
);
const ENROLLED: [&str; 2] = windowed!(
    "select e.shift as seq, string_agg(cast(e.person as text), ',') as list
     from shift s join enrolment e on e.shift = s.seq",
    "group by e.shift"
);
const FACILITATORS: [&str; 2] = windowed!(
    "select f.shift as seq, string_agg(cast(f.account as text), ',') as list
     from shift s join shift_facilitator f on f.shift = s.seq",
    "group by f.shift"
);
const HEADCOUNTS: [&str; 2] = windowed!(
    "select h.shift as seq, h.sex, h.band, h.people
     from shift s join headcount h on h.shift = s.seq and h.stands = 1 and h.people > 0",
    ""
);
const PIECES: [&str; 2] = windowed!(
    "select o.shift as seq, o.product, 
            cast(sum(case when o.rejected = 0 then o.quantity else 0 end) as bigint) as quantity,
            cast(sum(case when o.rejected = 1 then o.quantity else 0 end) as bigint) as rejected
     from shift s join output o on o.shift = s.seq and o.voided is null",
    "group by o.shift, o.product"
);

/// An enrolment in all shifts of a workshop.
struct Enrolled {
    person: i64,
    from: String,
    to: Option<String>,
}

impl Enrolled {
    /// Whether it holds on a day (ISO 8601, so that text order is time order).
    fn on(&self, day: &str) -> bool {
        self.from.as_str() <= day && self.to.as_deref().is_none_or(|to| day <= to)
    }
}

/// A shift with its figures and where it belongs.
pub(crate) struct Found {
    pub(crate) session: Session<i64>,
    pub(crate) centre: Option<i64>,
    pub(crate) workshop: i64,
    /// Inner keys of the facilitators' accounts.
    pub(crate) facilitators: Vec<i64>,
}

/// A scan in progress.
pub(crate) struct Scan {
    db: Transaction<'static, Any>,
    pub(crate) request: Request,
    pub(crate) people: Arc<People>,
    now: DateTime<Utc>,
    next: Option<NaiveDate>,
    /// The age at the first attendance in the period holds for the whole report.
    bands: HashMap<i64, AgeBand>,
    /// The languages of those whose languages were asked for.
    languages: Languages,
    watch: Option<Watch>,
}

impl Scan {
    /// The scan's own connection, for what is asked between its months: whoever holds one must not
    /// wait for another, or as many readers as there are connections wait for each other.
    pub(super) fn db(&mut self) -> &mut AnyConnection {
        &mut self.db
    }

    /// Reads the languages of everybody in these shifts.
    async fn learn_languages(&mut self, found: &[Found]) -> Result<(), StoreError> {
        let people = found.iter().flat_map(|f| f.session.people.iter().map(|one| one.person));
        self.languages.learn(&mut self.db, people.collect()).await
    }

    /// The languages that somebody knows best; none are known where the split does not ask.
    pub(super) fn languages_of(&self, person: i64) -> &[String] {
        self.languages.of(person)
    }

    pub(super) async fn open(
        db: Transaction<'static, Any>,
        request: Request,
        people: Arc<People>,
        now: DateTime<Utc>,
        watch: Option<Watch>,
    ) -> Result<Self, StoreError> {
        let next = Some(request.query.from);
        let (bands, languages) = (HashMap::new(), Languages::default());
        Ok(Self { db, request, people, now, next, bands, languages, watch })
    }

    /// The shifts of the next window; `None` when the period is over.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<Found>>, StoreError> {
        let Some(from) = self.next else { return Ok(None) };
        let (to, next) = window(from, self.request.query.to);
        self.next = next;
        let mut marks = self.lists(&MARKS, from, to).await?;
        let mut enrolled = self.lists(&ENROLLED, from, to).await?;
        let mut places: HashMap<i64, Vec<Enrolled>> = HashMap::new();
        for row in &self.fetch(&PLACES, from, to).await? {
            let row = Reader::new("enrolment", row);
            let enrolled = Enrolled {
                person: row.number("person")?,
                from: row.text("from_day")?,
                to: row.get("to_day")?,
            };
            places.entry(row.number("workshop")?).or_default().push(enrolled);
        }
        let mut facilitators = self.lists(&FACILITATORS, from, to).await?;
        let headcounts = self.fetch(&HEADCOUNTS, from, to).await?;
        let pieces = self.fetch(&PIECES, from, to).await?;
        let mut counted: HashMap<i64, Figures> = HashMap::new();
        for row in &headcounts {
            let row = Reader::new("headcount", row);
            let figures = counted.entry(row.number("seq")?).or_default();
            figures.add_headcount(row.word("sex")?, row.word("band")?, row.number("people")?);
        }
        for row in &pieces {
            let row = Reader::new("output", row);
            let product = self.request.refs.products.get(&row.number("product")?);
            if product.is_some_and(|p| p.unit == Unit::Piece) {
                let figures = counted.entry(row.number("seq")?).or_default();
                figures.pieces += row.number("quantity")?;
                figures.rejected += row.number("rejected")?;
            }
        }
        let shifts = self.fetch(&SHIFTS, from, to).await?;
        let mut found = Vec::with_capacity(shifts.len());
        for row in &shifts {
            let row = Reader::new("shift", row);
            let key = row.number("seq")?;
            let (centre, workshop): (Option<i64>, i64) =
                (row.get("centre")?, row.number("workshop")?);
            let day = row.text("day")?;
            if !self.request.covers(centre, workshop, &day) {
                continue;
            }
            let facilitators = keys(&facilitators.remove(&key).unwrap_or_default());
            if self.request.group.as_ref().is_some_and(|only| !only.takes_shift(&facilitators)) {
                continue;
            }
            let (slot, progress) = (row.slot()?, row.progress()?);
            let state = slot.state(progress, self.now);
            if self.request.query.state.is_some_and(|only| only != state) {
                continue;
            }
            let places = places.get(&workshop).map_or(&[][..], Vec::as_slice);
            let registered = self.registered(places, &day, enrolled.remove(&key));
            let mut figures = counted.remove(&key).unwrap_or_default();
            figures.registered = registered.len() as i64;
            // Only shifts that were held are counted, so only they decide a person's age.
            let list = marks.remove(&key).filter(|_| state == ShiftState::Closed);
            let list = list.unwrap_or_default();
            let people = self.count_marks(&list, registered, slot, &mut figures);
            let session = Session {
                id: row.text("id")?,
                slot,
                progress,
                state,
                facilitators: facilitators.len() as i64,
                people,
                figures,
            };
            found.push(Found { session, centre, workshop, facilitators });
        }
        if self.request.query.by == Some(Split::Language) {
            self.learn_languages(&found).await?;
        }
        if let Some(only) = self.request.group.take() {
            for found in &mut found {
                let day = found.session.slot.day;
                found.session.people.retain(|one| only.takes_person(self, one.person, day));
            }
            self.request.group = Some(only);
        }
        if let Some(watch) = &self.watch {
            watch.hear(Doing::Reading(to));
        }
        Ok(Some(found))
    }

    /// A person's sex.
    pub(super) fn sex(&self, person: i64) -> Sex {
        self.people.by_key.get(&person).map_or(Sex::NotDisclosed, |known| known.sex)
    }

    /// The age band of somebody who may only have been expected on a day.
    pub(super) fn band_on(&self, person: i64, day: NaiveDate) -> AgeBand {
        let age = || self.people.by_key.get(&person).and_then(|known| known.age);
        self.band(person).unwrap_or_else(|| AgeBand::of(age().map(|age| age.on(day))))
    }

    /// The age band that holds for a person in this report, once they were present.
    pub(super) fn band(&self, person: i64) -> Option<AgeBand> {
        self.bands.get(&person).copied()
    }

    /// Everybody enrolled for a shift: in the workshop on that day, or for this shift only.
    fn registered(&self, places: &[Enrolled], day: &str, only: Option<String>) -> BTreeSet<i64> {
        let all = places.iter().filter(|e| e.on(day)).map(|e| e.person);
        let only = only.iter().flat_map(|list| keys(list));
        all.chain(only).map(|person| self.people.used(person)).collect()
    }

    /// Counts the marks of one shift; answers who was expected or marked.
    fn count_marks(
        &mut self,
        list: &str,
        mut registered: BTreeSet<i64>,
        slot: Slot,
        figures: &mut Figures,
    ) -> Vec<Attendee<i64>> {
        // Of two records that are one person, one that was there counts.
        let mut marks: Vec<(i64, bool)> = Vec::new();
        let mut seen: HashMap<i64, usize> = HashMap::new();
        for mark in list.split(',').filter(|m| !m.is_empty()) {
            let (digits, presence) = mark.split_at(mark.len() - 1);
            let Ok(person) = digits.parse::<i64>() else { continue };
            let (person, came) = (self.people.used(person), presence == "+");
            match seen.get(&person).and_then(|place| marks.get_mut(*place)) {
                Some(mark) => mark.1 |= came,
                None => {
                    seen.insert(person, marks.len());
                    marks.push((person, came));
                }
            }
        }
        let mut people = Vec::with_capacity(marks.len() + registered.len());
        for (person, came) in marks {
            let is_registered = registered.remove(&person);
            people.push(Attendee { person, registered: is_registered, came: Some(came) });
            if !came {
                figures.no_shows += i64::from(is_registered);
                continue;
            }
            let band = self.band_on(person, slot.day);
            self.bands.insert(person, band);
            figures.add_present(is_registered, self.sex(person), band);
        }
        let unmarked = registered.into_iter();
        people.extend(unmarked.map(|person| Attendee { person, registered: true, came: None }));
        people
    }

    async fn fetch(
        &mut self,
        sql: &[&'static str; 2],
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<AnyRow>, StoreError> {
        fetch(&mut self.db, sql, from, to, self.request.centre).await
    }

    async fn lists(
        &mut self,
        sql: &[&'static str; 2],
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<HashMap<i64, String>, StoreError> {
        let rows = self.fetch(sql, from, to).await?;
        rows.iter()
            .map(|row| {
                let row = Reader::new("shift", row);
                Ok((row.number("seq")?, row.text("list")?))
            })
            .collect()
    }
}

pub(super) async fn fetch(
    db: &mut AnyConnection,
    sql: &[&'static str; 2],
    from: NaiveDate,
    to: NaiveDate,
    centre: Option<i64>,
) -> Result<Vec<AnyRow>, StoreError> {
    let sql = if centre.is_some() { sql[0] } else { sql[1] };
    let rows = sqlx::query(sql)
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(centre.unwrap_or(0))
        .fetch_all(db)
        .await?;
    Ok(rows)
}

/// The last day of the window that begins on `from`, and where the next one begins.
pub(super) fn window(from: NaiveDate, until: NaiveDate) -> (NaiveDate, Option<NaiveDate>) {
    let to = month_of(from).1.min(until);
    (to, to.succ_opt().filter(|next| *next <= until))
}

/// Inner keys for `in (…)`, so many in each text as a statement should hold.
pub(super) fn keys_in(keys: &[i64]) -> impl Iterator<Item = String> {
    keys.chunks(500).map(|some| {
        let some: Vec<String> = some.iter().map(i64::to_string).collect();
        some.join(",")
    })
}

fn keys(list: &str) -> Vec<i64> {
    list.split(',').filter_map(|key| key.parse().ok()).collect()
}
