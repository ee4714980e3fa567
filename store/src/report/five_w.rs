//! R6: who does what, where, when and for whom: a row for each project, piece and centre.

use super::indicators::{of_project, targets};
use super::reached::{Counts, Scope, Wanted};
use super::refs::{Centre, Project, Refs};
use super::{Request, Window};
use crate::Store;
use crate::error::StoreError;
use crate::row::Reader;
use domain::centre::Position;
use domain::clock::reporting_day;
use domain::indicator::Measure;
use domain::label::Name;
use domain::overview::ProjectDescription;
use domain::project::ProjectState;
use domain::report::period::Days;
use domain::report::reached::{Reached, cells_of};
use domain::report::session::{code_or_none, name_or_none};
use domain::report::{Cell, ColumnId, Report, Term};
use domain::suppression::Why;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The workshops that were held, and the last day on which one was closed.
#[derive(Default)]
struct Held {
    workshops: BTreeSet<i64>,
    reported: Option<chrono::NaiveDate>,
}

/// The rows: by project, days and centre, where anything was held.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let refs = request.refs.clone();
    let asked = refs.projects.keys().filter(|key| request.project.is_none_or(|only| only == **key));
    let mut rows = Vec::new();
    for project in asked.copied().collect::<Vec<_>>() {
        let of_project = Request { project: Some(project), ..request.clone() };
        rows.extend(rows_of(store, &of_project, project).await?);
    }
    Ok(rows)
}

async fn rows_of(store: &Store, request: &Request, key: i64) -> Result<Window, StoreError> {
    let refs = &request.refs;
    let Some(project) = refs.projects.get(&key) else { return Ok(Vec::new()) };
    let pieces = request.query.step.pieces((request.query.from, request.query.to))?;
    let held = held(store, request, &pieces).await?;
    let wanted = Wanted { pieces: pieces.clone(), ..Wanted::default() };
    let (counts, published) = store.count_told(request, &wanted).await?;
    let mut db = store.read().await?;
    let description = description(&mut db, key).await?;
    // A target is the project's: it says nothing of one place among several, nor of one workshop.
    let whole = request.workshop.is_none() && has_one_place(refs, key);
    let targeted = if whole { targeted(&mut db, key).await? } else { HashMap::new() };
    let today = store.clock().today();
    let mut rows = Vec::new();
    for ((piece, centre), held) in &held {
        let Some(days) = pieces.get(*piece).copied() else { continue };
        let row = Row {
            request,
            project,
            description: description.as_ref(),
            days,
            centre: centre.and_then(|key| refs.centres.get(&key)),
            scope: Scope::Centre(*centre),
            held,
            targeted: targeted.get(&days).copied(),
            state: ProjectState::on(today, project.from, project.to),
        };
        let mut cells = row.cells(&counts);
        if let Some(published) = &published {
            published.shield_row(Report::FiveW, days, row.scope, &mut cells);
        }
        rows.push(cells);
    }
    Ok(rows)
}

struct Row<'a> {
    request: &'a Request,
    project: &'a Project,
    description: Option<&'a ProjectDescription>,
    days: Days,
    centre: Option<&'a Centre>,
    scope: Scope,
    held: &'a Held,
    targeted: Option<i64>,
    state: ProjectState,
}

