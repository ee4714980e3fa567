//! What donors were told of the people of projects, in the order in which it was told: it cannot be
//! taken back, so whatever is told next is proved beside it.

use super::Next;
use super::known::{Difference, Known};
use super::model::Touched;
use crate::Store;
use crate::error::StoreError;
use crate::journal;
use crate::report::reached::Scope;
use crate::row::Reader;
use disclosure::Fate;
use domain::report::period::Days;
use sqlx::AssertSqlSafe;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// What was told of a project once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub(super) id: String,
    pub(super) project: i64,
    /// The last entry of the journal then.
    pub(super) entry: i64,
    pub(super) known: Known,
    /// The contacts, then, of shifts about which something was entered since it was told before.
    pub(super) touched: Touched,
    /// The fate of every figure, in the order of the model.
    pub(super) fates: Vec<Fate>,
}

const LETTERS: [(char, Fate); 5] = [
    ('s', Fate::Shown),
    ('k', Fate::Small),
    ('c', Fate::Complementary),
    ('r', Fate::Row),
    ('w', Fate::Withheld),
];

fn letters(fates: &[Fate]) -> String {
    let letter = |fate: &Fate| LETTERS.iter().find(|(_, known)| known == fate);
    fates.iter().map(|fate| letter(fate).map_or('w', |(letter, _)| *letter)).collect()
}

/// What cannot be read is not shown.
fn fates(letters: &str) -> Vec<Fate> {
    let fate = |letter| LETTERS.iter().find(|(known, _)| *known == letter);
    letters.chars().map(|letter| fate(letter).map_or(Fate::Withheld, |(_, fate)| *fate)).collect()
}

/// The keys of projects in an SQL list.
fn list(projects: &BTreeSet<i64>) -> String {
    projects.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}

impl Store {
    /// The fates with which a state of a project was told, if it was.
    pub(super) async fn told_as(
        &self,
        project: i64,
        inputs: &str,
    ) -> Result<Option<Vec<Fate>>, StoreError> {
        let row = sqlx::query("select project, fates from told where project = $1 and inputs = $2")
            .bind(project)
            .bind(inputs)
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Ok(fates(&Reader::new("told", &row).text("fates")?))).transpose()
    }

    /// All that was told of some projects, in order.
    pub(super) async fn told(&self, projects: &BTreeSet<i64>) -> Result<Vec<Told>, StoreError> {
        let sql = format!(
            "select id, project, entry, difference, touched, fates from told
             where project in ({}) order by id",
            list(projects)
        );
        let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *self.read().await?).await?;
        let mut told: Vec<Told> = Vec::with_capacity(rows.len());
        let mut last: HashMap<i64, usize> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let row = Reader::new("told", row);
            let project = row.number("project")?;
            let difference: Difference = row.json("difference")?;
            let before = last.insert(project, at).and_then(|at| told.get(at));
            let touched: Vec<(Days, Scope, i64)> = row.json("touched")?;
            let touched = touched.into_iter().map(|(days, scope, n)| ((days, scope), n));
            told.push(Told {
                id: row.text("id")?,
                project,
                entry: row.number("entry")?,
                known: difference.after(before.map(|before| &before.known)),
                touched: touched.collect(),
                fates: fates(&row.text("fates")?),
            });
        }
        Ok(told)
    }

    /// Keeps that this is told of a project, unless something else was told of the projects that are
    /// proved together since it was proved; returns whether it is kept.
    pub(super) async fn keep_told(&self, next: &Next, fates: &[Fate]) -> Result<bool, StoreError> {
        let json = |error: serde_json::Error| StoreError::Machine(error.to_string());
        let before = next.before().map(|before| &before.known);
        let difference = Difference::between(before, &next.known);
        let touched: Vec<(Days, Scope, i64)> =
            next.touched.iter().map(|((days, scope), n)| (*days, *scope, *n)).collect();
        let mut tx = self.db().begin_write().await?;
        // The lock that every writer takes: what was told last stays the last until this is kept.
        journal::lock(&mut tx).await?;
        let projects = list(&next.related);
        let sql = format!(
            "select max(id) as of_all,
                 max(case when project in ({projects}) then id end) as of_these from told"
        );
        let row = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut *tx).await?;
        let row = Reader::new("told", &row);
        if row.get::<Option<String>>("of_these")?.as_deref() != next.last() {
            return Ok(false);
        }
        // After all others, whatever this machine's clock says.
        let last: Option<Uuid> = row.parse_opt("of_all")?;
        let after = last.map(|last| Uuid::from_u128(last.as_u128().saturating_add(1)));
        let id = after.map_or(Uuid::now_v7(), |after| after.max(Uuid::now_v7()));
        sqlx::query(
            "insert into told (id, project, entry, inputs, difference, touched, fates)
             values ($1, cast($2 as bigint), cast($3 as bigint), $4, $5, $6, $7)",
        )
        .bind(id.to_string())
        .bind(next.project)
        .bind(next.entry)
        .bind(next.inputs.clone())
        .bind(serde_json::to_string(&difference).map_err(json)?)
        .bind(serde_json::to_string(&touched).map_err(json)?)
        .bind(letters(fates))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(true)
    }
}
