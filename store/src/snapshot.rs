//! What a tablet needs of one centre: shifts around today, the people, what was logged.

use crate::apply::capacity;
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Store, vault};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::access::{Action, Actor, Place};
use domain::attendance::Fact;
use domain::clock::reporting_day;
use domain::command::PersonIdentity;
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, PersonId, WorkshopId};
use domain::label::Name;
use domain::person::{LanguageLevel, PersonCode};
use domain::snapshot::{
    CentreBrief, CourseBrief, EnrolmentBrief, HeadcountBrief, InterpretingBrief, MarkBrief,
    NoteBrief, OutputBrief, PersonBrief, ProductBrief, ShiftBrief, Snapshot, WorkshopBrief,
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
        let key = self.public_key().await?;
        let mut db = self.db().begin_read().await?;
        let places = places(&mut db, actor).await?;
        let chosen = match centre {
            None => places.first().ok_or(Fault::NotAllowed)?,
            Some(id) => match places.iter().find(|p| p.brief.id == Some(id)) {
                Some(place) => place,
                None => return Err(refusal(&mut db, id).await?.into()),
            },
        };
        let now = self.clock().now();
        let taken = read(&mut db, actor, now, chosen, None).await?;
        Ok(Snapshot {
            centres: places.iter().map(|p| p.brief.clone()).collect(),
            key: Some(key),
            ..taken
        })
    }
}

/// What is read of a centre: all that lies around today, or of that what is new.
pub(crate) struct Extent {
    /// The centre's inner key; 0 for the trainings without a centre.
    centre: i64,
    from: NaiveDate,
    to: NaiveDate,
    /// The entry after which something is new; -1 for all.
    since: i64,
}

/// Reads a centre, whole or what is new since an entry, as it is in one state of the database.
/// Centres to choose from and the organisation's key are left out.
pub(crate) async fn read(
    db: &mut AnyConnection,
    actor: &Actor,
    now: DateTime<Utc>,
    place: &LogPlace,
    since: Option<i64>,
) -> Result<Snapshot, StoreError> {
    let today = reporting_day(now);
    let extent = Extent {
        centre: place.key,
        from: today - Duration::days(DAYS_BACK),
        to: today + Duration::days(DAYS_AHEAD),
        since: since.unwrap_or(-1),
    };
    let workshops = workshops(db, actor, place.key).await?;
    let head = sqlx::query("select seq from journal_head").fetch_one(&mut *db).await?;
    let mut news = Snapshot {
        now,
        head: Reader::new("journal_head", &head).number("seq")?,
        account: actor.account(),
        centre: place.brief.id,
        day: today,
        since,
        shifts: shifts(db, &extent, &workshops).await?,
        enrolments: enrolments(db, &extent, &workshops).await?,
        marks: logged(db, MARKS, &extent, &workshops, mark).await?,
        headcounts: logged(db, HEADCOUNTS, &extent, &workshops, headcount).await?,
        outputs: logged(db, OUTPUTS, &extent, &workshops, output).await?,
        courses: logged(db, COURSES, &extent, &workshops, course).await?,
        notes: logged(db, NOTES, &extent, &workshops, note).await?,
        interpreted: logged(db, INTERPRETED, &extent, &workshops, interpreting).await?,
        people: people(db, &extent).await?,
        ..Snapshot::default()
    };
    if since.is_some() {
        news.uninterpreted =
            logged(db, UNINTERPRETED, &extent, &workshops, |row| row.parse("id")).await?;
        news.gone = logged(db, GONE, &extent, &workshops, |row| row.parse("id")).await?;
        news.voided = logged(db, VOIDED, &extent, &workshops, |row| row.parse("id")).await?;
    }
    if !place.whole {
        only_named(db, &extent, &workshops, &mut news).await?;
    }
    // What is told whole names the workshops; a new one is told whole.
    if since.is_none() {
        news.workshops = workshops.briefs;
    }
    Ok(news)
}

