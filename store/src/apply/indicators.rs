//! Projects as donors see them: whether they may be described, their indicators, and the rows.

use super::places::*;
use super::project::Sql;
use crate::error::StoreError;
use crate::row::{Reader, word};
use chrono::NaiveDate;
use domain::clock::check_come;
use domain::command::Envelope;
use domain::fault::{Fault, Noun};
use domain::ids::IndicatorId;
use domain::indicator::{DefineIndicator, Measure, RecordIndicatorValue, SetTarget};
use domain::project::DescribeProject;
use sqlx::AnyConnection;

/// A code belongs to one indicator of a project, and an indicator to one project for good.
pub(super) async fn may_define(
    db: &mut AnyConnection,
    c: &DefineIndicator,
) -> Result<(), StoreError> {
    let project = known(db, ID_PROJECT, &c.project.to_string(), Noun::Project).await?;
    if let Measure::Made { product } = &c.measure {
        known(db, ID_PRODUCT, &product.to_string(), Noun::Product).await?;
    }
    if let Some(held) = latest(db, c.indicator).await?
        && held.0 != project
    {
        return Err(Fault::AlreadyExists { noun: Noun::Indicator }.into());
    }
    let taken = sqlx::query(
        "select i.seq from indicator i where i.project = $1 and i.code = $2 and i.id <> $3
           and i.seq = (select max(seq) from indicator where id = i.id) limit 1",
    )
    .bind(project)
    .bind(c.code.as_str())
    .bind(c.indicator.to_string())
    .fetch_optional(db)
    .await?;
    match taken {
        None => Ok(()),
        Some(_) => Err(Fault::CodeTaken { noun: Noun::Indicator }.into()),
    }
}

pub(super) async fn may_set_target(
    db: &mut AnyConnection,
    c: &SetTarget,
) -> Result<(), StoreError> {
    existing(db, c.indicator).await.map(drop)
}

/// Only what no report computes, and only of days that have come.
pub(super) async fn may_record(
    db: &mut AnyConnection,
    today: NaiveDate,
    c: &RecordIndicatorValue,
) -> Result<(), StoreError> {
    let (_, measure) = existing(db, c.indicator).await?;
    check_come(c.from, today)?;
    match measure {
        Measure::ByHand => Ok(()),
        _ => Err(Fault::out_of_range("indicator", 1, 1).into()),
    }
}

async fn existing(db: &mut AnyConnection, id: IndicatorId) -> Result<(i64, Measure), StoreError> {
    let held = latest(db, id).await?;
    held.ok_or_else(|| Fault::Unknown { noun: Noun::Indicator }.into())
}

/// The project of an indicator, and what it counts by its latest definition.
async fn latest(
    db: &mut AnyConnection,
    id: IndicatorId,
) -> Result<Option<(i64, Measure)>, StoreError> {
    let row = sqlx::query(
        "select seq, project, measure from indicator where id = $1 order by seq desc limit 1",
    )
    .bind(id.to_string())
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("indicator", &row);
        Ok((row.number("project")?, measure_of(&row)?))
    })
    .transpose()
}

/// What an indicator counts, as its row says.
pub(crate) fn measure_of(row: &Reader<'_>) -> Result<Measure, StoreError> {
    serde_json::from_str(&row.text("measure")?).map_err(|_| row.corrupt("measure"))
}

pub(super) fn describe(seq: i64, c: &DescribeProject) -> Sql {
    let names =
        [&c.organisation_type, &c.sector, &c.subsector, &c.modality, &c.beneficiaries, &c.contact];
    let mut sql = sqlx::query(
        "insert into project_description
             (seq, project, organisation_type_en, organisation_type_sr, sector_en, sector_sr,
              subsector_en, subsector_sr, modality_en, modality_sr, beneficiaries_en,
              beneficiaries_sr, contact_en, contact_sr)
         select cast($1 as integer), seq, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
         from project where id = $2",
    )
    .bind(seq)
    .bind(c.project.to_string());
    for name in names {
        sql = sql.bind(name.en.clone()).bind(name.sr.clone());
    }
    sql
}

pub(super) fn define(seq: i64, c: &DefineIndicator) -> Result<Sql, StoreError> {
    let measure = serde_json::to_string(&c.measure)
        .map_err(|error| StoreError::Machine(error.to_string()))?;
    let mut sql = sqlx::query(
        "insert into indicator
             (seq, id, project, code, title_en, title_sr, definition_en, definition_sr, unit_en,
              unit_sr, source_en, source_sr, level, measure, activity, baseline)
         select cast($1 as integer), $2, seq, $4, $9, $10, $11, $12, $13, $14, $15, $16, $5, $6,
                $7, cast($8 as bigint)
         from project where id = $3",
    )
    .bind(seq)
    .bind(c.indicator.to_string())
    .bind(c.project.to_string())
    .bind(c.code.clone())
    .bind(word(c.level)?)
    .bind(measure)
    .bind(c.activity.map(word).transpose()?)
    .bind(c.baseline);
    for name in [&c.title, &c.definition, &c.unit, &c.source] {
        sql = sql.bind(name.en.clone()).bind(name.sr.clone());
    }
    Ok(sql)
}

pub(super) fn target(seq: i64, c: &SetTarget) -> Sql {
    sqlx::query(
        "insert into target (seq, indicator, from_day, to_day, value)
         select cast($1 as integer), min(seq), $2, $3, cast($4 as bigint)
         from indicator where id = $5",
    )
    .bind(seq)
    .bind(c.from.to_string())
    .bind(c.to.to_string())
    .bind(c.value)
    .bind(c.indicator.to_string())
}

pub(super) fn value(seq: i64, envelope: &Envelope, c: &RecordIndicatorValue) -> Sql {
    sqlx::query(
        "insert into indicator_value (seq, id, indicator, from_day, to_day, value)
         select cast($1 as integer), $2, min(seq), $3, $4, cast($5 as bigint)
         from indicator where id = $6",
    )
    .bind(seq)
    .bind(envelope.id.to_string())
    .bind(c.from.to_string())
    .bind(c.to.to_string())
    .bind(c.value)
    .bind(c.indicator.to_string())
}
