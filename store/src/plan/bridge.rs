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

/// Who is enrolled for each shift, in the order of the enrolments: in its workshop or in it alone. What
/// is over before the first day is passed by with an index, however many years there are (`9999` stands
/// for a place that is not given up).
async fn expected(
    db: &mut AnyConnection,
    centre: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<BTreeMap<i64, Vec<PersonId>>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, p.id as person, e.seq as enrolment from shift s
         join enrolment e on e.workshop = s.workshop and e.shift is null
              and coalesce(e.to_day, '9999') >= $2 and coalesce(e.to_day, '9999') >= s.day
              and e.from_day <= s.day
         join person x on x.seq = e.person join person p on p.seq = coalesce(x.same_as, x.seq)
         where s.centre = $1 and s.day >= $2 and s.day <= $3 and s.withdrawn = 0
         union all
         select s.seq, p.id as person, e.seq as enrolment from shift s
         join enrolment e on e.shift = s.seq and coalesce(e.to_day, '9999') >= s.day
              and e.from_day <= s.day
         join person x on x.seq = e.person join person p on p.seq = coalesce(x.same_as, x.seq)
         where s.centre = $1 and s.day >= $2 and s.day <= $3 and s.withdrawn = 0
         order by 1, 3",
    )
    .bind(centre)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(db)
    .await?;
    let mut expected: BTreeMap<i64, Vec<PersonId>> = BTreeMap::new();
    for row in &rows {
        let row = Reader::new("enrolment", row);
        let person = row.parse("person")?;
        let people = expected.entry(row.number("seq")?).or_default();
        if !people.contains(&person) {
            people.push(person);
        }
    }
    Ok(expected)
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