/// Whoever logs in single workshops is told of those people only who are named there.
async fn only_named(
    db: &mut AnyConnection,
    extent: &Extent,
    workshops: &Workshops,
    news: &mut Snapshot,
) -> Result<(), StoreError> {
    let mut told: HashSet<PersonId> = news
        .enrolments
        .iter()
        .map(|e| e.person)
        .chain(news.marks.iter().map(|m| m.person))
        .collect();
    if news.since.is_none() {
        news.people.retain(|p| told.contains(&p.id));
        return Ok(());
    }
    // Somebody may be named anew who was there long ago.
    told.extend(news.people.iter().map(|p| p.id));
    if told.is_empty() {
        return Ok(());
    }
    let all = Extent { since: -1, ..*extent };
    let mut named: HashSet<PersonId> =
        enrolments(db, &all, workshops).await?.iter().map(|e| e.person).collect();
    named.extend(logged(db, MARKS, &all, workshops, mark).await?.iter().map(|m| m.person));
    news.people = people(db, &all).await?;
    news.people.retain(|p| told.contains(&p.id) && named.contains(&p.id));
    Ok(())
}

/// A centre (or the trainings without one) in which the actor may log something.
pub(crate) struct LogPlace {
    /// The centre's inner key; 0 for the trainings without a centre.
    key: i64,
    pub(crate) brief: CentreBrief,
    /// Whether all of it, not only single workshops.
    whole: bool,
}

pub(crate) async fn places(
    db: &mut AnyConnection,
    actor: &Actor,
) -> Result<Vec<LogPlace>, StoreError> {
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
    extent: &Extent,
    workshops: &Workshops,
) -> Result<Vec<ShiftBrief>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, s.id, s.workshop, s.day, s.start, s.minutes, s.progress, s.closed_at,
                s.reason, s.one_off, r.name_en, r.name_sr
         from shift s left join room r on r.seq = s.room
         where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3
           and (s.seq > $4 or s.changed > $4 or exists (
               select 1 from shift_facilitator f where f.shift = s.seq and f.seq > $4))
           and s.withdrawn = 0
         order by s.day, s.start, s.seq",
    )
    .bind(extent.centre)
    .bind(extent.from.to_string())
    .bind(extent.to.to_string())
    .bind(extent.since)
    .fetch_all(&mut *db)
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut spoken = spoken(db, extent.centre, (extent.from, extent.to)).await?;
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
            languages: spoken.remove(&row.number("seq")?).unwrap_or_default(),
            room: row.name_opt("name_en", "name_sr")?,
        });
    }
    Ok(shifts)
}

/// The languages of the facilitators of each shift, by its inner key, each at the best level of any
/// of them; the latest level of a facilitator stands.
pub(crate) async fn spoken(
    db: &mut AnyConnection,
    centre: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<HashMap<i64, Vec<(String, LanguageLevel)>>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, l.language, l.level
         from shift s join shift_facilitator f on f.shift = s.seq
         join account_language l on l.account = f.account
         where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3
           and not exists (select 1 from account_language n where n.account = l.account
                           and n.language = l.language and n.seq > l.seq)
         order by s.seq, l.language",
    )
    .bind(centre)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(db)
    .await?;
    let mut spoken: HashMap<i64, Vec<(String, LanguageLevel)>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("account_language", row);
        let (language, level): (String, LanguageLevel) =
            (row.text("language")?, row.word("level")?);
        let known = spoken.entry(row.number("seq")?).or_default();
        match known.last_mut() {
            Some((last, best)) if *last == language => *best = level.max(*best),
            _ => known.push((language, level)),
        }
    }
    Ok(spoken)
}

