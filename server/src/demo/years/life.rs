//! One centre from week to week.

use super::super::places::{INVENTED, centre, product, workshop};
use super::super::script::{at, id, time};
use super::{COURSES, Out};
use chrono::{Datelike, Duration, NaiveDate};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::command::{Command, PersonKind, RegisterPerson};
use domain::ids::EnvelopeId;
use domain::ids::{EnrolmentId, MergeId, OccupancyId, OutputId, PersonId, ShiftId};
use domain::occupancy::RecordOccupancy;
use domain::output::RecordOutput;
use domain::person::{Age, AgeBand, Sex};
use domain::registry::{MergePeople, RecordStay, Stay};
use domain::shift::{CancelShift, CloseShift, EndEnrolment, Enrol, PlanShift, Reason};
use store::StoreError;

/// Somebody who lives in the centre and comes to its workshops.
#[derive(Clone)]
pub struct Resident {
    person: PersonId,
    name: String,
    /// The first day on which they are not there any more.
    until: NaiveDate,
    /// Which workshops they are enrolled in, with the enrolment.
    enrolled: Vec<(usize, EnrolmentId)>,
    /// A second record of the same person that will be found.
    double: Option<PersonId>,
}

/// What lives on from week to week.
pub struct Life {
    code: String,
    residents: Vec<Resident>,
    /// How many come to the workshops in the long run.
    target: u64,
    arrived: usize,
}

/// A number drawn by a name: the same every time.
fn dice(name: &str) -> u64 {
    let bits = id("dice", name).as_u128();
    (bits ^ (bits >> 64)) as u64
}

/// Whether something happens that happens once in `n` times.
fn once_in(n: u64, name: &str) -> bool {
    dice(name).is_multiple_of(n)
}

impl Life {
    pub fn new(code: &str) -> Self {
        // A few large centres and many small ones.
        let draw = dice(&format!("size/{code}")) % 100;
        let target = 12 + draw * draw / 140;
        Self { code: code.to_owned(), residents: Vec::new(), target, arrived: 0 }
    }

    /// What happens in a week. Answers who moved on to the centre beside.
    pub fn week(
        &mut self,
        out: &mut Out,
        monday: NaiveDate,
        beside: &str,
    ) -> Result<Vec<Resident>, StoreError> {
        let moved = self.leave(out, monday, beside)?;
        while (self.residents.len() as u64) < self.target && self.arrived < 100_000 {
            self.register(out, monday)?;
        }
        let name = format!("{}/{monday}", self.code);
        // The nightly number, forgotten now and then.
        if !once_in(9, &format!("occupancy/{name}")) {
            let total = self.residents.len() as i64 * 3 + (dice(&name) % 20) as i64;
            out.add(
                at(monday, 6, 30),
                Command::RecordOccupancy(RecordOccupancy {
                    occupancy: OccupancyId(id("occupancy", &name)),
                    centre: centre(&self.code),
                    day: monday,
                    total,
                    children: Some(total / 4),
                    female: Some(total / 3),
                    male: None,
                    girls: None,
                    boys: None,
                    cells: Vec::new(),
                    source: INVENTED.to_owned(),
                }),
            )?;
        }
        for place in 0..COURSES.len() {
            self.shifts(out, monday, place)?;
        }
        Ok(moved)
    }

    /// Those who leave this week, and those who move on.
    fn leave(
        &mut self,
        out: &mut Out,
        monday: NaiveDate,
        beside: &str,
    ) -> Result<Vec<Resident>, StoreError> {
        let (gone, stay): (Vec<_>, Vec<_>) =
            self.residents.drain(..).partition(|one| one.until <= monday);
        self.residents = stay;
        let mut moved = Vec::new();
        for mut one in gone {
            for (_, enrolment) in one.enrolled.drain(..) {
                let to = monday.pred_opt().unwrap_or(monday);
                let end = EndEnrolment { enrolment, to };
                out.add(at(monday, 7, 0), Command::EndEnrolment(end))?;
            }
            let (person, day) = (one.person, monday);
            if once_in(6, &format!("moves/{}/{monday}", one.name)) {
                let stay = Stay::In { centre: centre(beside) };
                out.add(at(monday, 7, 5), Command::RecordStay(RecordStay { person, day, stay }))?;
                moved.push(one);
            } else {
                let stay = Stay::Left;
                out.add(at(monday, 7, 5), Command::RecordStay(RecordStay { person, day, stay }))?;
            }
        }
        Ok(moved)
    }

