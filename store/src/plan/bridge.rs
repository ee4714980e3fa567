//! The language bridges of the shifts of some days.

use crate::error::StoreError;
use crate::review::person_label;
use crate::row::Reader;
use crate::snapshot::spoken;
use chrono::NaiveDate;
use domain::bridge::{Expected, bridge};
use domain::ids::PersonId;
use domain::overview::{BridgeBrief, InterpreterBrief, PersonLabel};
use domain::person::{LanguageLevel, PersonCode};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Builds the bridges of a centre's shifts that are on the plan, by the shift's inner key. Aliases
/// only for who `sees` the register.
pub(super) async fn bridges(
    db: &mut AnyConnection,
    centre: i64,
    days: (NaiveDate, NaiveDate),
    sees: bool,
) -> Result<HashMap<i64, BridgeBrief>, StoreError> {
    let spoken = spoken(db, centre, days).await?;
    let expected = expected(db, centre, days).await?;
    let languages = languages(db, centre).await?;
    let nothing = Vec::new();
    let mut found = HashMap::new();
    let mut named: HashSet<PersonId> = HashSet::new();
    for (shift, people) in &expected {
        let people: Vec<_> = people
            .iter()
            .map(|who| Expected { who: *who, languages: languages.get(who).unwrap_or(&nothing) })
            .collect();
        let built = bridge(&people, spoken.get(shift).unwrap_or(&nothing));
        let through = built.interpreters();
        named.extend(through.iter().flat_map(|(peer, reached)| reached.iter().chain([peer])));
        found.insert(*shift, (built.staffed, built.nobody.clone(), built.not_known(), through));
    }
    let mut labels: HashMap<PersonId, PersonLabel> = HashMap::new();
    for id in named {
        labels.insert(id, person_label(db, id, sees).await?);
    }
    let label = |id: PersonId| {
        let code = || PersonLabel { code: PersonCode::of(id.0), alias: None };
        labels.get(&id).cloned().unwrap_or_else(code)
    };
    let brief = |(shift, (staffed, nobody, not_known, through)): (i64, (_, _, usize, Vec<_>))| {
        let through = through.into_iter().map(|(peer, reached): (PersonId, Vec<PersonId>)| {
            InterpreterBrief {
                id: peer,
                who: label(peer),
                reaches: reached.into_iter().map(label).collect(),
            }
        });
        let not_known = i64::try_from(not_known).unwrap_or(i64::MAX);
        (shift, BridgeBrief { staffed, nobody, not_known, through: through.collect() })
    };
    Ok(found.into_iter().map(brief).collect())
}

/// Places in the workshops of a centre. What is over before the first day is passed by with an index,
/// however many years there are (`9999` stands for a place that is not given up); without the shifts,
/// for which PostgreSQL would rather read all places. `cross join` tells SQLite to begin with the
/// workshops: it would rather read all places that belong to no shift.
const PLACES: &str = "select e.seq, e.workshop, e.from_day, e.to_day, p.id as person
     from workshop w cross join enrolment e
     join person x on x.seq = e.person join person p on p.seq = coalesce(x.same_as, x.seq)
     where w.centre = $1 and e.workshop = w.seq and e.shift is null
          and coalesce(e.to_day, '9999') >= $2 and e.from_day <= $3";
/// Places in single shifts.
const SINGLE: &str = "select e.seq, s.seq as shift, p.id as person
     from shift s join enrolment e on e.shift = s.seq and e.from_day <= s.day
          and coalesce(e.to_day, '9999') >= s.day
     join person x on x.seq = e.person join person p on p.seq = coalesce(x.same_as, x.seq)
     where s.centre = $1 and s.day >= $2 and s.day <= $3 and s.withdrawn = 0";
const SHIFTS: &str = "select s.seq, s.workshop, s.day from shift s
     where s.centre = $1 and s.day >= $2 and s.day <= $3 and s.withdrawn = 0";

/// Somebody's place in a workshop.
struct PlaceIn {
    enrolment: i64,
    workshop: i64,
    from: NaiveDate,
    to: Option<NaiveDate>,
    person: PersonId,
}

/// Who is enrolled for each shift, in the order of the enrolments: in its workshop or in it alone.
async fn expected(
    db: &mut AnyConnection,
    centre: i64,
    days: (NaiveDate, NaiveDate),
) -> Result<BTreeMap<i64, Vec<PersonId>>, StoreError> {
    let mut places = Vec::new();
    for row in &rows(db, PLACES, centre, days).await? {
        let row = Reader::new("enrolment", row);
        places.push(PlaceIn {
            enrolment: row.number("seq")?,
            workshop: row.number("workshop")?,
            from: row.day("from_day")?,
            to: row.parse_opt("to_day")?,
            person: row.parse("person")?,
        });
    }
    let mut expected: BTreeMap<i64, BTreeMap<i64, PersonId>> = BTreeMap::new();
    for row in &rows(db, SHIFTS, centre, days).await? {
        let row = Reader::new("shift", row);
        let (workshop, day) = (row.number("workshop")?, row.day("day")?);
        let holds = |place: &&PlaceIn| {
            let lasts = place.to.is_none_or(|to| to >= day);
            place.workshop == workshop && place.from <= day && lasts
        };
        let of_shift = places.iter().filter(holds).map(|place| (place.enrolment, place.person));
        expected.entry(row.number("seq")?).or_default().extend(of_shift);
    }
    for row in &rows(db, SINGLE, centre, days).await? {
        let row = Reader::new("enrolment", row);
        let of_shift = expected.entry(row.number("shift")?).or_default();
        of_shift.insert(row.number("seq")?, row.parse("person")?);
    }
    expected.retain(|_, people| !people.is_empty());
    let once = |people: BTreeMap<i64, PersonId>| {
        let mut seen = HashSet::new();
        people.into_values().filter(|person| seen.insert(*person)).collect()
    };
    Ok(expected.into_iter().map(|(shift, people)| (shift, once(people))).collect())
}

async fn rows(
    db: &mut AnyConnection,
    sql: &'static str,
    centre: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<AnyRow>, StoreError> {
    let query = sqlx::query(sql).bind(centre).bind(from.to_string()).bind(to.to_string());
    Ok(query.fetch_all(db).await?)
}

/// The languages of a centre's people; the latest level of each stands.
async fn languages(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<HashMap<PersonId, Vec<(String, LanguageLevel)>>, StoreError> {
    let rows = sqlx::query(
        "select l.seq, p.id, l.language, l.level from person p
         join person_language l on l.person = p.seq
         where p.centre = $1 and not exists (
             select 1 from person_language n where n.person = l.person
                and n.language = l.language and n.seq > l.seq)
         order by l.seq",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let mut known: HashMap<PersonId, Vec<_>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("person_language", row);
        let language = (row.text("language")?, row.word("level")?);
        known.entry(row.parse("id")?).or_default().push(language);
    }
    Ok(known)
}
