//! Which form of a word goes with a number: the cardinal plural rules of Unicode CLDR.

use super::Locale;

/// A plural category of CLDR, in the order of the Arabic forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// Arabic only: 0.
    Zero,
    /// 1; in Serbian also 21, 31 … 101, but not 11.
    One,
    /// Arabic only: 2.
    Two,
    /// Serbian: 2 to 4, 22 to 24 …, but not 12 to 14. Arabic: 3 to 10, 103 to 110 ….
    Few,
    /// Arabic only: 11 to 99, 111 to 199 ….
    Many,
    /// All others.
    Other,
}

/// The category of a whole number; a negative one counts as its absolute value.
///
/// Source: CLDR, “Language Plural Rules”, cardinal
/// (<https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>), for
/// whole numbers (v = 0, f = 0):
///
/// - `en`: one: `i = 1 and v = 0`; other.
/// - `sr`: one: `v = 0 and i % 10 = 1 and i % 100 != 11`; few: `v = 0 and i % 10 = 2..4 and
///   i % 100 != 12..14`; other. Both scripts follow `sr`.
/// - `ar`: zero: `n = 0`; one: `n = 1`; two: `n = 2`; few: `n % 100 = 3..10`; many:
///   `n % 100 = 11..99`; other.
pub fn category(locale: Locale, n: i64) -> Category {
    let i = n.unsigned_abs();
    match locale {
        Locale::En if i == 1 => Category::One,
        Locale::En => Category::Other,
        Locale::SrLatn | Locale::SrCyrl => match (i % 10, i % 100) {
            (_, 11..=14) => Category::Other,
            (1, _) => Category::One,
            (2..=4, _) => Category::Few,
            _ => Category::Other,
        },
        Locale::Ar => match (i, i % 100) {
            (0, _) => Category::Zero,
            (1, _) => Category::One,
            (2, _) => Category::Two,
            (_, 3..=10) => Category::Few,
            (_, 11..=99) => Category::Many,
            _ => Category::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english() {
        for n in [1, -1] {
            assert_eq!(category(Locale::En, n), Category::One, "{n}");
        }
        for n in [0, 2, 11, 21, 101, i64::MIN] {
            assert_eq!(category(Locale::En, n), Category::Other, "{n}");
        }
    }

    /// The samples that CLDR prints beside its rules.
    #[test]
    fn serbian_in_both_scripts() {
        for locale in [Locale::SrLatn, Locale::SrCyrl] {
            for n in [1, 21, 31, 41, 51, 61, 71, 81, 101, 1001, -1] {
                assert_eq!(category(locale, n), Category::One, "{n}");
            }
            for n in [2, 3, 4, 22, 23, 24, 32, 33, 34, 102, 1002, -3] {
                assert_eq!(category(locale, n), Category::Few, "{n}");
            }
            for n in (5..=20).chain([0, 100, 111, 112, 113, 114, 1000, 1011, 1_000_000]) {
                assert_eq!(category(locale, n), Category::Other, "{n}");
            }
        }
    }

    /// The samples that CLDR prints beside its rules.
    #[test]
    fn arabic() {
        let of = |n| category(Locale::Ar, n);
        assert_eq!([of(0), of(1), of(2)], [Category::Zero, Category::One, Category::Two]);
        for n in (3..=10).chain(103..=110).chain([1003, -5]) {
            assert_eq!(of(n), Category::Few, "{n}");
        }
        for n in (11..=26).chain([99, 111, 199, 1011]) {
            assert_eq!(of(n), Category::Many, "{n}");
        }
        for n in [100, 101, 102, 200, 201, 202, 1000, 10_000, 1_000_000] {
            assert_eq!(of(n), Category::Other, "{n}");
        }
    }

    #[test]
    fn the_rule_as_cldr_writes_it() {
        for n in -2000i64..2000 {
            let i = n.abs();
            let expected = if i % 10 == 1 && i % 100 != 11 {
                Category::One
            } else if (2..=4).contains(&(i % 10)) && !(12..=14).contains(&(i % 100)) {
                Category::Few
            } else {
                Category::Other
            };
            assert_eq!(category(Locale::SrCyrl, n), expected, "{n}");
        }
    }
}
