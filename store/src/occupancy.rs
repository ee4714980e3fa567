//! A centre's occupancy, day by day, with the history of each day.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::clock::{check_day, month_of};
use domain::overview::{OccupancyDay, OccupancyEntry, OccupancyMonth};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

impl Store {
    /// The month that a day lies in, today's when missing.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage the centre;
    /// [`domain::fault::Fault::Unknown`], [`domain::fault::Fault::BadDay`].
    pub async fn occupancy_month(
        &self,
        actor: &Actor,
        code: &str,
        day: Option<NaiveDate>,
    ) -> Result<OccupancyMonth, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let today = self.clock().today();
        let day = day.unwrap_or(today);
        check_day(day)?;
        let (first, last) = month_of(day);
        let before_first = first.pred_opt().unwrap_or(first);
        let mut entries = entries(&mut db, centre.key, before_first, last).await?;
        let mut before = entries
            .remove(&before_first)
            .and_then(|entries| entries.first().map(|entry| entry.total));
        let mut days = Vec::new();
        for one in first.iter_days().take_while(|one| *one <= last.min(today)) {
            let one = OccupancyDay {
                day: one,
                before,
                entries: entries.remove(&one).unwrap_or_default(),
            };
            before = one.standing().map(|entry| entry.total);
            days.push(one);
        }
        days.reverse();
        let before = last_before(&mut db, centre.key, day).await?;
        Ok(OccupancyMonth { centre: centre.choice, day, today, days, before })
    }
}

macro_rules! entry {
    ($from:literal) => {
        concat!(
            "select o.seq, o.day, o.total, o.children, o.female, o.male, o.girls, o.boys,
                    o.source, o.cells, a.code as account, j.received_at
             from occupancy o join journal j on j.seq = o.seq left join account a on a.id = j.actor
             where o.centre = $1 and ",
            $from
        )
    };
}

/// The entries of days, those of a day newest first.
pub(crate) async fn entries(
    db: &mut AnyConnection,
    centre: i64,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<NaiveDate, Vec<OccupancyEntry>>, StoreError> {
    let rows = sqlx::query(entry!("o.day >= $2 and o.day <= $3 order by o.seq desc"))
        .bind(centre)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(db)
        .await?;
    let mut days: BTreeMap<NaiveDate, Vec<OccupancyEntry>> = BTreeMap::new();
    for row in &rows {
        let (day, entry) = read(row)?;
        days.entry(day).or_default().push(entry);
    }
    Ok(days)
}

async fn last_before(
    db: &mut AnyConnection,
    centre: i64,
    day: NaiveDate,
) -> Result<Option<(NaiveDate, OccupancyEntry)>, StoreError> {
    let row = sqlx::query(entry!("o.day < $2 order by o.day desc, o.seq desc limit 1"))
        .bind(centre)
        .bind(day.to_string())
        .fetch_optional(db)
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &AnyRow) -> Result<(NaiveDate, OccupancyEntry), StoreError> {
    let row = Reader::new("occupancy", row);
    let cells: Option<String> = row.get("cells")?;
    let cells = cells.map(|cells| serde_json::from_str(&cells)).transpose();
    let entry = OccupancyEntry {
        total: row.number("total")?,
        children: row.get("children")?,
        female: row.get("female")?,
        male: row.get("male")?,
        girls: row.get("girls")?,
        boys: row.get("boys")?,
        cells: cells.map_err(|_| row.corrupt("cells"))?.unwrap_or_default(),
        source: row.text("source")?,
        account: row.get("account")?,
        at: row.instant("received_at")?,
    };
    Ok((row.day("day")?, entry))
}
