//! The projection of what each entry of the journal was about: its kind, its centre, its shift and
//! its participant, so that the journal can be read by them.

use super::about;
use super::memory::Memory;
use crate::error::StoreError;
use crate::row::{Reader, in_powers, places};
use domain::command::Command;
use domain::ids::{CentreId, PersonId, ShiftId};
use sqlx::{AnyConnection, AssertSqlSafe};

/// The most rows that one statement writes.
const TOGETHER: usize = 64;

/// What an entry was about, by inner keys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    seq: i64,
    kind: &'static str,
    centre: Option<i64>,
    shift: Option<i64>,
    person: Option<i64>,
}

impl Subject {
    /// Of an entry that is projected already, so that what it made is found as well.
    pub(super) async fn of(
        db: &mut AnyConnection,
        memory: &mut Memory,
        seq: i64,
        command: &Command,
    ) -> Result<Self, StoreError> {
        let mut subject =
            Self { seq, kind: command.kind(), centre: None, shift: None, person: None };
        match command {
            // Most entries are one of these: nothing is asked that is not remembered.
            Command::MarkAttendance(c) => {
                subject.at_shift(db, memory, c.shift).await?;
                subject.person = memory.person(db, c.person).await?.map(|person| person.key);
            }
            Command::RecordHeadcount(c) => subject.at_shift(db, memory, c.shift).await?,
            Command::RecordOutput(c) => subject.at_shift(db, memory, c.shift).await?,
            Command::CloseShift(c) => subject.at_shift(db, memory, c.shift).await?,
            Command::RegisterPerson(c) => {
                subject.at_centre(db, memory, c.centre).await?;
                subject.person = Some(seq);
            }
            _ => subject.look_for(db, memory, command).await?,
        }
        Ok(subject)
    }

    async fn at_shift(
        &mut self,
        db: &mut AnyConnection,
        memory: &mut Memory,
        id: ShiftId,
    ) -> Result<(), StoreError> {
        let Some(shift) = memory.shift(db, id).await? else { return Ok(()) };
        self.shift = Some(shift.key);
        self.at_centre(db, memory, shift.place.centre).await
    }

    async fn at_centre(
        &mut self,
        db: &mut AnyConnection,
        memory: &mut Memory,
        id: Option<CentreId>,
    ) -> Result<(), StoreError> {
        if let Some(id) = id {
            self.centre = memory.centre_key(db, id).await?;
        }
        Ok(())
    }

    /// What the fields of a command name.
    async fn look_for(
        &mut self,
        db: &mut AnyConnection,
        memory: &mut Memory,
        command: &Command,
    ) -> Result<(), StoreError> {
        let Some(body) = about::body(command) else { return Ok(()) };
        if let Some(place) = about::place_of(db, &body).await? {
            match place.shift.and_then(|id| id.parse().ok()) {
                Some(shift) => self.at_shift(db, memory, shift).await?,
                None => {
                    let id = place.centre.and_then(|id| id.parse().ok());
                    self.at_centre(db, memory, id).await?;
                }
            }
        }
        for (field, sql) in PEOPLE.iter().copied() {
            let Some(id) = body[field].as_str().and_then(|text| text.parse::<PersonId>().ok())
            else {
                continue;
            };
            let row = sqlx::query(sql).bind(id.to_string()).fetch_optional(&mut *db).await?;
            if let Some(row) = row {
                self.person = Some(Reader::new("person", &row).number("seq")?);
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Where to look for the participant whom a command names.
const PEOPLE: &[(&str, &str)] = &[
    ("person", OF_PERSON),
    ("one", OF_PERSON),
    ("kept", OF_PERSON),
    ("enrolment", "select person as seq from enrolment where id = $1"),
    ("consent", "select person as seq from consent where id = $1"),
    ("merge", "select kept as seq from merge where id = $1"),
    ("waiting", "select person as seq from waiting where id = $1"),
    ("interpreting", "select person as seq from interpreting where id = $1"),
    (
        "offer",
        "select w.person as seq from offer o join waiting w on w.seq = o.waiting where o.id = $1",
    ),
];
const OF_PERSON: &str = "select seq from person where id = $1";

/// Writes the rows of a transaction.
pub(super) async fn save(db: &mut AnyConnection, subjects: &[Subject]) -> Result<(), StoreError> {
    for part in in_powers(subjects, TOGETHER) {
        let rows: Vec<_> = (0..part.len()).map(|n| format!("({})", places(5 * n + 1, 5))).collect();
        let mut query = sqlx::query(AssertSqlSafe(format!(
            "insert into entry (seq, kind, centre, shift, person) values {}",
            rows.join(",")
        )));
        for one in part {
            query = query
                .bind(one.seq)
                .bind(one.kind)
                .bind(one.centre)
                .bind(one.shift)
                .bind(one.person);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}
