//! What follows from a change to the plan: the shifts that a schedule makes, those that closed
//! days call off, those that come back when the days are opened again, and the places that are
//! offered to those who wait.
//!
//! Each is an envelope of its own in the journal, written in the transaction of what it follows
//! from and in the name of who made that. Its id is made from those of the things it is about
//! (UUIDv5), so that nothing is made twice. It isn't judged again: what it follows from was.

use super::plan::untouched;
use super::waiting::Freed;
use super::{Session, Submission};
use crate::By;
use crate::error::StoreError;
use crate::recurrence;
use crate::row::Reader;
use chrono::{Duration, NaiveDate, NaiveTime};
use domain::clock::reporting_day;
use domain::command::{Command, Envelope, VERSION};
use domain::ids::{AccountId, ClosureId, EnvelopeId, RoomId, ScheduleId, ShiftId, WorkshopId};
use domain::plan::{Closed, HORIZON_DAYS};
use domain::shift::{AssignFacilitator, CancelShift, PlanShift, Reason, ReopenShift, Slot};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// What the plan has yet to follow.
#[derive(Debug, Clone, Copy)]
pub(super) enum Follow {
    Schedule(ScheduleId),
    Closure(ClosureId),
    Reopened(ClosureId),
    /// Places of a workshop may have become free, or somebody waits for them.
    Places(Freed),
}

impl Follow {
    pub(super) fn of(command: &Command) -> Option<Self> {
        Some(match command {
            Command::CreateSchedule(c) => Self::Schedule(c.schedule),
            Command::CloseDays(c) => Self::Closure(c.closure),
            Command::ReopenDays(c) => Self::Reopened(c.closure),
            Command::RecordWorkshopCapacity(c) => Self::Places(Freed::Workshop(c.workshop)),
            Command::JoinWaitingList(c) => Self::Places(Freed::Workshop(c.workshop)),
            Command::EndEnrolment(c) => Self::Places(Freed::Enrolment(c.enrolment)),
            Command::LeaveWaitingList(c) => Self::Places(Freed::Waiting(c.waiting)),
            Command::DeclineOffer(c) => Self::Places(Freed::Offer(c.offer)),
            _ => return None,
        })
    }
}

/// A schedule as shifts are made of it.
struct Schedule {
    id: ScheduleId,
    key: i64,
    workshop: WorkshopId,
    centre: Option<i64>,
    rule: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
    starts: Vec<NaiveTime>,
    minutes: i64,
    room: Option<RoomId>,
    facilitators: Vec<AccountId>,
}

/// Closed days with what their shifts will say.
struct Closure {
    id: ClosureId,
    closed: Closed,
    reason: Reason,
}

