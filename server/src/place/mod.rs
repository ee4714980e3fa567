//! The forms of the pages about a centre as a place: how many people live there, what
//! is known of it, what it hands out.
//!
//! Plain forms, each sent to the address of its page. What is done leads back to the page; what is
//! refused is answered with the page again, and what was typed stays.

mod cards;
mod doubtful;
mod enrolments;
mod facts;
mod occupancy;
mod people;
mod periods;
mod plan;
mod shift_log;
mod stock;

pub use facts::{day_in, name, word};
pub use plan::names_a_week;

use crate::auth::see_other;
use crate::fault::status;
use crate::form;
use crate::pages;
use crate::state::AppState;
use crate::visitor::{self, Visitor};
use app::people::{Shown, Sought};
use app::ui::address::encode;
use app::ui::form::{Refused, Typed};
use axum::extract::{Path, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::command::{Command, Identity, PersonIdentity};
use domain::fault::Fault;
use domain::ids::CentreId;
use domain::overview::{PersonPage, Purge};
use std::collections::HashMap;
use store::{By, Store, StoreError};
use uuid::Uuid;

/// The pages whose forms are answered here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // each is named as its page is
pub enum Page {
    Occupancy,
    Facts,
    Stock,
    Workshops,
    Rooms,
    Schedules,
    Plan,
    Staff,
    People,
    Person,
    Enrolments,
    Duplicates,
    Retention,
    Cards,
    Doubtful,
    Log,
    Periods,
}

impl Page {
    fn of(self, centre: &str, person: &str) -> String {
        let page = match self {
            Self::Occupancy => "occupancy",
            Self::Facts => "facts",
            Self::Stock => "stock",
            Self::Workshops => "workshops",
            Self::Rooms => "rooms",
            Self::Schedules => "schedules",
            Self::Plan => "plan",
            Self::Staff => "staff",
            Self::People => "people",
            Self::Person => return pages::of_centre(centre, &format!("people/{}", encode(person))),
            Self::Enrolments => "enrolments",
            Self::Duplicates => "duplicates",
            Self::Retention => "retention",
            Self::Cards => "cards",
            Self::Doubtful => "doubtful",
            Self::Log => "log",
            Self::Periods => "periods",
        };
        pages::of_centre(centre, page)
    }
}

/// What comes of a form.
enum Done {
    /// The page again, with this query.
    Back(String),
    /// Another page.
    To(String),
    /// The page as the answer, with what is searched for.
    Sought(Sought),
    /// The page as the answer, with what identifies a person.
    Shown(Shown),
    /// A file with everything that is known of a person.
    OwnData(Box<(PersonPage, PersonIdentity)>),
    /// A receipt of what was erased, up to this entry of the journal.
    Receipt(Purge, i64),
}

impl From<String> for Done {
    fn from(query: String) -> Self {
        Self::Back(query)
    }
}

/// Who sent a form, about which centre.
struct Asked<'a> {
    store: &'a Store,
    actor: &'a Actor,
    centre: &'a str,
    /// The code of the person, on the page of one.
    person: &'a str,
    typed: &'a Typed,
}

impl Asked<'_> {
    /// The centre. Whoever may not even see the page learns nothing and changes nothing from it.
    async fn centre(&self, action: Action) -> Result<CentreId, StoreError> {
        self.store.centre_for(self.actor, action, self.centre).await
    }

    fn today(&self) -> NaiveDate {
        self.store.clock().today()
    }

    /// Makes a change of which the form has filled every field. What is refused comes back with the
    /// form: nothing of it is kept for review.
    async fn make(&self, command: Command) -> Result<(), StoreError> {
        self.make_with(command, None).await
    }

    /// The same with what travels beside it.
    async fn make_with(
        &self,
        command: Command,
        identity: Option<Identity>,
    ) -> Result<(), StoreError> {
        self.make_whole(vec![(command, identity)]).await
    }

    /// Makes changes, each of which may need those before it, all or none.
    async fn make_whole(
        &self,
        changes: Vec<(Command, Option<Identity>)>,
    ) -> Result<(), StoreError> {
        check(&changes)?;
        self.store.change_whole(self.by(), changes).await
    }

    /// Makes a change and those that need it, all or none.
    async fn make_all(
        &self,
        first: Command,
        more: impl IntoIterator<Item = Command>,
    ) -> Result<(), StoreError> {
        let all = std::iter::once(first).chain(more);
        self.make_whole(all.map(|command| (command, None)).collect()).await
    }

    /// Makes what a form adds and what needs it, all or none. When the form comes a second time it
    /// makes nothing, and is answered alike.
    async fn add_once(
        &self,
        first: Command,
        more: impl IntoIterator<Item = Command>,
    ) -> Result<(), StoreError> {
        let all: Vec<_> = std::iter::once(first).chain(more).map(|one| (one, None)).collect();
        check(&all)?;
        self.store.change_once(self.by(), self.once()?, all).await
    }

    /// What tells this sending of the form from every other: it is the same when it comes once more,
    /// by a double click, or as the answer was lost. Whoever goes back and types something else
    /// sends another.
    fn once(&self) -> Result<Uuid, Fault> {
        let form: Uuid = self.typed.get("form").parse().map_err(|_| Fault::malformed())?;
        Ok(Uuid::new_v5(&form, format!("{:?}", self.typed.0).as_bytes()))
    }

    fn by(&self) -> By {
        By::from(self.actor)
    }
}

