//! Centres and projects, for head office.

use crate::Store;
use crate::error::StoreError;
use crate::review::choice;
use crate::row::Reader;
use domain::access::{Action, Actor, Place};
use domain::fault::Fault;
use domain::overview::{Organisation, ProjectRow};
use sqlx::AnyConnection;

/// All centres, for [`choices`].
pub(crate) const CENTRES: &str =
    "select seq, code, name_en as title_en, name_sr as title_sr from centre order by code";
const WORKSHOPS: &str = "select seq, code, title_en, title_sr from workshop order by code";

impl Store {
    /// The centres and the projects with the workshops that count for them.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not administer the organisation.
    pub async fn organisation(&self, actor: &Actor) -> Result<Organisation, StoreError> {
        if !actor.may(Action::Administer, Place::ORGANISATION) {
            return Err(Fault::NotAllowed.into());
        }
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let rows = sqlx::query(
            "select seq, code, title_en, title_sr, funder_en, funder_sr, reference, from_day, to_day
             from project order by code",
        )
        .fetch_all(&mut *db)
        .await?;
        let mut projects = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("project", row);
            projects.push(ProjectRow {
                choice: choice(&row)?,
                funder: row.name("funder_en", "funder_sr")?,
                reference: row.text("reference")?,
                from: row.day("from_day")?,
                to: row.day("to_day")?,
                shares: shares(db, row.number("seq")?).await?,
            });
        }
        Ok(Organisation {
            centres: choices(db, CENTRES).await?,
            workshops: choices(db, WORKSHOPS).await?,
            projects,
            today: self.clock().today(),
        })
    }
}

/// Things with a code and a title.
pub(crate) async fn choices(
    db: &mut AnyConnection,
    sql: &'static str,
) -> Result<Vec<domain::overview::Choice>, StoreError> {
    let rows = sqlx::query(sql).fetch_all(db).await?;
    rows.iter().map(|row| choice(&Reader::new("place", row))).collect()
}

type Share = (domain::overview::Choice, chrono::NaiveDate, Option<chrono::NaiveDate>);

async fn shares(db: &mut AnyConnection, project: i64) -> Result<Vec<Share>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, w.code, w.title_en, w.title_sr, s.from_day, s.to_day
         from share s join workshop w on w.seq = s.workshop
         where s.project = $1 order by w.code, s.from_day, s.seq",
    )
    .bind(project)
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("share", row);
            Ok((choice(&row)?, row.day("from_day")?, row.parse_opt("to_day")?))
        })
        .collect()
}
