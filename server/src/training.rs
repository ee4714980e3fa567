//! The forms of the trainings without a centre.

use crate::auth::see_other;
use crate::fault::status;
use crate::form;
use crate::pages;
use crate::place::{name, word};
use crate::state::AppState;
use app::training::ADDRESS;
use app::ui::address::encode;
use app::ui::form::{Refused, Typed};
use axum::extract::{Path, Request, State};
use axum::response::Response;
use chrono::NaiveDate;
use domain::access::Actor;
use domain::command::{Command, RegisterPerson};
use domain::fault::{Fault, Noun};
use domain::ids::{EnrolmentId, PersonId, WorkshopId};
use domain::overview::{Participant, TrainingPage};
use domain::person::{Age, PersonCode};
use domain::registry::ErasePerson;
use domain::shift::{EndEnrolment, Enrol};
use domain::training::RecordProgress;
use domain::workshop::{Activity, CreateWorkshop};
use store::{By, Store, StoreError};
use uuid::Uuid;

/// How often another code is tried when one is taken.
const TRIES: usize = 3;

/// `POST /trainings`: adds a training.
pub async fn add(State(state): State<AppState>, request: Request) -> Response {
    answer(state, request, None).await
}

/// `POST /trainings/{code}`: registers and enrols, records progress, ends an enrolment.
pub async fn change(
    State(state): State<AppState>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    answer(state, request, Some(code)).await
}

async fn answer(state: AppState, request: Request, code: Option<String>) -> Response {
    let address = match &code {
        Some(code) => format!("{ADDRESS}/{}", encode(code)),
        None => ADDRESS.to_owned(),
    };
    let (parts, actor, typed) = match form::opened(&state, request, &address).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let asked = Asked { store: &state.store, actor: &actor, typed: &typed };
    let done = match &code {
        None => asked.add().await,
        Some(code) => asked.change(code).await,
    };
    match done {
        Ok(done) => see_other(format!("{address}?done={done}")),
        Err(error) => {
            let fault = Fault::from(error);
            let status = status(&fault);
            pages::again(state, parts, &address, status, Refused { fault, typed }).await
        }
    }
}

struct Asked<'a> {
    store: &'a Store,
    actor: &'a Actor,
    typed: &'a Typed,
}

impl Asked<'_> {
    fn day(&self) -> Result<NaiveDate, Fault> {
        let missing = |_| Fault::Missing { field: "day".to_owned() };
        self.typed.get("day").parse().map_err(missing)
    }

    async fn make(&self, changes: Vec<Command>) -> Result<(), StoreError> {
        for command in &changes {
            command.check()?;
        }
        let by = By::from(self.actor);
        let changes = changes.into_iter().map(|command| (command, None)).collect();
        self.store.change_whole(by, changes).await
    }

    async fn add(&self) -> Result<&'static str, StoreError> {
        // Whoever may not even see the page learns nothing from it.
        self.store.trainings(self.actor).await?;
        let typed = self.typed;
        let create = CreateWorkshop {
            workshop: WorkshopId(Uuid::now_v7()),
            centre: None,
            code: typed.get("code").to_uppercase(),
            title: name(typed, ["name_en", "name_sr"])?,
            activity: Activity::Training,
            minutes: typed.number("minutes", i64::MAX)?.unwrap_or_default(),
        };
        self.make(vec![Command::CreateWorkshop(create)]).await?;
        Ok("added")
    }

    async fn change(&self, code: &str) -> Result<&'static str, StoreError> {
        let page = self.store.training(self.actor, code).await?;
        match (self.typed.get("do"), self.typed.get("end")) {
            ("register", _) => self.register(&page).await,
            ("erase", _) => self.erase(&page).await,
            ("progress", "") => self.progress(&page).await,
            ("progress", enrolment) => self.end(&page, enrolment).await,
            _ => Err(Fault::malformed().into()),
        }
    }

    async fn register(&self, page: &TrainingPage) -> Result<&'static str, StoreError> {
        let typed = self.typed;
        let some = |name: &str| Some(typed.get(name).to_owned()).filter(|text| !text.is_empty());
        let born = typed.number("born", 9_999)?.and_then(|year| i32::try_from(year).ok());
        let (kind, sex, from) = (word(typed.get("kind"))?, word(typed.get("sex"))?, self.day()?);
        let mut tries = 0;
        loop {
            tries += 1;
            let person = PersonId(Uuid::now_v7());
            let register = RegisterPerson {
                person,
                centre: None,
                kind,
                sex,
                age: born.map(Age::Born),
                nationality: some("nationality"),
            };
            let enrol = Enrol {
                enrolment: EnrolmentId(Uuid::now_v7()),
                person,
                workshop: page.id,
                shift: None,
                from,
                despite: None,
            };
            match self.make(vec![Command::RegisterPerson(register), Command::Enrol(enrol)]).await {
                // The next id has another code.
                Err(StoreError::Refused {
                    fault: Fault::CodeTaken { noun: Noun::Person }, ..
                }) if tries < TRIES => {}
                other => return other.map(|()| "registered"),
            }
        }
    }

    /// Records what the form says otherwise than it stands, all or nothing.
    async fn progress(&self, page: &TrainingPage) -> Result<&'static str, StoreError> {
        let on = self.day()?;
        let mut changes = Vec::new();
        for one in &page.participants {
            let field = format!("percent-{}", one.enrolment);
            let Some(percent) = self.typed.number(&field, 100)? else { continue };
            let completed = !self.typed.get(&format!("completed-{}", one.enrolment)).is_empty();
            if one.progress.map(|(percent, _)| percent) == Some(percent)
                && one.completed == completed
            {
                continue;
            }
            if completed && percent < 100 {
                return Err(Fault::OutOfRange { field, min: 100, max: 100 }.into());
            }
            let record = RecordProgress { enrolment: one.enrolment, on, percent, completed };
            changes.push(Command::RecordProgress(record));
        }
        self.make(changes).await?;
        Ok("progress")
    }

    /// Forgets whatever identifies the one whose code is typed, and ends what they take part in here.
    async fn erase(&self, page: &TrainingPage) -> Result<&'static str, StoreError> {
        let code = PersonCode::parse(self.typed.get("code")).ok();
        let missing = Fault::Missing { field: "code".to_owned() };
        let is = |one: &&Participant| Some(&one.label.code) == code.as_ref();
        let found: Vec<&Participant> = page.participants.iter().filter(is).collect();
        let person = found.first().ok_or(missing)?.person;
        let going = found.iter().filter(|one| one.to.is_none()).map(|one| {
            let to = page.today.max(one.from);
            Command::EndEnrolment(EndEnrolment { enrolment: one.enrolment, to })
        });
        let erase = Command::ErasePerson(ErasePerson { person });
        self.make(going.chain([erase]).collect()).await?;
        Ok("erased")
    }

    async fn end(&self, page: &TrainingPage, named: &str) -> Result<&'static str, StoreError> {
        let known = page.participants.iter().find(|one| one.enrolment.to_string() == named);
        let one = known.ok_or(Fault::Unknown { noun: Noun::Enrolment })?;
        let to = page.today.max(one.from);
        let end = EndEnrolment { enrolment: one.enrolment, to };
        self.make(vec![Command::EndEnrolment(end)]).await?;
        Ok("ended")
    }
}
