//! What a tablet needs of one centre: shifts around today, the people, what was logged.

use crate::apply::capacity;
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Store, vault};
use chrono::{Duration, NaiveDate};
use domain::access::{Action, Actor, Place};
use domain::attendance::Fact;
use domain::command::PersonIdentity;
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, WorkshopId};
use domain::label::Name;
use domain::person::PersonCode;
use domain::snapshot::{
    CentreBrief, CourseBrief, EnrolmentBrief, HeadcountBrief, MarkBrief, NoteBrief, OutputBrief,
    PersonBrief, ProductBrief, ShiftBrief, Snapshot, WorkshopBrief,
};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::collections::{HashMap, HashSet};

/// How many days back shifts are on the tablet.
const DAYS_BACK: i64 = 7;
/// How many days ahead.
const DAYS_AHEAD: i64 = 14;

/// The workshops that the actor may log in, with the inner keys.
struct Workshops {
    briefs: Vec<WorkshopBrief>,
    keys: HashMap<i64, WorkshopId>,
}

impl Store {
    /// What a tablet needs of a centre; without one, the first that the actor may log in. The
    /// people come with their alias and nothing else that identifies them.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`], [`Fault::Unknown`].
    pub async fn snapshot(
        &self,
        actor: &Actor,
        centre: Option<CentreId>,
    ) -> Result<Snapshot, StoreError> {
        let now = self.clock().now();
        let today = self.clock().today();
        let (from, to) = (today - Duration::days(DAYS_BACK), today + Duration::days(DAYS_AHEAD));
        let mut db = self.read().await?;
        let places = places(&mut db, actor).await?;
        let chosen = match centre {
            None => places.first().ok_or(Fault::NotAllowed)?,
            Some(id) => match places.iter().find(|p| p.brief.id == Some(id)) {
                Some(place) => place,
                None => return Err(refusal(&mut db, id).await?.into()),
            },
        };
        let key = chosen.key;
        let workshops = workshops(&mut db, actor, key).await?;
        let head = sqlx::query("select seq from journal_head").fetch_one(&mut *db).await?;
        let shifts = shifts(&mut db, key, &workshops, from, to).await?;
        let shown: HashSet<_> = shifts.iter().map(|s| s.id).collect();
        let enrolments = enrolments(&mut db, key, &workshops, from).await?;
        let marks: Vec<MarkBrief> = logged(&mut db, MARKS, key, from, to, |row| {
            Ok(MarkBrief {
                shift: row.parse("shift")?,
                person: row.parse("person")?,
                fact: fact(row, row.word("presence")?)?,
            })
        })
        .await?;
        let headcounts: Vec<HeadcountBrief> = logged(&mut db, HEADCOUNTS, key, from, to, |row| {
            Ok(HeadcountBrief {
                shift: row.parse("shift")?,
                sex: row.word("sex")?,
                band: row.word("band")?,
                fact: fact(row, row.number("people")?)?,
            })
        })
        .await?;
        let outputs: Vec<OutputBrief> = logged(&mut db, OUTPUTS, key, from, to, |row| {
            Ok(OutputBrief {
                id: row.parse("id")?,
                shift: row.parse("shift")?,
                product: row.parse("product")?,
                quantity: row.number("quantity")?,
            })
        })
        .await?;
        let courses: Vec<CourseBrief> = logged(&mut db, COURSES, key, from, to, |row| {
            Ok(CourseBrief { shift: row.parse("shift")?, fact: fact(row, row.progress()?)? })
        })
        .await?;
        // Whoever sees a shift here may see its register, and so what was noted about it.
        let notes: Vec<NoteBrief> = logged(&mut db, NOTES, key, from, to, |row| {
            let text = vault::beside(row, &row.text("id")?)?;
            Ok(NoteBrief { id: row.parse("id")?, shift: row.parse("shift")?, text })
        })
        .await?;
        let mut people = people(&mut db, key).await?;
        if !chosen.whole {
            let named: HashSet<_> = enrolments
                .iter()
                .map(|e| e.person)
                .chain(marks.iter().filter(|m| shown.contains(&m.shift)).map(|m| m.person))
                .collect();
            people.retain(|p| named.contains(&p.id));
        }
        Ok(Snapshot {
            now,
            head: Reader::new("journal_head", &head).number("seq")?,
            account: actor.account(),
            centre: chosen.brief.id,
            centres: places.iter().map(|p| p.brief.clone()).collect(),
            workshops: workshops.briefs,
            people,
            enrolments,
            marks: marks.into_iter().filter(|m| shown.contains(&m.shift)).collect(),
            headcounts: headcounts.into_iter().filter(|h| shown.contains(&h.shift)).collect(),
            outputs: outputs.into_iter().filter(|o| shown.contains(&o.shift)).collect(),
            courses: courses.into_iter().filter(|c| shown.contains(&c.shift)).collect(),
            notes: notes.into_iter().filter(|n| shown.contains(&n.shift)).collect(),
            shifts,
            day: today,
            ..Snapshot::default()
        })
    }
}

