//! The form of a day's occupancy.

use super::Asked;
use chrono::NaiveDate;
use domain::access::Action;
use domain::centre::CENTRE_CAPACITY_MAX;
use domain::clock::check_come;
use domain::command::Command;
use domain::fault::Fault;
use domain::ids::{CentreId, OccupancyId};
use domain::import::cell_word;
use domain::occupancy::{OccupancyCell, RecordOccupancy, sum_of};
use domain::person::{AgeBand, Sex};
use store::StoreError;
use uuid::Uuid;

/// Records what was typed; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn record(asked: &Asked<'_>) -> Result<String, StoreError> {
    let centre = asked.centre(Action::Manage).await?;
    let entry = entry(asked, centre, asked.today())?;
    let day = entry.day;
    asked.make(Command::RecordOccupancy(entry)).await?;
    Ok(format!("day={day}&done=saved"))
}

fn entry(asked: &Asked<'_>, centre: CentreId, today: NaiveDate) -> Result<RecordOccupancy, Fault> {
    let typed = asked.typed;
    let day = typed.get("day").parse().map_err(|_| Fault::malformed())?;
    check_come(day, today)?;
    let number = |name: &str| typed.number(name, CENTRE_CAPACITY_MAX);
    let mut cells = Vec::new();
    for sex in Sex::ALL {
        for band in AgeBand::ALL {
            if let Some(people) = number(&cell_word(sex, band))? {
                cells.push(OccupancyCell { sex, band, people });
            }
        }
    }
    let total = match number("total")? {
        Some(total) => total,
        None if !cells.is_empty() => sum_of(&cells),
        None => return Err(Fault::out_of_range("total", 0, CENTRE_CAPACITY_MAX)),
    };
    let entry = RecordOccupancy {
        occupancy: OccupancyId(Uuid::now_v7()),
        centre,
        day,
        total,
        children: number("children")?,
        female: number("female")?,
        male: number("male")?,
        girls: number("girls")?,
        boys: number("boys")?,
        cells,
        source: typed.get("source").to_owned(),
    };
    Ok(entry.filled())
}
