//! A week of the plan: a centre's, or somebody's own.

use super::bridge::bridges;
use super::diary::Diary;
use super::setup::{closures, rooms, staff, workshops};
use crate::Store;
use crate::apply::untouched;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::{Duration, NaiveDate};
use domain::access::{Action, Actor, Place};
use domain::clock::check_day;
use domain::fault::Fault;
use domain::ids::{InterpretingId, PersonId, ShiftId};
use domain::overview::{Choice, PlannedShift, Staff, Week, WorkshopRow, on_day};
use domain::plan::Clash;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::HashMap;

/// The shifts `s` that an account is in charge of.
pub(super) const OWN: &str =
    "s.seq in (select f.shift from shift_facilitator f where f.account = $3)";

impl Store {
    /// The week of a centre's plan that begins on a Monday.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre; [`Fault::Unknown`],
    /// [`Fault::BadDay`].
    pub async fn week(
        &self,
        actor: &Actor,
        code: &str,
        monday: NaiveDate,
    ) -> Result<Week, StoreError> {
        check_day(monday)?;
        let sunday = monday + Duration::days(6);
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let workshops = workshops(&mut db, centre.key).await?;
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let shifts = judged(&mut db, centre.key, (monday, sunday), &workshops, sees).await?;
        Ok(Week {
            now: self.clock().now(),
            monday,
            shifts,
            closures: closures(&mut db, centre.key, Some((monday, sunday))).await?,
            workshops,
            rooms: rooms(&mut db, centre.key).await?,
            staff: staff(&mut db, &centre.id.to_string(), self.clock().today()).await?,
            logs: actor.may(Action::Log, Place::centre(centre.id)),
            calendar: super::calendar::since(&mut db, "centre", &centre.id.to_string()).await?,
            centre: Some(centre.choice),
        })
    }

    /// The shifts of a week that somebody is in charge of, in all centres.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever logs nowhere; [`Fault::BadDay`].
    pub async fn own_week(&self, actor: &Actor, monday: NaiveDate) -> Result<Week, StoreError> {
        check_day(monday)?;
        let Some(account) = actor.account().filter(|_| !actor.scopes(Action::Log).is_empty())
        else {
            return Err(Fault::NotAllowed.into());
        };
        let mut db = self.db().begin_read().await?;
        let key = sqlx::query("select seq from account where id = $1")
            .bind(account.to_string())
            .fetch_one(&mut *db)
            .await?;
        let key = Reader::new("account", &key).number("seq")?;
        let days = (monday, monday + Duration::days(6));
        Ok(Week {
            centre: None,
            now: self.clock().now(),
            monday,
            shifts: shifts(&mut db, OWN, key, days).await?.into_iter().map(|one| one.1).collect(),
            closures: Vec::new(),
            workshops: Vec::new(),
            rooms: Vec::new(),
            staff: Vec::new(),
            logs: true,
            calendar: super::calendar::since(&mut db, "account", &account.to_string()).await?,
        })
    }
}

/// The shifts of some days of a centre, with all that speaks against them. Aliases of interpreters
/// only for who `sees` the register.
async fn judged(
    db: &mut AnyConnection,
    centre: i64,
    days: (NaiveDate, NaiveDate),
    workshops: &[WorkshopRow],
    sees: bool,
) -> Result<Vec<PlannedShift>, StoreError> {
    let mut shifts = shifts(db, "s.centre = $3", centre, days).await?;
    let diary = Diary::read(db, centre, days, &[]).await?;
    let found: HashMap<Option<ShiftId>, Vec<Clash>> =
        diary.booked().map(|one| (one.shift, diary.clashes(one))).collect();
    let mut bridges = bridges(db, centre, days, sees).await?;
    for (key, shift) in &mut shifts {
        shift.bridge = bridges.remove(key);
        shift.clashes = found.get(&Some(shift.id)).cloned().unwrap_or_default();
        let workshop = workshops.iter().find(|w| w.choice.code == shift.workshop.code);
        shift.capacity = workshop.and_then(|one| on_day(&one.capacity, shift.slot.day));
    }
    Ok(shifts.into_iter().map(|(_, shift)| shift).collect())
}

/// What is planned for some days of a centre, for whoever looks ahead: without anybody's alias.
pub(crate) async fn ahead(
    db: &mut AnyConnection,
    centre: i64,
    days: (NaiveDate, NaiveDate),
) -> Result<Vec<PlannedShift>, StoreError> {
    let workshops = workshops(db, centre).await?;
    judged(db, centre, days, &workshops, false).await
}

