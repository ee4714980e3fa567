//! The plan as pages show it: what it is made of, and a week of it.

mod bridge;
mod calendar;
mod diary;
mod setup;
mod week;

pub use calendar::{Calendar, CalendarShifts};
pub(crate) use setup::staff;
pub(crate) use week::ahead;

use crate::Store;
use crate::apply::Session;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::NaiveDate;
use diary::Diary;
use domain::access::{Action, Actor, Place};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, EnvelopeId, RoomId, ShiftId, WorkshopId};
use domain::plan::{Booking, Clash, HORIZON_DAYS};
use domain::shift::Slot;
use std::collections::BTreeSet;

/// A shift, or the shifts of a schedule, that are to be planned.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The shift, when it may be there already: it is not in its own way.
    pub shift: Option<ShiftId>,
    /// Of which workshop.
    pub workshop: WorkshopId,
    /// When: one slot, or several.
    pub slots: Vec<Slot>,
    /// In which room.
    pub room: Option<RoomId>,
    /// Led by whom.
    pub facilitators: Vec<AccountId>,
    /// A schedule that ends before: its shifts from the first slot on are not in the way.
    pub instead_of: Option<domain::ids::ScheduleId>,
}

/// A shift as a change to it needs it.
#[derive(Debug, Clone)]
pub struct ShiftNow {
    /// Its workshop.
    pub workshop: WorkshopId,
    /// When it is.
    pub slot: Slot,
    /// Who is in charge.
    pub facilitators: Vec<AccountId>,
    /// The entry that stands about its course, if anything was said of it: what is said next
    /// replaces it.
    pub said: Option<EnvelopeId>,
}

impl Store {
    /// Makes the shifts of every schedule up to [`HORIZON_DAYS`] ahead, offers the places that became
    /// free as days went by, and removes what an erasure had to leave in the files.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn plan_ahead(&self) -> Result<(), StoreError> {
        let mut tx = self.db().begin_write().await?;
        let mut session = Session::lock(&mut tx, self.clock().now()).await?;
        session.plan_ahead().await?;
        session.save().await?;
        tx.commit().await?;
        self.db().scrub_rest().await
    }

    /// A shift as a change to it needs it.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage its centre; [`Fault::Unknown`].
    pub async fn shift_now(&self, actor: &Actor, shift: ShiftId) -> Result<ShiftNow, StoreError> {
        let mut db = self.db().begin_read().await?;
        let row = sqlx::query(
            "select s.seq, s.day, s.start, s.minutes, w.id as workshop, c.id as centre,
                    (select f.id from course f where f.shift = s.seq and f.stands = 1) as said
             from shift s join workshop w on w.seq = s.workshop
             left join centre c on c.seq = s.centre where s.id = $1",
        )
        .bind(shift.to_string())
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Shift })?;
        let row = Reader::new("shift", &row);
        let workshop = row.parse("workshop")?;
        if !actor.may(Action::Manage, Place::workshop(workshop, row.parse_opt("centre")?)) {
            return Err(Fault::NotAllowed.into());
        }
        let led = sqlx::query(
            "select f.seq, a.id from shift_facilitator f join account a on a.seq = f.account
             where f.shift = $1 order by a.code",
        )
        .bind(row.number("seq")?)
        .fetch_all(&mut *db)
        .await?;
        let led = led.iter().map(|row| Reader::new("account", row).parse("id"));
        Ok(ShiftNow {
            workshop,
            slot: row.slot()?,
            said: row.parse_opt("said")?,
            facilitators: led.collect::<Result<_, _>>()?,
        })
    }

    /// The slots of a rule with a length and times of day, up to the horizon.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] for a rule that is none.
    pub fn slots(
        &self,
        rule: &str,
        (from, to): (NaiveDate, Option<NaiveDate>),
        starts: &[chrono::NaiveTime],
        minutes: i64,
    ) -> Result<Vec<Slot>, Fault> {
        let horizon = self.clock().today() + chrono::Duration::days(HORIZON_DAYS);
        let to = to.map_or(horizon, |to| to.min(horizon));
        let days = crate::recurrence::days(rule, from, from, to)?;
        let slot = |day| starts.iter().map(move |start| Slot { day, start: *start, minutes });
        Ok(days.into_iter().flat_map(slot).collect())
    }

    /// What speaks against what is to be planned in a centre, each once.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre.
    pub async fn clashes(
        &self,
        actor: &Actor,
        code: &str,
        proposal: &Proposal,
    ) -> Result<Vec<Clash>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let days = || proposal.slots.iter().map(|slot| slot.day);
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            return Ok(Vec::new());
        };
        let mut diary =
            Diary::read(&mut db, centre.key, (first, last), &proposal.facilitators).await?;
        diary.leave_out(proposal.instead_of, first);
        let mut found = BTreeSet::new();
        for slot in &proposal.slots {
            let booking = Booking {
                shift: proposal.shift,
                slot: *slot,
                room: proposal.room,
                facilitators: proposal.facilitators.clone(),
                people: diary.group(proposal.workshop, slot.day),
            };
            found.extend(diary.clashes(&booking));
        }
        Ok(found.into_iter().collect())
    }
}
