//! What a centre made and what it handed out.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::clock::{check_day, month_of};
use domain::overview::{Balance, Choice, HandOutRow, Recipient, Stock, StockRow};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// As in the report of outputs: only shifts that were held count.
const MADE: &str = "select o.product as seq, s.day, cast(sum(o.quantity) as bigint) as quantity
     from output o join shift s on s.seq = o.shift
     where s.centre = $1 and s.day <= $2 and o.voided is null and o.rejected = 0 and s.progress = 'closed'
     group by o.product, s.day";
const HANDED_OUT: &str =
    "select h.product as seq, h.day, cast(sum(h.quantity) as bigint) as quantity
     from hand_out h join recipient r on r.seq = h.recipient
     where r.centre = $1 and h.day <= $2 and h.voided is null
     group by h.product, h.day";

impl Store {
    /// What a centre made and handed out until today, and the hand-outs of the month that a day
    /// lies in; today's when missing.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage the centre;
    /// [`domain::fault::Fault::Unknown`], [`domain::fault::Fault::BadDay`].
    pub async fn stock(
        &self,
        actor: &Actor,
        code: &str,
        day: Option<NaiveDate>,
    ) -> Result<Stock, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let today = self.clock().today();
        let day = day.unwrap_or(today);
        check_day(day)?;
        let made = by_product(&mut db, MADE, centre.key, today).await?;
        let handed_out = by_product(&mut db, HANDED_OUT, centre.key, today).await?;
        let mut products = products(&mut db, centre.key).await?;
        for (key, row) in &mut products {
            let of = |all: &Days| all.get(key).cloned().unwrap_or_default();
            row.balance = Balance::of(&of(&made), &of(&handed_out));
        }
        Ok(Stock {
            centre: centre.choice,
            today,
            day,
            products: products.into_iter().map(|(_, row)| row).collect(),
            recipients: recipients(&mut db, centre.key).await?,
            hand_outs: hand_outs(&mut db, centre.key, month_of(day)).await?,
        })
    }
}

/// Quantities by day, by the key of the product.
type Days = HashMap<i64, Vec<(NaiveDate, i64)>>;

async fn by_product(
    db: &mut AnyConnection,
    sql: &'static str,
    centre: i64,
    to: NaiveDate,
) -> Result<Days, StoreError> {
    let rows = sqlx::query(sql).bind(centre).bind(to.to_string()).fetch_all(db).await?;
    let mut days = Days::new();
    for row in &rows {
        let row = Reader::new("product", row);
        days.entry(row.number("seq")?)
            .or_default()
            .push((row.day("day")?, row.number("quantity")?));
    }
    Ok(days)
}

/// The products by their keys, without their balances.
async fn products(db: &mut AnyConnection, centre: i64) -> Result<Vec<(i64, StockRow)>, StoreError> {
    let rows = sqlx::query(
        "select p.seq, p.id, p.code, p.name_en, p.name_sr, p.unit, w.code as workshop,
                w.title_en, w.title_sr
         from product p join workshop w on w.seq = p.workshop
         where w.centre = $1 order by w.code, p.code",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("product", row);
            let choice = |code, en, sr| -> Result<_, StoreError> {
                Ok(Choice { code: row.text(code)?, name: row.name(en, sr)? })
            };
            let found = StockRow {
                id: row.parse("id")?,
                product: choice("code", "name_en", "name_sr")?,
                workshop: choice("workshop", "title_en", "title_sr")?,
                unit: row.word("unit")?,
                balance: Balance::default(),
            };
            Ok((row.number("seq")?, found))
        })
        .collect()
}

async fn recipients(db: &mut AnyConnection, centre: i64) -> Result<Vec<Recipient>, StoreError> {
    let rows = sqlx::query(
        "select seq, id, name_en, name_sr from recipient where centre = $1 order by seq",
    )
    .bind(centre)
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("recipient", row);
            Ok(Recipient { id: row.parse("id")?, name: row.name("name_en", "name_sr")? })
        })
        .collect()
}

async fn hand_outs(
    db: &mut AnyConnection,
    centre: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<HandOutRow>, StoreError> {
    let rows = sqlx::query(
        "select h.seq, h.id, h.day, h.quantity, h.voided, p.code, p.name_en, p.name_sr, p.unit,
                r.name_en as to_en, r.name_sr as to_sr, a.code as account, j.received_at
         from hand_out h join recipient r on r.seq = h.recipient
         join product p on p.seq = h.product join journal j on j.seq = h.seq
         left join account a on a.id = j.actor
         where r.centre = $1 and h.day >= $2 and h.day <= $3 order by h.day desc, h.seq desc",
    )
    .bind(centre)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("hand_out", row);
            let voided: Option<i64> = row.get("voided")?;
            Ok(HandOutRow {
                id: row.parse("id")?,
                day: row.day("day")?,
                product: Choice { code: row.text("code")?, name: row.name("name_en", "name_sr")? },
                unit: row.word("unit")?,
                recipient: row.name("to_en", "to_sr")?,
                quantity: row.number("quantity")?,
                account: row.get("account")?,
                at: row.instant("received_at")?,
                voided: voided.is_some(),
            })
        })
        .collect()
}
