//! Rows that are days of the centre's occupancy.

use super::rows::{Change, Planned, Sheet};
use chrono::NaiveDate;
use domain::command::Command;
use domain::ids::{CentreId, OccupancyId};
use domain::import::{ImportField as Field, Trouble};
use domain::occupancy::{OccupancyCell, RecordOccupancy, sum_of};
use domain::overview::OccupancyEntry;
use domain::person::{AgeBand, Sex};
use std::collections::HashMap;
use uuid::Uuid;

/// What the rows of a file about occupancy come to.
pub fn plan(
    sheet: &Sheet<'_>,
    centre: CentreId,
    known: &HashMap<NaiveDate, OccupancyEntry>,
    today: NaiveDate,
) -> Planned {
    let mut planned = Planned::default();
    let mut rows_of: HashMap<NaiveDate, usize> = HashMap::new();
    for row in &sheet.table.rows {
        let mut cells = sheet.row(row);
        let day = cells.day(Field::Day);
        let day = cells.needed(Field::Day, day);
        let mut counted = Vec::new();
        for sex in Sex::ALL {
            for band in AgeBand::ALL {
                if let Some(people) = cells.number(Field::Cell(sex, band)) {
                    counted.push(OccupancyCell { sex, band, people });
                }
            }
        }
        let total = cells.number(Field::Total);
        // A file that counts every cell may leave the sum to its reader.
        let total = match (total, counted.is_empty() || sheet.has(Field::Total)) {
            (None, true) => cells.needed(Field::Total, None),
            (None, false) => Some(sum_of(&counted)),
            (some, _) => some,
        };
        let source = cells.text(Field::Source);
        let source = source.unwrap_or_else(|| sheet.mapping.source.clone());
        if source.is_empty() {
            cells.wrong(Some(Field::Source), Trouble::Missing);
        }
        if day.is_some_and(|day| day > today) {
            cells.wrong(Some(Field::Day), Trouble::ToCome);
        }
        let entry = day.zip(total).map(|(day, total)| {
            RecordOccupancy {
                occupancy: OccupancyId(Uuid::now_v7()),
                centre,
                day,
                total,
                children: cells.number(Field::Children),
                female: cells.number(Field::Females),
                male: cells.number(Field::Males),
                girls: cells.number(Field::Girls),
                boys: cells.number(Field::Boys),
                cells: counted,
                source,
            }
            .filled()
        });
        if let Some(day) = day
            && let Some(before) = rows_of.insert(day, row.number)
        {
            cells.wrong(Some(Field::Day), Trouble::SameAs(before));
        }
        let (Some(entry), true) = (entry, cells.fits()) else {
            planned.findings.problems.append(&mut cells.problems);
            continue;
        };
        let stands = known.get(&entry.day);
        let new = stands.is_none();
        let changes = match stands {
            Some(stands) if is_same(stands, &entry) => Vec::new(),
            _ => {
                let command = Command::RecordOccupancy(entry);
                vec![Change { row: row.number, command, identity: None }]
            }
        };
        planned.add(sheet, row, changes, new);
    }
    planned
}

/// Whether a row says what stands: the numbers, whatever the source is called.
fn is_same(stands: &OccupancyEntry, said: &RecordOccupancy) -> bool {
    let sorted = |cells: &[OccupancyCell]| {
        let mut cells: Vec<_> =
            cells.iter().map(|cell| (cell.sex, cell.band, cell.people)).collect();
        cells.sort_unstable();
        cells
    };
    stands.total == said.total
        && stands.children == said.children
        && stands.female == said.female
        && stands.male == said.male
        && stands.girls == said.girls
        && stands.boys == said.boys
        && sorted(&stands.cells) == sorted(&said.cells)
}
