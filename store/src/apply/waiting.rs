//! Waiting lists: whether somebody may join one, and its rows; places that are offered.

use super::memory::Memory;
use super::places::*;
use super::project::Sql;
use super::{Session, capacity};
use crate::By;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::clock::reporting_day;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::ids::{EnrolmentId, OfferId, PersonId, ShiftId, WaitingId, WorkshopId};
use domain::waiting::{
    DeclineOffer, JoinWaitingList, LeaveWaitingList, OfferPlace, kept_until, to_offer,
};
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use uuid::Uuid;

const ID_WAITING: &str = "select seq from waiting where id = $1";
const ID_OFFER: &str = "select seq from offer where id = $1";

/// What is waited for: all shifts of a workshop, or one of them.
#[derive(Clone, Copy)]
pub(crate) struct Target {
    /// The workshop's inner key.
    pub(crate) workshop: i64,
    /// The inner key and the day of the shift.
    pub(crate) shift: Option<(i64, NaiveDate)>,
}

/// How a group stands on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// How many it takes, if that is limited.
    pub(crate) capacity: Option<i64>,
    /// How many have a place.
    pub(crate) enrolled: i64,
    /// To how many one is offered.
    pub(crate) offered: i64,
}

/// How full a workshop, or one of its shifts, is. For the workshop as a whole those count who are
/// enrolled in it from today on; for a shift those who are expected there.
pub(crate) async fn group(
    db: &mut AnyConnection,
    target: Target,
    today: NaiveDate,
) -> Result<Group, StoreError> {
    let day = target.shift.map_or(today, |(_, day)| day);
    let row = sqlx::query(
        "select cast(count(distinct coalesce(p.same_as, p.seq)) as bigint) as n
         from enrolment e join person p on p.seq = e.person
         where e.workshop = $1 and (e.to_day is null or e.to_day >= $2)
           and (e.shift is null and ($3 = 0 or e.from_day <= $2) or e.shift = $3)",
    )
    .bind(target.workshop)
    .bind(day.to_string())
    .bind(target.shift.map_or(0, |(key, _)| key))
    .fetch_one(&mut *db)
    .await?;
    let enrolled = count(row)?;
    let row = sqlx::query(
        "select cast(count(distinct w.seq) as bigint) as n
         from waiting w join offer o on o.waiting = w.seq
         where w.workshop = $1 and coalesce(w.shift, 0) = $2 and w.ended is null
           and o.until_day >= $3",
    )
    .bind(target.workshop)
    .bind(target.shift.map_or(0, |(key, _)| key))
    .bind(today.to_string())
    .fetch_one(&mut *db)
    .await?;
    Ok(Group {
        capacity: capacity(db, target.workshop, day).await?,
        enrolled,
        offered: count(row)?,
    })
}

/// Of which workshop places may have become free: the one that something belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Freed {
    Workshop(WorkshopId),
    Enrolment(EnrolmentId),
    Waiting(WaitingId),
    Offer(OfferId),
}

impl Freed {
    /// The query for the workshop's inner key, and what it asks for.
    fn workshop(self) -> (&'static str, String) {
        match self {
            Self::Workshop(id) => ("(select seq from workshop where id = $1)", id.to_string()),
            Self::Enrolment(id) => {
                ("(select workshop from enrolment where id = $1)", id.to_string())
            }
            Self::Waiting(id) => ("(select workshop from waiting where id = $1)", id.to_string()),
            Self::Offer(id) => (
                "(select x.workshop from offer o join waiting x on x.seq = o.waiting where o.id = $1)",
                id.to_string(),
            ),
        }
    }
}

