//! The forms that close a period and open it again.

use super::Asked;
use domain::access::Action;
use domain::command::{Command, Identity};
use domain::fault::Fault;
use domain::period_close::{ClosePeriod, ReopenPeriod};
use store::StoreError;

/// Closes the figures of a centre up to a day, or opens them again; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn change(asked: &Asked<'_>) -> Result<String, StoreError> {
    let centre = asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    let day = |field| typed.get(field).parse().map_err(|_| Fault::malformed());
    match typed.get("do") {
        "close" => {
            let close = ClosePeriod { centre, to: day("to")? };
            asked.make(Command::ClosePeriod(close)).await?;
            Ok("done=closed".to_owned())
        }
        "reopen" => {
            let why = typed.get("why");
            if why.is_empty() {
                return Err(Fault::Missing { field: "why".to_owned() }.into());
            }
            let reopen = ReopenPeriod { centre, from: day("from")? };
            let why = Identity::Remark(why.to_owned());
            asked.make_with(Command::ReopenPeriod(reopen), Some(why)).await?;
            Ok("done=reopened".to_owned())
        }
        _ => Err(Fault::malformed().into()),
    }
}
