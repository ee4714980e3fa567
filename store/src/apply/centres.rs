//! What is recorded of a centre as a place.

use super::project::Sql;
use crate::error::StoreError;
use domain::centre::{RecordCentreAddress, RecordCentrePosition};
use domain::occupancy::RecordOccupancy;

/// A day's occupancy; its cells as one JSON list, because an entry makes one row.
pub(super) fn occupancy(seq: i64, c: &RecordOccupancy) -> Result<Sql, StoreError> {
    let cells = match c.cells.as_slice() {
        [] => None,
        cells => {
            Some(serde_json::to_string(cells).map_err(|e| StoreError::Machine(e.to_string()))?)
        }
    };
    Ok(sqlx::query(
        "insert into occupancy (seq, id, centre, day, total, children, female, male, girls, boys,
                                source, cells)
         select cast($1 as integer), $2, seq, $3, cast($4 as bigint), cast($5 as bigint),
                cast($6 as bigint), cast($7 as bigint), cast($8 as bigint), cast($9 as bigint),
                $10, $11
         from centre where id = $12",
    )
    .bind(seq)
    .bind(c.occupancy.to_string())
    .bind(c.day.to_string())
    .bind(c.total)
    .bind(c.children)
    .bind(c.female)
    .bind(c.male)
    .bind(c.girls)
    .bind(c.boys)
    .bind(c.source.clone())
    .bind(cells)
    .bind(c.centre.to_string()))
}

/// Where a centre stands.
pub(super) fn address(seq: i64, c: &RecordCentreAddress) -> Sql {
    sqlx::query(
        "insert into centre_address (seq, centre, from_day, street_en, street_sr, place_en,
                                     place_sr, source)
         select cast($1 as integer), seq, $2, $3, $4, $5, $6, $7 from centre where id = $8",
    )
    .bind(seq)
    .bind(c.from.to_string())
    .bind(c.street.en.clone())
    .bind(c.street.sr.clone())
    .bind(c.place.en.clone())
    .bind(c.place.sr.clone())
    .bind(c.source.clone())
    .bind(c.centre.to_string())
}

/// Where a centre lies on the map, or that it is not told any more.
pub(super) fn position(seq: i64, c: &RecordCentrePosition) -> Sql {
    sqlx::query(
        "insert into centre_position (seq, centre, from_day, latitude, longitude, source)
         select cast($1 as integer), seq, $2, cast($3 as bigint), cast($4 as bigint), $5
         from centre where id = $6",
    )
    .bind(seq)
    .bind(c.from.to_string())
    .bind(c.position.map(|at| at.latitude))
    .bind(c.position.map(|at| at.longitude))
    .bind(c.source.clone())
    .bind(c.centre.to_string())
}
