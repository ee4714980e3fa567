//! The attendance sheet of a shift or of a week.

use crate::Store;
use crate::apply::capacity;
use crate::error::StoreError;
use crate::people::{Asking, rows};
use crate::place::{CentreOf, centre_of};
use crate::row::Reader;
use chrono::{Duration, NaiveDate};
use domain::access::{Action, Actor, Place};
use domain::clock::check_day;
use domain::fault::{Fault, Noun};
use domain::ids::ShiftId;
use domain::overview::{Choice, Sheet, SheetPerson, SheetShift};
use domain::workshop::Unit;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

/// What a sheet is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetOf<'a> {
    /// One shift.
    Shift(ShiftId),
    /// The shifts of a workshop, by its code, in the week that begins on a Monday.
    Week(&'a str, NaiveDate),
}

const SHIFTS: &str =
    "select s.seq, s.id, s.workshop, s.day, s.start, s.minutes, r.code as room_code,
        r.name_en as room_en, r.name_sr as room_sr, w.code, w.title_en, w.title_sr
 from shift s join workshop w on w.seq = s.workshop left join room r on r.seq = s.room
 where s.centre = $1 and s.withdrawn = 0 and ";

impl Store {
    /// The sheet of a shift or a week. Shifts that do not happen are left out of a week.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre; [`Fault::Unknown`] for a shift
    /// or a workshop that is not there; [`Fault::BadDay`].
    pub async fn sheet(
        &self,
        actor: &Actor,
        code: &str,
        of: SheetOf<'_>,
    ) -> Result<Sheet, StoreError> {
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centre = centre_of(db, actor, Action::Manage, code).await?;
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let (workshop, found) = found(db, &centre, of).await?;
        let key = workshop.0;
        let (keys, shifts) = shifts_of(db, key, &found).await?;
        let expected = people_of(db, key, &keys).await?;
        let named: Vec<i64> = expected.keys().copied().collect();
        let asking = Asking { today: self.clock().today(), sees, asks: &[] };
        let read = rows(db, &named, &asking).await?;
        let mut people: Vec<SheetPerson> = named
            .iter()
            .zip(read)
            .map(|(person, row)| SheetPerson {
                label: row.label,
                languages: row.languages.into_iter().map(|(language, _)| language).collect(),
                at: (0..shifts.len()).map(|place| expected[person].contains(&place)).collect(),
            })
            .collect();
        people.sort_by_cached_key(|one| one.label.by_name());
        Ok(Sheet {
            workshop: workshop.1,
            products: products(db, key)
                .await?
                .into_iter()
                .map(|(_, name, unit)| (name, unit))
                .collect(),
            shifts,
            people,
            centre: centre.choice,
        })
    }
}

/// A workshop by its inner key and name, and the rows of its shifts.
pub(crate) type Found = ((i64, Choice), Vec<AnyRow>);

/// What a sheet is of: one shift, or those of a week that happen.
///
/// # Errors
/// [`Fault::Unknown`] for a shift or a workshop that is not there; [`Fault::BadDay`].
pub(crate) async fn found(
    db: &mut AnyConnection,
    centre: &CentreOf,
    of: SheetOf<'_>,
) -> Result<Found, StoreError> {
    match of {
        SheetOf::Shift(id) => one(db, centre, id).await,
        SheetOf::Week(workshop, monday) => week(db, centre, workshop, monday).await,
    }
}

/// The shifts of a sheet: their inner keys with their days, and what stands above each column.
pub(crate) async fn shifts_of(
    db: &mut AnyConnection,
    workshop: i64,
    found: &[AnyRow],
) -> Result<(Vec<(i64, NaiveDate)>, Vec<SheetShift>), StoreError> {
    let mut shifts = Vec::with_capacity(found.len());
    let mut keys = Vec::with_capacity(found.len());
    for row in found {
        let row = Reader::new("shift", row);
        let slot = row.slot()?;
        keys.push((row.number("seq")?, slot.day));
        shifts.push(SheetShift {
            id: row.parse("id")?,
            slot,
            room: room(&row)?,
            facilitators: facilitators(db, row.number("seq")?).await?,
            capacity: capacity(db, workshop, slot.day).await?,
        });
    }
    Ok((keys, shifts))
}

