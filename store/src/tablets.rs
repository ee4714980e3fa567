//! The manager's list of the tablets of a centre.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::{Reader, stored};
use chrono::{DateTime, Utc};
use domain::access::{Action, Actor};
use domain::device::{MemberRow, TabletRow, Tablets};
use sqlx::AnyConnection;
use std::collections::{HashMap, HashSet};

impl Store {
    /// The tablets of a centre, with their members.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever does not manage it; [`Fault::Unknown`].
    pub async fn tablets(&self, actor: &Actor, code: &str) -> Result<Tablets, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let mut members = members(&mut db, centre.key).await?;
        let mut tablets = rows(&mut db, centre.key, self.clock().now()).await?;
        for tablet in &mut tablets {
            tablet.members = members.remove(&tablet.id.to_string()).unwrap_or_default();
        }
        Ok(Tablets { centre: centre.choice, proposed: proposed(&mut db, code).await?, tablets })
    }
}

async fn rows(
    db: &mut AnyConnection,
    centre: i64,
    now: DateTime<Utc>,
) -> Result<Vec<TabletRow>, StoreError> {
    let rows = sqlx::query(
        "select d.seq, d.id, d.code, a.received_at as added, r.received_at as revoked,
                k.created_at as enrolled, k.seen_at as seen, k.handed_in_at as handed_in,
                o.expires_at as waits_until
         from device d join journal a on a.seq = d.seq left join journal r on r.seq = d.revoked
         left join device_credential k on k.device = d.id
         left join one_time_code o
             on o.device = d.id and o.kind = 'enrol' and o.expires_at > $2
         where d.centre = $1
         order by case when d.revoked is null then 0 else 1 end, d.code",
    )
    .bind(centre)
    .bind(stored(now))
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("device", row);
            Ok(TabletRow {
                id: row.parse("id")?,
                code: row.text("code")?,
                added: row.instant("added")?,
                enrolled: row.parse_opt("enrolled")?,
                waits_until: row.parse_opt("waits_until")?,
                seen: row.parse_opt("seen")?,
                revoked: row.parse_opt("revoked")?,
                handed_in: row.parse_opt("handed_in")?,
                members: Vec::new(),
            })
        })
        .collect()
}

/// The members of the tablets of a centre, by the tablet's id, in the order of their codes.
async fn members(
    db: &mut AnyConnection,
    centre: i64,
) -> Result<HashMap<String, Vec<MemberRow>>, StoreError> {
    let rows = sqlx::query(
        "select a.seq, m.device, a.id, a.code,
                (select count(*) from access x where x.account = a.seq and x.revoked is null
                    and x.role = 'facilitator') as facilitates,
                (select count(*) from access x where x.account = a.seq and x.revoked is null
                    and x.role <> 'facilitator') as others
         from device d join device_member m on m.device = d.id join account a on a.id = m.account
         where d.centre = $1 and a.disabled = 0 order by a.code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    let mut members: HashMap<String, Vec<MemberRow>> = HashMap::new();
    for row in &rows {
        let row = Reader::new("device_member", row);
        members.entry(row.text("device")?).or_default().push(MemberRow {
            account: row.parse("id")?,
            code: row.text("code")?,
            resettable: row.number("facilitates")? > 0 && row.number("others")? == 0,
        });
    }
    Ok(members)
}

/// The first code of the form `T-KRN-1` that no tablet has.
async fn proposed(db: &mut AnyConnection, centre: &str) -> Result<String, StoreError> {
    let rows = sqlx::query("select seq, code from device").fetch_all(db).await?;
    let taken: HashSet<String> =
        rows.iter().map(|row| Reader::new("device", row).text("code")).collect::<Result<_, _>>()?;
    // One more than there are taken ones: among them is a free one.
    let mut codes = (1..=taken.len() + 1).map(|n| format!("T-{centre}-{n}"));
    Ok(codes.find(|code| !taken.contains(code)).unwrap_or_default())
}
