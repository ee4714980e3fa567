//! R5: how far the indicators of projects are, by pieces of the period.

use super::outputs;
use super::published::{Published, What};
use super::reached::{Counts, Scope, Wanted, count};
use super::{Request, Window};
use crate::Store;
use crate::apply::measure_of;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::ids::ProductId;
use domain::indicator::{DefineIndicator, Measure, per_mille};
use domain::report::period::Days;
use domain::report::reached::{Reached, cells};
use domain::report::{Cell, Term};
use domain::suppression::Why;
use domain::workshop::Activity;
use sqlx::AnyConnection;
use std::collections::HashMap;

/// An indicator by its latest definition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Defined {
    /// The entry that defined it first.
    pub(crate) key: i64,
    pub(crate) define: DefineIndicator,
}

/// The indicators of a project, in the order of their codes.
pub(crate) async fn of_project(
    db: &mut AnyConnection,
    project: i64,
) -> Result<Vec<Defined>, StoreError> {
    let rows = sqlx::query(
        "select i.seq, i.id, p.id as project, i.code, i.title_en, i.title_sr, i.definition_en,
                i.definition_sr, i.unit_en, i.unit_sr, i.source_en, i.source_sr, i.level, i.measure,
                i.activity, i.baseline, (select min(seq) from indicator where id = i.id) as first
         from indicator i join project p on p.seq = i.project
         where i.project = $1 and i.seq = (select max(seq) from indicator where id = i.id)
         order by i.code",
    )
    .bind(project)
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("indicator", row);
            let activity: Option<String> = row.get("activity")?;
            let define = DefineIndicator {
                indicator: row.parse("id")?,
                project: row.parse("project")?,
                code: row.text("code")?,
                title: row.name("title_en", "title_sr")?,
                definition: row.name("definition_en", "definition_sr")?,
                unit: row.name("unit_en", "unit_sr")?,
                source: row.name("source_en", "source_sr")?,
                level: row.word("level")?,
                measure: measure_of(&row)?,
                activity: activity.map(|_| row.word("activity")).transpose()?,
                baseline: row.number("baseline")?,
            };
            Ok(Defined { key: row.number("first")?, define })
        })
        .collect()
}

/// Values by period, the latest one of each: targets, or what was entered by hand.
type Values = HashMap<Days, i64>;

pub(crate) async fn targets(db: &mut AnyConnection, indicator: i64) -> Result<Values, StoreError> {
    let sql = "select seq, from_day, to_day, value from target where indicator = $1 order by seq";
    values(db, sql, indicator).await
}

async fn by_hand(db: &mut AnyConnection, indicator: i64) -> Result<Values, StoreError> {
    let sql = "select seq, from_day, to_day, value from indicator_value where indicator = $1 order by seq";
    values(db, sql, indicator).await
}

async fn values(
    db: &mut AnyConnection,
    sql: &'static str,
    indicator: i64,
) -> Result<Values, StoreError> {
    let rows = sqlx::query(sql).bind(indicator).fetch_all(db).await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("target", row);
            Ok(((row.day("from_day")?, row.day("to_day")?), row.number("value")?))
        })
        .collect()
}

/// The rows: by project, code and days.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let refs = request.refs.clone();
    let pieces = request.query.step.pieces((request.query.from, request.query.to))?;
    let asked = refs.projects.keys().filter(|key| request.project.is_none_or(|only| only == **key));
    let mut rows = Vec::new();
    for project in asked.copied().collect::<Vec<_>>() {
        let of_project = Request { project: Some(project), ..request.clone() };
        rows.extend(rows_of(store, of_project, project, &pieces).await?);
    }
    Ok(rows)
}

