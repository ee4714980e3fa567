//! The pages of managers and coordinators, folded from the reports.

use crate::Store;
use crate::error::StoreError;
use crate::plan::ahead;
use crate::report::{Found, Judging, Refs};
use crate::row::Reader;
use chrono::{Duration, NaiveDate};
use domain::access::{Action, Actor, Place};
use domain::clock::{check_day, month_of};
use domain::fault::{Fault, Noun};
use domain::overview::{
    BACK_DAYS, CentreCard, Choice, Dashboard, Dated, DoubtfulRow, Occupancy, PeriodFigures,
    ProductDays, ShiftRow,
};
use domain::report::Query;
use domain::report::period::Days;
use domain::report::session::Summary;
use domain::shift::{Progress, Reason, ShiftState};
use sqlx::AnyConnection;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Days of outputs beside each other: the day and those before.
const OUTPUT_DAYS: i64 = 7;

impl Store {
    /// All centres that the actor sees figures of, as of today, in the order of their codes.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever sees no figures.
    pub async fn centres(&self, actor: &Actor) -> Result<Vec<CentreCard>, StoreError> {
        if actor.scopes(Action::SeeFigures).is_empty() {
            return Err(Fault::NotAllowed.into());
        }
        let refs = self.refs().await?;
        let today = self.clock().today();
        let mut cards = Vec::new();
        for (key, centre) in &refs.centres {
            if actor.may(Action::SeeFigures, Place::centre(centre.id)) {
                let (from, to) = month_of(today);
                let found = self.found(&refs, *key, from, to).await?;
                let month = Shifts { from, to, found: &found }.month();
                cards.push(self.card(&refs, *key, today, month).await?);
            }
        }
        cards.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(cards)
    }

    /// A manager's page for a centre and a day; today when missing.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`], [`Fault::Unknown`], [`Fault::BadDay`].
    pub async fn dashboard(
        &self,
        actor: &Actor,
        code: &str,
        day: Option<NaiveDate>,
    ) -> Result<Dashboard, StoreError> {
        if actor.scopes(Action::SeeFigures).is_empty() {
            return Err(Fault::NotAllowed.into());
        }
        let head = self.last_entry().await?;
        let refs = self.refs().await?;
        let (key, centre) = refs
            .centres
            .iter()
            .find(|(_, c)| c.code == code)
            .ok_or(Fault::Unknown { noun: Noun::Centre })?;
        if !actor.may(Action::SeeFigures, Place::centre(centre.id)) {
            return Err(Fault::NotAllowed.into());
        }
        let today = self.clock().today();
        let day = day.unwrap_or(today);
        check_day(day)?;
        let day_before = day.pred_opt().unwrap_or(day);
        let back = day - Duration::days(BACK_DAYS);
        let (first, last) = month_of(day);
        // Everything that is told of shifts is told of these.
        let found = self.found(&refs, *key, first.min(back), last).await?;
        let month = Shifts { from: first, to: last, found: &found };
        let before = month.day(day_before);
        let (figures, reasons) = month.day(day);
        let of_day = |found: &&Found| found.session.slot.day == day;
        let shifts = found.iter().filter(of_day).map(|f| row(&refs, f));
        let mut shifts: Vec<ShiftRow> = shifts.collect::<Result<_, _>>()?;
        let sees = actor.may(Action::SeeRegister, Place::centre(centre.id));
        self.put_beside(&mut shifts, *key, day, sees).await?;
        let late = |found: &&Found| {
            let slot = found.session.slot;
            found.session.state == ShiftState::NotLogged && slot.day >= back && slot.day <= day
        };
        let not_logged = found.iter().filter(late).map(|found| row(&refs, found));
        let not_logged = not_logged.collect::<Result<_, _>>()?;
        let doubtful = self.open_doubts(&refs, *key, (back, day), &found).await?;
        let week = (day + Duration::days(1), day + Duration::days(7));
        let ahead = ahead(&mut *self.read().await?, *key, week).await?;
        Ok(Dashboard {
            centre: self.card(&refs, *key, day, month.month()).await?,
            day,
            today,
            head,
            figures,
            reasons,
            before,
            ahead,
            not_logged,
            shifts,
            outputs: self.product_days(&refs, *key, day).await?,
            review: self.review(actor, Some(centre.id)).await?,
            doubtful,
            disagreements: self.disagreements(*key, day, sees).await?,
            logs: actor.may(Action::Log, Place::centre(centre.id)),
            correcting: None,
        })
    }

