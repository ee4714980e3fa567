//! Different people of pieces of time, in one place each: what R3, R5, R6 and the proof for donors
//! are made from, in one scan.

use super::{Found, People, Request, Scan};
use crate::Store;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::person::Sex;
use domain::registry::{Difficulty, Functioning, is_disability};
use domain::report::period::Days;
use domain::report::reached::{Counting, Known, Reached};
use domain::shift::ShiftState;
use domain::workshop::Activity;
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Where people are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    /// In all of what is asked for.
    All,
    /// In one centre; `None` is what belongs to no centre.
    Centre(Option<i64>),
    /// In workshops of one kind.
    Activity(Activity),
    /// In workshops of one kind in one centre.
    In(Option<i64>, Activity),
}

impl Scope {
    /// Whether every session of it is one of another, on the same days.
    pub(super) fn is_part_of(self, whole: Self) -> bool {
        match (self, whole) {
            (_, Self::All) => true,
            (Self::In(centre, _), Self::Centre(whole)) => centre == whole,
            (Self::In(_, kind), Self::Activity(whole)) => kind == whole,
            (part, whole) => part == whole,
        }
    }
}

/// What is to be counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    /// Pieces of time; they may overlap.
    pub(super) pieces: Vec<Days>,
    /// A first day, and days up to each of which is counted from there, in order.
    pub(super) since: Option<(NaiveDate, Vec<NaiveDate>)>,
    /// Kinds of workshop that are counted by themselves, and in each centre.
    pub(super) activities: Vec<Activity>,
    /// The only shifts that are counted, by their ids, where not all are.
    pub(super) only: Option<HashSet<String>>,
}

impl Wanted {
    /// Whether what came in some days is wanted.
    pub(super) fn asks(&self, days: Days) -> bool {
        let since = self.since.as_ref();
        self.pieces.contains(&days)
            || since.is_some_and(|(first, ends)| *first == days.0 && ends.contains(&days.1))
    }

    fn days(&self) -> Option<Days> {
        let firsts = self.pieces.iter().map(|(from, _)| *from);
        let lasts = self.pieces.iter().map(|(_, to)| *to);
        let since = self.since.iter();
        let first = firsts.chain(since.clone().map(|(first, _)| *first)).min()?;
        let last = lasts.chain(since.filter_map(|(_, ends)| ends.last().copied())).max()?;
        Some((first, last))
    }
}

/// What was counted, by days and scope; what is missing is nobody.
pub(super) type Counts = HashMap<(Days, Scope), Reached>;

/// All together, then each centre where anybody was counted, in the order of the keys: the same
/// figures stand in the same order everywhere.
pub(super) fn places(counts: &Counts) -> Vec<Scope> {
    let centres: BTreeSet<Option<i64>> = counts
        .keys()
        .filter_map(|(_, scope)| match scope {
            Scope::Centre(centre) => Some(*centre),
            Scope::All | Scope::Activity(_) | Scope::In(..) => None,
        })
        .collect();
    [Scope::All].into_iter().chain(centres.into_iter().map(Scope::Centre)).collect()
}

