//! The page of a donor project: folded from the reports that the project's files hold.

use crate::Store;
use crate::error::StoreError;
use crate::report::{Defined, Refs, description_of, indicators_of, targets_of};
use crate::review::choice;
use crate::row::Reader;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Actor, Place};
use domain::clock::month_of;
use domain::fault::{Fault, Noun};
use domain::indicator::{forecast, per_mille};
use domain::overview::{ChangedSince, Choice, IndicatorRow, ProjectPage};
use domain::project::ProjectState;
use domain::report::period::{Days, is_of_the_calendar};
use domain::report::{Cell, ColumnId, Query, Report, Step};
use sqlx::AnyConnection;

/// Shifts that are named as changed.
const CHANGED_MAX: usize = 50;

impl Store {
    /// A project in a month, quarter or year; in the last month that is over, or is today, when
    /// missing.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for who sees neither the project nor figures; [`Fault::Unknown`];
    /// [`Fault::PeriodNotWhole`].
    pub async fn project_page(
        &self,
        actor: &Actor,
        code: &str,
        period: Option<Days>,
    ) -> Result<ProjectPage, StoreError> {
        let internal = !actor.scopes(Action::SeeFigures).is_empty();
        let refs = self.refs().await?;
        let found = refs.projects.iter().find(|(_, project)| project.code == code);
        let (key, project) = match found {
            Some((key, project))
                if internal || actor.may(Action::SeeProject, Place::project(project.id)) =>
            {
                (*key, project)
            }
            // Whoever may see none learns nothing about which there are.
            None if internal => return Err(Fault::Unknown { noun: Noun::Project }.into()),
            _ => return Err(Fault::NotAllowed.into()),
        };
        let today = self.clock().today();
        let period = period.unwrap_or_else(|| last_month(today.min(project.to).max(project.from)));
        if !is_of_the_calendar(period) {
            return Err(Fault::PeriodNotWhole.into());
        }
        let query = Query {
            step: Step::Whole,
            project: Some(code.to_owned()),
            ..Query::period(period.0, period.1)
        };
        let rows = async |report| self.rows_of(actor, report, &query).await;
        let progress = rows(Report::IndicatorProgress).await?;
        let (people, places) = (rows(Report::PeopleBySexAndAge).await?, rows(Report::FiveW).await?);
        let outputs = rows(Report::OutputProduction).await?;
        let administers = actor.may(Action::Administer, Place::ORGANISATION);
        let hidden = match administers && period.1 <= today {
            true => Some(self.hidden_from_donors(actor, code, period).await?),
            false => None,
        };
        let taken = self.last_taken(actor, code, period).await?;
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let since = match taken {
            Some(taken) => Some(changed(db, &refs, key, taken, period).await?),
            None => None,
        };
        let days = (project.from, project.to);
        let mut indicators = Vec::new();
        for (one, row) in indicators_of(db, key).await?.into_iter().zip(&progress) {
            let targets = targets_of(db, one.key).await?;
            let whole = targets.get(&days).copied();
            let mut targets: Vec<_> = targets.into_iter().collect();
            targets.sort_unstable();
            indicators.push(indicator(one, row, targets, (days, period.1.min(today), whole)));
        }
        let row = sqlx::query("select seq, reference from project where seq = $1")
            .bind(key)
            .fetch_one(&mut *db)
            .await?;
        Ok(ProjectPage {
            id: project.id,
            project: Choice { code: project.code.clone(), name: project.title.clone() },
            funder: project.funder.clone(),
            programme: project.programme.clone(),
            implementer: project.implementer.clone(),
            reference: Reader::new("project", &row).text("reference")?,
            days,
            state: ProjectState::on(today, days.0, days.1),
            description: description_of(db, key).await?,
            period,
            today,
            indicators,
            people,
            places,
            outputs,
            since,
            donor: !internal,
            administers,
            hidden,
            products: if administers { products(db).await? } else { Vec::new() },
        })
    }
}

/// The last month whose last day has come.
fn last_month(today: NaiveDate) -> Days {
    let this = month_of(today);
    match this.0.pred_opt() {
        Some(day) if this.1 > today => month_of(day),
        _ => this,
    }
}

fn indicator(
    one: Defined,
    row: &[Cell],
    targets: Vec<(Days, i64)>,
    (days, until, target): (Days, NaiveDate, Option<i64>),
) -> IndicatorRow {
    let cell = |column: ColumnId| {
        let place = Report::IndicatorProgress.place(column);
        let unknown = Cell::Empty(domain::suppression::Why::NotRecorded);
        place.and_then(|place| row.get(place).cloned()).unwrap_or(unknown)
    };
    let cumulative = cell(ColumnId::Cumulative);
    let grown = match cumulative {
        Cell::Number(value) if one.define.measure.grows() => forecast(value, days, until),
        _ => None,
    };
    let define = one.define;
    IndicatorRow {
        id: define.indicator,
        code: define.code,
        title: define.title,
        definition: define.definition,
        unit: define.unit,
        source: define.source,
        level: define.level,
        measure: define.measure,
        activity: define.activity,
        baseline: define.baseline,
        target: cell(ColumnId::Target),
        actual: cell(ColumnId::Actual),
        cumulative,
        progress: cell(ColumnId::Progress),
        forecast: grown.map(|value| (value, target.and_then(|target| per_mille(value, target)))),
        targets,
    }
}

/// What was entered about shifts of a project and period since somebody took a file. It names shifts,
/// which a session log names as well, and nobody who was there: so none is named because the record
/// of somebody who came was mended, which would tell to which shifts they came.
async fn changed(
    db: &mut AnyConnection,
    refs: &Refs,
    project: i64,
    (entry, taken): (i64, DateTime<Utc>),
    (from, to): Days,
) -> Result<ChangedSince, StoreError> {
    let rows = sqlx::query(
        "select s.seq, s.id, s.day, s.workshop, w.code, w.title_en, w.title_sr
         from shift s join workshop w on w.seq = s.workshop
         where s.day >= $2 and s.day <= $3 and s.withdrawn = 0
           and exists (select 1 from entry e where e.shift = s.seq and e.seq > $1)
         order by s.day, s.start, s.seq",
    )
    .bind(entry)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(db)
    .await?;
    let (mut shifts, mut more) = (Vec::new(), 0);
    for row in &rows {
        let row = Reader::new("shift", row);
        let day = row.text("day")?;
        if !refs.shared(row.number("workshop")?, &day).any(|shared| shared == project) {
            continue;
        }
        if shifts.len() < CHANGED_MAX {
            shifts.push((row.parse("id")?, row.day("day")?, choice(&row)?));
        } else {
            more += 1;
        }
    }
    Ok(ChangedSince { taken, entry, shifts, more })
}

async fn products(
    db: &mut AnyConnection,
) -> Result<Vec<(domain::ids::ProductId, Choice)>, StoreError> {
    let rows = sqlx::query(
        "select seq, id, code, name_en as title_en, name_sr as title_sr from product
         order by code, seq",
    )
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("product", row);
            Ok((row.parse("id")?, choice(&row)?))
        })
        .collect()
}
