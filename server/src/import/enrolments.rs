//! Rows that are enrolments in workshops of the centre.

use super::columns::plain;
use super::rows::{Cells, Change, Planned, Sheet};
use super::who::Who;
use chrono::NaiveDate;
use domain::command::Command;
use domain::ids::{EnrolmentId, PersonId, WorkshopId};
use domain::import::{ImportField as Field, Trouble};
use domain::shift::{EndEnrolment, Enrol};
use domain::waiting::check_place;
use std::collections::{HashMap, HashSet};
use store::{ImportIds, KnownEnrolment, KnownWorkshop};

/// The workshop that a row names, or the one of the whole file; notes it where there is none.
pub fn workshop<'a>(
    cells: &mut Cells<'_>,
    workshops: &'a [KnownWorkshop],
    otherwise: &str,
) -> Option<&'a KnownWorkshop> {
    let named = cells.text(Field::Workshop);
    let named = named.unwrap_or_else(|| otherwise.to_owned());
    if named.is_empty() {
        cells.wrong(Some(Field::Workshop), Trouble::Missing);
        return None;
    }
    let sought = plain(&named);
    let is = |workshop: &&KnownWorkshop| {
        let choice = &workshop.choice;
        [&choice.code, &choice.name.en, &choice.name.sr].into_iter().any(|one| plain(one) == sought)
    };
    let found = workshops.iter().find(is);
    if found.is_none() {
        cells.wrong(Some(Field::Workshop), Trouble::NoWorkshop);
    }
    found
}

/// How many people have a place in each workshop, as far as it matters to those who come later.
struct Places {
    people: HashMap<WorkshopId, HashSet<PersonId>>,
}

impl Places {
    fn of(enrolments: &[KnownEnrolment], who: &Who<'_>, today: NaiveDate) -> Self {
        let mut people: HashMap<WorkshopId, HashSet<PersonId>> = HashMap::new();
        for one in enrolments.iter().filter(|one| one.to.is_none_or(|to| to >= today)) {
            let person = who.get(one.person).map_or(one.person, |known| known.id);
            people.entry(one.workshop).or_default().insert(person);
        }
        Self { people }
    }

    /// Whether one more finds a place.
    fn fits(&self, workshop: &KnownWorkshop, today: NaiveDate) -> bool {
        let mut limits = workshop.capacities.iter().filter(|(from, _)| *from <= today);
        let capacity = limits.next_back().map(|(_, people)| *people);
        let enrolled = self.people.get(&workshop.id).map_or(0, HashSet::len);
        check_place(capacity, enrolled as i64).is_ok()
    }
}

/// What the rows of a file about enrolments come to.
pub fn plan(
    sheet: &Sheet<'_>,
    who: &Who<'_>,
    ids: &ImportIds,
    workshops: &[KnownWorkshop],
    known: &[KnownEnrolment],
    today: NaiveDate,
) -> Planned {
    let mut planned = Planned::default();
    let mut places = Places::of(known, who, today);
    let mut of_group: HashMap<(PersonId, WorkshopId), Vec<KnownEnrolment>> = HashMap::new();
    for one in known {
        let person = who.get(one.person).map_or(one.person, |known| known.id);
        of_group.entry((person, one.workshop)).or_default().push(*one);
    }
    let mut rows_of: HashMap<(PersonId, WorkshopId, NaiveDate), usize> = HashMap::new();
    for row in &sheet.table.rows {
        let mut cells = sheet.row(row);
        let person = who.named(&mut cells);
        let workshop = workshop(&mut cells, workshops, &sheet.mapping.workshop);
        let from = cells.day(Field::From).unwrap_or(sheet.mapping.from);
        let to = cells.day(Field::To);
        if to.is_some_and(|to| to < from) {
            cells.wrong(Some(Field::To), Trouble::Reversed);
        }
        let (Some(person), Some(workshop), true) = (person, workshop, cells.fits()) else {
            planned.findings.problems.append(&mut cells.problems);
            continue;
        };
        if let Some(before) = rows_of.insert((person.id, workshop.id, from), row.number) {
            cells.wrong(None, Trouble::SameAs(before));
        }
        let before = of_group.get(&(person.id, workshop.id)).map_or(&[][..], Vec::as_slice);
        // Enrolled on that day already, whenever it began.
        let stands = before.iter().find(|one| {
            one.from == from || (one.from < from && one.to.is_none_or(|to| to >= from))
        });
        let mut changes = Vec::new();
        let mut add = |command| changes.push(Change { row: row.number, command, identity: None });
        match stands {
            Some(one) => {
                if let (Some(to), None) = (to, one.to) {
                    add(Command::EndEnrolment(EndEnrolment { enrolment: one.id, to }));
                }
            }
            None => {
                let takes = to.is_none_or(|to| to >= today);
                let full = takes && !places.fits(workshop, today);
                let despite = sheet.mapping.despite.filter(|_| full);
                if full && despite.is_none() {
                    cells.wrong(Some(Field::Workshop), Trouble::NoPlace);
                }
                if takes {
                    places.people.entry(workshop.id).or_default().insert(person.id);
                }
                let parts = [person.id.to_string(), workshop.id.to_string(), from.to_string()];
                let [a, b, c] = parts.each_ref().map(String::as_str);
                let enrolment = EnrolmentId(ids.id(&["enrolment", a, b, c]));
                add(Command::Enrol(Enrol {
                    enrolment,
                    person: person.id,
                    workshop: workshop.id,
                    shift: None,
                    from,
                    despite,
                }));
                if let Some(to) = to {
                    add(Command::EndEnrolment(EndEnrolment { enrolment, to }));
                }
            }
        }
        if cells.fits() {
            planned.add(sheet, row, changes, stands.is_none());
        } else {
            planned.findings.problems.append(&mut cells.problems);
        }
    }
    planned
}
