//! The forms of the pages about a centre as a place: how many people live there, what
//! is known of it, what it hands out.
//!
//! Plain forms, each sent to the address of its page. What is done leads back to the page; what is
//! refused is answered with the page again, and what was typed stays.

mod facts;
mod occupancy;
mod plan;
mod stock;

pub use plan::is_query;

use crate::auth::see_other;
use crate::fault::status;
use crate::pages;
use crate::state::AppState;
use crate::visitor::signed_in;
use app::ui::form::{Refused, Typed};
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Path, Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::command::{Command, Identity};
use domain::fault::Fault;
use domain::ids::CentreId;
use store::{By, Store, StoreError};

/// The pages whose forms are answered here.
#[derive(Debug, Clone, Copy)]
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
}

impl Page {
    fn of(self, centre: &str) -> String {
        let page = match self {
            Self::Occupancy => "occupancy",
            Self::Facts => "facts",
            Self::Stock => "stock",
            Self::Workshops => "workshops",
            Self::Rooms => "rooms",
            Self::Schedules => "schedules",
            Self::Plan => "plan",
            Self::Staff => "staff",
        };
        pages::of_centre(centre, page)
    }
}

/// Who sent a form, about which centre.
struct Asked<'a> {
    store: &'a Store,
    actor: &'a Actor,
    centre: &'a str,
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

    /// Makes a change of which the form has filled every field. What does not even fit is refused
    /// here: the door would keep it for review.
    async fn make(&self, command: Command) -> Result<(), StoreError> {
        self.make_with(command, None).await
    }

    /// The same with what travels beside it.
    async fn make_with(
        &self,
        command: Command,
        identity: Option<Identity>,
    ) -> Result<(), StoreError> {
        command.check()?;
        identity.as_ref().map_or(Ok(()), Identity::check)?;
        self.store.change(self.by(), command, identity, None).await.map(drop)
    }

    /// Makes a change and those that need it. All are looked at before the first is made.
    async fn make_all(
        &self,
        first: Command,
        more: impl IntoIterator<Item = Command>,
    ) -> Result<(), StoreError> {
        let all: Vec<Command> = std::iter::once(first).chain(more).collect();
        for command in &all {
            command.check()?;
        }
        self.store.change_all(self.by(), all).await.map(drop)
    }

    fn by(&self) -> By {
        self.actor.account().map_or(By::Operator, By::Account)
    }
}

/// `POST /centres/{code}/…`: the forms of a page.
pub fn forms(page: Page) -> MethodRouter<AppState> {
    post(move |state, code, request| answer(state, code, request, page))
}

async fn answer(
    State(state): State<AppState>,
    Path(centre): Path<String>,
    request: Request,
    page: Page,
) -> Response {
    let (parts, body) = request.into_parts();
    let address = page.of(&centre);
    let actor = match signed_in(&parts) {
        Ok(actor) => actor,
        Err(fault) => return pages::to_sign_in(&address, &fault),
    };
    let request = Request::from_parts(parts.clone(), body);
    let form: Result<Form<Vec<(String, String)>>, FormRejection> =
        Form::from_request(request, &state).await;
    let typed = Typed(form.map(|Form(fields)| fields).unwrap_or_default());
    // What a form says of its page stands in an address again.
    if !typed.get("at").is_empty() && !is_query(typed.get("at")) {
        return see_other(address);
    }
    let asked = Asked { store: &state.store, actor: &actor, centre: &centre, typed: &typed };
    let done = match page {
        Page::Occupancy => occupancy::record(&asked).await,
        Page::Facts => facts::record(&asked).await,
        Page::Stock => stock::change(&asked).await,
        Page::Workshops => plan::workshops(&asked).await,
        Page::Rooms => plan::rooms(&asked).await,
        Page::Schedules => plan::schedules(&asked).await,
        Page::Plan => plan::shifts(&asked).await,
        Page::Staff => plan::staff(&asked).await,
    };
    match done {
        Ok(query) => see_other(format!("{address}?{query}")),
        Err(error) => {
            let fault = Fault::from(error);
            let status = status(&fault);
            let again = match page {
                Page::Plan => format!("{address}?{}", typed.get("at")),
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