    /// People who moved here from the centre beside.
    pub fn arrive(
        &mut self,
        out: &mut Out,
        moved: Vec<Resident>,
        monday: NaiveDate,
    ) -> Result<(), StoreError> {
        for mut one in moved {
            one.until =
                monday + Duration::weeks(4 + (dice(&format!("stays/{}", one.name)) % 40) as i64);
            self.enrol(out, &mut one, monday)?;
            self.residents.push(one);
        }
        Ok(())
    }

    fn register(&mut self, out: &mut Out, monday: NaiveDate) -> Result<(), StoreError> {
        let name = format!("{}/{}", self.code, self.arrived);
        self.arrived += 1;
        let draw = dice(&name);
        let person = PersonId(id("person", &format!("years/{name}")));
        let registered = |person, sex| {
            let born = monday.year() - 4 - (draw % 60) as i32;
            Command::RegisterPerson(RegisterPerson {
                person,
                centre: Some(centre(&self.code)),
                kind: PersonKind::Resident,
                sex,
                age: (!draw.is_multiple_of(11)).then_some(Age::Born(born)),
                nationality: Some(
                    ["AFG", "SYR", "PAK", "IRQ"][(draw >> 8) as usize % 4].to_owned(),
                ),
            })
        };
        let sex = if (draw >> 16).is_multiple_of(3) { Sex::Female } else { Sex::Male };
        out.add(at(monday, 7, 10), registered(person, sex))?;
        // Most stay some months, some for years.
        let weeks = if draw.is_multiple_of(13) { 60 + draw % 90 } else { 5 + draw % 35 };
        // Now and then somebody is registered twice.
        let double = once_in(90, &format!("double/{name}"))
            .then(|| PersonId(id("person", &format!("years/{name}/double"))));
        if let Some(double) = double {
            out.add(at(monday, 7, 12), registered(double, sex))?;
        }
        let until = monday + Duration::weeks(weeks as i64);
        let mut one = Resident { person, name, until, enrolled: Vec::new(), double };
        self.enrol(out, &mut one, monday)?;
        self.residents.push(one);
        Ok(())
    }

    /// Into one or two workshops of the centre.
    fn enrol(
        &self,
        out: &mut Out,
        one: &mut Resident,
        monday: NaiveDate,
    ) -> Result<(), StoreError> {
        let draw = dice(&format!("enrol/{}/{monday}", one.name)) as usize;
        let mut places = vec![draw % COURSES.len()];
        if draw.is_multiple_of(2) {
            places.push((draw + 1) % COURSES.len());
        }
        for place in places {
            let name = format!("years/{}/{}/{monday}/{place}", self.code, one.name);
            let enrolment = EnrolmentId(id("enrolment", &name));
            let course = format!("{}-{}", self.code, COURSES[place].code);
            out.add(
                at(monday, 7, 15),
                Command::Enrol(Enrol {
                    enrolment,
                    person: one.person,
                    workshop: workshop(&course),
                    shift: None,
                    from: monday,
                    despite: None,
                }),
            )?;
            one.enrolled.push((place, enrolment));
        }
        Ok(())
    }

    /// The shifts of a workshop: busy in winter, none in some weeks, most of all in August.
    fn shifts(&mut self, out: &mut Out, monday: NaiveDate, place: usize) -> Result<(), StoreError> {
        let name = format!("{}/{place}/{monday}", self.code);
        let empty = if monday.month() == 8 { 2 } else { 14 };
        if once_in(empty, &format!("empty/{name}")) {
            return Ok(());
        }
        let winter = matches!(monday.month(), 11 | 12 | 1..=3);
        let shifts = 2 + dice(&format!("shifts/{name}")) % if winter { 5 } else { 3 };
        for n in 0..shifts {
            self.shift(out, monday, place, n)?;
        }
        Ok(())
    }