impl Row<'_> {
    fn cells(&self, counts: &Counts) -> Vec<Cell> {
        let nobody = Reached::default();
        let reached = counts.get(&(self.days, self.scope)).unwrap_or(&nobody);
        let columns = Report::FiveW.columns();
        columns.iter().map(|column| self.cell(column.id, reached)).collect()
    }

    fn cell(&self, column: ColumnId, reached: &Reached) -> Cell {
        let (project, centre) = (self.project, self.centre);
        let (least, most) = reached.range();
        let day = self.days.1.to_string();
        let said = |of: fn(&ProjectDescription) -> &Name| {
            let unknown = Cell::Empty(Why::NotRecorded);
            self.description.map_or(unknown, |one| Cell::Name(of(one).clone()))
        };
        let lies = |of: fn(Position) -> i64| {
            let position = centre.and_then(|one| one.position(&day));
            position.map_or(Cell::Empty(Why::NotRecorded), |at| Cell::Degrees(of(at)))
        };
        match column {
            ColumnId::Funder => Cell::Name(project.funder.clone()),
            ColumnId::Programme => Cell::Name(project.programme.clone()),
            ColumnId::Organisation => Cell::Name(project.implementer.clone()),
            ColumnId::OrganisationType => said(|one| &one.organisation_type),
            ColumnId::Sector => said(|one| &one.sector),
            ColumnId::Subsector => said(|one| &one.subsector),
            ColumnId::Modality => said(|one| &one.modality),
            ColumnId::Beneficiaries => said(|one| &one.beneficiaries),
            ColumnId::Project => Cell::Name(project.title.clone()),
            ColumnId::ProjectCode => Cell::Text(project.code.clone()),
            ColumnId::Workshops => Cell::Name(self.workshops()),
            ColumnId::Activities => Cell::Text(self.activities()),
            ColumnId::CountryName => Cell::Name(Name::new("Serbia", "Србија")),
            ColumnId::Country => Cell::Text("SRB".to_owned()),
            ColumnId::Adm1 => name_or_none(centre.map(|one| one.adm1.clone())),
            ColumnId::Adm1Code => code_or_none(centre.map(|one| &one.adm1_code)),
            ColumnId::Adm2 => name_or_none(centre.map(|one| one.adm2.clone())),
            ColumnId::Site => name_or_none(centre.map(|one| one.name.clone())),
            ColumnId::SiteCode => code_or_none(centre.map(|one| &one.code)),
            ColumnId::SiteType => match centre.and_then(|one| one.kind(&day)) {
                Some(kind) => Cell::Term(Term::Kind(kind)),
                None => Cell::Empty(Why::NotRecorded),
            },
            ColumnId::PeriodStart => Cell::Day(self.days.0),
            ColumnId::PeriodEnd => Cell::Day(self.days.1),
            ColumnId::ProjectStatus => Cell::Term(Term::Project(self.state)),
            ColumnId::Targeted => self.targeted.map_or(Cell::Empty(Why::NotRecorded), Cell::Number),
            // Who was counted without a name has no sex here: no share of a range is known.
            ColumnId::People | ColumnId::PeopleFemale | ColumnId::PeopleMale if least != most => {
                Cell::Empty(Why::OnlyARange)
            }
            ColumnId::People => Cell::Number(least),
            ColumnId::Reported => {
                self.held.reported.map_or(Cell::Empty(Why::NotRecorded), Cell::Day)
            }
            ColumnId::Source => Cell::Name(Name::new("Session log", "Дневник смена")),
            ColumnId::Suppressed => Cell::Number(0),
            ColumnId::Latitude => lies(|at| at.latitude),
            ColumnId::Longitude => lies(|at| at.longitude),
            column => match cells_of(column) {
                Some(cells) => Cell::Number(reached.sum(&cells)),
                None => Cell::Empty(Why::NotRecorded),
            },
        }
    }

    fn workshops(&self) -> Name {
        let refs = &self.request.refs;
        let titles: Vec<&Name> = self
            .held
            .workshops
            .iter()
            .filter_map(|key| Some(&refs.workshops.get(key)?.title))
            .collect();
        let joined = |of: fn(&Name) -> &str| {
            titles.iter().map(|title| of(title)).collect::<Vec<_>>().join("; ")
        };
        Name { en: joined(|title| &title.en), sr: joined(|title| &title.sr) }
    }

    fn activities(&self) -> String {
        let refs = &self.request.refs;
        let kinds: BTreeSet<&str> = self
            .held
            .workshops
            .iter()
            .filter_map(|key| Some(Term::Activity(refs.workshops.get(key)?.activity).code()))
            .collect();
        kinds.into_iter().collect::<Vec<_>>().join("; ")
    }
}

/// The workshops held in each piece and centre.
async fn held(
    store: &Store,
    request: &Request,
    pieces: &[Days],
) -> Result<BTreeMap<(usize, Option<i64>), Held>, StoreError> {
    let rows = sqlx::query(
        "select seq, workshop, centre, day, closed_at from shift
         where day >= $1 and day <= $2 and progress = 'closed' and withdrawn = 0",
    )
    .bind(request.query.from.to_string())
    .bind(request.query.to.to_string())
    .fetch_all(&mut *store.read().await?)
    .await?;
    let mut all: BTreeMap<(usize, Option<i64>), Held> = BTreeMap::new();
    for row in &rows {
        let row = Reader::new("shift", row);
        let (workshop, centre) = (row.number("workshop")?, row.get("centre")?);
        let day = row.day("day")?;
        if !request.covers(centre, workshop, &row.text("day")?) {
            continue;
        }
        let piece = pieces.partition_point(|(_, last)| *last < day);
        let held = all.entry((piece, centre)).or_default();
        held.workshops.insert(workshop);
        let closed = reporting_day(row.instant("closed_at")?);
        held.reported = held.reported.max(Some(closed));
    }
    Ok(all)
}

/// Whether all workshops that ever counted for a project are in one place, whatever is asked for.
fn has_one_place(refs: &Refs, project: i64) -> bool {
    let own = refs.workshops.iter().filter(|(key, _)| refs.shares_ever(**key, project));
    let places: BTreeSet<Option<i64>> = own.map(|(_, workshop)| workshop.centre).collect();
    places.len() == 1
}

/// How many different people, whoever they are, a project is to reach in which days.
async fn targeted(db: &mut AnyConnection, key: i64) -> Result<HashMap<Days, i64>, StoreError> {
    let everybody = Measure::People { sex: None, bands: Vec::new() };
    let indicators = of_project(db, key).await?;
    let Some(one) = indicators
        .iter()
        .find(|one| one.define.measure == everybody && one.define.activity.is_none())
    else {
        return Ok(HashMap::new());
    };
    targets(db, one.key).await
}

/// What was said of a project, the latest.
pub(crate) async fn description(
    db: &mut AnyConnection,
    project: i64,
) -> Result<Option<ProjectDescription>, StoreError> {
    let row = sqlx::query(
        "select * from project_description where project = $1 order by seq desc limit 1",
    )
    .bind(project)
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("project_description", &row);
        Ok(ProjectDescription {
            organisation_type: row.name("organisation_type_en", "organisation_type_sr")?,
            sector: row.name("sector_en", "sector_sr")?,
            subsector: row.name("subsector_en", "subsector_sr")?,
            modality: row.name("modality_en", "modality_sr")?,
            beneficiaries: row.name("beneficiaries_en", "beneficiaries_sr")?,
            contact: row.name("contact_en", "contact_sr")?,
        })
    })
    .transpose()
}