pub(super) async fn may_join(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    c: &JoinWaitingList,
) -> Result<(), StoreError> {
    let workshop = door.at_workshop(db, c.workshop).await?;
    is_new(db, ID_WAITING, &c.waiting.to_string(), Noun::Waiting).await?;
    let (person, shift) = fits(db, memory, door, workshop, c.person, c.shift).await?;
    let there = sqlx::query(
        "select seq from waiting where person = $1 and workshop = $2 and coalesce(shift, 0) = $3
           and ended is null
         union all
         select seq from enrolment where person = $1 and workshop = $2
           and (shift is null or shift = $3) and to_day is null limit 1",
    )
    .bind(person)
    .bind(workshop)
    .bind(shift)
    .fetch_optional(db)
    .await?;
    match there {
        None => Ok(()),
        Some(_) => Err(Fault::AlreadyExists { noun: Noun::Waiting }.into()),
    }
}

/// The inner keys of a person and a shift (0 for none) that fit a workshop.
pub(super) async fn fits(
    db: &mut AnyConnection,
    memory: &mut Memory,
    door: &Door<'_>,
    workshop: i64,
    person: PersonId,
    shift: Option<ShiftId>,
) -> Result<(i64, i64), StoreError> {
    let row = sqlx::query(
        "select p.seq, p.centre as lives, w.centre as place
         from person p, workshop w where p.id = $1 and w.seq = $2",
    )
    .bind(person.to_string())
    .bind(workshop)
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Person })?;
    let row = Reader::new("person", &row);
    let (lives, place): (Option<i64>, Option<i64>) = (row.get("lives")?, row.get("place")?);
    let elsewhere = place.is_some() && lives != place;
    door.rule(if elsewhere { Err(Fault::OtherCentre { noun: Noun::Person }) } else { Ok(()) })?;
    let key = row.number("seq")?;
    let Some(id) = shift else { return Ok((key, 0)) };
    let shift = door.at_shift(db, memory, id).await?;
    if shift.workshop_key != workshop {
        return Err(Fault::Unknown { noun: Noun::Shift }.into());
    }
    Ok((key, shift.key))
}

/// A place in a list that has not ended.
async fn open(db: &mut AnyConnection, id: WaitingId) -> Result<WorkshopId, StoreError> {
    let row = sqlx::query(
        "select w.seq, s.id as workshop, w.ended from waiting w join workshop s
         on s.seq = w.workshop where w.id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Waiting })?;
    let row = Reader::new("waiting", &row);
    if row.get::<Option<String>>("ended")?.is_some() {
        return Err(Fault::OfferOver.into());
    }
    row.parse("workshop")
}

pub(super) async fn may_leave(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &LeaveWaitingList,
) -> Result<(), StoreError> {
    let workshop = open(db, c.waiting).await?;
    door.at_workshop(db, workshop).await.map(drop)
}

pub(super) async fn may_offer(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &OfferPlace,
) -> Result<(), StoreError> {
    let workshop = open(db, c.waiting).await?;
    door.at_workshop(db, workshop).await?;
    is_new(db, ID_OFFER, &c.offer.to_string(), Noun::Offer).await
}

pub(super) async fn may_decline(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &DeclineOffer,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select o.seq, w.id as waiting from offer o join waiting w on w.seq = o.waiting
         where o.id = $1",
    )
    .bind(c.offer.to_string())
    .fetch_optional(&mut *db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Offer })?;
    let waiting = Reader::new("offer", &row).parse("waiting")?;
    let workshop = open(db, waiting).await?;
    door.at_workshop(db, workshop).await.map(drop)
}

pub(super) fn join(seq: i64, c: &JoinWaitingList) -> Sql {
    sqlx::query(
        "insert into waiting (seq, id, person, workshop, shift)
         select cast($1 as integer), $2, p.seq, w.seq, (select seq from shift where id = $3)
         from person p, workshop w where p.id = $4 and w.id = $5",
    )
    .bind(seq)
    .bind(c.waiting.to_string())
    .bind(c.shift.map(|id| id.to_string()))
    .bind(c.person.to_string())
    .bind(c.workshop.to_string())
}

pub(super) fn leave(seq: i64, c: &LeaveWaitingList) -> Sql {
    sqlx::query("update waiting set ended = 'left', ended_by = cast($1 as integer) where id = $2")
        .bind(seq)
        .bind(c.waiting.to_string())
}

