//! The page of what was made and what was handed out.

use super::Choice;
use crate::ids::{HandOutId, ProductId, RecipientId};
use crate::label::Name;
use crate::workshop::Unit;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What a centre made and handed out, and the hand-outs of a calendar month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stock {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// A day of the month that is shown.
    pub day: NaiveDate,
    /// The centre's products, in the order of their workshops.
    pub products: Vec<StockRow>,
    /// To whom something can be handed out, in the order of the register.
    pub recipients: Vec<Recipient>,
    /// The hand-outs of the month, newest first; voided ones as well.
    pub hand_outs: Vec<HandOutRow>,
}

/// Who something is handed out to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Its id.
    pub id: RecipientId,
    /// Its name.
    pub name: Name,
}

/// A product in the stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockRow {
    /// Its id.
    pub id: ProductId,
    /// Code and name.
    pub product: Choice,
    /// Code and title of its workshop.
    pub workshop: Choice,
    /// What it is counted in.
    pub unit: Unit,
    /// What was made and what was handed out until today.
    pub balance: Balance,
}

/// What was made of a product, against what was handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Balance {
    /// Made in shifts that were held.
    pub made: i64,
    /// Handed out, voided hand-outs left aside.
    pub handed_out: i64,
    /// The first day by whose end more was handed out than made, and by how much.
    pub short: Option<(NaiveDate, i64)>,
}

impl Balance {
    /// Folds what was made and handed out day by day; the days come in any order.
    pub fn of(made: &[(NaiveDate, i64)], handed_out: &[(NaiveDate, i64)]) -> Self {
        let mut days: Vec<(NaiveDate, i64, i64)> =
            made.iter().map(|(day, n)| (*day, *n, 0)).collect();
        days.extend(handed_out.iter().map(|(day, n)| (*day, 0, *n)));
        days.sort_by_key(|(day, ..)| *day);
        let mut balance = Self::default();
        for on in days.chunk_by(|one, other| one.0 == other.0) {
            balance.made += on.iter().map(|(_, made, _)| made).sum::<i64>();
            balance.handed_out += on.iter().map(|(.., out)| out).sum::<i64>();
            if let (None, Some((day, ..)), true) = (balance.short, on.first(), balance.left() < 0) {
                balance.short = Some((*day, -balance.left()));
            }
        }
        balance
    }

    /// What is left; less than nothing when more was handed out than made.
    pub fn left(&self) -> i64 {
        self.made - self.handed_out
    }
}

/// One hand-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOutRow {
    /// Its id.
    pub id: HandOutId,
    /// On which day.
    pub day: NaiveDate,
    /// Of which product.
    pub product: Choice,
    /// What it is counted in.
    pub unit: Unit,
    /// To whom.
    pub recipient: Name,
    /// How much.
    pub quantity: i64,
    /// Code of the account that entered it; none at the command line.
    pub account: Option<String>,
    /// When it came in.
    pub at: DateTime<Utc>,
    /// Whether it was taken back.
    pub voided: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_yo_opt(2021, n).expect("a day")
    }

    #[test]
    fn handing_out_before_making_is_told_although_the_end_is_even() {
        let balance = Balance::of(&[(day(5), 100)], &[(day(3), 40), (day(6), 60)]);
        assert_eq!((balance.left(), balance.short), (0, Some((day(3), 40))));
        let same_day = Balance::of(&[(day(3), 40)], &[(day(3), 40)]);
        assert_eq!((same_day.left(), same_day.short), (0, None));
    }

    proptest! {
        #[test]
        fn the_balance_is_what_was_made_less_what_was_handed_out(
            made in proptest::collection::vec((1u32..30, 0i64..100), 0..10),
            out in proptest::collection::vec((1u32..30, 1i64..100), 0..10),
        ) {
            let dated = |all: &[(u32, i64)]| all.iter().map(|(d, n)| (day(*d), *n)).collect::<Vec<_>>();
            let sum = |all: &[(u32, i64)], to: u32| -> i64 {
                all.iter().filter(|(d, _)| *d <= to).map(|(_, n)| n).sum()
            };
            let balance = Balance::of(&dated(&made), &dated(&out));
            prop_assert_eq!(balance.left(), sum(&made, 30) - sum(&out, 30));
            let short = (1..30).find(|d| sum(&out, *d) > sum(&made, *d));
            let short = short.map(|d| (day(d), sum(&out, d) - sum(&made, d)));
            prop_assert_eq!(balance.short, short);
        }
    }
}
