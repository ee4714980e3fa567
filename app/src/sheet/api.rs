//! What the attendance sheet asks the server for.

use crate::error::AppError;
use domain::overview::Sheet;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The sheet of a shift; without one, that of a workshop's week.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre, shift or workshop.
#[server(prefix = "/api/fn", endpoint = "sheet", input = GetUrl)]
pub async fn load_sheet(
    code: String,
    shift: Option<String>,
    workshop: Option<String>,
    week: Option<String>,
) -> Result<Sheet, AppError> {
    use crate::ssr::{reader, refuse};
    use domain::fault::{Fault, Noun};
    use store::SheetOf;

    let (store, _, actor) = reader()?;
    let workshop = workshop.unwrap_or_default();
    let of = match shift.as_deref().unwrap_or_default() {
        "" => SheetOf::Week(&workshop, crate::ssr::week(&store, week.as_deref())),
        id => {
            let unknown = |_| refuse(Fault::Unknown { noun: Noun::Shift });
            SheetOf::Shift(id.parse().map_err(unknown)?)
        }
    };
    store.sheet(&actor, &code, of).await.map_err(refuse)
}
