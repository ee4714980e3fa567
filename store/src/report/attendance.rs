//! Who was expected or marked at each shift that was held, by code: the rows behind contacts.

use super::{Found, Scan, Window};
use crate::error::StoreError;
use domain::attendance::Presence;
use domain::report::session::code_or_none;
use domain::report::{Cell, Term};
use domain::shift::ShiftState;
use futures::{Stream, stream};

pub(super) fn windows(scan: Scan) -> impl Stream<Item = Result<Window, StoreError>> + Send {
    stream::try_unfold(scan, |mut scan| async move {
        let Some(found) = scan.next().await? else { return Ok(None) };
        let held = found.iter().filter(|one| one.session.state == ShiftState::Closed);
        let window = held.flat_map(|found| rows(&scan, found)).collect();
        Ok(Some((window, scan)))
    })
}

/// In the order of the codes, which says nothing about who came first.
fn rows(scan: &Scan, found: &Found) -> Vec<Vec<Cell>> {
    let (refs, session) = (&scan.request.refs, &found.session);
    let centre = found.centre.and_then(|key| refs.centres.get(&key));
    let workshop = refs.workshops.get(&found.workshop);
    let mut people: Vec<_> = session
        .people
        .iter()
        .filter_map(|one| Some((&scan.people.by_key.get(&one.person)?.code, one)))
        .collect();
    people.sort_by(|one, other| one.0.cmp(other.0));
    let row = |(code, one): (&String, &domain::report::session::Attendee<i64>)| {
        vec![
            Cell::Text(session.id.clone()),
            Cell::Day(session.slot.day),
            Cell::Time(session.slot.start),
            code_or_none(centre.map(|centre| &centre.code)),
            code_or_none(workshop.map(|workshop| &workshop.code)),
            Cell::Text(code.clone()),
            Cell::Term(Term::Sex(scan.sex(one.person))),
            Cell::Term(Term::Band(scan.band_on(one.person, session.slot.day))),
            Cell::Number(i64::from(one.registered)),
            Cell::Term(Term::Presence(match one.came {
                Some(true) => Presence::Present,
                Some(false) => Presence::Absent,
                None => Presence::Unmarked,
            })),
        ]
    };
    people.into_iter().map(row).collect()
}
