//! The list of a centre's people, by filters or by what is searched for.

use super::search::{Fit, Folded};
use super::{Asking, asks, rows, workshops_of};
use crate::Store;
use crate::error::StoreError;
use crate::place::{CentreOf, centre_of};
use crate::row::Reader;
use crate::vault;
use chrono::NaiveDate;
use domain::access::{Action, Actor, Place};
use domain::card::CardCode;
use domain::command::PersonIdentity;
use domain::overview::{PEOPLE_A_PAGE, PeopleFilter, PeoplePage};
use domain::person::PersonCode;
use domain::registry::PersonFact;
use sqlx::AnyConnection;

/// The condition for the people of centre $1 who fit a filter: left $2, workshop $3 on day $5,
/// language $4. Records that another one is used for are left out.
macro_rules! fitting {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            " where p.centre = $1 and p.same_as is null
               and (case when p.departed is null then 0 else 1 end) = $2
               and ($3 = '' or exists (select 1 from enrolment e join workshop w
                    on w.seq = e.workshop where e.person = p.seq and w.code = $3
                    and e.shift is null and (e.to_day is null or e.to_day >= $5)))
               and ($4 = '' or exists (select 1 from person_language l
                    where l.person = p.seq and l.language = $4)) ",
            $tail
        )
    };
}

impl Store {
    /// People of a centre: those who fit the filter, or of those the ones that are searched for by
    /// code or alias. Aliases only for who may see the register there; a search by head office finds
    /// codes.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage the centre;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn people_of(
        &self,
        actor: &Actor,
        code: &str,
        filter: &PeopleFilter,
        sought: Option<&str>,
    ) -> Result<PeoplePage, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let today = self.clock().today();
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        let asked = asks(&mut db, centre.key, today).await?;
        let asking = Asking { today, sees, asks: &asked };
        let found = match sought.map(str::trim).filter(|sought| !sought.is_empty()) {
            Some(sought) => searched(&mut db, &centre, filter, sought, &asking).await?,
            None if filter.missing => lacking(&mut db, &centre, filter, &asking).await?,
            None => listed(&mut db, &centre, filter, today).await?,
        };
        Ok(PeoplePage {
            people: rows(&mut db, &found.keys, &asking).await?,
            total: found.total,
            more: found.more,
            workshops: workshops_of(&mut db, centre.key).await?,
            asks: asked,
            today,
            centre: centre.choice,
        })
    }

    /// What the projects of a centre ask of everybody who takes part today.
    ///
    /// # Errors
    /// As [`Store::people_of`].
    pub async fn asks_of(&self, actor: &Actor, code: &str) -> Result<Vec<PersonFact>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        asks(&mut db, centre.key, self.clock().today()).await
    }
}

struct FoundKeys {
    keys: Vec<i64>,
    total: i64,
    more: bool,
}

fn first(filter: &PeopleFilter) -> i64 {
    i64::from(filter.page) * PEOPLE_A_PAGE as i64
}

async fn listed(
    db: &mut AnyConnection,
    centre: &CentreOf,
    filter: &PeopleFilter,
    today: NaiveDate,
) -> Result<FoundKeys, StoreError> {
    let row = sqlx::query(fitting!("select cast(count(*) as bigint) as n from person p", ""))
        .bind(centre.key)
        .bind(i64::from(filter.left))
        .bind(filter.workshop.as_str())
        .bind(filter.language.as_str())
        .bind(today.to_string())
        .fetch_one(&mut *db)
        .await?;
    let total = Reader::new("person", &row).number("n")?;
    let rows = sqlx::query(fitting!(
        "select p.seq from person p",
        "order by p.seq desc limit $6 offset $7"
    ))
    .bind(centre.key)
    .bind(i64::from(filter.left))
    .bind(filter.workshop.as_str())
    .bind(filter.language.as_str())
    .bind(today.to_string())
    .bind(PEOPLE_A_PAGE as i64)
    .bind(first(filter))
    .fetch_all(db)
    .await?;
    let keys: Result<_, _> =
        rows.iter().map(|row| Reader::new("person", row).number("seq")).collect();
    Ok(FoundKeys { keys: keys?, total, more: false })
}

