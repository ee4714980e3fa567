//! What a manager should look at although it was taken in.

use crate::Store;
use crate::error::StoreError;
use crate::review::{choice, person_label};
use crate::row::Reader;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::attendance::{Fact, unreplaced};
use domain::command::Envelope;
use domain::ids::{DeviceId, EnvelopeId, PersonId};
use domain::overview::{
    About, Choice, Disagreement, Made, PersonLabel, Said, ShiftChoice, Statement,
};
use domain::person::PersonCode;
use sqlx::AnyConnection;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// How far back a page looks, in days.
const DAYS: i64 = 31;
/// How many it shows.
const MAX: usize = 50;

/// One entry about a shift, with what it competes with.
struct Line {
    shift: ShiftChoice,
    /// What it is about, within the shift.
    subject: String,
    id: EnvelopeId,
    replaces: Option<EnvelopeId>,
    statement: Statement,
    person: Option<PersonId>,
}

/// Whose lines are asked for.
struct Asked {
    centre: i64,
    from: NaiveDate,
    to: NaiveDate,
}

impl Store {
    /// Facts that disagree, and work that somebody did who did not know that the shift was over:
    /// at the shifts of a centre in the 31 days up to `day`, newest first.
    pub(crate) async fn disagreements(
        &self,
        centre: i64,
        day: NaiveDate,
        sees: bool,
    ) -> Result<Vec<Disagreement>, StoreError> {
        let asked = Asked { centre, from: day - Duration::days(DAYS), to: day };
        let mut db = self.read().await?;
        let mut found = Vec::new();
        for (about, query, disputed, said) in [
            (About::Mark, MARKS, DISPUTED_MARK, mark as Read),
            (About::Headcount, HEADCOUNTS, DISPUTED_HEADCOUNT, headcount),
            (About::Course, COURSES, DISPUTED_COURSE, course),
        ] {
            let lines = lines(&mut db, &asked, format!("{query} {disputed}"), said).await?;
            found.extend(by_subject(lines, about));
        }
        found.extend(beyond(&mut db, &asked).await?);
        found.sort_by_key(|(disagreement, _)| std::cmp::Reverse(disagreement.at()));
        found.truncate(MAX);
        let tablets = tablets(&mut db).await?;
        let mut labels: HashMap<PersonId, PersonLabel> = HashMap::new();
        let mut shown = Vec::with_capacity(found.len());
        for (mut disagreement, people) in found {
            for (statement, person) in disagreement.statements.iter_mut().zip(people) {
                statement.tablet = tablets.get(&statement.device).cloned();
                let (Said::Mark(label, _), Some(id)) = (&mut statement.said, person) else {
                    continue;
                };
                let known = match labels.entry(id) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => new.insert(person_label(&mut db, id, sees).await?),
                };
                label.clone_from(known);
            }
            shown.push(disagreement);
        }
        Ok(shown)
    }
}

/// The codes of the shared tablets.
async fn tablets(db: &mut AnyConnection) -> Result<HashMap<DeviceId, String>, StoreError> {
    let rows = sqlx::query("select seq, id, code from device").fetch_all(db).await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("device", row);
            Ok((row.parse("id")?, row.text("code")?))
        })
        .collect()
}

/// A disagreement, and the person of each of its statements.
type Named = (Disagreement, Vec<Option<PersonId>>);

/// A disagreement for each thing that the lines are about, without what was replaced.
fn by_subject(lines: Vec<Line>, about: About) -> Vec<Named> {
    let mut groups: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in lines {
        groups.entry(format!("{} {}", line.shift.id, line.subject)).or_default().push(line);
    }
    let open = |lines: Vec<Line>| {
        let facts: Vec<Fact<()>> = lines
            .iter()
            .map(|line| {
                let at = line.statement.made_at;
                Fact { id: line.id, at, replaces: line.replaces, value: () }
            })
            .collect();
        let open: Vec<EnvelopeId> = unreplaced(&facts).iter().map(|fact| fact.id).collect();
        named(lines.into_iter().filter(|line| open.contains(&line.id)).collect(), about)
    };
    groups.into_values().filter_map(open).collect()
}

/// Lines of one shift as one disagreement, oldest first.
fn named(mut lines: Vec<Line>, about: About) -> Option<Named> {
    lines.sort_by_key(|line| (line.statement.made_at, line.id));
    let shift = lines.first()?.shift.clone();
    let (statements, people) = lines.into_iter().map(|line| (line.statement, line.person)).unzip();
    let ShiftChoice { id, slot, workshop } = shift;
    Some((Disagreement { shift: id, slot, workshop, about, statements }, people))
}

