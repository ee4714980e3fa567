//! The reports: who may ask, and the rows.

mod attendance;
mod by_sex_and_age;
mod doubtful;
mod dropping_out;
mod five_w;
mod granted;
mod group;
mod indicators;
mod monthly;
mod outputs;
mod participation;
mod people;
mod published;
mod reached;
mod refs;
mod scan;
mod session_log;
mod summary;
mod what_changed;

pub use granted::Granted;

pub(crate) use doubtful::Judging;
pub(crate) use five_w::description as description_of;
pub(crate) use group::Group;
pub(crate) use indicators::{Defined, of_project as indicators_of, targets as targets_of};
pub(crate) use published::PublishedByProject as Published;
pub(crate) use refs::{People, Refs};
pub(crate) use scan::{Found, Scan};
pub(crate) use what_changed::Earlier;

use crate::error::StoreError;
use crate::{Rows, Store};
use chrono::{DateTime, SubsecRound, Utc};
use domain::access::{Action, Actor, Place};
use domain::fault::{Fault, Noun};
use domain::indicator::DefineIndicator;
use domain::overview::{Choice, Choices, HiddenFigure, PREVIEW_ROWS, Preview};
use domain::report::period::Days;
use domain::report::{Cell, Protection, Query, Report};
use domain::suppression::{Audience, protect};
use futures::stream::{self, BoxStream};
use futures::{StreamExt, TryStreamExt};
use std::sync::Arc;

/// A query with its codes resolved and its reader's rights applied.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) query: Query,
    pub(crate) refs: Arc<Refs>,
    /// Inner key of the only centre that is read.
    pub(crate) centre: Option<i64>,
    /// Inner key of the only workshop that is read.
    pub(crate) workshop: Option<i64>,
    /// Inner key of the only project that is read.
    pub(crate) project: Option<i64>,
    /// The only group of people, or the only facilitator, whose rows are told.
    pub(crate) group: Option<Group>,
    /// Centres that this reader may see; `None` for all, workshops without a centre included.
    centres: Option<Vec<i64>>,
    pub(crate) audience: Audience,
}

impl Request {
    /// Everything of one centre, whole: for pages that checked the permission before.
    fn of_centre(refs: &Arc<Refs>, centre: i64, query: Query) -> Self {
        Self {
            query,
            refs: refs.clone(),
            centre: Some(centre),
            workshop: None,
            project: None,
            group: None,
            centres: None,
            audience: Audience::Internal,
        }
    }

    /// The only centres that this reader may see, where not all.
    pub(crate) fn only_centres(&self) -> Option<&[i64]> {
        self.centres.as_deref()
    }

    /// Whether the whole of a centre belongs to the report.
    pub(crate) fn covers_centre(&self, centre: i64) -> bool {
        let of_workshop = |key| self.refs.workshops.get(&key).and_then(|w| w.centre);
        self.workshop.is_none_or(|key| of_workshop(key) == Some(centre))
            && self.project.is_none()
            && self.centre.is_none_or(|only| only == centre)
            && self.centres.as_ref().is_none_or(|seen| seen.contains(&centre))
    }

    /// Whether a shift of this workshop and day belongs to the report.
    pub(crate) fn covers(&self, centre: Option<i64>, workshop: i64, day: &str) -> bool {
        let seen = match (&self.centres, centre) {
            (None, _) => true,
            (Some(centres), Some(centre)) => centres.contains(&centre),
            (Some(_), None) => false,
        };
        seen && self.centre.is_none_or(|only| centre == Some(only))
            && self.workshop.is_none_or(|only| workshop == only)
            && self.project.is_none_or(|only| self.refs.shared(workshop, day).any(|p| p == only))
    }
}

/// A window of rows, made by one of the reports.
pub(crate) type Window = Vec<Vec<Cell>>;

