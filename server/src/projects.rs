//! The forms of head office on the page of a project.

use crate::auth::see_other;
use crate::fault::status;
use crate::form;
use crate::pages;
use crate::place::{day_in, name, word};
use crate::state::AppState;
use app::projects::ADDRESS;
use app::ui::address::encode;
use app::ui::form::{Refused, Tried, Typed};
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use chrono::NaiveDate;
use domain::access::{Action, Actor, Place};
use domain::command::{Command, Identity};
use domain::fault::{Fault, Noun};
use domain::ids::{IndicatorId, ProjectId};
use domain::indicator::{DefineIndicator, Measure, RecordIndicatorValue, SetTarget, VALUE_MAX};
use domain::project::DescribeProject;
use domain::report::period::piece_of;
use store::{By, Store, StoreError};
use uuid::Uuid;

/// `POST /projects/{code}`: describes the project, defines an indicator, sets a target, enters a
/// value; and leads back to the page.
pub async fn change(
    State(state): State<AppState>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let address = format!("{ADDRESS}/{}", encode(&code));
    let (parts, actor, typed) = match form::opened(&state, request, &address).await {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    if typed.get("preview") == "1" {
        return match preview(&state.store, &actor, &code, &typed).await {
            Ok(values) => {
                let tried = Tried { typed, values };
                pages::again(state, parts, &at(&address, &tried.typed), StatusCode::OK, tried).await
            }
            Err(error) => refuse(state, parts, &address, error.into(), typed).await,
        };
    }
    match act(&state.store, &actor, &code, &typed).await {
        Ok(done) => see_other(format!("{address}?done={done}")),
        Err(error) => refuse(state, parts, &address, error.into(), typed).await,
    }
}

/// The page of the period that a form was filled in on.
fn at(address: &str, typed: &Typed) -> String {
    match piece_of(typed.get("period")) {
        Some(_) => format!("{address}?period={}", typed.get("period")),
        None => address.to_owned(),
    }
}

async fn refuse(
    state: AppState,
    parts: Parts,
    address: &str,
    fault: Fault,
    typed: Typed,
) -> Response {
    let status = status(&fault);
    pages::again(state, parts, &at(address, &typed), status, Refused { fault, typed }).await
}

/// What an indicator would tell of the page's period, and since the project began.
async fn preview(
    store: &Store,
    actor: &Actor,
    code: &str,
    typed: &Typed,
) -> Result<Vec<Option<i64>>, StoreError> {
    let define = define(store.project_by_code(code).await?, typed)?;
    let days = piece_of(typed.get("period")).ok_or(Fault::PeriodNotWhole)?;
    let (now, ever) = store.indicator_preview(actor, code, &define, days).await?;
    Ok(vec![now, ever])
}

async fn act(
    store: &Store,
    actor: &Actor,
    code: &str,
    typed: &Typed,
) -> Result<&'static str, StoreError> {
    if !actor.may(Action::Administer, Place::ORGANISATION) {
        return Err(Fault::NotAllowed.into());
    }
    let project = store.project_by_code(code).await?;
    let (command, beside, done) = match typed.get("do") {
        "describe" => (Command::DescribeProject(describe(project, typed)?), None, "described"),
        "indicator" => (Command::DefineIndicator(define(project, typed)?), None, "defined"),
        "target" => (Command::SetTarget(target(typed)?), None, "target"),
        "value" => {
            let remark = Identity::Remark(typed.get("remark").to_owned());
            (Command::RecordIndicatorValue(value(typed)?), Some(remark), "value")
        }
        _ => return Err(Fault::malformed().into()),
    };
    command.check()?;
    if let Some(beside) = &beside {
        beside.check()?;
    }
    store.change_whole(By::from(actor), vec![(command, beside)]).await?;
    Ok(done)
}

fn describe(project: ProjectId, typed: &Typed) -> Result<DescribeProject, Fault> {
    Ok(DescribeProject {
        project,
        organisation_type: name(typed, ["organisation_type_en", "organisation_type_sr"])?,
        sector: name(typed, ["sector_en", "sector_sr"])?,
        subsector: name(typed, ["subsector_en", "subsector_sr"])?,
        modality: name(typed, ["modality_en", "modality_sr"])?,
        beneficiaries: name(typed, ["beneficiaries_en", "beneficiaries_sr"])?,
        contact: name(typed, ["contact_en", "contact_sr"])?,
    })
}

fn define(project: ProjectId, typed: &Typed) -> Result<DefineIndicator, Fault> {
    let chosen = |field: &str| Some(typed.get(field)).filter(|value| !value.is_empty());
    let indicator = match chosen("indicator") {
        Some(_) => indicator(typed)?,
        None => IndicatorId(Uuid::now_v7()),
    };
    let measure = match typed.get("measure") {
        "people" => Measure::People {
            sex: chosen("sex").map(word).transpose()?,
            bands: typed.all("bands").into_iter().map(word).collect::<Result<_, _>>()?,
        },
        "contacts" => Measure::Contacts,
        "sessions" => Measure::Sessions,
        "hours" => Measure::Hours,
        "made" => {
            let product = typed.get("product").parse();
            Measure::Made { product: product.map_err(|_| Fault::Unknown { noun: Noun::Product })? }
        }
        "completions" => Measure::Completions,
        "by_hand" => Measure::ByHand,
        _ => return Err(Fault::malformed()),
    };
    Ok(DefineIndicator {
        indicator,
        project,
        code: typed.get("code").to_uppercase(),
        title: name(typed, ["title_en", "title_sr"])?,
        definition: name(typed, ["definition_en", "definition_sr"])?,
        unit: name(typed, ["unit_en", "unit_sr"])?,
        source: name(typed, ["source_en", "source_sr"])?,
        level: word(typed.get("level"))?,
        measure,
        activity: chosen("activity").map(word).transpose()?,
        baseline: typed.number("baseline", VALUE_MAX)?.unwrap_or_default(),
    })
}

fn target(typed: &Typed) -> Result<SetTarget, Fault> {
    Ok(SetTarget {
        indicator: indicator(typed)?,
        from: day(typed, "from")?,
        to: day(typed, "to")?,
        value: number(typed)?,
    })
}

fn value(typed: &Typed) -> Result<RecordIndicatorValue, Fault> {
    Ok(RecordIndicatorValue {
        indicator: indicator(typed)?,
        from: day(typed, "from")?,
        to: day(typed, "to")?,
        value: number(typed)?,
    })
}

fn indicator(typed: &Typed) -> Result<IndicatorId, Fault> {
    let unknown = |_| Fault::Unknown { noun: Noun::Indicator };
    typed.get("indicator").parse().map_err(unknown)
}

fn number(typed: &Typed) -> Result<i64, Fault> {
    let given = typed.number("value", VALUE_MAX)?;
    given.ok_or_else(|| Fault::Missing { field: "value".to_owned() })
}

fn day(typed: &Typed, field: &str) -> Result<NaiveDate, Fault> {
    day_in(typed.get(field), field)
}
