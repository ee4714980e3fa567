//! What a plan is made of: workshops, rooms, closed days, schedules, and who may be in charge.

use super::diary::{group_sizes, room_sizes};
use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::ids::WorkshopId;
use domain::overview::{
    Choice, ClosureRow, RoomRow, Rooms, ScheduleRow, Schedules, Staff, WorkshopRow, Workshops,
};
use sqlx::AnyConnection;

impl Store {
    /// The workshops of a centre.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage it;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn workshops(&self, actor: &Actor, code: &str) -> Result<Workshops, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        Ok(Workshops {
            workshops: workshops(&mut db, centre.key).await?,
            today: self.clock().today(),
            centre: centre.choice,
        })
    }

    /// The rooms of a centre, and its closed days.
    ///
    /// # Errors
    /// As [`Store::workshops`].
    pub async fn rooms(&self, actor: &Actor, code: &str) -> Result<Rooms, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        Ok(Rooms {
            rooms: rooms(&mut db, centre.key).await?,
            closures: closures(&mut db, centre.key, None).await?,
            today: self.clock().today(),
            centre: centre.choice,
        })
    }

    /// The schedules of a centre, and what one can be made of.
    ///
    /// # Errors
    /// As [`Store::workshops`].
    pub async fn schedules(&self, actor: &Actor, code: &str) -> Result<Schedules, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let today = self.clock().today();
        Ok(Schedules {
            schedules: schedules(&mut db, centre.key, today).await?,
            workshops: workshops(&mut db, centre.key).await?,
            rooms: rooms(&mut db, centre.key).await?,
            staff: staff(&mut db, &centre.id.to_string(), self.clock().today()).await?,
            today,
            centre: centre.choice,
        })
    }
}

pub(super) async fn workshops(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<Vec<WorkshopRow>, StoreError> {
    let mut sizes = group_sizes(db, centre).await?;
    let products = sqlx::query(
        "select p.seq, p.id, w.id as workshop, p.code, p.name_en, p.name_sr, p.unit
         from product p join workshop w on w.seq = p.workshop
         where w.centre = $1 order by p.code",
    )
    .bind(centre)
    .fetch_all(&mut *db)
    .await?;
    let rows = sqlx::query(
        "select seq, id, code, title_en, title_sr, activity, minutes from workshop
         where centre = $1 order by code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let mut workshops = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = Reader::new("workshop", row);
        let id: WorkshopId = row.parse("id")?;
        let mut made = Vec::new();
        for product in &products {
            let product = Reader::new("product", product);
            if product.parse::<WorkshopId>("workshop")? == id {
                made.push((
                    product.parse("id")?,
                    choice(&product, "name_en", "name_sr")?,
                    product.word("unit")?,
                ));
            }
        }
        workshops.push(WorkshopRow {
            id,
            choice: choice(&row, "title_en", "title_sr")?,
            activity: row.word("activity")?,
            minutes: row.number("minutes")?,
            products: made,
            capacity: sizes.remove(&id).unwrap_or_default(),
        });
    }
    Ok(workshops)
}

pub(super) async fn rooms(db: &mut AnyConnection, centre: i64) -> Result<Vec<RoomRow>, StoreError> {
    let mut sizes = room_sizes(db, centre).await?;
    let rows = sqlx::query(
        "select seq, id, code, name_en, name_sr from room where centre = $1 order by code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("room", row);
        let id = row.parse("id")?;
        let capacity = sizes.remove(&id).unwrap_or_default();
        Ok(RoomRow { id, choice: choice(&row, "name_en", "name_sr")?, capacity })
    };
    rows.iter().map(read).collect()
}

/// The closed days of a centre, the latest first; those that touch a period, or all.
pub(super) async fn closures(
    db: &mut AnyConnection,
    centre: i64,
    period: Option<(NaiveDate, NaiveDate)>,
) -> Result<Vec<ClosureRow>, StoreError> {
    let (from, to) = period.unwrap_or_else(domain::clock::days_that_can_be_meant);
    let rows = sqlx::query(
        "select x.seq, x.id, r.code, r.name_en, r.name_sr, x.from_day, x.to_day, x.reason,
                x.reopened, a.code as account, j.received_at
         from closure x join journal j on j.seq = x.seq left join account a on a.id = j.actor
         left join room r on r.seq = x.room
         where x.centre = $1 and x.to_day >= $2 and x.from_day <= $3
         order by x.from_day desc, x.seq desc",
    )
    .bind(centre)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("closure", row);
        let room: Option<String> = row.get("code")?;
        Ok(ClosureRow {
            id: row.parse("id")?,
            room: room.map(|_| choice(&row, "name_en", "name_sr")).transpose()?,
            from: row.day("from_day")?,
            to: row.day("to_day")?,
            reason: row.word("reason")?,
            reopened: row.get::<Option<i64>>("reopened")?.is_some(),
            account: row.get("account")?,
            at: row.instant("received_at")?,
        })
    };
    rows.iter().map(read).collect()
}

async fn schedules(
    db: &mut AnyConnection,
    centre: i64,
    today: NaiveDate,
) -> Result<Vec<ScheduleRow>, StoreError> {
    let rows = sqlx::query(
        "select x.seq, x.id, w.id as workshop, w.code, w.title_en, w.title_sr, x.rule, x.from_day,
                x.to_day, x.starts, x.minutes, r.id as room, x.facilitators, x.despite,
                cast((select count(*) from shift s where s.schedule = x.seq and s.withdrawn = 0
                      and s.day >= $2) as bigint) as ahead,
                (select min(s.day) from shift s where s.schedule = x.seq and s.withdrawn = 0
                      and s.day >= $2) as next
         from schedule x join workshop w on w.seq = x.workshop left join room r on r.seq = x.room
         where w.centre = $1
         order by case when x.to_day is null or x.to_day >= $2 then 0 else 1 end, w.code,
                  x.from_day desc, x.seq desc",
    )
    .bind(centre)
    .bind(today.to_string())
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("schedule", row);
        Ok(ScheduleRow {
            id: row.parse("id")?,
            workshop: row.parse("workshop")?,
            choice: choice(&row, "title_en", "title_sr")?,
            rule: row.text("rule")?,
            from: row.day("from_day")?,
            to: row.parse_opt("to_day")?,
            starts: row.times("starts")?,
            minutes: row.number("minutes")?,
            room: row.parse_opt("room")?,
            facilitators: row.json("facilitators")?,
            despite: row.word_opt("despite")?,
            ahead: row.number("ahead")?,
            next: row.parse_opt("next")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Who may log in a centre or one of its workshops, in the order of their codes.
pub(crate) async fn staff(
    db: &mut AnyConnection,
    centre: &str,
    today: NaiveDate,
) -> Result<Vec<Staff>, StoreError> {
    let rows = sqlx::query(
        "select distinct a.seq, a.id, a.code from account a
         join access x on x.account = a.seq and x.revoked is null
              and x.role in ('facilitator', 'manager') and coalesce(x.to_day, '9999') >= $2
         left join workshop w on w.id = x.place left join centre c on c.seq = w.centre
         where a.disabled = 0 and (x.place = $1 or c.id = $1) order by a.code",
    )
    .bind(centre)
    .bind(today.to_string())
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("account", row);
        Ok(Staff { id: row.parse("id")?, code: row.text("code")? })
    };
    rows.iter().map(read).collect()
}

/// The code of a row with its name.
pub(super) fn choice(
    row: &Reader<'_>,
    en: &'static str,
    sr: &'static str,
) -> Result<Choice, StoreError> {
    Ok(Choice { code: row.text("code")?, name: row.name(en, sr)? })
}
