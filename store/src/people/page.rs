//! One person: what is known, where they lived, what they take part in, what they consented to, and
//! who looked.

use super::{Asking, asks, rows, workshop, workshops_of};
use crate::error::StoreError;
use crate::place::{CentreOf, centre_of};
use crate::row::Reader;
use crate::{By, Store, vault};
use domain::access::{Action, Actor, Place};
use domain::clock::reporting_day;
use domain::command::{Command, PersonIdentity};
use domain::fault::{Fault, Noun};
use domain::ids::{EnrolmentId, PersonId, WaitingId};
use domain::overview::{Choice, ConsentRow, EnrolmentRow, MarkRow, MergeRow, PersonPage, StayRow};
use domain::person::PersonCode;
use domain::registry::LookAtIdentity;
use sqlx::AnyConnection;

/// How many marks and looks the page shows.
const LAST: i64 = 20;

/// A person of a centre, by their keys.
#[derive(Debug, Clone)]
pub struct PersonOf {
    /// Their id.
    pub id: PersonId,
    /// Enrolments that have not ended, with the first day of each.
    pub enrolments: Vec<(EnrolmentId, chrono::NaiveDate)>,
    /// Places in waiting lists.
    pub waiting: Vec<WaitingId>,
    /// Other records that are the same person and not erased.
    pub also: Vec<PersonId>,
}

impl Store {
    /// The person of a code in a centre, as a change to them needs it.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre; [`Fault::Unknown`], also for
    /// somebody of another centre.
    pub async fn person_for(
        &self,
        actor: &Actor,
        centre: &str,
        person: &str,
    ) -> Result<PersonOf, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, centre).await?;
        let (key, id) = find(&mut db, &centre, person).await?;
        let today = self.clock().today();
        let found = sqlx::query(
            "select seq, id, from_day from enrolment
             where person = $1 and (to_day is null or to_day >= $2) order by seq",
        )
        .bind(key)
        .bind(today.to_string())
        .fetch_all(&mut *db)
        .await?;
        let mut enrolments = Vec::with_capacity(found.len());
        for row in &found {
            let row = Reader::new("enrolment", row);
            enrolments.push((row.parse("id")?, row.day("from_day")?));
        }
        let waits = sqlx::query("select seq, id from waiting where person = $1 and ended is null")
            .bind(key)
            .fetch_all(&mut *db)
            .await?;
        let waiting = waits
            .iter()
            .map(|row| Reader::new("waiting", row).parse("id"))
            .collect::<Result<_, _>>();
        let others =
            sqlx::query("select seq, id from person where same_as = $1 and erased is null")
                .bind(key)
                .fetch_all(&mut *db)
                .await?;
        let also = others
            .iter()
            .map(|row| Reader::new("person", row).parse("id"))
            .collect::<Result<_, _>>();
        Ok(PersonOf { id, enrolments, waiting: waiting?, also: also? })
    }

    /// The page of a person, with the last of what there may be much of.
    ///
    /// # Errors
    /// As [`Store::person_for`].
    pub async fn person(
        &self,
        actor: &Actor,
        code: &str,
        person: &str,
    ) -> Result<PersonPage, StoreError> {
        self.person_page(actor, code, person, LAST).await
    }

    /// Everything that is kept of a person, with what identifies them. It is a look, and on record
    /// as one.
    ///
    /// # Errors
    /// As [`Store::look`].
    pub async fn own_data(
        &self,
        actor: &Actor,
        centre: &str,
        person: &str,
    ) -> Result<(PersonPage, PersonIdentity), StoreError> {
        let identity = self.look(actor, centre, person).await?;
        Ok((self.person_page(actor, centre, person, i64::MAX).await?, identity))
    }

    async fn person_page(
        &self,
        actor: &Actor,
        code: &str,
        person: &str,
        last: i64,
    ) -> Result<PersonPage, StoreError> {
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centre = centre_of(db, actor, Action::Manage, code).await?;
        let (key, id) = find(db, &centre, person).await?;
        let today = self.clock().today();
        let place = Place::centre(centre.id);
        let asked = asks(db, centre.key, today).await?;
        let sees = actor.may(Action::SeeRegister, place);
        let asking = Asking { today, sees, asks: &asked };
        let row = rows(db, &[key], &asking).await?.pop().ok_or_else(unknown)?;
        let own = sqlx::query(
            "select p.seq, p.kind, p.born, p.told_years, p.told_on, j.received_at, k.code as used
             from person p join journal j on j.seq = p.seq left join person k on k.seq = p.same_as
             where p.seq = $1",
        )
        .bind(key)
        .fetch_one(&mut *db)
        .await?;
        let own = Reader::new("person", &own);
        Ok(PersonPage {
            today,
            row,
            kind: own.word("kind")?,
            age: own.age()?,
            registered: reporting_day(own.instant("received_at")?),
            used: own.get("used")?,
            stays: stays(db, key).await?,
            enrolments: enrolments(db, key, last).await?,
            waiting: waiting(db, key).await?,
            cards: super::cards::of_person(db, key).await?,
            consents: consents(db, key).await?,
            functioning: functioning(db, key).await?,
            marks: marks(db, key, last).await?,
            present: present(db, key).await?,
            looks: looks(db, key, last).await?,
            merges: merges(db, id).await?,
            workshops: workshops_of(db, centre.key).await?,
            centres: centres(db).await?,
            may_look: actor.may(Action::SeeIdentity, place),
            centre: centre.choice,
        })
    }

    /// What identifies a person; the look is written to the journal before anything is shown.
    ///
    /// # Errors
    /// As [`Store::person_for`]; [`Fault::NotAllowed`] for whoever may not look.
    pub async fn look(
        &self,
        actor: &Actor,
        centre: &str,
        person: &str,
    ) -> Result<PersonIdentity, StoreError> {
        let id = self.person_for(actor, centre, person).await?.id;
        let by = By::from(actor);
        let look = Command::LookAtIdentity(LookAtIdentity { person: id });
        self.change_whole(by, vec![(look, None)]).await?;
        let mut db = self.read().await?;
        Ok(vault::get(&mut db, &id.to_string()).await?.unwrap_or_default())
    }
}