/// What an indicator would tell of some days and since its project began, were it defined so.
pub(super) async fn preview(
    store: &Store,
    request: &Request,
    define: &DefineIndicator,
    days: Days,
) -> Result<(Option<i64>, Option<i64>), StoreError> {
    let project = request.project.and_then(|key| request.refs.projects.get(&key));
    let Some(begin) = project.map(|project| project.from) else { return Ok((None, None)) };
    let wanted = Wanted {
        pieces: vec![days],
        since: Some((begin, vec![days.1])),
        activities: define.activity.into_iter().collect(),
        only: None,
    };
    let counts = count(store, request, &wanted).await?;
    let one = Defined { key: 0, define: define.clone() };
    let known = Known::read(store, request, None, &one, begin, &[days]).await?;
    Ok((known.value(&counts, days, false), known.value(&counts, (begin, days.1), true)))
}

async fn rows_of(
    store: &Store,
    request: Request,
    key: i64,
    pieces: &[Days],
) -> Result<Window, StoreError> {
    let refs = request.refs.clone();
    let Some(project) = refs.projects.get(&key) else { return Ok(Vec::new()) };
    let indicators = of_project(&mut *store.read().await?, key).await?;
    if indicators.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Wanted {
        pieces: pieces.to_vec(),
        since: Some((project.from, pieces.iter().map(|(_, to)| *to).collect())),
        activities: indicators.iter().filter_map(|one| one.define.activity).collect(),
        only: None,
    };
    let (counts, published) = store.count_told(&request, &wanted).await?;
    let mut rows = Vec::new();
    for one in &indicators {
        let published = published.as_deref();
        let known = Known::read(store, &request, published, one, project.from, pieces).await?;
        for days in pieces {
            let value = |days, since| known.value(&counts, days, since);
            let (actual, cumulative) = (value(*days, false), value((project.from, days.1), true));
            let whole = (project.from, project.to);
            let (target, reached) = match known.targets.get(days) {
                Some(target) => (Some(*target), actual),
                None => (known.targets.get(&whole).copied(), cumulative),
            };
            let progress = target.zip(reached).and_then(|(target, n)| per_mille(n, target));
            let of_period = known.targets.contains_key(days);
            // A donor sees all of what counts no people.
            let shields = published.filter(|_| one.define.measure.counts_people());
            let shield = |what: What, cell: Cell| match shields {
                Some(published) => published.shield(*days, Scope::All, what, cell),
                None => cell,
            };
            let (now, ever) = (What::Actual(one.key), What::Cumulative(one.key));
            let number = |n: Option<i64>| n.map_or(Cell::Empty(Why::NotRecorded), Cell::Number);
            let rate = progress.map_or(Cell::Empty(Why::NotRecorded), Cell::Decimal);
            rows.push(vec![
                Cell::Name(project.title.clone()),
                Cell::Text(project.code.clone()),
                Cell::Name(project.funder.clone()),
                Cell::Text(one.define.code.clone()),
                Cell::Name(one.define.title.clone()),
                Cell::Term(Term::Level(one.define.level)),
                Cell::Name(one.define.unit.clone()),
                Cell::Number(one.define.baseline),
                number(target),
                shield(now, number(actual)),
                shield(ever, number(cumulative)),
                shield(if of_period { now } else { ever }, rate),
                Cell::Day(days.0),
                Cell::Day(days.1),
                Cell::Name(one.define.source.clone()),
                Cell::Number(0),
            ]);
        }
    }
    Ok(rows)
}

/// What the scan does not know of an indicator.
struct Known<'a> {
    define: &'a DefineIndicator,
    targets: Values,
    by_hand: Values,
    /// What was made of a product, by day.
    made: Vec<(NaiveDate, i64)>,
    /// The days on which enrolments were completed.
    completed: Vec<NaiveDate>,
}

impl<'a> Known<'a> {
    /// For donors what is told is `published`.
    async fn read(
        store: &Store,
        request: &Request,
        published: Option<&Published>,
        one: &'a Defined,
        begin: NaiveDate,
        pieces: &[Days],
    ) -> Result<Self, StoreError> {
        let first = pieces.first().map_or(begin, |(from, _)| begin.min(*from));
        let last = pieces.last().map_or(begin, |(_, to)| *to);
        let (made, completed) = match &one.define.measure {
            Measure::Made { product } => {
                (store.made_of(request, (first, last), *product).await?, Vec::new())
            }
            Measure::Completions => match published {
                Some(published) => (Vec::new(), published.completed(one.key)),
                None => (Vec::new(), store.completions(request, one.define.activity).await?),
            },
            _ => (Vec::new(), Vec::new()),
        };
        let mut db = store.read().await?;
        Ok(Self {
            define: &one.define,
            targets: targets(&mut db, one.key).await?,
            by_hand: by_hand(&mut db, one.key).await?,
            made,
            completed,
        })
    }

