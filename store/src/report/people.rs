//! The internal report of people reached, by code: the rows behind "different people".

use super::{Scan, Window};
use crate::error::StoreError;
use domain::person::AgeBand;
use domain::report::{Cell, Term};
use domain::shift::ShiftState;
use std::collections::HashMap;

/// A row for each person who was present at a shift that was held, by code.
pub(super) async fn rows(mut scan: Scan) -> Result<Window, StoreError> {
    let mut contacts: HashMap<i64, i64> = HashMap::new();
    while let Some(found) = scan.next().await? {
        for found in found.iter().filter(|f| f.session.state == ShiftState::Closed) {
            for person in found.session.present() {
                *contacts.entry(*person).or_default() += 1;
            }
        }
    }
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::with_capacity(contacts.len());
    for (key, count) in contacts {
        let Some(person) = scan.people.by_key.get(&key) else { continue };
        let band = scan.band(key).unwrap_or(AgeBand::Unknown);
        let cells = vec![
            Cell::Text(person.code.clone()),
            Cell::Term(Term::Sex(person.sex)),
            Cell::Term(Term::Band(band)),
            Cell::Number(count),
        ];
        rows.push((person.code.clone(), cells));
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(rows.into_iter().map(|(_, cells)| cells).collect())
}
