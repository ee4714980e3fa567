//! Trainings without a centre, as head office sees them.

use crate::Store;
use crate::error::StoreError;
use crate::people::label;
use crate::row::Reader;
use domain::access::{Action, Actor, Place};
use domain::fault::{Fault, Noun};
use domain::overview::{Choice, Participant, TrainingPage, TrainingRow, Trainings};

/// The entry about an enrolment's progress that stands.
macro_rules! standing {
    ($enrolment:literal) => {
        concat!(
            "(select g.seq from progress g where g.enrolment = ",
            $enrolment,
            " order by g.on_day desc, g.seq desc limit 1)"
        )
    };
}

impl Store {
    /// The trainings that belong to no centre.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the organisation.
    pub async fn trainings(&self, actor: &Actor) -> Result<Trainings, StoreError> {
        managed(actor)?;
        let rows = sqlx::query(concat!(
            "select w.seq, w.id, w.code, w.title_en, w.title_sr,
                    cast(count(distinct e.person) as bigint) as participants,
                    cast(count(distinct case when p.completed = 1 then e.person end) as bigint)
                        as completed
             from workshop w left join enrolment e on e.workshop = w.seq and e.shift is null
             left join progress p on p.seq = ",
            standing!("e.seq"),
            " where w.centre is null
             group by w.seq, w.id, w.code, w.title_en, w.title_sr order by w.code"
        ))
        .fetch_all(&mut *self.read().await?)
        .await?;
        let read = |row| {
            let row = Reader::new("workshop", row);
            Ok(TrainingRow {
                id: row.parse("id")?,
                choice: choice(&row)?,
                participants: row.number("participants")?,
                completed: row.number("completed")?,
            })
        };
        let trainings = rows.iter().map(read).collect::<Result<_, StoreError>>()?;
        Ok(Trainings { today: self.clock().today(), trainings })
    }

    /// A training by its code, with everybody who was ever enrolled in it.
    ///
    /// # Errors
    /// As [`Store::trainings`]; [`Fault::Unknown`].
    pub async fn training(&self, actor: &Actor, code: &str) -> Result<TrainingPage, StoreError> {
        managed(actor)?;
        let mut db = self.db().begin_read().await?;
        let row = sqlx::query(
            "select seq, id, code, title_en, title_sr from workshop
             where code = $1 and centre is null",
        )
        .bind(code)
        .fetch_optional(&mut *db)
        .await?
        .ok_or(Fault::Unknown { noun: Noun::Workshop })?;
        let training = Reader::new("workshop", &row);
        let (key, id) = (training.number("seq")?, training.parse("id")?);
        let sees = actor.may(Action::SeeRegister, Place::workshop(id, None));
        let rows = sqlx::query(concat!(
            "select e.seq, e.id as enrolment, e.from_day, e.to_day, u.id, u.sex, k.secret, v.sealed,
                    p.percent, p.on_day, coalesce(p.completed, 0) as completed
             from enrolment e join person o on o.seq = e.person
             join person u on u.seq = coalesce(o.same_as, o.seq)
             left join vault v on v.subject = u.id left join vault_key k on k.subject = u.id
             left join progress p on p.seq = ",
            standing!("e.seq"),
            " where e.workshop = $1 and e.shift is null order by e.seq"
        ))
        .bind(key)
        .fetch_all(&mut *db)
        .await?;
        let mut participants = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("enrolment", row);
            let percent: Option<i64> = row.get("percent")?;
            participants.push(Participant {
                enrolment: row.parse("enrolment")?,
                person: row.parse("id")?,
                label: label(&row, sees)?,
                sex: row.word("sex")?,
                from: row.day("from_day")?,
                to: row.parse_opt("to_day")?,
                progress: percent.zip(row.parse_opt("on_day")?),
                completed: row.number("completed")? == 1,
            });
        }
        participants.sort_by_cached_key(|one| one.label.by_name());
        let (today, training) = (self.clock().today(), choice(&training)?);
        Ok(TrainingPage { id, training, today, participants })
    }
}

/// Trainings belong to no centre: head office runs them.
fn managed(actor: &Actor) -> Result<(), Fault> {
    if actor.may(Action::Manage, Place::ORGANISATION) { Ok(()) } else { Err(Fault::NotAllowed) }
}

fn choice(row: &Reader<'_>) -> Result<Choice, StoreError> {
    Ok(Choice { code: row.text("code")?, name: row.name("title_en", "title_sr")? })
}
