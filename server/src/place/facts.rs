//! The forms of a centre's facts: a record each.

use super::Asked;
use super::stock::id;
use app::ui::form::Typed;
use chrono::NaiveDate;
use domain::access::{Action, Place};
use domain::centre::{
    CENTRE_CAPACITY_MAX, Position, RecordCentreAddress, RecordCentreCapacity, RecordCentreKind,
    RecordCentrePosition, RecordCentreStatus,
};
use domain::clock::days_that_can_be_meant;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::ids::CentreId;
use domain::label::{Name, check_label};
use domain::registry::{AskOfPeople, RetainUntil};
use serde::de::DeserializeOwned;
use store::StoreError;

/// Adds the record that was typed; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn record(asked: &Asked<'_>) -> Result<String, StoreError> {
    let centre = asked.centre(Action::SeeFigures).await?;
    if !asked.actor.may(Action::Administer, Place::centre(centre)) {
        return Err(Fault::NotAllowed.into());
    }
    asked.make(command(asked.typed, centre)?).await?;
    Ok("done=saved".to_owned())
}

fn command(typed: &Typed, centre: CentreId) -> Result<Command, Fault> {
    let source = typed.get("source").to_owned();
    let from = || day(typed);
    Ok(match typed.get("do") {
        "kind" => {
            let kind = word(typed.get("kind"))?;
            Command::RecordCentreKind(RecordCentreKind { centre, from: from()?, kind, source })
        }
        "status" => {
            let status = word(typed.get("status"))?;
            Command::RecordCentreStatus(RecordCentreStatus {
                centre,
                from: from()?,
                status,
                source,
            })
        }
        "capacity" => {
            let places = typed.number("places", CENTRE_CAPACITY_MAX)?;
            let places = places.ok_or(Fault::out_of_range("places", 0, CENTRE_CAPACITY_MAX))?;
            let from = from()?;
            Command::RecordCentreCapacity(RecordCentreCapacity { centre, from, places, source })
        }
        "retain" => {
            let project = id(typed, "project", Noun::Project)?;
            let until = match typed.get("until") {
                "" => None,
                text => Some(day_in(text, "until")?),
            };
            Command::RetainUntil(RetainUntil { project, until })
        }
        "asks" => {
            let project = id(typed, "project", Noun::Project)?;
            let asks = typed.all("asks").into_iter().map(word).collect::<Result<_, _>>()?;
            Command::AskOfPeople(AskOfPeople { project, asks })
        }
        "position" => {
            let position = Position::read(typed.get("latitude"), typed.get("longitude"))?;
            let from = from()?;
            Command::RecordCentrePosition(RecordCentrePosition { centre, from, position, source })
        }
        "address" => {
            let street = name(typed, ["street_en", "street_sr"])?;
            let place = name(typed, ["place_en", "place_sr"])?;
            let from = from()?;
            Command::RecordCentreAddress(RecordCentreAddress {
                centre,
                from,
                street,
                place,
                source,
            })
        }
        _ => return Err(Fault::malformed()),
    })
}

/// The day that was typed.
pub(super) fn day(typed: &Typed) -> Result<NaiveDate, Fault> {
    let (min, max) = days_that_can_be_meant();
    typed.get("day").parse().map_err(|_| Fault::BadDay { min, max })
}

/// The day that was typed into a field that is not the form's `day`.
pub fn day_in(text: &str, field: &str) -> Result<NaiveDate, Fault> {
    text.parse().map_err(|_| Fault::Missing { field: field.to_owned() })
}

/// A name from its two fields.
pub fn name(typed: &Typed, [en, sr]: [&'static str; 2]) -> Result<Name, Fault> {
    check_label(typed.get(en), en)?;
    check_label(typed.get(sr), sr)?;
    Ok(Name::new(typed.get(en), typed.get(sr)))
}

/// The value of a word in a form.
pub fn word<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_value(text.into()).map_err(|_| Fault::malformed())
}
