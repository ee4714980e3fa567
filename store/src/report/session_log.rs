//! R1: a row for each shift.

use super::{Found, Scan, Window};
use crate::error::StoreError;
use domain::clock::reporting_day;
use domain::label::Name;
use domain::report::session::{code_or_none, held, name_or_none};
use domain::report::{Cell, ColumnId, Report, Term};
use domain::shift::Progress;
use domain::suppression::Why;
use futures::Stream;
use futures::stream;

pub(super) fn windows(scan: Scan) -> impl Stream<Item = Result<Window, StoreError>> + Send {
    stream::try_unfold(scan, |mut scan| async move {
        let Some(found) = scan.next().await? else { return Ok(None) };
        let window = found.iter().map(|found| row(&scan, found)).collect();
        Ok(Some((window, scan)))
    })
}

fn row(scan: &Scan, found: &Found) -> Vec<Cell> {
    Report::SessionLog.columns().iter().map(|column| cell(scan, found, column.id)).collect()
}

fn cell(scan: &Scan, found: &Found, column: ColumnId) -> Cell {
    let refs = &scan.request.refs;
    let session = &found.session;
    let figures = &session.figures;
    let day = session.slot.day.to_string();
    let centre = found.centre.and_then(|key| refs.centres.get(&key));
    let workshop = refs.workshops.get(&found.workshop);
    let projects = || {
        refs.shared(found.workshop, &day)
            .filter(|key| scan.request.project.is_none_or(|only| only == *key))
            .filter_map(|key| refs.projects.get(&key))
    };
    let none = || Cell::Empty(Why::NotApplicable);
    let of = |value| held(session.state, value);
    match column {
        ColumnId::SessionId => Cell::Text(session.id.clone()),
        ColumnId::Date => Cell::Day(session.slot.day),
        ColumnId::Start => Cell::Time(session.slot.start),
        ColumnId::End => Cell::Time(session.slot.end()),
        ColumnId::Minutes => Cell::Number(session.slot.minutes),
        ColumnId::Status => Cell::Term(Term::State(session.state)),
        ColumnId::Country => centre.map_or_else(none, |_| Cell::Text("SRB".to_owned())),
        ColumnId::Adm1 => name_or_none(centre.map(|c| c.adm1.clone())),
        ColumnId::Adm1Code => centre.map_or_else(none, |c| Cell::Text(c.adm1_code.clone())),
        ColumnId::Adm2 => name_or_none(centre.map(|c| c.adm2.clone())),
        ColumnId::Site => name_or_none(centre.map(|c| c.name.clone())),
        ColumnId::SiteCode => code_or_none(centre.map(|c| &c.code)),
        ColumnId::SiteType => match centre.map(|c| c.kind(&day)) {
            Some(Some(kind)) => Cell::Term(Term::Kind(kind)),
            Some(None) => Cell::Empty(Why::NotRecorded),
            None => none(),
        },
        ColumnId::Organisation => joined(projects().map(|p| &p.implementer)),
        ColumnId::Funder => joined(projects().map(|p| &p.funder)),
        ColumnId::Programme => joined(projects().map(|p| &p.programme)),
        ColumnId::Project => joined(projects().map(|p| &p.title)),
        ColumnId::ProjectCode => {
            let codes: Vec<&str> = projects().map(|p| p.code.as_str()).collect();
            if codes.is_empty() { none() } else { Cell::Text(codes.join("; ")) }
        }
        ColumnId::Workshop => name_or_none(workshop.map(|w| w.title.clone())),
        ColumnId::WorkshopCode => code_or_none(workshop.map(|w| &w.code)),
        ColumnId::Activity => {
            workshop.map_or_else(none, |w| Cell::Term(Term::Activity(w.activity)))
        }
        ColumnId::Facilitators => Cell::Number(session.facilitators),
        ColumnId::Registered => of(figures.registered),
        ColumnId::Contacts => of(figures.contacts()),
        ColumnId::ContactsFemale => of(figures.by_sex[0]),
        ColumnId::ContactsMale => of(figures.by_sex[1]),
        ColumnId::ContactsOther => of(figures.by_sex[2]),
        ColumnId::ContactsSexUnknown => of(figures.by_sex[3]),
        ColumnId::ContactsChildren => of(figures.children()),
        ColumnId::ContactsAdults => of(figures.adults()),
        ColumnId::ContactsAgeUnknown => of(figures.age_unknown()),
        ColumnId::WalkIns => of(figures.walk_ins),
        ColumnId::NoShows => of(figures.no_shows),
        ColumnId::Pieces => of(figures.pieces),
        ColumnId::Rejected => of(figures.rejected),
        ColumnId::Reported => match session.progress {
            Progress::Closed { at } => Cell::Day(reporting_day(at)),
            Progress::Open | Progress::DidNotHappen { .. } => Cell::Empty(Why::NotHeld),
        },
        // Written by `suppression::protect`.
        ColumnId::Suppressed => Cell::Number(0),
        _ => none(),
    }
}

/// Several names in one cell, as when a workshop counts for two projects.
fn joined<'a>(names: impl Iterator<Item = &'a Name>) -> Cell {
    let mut all = Name::new("", "");
    for name in names {
        for (sum, one) in [(&mut all.en, &name.en), (&mut all.sr, &name.sr)] {
            if sum.split("; ").any(|known| known == one) {
                continue;
            }
            if !sum.is_empty() {
                sum.push_str("; ");
            }
            sum.push_str(one);
        }
    }
    if all.en.is_empty() { Cell::Empty(Why::NotApplicable) } else { Cell::Name(all) }
}