/// A centre (or the trainings without one) in which the actor may log something.
struct LogPlace {
    /// The centre's inner key; 0 for the trainings without a centre.
    key: i64,
    brief: CentreBrief,
    /// Whether all of it, not only single workshops.
    whole: bool,
}

async fn places(db: &mut AnyConnection, actor: &Actor) -> Result<Vec<LogPlace>, StoreError> {
    let rows = sqlx::query(
        "select w.id as workshop, coalesce(c.seq, 0) as seq, c.id as centre, c.code, c.name_en,
                c.name_sr
         from workshop w left join centre c on c.seq = w.centre
         union all
         select null, c.seq, c.id, c.code, c.name_en, c.name_sr from centre c
         order by 4, 1",
    )
    .fetch_all(db)
    .await?;
    let mut places: Vec<LogPlace> = Vec::new();
    for row in &rows {
        let row = Reader::new("centre", row);
        let centre: Option<CentreId> = row.parse_opt("centre")?;
        let whole = centre.is_some_and(|id| actor.may(Action::SeeRegister, Place::centre(id)));
        let workshop: Option<WorkshopId> = row.parse_opt("workshop")?;
        let part =
            workshop.is_some_and(|id| actor.may(Action::SeeRegister, Place::workshop(id, centre)));
        let key = row.number("seq")?;
        if (whole || part) && places.iter().all(|p| p.key != key) {
            let brief = match centre {
                Some(_) => CentreBrief {
                    id: centre,
                    code: row.text("code")?,
                    name: row.name("name_en", "name_sr")?,
                },
                None => CentreBrief { id: None, code: String::new(), name: Name::new("", "") },
            };
            places.push(LogPlace { key, brief, whole });
        }
    }
    // PostgreSQL and SQLite order nulls differently: trainings stand last.
    places.sort_by(|a, b| (a.key == 0, &a.brief.code).cmp(&(b.key == 0, &b.brief.code)));
    Ok(places)
}

