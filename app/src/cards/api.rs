//! What the page asks the server for.

use crate::error::AppError;
use domain::overview::CardsPage;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The cards of one person, by their code, or of a workshop's people.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre, workshop or person.
#[server(prefix = "/api/fn", endpoint = "cards", input = GetUrl)]
pub async fn load_cards(
    code: String,
    workshop: Option<String>,
    person: Option<String>,
) -> Result<CardsPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    let of = match &person {
        Some(person) => store::CardsOf::Person(person),
        None => store::CardsOf::Workshop(workshop.as_deref().unwrap_or_default()),
    };
    store.cards(&actor, &code, of).await.map_err(crate::ssr::refuse)
}
