//! R2 and the trends: what happened, by pieces of the period and by what it is split by.

use super::group::Group;
use super::refs::{Centre, Workshop};
use super::scan::keys_in;
use super::{Found, Request, Scan, Window};
use crate::Store;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::person::Sex;
use domain::report::period::Days;
use domain::report::session::{Summary, code_or_none, name_or_none};
use domain::report::{Cell, ColumnId, Query, Report, Split};
use domain::shift::ShiftState;
use domain::suppression::Why;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{BTreeSet, HashMap, HashSet};

type Tallies = HashMap<Group, Summary<i64>>;

/// Who is new.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum New {
    /// Whoever never came before, as far as the request looks.
    Ever,
    /// In a row of a centre or workshop whoever never came there before; in other rows as above.
    There,
}

/// The rows of the trends, by days, then by group.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let columns = Report::ActivitySummary.columns();
    summed(store, &request, New::There, |row| {
        columns.iter().map(|column| row.cell(&request, column.id)).collect()
    })
    .await
}

/// What was added up, by days, then by group, each told by `tell`.
pub(super) async fn summed<T>(
    store: &Store,
    request: &Request,
    newcomers: New,
    tell: impl Fn(&Row<'_>) -> T,
) -> Result<Vec<T>, StoreError> {
    let (from, to) = (request.query.from, request.query.to);
    let pieces = request.query.step.pieces((from, to))?;
    let before = request.query.step.before(pieces.first().copied().unwrap_or((from, to)));
    let mut earlier = tally(store, request, before, &[before]).await?;
    let tallies = tally(store, request, (from, to), &pieces).await?;

    let named: HashSet<i64> =
        tallies.iter().flat_map(HashMap::values).flat_map(|sum| sum.named()).copied().collect();
    let apart = newcomers == New::There
        && matches!(request.query.by, Some(Split::Centre | Split::Workshop));
    let known = came_before(store, request, &named, from, apart).await?;
    let mut groups: BTreeSet<&Group> = tallies.iter().flat_map(HashMap::keys).collect();
    if request.query.by.is_none() {
        groups.insert(&Group::All);
    }
    // Who was seen before each piece: by each group, or by any of them.
    let memory = |group| if apart { group } else { &Group::All };
    let mut seen: HashMap<&Group, HashSet<i64>> = HashMap::new();
    for &group in &groups {
        let memory = memory(group);
        seen.entry(memory).or_insert_with(|| {
            let come = known.iter().filter(|(_, centre, place)| memory.knows(*centre, *place));
            come.map(|(person, ..)| *person).collect()
        });
    }
    let nothing = Summary::default();
    let mut last = earlier.pop().unwrap_or_default();
    let mut rows = Vec::new();
    for (days, tallies) in pieces.iter().zip(&tallies) {
        for &group in &groups {
            let sum = tallies.get(group).unwrap_or(&nothing);
            let earlier = last.get(group).unwrap_or(&nothing);
            let seen = seen.get(memory(group));
            let is_new = |person: &&i64| seen.is_none_or(|seen| !seen.contains(*person));
            let new = sum.named().iter().filter(is_new).count();
            let again = earlier.named().intersection(sum.named()).count();
            let row = Row { days: *days, group, sum, new, before: earlier.named().len(), again };
            rows.push(tell(&row));
        }
        for (group, sum) in tallies {
            seen.entry(memory(group)).or_default().extend(sum.named());
        }
        last.clone_from(tallies);
    }
    Ok(rows)
}

/// Adds the shifts of a period up, for each of its pieces.
async fn tally(
    store: &Store,
    request: &Request,
    (from, to): Days,
    pieces: &[Days],
) -> Result<Vec<Tallies>, StoreError> {
    let query = Query { from, to, ..request.query.clone() };
    let mut scan = store.scan(Request { query, ..request.clone() }).await?;
    let mut tallies: Vec<Tallies> = pieces.iter().map(|_| Tallies::new()).collect();
    while let Some(found) = scan.next().await? {
        for found in &found {
            let day = found.session.slot.day;
            let place = pieces.partition_point(|(_, last)| *last < day);
            if let Some(tallies) = tallies.get_mut(place) {
                add(tallies, &scan, found, request.query.by);
            }
        }
    }
    Ok(tallies)
}

fn add(tallies: &mut Tallies, scan: &Scan, found: &Found, by: Option<Split>) {
    let session = &found.session;
    let mut whole = |group: Group| tallies.entry(group).or_default().add(session);
    match by {
        None => whole(Group::All),
        Some(Split::Centre) => whole(Group::Centre(found.centre)),
        Some(Split::Workshop) => whole(Group::Workshop(found.workshop)),
        Some(Split::Facilitator) if found.facilitators.is_empty() => {
            whole(Group::Facilitator(None));
        }
        Some(Split::Facilitator) => {
            let facilitators: BTreeSet<i64> = found.facilitators.iter().copied().collect();
            facilitators.into_iter().for_each(|key| whole(Group::Facilitator(Some(key))));
        }
        Some(Split::Sex) => {
            let sex = |person: &i64| scan.sex(*person) as usize;
            for (place, contacts) in session.figures.by_sex.into_iter().enumerate() {
                part(tallies, found, Group::Sex(place), contacts, |person| sex(person) == place);
            }
        }
        Some(Split::Band) => {
            let band = |person: &i64| scan.band_on(*person, session.slot.day) as usize;
            for (place, contacts) in session.figures.by_band.into_iter().enumerate() {
                part(tallies, found, Group::Band(place), contacts, |person| band(person) == place);
            }
        }
        Some(Split::Language) => {
            let spoken: BTreeSet<&String> =
                session.people.iter().flat_map(|one| scan.languages_of(one.person)).collect();
            for language in spoken {
                let group = Group::Language(Some(language.clone()));
                let belongs = |person: &i64| scan.languages_of(*person).contains(language);
                tallies.entry(group).or_default().add_group(session, belongs, 0);
            }
            // Whoever was counted without a name has no known language either.
            let unknown = |person: &i64| scan.languages_of(*person).is_empty();
            let counted = session.figures.headcount;
            if counted > 0 || session.people.iter().any(|one| unknown(&one.person)) {
                let tally = tallies.entry(Group::Language(None)).or_default();
                tally.add_group(session, unknown, counted);
            }
        }
    }
}

/// Adds those of a session who belong to a group: of its contacts, those that are not somebody by
/// name were counted.
fn part(
    tallies: &mut Tallies,
    found: &Found,
    group: Group,
    contacts: i64,
    belongs: impl Fn(&i64) -> bool,
) {
    let session = &found.session;
    if contacts == 0 && !session.people.iter().any(|one| belongs(&one.person)) {
        return;
    }
    let named = session.present().filter(|person| belongs(person)).count() as i64;
    tallies.entry(group).or_default().add_group(session, belongs, contacts - named);
}

/// Who of these people was present before a day, as far as the request looks; in which centre and
/// workshop as well, where it looks at each apart or days differ.
async fn came_before(
    store: &Store,
    request: &Request,
    people: &HashSet<i64>,
    day: NaiveDate,
    apart: bool,
) -> Result<HashSet<(i64, Option<i64>, i64)>, StoreError> {
    let known = store.people().await?;
    let mut keys: Vec<i64> = people.iter().copied().collect();
    let merged = known.by_key.keys().filter(|key| {
        let used = known.used(**key);
        used != **key && people.contains(&used)
    });
    keys.extend(merged);
    let mut db = store.read().await?;
    let mut found = HashSet::new();
    for list in keys_in(&keys) {
        if apart || request.project.is_some() {
            for row in &everywhere(&mut db, &list, request, day).await? {
                let row = Reader::new("attendance", row);
                let (centre, workshop) = (row.get("centre")?, row.number("workshop")?);
                if request.covers(centre, workshop, &row.text("day")?) {
                    found.insert((known.used(row.number("person")?), centre, workshop));
                }
            }
        } else {
            let come = anywhere(&mut db, &list, request, day).await?;
            // Any place will do: the groups know everybody who came.
            found.extend(come.into_iter().map(|person| (known.used(person), None, 0)));
        }
    }
    Ok(found)
}

/// What of an attendance counts.
const CAME: &str = "a.stands = 1 and a.presence = 'present' and s.progress = 'closed'
    and s.withdrawn = 0 and s.day < $1";

/// All workshops that people came to before a day.
async fn everywhere(
    db: &mut AnyConnection,
    list: &str,
    request: &Request,
    day: NaiveDate,
) -> Result<Vec<AnyRow>, StoreError> {
    // A workshop counts for a project on some days only: then every day is looked at.
    let (days, group) = match request.project {
        Some(_) => ("s.day", "a.person, s.centre, s.workshop, s.day"),
        None => ("min(s.day)", "a.person, s.centre, s.workshop"),
    };
    let rows = sqlx::query(AssertSqlSafe(format!(
        "select a.person, s.centre, s.workshop, {days} as day
         from attendance a join shift s on s.seq = a.shift
         where a.person in ({list}) and {CAME} group by {group}"
    )))
    .bind(day.to_string())
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// Who came before a day. One attendance says so: however many years there are, no more of somebody's
/// are read than it takes to find one. `cross join` tells SQLite to begin with the person; it would
/// rather go through all shifts of the centre.
async fn anywhere(
    db: &mut AnyConnection,
    list: &str,
    request: &Request,
    day: NaiveDate,
) -> Result<Vec<i64>, StoreError> {
    let mut within = String::new();
    if let Some(workshop) = request.workshop {
        within.push_str(&format!(" and s.workshop = {workshop}"));
    }
    if let Some(centre) = request.centre {
        within.push_str(&format!(" and s.centre = {centre}"));
    }
    if let Some(centres) = request.only_centres() {
        let seen = keys_in(centres).map(|list| format!("s.centre in ({list})"));
        let seen: Vec<String> = seen.collect();
        let none = if seen.is_empty() { "1 = 0" } else { "" };
        within.push_str(&format!(" and ({none}{})", seen.join(" or ")));
    }
    let rows = sqlx::query(AssertSqlSafe(format!(
        "select p.seq from person p where p.seq in ({list})
         and (select 1 from attendance a cross join shift s
              where s.seq = a.shift and a.person = p.seq and {CAME}{within} limit 1) is not null"
    )))
    .bind(day.to_string())
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Reader::new("person", row).number("seq")).collect()
}

/// A group in a piece of the period.
pub(super) struct Row<'a> {
    pub(super) days: Days,
    group: &'a Group,
    pub(super) sum: &'a Summary<i64>,
    new: usize,
    before: usize,
    again: usize,
}

