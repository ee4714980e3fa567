//! Closed shifts over the ten years before the story, as many as wished: for measuring.

use super::places::{centre, product, workshop};
use super::script::{LoadError, at, date, envelope, id, time};
use chrono::{Datelike, Duration, NaiveDate};
use domain::attendance::{MarkAttendance, Presence};
use domain::command::{Command, PersonKind, RegisterPerson};
use domain::ids::{EnrolmentId, OutputId, PersonId, ShiftId};
use domain::output::RecordOutput;
use domain::person::{Age, Sex};
use domain::shift::{CloseShift, EndEnrolment, Enrol, PlanShift};
use futures::{StreamExt, TryStreamExt, stream};
use store::{By, Store, StoreError, Submission};

/// Centre, workshop and product, in turn.
const PLACES: [(&str, &str, Option<&str>); 3] = [
    ("KRN", "KRN-SEW", Some("MASK")),
    ("OBR", "OBR-WOOD", Some("FIGURINE")),
    ("SID", "SID-SPORT", None),
];
/// People of each centre who come to these shifts.
const PEOPLE: usize = 60;
/// Of them enrolled.
const ENROLLED: usize = 10;
/// Marks of a shift.
const MARKS: usize = 10;
/// Shifts that go to the door at once: some 400 envelopes.
const SHIFTS_A_BATCH: usize = 30;
/// Batches on their way at once, so that the next one is made while one is written.
const UNDER_WAY: usize = 3;

/// The first day.
fn first() -> NaiveDate {
    date(2011, 6, 1)
}

/// The last day: the story follows.
fn last() -> NaiveDate {
    date(2021, 4, 30)
}

fn person(place: usize, n: usize) -> PersonId {
    PersonId(id("person", &format!("many/{}/{n}", PLACES[place].0)))
}

/// Loads `shifts` closed shifts of ten marks each, evenly over the years.
///
/// # Errors
/// When the database failed, or an entry was not taken.
pub async fn load(store: &Store, shifts: usize) -> Result<(), LoadError> {
    submit(store, people()?).await?;
    let batches = (0..shifts).step_by(SHIFTS_A_BATCH).map(|from| {
        let to = shifts.min(from + SHIFTS_A_BATCH);
        async move {
            let mut submissions = Vec::with_capacity((to - from) * (MARKS + 3));
            for n in from..to {
                shift(n, shifts, &mut submissions)?;
            }
            submit(store, submissions).await
        }
    });
    stream::iter(batches).buffered(UNDER_WAY).try_collect().await
}

async fn submit(store: &Store, submissions: Vec<Submission>) -> Result<(), LoadError> {
    for outcome in store.submit(By::Operator, submissions).await? {
        if let Some(fault) = outcome.fault() {
            let entry = "many".to_owned();
            return Err(LoadError::NotTaken { entry, fault: fault.clone() });
        }
    }
    Ok(())
}

fn people() -> Result<Vec<Submission>, StoreError> {
    let mut submissions = Vec::new();
    let mut add = |command| -> Result<(), StoreError> {
        let name = format!("many-people/{}", submissions.len());
        submissions.push(envelope(&name, at(first(), 6, 0), "many", command)?);
        Ok(())
    };
    for (place, (site, course, _)) in PLACES.into_iter().enumerate() {
        for n in 0..PEOPLE {
            let sex = if (n + place) % 2 == 0 { Sex::Female } else { Sex::Male };
            add(Command::RegisterPerson(RegisterPerson {
                person: person(place, n),
                centre: Some(centre(site)),
                kind: PersonKind::Resident,
                sex,
                age: Some(Age::Born(1950 + (n as i32 * 7 + place as i32) % 60)),
                nationality: None,
            }))?;
        }
        for n in 0..ENROLLED {
            let enrolment = EnrolmentId(id("enrolment", &format!("many/{site}/{n}")));
            add(Command::Enrol(Enrol {
                enrolment,
                person: person(place, n),
                workshop: workshop(course),
                shift: None,
                from: first(),
                despite: None,
            }))?;
            add(Command::EndEnrolment(EndEnrolment { enrolment, to: last() }))?;
        }
    }
    Ok(submissions)
}

/// One shift with its marks, output and closing.
fn shift(n: usize, of: usize, out: &mut Vec<Submission>) -> Result<(), StoreError> {
    let (place, round) = (n % PLACES.len(), n / PLACES.len());
    let (_, course, made) = PLACES[place];
    let days = (last() - first()).num_days() as usize + 1;
    let day = first() + Duration::days((n * days / of) as i64);
    // Beginning at different hours, all over by the evening.
    let hour = 7 + (round % 6) as u32 * 2;
    let shift = ShiftId(id("shift", &format!("many/{n}")));
    let begins = at(day, hour, 0);
    let mut step = 0;
    let mut add = |minute: i64, command| -> Result<(), StoreError> {
        let name = format!("many/{n}/{step}");
        step += 1;
        out.push(envelope(&name, begins + Duration::minutes(minute), "many", command)?);
        Ok(())
    };
    add(
        -60,
        Command::PlanShift(PlanShift {
            shift,
            workshop: workshop(course),
            day,
            start: time(hour, 0),
            minutes: 120,
            schedule: None,
            room: None,
            despite: None,
        }),
    )?;
    for mark in 0..MARKS {
        let who = (round * 3 + mark * 5 + day.day() as usize) % PEOPLE;
        let presence = if mark == 9 { Presence::Absent } else { Presence::Present };
        add(
            mark as i64,
            Command::MarkAttendance(MarkAttendance {
                shift,
                person: person(place, who),
                presence,
                replaces: None,
            }),
        )?;
    }
    if let Some(code) = made {
        add(
            110,
            Command::RecordOutput(RecordOutput {
                output: OutputId(id("output", &format!("many/{n}"))),
                shift,
                product: product(code),
                quantity: 5 + (n % 20) as i64,
                rejected: false,
            }),
        )?;
    }
    add(120, Command::CloseShift(CloseShift { shift, replaces: None }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_shift_marks_ten_people() {
        for n in [0, 1, 2, 999] {
            let mut out = Vec::new();
            shift(n, 1000, &mut out).expect("envelopes");
            assert_eq!(out.len(), MARKS + 2 + usize::from(n % 3 != 2));
            let people: HashSet<_> =
                (0..MARKS).map(|mark| (n / 3 * 3 + mark * 5) % PEOPLE).collect();
            assert_eq!(people.len(), MARKS);
        }
    }

    #[test]
    fn shifts_lie_before_the_story() {
        let days = (last() - first()).num_days() as usize + 1;
        assert_eq!(first() + Duration::days((99_999 * days / 100_000) as i64), last());
    }
}