fn unknown() -> StoreError {
    Fault::Unknown { noun: Noun::Person }.into()
}

/// The keys of a person of a centre, by their code however it is written.
async fn find(
    db: &mut AnyConnection,
    centre: &CentreOf,
    person: &str,
) -> Result<(i64, PersonId), StoreError> {
    let code = PersonCode::parse(person).map_err(|_| unknown())?;
    let row = sqlx::query("select seq, id from person where code = $1 and centre = $2")
        .bind(code.as_str().to_owned())
        .bind(centre.key)
        .fetch_optional(db)
        .await?
        .ok_or_else(unknown)?;
    let row = Reader::new("person", &row);
    Ok((row.number("seq")?, row.parse("id")?))
}

async fn stays(db: &mut AnyConnection, person: i64) -> Result<Vec<StayRow>, StoreError> {
    let rows = sqlx::query(
        "select s.seq, s.day, c.code, c.name_en, c.name_sr from stay s
         left join centre c on c.seq = s.centre where s.person = $1 order by s.day desc, s.seq desc",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("stay", row);
        let code: Option<String> = row.get("code")?;
        let name = row.name_opt("name_en", "name_sr")?;
        let centre = code.zip(name).map(|(code, name)| Choice { code, name });
        Ok(StayRow { day: row.day("day")?, centre })
    };
    rows.iter().map(read).collect()
}

async fn enrolments(
    db: &mut AnyConnection,
    person: i64,
    last: i64,
) -> Result<Vec<EnrolmentRow>, StoreError> {
    let rows = sqlx::query(
        "select e.seq, e.id, e.from_day, e.to_day, w.code, w.title_en, w.title_sr, s.day, s.start,
                s.minutes
         from enrolment e join workshop w on w.seq = e.workshop left join shift s on s.seq = e.shift
         where e.person = $1 order by e.from_day desc, e.seq desc limit $2",
    )
    .bind(person)
    .bind(last)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("enrolment", row);
        let shift = row.get::<Option<String>>("day")?.map(|_| row.slot()).transpose()?;
        Ok(EnrolmentRow {
            id: row.parse("id")?,
            workshop: workshop(&row)?,
            shift,
            from: row.day("from_day")?,
            to: row.parse_opt("to_day")?,
        })
    };
    rows.iter().map(read).collect()
}

async fn waiting(
    db: &mut AnyConnection,
    person: i64,
) -> Result<Vec<(WaitingId, Choice)>, StoreError> {
    let rows = sqlx::query(
        "select l.seq, l.id, w.code, w.title_en, w.title_sr from waiting l
         join workshop w on w.seq = l.workshop
         where l.person = $1 and l.ended is null order by l.seq",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("waiting", row);
        Ok((row.parse("id")?, workshop(&row)?))
    };
    rows.iter().map(read).collect()
}