impl Session<'_> {
    /// Does what follows from changes to the plan.
    pub(super) async fn follow_plan(&mut self) -> Result<(), StoreError> {
        while let Some((by, follow)) = self.follows.pop_front() {
            match follow {
                Follow::Schedule(id) => {
                    for schedule in self.schedules("s.id = $1", id.to_string()).await? {
                        self.make_shifts(by, &schedule).await?;
                    }
                }
                Follow::Closure(id) => self.call_off(by, id).await?,
                Follow::Reopened(id) => self.plan_again(by, id).await?,
                Follow::Places(freed) => self.offer_places(by, Some(freed)).await?,
            }
        }
        Ok(())
    }

    /// Makes the shifts of every schedule up to the horizon, and offers the places that became free
    /// as days went by.
    pub(crate) async fn plan_ahead(&mut self) -> Result<(), StoreError> {
        let today = reporting_day(self.now).to_string();
        for schedule in self.schedules("(s.to_day is null or s.to_day >= $1)", today).await? {
            self.make_shifts(By::Operator, &schedule).await?;
        }
        self.offer_places(By::Operator, None).await?;
        self.try_waiting().await
    }

    async fn schedules(
        &mut self,
        which: &'static str,
        value: String,
    ) -> Result<Vec<Schedule>, StoreError> {
        let rows = sqlx::query(AssertSqlSafe(format!(
            "select s.seq, s.id, w.id as workshop, w.centre, s.rule, s.from_day, s.to_day, s.starts,
                    s.minutes, r.id as room, s.facilitators
             from schedule s join workshop w on w.seq = s.workshop
             left join room r on r.seq = s.room where {which} order by s.seq"
        )))
        .bind(value)
        .fetch_all(&mut *self.connection)
        .await?;
        rows.iter().map(|row| read_schedule(&Reader::new("schedule", row))).collect()
    }

    async fn make_shifts(&mut self, by: By, schedule: &Schedule) -> Result<(), StoreError> {
        let horizon = reporting_day(self.now) + Duration::days(HORIZON_DAYS);
        let to = schedule.to.map_or(horizon, |to| to.min(horizon));
        if to < schedule.from {
            return Ok(());
        }
        let from = match self.made_up_to(schedule.key).await? {
            Some(day) => day + Duration::days(1),
            None => schedule.from,
        };
        let days =
            recurrence::days(&schedule.rule, schedule.from, from, to).map_err(StoreError::Fault)?;
        let closures = match schedule.centre {
            Some(centre) if !days.is_empty() => self.closures(centre, to).await?,
            _ => Vec::new(),
        };
        for day in days {
            for start in &schedule.starts {
                let slot = Slot { day, start: *start, minutes: schedule.minutes };
                let name = format!("{day} {}", domain::shift::hhmm(*start));
                let shift = ShiftId(part_of(schedule.id.0, &name));
                self.make_shift(by, schedule, shift, slot, &closures).await?;
            }
        }
        Ok(())
    }

    /// The last day of a schedule whose shifts are made: days follow each other, each as a whole.
    async fn made_up_to(&mut self, schedule: i64) -> Result<Option<NaiveDate>, StoreError> {
        // A shift may have been moved since: the entry that made it has the day of the schedule.
        let row = sqlx::query(
            "select seq, entry from journal
             where seq = (select max(seq) from shift where schedule = $1)",
        )
        .bind(schedule)
        .fetch_optional(&mut *self.connection)
        .await?;
        let Some(row) = row else { return Ok(None) };
        match Reader::new("journal", &row).json::<Envelope>("entry")?.command {
            Command::PlanShift(plan) => Ok(Some(plan.day)),
            _ => Ok(None),
        }
    }

    async fn make_shift(
        &mut self,
        by: By,
        schedule: &Schedule,
        shift: ShiftId,
        slot: Slot,
        closures: &[Closure],
    ) -> Result<(), StoreError> {
        let plan = PlanShift {
            shift,
            workshop: schedule.workshop,
            day: slot.day,
            start: slot.start,
            minutes: slot.minutes,
            schedule: Some(schedule.id),
            room: schedule.room,
            despite: None,
        };
        self.put(by, part_of(shift.0, "plan"), Command::PlanShift(plan)).await?;
        for account in &schedule.facilitators {
            let assign = AssignFacilitator { shift, account: *account, despite: None };
            let id = part_of(shift.0, &account.to_string());
            self.put(by, id, Command::AssignFacilitator(assign)).await?;
        }
        let closed = closures.iter().find(|c| c.closed.holds(slot.day, schedule.room));
        if let Some(closure) = closed {
            let cancel = CancelShift { shift, reason: closure.reason, replaces: None };
            let id = part_of(closure.id.0, &shift.to_string());
            self.put(by, id, Command::CancelShift(cancel)).await?;
        }
        Ok(())
    }

    /// The closed days of a centre up to a day that were not opened again.
    async fn closures(&mut self, centre: i64, to: NaiveDate) -> Result<Vec<Closure>, StoreError> {
        let rows = sqlx::query(
            "select x.seq, x.id, r.id as room, x.from_day, x.to_day, x.reason
             from closure x left join room r on r.seq = x.room
             where x.centre = $1 and x.from_day <= $2 and x.reopened is null order by x.seq",
        )
        .bind(centre)
        .bind(to.to_string())
        .fetch_all(&mut *self.connection)
        .await?;
        let read = |row| {
            let row = Reader::new("closure", row);
            Ok(Closure {
                id: row.parse("id")?,
                closed: Closed {
                    room: row.parse_opt("room")?,
                    from: row.day("from_day")?,
                    to: row.day("to_day")?,
                },
                reason: row.word("reason")?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// Says of every shift in closed days of which nothing was logged that it does not happen.
    async fn call_off(&mut self, by: By, id: ClosureId) -> Result<(), StoreError> {
        const SHIFTS: &str = "select shift.id,
                (select c.id from course c where c.shift = shift.seq and c.stands = 1) as replaces,
                x.reason
             from closure x join shift on shift.centre = x.centre
                  and shift.day >= x.from_day and shift.day <= x.to_day
                  and (x.room is null or shift.room = x.room)
             where x.id = $1 and shift.withdrawn = 0 and ";
        let rows = sqlx::query(AssertSqlSafe(format!(
            "{SHIFTS}{} order by shift.day, shift.start, shift.seq",
            untouched("shift")
        )))
        .bind(id.to_string())
        .fetch_all(&mut *self.connection)
        .await?;
        for row in &rows {
            let row = Reader::new("shift", row);
            let shift: ShiftId = row.parse("id")?;
            let cancel = CancelShift {
                shift,
                reason: row.word("reason")?,
                replaces: row.parse_opt("replaces")?,
            };
            self.put(by, part_of(id.0, &shift.to_string()), Command::CancelShift(cancel)).await?;
        }
        Ok(())
    }

    /// Plans what these closed days called off once more, as far as nobody said anything else since.
    async fn plan_again(&mut self, by: By, id: ClosureId) -> Result<(), StoreError> {
        let rows = sqlx::query(
            "select s.id, c.id as said from closure x
             join shift s on s.centre = x.centre and s.day >= x.from_day and s.day <= x.to_day
             join course c on c.shift = s.seq and c.stands = 1
             where x.id = $1 and s.progress = 'did_not_happen' order by s.day, s.start, s.seq",
        )
        .bind(id.to_string())
        .fetch_all(&mut *self.connection)
        .await?;
        for row in &rows {
            let row = Reader::new("course", row);
            let (shift, said): (ShiftId, EnvelopeId) = (row.parse("id")?, row.parse("said")?);
            if said.0 == part_of(id.0, &shift.to_string()) {
                let again = ReopenShift { shift, replaces: Some(said) };
                let envelope = part_of(said.0, "reopened");
                self.put(by, envelope, Command::ReopenShift(again)).await?;
            }
        }
        Ok(())
    }

    /// Writes an envelope that follows from another, unless the journal has it.
    pub(super) async fn put(
        &mut self,
        by: By,
        id: Uuid,
        command: Command,
    ) -> Result<(), StoreError> {
        let id = EnvelopeId(id);
        if self.find(id).await?.is_some() {
            return Ok(());
        }
        let envelope =
            Envelope { v: VERSION, id, at: self.now, offset: 0, device: crate::SERVER, command };
        let bytes =
            serde_json::to_string(&envelope).map_err(|e| StoreError::Machine(e.to_string()))?;
        let submission = Submission { bytes, ..Submission::default() };
        self.write(by, &envelope, &submission).await.map(drop)
    }
}

fn read_schedule(row: &Reader<'_>) -> Result<Schedule, StoreError> {
    Ok(Schedule {
        id: row.parse("id")?,
        key: row.number("seq")?,
        workshop: row.parse("workshop")?,
        centre: row.get("centre")?,
        rule: row.text("rule")?,
        from: row.day("from_day")?,
        to: row.parse_opt("to_day")?,
        starts: row.times("starts")?,
        minutes: row.number("minutes")?,
        room: row.parse_opt("room")?,
        facilitators: row.json("facilitators")?,
    })
}

/// The id of what is made of a thing, by its name there.
pub(crate) fn part_of(thing: Uuid, name: &str) -> Uuid {
    Uuid::new_v5(&thing, name.as_bytes())
}