/// Counts in one scan over everything that is wanted.
pub(super) async fn count(
    store: &Store,
    request: &Request,
    wanted: &Wanted,
) -> Result<Counts, StoreError> {
    let Some((from, to)) = wanted.days() else { return Ok(Counts::new()) };
    let query = domain::report::Query { from, to, ..request.query.clone() };
    let mut scan = store.scan(Request { query, ..request.clone() }).await?;
    let people = scan.people.clone();
    let flags = Flags::read(scan.db(), &people).await?;
    let mut tallies: HashMap<(Days, Scope), Counting<i64>> = HashMap::new();
    let mut since: HashMap<Scope, Counting<i64>> = HashMap::new();
    let ends = wanted.since.clone().map(|(_, ends)| ends).unwrap_or_default();
    let mut ends = ends.into_iter().peekable();
    let mut counts = Counts::new();
    while let Some(found) = scan.next().await? {
        // Who was seen in a piece that is over is forgotten: memory must not grow with the years.
        if let Some(day) = found.first().map(|one| one.session.slot.day) {
            let over = tallies.extract_if(|((_, to), _), _| *to < day);
            counts.extend(over.map(|(key, tally)| (key, tally.reached().clone())));
        }
        let is_wanted = |one: &&Found| {
            let only = wanted.only.as_ref();
            one.session.state == ShiftState::Closed
                && only.is_none_or(|only| only.contains(&one.session.id))
        };
        for found in found.iter().filter(is_wanted) {
            let day = found.session.slot.day;
            if let Some((first, _)) = wanted.since {
                while let Some(end) = ends.next_if(|end| *end < day) {
                    keep(&mut counts, &since, (first, end));
                }
            }
            let known = |person: &i64| flags.known(&scan, *person);
            for scope in scopes(&scan, found, &wanted.activities) {
                for piece in wanted.pieces.iter().filter(|(from, to)| *from <= day && day <= *to) {
                    tallies.entry((*piece, scope)).or_default().add(&found.session, known);
                }
                let counts_since = wanted.since.as_ref().is_some_and(|(first, _)| *first <= day);
                if counts_since && matches!(scope, Scope::All | Scope::Activity(_)) {
                    since.entry(scope).or_default().add(&found.session, known);
                }
            }
        }
    }
    if let Some((first, _)) = wanted.since {
        ends.for_each(|end| keep(&mut counts, &since, (first, end)));
    }
    counts.extend(tallies.into_iter().map(|(key, tally)| (key, tally.reached().clone())));
    Ok(counts)
}

/// Keeps what was counted until now as of the end of a day.
fn keep(counts: &mut Counts, since: &HashMap<Scope, Counting<i64>>, days: Days) {
    counts.extend(since.iter().map(|(scope, tally)| ((days, *scope), tally.reached().clone())));
}

fn scopes(scan: &Scan, found: &Found, activities: &[Activity]) -> impl Iterator<Item = Scope> {
    let workshop = scan.request.refs.workshops.get(&found.workshop);
    let activity = workshop.map(|workshop| workshop.activity);
    let wanted = activity.filter(|activity| activities.contains(activity));
    let centre = found.centre;
    let of_kind =
        wanted.into_iter().flat_map(move |kind| [Scope::Activity(kind), Scope::In(centre, kind)]);
    [Scope::All, Scope::Centre(centre)].into_iter().chain(of_kind)
}

/// What was recorded of people beside sex and age: few of them, so they are kept by key.
struct Flags {
    disabled: HashSet<i64>,
    alone: HashSet<i64>,
}

impl Flags {
    async fn read(db: &mut AnyConnection, people: &People) -> Result<Self, StoreError> {
        let mut disabled = HashMap::new();
        let rows = sqlx::query("select seq, person, answers from functioning order by on_day, seq")
            .fetch_all(&mut *db)
            .await?;
        for row in &rows {
            let row = Reader::new("functioning", row);
            let answers: Vec<(Functioning, Difficulty)> = row.json("answers")?;
            disabled.insert(people.used(row.number("person")?), is_disability(&answers));
        }
        let rows = sqlx::query(
            "select seq from person where separation in ('separated', 'unaccompanied')",
        )
        .fetch_all(db)
        .await?;
        let alone = rows.iter().map(|row| {
            let key = Reader::new("person", row).number("seq")?;
            Ok::<_, StoreError>(people.used(key))
        });
        Ok(Self {
            disabled: disabled.into_iter().filter_map(|(key, is)| is.then_some(key)).collect(),
            alone: alone.collect::<Result<_, _>>()?,
        })
    }

    fn known(&self, scan: &Scan, person: i64) -> Known {
        let record = scan.people.by_key.get(&person);
        Known {
            sex: record.map_or(Sex::NotDisclosed, |record| record.sex),
            age: record.and_then(|record| record.age),
            disabled: self.disabled.contains(&person),
            alone: self.alone.contains(&person),
        }
    }
}
