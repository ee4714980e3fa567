//! The page of people who may drop out: the report with whom it is about.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::review::person_label;
use crate::row::Reader;
use domain::access::{Action, Actor, Place};
use domain::overview::{AtRiskRow, Choice, DroppingOut};
use domain::report::{Cell, Query, Report, Term};

impl Store {
    /// Who of a centre may drop out of a workshop, as of today. Aliases only for who may see the
    /// register there.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever sees no figures of the centre;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn dropping_out(&self, actor: &Actor, code: &str) -> Result<DroppingOut, StoreError> {
        let centre = centre_of(&mut *self.read().await?, actor, Action::SeeFigures, code).await?;
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let day = self.clock().today();
        let query = Query::period(day, day).in_centre(code);
        let rows = self.rows_of(actor, Report::DroppingOut, &query).await?;
        let mut db = self.read().await?;
        let mut people = Vec::new();
        for row in rows {
            let [
                _,
                Cell::Text(person),
                Cell::Text(code),
                Cell::Name(name),
                Cell::Term(Term::Risk(risk)),
                Cell::Day(since),
                Cell::Number(how_many),
            ] = &row[..]
            else {
                continue;
            };
            let found = sqlx::query("select seq, id from person where code = $1")
                .bind(person)
                .fetch_one(&mut *db)
                .await?;
            let id = Reader::new("person", &found).parse("id")?;
            people.push(AtRiskRow {
                id,
                label: person_label(&mut db, id, sees).await?,
                workshop: Choice { code: code.clone(), name: name.clone() },
                risk: *risk,
                since: *since,
                how_many: *how_many,
            });
        }
        Ok(DroppingOut { centre: centre.choice, day, people })
    }
}
