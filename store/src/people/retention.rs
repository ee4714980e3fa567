//! Whose identity is due to be erased.

use super::label;
use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Actor, Place};
use domain::overview::{Choice, DueRow, Purge};
use domain::registry::is_due;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A project somebody took part in, with the last day on which it keeps identities.
type Kept = (Choice, Option<NaiveDate>);

/// Everybody who left a centre, with each project whose workshop they were enrolled in or marked
/// at: a row for each, one without a project for who took part in nothing. Records that are one
/// person are judged by what all of them took part in.
const PARTS: &str = "select distinct p.seq, p.id, p.departed, j.code, j.title_en, j.title_sr,
        j.retain_until, k.secret, v.sealed
 from person p left join vault v on v.subject = p.id left join vault_key k on k.subject = p.id
 left join (
     select coalesce(r.same_as, r.seq) as person, t.workshop
     from (select person, workshop from enrolment
           union select a.person, s.workshop from attendance a join shift s on s.seq = a.shift) t
     join person r on r.seq = t.person) part on part.person = coalesce(p.same_as, p.seq)
 left join share h on h.workshop = part.workshop left join project j on j.seq = h.project
 where p.centre = $1 and p.departed is not null and p.erased is null
 order by p.departed, p.seq, j.code";

impl Store {
    /// Whose identity may be erased in a centre: who left, where the time of every project they took
    /// part in is over. Aliases only for who may see the register.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage the centre;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn purge(&self, actor: &Actor, code: &str) -> Result<Purge, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let today = self.clock().today();
        let rows = sqlx::query(PARTS).bind(centre.key).fetch_all(&mut *db).await?;
        let mut people: BTreeMap<(NaiveDate, i64), (DueRow, Vec<Kept>)> = BTreeMap::new();
        for row in &rows {
            let row = Reader::new("person", row);
            let departed = row.day("departed")?;
            let person = (departed, row.number("seq")?);
            let (_, kept) = match people.entry(person) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let (id, label) = (row.parse("id")?, label(&row, sees)?);
                    let due = DueRow { id, label, departed, projects: Vec::new() };
                    new.insert((due, Vec::new()))
                }
            };
            let code: Option<String> = row.get("code")?;
            let name = row.name_opt("title_en", "title_sr")?;
            if let Some((code, name)) = code.zip(name) {
                kept.push((Choice { code, name }, row.parse_opt("retain_until")?));
            }
        }
        let all = people.len();
        let mut due = Vec::new();
        for (row, kept) in people.into_values() {
            let retained: Vec<Option<NaiveDate>> = kept.iter().map(|(_, until)| *until).collect();
            if is_due(true, &retained, today) {
                let projects =
                    kept.into_iter().filter_map(|(project, until)| Some((project, until?)));
                due.push(DueRow { projects: projects.collect(), ..row });
            }
        }
        let kept = (all - due.len()) as i64;
        Ok(Purge { centre: centre.choice, today, due, kept })
    }
}
