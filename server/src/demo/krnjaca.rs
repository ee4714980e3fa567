//! Krnjača: women sew canvas masks, two at a time, in four shifts of two hours.

use super::accounts::{account_id, by};
use super::places::{INVENTED, centre, product, workshop};
use super::script::{Script, at, date, id, may, time};
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use domain::attendance::{MarkAttendance, Presence};
use domain::command::RegisterPerson;
use domain::command::{Command, Identity, PersonIdentity, PersonKind, RecordLanguage};
use domain::ids::{EnrolmentId, OccupancyId, OutputId, PersonId, ShiftId};
use domain::occupancy::RecordOccupancy;
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{Age, LanguageLevel, Sex};
use domain::shift::{AssignFacilitator, CancelShift, CloseShift, Enrol, PlanShift, Reason};

const MANAGER: &str = "manager-krn";
const FACILITATOR: &str = "dragojla";
const WORKSHOP: &str = "KRN-SEW";
/// The hours at which the four shifts of a day begin.
const STARTS: [u32; 4] = [8, 10, 12, 14];

/// Alias, birth year, nationality and language of the women who sew. All are invented; no alias
/// stands for anybody. Some go by a code only.
const WOMEN: [(Option<&str>, i32, &str, &str); 12] = [
    (Some("Zahra"), 1994, "AFG", "prs"),
    (Some("Fatima"), 1988, "AFG", "prs"),
    (Some("Maryam"), 1999, "IRN", "pes"),
    (Some("Laila"), 1985, "SYR", "ara"),
    (Some("Shirin"), 1991, "IRN", "pes"),
    (None, 1979, "AFG", "pus"),
    (Some("Hanan"), 1996, "SYR", "ara"),
    (Some("Nasrin"), 1983, "AFG", "prs"),
    (Some("Rania"), 2000, "IRQ", "ara"),
    (None, 1990, "IRQ", "ckb"),
    (Some("Roya"), 1997, "AFG", "prs"),
    (Some("Amina"), 1959, "SYR", "ara"),
];

/// What became of a shift.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    /// Held, both women there.
    Held,
    /// Held, the second one absent.
    OneAbsent,
    /// Held; somebody else came in for the second one.
    WalkIn,
    /// Held; the pieces were entered wrongly at first.
    Corrected,
    /// Held; the second one was marked absent first, and came late.
    Late,
    /// Did not happen.
    Off(Reason, Option<&'static str>),
    /// Nobody logged it.
    Forgotten,
}

fn course(day: u32, start: u32) -> Course {
    match (day, start) {
        // Orthodox Easter was on 2 May 2021; Labour Day was moved to the 4th.
        (3 | 4, _) => Course::Off(Reason::Holiday, None),
        (11, 12) | (19, 8) | (26, 14) => Course::OneAbsent,
        (12, 14) => Course::Off(Reason::HealthRules, Some("The room was being disinfected.")),
        (13, 12) => Course::Corrected,
        (17, 10) => Course::Late,
        (18, 12) => Course::Off(Reason::NoMaterial, Some("The canvas came a day later.")),
        (20, 10) => Course::WalkIn,
        // The one that the manager finds on her page, and the one of the story.
        (28, 14) | (31, 10) => Course::Forgotten,
        _ => Course::Held,
    }
}

/// Masks of a shift: 20 to 25, so that a day makes about a hundred.
fn masks(day: u32, start: u32, course: Course) -> i64 {
    match (day, course) {
        (31, _) => 25,
        (_, Course::OneAbsent) => 20,
        _ => 22 + i64::from((day * 3 + start) % 4),
    }
}

/// Two women, in changing pairs.
fn pair(n: usize) -> [usize; 2] {
    let turn = 2 * ((n / 6) % 5);
    [(2 * n) % 12, (2 * n + 1 + turn) % 12]
}

fn woman(n: usize) -> PersonId {
    PersonId(id("person", &format!("KRN/{n}")))
}

fn shift(day: u32, start: u32) -> ShiftId {
    ShiftId(id("shift", &format!("{WORKSHOP}/2021-05-{day:02}/{start:02}")))
}

/// Tells May at Krnjača.
pub fn tell(script: &mut Script) {
    people(script);
    let working =
        (1..=31).filter(|day| !matches!(may(*day).weekday(), Weekday::Sat | Weekday::Sun));
    let slots = working.flat_map(|day| STARTS.map(|start| (day, start)));
    for (n, (day, start)) in slots.enumerate() {
        let women = pair(n).map(woman);
        plan(script, day, start, women);
        log(script, day, start, women);
    }
    occupancy(script);
}

fn people(script: &mut Script) {
    let when = at(date(2021, 4, 19), 9, 0);
    for (n, (alias, born, nationality, language)) in WOMEN.into_iter().enumerate() {
        register(script, MANAGER, when, woman(n), (alias, born, nationality));
        let known = RecordLanguage {
            person: woman(n),
            language: language.into(),
            level: LanguageLevel::Speaks,
        };
        script.add(by(MANAGER), when, Command::RecordLanguage(known));
    }
}

