//! The page of the participation: the report for all activities, and for each workshop.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::clock::month_of;
use domain::overview::{Choice, Participation, ShareRow};
use domain::report::{Cell, Query, Report, Step, Term};

impl Store {
    /// Whom of the residents of a centre the activities reached in a period; this month when
    /// missing.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever sees no figures of the centre;
    /// [`domain::fault::Fault::Unknown`]; those of a period.
    pub async fn participation(
        &self,
        actor: &Actor,
        code: &str,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<Participation, StoreError> {
        let centre = centre_of(&mut *self.read().await?, actor, Action::SeeFigures, code).await?;
        let (from, to) = period.unwrap_or_else(|| month_of(self.clock().today()));
        let query = Query { step: Step::Whole, ..Query::period(from, to).in_centre(code) };
        let refs = self.refs().await?;
        let mut workshops: Vec<Choice> = refs
            .workshops
            .values()
            .filter(|workshop| workshop.centre == Some(centre.key))
            .map(|one| Choice { code: one.code.clone(), name: one.title.clone() })
            .collect();
        workshops.sort_by(|one, other| one.code.cmp(&other.code));
        let mut each = Vec::new();
        for workshop in workshops {
            let query = Query { workshop: Some(workshop.code.clone()), ..query.clone() };
            let shares = self.shares(actor, &query).await?;
            if shares.iter().any(|share| share.reached.1 > 0) {
                each.push((workshop, shares));
            }
        }
        let all = self.shares(actor, &query).await?;
        Ok(Participation { centre: centre.choice, from, to, all, workshops: each })
    }

    async fn shares(&self, actor: &Actor, query: &Query) -> Result<Vec<ShareRow>, StoreError> {
        let rows = self.rows_of(actor, Report::Participation, query).await?;
        let share = |row: &Vec<Cell>| match &row[4..] {
            [
                Cell::Term(Term::Share(share)),
                _,
                Cell::Number(least),
                Cell::Number(most),
                housed,
                day,
                age,
            ] => Some(ShareRow {
                share: *share,
                reached: (*least, *most),
                housed: match housed {
                    Cell::Number(people) => Ok(*people),
                    Cell::Empty(why) => Err(*why),
                    _ => return None,
                },
                measured: match (day, age) {
                    (Cell::Day(day), Cell::Number(age)) => Some((*day, *age)),
                    _ => None,
                },
            }),
            _ => None,
        };
        Ok(rows.iter().filter_map(share).collect())
    }
}