impl Store {
    /// The rows of a report, for a file; memory does not grow with them.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`], [`Fault::Unknown`], [`Fault::Missing`] (a donor of several projects who
    /// names none), [`Fault::PeriodReversed`], [`Fault::PeriodNotWhole`], [`Fault::OutOfRange`].
    pub async fn report(
        &self,
        actor: &Actor,
        report: Report,
        query: &Query,
    ) -> Result<Rows, StoreError> {
        let request = self.request(actor, report, query).await?;
        let audience = request.audience;
        let windows: BoxStream<'static, Result<Window, StoreError>> = match report {
            Report::SessionLog => session_log::windows(self.scan(request).await?).boxed(),
            Report::OutputProduction => outputs::windows(self, request).await?.boxed(),
            Report::PeopleReached => {
                let scan = self.scan(request).await?;
                stream::once(people::rows(scan)).boxed()
            }
            Report::Attendance => attendance::windows(self.scan(request).await?).boxed(),
            Report::ActivitySummary => whole(summary::rows(self, request).await?),
            Report::MonthlySummary => whole(monthly::rows(self, request).await?),
            Report::PeopleBySexAndAge => whole(by_sex_and_age::rows(self, request).await?),
            Report::IndicatorProgress => whole(indicators::rows(self, request).await?),
            Report::FiveW => whole(five_w::rows(self, request).await?),
            Report::Participation => whole(participation::rows(self, request).await?),
            Report::DoubtfulFigures => whole(doubtful::rows(self, request).await?),
            Report::DroppingOut => whole(dropping_out::rows(self, request).await?),
            // It asks for other reports in its turn.
            Report::WhatChanged => whole(Box::pin(what_changed::rows(self, actor, request)).await?),
        };
        let columns = report.columns();
        let rows = windows.map_ok(move |window| {
            stream::iter(window.into_iter().map(move |mut row| {
                protect(columns, &mut row, audience);
                Ok(row)
            }))
        });
        let protected = columns.iter().any(|c| c.protection != Protection::Open);
        Ok(Rows {
            suppressed: audience == Audience::Donor && protected,
            audience,
            rows: rows.try_flatten().boxed(),
        })
    }

    /// What an indicator would tell of some days, and since its project began, were it defined so.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for who does not set indicators; [`Fault::Unknown`]; those of a
    /// definition.
    pub async fn indicator_preview(
        &self,
        actor: &Actor,
        project: &str,
        define: &DefineIndicator,
        days: Days,
    ) -> Result<(Option<i64>, Option<i64>), StoreError> {
        if !actor.may(Action::Administer, Place::ORGANISATION) {
            return Err(Fault::NotAllowed.into());
        }
        define.check()?;
        let query = Query { project: Some(project.to_owned()), ..Query::period(days.0, days.1) };
        let request = self.request(actor, Report::IndicatorProgress, &query).await?;
        indicators::preview(self, &request, define, days).await
    }

    /// What donors do not see of a project's people in a piece of the calendar that is over.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for who does not administer the organisation; [`Fault::Unknown`].
    pub(crate) async fn hidden_from_donors(
        &self,
        actor: &Actor,
        project: &str,
        days: Days,
    ) -> Result<Vec<HiddenFigure>, StoreError> {
        let query = Query { project: Some(project.to_owned()), ..Query::period(days.0, days.1) };
        let request = self.request(actor, Report::PeopleBySexAndAge, &query).await?;
        let project = request.project.ok_or(Fault::Unknown { noun: Noun::Project })?;
        by_sex_and_age::hidden(self, &request, project, days).await
    }

    /// All rows of a report that has few.
    ///
    /// # Errors
    /// As [`Store::report`].
    pub async fn rows_of(
        &self,
        actor: &Actor,
        report: Report,
        query: &Query,
    ) -> Result<Vec<Vec<Cell>>, StoreError> {
        self.report(actor, report, query).await?.rows.try_collect().await
    }

    /// The first rows of a report and the number of all.
    ///
    /// # Errors
    /// As [`Store::report`].
    pub async fn preview(
        &self,
        actor: &Actor,
        report: Report,
        query: &Query,
    ) -> Result<Preview, StoreError> {
        let Rows { suppressed, mut rows, .. } = self.report(actor, report, query).await?;
        let (mut first, mut total) = (Vec::new(), 0);
        while let Some(row) = rows.try_next().await? {
            total += 1;
            if first.len() < PREVIEW_ROWS {
                first.push(row);
            }
        }
        Ok(Preview { report, query: query.clone(), rows: first, total, suppressed })
    }

    /// What the reports page offers to an actor.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever sees no figures at all.
    pub async fn choices(&self, actor: &Actor) -> Result<Choices, StoreError> {
        let refs = self.refs().await?;
        let internal = !actor.scopes(Action::SeeFigures).is_empty();
        let sees_place = |place| actor.may(Action::SeeFigures, place);
        let projects: Vec<(i64, &refs::Project)> = refs
            .projects
            .iter()
            .filter(|(_, p)| internal || actor.may(Action::SeeProject, Place::project(p.id)))
            .map(|(key, p)| (*key, p))
            .collect();
        if !internal && projects.is_empty() {
            return Err(Fault::NotAllowed.into());
        }
        let of_projects = |workshop: i64| {
            projects.iter().any(|(project, _)| refs.shares_ever(workshop, *project))
        };
        let mut centres = Vec::new();
        for (key, centre) in &refs.centres {
            let shown = if internal {
                sees_place(Place::centre(centre.id))
            } else {
                refs.workshops.iter().any(|(w, it)| it.centre == Some(*key) && of_projects(*w))
            };
            if shown {
                centres.push(Choice { code: centre.code.clone(), name: centre.name.clone() });
            }
        }
        let mut workshops = Vec::new();
        for workshop in refs.workshops.values().filter(|_| internal) {
            let centre = workshop.centre.and_then(|key| refs.centres.get(&key)).map(|c| c.id);
            if sees_place(Place::workshop(workshop.id, centre)) {
                workshops
                    .push(Choice { code: workshop.code.clone(), name: workshop.title.clone() });
            }
        }
        let mut projects: Vec<_> = projects
            .into_iter()
            .map(|(_, p)| Choice { code: p.code.clone(), name: p.title.clone() })
            .collect();
        for list in [&mut centres, &mut workshops, &mut projects] {
            list.sort_by(|a, b| a.code.cmp(&b.code));
        }
        Ok(Choices { centres, projects, workshops, donor: !internal, today: self.clock().today() })
    }

    /// Resolves codes and rights. Whoever sees whole figures of what is asked gets them; whoever
    /// only sees the project gets the donor's version.
    async fn request(
        &self,
        actor: &Actor,
        report: Report,
        query: &Query,
    ) -> Result<Request, StoreError> {
        query.check()?;
        if !report.takes(query.by, query.of.as_deref())
            || (query.since.is_some() && !report.compares())
        {
            return Err(Fault::malformed().into());
        }
        if report.compares() && query.since.is_none() {
            return Err(what_changed::missing().into());
        }
        let refs = self.refs().await?;
        let group = only_group(&refs, query)?;
        let project = query.project.as_ref().map(|code| {
            let found = refs.projects.iter().find(|(_, p)| p.code == *code);
            found.map(|(key, p)| (*key, p.id)).ok_or(Fault::Unknown { noun: Noun::Project })
        });
        let internal = !actor.scopes(Action::SeeFigures).is_empty();
        if !internal {
            // A donor learns nothing about projects that were not granted, not even whether
            // there are any.
            let (key, id) = match project {
                Some(Ok(project)) => project,
                Some(Err(_)) => return Err(Fault::NotAllowed.into()),
                None => only_project(actor, &refs)?,
            };
            if !report.for_donors() || !actor.may(Action::SeeProject, Place::project(id)) {
                return Err(Fault::NotAllowed.into());
            }
            query.check_for_donor(report)?;
            let centre = find_centre(&refs, query.centre.as_deref())?;
            // An indicator is of its whole project: in one centre it would be a finer cut.
            if report == Report::IndicatorProgress && centre.is_some() {
                return Err(Fault::NotAllowed.into());
            }
            let code = refs.projects[&key].code.clone();
            let since_at = self.since_at(query, Some(&code)).await?;
            return Ok(Request {
                query: Query { project: Some(code), since_at, ..query.clone() },
                centre,
                workshop: None,
                project: Some(key),
                group: None,
                centres: None,
                audience: Audience::Donor,
                refs,
            });
        }
        let project = project.transpose()?.map(|(key, _)| key);
        let centre = find_centre(&refs, query.centre.as_deref())?;
        if let Some(id) = centre.and_then(|key| refs.centres.get(&key)).map(|c| c.id)
            && !actor.may(Action::SeeFigures, Place::centre(id))
        {
            return Err(Fault::NotAllowed.into());
        }
        let workshop = match &query.workshop {
            None => None,
            Some(code) => {
                let (key, found) = refs
                    .workshops
                    .iter()
                    .find(|(_, w)| w.code == *code)
                    .ok_or(Fault::Unknown { noun: Noun::Workshop })?;
                let centre = found.centre.and_then(|key| refs.centres.get(&key)).map(|c| c.id);
                if !actor.may(Action::SeeFigures, Place::workshop(found.id, centre)) {
                    return Err(Fault::NotAllowed.into());
                }
                Some(*key)
            }
        };
        let all = actor.may(Action::SeeFigures, Place::ORGANISATION);
        let centres = (!all).then(|| {
            refs.centres
                .iter()
                .filter(|(_, c)| actor.may(Action::SeeFigures, Place::centre(c.id)))
                .map(|(key, _)| *key)
                .collect()
        });
        let audience = Audience::Internal;
        let since_at = self.since_at(query, None).await?;
        Ok(Request {
            query: Query { since_at, ..query.clone() },
            centre,
            workshop,
            project,
            group,
            centres,
            audience,
            refs,
        })
    }

    /// When what is compared with was told; of a project, to its donors. A store that shows an earlier
    /// entry is told so, and knows no files.
    async fn since_at(
        &self,
        query: &Query,
        project: Option<&str>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let Some(entry) = query.since else { return Ok(None) };
        if self.shows_earlier() && query.since_at.is_some() {
            return Ok(query.since_at);
        }
        let told = self.told_at(entry, project).await?.ok_or(Fault::NotAllowed)?;
        Ok(Some(query.since_at.unwrap_or(told.trunc_subsecs(3))))
    }

    /// A scan over the shifts of one centre, for dashboards: permission was checked before.
    pub(crate) async fn scan_centre(
        &self,
        refs: &Arc<Refs>,
        centre: i64,
        query: Query,
    ) -> Result<Scan, StoreError> {
        self.scan(Request::of_centre(refs, centre, query)).await
    }

    async fn scan(&self, request: Request) -> Result<Scan, StoreError> {
        let people = self.people().await?;
        let (db, now) = (self.db().begin_read().await?, self.clock().now());
        Scan::open(db, request, people, now, self.watch()).await
    }

    /// What is produced within a request, a row a day, for dashboards.
    pub(crate) async fn outputs_by_day(
        &self,
        refs: &Arc<Refs>,
        centre: i64,
        query: Query,
    ) -> Result<Vec<outputs::Made>, StoreError> {
        let request = Request::of_centre(refs, centre, query);
        let mut db = self.db().begin_read().await?;
        outputs::made(&mut db, &request, request.query.from, request.query.to).await
    }
}

