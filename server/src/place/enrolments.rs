//! The forms of `/centres/CODE/enrolments`.

use super::Asked;
use super::facts::day;
use super::plan::reason;
use super::stock::id;
use domain::access::Action;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::ids::{EnrolmentId, OfferId, ShiftId, WaitingId};
use domain::shift::{EndEnrolment, Enrol};
use domain::waiting::{DeclineOffer, JoinWaitingList, LeaveWaitingList, OfferPlace, kept_until};
use store::StoreError;
use uuid::Uuid;

/// Does what a form asks for; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit; [`Fault::Clash`] where no place is left.
pub(super) async fn change(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    let (command, done) = match typed.get("do") {
        "enrol" => enrol(asked).await?,
        "end" => {
            let enrolment = id(typed, "enrolment", Noun::Enrolment)?;
            let to = asked.store.enrolment_ends(asked.actor, enrolment).await?;
            (Command::EndEnrolment(EndEnrolment { enrolment, to }), "ended")
        }
        "leave" => {
            let waiting = id(typed, "waiting", Noun::Waiting)?;
            (Command::LeaveWaitingList(LeaveWaitingList { waiting }), "left")
        }
        "decline" => {
            let offer = id(typed, "offer", Noun::Offer)?;
            (Command::DeclineOffer(DeclineOffer { offer }), "declined")
        }
        "offer" => {
            let shift = about(asked).await?.1.map(|(_, slot)| slot.day);
            let offer = OfferPlace {
                offer: OfferId(Uuid::now_v7()),
                waiting: id(typed, "waiting", Noun::Waiting)?,
                until: kept_until(asked.today(), shift),
            };
            (Command::OfferPlace(offer), "offered")
        }
        _ => return Err(Fault::malformed().into()),
    };
    asked.make(command).await?;
    Ok(format!("{}&done={done}", typed.get("at")))
}

type About = (domain::ids::WorkshopId, Option<(ShiftId, domain::shift::Slot)>);

/// The workshop and the shift that the page is about, from its query.
async fn about(asked: &Asked<'_>) -> Result<About, StoreError> {
    let query = asked.typed.get("at");
    let of = |name: &str| {
        let mut fields = form_urlencoded::parse(query.as_bytes());
        fields.find(|(field, _)| field == name).map(|(_, value)| value.into_owned())
    };
    let shift = match of("shift").filter(|id| !id.is_empty()) {
        None => None,
        Some(id) => Some(id.parse().map_err(|_| Fault::Unknown { noun: Noun::Shift })?),
    };
    let workshop = of("workshop");
    asked.store.group_of(asked.actor, asked.centre, workshop.as_deref(), shift).await
}

/// Enrols who is named by code or alias, or puts them on the list.
async fn enrol(asked: &Asked<'_>) -> Result<(Command, &'static str), StoreError> {
    let typed = asked.typed;
    let (workshop, shift) = about(asked).await?;
    let named = asked.store.person_named(asked.actor, asked.centre, typed.get("person")).await?;
    let (person, shift_id) = (named, shift.map(|(id, _)| id));
    if !typed.get("wait").is_empty() {
        let waiting = WaitingId(Uuid::now_v7());
        let join = JoinWaitingList { waiting, person, workshop, shift: shift_id };
        return Ok((Command::JoinWaitingList(join), "waits"));
    }
    let despite = reason(typed)?;
    if despite.is_none() {
        asked.store.place_left(asked.actor, workshop, shift_id, Some(person)).await?;
    }
    let from = match shift {
        Some((_, slot)) => slot.day,
        None if typed.get("day").is_empty() => asked.today(),
        None => day(typed)?,
    };
    let enrolment = EnrolmentId(Uuid::now_v7());
    let enrol = Enrol { enrolment, person, workshop, shift: shift_id, from, despite };
    Ok((Command::Enrol(enrol), "enrolled"))
}