/// All of whom something is missing: nothing in the tables says so, so everybody is looked at.
async fn lacking(
    db: &mut AnyConnection,
    centre: &CentreOf,
    filter: &PeopleFilter,
    asking: &Asking<'_>,
) -> Result<FoundKeys, StoreError> {
    let found = sqlx::query(fitting!("select p.seq from person p", "order by p.seq desc"))
        .bind(centre.key)
        .bind(i64::from(filter.left))
        .bind(filter.workshop.as_str())
        .bind(filter.language.as_str())
        .bind(asking.today.to_string())
        .fetch_all(&mut *db)
        .await?;
    let keys: Vec<i64> = found
        .iter()
        .map(|row| Reader::new("person", row).number("seq"))
        .collect::<Result<_, _>>()?;
    let without_names = Asking { sees: false, ..*asking };
    let mut lacking = Vec::new();
    for part in keys.chunks(512) {
        let people = rows(db, part, &without_names).await?;
        let missing = part.iter().zip(&people).filter(|(_, one)| !one.missing.is_empty());
        lacking.extend(missing.map(|(key, _)| *key));
    }
    let total = lacking.len() as i64;
    let from = usize::try_from(first(filter)).unwrap_or(0);
    let keys = lacking.into_iter().skip(from).take(PEOPLE_A_PAGE).collect();
    Ok(FoundKeys { keys, total, more: false })
}

async fn searched(
    db: &mut AnyConnection,
    centre: &CentreOf,
    filter: &PeopleFilter,
    sought: &str,
    asking: &Asking<'_>,
) -> Result<FoundKeys, StoreError> {
    let found = sqlx::query(fitting!(
        "select p.seq, p.id, p.code, k.secret, v.sealed
         from person p left join vault v on v.subject = p.id
         left join vault_key k on k.subject = p.id",
        "order by p.seq desc"
    ))
    .bind(centre.key)
    .bind(i64::from(filter.left))
    .bind(filter.workshop.as_str())
    .bind(filter.language.as_str())
    .bind(asking.today.to_string())
    .fetch_all(&mut *db)
    .await?;
    let folded = Folded::of(sought);
    let code = match CardCode::parse(sought) {
        // Also one that was lost: whoever finds it wants to know whose it was.
        Ok(card) => owner_of(db, &card).await?,
        Err(_) => code_part(sought),
    };
    let mut fitting: Vec<(Fit, i64)> = Vec::new();
    for row in &found {
        let row = Reader::new("person", row);
        let own = row.text("code")?;
        let by_code = code.as_deref().and_then(|code| fit_code(&own, code));
        let by_alias = match asking.sees && by_code != Some(Fit::Same) {
            true => {
                let identity: Option<PersonIdentity> = vault::beside(&row, &row.text("id")?)?;
                let alias = identity.and_then(|identity| identity.alias);
                alias.and_then(|alias| Folded::of(&alias).fit(&folded))
            }
            false => None,
        };
        if let Some(fit) = by_code.max(by_alias) {
            fitting.push((fit, row.number("seq")?));
        }
    }
    // Of equals, the latest registered.
    fitting.sort_unstable_by(|a, b| b.cmp(a));
    let more = fitting.len() > PEOPLE_A_PAGE;
    let keys: Vec<i64> = fitting.into_iter().take(PEOPLE_A_PAGE).map(|(_, key)| key).collect();
    Ok(FoundKeys { total: keys.len() as i64, keys, more })
}

/// The code of whom a card was issued to.
async fn owner_of(db: &mut AnyConnection, card: &CardCode) -> Result<Option<String>, StoreError> {
    let row = sqlx::query(
        "select u.seq, u.code from card c join person p on p.seq = c.person
         join person u on u.seq = coalesce(p.same_as, p.seq) where c.code = $1",
    )
    .bind(card.as_str().to_owned())
    .fetch_optional(db)
    .await?;
    row.map(|row| Ok(Reader::new("person", &row).text("code")?.replace('-', ""))).transpose()
}

/// A code, or part of one, without what people leave out or mix up; nothing when it cannot be one.
fn code_part(typed: &str) -> Option<String> {
    if let Ok(code) = PersonCode::parse(typed) {
        return Some(code.as_str().replace('-', ""));
    }
    let plain: String = typed.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let fits = (2..=8).contains(&plain.len()) && plain.chars().all(|c| c.is_ascii_alphanumeric());
    fits.then(|| plain.to_ascii_uppercase())
}

fn fit_code(own: &str, sought: &str) -> Option<Fit> {
    let own = own.replace('-', "");
    if own == sought {
        Some(Fit::Same)
    } else if own.starts_with(sought) {
        Some(Fit::Begins)
    } else {
        (sought.len() >= 3 && own.contains(sought)).then_some(Fit::Within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_by_what_is_typed_of_them() {
        let part = |typed| code_part(typed);
        assert_eq!(part("4mx7-q2"), Some("4MX7Q2".into()));
        assert_eq!(part("Šemsa"), None);
        assert_eq!(part("x"), None);
        assert_eq!(fit_code("4MX7-Q2KD", "4MX7Q2KD"), Some(Fit::Same));
        assert_eq!(fit_code("4MX7-Q2KD", "4MX"), Some(Fit::Begins));
        assert_eq!(fit_code("4MX7-Q2KD", "Q2K"), Some(Fit::Within));
        assert_eq!(fit_code("4MX7-Q2KD", "Q2"), None);
    }
}
