//! What the pages about people ask the server for.

use crate::error::AppError;
use domain::overview::{Duplicates, Enrolments, PeopleFilter, PeoplePage, PersonPage};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// People of a centre: those who fit, or those of them who are searched for.
///
/// # Errors
/// A fault; not signed in, not allowed, or no such centre.
#[server(prefix = "/api/fn", endpoint = "people", input = GetUrl)]
pub async fn load_people(
    code: String,
    #[server(default)] filter: PeopleFilter,
) -> Result<PeoplePage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    // What is searched for may be an alias: it comes in a form, never in an address.
    let sought = use_context::<super::Sought>().map(|sought| sought.0);
    let page = store.people_of(&actor, &code, &filter, sought.as_deref()).await;
    page.map_err(crate::ssr::refuse)
}

/// One person of a centre.
///
/// # Errors
/// As [`load_people`]; also nobody of that code there.
#[server(prefix = "/api/fn", endpoint = "person", input = GetUrl)]
pub async fn load_person(code: String, person: String) -> Result<PersonPage, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.person(&actor, &code, &person).await.map_err(crate::ssr::refuse)
}

/// Likely duplicates in a centre.
///
/// # Errors
/// As [`load_people`].
#[server(prefix = "/api/fn", endpoint = "duplicates", input = GetUrl)]
pub async fn load_duplicates(code: String) -> Result<Duplicates, AppError> {
    let (store, _, actor) = crate::ssr::reader()?;
    store.duplicates(&actor, &code).await.map_err(crate::ssr::refuse)
}

/// Who takes part in a workshop, by its code, or in one of its shifts.
///
/// # Errors
/// As [`load_people`]; also no such workshop or shift.
#[server(prefix = "/api/fn", endpoint = "enrolments", input = GetUrl)]
pub async fn load_enrolments(
    code: String,
    workshop: Option<String>,
    shift: Option<String>,
) -> Result<Enrolments, AppError> {
    use domain::fault::{Fault, Noun};
    let (store, _, actor) = crate::ssr::reader()?;
    let shift = match shift.as_deref().unwrap_or_default() {
        "" => None,
        id => {
            let unknown = |_| crate::ssr::refuse(Fault::Unknown { noun: Noun::Shift });
            Some(id.parse().map_err(unknown)?)
        }
    };
    let page = store.enrolments(&actor, &code, workshop.as_deref(), shift).await;
    page.map_err(crate::ssr::refuse)
}
