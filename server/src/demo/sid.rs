//! Šid: sports for children and youth, counted by sex and age, and the occupancy of every day.

use super::accounts::{account_id, by};
use super::places::{FIELD_REPORT, INVENTED, centre, workshop};
use super::script::{Script, at, date, id, may, time};
use chrono::{Datelike, Duration, Weekday};
use domain::attendance::RecordHeadcount;
use domain::command::Command;
use domain::ids::{OccupancyId, ShiftId};
use domain::occupancy::{OccupancyCell, RecordOccupancy};
use domain::person::{AgeBand, Sex};
use domain::shift::{AssignFacilitator, CancelShift, CloseShift, PlanShift, Reason};

const MANAGER: &str = "manager-sid";
const FACILITATOR: &str = "f-obr";
const WORKSHOP: &str = "SID-SPORT";
const START: u32 = 17;

/// Tells May at Šid.
pub fn tell(script: &mut Script) {
    let sporty =
        |day: &u32| matches!(may(*day).weekday(), Weekday::Mon | Weekday::Wed | Weekday::Fri);
    for (n, day) in (1..=31).filter(sporty).enumerate() {
        sports(script, n as i64, day);
    }
    for day in 1..=31 {
        occupancy(script, day);
    }
}

fn sports(script: &mut Script, n: i64, day: u32) {
    let planned = at(date(2021, 4, 28), 12, 0);
    let shift = ShiftId(id("shift", &format!("{WORKSHOP}/2021-05-{day:02}")));
    let plan = PlanShift {
        shift,
        workshop: workshop(WORKSHOP),
        day: may(day),
        start: time(START, 0),
        minutes: 90,
        schedule: None,
        room: None,
        despite: None,
    };
    script.add(by(MANAGER), planned, Command::PlanShift(plan));
    let assign = AssignFacilitator { shift, account: account_id(FACILITATOR), despite: None };
    script.add(by(MANAGER), planned, Command::AssignFacilitator(assign));
    let begins = at(may(day), START, 0);
    if day == 3 {
        let off = CancelShift { shift, reason: Reason::Holiday, replaces: None };
        script.add(by(MANAGER), begins, Command::CancelShift(off));
        return;
    }
    if day == 31 {
        // The story is told before this one begins.
        return;
    }
    let log = by(FACILITATOR);
    let counts = [
        (Sex::Female, AgeBand::To11, 7 + n % 4),
        (Sex::Male, AgeBand::To11, 9 + n % 5),
        (Sex::Female, AgeBand::To17, 4 + n % 3),
        (Sex::Male, AgeBand::To17, 8 + n % 4),
    ];
    for (minute, (sex, band, people)) in (10..).zip(counts) {
        let count = RecordHeadcount { shift, sex, band, people, replaces: None };
        let when = begins + Duration::minutes(minute);
        script.add(log, when, Command::RecordHeadcount(count));
    }
    let ends = begins + Duration::minutes(90);
    script.add(log, ends, Command::CloseShift(CloseShift { shift, replaces: None }));
}

/// About 148 people with 50 children lived there in the last days of May; the days before are
/// invented, and so are all splits by sex.
fn occupancy(script: &mut Script, day: u32) {
    let left = i64::from(31 - day);
    let (total, children) = match day {
        28..=31 => (148, 50),
        _ => (148 - left / 2 + left % 3, 50 - left / 5),
    };
    let female = total * 2 / 5;
    let girls = children * 12 / 25;
    let entry = RecordOccupancy {
        occupancy: OccupancyId(id("occupancy", &format!("SID/{}", may(day)))),
        centre: centre("SID"),
        day: may(day),
        total,
        children: Some(children),
        female: Some(female),
        male: Some(total - female),
        girls: Some(girls),
        boys: Some(children - girls),
        cells: if day >= 28 { split(total, children, female, girls) } else { vec![] },
        source: if day >= 28 { FIELD_REPORT } else { INVENTED }.into(),
    };
    script.add(by(MANAGER), at(may(day), 8, 0), Command::RecordOccupancy(entry));
}

/// An invented split of the last days' people, which adds up to what is told of them.
fn split(total: i64, children: i64, female: i64, girls: i64) -> Vec<OccupancyCell> {
    let mut cells = Vec::new();
    let (women, boys) = (female - girls, children - girls);
    let parts = [(Sex::Female, girls, women), (Sex::Male, boys, total - female - boys)];
    for (sex, young, grown) in parts {
        let (small, old) = (young / 4, grown / 20);
        let teens = young / 3;
        for (band, people) in [
            (AgeBand::To4, small),
            (AgeBand::To11, young - small - teens),
            (AgeBand::To17, teens),
            (AgeBand::To59, grown - old),
            (AgeBand::From60, old),
        ] {
            cells.push(OccupancyCell { sex, band, people });
        }
    }
    cells
}