/// Why a centre is not among the actor's places.
async fn refusal(db: &mut AnyConnection, id: CentreId) -> Result<Fault, StoreError> {
    let row = sqlx::query("select seq from centre where id = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    Ok(row.map_or(Fault::Unknown { noun: Noun::Centre }, |_| Fault::NotAllowed))
}

async fn workshops(
    db: &mut AnyConnection,
    actor: &Actor,
    centre: i64,
) -> Result<Workshops, StoreError> {
    let rows = sqlx::query(
        "select w.seq, w.id, c.id as centre, w.code, w.title_en, w.title_sr, w.activity, w.minutes
         from workshop w left join centre c on c.seq = w.centre
         where coalesce(w.centre, 0) = $1 order by w.code",
    )
    .bind(centre)
    .fetch_all(&mut *db)
    .await?;
    let mut workshops = Workshops { briefs: Vec::new(), keys: HashMap::new() };
    for row in &rows {
        let row = Reader::new("workshop", row);
        let id: WorkshopId = row.parse("id")?;
        if actor.may(Action::SeeRegister, Place::workshop(id, row.parse_opt("centre")?)) {
            workshops.keys.insert(row.number("seq")?, id);
            workshops.briefs.push(WorkshopBrief {
                id,
                code: row.text("code")?,
                title: row.name("title_en", "title_sr")?,
                activity: row.word("activity")?,
                products: Vec::new(),
                minutes: row.number("minutes")?,
            });
        }
    }
    let rows = sqlx::query(
        "select p.seq, p.id, w.id as workshop, p.name_en, p.name_sr, p.unit
         from product p join workshop w on w.seq = p.workshop
         where coalesce(w.centre, 0) = $1 order by p.code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    for row in &rows {
        let row = Reader::new("product", row);
        let workshop: WorkshopId = row.parse("workshop")?;
        if let Some(brief) = workshops.briefs.iter_mut().find(|w| w.id == workshop) {
            brief.products.push(ProductBrief {
                id: row.parse("id")?,
                name: row.name("name_en", "name_sr")?,
                unit: row.word("unit")?,
            });
        }
    }
    Ok(workshops)
}

async fn shifts(
    db: &mut AnyConnection,
    centre: i64,
    workshops: &Workshops,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ShiftBrief>, StoreError> {
    let rows = sqlx::query(
        "select seq, id, workshop, day, start, minutes, progress, closed_at, reason, one_off
         from shift where coalesce(centre, 0) = $1 and day >= $2 and day <= $3 order by day, start, seq",
    )
    .bind(centre)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(&mut *db)
    .await?;
    let mut shifts = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("shift", row);
        let key = row.number("workshop")?;
        let Some(workshop) = workshops.keys.get(&key) else { continue };
        let slot = row.slot()?;
        shifts.push(ShiftBrief {
            id: row.parse("id")?,
            workshop: *workshop,
            slot,
            progress: row.progress()?,
            capacity: capacity(db, key, slot.day).await?,
            one_off: row.number("one_off")? == 1,
        });
    }
    Ok(shifts)
}

async fn enrolments(
    db: &mut AnyConnection,
    centre: i64,
    workshops: &Workshops,
    from: NaiveDate,
) -> Result<Vec<EnrolmentBrief>, StoreError> {
    let rows = sqlx::query(
        "select e.seq, e.id, p.id as person, e.workshop, s.id as shift, e.from_day, e.to_day
         from workshop w join enrolment e on e.workshop = w.seq
         join person p on p.seq = e.person left join shift s on s.seq = e.shift
         where coalesce(w.centre, 0) = $1 and (e.to_day is null or e.to_day >= $2)
           and (s.seq is null or s.day >= $2)
         order by e.seq",
    )
    .bind(centre)
    .bind(from.to_string())
    .fetch_all(db)
    .await?;
    let mut enrolments = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("enrolment", row);
        let Some(workshop) = workshops.keys.get(&row.number("workshop")?) else { continue };
        enrolments.push(EnrolmentBrief {
            id: row.parse("id")?,
            person: row.parse("person")?,
            workshop: *workshop,
            shift: row.parse_opt("shift")?,
            from: row.day("from_day")?,
            to: row.parse_opt("to_day")?,
        });
    }
    Ok(enrolments)
}

async fn people(db: &mut AnyConnection, centre: i64) -> Result<Vec<PersonBrief>, StoreError> {
    let mut aliases: HashMap<String, PersonIdentity> =
        vault::people(&mut *db, Some(centre)).await?;
    let rows = sqlx::query(
        "select l.seq, p.id, l.language, l.level from person p
         join person_language l on l.person = p.seq
         where coalesce(p.centre, 0) = $1 order by l.seq",
    )
    .bind(centre)
    .fetch_all(&mut *db)
    .await?;
    let mut languages: HashMap<String, Vec<_>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("person_language", row);
        let known = languages.entry(row.text("id")?).or_default();
        let language = row.text("language")?;
        // The latest level stands.
        known.retain(|(l, _)| *l != language);
        known.push((language, row.word("level")?));
    }
    let rows =
        sqlx::query("select seq, id from person where coalesce(centre, 0) = $1 order by seq")
            .bind(centre)
            .fetch_all(db)
            .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("person", row);
            let text = row.text("id")?;
            let id: domain::ids::PersonId = row.parse("id")?;
            Ok(PersonBrief {
                id,
                code: PersonCode::of(id.0),
                alias: aliases.remove(&text).and_then(|identity| identity.alias),
                languages: languages.remove(&text).unwrap_or_default(),
            })
        })
        .collect()
}

const MARKS: &str = "select a.seq, a.id, s.id as shift, p.id as person, a.presence, a.made_at,
        a.replaces
 from shift s join attendance a on a.shift = s.seq join person p on p.seq = a.person
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 order by a.seq";
const HEADCOUNTS: &str = "select h.seq, h.id, s.id as shift, h.sex, h.band, h.people, h.made_at,
        h.replaces
 from shift s join headcount h on h.shift = s.seq
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 order by h.seq";
const OUTPUTS: &str = "select o.seq, o.id, s.id as shift, p.id as product, o.quantity
 from shift s join output o on o.shift = s.seq join product p on p.seq = o.product
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and o.voided is null
 order by o.seq";

const COURSES: &str = "select c.seq, c.id, s.id as shift, c.progress, c.made_at,
        c.made_at as closed_at, c.reason, c.replaces
 from shift s join course c on c.shift = s.seq
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 order by c.seq";
const NOTES: &str = "select n.seq, n.id, s.id as shift, k.secret, v.sealed
 from shift s join note n on n.shift = s.seq
 left join vault v on v.subject = n.id left join vault_key k on k.subject = n.id
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 order by n.seq";

async fn logged<T>(
    db: &mut AnyConnection,
    sql: &'static str,
    centre: i64,
    from: NaiveDate,
    to: NaiveDate,
    read: impl Fn(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let rows: Vec<AnyRow> = sqlx::query(sql)
        .bind(centre)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| read(&Reader::new("shift", row))).collect()
}

fn fact<V>(row: &Reader<'_>, value: V) -> Result<Fact<V>, StoreError> {
    Ok(Fact {
        id: row.parse("id")?,
        at: row.instant("made_at")?,
        replaces: row.parse_opt("replaces")?,
        value,
    })
}
