//! R4: what was made, by period, centre, workshop and product. Only shifts that were held count,
//! as in the session log.

use super::scan::{fetch, window, windowed};
use super::{Request, Window};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{Doing, Store, Watch};
use chrono::NaiveDate;
use domain::report::period::Days;
use domain::report::session::{code_or_none, name_or_none};
use domain::report::{Cell, Term};
use domain::shift::ShiftState;
use domain::suppression::Why;
use futures::{Stream, stream};
use sqlx::{Any, Transaction};
use std::collections::BTreeMap;

const MADE: [&str; 2] = windowed!(
    "select s.centre, s.workshop, o.product, s.day,
            cast(sum(case when o.rejected = 0 then o.quantity else 0 end) as bigint) as quantity,
            cast(sum(case when o.rejected = 1 then o.quantity else 0 end) as bigint) as rejected
     from shift s join output o on o.shift = s.seq and o.voided is null
          and s.progress = 'closed'",
    "group by s.centre, s.workshop, o.product, s.day order by s.day, s.workshop, o.product"
);

/// What was made of a product on a day.
pub(crate) struct Made {
    pub(crate) day: NaiveDate,
    pub(crate) centre: Option<i64>,
    pub(crate) workshop: i64,
    pub(crate) product: i64,
    /// Good ones.
    pub(crate) quantity: i64,
    pub(crate) rejected: i64,
}

/// Reads the days from `from` to `to`, as far as the request covers them.
pub(crate) async fn made(
    db: &mut Transaction<'static, Any>,
    request: &Request,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Made>, StoreError> {
    // Outputs count for shifts that were held; another state asks for nothing.
    if request.query.state.is_some_and(|state| state != ShiftState::Closed) {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for row in fetch(db, &MADE, from, to, request.centre).await? {
        let row = Reader::new("output", &row);
        let made = Made {
            day: row.day("day")?,
            centre: row.get("centre")?,
            workshop: row.number("workshop")?,
            product: row.number("product")?,
            quantity: row.number("quantity")?,
            rejected: row.number("rejected")?,
        };
        if request.covers(made.centre, made.workshop, &row.text("day")?) {
            all.push(made);
        }
    }
    Ok(all)
}

/// Where a report of outputs stands.
struct Progress {
    db: Transaction<'static, Any>,
    request: Request,
    next: Option<NaiveDate>,
    /// The sums of the pieces that are not over, by their days.
    sums: BTreeMap<Days, Sums>,
    watch: Option<Watch>,
}

/// What was made and what of it was rejected, by centre, workshop and product.
type Sums = BTreeMap<(Option<i64>, i64, i64), (i64, i64)>;

pub(super) async fn windows(
    store: &Store,
    request: Request,
) -> Result<impl Stream<Item = Result<Window, StoreError>> + Send + use<>, StoreError> {
    let db = store.db().begin_read().await?;
    let next = Some(request.query.from);
    let progress = Progress { db, request, next, sums: BTreeMap::new(), watch: store.watch() };
    Ok(stream::try_unfold(progress, |mut progress| async move {
        let Some(window) = progress.advance().await? else { return Ok(None) };
        Ok(Some((window, progress)))
    }))
}

impl Progress {
    async fn advance(&mut self) -> Result<Option<Window>, StoreError> {
        let Some(from) = self.next else { return Ok(None) };
        let (to, next) = window(from, self.request.query.to);
        self.next = next;
        let made = made(&mut self.db, &self.request, from, to).await?;
        if let Some(watch) = &self.watch {
            watch.hear(Doing::Reading(to));
        }
        for one in &made {
            let key = (one.centre, one.workshop, one.product);
            let sums = self.sums.entry(self.piece(one.day)).or_default();
            let (quantity, rejected) = sums.entry(key).or_default();
            *quantity += one.quantity;
            *rejected += one.rejected;
        }
        let open = match self.next {
            Some(next) => self.sums.split_off(&(self.piece(next).0, NaiveDate::MIN)),
            None => BTreeMap::new(),
        };
        let over = std::mem::replace(&mut self.sums, open);
        let rows = over.into_iter().flat_map(|((from, to), sums)| {
            sums.into_iter().map(move |(key, made)| (from, to, key, made))
        });
        Ok(Some(rows.map(|(from, to, key, made)| self.row(from, to, key, made)).collect()))
    }

    /// The piece of the period that a day belongs to.
    fn piece(&self, day: NaiveDate) -> Days {
        let (from, to) = (self.request.query.from, self.request.query.to);
        let piece = self.request.query.step.around(day);
        piece.map_or((from, to), |(first, last)| (first.max(from), last.min(to)))
    }

    fn row(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        (centre, workshop, product): (Option<i64>, i64, i64),
        (quantity, rejected): (i64, i64),
    ) -> Vec<Cell> {
        let refs = &self.request.refs;
        let centre = centre.and_then(|key| refs.centres.get(&key));
        let workshop = refs.workshops.get(&workshop);
        let product = refs.products.get(&product);
        let none = || Cell::Empty(Why::NotApplicable);
        vec![
            Cell::Day(from),
            Cell::Day(to),
            name_or_none(centre.map(|c| c.name.clone())),
            code_or_none(centre.map(|c| &c.code)),
            name_or_none(workshop.map(|w| w.title.clone())),
            code_or_none(workshop.map(|w| &w.code)),
            name_or_none(product.map(|p| p.name.clone())),
            code_or_none(product.map(|p| &p.code)),
            workshop.map_or_else(none, |w| Cell::Term(Term::Activity(w.activity))),
            product.map_or_else(none, |p| Cell::Term(Term::Unit(p.unit))),
            Cell::Number(quantity),
            // Materials are not recorded.
            Cell::Empty(Why::NotRecorded),
            Cell::Empty(Why::NotRecorded),
            Cell::Empty(Why::NotRecorded),
            Cell::Number(rejected),
        ]
    }
}
