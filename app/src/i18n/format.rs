//! Numbers, rates, days and times, without the weight of ICU.
//!
//! English follows CLDR's `en-GB`, Serbian CLDR's `sr`, Arabic CLDR's `ar` with Latin digits; where the product departs from it, the
//! function says so. Days and times are those of the caller: nothing here knows a time zone.

use super::Locale;
use super::catalogue::{calendar, common};
use super::text::Text;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use domain::centre::shortest;
use std::borrow::Cow;

const MONTHS: [Text; 12] = [
    calendar::JANUARY,
    calendar::FEBRUARY,
    calendar::MARCH,
    calendar::APRIL,
    calendar::MAY,
    calendar::JUNE,
    calendar::JULY,
    calendar::AUGUST,
    calendar::SEPTEMBER,
    calendar::OCTOBER,
    calendar::NOVEMBER,
    calendar::DECEMBER,
];

/// From Monday.
const WEEKDAYS: [Text; 7] = [
    calendar::MONDAY,
    calendar::TUESDAY,
    calendar::WEDNESDAY,
    calendar::THURSDAY,
    calendar::FRIDAY,
    calendar::SATURDAY,
    calendar::SUNDAY,
];

/// From Monday.
const WEEKDAYS_SHORT: [Text; 7] = [
    calendar::MON,
    calendar::TUE,
    calendar::WED,
    calendar::THU,
    calendar::FRI,
    calendar::SAT,
    calendar::SUN,
];

/// Numbers and rates.
impl Locale {
    /// A whole number with its thousands apart: `1,234` and `1.234`; negative ones with a
    /// hyphen-minus, as in CLDR. Any `i64`.
    pub fn number(self, n: i64) -> String {
        let digits = n.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if n < 0 {
            out.push('-');
        }
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(if self.is_serbian() { '.' } else { ',' });
            }
            out.push(digit);
        }
        out
    }

    /// A decimal number, given in units of its last place: `decimal(12_345, 1)` is `1,234.5` and
    /// `1.234,5`. `places` is 0 to 18; a larger one counts as 18. Exact: no rounding, no floating
    /// point.
    pub fn decimal(self, scaled: i64, places: u32) -> String {
        let places = places.min(18);
        if places == 0 {
            return self.number(scaled);
        }
        let one = 10_u64.pow(places);
        let size = scaled.unsigned_abs();
        // At most i64::MAX / 10 + 1, so the conversion cannot fail.
        let whole = self.number(i64::try_from(size / one).unwrap_or(i64::MAX));
        let sign = if scaled < 0 { "-" } else { "" };
        let point = if self.is_serbian() { ',' } else { '.' };
        format!("{sign}{whole}{point}{:0width$}", size % one, width = places as usize)
    }

    /// An angle in degrees, given in millionths, with the decimals that it needs: `44.8444`.
    pub fn degrees(self, millionths: i64) -> String {
        let (value, decimals) = shortest(millionths);
        self.decimal(value, decimals)
    }

    /// `part` of `whole` in whole percent, a half rounded up: `86%`; in Serbian `86 %` with a
    /// no-break space, as ISO 80000-1 has it (CLDR writes none).
    ///
    /// `None` when `whole` is 0, because there is no such rate, and for what no count can be: a
    /// negative one, or one beyond 4 × 10¹⁶. A part larger than the whole gives more than 100%.
    pub fn percent(self, part: i64, whole: i64) -> Option<String> {
        if part < 0 || whole <= 0 {
            return None;
        }
        let percent = part.checked_mul(200)?.checked_add(whole)? / whole.checked_mul(2)?;
        let gap = if self.is_serbian() { "\u{a0}" } else { "" };
        Some(format!("{}{gap}%", self.number(percent)))
    }

    /// A rate with what it was computed from: `86% (12 of 14)`. `None` as [`Locale::percent`].
    pub fn rate(self, part: i64, whole: i64) -> Option<String> {
        let percent = self.percent(part, whole)?;
        let (part, whole) = (self.number(part), self.number(whole));
        Some(self.fill(&common::RATE, &[("percent", &percent), ("part", &part), ("whole", &whole)]))
    }
}

/// Days. Serbian months stand in the nominative and years have their full stop, as in CLDR's
/// patterns for `sr` ("понедељак, 31. мај 2021.").
impl Locale {
    /// `Monday, 31 May 2021`; `понедељак, 31. мај 2021.` (CLDR: full).
    pub fn date_long(self, day: NaiveDate) -> String {
        let comma = if self == Self::Ar { '،' } else { ',' };
        format!("{}{comma} {}", self.weekday(day.weekday()), self.date_medium(day))
    }

    /// `31 May 2021`; `31. мај 2021.` (CLDR: long).
    pub fn date_medium(self, day: NaiveDate) -> String {
        let stop = if self.is_serbian() { "." } else { "" };
        format!("{} {}{stop}", self.day_month(day), day.year())
    }