fn register(
    script: &mut Script,
    maker: &str,
    when: DateTime<Utc>,
    person: PersonId,
    (alias, born, nationality): (Option<&str>, i32, &str),
) {
    let command = Command::RegisterPerson(RegisterPerson {
        person,
        centre: Some(centre("KRN")),
        kind: PersonKind::Resident,
        sex: Sex::Female,
        age: Some(Age::Born(born)),
        nationality: Some(nationality.into()),
    });
    match alias {
        None => script.add(by(maker), when, command),
        Some(alias) => {
            let identity =
                PersonIdentity { alias: Some(alias.into()), ..PersonIdentity::default() };
            script.add_with(by(maker), when, command, Identity::Person(identity))
        }
    };
}

fn plan(script: &mut Script, day: u32, start: u32, women: [PersonId; 2]) {
    let when = at(date(2021, 4, 28), 10, 0);
    let shift = shift(day, start);
    let mut add = |command| {
        script.add(by(MANAGER), when, command);
    };
    add(Command::PlanShift(PlanShift {
        shift,
        workshop: workshop(WORKSHOP),
        day: may(day),
        start: time(start, 0),
        minutes: 120,
        schedule: None,
        room: None,
        despite: None,
    }));
    let account = account_id(FACILITATOR);
    add(Command::AssignFacilitator(AssignFacilitator { shift, account, despite: None }));
    for person in women {
        let name = format!("{shift}/{person}");
        add(Command::Enrol(Enrol {
            enrolment: EnrolmentId(id("enrolment", &name)),
            person,
            workshop: workshop(WORKSHOP),
            shift: Some(shift),
            from: may(day),
            despite: None,
        }));
    }
}

fn log(script: &mut Script, day: u32, start: u32, [first, second]: [PersonId; 2]) {
    let course = course(day, start);
    let shift = shift(day, start);
    let begins = at(may(day), start, 0);
    let ends = begins + Duration::minutes(120);
    if let Course::Off(reason, remark) = course {
        let command = Command::CancelShift(CancelShift { shift, reason, replaces: None });
        match remark {
            None => script.add(by(MANAGER), begins, command),
            Some(remark) => {
                let identity = Identity::Remark(remark.into());
                script.add_with(by(MANAGER), begins, command, identity)
            }
        };
        return;
    }
    if course == Course::Forgotten {
        return;
    }
    let log = by(FACILITATOR);
    let mark = |person, presence, replaces| {
        Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces })
    };
    let soon = |minutes| begins + Duration::minutes(minutes);
    script.add(log, soon(3), mark(first, Presence::Present, None));
    match course {
        Course::OneAbsent => {
            script.add(log, soon(20), mark(second, Presence::Absent, None));
        }
        Course::WalkIn => {
            script.add(log, soon(20), mark(second, Presence::Absent, None));
            let guest = PersonId(id("person", "KRN/guest"));
            // Invented like the others; came by without an enrolment.
            register(script, FACILITATOR, soon(22), guest, (Some("Nour"), 1993, "SYR"));
            script.add(log, soon(23), mark(guest, Presence::Present, None));
        }
        Course::Late => {
            let seen = script.add(log, soon(15), mark(second, Presence::Absent, None));
            script.add(log, soon(31), mark(second, Presence::Present, Some(seen)));
        }
        _ => {
            script.add(log, soon(4), mark(second, Presence::Present, None));
        }
    }
    let made = |n: u32, quantity, rejected| {
        let output = OutputId(id("output", &format!("{shift}/{n}")));
        let made = RecordOutput { output, shift, product: product("MASK"), quantity, rejected };
        (output, Command::RecordOutput(made))
    };
    if course == Course::Corrected {
        let (output, command) = made(0, 232, false);
        script.add(log, ends - Duration::minutes(6), command);
        let void = Command::VoidOutput(VoidOutput { output });
        script.add(log, ends - Duration::minutes(5), void);
        let (_, command) = made(2, 2, true);
        script.add(log, ends - Duration::minutes(5), command);
    }
    let (_, command) = made(1, masks(day, start, course), false);
    script.add(log, ends - Duration::minutes(4), command);
    script.add(log, ends, Command::CloseShift(CloseShift { shift, replaces: None }));
}

/// On Mondays; invented.
fn occupancy(script: &mut Script) {
    for (day, total, children, female) in [
        (3, 318, 74, 121),
        (10, 325, 77, 124),
        (17, 309, 71, 119),
        (24, 331, 80, 127),
        (31, 327, 78, 126),
    ] {
        let day: NaiveDate = may(day);
        let entry = RecordOccupancy {
            occupancy: OccupancyId(id("occupancy", &format!("KRN/{day}"))),
            centre: centre("KRN"),
            day,
            total,
            children: Some(children),
            female: Some(female),
            male: Some(total - female),
            girls: None,
            boys: None,
            cells: vec![],
            source: INVENTED.into(),
        };
        script.add(by(MANAGER), at(day, 8, 30), Command::RecordOccupancy(entry));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_two_women() {
        for n in 0..84 {
            let [one, other] = pair(n);
            assert!(one != other && one < WOMEN.len() && other < WOMEN.len());
        }
    }

    #[test]
    fn a_day_makes_about_a_hundred_masks() {
        for day in [5, 6, 7, 10, 14, 21, 24, 25, 27] {
            let sum: i64 = STARTS.iter().map(|s| masks(day, *s, course(day, *s))).sum();
            assert!((88..=100).contains(&sum), "{day}: {sum}");
        }
        let last: i64 = [8, 12, 14].iter().map(|s| masks(31, *s, course(31, *s))).sum();
        assert_eq!(last, 75);
    }
}
