//! Years of life before the story, in as many centres as wished: for measuring, and for looking at how
//! pages stand up to it.
//!
//! Everything goes through the door. What happens is drawn by hashes of names, so it is the same in
//! every database, and a load that was interrupted is taken up again. It is skewed as life is: centres
//! of very different size, busy winters and empty weeks in August, people who arrive, move on and leave,
//! shifts that nobody logged, late entries, corrections, doubles that are joined.

mod life;

use super::places::{INVENTED, centre, product, workshop};
use super::script::{LoadError, at, date, envelope};
use chrono::{Duration, NaiveDate, Weekday};
use domain::centre::{
    CentreKind, CentreStatus, CreateCentre, RecordCentreKind, RecordCentreStatus,
};
use domain::command::Command;
use domain::label::Name;
use domain::workshop::{Activity, AddProduct, CreateWorkshop, Unit};
use life::Life;
use store::{By, Store, StoreError, Submission};

/// How much.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Weeks before the story, 1 to 1,040.
    pub weeks: u32,
    /// Centres, 3 to 60: the three of the story and others.
    pub centres: u32,
}

/// Envelopes that go to the door at once.
const BATCH: usize = 1_000;
/// A workshop of every centre.
struct Course {
    code: &'static str,
    title: &'static str,
    activity: Activity,
    /// What is made, and the most pieces of a shift.
    made: Option<(&'static str, u64)>,
}

const COURSES: [Course; 3] = [
    Course {
        code: "Y-SEW",
        title: "Sewing circle",
        activity: Activity::Sewing,
        made: Some(("Y-BAG", 24)),
    },
    Course {
        code: "Y-WOOD",
        title: "Wood workshop",
        activity: Activity::Carpentry,
        made: Some(("Y-TOY", 9)),
    },
    Course { code: "Y-SPORT", title: "Sports afternoon", activity: Activity::Sports, made: None },
];

/// The last day: the story follows.
fn last() -> NaiveDate {
    date(2021, 4, 30)
}

/// Loads the years; `progress` is told how many of how many weeks are done.
///
/// # Errors
/// When the database failed, or an entry was not taken.
pub async fn load(
    store: &Store,
    size: Size,
    progress: impl Fn(usize, usize),
) -> Result<(), LoadError> {
    let first = first_monday(size.weeks);
    let codes: Vec<String> = (0..size.centres).map(code).collect();
    let mut out = Out { week: "places".to_owned(), made: Vec::new() };
    for (n, code) in codes.iter().enumerate() {
        place(&mut out, n, code, first)?;
    }
    submit(store, out.made).await?;
    let mut lives: Vec<Life> = codes.iter().map(|code| Life::new(code)).collect();
    let weeks = usize::try_from((last() - first).num_days() / 7).unwrap_or(0);
    for week in 0..weeks {
        let monday = first + Duration::weeks(week as i64);
        let mut made = Vec::new();
        for n in 0..lives.len() {
            let mut out = Out { week: format!("{}/{monday}", codes[n]), made };
            // Somebody who moves on arrives in the centre beside.
            let beside = codes[(n + 1) % codes.len()].clone();
            let moved = lives[n].week(&mut out, monday, &beside)?;
            let next = (n + 1) % lives.len();
            lives[next].arrive(&mut out, moved, monday)?;
            made = out.made;
        }
        submit(store, made).await?;
        progress(week + 1, weeks);
    }
    Ok(())
}

/// The Monday on which it begins.
fn first_monday(weeks: u32) -> NaiveDate {
    last().week(Weekday::Mon).first_day() - Duration::weeks(i64::from(weeks))
}

/// The code of a centre: those of the story first.
fn code(n: u32) -> String {
    match n {
        0 => "KRN".to_owned(),
        1 => "OBR".to_owned(),
        2 => "SID".to_owned(),
        n => format!("C{n:02}"),
    }
}

/// Envelopes of a week in a centre, whose names are numbered.
struct Out {
    week: String,
    made: Vec<Submission>,
}

impl Out {
    fn add(
        &mut self,
        at: chrono::DateTime<chrono::Utc>,
        command: Command,
    ) -> Result<(), StoreError> {
        let name = format!("years/{}/{}", self.week, self.made.len());
        self.made.push(envelope(&name, at, "years", command)?);
        Ok(())
    }
}

/// A centre that the story does not know, and three workshops of every centre.
fn place(out: &mut Out, n: usize, code: &str, first: NaiveDate) -> Result<(), StoreError> {
    let begins = at(first, 6, 0);
    if n > 2 {
        let name = || Name::new(format!("Centre {code}"), format!("Центар {n}"));
        out.add(
            begins,
            Command::CreateCentre(CreateCentre {
                centre: centre(code),
                code: code.to_owned(),
                name: name(),
                adm1: Name::new("City of Belgrade", "Град Београд"),
                adm1_code: "RS-00".to_owned(),
                adm2: name(),
            }),
        )?;
        let (centre, source) = (centre(code), INVENTED.to_owned());
        let kind = CentreKind::ReceptionCentre;
        let kind = RecordCentreKind { centre, from: first, kind, source: source.clone() };
        out.add(begins, Command::RecordCentreKind(kind))?;
        let status = RecordCentreStatus { centre, from: first, status: CentreStatus::Open, source };
        out.add(begins, Command::RecordCentreStatus(status))?;
    }
    for Course { code: kind, title, activity, made } in COURSES {
        let course = format!("{code}-{kind}");
        out.add(
            begins,
            Command::CreateWorkshop(CreateWorkshop {
                workshop: workshop(&course),
                centre: Some(centre(code)),
                code: course.clone(),
                title: Name::new(format!("{title} {code}"), format!("Радионица {n}")),
                activity,
                minutes: 120,
            }),
        )?;
        if let Some((made, _)) = made {
            let name = format!("{code}-{made}");
            out.add(
                begins,
                Command::AddProduct(AddProduct {
                    product: product(&name),
                    workshop: workshop(&course),
                    code: name.clone(),
                    name: Name::new("Canvas bag", "Платнена торба"),
                    unit: Unit::Piece,
                }),
            )?;
        }
    }
    Ok(())
}

async fn submit(store: &Store, made: Vec<Submission>) -> Result<(), LoadError> {
    let mut made = made.into_iter().peekable();
    while made.peek().is_some() {
        let batch: Vec<_> = made.by_ref().take(BATCH).collect();
        for outcome in store.submit(By::Operator, batch).await? {
            if let Some(fault) = outcome.fault() {
                let entry = "years".to_owned();
                return Err(LoadError::NotTaken { entry, fault: fault.clone() });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use std::collections::HashSet;

    /// Everything of two years in four centres, as bytes.
    fn told() -> Vec<String> {
        let first = first_monday(104);
        let codes: Vec<String> = (0..4).map(code).collect();
        let mut lives: Vec<Life> = codes.iter().map(|code| Life::new(code)).collect();
        let mut all = Vec::new();
        for week in 0..30 {
            let monday = first + Duration::weeks(week);
            for n in 0..4 {
                let mut out = Out { week: format!("{}/{monday}", codes[n]), made: Vec::new() };
                let beside = codes[(n + 1) % 4].clone();
                let moved = lives[n].week(&mut out, monday, &beside).expect("a week");
                lives[(n + 1) % 4].arrive(&mut out, moved, monday).expect("arrived");
                all.extend(out.made.into_iter().map(|made| made.bytes));
            }
        }
        all
    }

    #[test]
    fn the_same_happens_every_time_and_no_id_twice() {
        let (one, other) = (told(), told());
        assert!(one == other && one.len() > 1_000);
        let ids: HashSet<&str> = one.iter().map(|bytes| &bytes[7..60]).collect();
        assert_eq!(ids.len(), one.len());
    }

    #[test]
    fn it_is_skewed_as_life_is() {
        let all = told().join("\n");
        for kind in [
            "record_stay",
            "merge_people",
            "cancel_shift",
            "record_headcount",
            "end_enrolment",
            "\"replaces\"",
            "record_occupancy",
        ] {
            assert!(all.contains(kind), "{kind} never happens");
        }
    }

    #[test]
    fn the_years_end_before_the_story() {
        for weeks in [1, 52, 520, 1_040] {
            let first = first_monday(weeks);
            assert_eq!(first.weekday(), Weekday::Mon);
            assert_eq!((last() - first).num_days() / 7, i64::from(weeks));
        }
    }
}
