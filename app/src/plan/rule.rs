//! The days of a schedule as a sentence.

use crate::i18n::Locale;
use crate::i18n::catalogue::plan as texts;
use chrono::NaiveTime;
use domain::pattern::Pattern;
use domain::shift::hhmm;

/// On which days: "every week: Monday, Wednesday"; a rule that no form says as it is written.
pub fn days(locale: Locale, rule: &str) -> String {
    match Pattern::of(rule) {
        Some(Pattern::Weekly { every: 1, days }) if days.len() == 7 => {
            locale.text(&texts::EVERY_DAY).into_owned()
        }
        Some(Pattern::Weekly { every, days }) => {
            let days: Vec<_> = days.iter().map(|day| locale.weekday(*day).into_owned()).collect();
            let days = days.join(", ");
            if every == 1 {
                locale.fill(&texts::EVERY_WEEK, &[("days", &days)])
            } else {
                locale.fill(&texts::EVERY_WEEKS, &[("n", &every), ("days", &days)])
            }
        }
        Some(Pattern::Monthly { nth, day }) => {
            let nth = locale.text(nth_text(nth));
            locale.fill(&texts::EVERY_MONTH, &[("nth", &nth), ("day", &locale.weekday(day))])
        }
        None => rule.to_owned(),
    }
}

/// The word for which one of the month.
pub fn nth_text(nth: i32) -> &'static crate::i18n::Text {
    match nth {
        1 => &texts::NTH_1,
        2 => &texts::NTH_2,
        3 => &texts::NTH_3,
        4 => &texts::NTH_4,
        _ => &texts::NTH_LAST,
    }
}

/// `08:00, 10:00`.
pub fn starts(starts: &[NaiveTime]) -> String {
    starts.iter().map(|time| hhmm(*time)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_a_sentence() {
        for (rule, en, sr) in [
            (
                "FREQ=WEEKLY;BYDAY=MO,WE",
                "every week: Monday, Wednesday",
                "сваке недеље: понедељак, среда",
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
                "every 2 weeks: Friday",
                "на сваких 2 недеља: петак",
            ),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day", "сваког дана"),
            (
                "FREQ=MONTHLY;BYDAY=-1FR",
                "every month, last Friday",
                "сваког месеца, последњи пут петак",
            ),
            ("FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=3"),
        ] {
            assert_eq!(days(Locale::En, rule), en);
            assert_eq!(days(Locale::SrCyrl, rule), sr);
        }
    }
}