/// The shifts of some days, in the order of time, each with its inner key.
pub(super) async fn shifts(
    db: &mut AnyConnection,
    which: &'static str,
    value: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<(i64, PlannedShift)>, StoreError> {
    let rows = sqlx::query(AssertSqlSafe(format!(
        "select s.seq, s.id, s.day, s.start, s.minutes, s.progress, s.closed_at, s.reason,
                s.one_off, s.despite, w.code, w.title_en, w.title_sr, w.activity,
                c.code as centre_code, c.name_en as centre_en, c.name_sr as centre_sr,
                r.id as room, r.code as room_code, r.name_en as room_en, r.name_sr as room_sr,
                x.id as schedule, case when {} then 0 else 1 end as logged,
                (select cast(count(distinct coalesce(p.same_as, p.seq)) as bigint)
                 from enrolment e join person p on p.seq = e.person
                 where e.workshop = s.workshop and (e.shift is null or e.shift = s.seq)
                   and e.from_day <= s.day and coalesce(e.to_day, '9999') >= s.day)
                    as enrolled
         from shift s join workshop w on w.seq = s.workshop
         left join centre c on c.seq = s.centre left join room r on r.seq = s.room
         left join schedule x on x.seq = s.schedule
         where s.day >= $1 and s.day <= $2 and s.withdrawn = 0 and {which}
         order by s.day, s.start, s.seq",
        untouched("s")
    )))
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(value)
    .fetch_all(&mut *db)
    .await?;
    let mut led = led(db, which, value, (from, to)).await?;
    let mut interpreted = interpreted(db, which, value, (from, to)).await?;
    let mut shifts = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("shift", row);
        let named = |code, en, sr| -> Result<Option<Choice>, StoreError> {
            let code: Option<String> = row.get(code)?;
            let name = row.name_opt(en, sr)?;
            Ok(code.zip(name).map(|(code, name)| Choice { code, name }))
        };
        let room = named("room_code", "room_en", "room_sr")?;
        let key = row.number("seq")?;
        let shift = PlannedShift {
            id: row.parse("id")?,
            workshop: super::setup::choice(&row, "title_en", "title_sr")?,
            centre: named("centre_code", "centre_en", "centre_sr")?,
            activity: row.word("activity")?,
            slot: row.slot()?,
            progress: row.progress()?,
            room: row.parse_opt("room")?.zip(room),
            facilitators: led.remove(&key).unwrap_or_default(),
            enrolled: row.number("enrolled")?,
            capacity: None,
            schedule: row.parse_opt("schedule")?,
            one_off: row.number("one_off")? == 1,
            clashes: Vec::new(),
            despite: row.word_opt("despite")?,
            logged: row.number("logged")? == 1,
            bridge: None,
            interpreted: interpreted.remove(&key).unwrap_or_default(),
        };
        shifts.push((key, shift));
    }
    Ok(shifts)
}

/// Who interpreted at those shifts, by the shift's inner key.
async fn interpreted(
    db: &mut AnyConnection,
    which: &'static str,
    value: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<HashMap<i64, Vec<(InterpretingId, PersonId)>>, StoreError> {
    let rows = sqlx::query(AssertSqlSafe(format!(
        "select s.seq, i.id, p.id as person from shift s join interpreting i on i.shift = s.seq
         join person p on p.seq = i.person
         where s.day >= $1 and s.day <= $2 and i.voided is null and {which} order by i.seq"
    )))
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(value)
    .fetch_all(db)
    .await?;
    let mut all: HashMap<i64, Vec<_>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("interpreting", row);
        all.entry(row.number("seq")?).or_default().push((row.parse("id")?, row.parse("person")?));
    }
    Ok(all)
}

/// Who is in charge of those shifts, by the shift's inner key.
async fn led(
    db: &mut AnyConnection,
    which: &'static str,
    value: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<HashMap<i64, Vec<Staff>>, StoreError> {
    let rows = sqlx::query(AssertSqlSafe(format!(
        "select s.seq, a.id, a.code from shift s join shift_facilitator f on f.shift = s.seq
         join account a on a.seq = f.account
         where s.day >= $1 and s.day <= $2 and {which} order by a.code"
    )))
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(value)
    .fetch_all(db)
    .await?;
    let mut led: HashMap<i64, Vec<Staff>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("account", row);
        let one = Staff { id: row.parse("id")?, code: row.text("code")? };
        led.entry(row.number("seq")?).or_default().push(one);
    }
    Ok(led)
}