fn check(changes: &[(Command, Option<Identity>)]) -> Result<(), Fault> {
    changes.iter().try_for_each(|(command, identity)| {
        command.check()?;
        identity.as_ref().map_or(Ok(()), Identity::check)
    })
}

/// Whether a page's own query, as a form sends it back, may stand in an address.
pub fn is_query(at: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "=&-_%.".contains(c);
    at.len() < 400 && at.chars().all(fits)
}

/// `POST /centres/{code}/…`: the forms of a page.
pub fn forms(page: Page) -> MethodRouter<AppState> {
    post(move |state, code, request| answer(state, code, request, page))
}

async fn answer(
    State(state): State<AppState>,
    Path(named): Path<HashMap<String, String>>,
    request: Request,
    page: Page,
) -> Response {
    let named = |name: &str| named.get(name).cloned().unwrap_or_default();
    let (centre, person) = (named("code"), named("person"));
    let address = page.of(&centre, &person);
    let (parts, actor, typed) = match form::opened(&state, request, &address).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    // What a form says of its page stands in an address again.
    let at = typed.get("at");
    if !at.is_empty() && !(is_query(at) && (page != Page::Plan || names_a_week(at))) {
        return see_other(address);
    }
    let asked = Asked {
        store: &state.store,
        actor: &actor,
        centre: &centre,
        person: &person,
        typed: &typed,
    };
    let done = match page {
        Page::Occupancy => occupancy::record(&asked).await.map(Done::from),
        Page::Facts => facts::record(&asked).await.map(Done::from),
        Page::Stock => stock::change(&asked).await.map(Done::from),
        Page::Workshops => plan::workshops(&asked).await.map(Done::from),
        Page::Rooms => plan::rooms(&asked).await.map(Done::from),
        Page::Schedules => plan::schedules(&asked).await.map(Done::from),
        Page::Plan => plan::shifts(&asked).await.map(Done::from),
        Page::Staff => plan::staff(&asked).await.map(Done::from),
        Page::People => people::list(&asked).await,
        Page::Person => people::person(&asked).await,
        Page::Enrolments => enrolments::change(&asked).await.map(Done::from),
        Page::Duplicates => people::duplicates(&asked).await.map(Done::from),
        Page::Retention => people::purge(&asked).await,
        Page::Cards => cards::change(&asked).await.map(Done::from),
        Page::Doubtful => doubtful::accept(&asked).await.map(Done::from),
        Page::Log => shift_log::save(&asked).await.map(Done::from),
        Page::Periods => periods::change(&asked).await.map(Done::from),
    };
    match done {
        Ok(Done::Back(query)) => see_other(format!("{address}?{query}")),
        Ok(Done::To(page)) => see_other(page),
        Ok(Done::Sought(sought)) => {
            let again = format!("{address}?{}", typed.get("at"));
            pages::again(state, parts, &again, StatusCode::OK, sought).await
        }
        Ok(Done::Receipt(purge, entry)) => receipt(&parts, &purge, entry),
        Ok(Done::OwnData(known)) => own_data(&parts, &known.0, &known.1),
        Ok(Done::Shown(shown)) => pages::again(state, parts, &address, StatusCode::OK, shown).await,
        Err(error) => {
            let fault = Fault::from(error);
            let status = status(&fault);
            let again = match page {
                Page::Plan
                | Page::Enrolments
                | Page::People
                | Page::Cards
                | Page::Doubtful
                | Page::Log => {
                    format!("{address}?{}", typed.get("at"))
                }
                Page::Schedules => match typed.get("follows") {
                    "" => address.clone(),
                    before => format!("{address}?change={before}"),
                },
                _ => {
                    let day = typed.get("day").parse::<NaiveDate>();
                    day.map_or(address.clone(), |day| format!("{address}?day={day}"))
                }
            };
            pages::again(state, parts, &again, status, Refused { fault, typed }).await
        }
    }
}

/// A person's own data as a text that they can read, in the reader's language.
fn own_data(parts: &Parts, page: &PersonPage, identity: &PersonIdentity) -> Response {
    let locale = visitor::locale(&parts.headers);
    let text = app::people::own_data(locale, page, identity);
    text_file(&page.row.label.code.to_string(), text)
}

/// What was erased, by the code of who did.
fn receipt(parts: &Parts, purge: &Purge, entry: i64) -> Response {
    let locale = visitor::locale(&parts.headers);
    let visitor = parts.extensions.get::<Visitor>();
    let viewer = visitor.and_then(|visitor| visitor.session.as_ref().ok());
    let who = viewer.map(|(viewer, _)| viewer.code.as_str()).unwrap_or_default();
    let text = app::retention::receipt(locale, purge, who, entry);
    text_file(&format!("erased-{}-{}", purge.centre.code, purge.today), text)
}

fn text_file(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.txt\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, text).into_response()
}
