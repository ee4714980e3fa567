//! Rows that are somebody's attendance at a shift of the past. A shift that is not on the plan is
//! added where the row says when it began; shifts that are over are closed behind their marks.

use super::enrolments::workshop;
use super::rows::{Change, Planned, Sheet};
use super::values;
use super::who::Who;
use chrono::{DateTime, NaiveTime, Utc};
use domain::attendance::{MarkAttendance, Presence};
use domain::clock::reporting_day;
use domain::command::Command;
use domain::ids::{PersonId, ShiftId};
use domain::import::{ImportField as Field, Trouble};
use domain::shift::{CloseShift, PlanShift, Progress, Slot, hhmm};
use std::collections::{BTreeMap, HashMap};
use store::{ImportIds, KnownShift, KnownWorkshop};

/// A shift that rows speak of.
struct Touched {
    slot: Slot,
    /// Whether it is open, so that its marks are its last word.
    open: bool,
    /// The last row that marks somebody there.
    row: usize,
}

/// What the rows of a file about attendance come to.
pub fn plan(
    sheet: &Sheet<'_>,
    who: &Who<'_>,
    ids: &ImportIds,
    workshops: &[KnownWorkshop],
    shifts: &[KnownShift],
    now: DateTime<Utc>,
) -> Planned {
    let mut planned = Planned::default();
    let mut added: HashMap<ShiftId, Slot> = HashMap::new();
    let mut touched: BTreeMap<ShiftId, Touched> = BTreeMap::new();
    let mut rows_of: HashMap<(ShiftId, PersonId), usize> = HashMap::new();
    for row in &sheet.table.rows {
        let mut cells = sheet.row(row);
        let person = who.named(&mut cells);
        let workshop = workshop(&mut cells, workshops, &sheet.mapping.workshop);
        let day = cells.day(Field::Day);
        let day = cells.needed(Field::Day, day);
        let start = cells.take(Field::Start, values::time);
        let minutes = cells.number(Field::Minutes);
        // A list of those who came has no column for it; an empty cell says nothing.
        let presence = match sheet.has(Field::Presence) {
            true => cells.take(Field::Presence, values::presence).unwrap_or(Presence::Unmarked),
            false => Presence::Present,
        };
        if day.is_some_and(|day| day > reporting_day(now)) {
            cells.wrong(Some(Field::Day), Trouble::ToCome);
        }
        let (Some(person), Some(workshop), Some(day), true) = (person, workshop, day, cells.fits())
        else {
            planned.findings.problems.append(&mut cells.problems);
            continue;
        };
        let here = shifts.iter().filter(|shift| {
            let at = |start: NaiveTime| shift.slot.start == start;
            shift.workshop == workshop.id && shift.slot.day == day && start.is_none_or(at)
        });
        let here: Vec<&KnownShift> = here.collect();
        let (shift, known) = match (here.as_slice(), start) {
            ([one], _) => (one.id, Some(*one)),
            ([first, ..], Some(_)) => (first.id, Some(*first)),
            ([], Some(start)) => {
                let parts = [workshop.id.to_string(), day.to_string(), hhmm(start)];
                let [a, b, c] = parts.each_ref().map(String::as_str);
                let id = ShiftId(ids.id(&["shift", a, b, c]));
                let minutes = minutes.unwrap_or(workshop.minutes);
                added.entry(id).or_insert(Slot { day, start, minutes });
                (id, None)
            }
            ([], None) => {
                cells.wrong(Some(Field::Day), Trouble::NoShift);
                planned.findings.problems.append(&mut cells.problems);
                continue;
            }
            (_, None) => {
                cells.wrong(Some(Field::Day), Trouble::WhichShift);
                planned.findings.problems.append(&mut cells.problems);
                continue;
            }
        };
        if let Some(before) = rows_of.insert((shift, person.id), row.number) {
            cells.wrong(None, Trouble::SameAs(before));
        }
        let stands = known.and_then(|shift| shift.marks.get(&person.id).copied());
        let says = stands.map_or(Presence::Unmarked, |(_, presence)| presence);
        let new = stands.is_none();
        let differs = presence != Presence::Unmarked && says != presence;
        match known.map(|shift| shift.progress) {
            Some(Progress::DidNotHappen { .. }) if presence == Presence::Present => {
                cells.wrong(Some(Field::Day), Trouble::DidNotHappen);
            }
            Some(Progress::Closed { .. }) if differs => {
                cells.wrong(Some(Field::Presence), Trouble::ShiftClosed);
            }
            _ => {}
        }
        if !cells.fits() {
            planned.findings.problems.append(&mut cells.problems);
            continue;
        }
        let mut changes = Vec::new();
        if differs {
            let number = row.number;
            let first = known.is_none() && !touched.contains_key(&shift);
            if let (true, Some(slot)) = (first, added.get(&shift)) {
                let plan = PlanShift {
                    shift,
                    workshop: workshop.id,
                    day: slot.day,
                    start: slot.start,
                    minutes: slot.minutes,
                    schedule: None,
                    room: None,
                    despite: None,
                };
                let command = Command::PlanShift(plan);
                changes.push(Change { row: number, command, identity: None });
            }
            let open = known.is_none_or(|shift| shift.progress == Progress::Open);
            let slot = known.map(|shift| shift.slot).or(added.get(&shift).copied());
            if let Some(slot) = slot {
                touched.insert(shift, Touched { slot, open, row: number });
            }
            let replaces = stands.map(|(entry, _)| entry);
            let mark = MarkAttendance { shift, person: person.id, presence, replaces };
            let command = Command::MarkAttendance(mark);
            changes.push(Change { row: number, command, identity: None });
        }
        planned.add(sheet, row, changes, new);
    }
    for (shift, of) in touched {
        if of.open && of.slot.ends() <= now {
            planned.change(of.row, Command::CloseShift(CloseShift { shift, replaces: None }));
        }
    }
    planned
}
