//! What is booked around some days, to find what is in each other's way.

use crate::error::StoreError;
use crate::row::{Reader, places};
use chrono::{Duration, NaiveDate};
use domain::ids::{AccountId, RoomId, ScheduleId, WorkshopId};
use domain::overview::on_day;
use domain::plan::{Booking, Clash, Closed, FACILITATORS_MAX, clashes};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::HashMap;

/// Capacities by what they are of, each from a day on, oldest first.
pub(super) type Dated<K> = HashMap<K, Vec<(NaiveDate, i64)>>;

/// The bookings of a centre around some days, with those of its facilitators elsewhere.
pub(super) struct Diary {
    bookings: Vec<(Option<ScheduleId>, Booking)>,
    closed: Vec<Closed>,
    rooms: Dated<RoomId>,
    groups: Dated<WorkshopId>,
}

impl Diary {
    /// Reads what lies from the day before the first to the day after the last; `also` names those
    /// who are to be in charge.
    pub(super) async fn read(
        db: &mut AnyConnection,
        centre: i64,
        (first, last): (NaiveDate, NaiveDate),
        also: &[AccountId],
    ) -> Result<Self, StoreError> {
        let groups = group_sizes(db, centre).await?;
        let sql = format!(
            "select s.seq, s.id, s.day, s.start, s.minutes, r.id as room, w.id as workshop,
                    x.id as schedule,
                    (select string_agg(a.id, ',') from shift_facilitator f
                     join account a on a.seq = f.account where f.shift = s.seq) as facilitators
             from shift s join workshop w on w.seq = s.workshop left join room r on r.seq = s.room
             left join schedule x on x.seq = s.schedule
             where s.day >= $2 and s.day <= $3 and s.withdrawn = 0
               and s.progress <> 'did_not_happen'
               and (s.centre = $1 or s.seq in (
                   select f.shift from shift_facilitator f join account a on a.seq = f.account
                   where a.id in ({}) or f.account in (
                       select o.account from shift_facilitator o join shift t on t.seq = o.shift
                       where t.centre = $1 and t.day >= $2 and t.day <= $3)))
             order by s.day, s.start, s.seq",
            places(4, FACILITATORS_MAX)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .bind(centre)
            .bind((first - Duration::days(1)).to_string())
            .bind((last + Duration::days(1)).to_string());
        for n in 0..FACILITATORS_MAX {
            query = query.bind(also.get(n).map(AccountId::to_string).unwrap_or_default());
        }
        let mut bookings = Vec::new();
        for row in &query.fetch_all(&mut *db).await? {
            let row = Reader::new("shift", row);
            let slot = row.slot()?;
            let people = on_day(groups.get(&row.parse("workshop")?).map_or(&[], |g| g), slot.day);
            let led: Option<String> = row.get("facilitators")?;
            let led = led.unwrap_or_default();
            let led = led.split(',').filter(|id| !id.is_empty()).map(str::parse);
            let booking = Booking {
                shift: Some(row.parse("id")?),
                slot,
                room: row.parse_opt("room")?,
                facilitators: led.collect::<Result<_, _>>().map_err(|_| row.corrupt("id"))?,
                people,
            };
            bookings.push((row.parse_opt("schedule")?, booking));
        }
        let closed = closed(db, centre).await?;
        Ok(Self { bookings, closed, rooms: room_sizes(db, centre).await?, groups })
    }

    /// Leaves out the shifts of a schedule that ends before a day.
    pub(super) fn leave_out(&mut self, schedule: Option<ScheduleId>, from: NaiveDate) {
        if schedule.is_some() {
            self.bookings.retain(|(of, one)| *of != schedule || one.slot.day < from);
        }
    }

    /// How many people a workshop takes on a day, if that is limited.
    pub(super) fn group(&self, workshop: WorkshopId, day: NaiveDate) -> Option<i64> {
        on_day(self.groups.get(&workshop)?, day)
    }

    /// What speaks against a booking.
    pub(super) fn clashes(&self, booking: &Booking) -> Vec<Clash> {
        let near = |other: &&(Option<ScheduleId>, Booking)| {
            (other.1.slot.day - booking.slot.day).num_days().abs() <= 1
        };
        let others: Vec<Booking> =
            self.bookings.iter().filter(near).map(|(_, one)| one.clone()).collect();
        let room = booking.room.and_then(|room| on_day(self.rooms.get(&room)?, booking.slot.day));
        clashes(booking, &others, &self.closed, room)
    }

    /// What is booked, with what speaks against it.
    pub(super) fn booked(&self) -> impl Iterator<Item = &Booking> {
        self.bookings.iter().map(|(_, booking)| booking)
    }
}

async fn closed(db: &mut AnyConnection, centre: i64) -> Result<Vec<Closed>, StoreError> {
    let rows = sqlx::query(
        "select x.seq, r.id as room, x.from_day, x.to_day
         from closure x left join room r on r.seq = x.room
         where x.centre = $1 and x.reopened is null",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("closure", row);
        Ok(Closed {
            room: row.parse_opt("room")?,
            from: row.day("from_day")?,
            to: row.day("to_day")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The capacities of a centre's rooms.
pub(super) async fn room_sizes(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<Dated<RoomId>, StoreError> {
    const SIZES: &str = "select c.seq, r.id, c.from_day, c.people
         from room_capacity c join room r on r.seq = c.room
         where r.centre = $1 order by c.from_day, c.seq";
    sizes(db, SIZES, centre).await
}

/// The capacities of a centre's workshops.
pub(super) async fn group_sizes(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<Dated<WorkshopId>, StoreError> {
    const SIZES: &str = "select c.seq, w.id, c.from_day, c.people
         from workshop_capacity c join workshop w on w.seq = c.workshop
         where coalesce(w.centre, 0) = $1 order by c.from_day, c.seq";
    sizes(db, SIZES, centre).await
}

async fn sizes<K: std::str::FromStr + std::hash::Hash + Eq>(
    db: &mut AnyConnection,
    sql: &'static str,
    centre: i64,
) -> Result<Dated<K>, StoreError> {
    let mut sizes: Dated<K> = HashMap::new();
    for row in &sqlx::query(sql).bind(centre).fetch_all(db).await? {
        let row = Reader::new("capacity", row);
        let dated = (row.day("from_day")?, row.number("people")?);
        sizes.entry(row.parse("id")?).or_default().push(dated);
    }
    Ok(sizes)
}