impl Row<'_> {
    pub(super) fn cell(&self, request: &Request, column: ColumnId) -> Cell {
        let (sum, figures) = (self.sum, &self.sum.figures);
        let (centre, workshop) = (self.centre(request), self.workshop(request));
        let none = || Cell::Empty(Why::NotApplicable);
        let count = |n: usize| Cell::Number(i64::try_from(n).unwrap_or(i64::MAX));
        let of_shifts = |n: i64| {
            if self.group.holds_shifts() { Cell::Number(n) } else { none() }
        };
        let (least, most) = sum.people();
        match column {
            ColumnId::PeriodStart => Cell::Day(self.days.0),
            ColumnId::PeriodEnd => Cell::Day(self.days.1),
            ColumnId::Site => name_or_none(centre.map(|one| one.name.clone())),
            ColumnId::SiteCode => code_or_none(centre.map(|one| &one.code)),
            ColumnId::Workshop => name_or_none(workshop.map(|one| one.title.clone())),
            ColumnId::WorkshopCode => code_or_none(workshop.map(|one| &one.code)),
            ColumnId::Group => self.group.cell(&request.refs),
            ColumnId::Planned => of_shifts(sum.planned()),
            ColumnId::Held => of_shifts(sum.shifts(ShiftState::Closed)),
            ColumnId::DidNotHappen => of_shifts(sum.shifts(ShiftState::DidNotHappen)),
            ColumnId::NotLogged => of_shifts(sum.shifts(ShiftState::NotLogged)),
            ColumnId::Minutes => of_shifts(sum.minutes),
            ColumnId::Contacts => Cell::Number(figures.contacts()),
            ColumnId::ContactsFemale => of_shifts(figures.by_sex[Sex::Female as usize]),
            ColumnId::ContactsMale => of_shifts(figures.by_sex[Sex::Male as usize]),
            ColumnId::Headcount => Cell::Number(figures.headcount),
            ColumnId::WalkIns => Cell::Number(figures.walk_ins),
            ColumnId::Registered => Cell::Number(figures.registered),
            ColumnId::Attended => Cell::Number(figures.attended),
            ColumnId::NoShows => Cell::Number(figures.no_shows),
            ColumnId::People if least == most => Cell::Number(least),
            ColumnId::People => Cell::Empty(Why::OnlyARange),
            ColumnId::PeopleLeast => Cell::Number(least),
            ColumnId::PeopleMost => Cell::Number(most),
            ColumnId::NewPeople => count(self.new),
            ColumnId::PeopleBefore => count(self.before),
            ColumnId::Retained => count(self.again),
            ColumnId::Pieces => of_shifts(figures.pieces),
            ColumnId::Rejected => of_shifts(figures.rejected),
            _ => none(),
        }
    }

    /// The centre that the row is of.
    fn centre<'r>(&self, request: &'r Request) -> Option<&'r Centre> {
        request.refs.centres.get(&self.centre_key(request)?)
    }

    /// Its inner key.
    pub(super) fn centre_key(&self, request: &Request) -> Option<i64> {
        match self.group {
            Group::Centre(key) => *key,
            _ => self.workshop(request).map_or(request.centre, |workshop| workshop.centre),
        }
    }

    fn workshop<'r>(&self, request: &'r Request) -> Option<&'r Workshop> {
        let key = match self.group {
            Group::Workshop(key) => Some(*key),
            _ => request.workshop,
        };
        request.refs.workshops.get(&key?)
    }
}