    /// The value in some days; `since` for those from the project's first day on. Nothing where
    /// nothing was entered by hand.
    fn value(&self, counts: &Counts, days: Days, since: bool) -> Option<i64> {
        let scope = self.define.activity.map_or(Scope::All, Scope::Activity);
        let nobody = Reached::default();
        let reached = counts.get(&(days, scope)).unwrap_or(&nobody);
        let within = |day: NaiveDate| days.0 <= day && day <= days.1;
        match &self.define.measure {
            Measure::People { sex, bands } => Some(reached.sum(&cells(*sex, bands))),
            Measure::Contacts => Some(reached.contacts),
            Measure::Sessions => Some(reached.sessions),
            Measure::Hours => Some(reached.minutes / 60),
            Measure::Made { .. } => {
                Some(self.made.iter().filter(|(day, _)| within(*day)).map(|(_, n)| n).sum())
            }
            Measure::Completions => {
                let completed = self.completed.iter().filter(|day| within(**day)).count();
                i64::try_from(completed).ok()
            }
            // Of the whole the latest that was entered by then, since some add up and some do not.
            Measure::ByHand if since => {
                let until = self.by_hand.iter().filter(|((_, to), _)| *to <= days.1);
                until.max_by_key(|((_, to), _)| *to).map(|(_, value)| *value)
            }
            Measure::ByHand => self.by_hand.get(&days).copied(),
        }
    }
}

impl Store {
    /// What was made of a product, by day, as far as the request covers it.
    async fn made_of(
        &self,
        request: &Request,
        (from, to): Days,
        product: ProductId,
    ) -> Result<Vec<(NaiveDate, i64)>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let row = sqlx::query("select seq from product where id = $1")
            .bind(product.to_string())
            .fetch_optional(&mut *db)
            .await?;
        let Some(row) = row else { return Ok(Vec::new()) };
        let key = Reader::new("product", &row).number("seq")?;
        let made = outputs::made(&mut db, request, from, to).await?;
        let of_product = made.into_iter().filter(|one| one.product == key);
        Ok(of_product.map(|one| (one.day, one.quantity)).collect())
    }

    /// The days on which enrolments in the workshops of a request were completed, each once.
    pub(super) async fn completions(
        &self,
        request: &Request,
        activity: Option<Activity>,
    ) -> Result<Vec<NaiveDate>, StoreError> {
        let rows = sqlx::query(
            "select e.seq, e.workshop, w.centre, p.on_day, p.completed
             from progress p join enrolment e on e.seq = p.enrolment
             join workshop w on w.seq = e.workshop order by e.seq, p.on_day, p.seq",
        )
        .fetch_all(&mut *self.read().await?)
        .await?;
        let mut completed: HashMap<i64, Option<NaiveDate>> = HashMap::new();
        for row in &rows {
            let row = Reader::new("progress", row);
            let (workshop, centre) = (row.number("workshop")?, row.get("centre")?);
            let kind = request.refs.workshops.get(&workshop).map(|workshop| workshop.activity);
            let fits = activity.is_none_or(|only| kind == Some(only));
            if !fits || !request.covers(centre, workshop, &row.text("on_day")?) {
                continue;
            }
            // Completed on the first of the days from which on it stayed so.
            let day = (row.number("completed")? == 1).then_some(row.day("on_day")?);
            let held = completed.entry(row.number("seq")?).or_default();
            *held = day.map(|day| held.unwrap_or(day));
        }
        let mut days: Vec<NaiveDate> = completed.into_values().flatten().collect();
        days.sort_unstable();
        Ok(days)
    }
}
