//! Whom of those who live in the centres the activities reached.

use super::{Found, Request, Scan, Window};
use crate::Store;
use crate::error::StoreError;
use crate::overview::occupancy;
use chrono::NaiveDate;
use domain::overview::Occupancy;
use domain::person::Sex;
use domain::report::participation::{Share, housed};
use domain::report::period::Days;
use domain::report::session::Summary;
use domain::report::{Cell, Term};
use domain::suppression::Why;
use std::collections::{BTreeMap, BTreeSet};

/// The people of a share at a centre in a piece of the period.
type Reached = BTreeMap<(usize, i64, Share), Summary<i64>>;

/// The rows: by days, centre and share. Centres where nobody was reached are told of as well, if
/// the request is for them or somebody lives there.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let (from, to) = (request.query.from, request.query.to);
    let pieces = request.query.step.pieces((from, to))?;
    let mut scan = store.scan(request.clone()).await?;
    let mut reached = Reached::new();
    while let Some(found) = scan.next().await? {
        for found in &found {
            let piece = pieces.partition_point(|(_, last)| *last < found.session.slot.day);
            if let Some(centre) = found.centre {
                add(&mut reached, (piece, centre), &scan, found);
            }
        }
    }
    drop(scan);
    let mut centres: BTreeSet<i64> = reached.keys().map(|(_, centre, _)| *centre).collect();
    let asked = request.refs.centres.keys().filter(|key| request.covers_centre(**key));
    centres.extend(asked);
    let mut db = store.read().await?;
    let today = store.clock().today();
    let nobody = Summary::default();
    let mut rows = Vec::new();
    for (place, days) in pieces.iter().enumerate() {
        for key in &centres {
            let Some(centre) = request.refs.centres.get(key) else { continue };
            let last = occupancy(&mut db, *key, days.1.min(today)).await?;
            for share in Share::ALL {
                let sum = reached.get(&(place, *key, share)).unwrap_or(&nobody);
                let mut row = vec![
                    Cell::Day(days.0),
                    Cell::Day(days.1),
                    Cell::Name(centre.name.clone()),
                    Cell::Text(centre.code.clone()),
                    Cell::Term(Term::Share(share)),
                ];
                row.extend(people(sum));
                row.extend(measure(last.as_ref(), share, *days, today));
                rows.push(row);
            }
        }
    }
    Ok(rows)
}

fn add(reached: &mut Reached, (piece, centre): (usize, i64), scan: &Scan, found: &Found) {
    let session = &found.session;
    let figures = &session.figures;
    let is_child = |person: &i64| scan.band_on(*person, session.slot.day).is_child() == Some(true);
    for share in Share::ALL {
        let belongs = |person: &i64| match share {
            Share::Residents => true,
            Share::Children => is_child(person),
            Share::Female => scan.sex(*person) == Sex::Female,
            Share::Male => scan.sex(*person) == Sex::Male,
        };
        let contacts = match share {
            Share::Residents => figures.contacts(),
            Share::Children => figures.children(),
            Share::Female => figures.by_sex[Sex::Female as usize],
            Share::Male => figures.by_sex[Sex::Male as usize],
        };
        let named = session.present().filter(|person| belongs(person)).count() as i64;
        let sum = reached.entry((piece, centre, share)).or_default();
        sum.add_group(session, belongs, contacts - named);
    }
}

/// Different people: their number, the least and the most.
fn people(sum: &Summary<i64>) -> [Cell; 3] {
    let (least, most) = sum.people();
    let exact = if least == most { Cell::Number(least) } else { Cell::Empty(Why::OnlyARange) };
    [exact, Cell::Number(least), Cell::Number(most)]
}

/// What a share is measured by, the day of that, and its age. Where it is too old, the day and the
/// age still say so.
fn measure(last: Option<&Occupancy>, share: Share, days: Days, today: NaiveDate) -> [Cell; 3] {
    let known = last.map(|one| (one.day, of_share(one, share)));
    match housed(known, days, today) {
        Ok(known) => [Cell::Number(known.people), Cell::Day(known.day), Cell::Number(known.age)],
        Err(why) => {
            let age = known.map(|(day, _)| (days.1.min(today) - day).num_days());
            [
                Cell::Empty(why),
                known.map_or(Cell::Empty(why), |(day, _)| Cell::Day(day)),
                age.map_or(Cell::Empty(why), Cell::Number),
            ]
        }
    }
}

fn of_share(known: &Occupancy, share: Share) -> Option<i64> {
    match share {
        Share::Residents => Some(known.total),
        Share::Children => known.children,
        Share::Female => known.female,
        Share::Male => known.male,
    }
}