pub(super) fn offer(seq: i64, c: &OfferPlace) -> Sql {
    sqlx::query(
        "insert into offer (seq, id, waiting, until_day)
         select cast($1 as integer), $2, seq, $3 from waiting where id = $4",
    )
    .bind(seq)
    .bind(c.offer.to_string())
    .bind(c.until.to_string())
    .bind(c.waiting.to_string())
}

pub(super) fn decline(seq: i64, c: &DeclineOffer) -> Sql {
    sqlx::query(
        "update waiting set ended = 'declined', ended_by = cast($1 as integer)
         where seq = (select waiting from offer where id = $2)",
    )
    .bind(seq)
    .bind(c.offer.to_string())
}

/// Whoever is enrolled waits no longer for the same.
pub(super) async fn end_by_enrolment(
    db: &mut AnyConnection,
    enrolment: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "update waiting set ended = 'enrolled', ended_by = cast($1 as integer)
         where ended is null and exists (
             select 1 from enrolment e where e.seq = $1 and e.person = waiting.person
               and e.workshop = waiting.workshop
               and (e.shift is null or e.shift = waiting.shift))",
    )
    .bind(enrolment)
    .execute(db)
    .await?;
    Ok(())
}

impl Session<'_> {
    /// Offers what places there are in all lists of the workshop of which something became free, or
    /// of all workshops.
    pub(super) async fn offer_places(
        &mut self,
        by: By,
        freed: Option<Freed>,
    ) -> Result<(), StoreError> {
        let today = reporting_day(self.now);
        let (of, id) = match freed {
            None => ("l.workshop and $1 = ''", String::new()),
            Some(freed) => freed.workshop(),
        };
        let rows = sqlx::query(AssertSqlSafe(format!(
            "select distinct l.workshop, l.shift, s.day from waiting l
             left join shift s on s.seq = l.shift
             where l.ended is null and l.workshop = {of} order by l.workshop, l.shift"
        )))
        .bind(id)
        .fetch_all(&mut *self.connection)
        .await?;
        for row in &rows {
            let row = Reader::new("waiting", row);
            let shift = match row.get::<Option<i64>>("shift")? {
                Some(key) => Some((key, row.day("day")?)),
                None => None,
            };
            // Nobody is offered a place in what is over.
            if shift.is_none_or(|(_, day)| day >= today) {
                let target = Target { workshop: row.number("workshop")?, shift };
                self.offer_in(by, target, today).await?;
            }
        }
        Ok(())
    }

    /// Offers the free places of one list to those whose turn it is. Each is asked once: whoever
    /// let an offer run out keeps the place in the list, and the manager decides.
    async fn offer_in(
        &mut self,
        by: By,
        target: Target,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let rows = sqlx::query(
            "select l.seq, l.id from waiting l join person p on p.seq = l.person
             where l.workshop = $1 and coalesce(l.shift, 0) = $2 and l.ended is null
               and p.departed is null and not exists (select 1 from offer o where o.waiting = l.seq)
             order by l.seq",
        )
        .bind(target.workshop)
        .bind(target.shift.map_or(0, |(key, _)| key))
        .fetch_all(&mut *self.connection)
        .await?;
        if rows.is_empty() {
            return Ok(());
        }
        let group = group(self.connection, target, today).await?;
        let n = to_offer(group.capacity, group.enrolled, group.offered, rows.len() as i64);
        for row in rows.iter().take(usize::try_from(n).unwrap_or(0)) {
            let id: Uuid = row
                .try_get::<String, _>("id")?
                .parse()
                .map_err(|_| Reader::new("waiting", row).corrupt("id"))?;
            let until = kept_until(today, target.shift.map(|(_, day)| day));
            let offer = OfferPlace { offer: OfferId(id), waiting: WaitingId(id), until };
            let envelope = Uuid::new_v5(&id, b"offer");
            self.put(by, envelope, Command::OfferPlace(offer)).await?;
        }
        Ok(())
    }
}