/// All that touch the shifts; of the new ones also those that have ended. Of two records that are
/// one person, the one that is used is enrolled.
async fn enrolments(
    db: &mut AnyConnection,
    extent: &Extent,
    workshops: &Workshops,
) -> Result<Vec<EnrolmentBrief>, StoreError> {
    let rows = sqlx::query(
        "select e.seq, e.id, coalesce(k.id, p.id) as person, e.workshop, s.id as shift, e.from_day,
                e.to_day
         from workshop w join enrolment e on e.workshop = w.seq
         join person p on p.seq = e.person left join person k on k.seq = p.same_as
         left join shift s on s.seq = e.shift
         where coalesce(w.centre, 0) = $1 and e.changed > $3
           and ($3 >= 0 or ((e.to_day is null or e.to_day >= $2)
                            and (s.seq is null or s.day >= $2)))
         order by e.seq",
    )
    .bind(extent.centre)
    .bind(extent.from.to_string())
    .bind(extent.since)
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

/// The condition for a person of whom a tablet of centre $1 is told: who lives there, or moved away
/// on the day $3 or later, so that the lists of past shifts keep their names.
macro_rules! told {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            " where (coalesce(p.centre, 0) = $1 or exists (select 1 from stay y
                  where y.person = p.seq and y.from_centre = $1 and y.day >= $3))
               and p.changed > $2 ",
            $tail
        )
    };
}

async fn people(db: &mut AnyConnection, extent: &Extent) -> Result<Vec<PersonBrief>, StoreError> {
    let rows = sqlx::query(told!(
        "select l.seq, p.id, l.language, l.level from person p
         join person_language l on l.person = p.seq",
        "order by l.seq"
    ))
    .bind(extent.centre)
    .bind(extent.since)
    .bind(extent.from.to_string())
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
    let rows = sqlx::query(told!(
        "select p.seq, p.id,
                case when p.same_as is null and p.departed is null
                     and coalesce(p.centre, 0) = $1 then 0 else 1 end as gone
         from person p",
        "order by p.seq"
    ))
    .bind(extent.centre)
    .bind(extent.since)
    .bind(extent.from.to_string())
    .fetch_all(&mut *db)
    .await?;
    let of_cards = sqlx::query(
        "select c.seq, c.code, u.id from person u join person o on o.seq = u.seq or o.same_as = u.seq
         join card c on c.person = o.seq and c.revoked is null
         where coalesce(u.centre, 0) = $1 and u.changed > $2 order by c.seq",
    )
    .bind(extent.centre)
    .bind(extent.since)
    .fetch_all(&mut *db)
    .await?;
    let mut cards: HashMap<String, Vec<String>> = HashMap::new();
    for row in &of_cards {
        let row = Reader::new("card", row);
        let code = row.text("code")?.replace('-', "");
        cards.entry(row.text("id")?).or_default().push(code);
    }
    let mut aliases: HashMap<String, PersonIdentity> = HashMap::new();
    if extent.since < 0 {
        aliases = vault::people(&mut *db, Some(extent.centre)).await?;
    }
    let mut people = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("person", row);
        let text = row.text("id")?;
        // Who moved away is not among the centre's aliases.
        let identity = match aliases.remove(&text) {
            Some(identity) => Some(identity),
            None if extent.since < 0 && row.number("gone")? == 0 => None,
            None => vault::get(&mut *db, &text).await?,
        };
        let id: PersonId = row.parse("id")?;
        people.push(PersonBrief {
            id,
            code: PersonCode::of(id.0),
            alias: identity.and_then(|identity| identity.alias),
            languages: languages.remove(&text).unwrap_or_default(),
            gone: row.number("gone")? == 1,
            cards: cards.remove(&text).unwrap_or_default(),
        });
    }
    Ok(people)
}

const MARKS: &str = "select a.seq, a.id, s.workshop, s.id as shift, p.id as person, a.presence,
        a.made_at, a.replaces
 from shift s join attendance a on a.shift = s.seq join person p on p.seq = a.person
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and a.seq > $4 order by a.seq";
const HEADCOUNTS: &str = "select h.seq, h.id, s.workshop, s.id as shift, h.sex, h.band, h.people,
        h.made_at, h.replaces
 from shift s join headcount h on h.shift = s.seq
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and h.seq > $4 order by h.seq";
const OUTPUTS: &str = "select o.seq, o.id, s.workshop, s.id as shift, p.id as product, o.quantity,
        o.rejected
 from shift s join output o on o.shift = s.seq join product p on p.seq = o.product
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and o.voided is null
   and o.seq > $4 order by o.seq";
