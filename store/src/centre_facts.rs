//! The dated facts of a centre.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use domain::access::{Action, Actor, Place};
use domain::centre::Position;
use domain::overview::{CentreAddress, CentreFacts, Choice, Dated, Held, ProjectRules};
use sqlx::AnyConnection;

const KINDS: &str =
    "select seq, from_day, kind as value, source from centre_kind where centre = $1 order by seq";
const STATUSES: &str = "select seq, from_day, status as value, source from centre_status
     where centre = $1 order by seq";
const CAPACITIES: &str = "select seq, from_day, places as value, source from centre_capacity
     where centre = $1 order by seq";
const ADDRESSES: &str = "select seq, from_day, street_en, street_sr, place_en, place_sr, source
     from centre_address where centre = $1 order by seq";
const POSITIONS: &str = "select seq, from_day, latitude, longitude, source
     from centre_position where centre = $1 order by seq";

impl Store {
    /// Everything that was recorded of a centre, with when it holds.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever sees no figures of it;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn centre_facts(&self, actor: &Actor, code: &str) -> Result<CentreFacts, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::SeeFigures, code).await?;
        let (key, today) = (centre.key, self.clock().today());
        Ok(CentreFacts {
            today,
            administers: actor.may(Action::Administer, Place::centre(centre.id)),
            kinds: Held::of(records(&mut db, KINDS, key, |row| row.word("value")).await?, today),
            statuses: Held::of(
                records(&mut db, STATUSES, key, |row| row.word("value")).await?,
                today,
            ),
            capacities: Held::of(
                records(&mut db, CAPACITIES, key, |row| row.number("value")).await?,
                today,
            ),
            addresses: Held::of(records(&mut db, ADDRESSES, key, address).await?, today),
            positions: Held::of(records(&mut db, POSITIONS, key, position).await?, today),
            projects: projects(&mut db, key).await?,
            centre: centre.choice,
        })
    }
}

/// The projects to which a workshop of the centre belongs, or belonged.
async fn projects(db: &mut AnyConnection, centre: i64) -> Result<Vec<ProjectRules>, StoreError> {
    let rows = sqlx::query(
        "select p.seq, p.id, p.code, p.title_en, p.title_sr, p.asks, p.retain_until from project p
         where exists (select 1 from share s join workshop w on w.seq = s.workshop
                       where s.project = p.seq and w.centre = $1)
         order by p.code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let read = |row| {
        let row = Reader::new("project", row);
        let name = row.name("title_en", "title_sr")?;
        Ok(ProjectRules {
            id: row.parse("id")?,
            choice: Choice { code: row.text("code")?, name },
            asks: row.json("asks")?,
            retain_until: row.parse_opt("retain_until")?,
        })
    };
    rows.iter().map(read).collect()
}

fn address(row: &Reader<'_>) -> Result<CentreAddress, StoreError> {
    Ok(CentreAddress {
        street: row.name("street_en", "street_sr")?,
        place: row.name("place_en", "place_sr")?,
    })
}

/// Where a centre lies, from the columns `latitude` and `longitude`; nothing where it is not told.
pub(crate) fn position(row: &Reader<'_>) -> Result<Option<Position>, StoreError> {
    let (latitude, longitude): (Option<i64>, Option<i64>) =
        (row.get("latitude")?, row.get("longitude")?);
    Ok(latitude.zip(longitude).map(|(latitude, longitude)| Position { latitude, longitude }))
}

/// The records of one kind in the order of the journal.
async fn records<T>(
    db: &mut AnyConnection,
    sql: &'static str,
    centre: i64,
    value: impl Fn(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<Vec<Dated<T>>, StoreError> {
    let rows = sqlx::query(sql).bind(centre).fetch_all(db).await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("centre", row);
            Ok(Dated {
                value: value(&row)?,
                from: row.day("from_day")?,
                source: row.text("source")?,
            })
        })
        .collect()
}
