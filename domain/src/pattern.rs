//! Recurrence rules as a person chooses them: some weekdays every so many weeks, or one weekday of
//! every month.

use chrono::Weekday;
use std::fmt::Write as _;

/// A rule of RFC 5545 that a form can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// On these weekdays, every so many weeks.
    Weekly {
        /// Every so many weeks, 1 to [`WEEKS_MAX`].
        every: u32,
        /// Monday first.
        days: Vec<Weekday>,
    },
    /// On one weekday of every month.
    Monthly {
        /// Which one of the month: 1 to 4, or −1 for the last.
        nth: i32,
        /// The weekday.
        day: Weekday,
    },
}

/// The most weeks from one to the next.
pub const WEEKS_MAX: u32 = 8;

/// The weekdays, Monday first, with their words in a rule.
pub const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "MO"),
    (Weekday::Tue, "TU"),
    (Weekday::Wed, "WE"),
    (Weekday::Thu, "TH"),
    (Weekday::Fri, "FR"),
    (Weekday::Sat, "SA"),
    (Weekday::Sun, "SU"),
];

impl Pattern {
    /// The rule.
    pub fn rule(&self) -> String {
        match self {
            Self::Weekly { every, days } => {
                let mut rule = String::from("FREQ=WEEKLY");
                if *every > 1 {
                    let _ = write!(rule, ";INTERVAL={every}");
                }
                let days: Vec<_> = days.iter().map(|day| word(*day)).collect();
                let _ = write!(rule, ";BYDAY={}", days.join(","));
                rule
            }
            Self::Monthly { nth, day } => format!("FREQ=MONTHLY;BYDAY={nth}{}", word(*day)),
        }
    }

    /// Reads a rule back; nothing for one that no form says.
    pub fn of(rule: &str) -> Option<Self> {
        let mut parts = rule.split(';');
        let (frequency, mut every) = (parts.next()?, 1);
        let mut days = "";
        for part in parts {
            match part.split_once('=')? {
                ("INTERVAL", n) => every = n.parse().ok()?,
                ("BYDAY", list) => days = list,
                _ => return None,
            }
        }
        match frequency {
            "FREQ=WEEKLY" => {
                let days: Option<Vec<_>> = days.split(',').map(weekday).collect();
                Some(Self::Weekly { every, days: days? })
            }
            "FREQ=MONTHLY" if every == 1 => {
                let (nth, day) = days.split_at_checked(days.len().checked_sub(2)?)?;
                Some(Self::Monthly { nth: nth.parse().ok()?, day: weekday(day)? })
            }
            _ => None,
        }
    }
}

fn word(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize].1
}

/// The weekday of a word in a rule.
pub fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, known)| *known == word).map(|(day, _)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::check_rule;

    #[test]
    fn what_a_form_says_is_read_back() {
        let days = vec![Weekday::Mon, Weekday::Wed];
        for (pattern, rule) in [
            (Pattern::Weekly { every: 1, days: days.clone() }, "FREQ=WEEKLY;BYDAY=MO,WE"),
            (Pattern::Weekly { every: 2, days }, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
            (Pattern::Monthly { nth: -1, day: Weekday::Fri }, "FREQ=MONTHLY;BYDAY=-1FR"),
        ] {
            assert_eq!(pattern.rule(), rule);
            assert_eq!(Pattern::of(rule), Some(pattern));
            assert_eq!(check_rule(rule), Ok(()));
        }
        for other in ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=FR", "FREQ=MONTHLY;BYDAY="] {
            assert_eq!(Pattern::of(other), None, "{other}");
        }
    }
}