const VOIDED: &str = "select o.seq, o.id, s.workshop from shift s join output o on o.shift = s.seq
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and o.voided > $4
 order by o.seq";
const INTERPRETED: &str = "select i.seq, i.id, s.workshop, s.id as shift, p.id as person
 from shift s join interpreting i on i.shift = s.seq join person p on p.seq = i.person
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and i.voided is null
   and i.seq > $4 order by i.seq";
const UNINTERPRETED: &str = "select i.seq, i.id, s.workshop
 from shift s join interpreting i on i.shift = s.seq
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and i.voided > $4
 order by i.seq";

const GONE: &str = "select s.seq, s.id, s.workshop from shift s
 where coalesce(s.centre, 0) = $1 and (s.day < $2 or s.day > $3 or s.withdrawn = 1)
   and s.changed > $4 order by s.seq";

const COURSES: &str = "select c.seq, c.id, s.workshop, s.id as shift, c.progress, c.made_at,
        c.made_at as closed_at, c.reason, c.replaces
 from shift s join course c on c.shift = s.seq
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and c.seq > $4 order by c.seq";
const NOTES: &str = "select n.seq, n.id, s.workshop, s.id as shift, k.secret, v.sealed
 from shift s join note n on n.shift = s.seq
 left join vault v on v.subject = n.id left join vault_key k on k.subject = n.id
 where coalesce(s.centre, 0) = $1 and s.day >= $2 and s.day <= $3 and n.seq > $4 order by n.seq";

/// What was logged in shifts of these workshops.
async fn logged<T>(
    db: &mut AnyConnection,
    sql: &'static str,
    extent: &Extent,
    workshops: &Workshops,
    read: impl Fn(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let rows: Vec<AnyRow> = sqlx::query(sql)
        .bind(extent.centre)
        .bind(extent.from.to_string())
        .bind(extent.to.to_string())
        .bind(extent.since)
        .fetch_all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("shift", row);
        if workshops.keys.contains_key(&row.number("workshop")?) {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

fn mark(row: &Reader<'_>) -> Result<MarkBrief, StoreError> {
    Ok(MarkBrief {
        shift: row.parse("shift")?,
        person: row.parse("person")?,
        fact: fact(row, row.word("presence")?)?,
    })
}

fn course(row: &Reader<'_>) -> Result<CourseBrief, StoreError> {
    Ok(CourseBrief { shift: row.parse("shift")?, fact: fact(row, row.progress()?)? })
}

/// Whoever sees a shift here may see its register, and so what was noted about it.
fn note(row: &Reader<'_>) -> Result<NoteBrief, StoreError> {
    let text = vault::beside(row, &row.text("id")?)?;
    Ok(NoteBrief { id: row.parse("id")?, shift: row.parse("shift")?, text })
}

fn headcount(row: &Reader<'_>) -> Result<HeadcountBrief, StoreError> {
    Ok(HeadcountBrief {
        shift: row.parse("shift")?,
        sex: row.word("sex")?,
        band: row.word("band")?,
        fact: fact(row, row.number("people")?)?,
    })
}

fn output(row: &Reader<'_>) -> Result<OutputBrief, StoreError> {
    Ok(OutputBrief {
        id: row.parse("id")?,
        shift: row.parse("shift")?,
        product: row.parse("product")?,
        quantity: row.number("quantity")?,
        rejected: row.number("rejected")? == 1,
    })
}

fn interpreting(row: &Reader<'_>) -> Result<InterpretingBrief, StoreError> {
    Ok(InterpretingBrief {
        id: row.parse("id")?,
        shift: row.parse("shift")?,
        person: row.parse("person")?,
    })
}

fn fact<V>(row: &Reader<'_>, value: V) -> Result<Fact<V>, StoreError> {
    Ok(Fact {
        id: row.parse("id")?,
        at: row.instant("made_at")?,
        replaces: row.parse_opt("replaces")?,
        value,
    })
}