    /// `31/05/2021`; `31.5.2021.`; `31/5/2021`: the customary short forms (CLDR's `sr` spaces the parts, which
    /// breaks over lines).
    pub fn date_short(self, day: NaiveDate) -> String {
        let (d, m, y) = (day.day(), day.month(), day.year());
        match self {
            Self::SrLatn | Self::SrCyrl => format!("{d}.{m}.{y}."),
            Self::Ar => format!("{d}/{m}/{y}"),
            Self::En => format!("{d:02}/{m:02}/{y}"),
        }
    }

    /// `31 May`; `31. мај`.
    pub fn day_month(self, day: NaiveDate) -> String {
        let stop = if self.is_serbian() { "." } else { "" };
        format!("{}{stop} {}", day.day(), self.month(day.month()))
    }

    /// `May 2021`; `мај 2021.`.
    pub fn month_year(self, day: NaiveDate) -> String {
        let stop = if self.is_serbian() { "." } else { "" };
        format!("{} {}{stop}", self.month(day.month()), day.year())
    }

    /// The name of a month, 1 to 12; empty for any other number. `May`; `мај`.
    pub fn month(self, month: u32) -> Cow<'static, str> {
        let at = (month as usize).wrapping_sub(1);
        MONTHS.get(at).map_or(Cow::Borrowed(""), |name| self.text(name))
    }

    /// `Monday`; `понедељак`.
    pub fn weekday(self, weekday: Weekday) -> Cow<'static, str> {
        self.text(&WEEKDAYS[weekday.num_days_from_monday() as usize])
    }

    /// `Mon`; `пон` (CLDR: abbreviated).
    pub fn weekday_short(self, weekday: Weekday) -> Cow<'static, str> {
        self.text(&WEEKDAYS_SHORT[weekday.num_days_from_monday() as usize])
    }

    /// From one day to another, both included: `24 May 2021 – 31 May 2021`; a single day stands
    /// alone, a whole calendar month by its name.
    pub fn period(self, from: NaiveDate, to: NaiveDate) -> String {
        let ends_month = to.succ_opt().is_none_or(|next| next.day() == 1);
        let same_month = (from.year(), from.month()) == (to.year(), to.month());
        if from == to {
            self.date_medium(from)
        } else if same_month && from.day() == 1 && ends_month {
            self.month_year(from)
        } else {
            format!("{} – {}", self.date_medium(from), self.date_medium(to))
        }
    }
}

