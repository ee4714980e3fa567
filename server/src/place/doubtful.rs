//! The form that accepts a doubtful figure.

use super::Asked;
use domain::access::Action;
use domain::command::{Command, Identity};
use domain::fault::Fault;
use domain::report::doubt::{AcceptFigure, Doubt, VALUE_MAX};
use store::StoreError;

/// Accepts a figure with the remark that was typed; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn accept(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Review).await?;
    let typed = asked.typed;
    let accepted = AcceptFigure {
        shift: typed.get("shift").parse().map_err(|_| Fault::malformed())?,
        doubt: Doubt::from_code(typed.get("doubt")).ok_or(Fault::malformed())?,
        value: typed.number("value", VALUE_MAX)?.ok_or(Fault::malformed())?,
    };
    let remark = Identity::Remark(typed.get("remark").to_owned());
    asked.make_with(Command::AcceptFigure(accepted), Some(remark)).await?;
    Ok(format!("{}&done=accepted", typed.get("at")))
}