    /// Doubtful figures that nobody accepted, the latest first.
    async fn open_doubts(
        &self,
        refs: &Refs,
        centre: i64,
        period: Days,
        found: &[Found],
    ) -> Result<Vec<DoubtfulRow>, StoreError> {
        let people = self.people().await?;
        let mut db = self.read().await?;
        let mut judging = Judging::open(&mut db, people, Some(centre), period).await?;
        let flagged = judging.judge(&mut db, found).await?;
        let open = flagged.into_iter().rev().filter(|one| one.accepted.is_none());
        open.map(|one| {
            let shift = row(refs, one.found)?;
            Ok(DoubtfulRow {
                shift: shift.id,
                day: shift.slot.day,
                start: shift.slot.start,
                workshop: shift.workshop,
                doubt: one.doubted.doubt,
                value: one.doubted.value,
                usual: one.doubted.usual,
                accepted: None,
            })
        })
        .collect()
    }

    /// The shifts of a period.
    async fn found(
        &self,
        refs: &Arc<Refs>,
        centre: i64,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Found>, StoreError> {
        let mut scan = self.scan_centre(refs, centre, Query::period(from, to)).await?;
        let mut all = Vec::new();
        while let Some(found) = scan.next().await? {
            all.extend(found);
        }
        Ok(all)
    }

    async fn card(
        &self,
        refs: &Refs,
        key: i64,
        day: NaiveDate,
        month: PeriodFigures,
    ) -> Result<CentreCard, StoreError> {
        let centre = &refs.centres[&key];
        let mut db = self.read().await?;
        Ok(CentreCard {
            code: centre.code.clone(),
            name: centre.name.clone(),
            adm2: centre.adm2.clone(),
            kind: dated(&mut db, KIND, key, day, |row| row.word("value")).await?,
            status: dated(&mut db, STATUS, key, day, |row| row.word("value")).await?,
            capacity: dated(&mut db, CAPACITY, key, day, |row| row.number("value")).await?,
            occupancy: occupancy(&mut db, key, day).await?,
            month,
            review: review_count(&mut db, &centre.id.to_string()).await?,
        })
    }

    async fn product_days(
        &self,
        refs: &Arc<Refs>,
        centre: i64,
        day: NaiveDate,
    ) -> Result<Vec<ProductDays>, StoreError> {
        let from = day - Duration::days(OUTPUT_DAYS - 1);
        let made = self.outputs_by_day(refs, centre, Query::period(from, day)).await?;
        let days: Vec<NaiveDate> = from.iter_days().take(OUTPUT_DAYS as usize).collect();
        let mut products: BTreeMap<(i64, i64), Vec<(i64, i64)>> = BTreeMap::new();
        for one in made {
            let place = (one.day - from).num_days() as usize;
            let sums = products
                .entry((one.workshop, one.product))
                .or_insert_with(|| vec![(0, 0); OUTPUT_DAYS as usize]);
            if let Some((quantity, rejected)) = sums.get_mut(place) {
                *quantity += one.quantity;
                *rejected += one.rejected;
            }
        }
        let view = |((workshop, product), sums): ((i64, i64), Vec<(i64, i64)>)| {
            let (workshop, product) =
                (refs.workshops.get(&workshop)?, refs.products.get(&product)?);
            Some(ProductDays {
                product: Choice { code: product.code.clone(), name: product.name.clone() },
                workshop: workshop.code.clone(),
                unit: product.unit,
                days: days.iter().zip(sums).map(|(day, (good, bad))| (*day, good, bad)).collect(),
            })
        };
        Ok(products.into_iter().filter_map(view).collect())
    }
}

/// Shifts of a month, and others around it.
struct Shifts<'a> {
    from: NaiveDate,
    to: NaiveDate,
    found: &'a [Found],
}