/// Work that was made after a shift was closed, or on one that did not happen, after what is
/// said of the shift.
async fn beyond(db: &mut AnyConnection, asked: &Asked) -> Result<Vec<Named>, StoreError> {
    let mut shifts: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for (query, work, said) in [
        (
            MARKS,
            "x.stands = 1 and (x.presence <> 'unmarked' or s.progress = 'closed')",
            mark as Read,
        ),
        (HEADCOUNTS, "x.stands = 1 and (x.people > 0 or s.progress = 'closed')", headcount),
        (OUTPUTS, "x.voided is null", output),
    ] {
        for line in lines(db, asked, format!("{query} and {work} and {LATE}"), said).await? {
            shifts.entry(line.shift.id.to_string()).or_default().push(line);
        }
    }
    if shifts.is_empty() {
        return Ok(Vec::new());
    }
    let courses = lines(db, asked, format!("{COURSES} and x.stands = 1"), course).await?;
    let mut found = Vec::new();
    for course in courses {
        let Some(mut work) = shifts.remove(&course.shift.id.to_string()) else { continue };
        let about = match course.statement.said {
            Said::Course(domain::shift::Progress::DidNotHappen { .. }) => About::DidNotHappen,
            _ => About::AfterClosing,
        };
        work.push(course);
        found.extend(named(work, about));
    }
    Ok(found)
}

/// What a row says, within its shift about what, and about whom.
type Read = fn(&Reader<'_>) -> Result<(Said, String, Option<PersonId>), StoreError>;

fn mark(row: &Reader<'_>) -> Result<(Said, String, Option<PersonId>), StoreError> {
    let person: PersonId = row.parse("person")?;
    // The alias is looked up for those that are shown.
    let label = PersonLabel { code: PersonCode::of(person.0), alias: None };
    Ok((Said::Mark(label, row.word("presence")?), person.to_string(), Some(person)))
}

fn headcount(row: &Reader<'_>) -> Result<(Said, String, Option<PersonId>), StoreError> {
    let said = Said::Headcount(row.word("sex")?, row.word("band")?, row.number("people")?);
    Ok((said, format!("{} {}", row.text("sex")?, row.text("band")?), None))
}

fn course(row: &Reader<'_>) -> Result<(Said, String, Option<PersonId>), StoreError> {
    Ok((Said::Course(row.progress()?), String::new(), None))
}

fn output(row: &Reader<'_>) -> Result<(Said, String, Option<PersonId>), StoreError> {
    let name = row.name("name_en", "name_sr")?;
    let product = Choice { code: row.text("product")?, name };
    let made = Made { product, unit: row.word("unit")?, quantity: row.number("quantity")? };
    Ok((Said::Made(made), String::new(), None))
}

async fn lines(
    db: &mut AnyConnection,
    asked: &Asked,
    query: String,
    said: Read,
) -> Result<Vec<Line>, StoreError> {
    // Put together from the constants of this file.
    let rows = sqlx::query(sqlx::AssertSqlSafe(query))
        .bind(asked.centre)
        .bind(asked.from.to_string())
        .bind(asked.to.to_string())
        .fetch_all(db)
        .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("journal", row);
            let (said, subject, person) = said(&row)?;
            let envelope: Envelope = row.json("entry")?;
            let made_at: DateTime<Utc> = row.instant("made_at")?;
            Ok(Line {
                shift: ShiftChoice {
                    id: row.parse("shift")?,
                    slot: row.slot()?,
                    workshop: choice(&row)?,
                },
                subject,
                id: envelope.id,
                replaces: row.parse_opt("replaces")?,
                statement: Statement {
                    said,
                    account: row.get("account")?,
                    made_at,
                    device: envelope.device,
                    tablet: None,
                    stands: row.number("stands")? == 1,
                },
                person,
            })
        })
        .collect()
}

/// What every line has, of a table that is called `x`; its own columns stand before.
macro_rules! of_shift {
    ($own:literal, $join:literal) => {
        concat!(
            "select x.seq, s.id as shift, s.day, s.start, s.minutes, w.code, w.title_en, w.title_sr,
                    j.entry, a.code as account, x.made_at, ",
            $own,
            " from shift s join workshop w on w.seq = s.workshop ",
            $join,
            " join journal j on j.seq = x.seq left join account a on a.id = j.actor
             where s.centre = $1 and s.day >= $2 and s.day <= $3"
        )
    };
}

const MARKS: &str = of_shift!(
    "p.id as person, x.presence, x.replaces, x.stands",
    "join attendance x on x.shift = s.seq join person p on p.seq = x.person"
);
const HEADCOUNTS: &str = of_shift!(
    "x.sex, x.band, x.people, x.replaces, x.stands",
    "join headcount x on x.shift = s.seq"
);
const COURSES: &str = of_shift!(
    "x.progress, x.reason, x.made_at as closed_at, x.replaces, x.stands",
    "join course x on x.shift = s.seq"
);
const OUTPUTS: &str = of_shift!(
    "p.code as product, p.name_en, p.name_sr, p.unit, x.quantity, null as replaces,
     cast(1 as bigint) as stands",
    "join output x on x.shift = s.seq join product p on p.seq = x.product"
);

const DISPUTED_MARK: &str = "and exists (select 1 from attendance d
     where d.shift = s.seq and d.person = x.person and d.stands = 1 and d.disputed = 1)";
const DISPUTED_HEADCOUNT: &str = "and exists (select 1 from headcount d
     where d.shift = s.seq and d.sex = x.sex and d.band = x.band and d.stands = 1
       and d.disputed = 1)";
const DISPUTED_COURSE: &str = "and exists (select 1 from course d
     where d.shift = s.seq and d.stands = 1 and d.disputed = 1)";
/// Made when the shift was over for whoever closed it, or on one that did not happen.
const LATE: &str = "((s.progress = 'closed' and x.made_at > s.closed_at)
     or s.progress = 'did_not_happen')";