/// Rows that were made all at once: few, however long the period.
fn whole(rows: Window) -> BoxStream<'static, Result<Window, StoreError>> {
    stream::once(async { Ok(rows) }).boxed()
}

/// Donors need not name their project when there is only one.
fn only_project(actor: &Actor, refs: &Refs) -> Result<(i64, domain::ids::ProjectId), Fault> {
    let mut granted =
        refs.projects.iter().filter(|(_, p)| actor.may(Action::SeeProject, Place::project(p.id)));
    match (granted.next(), granted.next()) {
        (Some((key, project)), None) => Ok((*key, project.id)),
        (Some(_), Some(_)) => Err(Fault::Missing { field: "project".to_owned() }),
        (None, _) => Err(Fault::NotAllowed),
    }
}

/// The group that a query asks for.
fn only_group(refs: &Refs, query: &Query) -> Result<Option<Group>, Fault> {
    let (Some(by), Some(code)) = (query.by, query.of.as_deref()) else { return Ok(None) };
    Group::read(by, code, refs).map(Some)
}

fn find_centre(refs: &Refs, code: Option<&str>) -> Result<Option<i64>, Fault> {
    let Some(code) = code else { return Ok(None) };
    match refs.centres.iter().find(|(_, c)| c.code == code) {
        Some((key, _)) => Ok(Some(*key)),
        None => Err(Fault::Unknown { noun: Noun::Centre }),
    }
}