    fn shift(
        &mut self,
        out: &mut Out,
        monday: NaiveDate,
        place: usize,
        n: u64,
    ) -> Result<(), StoreError> {
        let name = format!("years/{}/{place}/{monday}/{n}", self.code);
        let day = monday + Duration::days((n * 2 % 6) as i64);
        let hour = 9 + (n % 4) as u32 * 2;
        let shift = ShiftId(id("shift", &name));
        let course = format!("{}-{}", self.code, COURSES[place].code);
        out.add(
            at(monday, 8, 0),
            Command::PlanShift(PlanShift {
                shift,
                workshop: workshop(&course),
                day,
                start: time(hour, 0),
                minutes: 120,
                schedule: None,
                room: None,
                despite: None,
            }),
        )?;
        if once_in(25, &format!("called-off/{name}")) {
            let reason = Reason::ALL[dice(&name) as usize % Reason::ALL.len()];
            let cancel = CancelShift { shift, reason, replaces: None };
            return out.add(at(day, hour, 10), Command::CancelShift(cancel));
        }
        if once_in(40, &format!("forgotten/{name}")) {
            return Ok(());
        }
        // Some registers are handed in days later.
        let late = if once_in(15, &format!("late/{name}")) { 3 } else { 0 };
        let begins = at(day, hour, 0) + Duration::days(late);
        let mut entry = 0;
        for one in self.residents.iter().filter(|one| one.enrolled.iter().any(|(p, _)| *p == place))
        {
            let draw = dice(&format!("{name}/{}", one.name));
            // Some are not marked at all.
            if draw.is_multiple_of(17) {
                continue;
            }
            let presence =
                if draw.is_multiple_of(5) { Presence::Absent } else { Presence::Present };
            let person = match one.double {
                Some(double) if draw.is_multiple_of(2) => double,
                _ => one.person,
            };
            let first =
                EnvelopeId(id("envelope", &format!("years/{}/{}", out.week, out.made.len())));
            let mark = |presence, replaces| {
                Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces })
            };
            entry += 1;
            out.add(begins + Duration::seconds(20 * entry), mark(presence, None))?;
            if draw.is_multiple_of(41) {
                let other = match presence {
                    Presence::Present => Presence::Absent,
                    _ => Presence::Present,
                };
                out.add(begins + Duration::minutes(90), mark(other, Some(first)))?;
            }
        }
        self.double_is_found(out, &name, begins)?;
        if let Some((made, most)) = COURSES[place].made {
            out.add(
                begins + Duration::minutes(110),
                Command::RecordOutput(RecordOutput {
                    output: OutputId(id("output", &name)),
                    shift,
                    product: product(&format!("{}-{made}", self.code)),
                    quantity: 1 + (dice(&format!("made/{name}")) % most) as i64,
                    rejected: false,
                }),
            )?;
        } else {
            let count = RecordHeadcount {
                shift,
                sex: Sex::Male,
                band: AgeBand::To17,
                people: (dice(&format!("count/{name}")) % 15) as i64,
                replaces: None,
            };
            out.add(begins + Duration::minutes(100), Command::RecordHeadcount(count))?;
        }
        out.add(
            begins + Duration::minutes(120),
            Command::CloseShift(CloseShift { shift, replaces: None }),
        )
    }

    /// A double that somebody notices is joined.
    fn double_is_found(
        &mut self,
        out: &mut Out,
        name: &str,
        at: chrono::DateTime<chrono::Utc>,
    ) -> Result<(), StoreError> {
        for one in &mut self.residents {
            let Some(other) = one.double else { continue };
            if once_in(20, &format!("found/{name}/{}", one.name)) {
                one.double = None;
                let merge = MergeId(id("merge", &format!("years/{}", one.name)));
                let merge = MergePeople { merge, kept: one.person, other };
                out.add(at + Duration::minutes(125), Command::MergePeople(merge))?;
            }
        }
        Ok(())
    }
}
