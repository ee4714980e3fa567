//! The forms of the stock: a recipient, a hand-out, and taking one back.

use super::Asked;
use super::facts::{day, name};
use app::ui::form::Typed;
use domain::access::Action;
use domain::clock::check_come;
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::hand_out::{AddRecipient, HAND_OUT_MAX, HandOut, VoidHandOut};
use domain::ids::{HandOutId, RecipientId};
use std::str::FromStr;
use store::StoreError;
use uuid::Uuid;

/// Does what a form asks for; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn change(asked: &Asked<'_>) -> Result<String, StoreError> {
    let centre = asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    match typed.get("do") {
        "recipient" => {
            let name = name(typed, ["name_en", "name_sr"])?;
            let recipient = RecipientId(Uuid::now_v7());
            asked.make(Command::AddRecipient(AddRecipient { recipient, centre, name })).await?;
            Ok("done=recipient".to_owned())
        }
        "hand-out" => {
            let quantity = typed.number("quantity", HAND_OUT_MAX)?;
            let day = day(typed)?;
            check_come(day, asked.today())?;
            let hand_out = HandOut {
                product: id(typed, "product", Noun::Product)?,
                recipient: id(typed, "recipient", Noun::Recipient)?,
                day,
                // Nothing is none.
                quantity: quantity.unwrap_or(0),
                hand_out: HandOutId(asked.once()?),
            };
            asked.add_once(Command::HandOut(hand_out), []).await?;
            Ok(format!("day={day}&done=saved"))
        }
        "void" => {
            let hand_out = id(typed, "hand_out", Noun::HandOut)?;
            asked.make(Command::VoidHandOut(VoidHandOut { hand_out })).await?;
            Ok(format!("day={}&done=voided", day(typed)?))
        }
        _ => Err(Fault::malformed().into()),
    }
}

/// The id in a field.
pub(super) fn id<T: FromStr>(typed: &Typed, field: &str, noun: Noun) -> Result<T, Fault> {
    typed.get(field).parse().map_err(|_| Fault::Unknown { noun })
}
