//! Who may drop out: by code, as of the last day of the period that has come.

use super::{People, Request, Window};
use crate::Store;
use crate::error::StoreError;
use crate::row::{Reader, stored};
use chrono::{Duration, NaiveDate, NaiveTime};
use domain::clock::{instant, reporting_day};
use domain::report::dropping_out::{AtRisk, LOOK_BACK_DAYS, of_course, of_waiting};
use domain::report::session::name_or_none;
use domain::report::{Cell, Query, Term};
use domain::shift::ShiftState;
use domain::suppression::Why;
use sqlx::any::AnyRow;
use std::collections::{HashMap, HashSet};

/// Somebody in a workshop, by inner keys.
type InWorkshop = (i64, i64);

/// The rows: by centre, kind of risk, the longest first.
pub(super) async fn rows(store: &Store, mut request: Request) -> Result<Window, StoreError> {
    // Days that have not come make nobody quiet.
    let today = request.query.to.min(store.clock().today());
    request.query.to = today;
    let mut at_risk: Vec<(InWorkshop, AtRisk)> = Vec::new();
    let people = store.people().await?;
    let enrolled = enrolled(store, &request, &people).await?;
    for (who, course) in courses(store, &request, today).await? {
        if enrolled.contains(&who) {
            at_risk.extend(of_course(&course, today).map(|risk| (who, risk)));
        }
    }
    for (who, since) in waiting(store, &request, &people).await? {
        at_risk.extend(of_waiting(since, today).map(|risk| (who, risk)));
    }
    let refs = &request.refs;
    let mut rows = Vec::new();
    for ((person, workshop), risk) in at_risk {
        let (Some(person), Some(workshop)) =
            (people.by_key.get(&person), refs.workshops.get(&workshop))
        else {
            continue;
        };
        let centre = workshop.centre.and_then(|key| refs.centres.get(&key));
        let site = centre.map(|centre| centre.code.clone());
        let order =
            (site.clone(), risk.risk, risk.since, person.code.clone(), workshop.code.clone());
        let cells = vec![
            site.map_or(Cell::Empty(Why::NotApplicable), Cell::Text),
            Cell::Text(person.code.clone()),
            Cell::Text(workshop.code.clone()),
            name_or_none(Some(workshop.title.clone())),
            Cell::Term(Term::Risk(risk.risk)),
            Cell::Day(risk.since),
            Cell::Number(risk.how_many),
        ];
        rows.push((order, cells));
    }
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(rows.into_iter().map(|(_, cells)| cells).collect())
}

/// What became of those who were expected at shifts that were held, in the order of time.
async fn courses(
    store: &Store,
    request: &Request,
    today: NaiveDate,
) -> Result<HashMap<InWorkshop, Vec<(NaiveDate, Option<bool>)>>, StoreError> {
    let query = Query {
        from: today - Duration::days(LOOK_BACK_DAYS),
        state: Some(ShiftState::Closed),
        ..request.query.clone()
    };
    let mut scan = store.scan(Request { query, ..request.clone() }).await?;
    let mut courses: HashMap<InWorkshop, Vec<_>> = HashMap::new();
    while let Some(found) = scan.next().await? {
        for found in &found {
            for one in found.session.people.iter().filter(|one| one.registered) {
                let course = courses.entry((one.person, found.workshop)).or_default();
                course.push((found.session.slot.day, one.came));
            }
        }
    }
    Ok(courses)
}

/// Who has a place in which workshop on a day.
async fn enrolled(
    store: &Store,
    request: &Request,
    people: &People,
) -> Result<HashSet<InWorkshop>, StoreError> {
    let rows = sqlx::query(
        "select e.seq, e.person, e.workshop, w.centre from workshop w
         join enrolment e on e.workshop = w.seq and e.shift is null
              and coalesce(e.to_day, '9999') >= $1 and e.from_day <= $1",
    )
    .bind(request.query.to.to_string())
    .fetch_all(&mut *store.read().await?)
    .await?;
    let all = in_workshops(request, people, &rows, |_| Ok(()))?;
    Ok(all.into_iter().map(|(who, ())| who).collect())
}

/// Who waited for a place in which workshop at the end of the last day, and since which day.
async fn waiting(
    store: &Store,
    request: &Request,
    people: &People,
) -> Result<Vec<(InWorkshop, NaiveDate)>, StoreError> {
    let after = request.query.to.succ_opt().unwrap_or(request.query.to);
    let rows = sqlx::query(
        "select l.seq, l.person, l.workshop, w.centre, j.received_at from waiting l
         join workshop w on w.seq = l.workshop join journal j on j.seq = l.seq
         left join journal e on e.seq = l.ended_by
         where l.shift is null and (l.ended is null or e.received_at >= $1) order by l.seq",
    )
    .bind(stored(instant(after, NaiveTime::MIN)))
    .fetch_all(&mut *store.read().await?)
    .await?;
    in_workshops(request, people, &rows, |row| Ok(reporting_day(row.instant("received_at")?)))
}

/// The rows that the request covers, each with somebody in a workshop.
fn in_workshops<T>(
    request: &Request,
    people: &People,
    rows: &[AnyRow],
    more: impl Fn(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<Vec<(InWorkshop, T)>, StoreError> {
    let today = request.query.to.to_string();
    let mut all = Vec::new();
    for row in rows {
        let row = Reader::new("workshop", row);
        let workshop = row.number("workshop")?;
        if request.covers(row.get("centre")?, workshop, &today) {
            all.push(((people.used(row.number("person")?), workshop), more(&row)?));
        }
    }
    Ok(all)
}