/// Times: 24 hours in every language.
impl Locale {
    /// `09:05`; seconds are left out, not rounded.
    pub fn time(self, time: NaiveTime) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// `10:00–12:00`, with an en dash.
    pub fn time_span(self, from: NaiveTime, to: NaiveTime) -> String {
        format!("{}–{}", self.time(from), self.time(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NBSP: &str = "\u{a0}";

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 59).expect("a time")
    }

    #[test]
    fn numbers_have_their_thousands_apart() {
        for (n, en, sr) in [
            (0, "0", "0"),
            (7, "7", "7"),
            (999, "999", "999"),
            (1234, "1,234", "1.234"),
            (-1234, "-1,234", "-1.234"),
            (-999, "-999", "-999"),
            (1_000_000, "1,000,000", "1.000.000"),
            (i64::MIN, "-9,223,372,036,854,775,808", "-9.223.372.036.854.775.808"),
        ] {
            assert_eq!(Locale::En.number(n), en);
            assert_eq!(Locale::SrLatn.number(n), sr);
            assert_eq!(Locale::SrCyrl.number(n), sr);
        }
    }

    #[test]
    fn decimals_have_their_sign_and_zeros() {
        for (scaled, places, en, sr) in [
            (12_345, 1, "1,234.5", "1.234,5"),
            (5, 2, "0.05", "0,05"),
            (-5, 2, "-0.05", "-0,05"),
            (250, 2, "2.50", "2,50"),
            (0, 1, "0.0", "0,0"),
            (1234, 0, "1,234", "1.234"),
            (i64::MIN, 18, "-9.223372036854775808", "-9,223372036854775808"),
            (1, 40, "0.000000000000000001", "0,000000000000000001"),
        ] {
            assert_eq!(Locale::En.decimal(scaled, places), en);
            assert_eq!(Locale::SrCyrl.decimal(scaled, places), sr);
        }
    }

    #[test]
    fn rates_round_half_up_and_need_a_whole() {
        for (part, whole, percent) in [
            (12, 14, Some("86%")),
            (0, 14, Some("0%")),
            (14, 14, Some("100%")),
            (1, 200, Some("1%")),
            (1, 201, Some("0%")),
            (17, 200, Some("9%")),
            (2, 3, Some("67%")),
            (30, 10, Some("300%")),
            (123, 10, Some("1,230%")),
            (0, 0, None),
            (3, 0, None),
            (-1, 4, None),
            (1, -4, None),
            (i64::MAX, i64::MAX, None),
        ] {
            assert_eq!(Locale::En.percent(part, whole).as_deref(), percent, "{part}/{whole}");
        }
        assert_eq!(Locale::SrLatn.percent(12, 14), Some(format!("86{NBSP}%")));
        assert_eq!(Locale::En.rate(12, 14).as_deref(), Some("86% (12 of 14)"));
        assert_eq!(Locale::SrCyrl.rate(12, 14), Some(format!("86{NBSP}% (12 од 14)")));
        assert_eq!(Locale::SrLatn.rate(1, 0), None);
    }

    #[test]
    fn days_as_cldr_writes_them() {
        let last_of_may = day("2021-05-31");
        for (locale, long, medium, short, month) in [
            (Locale::En, "Monday, 31 May 2021", "31 May 2021", "31/05/2021", "May 2021"),
            (
                Locale::SrLatn,
                "ponedeljak, 31. maj 2021.",
                "31. maj 2021.",
                "31.5.2021.",
                "maj 2021.",
            ),
            (
                Locale::SrCyrl,
                "понедељак, 31. мај 2021.",
                "31. мај 2021.",
                "31.5.2021.",
                "мај 2021.",
            ),
            (Locale::Ar, "الاثنين، 31 مايو 2021", "31 مايو 2021", "31/5/2021", "مايو 2021"),
        ] {
            assert_eq!(locale.date_long(last_of_may), long);
            assert_eq!(locale.date_medium(last_of_may), medium);
            assert_eq!(locale.date_short(last_of_may), short);
            assert_eq!(locale.month_year(last_of_may), month);
        }
        assert_eq!(Locale::En.date_short(day("2021-06-01")), "01/06/2021");
        assert_eq!(Locale::En.day_month(last_of_may), "31 May");
        assert_eq!(Locale::SrCyrl.day_month(last_of_may), "31. мај");
    }

    #[test]
    fn weekdays_and_months_have_names() {
        let week: Vec<_> = day("2021-05-31").iter_days().take(7).map(|d| d.weekday()).collect();
        let short = |locale: Locale| week.iter().map(|d| locale.weekday_short(*d)).collect();
        let names: Vec<Cow<str>> = short(Locale::SrLatn);
        assert_eq!(names.join(" "), "pon uto sre čet pet sub ned");
        let names: Vec<Cow<str>> = short(Locale::En);
        assert_eq!(names.join(" "), "Mon Tue Wed Thu Fri Sat Sun");
        assert_eq!(Locale::SrCyrl.weekday(Weekday::Sun), "недеља");
        assert_eq!(Locale::SrCyrl.month(12), "децембар");
        assert_eq!(Locale::En.month(0), "");
        assert_eq!(Locale::En.month(13), "");
    }

    #[test]
    fn periods_are_named_when_they_have_a_name() {
        let period = |locale: Locale, from, to| locale.period(day(from), day(to));
        assert_eq!(period(Locale::En, "2021-05-01", "2021-05-31"), "May 2021");
        assert_eq!(period(Locale::SrCyrl, "2024-02-01", "2024-02-29"), "фебруар 2024.");
        assert_eq!(
            period(Locale::En, "2024-02-01", "2024-02-28"),
            "1 February 2024 – 28 February 2024"
        );
        assert_eq!(period(Locale::SrLatn, "2021-05-31", "2021-05-31"), "31. maj 2021.");
        assert_eq!(
            period(Locale::SrLatn, "2021-05-01", "2021-06-30"),
            "1. maj 2021. – 30. jun 2021."
        );
        let last = NaiveDate::MAX;
        assert!(!Locale::En.period(last, last).is_empty());
    }

    #[test]
    fn times_have_24_hours() {
        for locale in Locale::ALL {
            assert_eq!(locale.time(at(9, 5)), "09:05");
            assert_eq!(locale.time_span(at(10, 0), at(12, 0)), "10:00–12:00");
        }
        assert_eq!(Locale::En.time(at(0, 0)), "00:00");
    }

    proptest! {
        #[test]
        fn a_number_keeps_its_digits(n in any::<i64>()) {
            for locale in Locale::ALL {
                let plain: String =
                    locale.number(n).chars().filter(|c| !matches!(c, '.' | ',')).collect();
                prop_assert_eq!(plain, n.to_string());
            }
        }

        #[test]
        fn a_decimal_keeps_its_digits(scaled in any::<i64>(), places in 0u32..=18) {
            let text = Locale::En.decimal(scaled, places).replace(',', "");
            let plain: i128 = text.replace('.', "").parse().expect("a number");
            prop_assert_eq!(plain, i128::from(scaled));
            prop_assert_eq!(text.find('.').map_or(0, |at| text.len() - at - 1), places as usize);
        }

        /// Half up, stated otherwise: the percent is the one whole number within half of it.
        #[test]
        fn a_percent_is_the_nearest_one(part in 0i64..1_000_000, whole in 1i64..1_000_000) {
            let text = Locale::SrCyrl.percent(part, whole).expect("a rate");
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let percent: i64 = digits.parse().expect("a number");
            prop_assert!(whole * (2 * percent - 1) <= 200 * part);
            prop_assert!(200 * part < whole * (2 * percent + 1));
        }

        #[test]
        fn every_day_has_a_text(days in -100_000i32..100_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(700_000 + days).expect("a day");
            for locale in Locale::ALL {
                prop_assert!(locale.date_long(day).contains(&day.year().to_string()));
            }
        }
    }
}
