//! The forms of head office's page of centres and projects.

use crate::form::{self, Done};
use crate::place::{day_in, name, word};
use crate::state::AppState;
use app::organisation::ADDRESS;
use app::ui::form::Typed;
use axum::extract::{Request, State};
use axum::response::Response;
use chrono::NaiveDate;
use domain::access::Actor;
use domain::centre::{CentreStatus, CreateCentre, RecordCentreKind, RecordCentreStatus};
use domain::command::Command;
use domain::fault::Fault;
use domain::ids::{CentreId, ProjectId};
use domain::project::CreateProject;
use domain::workshop::ShareWorkshop;
use store::{By, Store, StoreError};
use uuid::Uuid;

/// `POST /organisation`: adds what a form asks for, and leads back to the page.
pub async fn change(State(state): State<AppState>, request: Request) -> Response {
    form::of_head_office(state, request, ADDRESS, add).await
}

async fn add(store: &Store, actor: &Actor, typed: &Typed) -> Result<Done, StoreError> {
    let commands = match typed.get("do") {
        "centre" => centre(typed)?,
        "project" => vec![project(typed)?],
        "share" => vec![share(store, typed).await?],
        _ => return Err(Fault::malformed().into()),
    };
    for command in &commands {
        command.check()?;
    }
    let changes = commands.into_iter().map(|command| (command, None)).collect();
    store.change_whole(By::from(actor), changes).await?;
    Ok(Done::Back("added"))
}

/// A centre that is open from a day on, with its kind.
fn centre(typed: &Typed) -> Result<Vec<Command>, Fault> {
    let centre = CentreId(Uuid::now_v7());
    let (from, source) = (day(typed, "day")?, typed.get("source").to_owned());
    let create = CreateCentre {
        centre,
        code: typed.get("code").to_uppercase(),
        name: name(typed, ["name_en", "name_sr"])?,
        adm1: name(typed, ["adm1_en", "adm1_sr"])?,
        adm1_code: typed.get("adm1_code").to_uppercase(),
        adm2: name(typed, ["adm2_en", "adm2_sr"])?,
    };
    let kind = word(typed.get("kind"))?;
    let status = CentreStatus::Open;
    Ok(vec![
        Command::CreateCentre(create),
        Command::RecordCentreKind(RecordCentreKind { centre, from, kind, source: source.clone() }),
        Command::RecordCentreStatus(RecordCentreStatus { centre, from, status, source }),
    ])
}

fn project(typed: &Typed) -> Result<Command, Fault> {
    Ok(Command::CreateProject(CreateProject {
        project: ProjectId(Uuid::now_v7()),
        code: typed.get("code").to_uppercase(),
        title: name(typed, ["title_en", "title_sr"])?,
        funder: name(typed, ["funder_en", "funder_sr"])?,
        programme: name(typed, ["programme_en", "programme_sr"])?,
        implementer: name(typed, ["implementer_en", "implementer_sr"])?,
        reference: typed.get("reference").to_owned(),
        from: day(typed, "from")?,
        to: day(typed, "to")?,
    }))
}

async fn share(store: &Store, typed: &Typed) -> Result<Command, StoreError> {
    let to = match typed.get("to") {
        "" => None,
        _ => Some(day(typed, "to")?),
    };
    Ok(Command::ShareWorkshop(ShareWorkshop {
        workshop: store.workshop_by_code(typed.get("workshop")).await?,
        project: store.project_by_code(typed.get("project")).await?,
        from: day(typed, "from")?,
        to,
    }))
}

fn day(typed: &Typed, field: &str) -> Result<NaiveDate, Fault> {
    day_in(typed.get(field), field)
}