async fn consents(db: &mut AnyConnection, person: i64) -> Result<Vec<ConsentRow>, StoreError> {
    let rows = sqlx::query(
        "select seq, id, purpose, on_day, version, language, guardian, withdrawn_on from consent
         where person = $1 order by on_day desc, seq desc",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("consent", row);
        Ok(ConsentRow {
            id: row.parse("id")?,
            purpose: row.word("purpose")?,
            on: row.day("on_day")?,
            version: row.text("version")?,
            language: row.text("language")?,
            guardian: row.word_opt("guardian")?,
            withdrawn: row.parse_opt("withdrawn_on")?,
        })
    };
    rows.iter().map(read).collect()
}

type Answers =
    (chrono::NaiveDate, Vec<(domain::registry::Functioning, domain::registry::Difficulty)>);

async fn functioning(db: &mut AnyConnection, person: i64) -> Result<Option<Answers>, StoreError> {
    let row = sqlx::query(
        "select seq, on_day, answers from functioning where person = $1
         order by on_day desc, seq desc limit 1",
    )
    .bind(person)
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("functioning", &row);
        Ok((row.day("on_day")?, row.json("answers")?))
    })
    .transpose()
}

/// The marks that stand, of this record and of those that are the same person.
async fn marks(db: &mut AnyConnection, person: i64, last: i64) -> Result<Vec<MarkRow>, StoreError> {
    let rows = sqlx::query(
        "select a.seq, a.presence, s.day, s.start, s.minutes, w.code, w.title_en, w.title_sr
         from attendance a join person p on p.seq = a.person join shift s on s.seq = a.shift
         join workshop w on w.seq = s.workshop
         where coalesce(p.same_as, p.seq) = $1 and a.stands = 1 and a.presence <> 'unmarked'
         order by s.day desc, s.start desc, a.seq desc limit $2",
    )
    .bind(person)
    .bind(last)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("attendance", row);
        Ok(MarkRow {
            workshop: workshop(&row)?,
            slot: row.slot()?,
            present: row.text("presence")? == "present",
        })
    };
    rows.iter().map(read).collect()
}

async fn present(db: &mut AnyConnection, person: i64) -> Result<(i64, i64), StoreError> {
    let row = sqlx::query(
        "select cast(count(*) as bigint) as n,
                cast(coalesce(sum(case when a.presence = 'present' then 1 else 0 end), 0) as bigint)
                as present
         from attendance a join person p on p.seq = a.person
         where coalesce(p.same_as, p.seq) = $1 and a.stands = 1 and a.presence <> 'unmarked'",
    )
    .bind(person)
    .fetch_one(db)
    .await?;
    let row = Reader::new("attendance", &row);
    Ok((row.number("present")?, row.number("n")?))
}

async fn looks(
    db: &mut AnyConnection,
    person: i64,
    last: i64,
) -> Result<Vec<(Option<String>, chrono::DateTime<chrono::Utc>)>, StoreError> {
    let rows = sqlx::query(
        "select l.seq, a.code, j.received_at from look l join journal j on j.seq = l.seq
         left join account a on a.id = j.actor where l.person = $1 order by l.seq desc limit $2",
    )
    .bind(person)
    .bind(last)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("look", row);
        Ok((row.get("code")?, row.instant("received_at")?))
    };
    rows.iter().map(read).collect()
}

async fn merges(db: &mut AnyConnection, person: PersonId) -> Result<Vec<MergeRow>, StoreError> {
    let rows = sqlx::query(
        "select m.seq, m.id, o.code, j.received_at from merge m
         join person k on k.seq = m.kept join person o on o.seq = m.other
         join journal j on j.seq = m.seq
         where k.id = $1 and m.undone is null order by m.seq",
    )
    .bind(person.to_string())
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("merge", row);
        let (id, other, at) = (row.parse("id")?, row.text("code")?, row.instant("received_at")?);
        Ok(MergeRow { id, other, at })
    };
    rows.iter().map(read).collect()
}

async fn centres(db: &mut AnyConnection) -> Result<Vec<Choice>, StoreError> {
    let rows = sqlx::query("select seq, code, name_en, name_sr from centre order by code")
        .fetch_all(db)
        .await?;
    let read = |row| {
        let row = Reader::new("centre", row);
        Ok(Choice { code: row.text("code")?, name: row.name("name_en", "name_sr")? })
    };
    rows.iter().map(read).collect()
}