impl Shifts<'_> {
    /// The figures of a day, and why shifts of it did not happen.
    fn day(&self, day: NaiveDate) -> (PeriodFigures, Vec<(Reason, i64)>) {
        let of_day = |found: &Found| found.session.slot.day == day;
        let mut reasons: Vec<(Reason, i64)> = Vec::new();
        for found in self.found.iter().filter(|f| of_day(f)) {
            let Progress::DidNotHappen { reason } = found.session.progress else { continue };
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, shifts)) => *shifts += 1,
                None => reasons.push((reason, 1)),
            }
        }
        (self.figures(day, day), reasons)
    }

    /// The figures of the month.
    fn month(&self) -> PeriodFigures {
        self.figures(self.from, self.to)
    }

    fn figures(&self, from: NaiveDate, to: NaiveDate) -> PeriodFigures {
        let mut sum = Summary::default();
        let within = |found: &&Found| (from..=to).contains(&found.session.slot.day);
        for found in self.found.iter().filter(within) {
            sum.add(&found.session);
        }
        PeriodFigures::new(from, to, &sum)
    }
}

fn row(refs: &Refs, found: &Found) -> Result<ShiftRow, StoreError> {
    let session = &found.session;
    let (figures, held) = (&session.figures, session.state == ShiftState::Closed);
    let corrupt = |column| StoreError::Corrupt { table: "shift", column, row: session.id.clone() };
    let workshop = refs.workshops.get(&found.workshop).ok_or_else(|| corrupt("workshop"))?;
    let facilitators = found.facilitators.iter().filter_map(|key| refs.accounts.get(key));
    Ok(ShiftRow {
        id: session.id.parse().map_err(|_| corrupt("id"))?,
        slot: session.slot,
        state: session.state,
        reason: match session.progress {
            Progress::DidNotHappen { reason } => Some(reason),
            Progress::Open | Progress::Closed { .. } => None,
        },
        workshop: Choice { code: workshop.code.clone(), name: workshop.title.clone() },
        activity: workshop.activity,
        facilitators: facilitators.cloned().collect(),
        registered: figures.registered,
        attended: held.then_some(figures.attended),
        contacts: held.then(|| figures.contacts()),
        pieces: held.then_some(figures.pieces),
        notes: Vec::new(),
        handovers: Vec::new(),
    })
}

const KIND: &str = "select seq, from_day, kind as value, source from centre_kind
 where centre = $1 and from_day <= $2 order by from_day desc, seq desc limit 1";
const STATUS: &str = "select seq, from_day, status as value, source from centre_status
 where centre = $1 and from_day <= $2 order by from_day desc, seq desc limit 1";
const CAPACITY: &str = "select seq, from_day, places as value, source from centre_capacity
 where centre = $1 and from_day <= $2 order by from_day desc, seq desc limit 1";

/// What holds on a day, with its source.
async fn dated<T>(
    db: &mut AnyConnection,
    sql: &'static str,
    centre: i64,
    day: NaiveDate,
    value: impl Fn(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<Option<Dated<T>>, StoreError> {
    let row = sqlx::query(sql).bind(centre).bind(day.to_string()).fetch_optional(db).await?;
    row.map(|row| {
        let row = Reader::new("centre", &row);
        Ok(Dated { value: value(&row)?, from: row.day("from_day")?, source: row.text("source")? })
    })
    .transpose()
}

/// The places of a centre on a day, if recorded.
pub(crate) async fn places(
    db: &mut AnyConnection,
    centre: i64,
    day: NaiveDate,
) -> Result<Option<i64>, StoreError> {
    let found = dated(db, CAPACITY, centre, day, |row| row.number("value")).await?;
    Ok(found.map(|known| known.value))
}

/// The last occupancy up to a day; the latest entry of a day stands.
pub(crate) async fn occupancy(
    db: &mut AnyConnection,
    centre: i64,
    day: NaiveDate,
) -> Result<Option<Occupancy>, StoreError> {
    let row = sqlx::query(
        "select seq, day, total, children, female, male, source from occupancy
         where centre = $1 and day <= $2 order by day desc, seq desc limit 1",
    )
    .bind(centre)
    .bind(day.to_string())
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("occupancy", &row);
        Ok(Occupancy {
            day: row.day("day")?,
            total: row.number("total")?,
            children: row.get("children")?,
            female: row.get("female")?,
            male: row.get("male")?,
            source: row.text("source")?,
        })
    })
    .transpose()
}

pub(crate) async fn review_count(db: &mut AnyConnection, centre: &str) -> Result<i64, StoreError> {
    let row = sqlx::query("select count(*) as n from review where centre = $1 and settled is null")
        .bind(centre)
        .fetch_one(db)
        .await?;
    Reader::new("review", &row).number("n")
}
