//! Sarajevo: an e-course for officials who process travellers. No centre, no room.

use super::places::workshop;
use super::script::{Script, at, date, id, may, time};
use chrono::Duration;
use domain::attendance::{MarkAttendance, Presence};
use domain::command::{Command, PersonKind, RegisterPerson};
use domain::ids::{EnrolmentId, PersonId, ShiftId};
use domain::person::{Age, Sex};
use domain::shift::{CloseShift, Enrol, PlanShift};
use domain::training::RecordProgress;
use store::By;

const WORKSHOP: &str = "BG-TRAIN";
const OFFICIALS: usize = 8;
/// The Mondays of the three sessions.
const DAYS: [u32; 3] = [10, 17, 24];
const START: u32 = 10;

/// By their codes only; invented.
fn official(n: usize) -> PersonId {
    PersonId(id("person", &format!("{WORKSHOP}/{n}")))
}

/// Tells the course. Nobody has an account for it yet: the organisation itself logs it.
pub fn tell(script: &mut Script) {
    let when = at(date(2021, 4, 28), 13, 0);
    for n in 0..OFFICIALS {
        let register = RegisterPerson {
            person: official(n),
            centre: None,
            kind: PersonKind::Official,
            sex: if n % 3 == 0 { Sex::Female } else { Sex::Male },
            age: Some(Age::Born(1972 + 3 * n as i32)),
            nationality: Some("BIH".into()),
        };
        script.add(By::Operator, when, Command::RegisterPerson(register));
        let enrol = Enrol {
            enrolment: EnrolmentId(id("enrolment", &format!("{WORKSHOP}/{n}"))),
            person: official(n),
            workshop: workshop(WORKSHOP),
            shift: None,
            from: may(1),
            despite: None,
        };
        script.add(By::Operator, when, Command::Enrol(enrol));
    }
    for day in DAYS {
        let shift = ShiftId(id("shift", &format!("{WORKSHOP}/2021-05-{day:02}")));
        let plan = PlanShift {
            shift,
            workshop: workshop(WORKSHOP),
            day: may(day),
            start: time(START, 0),
            minutes: 60,
            schedule: None,
            room: None,
            despite: None,
        };
        script.add(By::Operator, when, Command::PlanShift(plan));
        let begins = at(may(day), START, 0);
        for n in 0..OFFICIALS {
            // One missed the second session.
            let presence = if day == 17 && n == 5 { Presence::Absent } else { Presence::Present };
            let mark = MarkAttendance { shift, person: official(n), presence, replaces: None };
            let minute = Duration::minutes(2 + n as i64);
            script.add(By::Operator, begins + minute, Command::MarkAttendance(mark));
        }
        let close = Command::CloseShift(CloseShift { shift, replaces: None });
        script.add(By::Operator, begins + Duration::minutes(60), close);
    }
    // All but the one who missed a session have completed the course.
    let after = at(may(24), START + 2, 0);
    for n in 0..OFFICIALS {
        let completed = n != 5;
        let record = RecordProgress {
            enrolment: EnrolmentId(id("enrolment", &format!("{WORKSHOP}/{n}"))),
            on: may(24),
            percent: if completed { 100 } else { 67 },
            completed,
        };
        script.add(By::Operator, after, Command::RecordProgress(record));
    }
}
