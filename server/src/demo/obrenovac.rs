//! Obrenovac: three men make wooden figurines; one of them interprets for another.

use super::accounts::{account_id, by};
use super::places::{INVENTED, centre, product, workshop};
use super::script::{Script, at, date, id, may, time};
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use domain::attendance::{MarkAttendance, Presence};
use domain::command::RegisterPerson;
use domain::command::{Command, Identity, PersonIdentity, PersonKind, RecordLanguage};
use domain::ids::{EnrolmentId, OccupancyId, OutputId, PersonId, ShiftId};
use domain::occupancy::RecordOccupancy;
use domain::output::RecordOutput;
use domain::person::{Age, LanguageLevel, Sex};
use domain::shift::{AssignFacilitator, CancelShift, CloseShift, Enrol, PlanShift, Reason};

const MANAGER: &str = "manager-obr";
const FACILITATOR: &str = "f-obr";
const WORKSHOP: &str = "OBR-WOOD";
const START: u32 = 10;

/// Somebody of the story. First names, countries and languages stand in a public field report of
/// May 2021 and are aliases here; the birth years are invented.
struct Man {
    alias: &'static str,
    born: i32,
    nationality: &'static str,
    languages: &'static [(&'static str, LanguageLevel)],
}

const MEN: [Man; 3] = [
    Man {
        alias: "Azar",
        born: 1998,
        nationality: "PAK",
        languages: &[
            ("urd", LanguageLevel::Speaks),
            ("eng", LanguageLevel::Speaks),
            ("srp", LanguageLevel::Understands),
        ],
    },
    Man {
        alias: "Bilal",
        born: 1995,
        nationality: "SYR",
        languages: &[("ara", LanguageLevel::Speaks)],
    },
    Man {
        alias: "Mohamed",
        born: 1993,
        nationality: "SOM",
        languages: &[
            ("som", LanguageLevel::Speaks),
            ("eng", LanguageLevel::Speaks),
            ("ara", LanguageLevel::Interprets),
        ],
    },
];

fn man(n: usize) -> PersonId {
    PersonId(id("person", &format!("OBR/{n}")))
}

/// Tells May at Obrenovac.
pub fn tell(script: &mut Script) {
    people(script);
    for day in (1..=31).filter(|day| matches!(may(*day).weekday(), Weekday::Tue | Weekday::Thu)) {
        carpentry(script, day);
    }
    for (day, total) in [(4, 641), (11, 655), (18, 632), (25, 648), (31, 644)] {
        occupancy(script, may(day), total);
    }
}

fn people(script: &mut Script) {
    let when = at(date(2021, 4, 20), 9, 0);
    for (n, who) in MEN.iter().enumerate() {
        let register = Command::RegisterPerson(RegisterPerson {
            person: man(n),
            centre: Some(centre("OBR")),
            kind: PersonKind::Resident,
            sex: Sex::Male,
            age: Some(Age::Born(who.born)),
            nationality: Some(who.nationality.into()),
        });
        let identity =
            PersonIdentity { alias: Some(who.alias.into()), ..PersonIdentity::default() };
        script.add_with(by(MANAGER), when, register, Identity::Person(identity));
        for (language, level) in who.languages {
            let known =
                RecordLanguage { person: man(n), language: (*language).into(), level: *level };
            script.add(by(MANAGER), when, Command::RecordLanguage(known));
        }
        let enrol = Enrol {
            enrolment: EnrolmentId(id("enrolment", &format!("{WORKSHOP}/{n}"))),
            person: man(n),
            workshop: workshop(WORKSHOP),
            shift: None,
            from: may(1),
            despite: None,
        };
        script.add(by(MANAGER), when, Command::Enrol(enrol));
    }
}

fn carpentry(script: &mut Script, day: u32) {
    let planned = at(date(2021, 4, 28), 11, 0);
    let shift = ShiftId(id("shift", &format!("{WORKSHOP}/2021-05-{day:02}")));
    let plan = PlanShift {
        shift,
        workshop: workshop(WORKSHOP),
        day: may(day),
        start: time(START, 0),
        minutes: 120,
        schedule: None,
        room: None,
        despite: None,
    };
    script.add(by(MANAGER), planned, Command::PlanShift(plan));
    let assign = AssignFacilitator { shift, account: account_id(FACILITATOR), despite: None };
    script.add(by(MANAGER), planned, Command::AssignFacilitator(assign));
    let begins = at(may(day), START, 0);
    if day == 4 {
        let off = CancelShift { shift, reason: Reason::Holiday, replaces: None };
        script.add(by(MANAGER), begins, Command::CancelShift(off));
        return;
    }
    let log = by(FACILITATOR);
    for n in 0..MEN.len() {
        // On the 20th nobody interpreted for Bilal.
        let presence = if day == 20 && n == 2 { Presence::Absent } else { Presence::Present };
        let mark = MarkAttendance { shift, person: man(n), presence, replaces: None };
        let when = begins + Duration::minutes(3 + n as i64);
        script.add(log, when, Command::MarkAttendance(mark));
    }
    let ends = begins + Duration::minutes(120);
    let made = RecordOutput {
        output: OutputId(id("output", &format!("{shift}/1"))),
        shift,
        product: product("FIGURINE"),
        quantity: 3 + i64::from(day * 5 % 6),
        rejected: false,
    };
    script.add(log, ends - Duration::minutes(4), Command::RecordOutput(made));
    script.add(log, ends, Command::CloseShift(CloseShift { shift, replaces: None }));
}

/// Invented.
fn occupancy(script: &mut Script, day: NaiveDate, total: i64) {
    let entry = RecordOccupancy {
        occupancy: OccupancyId(id("occupancy", &format!("OBR/{day}"))),
        centre: centre("OBR"),
        day,
        total,
        children: None,
        female: None,
        male: None,
        girls: None,
        boys: None,
        cells: vec![],
        source: INVENTED.into(),
    };
    script.add(by(MANAGER), at(day, 8, 30), Command::RecordOccupancy(entry));
}
