//! Who has an activity card.

use super::{label, workshops_of};
use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use domain::access::{Action, Actor, Place};
use domain::card::CardCode;
use domain::fault::{Fault, Noun};
use domain::overview::{CardHolder, CardsPage, Choice};
use domain::person::PersonCode;
use sqlx::AnyConnection;

/// Whose cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardsOf<'a> {
    /// Everybody's who takes part in a workshop, or in one of its shifts, today or later, by its
    /// code; of the first workshop where it is empty.
    Workshop(&'a str),
    /// One person's, by their code.
    Person(&'a str),
}

impl Store {
    /// The cards of a workshop's people, or of one person.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage the centre; [`Fault::Unknown`] for a
    /// workshop or a person that is not there.
    pub async fn cards(
        &self,
        actor: &Actor,
        code: &str,
        of: CardsOf<'_>,
    ) -> Result<CardsPage, StoreError> {
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centre = centre_of(db, actor, Action::Manage, code).await?;
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let workshops: Vec<Choice> =
            workshops_of(db, centre.key).await?.into_iter().map(|(_, choice)| choice).collect();
        let (chosen, person) = match of {
            CardsOf::Workshop("") => (workshops.first().cloned(), None),
            CardsOf::Workshop(code) => {
                let known = workshops.iter().find(|one| one.code == code).cloned();
                (Some(known.ok_or(Fault::Unknown { noun: Noun::Workshop })?), None)
            }
            CardsOf::Person(code) => {
                let unknown = Fault::Unknown { noun: Noun::Person };
                (None, Some(PersonCode::parse(code).map_err(|_| unknown)?))
            }
        };
        let rows = sqlx::query(
            "select p.seq, p.id, k.secret, v.sealed,
                    (select c.code from card c join person o on o.seq = c.person
                     where c.revoked is null and (o.seq = p.seq or o.same_as = p.seq)
                     order by c.seq desc limit 1) as card
             from person p left join vault v on v.subject = p.id
             left join vault_key k on k.subject = p.id
             where p.centre = $1 and p.departed is null and p.same_as is null
               and p.erased is null and (p.code = $2 or exists (
                   select 1 from enrolment e join workshop w on w.seq = e.workshop
                   join person o on o.seq = e.person left join shift s on s.seq = e.shift
                   where w.code = $3 and (e.to_day is null or e.to_day >= $4)
                     and (e.shift is null or s.day >= $4) and (o.seq = p.seq or o.same_as = p.seq)))
             order by p.seq",
        )
        .bind(centre.key)
        .bind(person.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default())
        .bind(chosen.as_ref().map(|one| one.code.clone()).unwrap_or_default())
        .bind(self.clock().today().to_string())
        .fetch_all(&mut *db)
        .await?;
        let mut people = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("person", row);
            let card: Option<String> = row.get("card")?;
            let card = card.map(|code| CardCode::parse(&code)).transpose();
            people.push(CardHolder {
                id: row.parse("id")?,
                label: label(&row, sees)?,
                card: card.map_err(|_| row.corrupt("card"))?,
            });
        }
        if person.is_some() && people.is_empty() {
            return Err(Fault::Unknown { noun: Noun::Person }.into());
        }
        people.sort_by_cached_key(|one| one.label.by_name());
        Ok(CardsPage { centre: centre.choice, workshops, workshop: chosen, person, people })
    }
}

/// All cards that a person had, the latest first, with whether each works.
pub(super) async fn of_person(
    db: &mut AnyConnection,
    person: i64,
) -> Result<Vec<(CardCode, bool)>, StoreError> {
    let rows = sqlx::query(
        "select c.seq, c.code, case when c.revoked is null then 1 else 0 end as works
         from card c join person o on o.seq = c.person
         where o.seq = $1 or o.same_as = $1 order by c.seq desc",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("card", row);
        let code = CardCode::parse(&row.text("code")?).map_err(|_| row.corrupt("code"))?;
        Ok((code, row.number("works")? == 1))
    };
    rows.iter().map(read).collect()
}