/// Who is expected at the shifts, by inner key, with the places of those at which they are.
pub(crate) async fn people_of(
    db: &mut AnyConnection,
    workshop: i64,
    keys: &[(i64, NaiveDate)],
) -> Result<BTreeMap<i64, BTreeSet<usize>>, StoreError> {
    let mut expected: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
    for (place, (shift, day)) in keys.iter().enumerate() {
        for person in who(db, workshop, *shift, *day).await? {
            expected.entry(person).or_default().insert(place);
        }
    }
    Ok(expected)
}

async fn one(db: &mut AnyConnection, centre: &CentreOf, id: ShiftId) -> Result<Found, StoreError> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{SHIFTS} s.id = $2")))
        .bind(centre.key)
        .bind(id.to_string())
        .fetch_all(db)
        .await?;
    let row = rows.first().ok_or(Fault::Unknown { noun: Noun::Shift })?;
    let row = Reader::new("shift", row);
    let workshop = Choice { code: row.text("code")?, name: row.name("title_en", "title_sr")? };
    Ok(((row.number("workshop")?, workshop), rows))
}

async fn week(
    db: &mut AnyConnection,
    centre: &CentreOf,
    workshop: &str,
    monday: NaiveDate,
) -> Result<Found, StoreError> {
    check_day(monday)?;
    let row = sqlx::query(
        "select seq, code, title_en, title_sr from workshop where code = $1 and centre = $2",
    )
    .bind(workshop)
    .bind(centre.key)
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Workshop })?;
    let row = Reader::new("workshop", &row);
    let key = row.number("seq")?;
    let choice = Choice { code: row.text("code")?, name: row.name("title_en", "title_sr")? };
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "{SHIFTS} s.workshop = $2 and s.day >= $3 and s.day <= $4
         and s.progress <> 'did_not_happen' order by s.day, s.start, s.seq"
    )))
    .bind(centre.key)
    .bind(key)
    .bind(monday.to_string())
    .bind((monday + Duration::days(6)).to_string())
    .fetch_all(db)
    .await?;
    Ok(((key, choice), rows))
}

fn room(row: &Reader<'_>) -> Result<Option<Choice>, StoreError> {
    let code: Option<String> = row.get("room_code")?;
    let name = row.name_opt("room_en", "room_sr")?;
    Ok(code.zip(name).map(|(code, name)| Choice { code, name }))
}

async fn facilitators(db: &mut AnyConnection, shift: i64) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "select f.seq, a.code from shift_facilitator f join account a on a.seq = f.account
         where f.shift = $1 order by a.code",
    )
    .bind(shift)
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Reader::new("account", row).text("code")).collect()
}

/// Who is expected at a shift, by inner key; of two records that are one person, the one that is
/// used.
async fn who(
    db: &mut AnyConnection,
    workshop: i64,
    shift: i64,
    day: NaiveDate,
) -> Result<Vec<i64>, StoreError> {
    let rows = sqlx::query(
        "select distinct coalesce(p.same_as, p.seq) as seq
         from enrolment e join person p on p.seq = e.person
         where e.workshop = $1 and (e.shift is null or e.shift = $2)
           and e.from_day <= $3 and (e.to_day is null or e.to_day >= $3)",
    )
    .bind(workshop)
    .bind(shift)
    .bind(day.to_string())
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Reader::new("person", row).number("seq")).collect()
}

/// The products of a workshop with their inner keys and what each is counted in.
pub(crate) async fn products(
    db: &mut AnyConnection,
    workshop: i64,
) -> Result<Vec<(i64, Choice, Unit)>, StoreError> {
    let rows = sqlx::query(
        "select seq, code, name_en, name_sr, unit from product where workshop = $1 order by code",
    )
    .bind(workshop)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("product", row);
        let name = row.name("name_en", "name_sr")?;
        let choice = Choice { code: row.text("code")?, name };
        Ok((row.number("seq")?, choice, row.word("unit")?))
    };
    rows.iter().map(read).collect()
}
